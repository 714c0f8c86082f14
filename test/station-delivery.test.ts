import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { parseDeliveryManifest, publicKeyOf, readReceipt, writeDeliveryManifest } from '@bilik/transfer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiverHome } from '../apps/cli/src/exercise/exercise-package.ts';
import { type Deliveries, openDeliveries } from '../apps/cli/src/receive/deliveries.ts';
import { readExpectedPlaces } from '../apps/cli/src/receive/expected-places.ts';
import { openReceiveDoor } from '../apps/cli/src/receive/receive-door.ts';
import { receiverKey } from '../apps/cli/src/receive/receiver-key.ts';
import { takeFolder } from '../apps/cli/src/receive/take-folder.ts';
import { type SealedDelivery, sealedDelivery } from '../apps/station/src/delivery/sealed-delivery.ts';
import { sendOnce } from '../apps/station/src/delivery/send-once.ts';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must, refusalOf } from './support/answers.ts';
import { BOTH, prepareClosedDay } from './support/closed-day.ts';
import { type Cut, openCuttingCable } from './support/cutting-cable.ts';
import { countAndSeal } from './support/day-end.ts';
import { CHAIR, openPlace } from './support/polling-place.ts';
import type { PreparedHome } from './support/prepared-home.ts';
import { copyOf, newFolder } from './support/station-disk.ts';

/** Small enough that a record of five ballots goes in many pieces. */
const PIECE_BYTES = 16_000;
const RECEIVED_MS = Date.UTC(2026, 11, 12, 6, 40);

describe('the signed result out', () => {
  let closed: PreparedHome;
  let place: PollingPlace;
  /** The receiver's, as the package names it. */
  let key: string;
  let sealed: SealedDelivery;
  beforeAll(async () => {
    ({ closed } = await prepareClosedDay());
    key = receiverKey(receiverHome(closed.home));
    place = openPlace(closed);
    const early = place.sending.send({ address: 'http://127.0.0.1:1', confirmedBy: BOTH });
    expect(refusalOf(early)).toBe('not-sealed-yet');
    expect(refusalOf(place.sending.writeOutbox(BOTH))).toBe('not-sealed-yet');
    expect(place.sending.codePage()).toBeUndefined();
    expect(place.eventLog()).toBeUndefined();
    await countAndSeal(closed, place);
    sealed = must(deliveryOf(place));
  });
  afterAll(() => place.close());

  const deliveryOf = ({ place: prepared, counting, board }: PollingPlace) =>
    sealedDelivery({ place: prepared, counting, signedResult: board.signedResult });

  /** A receiver's folder that expects this place; opened again it knows only what lies in it. */
  const newReceiver = () => {
    const home = newFolder();
    mkdirSync(join(home, 'expected'));
    copyFileSync(join(closed.home.station, 'place', 'election.json'), join(home, 'expected', 'melati.json'));
    const open = (receiverKey = key): Deliveries => {
      const expected = must(readExpectedPlaces(join(home, 'expected')));
      return openDeliveries({ home, expected, receiverKey, now: () => RECEIVED_MS });
    };
    return { home, open };
  };
  const receivedFiles = (home: string) => join(home, 'received', place.place.definition.pollingPlace.id);

  test('the log of events leaves only now, and holds acts and papers by their hours', () => {
    const log = place.eventLog() ?? '';
    expect([...log.matchAll(/"Id": "([a-z-]+)",\s+"Sequence"/g)].map(([, name]) => name)).toEqual([
      'zero-proven',
      'polls-opened',
      'polls-closed-early',
      'sum-opened',
      'sealed',
      'minutes-prepared',
      'minutes-signed',
      'releases-closed',
      'zero-report-prepared',
      'zero-report-signed',
    ]);
    expect(log).not.toMatch(/T\d\d:(?!00:00)/);
  });

  test('the cable falls out at every request, before and after it arrived, and the receiver starts anew at each', async () => {
    const receiver = newReceiver();
    const cuts = new Map<string, number>();
    let door = await openReceiveDoor(receiver.open(), { host: '127.0.0.1', port: 0, onBroken: () => {} });
    const cable = await openCuttingCable(
      async () => {
        // killed between any two requests: nothing is remembered but what lies on its disk
        await door.close();
        door = await openReceiveDoor(receiver.open(), { host: '127.0.0.1', port: 0, onBroken: () => {} });
        return door.url;
      },
      (path, body): Cut => {
        const times = cuts.get(path + body) ?? 0;
        cuts.set(path + body, times + 1);
        return times === 0 ? 'before' : times === 1 ? 'after' : null;
      },
    );
    let tries = 0;
    let heard = await sendPieces(cable.url);
    while (!heard.ok && tries < 200) {
      expect(heard.error).toEqual({ type: 'no-connection' });
      tries += 1;
      heard = await sendPieces(cable.url);
    }
    await cable.close();
    await door.close();
    if (!heard.ok) throw new Error(heard.error.type);
    expect(heard.value.receipt).toMatchObject({
      delivery: sealed.delivery,
      received_at: '2026-12-12T06:40Z',
    });
    // each of them cut twice: begin, every piece, finish
    const pieces = sealed.files.reduce((sum, { bytes }) => sum + Math.ceil(bytes.length / PIECE_BYTES), 0);
    expect(pieces).toBeGreaterThan(5);
    expect(cuts.size).toBe(pieces + 2);
    for (const { name, bytes } of sealed.files) {
      expect(readFileSync(join(receivedFiles(receiver.home), name)).equals(bytes), name).toBe(true);
    }
    expect(readdirSync(join(receiver.home, 'staging'))).toEqual([]);
  });

  const sendPieces = (address: URL) =>
    sendOnce(address, sealed, {
      receiver: publicKeyOf(key),
      signal: new AbortController().signal,
      onProgress: () => {},
      pieceBytes: PIECE_BYTES,
    });

  test('the station goes on by itself after a restart, and shows the receipt', async () => {
    const receiver = newReceiver();
    const unheard = place.sending.send({ address: 'ftp://127.0.0.1/', confirmedBy: BOTH });
    expect(refusalOf(unheard)).toBe('address-malformed');
    expect(place.sending.standing()).toEqual({ state: 'kept-here' });
    expect(refusalOf(place.sending.send({ address: 'http://127.0.0.1:9', confirmedBy: [CHAIR] }))).toBe(
      'phase-refused',
    );

    // nobody answers yet
    const silent = await openReceiveDoor(receiver.open(), { host: '127.0.0.1', port: 0, onBroken: () => {} });
    const port = Number(new URL(silent.url).port);
    await silent.close();
    must(place.sending.send({ address: `http://127.0.0.1:${port}`, confirmedBy: BOTH }));
    await untilState(place, 'interrupted');
    expect(place.sending.standing()).toMatchObject({ fault: { type: 'no-connection' } });
    await place.sending.stop();
    place.close();

    place = openPlace(closed);
    const door = await openReceiveDoor(receiver.open(), { host: '127.0.0.1', port, onBroken: () => {} });
    place.sending.resume();
    await untilState(place, 'received');
    const standing = place.sending.standing();
    if (standing.state !== 'received') throw new Error(standing.state);
    expect(readReceipt(standing.receipt, sealed.delivery).ok).toBe(true);
    expect(standing.receivedAt).toBe('2026-12-12T06:40Z');

    // sent once more: the same receipt, nothing new
    must(place.sending.send({ address: `http://127.0.0.1:${port}`, confirmedBy: BOTH }));
    expect(place.sending.standing()).toEqual(standing);
    await place.sending.stop();
    await door.close();
  });

  test('a receipt of another receiver than the package names is not shown, and nothing more is sent there', async () => {
    const other = receiverKey(newFolder());
    const stranger = newReceiver();
    const day = openPlace(copyOf(closed));
    const door = await openReceiveDoor(stranger.open(other), {
      host: '127.0.0.1',
      port: 0,
      onBroken: () => {},
    });
    must(day.sending.send({ address: door.url, confirmedBy: BOTH }));
    await untilState(day, 'interrupted');
    const standing = day.sending.standing();
    expect(standing).toMatchObject({ fault: { type: 'other-receiver' } });
    expect(JSON.stringify(standing)).not.toContain(publicKeyOf(other));
    await day.sending.stop();
    day.close();
    await door.close();
  });

  test('by stick the same bytes come, and the same delivery brings the receipt that is there', async () => {
    const receiver = newReceiver();
    const { folder } = must(place.sending.writeOutbox(BOTH));
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(sealed.manifestText);
    // the page that checks codes lies beside the delivery, and is what the board hands out
    const page = place.sending.codePage();
    expect(page?.toString('utf8')).toContain('Content-Security-Policy');
    expect(readFileSync(join(folder, '..', 'periksa-qr.html')).equals(page ?? Buffer.alloc(0))).toBe(true);
    expect(await takeFolder(receiver.open(), folder, { asJson: true, tell: () => {} })).toBe(0);
    const begun = must(receiver.open().begin(sealed.manifestText));
    expect(readReceipt(begun.receipt ?? '', sealed.delivery).ok).toBe(true);
    expect(await takeFolder(receiver.open(), folder, { asJson: true, tell: () => {} })).toBe(0);
    expect(refusalOf(receiver.open().begin('{}'))).toBe('delivery-malformed');
  });

  test('the stick, the outbox on it, and the place’s own folder are all understood; people get a sentence', async () => {
    const { folder, outbox } = must(place.sending.writeOutbox(BOTH));
    const stick = newFolder();
    cpSync(outbox, join(stick, 'outbox'), { recursive: true });
    const onStick = join(stick, 'outbox', basename(folder));
    for (const named of [stick, join(stick, 'outbox'), onStick]) {
      const told: string[] = [];
      const tell = (text: string) => void told.push(text);
      const receiver = newReceiver();
      expect(await takeFolder(receiver.open(), named, { asJson: false, tell }), named).toBe(0);
      expect(told.join()).toContain('hasil diterima utuh dan diperiksa');
      expect(told.join()).toContain(`received/${basename(folder)}/receipt.json`);
    }
    // cut short on its way: which file, and what to do
    truncateSync(join(onStick, 'record.bel'), 100);
    const told: string[] = [];
    const tell = (text: string) => void told.push(text);
    expect(await takeFolder(newReceiver().open(), stick, { asJson: false, tell })).toBe(1);
    expect(told.join()).toContain('record.bel: 100, seharusnya');
  });

  test('a piece that was written in part, or wrongly, is mended', async () => {
    const receiver = newReceiver();
    const deliveries = receiver.open();
    const { delivery } = must(deliveries.begin(sealed.manifestText));
    const record = sealed.files[0]?.bytes ?? Buffer.alloc(0);
    const piece = (at: number, bytes: Buffer) => deliveries.takePiece({ delivery, file: 0, at, bytes });
    must(piece(0, record.subarray(0, 5000)));
    expect(piece(9000, record.subarray(9000, 9100))).toMatchObject({
      error: { type: 'piece-not-next', have: 5000 },
    });
    expect(must(piece(0, record.subarray(0, 100)))).toEqual({ have: 5000 });
    expect(refusalOf(piece(0, Buffer.alloc(200_000)))).toBe('piece-too-long');
    expect(refusalOf(await deliveries.finish(delivery))).toBe('delivery-not-complete');
    // the disk lied: other bytes lie there
    writeFileSync(join(receiver.home, 'staging', delivery, 'record.bel'), Buffer.alloc(5000, 7));
    const door = await openReceiveDoor(deliveries, { host: '127.0.0.1', port: 0, onBroken: () => {} });
    const heard = await sendPieces(new URL(door.url));
    expect(heard.ok).toBe(true);
    await door.close();
  });

  test('what is not expected, not signed, not right or of another delivery is refused by name', async () => {
    const receiver = newReceiver();
    const deliveries = receiver.open();
    const { secrets, definition } = place.place;
    const manifest = must(parseDeliveryManifest(sealed.manifestText));
    const { format: _format, signature: _signature, ...content } = manifest;
    const begin = (change: object, signer = secrets.signingKey) =>
      deliveries.begin(writeDeliveryManifest({ ...content, ...change }, signer));
    expect(refusalOf(begin({ polling_place: '16.07.01.2003-002' }))).toBe('place-not-expected');
    expect(refusalOf(begin({ election_uuid: 'OtherElection11' }))).toBe('election-not-expected');
    expect(refusalOf(begin({ kind: 'real' }))).toBe('election-not-expected');
    expect(refusalOf(begin({}, key))).toBe('delivery-signature-wrong');
    expect(refusalOf(await deliveries.finish('0'.repeat(64)))).toBe('delivery-unknown');
    expect(refusalOf(await deliveries.finish('../../received'))).toBe('delivery-unknown');

    // a result that contradicts its record, signed all the same
    const result = sealed.files[2]?.bytes.toString('utf8').replace('"held":[]', '"held":[ ]') ?? '';
    const { createHash } = await import('node:crypto');
    const lying = [
      manifest.files[0],
      manifest.files[1],
      {
        name: 'result.json',
        bytes: result.length,
        sha256: createHash('sha256').update(result).digest('hex'),
      },
    ];
    const begun = must(begin({ files: lying }));
    for (const [file, bytes] of [
      sealed.files[0]?.bytes,
      sealed.files[1]?.bytes,
      Buffer.from(result),
    ].entries()) {
      for (let at = 0; at < (bytes?.length ?? 0); at += 100_000) {
        must(
          deliveries.takePiece({
            delivery: begun.delivery,
            file,
            at,
            bytes: bytes?.subarray(at, at + 100_000) ?? Buffer.alloc(0),
          }),
        );
      }
    }
    expect(await deliveries.finish(begun.delivery)).toMatchObject({ error: { type: 'record-not-right' } });
    expect(existsSync(receivedFiles(receiver.home))).toBe(false);

    // the right one is taken, and then other bytes for the same place are not
    expect(
      await takeFolder(deliveries, must(place.sending.writeOutbox(BOTH)).folder, {
        asJson: true,
        tell: () => {},
      }),
    ).toBe(0);
    expect(refusalOf(begin({ files: lying }))).toBe('other-bytes-for-place');
    expect(readdirSync(join(receiver.home, 'conflicts'))).toEqual([
      `${definition.pollingPlace.id}-${begun.delivery}.json`,
    ]);
    expect(refusalOf(await deliveries.finish(begun.delivery))).toBe('record-not-right');
  });
});

/** Waits for the sender, which tells when it moved. */
async function untilState({ sending }: PollingPlace, state: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (sending.standing().state === state) resolve();
    };
    sending.follow(look);
    look();
  });
}
