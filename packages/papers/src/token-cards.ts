import type { ElectionKind } from './slips.ts';

export interface TokenCardSheet {
  readonly kind: ElectionKind;
  readonly electionTitle: string;
  readonly villageName: string;
  readonly pollingPlaceName: string;
  /** Each code 24 digits. Printed in the order given: shuffle before. */
  readonly cards: readonly { readonly code: string }[];
}

/** A4 sheets of cards that hide code and QR inside when folded. No numbering of cards or pages. */
export declare function renderTokenCards(sheet: TokenCardSheet): Uint8Array;
