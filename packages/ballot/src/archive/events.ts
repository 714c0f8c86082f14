import { fail, type Result, succeed } from '../result.ts';

/** The events of a record of homomorphic questions. */
export type EventType = 'Setup' | 'Ballot' | 'EndBallots' | 'EncryptedTally' | 'PartialDecryption' | 'Result';

/** What has been reached: nothing yet, or the last event. */
export type Stage = 'Start' | EventType;

/** One link of the record's chain (format §14.2). */
export interface RecordEvent {
  /** Hex SHA-256 of the event before; absent in the first. */
  readonly parent?: string;
  /** Place in the chain, from 0. */
  readonly height: number;
  readonly type: EventType;
  /** Hex SHA-256 of the data record that the event is about; absent in `EndBallots`. */
  readonly payload?: string;
}

/** Which events may follow which. Whatever is not here is refused, though `belenios-tool` may pass it (format §15.2). */
export const NEXT_EVENTS: Readonly<Record<Stage, readonly EventType[]>> = {
  Start: ['Setup'],
  Setup: ['Ballot', 'EndBallots'],
  Ballot: ['Ballot', 'EndBallots'],
  EndBallots: ['EncryptedTally'],
  EncryptedTally: ['PartialDecryption'],
  PartialDecryption: ['PartialDecryption', 'Result'],
  Result: [],
};

/** How many data records stand directly before an event; the event's payload names the last of them. */
export const DATA_BEFORE: Readonly<Record<EventType, number>> = {
  Setup: 4,
  Ballot: 1,
  EndBallots: 0,
  EncryptedTally: 2,
  PartialDecryption: 2,
  Result: 1,
};

/** Why a text is not an event of ours. */
export type EventFault = 'event-not-canonical' | 'event-unknown';

/** The exact text of an event. */
export function formatEvent(event: RecordEvent): string {
  const parent = event.parent === undefined ? '' : `"parent":"${event.parent}",`;
  const payload = event.payload === undefined ? '' : `,"payload":"${event.payload}"`;
  return `{${parent}"height":${event.height},"type":"${event.type}"${payload}}`;
}

const EVENT =
  /^\{(?:"parent":"(?<parent>[0-9a-f]{64})",)?"height":(?<height>0|[1-9][0-9]{0,9}),"type":"(?<type>[A-Za-z]{1,32})"(?:,"payload":"(?<payload>[0-9a-f]{64})")?\}$/;

/** Reads an event; only the exact text that `formatEvent` writes is one. */
export function parseEvent(text: string): Result<RecordEvent, EventFault> {
  const { parent, height, type, payload } = EVENT.exec(text)?.groups ?? {};
  if (height === undefined || type === undefined) return fail('event-not-canonical');
  if (!isEventType(type)) return fail('event-unknown');
  return succeed({
    ...(parent === undefined ? {} : { parent }),
    height: Number(height),
    type,
    ...(payload === undefined ? {} : { payload }),
  });
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(DATA_BEFORE, type);
}

/** The exact text of the record `BELENIOS`. @param timestamp Unix seconds, the same as in every header */
export function formatFirstRecord(timestamp: number): string {
  return `{"version":1,"timestamp":"${timestamp}"}`;
}

/** The exact text of the last data record of `Setup`, which names the three before it. */
export function formatSetup(hashes: {
  readonly election: string;
  readonly trustees: string;
  readonly credentials: string;
}): string {
  return `{"election":"${hashes.election}","trustees":"${hashes.trustees}","credentials":"${hashes.credentials}"}`;
}
