import * as z from 'zod/mini';
import type { AbandonRefusal } from '../../../src/checkin/abandonments.ts';
import type { AdmitRefusal } from '../../../src/checkin/late-voters.ts';
import type { MobileRefusal } from '../../../src/checkin/mobile-groups.ts';
import type { SendRefusal } from '../../../src/delivery/sending.ts';
import type { RemoveRefusal } from '../../../src/devices/devices.ts';
import type { LogicTestRefusal } from '../../../src/logic-test/logic-test.ts';
import type { MediaRefusal } from '../../../src/media/media-room.ts';
import type { IncidentRefusal } from '../../../src/minutes/incidents.ts';
import type { MinutesPaperRefusal } from '../../../src/minutes/minutes-paper.ts';
import type { WriteRefusal } from '../../../src/minutes/written-minutes.ts';
import type { ZeroReportRefusal } from '../../../src/minutes/zero-report.ts';
import type { PinRefusal } from '../../../src/people/pin-check.ts';
import type { BoardRefusal as StationBoardRefusal } from '../../../src/phase/board.ts';
import type { ExtendRefusal } from '../../../src/phase/extensions.ts';
import type { TooLateForSelfTest } from '../../../src/self-test/self-test.ts';
import type { Fits, OnTheWire } from '../../common/fits.ts';
import { mediumFault } from '../board-answers.ts';

/** One reason of the phase table against a command. */
export type PhaseReason =
  | { readonly type: 'not-from-here' }
  | { readonly type: 'unknown-person' }
  | { readonly type: 'needs-people'; readonly needed: number }
  | { readonly type: 'role-may-not' }
  | { readonly type: 'needs-leader' }
  | {
      readonly type: 'precondition';
      readonly unmet: readonly { readonly sentence: { readonly id: string; readonly en: string } }[];
    };

/** One fault that the public verifier found before sealing. */
export interface RecordFinding {
  readonly ballotHash: string | null;
  readonly sentence: { readonly id: string; readonly en: string };
}

/** Why the station did not do what the board asked for; nothing was changed. */
export type BoardRefusal =
  | { readonly type: 'phase-refused'; readonly reasons: readonly PhaseReason[] }
  | { readonly type: 'person-unknown' }
  | { readonly type: 'pin-wrong'; readonly person: string; readonly waitSeconds: number }
  | { readonly type: 'pin-paused'; readonly person: string; readonly waitSeconds: number }
  | { readonly type: 'too-many-waiting' }
  | { readonly type: 'same-person-twice' }
  | { readonly type: 'not-after-sealing' }
  | { readonly type: 'not-sealed-yet' }
  | { readonly type: 'already-counted' }
  | { readonly type: 'share-refused' }
  | { readonly type: 'opening-failed' }
  | { readonly type: 'record-damaged'; readonly files: readonly string[] }
  | { readonly type: 'record-not-right'; readonly findings: readonly RecordFinding[] }
  | { readonly type: 'changed-while-sealing' }
  | { readonly type: 'store-failed' }
  | { readonly type: 'store-in-doubt' }
  | {
      readonly type: 'medium-refused';
      readonly fault: z.output<typeof mediumFault>;
      readonly foreignPlace: string | null;
    }
  | { readonly type: 'medium-not-missing' }
  | { readonly type: 'first-medium-fails' }
  | { readonly type: 'polls-not-open' }
  | { readonly type: 'count-not-positive' }
  | { readonly type: 'exceeds-open-releases'; readonly open: number }
  | { readonly type: 'figures-changed' }
  | { readonly type: 'queue-changed' }
  | { readonly type: 'queue-sent-home' }
  | { readonly type: 'before-closing-hour' }
  | { readonly type: 'extension-not-allowed' }
  | { readonly type: 'extensions-used-up' }
  | { readonly type: 'extension-not-later' }
  | { readonly type: 'extension-too-long' }
  | { readonly type: 'mobile-group-not-allowed' }
  | { readonly type: 'mobile-ballots-too-few' }
  | { readonly type: 'mobile-trip-not-under-way' }
  | { readonly type: 'mobile-ballots-do-not-add-up' }
  | { readonly type: 'mobile-trips-changed' }
  | { readonly type: 'mobile-trips-used-up' }
  | { readonly type: 'no-mobile-group' }
  | { readonly type: 'hand-count-does-not-add-up' }
  | { readonly type: 'incidents-too-many' }
  | { readonly type: 'not-zero' }
  | { readonly type: 'early-needs-reason' }
  | { readonly type: 'paper-not-prepared' }
  | { readonly type: 'paper-other' }
  | { readonly type: 'paper-not-opened' }
  | { readonly type: 'paper-not-reproduced' }
  | { readonly type: 'minutes-not-ready' }
  | { readonly type: 'no-line-to-sign' }
  | { readonly type: 'signatures-missing'; readonly members: number }
  | { readonly type: 'witness-without-word' }
  | { readonly type: 'not-before-closing' }
  | { readonly type: 'hand-count-is-result' }
  | { readonly type: 'correction-needs-reason' }
  | { readonly type: 'written-meanwhile' }
  | { readonly type: 'role-does-not-fit' }
  | { readonly type: 'address-malformed' }
  | { readonly type: 'self-test-too-late' }
  | { readonly type: 'logic-test-too-late' }
  | { readonly type: 'logic-test-under-way' }
  | { readonly type: 'logic-test-owed' }
  | { readonly type: 'logic-test-not-under-way' }
  | { readonly type: 'logic-test-slips-incomplete' }
  | { readonly type: 'logic-test-not-stored' }
  | { readonly type: 'logic-test-case-open'; readonly booths: readonly number[] }
  | { readonly type: 'device-unknown' }
  | { readonly type: 'own-device' };

export type StationRefusal = Fits<
  OnTheWire<
    | PinRefusal
    | StationBoardRefusal
    | AbandonRefusal
    | AdmitRefusal
    | ExtendRefusal
    | IncidentRefusal
    | MobileRefusal
    | MediaRefusal
    | WriteRefusal
    | ZeroReportRefusal
    | MinutesPaperRefusal
    | SendRefusal
    | TooLateForSelfTest
    | LogicTestRefusal
    | RemoveRefusal
  >,
  BoardRefusal
>;

const reasonSchema: z.ZodMiniType<PhaseReason> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('not-from-here') }),
  z.object({ type: z.literal('unknown-person') }),
  z.object({ type: z.literal('needs-people'), needed: z.int() }),
  z.object({ type: z.literal('role-may-not') }),
  z.object({ type: z.literal('needs-leader') }),
  z.object({
    type: z.literal('precondition'),
    unmet: z.array(z.object({ sentence: z.object({ id: z.string(), en: z.string() }) })),
  }),
]);

export const refusalSchema: z.ZodMiniType<BoardRefusal> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('phase-refused'), reasons: z.array(reasonSchema) }),
  z.object({ type: z.literal('person-unknown') }),
  z.object({ type: z.literal('pin-wrong'), person: z.string(), waitSeconds: z.int() }),
  z.object({ type: z.literal('pin-paused'), person: z.string(), waitSeconds: z.int() }),
  z.object({ type: z.literal('too-many-waiting') }),
  z.object({ type: z.literal('same-person-twice') }),
  z.object({ type: z.literal('not-after-sealing') }),
  z.object({ type: z.literal('not-sealed-yet') }),
  z.object({ type: z.literal('already-counted') }),
  z.object({ type: z.literal('share-refused') }),
  z.object({ type: z.literal('opening-failed') }),
  z.object({ type: z.literal('record-damaged'), files: z.array(z.string()) }),
  z.object({
    type: z.literal('record-not-right'),
    findings: z.array(
      z.object({
        ballotHash: z.nullable(z.string()),
        sentence: z.object({ id: z.string(), en: z.string() }),
      }),
    ),
  }),
  z.object({ type: z.literal('changed-while-sealing') }),
  z.object({ type: z.literal('store-failed') }),
  z.object({ type: z.literal('store-in-doubt') }),
  z.object({
    type: z.literal('medium-refused'),
    fault: mediumFault,
    foreignPlace: z.nullable(z.string()),
  }),
  z.object({ type: z.literal('medium-not-missing') }),
  z.object({ type: z.literal('first-medium-fails') }),
  z.object({ type: z.literal('polls-not-open') }),
  z.object({ type: z.literal('count-not-positive') }),
  z.object({ type: z.literal('exceeds-open-releases'), open: z.int() }),
  z.object({ type: z.literal('figures-changed') }),
  z.object({ type: z.literal('queue-changed') }),
  z.object({ type: z.literal('queue-sent-home') }),
  z.object({ type: z.literal('before-closing-hour') }),
  z.object({ type: z.literal('extension-not-allowed') }),
  z.object({ type: z.literal('extensions-used-up') }),
  z.object({ type: z.literal('extension-not-later') }),
  z.object({ type: z.literal('extension-too-long') }),
  z.object({ type: z.literal('mobile-group-not-allowed') }),
  z.object({ type: z.literal('mobile-ballots-too-few') }),
  z.object({ type: z.literal('mobile-trip-not-under-way') }),
  z.object({ type: z.literal('mobile-ballots-do-not-add-up') }),
  z.object({ type: z.literal('mobile-trips-changed') }),
  z.object({ type: z.literal('mobile-trips-used-up') }),
  z.object({ type: z.literal('no-mobile-group') }),
  z.object({ type: z.literal('hand-count-does-not-add-up') }),
  z.object({ type: z.literal('incidents-too-many') }),
  z.object({ type: z.literal('not-zero') }),
  z.object({ type: z.literal('early-needs-reason') }),
  z.object({ type: z.literal('paper-not-prepared') }),
  z.object({ type: z.literal('paper-other') }),
  z.object({ type: z.literal('paper-not-opened') }),
  z.object({ type: z.literal('paper-not-reproduced') }),
  z.object({ type: z.literal('minutes-not-ready') }),
  z.object({ type: z.literal('no-line-to-sign') }),
  z.object({ type: z.literal('signatures-missing'), members: z.int() }),
  z.object({ type: z.literal('witness-without-word') }),
  z.object({ type: z.literal('not-before-closing') }),
  z.object({ type: z.literal('hand-count-is-result') }),
  z.object({ type: z.literal('correction-needs-reason') }),
  z.object({ type: z.literal('written-meanwhile') }),
  z.object({ type: z.literal('role-does-not-fit') }),
  z.object({ type: z.literal('address-malformed') }),
  z.object({ type: z.literal('self-test-too-late') }),
  z.object({ type: z.literal('logic-test-too-late') }),
  z.object({ type: z.literal('logic-test-under-way') }),
  z.object({ type: z.literal('logic-test-owed') }),
  z.object({ type: z.literal('logic-test-not-under-way') }),
  z.object({ type: z.literal('logic-test-slips-incomplete') }),
  z.object({ type: z.literal('logic-test-not-stored') }),
  z.object({ type: z.literal('logic-test-case-open'), booths: z.array(z.int()) }),
  z.object({ type: z.literal('device-unknown') }),
  z.object({ type: z.literal('own-device') }),
]);
