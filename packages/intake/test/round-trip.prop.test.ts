import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findVillage,
  generateVoterList,
  type ListStyle,
  particularsOf,
  writeVoterList,
} from '../src/index.ts';
import { outline, readHere, VOTING_DATE } from './small-list.ts';

const village = findVillage('16.07.05.2003');
if (!village.ok) throw new Error(village.error.sentence.en);

const tableStyle = {
  titles: fc.constantFrom('plain', 'official', 'short'),
  birth: fc.constantFrom('apart', 'together'),
  sex: fc.constantFrom('letter', 'word', 'marks'),
  neighbourhoods: fc.constantFrom('apart', 'together'),
  hasHeading: fc.boolean(),
  hasColumnNumbers: fc.boolean(),
  hasFooter: fc.boolean(),
  rowsPerPage: fc.constantFrom(null, 7),
} as const;

const csvStyle: fc.Arbitrary<ListStyle> = fc.record({
  ...tableStyle,
  format: fc.constant('csv'),
  dates: fc.constantFrom('slashes', 'hyphens', 'words'),
  separator: fc.constantFrom(';', ',', '\t'),
  encoding: fc.constantFrom('utf-8', 'utf-8-mark', 'windows-1252', 'utf-16le', 'utf-16be'),
  lineEnd: fc.constantFrom('\r\n', '\n'),
});

const workbookStyle: fc.Arbitrary<ListStyle> = fc.record({
  ...tableStyle,
  format: fc.constant('xlsx'),
  dates: fc.constantFrom('slashes', 'hyphens', 'words', 'serial'),
  dateSystem: fc.constantFrom(1900, 1904),
  sheets: fc.constantFrom('one', 'by-hamlet'),
} as const);

/** Letters that the encodings write differently. */
const ACCENTS = ['', 'É', 'ÜÑ', 'Ç'];

test('a list that is written comes back, whatever the style, separator, date form and encoding', async () => {
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ arbitrary: csvStyle, weight: 2 }, { arbitrary: workbookStyle, weight: 1 }),
      fc.integer({ min: 1, max: 30 }),
      fc.nat(1000),
      fc.constantFrom(...ACCENTS),
      async (style, voters, seed, accent) => {
        const list = generateVoterList({ village: village.value, voters, seed, votingDate: VOTING_DATE });
        const people = list.voters.map((person) => ({ ...person, name: `${person.name}${accent}` }));
        const reading = await readHere(await writeVoterList(people, style), {
          purpose: 'exercise',
          votingDate: VOTING_DATE,
        });
        expect(outline(reading)).toEqual([]);
        const isByHamlet = style.format === 'xlsx' && style.sheets === 'by-hamlet';
        const expected = isByHamlet
          ? [...Map.groupBy(people, ({ hamlet }) => hamlet).values()].flat()
          : people;
        expect(reading.voters.map(particularsOf)).toEqual(expected);
        const facts = Object.entries(style).map(([name, value]) => `${name} ${value}`);
        for (const fact of [...facts, `accent ${accent}`]) reached.set(fact, (reached.get(fact) ?? 0) + 1);
      },
    ),
    { numRuns: 250, seed: 1607 },
  );
  expect([...reached].filter(([, count]) => count < 10)).toEqual([]);
  expect(reached.size).toBe(42);
});
