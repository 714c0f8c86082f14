import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askApi, type CallError, callApi, explainCall, type Reader } from './call.ts';

const Count: Reader<number> = {
  safeParse: (value) => (typeof value === 'number' ? { success: true, data: value } : { success: false }),
};
const Refusal: Reader<{ readonly type: string }> = {
  safeParse: (value) =>
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
      ? { success: true, data: { type: value.type } }
      : { success: false },
};

/** What the door of our servers can answer, and what a broken one might. */
const ANSWERS: Record<string, { readonly status: number; readonly body: string }> = {
  '/good': { status: 200, body: '{"ok":true,"value":7}' },
  '/refused': { status: 409, body: '{"ok":false,"error":{"type":"polls-not-open"}}' },
  '/guarded': { status: 401, body: '{"ok":false,"error":{"type":"not-paired"}}' },
  '/foreign': { status: 403, body: '{"ok":false,"error":{"type":"foreign-origin"}}' },
  '/malformed': { status: 400, body: '{"ok":false,"error":{"type":"malformed","problems":[]}}' },
  '/absent': { status: 404, body: '{"ok":false,"error":{"type":"not-found"}}' },
  '/too-large': { status: 413, body: '{"ok":false,"error":{"type":"too-large","limitBytes":1}}' },
  '/busy': { status: 429, body: '{"ok":false,"error":{"type":"too-many-waiting"}}' },
  '/broken': { status: 500, body: '{"ok":false,"error":{"type":"broken"}}' },
  '/no-json': { status: 200, body: '<html>' },
  '/cut-short': { status: 200, body: '{"ok":true,"val' },
  '/wrong-shape': { status: 200, body: '{"ok":true,"value":"seven"}' },
  '/wrong-refusal': { status: 409, body: '{"ok":false,"error":7}' },
  '/null': { status: 200, body: 'null' },
};

let server: Server;
let origin: string;
let received: {
  readonly method: string | undefined;
  readonly type: string | undefined;
  readonly body: string;
};

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received = { method: request.method, type: request.headers['content-type'], body };
      const answer = ANSWERS[request.url ?? ''];
      if (request.url === '/hangs') return;
      if (request.url === '/lost' || answer === undefined) request.socket.destroy();
      else response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('a command', () => {
  test('goes as one JSON object and brings its value back', async () => {
    expect(await callApi(`${origin}/good`, { castId: 'a' }, { value: Count })).toEqual({
      ok: true,
      value: 7,
    });
    expect(received).toEqual({ method: 'POST', type: 'application/json', body: '{"castId":"a"}' });
  });

  test('that the handler refuses brings the typed refusal', async () => {
    const answer = await callApi(`${origin}/refused`, {}, { value: Count, refusal: Refusal });
    expect(answer).toEqual({ ok: false, error: { type: 'refused', refusal: { type: 'polls-not-open' } } });
  });

  test.each<[string, CallError<never>]>([
    ['/guarded', { type: 'not-paired' }],
    ['/foreign', { type: 'not-allowed' }],
    ['/malformed', { type: 'not-understood', status: 400 }],
    ['/absent', { type: 'not-understood', status: 404 }],
    ['/too-large', { type: 'not-understood', status: 413 }],
    ['/busy', { type: 'busy' }],
    ['/broken', { type: 'broken', status: 500 }],
    ['/no-json', { type: 'broken', status: 200 }],
    ['/cut-short', { type: 'broken', status: 200 }],
    ['/wrong-shape', { type: 'broken', status: 200 }],
    ['/wrong-refusal', { type: 'broken', status: 409 }],
    ['/null', { type: 'broken', status: 200 }],
    ['/lost', { type: 'no-connection' }],
  ])('answered by %s is an error of its own, never an exception', async (path, error) => {
    expect(await callApi(origin + path, {}, { value: Count, refusal: Refusal })).toEqual({
      ok: false,
      error,
    });
  });

  test('without an answer in time, or to nobody, is no connection', async () => {
    expect(await callApi(`${origin}/hangs`, {}, { value: Count, timeoutMs: 50 })).toEqual({
      ok: false,
      error: { type: 'no-connection' },
    });
    expect(await callApi('http://127.0.0.1:1/', {}, { value: Count })).toEqual({
      ok: false,
      error: { type: 'no-connection' },
    });
  });
});

test('a question is a GET without a body', async () => {
  expect(await askApi(`${origin}/good`, { value: Count })).toEqual({ ok: true, value: 7 });
  expect(received).toEqual({ method: 'GET', type: undefined, body: '' });
});

test('each error has a phrase of its own', () => {
  const errors = [
    { type: 'no-connection' },
    { type: 'not-paired' },
    { type: 'not-allowed' },
    { type: 'not-understood', status: 400 },
    { type: 'busy' },
    { type: 'broken', status: 500 },
  ] as const;
  expect(new Set(errors.map(explainCall)).size).toBe(errors.length);
});
