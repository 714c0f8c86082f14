import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVirtualPrinter } from '@bilik/devices';
import { beforeEach, expect, test } from 'vitest';
import { LOW_VOTERS, millimetresOf, NEARLY_OUT_VOTERS, openPaperRoll } from './paper-roll.ts';
import { openPrinting } from './printing.ts';

const picture = (height: number) => ({ width: 8, height, data: new Uint8Array(height).fill(1) });
const CHOICE = { rasters: [picture(800)], feedDots: 120, cut: 'hold' } as const;
const MARK = { rasters: [picture(240)], feedDots: 40, cut: 'full' } as const;
const TRACKER = { rasters: [picture(960)], feedDots: 40, cut: 'full' } as const;
/** 115 + 50 + 140 mm */
const VOTER = [TRACKER, CHOICE, MARK];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bilik-roll-'));
  return () => rmSync(folder, { recursive: true, force: true });
});
const open = (metres = 80) => openPaperRoll(folder, metres, VOTER);
const vote = (roll: ReturnType<typeof open>) => VOTER.forEach(roll.use);

test('a voter of 305 mm: a roll says so an hour before its end, and again before it ends under a slip', () => {
  expect(VOTER.map(millimetresOf)).toEqual([140, 115, 50]);
  const roll = open(20);
  const words: Record<string, number> = {};
  let votersOnRoll = 0;
  while (roll.left().voters > 0) {
    const word = roll.word(false);
    words[word] = (words[word] ?? 0) + 1;
    vote(roll);
    votersOnRoll += 1;
  }
  expect(votersOnRoll).toBe(65);
  expect(roll.left()).toEqual({ millimetres: 20_000 - 65 * 305, voters: 0, slips: 65 });
  expect(words).toEqual({
    enough: 65 - LOW_VOTERS,
    low: LOW_VOTERS - NEARLY_OUT_VOTERS,
    'nearly-out': NEARLY_OUT_VOTERS,
  });
});

test('what was used is used after a restart too, and the file never changes its length', () => {
  const length = () => statSync(join(folder, 'paper-left')).size;
  vote(open());
  const first = length();
  expect(open().left()).toEqual({ millimetres: 80_000 - 305, voters: 261, slips: 1 });
  const roll = open();
  roll.ranOut();
  expect(length()).toBe(first);
  expect(open().left()).toEqual({ millimetres: 0, voters: 0, slips: 1 });
  roll.changed(50);
  expect(length()).toBe(first);
  expect(open().left()).toEqual({ millimetres: 50_000, voters: 163, slips: 0 });
});

test('the sensor of the printer warns when the reckoning does not', () => {
  expect(open().word(true)).toBe('low');
  expect(open().word(false)).toBe('enough');
});

test('a file that says something else is not taken for a full roll', () => {
  writeFileSync(join(folder, 'paper-left'), 'much');
  expect(() => open()).toThrow('paper-left');
});

test('the reckoning is never better than the paper: held, cut and torn jobs against the roll of a printer', async () => {
  const twin = await startVirtualPrinter({ port: 0, rollMillimetres: 4_000 });
  const roll = open(4);
  const printing = openPrinting({ host: twin.host, port: twin.port }, roll);
  try {
    for (let voter = 0; voter < 5; voter += 1) for (const job of VOTER) await printing.print(job);
    twin.command({ type: 'unplug', afterRows: 100 });
    expect(await printing.print(TRACKER)).toMatchObject({ ok: false });
    twin.command({ type: 'plug-in' });
    const { rollLeftMillimetres } = twin.state();
    const { millimetres } = roll.left();
    expect(millimetres).toBeLessThanOrEqual(rollLeftMillimetres);
    expect(rollLeftMillimetres - millimetres).toBeLessThan(200);
    twin.command({ type: 'run-out', afterMillimetres: 0 });
    expect(await printing.ready()).toMatchObject({ ok: false, error: 'paper-out' });
    expect(Number(readFileSync(join(folder, 'paper-left'), 'utf8').slice(0, 7))).toBe(0);
  } finally {
    await twin.stop();
  }
});
