import { fail, type Result, succeed } from '../result.ts';
import { BLOCK_BYTES, FIRST_NAME, type HeaderFault, paddingAfter, parseHeader } from './header.ts';

/** Bytes of an archive, in pieces of any size. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** One record of an archive as it stands in the file; its content is not interpreted. */
export interface ArchiveRecord {
  /** Counted from 0; record 0 is `BELENIOS`. */
  readonly recordNumber: number;
  /** Where its header starts, in bytes from the start of the file. */
  readonly offset: number;
  readonly name: string;
  /** Unix seconds, the same in every record. */
  readonly timestamp: number;
  readonly content: Uint8Array;
}

/** Why an archive cannot be read on, and where. */
export interface ArchiveFault {
  readonly type:
    | HeaderFault
    /** The file has no byte at all. */
    | 'empty-file'
    /** The file ends inside a record. */
    | 'cut-short'
    /** A header claims more bytes than any record of an election may have. */
    | 'record-too-large'
    | 'padding-not-zero'
    /** The first record is not called `BELENIOS`, or a later one is. */
    | 'first-record-wrong'
    /** Another time than the first record's. */
    | 'time-differs';
  readonly recordNumber: number;
  /** Byte offset in the file at which the fault was seen. */
  readonly offset: number;
  /** Name of the record, once its header was read. */
  readonly name?: string;
}

/**
 * Largest content of one record, in bytes. The list of credentials is the largest record of an election: 620 bytes
 * each, so this holds about 54,000.
 */
export const MAX_RECORD_BYTES = 32 * 1024 * 1024;

/**
 * Reads the records of an archive one by one and holds no more than one of them. A header's size is never believed:
 * memory is taken only for bytes that have arrived. Ends after the first fault.
 * @param source   the archive's bytes from its first on
 * @param maxRecordBytes contents above it are a fault
 * @source format §14.1
 */
export async function* readRecords(
  source: ByteSource,
  maxRecordBytes: number = MAX_RECORD_BYTES,
): AsyncGenerator<Result<ArchiveRecord, ArchiveFault>> {
  const bytes = new ByteQueue(source);
  try {
    yield* readRecordsOf(bytes, maxRecordBytes);
  } finally {
    await bytes.close();
  }
}

async function* readRecordsOf(
  bytes: ByteQueue,
  maxRecordBytes: number,
): AsyncGenerator<Result<ArchiveRecord, ArchiveFault>> {
  let timestamp: number | undefined;
  for (let recordNumber = 0; ; recordNumber++) {
    const offset = bytes.position;
    const fault = (type: ArchiveFault['type'], at: number, name?: string) =>
      fail<ArchiveFault>({ type, recordNumber, offset: at, ...(name === undefined ? {} : { name }) });

    const block = await bytes.take(BLOCK_BYTES);
    if (block.length === 0 && recordNumber > 0) return;
    if (block.length < BLOCK_BYTES) {
      yield fault(block.length === 0 ? 'empty-file' : 'cut-short', offset + block.length);
      return;
    }
    const header = parseHeader(block);
    if (!header.ok) {
      yield fault(header.error, offset);
      return;
    }
    const { name, contentBytes } = header.value;
    timestamp ??= header.value.timestamp;
    if ((name === FIRST_NAME) !== (recordNumber === 0)) {
      yield fault('first-record-wrong', offset, name);
      return;
    }
    if (header.value.timestamp !== timestamp) {
      yield fault('time-differs', offset, name);
      return;
    }
    if (contentBytes > maxRecordBytes) {
      yield fault('record-too-large', offset, name);
      return;
    }
    const content = await bytes.take(contentBytes);
    const padding = await bytes.take(content.length === contentBytes ? paddingAfter(contentBytes) : 0);
    if (content.length < contentBytes || padding.length < paddingAfter(contentBytes)) {
      yield fault('cut-short', bytes.position, name);
      return;
    }
    const stray = padding.findIndex((byte) => byte !== 0);
    if (stray !== -1) {
      yield fault('padding-not-zero', bytes.position - padding.length + stray, name);
      return;
    }
    yield succeed({ recordNumber, offset, name, timestamp, content });
  }
}

/** Bytes that have arrived and were not yet taken. */
class ByteQueue {
  /** Bytes taken so far. */
  position = 0;
  readonly #source: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array(0);

  constructor(source: ByteSource) {
    this.#source =
      Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  }

  /** The next `byteCount` bytes in memory of their own; fewer only at the end of the file. */
  async take(byteCount: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let missing = byteCount;
    while (missing > 0) {
      if (this.#piece.length === 0) {
        const next = await this.#source.next();
        if (next.done) break;
        this.#piece = next.value;
        continue;
      }
      const part = this.#piece.subarray(0, missing);
      this.#piece = this.#piece.subarray(part.length);
      missing -= part.length;
      parts.push(part);
    }
    const taken = new Uint8Array(byteCount - missing);
    let filled = 0;
    for (const part of parts) {
      taken.set(part, filled);
      filled += part.length;
    }
    this.position += taken.length;
    return taken;
  }

  /** Lets the source close its file. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
