/** Cards in one sealed pack: what two people count in ten minutes. */
export const CARDS_A_PACK = 100;

/** A pack of cards: its number from 1, and how many cards are in it. */
export interface CardPack {
  readonly number: number;
  readonly cards: number;
}

/** Divides shuffled cards into packs; only the last may hold fewer. @param cards at least 1 */
export function packsOf(cards: number): readonly CardPack[] {
  return Array.from({ length: Math.ceil(cards / CARDS_A_PACK) }, (_, index) => ({
    number: index + 1,
    cards: Math.min(CARDS_A_PACK, cards - index * CARDS_A_PACK),
  }));
}

/** A pack on its way: printed, then counted and sealed, then handed over. */
export interface PackState extends CardPack {
  readonly seal: string | null;
  readonly handedTo: string | null;
}

export type PackRefusal =
  | { readonly type: 'pack-unknown'; readonly number: number }
  /** It holds another number of cards than were printed for it: the pool is issued anew. */
  | {
      readonly type: 'pack-count-differs';
      readonly number: number;
      readonly printed: number;
      readonly counted: number;
    }
  /** A seal's number stands on one pack alone. */
  | { readonly type: 'seal-taken'; readonly number: number }
  /** A seal is broken only by the polling place. */
  | { readonly type: 'pack-sealed'; readonly number: number }
  | { readonly type: 'packs-not-sealed'; readonly numbers: readonly number[] }
  | { readonly type: 'packs-handed-over' };

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: PackRefusal };

/** Whether a pack may be sealed: once, with as many cards as were printed, under a seal of its own. */
export function maySeal(
  packs: readonly PackState[],
  request: { readonly number: number; readonly counted: number; readonly seal: string },
): Answer {
  const { number, counted, seal } = request;
  const refuse = (error: PackRefusal): Answer => ({ ok: false, error });
  const pack = packs.find((one) => one.number === number);
  if (pack === undefined) return refuse({ type: 'pack-unknown', number });
  if (pack.seal !== null) return refuse({ type: 'pack-sealed', number });
  if (counted !== pack.cards) {
    return refuse({ type: 'pack-count-differs', number, printed: pack.cards, counted });
  }
  const taken = packs.find((one) => one.seal === seal);
  return taken === undefined ? { ok: true } : refuse({ type: 'seal-taken', number: taken.number });
}

/** Whether all packs may be handed over: all together, all sealed, once. */
export function mayHandOver(packs: readonly PackState[]): Answer {
  const open = packs.filter(({ seal }) => seal === null).map(({ number }) => number);
  if (open.length > 0) return { ok: false, error: { type: 'packs-not-sealed', numbers: open } };
  return packs.some(({ handedTo }) => handedTo !== null)
    ? { ok: false, error: { type: 'packs-handed-over' } }
    : { ok: true };
}
