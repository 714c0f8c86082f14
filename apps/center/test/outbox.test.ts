import type { CodeContent } from '@bilik/transfer/signed-code';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptName } from '../pages/telepon/offline/kept-name.ts';
import { nextToSend, type OutboxItem, pauseMs, type SendingAnswer } from '../pages/telepon/outbox/outbox.ts';
import { queueFile, readQueue } from '../pages/telepon/outbox/queue-file.ts';
import { type OutboxStore, openOutbox } from '../pages/telepon/outbox/run-outbox.ts';
import { contentOf, type TakenCode, takeCode } from '../pages/telepon/outbox/take-code.ts';
import { newStation } from './station-codes.ts';

const FIGURES: CodeContent = {
  type: 'figures',
  ...{ phase: 'open', hour: 9, openProblems: 1, present: { L: 61, P: 74 } },
};
const STATION = newStation();
const signed = (content: CodeContent, kind: 'exercise' | 'real' = 'exercise') =>
  STATION.sign(
    { kind, pollingPlace: '16.07.01.2001-001', electionFingerprint: `${'Bilik0'.repeat(7)}A` },
    content,
  );
const CODE = signed(FIGURES);

const item = (number: number, kind: 'entry' | 'photo', writtenAt = number): OutboxItem => ({
  ...{ id: String(number).padStart(32, '0'), account: 'panitia', place: '16.07.05.2003-001', writtenAt },
  ...{ state: 'phone', tries: 0, nextTryAt: 0, refusal: null, election: 'pilkades' },
  ...(kind === 'entry' ? { kind, figures: {} } : { kind, photo: new Blob(['x']) }),
});

/** A phone's memory, and a clock that stands until somebody moves it. */
function phone(answers: (sent: OutboxItem, number: number) => SendingAnswer) {
  const kept = new Map<string, OutboxItem>();
  const sent: OutboxItem[] = [];
  const timers: { at: number; call: () => void }[] = [];
  const clock = { now: 0 };
  let atOnce = 0;
  let mostAtOnce = 0;
  let signedOut = 0;
  const here: { account: string | null } = { account: 'panitia' };
  const store: OutboxStore = {
    all: async () => [...kept.values()],
    put: async (one) => void kept.set(one.id, one),
  };
  const outbox = openOutbox({
    ...{ store, now: () => clock.now, random: () => 1, onChange: () => undefined },
    account: () => here.account,
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
    ...{ outbox, kept, sent, clock, here },
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

test('on a phone that two people share, each one’s items go out while that person is signed in, and only then', async () => {
  const reached = { waited: 0, sent: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.record({ write: fc.constantFrom('panitia', 'saksi.desa') }),
          fc.record({ signIn: fc.constantFrom('panitia', 'saksi.desa', null) }),
        ),
        { minLength: 3, maxLength: 12 },
      ),
      async (acts) => {
        const world: ReturnType<typeof phone> = phone((sent) => {
          expect(sent.account).toBe(world.here.account);
          reached.sent += 1;
          return { type: 'kept' };
        });
        for (const [index, act] of acts.entries()) {
          if ('write' in act) await world.outbox.add({ ...item(index, 'entry'), account: act.write });
          else world.here.account = act.signIn;
          await world.outbox.wake();
        }
        for (const { account, state } of world.kept.values()) {
          if (state === 'phone') reached.waited += 1;
          if (account === world.here.account) expect(state).toBe('center');
        }
      },
    ),
    { numRuns: 200, seed: 1607 },
  );
  for (const [name, times] of Object.entries(reached)) expect(times, name).toBeGreaterThan(100);
});

describe('a scanned code', () => {
  const facts = { account: 'panitia', isExercise: true, id: 'a'.repeat(32), now: 1 };
  const added = (taken: TakenCode) => {
    if (taken.type !== 'to-queue') throw new Error(taken.type);
    return taken.item;
  };

  test('is one item of its person, whichever way it came, and only a refused one goes out again', () => {
    const first = added(takeCode(CODE, [], facts));
    expect(first).toMatchObject({ place: '16.07.01.2001-001', code: CODE, state: 'phone' });
    expect(contentOf(first.code)).toMatchObject({ type: 'figures', hour: 9 });
    expect(takeCode(CODE, [first], { ...facts, id: 'b'.repeat(32) })).toEqual({ type: 'here', item: first });
    const refusal = { type: 'place-not-expected', sentence: null };
    const again = added(
      takeCode(CODE, [{ ...first, state: 'refused', refusal }], { ...facts, id: 'b'.repeat(32) }),
    );
    expect(again).toEqual(first);
    expect(added(takeCode(CODE, [first], { ...facts, account: 'orang.lain' })).account).toBe('orang.lain');
  });

  test.each([
    ['a text of something else', 'https://contoh.example', 'code-not-ours'],
    ['half a code', CODE.slice(0, -30), 'code-malformed'],
    ['a code of later software', CODE.replace('BILIK1', 'BILIK2'), 'code-of-other-version'],
    ['a text without an end', CODE.repeat(9), 'code-too-long'],
    ['the posted key', signed({ type: 'key', signingKey: STATION.publicKey }), 'code-is-key'],
    ['one of the real election', signed(FIGURES, 'real'), 'code-of-other-kind'],
  ])('%s does not go into the queue, and is named', (_, text, problem) => {
    expect(takeCode(text, [], facts)).toMatchObject({ type: 'not-taken', problem: { type: problem } });
  });
});

describe('a queue as a file', () => {
  const photo = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0, 1, 2])], { type: 'image/jpeg' });
  const entry: OutboxItem = { ...item(1, 'entry'), id: 'a'.repeat(32) };
  const picture: OutboxItem = {
    ...item(2, 'photo'),
    id: 'b'.repeat(32),
    ...{ kind: 'photo', photo, state: 'refused', election: 'pilkades' },
  };
  const { election: _election, ...coded } = { ...item(4, 'entry'), election: '' };
  const code: OutboxItem = { ...coded, id: 'd'.repeat(32), kind: 'code', code: CODE };
  const ofAnother: OutboxItem = { ...entry, id: 'e'.repeat(32), account: 'orang.lain' };
  const atCenter: OutboxItem = { ...entry, id: 'c'.repeat(32), state: 'center' };

  test('holds what only this phone has; whoever wrote it takes it in elsewhere, byte for byte, once', async () => {
    const text = await (await queueFile([entry, picture, atCenter, code, ofAnother], 'panitia')).text();
    const read = readQueue(text, 'panitia');
    if (!read.ok) throw new Error(read.error);
    expect(read.items.map(({ id, state }) => `${id[0]} ${state}`)).toEqual(['a phone', 'b phone', 'd phone']);
    const [, second, third] = read.items;
    expect(third).toMatchObject({ kind: 'code', code: CODE, account: 'panitia' });
    if (second?.kind !== 'photo') throw new Error('no photo');
    expect(await second.photo.bytes()).toEqual(await photo.bytes());
    const world = phone(() => ({ type: 'not-reached' }));
    expect(await world.outbox.takeIn(read.items)).toBe(3);
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
