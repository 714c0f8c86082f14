import type { CardQuestion } from '@bilik/ballot';
import type { PrinterFault, PrintJob, Result, Timer } from '@bilik/devices';
import type { PaperWord, PrinterTrouble } from '@bilik/devices/printer-trouble';
import type { SlipBook } from '../slip/slip-book.ts';
import type { SlipCounter } from '../slip/slip-counter.ts';
import type {
  PrinterAct,
  ProvedPerson,
  StationAnswer,
  StationClient,
  StationRefused,
} from '../station/station-client.ts';
import type { StationMemory } from '../station/station-memory.ts';
import type { WaitsFor } from '../station/until-heard.ts';
import type { BoothState, QuestionAnswer } from './booth-state.ts';
import type { CastMomentName } from './cast-table.ts';

export type BoothRefusal =
  | { readonly type: 'not-now'; readonly state: BoothState['name'] }
  | { readonly type: 'other-ballot' }
  | { readonly type: 'no-such-option' }
  | { readonly type: 'printer-not-ready'; readonly trouble: PrinterTrouble }
  /** Nothing was done; nobody knows whether it was counted as a try. */
  | { readonly type: 'station-unheard' }
  | StationRefused;

export type BoothAnswer =
  | { readonly ok: true; readonly value: BoothState }
  | { readonly ok: false; readonly error: BoothRefusal };

/** Named moments at which a test may kill the process: those of the published table, and those of a question to people. */
export type BoothStep = (name: CastMomentName | 'case-asked' | 'people-brought') => void;

export interface BoothParts {
  readonly station: StationClient;
  readonly print: (job: PrintJob) => Promise<Result<'paper-moved', PrinterFault>>;
  readonly printerReady: () => Promise<Result<PaperWord, PrinterTrouble>>;
  readonly slips: SlipBook;
  readonly counter: SlipCounter;
  readonly memory: Pick<StationMemory, 'remember'>;
  readonly timer: Timer;
  /** How long to wait before an unheard command is sent again. */
  readonly retryMs: number;
  /** Between two looks at what changes without a command. */
  readonly lookMs: number;
  readonly onChange: () => void;
  readonly step: BoothStep;
}

/**
 * One booth's part of casting (design, decision 4). It keeps nothing on disk but a count of slips and how much its station knew: what is
 * under way is asked of the station, and what a slip says is asked of people. Commands run one at a time; each may be repeated.
 */
export interface Booth {
  readonly state: () => BoothState;
  /** What a command that is under way waits for, before it is sent again; null while none waits. */
  readonly waitsFor: () => WaitsFor | null;
  /** The last look at the station, between two voters, heard nothing. */
  readonly stationUnheard: () => boolean;
  readonly trouble: () => PrinterTrouble | null;
  /** Coarsely; how many slips exactly, the paper roll says. */
  readonly paper: () => PaperWord;
  /** The phase of the polling place as the station said last; `null` before it was heard. */
  readonly phase: () => string | null;
  /** Asks the station what this booth was in the middle of. Call once at start. */
  readonly start: () => Promise<void>;
  /** What a question about a card must be signed for, as the station says now. */
  readonly cardNonce: () => Promise<StationAnswer<string>>;
  /** What the station says of a card that was shown here. */
  readonly cardStanding: (question: CardQuestion) => ReturnType<StationClient['tokenStanding']>;
  /** Prints the slip with the ballot's tracker, which is another spelling of its hash. */
  readonly printTracker: (hash: string) => Promise<BoothAnswer>;
  readonly cast: (ballot: string, options: readonly number[]) => Promise<BoothAnswer>;
  /**
   * The voter's word on the slip of this ballot, which hangs. What was said before it hung is refused, not kept. Once said it stands: while the
   * station is not heard, or a medium of it takes no write, it is sent again until it is taken.
   */
  readonly confirm: (hash: string) => Promise<BoothAnswer>;
  readonly reject: (hash: string) => Promise<BoothAnswer>;
  /** @param opening what repeats this ballot; the station keeps it for the signed list of void cards */
  readonly prove: (ballot: string, opening: string) => Promise<BoothAnswer>;
  /** @param confirmations two different people of the board; nothing is printed before the station says that they are */
  readonly answer: (answer: QuestionAnswer, confirmations: readonly ProvedPerson[]) => Promise<BoothAnswer>;
  /**
   * Between two voters, and a new roll at a question too: hands do something to the printer, behind which one person stands with their PIN.
   * @param act what is done then; what it met
   */
  readonly repair: (
    name: PrinterAct,
    confirmations: readonly ProvedPerson[],
    act: () => Promise<PrinterTrouble | null>,
  ) => Promise<BoothAnswer>;
  /** The next voter, or this one again: nothing of the last is kept. Before an older station: looks whether the right one is back. */
  readonly reset: () => Promise<BoothAnswer>;
  /** Runs an act of the self-test in its turn, when nothing is under way and the station says that the polls are not open yet; else undefined. */
  readonly beforeOpening: <Value>(act: () => Promise<Value>) => Promise<Value | undefined>;
  readonly stop: () => void;
}
