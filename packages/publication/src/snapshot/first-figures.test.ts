import { civilDate, pollingPlaceId } from '@bilik/election';
import { describe, expect, test } from 'vitest';
import { present } from '../../test/changed-snapshot.ts';
import { syntheticSnapshot } from '../synthetic/index.ts';
import { assembleWhatHolds } from './assemble-what-holds.ts';
import { contradictions } from './follow-on.ts';
import type { PublishedVillage, Snapshot } from './schema.ts';
import { firstFiguresWait } from './what-stays.ts';

const DAY_BEFORE = '2026-11-20T08:00:00Z';
const VOTING_DAY = '2026-11-22T02:00:00Z';
const COUNT = '2026-11-22T08:00:00Z';
const made = syntheticSnapshot({ seed: 3, villages: 3, counted: 1, at: COUNT }).snapshot;
const [FIRST, SECOND] = made.villages.map(({ code }) => code);

type Change = (village: PublishedVillage, draft: Snapshot) => void;
const nothing: Change = () => {};

/** The event at a moment, its first village changed; with the figures of all villages, or none. */
function eventAt(at: string, stage: PublishedVillage['stage']['name'], change = nothing, isCounted = false) {
  const draft = structuredClone(made);
  Object.assign(draft, { at, number: 2 });
  for (const village of draft.villages) {
    village.stage.name = stage;
    if (!isCounted) for (const place of village.places) place.result = null;
  }
  change(present(draft.villages[0]), draft);
  return draft;
}
const counted = (change?: Change) => eventAt(COUNT, 'counting', change, true);
const fieldsOf = (before: Snapshot, after: Snapshot) =>
  contradictions(before, after).map(({ field }) => field);

const changes: readonly (readonly [name: string, change: Change, field: string])[] = [
  [
    'candidates who exchange their names',
    ({ contest }) => {
      const [one, two] = present(contest).candidates;
      [present(one).name, present(two).name] = [present(two).name, present(one).name];
    },
    `villages.${FIRST}.contest.candidates`,
  ],
  [
    'the portrait of one on the other',
    ({ contest }) => {
      const [one, two] = present(contest).candidates;
      present(one).photo = present(two).photo;
    },
    `villages.${FIRST}.contest.candidates`,
  ],
  [
    'another title',
    ({ contest }) => Object.assign(present(contest), { title: { id: 'Ketua BPD', en: 'Council' } }),
    `villages.${FIRST}.contest.title`,
  ],
  ['another name', (village) => Object.assign(village, { name: 'Lain' }), `villages.${FIRST}.name`],
  [
    'other rules',
    (village) => Object.assign(village, { rulePack: 'f'.repeat(64) }),
    `villages.${FIRST}.rulePack`,
  ],
  [
    'a polling place more',
    ({ code, places }) => {
      places.push({ ...present(places[0]), id: pollingPlaceId(code, 99), result: null });
    },
    `villages.${FIRST}.places`,
  ],
  [
    'another list of voters',
    ({ places }) => {
      present(places[0]).registered.L += 200;
    },
    `places.${FIRST}-001.registered`,
  ],
  [
    'another way of voting',
    ({ places }) => Object.assign(present(places[0]), { mode: 'electronic' }),
    `places.${FIRST}-001.mode`,
  ],
  [
    'another key of the sheets',
    (_village, { event }) =>
      Object.assign(event, {
        sheetKey: { signingKey: `${'A'.repeat(43)}=`, electionFingerprint: 'A'.repeat(43) },
      }),
    'event.sheetKey',
  ],
];

describe('what the first figures are figures of', () => {
  const before = eventAt(DAY_BEFORE, 'campaign');
  const voting = eventAt(VOTING_DAY, 'voting');

  test('nothing else changed: they may come, after any publication', () => {
    expect(fieldsOf(before, counted())).toEqual([]);
    expect(fieldsOf(voting, counted())).toEqual([]);
    expect(fieldsOf(before, voting)).toEqual([]);
  });

  test.each(changes)('%s in the step in which they come is named', (_name, change, field) => {
    expect(fieldsOf(voting, counted(change))).toEqual([field]);
    expect(fieldsOf(before, counted(change))).toEqual([field]);
  });

  test.each(changes)(
    '%s once the voting began is named; before its day it may be',
    (_name, change, field) => {
      expect(fieldsOf(voting, eventAt(COUNT, 'voting', change))).toEqual([field]);
      expect(fieldsOf(eventAt(DAY_BEFORE, 'counting'), eventAt(DAY_BEFORE, 'counting', change))).toEqual([
        field,
      ]);
      expect(fieldsOf(before, eventAt(VOTING_DAY, 'voting', change))).toEqual([]);
    },
  );

  test('the day begins where the event is, not in Greenwich', () => {
    const change: Change = (village) => Object.assign(village, { name: 'Lain' });
    const [eve, dawn] = ['2026-11-21T16:59:00Z', '2026-11-21T17:00:00Z'];
    expect(fieldsOf(eventAt(eve, 'voting'), eventAt(COUNT, 'voting', change))).toEqual([]);
    expect(fieldsOf(eventAt(dawn, 'voting'), eventAt(COUNT, 'voting', change))).toEqual([
      `villages.${FIRST}.name`,
    ]);
  });

  test('a village, its candidates, its polling places: who was not there comes without figures, and then has them', () => {
    const without: readonly Change[] = [
      (_village, { villages }) => villages.shift(),
      (village) => Object.assign(village, { contest: null }),
      (village) => Object.assign(village, { places: [] }),
    ];
    for (const change of without) {
      const unsaid = eventAt(VOTING_DAY, 'voting', change);
      expect(fieldsOf(unsaid, counted())).not.toEqual([]);
      expect(fieldsOf(unsaid, eventAt(COUNT, 'voting'))).toEqual([]);
    }
    expect(fieldsOf(eventAt(VOTING_DAY, 'voting', without[0]), counted())).toEqual([
      `villages.${FIRST}.places`,
    ]);
  });

  test('an office lets them wait where something of that is new, and only there', () => {
    const [village, shown] = [present(counted().villages[0]), present(voting.villages[0])];
    expect(firstFiguresWait(shown, { ...village, places: village.places.toReversed() })).toBe(false);
    expect(firstFiguresWait(undefined, village)).toBe(true);
    expect(firstFiguresWait({ ...shown, name: 'Lain' }, village)).toBe(true);
    expect(firstFiguresWait({ ...shown, name: 'Lain' }, present(voting.villages[0]))).toBe(false);
    expect(firstFiguresWait({ ...village, name: 'Lain' }, village)).toBe(false);
  });

  test('the office’s own assembling keeps that village back by name, and the others go on', () => {
    const after = counted();
    const { kind, at, event, corrections, regency, villages, subDistricts, rulePacks } = after;
    const exchanged = structuredClone(villages);
    present(changes[0])[1](present(exchanged[0]), after);
    const { snapshot, keptBack } = assembleWhatHolds({
      ...{ kind, at, event, corrections, previous: voting },
      regency: { code: regency.code, name: regency.name },
      subDistricts: subDistricts.map(({ code, name }) => ({ code, name })),
      villages: exchanged.map(({ totals: _totals, outcome: _outcome, state: _state, ...village }) => ({
        ...{ ...village, rulePack: present(rulePacks[0]) },
      })),
      fileFacts: (sha256) => {
        const { bytes, media } = present(made.files.find((file) => file.sha256 === sha256));
        return { bytes, media };
      },
    });
    expect(keptBack).toMatchObject([{ village: FIRST, why: 'candidates-changed', stays: true }]);
    expect(contradictions(voting, snapshot)).toEqual([]);
    const hasFigures = snapshot.villages.map(({ places }) => places.some(({ result }) => result !== null));
    expect(hasFigures).toEqual([false, true, true]);
  });
});

describe('a voting that is put off to a later day', () => {
  const LATER_DAY = civilDate('2026-12-06');
  const putOff: Change = (village) => {
    Object.assign(village, { votingDate: LATER_DAY });
    present(village.places[0]).registered.L += 1;
  };
  const voting = eventAt(VOTING_DAY, 'voting');

  test('may be prepared anew until that day, also where its stage is voting still', () => {
    for (const stage of ['voting', 'postponed', 'voter-list'] as const) {
      const after = eventAt(COUNT, stage, putOff);
      expect(fieldsOf(voting, after)).toEqual([]);
      const again: Change = (village, draft) => {
        putOff(village, draft);
        putOff(village, draft);
      };
      expect(fieldsOf(after, eventAt('2026-11-30T08:00:00Z', stage, again))).not.toContain(
        `places.${FIRST}-001.registered`,
      );
    }
    const due = eventAt('2026-12-06T02:00:00Z', 'voting', putOff);
    const late: Change = (village) => Object.assign(village, { votingDate: LATER_DAY });
    expect(fieldsOf(due, eventAt('2026-12-06T03:00:00Z', 'voting', late))).toContain(
      `places.${FIRST}-001.registered`,
    );
  });

  test('is not put off with figures, nor once it is past voting, nor to a day that has come', () => {
    const field = `places.${FIRST}-001.registered`;
    expect(fieldsOf(voting, counted(putOff))).toEqual([field]);
    expect(fieldsOf(eventAt(VOTING_DAY, 'counting'), eventAt(COUNT, 'postponed', putOff))).toEqual([field]);
    expect(fieldsOf(voting, eventAt('2026-12-06T02:00:00Z', 'voting', putOff))).toContain(field);
    const other = eventAt(COUNT, 'voting', (_village, { villages }) => {
      present(present(villages[1]).places[0]).registered.L += 1;
    });
    expect(fieldsOf(voting, other)).toEqual([`places.${SECOND}-001.registered`]);
  });
});
