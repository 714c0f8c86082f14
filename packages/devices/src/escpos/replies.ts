import type { PrinterStatus } from '../printer.ts';

export type Reply =
  | { readonly type: 'status'; readonly byte: number }
  | { readonly type: 'end-of-job'; readonly jobId: string }
  | { readonly type: 'buffers-cleared' };

const HEADER = 0x37;
const END_OF_JOB = 0x22;
const BUFFERS_CLEARED = 0x25;
/** The longest block that any printer of this family sends. */
const LONGEST_BLOCK_BYTES = 84;

/**
 * Cuts what a printer sends into replies. Bytes that fit nothing are dropped: a printer can send what it likes, and
 * only a whole, right reply means something.
 */
export class ReplyReader {
  #block: number[] | null = null;

  push(bytes: Uint8Array): Reply[] {
    const replies: Reply[] = [];
    for (const byte of bytes) {
      const reply = this.#take(byte);
      if (reply !== null) replies.push(reply);
    }
    return replies;
  }

  #take(byte: number): Reply | null {
    if (this.#block === null) {
      if (byte === HEADER) this.#block = [];
      // 0xx1xx10 is how `DLE EOT` is answered, and nothing else.
      else if ((byte & 0b1001_0011) === 0b0001_0010) return { type: 'status', byte };
      return null;
    }
    if (byte !== 0) {
      this.#block.push(byte);
      if (this.#block.length > LONGEST_BLOCK_BYTES) this.#block = null;
      return null;
    }
    const [identifier, ...content] = this.#block;
    this.#block = null;
    if (identifier === END_OF_JOB && content.length === 4) {
      return { type: 'end-of-job', jobId: String.fromCharCode(...content) };
    }
    return identifier === BUFFERS_CLEARED && content.length === 0 ? { type: 'buffers-cleared' } : null;
  }
}

const bit = (byte: number, position: number): boolean => ((byte >> position) & 1) === 1;

/** @param bytes the answers to `DLE EOT` 1, 2, 3, 4, in this order */
export function parseStatus(bytes: readonly [number, number, number, number]): PrinterStatus {
  const [printer, offlineCause, errorCause, paper] = bytes;
  const out = bit(offlineCause, 5) || bit(paper, 5) || bit(paper, 6);
  const nearEnd = bit(paper, 2) || bit(paper, 3);
  return {
    online: !bit(printer, 3),
    coverOpen: bit(offlineCause, 2),
    paper: out ? 'out' : nearEnd ? 'near-end' : 'enough',
    cutterStuck: bit(errorCause, 3),
    mechanicalError: bit(errorCause, 2) || bit(errorCause, 5),
    passingError: bit(errorCause, 6),
  };
}
