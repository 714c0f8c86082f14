import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syntheticSnapshot } from '@bilik/publication/synthetic';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOG_KEY, publishSite } from '../../test/made-site.ts';
import { appMain } from '../processes/app-process.ts';

const BILIK = join(import.meta.dirname, '..', '..', 'bilik.mjs');
const made = (seed: number) =>
  syntheticSnapshot({ seed, villages: 1, counted: 1, at: '2026-11-22T07:00:00Z' });
const site = publishSite('cosigned', made(1));
const home = dirname(site);
let witness: ChildProcess;
let witnessesFile = '';
let witnessKey = '';

/** Waits for the line that says where the witness listens. */
function firstLine(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    process.stdout?.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('\n')) resolve(text);
    });
    process.once('exit', () => reject(new Error(`the witness ended: ${text}`)));
  });
}

beforeAll(async () => {
  const parameters = [
    'witness',
    '--home',
    join(home, 'witness'),
    '--name',
    'kampus.example/saksi',
    '--log',
    LOG_KEY,
    '--port',
    '0',
  ];
  witness = spawn(process.execPath, [BILIK, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await firstLine(witness);
  const [, url = '', key = ''] = /ready (\S+) · (\S+)/.exec(line) ?? [];
  witnessKey = key;
  witnessesFile = join(home, 'witnesses.json');
  writeFileSync(witnessesFile, JSON.stringify([{ key, url }]));
});
afterAll(() => {
  witness.kill();
  rmSync(home, { recursive: true });
});

const cosign = (out: string) =>
  spawnSync(
    process.execPath,
    [appMain('portal'), 'cosign', '--out', out, '--key', join(home, 'log.key'), '--witnesses', witnessesFile],
    { encoding: 'utf8' },
  );
const check = (...more: string[]) =>
  spawnSync(process.execPath, [BILIK, 'portal', 'check', site, '--key', LOG_KEY, '--json', ...more], {
    encoding: 'utf8',
  });

test('the portal asks a witness that runs as a process of its own; its cosignature is published; another history is refused', () => {
  const before = check('--witness', witnessKey);
  expect(JSON.parse(before.stdout).findings).toMatchObject([{ rule: 'witnesses', fault: 'not-cosigned' }]);

  const asked = cosign(site);
  expect(asked.stdout).toContain('"type":"cosigned"');
  expect(asked.status).toBe(0);
  const after = check('--witness', witnessKey);
  expect(JSON.parse(after.stdout)).toMatchObject({ verdict: 'right', findings: [] });
  expect(after.status).toBe(0);

  // asking again begins at what the witness saw last, and adds no second line
  expect(cosign(site).status).toBe(0);
  expect(check('--witness', witnessKey).status).toBe(0);

  // the same key, another site: whoever sees it sees something else than the first visitor
  const fork = publishSite('fork', made(2));
  const refused = cosign(fork);
  rmSync(dirname(fork), { recursive: true });
  expect(refused.stdout).toMatch(/"type":"refused","status":4(?:09|22)/);
  expect(refused.status).toBe(1);
});
