import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectRaw, listenAnywhere, sayRaw } from '../test/raw-client.ts';
import { command, type Door, NoInput, openDoor, openLiveEvents, question } from './index.ts';

let door: Door;
let port: number;
const broken: string[] = [];

async function open(host: { readonly anyPort?: boolean } = {}): Promise<void> {
  door = openDoor({
    bodyLimitBytes: 200,
    hostNames: [],
    onBroken: (error, route) => broken.push(`${route}: ${error.message}`),
    ...host,
  });
  question(door, '/api/state', () => ({ open: true }));
  question(door, '/api/one/:name', () => ({ open: true }));
  command(door, '/api/act', NoInput, () => ({ ok: true, value: 1 }));
  openLiveEvents(door, '/api/live', 15_000);
  port = await listenAnywhere(door);
}

beforeEach(() => open());

afterEach(async () => {
  expect(broken).toEqual([]);
  await door.close();
});

const own = () => `Host: 127.0.0.1:${port}\r\nConnection: close\r\n`;

/** Status, refusal and headers of one raw answer. */
function read(answer: string) {
  const [head = '', ...body] = answer.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Map(
    lines.map((line): [string, string] => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
  const text = body.join('\r\n\r\n');
  const content: unknown = text.startsWith('{') ? JSON.parse(text) : text;
  return { status: Number(first.split(' ')[1]), headers, content };
}

describe('what never reaches a route is answered by name, with the policy', () => {
  test.each<[string, () => string, number, string]>([
    ['no HTTP at all', () => 'halo TPS\r\n\r\n', 400, 'not-http'],
    ['a method nobody knows', () => `SIKAT / HTTP/1.1\r\n${own()}\r\n`, 400, 'not-http'],
    ['a header without a name', () => `GET / HTTP/1.1\r\n${own()}: x\r\n\r\n`, 400, 'not-http'],
    [
      'two lengths',
      () => `POST /api/act HTTP/1.1\r\n${own()}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      400,
      'not-http',
    ],
    [
      'headers over the limit',
      () => `GET / HTTP/1.1\r\n${own()}X-Long: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'an address over the limit',
      () => `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${own()}\r\n`,
      431,
      'headers-too-large',
    ],
    ['an address that is none', () => `GET /%zz HTTP/1.1\r\n${own()}\r\n`, 400, 'address-unreadable'],
    [
      'a part of an address that is too long',
      () => `GET /api/one/${'a'.repeat(200)} HTTP/1.1\r\n${own()}\r\n`,
      414,
      'address-unreadable',
    ],
    [
      'a method of no use here',
      () => `DELETE /api/state HTTP/1.1\r\n${own()}\r\n`,
      405,
      'method-not-allowed',
    ],
    ['one from file sharing', () => `PROPFIND / HTTP/1.1\r\n${own()}\r\n`, 405, 'method-not-allowed'],
    ['an expectation', () => `GET / HTTP/1.1\r\n${own()}Expect: uang\r\n\r\n`, 417, 'not-http'],
    ['no host', () => 'GET /api/state HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'not-http'],
    ['two hosts', () => `GET /api/state HTTP/1.1\r\n${own()}Host: bilik.luar.test\r\n\r\n`, 400, 'not-http'],
    [
      'two hosts in another order',
      () => `GET /api/state HTTP/1.1\r\nHost: bilik.luar.test\r\n${own()}\r\n`,
      400,
      'not-http',
    ],
    [
      'the right name at a port of somebody else',
      () => 'GET /api/state HTTP/1.1\r\nHost: 127.0.0.1:1\r\nConnection: close\r\n\r\n',
      403,
      'foreign-origin',
    ],
    [
      'the right name and no port',
      () => 'GET /api/state HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n',
      403,
      'foreign-origin',
    ],
  ])('%s', async (_what, request, status, type) => {
    const answer = read(await sayRaw(port, request()));
    expect([answer.status, answer.content]).toEqual([status, { ok: false, error: { type } }]);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    // the door is as it was
    const after = read(await sayRaw(port, `GET /api/state HTTP/1.1\r\n${own()}\r\n`));
    expect(after.content).toEqual({ ok: true, value: { open: true } });
  });

  test('a door behind another one takes any port, when it is told so', async () => {
    await door.close();
    await open({ anyPort: true });
    const answer = await sayRaw(
      port,
      'GET /api/state HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n',
    );
    expect(read(answer).status).toBe(200);
    const other = await sayRaw(
      port,
      'GET /api/state HTTP/1.1\r\nHost: luar.test\r\nConnection: close\r\n\r\n',
    );
    expect(read(other).status).toBe(403);
  });

  test('HEAD says what GET would and no body; OPTIONS says which methods there are and allows no other origin', async () => {
    for (const path of ['/api/state', '/api/live']) {
      const head = read(await sayRaw(port, `HEAD ${path} HTTP/1.1\r\n${own()}\r\n`));
      expect([path, head.status, head.content]).toEqual([path, 200, '']);
    }
    for (const path of ['/api/act', '/nothing', '*']) {
      const answer = read(await sayRaw(port, `OPTIONS ${path} HTTP/1.1\r\n${own()}\r\n`));
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 204, 'GET, HEAD, POST']);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    const foreign = await sayRaw(
      port,
      `OPTIONS /api/act HTTP/1.1\r\n${own()}Origin: http://luar.test\r\nAccess-Control-Request-Method: POST\r\n\r\n`,
    );
    expect(read(foreign).status).toBe(403);
  });

  test('nonsense after a good request does not reach into its answer', async () => {
    const client = await connectRaw(port);
    client.socket.write(`GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    await client.hears('event: changed');
    client.socket.write('halo TPS\r\n\r\n');
    expect((await client.closed).match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
});
