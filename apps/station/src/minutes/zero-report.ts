import type {
  FigureRow,
  LogicTestStanding,
  Phase,
  PhaseCommand,
  PollState,
  SelfTestResult,
} from '@bilik/election';
import { renderZeroReport, type ZeroReport as ZeroReportContent } from '@bilik/papers';
import type { BallotSlots } from '../cast/ballot-slots.ts';
import type { BoothCases } from '../cast/booth-cases.ts';
import type { StationCodes } from '../outgoing/station-codes.ts';
import type { Software } from '../phase/board.ts';
import { mayStandBehind } from '../phase/board-act.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import type { Durably } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';
import {
  openSignedPaper,
  type PaperAnswer,
  type PaperRefusal,
  type SignedPaper,
  type SignedPaperParts,
} from './signed-paper.ts';

export type ZeroReportRefusal =
  | PaperRefusal
  /** Something is not zero any more, or was not: there is nothing to prove. */
  | { readonly type: 'not-zero'; readonly counters: readonly string[] }
  /** The logic and accuracy test is not ended and not erased: booths would take test cards. */
  | { readonly type: 'logic-test-under-way' }
  /** Said at the door: the test can still be done, and two people have not said why they go on without. */
  | { readonly type: 'logic-test-owed' };

/**
 * The zero report (laporan nol): prepared once before opening, printed from then on with the same bytes, signed by the chair and one
 * more of board or witnesses at least. Names may be added until opening.
 */
export type ZeroReport = SignedPaper<ZeroReportRefusal>;

export interface ZeroReportParts {
  readonly place: PreparedPlace;
  readonly codes: Pick<StationCodes, 'key'>;
  readonly software: Software;
  readonly durably: Durably;
  readonly papers: Papers;
  readonly slots: BallotSlots;
  readonly cases: BoothCases;
  readonly slipsPrinted: () => number;
  /** The last self-test before this paper was prepared. */
  readonly selfTest: () => SelfTestResult | null;
  /** Fixed from the moment in which this paper is prepared. */
  readonly logicTest: () => LogicTestStanding;
  readonly isLogicTestUnderWay: () => boolean;
  /** Called each time that this paper was prepared. */
  readonly onPrepared: () => void;
  readonly poll: () => PollState;
  readonly clock: SignedPaperParts<unknown, unknown>['clock'];
}

/** Phases in which a zero report is prepared and signed: afterwards the signed paper stands. */
const BEFORE_OPENING: readonly Phase[] = ['configured', 'zero_proven'];
const PROVING: PhaseCommand = 'prove_zero';

export function openZeroReport(parts: ZeroReportParts): ZeroReport {
  const { place, slots } = parts;

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

  const beforeOpening = (): PaperAnswer<undefined, ZeroReportRefusal> => {
    const { phase } = parts.poll();
    if (!BEFORE_OPENING.includes(phase)) {
      const reason = { type: 'not-from-here', phase, command: PROVING } as const;
      return { ok: false, error: { type: 'phase-refused', reasons: [reason] } };
    }
    if (parts.isLogicTestUnderWay()) return { ok: false, error: { type: 'logic-test-under-way' } };
    const notZero = counters().filter(({ value }) => value !== 0);
    return notZero.length === 0
      ? { ok: true, value: undefined }
      : { ok: false, error: { type: 'not-zero', counters: notZero.map(({ key }) => key) } };
  };

  const paper = openSignedPaper<Omit<ZeroReportContent, 'fingerprint' | 'qrText'>, ZeroReportRefusal>({
    ...parts,
    name: 'zero-report',
    definition: place.definition,
    contentOf: ({ preparedAt, software }) => ({
      definition: place.definition,
      at: preparedAt,
      // the paper was prepared because all were zero, and says so whatever happened since
      counters: counters().map((counter) => ({ ...counter, value: 0 })),
      selfTest: parts.selfTest(),
      logicTest: parts.logicTest(),
      software,
      electionHash: place.election.fingerprint,
    }),
    // the key that later papers are held against hangs on the wall before anybody votes
    render: ({ content, fingerprint }) =>
      renderZeroReport({ ...content, fingerprint, qrText: parts.codes.key() }),
    mayBeOvertaken: () => false,
    mayPrepare: beforeOpening,
    maySign: beforeOpening,
    checkSigners: (signers) => mayStandBehind('sign_zero_report', signers),
  });
  return {
    ...paper,
    prepare() {
      const prepared = paper.prepare();
      if (prepared.ok) parts.onPrepared();
      return prepared;
    },
  };
}
