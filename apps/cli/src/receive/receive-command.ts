import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  CHUNK_BYTES,
  MANIFEST_NAME,
  parseDeliveryManifest,
  publicKeyOf,
  readPlainFile,
} from '@bilik/transfer';
import { whyUnreadable } from '../verify/file-looks.ts';
import { type Deliveries, openDeliveries } from './deliveries.ts';
import { readExpectedPlaces } from './expected-places.ts';
import { openReceiveDoor } from './receive-door.ts';
import { receiverKey } from './receiver-key.ts';

const USAGE = `bilik receive --home DIR [--port N] [--host ADDRESS] [--from FOLDER]
bilik receive --home DIR --key
  Menerima hasil yang sudah disegel, lewat jaringan atau dari stik. / Takes sealed results, by network or from a stick.
  DIR/expected/*.json: election.json setiap TPS yang ditunggu. / of each polling place that is expected.
  --key: hanya mencetak kuncinya, untuk bilik package build --receiver. / only prints its key, for packages.`;

/** `bilik receive`: the other end of a delivery until there is a center. @returns exit code */
export async function receiveCommand(parameters: readonly string[]): Promise<number> {
  const values = readValues(parameters);
  const port = Number(values?.port);
  if (values?.home === undefined || !Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(USAGE);
    return 2;
  }
  const { home } = values;
  if (values.key === true) {
    console.log(publicKeyOf(receiverKey(home)));
    return 0;
  }
  mkdirSync(join(home, 'expected'), { recursive: true, mode: 0o700 });
  const expected = readExpectedPlaces(join(home, 'expected'));
  if (!expected.ok) {
    console.error(`expected/: ${JSON.stringify(expected.error)}`);
    return 1;
  }
  const key = receiverKey(home);
  const deliveries = openDeliveries({ home, expected: expected.value, receiverKey: key, now: Date.now });
  if (values.from !== undefined) return takeFolder(deliveries, values.from);
  const door = await openReceiveDoor(deliveries, {
    host: values.host,
    port,
    onBroken: (error, route) => console.error(`receive: ${route}: ${error.stack ?? error.message}`),
  });
  console.log(`receive ready ${door.url} · ${expected.value.size} TPS · kunci / key ${publicKeyOf(key)}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await door.close();
  return 0;
}

function readValues(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        home: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '4190' },
        from: { type: 'string' },
        key: { type: 'boolean' },
      },
    }).values;
  } catch {
    return undefined;
  }
}

/** More than any manifest has. */
const MANIFEST_MOST_BYTES = 16 * 1024;

/** A file of somebody's stick; undefined also for one that is not there or cannot be read. */
function plainFileOf(path: string, mostBytes: number): Buffer | undefined {
  try {
    return readPlainFile(path, mostBytes);
  } catch (error) {
    whyUnreadable(error);
    return undefined;
  }
}

/** Takes the outbox of a station from a stick: the same bytes, the same checks, the same receipt. @returns exit code */
export async function takeFolder(
  deliveries: Deliveries,
  folder: string,
  tell: (text: string) => void = console.log,
): Promise<number> {
  const say = (isTaken: boolean, text: string): number => {
    tell(text);
    return isTaken ? 0 : 1;
  };
  const manifestPath = join(folder, MANIFEST_NAME);
  const read = plainFileOf(manifestPath, MANIFEST_MOST_BYTES);
  if (read === undefined) return say(false, `${manifestPath}: bukan berkas biasa / is no plain file`);
  const manifestText = read.toString('utf8');
  const begun = deliveries.begin(manifestText);
  if (!begun.ok) return say(false, JSON.stringify(begun.error));
  const manifest = parseDeliveryManifest(manifestText);
  if (!manifest.ok) return say(false, JSON.stringify(manifest.error));
  const { delivery, have, receipt } = begun.value;
  if (receipt !== null) return say(true, receipt);
  for (const [file, { name, bytes }] of manifest.value.files.entries()) {
    const path = join(folder, name);
    const content = plainFileOf(path, bytes);
    if (content?.length !== bytes) return say(false, `${path}: ${content?.length ?? '–'} ≠ ${bytes} byte`);
    for (let at = have[file] ?? 0; at < bytes; at += CHUNK_BYTES) {
      const taken = deliveries.takePiece({
        delivery,
        file,
        at,
        bytes: content.subarray(at, at + CHUNK_BYTES),
      });
      if (!taken.ok) return say(false, JSON.stringify(taken.error));
    }
  }
  const finished = await deliveries.finish(delivery);
  return finished.ok ? say(true, finished.value.receipt ?? '') : say(false, JSON.stringify(finished.error));
}
