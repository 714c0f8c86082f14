/** What a handler answers: a value, or a refusal that the screen can explain. */
export type Answer<Value, Refusal extends { readonly type: string }> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** What the door itself refuses before any handler runs. */
export type DoorRefusal =
  | { readonly type: 'malformed'; readonly problems: readonly { path: string; message: string }[] }
  | { readonly type: 'too-large'; readonly limitBytes: number }
  | { readonly type: 'not-json' }
  | { readonly type: 'foreign-origin' }
  /** Whoever asks has no session here: not paired, or removed. */
  | { readonly type: 'not-paired' }
  /** A session in a role that may not do this. */
  | { readonly type: 'not-allowed' }
  | { readonly type: 'not-found' }
  | { readonly type: 'method-not-allowed' }
  /** Not a request that HTTP knows: unreadable, without exactly one host, or with an expectation. */
  | { readonly type: 'not-http' }
  | { readonly type: 'headers-too-large' }
  | { readonly type: 'address-unreadable' }
  /** Head or body did not arrive in time. */
  | { readonly type: 'too-slow' }
  /** No further stream of live events is opened; the screen asks from time to time instead. */
  | { readonly type: 'too-many-screens' }
  | { readonly type: 'broken' };

/** The body of a refusal. */
export function refusalBody(refusal: DoorRefusal): { readonly ok: false; readonly error: DoorRefusal } {
  return { ok: false, error: refusal };
}
