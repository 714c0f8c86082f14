import { describe, expect, test } from 'vitest';
import { firstPlace, present } from '../../test/changed-snapshot.ts';
import { syntheticSnapshot } from '../synthetic/index.ts';
import { assembleSnapshot, type SnapshotFacts } from './assemble.ts';
import { checkSnapshot } from './check-snapshot.ts';
import type { PublishedPlace } from './figures-schema.ts';
import { contradictions } from './follow-on.ts';
import type { Snapshot } from './schema.ts';

const first = syntheticSnapshot({ seed: 3, villages: 3, counted: 1, at: '2026-11-22T08:00:00Z' }).snapshot;

const PLACE = firstPlace(first).id;

/** The next snapshot, assembled as the office does, after something changed in its first place. */
function nextOf(
  previous: Snapshot,
  change: (place: PublishedPlace) => void = () => {},
  more: Pick<SnapshotFacts, 'withheld'> & Partial<Pick<SnapshotFacts, 'corrections'>> = {},
): Snapshot {
  const draft = structuredClone(previous);
  const place = firstPlace(draft);
  delete place.withheld;
  change(place);
  const { kind, at, event, corrections, regency, villages, subDistricts, rulePacks, files } = draft;
  const next = assembleSnapshot({
    ...{ kind, at, event, corrections, previous, regency: { code: regency.code, name: regency.name } },
    subDistricts: subDistricts.map(({ code, name }) => ({ code, name })),
    villages: villages.map((village) => ({ ...village, rulePack: present(rulePacks[0]) })),
    fileFacts(sha256) {
      const { bytes, media } = present([...first.files, ...files].find((file) => file.sha256 === sha256));
      return { bytes, media };
    },
    ...more,
  });
  expect(checkSnapshot(next)).toEqual([]);
  return next;
}

const swap = (place: PublishedPlace, version = 1): void => {
  const result = present(place.result);
  const [one, two] = result.figures.options;
  [present(one).votes, present(two).votes] = [present(two).votes, present(one).votes];
  present(result.parts[0]).figures = structuredClone(result.figures);
  result.version = version;
};
const vanish = (place: PublishedPlace): void => {
  place.result = null;
};
const figuresOf = (snapshot: Snapshot) => present(firstPlace(snapshot).result).figures;
const after = structuredClone(first);
swap(firstPlace(after));
const corrected = {
  place: PLACE as string,
  version: 2,
  at: '2026-11-22T09:00:00Z',
  reason: 'Salah baca.',
  before: figuresOf(first),
  after: figuresOf(after),
};
const fieldsOf = (before: Snapshot, next: Snapshot) => contradictions(before, next).map(({ field }) => field);

describe('what may follow a publication', () => {
  test('the same; a corrected place; and again, two versions at once', () => {
    expect(contradictions(first, nextOf(first))).toEqual([]);
    const second = nextOf(first, (place) => swap(place, 2), { corrections: [corrected] });
    expect(contradictions(first, second)).toEqual([]);
    const back = { ...corrected, version: 3, before: corrected.after, after: corrected.before };
    const third = nextOf(second, (place) => swap(place, 3), { corrections: [corrected, back] });
    expect(contradictions(second, third)).toEqual([]);
    expect(contradictions(first, third)).toEqual([]);
  });

  test('a result that is withheld with its reason, stays so, and comes back corrected or as it was', () => {
    const gone = nextOf(first, vanish, { withheld: { [PLACE]: 'Foto belum ada.' } });
    expect(firstPlace(gone).withheld).toMatchObject({ version: 1, reason: 'Foto belum ada.' });
    expect(contradictions(first, gone)).toEqual([]);
    const still = nextOf(gone, vanish);
    expect(contradictions(gone, still)).toEqual([]);
    const restore = (place: PublishedPlace) => {
      place.result = structuredClone(firstPlace(first).result);
    };
    expect(contradictions(still, nextOf(still, restore))).toEqual([]);
    const given = nextOf(
      still,
      (place) => {
        restore(place);
        swap(place, 2);
      },
      { corrections: [corrected] },
    );
    expect(contradictions(still, given)).toEqual([]);
    // what was withheld is not forgotten
    const forgetful = nextOf(still, (place) => {
      restore(place);
      swap(place);
    });
    expect(fieldsOf(still, forgetful)).toEqual([`places.${PLACE}.figures`, `places.${PLACE}.parts`]);
  });
});

test.each<readonly [string, (draft: Snapshot) => void, string]>([
  ['swapped votes', (draft) => swap(firstPlace(draft)), `places.${PLACE}.figures`],
  ['a result gone without a word', (draft) => vanish(firstPlace(draft)), `places.${PLACE}.result`],
  ['a place gone', (draft) => present(draft.villages[0]).places.shift(), `places.${PLACE}.result`],
  [
    'registered voters',
    (draft) => {
      firstPlace(draft).registered.L += 1;
    },
    `places.${PLACE}.registered`,
  ],
  [
    'a photo of the sheet',
    (draft) => {
      present(firstPlace(draft).result?.parts[0]).evidence.sheetPhotos = ['e'.repeat(64)];
    },
    `places.${PLACE}.parts.0.evidence`,
  ],
  [
    'a candidate’s name',
    (draft) => {
      present(draft.villages[0]?.contest?.candidates[0]).name = 'Orang Lain';
    },
    `villages.${PLACE.slice(0, -4)}.contest.candidates`,
  ],
  [
    'a correction that begins elsewhere',
    (draft) => {
      swap(firstPlace(draft), 2);
      draft.corrections.push({ ...corrected, before: corrected.after });
    },
    `corrections.${PLACE}.before`,
  ],
])('changed in silence: %s is named', (_name, change, field) => {
  const draft = structuredClone(first);
  change(draft);
  expect(fieldsOf(first, draft)).toContain(field);
});

test('a correction of figures brings no other list and no other rules', () => {
  const second = nextOf(first, (place) => swap(place, 2), { corrections: [corrected] });
  const other = structuredClone(second);
  firstPlace(other).registered.L += 1;
  expect(fieldsOf(first, other)).toEqual([`places.${PLACE}.registered`]);
  const bent = structuredClone(second);
  present(bent.villages[0]).rulePack = 'f'.repeat(64);
  expect(fieldsOf(first, bent)).toEqual([`villages.${PLACE.slice(0, -4)}.rulePack`]);
});

test('an older correction is not rewritten', () => {
  const second = nextOf(first, (place) => swap(place, 2), { corrections: [corrected] });
  const rewritten = structuredClone(second);
  present(rewritten.corrections[0]).reason = 'Alasan lain.';
  expect(fieldsOf(second, rewritten)).toEqual([`corrections.${PLACE}`]);
});
