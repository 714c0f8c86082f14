import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../../test/temporary-home.ts';
import { openDurableFile } from '../store/durable-file.ts';
import { openPassphraseTries, PassphraseTriesFile } from './passphrase-tries.ts';
import { sealSecret } from './sealed-secret.ts';
import { openUnlocking, UNLOCKED_FOR_MS } from './unlocking.ts';

const PASSPHRASE = 'padi kuning di sawah';
const binding = ['here'];

async function lock() {
  const clock = { ms: 10_000_000 };
  const path = join(temporaryHome(), 'tries.json');
  const tries = openPassphraseTries(openDurableFile(path, PassphraseTriesFile), () => clock.ms);
  const cost = { n: 2, r: 1, p: 1 };
  const sealed = await sealSecret({
    secret: 'benih',
    passphrase: PASSPHRASE,
    binding,
    random: randomBytes,
    cost,
  });
  const unlocking = openUnlocking(tries, () => clock.ms);
  const open = (passphrase?: string) => unlocking.open({ sealed, binding, passphrase });
  return { clock, open, unlocking };
}

const needed = { ok: false, error: { type: 'passphrase-needed' } };
const opened = { ok: true, value: 'benih' };

test('opens with the passphrase, stays open while it is used, and closes by itself', async () => {
  const { clock, open, unlocking } = await lock();
  expect(await open()).toEqual(needed);
  expect(await open(PASSPHRASE)).toEqual(opened);
  for (let use = 0; use < 3; use += 1) {
    clock.ms += UNLOCKED_FOR_MS;
    expect(await open()).toEqual(opened);
  }
  clock.ms += UNLOCKED_FOR_MS + 1;
  expect(unlocking.isOpen()).toBe(false);
  expect(await open()).toEqual(needed);
  expect(await open(PASSPHRASE)).toEqual(opened);
  unlocking.forget();
  expect(await open()).toEqual(needed);
});

test('a wrong passphrase is wrong also while the secret is open, and is counted', async () => {
  const { open } = await lock();
  await open(PASSPHRASE);
  expect(await open('jagung kering')).toEqual({
    ok: false,
    error: { type: 'passphrase-wrong', wrongTries: 1, waitSeconds: 0 },
  });
  expect(await open(`${PASSPHRASE} `)).toMatchObject({ error: { type: 'passphrase-wrong', wrongTries: 2 } });
  expect(await open(PASSPHRASE)).toEqual(opened);
});

test('a clock that goes back closes it', async () => {
  const { clock, open, unlocking } = await lock();
  await open(PASSPHRASE);
  clock.ms -= 1;
  expect(unlocking.isOpen()).toBe(false);
});
