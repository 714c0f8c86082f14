import { defaultRulePack } from '@bilik/election';
import { defaultCalendar } from '@bilik/preparation';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../src/accounts/sessions.ts';
import { noteOwnStage } from '../src/calendar/calendar-routes.ts';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { lockVillage } from '../src/set-up/known-village.ts';
import { rulePackFingerprint } from '../src/set-up/set-up-store.ts';
import { SET_UP_ELECTION } from './set-up-election.ts';
import { REGENCY, TEST_NOW, VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';
import { giveVotes, outcomeVillage } from './village-outcome.ts';

const NEIGHBOUR = '16.07.01.2002';
const COMMITTEE = { account: 'committee', area: VILLAGE, role: 'committee', name: 'Ketua Buatan' } as const;

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
  await outcomeVillage(center);
});
afterAll(() => center.close());

const act = async (account: string, name: string, input: object) => {
  const { body } = await center.act(account, name, input);
  return body.ok ? 'done' : body.error?.type;
};
const leave = (village: string) => {
  const fact = { type: 'left', decidedOn: '2026-12-01', reason: 'digabung dengan desa tetangga' };
  return act('regency', 'calendar.decide', { election: SET_UP_ELECTION, village, fact });
};
const expected = async () => {
  const row = await center.store.owner
    .selectFrom('expected_places')
    .select('places')
    .where('election', '=', SET_UP_ELECTION)
    .where('area', '=', REGENCY)
    .executeTakeFirstOrThrow();
  return row.places;
};

test('a village leaves an event with a reason, is expected no more, and nothing is added to it; one with results stays', async () => {
  const before = await expected();
  await giveVotes(center, 41, 38);
  expect(await leave(VILLAGE)).toBe('results-stand');
  expect(await leave(NEIGHBOUR)).toBe('done');
  expect(await expected()).toBe(before - 1);
  // what changes about its places afterwards does not bring them back
  await center.store.owner
    .updateTable('place')
    .set({ registered_l: 3 })
    .where('election', '=', SET_UP_ELECTION)
    .where('area', '=', NEIGHBOUR)
    .execute();
  expect(await expected()).toBe(before - 1);
  expect(await leave(NEIGHBOUR)).toBe('village-left');
  const condition = { type: 'condition', condition: 'objection-filed', holds: true };
  expect(
    await act('regency', 'calendar.decide', {
      election: SET_UP_ELECTION,
      village: NEIGHBOUR,
      fact: condition,
    }),
  ).toBe('village-left');
  expect(
    await act('regency', 'set-up.note-condition', {
      ...{ election: SET_UP_ELECTION, village: NEIGHBOUR, scores: {} },
      ...{ power: 'grid', hasLegalBasis: true },
    }),
  ).toBe('village-left');
  // it may be put into another event
  expect(
    await act('regency', 'set-up.make-event', {
      ...{ id: 'pilkades-2029', title: { id: 'Pilkades 2029', en: 'Elections 2029' } },
      conduct: {
        by: 'regency',
        rulePack: {
          ...{ id: defaultRulePack.id, version: defaultRulePack.version },
          fingerprint: rulePackFingerprint(defaultRulePack),
        },
      },
      waves: [
        {
          ...{ number: 1, villages: [NEIGHBOUR] },
          voting: { date: '2029-06-06', zone: 'WIB', opens: '07:00', closes: '13:00' },
        },
      ],
    }),
  ).toBe('done');
});

test('the draw and the last signature note their stages; what the calendar waits for is said, and the act stands', async () => {
  const own = (stage: 'number-draw' | 'ballot-proof') =>
    inScope(center.store.database, OWN_WORK, async (transaction) => {
      const village = await lockVillage(transaction, SET_UP_ELECTION, VILLAGE);
      if (!village.ok) throw new Error(village.error.type);
      const by: SignedIn = { ...COMMITTEE, session: '' };
      const open = await noteOwnStage({ transaction, by, now: TEST_NOW }, village.value, stage);
      return open === null ? null : open.id;
    });
  expect(await own('number-draw')).toMatch(/menunggu/);
  // all that stands before the draw is done
  const wanted = new Set(['number-draw']);
  for (let before = 0; before < wanted.size; ) {
    before = wanted.size;
    for (const { id, after } of defaultCalendar.stages) {
      if (wanted.has(id)) for (const { stage } of after) wanted.add(stage);
    }
  }
  wanted.delete('number-draw');
  for (const stage of wanted) {
    await center.store.owner
      .insertInto('calendar_fact')
      .values({
        ...{ election: SET_UP_ELECTION, area: VILLAGE, account: 'committee', at: TEST_NOW },
        fact: JSON.stringify({ type: 'stage-done', stage, doneOn: '2026-11-30', note: null }),
      })
      .execute();
  }
  expect(await own('number-draw')).toBeNull();
  expect(await own('ballot-proof')).toBeNull();
  // asked again, they are noted once
  expect(await own('ballot-proof')).toBeNull();
  const facts = await center.store.owner
    .selectFrom('calendar_fact')
    .select('fact')
    .where('at', '=', TEST_NOW)
    .execute();
  const noted = facts.flatMap(({ fact }) =>
    fact.type === 'stage-done' ? [`${fact.stage} ${fact.doneOn}`] : [],
  );
  expect(noted.filter((line) => line.endsWith('2026-12-01')).sort()).toEqual([
    ...['ballot-proof 2026-12-01', 'number-draw 2026-12-01'],
  ]);
});
