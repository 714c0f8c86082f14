import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { publicKeyOf } from '@bilik/transfer';
import { portNumber, readFlags } from '../command-line/flags.ts';
import { openDeliveries } from './deliveries.ts';
import { readExpectedPlaces } from './expected-places.ts';
import { openReceiveDoor } from './receive-door.ts';
import { receiverKey } from './receiver-key.ts';
import { takeFolder } from './take-folder.ts';

export const USAGE = `bilik receive --home DIR [--port 4190] [--host ADDRESS]
bilik receive --home DIR --from STICK [--json]
bilik receive --home DIR --key
  Menerima hasil yang sudah disegel, lewat jaringan atau dari stik. / Takes sealed results, by network or from a stick.
  DIR/expected/*.json: election.json setiap TPS yang ditunggu. / of each polling place that is expected.
  STICK: stik, map outbox di dalamnya, atau satu kiriman. / the stick, the folder outbox on it, or one delivery.
  --json: tanda terima saja, untuk program. / receipts alone, for programs.
  --key: hanya mencetak kuncinya, untuk bilik package build --receiver. / only prints its key, for packages.`;

/** `bilik receive`: the other end of a delivery for one hall without a regency (docs/decisions/0027). @returns exit code */
export async function receiveCommand(parameters: readonly string[]): Promise<number> {
  const values = readFlags(parameters, {
    home: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '4190' },
    from: { type: 'string' },
    key: { type: 'boolean' },
    json: { type: 'boolean', default: false },
  });
  const port = portNumber(values?.port);
  const isJsonAlone = values?.json === true && values.from === undefined;
  if (values?.home === undefined || isJsonAlone || port === undefined) {
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
  if (values.from !== undefined)
    return takeFolder(deliveries, values.from, { asJson: values.json, tell: console.log });
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
