import { describe, expect, test } from 'vitest';
import { present } from '../../test/changed-snapshot.ts';
import { syntheticSnapshot } from '../synthetic/index.ts';
import { assembleSnapshot, type SnapshotFacts, type VillageFacts } from './assemble.ts';
import { assembleWhatHolds } from './assemble-what-holds.ts';
import { checkSnapshot } from './check-snapshot.ts';
import type { PublishedPlace } from './figures-schema.ts';
import { contradictions } from './follow-on.ts';
import type { Snapshot } from './schema.ts';

const AT = '2026-11-22T08:00:00Z';
const LATER = '2026-11-22T09:00:00Z';
const LATEST = '2026-11-22T10:00:00Z';
const made = syntheticSnapshot({ seed: 3, villages: 3, counted: 1, at: AT }).snapshot;

/** Facts that may be changed before they are assembled. */
interface Draft {
  readonly event: Snapshot['event'];
  readonly villages: (VillageFacts & { places: PublishedPlace[] })[];
  corrections: Snapshot['corrections'];
}

/** The facts of a snapshot as an office would have them at another moment, changed. */
function factsOf(
  base: Snapshot,
  change: (draft: Draft) => void = () => {},
  more: Partial<Pick<SnapshotFacts, 'previous' | 'at' | 'left' | 'withheld' | 'kind'>> = {},
): SnapshotFacts {
  const { kind, event, corrections, regency, villages, subDistricts, rulePacks } = structuredClone(base);
  const draft: Draft = {
    ...{ event, corrections },
    villages: villages.map(
      ({ totals: _totals, outcome: _outcome, state: _state, fallen: _fallen, ...village }) => ({
        ...village,
        places: village.places.map(({ withheld: _withheld, ...place }) => place),
        rulePack: present(rulePacks[0]),
      }),
    ),
  };
  change(draft);
  return {
    ...{ kind, at: base.at, previous: undefined, regency: { code: regency.code, name: regency.name } },
    ...draft,
    subDistricts: subDistricts.map(({ code, name }) => ({ code, name })),
    fileFacts(sha256) {
      const { bytes, media } = present(made.files.find((file) => file.sha256 === sha256));
      return { bytes, media };
    },
    ...more,
  };
}

function holding(facts: SnapshotFacts): Snapshot {
  const snapshot = assembleSnapshot(facts);
  expect(checkSnapshot(snapshot)).toEqual([]);
  return snapshot;
}

const fieldsOf = (before: Snapshot, after: Snapshot) =>
  contradictions(before, after).map(({ field }) => field);

/** The second village has half its places, the third none: figures are awaited. */
const halfCounted = holding(
  factsOf(made, ({ villages }) => {
    present(villages[1]?.places[0]).result = null;
    for (const place of present(villages[2]).places) place.result = null;
  }),
);
const [, second, third] = halfCounted.villages.map(({ code }) => code);
const AWAITED = present(halfCounted.villages[1]?.places[0]).id;
const next = (change?: (draft: Draft) => void, more: Parameters<typeof factsOf>[2] = {}) =>
  factsOf(halfCounted, change, { previous: halfCounted, at: LATER, ...more });

describe('what is awaited', () => {
  test('a polling place that vanishes from a village that is counted would make its result whole: it is named', () => {
    const lie = holding(next(({ villages }) => present(villages[1]).places.shift()));
    expect(halfCounted.villages[1]?.outcome?.type).toBe('incomplete');
    expect(lie.villages[1]?.outcome?.type).toBe('winner');
    expect(fieldsOf(halfCounted, lie)).toEqual([`villages.${second}.places`]);
  });

  test('a polling place that appears, or whose list is another one before it is counted, is named', () => {
    const added = holding(
      next(({ villages }) => {
        const { places } = present(villages[1]);
        const id = `${present(places.at(-1)).id.slice(0, -3)}099` as PublishedPlace['id'];
        places.push({ ...present(places[0]), id });
      }),
    );
    expect(fieldsOf(halfCounted, added)).toEqual([`villages.${second}.places`]);
    const list = holding(
      next(({ villages }) => {
        present(villages[1]?.places[0]).registered.L += 200;
      }),
    );
    expect(fieldsOf(halfCounted, list)).toEqual([`places.${AWAITED}.registered`]);
  });

  test('a machine gives way to paper beside it; no other way of voting becomes of a place that is awaited', () => {
    const electronic = structuredClone(halfCounted);
    present(electronic.villages[1]?.places[0]).mode = 'electronic';
    const to = (mode: PublishedPlace['mode']) => {
      const draft = structuredClone(electronic);
      present(draft.villages[1]?.places[0]).mode = mode;
      return draft;
    };
    expect(fieldsOf(electronic, to('mixed'))).toEqual([]);
    for (const [before, after] of [
      [electronic, to('paper')],
      [to('mixed'), to('paper')],
      [to('mixed'), electronic],
      [halfCounted, electronic],
    ] as const)
      expect(fieldsOf(before, after)).toEqual([`places.${AWAITED}.mode`]);
  });

  test('a village that vanishes is named; kept in place by the office’s own assembling', () => {
    const facts = next(({ villages }) => villages.splice(2));
    expect(fieldsOf(halfCounted, holding(facts))).toEqual([`villages.${third}`]);
    const { snapshot, keptBack } = assembleWhatHolds(facts);
    expect(keptBack).toMatchObject([{ village: third, why: 'gone', stays: true }]);
    expect(snapshot.regency.totals.villages.expected).toBe(3);
    expect(contradictions(halfCounted, snapshot)).toEqual([]);
  });
});

describe('a village that left the event', () => {
  const entry = {
    ...{ code: present(halfCounted.villages[2]).code, name: 'Mawar Jaya' },
    ...{ on: present(halfCounted.villages[2]?.votingDate), reason: 'Calon tinggal satu.' },
  };
  const gone = (draft: Draft) => {
    draft.villages.splice(2);
  };
  const after = holding(next(gone, { left: [entry] }));

  test('is named with its reason, and then nothing is silent; nor while it stays named, or when it is back', () => {
    expect(after.left).toEqual([entry]);
    expect(contradictions(halfCounted, after)).toEqual([]);
    expect(assembleWhatHolds(next(gone, { left: [entry] })).keptBack).toEqual([]);
    // what was said of it stays, also where the office says it otherwise later
    const still = holding(
      factsOf(after, undefined, { previous: after, left: [{ ...entry, reason: 'Lain.' }] }),
    );
    expect(still.left).toEqual([entry]);
    expect(contradictions(after, still)).toEqual([]);
    const back = holding(factsOf(halfCounted, undefined, { previous: after, left: [entry], at: LATER }));
    expect(back.left).toBeUndefined();
    expect(contradictions(after, back)).toEqual([]);
  });

  test('its reason is not rewritten, its name does not vanish', () => {
    const rewritten = { ...after, left: [{ ...entry, reason: 'Lain.' }] };
    expect(fieldsOf(after, rewritten)).toEqual([`left.${third}`]);
    const { left: _left, ...forgetful } = after;
    expect(fieldsOf(after, forgetful)).toEqual([`left.${third}`]);
  });

  test('does not take a published result with it', () => {
    const counted = holding(factsOf(made));
    const facts = factsOf(counted, gone, { previous: counted, at: LATER, left: [entry] });
    expect(fieldsOf(counted, holding(facts))).toContain(
      `places.${present(counted.villages[2]?.places[0]).id}.result`,
    );
    const { snapshot, keptBack } = assembleWhatHolds(facts);
    expect(keptBack).toMatchObject([{ village: third, why: 'gone', stays: true }]);
    expect(snapshot.left).toBeUndefined();
  });

  test('is out of the event, once, and of this regency', () => {
    const fields = (snapshot: Snapshot) => checkSnapshot(snapshot).map(({ field }) => field);
    expect(fields({ ...after, left: [entry, entry] })).toEqual(['left']);
    expect(fields({ ...halfCounted, number: 2, left: [entry] })).toEqual(['left']);
    const foreign = `${third?.slice(0, 1)}7${third?.slice(2)}` as typeof entry.code;
    expect(fields({ ...after, left: [{ ...entry, code: foreign }] })).toEqual(['left']);
  });
});

describe('evidence of a result that is withheld', () => {
  const PLACE = present(made.villages[0]?.places[0]).id;
  const first = holding(factsOf(made));
  const withheld = holding(
    factsOf(
      first,
      ({ villages }) => {
        present(villages[0]?.places[0]).result = null;
      },
      { previous: first, at: LATER, withheld: { [PLACE]: 'Foto rusak.' } },
    ),
  );

  test('is named while it is not shown, and comes back with the result', () => {
    const before = present(first.villages[0]?.places[0]?.result);
    expect(withheld.villages[0]?.places[0]?.withheld?.parts).toEqual(before.parts);
    expect(contradictions(first, withheld)).toEqual([]);
    const back = holding(factsOf(first, undefined, { previous: withheld, at: LATEST }));
    expect(contradictions(withheld, back)).toEqual([]);
  });

  test('does not come back as a photo of another place', () => {
    const other = present(made.villages[2]?.places[0]?.result?.parts[0]).evidence.sheetPhotos;
    const swapped = assembleSnapshot(
      factsOf(
        first,
        ({ villages }) => {
          present(villages[0]?.places[0]?.result?.parts[0]).evidence.sheetPhotos = other;
        },
        { previous: withheld, at: LATEST },
      ),
    );
    expect(fieldsOf(withheld, swapped)).toEqual([`places.${PLACE}.parts.0.evidence`]);
  });

  test('is not forgotten while it is withheld', () => {
    const forgetful = structuredClone(withheld);
    present(forgetful.villages[0]?.places[0]?.withheld?.parts[0]).evidence.sheetPhotos = [];
    expect(fieldsOf(first, forgetful)).toEqual([`places.${PLACE}.withheld.parts`]);
    expect(fieldsOf(withheld, forgetful)).toEqual([`places.${PLACE}.withheld.parts`]);
  });
});

test.each<readonly [string, (draft: Snapshot) => void, string]>([
  ['another event', (draft) => Object.assign(draft.event, { id: 'lain' }), 'event.id'],
  ['another kind', (draft) => Object.assign(draft, { kind: 'real' }), 'kind'],
  ['another regency', (draft) => Object.assign(draft.regency, { code: '16.08' }), 'regency.code'],
  [
    'another key of sheets',
    (draft) =>
      Object.assign(draft.event, {
        sheetKey: { signingKey: `${'A'.repeat(43)}=`, electionFingerprint: 'A'.repeat(43) },
      }),
    'event.sheetKey',
  ],
  ['an earlier moment', (draft) => Object.assign(draft, { at: '2020-01-01T00:00:00Z' }), 'at'],
  [
    'another name of a counted village',
    (draft) => Object.assign(present(draft.villages[0]), { name: 'Desa Lain' }),
    'villages.16.07.01.2901.name',
  ],
  [
    'another title of what is elected',
    (draft) => Object.assign(present(draft.villages[0]?.contest), { title: { id: 'Lain', en: 'Other' } }),
    'villages.16.07.01.2901.contest.title',
  ],
  [
    'another contest',
    (draft) => Object.assign(present(draft.villages[0]?.contest), { id: 'lain' }),
    'villages.16.07.01.2901.contest.id',
  ],
  [
    'another name of a polling place in a counted village',
    (draft) => Object.assign(present(draft.villages[0]?.places[0]), { name: 'Lain' }),
    'places.16.07.01.2901-001.name',
  ],
  [
    'another name of a sub-district in which something is counted',
    (draft) => Object.assign(present(draft.subDistricts[0]), { name: 'Lain' }),
    'subDistricts.16.07.01.name',
  ],
  [
    'another name of the regency once anything is counted',
    (draft) => Object.assign(draft.regency, { name: 'Lain' }),
    'regency.name',
  ],
])('of one history: %s is named', (_name, change, field) => {
  const draft = structuredClone(made);
  change(draft);
  expect(fieldsOf(made, draft)).toEqual([field]);
});

describe('the moment of a correction', () => {
  const PLACE = present(made.villages[0]?.places[0]).id;
  /** The first place with the votes of two candidates exchanged again and again, its newest correction noted at this moment. */
  const corrected =
    (...moments: readonly string[]) =>
    (draft: Draft) => {
      const result = present(draft.villages[0]?.places[0]?.result);
      for (const [index, at] of moments.entries()) {
        const before = structuredClone(result.figures);
        const [one, two] = result.figures.options;
        [present(one).votes, present(two).votes] = [present(two).votes, present(one).votes];
        const after = structuredClone(result.figures);
        present(result.parts[0]).figures = after;
        result.version = index + 2;
        draft.corrections.push({
          place: PLACE,
          version: index + 2,
          at,
          reason: 'Salah baca.',
          before,
          after,
        });
      }
    };
  const first = holding(factsOf(made, undefined, { at: LATER }));
  const honest = holding(factsOf(made, corrected(LATEST), { previous: first, at: LATEST }));

  test('is not before the publication whose figures it replaces', () => {
    expect(contradictions(first, honest)).toEqual([]);
    const dated = structuredClone(honest);
    present(dated.corrections[0]).at = '2020-01-01T00:00:00Z';
    expect(checkSnapshot(dated)).toEqual([]);
    expect(fieldsOf(first, dated)).toEqual([`corrections.${PLACE}.at`]);
  });

  test('one that waited to be shown, or was noted by a slow clock, gets that of the publication before, and keeps it', () => {
    const late = holding(factsOf(made, corrected(AT), { previous: first, at: LATEST }));
    expect(late.corrections.map(({ at }) => at)).toEqual([LATER]);
    expect(contradictions(first, late)).toEqual([]);
    const twice = holding(factsOf(made, corrected(AT, AT), { previous: late, at: LATEST }));
    expect(twice.corrections.map(({ version, at }) => [version, at])).toEqual([
      [2, LATER],
      [3, LATEST],
    ]);
    expect(contradictions(late, twice)).toEqual([]);
    // the second noted before the first, because somebody set the clock back between them
    const atOnce = holding(factsOf(made, corrected(LATEST, AT), { previous: first, at: LATEST }));
    expect(atOnce.corrections.map(({ version }) => version)).toEqual([2, 3]);
    expect(contradictions(first, atOnce)).toEqual([]);
  });
});
