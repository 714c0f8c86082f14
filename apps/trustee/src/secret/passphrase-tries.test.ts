import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../../test/temporary-home.ts';
import { openDurableFile } from '../store/durable-file.ts';
import { openPassphraseTries, PassphraseTriesFile, waitSecondsAfter } from './passphrase-tries.ts';

function tries() {
  const path = join(temporaryHome(), 'tries.json');
  const clock = { ms: 1_000_000 };
  const open = () => openPassphraseTries(openDurableFile(path, PassphraseTriesFile), () => clock.ms);
  return { clock, open };
}

test('the wait grows with each wrong try and never shrinks before a right one', () => {
  const { clock, open } = tries();
  const guard = open();
  const waits: number[] = [];
  for (let count = 0; count < 12; count += 1) {
    const { waitSeconds } = guard.afterWrong();
    if (waitSeconds > 0) {
      const refused = { ok: false, error: { type: 'passphrase-wait', waitSeconds } };
      expect(guard.begin()).toEqual(refused);
      clock.ms += waitSeconds * 1000 - 1;
      expect(guard.begin()).toEqual({ ok: false, error: { type: 'passphrase-wait', waitSeconds: 1 } });
      clock.ms += 1;
    }
    expect(guard.begin().ok).toBe(true);
    waits.push(guard.afterWrong().waitSeconds);
  }
  expect(waits).toEqual([0, 0, 5, 15, 30, 60, 120, 300, 900, 900, 900, 900]);
  expect(waitSecondsAfter(10_000)).toBe(900);
  clock.ms += 900_000;
  expect(guard.begin().ok).toBe(true);
  guard.forgive();
  expect(guard.afterWrong()).toEqual({ wrongTries: 0, waitSeconds: 0 });
});

test('a try counts from before it is made: switching off in its midst gives no free try', () => {
  const { open } = tries();
  for (let count = 0; count < 3; count += 1) expect(open().begin().ok).toBe(true);
  expect(open().begin()).toEqual({ ok: false, error: { type: 'passphrase-wait', waitSeconds: 5 } });
});

test('a clock that was put back neither opens the lock nor keeps it shut for years', () => {
  const { clock, open } = tries();
  for (let count = 0; count < 3; count += 1) expect(open().begin().ok).toBe(true);
  clock.ms = 5_000;
  expect(open().begin()).toEqual({ ok: false, error: { type: 'passphrase-wait', waitSeconds: 5 } });
  clock.ms += 5_000;
  expect(open().begin().ok).toBe(true);
});
