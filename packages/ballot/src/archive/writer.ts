import {
  DATA_BEFORE,
  type EventType,
  formatEvent,
  formatFirstRecord,
  formatSetup,
  NEXT_EVENTS,
  type Stage,
} from './events.ts';
import { encodeHeader, FIRST_NAME, paddingAfter } from './header.ts';
import { type HexHash, portableHexHash } from './steps.ts';

const utf8 = new TextEncoder();

/** One record in bytes: header, content, padding (format §14.1). */
export function encodeRecord(name: string, content: Uint8Array, timestamp: number): Uint8Array {
  const header = encodeHeader({ name, contentBytes: content.length, timestamp });
  const record = new Uint8Array(header.length + content.length + paddingAfter(content.length));
  record.set(header, 0);
  record.set(content, header.length);
  return record;
}

/** Where a writer stands: enough to go on with an archive that was written or read before. Plain values. */
export interface ArchiveState {
  /** Unix seconds of all records; by the format it is set once, so no record tells when it was added. */
  readonly timestamp: number;
  readonly stage: Stage;
  /** Hex SHA-256 of the last event; absent before `Setup`. */
  readonly lastEventHash?: string;
  /** Events so far. */
  readonly eventCount: number;
  /** Hex SHA-256 of the last ballot; absent before the first. */
  readonly lastBallotHash?: string;
}

/** How to write. */
export interface WriterOptions {
  /**
   * 'by-hash' (default): ballots must come in ascending order of their hash and each once, so that their order says
   * nothing about casting. 'as-given': any order, as `belenios-tool` writes them.
   */
  readonly order?: 'by-hash' | 'as-given';
  readonly hexHash?: HexHash;
}

/**
 * Writes an archive event by event. Each method returns the bytes to append, to be stored in one write: an archive
 * that ends after an event is whole. Nothing is kept but the state, so any number of ballots may pass.
 * A call that the order of a record does not allow throws: it is a mistake in the program.
 * @source format §14
 */
export class ArchiveWriter {
  #state: ArchiveState;
  readonly #order: 'by-hash' | 'as-given';
  readonly #hexHash: HexHash;

  /** @param state from another writer, to go on; or the time of a new archive */
  constructor(
    state: ArchiveState | { readonly timestamp: number },
    { order = 'by-hash', hexHash = portableHexHash }: WriterOptions = {},
  ) {
    this.#state = { stage: 'Start', eventCount: 0, ...state };
    this.#order = order;
    this.#hexHash = hexHash;
  }

  get state(): ArchiveState {
    return this.#state;
  }

  /** The first record and the event `Setup`. */
  setup(texts: {
    readonly election: string;
    readonly trustees: string;
    readonly credentials: string;
  }): Uint8Array {
    const { timestamp } = this.#state;
    const first = encodeRecord(FIRST_NAME, utf8.encode(formatFirstRecord(timestamp)), timestamp);
    const list = formatSetup({
      election: this.#hash(texts.election),
      trustees: this.#hash(texts.trustees),
      credentials: this.#hash(texts.credentials),
    });
    return concat([first, this.#append('Setup', [texts.election, texts.trustees, texts.credentials, list])]);
  }

  ballot(text: string): Uint8Array {
    const hash = this.#hash(text);
    const { lastBallotHash } = this.#state;
    if (this.#order === 'by-hash' && lastBallotHash !== undefined && hash <= lastBallotHash) {
      throw new RangeError('ballots are written in ascending order of their hash, each once');
    }
    const bytes = this.#append('Ballot', [text]);
    this.#state = { ...this.#state, lastBallotHash: hash };
    return bytes;
  }

  endBallots(): Uint8Array {
    return this.#append('EndBallots', []);
  }

  /** @param sizedTally from `writeSizedTally` */
  encryptedTally(tally: string, sizedTally: string): Uint8Array {
    return this.#append('EncryptedTally', [tally, sizedTally]);
  }

  /** @param ownedShare from `writeOwnedShare` */
  partialDecryption(share: string, ownedShare: string): Uint8Array {
    return this.#append('PartialDecryption', [share, ownedShare]);
  }

  result(text: string): Uint8Array {
    return this.#append('Result', [text]);
  }

  #append(type: EventType, texts: readonly string[]): Uint8Array {
    const { stage, timestamp, lastEventHash, eventCount } = this.#state;
    if (!NEXT_EVENTS[stage].includes(type)) throw new RangeError(`${type} cannot follow ${stage}`);
    if (texts.length !== DATA_BEFORE[type])
      throw new RangeError(`${type} needs ${DATA_BEFORE[type]} records`);
    const data = texts.map((text) => this.#record(text, 'data'));
    const payload = data.at(-1)?.hash;
    const event = formatEvent({
      ...(lastEventHash === undefined ? {} : { parent: lastEventHash }),
      height: eventCount,
      type,
      ...(payload === undefined ? {} : { payload }),
    });
    const { bytes, hash } = this.#record(event, 'event');
    this.#state = { ...this.#state, timestamp, stage: type, lastEventHash: hash, eventCount: eventCount + 1 };
    return concat([...data.map((record) => record.bytes), bytes]);
  }

  #record(text: string, kind: 'data' | 'event'): { readonly bytes: Uint8Array; readonly hash: string } {
    const content = utf8.encode(text);
    const hash = this.#hexHash(content);
    return { hash, bytes: encodeRecord(`${hash}.${kind}.json`, content, this.#state.timestamp) };
  }

  #hash(text: string): string {
    return this.#hexHash(utf8.encode(text));
  }
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
}
