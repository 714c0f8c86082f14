import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connectPrinter, pngToBitmap } from '@bilik/devices';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { printerCommand, USAGE } from './printer-command.ts';

const BILIK = join(import.meta.dirname, '../../bilik.mjs');
const folder = mkdtempSync(join(tmpdir(), 'bilik-printer-'));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Types `bilik printer WORDS`, and waits until it listens. */
async function startTwin(...words: string[]) {
  const child = spawn(process.execPath, [BILIK, 'printer', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => said.push(line));
  await expect.poll(() => said.join('\n'), { timeout: 20_000 }).toMatch(/printer ready tcp:/);
  const port = Number(/printer ready tcp:\/\/127\.0\.0\.1:(\d+)/.exec(said.join('\n'))?.[1]);
  return { child, said, port };
}

const inkOf = (path: string): boolean =>
  pngToBitmap(new Uint8Array(readFileSync(path))).data.some((byte) => byte !== 0);

/** A piece of paper with a black band. */
const band = (height: number) => ({
  width: 576,
  height,
  data: new Uint8Array((576 / 8) * height).fill(0xff),
});

test('a slip hangs behind the glass, then lies cut off among the pictures; the command says where, and ends when it is stopped', async () => {
  const home = join(folder, 'twin');
  const { child, said, port } = await startTwin('--home', home, '--port', '0');
  expect(said.join('\n')).toContain('TWIN of a printer, for exercises alone');
  const printer = await connectPrinter({ host: '127.0.0.1', port });
  if (!printer.ok) throw new Error(printer.error.type);
  expect(await printer.value.print({ rasters: [band(200)], feedDots: 0, cut: 'hold' })).toMatchObject({
    ok: true,
  });
  await expect.poll(() => readdirSync(home)).toContain('window.png');
  await expect.poll(() => inkOf(join(home, 'window.png'))).toBe(true);
  expect(readdirSync(join(home, 'slips'))).toEqual([]);
  expect(await printer.value.print({ rasters: [band(40)], feedDots: 0, cut: 'full' })).toMatchObject({
    ok: true,
  });
  printer.value.close();
  const [slip = ''] = readdirSync(join(home, 'slips'));
  expect(inkOf(join(home, 'slips', slip))).toBe(true);
  await expect.poll(() => said.join('\n')).toContain(`cut off: ${join(home, 'slips', slip)}`);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await gone).toBe(0);
}, 40_000);

describe('a command line that is none', () => {
  test.each([
    [['--nonsense']],
    [['a-word']],
    [['--port', '99999']],
    [['--paper', '70']],
    [['--control', 'x']],
  ])('%j: 2, with the usage; nothing listens and nothing is written', async (words) => {
    const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    try {
      expect(await printerCommand(['--home', join(folder, 'none'), ...words])).toBe(2);
      expect(err.mock.calls.flat()).toEqual([USAGE]);
    } finally {
      err.mockRestore();
    }
    expect(readdirSync(folder)).not.toContain('none');
  });
});
