import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { shuffle } from '@bilik/transfer/issue';
import { describe, expect, test } from 'vitest';
import { openBallotSlots, prepareBallotSlots } from '../apps/station/src/cast/ballot-slots.ts';
import { MORNING_MS } from './support/polling-place.ts';

// Attacks P1 and P2: whoever guesses the seed of a draw undoes it. Two things of a polling place lie in a drawn order: the pile of cards, and the
// places of the ballots in the store.

type Random = (count: number) => Uint8Array;

const SLOTS = 60;
const CASTS = 20;

/** The slots that real code draws one after the other, from the bytes of `random`. */
function drawnSlots(random: Random): number[] {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE ballot_slot (slot INTEGER PRIMARY KEY, content BLOB NOT NULL)');
  prepareBallotSlots(database, SLOTS, 800);
  const committed: (() => void)[] = [];
  const slots = openBallotSlots({ database, afterCommit: (act) => void committed.push(act) }, random);
  const drawn: number[] = [];
  for (let cast = 0; cast < CASTS; cast += 1) {
    const hash = cast.toString(16).padStart(64, '0');
    slots.put({ hash, credential: String(cast + 2), text: '', state: 'cast' });
    for (const act of committed.splice(0)) act();
    drawn.push(slots.entryByHash(hash)?.slot ?? -1);
  }
  database.close();
  return drawn;
}

function xorshift(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state;
  };
}

/** Generators that programs of this kind were found with, each as its next 32 bits; the seed is 32 bits or a time. */
const WEAK: Readonly<Record<string, (seed: number) => () => number>> = {
  'a linear congruence of 32 bits (Diebold)': (seed) => {
    let state = seed >>> 0;
    return () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state;
    };
  },
  'xorshift of 32 bits': xorshift,
  'mixing of 32 bits': (seed) => {
    let state = seed >>> 0;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return (mixed ^ (mixed >>> 14)) >>> 0;
    };
  },
};

/** Six bytes as the draws take them: their first 32 bits decide for so few places, but one in some hundred million. */
function bytesOf(next: () => number): Random {
  return (count) => {
    const bytes = Buffer.alloc(count);
    bytes.writeUInt32BE(next(), 0);
    return bytes;
  };
}

/** The same draw as the slots' (one free slot of `free`, the last takes its place), quick enough for millions of seeds. */
function couldHaveFilled(next: () => number, filled: Uint8Array, free: Uint8Array): boolean {
  for (let index = 0; index < SLOTS; index += 1) free[index] = index;
  for (let cast = 0; cast < CASTS; cast += 1) {
    const left = SLOTS - cast;
    const index = Math.floor((next() / 2 ** 32) * left);
    if (filled[free[index] ?? 0] === 0) return false;
    free[index] = free[left - 1] ?? 0;
  }
  return true;
}

/** Every seed that explains which slots are filled: all that an image of a disk tells. */
function seedsFor(drawn: readonly number[], weak: (seed: number) => () => number, seeds: Iterable<number>) {
  const filled = new Uint8Array(SLOTS);
  for (const slot of drawn) filled[slot] = 1;
  const free = new Uint8Array(SLOTS);
  const found: number[] = [];
  for (const seed of seeds) if (couldHaveFilled(weak(seed), filled, free)) found.push(seed);
  return [...new Set(found)];
}

const OPENING_MS = MORNING_MS;
/** `DRAW_SEEDS=4294967296` tries all that 32 bits can be: some half an hour a generator and day. */
const SMALL_SEEDS = Number(process.env['DRAW_SEEDS'] ?? 1_000_000);
/** Each millisecond of the minute around the opening and each second of the day, as 32 bits; the seeds that people choose; some of the rest. */
function* likelySeeds(): Generator<number> {
  for (let passed = -30_000; passed < 30_000; passed += 1) yield (OPENING_MS + passed) >>> 0;
  for (let second = -43_200; second < 43_200; second += 1) yield OPENING_MS / 1000 + second;
  for (let seed = 0; seed < SMALL_SEEDS; seed += 1) yield seed;
}

describe('the places of ballots', () => {
  test.each(Object.entries(WEAK))(
    'are not those of %s seeded with a time or a small number; a station that drew so is undone',
    (_name, weak) => {
      for (let day = 0; day < 3; day += 1) {
        expect(
          seedsFor(
            drawnSlots((count) => randomBytes(count)),
            weak,
            likelySeeds(),
          ),
        ).toEqual([]);
      }
      // planted: the very same code, seeded with the moment of opening, is found out, and with the seed the whole order
      const moment = (OPENING_MS + 17_211) >>> 0;
      const planted = drawnSlots(bytesOf(weak(moment)));
      expect(seedsFor(planted, weak, likelySeeds())).toEqual([moment]);
      expect(drawnSlots(bytesOf(weak(moment)))).toEqual(planted);
    },
    SMALL_SEEDS > 1_000_000 ? 3_600_000 : 60_000,
  );

  test('are drawn evenly, and none says anything of the next', () => {
    const days = 400;
    const counts = Array.from({ length: SLOTS }, () => 0);
    let products = 0;
    let pairs = 0;
    for (let day = 0; day < days; day += 1) {
      const drawn = drawnSlots((count) => randomBytes(count));
      expect(new Set(drawn).size).toBe(CASTS);
      drawn.forEach((slot, cast) => {
        counts[slot] = (counts[slot] ?? 0) + 1;
        const next = drawn[cast + 1];
        if (next === undefined) return;
        products += (slot - (SLOTS - 1) / 2) * (next - (SLOTS - 1) / 2);
        pairs += 1;
      });
    }
    const expected = (days * CASTS) / SLOTS;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    const variance = (SLOTS ** 2 - 1) / 12;
    const correlation = products / pairs / variance;
    // 59 degrees of freedom less for draws without putting back; five standard deviations either way
    expect(chiSquare).toBeLessThan(59 + 5 * Math.sqrt(118));
    expect(Math.abs(correlation + 1 / (SLOTS - 1))).toBeLessThan(5 / Math.sqrt(pairs));
  });
});

test('the pile of cards is not in an order that a seeded shuffle gives; one that was shuffled so is undone', () => {
  const cards = Array.from({ length: 24 }, (_, card) => card);
  const seeds = Array.from({ length: 60_000 }, (_, passed) => (OPENING_MS - 30_000 + passed) >>> 0);
  const seedsThatGive = (pile: readonly number[]) =>
    seeds.filter((seed) => {
      const top = shuffle(cards, bytesOf(xorshift(seed)));
      return top.every((card, index) => card === pile[index]);
    });
  expect(seedsThatGive(shuffle(cards, (count) => randomBytes(count)))).toEqual([]);
  const [moment = 0] = seeds.slice(4_321);
  expect(seedsThatGive(shuffle(cards, bytesOf(xorshift(moment))))).toEqual([moment]);
}, 30_000);

test('nothing of the program draws from a generator that can be seeded: there is none in it', () => {
  const root = join(import.meta.dirname, '..');
  const sources = ['apps', 'packages', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
      .filter((name) => !/node_modules|[\\/]dist[\\/]|[\\/]test[\\/]|\.test\./.test(name))
      .map((name) => join(root, folder, name)),
  );
  expect(sources.length).toBeGreaterThan(500);
  const SEEDED = /Math\.random|seedrandom|Date\.now\(\)\s*[%*^]/;
  expect(sources.filter((path) => SEEDED.test(readFileSync(path, 'utf8')))).toEqual([]);
  expect('const index = Math.floor(Math.random() * left);').toMatch(SEEDED);
});
