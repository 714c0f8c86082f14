import { civilDate } from '@bilik/election';
import { describe, expect, test } from 'vitest';
import { present } from '../../test/changed-snapshot.ts';
import { syntheticSnapshot } from '../synthetic/index.ts';
import { assembleSnapshot, type SnapshotFacts } from './assemble.ts';
import { checkSnapshot } from './check-snapshot.ts';
import type { PublishedPlace } from './figures-schema.ts';
import { contradictions } from './follow-on.ts';
import type { PublishedVillage, Snapshot } from './schema.ts';

const AT = '2026-11-22T08:00:00Z';
const LATER = '2026-11-22T09:00:00Z';
const LATEST = '2026-11-22T10:00:00Z';
const made = syntheticSnapshot({ seed: 3, villages: 3, counted: 1, at: AT }).snapshot;

const PLACE = present(made.villages[0]?.places[0]).id;
const { code: VILLAGE, name: NAME } = present(made.villages[2]);
const placeOf = ({ villages }: Pick<Snapshot, 'villages'>) => present(villages[0]?.places[0]);

/** The next snapshot as the office assembles it. */
function nextOf(
  previous: Snapshot | undefined,
  at: string,
  change: (draft: Snapshot) => void = () => {},
  more: Partial<Pick<SnapshotFacts, 'left' | 'withheld'>> = {},
): Snapshot {
  const draft = structuredClone(made);
  change(draft);
  const { kind, event, corrections, regency, villages, subDistricts, rulePacks, files } = draft;
  return assembleSnapshot({
    ...{ kind, at, event, corrections, previous, regency: { code: regency.code, name: regency.name } },
    subDistricts: subDistricts.map(({ code, name }) => ({ code, name })),
    villages: villages.map((village) => ({ ...village, rulePack: present(rulePacks[0]) })),
    fileFacts: (sha256) => present(files.find((file) => file.sha256 === sha256)),
    ...more,
  });
}

/** What is wrong with a snapshot that was changed after it was assembled: alone, and after the one before. */
const fieldsOf = (before: Snapshot, after: Snapshot, change: (draft: Snapshot) => void = () => {}) => {
  const lie = structuredClone(after);
  change(lie);
  return [...checkSnapshot(lie), ...contradictions(before, lie)].map(({ field }) => field);
};

const uncounted = nextOf(undefined, AT, ({ villages }) => {
  for (const place of villages.flatMap(({ places }) => places)) place.result = null;
});
const counted = nextOf(undefined, AT);
const same = nextOf(counted, LATER);
const hide = (draft: Pick<Snapshot, 'villages'>) => {
  placeOf(draft).result = null;
};
const withheldOf = ({ version, figures, parts }: NonNullable<PublishedPlace['result']>) => ({
  withheld: { version, figures, parts, reason: 'Foto salah.' },
});
const fallen: NonNullable<PublishedVillage['fallen']>[number] = {
  ...{ candidate: 1, on: civilDate('2026-11-22'), document: 'Berita acara 1', reason: null },
  ...{ at: LATER, why: 'Calon nomor 1 mengaku curang.' },
};
const left = [{ code: VILLAGE, name: NAME, on: civilDate('2026-11-22'), reason: 'Calon tinggal satu.' }];

describe('the first publication follows none', () => {
  test.each<readonly [string, (draft: Snapshot) => void, string]>([
    [
      'withheld',
      (draft) => {
        const place = placeOf(draft);
        Object.assign(place, withheldOf(present(placeOf(counted).result)));
      },
      `places.${PLACE}.withheld`,
    ],
    [
      'fallen',
      (draft) => {
        present(draft.villages[0]).fallen = [fallen];
      },
      `villages.${present(made.villages[0]).code}.fallen`,
    ],
    [
      'left',
      (draft) => {
        draft.left = left.map((one) => ({ ...one, code: '16.07.01.2999' as typeof VILLAGE }));
      },
      'left',
    ],
  ])('nothing in it is %s', (_what, change, field) => {
    expect(checkSnapshot(uncounted)).toEqual([]);
    const lie = structuredClone(uncounted);
    change(lie);
    expect(checkSnapshot(lie).map((difference) => difference.field)).toEqual([field]);
  });

  test('and the office names no village in it that left before', () => {
    const first = nextOf(undefined, AT, ({ villages }) => void villages.splice(2), { left });
    expect(first.left).toBeUndefined();
    expect(checkSnapshot(first)).toEqual([]);
  });
});

describe('a result that is withheld', () => {
  const gone = nextOf(counted, LATER, hide, { withheld: { [PLACE]: 'Foto salah.' } });
  const still = nextOf(gone, LATEST, hide, { withheld: { [PLACE]: 'Alasan lain.' } });

  test('was published: of a place of which nothing was, nothing is withheld', () => {
    const after = nextOf(uncounted, LATER, hide);
    expect(fieldsOf(uncounted, after)).toEqual([]);
    const found = fieldsOf(uncounted, after, (draft) => {
      Object.assign(placeOf(draft), withheldOf(present(placeOf(counted).result)));
    });
    expect(found).toEqual([`places.${PLACE}.withheld`]);
  });

  test('is the very result that was published, with the reason that was given', () => {
    expect(fieldsOf(counted, gone)).toEqual([]);
    expect(fieldsOf(gone, still)).toEqual([]);
    expect(placeOf(still).withheld?.reason).toBe('Foto salah.');
    const rewritten = fieldsOf(gone, still, (draft) => {
      present(placeOf(draft).withheld).reason = 'Saksi memalsukan lembar.';
    });
    expect(rewritten).toEqual([`places.${PLACE}.withheld.reason`]);
    const newer = fieldsOf(counted, gone, (draft) => {
      present(placeOf(draft).withheld).version = 2;
    });
    expect(newer).toContain(`places.${PLACE}.withheld.version`);
  });

  test('has figures that are checked as published ones are', () => {
    const found = fieldsOf(counted, gone, (draft) => {
      present(placeOf(draft).withheld).figures.valid = 77_777;
    });
    expect(found).toContain(`places.${PLACE}.withheld.figures.valid`);
    const alone = structuredClone(gone);
    present(present(placeOf(alone).withheld).parts[0]).figures.total += 1;
    const parts = checkSnapshot(alone).map(({ field }) => field);
    expect(parts).toContain(`places.${PLACE}.withheld.parts.0.figures.total`);
  });
});

test('a fall that nobody saw before, or that is dated otherwise than the snapshot that says it first, is named', () => {
  const code = present(made.villages[1]).code;
  const invented = fieldsOf(uncounted, nextOf(uncounted, LATER), (draft) => {
    present(draft.villages[1]).fallen = [fallen];
  });
  expect(invented).toEqual([`villages.${code}.fallen`]);
  const winner = present(counted.villages.findIndex(({ outcome }) => outcome?.type === 'winner'));
  const determined = nextOf(counted, LATER, ({ villages }) => {
    const village = present(villages[winner]);
    const candidate = village.outcome?.type === 'winner' ? village.outcome.candidate : null;
    village.determination = {
      ...{ candidate, on: civilDate('2026-11-22'), document: 'Berita acara 1', reason: null },
    };
  });
  const reopened = nextOf(determined, LATEST);
  expect(fieldsOf(determined, reopened)).toEqual([]);
  const dated = fieldsOf(determined, reopened, ({ villages }) => {
    present(villages[winner]?.fallen?.[0]).at = '2020-01-01T00:00:00Z';
  });
  expect(dated).toEqual([`villages.${present(counted.villages[winner]).code}.fallen.0`]);
});

test('a village that was never in the event did not leave it, nor under another name', () => {
  const after = nextOf(uncounted, LATER, ({ villages }) => void villages.splice(2), { left });
  expect(fieldsOf(uncounted, after)).toEqual([]);
  const ghost = fieldsOf(counted, same, (draft) => {
    draft.left = left.map((one) => ({ ...one, code: '16.07.01.2999' as typeof VILLAGE, name: 'Hantu' }));
  });
  expect(ghost).toEqual(['left.16.07.01.2999']);
  const renamed = fieldsOf(uncounted, after, (draft) => {
    present(draft.left?.[0]).name = 'Hantu';
  });
  expect(renamed).toEqual([`left.${VILLAGE}`]);
  const byOffice = left.map((one) => ({ ...one, name: 'Nama lain' }));
  const said = nextOf(uncounted, LATER, ({ villages }) => void villages.splice(2), { left: byOffice });
  expect(said.left).toEqual(left);
});

test('another photo before those of the same version is named; behind them it may come', () => {
  const photo = 'e'.repeat(64);
  const add = (where: 'push' | 'unshift') => (draft: Snapshot) => {
    present(placeOf(draft).result?.parts[0]).evidence.sheetPhotos[where](photo);
    draft.files.push({ sha256: photo, bytes: 1, kind: 'sheet-photo', media: 'png' });
    draft.files.sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
  };
  expect(fieldsOf(counted, same, add('push'))).toEqual([]);
  expect(fieldsOf(counted, same, add('unshift'))).toEqual([`places.${PLACE}.parts.0.evidence`]);
});

test('a correction from the future is named; one that a fast clock noted gets the moment of the snapshot', () => {
  const correct = (draft: Snapshot) => {
    const result = present(placeOf(draft).result);
    const before = structuredClone(result.figures);
    const [one, two] = result.figures.options;
    [present(one).votes, present(two).votes] = [present(two).votes, present(one).votes];
    present(result.parts[0]).figures = structuredClone(result.figures);
    result.version = 2;
    const reason = 'Salah baca.';
    draft.corrections.push({ place: PLACE, version: 2, at: LATEST, reason, before, after: result.figures });
  };
  const honest = nextOf(counted, LATER, correct);
  expect(honest.corrections.map(({ at }) => at)).toEqual([LATER]);
  expect(fieldsOf(counted, honest)).toEqual([]);
  const future = fieldsOf(counted, honest, (draft) => {
    present(draft.corrections[0]).at = '2099-01-01T00:00:00Z';
  });
  expect(future).toEqual([`corrections.${PLACE}.at`]);
});

test.each(['result', 'objection', 'decree', 'inauguration'] as const)(
  'the stage “%s” of a village without any result is named',
  (name) => {
    const stage = { name, since: civilDate('2026-11-22'), note: null };
    const of = (snapshot: Snapshot) =>
      fieldsOf(snapshot, snapshot, ({ villages }) => Object.assign(present(villages[1]), { stage }));
    expect(of(uncounted)).toEqual([`villages.${present(made.villages[1]).code}.stage`]);
    expect(of(counted)).toEqual([]);
  },
);

test('where a machine gave way to paper, a result of one of the two is named', () => {
  const half = structuredClone(counted);
  placeOf(half).mode = 'mixed';
  expect(checkSnapshot(half).map(({ field }) => field)).toEqual([`places.${PLACE}.parts`]);
});

test('a record that a mobile group’s paper has for itself is no evidence of it', () => {
  const mobile = structuredClone(counted);
  const place = placeOf(mobile);
  const part = present(place.result?.parts[0]);
  place.mode = 'electronic';
  part.source = 'mobile-group';
  const [record, signedResult] = ['d'.repeat(64), 'e'.repeat(64)];
  part.evidence = { record, signedResult, voidList: null, sheetPhotos: [], code: null };
  const found = checkSnapshot(mobile).filter(({ field }) => field.startsWith('places.'));
  expect(found.map(({ written, expected }) => [written, expected])).toEqual([
    ['', 'record of the same signed result'],
    [record, ''],
  ]);
  // nor a void list that nobody signed beside it
  part.evidence = { ...part.evidence, record: null, voidList: record };
  expect(checkSnapshot(mobile).map(({ written }) => written)).toContain(record);
});
