import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  BUNDLE_LIMIT_BYTES,
  type CeremonyBundle,
  type CeremonyPlan,
  messageOfBundle,
  parseCeremonyBundle,
  parseCeremonyPlan,
  placeCeremony,
  planDigest,
  ROUNDS,
  type Round,
  writeCanonicalFile,
  writeCeremonyBundle,
} from '@bilik/transfer';
import { type Answer, accept, type RefusalOf, refuse } from '../api/refusal.ts';
import type { CeremonyStep } from '../ceremony/ceremony.ts';
import { ownCeremonyMessage } from '../ceremony/own-message.ts';
import type { DurableFile } from '../store/durable-file.ts';
import type { TrusteeDevice } from '../trustee-device.ts';
import type { LeftSittingsFile, RingFile } from './ring-file.ts';

/** A key of the ring: the polling place that it is for, and the whole device around it. */
export interface RingKey {
  readonly place: string;
  readonly device: TrusteeDevice;
}

/** The sitting in which this device makes its keys. */
export interface Sitting {
  readonly plan: CeremonyPlan;
  readonly digest: string;
  readonly member: CeremonyPlan['members'][number];
  readonly keys: readonly RingKey[];
}

/**
 * Several keys on one device, one for each polling place of an event, each in a folder of its own and bound to its own election. What
 * trustees do in a sitting is done for all places at once, under one passphrase; each key's own rooms decide, as for a single key.
 * A step that was cut short goes on when it is asked for again: what a place has done, it gives again.
 */
export interface KeyRing {
  readonly sitting: () => Sitting | undefined;
  /** Step 1 of all places. @param input.plan the office's text @param input.member id of who keeps this device */
  readonly begin: (input: {
    readonly plan: string;
    readonly member: string;
    readonly passphrase: string;
  }) => Promise<Answer<void>>;
  /** This device's messages of a step, in one file. */
  readonly ownBundle: (round: Round) => Answer<{ readonly text: string }>;
  /** Takes in another trustee's messages of a step. */
  readonly add: (text: string) => Answer<{ readonly name: string; readonly round: Round }>;
  /** Takes out a trustee's messages of a step that this device has not used yet. */
  readonly remove: (round: Round, name: string) => Answer<void>;
  /** Step 3, 5 or the end, for all places. */
  readonly advance: (round: Round, passphrase: string | undefined) => Promise<Answer<void>>;
  /** Leaves a sitting that cannot be finished: the keys' secrets are removed, and this device never joins one of that name again. */
  readonly abandon: (ceremony: string) => Answer<void>;
}

export interface KeyRingParts {
  readonly home: string;
  readonly file: DurableFile<RingFile | null>;
  readonly leftFile: DurableFile<LeftSittingsFile>;
  /** Opens the device of one key in its folder, which is there. */
  readonly openKey: (folder: string) => TrusteeDevice;
  /** This device already has one key, outside any ring. */
  readonly singleKey: () => { readonly ceremony: string; readonly name: string } | undefined;
  readonly isExerciseDevice: boolean;
}

const STEP_OF_ROUND: Readonly<Record<Round, CeremonyStep>> = {
  certificate: 'certificate',
  polynomial: 'polynomial',
  share: 'share',
};
const STEP_ORDER: readonly CeremonyStep[] = ['empty', 'certificate', 'polynomial', 'share', 'key'];

/** The step that all keys of a sitting have reached. */
export function stepOfSitting({ keys }: Sitting): CeremonyStep {
  const least = Math.min(...keys.map(({ device }) => STEP_ORDER.indexOf(device.ceremony.step())));
  return STEP_ORDER[least] ?? 'empty';
}

export function openKeyRing(parts: KeyRingParts): KeyRing {
  const { home, file, leftFile } = parts;
  let known: { readonly text: string; readonly sitting: Sitting } | undefined;

  const sitting = (): Sitting | undefined => {
    const stored = file.read() ?? undefined;
    if (stored === undefined) return undefined;
    if (known?.text === stored.plan) return known.sitting;
    const plan = parseCeremonyPlan(stored.plan);
    const member = plan.ok ? plan.value.members.find(({ id }) => id === stored.member) : undefined;
    if (!plan.ok || member === undefined)
      throw new Error('The stored plan of this device was changed. Do not use it.');
    known = { text: stored.plan, sitting: sittingOf(plan.value, member) };
    return known.sitting;
  };
  const sittingOf = (plan: CeremonyPlan, member: Sitting['member']): Sitting => ({
    plan,
    digest: planDigest(plan),
    member,
    keys: plan.places.map((place) => {
      const folder = join(home, 'keys', plan.ceremony.replace(/[^A-Za-z0-9-]/g, '_'), place);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return { place, device: parts.openKey(folder) };
    }),
  });
  const notStarted = () => refuse({ type: 'not-started' });

  const checkBundle = (bundle: CeremonyBundle, { plan, digest, member }: Sitting): Answer<void> => {
    const { name } = bundle;
    if (bundle.ceremony !== plan.ceremony) {
      return refuse({ type: 'message-of-other-ceremony', ceremony: bundle.ceremony });
    }
    if (bundle.plan !== digest) return refuse({ type: 'bundle-of-other-plan', name });
    if (name === member.name) return refuse({ type: 'message-own' });
    if (!plan.members.some((other) => other.name === name))
      return refuse({ type: 'bundle-of-stranger', name });
    const isWhole =
      bundle.messages.length === plan.places.length &&
      bundle.messages.every(({ place }, index) => place === plan.places[index]);
    return isWhole ? accept(undefined) : refuse({ type: 'bundle-of-other-places', name });
  };

  /** Whose messages of a step are not here for every place. */
  const missing = ({ plan, keys }: Sitting, round: Round): Answer<void, RefusalOf<'messages-missing'>> => {
    const names = plan.members
      .filter(({ name }) => !keys.every(({ device }) => has(device, name, round)))
      .map(({ name }) => name);
    return names.length === 0 ? accept(undefined) : refuse({ type: 'messages-missing', names });
  };

  const advanceKey = async (
    device: TrusteeDevice,
    round: Round,
    threshold: number,
    passphrase: string | undefined,
  ): Promise<Answer<unknown>> => {
    const { ceremony, messages } = device;
    if (round === 'certificate') {
      const dealt = ceremony.file()?.polynomial?.certificates;
      const certificates = dealt === undefined ? messages.certificates() : accept(dealt);
      return certificates.ok
        ? ceremony.deal({ certificates: certificates.value, threshold, passphrase })
        : certificates;
    }
    if (round === 'polynomial') {
      const used = ceremony.file()?.share?.input;
      const input = used === undefined ? messages.shareInput() : accept(used);
      return input.ok ? ceremony.receive({ shareInput: input.value, passphrase }) : input;
    }
    const made = ceremony.file()?.key;
    const outcome = made === undefined ? messages.outcome() : accept(made);
    if (!outcome.ok) return outcome;
    const { parameters, decryptionKey } = outcome.value;
    return ceremony.finish({ parameters, decryptionKey, passphrase });
  };

  return {
    sitting,

    async begin({ plan: text, member: id, passphrase }) {
      const single = parts.singleKey();
      if (single !== undefined) return refuse({ type: 'already-started', ...single });
      const read = parseCeremonyPlan(text);
      if (!read.ok) return refuse({ type: 'plan-unreadable', problem: problemOf(read.error) });
      const plan = read.value;
      const member = plan.members.find((one) => one.id === id);
      if (member === undefined) return refuse({ type: 'member-not-in-plan' });
      if (plan.kind === 'real' && parts.isExerciseDevice) return refuse({ type: 'exercise-device' });
      if (leftFile.read()?.ceremonies.includes(plan.ceremony) === true) {
        return refuse({ type: 'ceremony-abandoned', ceremony: plan.ceremony });
      }
      const before = sitting();
      if (before !== undefined && (before.digest !== planDigest(plan) || before.member.id !== id)) {
        return refuse({ type: 'already-started', ceremony: before.plan.ceremony, name: before.member.name });
      }
      if (before === undefined) {
        const written = file.replace({
          format: 'bilik/key-ring/1',
          plan: writeCanonicalFile(plan),
          member: id,
        });
        if (!written.ok) return written;
      }
      for (const { place, device } of sitting()?.keys ?? []) {
        const ceremony = placeCeremony(plan.ceremony, place);
        const started = await device.start({ ceremony, name: member.name, passphrase });
        if (!started.ok) return started;
      }
      return accept(undefined);
    },

    ownBundle(round) {
      const current = sitting();
      if (current === undefined) return notStarted();
      const { plan, digest, member, keys } = current;
      const messages: CeremonyBundle['messages'] = [];
      for (const { place, device } of keys) {
        const own = device.ceremony.file();
        const message = own === undefined ? undefined : ownCeremonyMessage(own, round);
        const target = plan.places.find((one) => one === place);
        if (message === undefined || target === undefined) {
          return round === 'certificate' ? notStarted() : refuse({ type: 'step-too-early', needed: round });
        }
        const { from, agreed, message: inner } = message;
        messages.push({ place: target, from, ...(agreed === undefined ? {} : { agreed }), message: inner });
      }
      return accept({
        text: writeCeremonyBundle({
          format: 'bilik/ceremony-bundle/1',
          plan: digest,
          ceremony: plan.ceremony,
          round,
          name: member.name,
          messages,
        }),
      });
    },

    add(text) {
      const current = sitting();
      if (current === undefined) return notStarted();
      if (text.length > BUNDLE_LIMIT_BYTES) return refuse({ type: 'message-unreadable' });
      const read = parseCeremonyBundle(text);
      if (!read.ok) return refuse({ type: 'message-unreadable' });
      const bundle = read.value;
      const fits = checkBundle(bundle, current);
      if (!fits.ok) return fits;
      for (const { place, device } of current.keys) {
        const message = messageOfBundle(bundle, place);
        if (message === undefined) throw new Error('a whole bundle lacks a place');
        const added = device.messages.add(writeCanonicalFile(message));
        if (!added.ok) return added;
      }
      return accept({ name: bundle.name, round: bundle.round });
    },

    remove(round, name) {
      const current = sitting();
      if (current === undefined) return notStarted();
      for (const { device } of current.keys) {
        const sender = device.messages.trustees().find((other) => !other.isOwn && other.name === name);
        const removed =
          sender === undefined ? accept(undefined) : device.messages.remove(round, sender.certificateId);
        if (!removed.ok) return removed;
      }
      return accept(undefined);
    },

    async advance(round, passphrase) {
      const current = sitting();
      if (current === undefined) return notStarted();
      const reached = STEP_ORDER.indexOf(stepOfSitting(current));
      if (reached < STEP_ORDER.indexOf(STEP_OF_ROUND[round])) {
        return round === 'certificate' ? notStarted() : refuse({ type: 'step-too-early', needed: round });
      }
      const isDone = reached > STEP_ORDER.indexOf(STEP_OF_ROUND[round]);
      const all = isDone ? accept(undefined) : missing(current, round);
      if (!all.ok) return all;
      for (const { device } of current.keys) {
        const advanced = await advanceKey(device, round, current.plan.threshold, passphrase);
        if (!advanced.ok) return advanced;
      }
      return accept(undefined);
    },

    abandon(ceremony) {
      const current = sitting();
      if (current === undefined) {
        return leftFile.read()?.ceremonies.includes(ceremony) === true ? accept(undefined) : notStarted();
      }
      const { plan, member, keys } = current;
      if (plan.ceremony !== ceremony) {
        return refuse({ type: 'already-started', ceremony: plan.ceremony, name: member.name });
      }
      if (keys.some(({ device }) => device.ceremony.step() === 'key'))
        return refuse({ type: 'key-already-made' });
      const before = leftFile.read()?.ceremonies ?? [];
      const noted = leftFile.replace({
        format: 'bilik/left-sittings/1',
        ceremonies: before.includes(ceremony) ? before : [...before, ceremony],
      });
      if (!noted.ok) return noted;
      for (const { place, device } of keys) {
        if (device.ceremony.step() === 'empty') continue;
        const left = device.abandon(placeCeremony(ceremony, place));
        if (!left.ok) return left;
      }
      const removed = file.replace(null);
      if (!removed.ok) return removed;
      known = undefined;
      return accept(undefined);
    },
  };
}

/** Whether a device has a trustee's message of a step, its own included. */
export function has(device: TrusteeDevice, name: string, round: Round): boolean {
  return device.messages.trustees().some((trustee) => trustee.name === name && trustee.has[round]);
}

function problemOf(error: {
  readonly type: string;
  readonly problems?: readonly { readonly message: string }[];
}): string {
  return [error.type, ...(error.problems ?? []).map(({ message }) => message)].join(', ').slice(0, 200);
}

/** The steps that a message can be of, up to the one a sitting is at. */
export function roundsUpTo(step: CeremonyStep): readonly Round[] {
  const most = STEP_ORDER.indexOf(step);
  return ROUNDS.filter((round) => STEP_ORDER.indexOf(STEP_OF_ROUND[round]) <= most);
}
