import { mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { cutSlip, DROPPED, NOT_SENT, SLIP_ROWS } from '../../test/bench.ts';
import { readRows, rowsOf } from '../../test/slips.ts';
import { openPrinterTerminal, type PrinterTerminal } from '../../test/terminal.ts';
import {
  type Bitmap,
  connectPrinter,
  type PrinterAnswers,
  type SlipPrinter,
  startVirtualPrinter,
  type VirtualPrinter,
} from '../index.ts';
import { findDeviceFile } from './device-file.ts';

let folder: string;
let twin: VirtualPrinter;
const twins: VirtualPrinter[] = [];
let pieces: Bitmap[];
let onWindow: () => void = () => undefined;
const terminals: PrinterTerminal[] = [];
const PATIENCE = { connectMs: 3_000, statusMs: 2_000, jobMs: 15_000, pollMs: 50 };

async function plugIn(answers: PrinterAnswers = 'real-time'): Promise<PrinterTerminal> {
  pieces = [];
  twin = await startVirtualPrinter({
    port: 0,
    answers,
    onPaper: (piece) => pieces.push(piece),
    onWindow: () => onWindow(),
  });
  twins.push(twin);
  const terminal = await openPrinterTerminal(twin.port);
  terminals.push(terminal);
  return terminal;
}

/** Settles when that much paper is uncut. */
const moved = (rows: number): Promise<void> =>
  new Promise((settle) => {
    onWindow = () => {
      if (twin.state().rowsUncut >= rows) settle();
    };
  });

const reach = (file: string, answers: PrinterAnswers = 'real-time') =>
  connectPrinter({ file, answers, patience: PATIENCE });

async function reached(file: string, answers: PrinterAnswers = 'real-time'): Promise<SlipPrinter> {
  const connected = await reach(file, answers);
  if (!connected.ok) throw new Error(connected.error.type);
  return connected.value;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bilik-lp-'));
  return async () => {
    for (const opened of twins.splice(0)) await opened.stop();
    for (const terminal of terminals.splice(0)) await terminal.unplug();
    rmSync(folder, { recursive: true, force: true });
  };
});

describe('a printer behind a device file', () => {
  test('prints every row of a slip, cuts it, and says so itself', async () => {
    const printer = await reached((await plugIn()).path);
    expect(await printer.print(cutSlip(1))).toEqual({ ok: true, value: 'paper-moved' });
    expect(pieces.flatMap(readRows)).toEqual(rowsOf(1, SLIP_ROWS));
    printer.close();
    await printer.gone;
    expect(await printer.print(cutSlip(2))).toMatchObject({ error: { type: 'unreachable', ...NOT_SENT } });
  });

  test('a slip far longer than one transfer arrives whole', async () => {
    const printer = await reached((await plugIn()).path);
    const slips = [1, 2, 3, 4].map((slip) => cutSlip(slip).rasters[0]).filter((slip) => slip !== undefined);
    expect(await printer.print({ rasters: slips, feedDots: 0, cut: 'full' })).toMatchObject({ ok: true });
    expect(pieces.flatMap(readRows)).toEqual([1, 2, 3, 4].flatMap((slip) => rowsOf(slip, SLIP_ROWS)));
    printer.close();
  });

  test('says what is wrong before anything is sent, and what happened in mid-job', async () => {
    const printer = await reached((await plugIn()).path);
    twin.command({ type: 'open-cover', afterRows: 0 });
    expect(await printer.print(cutSlip(1))).toMatchObject({ error: { type: 'cover-open', ...NOT_SENT } });
    twin.command({ type: 'close-cover' });
    twin.command({ type: 'near-end' });
    expect(await printer.status()).toMatchObject({ value: { online: true, paper: 'near-end' } });
    twin.command({ type: 'jam', afterRows: 100, noticed: true });
    expect(await printer.print(cutSlip(2))).toMatchObject({ error: { type: 'jam', ...DROPPED } });
    printer.close();
  });

  test('what an earlier process left unread is not taken for an answer to this one', async () => {
    const terminal = await plugIn();
    const earlier = await reached(terminal.path);
    void earlier.status();
    earlier.close();
    await earlier.gone;
    const printer = await reached(terminal.path);
    twin.command({ type: 'open-cover', afterRows: 0 });
    expect(await printer.status()).toMatchObject({ value: { coverOpen: true } });
    printer.close();
  });

  test('pulled in mid-job and back under another number: the job is known to be cut, and the next connection finds it', async () => {
    const anyNumber = join(folder, 'lp*');
    const first = await plugIn();
    symlinkSync(first.path, join(folder, 'lp0'));
    const printer = await reached(anyNumber);
    twin.command({ type: 'speed', rowsPerSecond: 24 });
    const printing = printer.print(cutSlip(1));
    await moved(120);
    await first.unplug();
    unlinkSync(join(folder, 'lp0'));
    expect(await printing).toMatchObject({
      error: { type: 'vanished-in-mid-job', paper: 'may-have-moved', rest: 'may-still-print' },
    });
    expect(await reach(anyNumber)).toMatchObject({ error: { type: 'unreachable', ...NOT_SENT } });
    symlinkSync((await plugIn()).path, join(folder, 'lp1'));
    const again = await reached(anyNumber);
    expect(await again.print(cutSlip(2))).toEqual({ ok: true, value: 'paper-moved' });
    again.close();
  });
});

describe('which file is the printer', () => {
  test('no file, two that fit, and names that only look alike', async () => {
    expect(findDeviceFile(join(folder, 'none', 'lp*'))).toEqual({ ok: false, error: 'unreachable' });
    expect(findDeviceFile(join(folder, 'lp*'))).toEqual({ ok: false, error: 'unreachable' });
    for (const name of ['lp', 'lpx1', 'lp1x', 'tty1']) writeFileSync(join(folder, name), '');
    expect(findDeviceFile(join(folder, 'lp*'))).toEqual({ ok: false, error: 'unreachable' });
    writeFileSync(join(folder, 'lp12'), '');
    expect(findDeviceFile(join(folder, 'lp*'))).toEqual({ ok: true, value: join(folder, 'lp12') });
    writeFileSync(join(folder, 'lp3'), '');
    expect(await reach(join(folder, 'lp*'))).toMatchObject({
      error: { type: 'several-printers', ...NOT_SENT },
    });
  });

  test('an ordinary file is refused before one byte of a slip is in it', async () => {
    const file = join(folder, 'lp0');
    writeFileSync(file, 'before');
    expect(await reach(file)).toMatchObject({ error: { type: 'unreachable', ...NOT_SENT } });
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(await reach(folder)).toMatchObject({ error: { type: 'unreachable' } });
  });

  test('a device that says nothing is no printer of ours', async () => {
    expect(
      await connectPrinter({ file: '/dev/null', patience: { ...PATIENCE, statusMs: 60 } }),
    ).toMatchObject({ error: { type: 'no-answer', ...NOT_SENT } });
  });
});

describe('a printer that answers in order only', () => {
  test('prints, and its answer comes after the last row was worked off', async () => {
    const printer = await reached((await plugIn('in-order')).path, 'in-order');
    expect(await printer.print(cutSlip(1))).toEqual({ ok: true, value: 'paper-moved' });
    expect(pieces.flatMap(readRows)).toEqual(rowsOf(1, SLIP_ROWS));
    twin.command({ type: 'near-end' });
    expect(await printer.status()).toMatchObject({ value: { paper: 'near-end' } });
    printer.close();
  });

  test('is taken for no printer of ours when it is asked in real time', async () => {
    const terminal = await plugIn('in-order');
    expect(
      await connectPrinter({ file: terminal.path, patience: { ...PATIENCE, statusMs: 100 } }),
    ).toMatchObject({ error: { type: 'no-answer', ...NOT_SENT } });
  });

  test('is silent when the paper stops in mid-job: nobody knows what is on it, and the rest comes out before the next job', async () => {
    const terminal = await plugIn('in-order');
    const impatient = {
      file: terminal.path,
      answers: 'in-order',
      patience: { ...PATIENCE, jobMs: 300 },
    } as const;
    const connected = await connectPrinter(impatient);
    if (!connected.ok) throw new Error(connected.error.type);
    twin.command({ type: 'open-cover', afterRows: 100 });
    expect(await connected.value.print(cutSlip(1))).toMatchObject({
      error: { type: 'no-answer', paper: 'may-have-moved', rest: 'may-still-print' },
    });
    await connected.value.gone;
    expect(await connectPrinter({ ...impatient, patience: { ...PATIENCE, statusMs: 100 } })).toMatchObject({
      error: { type: 'no-answer', ...NOT_SENT },
    });
    twin.command({ type: 'close-cover' });
    const printer = await reached(terminal.path, 'in-order');
    expect(await printer.print(cutSlip(2))).toEqual({ ok: true, value: 'paper-moved' });
    expect(pieces.flatMap(readRows)).toEqual([...rowsOf(1, SLIP_ROWS), ...rowsOf(2, SLIP_ROWS)]);
    printer.close();
  });

  test('a lie that confirms without moving cannot be told from the truth', async () => {
    const printer = await reached((await plugIn('in-order')).path, 'in-order');
    twin.command({ type: 'lie', how: 'answers-without-moving' });
    expect(await printer.print(cutSlip(1))).toEqual({ ok: true, value: 'paper-moved' });
    expect(pieces).toEqual([]);
    printer.close();
  });
});
