import type { Confirmations, PinCheck, PinRefusal } from '../people/pin-check.ts';

type Answer<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** An act that people stand behind: their PINs are looked at first, and only their ids go on. Nothing is begun when one is not right. */
export async function confirmed<Value, Refusal extends { readonly type: string }>(
  pins: PinCheck,
  confirmations: Confirmations,
  act: (people: readonly string[]) => Answer<Value, Refusal> | Promise<Answer<Value, Refusal>>,
): Promise<Answer<Value, Refusal | PinRefusal>> {
  const checked = await pins.check(confirmations);
  return checked.ok ? act(checked.value) : checked;
}
