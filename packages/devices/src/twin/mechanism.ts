import type { Bitmap } from '../bitmap.ts';
import type { PrinterAnswers } from '../connect.ts';
import type { Timer } from '../timer.ts';
import { type Command, CommandReader } from './command-reader.ts';
import type { TwinLie } from './control.ts';
import type { RealTimeCommand } from './real-time.ts';
import type { Roll } from './roll.ts';

/** Units of `ESC J` before `GS P`, as on printers that step half dots. */
const UNITS_PER_INCH_AT_START = 406;
const DOTS_PER_INCH = 203;
/** Rows printed between two looks at the timer when a speed is set. */
const ROWS_A_STEP = 24;
/** A sensor above the roll sees the end coming this long before it comes. */
const NEAR_END_MILLIMETRES = 3_000;

export interface MechanismEvents {
  /** Bytes for the host. */
  readonly reply: (bytes: Uint8Array) => void;
  readonly piece: (piece: Bitmap) => void;
  /** The uncut paper has changed. */
  readonly moved: () => void;
}

/** Everything behind the twin's socket: buffer, head, knife, sensors. A wire may come and go without it noticing. */
export class Mechanism {
  readonly roll: Roll;
  readonly #reader = new CommandReader();
  readonly #timer: Timer;
  readonly #events: MechanismEvents;
  readonly #freshRollMillimetres: number;
  readonly #answers: PrinterAnswers;
  coverOpen: boolean = false;
  nearEnd: boolean = false;
  /** The paper does not move; `noticed` decides whether the printer knows. */
  jam: 'none' | 'noticed' | 'unnoticed' = 'none';
  cutterBlocked: boolean = false;
  lie: TwinLie = 'none';
  rowsPerSecond = 0;
  /** Error lamps stay on until the host says recover or power goes, even when the cause is gone. */
  #cutterLamp: boolean = false;
  #jamLamp: boolean = false;
  #feedLeftDots = 0;
  #isCutDue: boolean = false;
  #unitsPerInch = UNITS_PER_INCH_AT_START;
  #triggers: { rowsLeft: number; act: () => void }[] = [];
  #cancelStep: (() => void) | null = null;
  /** Of the job that was confirmed last. */
  #lastJobId = '0000';

  constructor(parts: {
    roll: Roll;
    rollMillimetres: number;
    answers: PrinterAnswers;
    timer: Timer;
    events: MechanismEvents;
  }) {
    this.#answers = parts.answers;
    this.roll = parts.roll;
    this.#freshRollMillimetres = parts.rollMillimetres;
    this.#timer = parts.timer;
    this.#events = parts.events;
  }

  /** Lies that say a job is done of which not one dot is on the paper. */
  get #movesNothing(): boolean {
    return this.lie === 'answers-without-moving' || this.lie === 'answers-for-the-last-job';
  }

  get bytesWaiting(): number {
    return this.#reader.bytesWaiting;
  }

  get paper(): 'enough' | 'near-end' | 'out' {
    if (this.roll.leftMillimetres === 0) return 'out';
    return this.nearEnd || this.roll.leftMillimetres < NEAR_END_MILLIMETRES ? 'near-end' : 'enough';
  }

  receive(bytes: Uint8Array): void {
    this.#reader.push(bytes);
    this.run();
  }

  realTime(command: RealTimeCommand): void {
    if (this.#answers === 'in-order') return;
    if (command === 'clear-buffers' || command === 'recover') this.#forget();
    if (command === 'recover') {
      this.#cutterLamp = false;
      this.#jamLamp = this.jam === 'noticed';
      this.run();
    } else if (this.lie !== 'deaf') {
      this.#events.reply(
        command === 'clear-buffers' ? Uint8Array.of(0x37, 0x25, 0) : Uint8Array.of(this.#statusByte(command)),
      );
    }
  }

  /** Calls `act` when `rows` more rows have been printed or fed; at once for 0. */
  afterRows(rows: number, act: () => void): void {
    if (rows === 0) act();
    else this.#triggers.push({ rowsLeft: rows, act });
  }

  setJam(kind: 'noticed' | 'unnoticed'): void {
    this.jam = kind;
    this.#jamLamp ||= kind === 'noticed';
  }

  loadNewRoll(): void {
    this.nearEnd = false;
    this.roll.setLeft(this.#freshRollMillimetres);
    this.run();
  }

  /** Everything but the paper is as after switching on. */
  powerCycle(): void {
    this.#forget();
    this.#cutterLamp = false;
    this.#jamLamp = this.jam === 'noticed';
  }

  stop(): void {
    this.#forget();
    this.#triggers = [];
  }

  /** Works off the buffer as far as paper, errors and speed allow. Safe to call at any time. */
  run(): void {
    if (this.#cancelStep !== null) return;
    let rows = 0;
    let changed = false;
    while (this.#canWork()) {
      if (this.rowsPerSecond > 0 && rows >= ROWS_A_STEP) {
        this.#cancelStep = this.#timer.after((rows * 1000) / this.rowsPerSecond, () => {
          this.#cancelStep = null;
          this.run();
        });
        break;
      }
      if (this.#feedLeftDots > 0) {
        this.#feedLeftDots -= 1;
        this.#moveRow(null);
        rows += 1;
        changed = true;
        continue;
      }
      if (this.#isCutDue) {
        this.#cut();
        changed = true;
        continue;
      }
      const command = this.#reader.next();
      if (command === null) break;
      if (command.type === 'row') {
        rows += 1;
        changed = true;
      }
      this.#obey(command);
    }
    if (changed) this.#events.moved();
  }

  #obey(command: Command): void {
    switch (command.type) {
      case 'initialize':
        this.#unitsPerInch = UNITS_PER_INCH_AT_START;
        return;
      case 'vertical-units':
        this.#unitsPerInch = command.perInch === 0 ? UNITS_PER_INCH_AT_START : command.perInch;
        return;
      case 'row':
        this.#moveRow(command.dots);
        return;
      case 'feed':
        this.#feedLeftDots += this.#dots(command.units);
        return;
      case 'cut':
        if (command.extraUnits !== null) {
          this.#feedLeftDots += this.roll.headToKnifeDots + this.#dots(command.extraUnits);
        }
        this.#isCutDue = true;
        return;
      case 'end-of-job':
        if (this.#answers === 'real-time' && this.lie !== 'moves-without-answering' && this.lie !== 'deaf') {
          const jobId = this.lie === 'answers-for-the-last-job' ? this.#lastJobId : command.jobId;
          this.#events.reply(Uint8Array.of(0x37, 0x22, ...Buffer.from(jobId, 'latin1'), 0));
          this.#lastJobId = jobId;
        }
        return;
      case 'paper-question':
        if (this.lie !== 'moves-without-answering' && this.lie !== 'deaf') {
          this.#events.reply(Uint8Array.of(this.#paperByte()));
        }
        return;
      case 'skipped':
        return;
    }
  }

  #moveRow(dots: Uint8Array | null): void {
    if (!this.#movesNothing) {
      if (this.jam === 'none') this.roll.advance(dots);
      else if (dots !== null) this.roll.overprint(dots);
    }
    for (const trigger of this.#triggers) trigger.rowsLeft -= 1;
    const due = this.#triggers.filter((trigger) => trigger.rowsLeft === 0);
    this.#triggers = this.#triggers.filter((trigger) => trigger.rowsLeft > 0);
    for (const trigger of due) trigger.act();
  }

  #cut(): void {
    this.#isCutDue = false;
    if (this.#movesNothing) return;
    if (this.cutterBlocked) {
      this.#cutterLamp = true;
      return;
    }
    const piece = this.roll.cut();
    if (piece !== null) this.#events.piece(piece);
  }

  #canWork(): boolean {
    return !this.coverOpen && this.roll.leftMillimetres > 0 && !this.#cutterLamp && !this.#jamLamp;
  }

  #dots(units: number): number {
    return Math.round((units * DOTS_PER_INCH) / this.#unitsPerInch);
  }

  #forget(): void {
    this.#reader.clear();
    this.#feedLeftDots = 0;
    this.#isCutDue = false;
    this.#unitsPerInch = UNITS_PER_INCH_AT_START;
    this.#cancelStep?.();
    this.#cancelStep = null;
  }

  /** `GS r 1`: two bits each for a roll near its end and for no paper. */
  #paperByte(): number {
    if (this.lie === 'hides-faults') return 0;
    return (this.paper === 'enough' ? 0 : 0b0011) | (this.paper === 'out' ? 0b1100 : 0);
  }

  /** Bits 1 and 4 are always set: so the host knows a status byte. */
  #statusByte(question: RealTimeCommand): number {
    const bits: number[] = [];
    const set = (position: number, isSet: boolean): void => {
      if (isSet && this.lie !== 'hides-faults') bits.push(position);
    };
    switch (question) {
      case 'status-1':
        set(3, !this.#canWork());
        break;
      case 'status-2':
        set(2, this.coverOpen);
        set(5, this.paper === 'out');
        set(6, this.#cutterLamp || this.#jamLamp);
        break;
      case 'status-3':
        set(2, this.#jamLamp);
        set(3, this.#cutterLamp);
        break;
      default:
        set(2, this.paper !== 'enough');
        set(3, this.paper !== 'enough');
        set(5, this.paper === 'out');
        set(6, this.paper === 'out');
    }
    return bits.reduce((byte, position) => byte | (1 << position), 0b0001_0010);
  }
}
