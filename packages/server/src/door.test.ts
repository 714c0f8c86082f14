import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { command, type Door, openDoor, question } from './index.ts';

let door: Door | undefined;
const broken: string[] = [];

function open(): Door {
  broken.length = 0;
  const opened = openDoor({
    bodyLimitBytes: 200,
    hostNames: ['tps.test'],
    onBroken: (error, route) => broken.push(`${route}: ${error.message}`),
  });
  command(opened, '/api/greet', z.strictObject({ name: z.string().max(20) }), ({ name }) =>
    name === 'nobody' ? { ok: false, error: { type: 'nobody-there' } } : { ok: true, value: `hello ${name}` },
  );
  command(opened, '/api/break', z.strictObject({}), () => {
    throw new Error('what cannot happen');
  });
  question(opened, '/api/state', () => ({ open: true }));
  door = opened;
  return opened;
}

afterEach(async () => {
  await door?.close();
});

const own = { host: 'localhost:4100', 'content-type': 'application/json' };

describe('the door', () => {
  test('answers a well-formed command, and a refusal is a value with 409', async () => {
    const opened = open();
    const good = await opened.inject({
      method: 'POST',
      url: '/api/greet',
      headers: own,
      payload: { name: 'Sari' },
    });
    expect(good.json()).toEqual({ ok: true, value: 'hello Sari' });
    const refused = await opened.inject({
      method: 'POST',
      url: '/api/greet',
      headers: own,
      payload: { name: 'nobody' },
    });
    expect([refused.statusCode, refused.json()]).toEqual([
      409,
      { ok: false, error: { type: 'nobody-there' } },
    ]);
  });

  test.each([
    ['an unknown key', { name: 'a', more: 1 }, 400, 'malformed'],
    ['a wrong type', { name: 7 }, 400, 'malformed'],
    ['a body over the limit', { name: 'a'.repeat(300) }, 413, 'too-large'],
  ])('refuses %s by name', async (_what, payload, status, type) => {
    const answer = await open().inject({ method: 'POST', url: '/api/greet', headers: own, payload });
    expect([answer.statusCode, answer.json().error.type]).toEqual([status, type]);
  });

  test('refuses broken JSON and JSON that tries to poison prototypes', async () => {
    const opened = open();
    for (const payload of ['{"name":', '{"__proto__":{"name":"x"}}']) {
      const answer = await opened.inject({ method: 'POST', url: '/api/greet', headers: own, payload });
      expect(answer.statusCode).toBe(400);
    }
  });

  test('refuses a page of another origin and a rebound host name', async () => {
    const opened = open();
    const foreign = [
      { ...own, origin: 'http://evil.test' },
      { ...own, host: 'evil.test' },
      { ...own, 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign) {
      const answer = await opened.inject({
        method: 'POST',
        url: '/api/greet',
        headers,
        payload: { name: 'Sari' },
      });
      expect([answer.statusCode, answer.json().error.type]).toEqual([403, 'foreign-origin']);
    }
    const ownPage = await opened.inject({
      method: 'POST',
      url: '/api/greet',
      headers: { ...own, host: 'TPS.test:4100', origin: 'http://TPS.test:4100' },
      payload: { name: 'Sari' },
    });
    expect(ownPage.statusCode).toBe(200);
  });

  test('what cannot happen is 500 without details, and told to the house', async () => {
    const answer = await open().inject({ method: 'POST', url: '/api/break', headers: own, payload: {} });
    expect([answer.statusCode, answer.json()]).toEqual([500, { ok: false, error: { type: 'broken' } }]);
    expect(broken).toEqual(['/api/break: what cannot happen']);
  });

  test('an unknown route is named, and every answer carries the policy', async () => {
    const opened = open();
    const unknown = await opened.inject({ method: 'GET', url: '/nothing', headers: own });
    expect(unknown.json().error.type).toBe('not-found');
    const state = await opened.inject({ method: 'GET', url: '/api/state', headers: own });
    expect(state.json()).toEqual({ ok: true, value: { open: true } });
    for (const answer of [unknown, state]) {
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });
});

describe('a door behind a server that speaks HTTPS for it', () => {
  const askedBy = async (trustedProxies: readonly string[], remoteAddress: string, forwardedFor: string) => {
    const opened = openDoor({
      bodyLimitBytes: 200,
      hostNames: ['kantor.test'],
      trustedProxies,
      onBroken: () => {},
    });
    door = opened;
    opened.get('/who', async (request) => request.ip);
    const headers = {
      host: 'kantor.test',
      'x-forwarded-for': forwardedFor,
      'x-forwarded-host': 'elsewhere.test',
    };
    const answer = await opened.inject({ url: '/who', remoteAddress, headers });
    return { ip: answer.body, hsts: answer.headers['strict-transport-security'] };
  };

  test('hears from it alone for whom it asks, and believes nothing that stood there before', async () => {
    const behind = await askedBy(['127.0.0.1'], '127.0.0.1', '10.9.9.9, 36.80.1.2');
    expect(behind).toEqual({ ip: '36.80.1.2', hsts: expect.stringContaining('max-age') });
    expect((await askedBy(['127.0.0.1'], '36.80.1.3', '10.9.9.9')).ip).toBe('36.80.1.3');
  });

  test('without one no such header is believed', async () => {
    expect(await askedBy([], '127.0.0.1', '36.80.1.2')).toEqual({ ip: '127.0.0.1', hsts: undefined });
  });
});
