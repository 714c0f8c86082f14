import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listenAnywhere } from '../test/raw-client.ts';
import { type Door, openDoor, servePublishedFolder } from './index.ts';

let home: string;
let door: Door;
let port: number;
const broken: Error[] = [];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'bilik-published-'));
  writeFileSync(join(home, 'secret.json'), 'the key');
  door = openDoor({ bodyLimitBytes: 200, hostNames: [], onBroken: (error) => broken.push(error) });
  const folder = join(home, 'site');
  await servePublishedFolder(door, {
    prefix: '/publik/',
    folder,
    setAside: join(home, 'site.before'),
    headersOf: (path) => ({
      isForEver: path.startsWith('berkas/'),
      policy: `default-src 'none'`,
      ...(path === 'manifest' ? { type: 'text/plain; charset=utf-8' } : {}),
    }),
    answerAbsent: (reply, isThere) => reply.code(404).send(isThere ? 'no such page' : 'nothing yet'),
  });
  port = await listenAnywhere(door);
});
afterEach(async () => {
  await door.close();
  rmSync(home, { recursive: true });
  expect(broken.splice(0)).toEqual([]);
});

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(home, folder, path, '..'), { recursive: true });
    writeFileSync(join(home, folder, path), text);
  }
}

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** The path goes out as it is written; a browser or `fetch` would tidy it first. */
function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(pieces).toString('utf8'),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

const SITE = {
  'index.html': '<p>first page',
  manifest: 'a list',
  'desa/16.07.01.2001.html': '<p>village',
  'berkas/ab.bel': '0123456789',
  '.hidden': 'not for you',
};

test('before anything is published every address says so; afterwards only those that lead nowhere', async () => {
  expect(await ask('/publik/')).toMatchObject({ status: 404, text: 'nothing yet' });
  expect(await ask('/publik/index.html')).toMatchObject({ status: 404, text: 'nothing yet' });
  write('site', SITE);
  expect(await ask('/publik/')).toMatchObject({ status: 200, text: '<p>first page' });
  expect(await ask('/publik/desa/16.07.01.2001.html?x=1')).toMatchObject({ status: 200, text: '<p>village' });
  expect(await ask('/publik/desa/')).toMatchObject({ status: 404, text: 'no such page' });
  expect(await ask('/publik')).toMatchObject({ status: 308, headers: { location: '/publik/' } });
});

test('what stands for ever may be kept, the rest is asked for again; HEAD, ranges and conditions; no cookie', async () => {
  write('site', SITE);
  const kept = await ask('/publik/berkas/ab.bel');
  expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const head = await ask('/publik/manifest', { cookie: 'bilik-center=something' });
  expect(head.headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': `default-src 'none'`,
    'x-content-type-options': 'nosniff',
  });
  expect(head.headers['set-cookie']).toBeUndefined();
  const etag = String(head.headers['etag']);
  expect(await ask('/publik/manifest', { 'if-none-match': etag })).toMatchObject({ status: 304, text: '' });
  expect(await ask('/publik/manifest', { 'if-none-match': '"other"' })).toMatchObject({ status: 200 });
  expect(await ask('/publik/manifest', {}, 'HEAD')).toMatchObject({
    status: 200,
    text: '',
    headers: { 'content-length': '6', etag },
  });
  const part = await ask('/publik/berkas/ab.bel', { range: 'bytes=2-4' });
  expect([part.status, part.text, part.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10']);
  expect((await ask('/publik/berkas/ab.bel', { range: 'bytes=20-' })).status).toBe(416);
  for (const method of ['POST', 'PUT', 'DELETE']) {
    expect([404, 405]).toContain((await ask('/publik/index.html', {}, method)).status);
  }
});

test('no path leads out of the folder, to a hidden file, or to another spelling', async () => {
  write('site', SITE);
  const outside = [
    '/publik/../secret.json',
    '/publik/desa/../../secret.json',
    '/publik/%2e%2e/secret.json',
    '/publik/..%2fsecret.json',
    '/publik/%2e%2e%2fsecret.json',
    '/publik/%252e%252e%252fsecret.json',
    '/publik/..%5csecret.json',
    '/publik/..\\secret.json',
    '/publik/....//secret.json',
    '/publik//../secret.json',
    `/publik/${'desa/..%2f..%2f'}secret.json`,
    `/publik/${join(home, 'secret.json')}`,
    '/publik/index.html%00.json',
    '/publik/%00',
    '/publik/.hidden',
    '/publik/%2ehidden',
    '/publik/desa/%2e%2e/index.html',
    '/publik//index.html',
    '/publik/./index.html',
    '/publik/%c0%ae%c0%ae/secret.json',
    '/publik/%zz',
  ];
  for (const path of outside) {
    const { status, text } = await ask(path);
    expect([400, 404], `${path}: ${status}`).toContain(status);
    expect(text, path).not.toContain('the key');
    expect(text, path).not.toContain('first page');
    expect(text, path).not.toContain('not for you');
  }
});

test.skipIf(process.platform === 'win32')(
  'a link in the folder gives out nothing of what lies elsewhere, nor does one of its folders or first pages',
  async () => {
    write('site', SITE);
    write('elsewhere', { 'index.html': 'the key', 'portal.key': 'the key' });
    mkdirSync(join(home, 'site', 'kosong'));
    for (const [to, at] of [
      ['../secret.json', 'kunci.json'],
      ['../elsewhere', 'folder'],
      ['../../elsewhere/index.html', 'kosong/index.html'],
      ['index.html', 'sama.html'],
    ] as const) {
      symlinkSync(to, join(home, 'site', at));
    }
    const links = ['kunci.json', 'k%75nci.json', 'folder/portal.key', 'folder/', 'kosong/', 'sama.html'];
    for (const path of links) {
      expect(await ask(`/publik/${path}`), path).toMatchObject({ status: 404, text: 'no such page' });
    }
    expect(await ask('/publik/')).toMatchObject({ status: 200, text: '<p>first page' });
    // the folder itself may stand wherever the office keeps it
    renameSync(join(home, 'site'), join(home, 'disk'));
    symlinkSync('disk', join(home, 'site'));
    expect(await ask('/publik/manifest')).toMatchObject({ status: 200, text: 'a list' });
  },
);

test('while the next site takes the place of the old one, the old one speaks; what it alone had is gone afterwards', async () => {
  write('site', SITE);
  write('site.next', { 'index.html': '<p>second', manifest: 'another' });
  renameSync(join(home, 'site'), join(home, 'site.before'));
  expect(await ask('/publik/')).toMatchObject({ status: 200, text: '<p>first page' });
  renameSync(join(home, 'site.next'), join(home, 'site'));
  expect(await ask('/publik/')).toMatchObject({ status: 200, text: '<p>second' });
  expect(await ask('/publik/berkas/ab.bel')).toMatchObject({ status: 404, text: 'no such page' });
});
