import { nativeGroup } from '@bilik/ballot/native';
import {
  bundleFits,
  type CeremonyBundle,
  checkPlace,
  parseCeremonyBundle,
  ROUNDS,
  writeCeremonyBundle,
  writeCeremonyPlan,
} from '@bilik/transfer';
import { expect, test } from 'vitest';
import { PASSPHRASE } from '../../test/device.ts';
import { openPlace } from '../../test/polling-place.ts';
import { holdSitting, openTestRing, testPlan } from '../../test/ring.ts';
import { at, succeeded } from '../../test/succeeded.ts';
import { copiedHome, temporaryHome } from '../../test/temporary-home.ts';
import { type KeyRing, stepOfSitting } from './key-ring.ts';
import { ringState } from './ring-state.ts';

const VIEW = { isExercise: true, isSingle: false, board: null };
const plan = testPlan(3, 2, 2);
const planText = writeCeremonyPlan(plan);
const rings = plan.members.map(({ name }) => openTestRing({ name }));
await holdSitting(rings, plan);

const bundlesOf = (all: readonly KeyRing[]): CeremonyBundle[] =>
  ROUNDS.flatMap((round) =>
    all.map((ring) => succeeded(parseCeremonyBundle(succeeded(ring.ownBundle(round)).text))),
  );

test('one sitting makes a key for each polling place; all devices and the board compute the same lists', () => {
  const states = rings.map((ring) => ringState(ring, VIEW).sitting);
  expect(states.map((state) => state?.step)).toEqual(['key', 'key', 'key']);
  const posted = new Set(states.map((state) => state?.keys?.hex));
  expect(posted.size).toBe(1);
  const aloud = states.map((state) => JSON.stringify(state?.members.map(({ certificates }) => certificates)));
  expect(new Set(aloud).size).toBe(1);
  expect(new Set(states[0]?.members.map(({ certificates }) => certificates?.hex)).size).toBe(3);

  const lists = plan.places.map((place) => {
    const made = succeeded(
      checkPlace({ group: nativeGroup(), plan, place, round: 'share', bundles: bundlesOf(rings) }),
    );
    for (const ring of rings) {
      const key = ring.sitting()?.keys.find((one) => one.place === place);
      expect(key?.device.trusteesText()).toBe(made?.trustees);
      // the number that a device has is the place of its member in the computed order
      const member = ring.sitting()?.member.id ?? '';
      expect(key?.device.state().ceremony?.key?.ownerIndex).toBe((made?.order.indexOf(member) ?? -2) + 1);
    }
    return made?.trustees;
  });
  expect(new Set(lists).size).toBe(2);
});

test('each key belongs to one election: that of the other place is refused on the same device', () => {
  const [first, second] = rings[0]?.sitting()?.keys ?? [];
  const trusteesText = first?.device.trusteesText() ?? '';
  const place = openPlace({ trusteesText });
  const election = { election: place.election.text, trustees: trusteesText };
  expect(first?.device.electionRoom.bind(election)).toMatchObject({ ok: true });
  expect(second?.device.electionRoom.bind(election)).toMatchObject({
    error: { type: 'key-not-among-trustees' },
  });
  expect(second?.device.state().step).toBe('key');
});

test('who works by another plan, is not in it, brings too few places or a second version is refused by name', async () => {
  const [own, other, third] = ['own', 'other', 'third'].map((name) => openTestRing({ name }));
  if (own === undefined || other === undefined || third === undefined) throw new Error('three rings');
  const passphrase = PASSPHRASE;
  expect(await own.begin({ plan: 'x', member: 'pemegang-1', passphrase })).toMatchObject({
    error: { type: 'plan-unreadable' },
  });
  const lawless = planText.replace('"threshold":2', '"threshold":3');
  expect(await own.begin({ plan: lawless, member: 'pemegang-1', passphrase })).toMatchObject({
    error: { type: 'plan-unreadable', problem: expect.stringContaining('threshold-too-high') },
  });
  const oneInterest = planText.replace('"interest":"BPD"', '"interest":"panitia pemilihan"');
  expect(await own.begin({ plan: oneInterest, member: 'pemegang-1', passphrase })).toMatchObject({
    error: { type: 'plan-unreadable', problem: expect.stringContaining('interest-holds-too-much') },
  });
  expect(await own.begin({ plan: planText, member: 'nobody', passphrase })).toMatchObject({
    error: { type: 'member-not-in-plan' },
  });
  const real = planText.replace('"exercise"', '"real"');
  expect(await own.begin({ plan: real, member: 'pemegang-1', passphrase })).toMatchObject({
    error: { type: 'exercise-device' },
  });
  succeeded(await own.begin({ plan: planText, member: 'pemegang-1', passphrase }));
  expect(await own.begin({ plan: planText, member: 'pemegang-2', passphrase })).toMatchObject({
    error: { type: 'already-started' },
  });
  expect(
    await own.begin({ plan: planText, member: 'pemegang-1', passphrase: 'bukan kata sandinya' }),
  ).toMatchObject({
    error: { type: 'passphrase-wrong' },
  });

  const otherPlan = { ...plan, places: plan.places.slice(0, 1) };
  succeeded(await other.begin({ plan: writeCeremonyPlan(otherPlan), member: 'pemegang-2', passphrase }));
  const foreign = succeeded(other.ownBundle('certificate')).text;
  expect(own.add(foreign)).toMatchObject({ error: { type: 'bundle-of-other-plan' } });
  succeeded(await third.begin({ plan: planText, member: 'pemegang-3', passphrase }));
  const right = succeeded(parseCeremonyBundle(succeeded(third.ownBundle('certificate')).text));
  const changed = (change: Partial<CeremonyBundle>) => writeCeremonyBundle({ ...right, ...change });
  expect(own.add(changed({ name: 'Pak Asing' }))).toMatchObject({ error: { type: 'bundle-of-stranger' } });
  expect(own.add(changed({ name: 'Ibu Sari' }))).toMatchObject({ error: { type: 'message-own' } });
  expect(own.add(changed({ messages: right.messages.slice(1) }))).toMatchObject({
    error: { type: 'bundle-of-other-places' },
  });
  expect(own.add(succeeded(third.ownBundle('certificate')).text.slice(0, -9))).toMatchObject({
    error: { type: 'message-unreadable' },
  });
  const swapped = right.messages.map((message, index) => ({
    ...message,
    message: at(right.messages, 1 - index).message,
  }));
  expect(own.add(changed({ messages: swapped }))).toMatchObject({
    error: { type: 'message-wrong', problem: 'other-id' },
  });
  expect(own.add(writeCeremonyBundle(right))).toMatchObject({ ok: true });
  expect(await own.advance('certificate', undefined)).toMatchObject({
    error: { type: 'messages-missing', names: ['Pak Budi'] },
  });
  const again = openTestRing({ name: 'third again' });
  succeeded(await again.begin({ plan: planText, member: 'pemegang-3', passphrase }));
  expect(own.add(succeeded(again.ownBundle('certificate')).text)).toMatchObject({
    error: { type: 'message-name-taken', name: 'Ibu Wayan' },
  });
  expect(own.remove('certificate', 'Ibu Wayan')).toMatchObject({ ok: true });
  expect(own.add(succeeded(again.ownBundle('certificate')).text)).toMatchObject({ ok: true });
});

test('the board’s own look names the same faults, and a fault planted in any message is found by arithmetic', () => {
  const all = bundlesOf(rings);
  for (const [index, bundle] of all.entries()) {
    expect(bundleFits(plan, bundle, all.slice(0, index))).toEqual({ ok: true, value: 'new' });
    expect(bundleFits(plan, bundle, all)).toEqual({ ok: true, value: 'known' });
  }
  const [certificate] = all;
  if (certificate === undefined) throw new Error('no bundle');
  const fits = (change: Partial<CeremonyBundle>) =>
    bundleFits(plan, { ...certificate, ...change }, all.slice(1));
  expect(fits({ plan: '0'.repeat(64) })).toMatchObject({ error: { type: 'bundle-of-other-plan' } });
  expect(fits({ name: 'Pak Asing' })).toMatchObject({ error: { type: 'bundle-of-stranger' } });
  expect(fits({ messages: [] })).toMatchObject({ error: { type: 'bundle-of-other-places' } });
  expect(bundleFits(plan, { ...certificate, name: at(plan.members, 1).name }, all)).toMatchObject({
    error: { type: 'bundle-second-version' },
  });
  expect(bundleFits(plan, at(all, 3), [at(all, 0), at(all, 1)])).toMatchObject({
    error: { type: 'bundles-missing', round: 'certificate', names: ['Ibu Wayan'] },
  });
  const place = at(plan.places, 1);
  let found = 0;
  for (const [index, bundle] of all.entries()) {
    const messages = bundle.messages.map((message) =>
      message.place === place
        ? { ...message, message: at(all, (index + 1) % 3).messages[1]?.message ?? '' }
        : message,
    );
    if (JSON.stringify(messages) === JSON.stringify(bundle.messages)) continue;
    const planted = all.map((one) => (one === bundle ? { ...bundle, messages } : one));
    const checked = checkPlace({ group: nativeGroup(), plan, place, round: 'share', bundles: planted });
    expect(checked.ok).toBe(false);
    found += 1;
  }
  expect(found).toBe(all.length);
  // and the place whose messages nobody touched holds
  expect(
    checkPlace({ group: nativeGroup(), plan, place: at(plan.places, 0), round: 'share', bundles: all }).ok,
  ).toBe(true);
});

class PowerCut extends Error {}

test('the power is cut before every act on the disk in every step of the sitting: it goes on, with the very same messages', async () => {
  const home = temporaryHome();
  const others = plan.members.slice(1).map(({ name }) => openTestRing({ name: `beside ${name}` }));
  for (const [index, ring] of others.entries()) {
    succeeded(
      await ring.begin({ plan: planText, member: at(plan.members, index + 1).id, passphrase: PASSPHRASE }),
    );
  }
  const input = { plan: planText, member: 'pemegang-1', passphrase: PASSPHRASE };
  const steps: ((ring: KeyRing) => Promise<unknown>)[] = [async (ring) => succeeded(await ring.begin(input))];
  for (const round of ROUNDS) {
    steps.push(
      async (ring) => {
        for (const other of others) succeeded(ring.add(succeeded(other.ownBundle(round)).text));
      },
      async (ring) => succeeded(await ring.advance(round, PASSPHRASE)),
    );
  }
  let cuts = 0;
  for (const [index, step] of steps.entries()) {
    for (let cutAt = 1; ; cutAt += 5) {
      const copy = copiedHome(home);
      let acts = 0;
      const storageHook = () => {
        acts += 1;
        if (acts === cutAt) throw new PowerCut();
      };
      try {
        await step(openTestRing({ name: `cut ${index} ${cutAt}`, home: copy, storageHook }));
        break;
      } catch (error) {
        if (!(error instanceof PowerCut)) throw error;
      }
      cuts += 1;
      await step(openTestRing({ name: `after ${index} ${cutAt}`, home: copy }));
      const texts = () =>
        ROUNDS.map((round) => openTestRing({ name: `look ${index} ${cutAt}`, home: copy }).ownBundle(round));
      const before = texts();
      await step(openTestRing({ name: `again ${index} ${cutAt}`, home: copy }));
      expect(texts()).toEqual(before);
    }
    await step(openTestRing({ name: `whole ${index}`, home }));
    // after each step of its own the device has a new message for the others, and they for each other
    const given = index % 2 === 0 ? ROUNDS[index / 2] : undefined;
    const done = index % 2 === 0 ? ROUNDS[index / 2 - 1] : undefined;
    const own = openTestRing({ name: 'give', home });
    for (const other of others) if (done !== undefined) succeeded(await other.advance(done, undefined));
    for (const other of others) {
      for (const sender of given === undefined ? [] : [own, ...others.filter((beside) => beside !== other)]) {
        succeeded(other.add(succeeded(sender.ownBundle(given ?? 'share')).text));
      }
    }
  }
  expect(cuts).toBeGreaterThan(20);
  const sitting = openTestRing({ name: 'end', home }).sitting();
  expect(sitting === undefined ? undefined : stepOfSitting(sitting)).toBe('key');
});

test('a trustee who falls ill before the last step: all leave, under that name never again; a finished key is not left', async () => {
  const ring = openTestRing({ name: 'ill' });
  succeeded(await ring.begin({ plan: planText, member: 'pemegang-1', passphrase: PASSPHRASE }));
  expect(ring.abandon('another')).toMatchObject({ error: { type: 'already-started' } });
  succeeded(ring.abandon(plan.ceremony));
  succeeded(ring.abandon(plan.ceremony));
  expect(ring.sitting()).toBeUndefined();
  expect(await ring.begin({ plan: planText, member: 'pemegang-1', passphrase: PASSPHRASE })).toMatchObject({
    error: { type: 'ceremony-abandoned' },
  });
  const anew = writeCeremonyPlan({ ...plan, ceremony: `${plan.ceremony} (2)` });
  succeeded(await ring.begin({ plan: anew, member: 'pemegang-1', passphrase: PASSPHRASE }));
  expect(at(rings, 0).abandon(plan.ceremony)).toMatchObject({ error: { type: 'key-already-made' } });
});
