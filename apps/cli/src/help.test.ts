import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'bilik-help-'));
const before = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

/** Types `bilik WORDS` here. */
async function type(...words: string[]): Promise<{ code: number; said: string; complained: string }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const code = await main(words);
    return { code, said: out.mock.calls.flat().join('\n'), complained: err.mock.calls.flat().join('\n') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

describe('--help', () => {
  test('of every command and every part of one prints its own flags first, and does nothing else', async () => {
    const { said: list } = await type('--help');
    const commands = [...list.matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(([, name = '']) => name);
    expect(commands).toEqual(
      expect.arrayContaining(['run', 'center', 'package', 'device', 'printer', 'verify']),
    );
    let parts = 0;
    for (const name of commands) {
      const help = await type(name, '--help');
      expect([name, help.code, help.complained]).toEqual([name, 0, '']);
      expect(help.said).toMatch(new RegExp(`^bilik ${name}\\b`));
      for (const [, part = ''] of help.said.matchAll(new RegExp(`^bilik ${name} ([a-z]+) `, 'gm'))) {
        parts += 1;
        for (const words of [['--help'], ['-h'], ['--home', 'there', '--second', 'stick', '--help']]) {
          const own = await type(name, part, ...words);
          expect([own.code, own.complained]).toEqual([0, '']);
          expect(own.said).toMatch(new RegExp(`^bilik ${name} ${part} `));
          expect(own.said.match(/^bilik /gm), own.said).toHaveLength(1);
        }
      }
    }
    expect(parts).toBe(10);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('wins over whatever else is asked for', async () => {
    for (const words of [
      ['run', '--fresh', '--home', 'here', '--help'],
      ['synthetic-list', '--village', '16.07.01.2003', '--out', 'list.csv', '-h'],
      ['handbook', '--out', 'handbook.pdf', '--help'],
      ['roles', '--help'],
      ['printer', '--port', '0', '--help'],
    ])
      expect(await type(...words)).toMatchObject({ code: 0, complained: '' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a part that is not understood prints the flags of that part alone', async () => {
  const { code, complained } = await type('package', 'load', '--frob');
  expect(code).toBe(2);
  expect(complained).toMatch(/^bilik package load /);
  expect(complained).not.toContain('bilik package build');
});
