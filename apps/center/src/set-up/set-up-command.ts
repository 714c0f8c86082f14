import { writeFileSync } from 'node:fs';
import { regencyCodeSchema } from '@bilik/election';
import { SET_UP_LIMIT_BYTES } from '@bilik/preparation';
import { readPlainFile } from '@bilik/transfer';
import type { CenterParts } from '../center-parts.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { takeSetUp, writtenSetUp } from './hand-over-routes.ts';
import { type InitOrder, type InitRefusal, initRegency } from './init-regency.ts';

/** Lines for the terminal, and whether it was done. */
export interface CommandReport {
  readonly done: boolean;
  readonly lines: readonly string[];
}

const refused = ({ sentence }: Pick<InitRefusal, 'sentence'>): CommandReport => ({
  done: false,
  lines: [sentence.id, sentence.en],
});

/** `center init --regency`: areas, labels, rules and an event. */
export async function initCommand(
  { database }: Pick<CenterParts, 'database'>,
  order: InitOrder,
  now: Date,
): Promise<CommandReport> {
  const made = await initRegency(database, order, now);
  if (!made.ok) return refused(made.error);
  const { name, regency, subDistricts, villages, electing, areasAdded, election } = made.value;
  const { electionMade, rulePack } = made.value;
  return {
    done: true,
    lines: [
      `${name} (${regency}): ${subDistricts} kecamatan, ${villages} desa dan kelurahan, ${areasAdded} wilayah baru / ${areasAdded} areas new`,
      `Aturan / rules: ${rulePack.id} ${rulePack.version}`,
      electionMade
        ? `Acara / event: ${election}, ${electing} desa, ${order.votingDate} ${order.zone}`
        : `Acara / event: ${election} sudah ada, tidak diubah / is there, not changed`,
    ],
  };
}

/** `center set-up --export FILE`: the regency's set-up as a signed file. A file that is there is not overwritten. */
export async function exportCommand(
  { database, keys }: Pick<CenterParts, 'database' | 'keys'>,
  regency: string,
  file: string,
): Promise<CommandReport> {
  const written = await inScope(database, OWN_WORK, (transaction) =>
    writtenSetUp(transaction, regency, keys),
  );
  if (!written.ok) return refused(written.error);
  try {
    writeFileSync(file, written.value, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return refused({
      sentence: {
        id: `${file} sudah ada. Tidak ada yang ditimpa. Pilih nama lain.`,
        en: `${file} exists. Nothing was overwritten. Choose another name.`,
      },
    });
  }
  return { done: true, lines: [`${file}: penyiapan kabupaten ${regency} / set-up of regency ${regency}`] };
}

/** `center set-up --import FILE`: another regency's set-up becomes this one's. */
export async function importCommand(
  { database, now }: Pick<CenterParts, 'database' | 'now'>,
  regency: string,
  file: string,
): Promise<CommandReport> {
  const bytes = readPlainFile(file, SET_UP_LIMIT_BYTES);
  if (bytes === undefined) {
    return refused({
      sentence: {
        id: `${file} bukan berkas biasa, atau terlalu besar. Tidak ada yang diambil.`,
        en: `${file} is no plain file, or too large. Nothing was taken over.`,
      },
    });
  }
  const code = regencyCodeSchema.safeParse(regency);
  if (!code.success) {
    return refused({
      sentence: {
        id: 'Kode kabupaten berbentuk PP.KK, misalnya 33.27. Tidak ada yang diambil.',
        en: 'A regency code has the form PP.KK, for example 33.27. Nothing was taken over.',
      },
    });
  }
  const taken = await inScope(database, OWN_WORK, (transaction) =>
    takeSetUp(transaction, code.data, bytes.toString('utf8'), { account: null, at: now() }),
  );
  if (!taken.ok) return refused(taken.error);
  const { from, issuer } = taken.value;
  return {
    done: true,
    lines: [
      `Penyiapan ${from.name} (${from.regency}) diambil. / The set-up of ${from.name} was taken over.`,
      `Kunci penerbit / issuer’s key: ${issuer}`,
    ],
  };
}
