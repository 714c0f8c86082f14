import { textAt, valueAt } from './answer-fields.ts';

/** As whom a device of the hall speaks to the station. */
export type Headers = Readonly<Record<string, string>>;

async function readAnswer(what: string, response: Response): Promise<unknown> {
  const text = await response.text();
  const answer: unknown = JSON.parse(text);
  if (valueAt(answer, 'ok') === true) return valueAt(answer, 'value');
  throw new Error(
    `${what} was refused (${response.status}): ${textAt(answer, 'error', 'type')}: ${text.slice(0, 400)}`,
  );
}

/** Gives a device one command, as its page or another device would. Throws when it is refused: a measurement is then none. */
export async function tellDevice(
  device: string,
  path: string,
  body: unknown,
  headers: Headers = {},
): Promise<unknown> {
  const response = await fetch(new URL(path, device), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return readAnswer(path, response);
}

/** Asks a device one question. */
export async function askDevice(device: string, path: string, headers: Headers = {}): Promise<unknown> {
  return readAnswer(path, await fetch(new URL(path, device), { headers }));
}

/** Downloads a file of a device. */
export async function downloadFrom(device: string, path: string, headers: Headers): Promise<Uint8Array> {
  const response = await fetch(new URL(path, device), { headers });
  if (!response.ok) throw new Error(`${path} is not to be had: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
