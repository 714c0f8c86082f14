import {
  certificatesFingerprint,
  fingerprintWords,
  keysFingerprint,
  type Round,
  sha256Hex,
} from '@bilik/transfer';
import { z } from 'zod';
import { STEPS } from '../api/state.ts';
import { has, type KeyRing, stepOfSitting } from './key-ring.ts';

const Count = z.int().min(0);
const Has = z.strictObject({ certificate: z.boolean(), polynomial: z.boolean(), share: z.boolean() });
const Spoken = z.strictObject({ words: z.array(z.string()).length(8), hex: z.string() });

/** What the page of a device with several keys shows. Nothing in it is secret. */
export const RingState = z.strictObject({
  isExercise: z.boolean(),
  /** This device holds one key outside any ring. */
  isSingle: z.boolean(),
  sitting: z
    .strictObject({
      ceremony: z.string(),
      threshold: Count,
      /** The step that all keys have reached. */
      step: z.enum(['empty', 'certificate', 'polynomial', 'share', 'key']),
      /** Whether every seed is open, so that no passphrase is needed now. */
      isUnlocked: z.boolean(),
      members: z.array(
        z.strictObject({
          name: z.string(),
          interest: z.string(),
          isOwn: z.boolean(),
          /** For all places. */
          has: Has,
          /** To be read aloud; null until this trustee's certificates are here. */
          certificates: Spoken.nullable(),
        }),
      ),
      places: z.array(z.strictObject({ place: z.string(), step: z.enum(STEPS) })),
      /** Of the lists of trustees of all places: what is posted; null before the end. */
      keys: Spoken.nullable(),
      /** Where messages can be exchanged; null where only files go round. */
      board: z.string().nullable(),
    })
    .nullable(),
});
export type RingState = z.output<typeof RingState>;

export function ringState(
  ring: KeyRing,
  known: { readonly isExercise: boolean; readonly isSingle: boolean; readonly board: string | null },
): RingState {
  const sitting = ring.sitting();
  const { isSingle } = known;
  if (sitting === undefined) return { isExercise: known.isExercise, isSingle, sitting: null };
  const { plan, digest, member, keys } = sitting;
  const states = keys.map(({ place, device }) => ({ place, state: device.state() }));
  const lists = keys.flatMap(({ place, device }) => {
    const text = device.trusteesText();
    return text === undefined ? [] : [{ place, trusteesHash: sha256Hex(Buffer.from(text, 'utf8')) }];
  });
  return {
    isExercise: known.isExercise || plan.kind === 'exercise',
    isSingle,
    sitting: {
      ceremony: plan.ceremony,
      threshold: plan.threshold,
      step: stepOfSitting(sitting),
      isUnlocked: states.every(({ state }) => state.isUnlocked),
      members: plan.members.map(({ name, interest }) => {
        const hasAll = (round: Round) => keys.every(({ device }) => has(device, name, round));
        const certificates = states.flatMap(({ place, state }) => {
          const found = state.ceremony?.trustees.find((trustee) => trustee.name === name);
          return found === undefined ? [] : [{ place, from: found.certificateId }];
        });
        return {
          name,
          interest,
          isOwn: name === member.name,
          has: {
            certificate: hasAll('certificate'),
            polynomial: hasAll('polynomial'),
            share: hasAll('share'),
          },
          certificates:
            certificates.length === keys.length
              ? spoken(certificatesFingerprint(digest, name, certificates))
              : null,
        };
      }),
      places: states.map(({ place, state }) => ({ place, step: state.step })),
      keys: lists.length === keys.length ? spoken(keysFingerprint(digest, lists)) : null,
      board: known.board,
    },
  };
}

function spoken(hex: string): { readonly words: string[]; readonly hex: string } {
  return { words: [...fingerprintWords(hex)], hex };
}
