import { civilTime } from '@bilik/election';
import { expect, test } from 'vitest';
import { openQueuePace } from './queue-pace.ts';

const MINUTE_MS = 60_000;

test('the pace of complete quarters gives the wait; who is served since the count no longer waits', () => {
  let now = 0;
  const pace = openQueuePace(
    () => now,
    () => ({ time: civilTime('09:00') }),
  );
  expect(pace.standing()).toEqual({ waiting: null, estimate: null });
  for (let voter = 0; voter < 30; voter += 1) pace.noteRelease();
  pace.noteWaiting(60);
  // the running quarter is not complete yet
  expect(pace.standing()).toEqual({ waiting: 60, estimate: null });
  now = 15 * MINUTE_MS;
  expect(pace.standing()).toEqual({
    waiting: 60,
    estimate: { perHour: 120, waitMinutes: 30, endsAt: '09:30' },
  });
  pace.noteRelease();
  expect(pace.standing()).toMatchObject({ waiting: 59, estimate: { waitMinutes: 30 } });
  // an hour and a half without anybody: the old pace is worth nothing
  now = 120 * MINUTE_MS;
  expect(pace.standing()).toEqual({ waiting: 59, estimate: null });
  pace.noteWaiting(0);
  expect(pace.standing()).toMatchObject({ waiting: 0 });
});
