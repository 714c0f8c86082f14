import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStatus, type Reply, ReplyReader } from './replies.ts';

const HEALTHY = 0b0001_0010;
const withBits = (...positions: number[]): number =>
  positions.reduce((byte, position) => byte | (1 << position), HEALTHY);

describe('replies', () => {
  test('status, end of job and cleared buffers, one after another and in pieces', () => {
    const bytes = Uint8Array.of(HEALTHY, 0x37, 0x22, 0x30, 0x30, 0x30, 0x31, 0, 0x37, 0x25, 0, HEALTHY);
    const expected: Reply[] = [
      { type: 'status', byte: HEALTHY },
      { type: 'end-of-job', jobId: '0001' },
      { type: 'buffers-cleared' },
      { type: 'status', byte: HEALTHY },
    ];
    expect(new ReplyReader().push(bytes)).toEqual(expected);
    const reader = new ReplyReader();
    expect([...bytes].flatMap((byte) => reader.push(Uint8Array.of(byte)))).toEqual(expected);
  });

  test('short, long and strange blocks mean nothing, and what follows them is read', () => {
    for (const block of [
      [0x37, 0x22, 0x30, 0x30, 0x30, 0],
      [0x37, 0x22, 0x30, 0x30, 0x30, 0x30, 0x30, 0],
      [0x37, 0x25, 0x30, 0],
      [0x37, 0x70, 0x40, 0],
      [0x37, 0],
      [0x37, ...new Array<number>(100).fill(0x41), 0],
    ]) {
      const found = new ReplyReader().push(Uint8Array.of(...block, HEALTHY));
      expect(found).toEqual([{ type: 'status', byte: HEALTHY }]);
    }
  });

  test('no random bytes ever confirm a job that they do not name, and the reader keeps working', () => {
    let confirmations = 0;
    const byte = fc.integer({ min: 0, max: 255 });
    const noise = fc
      .array(
        fc.oneof(
          fc.constantFrom([0x37], [0x22], [0], [HEALTHY], [0x37, 0x25, 0]),
          fc.tuple(byte, byte, byte, byte).map((id) => [0x37, 0x22, ...id, 0]),
          fc.array(byte, { minLength: 1, maxLength: 9 }),
        ),
        { maxLength: 40, size: 'max' },
      )
      .map((parts) => parts.flat());
    fc.assert(
      fc.property(noise, (bytes) => {
        const reader = new ReplyReader();
        const text = Buffer.from(bytes).toString('latin1');
        for (const reply of reader.push(Uint8Array.from(bytes))) {
          if (reply.type !== 'end-of-job') continue;
          confirmations += 1;
          expect(text).toContain(`7"${reply.jobId}\0`);
        }
        // Whatever block is open ends at the next NUL or by its length.
        reader.push(new Uint8Array(100));
        expect(reader.push(Uint8Array.of(0x37, 0x25, 0))).toEqual([{ type: 'buffers-cleared' }]);
      }),
      { numRuns: 500, seed: 1607 },
    );
    expect(confirmations).toBeGreaterThan(500);
  });
});

describe('status', () => {
  const fine = {
    online: true,
    coverOpen: false,
    paper: 'enough',
    cutterStuck: false,
    mechanicalError: false,
    passingError: false,
  };

  test.each([
    ['all well', [HEALTHY, HEALTHY, HEALTHY, HEALTHY], {}],
    ['offline', [withBits(3), HEALTHY, HEALTHY, HEALTHY], { online: false }],
    ['cover open', [withBits(3), withBits(2), HEALTHY, HEALTHY], { online: false, coverOpen: true }],
    ['paper near end', [HEALTHY, HEALTHY, HEALTHY, withBits(2, 3)], { paper: 'near-end' }],
    [
      'paper out by its sensor',
      [withBits(3), HEALTHY, HEALTHY, withBits(2, 3, 5, 6)],
      { online: false, paper: 'out' },
    ],
    [
      'printing stopped by paper end',
      [withBits(3), withBits(5), HEALTHY, HEALTHY],
      { online: false, paper: 'out' },
    ],
    ['cutter', [withBits(3), withBits(6), withBits(3), HEALTHY], { online: false, cutterStuck: true }],
    [
      'recoverable error',
      [withBits(3), withBits(6), withBits(2), HEALTHY],
      { online: false, mechanicalError: true },
    ],
    [
      'unrecoverable error',
      [withBits(3), withBits(6), withBits(5), HEALTHY],
      { online: false, mechanicalError: true },
    ],
    ['hot head', [withBits(3), withBits(6), withBits(6), HEALTHY], { online: false, passingError: true }],
  ] as const)('%s', (_name, bytes, changes) => {
    expect(parseStatus(bytes)).toEqual({ ...fine, ...changes });
  });
});
