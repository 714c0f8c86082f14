import { mayAcceptToken, type PollState } from '@bilik/election';
import type { Counters } from '../store/counters.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { BallotSlots, SlotState } from './ballot-slots.ts';
import type { BoothCases, CaseState, SlipOutcome } from './booth-cases.ts';
import type { SealDecision, SealRefusal } from './seal-decision.ts';

/** A ballot that passed every check of the record's format. */
export interface CheckedText {
  readonly hash: string;
  readonly credential: string;
  readonly text: string;
}

export type CastRefusal =
  | SealRefusal
  | { readonly type: 'ballot-refused'; readonly fault: string }
  /** Not what this booth is in the middle of; said alike of a ballot that is elsewhere, was cast, or never came. */
  | { readonly type: 'not-this-booths-case' }
  /** The case ended with another word about its slip, which stands. */
  | { readonly type: 'slip-already-told'; readonly slip: SlipOutcome }
  | { readonly type: 'ballot-already'; readonly state: SlotState }
  | StoreFailed;

export type CastAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: CastRefusal };

/** Where one ballot stands; repeating any command returns the same. */
export interface CastStanding {
  readonly hash: string;
  readonly state: SlotState;
}

export type { SlipOutcome };

export type TokenStanding =
  | 'ready'
  | 'used'
  | 'void'
  | 'in-use'
  | 'foreign'
  | 'no-release'
  | 'polls-not-open';

export const CAST_COUNTERS = [
  'casts',
  'ballots-refused',
  'slips-sah',
  'slips-batal',
  'casts-without-slip',
  'cards-proved',
] as const;
export type CastCounter = (typeof CAST_COUNTERS)[number];

export interface CastingParts {
  readonly durably: Durably;
  readonly slots: BallotSlots;
  readonly cases: BoothCases;
  readonly counters: Counters<CastCounter>;
  /** All checks of the record's format, at the station's speed. */
  readonly checkBallot: (
    text: string,
  ) => { readonly ok: true; readonly value: CheckedText } | { readonly ok: false; readonly error: string };
  /** Whether an opening repeats this ballot. */
  readonly opens: (opening: string, ballot: CheckedText) => boolean;
  readonly isListed: (credential: string) => boolean;
  readonly poll: () => PollState;
  readonly decide: SealDecision;
}

/**
 * Turns a confirmed choice into one sealed ballot (design, decision 4). `seal` → the slip is shown → `confirm` → SAH → `finish`,
 * or `spoil` → BATAL → `finish`. A card under which a ballot came in gives at most one cast ballot, and after `spoil` or `prove` none, for ever.
 */
export interface Casting {
  /** Only for whoever shows the card: see `card-questions.ts`. */
  readonly tokenStanding: (credential: string) => TokenStanding;
  /**
   * Whether the card of a proved ballot is void, as it must be. The ballot is signed by its card, and nobody has it but the booth and
   * whom it was opened to. @errors 'ballot-refused'
   */
  readonly provedStanding: (text: string) => CastAnswer<{ readonly isVoid: boolean }>;
  readonly seal: (booth: number, text: string) => CastAnswer<CastStanding>;
  readonly confirm: (booth: number, hash: string) => CastAnswer<CastStanding>;
  readonly spoil: (booth: number, hash: string) => CastAnswer<CastStanding>;
  /**
   * @param opening what the booth shows the voter. It is kept for the void list when it repeats the ballot; when it does not, the card is
   * void all the same and the list says that there is none.
   */
  readonly prove: (booth: number, text: string, opening: string) => CastAnswer<CastStanding>;
  /** @param alongside what is to be written in the same step; left out when the case was finished before */
  readonly finish: (
    booth: number,
    hash: string,
    slip: SlipOutcome,
    alongside?: () => void,
  ) => CastAnswer<{ readonly state: CaseState }>;
}

export function openCasting(parts: CastingParts): Casting {
  const { durably, slots, cases, counters } = parts;

  const refuse = <Value>(error: CastRefusal): CastAnswer<Value> => {
    if (error.type === 'ballot-refused') {
      durably('count-refusal', () => counters.add('ballots-refused', 1));
    }
    return { ok: false, error };
  };

  const situation = (credential: string) => ({
    pollsOpen: parts.poll().phase === 'open',
    isListed: parts.isListed(credential),
    cardState: slots.entryByCredential(credential)?.state,
    releaseFree: mayAcceptToken(parts.poll()),
    slotFree: slots.freeSlots() > 0,
  });

  /**
   * The entry of the ballot that this booth is in the middle of. Whoever saw a tracker slip knows the hash on it: about any other
   * ballot a booth hears nothing, or it could ask all day until that one is cast.
   */
  const ownCase = (
    booth: number,
    hash: string,
  ): CastAnswer<{ slot: number; state: SlotState; caseState: CaseState }> => {
    const boothCase = cases.get(booth);
    if (boothCase === undefined || boothCase.state === 'idle' || boothCase.hash !== hash) {
      return { ok: false, error: { type: 'not-this-booths-case' } };
    }
    const entry = slots.entryByHash(hash);
    if (entry === undefined) throw new Error(`The case of booth ${booth} is about a ballot that has no slot`);
    return { ok: true, value: { slot: entry.slot, state: entry.state, caseState: boothCase.state } };
  };

  const receive = (
    booth: number,
    text: string,
    state: 'sealing' | 'proved',
    opening?: string,
  ): CastAnswer<CastStanding> => {
    const checked = parts.checkBallot(text);
    if (!checked.ok) return refuse({ type: 'ballot-refused', fault: checked.error });
    const { hash, credential } = checked.value;
    const known = slots.entryByHash(hash);
    if (known !== undefined) {
      const holder = cases.open().find((boothCase) => boothCase.hash === hash);
      if (holder !== undefined && holder.booth !== booth) return refuse({ type: 'not-this-booths-case' });
      const { state: found } = known;
      // a ballot that was sealed is never opened, whatever a booth asks for afterwards
      if (state === 'proved' && found !== 'proved') return refuse({ type: 'ballot-already', state: found });
      return { ok: true, value: { hash, state: found } };
    }
    const decision = parts.decide({
      ...situation(credential),
      boothIdle: cases.get(booth)?.state === 'idle',
    });
    if (!decision.ok) return refuse(decision.error);
    const isOpened = opening !== undefined && parts.opens(opening, checked.value);
    return durably(state === 'sealing' ? 'seal' : 'prove', () => {
      slots.put({ hash, credential, text: isOpened ? opening : checked.value.text, state });
      if (state === 'sealing') cases.set({ booth, state: 'sealing', hash });
      else counters.add('cards-proved', 1);
      return { hash, state };
    });
  };

  const settle = (booth: number, hash: string, to: 'cast' | 'spoiled'): CastAnswer<CastStanding> => {
    const own = ownCase(booth, hash);
    if (!own.ok) return own;
    const { slot, state, caseState } = own.value;
    if (state === to) return { ok: true, value: { hash, state } };
    if (state !== 'sealing' || caseState !== 'sealing') return refuse({ type: 'ballot-already', state });
    return durably(to === 'cast' ? 'confirm' : 'spoil', () => {
      slots.advance(slot, to);
      if (to === 'cast') counters.add('casts', 1);
      cases.set({ booth, state: to === 'cast' ? 'cast' : 'void', hash });
      return { hash, state: to };
    });
  };

  return {
    tokenStanding(credential) {
      const decision = parts.decide({ ...situation(credential), boothIdle: true });
      if (decision.ok) return 'ready';
      switch (decision.error.type) {
        case 'card-used':
          return 'used';
        case 'card-void':
          return 'void';
        case 'card-in-use':
          return 'in-use';
        case 'card-foreign':
          return 'foreign';
        case 'polls-not-open':
          return 'polls-not-open';
        default:
          return 'no-release';
      }
    },
    provedStanding(text) {
      const checked = parts.checkBallot(text);
      if (!checked.ok) return { ok: false, error: { type: 'ballot-refused', fault: checked.error } };
      const state = slots.entryByCredential(checked.value.credential)?.state;
      return { ok: true, value: { isVoid: state === 'spoiled' || state === 'proved' } };
    },
    seal: (booth, text) => receive(booth, text, 'sealing'),
    prove: (booth, text, opening) => receive(booth, text, 'proved', opening),
    confirm: (booth, hash) => settle(booth, hash, 'cast'),
    spoil: (booth, hash) => settle(booth, hash, 'spoiled'),
    finish(booth, hash, slip, alongside = () => undefined) {
      const ended = cases.lastEnd(booth);
      // after a restart the station knows no more which ballot it was: it answers by the slip alone, which says nothing of any ballot
      if (ended !== undefined && (ended.hash ?? hash) === hash) {
        if (ended.slip !== slip) return refuse({ type: 'slip-already-told', slip: ended.slip });
        return { ok: true, value: { state: 'idle' } };
      }
      const own = ownCase(booth, hash);
      if (!own.ok) return own;
      const { state } = own.value;
      const contradicts = state === 'cast' ? 'batal-in-envelope' : 'sah-in-box';
      if (state === 'sealing' || slip === contradicts) return refuse({ type: 'ballot-already', state });
      return durably('finish', () => {
        alongside();
        if (slip === 'sah-in-box') counters.add('slips-sah', 1);
        if (slip === 'batal-in-envelope') counters.add('slips-batal', 1);
        if (state === 'cast' && slip !== 'sah-in-box') counters.add('casts-without-slip', 1);
        cases.end(booth, slip);
        return { state: 'idle' as const };
      });
    },
  };
}
