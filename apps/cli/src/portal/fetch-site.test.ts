import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import type { ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { evidencePath, noteSigner, signNote, writeNoteKey } from '@bilik/publication';
import { afterAll, describe, expect, test } from 'vitest';
import { copiesOfSites, findingsOf, place, rewrite, runPortal } from '../../test/changed-site.ts';
import { LOG_KEY, LOG_SIGNER, madeSnapshot, publishSite } from '../../test/made-site.ts';
import { serveSites } from '../../test/served-site.ts';
import { openSiteFiles } from './site-files.ts';

const { work, changed } = copiesOfSites();
const first = madeSnapshot({ counted: 0.5 });
const second = madeSnapshot({ counted: 1, previous: first.snapshot });
const site = publishSite('fetch', first, second);
const firstSite = publishSite('fetch-first', first);
const record = second.snapshot.files.find(({ kind }) => kind === 'record');
const RECORD = record === undefined ? '' : evidencePath(record);
afterAll(() => {
  for (const root of [site, firstSite]) rmSync(dirname(root), { recursive: true });
});
const served = await serveSites();

let folders = 0;
const newFolder = () => {
  folders += 1;
  return join(work, `copy-${folders}`);
};
const fetchTo = (folder: string, ...more: string[]) => runPortal('fetch', served.url, folder, ...more);
/** Beside a partial tile of an earlier log, which nobody needs. */
const pathsOf = (root: string) => openSiteFiles(root).files.paths.filter((path) => !/\.p\/\d+$/.test(path));
const RIGHT = { code: 0, findings: [], notes: [] };

describe('a site is copied whole', () => {
  test('with archive and log, which no page links to: the copy is right, and a second run asks for nothing but what changes', async () => {
    const folder = newFolder();
    served.show(site);
    const { code, out } = await fetchTo(folder, '--key', LOG_KEY);
    expect(out).toContain('LENGKAP: terbitan ke-2');
    expect(code).toBe(0);
    expect(pathsOf(folder)).toEqual(pathsOf(site));
    for (const path of pathsOf(site))
      expect(readFileSync(place(folder, path)).equals(readFileSync(place(site, path))), path).toBe(true);
    expect(await findingsOf(folder)).toEqual(RIGHT);
    served.show(site);
    expect((await fetchTo(folder)).code).toBe(0);
    expect(served.asked).toEqual(['kunci-log.txt', 'checkpoint', 'manifest', 'manifest']);
    expect(readdirSync(work).filter((name) => name.includes('.part-'))).toEqual([]);
  });

  test('an earlier copy becomes the newest publication, without the files that are of it no more', async () => {
    const folder = newFolder();
    served.show(firstSite);
    await fetchTo(folder);
    expect(await findingsOf(folder)).toEqual(RIGHT);
    served.show(site);
    expect((await fetchTo(folder)).code).toBe(0);
    expect(await findingsOf(folder)).toEqual(RIGHT);
  });

  test('that publishes while it is copied: the copy is of the newer publication', async () => {
    const folder = newFolder();
    let pages = 0;
    served.show(firstSite, (path) => {
      pages += path.endsWith('.html') ? 1 : 0;
      if (pages === 5) served.show(site);
      return false;
    });
    const { code, out } = await fetchTo(folder);
    expect(out).toContain('terbitan ke-2');
    expect(code).toBe(0);
    expect(await findingsOf(folder)).toEqual(RIGHT);
  });
});

describe('a copy that is cut', () => {
  const cut = (root: string) => {
    for (const part of ['arsip', 'tile']) rmSync(place(root, part), { recursive: true });
    rmSync(place(root, RECORD));
  };

  test('is called incomplete, not wrong, with the number of its missing files; fetching them makes it right', async () => {
    const folder = changed(site, cut);
    const { code, out } = await runPortal('check', folder, '--key', LOG_KEY);
    expect(code).toBe(1);
    const missing = pathsOf(site).length - pathsOf(folder).length;
    const said = /BELUM LENGKAP: (\d+) berkas/.exec(out)?.[1];
    expect(Number(said)).toBeGreaterThanOrEqual(missing);
    expect(out).toContain(`bilik portal fetch ALAMAT ${folder}`);
    expect(out).not.toContain('SALAH');
    const { out: json } = await runPortal('check', folder, '--key', LOG_KEY, '--json');
    expect(JSON.parse(json)).toMatchObject({
      verdict: 'incomplete',
      absent: expect.arrayContaining(['arsip/000001/manifest', RECORD]),
    });
    served.show(site);
    expect((await fetchTo(folder)).code).toBe(0);
    expect(served.asked).toHaveLength(
      4 + Number(said) + served.asked.filter((path) => path.startsWith('tile/entries')).length - 1,
    );
    expect(await findingsOf(folder)).toEqual(RIGHT);
  });

  test('and wrong beside is called wrong', async () => {
    const folder = changed(site, (root) => {
      cut(root);
      rewrite(root, 'index.html', '<', ' <');
    });
    const { code, out } = await runPortal('check', folder, '--key', LOG_KEY);
    expect(out).toContain('SALAH');
    expect(out).not.toContain('BELUM LENGKAP');
    expect(code).toBe(1);
  });
});

describe('what a server does wrong is named, and nothing of it is kept', () => {
  const cases: readonly (readonly [string, (response: ServerResponse) => unknown, string, string])[] = [
    ['other bytes', (response) => response.end('x'), `${RECORD}: isinya lain`, 'SALAH: 1 berkas'],
    [
      'no such file',
      (response) => response.writeHead(404).end(),
      `${RECORD}: server menjawab 404`,
      'BELUM LENGKAP: 1 dari',
    ],
    [
      'too much',
      (response) => response.end(Buffer.alloc(3_000_000)),
      `${RECORD}: lebih besar dari yang seharusnya`,
      'SALAH: 1 berkas',
    ],
    [
      'another address',
      (response) => response.writeHead(302, { location: 'http://lain.example/' }).end(),
      `${RECORD}: server menyuruh ke alamat lain (http://lain.example/`,
      'BELUM LENGKAP: 1 dari',
    ],
    [
      'cut in the middle',
      (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('abc', () => response.destroy());
      },
      `${RECORD}: tidak ada jawaban, atau terputus`,
      'BELUM LENGKAP: 1 dari',
    ],
  ];
  test.each(cases)('%s', async (_name, answer, fault, verdict) => {
    const folder = newFolder();
    served.show(site, (path, response) => {
      if (path !== RECORD) return false;
      answer(response);
      return true;
    });
    const { code, out } = await fetchTo(folder);
    expect(out).toContain(fault);
    expect(out).toContain(verdict);
    expect(code).toBe(1);
    expect(existsSync(place(folder, RECORD))).toBe(false);
    // the next run asks for this file alone
    served.show(site);
    expect((await fetchTo(folder)).code).toBe(0);
    expect(served.asked).toEqual(['kunci-log.txt', 'checkpoint', 'manifest', RECORD, 'manifest']);
  });

  test('a server that stops answering: the rest is left to the next run', async () => {
    const folder = newFolder();
    let answered = 0;
    served.show(site, (_path, response) => {
      answered += 1;
      if (answered <= 20) return false;
      response.destroy();
      return true;
    });
    const { code, out } = await fetchTo(folder);
    expect(out).toContain('BELUM LENGKAP');
    expect(out).toContain('belum diminta');
    expect(code).toBe(1);
    expect(served.asked.length).toBeLessThan(60);
    served.show(site);
    expect((await fetchTo(folder)).code).toBe(0);
    expect(await findingsOf(folder)).toEqual(RIGHT);
  });
});

describe('nothing is written', () => {
  test('into a folder that holds something else, or a link', async () => {
    served.show(site);
    const other = newFolder();
    mkdirSync(other);
    writeFileSync(join(other, 'surat.txt'), 'milik orang');
    expect(await fetchTo(other)).toMatchObject({ code: 2, err: expect.stringContaining('berisi hal lain') });
    expect(readdirSync(other)).toEqual(['surat.txt']);
    const linked = changed(site, (root) => {
      rmSync(place(root, 'arsip'), { recursive: true });
      symlinkSync(other, place(root, 'arsip'));
    });
    expect(await fetchTo(linked)).toMatchObject({ code: 2, err: expect.stringContaining('berisi hal lain') });
    expect(readdirSync(other)).toEqual(['surat.txt']);
  });

  test('when the log is not that of the copy any more: the copy is the proof', async () => {
    const folder = newFolder();
    served.show(site);
    await fetchTo(folder);
    served.show(firstSite);
    expect(await fetchTo(folder)).toMatchObject({ code: 1, err: expect.stringContaining('log mundur') });
    expect(await findingsOf(folder)).toEqual(RIGHT);
  });

  test('when the site is not signed by the posted key, or lists a path that leads outside', async () => {
    const folder = newFolder();
    served.show(site);
    const stranger = writeNoteKey(noteSigner(LOG_SIGNER.name, 'note', new Uint8Array(32).fill(6)));
    expect(await fetchTo(folder, '--key', stranger)).toMatchObject({
      ...{ code: 1, err: expect.stringContaining('tidak ditandatangani kunci log ini') },
    });
    const [line = ''] = readFileSync(place(site, 'manifest'), 'utf8').split('\n');
    for (const path of ['../luar.html', 'arsip/000001/manifest', '/luar.html', 'a/../../luar.html']) {
      const listed = line.replace(
        '"path":"',
        `"path":"${path}","sha256":"${'0'.repeat(64)}"},{"bytes":1,"path":"`,
      );
      const manifest = signNote(`${line === listed ? '' : listed}\n`, LOG_SIGNER);
      served.show(site, (asked, response) => asked === 'manifest' && response.end(manifest) !== undefined);
      expect((await fetchTo(folder)).code, path).toBe(1);
    }
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(join(work, 'luar.html'))).toBe(false);
  });

  test('from what is no site', async () => {
    const folder = newFolder();
    served.show(work);
    expect(await fetchTo(folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('server menjawab 404'),
    });
    expect(await runPortal('fetch', 'ftp://situs.example/', folder)).toMatchObject({ code: 2 });
    expect(await runPortal('fetch', served.url)).toMatchObject({ code: 2 });
    expect(existsSync(folder)).toBe(false);
  });
});
