import type { PrinterPatience, Timer } from '../src/index.ts';

/** Different everywhere, so that a test can say which of the client's waits ends. */
export const PATIENCE: PrinterPatience = { connectMs: 3_001, statusMs: 2_002, jobMs: 15_003, pollMs: 254 };

interface Entry {
  readonly milliseconds: number;
  readonly act: () => void;
}

/** Time that stands still until a test says which wait is over. */
export class ManualTimer implements Timer {
  #pending: Entry[] = [];
  #onScheduled: ((entry: Entry) => void)[] = [];

  after(milliseconds: number, act: () => void): () => void {
    const entry = { milliseconds, act };
    this.#pending.push(entry);
    for (const tell of [...this.#onScheduled]) tell(entry);
    return () => this.#remove(entry);
  }

  /** Ends the oldest wait of this length; if there is none yet, as soon as somebody begins one. */
  async end(milliseconds: number): Promise<void> {
    const entry =
      this.#pending.find((pending) => pending.milliseconds === milliseconds) ??
      (await new Promise<Entry>((resolve) => {
        const tell = (scheduled: Entry): void => {
          if (scheduled.milliseconds !== milliseconds) return;
          this.#onScheduled = this.#onScheduled.filter((other) => other !== tell);
          resolve(scheduled);
        };
        this.#onScheduled.push(tell);
      }));
    this.#remove(entry);
    entry.act();
  }

  /** Ends every wait of this length the moment it begins, until the returned function is called. */
  endAlways(milliseconds: number, mayEnd: () => boolean = () => true): () => void {
    const tell = (scheduled: Entry): void => {
      if (scheduled.milliseconds !== milliseconds || !mayEnd()) return;
      setImmediate(() => {
        if (!this.#pending.includes(scheduled)) return;
        this.#remove(scheduled);
        scheduled.act();
      });
    };
    this.#onScheduled.push(tell);
    return () => {
      this.#onScheduled = this.#onScheduled.filter((other) => other !== tell);
    };
  }

  get waits(): readonly number[] {
    return this.#pending.map((entry) => entry.milliseconds);
  }

  #remove(entry: Entry): void {
    this.#pending = this.#pending.filter((other) => other !== entry);
  }
}
