import {
  type CivilTime,
  decideMinutesSignatures,
  type Phase,
  type PollingPlaceFigures,
  type PollingPlaceMinutes,
  type SignaturesError,
} from '@bilik/election';
import { renderMinutes, renderStatement } from '@bilik/papers';
import type { StationCodes } from '../outgoing/station-codes.ts';
import { mayStandBehind } from '../phase/board-act.ts';
import type { PaperCopies } from './paper-copies.ts';
import { renderedOnce } from './rendered-once.ts';
import {
  openSignedPaper,
  type PaperAnswer,
  type PaperRefusal,
  type SignedPaper,
  type SignedPaperParts,
} from './signed-paper.ts';

/** Minutes exist from closing on; before, every figure of theirs can still change. */
export interface MinutesNotYet {
  readonly type: 'minutes-not-yet';
  readonly phase: Phase;
}

export type MinutesPaperRefusal =
  | PaperRefusal
  | SignaturesError
  /** They are prepared for signing once the votes are counted and every required field is filled, and not after sealing. */
  | { readonly type: 'minutes-not-ready'; readonly phase: Phase; readonly emptyFields: number };

/**
 * The minutes (berita acara) on paper. From closing on a draft can be looked at; when nothing is missing they are prepared, printed, and
 * signed by the chair, enough members, and the witnesses who wish to. Written again after that, they are another paper.
 */
export interface MinutesPaper extends SignedPaper<MinutesPaperRefusal> {
  /** The prepared paper, or before it is prepared a draft that says so. */
  readonly paperOrDraft: () => PaperAnswer<Uint8Array, PaperRefusal | MinutesNotYet>;
  /** Takes one numbered copy of the prepared minutes to be printed. */
  readonly copy: (number: number) => PaperAnswer<Uint8Array, CopyRefusal>;
  /** The same of the statement of results (sertifikat hasil), which says what the prepared minutes say. */
  readonly statementCopy: (number: number) => PaperAnswer<Uint8Array, CopyRefusal>;
}

export type CopyRefusal = PaperRefusal | { readonly type: 'no-such-copy' };

export interface MinutesPaperParts
  extends Pick<
    SignedPaperParts<unknown, unknown>,
    'definition' | 'software' | 'durably' | 'papers' | 'clock'
  > {
  readonly phase: () => Phase;
  readonly minutes: () => PollingPlaceMinutes;
  /** The figures of those minutes. */
  readonly figures: () => PollingPlaceFigures;
  readonly codes: Pick<StationCodes, 'result'>;
  readonly copies: PaperCopies;
}

const AFTER_CLOSING: readonly Phase[] = ['closed', 'counted', 'sealed'];

export function openMinutesPaper(parts: MinutesPaperParts): MinutesPaper {
  const renderDraft = renderedOnce((minutes: PollingPlaceMinutes) =>
    renderMinutes({ minutes, prepared: null, qrText: null }),
  );
  const ready = (): PaperAnswer<undefined, MinutesPaperRefusal> => {
    const phase = parts.phase();
    const emptyFields = parts.minutes().missing.length;
    return phase === 'counted' && emptyFields === 0
      ? { ok: true, value: undefined }
      : { ok: false, error: { type: 'minutes-not-ready', phase, emptyFields } };
  };
  const signed = openSignedPaper<
    { readonly minutes: PollingPlaceMinutes; readonly preparedAt: CivilTime },
    MinutesPaperRefusal
  >({
    ...parts,
    name: 'minutes-paper',
    contentOf: ({ preparedAt, software }) => {
      const minutes = parts.minutes();
      return { minutes: { ...minutes, record: { ...minutes.record, software } }, preparedAt };
    },
    render: ({ content: { minutes, preparedAt }, fingerprint, copy }) =>
      renderMinutes({
        minutes,
        prepared: { at: preparedAt, fingerprint },
        qrText: parts.codes.result(minutes, parts.figures(), fingerprint) ?? null,
        copy,
      }),
    mayBeOvertaken: () => parts.phase() !== 'sealed',
    mayPrepare: ready,
    maySign: ready,
    checkSigners(signers, notSigned) {
      const allowed = mayStandBehind('sign_minutes', signers);
      if (!allowed.ok) return allowed;
      const { record, memberSignatures } = parts.minutes();
      return decideMinutesSignatures({
        signers,
        notSigned,
        members: memberSignatures,
        boardPresent: record.boardPresent ?? [],
        witnessesPresent: record.witnessesPresent ?? [],
      });
    },
  });
  return {
    ...signed,
    copy(number) {
      // what would not be the signed paper is not counted as a print of it
      const whole = signed.paper();
      if (!whole.ok) return whole;
      const copy = parts.copies.take('minutes', number);
      return copy.ok ? signed.paper(copy.value) : copy;
    },
    statementCopy(number) {
      const whole = signed.paper();
      if (!whole.ok) return whole;
      const fingerprint = signed.prepared()?.fingerprint;
      const minutes = parts.minutes();
      const qrText = fingerprint && parts.codes.result(minutes, parts.figures(), fingerprint);
      if (fingerprint === undefined || qrText === undefined) {
        return { ok: false, error: { type: 'paper-not-prepared' } };
      }
      const copy = parts.copies.take('statement', number);
      if (!copy.ok) return copy;
      const statement = { minutes, minutesFingerprint: fingerprint, qrText, copy: copy.value };
      return { ok: true, value: renderStatement(statement) };
    },
    paperOrDraft() {
      const phase = parts.phase();
      if (!AFTER_CLOSING.includes(phase)) return { ok: false, error: { type: 'minutes-not-yet', phase } };
      return signed.prepared() === undefined
        ? { ok: true, value: renderDraft(parts.minutes()) }
        : signed.paper();
    },
  };
}
