import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nativeHexHash, systemRandom } from '../src/native/tools.ts';
import { verifyRecord } from '../src/verify/index.ts';
import { MARK } from './place.ts';
import { group, makeRecord, pick, writeRecord } from './record-maker.ts';
import { vectorBytes } from './records.ts';
import { BAD_BALLOTS } from './tampering/bad-ballots.ts';

const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

const many = makeRecord({
  name: 'browser many',
  bilik: MARK,
  votes: Array.from({ length: 60 }, (_, card) => ({ card, choices: pick(card % 4) })),
});

describe('the verifier in Chromium, with web workers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-browser-'));
  let server: PreviewServer;
  let browser: Browser;
  let address = '';

  beforeAll(async () => {
    const records = join(folder, 'records');
    mkdirSync(records);
    const [bad] = BAD_BALLOTS;
    if (bad === undefined) throw new Error('there are bad ballots');
    writeFileSync(join(records, 'plain.bel'), vectorBytes('plain/WYgacw2PPoFuSm.bel.gz'));
    writeFileSync(join(records, 'threshold.bel'), vectorBytes('threshold/KwC7GcbPZQ5MJU.bel.gz'));
    writeFileSync(join(records, 'deterministic.bel'), vectorBytes('deterministic/TestVector1111.bel.gz'));
    writeFileSync(join(records, 'many.bel'), writeRecord(many.texts));
    writeFileSync(join(records, 'bad.bel'), await bad.make());
    const common = {
      configFile: false as const,
      root: fileURLToPath(new URL('./browser-page', import.meta.url)),
      base: './',
      publicDir: records,
      logLevel: 'error' as const,
    };
    const outDir = join(folder, 'page');
    await build({
      ...common,
      worker: { format: 'es' },
      build: { outDir, target: 'es2022', emptyOutDir: true },
    });
    server = await preview({ ...common, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
    const place = server.httpServer.address();
    address = typeof place === 'object' && place !== null ? `http://127.0.0.1:${place.port}/` : '';
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true });
  });

  test.each(['plain.bel', 'threshold.bel', 'deterministic.bel', 'many.bel', 'bad.bel'])(
    '%s: the same report as on Node, rule by rule',
    async (name) => {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`${address}#${name}`);
      const text = await page.waitForFunction(
        () => document.querySelector('#report')?.textContent || undefined,
      );
      const { report, progress, engine } = JSON.parse(String(await text.jsonValue()));
      await page.close();
      expect(errors).toEqual([]);

      const bytes = readFileSync(join(folder, 'records', name));
      const onNode = await verifyRecord(() => [bytes], {
        groups: [group],
        random: systemRandom,
        hexHash: nativeHexHash,
      });
      expect(report).toEqual(JSON.parse(JSON.stringify(onNode.report)));
      expect(report.verdict).toBe(name === 'bad.bel' ? 'wrong' : 'right');
      expect(progress.at(-1)).toBe(report.ballotCount);
      expect(engine).toBe('bigint+lanes');
    },
  );
});
