import type { PrinterFault, PrinterPatience, PrinterStatus, PrintJob, SlipPrinter } from '../printer.ts';
import type { PrinterTrouble } from '../printer-trouble.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Timer } from '../timer.ts';
import { encodeJobInOrder, PAPER_QUESTION } from './commands.ts';
import type { PrinterTransport } from './transport.ts';

/** An answer to `GS r 1`: 0xx0pppp, the sensors of the paper in its lower half. */
const isAnswer = (byte: number): boolean => (byte & 0b1001_0000) === 0;

const statusOf = (byte: number): PrinterStatus => ({
  online: true,
  coverOpen: false,
  paper: (byte & 0b1100) !== 0 ? 'out' : (byte & 0b0011) !== 0 ? 'near-end' : 'enough',
  cutterStuck: false,
  mechanicalError: false,
  passingError: false,
});

/**
 * A simpler ESC/POS printer: it answers `GS r 1` when it comes to it, and knows no question that overtakes a job. So an end-of-job
 * answer says that the job was worked off, while the last millimetres may still move; why it is silent (cover, paper, jam) it does not say;
 * and what was sent cannot be called back: after a fault the rest may still come out, and does so before the next job.
 */
export class InOrderPrinter implements SlipPrinter {
  readonly gone: Promise<void>;
  readonly #transport: PrinterTransport;
  readonly #timer: Timer;
  readonly #patience: PrinterPatience;
  #isGone: boolean = false;
  #isBusy: boolean = false;
  #hear: ((answer: number | 'gone') => void) | null = null;

  constructor(wire: { transport: PrinterTransport; timer: Timer; patience: PrinterPatience }) {
    this.#transport = wire.transport;
    this.#timer = wire.timer;
    this.#patience = wire.patience;
    let settleGone: () => void = () => undefined;
    this.gone = new Promise((resolve) => {
      settleGone = resolve;
    });
    this.#transport.listen({
      onBytes: (bytes) => {
        for (const byte of bytes) if (isAnswer(byte)) this.#hear?.(byte);
      },
      onGone: () => {
        this.#isGone = true;
        settleGone();
        this.#hear?.('gone');
      },
    });
  }

  close(): void {
    this.#transport.close();
  }

  /** The printer has worked off whatever it had. @errors `unreachable` · `no-answer` */
  async clear(): Promise<Result<'cleared', PrinterFault>> {
    const status = await this.status();
    return status.ok ? succeed('cleared') : status;
  }

  async status(): Promise<Result<PrinterStatus, PrinterFault>> {
    return this.#alone(() => this.#askBetweenJobs());
  }

  recover(): Promise<Result<PrinterStatus, PrinterFault>> {
    return this.status();
  }

  async print(job: PrintJob): Promise<Result<'paper-moved', PrinterFault>> {
    return this.#alone(async () => {
      const before = await this.#askBetweenJobs();
      if (!before.ok) return before;
      if (before.value.paper === 'out') return fail(this.#fault('paper-out', 'not-moved', before.value));
      const after = await this.#ask(encodeJobInOrder(job), this.#patience.jobMs);
      if (after === 'gone') return fail(this.#fault('vanished-in-mid-job', 'may-have-moved', before.value));
      if (after === 'too-late') return fail(this.#fault('no-answer', 'may-have-moved', before.value));
      const status = statusOf(after);
      // it came to the question with an empty roll: how much of the job was printed before, nobody knows
      if (status.paper === 'out') return fail(this.#fault('paper-out', 'may-have-moved', status));
      return succeed('paper-moved');
    });
  }

  async #alone<Value>(act: () => Promise<Value>): Promise<Value> {
    if (this.#isBusy) throw new Error('a slip printer does one thing at a time');
    this.#isBusy = true;
    try {
      return await act();
    } finally {
      this.#isBusy = false;
    }
  }

  async #askBetweenJobs(): Promise<Result<PrinterStatus, PrinterFault>> {
    const answer = await this.#ask(PAPER_QUESTION, this.#patience.statusMs);
    if (typeof answer === 'number') return succeed(statusOf(answer));
    return fail(this.#fault(answer === 'gone' ? 'unreachable' : 'no-answer', 'not-moved', null));
  }

  /** Answers bear no number: after one that did not come in time the connection ends, or it would be taken for the next. */
  #ask(bytes: Uint8Array, withinMs: number): Promise<number | 'too-late' | 'gone'> {
    if (this.#isGone) return Promise.resolve('gone');
    return new Promise((resolve) => {
      const finish = (answer: number | 'too-late' | 'gone'): void => {
        cancel();
        this.#hear = null;
        if (answer === 'too-late') this.close();
        resolve(answer);
      };
      const cancel = this.#timer.after(withinMs, () => finish('too-late'));
      this.#hear = finish;
      this.#transport.write(bytes);
    });
  }

  #fault(type: PrinterTrouble, paper: PrinterFault['paper'], status: PrinterStatus | null): PrinterFault {
    return { type, paper, rest: paper === 'not-moved' ? 'none' : 'may-still-print', status };
  }
}
