import { type CallResult, callApi } from '@bilik/ui/call';
import type { ProvedPerson } from '@bilik/ui/pin-entry';
import * as z from 'zod/mini';
import type { Command, HandCount, MinutesFields } from '../board-answers.ts';
import type { TestSlipsEntry } from '../logic-test/test-slips.ts';
import { type BoardRefusal, refusalSchema } from './board-refusal.ts';

export type ActResult = CallResult<unknown, BoardRefusal>;

/** Opening the sum and sealing read the whole record; a slow laptop with 1,400 ballots takes its time. */
const LONG_TIMEOUT_MS = 120_000;

const send = (path: string, body: unknown, timeoutMs?: number): Promise<ActResult> =>
  callApi(path, body, { value: z.unknown(), refusal: refusalSchema, timeoutMs });

/** @param confirmations different people of the definition, each with the PIN they typed */
export const giveCommand = (
  command: Command,
  confirmations: readonly ProvedPerson[],
  /** Why before the announced hour. */
  reason?: string,
): Promise<ActResult> =>
  send(
    '/api/board/command',
    { command, confirmations, ...(reason === undefined ? {} : { reason }) },
    LONG_TIMEOUT_MS,
  );

/** Looks at clock, space, media and power, and at what booths and desks said of their tests. */
export const runSelfTest = (): Promise<ActResult> => send('/api/board/self-test', {}, LONG_TIMEOUT_MS);

/** What people do with the logic and accuracy test. */
export type LogicTestAct =
  | { readonly act: 'begin' | 'go-on' | 'erase' }
  | { readonly act: 'end'; readonly slips: readonly TestSlipsEntry[] }
  | { readonly act: 'skip'; readonly reason: string };

/** Ending the test opens a sum a booth, which takes a while on a slow laptop. */
export const giveLogicTestAct = (
  act: LogicTestAct,
  confirmations: readonly ProvedPerson[],
): Promise<ActResult> => send('/api/board/logic-test', { ...act, confirmations }, LONG_TIMEOUT_MS);

/** Fixes the paper that is printed and signed; again, it is the same paper. */
export const prepareZeroReport = (): Promise<ActResult> => send('/api/board/zero-report', {});

/** Who signed a printed paper, and its fingerprint as shown on the page. The board's people prove it, witnesses are named. */
interface PaperSigned {
  readonly fingerprint: string;
  readonly confirmations: readonly ProvedPerson[];
  readonly witnesses: readonly string[];
}

export const signZeroReport = (signed: PaperSigned): Promise<ActResult> =>
  send('/api/board/zero-report-signed', signed);

/** Fixes the minutes that are printed and signed; written again after that, they are another paper. */
export const prepareMinutes = (): Promise<ActResult> => send('/api/board/minutes-paper', {});

/** @param signed with, of each witness who was present and did not sign, why */
export const signMinutes = (
  signed: PaperSigned & {
    readonly notSigned: readonly { readonly person: string; readonly reason: string }[];
  },
): Promise<ActResult> => send('/api/board/minutes-signed', signed);

export type MediumAct = 'put-in-new-medium' | 'continue-on-one-medium';

/** Filling a slow stick takes its time. @param confirmations two different people of the definition, each with a PIN */
export const giveMediumAct = (act: MediumAct, confirmations: readonly ProvedPerson[]): Promise<ActResult> =>
  send('/api/board/medium', { act, confirmations }, LONG_TIMEOUT_MS);

/** Closes releases whose voters left. @param request `abandonedBefore` as this page shows it; `count` 1 or more */
export const abandonReleases = (request: {
  readonly abandonedBefore: number;
  readonly count: number;
  readonly confirmations: readonly ProvedPerson[];
}): Promise<ActResult> => send('/api/board/abandon', request);

/** What the board saw of a witness's letter of mandate. @param input `letter` null: there was none */
export const writeMandate = (input: {
  readonly person: string;
  readonly letter: string | null;
}): Promise<ActResult> => send('/api/board/mandate', input);

/** Notes who stands in the queue at the closing hour. @param request `admittedBefore` as this page shows it; `count` 1 or more */
export const admitQueue = (request: {
  readonly admittedBefore: number;
  readonly count: number;
  readonly confirmations: readonly ProvedPerson[];
}): Promise<ActResult> => send('/api/board/admit-queue', request);

/** Notes an incident. @param request `numberBefore` as this page shows it; `when` null: the present hour */
export const noteIncident = (request: {
  readonly numberBefore: number;
  readonly incident: {
    readonly when: string | null;
    readonly kind: string;
    readonly what: string;
    readonly action: string;
  };
  readonly confirmations: readonly ProvedPerson[];
}): Promise<ActResult> => send('/api/board/incident', request);

/** Closes later than announced. @param request `until` as `13:30` */
export const extendHours = (request: {
  readonly until: string;
  readonly reason: string;
  readonly confirmations: readonly ProvedPerson[];
}): Promise<ActResult> => send('/api/board/extend-hours', request);

/** A mobile group leaves with paper ballots. @param request `tripsBefore` as this page shows it */
export const mobileGroupLeaves = (request: {
  readonly tripsBefore: number;
  readonly taken: number;
  readonly when: string;
  readonly confirmations: readonly ProvedPerson[];
}): Promise<ActResult> => send('/api/board/mobile-group-leaves', request);

/** A mobile group is back. @param request `note` says why its ballots do not add up; null while they do */
export const mobileGroupReturns = (request: {
  readonly trip: number;
  readonly ballots: { readonly used: number; readonly unused: number; readonly spoiled: number };
  readonly when: string;
  readonly note: string | null;
  readonly confirmations: readonly ProvedPerson[];
}): Promise<ActResult> => send('/api/board/mobile-group-returns', request);

/** The sealed result, by network. @param request `address` of a receiver, as people typed it */
export const sendResult = (request: {
  readonly address: string;
  readonly confirmations: readonly ProvedPerson[];
}): Promise<ActResult> => send('/api/board/send', request);

const outboxWritten = z.object({ outbox: z.string() });

/** The same bytes into the station's outbox, for a stick. @returns where that folder is on the station */
export const writeOutbox = (
  confirmations: readonly ProvedPerson[],
): Promise<CallResult<z.output<typeof outboxWritten>, BoardRefusal>> =>
  callApi(
    '/api/board/outbox',
    { confirmations },
    { value: outboxWritten, refusal: refusalSchema, timeoutMs: LONG_TIMEOUT_MS },
  );

/** What a write on top of a version gives: how many versions there are now. */
type WriteResult = CallResult<{ readonly versions: number }, BoardRefusal>;

const write = (path: string, body: unknown): Promise<WriteResult> =>
  callApi(path, body, { value: z.object({ versions: z.int() }), refusal: refusalSchema });

/** @param input `basedOn`: how many versions this page had seen when its form was begun */
export const writeMinutesFields = (input: {
  readonly basedOn: number;
  readonly fields: MinutesFields;
}): Promise<WriteResult> => write('/api/board/minutes-fields', input);

export const writeHandCount = (input: {
  readonly basedOn: number;
  readonly count: Omit<HandCount, 'countedBy'>;
  readonly confirmations: readonly ProvedPerson[];
}): Promise<WriteResult> => write('/api/board/hand-count', input);

/** A trustee's share that came as a file instead of over the LAN. */
export const bringShare = (share: { readonly owner: number; readonly share: string }): Promise<ActResult> =>
  send('/api/shares', share, LONG_TIMEOUT_MS);
