import type { FingerResult, PollingPlaceId } from '@bilik/election';
import type { Timer } from '@bilik/server';
import type { CheckInKnown } from '../place/check-in-file.ts';
import type { DeskVoter } from '../place/prepared-files.ts';
import { cardKeyedHash, nikKeyedHash } from './keyed-hash.ts';
import type { VoterSearch } from './voter-search.ts';

/** What a reader sends: as `CardRead` of `@bilik/devices`. Its NIK, name and number are looked up here and dropped at once. */
export type ReadCard =
  | { readonly kind: 'number'; readonly uid: string }
  | {
      readonly kind: 'chip';
      readonly nik: string;
      readonly name: string;
      readonly birthDate: string;
      readonly finger: FingerResult;
    };

/** What a desk's reader does, as it said last. */
export type ReaderStanding =
  | 'none'
  | 'ready'
  | 'no-reader'
  | 'card-unreadable'
  | 'card-gone'
  | 'no-answer'
  | 'not-understood';

/** The last card of a desk: whom it names, never what it said. */
export interface CardAtDesk {
  /** Rises with every card, so that a screen acts once on each. */
  readonly turn: number;
  /** Null: nobody of this list. */
  readonly voter: DeskVoter | null;
  /** Where else in the village the holder votes, if it is known. */
  readonly place: PollingPlaceId | null;
  readonly finger: FingerResult;
}

/** What readers read, for the desk that each stands at. In this process's memory and nowhere else, for a minute at most. */
export interface CardReads {
  readonly hear: (desk: number, read: ReadCard) => void;
  readonly say: (desk: number, standing: Exclude<ReaderStanding, 'none'>) => void;
  readonly at: (desk: number) => { readonly reader: ReaderStanding; readonly card: CardAtDesk | null };
  /** Call when the voter was checked in: the card is for nobody else. */
  readonly forget: (desk: number) => void;
}

/** How long a card that was read counts as lying before the desk. */
export const CARD_HELD_MS = 60_000;

export interface CardReadsParts {
  readonly search: Pick<VoterSearch, 'byNumber' | 'byNik'>;
  readonly known: CheckInKnown;
  /** 32 bytes in hex. */
  readonly nikKey: string;
  readonly timer: Timer;
  /** A card was forgotten because its minute was over. */
  readonly onForgotten: () => void;
}

export function openCardReads(parts: CardReadsParts): CardReads {
  const { search, known, nikKey, timer } = parts;
  const readers = new Map<number, Exclude<ReaderStanding, 'none'>>();
  const cards = new Map<number, { readonly card: CardAtDesk; readonly cancel: () => void }>();
  let turns = 0;

  const forget = (desk: number): void => {
    cards.get(desk)?.cancel();
    cards.delete(desk);
  };
  const holderOf = (read: ReadCard): Omit<CardAtDesk, 'turn'> => {
    if (read.kind === 'chip') {
      const voter = search.byNik(read.nik) ?? null;
      const place = voter === null ? (known.otherPlaceOf(nikKeyedHash(nikKey, read.nik)) ?? null) : null;
      return { voter, place, finger: read.finger };
    }
    const number = known.voterOfCard(cardKeyedHash(nikKey, read.uid));
    const voter = number === undefined ? undefined : search.byNumber(number);
    return { voter: voter ?? null, place: null, finger: 'not-asked' };
  };
  return {
    hear(desk, read) {
      forget(desk);
      turns += 1;
      const cancel = timer.after(CARD_HELD_MS, () => {
        cards.delete(desk);
        parts.onForgotten();
      });
      cards.set(desk, { card: { turn: turns, ...holderOf(read) }, cancel });
      readers.set(desk, 'ready');
    },
    say(desk, standing) {
      readers.set(desk, standing);
    },
    at: (desk) => ({ reader: readers.get(desk) ?? 'none', card: cards.get(desk)?.card ?? null }),
    forget,
  };
}
