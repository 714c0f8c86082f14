import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PrinterTransport } from '../escpos/transport.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Timer } from '../timer.ts';

/** Between two looks at a file that has nothing to read, or takes no more for now. */
const LOOK_AGAIN_MS = 4;
/** A printer repeats what an earlier process left unread as soon as somebody opens its file; longer than that it does not take. */
const STALE_ANSWERS_MS = 40;
/** What usblp hands over in one transfer. */
const CHUNK_BYTES = 8_192;

/**
 * The one file that the address names.
 * @param address a path, or one whose last name ends in `*`: a printer that was plugged out and in comes back under another number
 * @errors `unreachable` there is none · `several-printers` more than one fits, and slips must not go to the wrong one
 */
export function findDeviceFile(address: string): Result<string, 'unreachable' | 'several-printers'> {
  if (!address.endsWith('*')) return succeed(address);
  const start = basename(address).slice(0, -1);
  let names: readonly string[];
  try {
    names = readdirSync(dirname(address));
  } catch {
    return fail('unreachable');
  }
  const found = names.filter((name) => name.startsWith(start) && /^[0-9]+$/.test(name.slice(start.length)));
  const [only] = found;
  if (only === undefined) return fail('unreachable');
  return found.length === 1 ? succeed(join(dirname(address), only)) : fail('several-printers');
}

/**
 * Opens a character device such as `/dev/usb/lp0`, without ever waiting in the kernel. Anything else is refused before a byte is
 * written: a slip that went into an ordinary file would be a choice on disk.
 * @errors `unreachable` · `several-printers`
 */
export function openDeviceFile(
  address: string,
  timer: Timer,
): Result<PrinterTransport, 'unreachable' | 'several-printers'> {
  const path = findDeviceFile(address);
  if (!path.ok) return path;
  let file: number;
  try {
    file = openSync(path.value, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return fail('unreachable');
  }
  if (fstatSync(file).isCharacterDevice()) return succeed(new DeviceFileWire(file, timer));
  closeSync(file);
  return fail('unreachable');
}

/**
 * A wire over a non-blocking character device. What a real usblp does: one process at a time (EBUSY for the next), reads of nothing
 * and writes beyond one transfer answer EAGAIN, a device that is pulled answers ENODEV for ever and its number is given away again.
 * It counts a transfer as taken when it began, so only the printer's own answer says that bytes arrived.
 */
class DeviceFileWire implements PrinterTransport {
  readonly #file: number;
  readonly #timer: Timer;
  readonly #waiting: Uint8Array[] = [];
  #hear: { onBytes(bytes: Uint8Array): void; onGone(): void } | null = null;
  #isGone: boolean = false;
  #cancelLook: () => void = () => undefined;
  #isStale: boolean = true;

  constructor(file: number, timer: Timer) {
    this.#file = file;
    this.#timer = timer;
  }

  listen(hear: { onBytes(bytes: Uint8Array): void; onGone(): void }): void {
    this.#hear = hear;
    this.#timer.after(STALE_ANSWERS_MS, () => {
      this.#read();
      this.#isStale = false;
      this.#look();
    });
  }

  write(bytes: Uint8Array): void {
    if (this.#isGone) return;
    this.#waiting.push(bytes);
    if (!this.#isStale) this.#send();
  }

  close(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#cancelLook();
    closeSync(this.#file);
    queueMicrotask(() => this.#hear?.onGone());
  }

  #look(): void {
    this.#send();
    this.#read();
    if (!this.#isGone) this.#cancelLook = this.#timer.after(LOOK_AGAIN_MS, () => this.#look());
  }

  #read(): void {
    const bytes = Buffer.alloc(1_024);
    while (!this.#isGone) {
      const count = this.#attempt(() => readSync(this.#file, bytes, 0, bytes.length, null));
      if (count === 0) return;
      if (!this.#isStale) this.#hear?.onBytes(Uint8Array.from(bytes.subarray(0, count)));
    }
  }

  #send(): void {
    for (;;) {
      const next = this.#waiting[0];
      if (next === undefined || this.#isGone) return;
      const count = this.#attempt(() =>
        writeSync(this.#file, next, 0, Math.min(next.length, CHUNK_BYTES), null),
      );
      if (count === 0) return;
      if (count === next.length) this.#waiting.shift();
      else this.#waiting[0] = next.subarray(count);
    }
  }

  /** @returns 0 when the device is not ready; every other refusal ends the wire, and the next job opens it anew */
  #attempt(act: () => number): number {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) this.close();
      return 0;
    }
  }
}
