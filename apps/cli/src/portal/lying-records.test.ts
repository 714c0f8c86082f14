import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assembleSnapshot, hexSha256, type Snapshot, snapshotText } from '@bilik/publication';
import { afterAll, expect, test } from 'vitest';
import { findingsOf, named, runPortal } from '../../test/changed-site.ts';
import { withSheetCodes } from '../../test/lying-site.ts';
import { LOG_KEY, madeEvidence, madeSnapshot, PLACE } from '../../test/made-site.ts';
import { publishUnchecked } from '../../test/unchecked-publication.ts';

const work = mkdtempSync(join(tmpdir(), 'bilik-lying-records-'));
afterAll(() => rmSync(work, { recursive: true }));

/** What was published first, and the truth after it as a correction of one place. */
function thenCorrected(lie: Snapshot, truth: Snapshot, place: string): Snapshot {
  const at = '2026-11-22T08:00:00Z';
  const after = structuredClone(truth);
  const before = lie.villages.flatMap(({ places }) => places).find(({ id }) => id === place)?.result;
  const result = after.villages.flatMap(({ places }) => places).find(({ id }) => id === place)?.result;
  if (!before || !result) throw new Error('the place is counted');
  result.version = 2;
  after.corrections = [
    { place, version: 2, at, reason: 'Salah salin', before: before.figures, after: result.figures },
  ];
  return { ...after, at, number: 2, previous: hexSha256(snapshotText(lie)) };
}

test('for one publication other votes than those of the record: a correction does not hide it', async () => {
  const { part } = madeEvidence();
  const [one, two, ...others] = part.figures.options;
  if (one === undefined || two === undefined) throw new Error('options');
  const options = [{ ...one, votes: one.votes - 2 }, { ...two, votes: two.votes + 2 }, ...others];
  const lie = madeSnapshot({ counted: 1 }, madeEvidence({ figures: { ...part.figures, options } }));
  const truth = madeSnapshot({ counted: 1 });
  const root = join(work, 'record');
  publishUnchecked(root, lie.snapshot, { files: lie.files });
  publishUnchecked(root, thenCorrected(lie.snapshot, truth.snapshot, PLACE));
  const { findings } = await findingsOf(root);
  expect(named(findings)).toEqual([
    `records differs ${PLACE}`,
    `records differs ${PLACE}`,
    `codes differs ${PLACE}`,
  ]);
  for (const { detail } of findings) expect(detail).toMatch(/ \(1\)$/);
});

test('for one publication a sheet’s code of another photo', async () => {
  const lie = withSheetCodes((evidence, foreign) => evidence.sheetPhotos.unshift(foreign));
  const truth = withSheetCodes(() => {});
  const root = join(work, 'code');
  publishUnchecked(root, lie.made.snapshot, { files: lie.made.files });
  publishUnchecked(root, thenCorrected(lie.made.snapshot, truth.made.snapshot, lie.place));
  expect(named((await findingsOf(root)).findings)).toEqual([`codes differs ${lie.place}`]);
});

test('where the record of a result that is withheld is gone, the report says that it was not compared', async () => {
  const first = madeSnapshot({ counted: 1 });
  const { kind, event, regency, subDistricts, files } = first.snapshot;
  const [rulePack] = first.snapshot.rulePacks;
  if (rulePack === undefined) throw new Error('rules');
  const second = assembleSnapshot({
    ...{ kind, event, at: '2026-11-22T08:00:00Z', corrections: [], previous: first.snapshot },
    regency: { code: regency.code, name: regency.name },
    subDistricts: subDistricts.map(({ code, name }) => ({ code, name })),
    villages: structuredClone(first.snapshot.villages).map(
      ({ totals: _totals, outcome: _outcome, state: _state, ...village }) => ({
        ...{ ...village, rulePack },
        places: village.places.map((place) => (place.id === PLACE ? { ...place, result: null } : place)),
      }),
    ),
    withheld: { [PLACE]: 'Berkas diperiksa lagi.' },
    fileFacts: (sha256) => files.find((file) => file.sha256 === sha256) ?? { bytes: 0, media: 'json' },
  });
  const root = join(work, 'gone');
  publishUnchecked(root, first.snapshot, { files: first.files });
  publishUnchecked(root, second);
  const { findings, notes } = await findingsOf(root);
  expect(findings).toEqual([]);
  expect(notes).toEqual([{ type: 'evidence-gone', number: 1, place: PLACE }]);
  const { out, code } = await runPortal('check', root, '--key', LOG_KEY);
  expect(out).toContain(`!! Terbitan ke-1: berkas di belakang hasil TPS ${PLACE} tidak ada lagi`);
  expect(out).toContain('BENAR sejauh dapat dibandingkan');
  expect(code).toBe(0);
});
