import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  evidencePath,
  hashLeaf,
  hexSha256,
  logFiles,
  type Manifest,
  openManifest,
  parseSnapshot,
  readEntryBundle,
  type Snapshot,
  signCheckpoint,
  signManifest,
  snapshotText,
  treeHash,
  writeLogEntry,
} from '@bilik/publication';
import { syntheticSnapshot } from '@bilik/publication/synthetic';
import { afterAll, describe, expect, test, vi } from 'vitest';
import {
  codeText,
  LOG_KEY,
  LOG_SIGNER,
  madeEvidence,
  madeSnapshot,
  PLACE,
  publishSite,
} from '../../test/made-site.ts';
import type { SiteFinding } from './finding.ts';
import { portalCommand } from './portal-command.ts';

const work = mkdtempSync(join(tmpdir(), 'bilik-portal-check-'));
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
  for (const folder of [work, dirname(site), dirname(firstSite), dirname(paperSite)])
    rmSync(folder, { recursive: true });
});

/** Runs `bilik portal` in this process. */
async function run(
  ...parameters: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const code = await portalCommand(parameters);
    return { code, out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

async function findingsOf(
  root: string,
  ...more: string[]
): Promise<{ readonly code: number; readonly findings: readonly SiteFinding[] }> {
  const { code, out } = await run('check', root, '--key', LOG_KEY, '--json', ...more);
  return { code, findings: JSON.parse(out).findings };
}

const named = (findings: readonly SiteFinding[]) =>
  findings.map(({ rule, fault, at }) => `${rule} ${fault} ${at}`);

let copies = 0;
/** The site with something done to it. */
function changed(change: (root: string) => void, from: string = site): string {
  copies += 1;
  const root = join(work, `site-${copies}`);
  cpSync(from, root, { recursive: true });
  change(root);
  return root;
}

const place = (root: string, path: string) => join(root, ...path.split('/'));
const rewrite = (root: string, path: string, from: string, to: string) => {
  const text = readFileSync(place(root, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(place(root, path), text.replace(from, to));
};

describe('a site that is right', () => {
  test('everything is checked from the files alone, and said in words', async () => {
    const { code, out } = await run('check', site);
    expect(out).toContain('BENAR');
    expect(out).toContain('!! LATIHAN');
    expect(out).toContain('Kunci log diambil dari situs itu sendiri');
    expect(out).not.toContain('✗');
    expect(code).toBe(0);
  });

  test('as values: a record, its signed result, its void list and its code were among what was checked', async () => {
    const { code, out } = await run('check', site, '--key', LOG_KEY, '--json');
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
    });
  });
});

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
      changed(change, expected.endsWith('.bel') ? site : paperSite),
    );
    expect(named(findings)).toContain(expected);
    expect(code).toBe(1);
  });

  test('every byte of checkpoint and manifest, and bytes all over the snapshot, one at a time', async () => {
    const { files } = await import('./site-files.ts').then(({ openSiteFiles }) => openSiteFiles(paperSite));
    const { checkLog } = await import('./check-log.ts');
    const { checkHistory } = await import('./check-history.ts');
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
        expect(checkHistory(withByte(path, at), key, entries).findings, `${path} ${at}`).not.toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(250);
  });
});

describe('an office that lies and signs it', () => {
  /** Signs the site anew after a change, as whoever holds the key can: only its content can betray it. */
  function signedAnew(change: (root: string) => void): string {
    return changed((root) => {
      change(root);
      const opened = openManifest(readFileSync(join(firstSite, 'manifest'), 'utf8'), LOG_SIGNER);
      if (!opened.ok) throw new Error('the first manifest');
      const files: Manifest['files'] = opened.value.files.map(({ path }) => {
        const bytes = readFileSync(place(root, path));
        return { path, sha256: hexSha256(bytes), bytes: bytes.length };
      });
      const { format: _format, origin: _origin, ...rest } = opened.value;
      const snapshot = hexSha256(readFileSync(place(root, 'snapshot.json')));
      const manifest = signManifest({ ...rest, snapshot, files }, LOG_SIGNER);
      const width = opened.value.logSize + 1;
      const bundle =
        readEntryBundle(readFileSync(join(firstSite, 'tile', 'entries', '000.p', `${width}`)), width) ?? [];
      const entries = [
        ...bundle.slice(0, -1),
        writeLogEntry({ kind: 'manifest', number: 1, sha256: hexSha256(manifest) }),
      ];
      rmSync(place(root, 'tile'), { recursive: true });
      for (const [path, bytes] of logFiles(entries)) {
        mkdirSync(dirname(place(root, path)), { recursive: true });
        writeFileSync(place(root, path), bytes);
      }
      writeFileSync(place(root, 'manifest'), manifest);
      const head = { size: entries.length, root: treeHash(entries.map(hashLeaf)) };
      writeFileSync(place(root, 'checkpoint'), signCheckpoint(head, LOG_SIGNER));
    }, firstSite);
  }

  function withSnapshot(change: (snapshot: Snapshot) => void) {
    return (root: string) => {
      const parsed = parseSnapshot(readFileSync(place(root, 'snapshot.json'), 'utf8'));
      if (!parsed.ok) throw new Error('the first snapshot');
      change(parsed.value);
      rmSync(place(root, 'snapshot.json'));
      writeFileSync(place(root, 'snapshot.json'), snapshotText(parsed.value));
    };
  }

  test('nothing changed: the helper itself makes a right site', async () => {
    expect(await findingsOf(signedAnew(() => {}))).toEqual({ code: 0, findings: [] });
  });

  test('a page that says something else than its data', async () => {
    const { findings } = await findingsOf(
      signedAnew((root) => rewrite(root, 'index.html', 'LATIHAN', 'RESMI')),
    );
    expect(named(findings)).toEqual(['pages page-differs index.html']);
  });

  test('a sum that is not that of its parts', async () => {
    const lie = withSnapshot((snapshot) => {
      snapshot.regency.totals.valid += 100;
    });
    const { findings } = await findingsOf(signedAnew(lie));
    expect(named(findings)).toContain('snapshot differs regency.totals.valid');
  });

  test('figures that fit together and are not those of the record, of the signed result, of the code', async () => {
    const part = madeEvidence().part;
    const [one, two, ...others] = part.figures.options;
    if (one === undefined || two === undefined) throw new Error('options');
    const moved = [{ ...one, votes: one.votes - 2 }, { ...two, votes: two.votes + 2 }, ...others];
    const wrong = madeSnapshot(
      { counted: 0.5 },
      madeEvidence({ figures: { ...part.figures, options: moved } }),
    );
    const root = publishSite('lie', wrong);
    const { code, findings } = await findingsOf(root);
    rmSync(dirname(root), { recursive: true });
    expect(named(findings)).toEqual([
      `records differs ${PLACE}`,
      `records differs ${PLACE}`,
      `codes differs ${PLACE}`,
    ]);
    expect(code).toBe(1);
  });

  test('a code of other votes, signed by the station', async () => {
    const part = madeEvidence().part;
    const code = codeText(({ contests }) => ({
      contests: contests.map((one) => ({ ...one, valid: one.valid + 1 })),
    }));
    const root = publishSite(
      'code',
      madeSnapshot({ counted: 0.5 }, madeEvidence({ evidence: { ...part.evidence, code } })),
    );
    const { findings } = await findingsOf(root);
    rmSync(dirname(root), { recursive: true });
    expect(named(findings)).toEqual([`codes differs ${PLACE}`]);
  });

  test('a log that went back, and one whose past was changed: found by a checkpoint that somebody kept', async () => {
    const back = await findingsOf(firstSite, '--seen', join(site, 'checkpoint'));
    expect(named(back.findings)).toEqual(['seen rolled-back checkpoint']);
    const other = signedAnew(
      withSnapshot((snapshot) => {
        snapshot.event.office = 'Kantor lain';
      }),
    );
    const { findings } = await findingsOf(other, '--seen', join(firstSite, 'checkpoint'));
    expect(named(findings)).toContain('seen split-view checkpoint');
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
    const { code, err } = await run(...parameters);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
