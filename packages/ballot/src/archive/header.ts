import { fail, type Result, succeed } from '../result.ts';

/** Every record starts at, and is padded to, a multiple of this many bytes (format §14.1). */
export const BLOCK_BYTES = 512;

/** Name of the first record. */
export const FIRST_NAME = 'BELENIOS';

/** Largest value of a field of 11 octal digits: sizes and times above it cannot be written. */
const LARGEST_FIELD = 8 ** 11 - 1;

const DATA_OR_EVENT_NAME = /^[0-9a-f]{64}\.(?:data|event)\.json$/;

/** What a record's 512-byte header says. */
export interface RecordHeader {
  /** `BELENIOS`, or 64 hex digits and `.data.json` or `.event.json`. */
  readonly name: string;
  /** Length of the content, in bytes, without padding; 1 or more. */
  readonly contentBytes: number;
  /** Unix seconds; the same in every record of an archive. */
  readonly timestamp: number;
}

/** What is wrong with a record's header. */
export type HeaderFault =
  /** A block of zeros: tar's end mark, which this format does not have. */
  | 'zero-block'
  /** Absolute, `..`, with a folder, or any other name than the format's. */
  | 'name-not-allowed'
  /** A folder, link, PAX or GNU record: anything but an ordinary file. */
  | 'kind-not-allowed'
  | 'checksum-wrong'
  /** Size or time is not 11 octal digits and a zero byte. */
  | 'number-malformed'
  | 'content-empty'
  /** Another header with the same meaning: owner, mode, magic or spare bytes differ from the one allowed form. */
  | 'header-not-canonical';

const ascii = new TextEncoder();

/**
 * The one allowed header for a record.
 * @throws RangeError for a name, size or time that the format cannot hold
 */
export function encodeHeader(header: RecordHeader): Uint8Array {
  if (!isAllowedName(header.name)) throw new RangeError(`not a name of a record: ${header.name}`);
  const block = new Uint8Array(BLOCK_BYTES);
  const put = (offset: number, text: string) => block.set(ascii.encode(text), offset);
  put(0, header.name);
  put(100, '0000644');
  put(108, '0000000');
  put(116, '0000000');
  put(124, octal(header.contentBytes, 11));
  put(136, octal(header.timestamp, 11));
  put(156, '0');
  put(148, `${octal(checksum(block), 6)}\0 `);
  return block;
}

/** Reads a header strictly: whatever `encodeHeader` would not have written byte for byte is a fault. */
export function parseHeader(block: Uint8Array): Result<RecordHeader, HeaderFault> {
  if (block.length !== BLOCK_BYTES) throw new RangeError(`a header has ${BLOCK_BYTES} bytes`);
  if (block.every((byte) => byte === 0)) return fail('zero-block');
  if (block[156] !== 0x30) return fail('kind-not-allowed');
  const name = text(block, 0, 100);
  if (name === undefined || !isAllowedName(name)) return fail('name-not-allowed');
  const contentBytes = octalField(block, 124);
  const timestamp = octalField(block, 136);
  if (contentBytes === undefined || timestamp === undefined) return fail('number-malformed');
  const sum = text(block, 148, 6);
  if (sum !== octal(checksum(block), 6)) return fail('checksum-wrong');
  if (contentBytes === 0) return fail('content-empty');
  const header = { name, contentBytes, timestamp };
  const canonical = encodeHeader(header);
  if (block.some((byte, index) => byte !== canonical[index])) return fail('header-not-canonical');
  return succeed(header);
}

/** Bytes of padding after a content of this length. */
export function paddingAfter(contentBytes: number): number {
  return (BLOCK_BYTES - (contentBytes % BLOCK_BYTES)) % BLOCK_BYTES;
}

function isAllowedName(name: string): boolean {
  return name === FIRST_NAME || DATA_OR_EVENT_NAME.test(name);
}

function octal(value: number, digits: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value > LARGEST_FIELD) {
    throw new RangeError(`${value} does not fit a header`);
  }
  return value.toString(8).padStart(digits, '0');
}

/** Sum of all header bytes, the checksum's own eight counted as spaces. */
function checksum(block: Uint8Array): number {
  let sum = 8 * 0x20;
  for (let offset = 0; offset < BLOCK_BYTES; offset++) {
    if (offset < 148 || offset >= 156) sum += block[offset] ?? 0;
  }
  return sum;
}

/** ASCII text up to the first zero byte; `undefined` when another byte than printable ASCII comes before it. */
function text(block: Uint8Array, offset: number, maxBytes: number): string | undefined {
  let found = '';
  for (const byte of block.subarray(offset, offset + maxBytes)) {
    if (byte === 0) return found;
    if (byte < 0x20 || byte > 0x7e) return undefined;
    found += String.fromCharCode(byte);
  }
  return found;
}

function octalField(block: Uint8Array, offset: number): number | undefined {
  const digits = text(block, offset, 12);
  return digits !== undefined && /^[0-7]{11}$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}
