import { createHash } from 'node:crypto';
import {
  type CivilTime,
  civilTimeSchema,
  type FigureRow,
  type Fingerprint,
  fingerprintSchema,
  type Phase,
  type PhaseCommand,
  type PollState,
} from '@bilik/election';
import { renderZeroReport } from '@bilik/papers';
import { z } from 'zod';
import type { BallotSlots } from '../cast/ballot-slots.ts';
import type { BoothCases } from '../cast/booth-cases.ts';
import type { Software } from '../phase/board.ts';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';
import { renderedOnce } from './rendered-once.ts';

/** What makes the same paper again, and who signed it. */
const ZeroReportSchema = z.strictObject({
  /** SHA-256 of the paper, in hex. */
  fingerprint: fingerprintSchema,
  /** The minute that stands on the paper. */
  at: civilTimeSchema,
  software: z.strictObject({ version: z.string().max(60), fingerprint: fingerprintSchema }),
  /** Ids of the people who signed; nobody yet when empty. */
  signedBy: z.array(z.string().max(60)).max(60),
});
type KeptReport = z.output<typeof ZeroReportSchema>;

export type ZeroReportRefusal =
  | PeopleRefusal
  | StoreFailed
  /** Something is not zero any more, or was not: there is nothing to prove. */
  | { readonly type: 'not-zero'; readonly counters: readonly string[] }
  | { readonly type: 'zero-report-not-prepared' }
  /** What was signed is another paper than the one that was prepared here. */
  | { readonly type: 'zero-report-other-paper' }
  /** This program renders other bytes than the ones that were signed. */
  | { readonly type: 'zero-report-not-reproduced' };

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ZeroReportRefusal };

/** The zero report (laporan nol): prepared once, printed from then on with the same bytes, signed by names. */
export interface ZeroReport {
  /** Fixes the paper's minute before opening; asked again, it answers with the paper that is prepared already. */
  readonly prepare: () => Answer<{ readonly fingerprint: Fingerprint; readonly at: CivilTime }>;
  /** The prepared paper, PDF; the same bytes for the rest of the day. */
  readonly paper: () => Answer<Uint8Array>;
  /**
   * Notes who signed the printed paper: the chair and one more of board or witnesses at least. Names may be added until opening.
   * @param fingerprint of the paper that they signed
   */
  readonly sign: (signed: {
    readonly fingerprint: string;
    readonly signedBy: readonly string[];
  }) => Answer<undefined>;
  /** Undefined until it is prepared; `signedBy` is empty until it is signed. */
  readonly prepared: () => Pick<KeptReport, 'fingerprint' | 'at' | 'signedBy'> | undefined;
}

export interface ZeroReportParts {
  readonly place: PreparedPlace;
  readonly software: Software;
  readonly durably: Durably;
  readonly papers: Papers;
  readonly slots: BallotSlots;
  readonly cases: BoothCases;
  readonly slipsPrinted: () => number;
  readonly poll: () => PollState;
  readonly clock: () => { readonly time: CivilTime };
}

/** Phases in which a zero report is prepared and signed: afterwards the signed paper stands. */
const BEFORE_OPENING: readonly Phase[] = ['configured', 'zero_proven'];
const PROVING: PhaseCommand = 'prove_zero';

export function openZeroReport(parts: ZeroReportParts): ZeroReport {
  const { place, papers, slots, durably } = parts;
  const render = renderedOnce(renderZeroReport);
  const kept = (): KeptReport | undefined => papers.get('zero-report', ZeroReportSchema);

  const counters = (): readonly FigureRow[] => {
    const { released, casts } = parts.poll();
    const row = (key: string, id: string, en: string, value: number): FigureRow => ({
      key,
      label: { id, en },
      value,
    });
    return [
      row('check-ins', 'Pemilih hadir', 'Voters checked in', released),
      row('casts', 'Suara tersimpan', 'Ballots cast', casts),
      row('open-cases', 'Kasus terbuka', 'Open cases', parts.cases.open().length),
      row('cards-used', 'Kartu terpakai', 'Cards used', slots.count('cast')),
      row('cards-voided', 'Kartu batal', 'Cards voided', slots.count('spoiled') + slots.count('proved')),
      row('slips-printed', 'Struk tercetak', 'Slips printed', parts.slipsPrinted()),
    ];
  };

  const paperOf = ({ at, software }: Pick<KeptReport, 'at' | 'software'>): Uint8Array =>
    render({
      definition: place.definition,
      at,
      // the paper was prepared because all were zero, and says so whatever happened since
      counters: counters().map((counter) => ({ ...counter, value: 0 })),
      software,
      electionHash: place.election.fingerprint,
      qrText: null,
    });
  const fingerprintOf = (paper: Uint8Array): Fingerprint =>
    fingerprintSchema.parse(createHash('sha256').update(paper).digest('hex'));

  const beforeOpening = (): Answer<undefined> => {
    const { phase } = parts.poll();
    if (!BEFORE_OPENING.includes(phase)) {
      const reason = { type: 'not-from-here', phase, command: PROVING } as const;
      return { ok: false, error: { type: 'phase-refused', reasons: [reason] } };
    }
    const notZero = counters().filter(({ value }) => value !== 0);
    return notZero.length === 0
      ? { ok: true, value: undefined }
      : { ok: false, error: { type: 'not-zero', counters: notZero.map(({ key }) => key) } };
  };

  return {
    prepare() {
      const found = kept();
      if (found !== undefined) return { ok: true, value: { fingerprint: found.fingerprint, at: found.at } };
      const allowed = beforeOpening();
      if (!allowed.ok) return allowed;
      const { version, fingerprint: programFingerprint } = parts.software;
      const made = { at: parts.clock().time, software: { version, fingerprint: programFingerprint } };
      const fingerprint = fingerprintOf(paperOf(made));
      return durably('zero-report', () => {
        papers.put('zero-report', { ...made, fingerprint, signedBy: [] } satisfies KeptReport);
        return { fingerprint, at: made.at };
      });
    },
    paper() {
      const found = kept();
      if (found === undefined) return { ok: false, error: { type: 'zero-report-not-prepared' } };
      const paper = paperOf(found);
      return fingerprintOf(paper) === found.fingerprint
        ? { ok: true, value: paper }
        : { ok: false, error: { type: 'zero-report-not-reproduced' } };
    },
    sign({ fingerprint, signedBy }) {
      const found = kept();
      if (found === undefined) return { ok: false, error: { type: 'zero-report-not-prepared' } };
      if (found.fingerprint !== fingerprint) return { ok: false, error: { type: 'zero-report-other-paper' } };
      const people = confirmAct(place.definition, 'sign_zero_report', signedBy);
      if (!people.ok) return people;
      if (found.signedBy.join() === signedBy.join()) return { ok: true, value: undefined };
      const allowed = beforeOpening();
      if (!allowed.ok) return allowed;
      return durably('zero-report-signed', () => {
        papers.put('zero-report', { ...found, signedBy: [...signedBy] } satisfies KeptReport);
        return undefined;
      });
    },
    prepared() {
      const found = kept();
      return found === undefined
        ? undefined
        : { fingerprint: found.fingerprint, at: found.at, signedBy: found.signedBy };
    },
  };
}
