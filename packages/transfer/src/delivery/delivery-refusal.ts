/** Why a receiver does not take what it is given. Nothing that it had is lost. */
export type DeliveryRefusal =
  | { readonly type: 'delivery-malformed' }
  /** No election was expected from a place of this id. */
  | { readonly type: 'place-not-expected' }
  /** The place is known, the election is another: an exercise, another day, another package. */
  | { readonly type: 'election-not-expected' }
  | { readonly type: 'delivery-signature-wrong' }
  /** This place has already delivered, and these are other bytes. Both manifests are kept. */
  | { readonly type: 'other-bytes-for-place' }
  | { readonly type: 'delivery-unknown' }
  /** A piece begins elsewhere than where the receiver's file ends; `have` says where. */
  | { readonly type: 'piece-not-next'; readonly have: number }
  | { readonly type: 'piece-too-long' }
  | { readonly type: 'delivery-not-complete' }
  /** A file that arrived whole is not the one that was named; it is taken from its beginning again. */
  | { readonly type: 'file-differs'; readonly file: string }
  /** The public verifier refuses record, void list or result. */
  | { readonly type: 'record-not-right'; readonly faults: readonly string[] };

/** Their names, for pages too. */
export const DELIVERY_REFUSALS = [
  'delivery-malformed',
  'place-not-expected',
  'election-not-expected',
  'delivery-signature-wrong',
  'other-bytes-for-place',
  'delivery-unknown',
  'piece-not-next',
  'piece-too-long',
  'delivery-not-complete',
  'file-differs',
  'record-not-right',
] as const satisfies readonly DeliveryRefusal['type'][];
