import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addFigures,
  assembleSnapshot,
  checkSnapshot,
  type Evidence,
  evidencePath,
  hexSha256,
  type PublishedPart,
  type PublishedPlace,
  type PublishedVillage,
  type Snapshot,
} from '@bilik/publication';
import type { SyntheticSnapshot } from '@bilik/publication/synthetic';
import { publicKeyOf, writeCode } from '@bilik/transfer';
import type { ResultContent } from '@bilik/transfer/signed-code';
import { checkPart } from '../src/portal/check-part.ts';
import { openSiteFiles } from '../src/portal/site-files.ts';
import { named } from './changed-site.ts';
import { STATION_KEY } from './made-record.ts';
import { madeSnapshot, PLACE } from './made-site.ts';

/**
 * What `bilik portal check` finds of a snapshot and of its evidence. A lie that does not hold together no honest writer takes, and whoever holds
 * the log's key may have another one: the two checks are called as `checkSite` calls them.
 */
export async function foundIn({ snapshot, files }: SyntheticSnapshot): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'bilik-lying-'));
  mkdirSync(join(root, 'berkas'));
  for (const file of snapshot.files) {
    const bytes = files.get(file.sha256);
    if (bytes !== undefined) writeFileSync(join(root, evidencePath(file)), bytes);
  }
  const opened = openSiteFiles(root).files;
  const found = checkSnapshot(snapshot).map(({ field }) => `snapshot differs ${field}`);
  for (const village of snapshot.villages) {
    for (const place of village.places) {
      for (const part of place.result?.parts ?? []) {
        found.push(...named(await checkPart(opened, { snapshot, village, place, part })));
      }
    }
  }
  rmSync(root, { recursive: true });
  return found;
}

const made = madeSnapshot({ counted: 1 });

/** The same publication with some of its facts changed, everything that follows from them computed anew. */
function changed(
  change: (draft: Snapshot) => void,
  more: ReadonlyMap<string, Uint8Array> = new Map(),
): SyntheticSnapshot {
  const { kind, at, event, regency, subDistricts, villages, corrections, files } = structuredClone(
    made.snapshot,
  );
  const [rulePack] = made.snapshot.rulePacks;
  if (rulePack === undefined) throw new Error('rules');
  const draft = { ...structuredClone(made.snapshot), event, villages };
  change(draft);
  const snapshot = assembleSnapshot({
    ...{ kind, at, event: draft.event, corrections, previous: undefined },
    regency: { code: regency.code, name: regency.name },
    subDistricts: subDistricts.map(({ code, name }) => ({ code, name })),
    villages: draft.villages.map(({ totals: _totals, outcome: _outcome, state: _state, ...village }) => ({
      ...village,
      rulePack,
    })),
    fileFacts(sha256) {
      const file = files.find((one) => one.sha256 === sha256);
      return { bytes: file?.bytes ?? more.get(sha256)?.length ?? 0, media: file?.media ?? 'json' };
    },
  });
  return { snapshot, files: new Map([...made.files, ...more]) };
}

/** The place with the real record, with other parts; and a signed result beside them that nobody signed. */
export function withParts(parts: readonly PublishedPart[], junk?: Uint8Array): SyntheticSnapshot {
  const figures = addFigures(parts.map((part) => part.figures));
  return changed(
    ({ villages }) => {
      const place = villages.flatMap(({ places }) => places).find(({ id }) => id === PLACE);
      if (!place?.result || figures === undefined) throw new Error('the real record');
      Object.assign(place.result, { parts, figures });
    },
    new Map(junk === undefined ? [] : [[hexSha256(junk), junk]]),
  );
}

/** The place with the real record, and its village, with something about them changed. */
export function withPlace(
  change: (place: PublishedPlace, village: PublishedVillage) => void,
): SyntheticSnapshot {
  return changed(({ villages }) => {
    for (const village of villages) {
      for (const place of village.places) if (place.id === PLACE) change(place, village);
    }
  });
}

/**
 * Every sheet with its signed code; of one place the evidence is changed after it was signed.
 * @param signed what that one code says else, signed so
 */
export function withSheetCodes(
  change: (evidence: Evidence, foreign: string) => void,
  signed: (content: ResultContent) => Partial<ResultContent> = () => ({}),
): { readonly made: SyntheticSnapshot; readonly place: string } {
  const electionFingerprint = 'A'.repeat(43);
  const sheets = made.snapshot.villages
    .flatMap(({ places }) => places)
    .filter(({ mode, result }) => mode === 'paper' && result !== null);
  const [lying] = sheets;
  const unseen = new TextEncoder().encode('another photo');
  if (lying === undefined) throw new Error('a sheet');
  const publication = changed(
    (draft) => {
      draft.event.sheetKey = { signingKey: publicKeyOf(STATION_KEY), electionFingerprint };
      for (const { id, mode, result } of draft.villages.flatMap(({ places }) => places)) {
        const [part] = result?.parts ?? [];
        if (mode !== 'paper' || part === undefined) continue;
        const { users, options, valid, invalid, total } = part.figures;
        const content: ResultContent = {
          ...{ type: 'result', source: 'sheet', users, casts: total, heldSums: 0 },
          contests: [{ contest: 'kepala-desa', options, valid, invalid }],
          slips: { printed: total, spoiled: 0, inBox: total },
          recordHash: part.evidence.sheetPhotos[0] ?? '',
          minutesFingerprint: 'ab'.repeat(32),
        };
        const origin = { kind: draft.kind, pollingPlace: id, electionFingerprint };
        const says = { ...content, ...(id === lying.id ? signed(content) : {}) };
        part.evidence.code = writeCode({ origin, content: says }, STATION_KEY);
        if (id === lying.id) change(part.evidence, hexSha256(unseen));
      }
    },
    new Map([[hexSha256(unseen), unseen]]),
  );
  const { snapshot, files } = publication;
  for (const file of snapshot.files) if (file.sha256 === hexSha256(unseen)) file.media = 'png';
  return { made: { snapshot, files }, place: lying.id };
}
