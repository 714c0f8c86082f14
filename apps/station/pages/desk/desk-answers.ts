import { askApi, type CallResult, callApi } from '@bilik/ui/call';
import * as z from 'zod/mini';
import type { Desk, DeskRefusal, DeskRow, DeskStanding } from '../../src/checkin/desk.ts';
import type { Fits, OnTheWire } from '../common/fits.ts';

const bySex = z.object({ L: z.int(), P: z.int() });

const phase = z.enum(['configured', 'zero_proven', 'open', 'paused', 'closed', 'counted', 'sealed']);

const stateBase = z.object({
  kind: z.enum(['exercise', 'real']),
  village: z.string(),
  pollingPlace: z.object({ number: z.int(), name: z.optional(z.string()) }),
  desk: z.int(),
  votingDate: z.string(),
  phase,
  registered: bySex,
  checkIns: z.object({ DPT: bySex, added: bySex }),
  released: z.int(),
  casts: z.int(),
  abandoned: z.int(),
  onTheirWay: z.int(),
  /** Voters whose ballot is neither cast nor void yet. */
  atBooth: z.int(),
  /** False while a medium fails: nothing can be recorded. */
  takesWrites: z.boolean(),
  /** The rule pack lets voters be helped in the booth. */
  mayBeHelped: z.boolean(),
  /** For how many more voters a ballot left with a mobile group; null where none may leave. */
  mobileBallots: z.nullable(z.int()),
  /** Of all epochs of the station, oldest first. */
  marks: z.array(z.string()),
});
export type Phase = z.output<typeof phase>;

const ineligibleReason = z.enum([
  'dead',
  'duplicate',
  'moved',
  'under-age',
  'military-or-police',
  'not-resident',
  'right-withdrawn',
  'not-capable',
  'other',
]);
type Reason = z.output<typeof ineligibleReason>;

const rowSchema = z.object({
  voter: z.object({
    number: z.int(),
    name: z.string(),
    sex: z.enum(['L', 'P']),
    birthDate: z.string(),
    hamlet: z.string(),
    rt: z.string(),
    rw: z.string(),
    disability: z.nullable(z.string()),
    listKind: z.enum(['DPT', 'added']),
    ineligible: z.nullable(z.object({ reason: ineligibleReason, evidence: z.string() })),
    nikMask: z.string(),
  }),
});
export type VoterRow = z.output<typeof rowSchema>;

const finger = z.enum(['matched', 'not-matched', 'unreadable', 'not-asked']);
export type Finger = z.output<typeof finger>;

/** The last card at this desk's reader; gone after a minute, or when its holder was checked in. */
const cardSchema = z.object({
  /** Rises with every card: the screen acts once on each. */
  turn: z.int(),
  /** Null: nobody of this list. */
  row: z.nullable(rowSchema),
  /** Where else in the village the holder votes, if it is known. */
  place: z.nullable(z.string()),
  finger,
});
export type DeskCard = z.output<typeof cardSchema>;

const reader = z.enum([
  'none',
  'ready',
  'no-reader',
  'card-unreadable',
  'card-gone',
  'no-answer',
  'not-understood',
]);
export type ReaderStanding = z.output<typeof reader>;

/** What of `/api/desk/state` the desk shows. */
const stateSchema = z.extend(stateBase, { reader, card: z.nullable(cardSchema) });
export type DeskState = z.output<typeof stateSchema>;

/** Why a search found nobody here although it knew what it was looking for. */
export type SearchRefusal =
  | { readonly type: 'other-polling-place'; readonly place: string }
  | { readonly type: 'invitation-malformed' }
  | { readonly type: 'invitation-other-version' }
  | { readonly type: 'invitation-signature-wrong' }
  | { readonly type: 'invitation-of-other-election' };

const searchRefusal: z.ZodMiniType<SearchRefusal> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('other-polling-place'), place: z.string() }),
  z.object({ type: z.literal('invitation-malformed') }),
  z.object({ type: z.literal('invitation-other-version') }),
  z.object({ type: z.literal('invitation-signature-wrong') }),
  z.object({ type: z.literal('invitation-of-other-election') }),
]);

const searchSchema = z.object({
  kind: z.enum(['number', 'nik', 'name', 'invitation', 'nothing']),
  total: z.int(),
  rows: z.array(rowSchema),
  refused: z.nullable(searchRefusal),
});
export type SearchAnswer = z.output<typeof searchSchema>;

/** How the voter's row was found; a typed NIK is an identity check by itself, an invitation or a card's number is none. */
export type FoundBy = SearchAnswer['kind'] | 'card';

/** Where and in which hour somebody was checked in. */
const earlier = z.object({ desk: z.int(), hour: z.nullable(z.string()) });

const standingSchema = z.object({ earlier: z.nullable(earlier) });
/** One chosen voter; `earlier` is null while they have not come. */
export type Standing = z.output<typeof standingSchema>;

/** The list of the station has changed under the desk. */
export interface VoterUnknown {
  readonly type: 'voter-unknown';
}
const voterUnknown = z.object({ type: z.literal('voter-unknown') });

/** Why the station did not check somebody in; nothing was recorded. */
export type CheckInRefusal =
  | { readonly type: 'polls-not-open'; readonly phase: Phase }
  | { readonly type: 'desk-unknown'; readonly desk: number; readonly desks: number }
  | { readonly type: 'queue-sent-home'; readonly closes: string }
  | { readonly type: 'queue-not-admitted'; readonly closes: string; readonly admitted: number }
  | { readonly type: 'already-checked-in'; readonly earlier: z.output<typeof earlier> }
  | { readonly type: 'ineligible'; readonly why: { readonly reason: Reason; readonly evidence: string } }
  | { readonly type: 'not-on-list'; readonly mayBeAdded: boolean }
  | { readonly type: 'other-polling-place'; readonly place: string }
  | { readonly type: 'identity-not-compared' }
  | { readonly type: 'card-not-read' }
  | { readonly type: 'helper-not-allowed' }
  | { readonly type: 'mobile-group-not-allowed' }
  | { readonly type: 'mobile-ballots-used-up' }
  | { readonly type: 'finger-not-matched'; readonly finger: 'not-matched' | 'unreadable' }
  | VoterUnknown
  | { readonly type: 'store-failed' | 'store-in-doubt'; readonly reason: string };

const refusalSchema: z.ZodMiniType<CheckInRefusal> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('polls-not-open'), phase }),
  z.object({ type: z.literal('desk-unknown'), desk: z.int(), desks: z.int() }),
  z.object({ type: z.literal('queue-sent-home'), closes: z.string() }),
  z.object({ type: z.literal('queue-not-admitted'), closes: z.string(), admitted: z.int() }),
  z.object({ type: z.literal('already-checked-in'), earlier }),
  z.object({
    type: z.literal('ineligible'),
    why: z.object({ reason: ineligibleReason, evidence: z.string() }),
  }),
  z.object({ type: z.literal('not-on-list'), mayBeAdded: z.boolean() }),
  z.object({ type: z.literal('other-polling-place'), place: z.string() }),
  z.object({ type: z.literal('identity-not-compared') }),
  z.object({ type: z.literal('card-not-read') }),
  z.object({ type: z.literal('helper-not-allowed') }),
  z.object({ type: z.literal('mobile-group-not-allowed') }),
  z.object({ type: z.literal('mobile-ballots-used-up') }),
  z.object({ type: z.literal('finger-not-matched'), finger: z.enum(['not-matched', 'unreadable']) }),
  voterUnknown,
  z.object({ type: z.enum(['store-failed', 'store-in-doubt']), reason: z.string() }),
]);

export type StationSearch = Fits<OnTheWire<ReturnType<Desk['search']>>, SearchAnswer>;
export type StationCard = Fits<OnTheWire<ReturnType<Desk['cardAt']>>, Pick<DeskState, 'reader' | 'card'>>;
export type StationRow = Fits<OnTheWire<DeskRow>, VoterRow>;
export type StationStanding = Fits<OnTheWire<DeskStanding>, Standing>;
export type StationRefusal = Fits<OnTheWire<DeskRefusal>, CheckInRefusal>;

/** What stood in the way of the foreseen check. */
export const OVERRIDES = [
  'card-unreadable',
  'finger-unreadable',
  'no-card',
  'reader-broken',
  'other',
] as const;
export type Override = (typeof OVERRIDES)[number];

/** Where a mobile group visits a voter. */
export const MOBILE_REASONS = ['at-home', 'in-hospital'] as const;
export type MobileReason = (typeof MOBILE_REASONS)[number];

/** What the person was held against, beside what only found the row. */
export type Compared = 'finger' | 'card' | 'photo';

export type Identity =
  | {
      readonly method: 'invitation-qr';
      readonly compared: 'card' | 'photo' | null;
      readonly override: Override | null;
    }
  | { readonly method: 'card-chip'; readonly compared: Compared | null; readonly override: Override | null }
  | { readonly method: 'nik-typed' | 'name-and-photo'; readonly override: Override | null }
  | { readonly method: 'mobile'; readonly reason: MobileReason; readonly override: null };

export interface CheckInRequest {
  readonly voter: number;
  readonly identity: Identity;
  readonly isHelped: boolean;
}

export const askDeskState = (): Promise<CallResult<DeskState, never>> =>
  askApi('/api/desk/state', { value: stateSchema });

/** The query goes in the body and nowhere else: an address would stay in the browser's history. */
export const searchVoters = (query: string): Promise<CallResult<SearchAnswer, never>> =>
  callApi('/api/desk/search', { query: query.slice(0, 256) }, { value: searchSchema });

/** Whether the chosen voter has come already: told for one voter at a time. @param voter list number */
export const askStanding = (voter: number): Promise<CallResult<Standing, VoterUnknown>> =>
  callApi('/api/desk/standing', { voter }, { value: standingSchema, refusal: voterUnknown });

export const checkIn = (request: CheckInRequest): Promise<CallResult<VoterRow, CheckInRefusal>> =>
  callApi('/api/desk/check-in', request, { value: rowSchema, refusal: refusalSchema });

/** How this desk's own test went; nothing of what was read. Null: the desk has no such device. */
export const tellSelfTest = (test: {
  readonly scannerRead: boolean | null;
  readonly readerRead: boolean | null;
}): Promise<CallResult<unknown, unknown>> =>
  callApi('/api/desk/self-test', test, { value: z.unknown(), refusal: z.unknown() });
