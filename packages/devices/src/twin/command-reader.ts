import { ReceiveBuffer } from './receive-buffer.ts';

/** What the mechanism of the twin understands, one raster row at a time. */
export type Command =
  | { readonly type: 'initialize' }
  | { readonly type: 'vertical-units'; readonly perInch: number }
  /** One row of ink, as wide as it was sent. */
  | { readonly type: 'row'; readonly dots: Uint8Array }
  | { readonly type: 'feed'; readonly units: number }
  /** `extraUnits` null: cut where the paper is; else first feed past the knife. */
  | { readonly type: 'cut'; readonly extraUnits: number | null }
  | { readonly type: 'end-of-job'; readonly jobId: string }
  | { readonly type: 'paper-question' }
  | { readonly type: 'skipped'; readonly bytes: number };

const ESC = 0x1b;
const GS = 0x1d;
const DLE = 0x10;

/** Parameter bytes of text commands, which a slip never needs: `[second byte, count]`. They are skipped whole. */
const ESC_PARAMETERS: ReadonlyMap<number, number> = new Map([
  ...[0x20, 0x21, 0x2d, 0x33, 0x45, 0x47, 0x4d, 0x61, 0x64, 0x74].map((kind): [number, number] => [kind, 1]),
  [0x32, 0],
  [0x70, 3],
]);
const GS_PARAMETERS: ReadonlyMap<number, number> = new Map([
  ...[0x21, 0x42, 0x48, 0x49, 0x61, 0x68, 0x77].map((kind): [number, number] => [kind, 1]),
  [0x4c, 2],
  [0x57, 2],
]);

/**
 * Cuts a stream of ESC/POS bytes into commands. Whatever comes, it neither throws nor keeps more than one raster row
 * and what has not been asked for yet. What it does not know it skips byte by byte, as printers do (they print it).
 */
export class CommandReader {
  readonly #buffer = new ReceiveBuffer();
  #rowsLeft = 0;
  #rowLength = 0;

  get bytesWaiting(): number {
    return this.#buffer.length;
  }

  push(bytes: Uint8Array): void {
    this.#buffer.push(bytes);
  }

  /** Forgets everything, in the middle of a command too. */
  clear(): void {
    this.#buffer.clear();
    this.#rowsLeft = 0;
  }

  /** The next whole command, or null when its last byte has not come. */
  next(): Command | null {
    if (this.#rowsLeft > 0) return this.#row();
    switch (this.#buffer.peek(0)) {
      case undefined:
        return null;
      case ESC:
        return this.#escape();
      case GS:
        return this.#group();
      case DLE:
        return this.#realTime();
      default:
        return this.#skip(1);
    }
  }

  #row(): Command | null {
    if (this.#buffer.length < this.#rowLength) return null;
    this.#rowsLeft -= 1;
    return { type: 'row', dots: this.#buffer.take(this.#rowLength) };
  }

  #escape(): Command | null {
    const kind = this.#buffer.peek(1);
    if (kind === undefined) return null;
    if (kind === 0x40) return this.#whole(2, () => ({ type: 'initialize' }));
    if (kind === 0x4a) return this.#whole(3, (bytes) => ({ type: 'feed', units: bytes[2] ?? 0 }));
    return this.#skip(2 + (ESC_PARAMETERS.get(kind) ?? -1));
  }

  #group(): Command | null {
    const kind = this.#buffer.peek(1);
    if (kind === undefined) return null;
    switch (kind) {
      case 0x50: // GS P x y
        return this.#whole(4, (bytes) => ({ type: 'vertical-units', perInch: bytes[3] ?? 0 }));
      case 0x56: // GS V
        return this.#cut();
      case 0x76: // GS v 0
        return this.#raster();
      case 0x72: // GS r n
        return this.#whole(3, (bytes) =>
          bytes[2] === 1 || bytes[2] === 49
            ? { type: 'paper-question' }
            : { type: 'skipped', bytes: bytes.length },
        );
      case 0x28: // GS ( X pL pH …
        return this.#parenthesised();
      default:
        return this.#skip(2 + (GS_PARAMETERS.get(kind) ?? -1));
    }
  }

  #cut(): Command | null {
    switch (this.#buffer.peek(2)) {
      case undefined:
        return null;
      case 0:
      case 1:
      case 48:
      case 49:
        return this.#whole(3, () => ({ type: 'cut', extraUnits: null }));
      case 65:
      case 66:
        return this.#whole(4, (bytes) => ({ type: 'cut', extraUnits: bytes[3] ?? 0 }));
      default:
        return this.#skip(1);
    }
  }

  #raster(): Command | null {
    const zero = this.#buffer.peek(2);
    if (zero === undefined) return null;
    if (zero !== 0x30) return this.#skip(1);
    if (this.#buffer.length < 8) return null;
    const header = this.#buffer.take(8);
    this.#rowLength = (header[4] ?? 0) + 256 * (header[5] ?? 0);
    this.#rowsLeft = this.#rowLength === 0 ? 0 : (header[6] ?? 0) + 256 * (header[7] ?? 0);
    return this.#rowsLeft > 0 ? this.#row() : { type: 'skipped', bytes: header.length };
  }

  #parenthesised(): Command | null {
    const low = this.#buffer.peek(3);
    const high = this.#buffer.peek(4);
    if (low === undefined || high === undefined) return null;
    const total = 5 + low + 256 * high;
    if (this.#buffer.peek(2) !== 0x48 || total !== 11) return this.#skip(total);
    return this.#whole(total, (bytes) => {
      const id = bytes.subarray(7);
      const isRight = bytes[5] === 0x30 && bytes[6] === 0x30 && id.every((byte) => byte >= 32 && byte <= 126);
      return isRight
        ? { type: 'end-of-job', jobId: String.fromCharCode(...id) }
        : { type: 'skipped', bytes: total };
    });
  }

  /** Real-time commands were obeyed when they came in; here they are only passed over. */
  #realTime(): Command | null {
    switch (this.#buffer.peek(1)) {
      case undefined:
        return null;
      case 0x04:
      case 0x05:
        return this.#skip(3);
      case 0x14:
        return this.#skip(this.#buffer.peek(2) === 0x08 ? 10 : 5);
      default:
        return this.#skip(1);
    }
  }

  #whole(length: number, make: (bytes: Uint8Array) => Command): Command | null {
    return this.#buffer.length < length ? null : make(this.#buffer.take(length));
  }

  #skip(length: number): Command | null {
    return this.#whole(length, () => ({ type: 'skipped', bytes: length }));
  }
}
