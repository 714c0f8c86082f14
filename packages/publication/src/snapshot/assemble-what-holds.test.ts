import { defaultRulePack, pollingPlaceId } from '@bilik/election';
import { describe, expect, test } from 'vitest';
import { findLeaks } from '../leak/find-leaks.ts';
import { syntheticSnapshot } from '../synthetic/index.ts';
import type { SnapshotFacts, VillageFacts } from './assemble.ts';
import { assembleWhatHolds } from './assemble-what-holds.ts';
import { checkSnapshot } from './check-snapshot.ts';
import { contradictions } from './follow-on.ts';
import type { Snapshot } from './schema.ts';
import { snapshotText } from './snapshot-text.ts';

const VILLAGES = 20;
const first = syntheticSnapshot({
  seed: 5,
  villages: VILLAGES,
  counted: 1,
  at: '2026-11-22T08:00:00Z',
}).snapshot;
const SPOILED = first.villages[3]?.code ?? '';

type Draft = { -readonly [Key in keyof SnapshotFacts]: SnapshotFacts[Key] } & { villages: VillageFacts[] };

/** The facts after a snapshot, as the office gathers them, with one change. */
function factsAfter(
  previous: Snapshot | undefined,
  change: (draft: Draft) => void = () => {},
): SnapshotFacts {
  const { kind, event, corrections, regency, villages, subDistricts, files } = structuredClone(first);
  const draft: Draft = {
    ...{ kind, at: '2026-11-22T09:00:00Z', event, corrections, previous },
    regency: { code: regency.code, name: regency.name },
    subDistricts: subDistricts.map(({ code, name }) => ({ code, name })),
    villages: villages.map(({ totals: _totals, outcome: _outcome, state: _state, ...village }) => ({
      ...village,
      rulePack: defaultRulePack,
    })),
    fileFacts(sha256) {
      const file = files.find((one) => one.sha256 === sha256);
      if (file === undefined) throw new Error('nobody gathered it');
      return { bytes: file.bytes, media: file.media };
    },
  };
  change(draft);
  return draft;
}

function spoiled({ villages }: Draft): VillageFacts {
  const village = villages.find(({ code }) => code === SPOILED);
  if (village === undefined) throw new Error('it is there');
  return village;
}

/** What is published may be published: it holds together, follows what was, and the crawl finds nothing. */
function mayBePublished(snapshot: Snapshot, previous: Snapshot | undefined): void {
  expect(checkSnapshot(snapshot)).toEqual([]);
  if (previous !== undefined) expect(contradictions(previous, snapshot)).toEqual([]);
  expect(findLeaks('snapshot.json', new TextEncoder().encode(snapshotText(snapshot)))).toEqual([]);
}

test('where everything holds nobody is kept back', () => {
  const { snapshot, keptBack } = assembleWhatHolds(factsAfter(first));
  expect(keptBack).toEqual([]);
  expect(snapshot.villages).toEqual(first.villages);
});

const CHANGES: readonly (readonly [string, string, (village: VillageFacts, draft: Draft) => void])[] = [
  [
    'a candidate’s name with a NIK',
    'text-not-public',
    (village) => {
      const [candidate] = village.contest?.candidates ?? [];
      if (candidate !== undefined) candidate.name = 'Sari 1607990101900001';
    },
  ],
  [
    'its own name with a phone number',
    'text-not-public',
    (village) => {
      Object.assign(village, { name: 'Desa 081234567890' });
    },
  ],
  [
    'a candidate whose name holds a NIK in other digits',
    'text-not-public',
    (village) => {
      const [candidate] = village.contest?.candidates ?? [];
      if (candidate !== undefined) candidate.name = 'Sari １６０７ ９９０１ ０１９０ ０００１';
    },
  ],
  [
    'a name that is none',
    'contradicts',
    (village) => {
      Object.assign(village, { name: 'Dua\nbaris' });
    },
  ],
  [
    'votes that do not add up',
    'contradicts',
    (village) => {
      const result = village.places[0]?.result;
      if (result) result.figures.valid += 1;
    },
  ],
  [
    'another way of voting than its evidence',
    'contradicts',
    (village) => {
      for (const place of village.places) place.mode = 'electronic';
    },
  ],
];

describe('one village that cannot be published', () => {
  test.each(CHANGES)('%s: it is out, named, and all others are there', (_name, why, change) => {
    const facts = factsAfter(undefined, (draft) => change(spoiled(draft), draft));
    const { snapshot, keptBack } = assembleWhatHolds(facts);
    expect(keptBack).toMatchObject([{ village: SPOILED, why, stays: false }]);
    expect(snapshot.villages.map(({ code }) => code)).toEqual(
      first.villages.map(({ code }) => code).filter((code) => code !== SPOILED),
    );
    mayBePublished(snapshot, undefined);
  });

  test.each([
    ...CHANGES,
    [
      'other registered voters',
      'voters-changed',
      ({ places }: VillageFacts) => {
        for (const { registered } of places) registered.L += 1;
      },
    ],
    [
      'another candidate',
      'candidates-changed',
      ({ contest }: VillageFacts) => {
        const [candidate] = contest?.candidates ?? [];
        if (candidate !== undefined) candidate.name = 'Orang Lain';
      },
    ],
    [
      'other rules',
      'rules-changed',
      (village: VillageFacts) => {
        Object.assign(village, { rulePack: { ...defaultRulePack, version: defaultRulePack.version + 1 } });
      },
    ],
    [
      'figures without a correction',
      'contradicts',
      ({ places }: VillageFacts) => {
        const [part] = places[0]?.result?.parts ?? [];
        const figures = places[0]?.result?.figures;
        for (const one of [part?.figures, figures]) {
          if (one === undefined) continue;
          const [left, right] = one.options;
          if (left && right) [left.votes, right.votes] = [right.votes + 1, left.votes - 1];
        }
      },
    ],
    [
      'gone from the event',
      'gone',
      (_village: VillageFacts, draft: Draft) => {
        draft.villages = draft.villages.filter(({ code }) => code !== SPOILED);
      },
    ],
  ] as const)(
    '%s: it stays as it was published, named, and what is new of the others is there',
    (_name, why, change) => {
      const facts = factsAfter(first, (draft) => {
        change(spoiled(draft), draft);
        const other = draft.villages.find(({ code }) => code !== SPOILED);
        if (other !== undefined) Object.assign(other.stage, { name: 'result' });
      });
      const { snapshot, keptBack } = assembleWhatHolds(facts);
      expect(keptBack).toMatchObject([{ village: SPOILED, why, stays: true }]);
      const publishedOf = ({ villages }: Snapshot) => villages.find(({ code }) => code === SPOILED);
      expect(publishedOf(snapshot)).toEqual(publishedOf(first));
      expect(snapshot.villages[0]?.stage.name).toBe('result');
      expect(snapshot.villages).toHaveLength(VILLAGES);
      mayBePublished(snapshot, first);
    },
  );
});

test('what is everybody’s stops everybody, with its place', () => {
  const facts = factsAfter(first, ({ event }) => {
    event.title.id = 'Hubungi 081234567890';
  });
  expect(() => assembleWhatHolds(facts)).toThrow(/nothing is published: text-not-public at phone/);
});

describe('villages that hold by themselves and not together', () => {
  const OTHER = first.villages[7]?.code ?? '';

  /** The portrait of another village's candidate, as it can be had from the public site, is sent as the photo of a sheet. */
  function stolenPortrait({ villages }: Draft): void {
    const victim = villages.find(({ code }) => code === OTHER);
    const [evidence] = villages
      .filter(({ code }) => code === SPOILED)
      .flatMap(({ places }) => places.flatMap(({ result }) => result?.parts ?? []))
      .map((part) => part.evidence);
    const [candidate] = victim?.contest?.candidates ?? [];
    if (evidence === undefined || !candidate?.photo) throw new Error('they are there');
    const portrait = candidate.photo;
    for (const village of villages) {
      for (const one of village.contest?.candidates ?? []) {
        if (one.photo === portrait && village.code !== OTHER) one.photo = null;
      }
    }
    evidence.sheetPhotos = [portrait];
  }

  test('a candidate’s portrait as the photo of a sheet: who sent it is kept back and named, and all others are there', () => {
    const { snapshot, keptBack } = assembleWhatHolds(factsAfter(undefined, stolenPortrait));
    expect(keptBack).toMatchObject([{ village: SPOILED, why: 'contradicts', stays: false }]);
    expect(snapshot.villages).toHaveLength(VILLAGES - 1);
    mayBePublished(snapshot, undefined);
  });

  test('the photo of a published sheet as a portrait: the sheet stays, and its village is not held up', () => {
    const facts = factsAfter(first, (draft) => {
      const [photo] = first.villages
        .filter(({ code }) => code === OTHER)
        .flatMap(({ places }) => places.flatMap(({ result }) => result?.parts ?? []))
        .flatMap((part) => part.evidence.sheetPhotos);
      const [village] = draft.villages;
      const uncounted = { ...structuredClone(village), code: '16.07.02.2999' } as VillageFacts;
      uncounted.places = [];
      for (const one of uncounted.contest?.candidates ?? []) one.photo = photo ?? null;
      draft.villages.push(uncounted);
      draft.subDistricts = [
        ...draft.subDistricts.filter(({ code }) => code !== '16.07.02'),
        { code: '16.07.02', name: 'Latihan' },
      ];
      const other = draft.villages.find(({ code }) => code === OTHER);
      if (other !== undefined) Object.assign(other.stage, { name: 'result' });
    });
    const { snapshot, keptBack } = assembleWhatHolds(facts);
    expect(keptBack).toMatchObject([{ village: '16.07.02.2999', why: 'contradicts', stays: false }]);
    expect(snapshot.villages.find(({ code }) => code === OTHER)?.stage.name).toBe('result');
    mayBePublished(snapshot, first);
  });

  test('more corrections than a snapshot has room for: the village that brings most goes, the others are there', () => {
    const VERSIONS = 900;
    const facts = factsAfter(undefined, (draft) => {
      for (const [code, places] of [
        [SPOILED, 15],
        [OTHER, 8],
      ] as const) {
        const village = draft.villages.find((one) => one.code === code);
        const [seed] = village?.places ?? [];
        if (village === undefined || !seed?.result) throw new Error('it was counted');
        const { figures } = seed.result;
        village.places = Array.from({ length: places }, (_, index) => {
          const copy = structuredClone(seed);
          Object.assign(copy, { id: `${code}-${100 + index}` });
          if (copy.result) copy.result.version = VERSIONS;
          const [part] = copy.result?.parts ?? [];
          if (part) part.evidence.sheetPhotos = [`${code}${index}`.replaceAll('.', '').padStart(64, 'a')];
          return copy;
        });
        draft.corrections = [
          ...draft.corrections,
          ...village.places.flatMap(({ id }) =>
            Array.from({ length: VERSIONS - 1 }, (_, index) => ({
              ...{ place: id as string, version: index + 2, at: '2026-11-22T07:00:00Z', reason: 'salah' },
              ...{ before: figures, after: figures },
            })),
          ),
        ];
      }
      const { fileFacts } = draft;
      draft.fileFacts = (sha256) =>
        sha256.startsWith('aaaa') ? { bytes: 1, media: 'png' as const } : fileFacts(sha256);
    });
    const { snapshot, keptBack } = assembleWhatHolds(facts);
    expect(keptBack).toMatchObject([{ village: SPOILED, why: 'contradicts', at: 'corrections' }]);
    expect(snapshot.villages).toHaveLength(VILLAGES - 1);
    mayBePublished(snapshot, undefined);
  });

  test('a village of more polling places than a snapshot has room for, or that cannot be read at all, is named', () => {
    const crowded = factsAfter(first, (draft) => {
      const village = spoiled(draft);
      const [seed] = village.places;
      if (seed === undefined) throw new Error('it has a place');
      village.places = Array.from({ length: 201 }, (_, index) => ({
        ...{ ...structuredClone(seed), result: null },
        id: pollingPlaceId(village.code, index + 1),
      }));
    });
    expect(assembleWhatHolds(crowded).keptBack).toMatchObject([
      { village: SPOILED, why: 'contradicts', stays: true },
    ]);
    const unread = factsAfter(first, (draft) => {
      draft.villages = draft.villages.filter(({ code }) => code !== SPOILED);
      Object.assign(draft, { unread: [SPOILED] });
    });
    const { snapshot, keptBack } = assembleWhatHolds(unread);
    expect(keptBack).toMatchObject([{ village: SPOILED, why: 'contradicts', stays: true }]);
    expect(snapshot.villages).toEqual(first.villages);
    mayBePublished(snapshot, first);
  });
});
