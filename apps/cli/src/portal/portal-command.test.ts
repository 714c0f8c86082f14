import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { evidencePath } from '@bilik/publication';
import { checkHistory, checkLog } from '@bilik/publication/check';
import { syntheticSnapshot } from '@bilik/publication/synthetic';
import { afterAll, describe, expect, test } from 'vitest';
import { copiesOfSites, findingsOf, named, place, rewrite, runPortal } from '../../test/changed-site.ts';
import { LOG_KEY, LOG_SIGNER, madeSnapshot, publishSite } from '../../test/made-site.ts';
import { openSiteFiles } from './site-files.ts';

const { work, changed } = copiesOfSites();
const first = madeSnapshot({ counted: 0.5 });
const second = madeSnapshot({ counted: 1, previous: first.snapshot });
const site = publishSite('check', first, second);
const firstSite = publishSite('first', first);
/** Without a record: what is found by hashes and signatures is found sooner. */
const paperFirst = syntheticSnapshot({ seed: 2, villages: 2, counted: 0.5, at: '2026-11-22T07:00:00Z' });
const paperSecond = syntheticSnapshot({
  seed: 2,
  villages: 2,
  counted: 1,
  at: '2026-11-22T08:00:00Z',
  previous: paperFirst.snapshot,
});
const paperSite = publishSite('paper', paperFirst, paperSecond);
const PAPER_PLACE = '16.07.01.2901-001';
afterAll(() => {
  for (const root of [site, firstSite, paperSite]) rmSync(dirname(root), { recursive: true });
});

describe('a site that is right', () => {
  test('everything is checked from the files alone, and said in words', async () => {
    const { code, out } = await runPortal('check', site);
    expect(out).toContain('BENAR');
    expect(out).toContain('!! LATIHAN');
    expect(out).toContain('Kunci log diambil dari situs itu sendiri');
    expect(out).not.toContain('✗');
    expect(code).toBe(0);
  });

  test('as values: a record, its signed result, its void list and its code were among what was checked', async () => {
    const { code, out } = await runPortal('check', site, '--key', LOG_KEY, '--json');
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'right',
      keyPinned: true,
      kind: 'exercise',
      number: 2,
      records: 1,
      skipped: ['seen', 'witnesses'],
    });
    expect(code).toBe(0);
  });

  test('it continues the checkpoint that somebody kept of the first publication', async () => {
    expect(await findingsOf(site, '--seen', join(firstSite, 'checkpoint'))).toEqual({
      code: 0,
      findings: [],
      notes: [],
    });
  });
});

test.each(['cara-periksa.html', 'en/cara-periksa.html'])(
  'the command that %s names for a tool of others finds the record right',
  (page) => {
    const [, command = ''] = /“(belenios-tool [^”]+)”/.exec(readFileSync(place(site, page), 'utf8')) ?? [];
    const alone = join(work, `alone-${page.length}`);
    const record = second.snapshot.files.find(({ kind }) => kind === 'record');
    if (record === undefined) throw new Error('the record');
    mkdirSync(alone);
    copyFileSync(place(site, evidencePath(record)), join(alone, 'record.bel'));
    const [tool = '', ...words] = command.split(' ').map((word) => (word === 'FOLDER' ? alone : word));
    const { status, stdout, stderr } = spawnSync(tool, words, { encoding: 'utf8' });
    expect(stdout + stderr).toContain('all checks passed');
    expect(status).toBe(0);
  },
);

describe('each planted fault is named', () => {
  const evidence = (kind: string) => {
    const made = kind === 'record' ? second : paperSecond;
    const file = made.snapshot.files.find((listed) => listed.kind === kind);
    if (file === undefined) throw new Error(`no ${kind}`);
    return evidencePath(file);
  };
  const cases: readonly (readonly [string, (root: string) => void, string])[] = [
    [
      'a figure in a page',
      (root) => rewrite(root, `tps/${PAPER_PLACE}.html`, '<td class="n">', '<td class="n">9'),
      `manifest changed tps/${PAPER_PLACE}.html`,
    ],
    [
      'a figure in the data',
      (root) => rewrite(root, 'snapshot.json', '"votes":', '"votes":1'),
      'manifest changed snapshot.json',
    ],
    [
      'a table of open data',
      (root) => rewrite(root, 'data/desa.csv', 'Melati', 'Kenanga'),
      'manifest changed data/desa.csv',
    ],
    [
      'a record',
      (root) => {
        const path = place(root, evidence('record'));
        const bytes = readFileSync(path);
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        rmSync(path);
        writeFileSync(path, bytes);
      },
      `manifest changed ${evidence('record')}`,
    ],
    [
      'a photo taken away',
      (root) => rmSync(place(root, evidence('sheet-photo'))),
      `manifest missing ${evidence('sheet-photo')}`,
    ],
    [
      'a page more',
      (root) => writeFileSync(place(root, 'desa/lain.html'), '<p>'),
      'manifest not-listed desa/lain.html',
    ],
    [
      'a file with a NIK',
      (root) => writeFileSync(place(root, 'catatan.txt'), 'NIK 1607990101900001'),
      'leaks leak catatan.txt',
    ],
    [
      'an internal figure',
      (root) => writeFileSync(place(root, 'data/x.json'), '{"internal":{"c1":4}}'),
      'leaks leak data/x.json',
    ],
    [
      'a key',
      (root) => copyFileSync(join(dirname(site), 'log.key'), place(root, 'log.key')),
      'leaks leak log.key',
    ],
    ['a hidden file', (root) => writeFileSync(place(root, '.env'), 'a'), 'files path-not-allowed .env'],
    [
      'the checkpoint',
      (root) => rewrite(root, 'checkpoint', 'pilkades.example/log\n', 'pilkades.example/log2\n'),
      'checkpoint signature checkpoint',
    ],
    [
      'the manifest',
      (root) => rewrite(root, 'manifest', '"number":2', '"number":3'),
      'history signature manifest',
    ],
    [
      'an entry of the log',
      (root) => {
        const name = readdirSync(place(root, 'tile/entries')).find((entry) => entry.endsWith('.p')) ?? '';
        const folder = place(root, `tile/entries/${name}`);
        const width = readdirSync(folder).sort((left, right) => Number(right) - Number(left))[0] ?? '';
        rewrite(root, `tile/entries/${name}/${width}`, '"kind":"file"', '"kind":"filf"');
      },
      'log root-differs checkpoint',
    ],
    [
      'an earlier publication taken away',
      (root) => rmSync(place(root, 'arsip/000001/manifest')),
      'history missing arsip/000001/manifest',
    ],
    [
      'an earlier publication changed',
      (root) => rewrite(root, 'arsip/000001/snapshot.json', '"number":1', '"number":7'),
      'history changed arsip/000001/snapshot.json',
    ],
    [
      'something more in the archive',
      (root) => writeFileSync(place(root, 'arsip/000001/catatan.txt'), 'x'),
      'history not-listed arsip/000001/catatan.txt',
    ],
  ];

  test.each(cases)('%s', async (_name, change, expected) => {
    const { code, findings } = await findingsOf(
      changed(expected.endsWith('.bel') ? site : paperSite, change),
    );
    expect(named(findings)).toContain(expected);
    expect(code).toBe(1);
  });

  test('every byte of checkpoint and manifest, and bytes all over the snapshot, one at a time', () => {
    const { files } = openSiteFiles(paperSite);
    const key = LOG_SIGNER;
    const entries = checkLog(files, key).entries;
    let tried = 0;
    const withByte = (path: string, at: number) => {
      const bytes = Uint8Array.from(files.bytes(path) ?? []);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      tried += 1;
      const text = new TextDecoder().decode(bytes);
      return { ...files, text: (asked: string) => (asked === path ? text : files.text(asked)) };
    };
    const checkpointLength = files.bytes('checkpoint')?.length ?? 0;
    for (let at = 0; at < checkpointLength; at += 1) {
      expect(checkLog(withByte('checkpoint', at), key).findings, `checkpoint ${at}`).not.toEqual([]);
    }
    for (const [path, step] of [
      ['manifest', 97],
      ['snapshot.json', 401],
    ] as const) {
      const length = files.bytes(path)?.length ?? 0;
      for (let at = 0; at < length; at += step) {
        const { findings } = checkHistory(withByte(path, at), key, entries, 'id');
        expect(findings, `${path} ${at}`).not.toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(250);
  });
});

describe('nothing to check', () => {
  test.each([
    [['check', '/nowhere'], 'Tidak ada folder situs'],
    [['check', work], 'Tidak ada yang diperiksa'],
    [['check', site, '--key', 'x'], 'Kunci log'],
    [['check', site, '--seen', '/nowhere'], 'Titik periksa'],
    [['check'], 'bilik portal check'],
    [['write', site], 'bilik portal check'],
  ])('%j: exit code 2 and a sentence', async (parameters, sentence) => {
    const { code, err } = await runPortal(...parameters);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
