import { isAscii } from 'node:buffer';
import { hasUtf16Zeros } from './file-kind.ts';

export type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

const LAST_ASCII = 0x7f;

/**
 * Turns the bytes of a CSV file into text, chunk by chunk, whatever an office program wrote: UTF-8 with or without mark,
 * UTF-16 with or without mark, Windows-1252. A file is UTF-8 until a byte says otherwise; when everything before that byte
 * was plain ASCII the rest is Windows-1252, and when it was not, the damaged letters become U+FFFD and the rows that hold them are
 * reported.
 */
export class TextDecoding {
  #encoding: TextEncoding | null = null;
  #stream: TextDecoder | null = null;
  #pending: Uint8Array = new Uint8Array(0);
  #sawUtf8Letters = false;

  /** Known after the first chunk, which should be more than a few bytes; may change once from UTF-8 to Windows-1252. */
  get encoding(): TextEncoding {
    return this.#encoding ?? 'utf-8';
  }

  /** @returns the text of this chunk, save for a letter whose bytes go on in the next one */
  push(chunk: Uint8Array): string {
    if (this.#encoding === null) this.#begin(chunk);
    if (this.#stream !== null) return this.#stream.decode(chunk, { stream: true });
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const whole = bytes.length - unfinishedTail(bytes);
    this.#pending = bytes.slice(whole);
    return this.#decodeUtf8(bytes.subarray(0, whole));
  }

  /** @returns what was still waiting for further bytes */
  end(): string {
    if (this.#stream !== null) return this.#stream.decode();
    const rest = this.#pending;
    this.#pending = new Uint8Array(0);
    return rest.length === 0 ? '' : this.#decodeUtf8(rest) + this.#finish();
  }

  #begin(head: Uint8Array): void {
    const [first, second, third] = head;
    if (first === 0xff && second === 0xfe) this.#encoding = 'utf-16le';
    else if (first === 0xfe && second === 0xff) this.#encoding = 'utf-16be';
    else if (first === 0xef && second === 0xbb && third === 0xbf) this.#encoding = 'utf-8';
    else this.#encoding = hasUtf16Zeros(head) || 'utf-8';
    if (this.#encoding !== 'utf-8') this.#stream = new TextDecoder(this.#encoding);
  }

  #decodeUtf8(bytes: Uint8Array): string {
    if (isAscii(bytes)) return Buffer.from(bytes).toString('latin1');
    const text = new TextDecoder('utf-8').decode(bytes);
    const damaged = count(text, /\ufffd/g);
    const letters = count(text, /[\u0080-\ufffc]/g);
    if (damaged > 0 && !this.#sawUtf8Letters && damaged >= letters) {
      this.#encoding = 'windows-1252';
      this.#stream = new TextDecoder('windows-1252');
      return this.#stream.decode(bytes, { stream: true });
    }
    this.#sawUtf8Letters = true;
    return text;
  }

  #finish(): string {
    return this.#stream?.decode() ?? '';
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** How many bytes at the end begin a UTF-8 letter that needs more bytes (0 to 3). */
function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte <= LAST_ASCII) return 0;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (needed > 0) return needed > back ? back : 0;
  }
  return 0;
}
