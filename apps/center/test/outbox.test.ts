import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptName } from '../pages/telepon/offline/kept-name.ts';
import {
  nextToSend,
  type OutboxItem,
  pauseMs,
  type SendingAnswer,
  waitingForOthers,
} from '../pages/telepon/outbox/outbox.ts';
import { queueFile, readQueue } from '../pages/telepon/outbox/queue-file.ts';
import { type OutboxStore, openOutbox } from '../pages/telepon/outbox/run-outbox.ts';

const item = (number: number, kind: 'entry' | 'photo', writtenAt = number): OutboxItem => ({
  ...{ id: String(number).padStart(32, '0'), election: 'pilkades', place: '16.07.05.2003-001', writtenAt },
  ...{ account: 'panitia', state: 'phone', tries: 0, nextTryAt: 0, refusal: null },
  ...(kind === 'entry' ? { kind, figures: {} } : { kind, photo: new Blob(['x']) }),
});

/** A phone's memory, and a clock that stands until somebody moves it. */
function phone(answers: (sent: OutboxItem, number: number) => SendingAnswer) {
  const kept = new Map<string, OutboxItem>();
  const sent: OutboxItem[] = [];
  const timers: { at: number; call: () => void }[] = [];
  const clock = { now: 0 };
  const signedIn = { account: 'panitia' };
  let atOnce = 0;
  let mostAtOnce = 0;
  let signedOut = 0;
  const store: OutboxStore = {
    all: async () => [...kept.values()],
    put: async (one) => void kept.set(one.id, one),
  };
  const outbox = openOutbox({
    account: () => signedIn.account,
    ...{ store, now: () => clock.now, random: () => 1, onChange: () => undefined },
    async send(one) {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      await Promise.resolve();
      sent.push(one);
      atOnce -= 1;
      return answers(one, sent.length);
    },
    after(milliseconds, call) {
      const timer = { at: clock.now + milliseconds, call };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
    },
    onSignedOut: () => {
      signedOut += 1;
    },
  });
  return {
    ...{ outbox, kept, sent, clock, signedIn },
    signedOut: () => signedOut,
    mostAtOnce: () => mostAtOnce,
    /** Lets time pass to the next pause's end. @returns whether there was one */
    async pass(): Promise<boolean> {
      // whatever was begun comes to its pause
      await new Promise((resolve) => setImmediate(resolve));
      const [timer] = timers.splice(0, 1);
      if (timer === undefined) return false;
      clock.now = Math.max(clock.now, timer.at);
      timer.call();
      await outbox.wake();
      return true;
    },
  };
}

const QUEUED = {
  ...{ id: 'a'.repeat(32), election: 'pilkades-2026', place: '16.07.05.2003-001', writtenAt: 1 },
  ...{ kind: 'entry', figures: { users: 3 } },
};

describe('the queue of a phone', () => {
  test('figures go before photos, the oldest first', () => {
    const oldestEntry = item(3, 'entry', 2);
    const items = [item(1, 'photo', 1), item(2, 'entry', 5), oldestEntry];
    expect(nextToSend(items, 'panitia')?.id).toBe(oldestEntry.id);
    expect(nextToSend(items.slice(0, 1), 'panitia')?.kind).toBe('photo');
    expect(
      nextToSend(
        items.map((one) => ({ ...one, state: 'center' as const })),
        'panitia',
      ),
    ).toBeUndefined();
  });

  test('pauses grow to two minutes and no further, and phones do not come back together', () => {
    expect([1, 2, 3, 7, 40].map((tries) => pauseMs(tries, 1))).toEqual([2000, 4000, 8000, 120_000, 120_000]);
    expect(pauseMs(3, 0)).toBe(4000);
  });

  test('a center that vanishes and comes back gets everything, once each by its id, one request at a time, whatever it missed', async () => {
    const reached = { lost: 0, refused: 0, answered: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('entry' as const, 'photo' as const), { minLength: 1, maxLength: 8 }),
        fc.array(fc.constantFrom('lost', 'answer-lost', 'ok', 'ok', 'refused'), {
          minLength: 12,
          maxLength: 12,
        }),
        async (kinds, weather) => {
          const atCenter = new Map<string, number>();
          const refused = new Set<string>();
          const world = phone(({ id }, number) => {
            const now = weather[number - 1] ?? 'ok';
            if (now === 'lost') {
              reached.lost += 1;
              return { type: 'not-reached' };
            }
            if (now === 'refused') {
              reached.refused += 1;
              refused.add(id);
              return { type: 'refused', refusal: { type: 'sheet-refused', sentence: null } };
            }
            // kept under its id, also when the answer is lost on the way back
            atCenter.set(id, (atCenter.get(id) ?? 0) + 1);
            if (now === 'answer-lost') return { type: 'not-reached' };
            reached.answered += 1;
            return { type: 'kept' };
          });
          for (const [index, kind] of kinds.entries()) await world.outbox.add(item(index, kind));
          await world.outbox.wake();
          for (let passed = 0; passed < 40 && (await world.pass()); passed += 1);
          expect(world.mostAtOnce()).toBe(1);
          for (const { id, state } of world.kept.values()) {
            expect(state).toBe(refused.has(id) ? 'refused' : 'center');
            if (state === 'center') expect(atCenter.has(id)).toBe(true);
          }
          expect(world.kept.size).toBe(kinds.length);
        },
      ),
      { numRuns: 300, seed: 1607 },
    );
    for (const [name, times] of Object.entries(reached)) expect(times, name).toBeGreaterThan(100);
  });

  test('a session that is over stops the queue and loses nothing; after sign-in it goes on', async () => {
    const session: { isOpen: boolean } = { isOpen: false };
    const world = phone(() => (session.isOpen ? { type: 'kept' } : { type: 'signed-out' }));
    await world.outbox.add(item(1, 'entry'));
    await world.outbox.wake();
    expect(world.signedOut()).toBeGreaterThan(0);
    expect([...world.kept.values()].map(({ state }) => state)).toEqual(['phone']);
    session.isOpen = true;
    await world.outbox.wake();
    expect([...world.kept.values()].map(({ state }) => state)).toEqual(['center']);
  });
});

test('what one person wrote is never sent as another’s: it waits until that person signs in again', async () => {
  const world = phone(() => ({ type: 'kept' }));
  world.signedIn.account = 'orang.kedua';
  await world.outbox.add(item(1, 'entry'));
  await world.outbox.add({ ...item(2, 'entry'), account: 'orang.kedua' });
  await world.outbox.wake();
  expect(world.sent.map(({ account }) => account)).toEqual(['orang.kedua']);
  expect(waitingForOthers([...world.kept.values()], 'orang.kedua')).toBe(1);
  world.signedIn.account = 'panitia';
  await world.outbox.wake();
  expect(world.sent.map(({ account }) => account)).toEqual(['orang.kedua', 'panitia']);
});

describe('a queue as a file', () => {
  const photo = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0, 1, 2])], { type: 'image/jpeg' });
  const entry: OutboxItem = { ...item(1, 'entry'), id: 'a'.repeat(32) };
  const picture: OutboxItem = {
    ...item(2, 'photo'),
    id: 'b'.repeat(32),
    kind: 'photo',
    photo,
    state: 'refused',
  };
  const atCenter: OutboxItem = { ...entry, id: 'c'.repeat(32), state: 'center' };

  test('holds what only this phone has; whoever wrote it takes it in elsewhere, byte for byte, once', async () => {
    const text = await (await queueFile([entry, picture, atCenter], 'panitia')).text();
    const read = readQueue(text, 'panitia');
    if (!read.ok) throw new Error(read.error);
    expect(read.items.map(({ id, state }) => `${id[0]} ${state}`)).toEqual(['a phone', 'b phone']);
    const [, second] = read.items;
    if (second?.kind !== 'photo') throw new Error('no photo');
    expect(await second.photo.bytes()).toEqual(await photo.bytes());
    const world = phone(() => ({ type: 'not-reached' }));
    expect(await world.outbox.takeIn(read.items)).toBe(2);
    expect(await world.outbox.takeIn(read.items)).toBe(0);
  });

  test.each([
    ['somebody else’s', { account: 'orang.lain' }, 'of-another'],
    ['no queue', { format: 'bilik/v1/other' }, 'not-a-queue'],
    ['an unknown field', { extra: 1 }, 'not-a-queue'],
    ['a negative figure', { items: [{ ...QUEUED, figures: { users: -1 } }] }, 'not-a-queue'],
    ['a path as a place', { items: [{ ...QUEUED, place: '../../../../etc' }] }, 'not-a-queue'],
  ])('%s is not taken', (_, part, error) => {
    const queue = { format: 'bilik/v1/phone-queue', account: 'panitia', items: [QUEUED], ...part };
    expect(readQueue(JSON.stringify(queue), 'panitia')).toEqual({ ok: false, error });
    expect(readQueue('{', 'panitia')).toEqual({ ok: false, error: 'not-a-queue' });
  });
});

test('the phone answers for the page and its files alone: what the center is asked goes to the center', () => {
  const home = 'https://pusat.example/telepon/service-worker.js';
  const named = (path: string, method = 'GET') =>
    keptName({ method, url: `https://pusat.example${path}` }, home, ['assets/main-1a.js']);
  expect(named('/telepon/')).toBe('./');
  expect(named('/telepon/index.html')).toBe('./');
  expect(named('/telepon/assets/main-1a.js')).toBe('assets/main-1a.js');
  for (const path of [
    '/telepon/assets/other.js',
    '/api/act/sheets.list',
    '/api/paper/x',
    '/kantor/',
    '/telepon/?x=1',
  ]) {
    expect(named(path), path).toBeNull();
  }
  expect(named('/telepon/', 'POST')).toBeNull();
  expect(keptName({ method: 'GET', url: 'https://other.example/telepon/' }, home, [])).toBeNull();
});
