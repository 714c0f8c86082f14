import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CivilTime, civilDate, civilTime } from './civil-time.ts';
import { phaseCommandSchema } from './phase.ts';
import { decideHours, earlyCommand } from './voting-hours.ts';

const DAY = civilDate('2026-12-12');
const voting = { date: DAY, opens: civilTime('07:00'), closes: civilTime('13:00') };
const hours = { kind: 'real', voting, extensions: [] } as const;
const on = (time: string, date = DAY) => ({ date, time: civilTime(time) });
const until = (...times: string[]) => times.map((time) => ({ until: civilTime(time) }));

test.each([
  ['close', '11:41', '13:00'],
  ['close', '12:59', '13:00'],
  ['close', '13:00', undefined],
  ['close', '13:01', undefined],
  ['open', '06:59', '07:00'],
  ['open', '07:00', undefined],
  ['open', '15:00', undefined],
  ['pause', '06:00', undefined],
  ['seal', '06:00', undefined],
] as const)('%s at %s comes before %s', (command, now, announced) => {
  const early = earlyCommand(command, on(now), hours);
  expect(early?.announced).toBe(announced);
  if (early !== undefined) expect(early.now).toBe(now);
});

test('a real election’s day counts before its minute; an exercise is held on any day', () => {
  const eve = civilDate('2026-12-11');
  const morrow = civilDate('2026-12-13');
  expect(earlyCommand('open', on('09:00', eve), hours)).toEqual({ announced: '07:00', now: '09:00' });
  expect(earlyCommand('close', on('15:00', eve), hours)?.announced).toBe('13:00');
  expect(earlyCommand('close', on('02:00', morrow), hours)).toBeUndefined();
  const exercise = { ...hours, kind: 'exercise' } as const;
  expect(earlyCommand('open', on('09:00', eve), exercise)).toBeUndefined();
  expect(earlyCommand('open', on('06:00', morrow), exercise)?.announced).toBe('07:00');
});

test('after an extension its latest end is the announced one; an earlier end shortens nothing', () => {
  const at = (now: string, extensions: readonly { until: CivilTime }[]) =>
    earlyCommand('close', on(now), { kind: 'real', voting, extensions })?.announced;
  expect(at('13:30', until('14:00', '13:15'))).toBe('14:00');
  expect(at('14:00', until('14:00', '13:15'))).toBeUndefined();
  expect(at('12:30', until('12:00'))).toBe('13:00');
});

test('an early command is refused without a reason and kept with it; a reason for one that is not early is not kept', () => {
  const early = earlyCommand('close', on('11:41'), hours);
  expect(decideHours(early, null)).toEqual({
    ok: false,
    error: { type: 'early-needs-reason', announced: '13:00', now: '11:41' },
  });
  expect(decideHours(early, 'Semua sudah memilih')).toEqual({
    ok: true,
    value: { announced: '13:00', reason: 'Semua sudah memilih' },
  });
  expect(decideHours(undefined, 'Semua sudah memilih')).toEqual({ ok: true, value: null });
});

test('waiting never makes a command early', () => {
  let early = 0;
  const time = fc
    .integer({ min: 0, max: 24 * 60 - 1 })
    .map((minute) =>
      civilTime(
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      ),
    );
  fc.assert(
    fc.property(fc.constantFrom(...phaseCommandSchema.options), time, time, (command, one, other) => {
      const [first, second] = one < other ? [one, other] : [other, one];
      if (earlyCommand(command, on(second), hours) === undefined) return;
      early += 1;
      expect(earlyCommand(command, on(first), hours)).toBeDefined();
    }),
    { numRuns: 2000, seed: 1607 },
  );
  expect(early).toBeGreaterThan(100);
});
