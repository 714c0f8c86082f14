import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { connectRaw, listenAnywhere } from '../../test/raw-client.ts';
import { command, type Door, keepDoor, openDoor, openRoom, question, sessionCookie } from '../index.ts';

let door: Door | undefined;
/** Speakers whose session is over. */
const gone = new Set<string>();
let acts = 0;
beforeEach(() => {
  gone.clear();
  acts = 0;
});
afterEach(async () => {
  await door?.close();
});

const TOKENS: Readonly<Record<string, string>> = { 'desk-1': 'tokenofdesk', 'board-1': 'tokenofboard' };

async function open() {
  const opened = openDoor({
    bodyLimitBytes: 200,
    hostNames: [],
    onBroken: (error) => {
      throw error;
    },
  });
  door = opened;
  const keeper = keepDoor(opened, {
    recognise: ({ name, token }) =>
      TOKENS[name] === token && !gone.has(name) ? { name, role: name.replace(/-.*/, '') } : undefined,
    cookieName: (name) => `house-${name}`,
  });
  await openRoom(opened, 'everybody', (room) => question(room, '/api/open', () => 'come in'));
  await openRoom(opened, ['desk'], (room) =>
    question(room, '/api/desk', (request) => keeper.speakerOf(request).name),
  );
  question(opened, '/api/forgotten', () => 'nobody said who may');
  await openRoom(opened, ['desk', 'board'], (room) =>
    command(room, '/api/act', z.strictObject({}), () => {
      acts += 1;
      return { ok: true, value: 'done' };
    }),
  );
  return { opened, keeper };
}

const own = { host: 'localhost:4100' };
const asDesk = { ...own, 'x-bilik-device': 'desk-1', authorization: 'Bearer tokenofdesk' };

test.each<[string, string, Readonly<Record<string, string>>, number, string]>([
  ['no session', '/api/desk', own, 401, 'not-paired'],
  ['a name alone', '/api/desk', { ...own, 'x-bilik-device': 'desk-1' }, 401, 'not-paired'],
  ['a token alone', '/api/desk', { ...own, authorization: 'Bearer tokenofdesk' }, 401, 'not-paired'],
  ['another’s token', '/api/desk', { ...asDesk, authorization: 'Bearer tokenofboard' }, 401, 'not-paired'],
  ['another scheme', '/api/desk', { ...asDesk, authorization: 'Basic tokenofdesk' }, 401, 'not-paired'],
  [
    'another’s cookie',
    '/api/desk',
    { ...own, 'x-bilik-device': 'desk-1', cookie: 'house-board-1=tokenofboard' },
    401,
    'not-paired',
  ],
  [
    'a session of another role',
    '/api/desk',
    { ...own, 'x-bilik-device': 'board-1', authorization: 'Bearer tokenofboard' },
    403,
    'not-allowed',
  ],
  ['a route that admits nobody', '/api/forgotten', asDesk, 403, 'not-allowed'],
])('%s is refused by name', async (_what, url, headers, status, type) => {
  const answer = await (await open()).opened.inject({ method: 'GET', url, headers });
  expect([answer.statusCode, answer.json().error.type]).toEqual([status, type]);
});

test('a header with a token, a cookie with a header, and a query with a cookie open the door', async () => {
  const { opened } = await open();
  const cookie = 'other=1; house-desk-1=tokenofdesk; more=2';
  for (const [url, headers] of [
    ['/api/desk', asDesk],
    ['/api/desk', { ...own, 'x-bilik-device': 'desk-1', cookie }],
    ['/api/desk?device=desk-1', { ...own, cookie }],
    ['/api/open', own],
  ] as const) {
    expect((await opened.inject({ method: 'GET', url, headers })).statusCode, url).toBe(200);
  }
  expect((await opened.inject({ method: 'HEAD', url: '/api/desk', headers: own })).statusCode).toBe(401);
});

test('a command says as whom it comes in a header, which no link and no form can', async () => {
  const { opened } = await open();
  const post = (headers: Readonly<Record<string, string>>, url = '/api/act') =>
    opened.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/json' },
      payload: {},
    });
  const cookie = 'house-desk-1=tokenofdesk';
  expect((await post({ ...own, cookie }, '/api/act?device=desk-1')).statusCode).toBe(401);
  expect((await post({ ...own, cookie, 'x-bilik-device': 'desk-1' })).statusCode).toBe(200);
});

test('who has no session is refused before the body is read', async () => {
  const answer = await (await open()).opened.inject({
    method: 'POST',
    url: '/api/act',
    headers: { ...own, 'content-type': 'application/json' },
    payload: '{"',
  });
  expect(answer.statusCode).toBe(401);
});

/** A command of the desk whose head has arrived and whose body has not. @returns what stands between it and its handler */
async function beginAct() {
  const { opened, keeper } = await open();
  const port = await listenAnywhere(opened);
  const client = await connectRaw(port);
  const arrived = once(opened.server, 'request');
  client.socket.write(
    `POST /api/act HTTP/1.1\r\nhost: localhost:${port}\r\nx-bilik-device: desk-1\r\nauthorization: Bearer tokenofdesk\r\n` +
      'content-type: application/json\r\ncontent-length: 2\r\n\r\n{',
  );
  await arrived;
  return { keeper, client };
}

test('a session that ends between head and body of a command carries nothing out', async () => {
  const { client } = await beginAct();
  gone.add('desk-1');
  client.socket.write('}');
  await client.hears('not-paired');
  expect([client.heard().split('\r\n', 1)[0], acts]).toEqual(['HTTP/1.1 401 Unauthorized', 0]);
  client.socket.destroy();
});

test('the same command of a session that goes on is carried out', async () => {
  const { client } = await beginAct();
  gone.add('board-1');
  client.socket.write('}');
  await client.hears('done');
  expect(acts).toBe(1);
  client.socket.destroy();
});

test('what a speaker began is broken off, and nobody else’s', async () => {
  const { keeper, client } = await beginAct();
  keeper.breakOff('board-1');
  client.socket.write('}');
  await client.hears('done');
  keeper.breakOff('desk-1');
  client.socket.write(
    'POST /api/act HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n' +
      'content-length: 2\r\n\r\n{}',
  );
  // a connection on which nothing of that speaker is under way is left alone: another one may use it
  await client.hears('HTTP/1.1 4');
  client.socket.destroy();

  await door?.close();
  const begun = await beginAct();
  begun.keeper.breakOff('desk-1');
  expect(await begun.client.closed).toBe('');
  expect(acts).toBe(1);
});

test('the doorkeeper knows every route, and which of them has no rule', async () => {
  const { opened, keeper } = await open();
  await opened.ready();
  expect(keeper.routes()).toEqual([
    { method: 'GET', url: '/api/open', admits: 'everybody' },
    { method: 'HEAD', url: '/api/open', admits: 'everybody' },
    { method: 'GET', url: '/api/desk', admits: ['desk'] },
    { method: 'HEAD', url: '/api/desk', admits: ['desk'] },
    { method: 'GET', url: '/api/forgotten', admits: undefined },
    { method: 'HEAD', url: '/api/forgotten', admits: undefined },
    { method: 'POST', url: '/api/act', admits: ['desk', 'board'] },
  ]);
});

test('a cookie stays with its site and out of scripts, and on HTTPS it never leaves by anything else', () => {
  expect(sessionCookie('a', 'b', true)).toBe(
    'a=b; Path=/; Max-Age=129600; HttpOnly; SameSite=Strict; Secure',
  );
  expect(sessionCookie('a', 'b', false)).not.toContain('Secure');
});
