import { afterEach, describe, expect, test } from 'vitest';
import { connectRaw, listenAnywhere, type RawClient, sayRaw } from '../test/raw-client.ts';
import { command, type Door, type DoorLimits, NoInput, openDoor, question } from './index.ts';

let door: Door | undefined;
let waiting: (() => void)[] = [];
const clients: RawClient[] = [];

async function open(limits: Partial<DoorLimits>): Promise<number> {
  door = openDoor({
    bodyLimitBytes: 200,
    hostNames: [],
    limits,
    onBroken: (error) => {
      throw error;
    },
  });
  question(door, '/api/state', () => ({ open: true }));
  command(door, '/api/act', NoInput, () => ({ ok: true, value: 'done' }));
  question(door, '/api/slow', async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return { open: true };
  });
  return listenAnywhere(door);
}

async function come(port: number, address?: string): Promise<RawClient> {
  const client = await connectRaw(port, address);
  clients.push(client);
  return client;
}

afterEach(async () => {
  for (const answer of waiting.splice(0)) answer();
  for (const { socket } of clients.splice(0)) socket.destroy();
  waiting = [];
  await door?.close();
});

const ATTACKER = '127.0.0.66';
const host = (port: number) => `Host: 127.0.0.1:${port}\r\n`;

describe('a client that takes its time', () => {
  const SHORT = { headersTimeoutMs: 150, requestTimeoutMs: 300, timeoutCheckMs: 50, keepAliveTimeoutMs: 150 };

  test('with its head, its body, or with nothing at all is told so and shut out', async () => {
    const port = await open(SHORT);
    const silent = await come(port);
    const head = await come(port);
    head.socket.write(`GET /api/state HTTP/1.1\r\n${host(port)}X-`);
    const body = await come(port);
    body.socket.write(
      `POST /api/act HTTP/1.1\r\n${host(port)}Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
    );
    for (const slow of [silent, head, body]) {
      const answer = await slow.closed;
      expect(answer).toMatch(/^HTTP\/1\.1 408 /);
      expect(answer).toContain('{"ok":false,"error":{"type":"too-slow"}}');
      expect(answer).toContain("default-src 'none'");
    }
  });

  test('a byte now and then does not help: the time of a head counts from its beginning', async () => {
    const port = await open(SHORT);
    const loris = await come(port);
    loris.socket.write(`GET /api/state HTTP/1.1\r\n${host(port)}`);
    const drip = setInterval(() => loris.socket.write('X-a: b\r\n'), 20);
    expect(await loris.closed).toContain('too-slow');
    clearInterval(drip);
  });

  test('an idle connection is closed after its answer, and an answer that takes long is not cut off', async () => {
    const port = await open(SHORT);
    const slow = await come(port);
    slow.socket.write(`GET /api/slow HTTP/1.1\r\n${host(port)}\r\n`);
    const idle = await come(port);
    idle.socket.write(`GET /api/state HTTP/1.1\r\n${host(port)}\r\n`);
    const silent = await come(port);
    expect(await idle.closed).toContain('{"ok":true,"value":{"open":true}}');
    // all three limits are over by now
    await silent.closed;
    for (const answer of waiting.splice(0)) answer();
    await slow.hears('{"ok":true,"value":{"open":true}}');
  });
});

describe('a door with all its places taken', () => {
  const FEW = { maxConnections: 8 };
  const act = (port: number) =>
    sayRaw(
      port,
      `POST /api/act HTTP/1.1\r\n${host(port)}Connection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`,
    );

  test.each<[string, string, (client: RawClient, port: number) => void]>([
    ['silent connections of another device', ATTACKER, () => undefined],
    ['silent connections of the very same device', '127.0.0.1', () => undefined],
    [
      'half a head of another device',
      ATTACKER,
      ({ socket }, port) => socket.write(`GET /api/state HTTP/1.1\r\n${host(port)}X-`),
    ],
    [
      'half a body of the very same device',
      '127.0.0.1',
      ({ socket }, port) =>
        socket.write(
          `POST /api/act HTTP/1.1\r\n${host(port)}Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
        ),
    ],
  ])('by %s: whoever asks is answered, and the oldest of those goes', async (_what, address, begin) => {
    const port = await open(FEW);
    const crowd: RawClient[] = [];
    for (let index = 0; index < 30; index += 1) {
      const client = await come(port, address);
      begin(client, port);
      crowd.push(client);
    }
    for (let time = 0; time < 5; time += 1) expect(await act(port)).toContain('"value":"done"');
    await crowd[0]?.closed;
    const still = await new Promise<number>((resolve, reject) =>
      door?.server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
    );
    expect(still).toBeLessThanOrEqual(FEW.maxConnections);
  });

  test('by one device: what another device has begun is left alone', async () => {
    const port = await open(FEW);
    const desk = await come(port);
    desk.socket.write(`GET /api/slow HTTP/1.1\r\n${host(port)}\r\n`);
    const quiet = await come(port);
    for (let index = 0; index < 40; index += 1) await come(port, ATTACKER);
    quiet.socket.write(`GET /api/state HTTP/1.1\r\n${host(port)}\r\n`);
    await quiet.hears('{"ok":true,"value":{"open":true}}');
    for (const answer of waiting.splice(0)) answer();
    await desk.hears('{"ok":true,"value":{"open":true}}');
  });
});
