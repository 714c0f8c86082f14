import { civilDate, civilTime, defaultRulePack, instantOf } from '@bilik/election';
import { defaultCalendar } from '@bilik/preparation';
import { expect, test } from 'vitest';
import { dayDone, stagesDone, whenDone } from './enter-preparation.ts';

const VOTING_DAY = civilDate('2026-11-23');
const village = {
  firstWave: 1,
  election: {
    ...{ id: 'latihan', rulePack: defaultRulePack, calendar: defaultCalendar, zone: 'WIB' as const },
    waves: [
      {
        number: 1,
        voting: {
          date: VOTING_DAY,
          zone: 'WIB' as const,
          opens: civilTime('07:00'),
          closes: civilTime('13:00'),
        },
      },
    ],
  },
};
const onTheDay = new Date(instantOf(VOTING_DAY, civilTime('06:30'), 'WIB'));

test('on the morning of the voting day every stage before it was done before it, each after what it waits for', () => {
  const done = stagesDone(village, onTheDay);
  expect(done.size).toBeGreaterThan(18);
  for (const day of done.values()) expect(day < VOTING_DAY).toBe(true);
  for (const stage of defaultCalendar.stages) {
    for (const { stage: before, sameDay } of stage.after) {
      const [own, earlier] = [done.get(stage.id), done.get(before)];
      if (own === undefined || earlier === undefined) continue;
      expect(sameDay ? own >= earlier : own > earlier, `${stage.id} after ${before}`).toBe(true);
    }
  }
  expect(dayDone(done, 'final-list') < dayDone(done, 'number-draw')).toBe(true);
  expect(whenDone(done, 'final-list', village.election).toISOString()).toBe(
    `${dayDone(done, 'final-list')}T03:00:00.000Z`,
  );
  expect(() => dayDone(done, 'minutes')).toThrow('minutes');
});

test('opened before its voting day, no stage was done later than today', () => {
  const early = stagesDone(village, new Date(instantOf(civilDate('2026-11-01'), civilTime('06:30'), 'WIB')));
  for (const day of early.values()) expect(day <= '2026-11-01').toBe(true);
});
