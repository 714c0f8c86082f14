import { parseVillageCode, type VillageCode } from '@bilik/election';
import { villageCodeProblem } from '../areas/area-code.ts';
import { cleanText, saysNothing } from '../field/text-field.ts';
import type { ImportOptions } from '../import-options.ts';
import type { RowCells } from './row-cells.ts';

/** The villages of a list of several, by what rows may call them. */
export interface ListedVillages {
  readonly codes: ReadonlySet<string>;
  /** Null where several villages have the name. */
  readonly byName: ReadonlyMap<string, VillageCode | null>;
}

export function listedVillages({ villages }: ImportOptions): ListedVillages | null {
  if (villages === undefined) return null;
  const byName = new Map<string, VillageCode | null>();
  for (const { code, name } of villages) byName.set(areaKey(name), byName.has(areaKey(name)) ? null : code);
  return { codes: new Set(villages.map(({ code }) => code)), byName };
}

/** @returns undefined when the row names no village of the list, which is reported */
export function readVillage(cells: RowCells, villages: ListedVillages): VillageCode | undefined {
  const code = cleanText(cells.peek('villageCode'));
  if (!saysNothing(code)) {
    const parsed = parseVillageCode(code);
    if (parsed.ok && villages.codes.has(parsed.value)) return parsed.value;
    const wrong = villageCodeProblem(code);
    if (wrong === null) cells.error('village-not-in-list', 'villageCode');
    else cells.error(wrong === 'bps-code' ? 'village-code-bps' : 'village-code-malformed', 'villageCode');
    return undefined;
  }
  const name = cleanText(cells.peek('villageName'));
  if (saysNothing(name)) {
    cells.error('village-missing', cells.has('villageCode') ? 'villageCode' : 'villageName');
    return undefined;
  }
  const found = villages.byName.get(areaKey(name));
  if (found === undefined) cells.error('village-not-in-list', 'villageName');
  else if (found === null) cells.error('village-name-not-enough', 'villageName');
  return found ?? undefined;
}

/** In a list of one village: a row that names another one is an error. */
export function checkVillage(cells: RowCells, { village }: ImportOptions): void {
  if (village === undefined) return;
  const expected = { village: `${village.name} (${village.code})` };
  const name = cleanText(cells.peek('villageName'));
  if (!saysNothing(name) && areaKey(name) !== areaKey(village.name)) {
    cells.error('other-village', 'villageName', expected);
  }
  const code = cleanText(cells.peek('villageCode'));
  if (saysNothing(code) || code === village.code) return;
  const wrong = villageCodeProblem(code);
  if (wrong === null) cells.error('other-village', 'villageCode', expected);
  else cells.error(wrong === 'bps-code' ? 'village-code-bps' : 'village-code-malformed', 'villageCode');
}

function areaKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:desa|kelurahan|kel\.|ds\.)\s+/, '')
    .replace(/[^\p{L}\p{Nd}]/gu, '');
}
