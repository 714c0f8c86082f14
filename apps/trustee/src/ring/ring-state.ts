import {
  certificatesFingerprint,
  fingerprintWords,
  keysFingerprint,
  type Round,
  sha256Hex,
  writeCeremonyPlan,
} from '@bilik/transfer';
import { has, type KeyRing, stepOfSitting } from './key-ring.ts';
import type { RingState } from './ring-view.ts';

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
      resume: { plan: writeCeremonyPlan(plan), member: member.id },
      board: known.board,
    },
  };
}

function spoken(hex: string): { readonly words: string[]; readonly hex: string } {
  return { words: [...fingerprintWords(hex)], hex };
}
