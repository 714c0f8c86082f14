import { civilDate, defaultRulePack } from '@bilik/election';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waveSchema } from '../event/event.ts';
import { parseCalendar } from './calendar-check.ts';
import { addDays, daysBetween, lastDayOf } from './days.ts';
import { defaultCalendar } from './default-calendar.ts';
import { byLateness, standingOn } from './lateness.ts';
import { mayNote, stagesFromRegistration } from './note-fact.ts';
import { othersCalendar } from './others-calendar.ts';
import { type PlanInput, planStages } from './plan.ts';
import { isForOthers, type Stage } from './stage.ts';
import { type CalendarFact, foldLife } from './village-life.ts';

const VOTING = civilDate('2027-02-03');

function input(changes: Partial<PlanInput> = {}): PlanInput {
  return {
    calendar: defaultCalendar,
    rulePack: defaultRulePack,
    votingDate: VOTING,
    extensionDays: 0,
    conditions: new Set(),
    doneOn: new Map(),
    today: null,
    ...changes,
  };
}

function datesOf(planned: ReturnType<typeof planStages>): Record<string, string> {
  if (!planned.ok) throw new Error(planned.error.sentence.en);
  return Object.fromEntries(planned.value.map(({ stage, begins, due }) => [stage.id, `${begins}..${due}`]));
}

describe('the plan of a village', () => {
  test('the general calendar is itself in order, and gives the days of Tegal 2027 where it took its places from', () => {
    expect(parseCalendar(defaultCalendar)).toMatchObject({ ok: true });
    // days of Keputusan Bupati Tegal 100.3.3.2/713/2026 as reported (pilkades.md, 2.2)
    expect(datesOf(planStages(input()))).toMatchObject({
      registration: '2026-11-12..2026-11-20',
      'voter-registration': '2026-12-03..2026-12-11',
      'provisional-list': '2026-12-14..2026-12-16',
      'supplementary-list': '2026-12-22..2026-12-24',
      'final-list': '2026-12-28..2026-12-28',
      'final-list-posted': '2026-12-29..2026-12-31',
      'candidates-set': '2027-01-20..2027-01-20',
      'number-draw': '2027-01-25..2027-01-25',
      voting: '2027-02-03..2027-02-03',
    });
    expect(
      datesOf(planStages(input({ conditions: new Set(['too-many-candidates']) })))['extra-selection'],
    ).toBe('2027-01-18..2027-01-18');
  });

  test('both extensions of UU 3/2024 fit before voting; thirty days more do not, and the refusal says by how much', () => {
    const extended = planStages(input({ extensionDays: 25 }));
    expect(datesOf(extended)).toMatchObject({
      registration: '2026-11-12..2026-12-15',
      research: '2026-12-29..2027-01-17',
      voting: '2027-02-03..2027-02-03',
    });
    const late = planStages(input({ extensionDays: 55 }));
    if (late.ok) throw new Error('there was room');
    expect(late.error).toMatchObject({ type: 'no-room-before-voting', stage: { id: 'quiet-period' } });
    const shift = late.error.missingDays;
    // as many days later it does fit, one day less it does not
    expect(planStages(input({ extensionDays: 55 - shift })).ok).toBe(true);
    expect(planStages(input({ extensionDays: 55 - shift + 1 })).ok).toBe(false);
    expect(late.error.sentence.id).toContain('Tunda');
  });

  test('no stage begins before what it waits for is finished, whatever the calendar, the facts and the holidays', () => {
    const reached = { planned: 0, noRoom: 0, pushed: 0, conditional: 0 };
    fc.assert(
      fc.property(
        anyCalendar,
        fc.integer({ min: 0, max: 40 }),
        fc.boolean(),
        ({ stages, done }, extensionDays, too) => {
          const holidays = ['2027-01-01', '2027-02-08'].map(civilDate);
          const calendar = { ...defaultCalendar, stages, holidays };
          expect(parseCalendar(calendar)).toMatchObject({ ok: true });
          const conditions = new Set(too ? (['too-many-candidates'] as const) : []);
          const plan = planStages(
            input({ calendar, extensionDays, conditions, doneOn: done, today: VOTING }),
          );
          const planned = plan.ok ? plan.value : plan.error.before;
          reached[plan.ok ? 'planned' : 'noRoom'] += 1;
          if (too) reached.conditional += 1;
          const byId = new Map(planned.map((stage) => [stage.stage.id, stage]));
          for (const { stage, begins, due, finishes } of planned) {
            expect(due >= begins).toBe(true);
            for (const { stage: id, sameDay } of stage.after) {
              const before = byId.get(id);
              expect(before).toBeDefined();
              if (before === undefined || done.has(stage.id)) continue;
              expect(daysBetween(before.finishes, begins)).toBeGreaterThanOrEqual(sameDay ? 0 : 1);
              expect(finishes >= before.finishes).toBe(true);
              if (stage.beginsDaysFromVoting !== null && begins > addDays(VOTING, stage.beginsDaysFromVoting))
                reached.pushed += 1;
            }
          }
        },
      ),
      { numRuns: 400, seed: 1607 },
    );
    expect(Math.min(...Object.values(reached))).toBeGreaterThan(20);
  });

  test('working days leave out week ends and holidays', () => {
    // Friday 5 February 2027; Monday 8 is a holiday here
    const holidays = new Set(['2027-02-08']);
    expect(lastDayOf(civilDate('2027-02-05'), 3, 'working-days', holidays)).toBe('2027-02-10');
    expect(lastDayOf(civilDate('2027-02-06'), 1, 'working-days', holidays)).toBe('2027-02-09');
    expect(lastDayOf(civilDate('2027-02-05'), 3, 'calendar-days', holidays)).toBe('2027-02-07');
  });

  test('calendars with a circle, an unknown or repeated stage, or no voting day are refused by name', () => {
    const stages = defaultCalendar.stages;
    const broken = (change: (stage: Stage) => Stage) => {
      const parsed = parseCalendar({ ...defaultCalendar, stages: stages.map(change) });
      return parsed.ok ? [] : parsed.error.map(({ code }) => code);
    };
    const after = (id: string, stage: string) => (one: Stage) =>
      one.id === id ? { ...one, after: [{ stage, sameDay: false }] } : one;
    expect(broken(after('registration', 'inauguration'))).toContain('stage-circle');
    expect(broken(after('registration', 'nowhere'))).toEqual(['stage-unknown']);
    expect(broken((stage) => (stage.id === 'minutes' ? { ...stage, id: 'objections' } : stage))).toContain(
      'stage-twice',
    );
    expect(
      broken((stage) => (stage.id === 'voting' ? { ...stage, beginsDaysFromVoting: 1 } : stage)),
    ).toEqual(['voting-stage']);
    expect(broken((stage) => ({ ...stage, surprise: 1 }))).toContain('unknown-field');
  });

  test('a calendar without registration is that of an election that others conduct: it needs no rule pack, and may lean on none', () => {
    expect(parseCalendar(othersCalendar)).toMatchObject({ ok: true });
    expect([othersCalendar, defaultCalendar].map(isForOthers)).toEqual([true, false]);
    const plan = planStages(input({ calendar: othersCalendar, rulePack: null }));
    expect(datesOf(plan)).toMatchObject({
      'supplies-handed-out': '2027-01-31..2027-02-01',
      'places-ready': '2027-02-02..2027-02-02',
      voting: '2027-02-03..2027-02-03',
      'sheets-in': '2027-02-03..2027-02-04',
    });
    // their voting day stands, however late our own stages are: nothing behind it goes out of sight
    const late = input({ calendar: othersCalendar, rulePack: null, today: VOTING });
    expect(datesOf(planStages(late))).toMatchObject({
      'places-ready': '2027-02-05..2027-02-05',
      voting: '2027-02-03..2027-02-03',
      'regency-recapitulation': expect.any(String),
    });
    const { stages } = othersCalendar;
    for (const change of [{ days: { from: 'rule-pack', rule: 'decree' } }, { onlyWhen: 'objection-filed' }]) {
      const leaning = stages.map((stage) => (stage.id === 'own-count' ? { ...stage, ...change } : stage));
      const parsed = parseCalendar({ ...othersCalendar, stages: leaning });
      expect(parsed.ok ? [] : parsed.error.map(({ code }) => code)).toEqual(['registration-stage']);
    }
  });
});

/** Calendars whose stages wait for earlier ones at random, with some of them done. */
const anyCalendar = fc
  .record({
    links: fc.array(fc.array(fc.record({ to: fc.nat(), sameDay: fc.boolean() }), { maxLength: 3 }), {
      minLength: 3,
      maxLength: 12,
    }),
    anchors: fc.array(fc.option(fc.integer({ min: -60, max: 20 }), { nil: null }), {
      minLength: 12,
      maxLength: 12,
    }),
    days: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 }),
    doneCount: fc.nat({ max: 3 }),
  })
  .map(({ links, anchors, days, doneCount }) => {
    const template = defaultCalendar.stages[0];
    if (template === undefined) throw new Error('no stage');
    const votingAt = Math.max(1, links.length - 2);
    const name = (index: number) =>
      index === 0 ? 'registration' : index === votingAt ? 'voting' : `stage-${index}`;
    const stages = links.map(
      (after, index): Stage => ({
        ...template,
        id: name(index),
        beginsDaysFromVoting: index === votingAt ? 0 : (anchors[index] ?? null),
        days: { from: 'calendar', days: index === votingAt ? 1 : (days[index] ?? 1) },
        count: index % 4 === 2 && index !== votingAt ? 'working-days' : 'calendar-days',
        onlyWhen: index % 5 === 3 && index !== votingAt ? 'too-many-candidates' : null,
        after: [...new Map(after.map((link) => [link.to % Math.max(1, index), link.sameDay]))].flatMap(
          ([to, sameDay]) => (index === 0 ? [] : [{ stage: name(to), sameDay }]),
        ),
      }),
    );
    const done = new Map(
      stages.slice(0, Math.min(doneCount, votingAt)).map((stage) => [stage.id, addDays(VOTING, -70)]),
    );
    return { stages, done };
  });

describe('a village in its life', () => {
  const event = {
    waves: [1, 2].map((number) =>
      waveSchema.parse({
        number,
        voting: { date: VOTING, zone: 'WIB', opens: '07:00', closes: '13:00' },
        villages: [],
      }),
    ),
  };
  const surroundings = {
    event,
    calendar: defaultCalendar,
    rulePack: defaultRulePack,
    today: civilDate('2026-12-01'),
  };
  const done = (stage: string, doneOn: string): CalendarFact => ({
    type: 'stage-done',
    stage,
    doneOn: civilDate(doneOn),
    note: null,
  });
  const refused = (facts: readonly CalendarFact[], fact: CalendarFact) => {
    const answer = mayNote(foldLife(1, facts), fact, surroundings);
    return answer.ok ? 'noted' : answer.error.type;
  };

  test('facts go only in the order of the calendar, on days that have come', () => {
    const notice = done('end-of-term-notice', '2026-08-10');
    expect(refused([], notice)).toBe('noted');
    expect(refused([notice], notice)).toBe('stage-done-already');
    expect(refused([], done('committee-formed', '2026-08-20'))).toBe('stage-waits-for');
    expect(refused([notice], done('committee-formed', '2026-08-01'))).toBe('day-before-dependency');
    expect(refused([notice], done('committee-formed', '2026-12-02'))).toBe('day-in-future');
    expect(refused([], done('extra-selection', '2026-11-01'))).toBe('stage-unknown');
    const formed = done('committee-formed', '2026-08-20');
    const takenBack: CalendarFact = {
      type: 'stage-not-done',
      stage: 'end-of-term-notice',
      reason: 'Salah desa',
    };
    expect(refused([notice, formed], takenBack)).toBe('later-stage-done');
    expect(refused([notice], takenBack)).toBe('noted');
    expect(refused([], takenBack)).toBe('stage-not-done');
  });

  test('extensions are those of the rule pack, in its order, and end', () => {
    const extend = (days: number): CalendarFact => ({
      type: 'registration-extended',
      days,
      decidedOn: civilDate('2026-11-20'),
      reason: 'Baru satu pendaftar',
    });
    expect(refused([], extend(10))).toBe('extension-other-days');
    expect(refused([], extend(15))).toBe('noted');
    expect(refused([extend(15)], extend(10))).toBe('noted');
    expect(refused([extend(15), extend(10)], extend(10))).toBe('extension-none-left');
  });

  test('a postponed village keeps what need not be done again, and its extensions begin anew', () => {
    const again = stagesFromRegistration(defaultCalendar);
    expect(again).toContain('inauguration');
    expect(again).not.toContain('provisional-list');
    const postponed: CalendarFact = {
      type: 'postponed',
      fromWave: 1,
      toWave: 2,
      decidedOn: civilDate('2026-12-01'),
      reason: 'Dua dari tiga calon mundur',
      again,
    };
    const facts: CalendarFact[] = [
      done('end-of-term-notice', '2026-08-10'),
      done('registration', '2026-11-20'),
      { type: 'registration-extended', days: 15, decidedOn: civilDate('2026-11-20'), reason: 'Kurang' },
    ];
    expect(refused(facts, postponed)).toBe('noted');
    expect(refused([...facts, postponed], postponed)).toBe('wave-not-later');
    const life = foldLife(1, [...facts, postponed]);
    expect(life).toMatchObject({ wave: 2, extensions: [] });
    expect([...life.doneOn.keys()]).toEqual(['end-of-term-notice']);
  });

  test('what is late today is named, latest first, and what is done is not', () => {
    const standing = (today: string, facts: readonly CalendarFact[]) => {
      const { doneOn } = foldLife(1, facts);
      const plan = planStages(input({ doneOn, today: civilDate(today) }));
      if (!plan.ok) return standingOn(civilDate(today), plan.error.before, plan.error);
      return standingOn(civilDate(today), plan.value);
    };
    const notice = done('end-of-term-notice', '2026-08-10');
    const late = standing('2026-09-01', [notice]);
    // noticed on 10 August, so the committee had until the 20th: twelve days late on 1 September
    expect(late.current?.stage.id).toBe('committee-formed');
    expect(late.lateDays).toBe(12);
    expect(late.late.map(({ stage }) => stage.id)).toEqual(['committee-formed']);
    const quick = standing('2026-09-01', [notice, done('committee-formed', '2026-08-25')]);
    expect(quick.stages.find(({ stage }) => stage.id === 'committee-formed')).toMatchObject({
      state: 'done-late',
      lateDays: 5,
    });
    expect(quick.lateDays).toBe(0);
    const hopeless = standing('2027-02-02', []);
    expect(hopeless.noRoom?.missingDays).toBeGreaterThan(30);
    expect(
      byLateness([
        { code: 'a', standing: quick },
        { code: 'b', standing: late },
        { code: 'c', standing: hopeless },
      ]).map(({ code }) => code),
    ).toEqual(['c', 'b', 'a']);
  });
});
