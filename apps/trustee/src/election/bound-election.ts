import {
  type Election,
  electionPublicKey,
  type Group,
  parseElection,
  parseTrustees,
  type ThresholdTrustees,
  type Trustees,
  writeTrustees,
} from '@bilik/ballot';
import { z } from 'zod';
import { type Answer, accept, refuse } from '../api/refusal.ts';
import type { KeyFile } from '../ceremony/key-file.ts';
import type { DurableFile } from '../store/durable-file.ts';

export const ElectionText: z.ZodString = z
  .string()
  .min(2)
  .max(512 * 1024);
export const TrusteesText: z.ZodString = z
  .string()
  .min(2)
  .max(4 * 1024 * 1024);

/** The one election that this device's key belongs to. Written once, never changed. */
export const ElectionFile = z.strictObject({
  format: z.literal('bilik/trustee-election/1'),
  election: ElectionText,
  trustees: TrusteesText,
});
export type ElectionFile = z.output<typeof ElectionFile>;

/** The bound election, read and checked. */
export interface BoundElection {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly owner: number;
  /** The station's key that signs what travels beside the record. */
  readonly signingKey: string;
  readonly kind: 'exercise' | 'real';
  readonly pollingPlace: string;
  readonly threshold: number;
}

export interface ElectionRoom {
  readonly bound: () => BoundElection | undefined;
  /**
   * Binds the key to an election. The same election again is accepted; any other is refused for ever: one key, one
   * election.
   */
  readonly bind: (input: { readonly election: string; readonly trustees: string }) => Answer<BoundElection>;
}

export interface ElectionParts {
  readonly file: DurableFile<ElectionFile>;
  readonly keyFile: () => KeyFile | undefined;
  readonly group: Group;
  /** The device was started for an exercise: a real election is refused. */
  readonly isExerciseDevice: boolean;
}

export function openElectionRoom({ file, keyFile, group, isExerciseDevice }: ElectionParts): ElectionRoom {
  let known: BoundElection | undefined;
  const bound = () => {
    const stored = file.read();
    if (stored === undefined) return undefined;
    if (known?.election.text === stored.election) return known;
    const read = readElection(stored.election, stored.trustees, keyFile(), group);
    if (!read.ok)
      throw new Error('The stored election does not belong to the stored key. Do not use this device.');
    known = read.value;
    return known;
  };
  return {
    bound,
    bind(input) {
      const before = bound();
      if (before !== undefined) {
        const isSame = before.election.text === input.election && before.trustees.text === input.trustees;
        if (isSame) return accept(before);
        return refuse({ type: 'key-bound-to-other-election', fingerprint: before.election.fingerprint });
      }
      const read = readElection(input.election, input.trustees, keyFile(), group);
      if (!read.ok) return read;
      if (isExerciseDevice && read.value.kind === 'real') return refuse({ type: 'exercise-device' });
      const written = file.replace({
        format: 'bilik/trustee-election/1',
        ...input,
      });
      if (!written.ok) return written;
      known = read.value;
      return accept(read.value);
    },
  };
}

/** Reads an election with its trustees, and finds this device's key in it. */
function readElection(
  electionText: string,
  trusteesText: string,
  keyFile: KeyFile | undefined,
  group: Group,
): Answer<BoundElection> {
  const key = keyFile?.key;
  if (key === undefined) return refuse({ type: 'step-too-early', needed: 'key' });
  const election = parseElection(electionText, { groups: [group] });
  if (!election.ok) {
    const [first] = election.error;
    return refuse({
      type: 'election-unreadable',
      path: first?.path ?? '',
      problem: first?.problem ?? 'malformed',
    });
  }
  const { bilik } = election.value;
  if (bilik === undefined) return refuse({ type: 'election-of-other-profile' });
  const trustees = parseTrustees(group, trusteesText);
  if (!trustees.ok) {
    const path = 'path' in trustees.error ? trustees.error.path : '';
    return refuse({ type: 'trustees-unreadable', path, problem: trustees.error.type });
  }
  if (electionPublicKey(group, trustees.value) !== election.value.publicKey) {
    return refuse({ type: 'election-key-wrong' });
  }
  const own = ownParameters(group, key.parameters);
  const position = trustees.value.items.findIndex((item) => item.kind === 'threshold' && isSame(item, own));
  if (position === -1) return refuse({ type: 'key-not-among-trustees' });
  const numbers = trustees.value.owners.filter(({ item }) => item === position);
  const owner = numbers[key.ownerIndex - 1]?.owner;
  if (owner === undefined) return refuse({ type: 'key-not-among-trustees' });
  return accept({
    election: election.value,
    trustees: trustees.value,
    owner,
    signingKey: bilik.signingKey,
    kind: bilik.kind,
    pollingPlace: bilik.pollingPlace,
    threshold: own.threshold,
  });
}

function ownParameters(group: Group, parameters: string): ThresholdTrustees {
  const own = parseTrustees(group, writeTrustees(group, [{ kind: 'threshold', parameters }]));
  const item = own.ok ? own.value.items[0] : undefined;
  if (item?.kind !== 'threshold') throw new Error('The stored threshold parameters do not parse.');
  return item;
}

/** The same ceremony: the same certificates, commitments and keys, in the same order. */
function isSame(left: ThresholdTrustees, right: ThresholdTrustees): boolean {
  const facts = ({ threshold, certificates, committed, verificationKeys }: ThresholdTrustees) =>
    JSON.stringify([
      threshold,
      certificates.map(({ signed }) => signed.message),
      committed.map(({ signed }) => signed.message),
      verificationKeys.map(({ publicKey }) => String(publicKey)),
    ]);
  return facts(left) === facts(right);
}
