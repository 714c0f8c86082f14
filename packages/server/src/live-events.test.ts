import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { type HandTimer, openHandTimer } from '../test/hand-timer.ts';
import { connectRaw, listenAnywhere, type RawClient, sayRaw } from '../test/raw-client.ts';
import { type Door, type LiveEvents, type LiveEventsOptions, openDoor, openLiveEvents } from './index.ts';

const HEARTBEAT_MS = 15_000;

let door: Door;
let live: LiveEvents;
let timer: HandTimer;
let port: number;
const clients: RawClient[] = [];

async function open(options: LiveEventsOptions = {}): Promise<void> {
  timer = openHandTimer();
  door = openDoor({
    bodyLimitBytes: 200,
    hostNames: [],
    onBroken: (error) => {
      throw error;
    },
  });
  live = openLiveEvents(door, '/api/live', HEARTBEAT_MS, { timer, ...options });
  port = await listenAnywhere(door);
}

/** A screen that listens; its first `changed` has come. */
async function listen(): Promise<RawClient> {
  const client = await connectRaw(port);
  clients.push(client);
  client.socket.write(`GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  await client.hears('event: changed');
  return client;
}

/** Settles when the screen has heard so many `changed`, the first one included. */
async function hearsChanges(client: RawClient, count: number): Promise<void> {
  while (client.heard().split('event: changed').length - 1 < count) await nextTurn();
}

const changesOf = (client: RawClient): number => client.heard().split('event: changed').length - 1;

/** Comes after everything that was said before, because a stream keeps its order. */
async function heartbeat(client: RawClient): Promise<void> {
  const before = client.heard().split(': here').length;
  timer.pass(HEARTBEAT_MS);
  while (client.heard().split(': here').length === before) await nextTurn();
}

afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.destroy();
  live.end();
  await door.close();
});

describe('announcements', () => {
  test('the first is told at once, a thousand more are told as one, and after a pause the next is told at once', async () => {
    await open({ announceEveryMs: 100 });
    const screen = await listen();
    live.announce();
    await hearsChanges(screen, 2);
    for (let time = 0; time < 1_000; time += 1) live.announce();
    timer.pass(99);
    expect(changesOf(screen)).toBe(2);
    timer.pass(1);
    await hearsChanges(screen, 3);
    // the pause after the late one counts too
    live.announce();
    timer.pass(99);
    live.announce();
    timer.pass(1);
    await hearsChanges(screen, 4);
    timer.pass(100);
    await heartbeat(screen);
    expect(changesOf(screen)).toBe(4);
    live.announce();
    await hearsChanges(screen, 5);
  });

  test('nothing was announced: nothing is told but that the stream is there', async () => {
    await open();
    const screen = await listen();
    await heartbeat(screen);
    await heartbeat(screen);
    expect(changesOf(screen)).toBe(1);
  });
});

describe('streams', () => {
  test('one beyond the cap is refused by name, those that are open stay, and a place that is left is free again', async () => {
    await open({ maxStreams: 3 });
    const first = await listen();
    const others = [await listen(), await listen()];
    const request = `GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`;
    for (let time = 0; time < 5; time += 1) {
      const answer = await sayRaw(port, request);
      expect(answer).toMatch(/^HTTP\/1\.1 503 /);
      expect(answer).toContain('{"ok":false,"error":{"type":"too-many-screens"}}');
    }
    expect(live.openScreens()).toBe(3);
    live.announce();
    for (const screen of [first, ...others]) await hearsChanges(screen, 2);
    first.socket.destroy();
    while (live.openScreens() === 3) await nextTurn();
    await listen();
    expect(live.openScreens()).toBe(3);
  });

  test('a screen that opens many ends its own oldest, and nobody else’s', async () => {
    const owners = ['papan', 'meja', 'papan', 'papan', 'papan'];
    await open({ maxStreams: 4, maxStreamsOfOne: 2, ownerOf: () => owners.shift() ?? '' });
    const [first, other, second] = [await listen(), await listen(), await listen()];
    const [third, fourth] = [await listen(), await listen()];
    await Promise.all([first.closed, second.closed]);
    expect(live.openScreens()).toBe(3);
    live.announce();
    for (const screen of [other, third, fourth]) await hearsChanges(screen, 2);
  });

  test('one whose client does not read is dropped; one that reads misses nothing', async () => {
    await open({ maxUnreadBytes: 2_000, announceEveryMs: 1 });
    const reads = await listen();
    const deaf = await listen();
    deaf.socket.pause();
    let said = 1;
    while (live.openScreens() === 2) {
      live.announce();
      timer.pass(1);
      said += 1;
      if (said % 20 === 0) await nextTurn();
      // far beyond what the systems of both sides keep for a client that does not read
      if (said > 1_000_000) throw new Error('a client that never reads keeps its stream');
    }
    await hearsChanges(reads, said);
    expect(live.openScreens()).toBe(1);
    live.announce();
    await hearsChanges(reads, said + 1);
  });

  test('the end of the process ends them all', async () => {
    await open();
    const screens = [await listen(), await listen()];
    live.end();
    for (const screen of screens) await screen.closed;
    expect(live.openScreens()).toBe(0);
  });
});
