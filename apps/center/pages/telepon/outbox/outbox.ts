/** Where something that was written on this phone is. */
export type ItemState =
  /** On this phone alone. */
  | 'phone'
  /** The center has it. */
  | 'center'
  /** The center has it, and two people agree on the sheet. */
  | 'checked'
  /** The center does not take it, and says why. It stays here. */
  | 'refused';

interface ItemCore {
  /** 32 hexadecimal digits, made here: sent twice, it is one. */
  readonly id: string;
  /** Who wrote it: it goes out as theirs or not at all. */
  readonly account: string;
  readonly place: string;
  readonly state: ItemState;
  /** Milliseconds since 1970, by this phone's clock: for the order of the queue alone. */
  readonly writtenAt: number;
  readonly tries: number;
  /** Not before this moment; milliseconds since 1970. */
  readonly nextTryAt: number;
  /** Why it was refused: a name, and the center's own sentence where it wrote one. */
  readonly refusal: {
    readonly type: string;
    readonly sentence: { readonly id: string; readonly en: string } | null;
  } | null;
}
export type OutboxItem = ItemCore &
  (
    | {
        readonly kind: 'entry';
        readonly election: string;
        readonly figures: Readonly<Record<string, number | null>>;
      }
    | { readonly kind: 'photo'; readonly election: string; readonly photo: Blob }
    /** The text of a board's signed QR, whose election its own fields name. */
    | { readonly kind: 'code'; readonly code: string }
  );

/** What became of one sending. */
export type SendingAnswer =
  | { readonly type: 'kept' }
  | { readonly type: 'refused'; readonly refusal: NonNullable<ItemCore['refusal']> }
  /** Nobody answered, or the center is broken: it is sent again. */
  | { readonly type: 'not-reached' }
  /** The session is over: nothing is lost, and nothing goes out before somebody signs in. */
  | { readonly type: 'signed-out' };

const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 120_000;

/** @param random 0 to 1: phones of one village do not all come back at the same moment */
export function pauseMs(tries: number, random: number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(16, tries - 1));
  return Math.round(pause * (0.5 + random / 2));
}

/**
 * The one item that is sent next: figures and codes before photos, so that a thin line carries what matters first; the oldest of them. A
 * later item never overtakes an earlier one of its rank, so a pause holds the queue.
 * @param account who is signed in: others' items wait for them
 */
export function nextToSend(items: readonly OutboxItem[], account: string | null): OutboxItem | undefined {
  const rank = ({ kind }: OutboxItem) => (kind === 'photo' ? 1 : 0);
  return items
    .filter((item) => item.state === 'phone' && item.account === account)
    .toSorted(
      (left, right) =>
        rank(left) - rank(right) || left.writtenAt - right.writtenAt || (left.id < right.id ? -1 : 1),
    )[0];
}

/** The item after one sending. */
export function afterSending(
  item: OutboxItem,
  answer: SendingAnswer,
  now: number,
  random: number,
): OutboxItem {
  switch (answer.type) {
    case 'kept':
      return { ...item, state: 'center', refusal: null };
    case 'refused':
      return { ...item, state: 'refused', refusal: answer.refusal };
    case 'not-reached': {
      const tries = item.tries + 1;
      return { ...item, tries, nextTryAt: now + pauseMs(tries, random) };
    }
    case 'signed-out':
      return item;
  }
}

/** How many items still go to the center by themselves. */
export function waitingToSend(items: readonly OutboxItem[]): number {
  return items.filter(({ state }) => state === 'phone').length;
}

/** How many items the center did not take: they stay on this phone. */
export function refusedHere(items: readonly OutboxItem[]): number {
  return items.filter(({ state }) => state === 'refused').length;
}
