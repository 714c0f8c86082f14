import { HALL_LIMITS } from '@bilik/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectRaw, type RawClient } from '../packages/server/test/raw-client.ts';
import { openPolls } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan, type StationOnLan } from './support/station-http.ts';

const VOTERS = 12;
/** As the station's door has it. */
const STREAMS_OF_ONE = 8;

let prepared: PreparedHome;
let lan: StationOnLan;
let port: number;
const crowd: RawClient[] = [];

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: VOTERS, cards: 14 });
});

afterAll(removeFolders);

beforeEach(async () => {
  lan = await openOnLan(copyOf(prepared));
  port = Number(new URL(lan.station.url).port);
  openPolls(lan.station.pollingPlace);
});

afterEach(async () => {
  for (const { socket } of crowd.splice(0)) socket.destroy();
  expect(lan.broken).toEqual([]);
  await lan.station.stop();
});

const HALL = '127.0.0.1';
const STRANGER = '127.0.0.66';

/** All voters of the list come to the desk, one after the other. */
async function checkInEverybody(): Promise<void> {
  for (let voter = 1; voter <= VOTERS; voter += 1) {
    const identity = { method: 'name-and-photo', override: null };
    expect(await lan.tell('/api/desk/check-in', { voter, identity })).toMatchObject({ status: 200 });
  }
  expect(lan.station.pollingPlace.board.state().poll.released).toBe(VOTERS);
}

async function crowdOf(count: number, address: string, says: string): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const client = await connectRaw(port, address);
    if (says !== '') client.socket.write(says);
    crowd.push(client);
  }
}

describe('a desk checks everybody in', () => {
  test.each<[string, string, (host: string) => string]>([
    ['a thousand idle connections of a stranger', STRANGER, () => ''],
    ['a thousand idle connections of the desk’s own machine', HALL, () => ''],
    [
      'a thousand requests of a stranger that never end',
      STRANGER,
      (host) => `GET /api/board/state HTTP/1.1\r\n${host}X-Slow: `,
    ],
    [
      'a thousand bodies of a stranger that never end',
      STRANGER,
      (host) =>
        `POST /api/desk/search HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    ],
  ])('beside %s', async (_what, address, says) => {
    await crowdOf(1_000, address, says(`Host: 127.0.0.1:${port}\r\n`));
    await checkInEverybody();
    // the door holds no more than its limit: the oldest of the crowd were shut out
    await Promise.all(crowd.slice(0, 1_000 - HALL_LIMITS.maxConnections).map(({ closed }) => closed));
  });

  test('beside a screen that opens a hundred streams of live events: it ends its own, and other screens hear as before', async () => {
    const shown = Object.entries(lan.usual('/api/live')).map(([name, value]) => `${name}: ${value}\r\n`);
    const listen = `GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${shown.join('')}\r\n`;
    await crowdOf(100, STRANGER, listen);
    await Promise.all(crowd.map((client) => client.hears('\r\n\r\n')));
    await Promise.all(crowd.slice(0, 100 - STREAMS_OF_ONE).map(({ closed }) => closed));
    const desk = await fetch(new URL('/api/live', lan.station.url), { headers: { ...lan.asDesk(1) } });
    expect(desk.status).toBe(200);
    await desk.body?.cancel();
    await checkInEverybody();
  });
});
