import type { Doorkeeper } from '@bilik/server';
import type { Confirmations, PinCheck, PinRefusal } from '../people/pin-check.ts';

type Answer<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** The device that asked was taken out, or paired anew, while PINs were looked at. */
export interface SpeakerGone {
  readonly type: 'not-paired';
}

type Keeper = Pick<Doorkeeper<unknown>, 'isStillHeard'>;
export type SpeakingRequest = Parameters<Keeper['isStillHeard']>[0];

/**
 * An act that people stand behind: their PINs are looked at first, and only their ids go on. Nothing is begun when one is not right, or
 * when the device that asked has no session any more.
 */
export type Confirmed = <Value, Refusal extends { readonly type: string }>(
  request: SpeakingRequest,
  confirmations: Confirmations,
  act: (people: readonly string[]) => Answer<Value, Refusal> | Promise<Answer<Value, Refusal>>,
) => Promise<Answer<Value, Refusal | PinRefusal | SpeakerGone>>;

export function openConfirming(pins: PinCheck, { isStillHeard }: Keeper): Confirmed {
  return async (request, confirmations, act) => {
    const checked = await pins.check(confirmations);
    if (!checked.ok) return checked;
    return isStillHeard(request) ? act(checked.value) : { ok: false, error: { type: 'not-paired' } };
  };
}
