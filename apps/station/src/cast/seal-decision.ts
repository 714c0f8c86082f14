import type { SlotState } from './ballot-slots.ts';

/** Why a ballot is not received. In each case nothing was recorded. */
export type SealRefusal =
  | { readonly type: 'polls-not-open' }
  | { readonly type: 'card-foreign' }
  | { readonly type: 'card-used' }
  | { readonly type: 'card-void' }
  | { readonly type: 'card-in-use' }
  | { readonly type: 'no-release' }
  | { readonly type: 'booth-has-open-case' }
  | { readonly type: 'slots-full' };

export interface SealSituation {
  readonly pollsOpen: boolean;
  /** The credential stands in the posted list of this polling place. */
  readonly isListed: boolean;
  /** State of the ballot that came in under this credential, if one did. */
  readonly cardState: SlotState | undefined;
  readonly releaseFree: boolean;
  readonly slotFree: boolean;
  /** The booth is not in the middle of another case. */
  readonly boothIdle: boolean;
}

export type SealDecision = (
  situation: SealSituation,
) => { readonly ok: true } | { readonly ok: false; readonly error: SealRefusal };

const OF_CARD: Record<SlotState, SealRefusal['type']> = {
  sealing: 'card-in-use',
  cast: 'card-used',
  spoiled: 'card-void',
  proved: 'card-void',
};

/**
 * May a ballot under this card be received now? What is wrong with the card is said before what is wrong with the moment,
 * so that a voter with a used card is not sent to wait for a release.
 */
export const decideSeal: SealDecision = (situation) => {
  const refuse = (type: SealRefusal['type']) => ({ ok: false, error: { type } }) as const;
  if (!situation.isListed) return refuse('card-foreign');
  if (situation.cardState !== undefined) return refuse(OF_CARD[situation.cardState]);
  if (!situation.pollsOpen) return refuse('polls-not-open');
  if (!situation.boothIdle) return refuse('booth-has-open-case');
  if (!situation.releaseFree) return refuse('no-release');
  if (!situation.slotFree) return refuse('slots-full');
  return { ok: true };
};
