import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { regencyCommand } from './regency-command.ts';

const root = mkdtempSync(join(tmpdir(), 'bilik-regency-'));
afterAll(() => rmSync(root, { recursive: true }));

test.each([
  ['more villages than the regency has', ['--regency', '33.27', '--villages', '300'], 'has 212 villages'],
  ['no such regency', ['--regency', '33.99'], '33.99'],
  ['more machines than villages', ['--villages', '4', '--electronic', '5'], 'bilik rehearse regency'],
  ['a village of ten people', ['--villages', '4', '--electronic', '1', '--voters', '40'], '--voters'],
])('%s: said, and nothing is begun', async (_what, words, said) => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const out = join(root, 'new');
    expect(await regencyCommand([...words, '--out', out])).toBe(2);
    expect(error.mock.calls.flat().join('\n')).toContain(said);
    expect(existsSync(out)).toBe(false);
  } finally {
    error.mockRestore();
  }
});

test('what is there is not touched: a file, a folder with something in it', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const file = join(root, 'notes.txt');
    writeFileSync(file, 'mine');
    for (const out of [file, root]) expect(await regencyCommand(['--out', out])).toBe(2);
    expect(readdirSync(root)).toEqual(['notes.txt']);
  } finally {
    error.mockRestore();
  }
});
