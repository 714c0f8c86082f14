import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { runCeremony } from '../../test/ceremony-run.ts';
import { openTestDevice, PASSPHRASE, type TestDeviceOptions } from '../../test/device.ts';
import { openFakeStation } from '../../test/fake-station.ts';
import { openPlace, type TestPlace } from '../../test/polling-place.ts';
import { at, succeeded } from '../../test/succeeded.ts';
import { copiedHome, temporaryHome } from '../../test/temporary-home.ts';
import type { TrusteeDevice } from '../trustee-device.ts';
import type { CheckState } from './opening.ts';

/** More than one batch, in a file long enough for a worker thread. */
const BALLOTS = 50;

let boundHome: string;
let place: TestPlace;
let record: Uint8Array;

beforeAll(async () => {
  boundHome = temporaryHome();
  const party = [openTestDevice({ name: 'stop 1', home: boundHome }), openTestDevice({ name: 'stop 2' })];
  await runCeremony(party, 2);
  const first = at(party, 0);
  place = openPlace({ trusteesText: first.trusteesText() ?? '', cards: BALLOTS });
  succeeded(first.electionRoom.bind({ election: place.election.text, trustees: place.trusteesText }));
  record = place.seal(Array.from({ length: BALLOTS }, (_, card) => place.vote(card, card % 4)));
});

/** A device that is asked to stop the first time that its check is so far. */
function openStopping(isSoFar: (state: CheckState) => boolean, options: Partial<TestDeviceOptions> = {}) {
  const stops: ReturnType<TrusteeDevice['opening']['stop']>[] = [];
  const home = copiedHome(boundHome);
  const device: TrusteeDevice = openTestDevice({
    name: 'stop',
    home,
    ...options,
    onChange: () => {
      if (stops.length === 0 && isSoFar(device.opening.state())) {
        // Pressed twice: on two screens, or by an impatient keeper.
        stops.push(device.opening.stop(), device.opening.stop());
      }
    },
  });
  return { device, home, stops };
}

async function give(device: TrusteeDevice): Promise<void> {
  succeeded(await device.opening.receive('record', [record]));
  succeeded(await device.opening.receive('void-list', [Buffer.from(place.voidList())]));
}

test.each([
  ['before its first ballot', (state: CheckState) => state.phase === 'checking' && state.total === 0, 0],
  ['among its ballots', (state: CheckState) => state.phase === 'checking' && state.done > 0, 0],
  [
    'among its ballots, in a worker thread',
    (state: CheckState) => state.phase === 'checking' && state.done > 0,
    1,
  ],
])(
  'a check that is stopped %s leaves the device as it was, ready for the same files',
  async (_, isSoFar, maxWorkers) => {
    const threads: Worker[] = [];
    const keep = (thread: Worker) => threads.push(thread);
    process.on('worker', keep);
    onTestFinished(() => void process.off('worker', keep));

    const { device, home, stops } = openStopping(isSoFar, { maxWorkers });
    await give(device);
    const [first, joined] = [device.opening.check(), device.opening.check()];
    expect(await first).toEqual({ ok: false, error: { type: 'check-stopped' } });
    expect(await joined).toEqual(await first);
    expect(await Promise.all(stops)).toEqual([
      { ok: true, value: { wasRunning: true } },
      { ok: true, value: { wasRunning: true } },
    ]);
    expect(threads.length).toBeLessThanOrEqual(maxWorkers);
    // an ended thread has no number any more
    expect(threads.filter(({ threadId }) => threadId !== -1)).toEqual([]);

    expect(device.state()).toMatchObject({
      step: 'election',
      check: { phase: 'idle' },
      incoming: { record: record.length },
      sharedFor: null,
      countRefused: null,
    });
    expect(existsSync(join(home, 'opening.json'))).toBe(false);
    expect(await device.opening.share({ passphrase: PASSPHRASE, ballotCount: BALLOTS })).toEqual({
      ok: false,
      error: { type: 'not-checked' },
    });
    // Stopping again changes nothing, and the next check goes to its end.
    expect(await device.opening.stop()).toEqual({ ok: true, value: { wasRunning: false } });
    succeeded(await device.opening.check());
    expect(threads.length).toBeGreaterThanOrEqual(maxWorkers);
    expect(device.opening.state()).toMatchObject({ phase: 'checked', record: { ballotCount: BALLOTS } });
    // A check that has ended is not taken back.
    expect(await device.opening.stop()).toEqual({ ok: true, value: { wasRunning: false } });
    expect(device.opening.state()).toMatchObject({ phase: 'checked' });
  },
);

test.each(['/api/record/sealed', '/api/record/void'])(
  'a fetch that is stopped while the station keeps %s back leaves the files that were there',
  async (keptBack) => {
    const asked = Promise.withResolvers<void>();
    const station = await openFakeStation((path) => {
      if (path !== keptBack) return { status: 200, body: place.seal([]) };
      asked.resolve();
      return new Promise(() => undefined);
    });
    const { device, home } = openStopping(() => false, { station: station.origin });
    await give(device);
    const fetching = device.opening.fetchAndCheck();
    await asked.promise;
    expect(device.state().check).toEqual({ phase: 'fetching' });
    expect(await device.opening.stop()).toEqual({ ok: true, value: { wasRunning: true } });
    expect(await fetching).toEqual({ ok: false, error: { type: 'check-stopped' } });
    expect(device.state().check).toEqual({ phase: 'idle' });
    expect(readFileSync(join(home, 'incoming', 'record.bel')).equals(record)).toBe(true);
    succeeded(await device.opening.check());
  },
);

test('after a stop, files are taken again at once', async () => {
  const { device, stops } = openStopping((state) => state.phase === 'checking' && state.done > 0);
  await give(device);
  const checking = device.opening.check();
  expect(await device.opening.receive('record', [record])).toMatchObject({
    error: { type: 'check-running' },
  });
  await checking;
  await Promise.all(stops);
  const other = place.seal([place.vote(0, 0)]);
  expect(succeeded(await device.opening.receive('record', [other]))).toEqual({ bytes: other.length });
});
