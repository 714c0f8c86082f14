import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ManualTimer, PATIENCE } from '../../test/manual-timer.ts';
import { numberedSlip, readRows, rowsOf } from '../../test/slips.ts';
import { type Bitmap, pngToBitmap } from '../bitmap.ts';
import { connectPrinter } from '../connect.ts';
import { parseTwinCommand } from './control.ts';
import { paperFolder } from './paper-folder.ts';
import { startVirtualPrinter, type VirtualPrinter } from './virtual-printer.ts';

const twins: VirtualPrinter[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const twin of twins.splice(0)) await twin.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function started(
  options: Partial<Parameters<typeof startVirtualPrinter>[0]> = {},
): Promise<VirtualPrinter> {
  const twin = await startVirtualPrinter({ port: 0, ...options });
  twins.push(twin);
  return twin;
}

async function print(twin: VirtualPrinter, slip: number, cut: 'hold' | 'full' = 'full'): Promise<void> {
  const printer = await connectPrinter({
    host: twin.host,
    port: twin.port,
    timer: new ManualTimer(),
    patience: PATIENCE,
  });
  if (!printer.ok) throw new Error(printer.error.type);
  const result = await printer.value.print({ rasters: [numberedSlip(slip, 30)], feedDots: 8, cut });
  expect(result.ok).toBe(true);
  printer.value.close();
}

test('a folder of paper: PNG files that read back, with names and times that tell no order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-paper-'));
  folders.push(folder);
  let drawn = 0;
  const random = (byteCount: number): Uint8Array => {
    drawn += 1;
    return new Uint8Array(byteCount).fill(255 - drawn);
  };
  const twin = await started({ onPaper: paperFolder(join(folder, 'box'), random) });
  for (const slip of [1, 2, 3]) await print(twin, slip);
  const files = readdirSync(join(folder, 'box'));
  expect(files.sort()).toEqual(['fcfcfcfcfcfcfcfc.png', 'fdfdfdfdfdfdfdfd.png', 'fefefefefefefefe.png']);
  const slips = files.map((file) => {
    expect(statSync(join(folder, 'box', file)).mtimeMs).toBe(0);
    return readRows(pngToBitmap(new Uint8Array(readFileSync(join(folder, 'box', file)))));
  });
  expect(slips).toEqual([rowsOf(3, 30), rowsOf(2, 30), rowsOf(1, 30)]);
});

test('the window shows the held slip and says when it changes', async () => {
  let changes = 0;
  const twin = await started({
    onWindow: () => {
      changes += 1;
    },
  });
  await print(twin, 1, 'hold');
  expect(changes).toBeGreaterThan(0);
  expect(readRows(twin.window())).toEqual(rowsOf(1, 30));
  expect(twin.window().height).toBe(96 + 30 + 8);
});

test('narrow paper cuts off what is beyond its width', async () => {
  const pieces: Bitmap[] = [];
  const twin = await started({ widthDots: 380, onPaper: (piece) => pieces.push(piece) });
  await print(twin, 1);
  expect(pieces.map(({ width }) => width)).toEqual([380]);
  expect(pieces.flatMap(readRows)).toEqual(rowsOf(1, 30));
});

describe('the control port', () => {
  /** Sends text and gives back as many lines as asked for. */
  function talk(port: number, text: string, lines: number): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port });
      let received = '';
      socket.setEncoding('utf8');
      socket.on('error', reject);
      socket.on('data', (part) => {
        received += String(part);
        const whole = received.split('\n').slice(0, -1);
        if (whole.length < lines) return;
        socket.destroy();
        resolve(whole.map((line): unknown => JSON.parse(line)));
      });
      socket.write(text);
    });
  }

  test('obeys one JSON object a line and answers with the state', async () => {
    const twin = await started({ controlPort: 0 });
    const commands =
      '{"type":"open-cover","afterRows":0}\n{"type":"run-out","afterMillimetres":7}\n{"type":"dance"}\nrubbish\n';
    const answers = await talk(twin.controlPort ?? 0, commands, 4);
    expect(answers[0]).toMatchObject({
      ok: true,
      state: { coverOpen: true, paper: 'enough', connected: false },
    });
    expect(answers[1]).toMatchObject({ ok: true, state: { paper: 'near-end', rollLeftMillimetres: 7 } });
    expect(answers[2]).toMatchObject({ ok: false });
    expect(answers[3]).toEqual({ ok: false, error: 'not JSON' });
    expect(twin.state()).toMatchObject({ coverOpen: true, rollLeftMillimetres: 7 });
  });

  test('ends a connection that sends no line end', async () => {
    const twin = await started({ controlPort: 0 });
    const socket = connect({ host: '127.0.0.1', port: twin.controlPort ?? 0 });
    socket.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
    });
    socket.write('x'.repeat(5_000));
    await closed;
    expect(twin.state().connected).toBe(false);
  });

  test.each([
    ['{"type":"jam","afterRows":3,"noticed":true}', { type: 'jam', afterRows: 3, noticed: true }],
    ['{"type":"lie","how":"deaf"}', { type: 'lie', how: 'deaf' }],
    ['{"type":"speed","rowsPerSecond":1200}', { type: 'speed', rowsPerSecond: 1200 }],
    ['{"type":"power-cycle","afterRows":0}', { type: 'power-cycle', afterRows: 0 }],
    ['{"type":"new-roll"}', { type: 'new-roll' }],
  ])('reads %s', (line, command) => {
    expect(parseTwinCommand(line)).toEqual({ ok: true, value: command });
  });

  test.each([
    ['[]', 'not a JSON object'],
    ['null', 'not a JSON object'],
    ['{"type":"jam","afterRows":3}', '"jam" has exactly these fields: type, afterRows, noticed'],
    ['{"type":"new-roll","afterRows":3}', '"new-roll" has exactly these fields: type'],
    ['{"type":"jam","afterRows":-1,"noticed":true}', 'a field of "jam" has the wrong kind of value'],
    ['{"type":"jam","afterRows":1.5,"noticed":true}', 'a field of "jam" has the wrong kind of value'],
    ['{"type":"jam","afterRows":1,"noticed":"yes"}', 'a field of "jam" has the wrong kind of value'],
    ['{"type":"lie","how":"politely"}', 'a field of "lie" has the wrong kind of value'],
    ['{"type":"unplug","afterRows":1e9}', 'a field of "unplug" has the wrong kind of value'],
    ['{"type":"run-out","afterMillimetres":null}', 'a field of "run-out" has the wrong kind of value'],
    ['{"type":"speed","rowsPerSecond":"fast"}', 'a field of "speed" has the wrong kind of value'],
    [`{"type":"state"${' '.repeat(1_000)}}`, 'a command has at most 1000 characters'],
  ])('refuses %s', (line, error) => {
    expect(parseTwinCommand(line)).toEqual({ ok: false, error });
  });
});
