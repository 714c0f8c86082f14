import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ManualTimer } from '../../test/manual-timer.ts';
import { numberedSlip, readRows, rowsOf } from '../../test/slips.ts';
import type { Bitmap } from '../bitmap.ts';
import { encodeJob } from '../escpos/commands.ts';
import { type Command, CommandReader } from './command-reader.ts';
import { Mechanism } from './mechanism.ts';
import { RealTimeWatch } from './real-time.ts';
import { Roll } from './roll.ts';

/** Random bytes with many beginnings of commands, and some whole ones. */
const garbage = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        [0x1b],
        [0x1d],
        [0x10],
        [0x1d, 0x76, 0x30, 0],
        [0x1d, 0x28, 0x48],
        [0x1d, 0x56, 66, 9],
        [0x1b, 0x4a, 200],
      ),
      fc.constantFrom(
        [0x10, 4, 1],
        [0x10, 5, 2],
        [0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8],
        [0x1d, 0x28, 0x4c, 0xff, 0xff],
      ),
      fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 12 }),
    ),
    { maxLength: 60, size: 'max' },
  )
  .map((parts) => Uint8Array.from(parts.flat()));

function commandsOf(chunks: readonly Uint8Array[]): Command[] {
  const reader = new CommandReader();
  const commands: Command[] = [];
  for (const chunk of chunks) {
    reader.push(chunk);
    for (let command = reader.next(); command !== null; command = reader.next()) commands.push(command);
  }
  return commands;
}

function twin(rollMillimetres: number): {
  mechanism: Mechanism;
  pieces: Bitmap[];
  replies: number[];
  receive(bytes: Uint8Array): void;
} {
  const pieces: Bitmap[] = [];
  const replies: number[] = [];
  const mechanism = new Mechanism({
    roll: new Roll({ widthDots: 576, headToKnifeDots: 96, rollMillimetres }),
    rollMillimetres,
    answers: 'real-time',
    timer: new ManualTimer(),
    events: {
      reply: (bytes) => replies.push(...bytes),
      piece: (piece) => pieces.push(piece),
      moved: () => undefined,
    },
  });
  const watch = new RealTimeWatch();
  return {
    mechanism,
    pieces,
    replies,
    receive: (bytes) => {
      let used = 0;
      for (const { at, command } of watch.push(bytes)) {
        mechanism.receive(bytes.subarray(used, at + 1));
        used = at + 1;
        mechanism.realTime(command);
      }
      mechanism.receive(bytes.subarray(used));
    },
  };
}

describe('a stream of commands', () => {
  test('means the same however it is cut into pieces', () => {
    fc.assert(
      fc.property(
        garbage,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        (bytes, sizes) => {
          const chunks: Uint8Array[] = [];
          for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            chunks.push(bytes.subarray(start, start + size));
            start += size;
          }
          expect(commandsOf(chunks)).toEqual(commandsOf([bytes]));
        },
      ),
      { numRuns: 300, seed: 1607 },
    );
  });

  test('uses every byte once: nothing is invented and nothing kept but an unfinished command', () => {
    let skipped = 0;
    fc.assert(
      fc.property(garbage, (bytes) => {
        const reader = new CommandReader();
        reader.push(bytes);
        for (let command = reader.next(); command !== null; command = reader.next()) {
          if (command.type === 'skipped') skipped += 1;
        }
        expect(reader.bytesWaiting).toBeLessThanOrEqual(bytes.length);
        reader.clear();
        expect([reader.bytesWaiting, reader.next()]).toEqual([0, null]);
      }),
      { numRuns: 300, seed: 1607 },
    );
    expect(skipped).toBeGreaterThan(1_000);
  });
});

test('garbage of any kind does no harm: after the buffers are cleared and a new roll is in, a slip comes out right', () => {
  let repliesSeen = 0;
  let piecesSeen = 0;
  fc.assert(
    fc.property(fc.array(garbage, { maxLength: 4 }), (chunks) => {
      const { mechanism, pieces, replies, receive } = twin(2_000);
      for (const chunk of chunks) receive(chunk);
      repliesSeen += replies.length;
      piecesSeen += pieces.length;
      mechanism.realTime('clear-buffers');
      mechanism.loadNewRoll();
      const before = mechanism.roll.rowsUncut;
      receive(encodeJob({ rasters: [numberedSlip(5, 40)], feedDots: 3, cut: 'full' }, '0001'));
      expect(replies.slice(-7)).toEqual([0x37, 0x22, 0x30, 0x30, 0x30, 0x31, 0]);
      const piece = pieces.at(-1);
      expect(piece?.height).toBe(before + 40 + 3);
      expect(piece === undefined ? [] : readRows(piece).slice(-40)).toEqual(rowsOf(5, 40));
    }),
    { numRuns: 300, seed: 1607 },
  );
  expect(repliesSeen).toBeGreaterThan(100);
  expect(piecesSeen).toBeGreaterThan(50);
});

test('without dots as unit a feed is half as long, as on printers that step half dots', () => {
  const { mechanism, receive } = twin(1_000);
  receive(Uint8Array.of(0x1b, 0x4a, 100));
  expect(mechanism.roll.rowsUncut).toBe(96 + 50);
  receive(Uint8Array.of(0x1d, 0x50, 203, 203, 0x1b, 0x4a, 100));
  expect(mechanism.roll.rowsUncut).toBe(96 + 150);
});

test('a cut without feed leaves on the roll what has not passed the knife', () => {
  const { mechanism, pieces, receive } = twin(1_000);
  receive(encodeJob({ rasters: [numberedSlip(1, 150)], feedDots: 0, cut: 'hold' }, '0001'));
  receive(Uint8Array.of(0x1d, 0x56, 0));
  expect(pieces.map((piece) => piece.height)).toEqual([150]);
  expect(readRows(mechanism.roll.uncut())).toEqual(rowsOf(1, 150).slice(54));
});

test('an interrupted raster swallows what follows until the buffers are cleared', () => {
  const { pieces, receive } = twin(1_000);
  const job = encodeJob({ rasters: [numberedSlip(1, 100)], feedDots: 0, cut: 'full' }, '0001');
  receive(job.subarray(0, 3_000));
  receive(encodeJob({ rasters: [numberedSlip(2, 10)], feedDots: 0, cut: 'full' }, '0002'));
  expect(pieces).toEqual([]);
});
