import { createHash } from 'node:crypto';
import { villageCodeSchema } from '@bilik/election';
import { describe, expect, test } from 'vitest';
import {
  ballOfByte,
  ballOrder,
  checkDraw,
  type DrawRecord,
  drawCommitment,
  drawNumbers,
  drawRecordSchema,
} from './draw.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const VILLAGE = villageCodeSchema.parse('16.07.05.2003');
const CANDIDATES = ['sari', 'budi', 'wati', 'dedi', 'nur'];

function opening(candidates: readonly string[], dice: readonly number[] = [1, 6, 3, 4, 2, 5]) {
  const reveals = candidates.map((candidate) => ({
    candidate,
    words: `rahasia ${candidate}`,
    salt: sha256(candidate).slice(0, 32),
  }));
  const arrivals = reveals.map((reveal) => ({
    candidate: reveal.candidate,
    drawnBy: `Calon ${reveal.candidate}`,
    commitment: drawCommitment(VILLAGE, reveal, sha256),
  }));
  return { village: VILLAGE, arrivals, dice, reveals };
}

function drawn(candidates: readonly string[], dice?: readonly number[]): DrawRecord {
  const record = drawNumbers(opening(candidates, dice), sha256);
  if (!record.ok) throw new Error(record.error.sentence.en);
  return record.value;
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  return items.length === 0
    ? [[]]
    : items.flatMap((item, position) =>
        permutations(items.filter((_, other) => other !== position)).map((rest) => [item, ...rest]),
      );
}

describe('the draw', () => {
  test('the same record gives the same numbers; a vector worked out apart from this code', () => {
    const record = drawn(CANDIDATES);
    expect(drawn(CANDIDATES)).toEqual(record);
    expect(checkDraw(drawRecordSchema.parse(JSON.parse(JSON.stringify(record))), sha256)).toEqual({
      ok: true,
      value: null,
    });
    // packages/preparation/test/draw-vector.py computes these from the protocol's text with Python's hashlib
    expect(record.numbers.map(({ number }) => number)).toEqual(VECTOR);
  });

  test('every byte is as good for every ball: counted over all 256 values and all sizes of the bag', () => {
    for (const left of [1, 2, 3, 4, 5]) {
      const counts = Array.from({ length: left }, () => 0);
      for (let byte = 0; byte < 256; byte += 1) {
        const ball = ballOfByte(byte, left);
        if (ball !== null) counts[ball] = (counts[ball] ?? 0) + 1;
      }
      expect(new Set(counts).size).toBe(1);
      expect(counts[0]).toBe(Math.floor(256 / left));
    }
  });

  test('over all orders of arrival each candidate gets each number exactly equally often, for any seed', () => {
    for (const seed of ['a', 'b', 'c']) {
      const balls = ballOrder(sha256(seed), 5, sha256);
      const counts = new Map<string, number>();
      for (const order of permutations(CANDIDATES)) {
        order.forEach((candidate, position) => {
          const key = `${candidate} ${balls[position]}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        });
      }
      expect(counts.size).toBe(25);
      expect(new Set(counts.values())).toEqual(new Set([24]));
    }
  });

  test('over all 46,656 throws of six dice each order of three comes about equally often', () => {
    const counts = new Map<string, number>();
    const faces = [1, 2, 3, 4, 5, 6];
    const start = sha256('one room');
    for (let throwIndex = 0; throwIndex < 6 ** 6; throwIndex += 1) {
      const dice = faces.map((_, position) => (Math.floor(throwIndex / 6 ** position) % 6) + 1).join('');
      const order = ballOrder(sha256(start + dice), 3, sha256).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const expected = 6 ** 6 / 6;
    const chiSquared = [...counts.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(6);
    // 5 degrees of freedom: 20.5 is passed by chance once in a thousand
    expect(chiSquared).toBeLessThan(20.5);
  });

  test('one word, one die, one arrival, one number changed: the record no longer holds', () => {
    const record = drawn(['sari', 'budi', 'wati']);
    const fault = (changed: Partial<DrawRecord>) => {
      const answer = checkDraw({ ...record, ...changed }, sha256);
      return answer.ok ? 'holds' : answer.error.type;
    };
    expect(fault({})).toBe('holds');
    const otherWords = record.reveals.map((reveal, index) =>
      index === 1 ? { ...reveal, words: 'lain' } : reveal,
    );
    expect(fault({ reveals: otherWords })).toBe('commitment-broken');
    expect(fault({ reveals: record.reveals.slice(1) })).toBe('reveal-missing');
    expect(fault({ numbers: [...record.numbers].reverse() })).toBe('numbers-differ');
    expect(fault({ village: villageCodeSchema.parse('16.07.05.2004') })).toBe('commitment-broken');
    expect(fault({ arrivals: [...record.arrivals, ...record.arrivals.slice(0, 1)] })).toBe('arrival-twice');
    // another throw or order of arrival gives other numbers for most: counted, not hoped for
    const throws = [1, 2, 3, 4, 5, 6].map((die) => fault({ dice: [die, 1, 1, 1, 1, 1] }));
    expect(throws.filter((found) => found === 'numbers-differ').length).toBeGreaterThan(2);
  });
});

const VECTOR = [1, 3, 5, 2, 4];
