import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  hexSha256,
  type NoteSigner,
  noteSigner,
  type PublishedPart,
  type Snapshot,
  snapshotText,
  writeNoteKey,
  writeNoteSigner,
} from '@bilik/publication';
import { type SyntheticEvidence, syntheticSnapshot } from '@bilik/publication/synthetic';
import { writeCode } from '@bilik/transfer';
import type { SignedCode } from '@bilik/transfer/signed-code';
import { appMain } from '../src/processes/app-process.ts';
import { ELECTION, FIGURES, STATION_KEY } from './made-record.ts';
import { MADE, resultText, SPOILED_CARD, voidText } from './made-result.ts';

/** A key of a log that everybody knows: only for tests. */
export const LOG_SIGNER: NoteSigner = noteSigner('pilkades.example/log', 'note', new Uint8Array(32).fill(5));
export const LOG_KEY: string = writeNoteKey(LOG_SIGNER);
/** TPS 01 Melati, whose record, signed result and void list are real. */
export const PLACE: string = FIGURES.place;

const [contest] = FIGURES.contests;
if (contest === undefined) throw new Error('the fixture has a contest');
const bytesOf = (text: string) => new TextEncoder().encode(text);
const result = resultText();
const voids = voidText([SPOILED_CARD]);

/** The QR code under the minutes of TPS 01, as the station signs it; or with other votes. */
export function codeText(
  change: (content: Extract<SignedCode['content'], { type: 'result' }>) => object = () => ({}),
): string {
  const content = {
    type: 'result' as const,
    source: 'trustees' as const,
    users: FIGURES.users,
    casts: FIGURES.casts,
    contests: [
      {
        contest: contest?.contest ?? '',
        options: contest?.options ?? [],
        valid: contest?.valid ?? 0,
        invalid: contest?.invalid ?? 0,
      },
    ],
    slips: {
      printed: FIGURES.slips.printed,
      spoiled: FIGURES.slips.spoiled,
      inBox: FIGURES.slipBox?.inBox ?? null,
    },
    heldSums: 0,
    recordHash: MADE.recordHash,
    minutesFingerprint: 'ab'.repeat(32),
  };
  const origin = {
    kind: 'exercise' as const,
    pollingPlace: PLACE,
    electionFingerprint: ELECTION.fingerprint,
  };
  return writeCode({ origin, content: { ...content, ...change(content) } }, STATION_KEY);
}

/** Everything that is published of TPS 01. */
export function madeEvidence(
  change: Partial<PublishedPart> = {},
  record: Uint8Array = MADE.bytes,
): SyntheticEvidence {
  return {
    registered: FIGURES.registered,
    files: [
      { bytes: record, media: 'bel' },
      { bytes: bytesOf(result), media: 'json' },
      { bytes: bytesOf(voids), media: 'json' },
    ],
    part: {
      source: 'trustees',
      figures: {
        users: FIGURES.users,
        options: (contest?.options ?? []).flatMap(({ key, votes }) =>
          key === 'blank' ? [] : [{ key, votes }],
        ),
        valid: contest?.valid ?? 0,
        invalid: contest?.invalid ?? 0,
        blank: contest?.options.find(({ key }) => key === 'blank')?.votes ?? 0,
        total: contest?.total ?? 0,
      },
      evidence: {
        record: hexSha256(record),
        signedResult: hexSha256(result),
        voidList: hexSha256(voids),
        sheetPhotos: [],
        code: codeText(),
      },
      ...change,
    },
  };
}

/** A snapshot of a few villages, the first with the real record. */
export function madeSnapshot(
  plan: { readonly counted: number; readonly previous?: Snapshot; readonly villages?: number },
  evidence: SyntheticEvidence = madeEvidence(),
) {
  return syntheticSnapshot({
    seed: 1,
    villages: plan.villages ?? 3,
    counted: plan.counted,
    at: plan.previous === undefined ? '2026-11-22T07:00:00Z' : '2026-11-22T08:00:00Z',
    candidateNames: ['Sari', 'Budi', 'Wayan'],
    electronic: new Map([[PLACE, evidence]]),
    ...(plan.previous && { previous: plan.previous }),
  });
}

/** Publishes snapshots one after the other, each by the portal's own process. @returns the site's folder */
export function publishSite(name: string, ...made: readonly ReturnType<typeof syntheticSnapshot>[]): string {
  const home = mkdtempSync(join(tmpdir(), `bilik-site-${name}-`));
  writeFileSync(join(home, 'log.key'), writeNoteSigner(LOG_SIGNER), { mode: 0o600 });
  const out = join(home, 'portal');
  for (const one of made) publishOnto(out, one);
  return out;
}

/** Publishes one more snapshot on a site that `publishSite` made. */
export function publishOnto(out: string, { snapshot, files }: ReturnType<typeof syntheticSnapshot>): void {
  const home = dirname(out);
  const folder = join(home, `snapshot-${snapshot.number}`);
  mkdirSync(join(folder, 'files'), { recursive: true });
  writeFileSync(join(folder, 'snapshot.json'), snapshotText(snapshot));
  for (const [sha256, bytes] of files) writeFileSync(join(folder, 'files', sha256), bytes);
  execFileSync(
    process.execPath,
    [
      ...[appMain('portal'), 'write', '--snapshot', folder],
      ...['--out', out, '--key', join(home, 'log.key')],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
