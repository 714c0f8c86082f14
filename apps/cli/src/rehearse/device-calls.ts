import { z } from 'zod';
import type { Hall } from '../exercise/open-hall.ts';
import type { Session } from '../exercise/technician.ts';

const Envelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: z.looseObject({ type: z.string() }) }),
]);

/** A device refused what a rehearsal expects to pass; the reason is in the message. */
export class Refused extends Error {
  readonly type: string;
  constructor(what: string, type: string, detail: string) {
    super(`${what} was refused: ${detail}`);
    this.type = type;
  }
}

async function read<Schema extends z.ZodType>(
  what: string,
  response: Response,
  schema: Schema,
): Promise<z.output<Schema>> {
  const answer = Envelope.parse(await response.json());
  if (!answer.ok) throw new Refused(what, answer.error.type, JSON.stringify(answer.error).slice(0, 600));
  return schema.parse(answer.value);
}

/** Gives a device one command, as its page would. @param session as whom; a device's own page needs none @throws Refused */
export async function tellDevice<Schema extends z.ZodType>(
  device: string,
  path: string,
  body: unknown,
  schema: Schema,
  session: Session = {},
): Promise<z.output<Schema>> {
  const response = await fetch(new URL(path, device), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...session },
    body: JSON.stringify(body),
  });
  return read(path, response, schema);
}

/** Asks a device one question. */
export async function askDevice<Schema extends z.ZodType>(
  device: string,
  path: string,
  schema: Schema,
  session: Session = {},
): Promise<z.output<Schema>> {
  return read(path, await fetch(new URL(path, device), { headers: session }), schema);
}

/** Downloads a file of a device. */
export async function downloadFrom(device: string, path: string, session: Session): Promise<Uint8Array> {
  const response = await fetch(new URL(path, device), { headers: session });
  if (!response.ok) throw new Error(`${path} is not to be had: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The station as one of its devices meets it. */
export interface StationLine {
  /** @throws Refused */
  readonly tell: <Schema extends z.ZodType>(
    path: string,
    body: unknown,
    schema: Schema,
  ) => Promise<z.output<Schema>>;
  readonly ask: <Schema extends z.ZodType>(path: string, schema: Schema) => Promise<z.output<Schema>>;
  readonly download: (path: string) => Promise<Uint8Array>;
}

/** @param device such as `desk-1`; the technician adds it when it is not paired yet */
export async function stationAs(
  { station, outside }: Pick<Hall, 'station' | 'outside'>,
  device: string,
): Promise<StationLine> {
  const session = await outside.technician.sessionOf(device);
  return {
    tell: (path, body, schema) => tellDevice(station.url, path, body, schema, session),
    ask: (path, schema) => askDevice(station.url, path, schema, session),
    download: (path) => downloadFrom(station.url, path, session),
  };
}
