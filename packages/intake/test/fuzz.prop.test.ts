import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '../src/index.ts';
import { csv, OPTIONS, readHere, smallList, VOTING_DATE, xlsx } from './small-list.ts';

const CSV_FILE = csv(smallList());
const WORKBOOK = xlsx({ DPT: smallList(), Rekap: [['Dusun', 'Jumlah']] });
const PARTS = Object.keys(unzipSync(WORKBOOK));

/** Outcomes reached, so that the properties cannot pass by refusing everything at the door. */
class Tally {
  readonly #counts = new Map<string, number>();

  async read(file: Uint8Array, options: ImportOptions = OPTIONS): Promise<void> {
    const reading = await readHere(file, options);
    const outcome = reading.preview === null ? 'unreadable' : reading.hasErrors ? 'refused' : 'imported';
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
    if (outcome === 'imported') expect(reading.voters.length).toBe(reading.preview?.voters);
    else expect(reading.problems.some(({ severity }) => severity === 'error')).toBe(true);
  }

  of(outcome: 'unreadable' | 'refused' | 'imported'): number {
    return this.#counts.get(outcome) ?? 0;
  }
}

/** Bytes changed, taken out or put in at drawn places. */
const mutations = fc.noBias(
  fc.array(
    fc.record({
      at: fc.nat(1_000_000),
      take: fc.integer({ min: 1, max: 3 }),
      put: fc.uint8Array({ maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
);

function mutated(
  bytes: Uint8Array,
  changes: readonly { at: number; take: number; put: Uint8Array }[],
): Uint8Array {
  return changes.reduce<Uint8Array>((whole, { at, take, put }) => {
    const start = at % whole.length;
    return Buffer.concat([whole.subarray(0, start), put, whole.subarray(start + take)]);
  }, bytes);
}

describe('whatever the bytes, reading ends with a list or with reasons', () => {
  test('random bytes', async () => {
    const tally = new Tally();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), (bytes) => tally.read(bytes)),
      { numRuns: 600, seed: 7 },
    );
    expect(tally.of('unreadable') + tally.of('refused')).toBe(600);
  });

  test('random text with separators and quotation marks', async () => {
    const tally = new Tally();
    const piece = fc.constantFrom(
      'NIK',
      'Nama',
      ';',
      ',',
      '"',
      '\n',
      '\r',
      '1607984204630002',
      'ü',
      '\u0000',
      '=',
      ' ',
      'JK',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 80 }), (pieces) =>
        tally.read(Buffer.from(pieces.join(''))),
      ),
      { numRuns: 600, seed: 7 },
    );
    expect(tally.of('refused')).toBeGreaterThan(300);
  });

  test('a CSV file with a few bytes changed', async () => {
    const tally = new Tally();
    await fc.assert(
      fc.asyncProperty(mutations, (changes) => tally.read(mutated(CSV_FILE, changes))),
      { numRuns: 800, seed: 7 },
    );
    expect(tally.of('imported')).toBeGreaterThan(40);
    expect(tally.of('refused')).toBeGreaterThan(200);
  });

  test('a workbook with a few bytes changed', async () => {
    const tally = new Tally();
    await fc.assert(
      fc.asyncProperty(mutations, (changes) => tally.read(mutated(WORKBOOK, changes))),
      { numRuns: 400, seed: 7 },
    );
    expect(tally.of('unreadable')).toBeGreaterThan(200);
  });

  test('a workbook whose parts were changed and packed again', async () => {
    const tally = new Tally();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PARTS), mutations, (name, changes) => {
        const parts = unzipSync(WORKBOOK);
        return tally.read(zipSync({ ...parts, [name]: mutated(parts[name] ?? new Uint8Array(0), changes) }));
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(tally.of('imported')).toBeGreaterThan(40);
    expect(tally.of('refused') + tally.of('unreadable')).toBeGreaterThan(40);
  });

  test('no changed byte of a sheet makes a person disappear without a word', async () => {
    const path = 'xl/worksheets/sheet1.xml';
    const parts = unzipSync(WORKBOOK);
    const sheet = new Map(Object.entries(parts)).get(path);
    if (sheet === undefined) throw new RangeError(`no part ${path}`);
    let imported = 0;
    let refused = 0;
    for (let at = 0; at < sheet.length; at += 5) {
      const changed = Uint8Array.from(sheet);
      changed[at] = 0x78;
      const reading = await readHere(zipSync({ ...parts, [path]: changed }, { level: 0 }));
      if (reading.hasErrors) refused += 1;
      else {
        imported += 1;
        expect(reading.voters).toHaveLength(4);
      }
    }
    expect(imported).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });

  test('any division of a file into chunks reads the same', async () => {
    const text = csv(smallList()).toString().replaceAll('SRI', 'SRÏ–ŵ\u{1d49c}');
    const whole = await readHere(Buffer.from(text));
    const { readVoterList } = await import('../src/list/list-reading.ts');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 20, maxLength: 40 }),
        async (sizes) => {
          async function* chunks() {
            const bytes = Buffer.from(text);
            let start = 0;
            for (const size of sizes) {
              yield bytes.subarray(start, start + size);
              start += size;
            }
            yield bytes.subarray(start);
          }
          const names: string[] = [];
          const reading = await readVoterList(
            chunks(),
            { purpose: 'real', votingDate: VOTING_DATE },
            (voters) => {
              names.push(...voters.map(({ name }) => name));
            },
          );
          expect(reading.problems).toEqual(whole.problems);
          expect(names).toEqual(whole.voters.map(({ name }) => name));
        },
      ),
      { numRuns: 100, seed: 7 },
    );
    expect(whole.voters[1]?.name).toContain('SRÏ–ŵ\u{1d49c}');
  });
});
