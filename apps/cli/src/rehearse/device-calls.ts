import { z } from 'zod';

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

/** Gives a device one command, as its page would. @throws Refused */
export async function tellDevice<Schema extends z.ZodType>(
  device: string,
  path: string,
  body: unknown,
  schema: Schema,
): Promise<z.output<Schema>> {
  const response = await fetch(new URL(path, device), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return read(path, response, schema);
}

/** Asks a device one question. */
export async function askDevice<Schema extends z.ZodType>(
  device: string,
  path: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  return read(path, await fetch(new URL(path, device)), schema);
}

/** Downloads a file of a device. */
export async function downloadFrom(device: string, path: string): Promise<Uint8Array> {
  const response = await fetch(new URL(path, device));
  if (!response.ok) throw new Error(`${path} is not to be had: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
