import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { publicKeyOf, readReceipt } from '@bilik/transfer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDeliveries } from '../apps/cli/src/receive/deliveries.ts';
import { readExpectedPlaces } from '../apps/cli/src/receive/expected-places.ts';
import { openReceiveDoor } from '../apps/cli/src/receive/receive-door.ts';
import { receiverKey } from '../apps/cli/src/receive/receiver-key.ts';
import { takeFolder } from '../apps/cli/src/receive/take-folder.ts';
import { type SealedDelivery, sealedDelivery } from '../apps/station/src/delivery/sealed-delivery.ts';
import { sendOnce } from '../apps/station/src/delivery/send-once.ts';
import { must } from './support/answers.ts';
import { BOTH, prepareClosedDay } from './support/closed-day.ts';
import { countAndSeal } from './support/day-end.ts';
import { openPlace } from './support/polling-place.ts';
import { type Call, recordCalls } from './support/power/syscall-record.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';

const BILIK = join(import.meta.dirname, '..', 'apps/cli/bilik.mjs');

describe('a receiver that is killed while it takes a delivery from a stick', () => {
  /** The outbox of a sealed place, as it lies on the stick. */
  let stick: string;
  let sealed: SealedDelivery;
  let election: string;
  let pollingPlace: string;
  beforeAll(async () => {
    const { closed } = await prepareClosedDay();
    const place = openPlace(closed);
    await countAndSeal(closed, place);
    stick = must(place.sending.writeOutbox(BOTH)).folder;
    const { counting, board } = place;
    sealed = must(sealedDelivery({ place: place.place, counting, signedResult: board.signedResult }));
    election = join(closed.home.station, 'place', 'election.json');
    pollingPlace = place.place.definition.pollingPlace.id;
    place.close();
  });
  afterAll(removeFolders);

  const newReceiver = (): string => {
    const home = newFolder();
    mkdirSync(join(home, 'expected'));
    copyFileSync(election, join(home, 'expected', 'melati.json'));
    return home;
  };
  const receive = (home: string): string[] => [BILIK, 'receive', '--home', home, '--from', stick, '--json'];
  const received = (home: string): string => join(home, 'received', pollingPlace);

  /** The same delivery again, in a receiver that knows only what lies in its folder. @returns the receipt */
  const again = async (home: string, way: 'stick' | 'network'): Promise<string> => {
    const key = receiverKey(home);
    const deliveries = openDeliveries({
      home,
      expected: must(readExpectedPlaces(join(home, 'expected'))),
      receiverKey: key,
      now: Date.now,
    });
    if (way === 'stick') {
      const told: string[] = [];
      expect(await takeFolder(deliveries, stick, { asJson: true, tell: (text) => told.push(text) })).toBe(0);
      return told.join();
    }
    const door = await openReceiveDoor(deliveries, { host: '127.0.0.1', port: 0, onBroken: () => {} });
    const sent = await sendOnce(new URL(door.url), sealed, {
      receiver: publicKeyOf(key),
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    await door.close();
    return must(sent).text;
  };

  /** Received whole, with the one receipt that was told. */
  const expectWhole = (home: string, receipt: string, where: string): void => {
    expect(readdirSync(received(home)).sort(), where).toEqual([...readdirSync(stick), 'receipt.json'].sort());
    for (const name of readdirSync(stick)) {
      const kept = readFileSync(join(received(home), name));
      expect(kept.equals(readFileSync(join(stick, name))), `${where}: ${name}`).toBe(true);
    }
    expect(readFileSync(join(received(home), 'receipt.json'), 'utf8'), where).toBe(receipt);
    expect(must(readReceipt(receipt, sealed.delivery)).receiver).toBe(publicKeyOf(receiverKey(home)));
    expect(readdirSync(join(home, 'staging')), where).toEqual([]);
    expect(readdirSync(join(home, 'conflicts')), where).toEqual([]);
  };

  test('at every call that changes its disk: the same delivery again is received whole, and its receipt is told only then', async () => {
    const home = newReceiver();
    const replica = newReceiver();
    const calls = recordCalls(receive(home), (path) => path.startsWith(`${home}/`));
    const seen = new Map<string, number>();
    for (const [index, call] of calls.entries()) {
      seen.set(call.call, (seen.get(call.call) ?? 0) + 1);
      // a kill at a sync finds the folder as a kill at the next call does
      if (call.call === 'sync') continue;
      const where = `killed before call ${index} (${call.call})`;
      const image = newFolder();
      cpSync(replica, image, { recursive: true });
      const receipt = await again(image, index % 2 === 0 ? 'stick' : 'network');
      expectWhole(image, receipt, where);
      rmSync(image, { recursive: true });
      carryOut(call, home, replica);
    }
    // key, manifest, receipt and the folder are renamed; key, manifest, three files and receipt are written
    expect(seen.get('rename')).toBe(4);
    expect(seen.get('write')).toBe(6);
    expect(seen.get('sync')).toBeGreaterThanOrEqual(9);
    // the calls that were carried out here are all that there were; once it lies there, its receipt stays the one
    const receipt = await again(replica, 'network');
    expectWhole(replica, receipt, 'after all calls');
    expect(readFileSync(join(received(home), 'receipt.json'), 'utf8')).toBe(receipt);
  });

  test('really, by the kernel, as the whole delivery is moved into place: no receipt was told, and the next run receives it', () => {
    const home = newReceiver();
    const killed = spawnSync(
      'strace',
      [
        ...['-o', '/dev/null', '-e', 'trace=rename', '-e', 'inject=rename:signal=KILL:when=4'],
        ...[process.execPath, ...receive(home)],
      ],
      { encoding: 'utf8' },
    );
    expect(killed.signal).toBe('SIGKILL');
    expect(killed.stdout).toBe('');
    expect(readdirSync(join(home, 'received'))).toEqual([]);
    expect(existsSync(join(home, 'staging', sealed.delivery, 'receipt.json'))).toBe(true);
    const next = spawnSync(process.execPath, receive(home), { encoding: 'utf8' });
    expect(next.status).toBe(0);
    expectWhole(home, next.stdout.slice(0, -1), 'after a kill');
  });
});

/** Does to one folder what a recorded call did to another. */
function carryOut(call: Call, from: string, to: string): void {
  const there = (path: string): string => join(to, path.slice(from.length));
  switch (call.call) {
    case 'make-folder':
      mkdirSync(there(call.path));
      break;
    case 'create':
      writeFileSync(there(call.path), '', { flag: 'a' });
      break;
    case 'write':
      writeFileSync(there(call.path), call.bytes);
      break;
    case 'rename':
      renameSync(there(call.from), there(call.to));
      break;
    case 'unlink':
      rmSync(there(call.path));
      break;
    default:
      throw new Error(`A receiver does no ${call.call}`);
  }
}
