import type { PrinterFault, PrinterPatience, PrinterStatus, PrintJob, SlipPrinter } from '../printer.ts';
import type { PrinterTrouble } from '../printer-trouble.ts';
import type { RandomSource } from '../random.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Timer } from '../timer.ts';
import { CLEAR_BUFFERS, encodeJob, RECOVER, statusQuestion } from './commands.ts';
import { parseStatus, type Reply, ReplyReader } from './replies.ts';
import type { PrinterTransport } from './transport.ts';

/** What hands must repair; null when the printer works or may recover by itself. */
function faultOf(status: PrinterStatus): PrinterTrouble | null {
  if (status.coverOpen) return 'cover-open';
  if (status.paper === 'out') return 'paper-out';
  if (status.cutterStuck) return 'cutter';
  return status.mechanicalError ? 'jam' : null;
}

/**
 * Jobs are told apart by four printable characters. A connection begins at a number that it draws, so that an answer to a job of
 * an earlier connection or process, which comes late or is repeated, is not taken for the answer to this one's.
 */
const JOB_NUMBERS = 36 ** 4;

type Silence = 'too-late' | 'gone';

/**
 * One connection to one ESC/POS printer that knows `DLE EOT`, `DLE DC4` function 8 and `GS ( H` function 48.
 * Always: a job ends in exactly one answer, and after a fault the printer is told to forget the rest before it gets
 * another byte to print. An unanswered status question ends the connection, because the answers bear no number and a
 * late one would be taken for the next.
 */
export class EscPosPrinter implements SlipPrinter {
  readonly gone: Promise<void>;
  readonly #transport: PrinterTransport;
  readonly #timer: Timer;
  readonly #patience: PrinterPatience;
  readonly #replies = new ReplyReader();
  readonly #waiting = new Set<(reply: Reply | 'gone') => void>();
  #isGone: boolean = false;
  #isPrinting: boolean = false;
  #restMayPrint: boolean = false;
  #jobNumber: number;
  /** A status question stayed unanswered: from now on no answer can be told from a late one. */
  #isOutOfStep: boolean = false;
  #lastStatus: PrinterStatus | null = null;
  #statusTurn: Promise<unknown> = Promise.resolve();

  constructor(wire: {
    transport: PrinterTransport;
    timer: Timer;
    patience: PrinterPatience;
    random: RandomSource;
  }) {
    this.#transport = wire.transport;
    this.#timer = wire.timer;
    this.#patience = wire.patience;
    const drawn = wire.random(4);
    this.#jobNumber = new DataView(drawn.buffer, drawn.byteOffset, 4).getUint32(0) % JOB_NUMBERS;
    let settleGone: () => void = () => undefined;
    this.gone = new Promise((resolve) => {
      settleGone = resolve;
    });
    this.#transport.listen({
      onBytes: (bytes) => {
        for (const reply of this.#replies.push(bytes)) this.#tell(reply);
      },
      onGone: () => {
        this.#isGone = true;
        settleGone();
        this.#tell('gone');
      },
    });
  }

  close(): void {
    this.#transport.close();
  }

  /**
   * Empties the printer's buffers, so that nothing of an earlier job, connection or process still comes out.
   * @errors `unreachable` · `no-answer` (then the connection is of no use: the printer may not know this command)
   */
  async clear(): Promise<Result<'cleared', PrinterFault>> {
    const cleared = this.#expect(
      (reply) => (reply.type === 'buffers-cleared' ? 'cleared' : null),
      this.#patience.statusMs,
    );
    this.#transport.write(CLEAR_BUFFERS);
    const answer = await cleared.answer;
    if (answer !== 'cleared') return fail(this.#faultBefore(answer === 'gone' ? 'unreachable' : 'no-answer'));
    this.#restMayPrint = false;
    return succeed('cleared');
  }

  async status(): Promise<Result<PrinterStatus, PrinterFault>> {
    const status = await this.#askStatus();
    if (typeof status === 'object') return succeed(status);
    if (status === 'too-late') this.close();
    return fail(this.#faultBefore(status === 'gone' ? 'unreachable' : 'no-answer'));
  }

  async recover(): Promise<Result<PrinterStatus, PrinterFault>> {
    if (this.#isPrinting) throw new Error('a slip printer leaves an error between two jobs only');
    this.#isPrinting = true;
    try {
      return await this.#leaveError();
    } finally {
      this.#isPrinting = false;
    }
  }

  async print(job: PrintJob): Promise<Result<'paper-moved', PrinterFault>> {
    if (this.#isPrinting) throw new Error('a slip printer prints one job at a time');
    this.#isPrinting = true;
    try {
      this.#lastStatus = null;
      const bytes = encodeJob(job, this.#nextJobId());
      const obstacle = await this.#obstacle();
      if (obstacle !== null) return fail(this.#faultBefore(obstacle));
      return await this.#send(bytes);
    } finally {
      if (this.#isOutOfStep) this.close();
      this.#isPrinting = false;
    }
  }

  /** Such errors stay up after hands removed their cause, until the printer is told to look again. */
  async #leaveError(): Promise<Result<PrinterStatus, PrinterFault>> {
    const status = await this.status();
    if (!status.ok || !(status.value.cutterStuck || status.value.mechanicalError)) return status;
    this.#transport.write(RECOVER);
    return this.status();
  }

  /** Why the job must not be sent at all, or null. */
  async #obstacle(): Promise<PrinterTrouble | null> {
    if (this.#restMayPrint) {
      const cleared = await this.clear();
      if (!cleared.ok) return cleared.error.type;
    }
    const status = await this.#leaveError();
    return status.ok ? faultOf(status.value) : status.error.type;
  }

  async #send(bytes: Uint8Array): Promise<Result<'paper-moved', PrinterFault>> {
    const jobId = this.#currentJobId();
    const endOfJob = this.#expect(
      (reply) => (reply.type === 'end-of-job' && reply.jobId === jobId ? 'moved' : null),
      this.#patience.jobMs,
    );
    this.#restMayPrint = true;
    this.#transport.write(bytes);
    const reported = this.#watchForFault(endOfJob.answer);
    const outcome = (await Promise.race([endOfJob.answer, reported])) ?? (await endOfJob.answer);
    endOfJob.giveUp();
    if (outcome === 'moved') {
      this.#restMayPrint = false;
      return succeed('paper-moved');
    }
    if (outcome === 'gone') return fail(this.#faultAfter('vanished-in-mid-job'));
    return this.#abandon(jobId, outcome === 'too-late' ? 'no-answer' : outcome);
  }

  /** Makes sure that nothing more comes out. An end-of-job answer that overtakes the clearing still counts. */
  async #abandon(jobId: string, type: PrinterTrouble): Promise<Result<'paper-moved', PrinterFault>> {
    let moved = false;
    const cleared = this.#expect((reply) => {
      moved ||= reply.type === 'end-of-job' && reply.jobId === jobId;
      return reply.type === 'buffers-cleared' ? 'cleared' : null;
    }, this.#patience.statusMs);
    this.#transport.write(CLEAR_BUFFERS);
    const answer = await cleared.answer;
    if (answer === 'cleared') this.#restMayPrint = false;
    if (answer === 'too-late') this.close();
    if (moved) return succeed('paper-moved');
    return fail(this.#faultAfter(answer === 'gone' ? 'vanished-in-mid-job' : type));
  }

  /** Looks at the status from time to time; null when the job is over or the printer answers no questions. */
  async #watchForFault(jobIsOver: Promise<unknown>): Promise<PrinterTrouble | null> {
    let over = false;
    const end = jobIsOver.then(() => {
      over = true;
    });
    while (!over) {
      await this.#pause(this.#patience.pollMs, end);
      const status = over ? 'gone' : await this.#askStatus();
      if (typeof status !== 'object') return null;
      const fault = faultOf(status);
      if (fault !== null) return fault;
    }
    return null;
  }

  #pause(milliseconds: number, unless: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#timer.after(milliseconds, resolve);
      unless.then(() => {
        cancel();
        resolve();
      }, resolve);
    });
  }

  /** The four questions in turn; several callers wait for one another. */
  #askStatus(): Promise<PrinterStatus | Silence> {
    const mine = this.#statusTurn.then(async (): Promise<PrinterStatus | Silence> => {
      if (this.#isOutOfStep) return 'too-late';
      const bytes: number[] = [];
      for (const kind of [1, 2, 3, 4] as const) {
        const question = this.#expect(
          (reply) => (reply.type === 'status' ? reply.byte : null),
          this.#patience.statusMs,
        );
        this.#transport.write(statusQuestion(kind));
        const answer = await question.answer;
        if (typeof answer !== 'number') {
          this.#isOutOfStep = true;
          return answer;
        }
        bytes.push(answer);
      }
      const [printer = 0, offlineCause = 0, errorCause = 0, paper = 0] = bytes;
      this.#lastStatus = parseStatus([printer, offlineCause, errorCause, paper]);
      return this.#lastStatus;
    });
    this.#statusTurn = mine;
    return mine;
  }

  #expect<Answer>(
    match: (reply: Reply) => Answer | null,
    withinMs: number,
  ): { answer: Promise<Answer | Silence>; giveUp: () => void } {
    if (this.#isGone) return { answer: Promise.resolve('gone'), giveUp: () => undefined };
    let giveUp: () => void = () => undefined;
    const answer = new Promise<Answer | Silence>((resolve) => {
      const finish = (value: Answer | Silence): void => {
        cancel();
        this.#waiting.delete(hear);
        resolve(value);
      };
      const cancel = this.#timer.after(withinMs, () => finish('too-late'));
      const hear = (reply: Reply | 'gone'): void => {
        const value = reply === 'gone' ? reply : match(reply);
        if (value !== null) finish(value);
      };
      this.#waiting.add(hear);
      giveUp = () => finish('too-late');
    });
    return { answer, giveUp };
  }

  #tell(reply: Reply | 'gone'): void {
    for (const hear of [...this.#waiting]) hear(reply);
  }

  #nextJobId(): string {
    this.#jobNumber = (this.#jobNumber + 1) % JOB_NUMBERS;
    return this.#currentJobId();
  }

  #currentJobId(): string {
    return this.#jobNumber.toString(36).padStart(4, '0');
  }

  #faultBefore(type: PrinterTrouble): PrinterFault {
    return {
      type,
      paper: 'not-moved',
      rest: this.#restMayPrint ? 'may-still-print' : 'none',
      status: this.#lastStatus,
    };
  }

  #faultAfter(type: PrinterTrouble): PrinterFault {
    return {
      type,
      paper: 'may-have-moved',
      rest: this.#restMayPrint ? 'may-still-print' : 'dropped',
      status: this.#lastStatus,
    };
  }
}
