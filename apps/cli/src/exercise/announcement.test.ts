import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { announce, announceRegency, commandAgain, isOnPath, portTaken } from './announcement.ts';
import { exerciseHome } from './exercise-home.ts';
import { holdHome } from './exercise-lock.ts';
import { freeFirstPort } from './open-exercise.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'bilik-announce-'));
afterAll(() => rmSync(folder, { recursive: true }));

const local = (port: number): string => `http://127.0.0.1:${port}`;
const ADDRESSES = {
  outside: local(4100),
  desks: 2,
  booths: [local(4102)],
  trustees: [4131, 4132, 4133, 4134, 4135].map(local),
};

test('the address that leads comes first, then every other, then how to stop; all in one screen', () => {
  const text = announce(ADDRESSES, { hasTool: true, regency: 'left-out', again: 'npm start' });
  const addresses = [...text.matchAll(/http\S+/g)].map(([url]) => url);
  expect(addresses).toEqual([
    `${local(4100)}/luar/`,
    `${local(4100)}/buka/board-1`,
    `${local(4100)}/buka/desk-1`,
    `${local(4100)}/luar/#kartu`,
    `${local(4102)}/bilik/`,
    `${local(4131)}/`,
  ]);
  expect(text).toContain(`${local(4100)}/buka/desk-1  /buka/desk-2`);
  expect(text).toMatch(/:4132 {2}:4133 {2}:4134 {2}:4135/);
  expect(text).toContain('Ctrl+C');
  expect(text.split('\n').length).toBeLessThan(20);
});

test('of the regency it is said that it follows, or why there is none; whoever left it out hears nothing', () => {
  const told = (regency: 'follows' | 'left-out' | 'prepared-without') =>
    announce(ADDRESSES, { hasTool: true, regency, again: 'npm start' });
  expect(told('follows')).toContain('The regency opens after this');
  expect(told('prepared-without')).toContain('prepared without a regency; with one: --fresh');
  expect(told('left-out')).not.toMatch(/regency/i);
  expect(told('follows').split('\n').length).toBeLessThan(24);
});

test('an open regency says its addresses, one that failed its reason, and that the polling place runs on', () => {
  const standing = { url: local(4190), people: [], arrived: null, said: null };
  const open = announceRegency(local(4100), { ...standing, step: 'open' });
  expect([...open.matchAll(/http\S+/g)].map(([url]) => url)).toEqual([
    `${local(4100)}/luar/#kabupaten`,
    `${local(4190)}/kantor/`,
    `${local(4190)}/publik/`,
    ...['telepon', 'bukti', 'cek'].map((page) => `${local(4190)}/${page}/`),
    `${local(4100)}/luar/#alamat`,
  ]);
  const failed = announceRegency(local(4100), {
    ...standing,
    step: 'failed',
    said: 'There is no PostgreSQL',
  });
  expect(failed).toContain('There is no PostgreSQL');
  expect(failed).toContain('the polling place runs on');
  expect(failed).toContain('DATABASE_URL=');
});

test.each([
  [{}, 'npm start', 'npm start -- --fresh'],
  [{ home: 'office' }, 'npm start -- --home office', 'npm start -- --home office --fresh'],
  [
    { home: "it's here", port: '4300' },
    "npm start -- --home 'it'\\''s here' --port 4300",
    "npm start -- --home 'it'\\''s here' --port 4300 --fresh",
  ],
])('it says how to go on and how to begin anew where %j was asked for', (words, goOn, anew) => {
  const again = commandAgain(words);
  expect(again).toBe(goOn);
  const text = announce(ADDRESSES, { hasTool: true, regency: 'left-out', again });
  expect(text).toContain(`Lanjut / go on: ${goOn}. Mulai baru / anew: ${anew}\n`);
});

test('belenios-tool is named only where it is missing, once', () => {
  expect(announce(ADDRESSES, { hasTool: true, regency: 'left-out', again: 'npm start' })).not.toContain(
    'belenios-tool',
  );
  expect(
    announce(ADDRESSES, { hasTool: false, regency: 'left-out', again: 'npm start' }).match(
      /apt-get install belenios-tool/g,
    ),
  ).toHaveLength(1);
});

test('a program is on the path when one of its folders has it and it may be started', () => {
  const program = join(folder, 'some-tool');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
  expect(isOnPath('some-tool', ['/nowhere', '', folder].join(':'))).toBe(true);
  expect(isOnPath('other-tool', folder)).toBe(false);
  chmodSync(program, 0o644);
  expect(isOnPath('some-tool', folder)).toBe(false);
});

/** Runs `bilik run` here and gives back what it said on stderr. */
async function run(...parameters: string[]): Promise<{ code: number; said: string }> {
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const code = await runCommand(['--home', join(folder, 'home'), ...parameters]);
    return { code, said: err.mock.calls.flat().join('\n') };
  } finally {
    err.mockRestore();
  }
}

test.each([[['--nonsense']], [['a-word']], [['--port', '80']], [['--voters', 'many']], [['--booths', '0']]])(
  'a command line that is none, %j: 2, with the usage and no stack trace',
  async (parameters) => {
    const { code, said } = await run(...parameters);
    expect(code).toBe(2);
    expect(said).toContain('bilik run [--port N]');
    expect(said).not.toContain('    at ');
  },
);

test('a taken port: 1; says that Bilik may run already, and a port that is free', async () => {
  const first = await freeFirstPort();
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(first + 1, '127.0.0.1', resolve));
  try {
    const { code, said } = await run('--port', String(first));
    expect(code).toBe(1);
    expect(said).toContain(`Port ${first + 1} is taken by another program`);
    expect(said).toContain(`http://127.0.0.1:${first}/luar/`);
    const free = Number(/npm start -- --port (\d+)/.exec(said)?.[1]);
    expect(free).toBeGreaterThan(first);
    expect(portTaken(first + 1, first, free)).toBe(said);
  } finally {
    await new Promise((resolve) => taken.close(resolve));
  }
});

test('a folder in which an exercise runs: 1; nothing is opened, and --fresh removes nothing', async () => {
  const home = join(folder, 'running');
  const held = holdHome(home);
  if (held === undefined) throw new Error('nobody else knows this folder');
  writeFileSync(join(home, 'kept'), 'by the one that runs');
  const first = await freeFirstPort();
  const { code, said } = await run('--home', home, '--port', String(first), '--fresh');
  expect(code).toBe(1);
  expect(said).toContain(`An exercise runs in ${home}; nothing was changed.`);
  expect(existsSync(join(home, 'kept'))).toBe(true);
  held.empty();
  expect(existsSync(join(home, 'kept'))).toBe(false);
  expect(holdHome(home)).toBeUndefined();
  held.release();
  const next = holdHome(home);
  expect(next).toBeDefined();
  next?.release();
});

test('a list, rules or addresses for an exercise that has its own: 2; nothing is changed unless it begins anew', async () => {
  const { preparedMark } = exerciseHome(join(folder, 'home'));
  mkdirSync(dirname(preparedMark), { recursive: true });
  writeFileSync(preparedMark, '{}');
  for (const parameters of [['--mobile-group'], ['--addresses', '10.20.0.2'], ['--list', 'list.xlsx']]) {
    const { code, said } = await run(...parameters);
    expect(code).toBe(2);
    expect(said).toContain('This exercise already has a list, rules and addresses. Nothing was changed.');
  }
  rmSync(preparedMark);
});
