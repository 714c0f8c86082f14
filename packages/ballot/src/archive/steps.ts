import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../hash.ts';
import { fail, type Result, succeed } from '../result.ts';
import {
  DATA_BEFORE,
  type EventFault,
  type EventType,
  formatFirstRecord,
  formatSetup,
  NEXT_EVENTS,
  parseEvent,
  type RecordEvent,
  type Stage,
} from './events.ts';
import { type ArchiveFault, type ArchiveRecord, type ByteSource, readRecords } from './reader.ts';

/** A data record whose name is the hash of its content. */
export interface DataRecord extends ArchiveRecord {
  /** Hex SHA-256 of the content. */
  readonly hash: string;
}

/** An event with the data records that stand before it, all references between them right. */
export interface RecordStep {
  readonly type: EventType;
  /** Hex SHA-256 of the event's text: the record's fingerprint when it is the last. */
  readonly eventHash: string;
  readonly height: number;
  /** The event's own record. */
  readonly record: ArchiveRecord;
  /** As many as `DATA_BEFORE` says, in the order of format §14.2. */
  readonly data: readonly DataRecord[];
  /** Of the archive's first record, in Unix seconds. */
  readonly timestamp: number;
}

/** Why a record cannot be read on, and where. */
export interface StepFault {
  readonly type:
    | ArchiveFault['type']
    | EventFault
    /** The record `BELENIOS` says anything else than version 1 and the headers' time. */
    | 'first-content-wrong'
    /** The content's hash is not the record's name: a byte was changed. */
    | 'content-changed'
    | 'parent-wrong'
    | 'height-wrong'
    /** An event where the order of a record does not allow it, such as a ballot after the end or a second result. */
    | 'event-out-of-order'
    /** Fewer data records before an event than it needs. */
    | 'data-missing'
    /** A data record that no event uses. */
    | 'data-stray'
    /** An event's payload, or the setup's list of hashes, names another record than those before it. */
    | 'reference-wrong';
  readonly recordNumber: number;
  readonly offset: number;
  readonly name?: string;
  /** For 'event-out-of-order': the event, and the one that it followed. */
  readonly event?: EventType;
  readonly after?: Stage;
}

/** SHA-256 of bytes in lower-case hex. */
export type HexHash = (bytes: Uint8Array) => string;

/** The hash that runs everywhere. */
export const portableHexHash: HexHash = (bytes) => toHex(sha256(bytes));

/** How to read an archive. */
export interface ReadOptions {
  readonly hexHash?: HexHash;
  readonly maxRecordBytes?: number;
}

/**
 * Reads an archive event by event: names, chain, order and references are checked, contents are not interpreted.
 * Ends after the first fault; without one the archive is, byte for byte, what the format prescribes for its events.
 * An archive may end after any event: whether that is enough is for the caller to say.
 * @source format §14.2
 */
export async function* readSteps(
  source: ByteSource,
  { hexHash = portableHexHash, maxRecordBytes }: ReadOptions = {},
): AsyncGenerator<Result<RecordStep, StepFault>> {
  let timestamp = 0;
  let parent: string | undefined;
  let height = 0;
  let stage: Stage = 'Start';
  let data: DataRecord[] = [];

  for await (const item of readRecords(source, maxRecordBytes)) {
    if (!item.ok) {
      yield item;
      return;
    }
    const record = item.value;
    if (record.recordNumber === 0) {
      timestamp = Number(/"timestamp":"([0-9]{1,11})"/.exec(decodeText(record.content) ?? '')?.[1] ?? -1);
      if (decodeText(record.content) !== formatFirstRecord(timestamp) || timestamp !== record.timestamp) {
        yield fail(faultAt(record, 'first-content-wrong'));
        return;
      }
      continue;
    }
    const hash = hexHash(record.content);
    if (!record.name.startsWith(hash)) {
      yield fail(faultAt(record, 'content-changed'));
      return;
    }
    if (record.name.endsWith('.data.json')) {
      data.push({ ...record, hash });
      if (data.length > MAX_DATA_BEFORE) {
        yield fail(faultAt(data[0] ?? record, 'data-stray'));
        return;
      }
      continue;
    }
    const event = checkEvent(record, { parent, height, stage, data });
    if (!event.ok) {
      yield event;
      return;
    }
    const { type } = event.value;
    yield succeed({ type, eventHash: hash, height, record, data, timestamp });
    stage = type;
    parent = hash;
    height += 1;
    data = [];
  }
  const [stray] = data;
  if (stray !== undefined) yield fail(faultAt(stray, 'data-stray'));
}

const MAX_DATA_BEFORE = Math.max(...Object.values(DATA_BEFORE));

interface Expected {
  readonly parent: string | undefined;
  readonly height: number;
  readonly stage: Stage;
  readonly data: readonly DataRecord[];
}

function checkEvent(record: ArchiveRecord, expected: Expected): Result<RecordEvent, StepFault> {
  const parsed = parseEvent(decodeText(record.content) ?? '');
  if (!parsed.ok) return fail(faultAt(record, parsed.error));
  const { type, parent, height, payload } = parsed.value;
  if (parent !== expected.parent) return fail(faultAt(record, 'parent-wrong'));
  if (height !== expected.height) return fail(faultAt(record, 'height-wrong'));
  if (!NEXT_EVENTS[expected.stage].includes(type)) {
    return fail({ ...faultAt(record, 'event-out-of-order'), event: type, after: expected.stage });
  }
  const needed = DATA_BEFORE[type];
  if (expected.data.length < needed) return fail(faultAt(record, 'data-missing'));
  const [stray] = expected.data;
  if (expected.data.length > needed && stray !== undefined) return fail(faultAt(stray, 'data-stray'));
  const last = expected.data.at(-1);
  if (payload !== last?.hash) return fail(faultAt(record, 'reference-wrong'));
  const [election, trustees, credentials, setup] = expected.data;
  if (type === 'Setup' && election && trustees && credentials && setup) {
    const canonical = formatSetup({
      election: election.hash,
      trustees: trustees.hash,
      credentials: credentials.hash,
    });
    if (decodeText(setup.content) !== canonical) return fail(faultAt(setup, 'reference-wrong'));
  }
  return parsed;
}

function faultAt<Type extends StepFault['type']>(record: ArchiveRecord, type: Type) {
  return { type, recordNumber: record.recordNumber, offset: record.offset, name: record.name };
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of some bytes; `undefined` when they are not UTF-8. A byte-order mark stays in the text. */
export function decodeText(content: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(content);
  } catch {
    return undefined;
  }
}
