import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pairWithStation, stationFetch } from '@bilik/server';
import { phrase } from '@bilik/words';
import { afterAll, expect, test } from 'vitest';
import { DRILL_STEPS } from '../apps/cli/src/drill/drill-steps.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';

afterAll(removeFolders);

const BILIK = join(import.meta.dirname, '..', 'apps', 'cli', 'bilik.mjs');

test('bilik drill --auto: every fault happens to real processes, is handled as the drill says, and is seen to be', () => {
  const home = join(newFolder(), 'drill');
  const { status, stdout, stderr } = spawnSync(process.execPath, [BILIK, 'drill', '--auto', '--home', home], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  for (const step of DRILL_STEPS) {
    expect(stdout).toContain(phrase('id', `drill.${step}.happens`));
    expect(stdout).toContain(phrase('id', 'drill.done', { text: phrase('id', `drill.${step}.done`) }));
  }
  expect(stdout).not.toContain(phrase('id', 'drill.enter'));
  const count = DRILL_STEPS.length;
  expect(stdout).toContain(phrase('id', 'drill.summary', { done: count, count }));
});

test('people who open the screens that it names and press Enter: it sees what they do, and goes on without what they leave out', async () => {
  const home = join(newFolder(), 'drill');
  const only = ['lan-down', 'clock-jump'].flatMap((step) => ['--only', step]);
  const drill = spawn(process.execPath, [BILIK, 'drill', '--home', home, ...only], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(drill, 'exit');
  const said: string[] = [];
  const lines = createInterface({ input: drill.stdout });
  lines.on('line', (line) => said.push(line));
  const hear = async (words: string): Promise<string> => {
    while (!said.join('\n').includes(words)) await once(lines, 'line');
    return said.splice(0).join('\n');
  };
  const type = (text: string) => drill.stdin.write(`${text}\n`);
  const screens = await hear('/luar/');
  for (const link of screens.match(/http:\/\/\S+\/buka\/[a-z]+-1/g) ?? []) await becomes(link);
  type('');
  await hear(phrase('id', 'drill.lan-down.hands'));
  type('');
  await hear(phrase('id', 'drill.lan-down.people'));
  type('');
  expect(await hear(phrase('id', 'drill.lan-down.done'))).toContain(phrase('id', 'drill.looking'));
  await hear(phrase('id', 'drill.clock-jump.hands'));
  type('');
  await hear(phrase('id', 'drill.clock-jump.people'));
  type('l');
  expect(await hear(phrase('id', 'drill.summary', { done: 1, count: 2 }))).toContain(
    phrase('id', 'drill.skipped'),
  );
  expect(await ended).toEqual([1, null]);
});

/** Makes a browser the device of a link, as its page does. */
async function becomes(link: string): Promise<void> {
  const opened = await fetch(link, { redirect: 'manual' });
  const to = new URL(opened.headers.get('location') ?? '');
  const [device = '', secret = '', code = ''] = to.hash.slice(1).split('.');
  const role = device.startsWith('board') ? 'board' : 'desk';
  const prepared = { device, role, number: 1, secret } as const;
  const paired = await pairWithStation(stationFetch(null), to.origin, prepared, code);
  expect(paired.ok).toBe(true);
}

test('a fault that does not exist is none: usage, and nothing is opened', () => {
  const { status, stderr } = spawnSync(process.execPath, [BILIK, 'drill', '--only', 'flood'], {
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('stick-pulled');
});
