import { civilDate, regencyCodeSchema, villageCodeSchema } from '@bilik/election';
import { generateRegencyLists } from '@bilik/intake';
import { describe, expect, test } from 'vitest';
import { explainLikeness } from './explanation.ts';
import { findDuplicates, splitByVillage } from './find-duplicates.ts';
import type { ComparedPerson, DuplicateRank } from './likeness.ts';

/** A regency in small with planted duplicates; `truth` names the pairs by their ids. */
function plantedLists(villages: number, voters: number, duplicates: number) {
  const people: ComparedPerson[] = [];
  const truth = new Map<string, string>();
  const idOf = new Map<object, string>();
  const lists = generateRegencyLists({
    regency: regencyCodeSchema.parse('16.07'),
    ...{ villages, voters, duplicates, seed: 3 },
    votingDate: civilDate('2026-11-15'),
  });
  for (const list of lists) {
    for (const person of list.voters) {
      const id = String(people.length);
      idOf.set(person, id);
      const { nik, familyCard, name, sex, birthPlace, birthDate } = person;
      const hashes = { nikHash: nik, familyCardHash: familyCard };
      people.push({ id, village: list.village.code, ...hashes, name, sex, birthPlace, birthDate });
    }
    for (const { original, copy, slips } of list.planted) {
      truth.set(`${idOf.get(original)} ${idOf.get(copy)}`, slips.join());
    }
  }
  return { people, truth };
}

describe('planted duplicates in 24 made-up villages of 45,000 rows', () => {
  const { people, truth } = plantedLists(24, 45_000, 450);
  const { pairs } = findDuplicates(people);
  const isPlanted = ({ first, second }: (typeof pairs)[number]) => truth.has(`${first.id} ${second.id}`);
  const ofRank = (rank: DuplicateRank) => pairs.filter((pair) => pair.rank === rank);
  const precisionOf = (rank: DuplicateRank) => ofRank(rank).filter(isPlanted).length / ofRank(rank).length;

  test('what is said to be nearly certain is true, and what is said to be likely mostly is', () => {
    expect(ofRank('same-nik').length).toBeGreaterThan(30);
    expect(precisionOf('same-nik')).toBe(1);
    expect(ofRank('nearly-certain').length).toBeGreaterThan(150);
    expect(precisionOf('nearly-certain')).toBeGreaterThan(0.98);
    expect(ofRank('likely').length).toBeGreaterThan(50);
    expect(precisionOf('likely')).toBeGreaterThan(0.85);
  });

  test('nine of ten planted rows are found, inside villages and across', () => {
    const found = pairs.filter(isPlanted);
    expect(truth.size).toBe(450);
    expect(found.length).toBeGreaterThan(0.88 * truth.size);
    const { inside, across } = splitByVillage(found);
    expect(across.length).toBeGreaterThan(80);
    expect([...inside.values()].flat().length).toBe(found.length - across.length);
  });

  test('lists without planted rows give hardly anybody nearly certain', () => {
    const { people: clean } = plantedLists(24, 45_000, 0);
    const sure = findDuplicates(clean).pairs.filter(({ rank }) => rank !== 'likely' && rank !== 'possible');
    expect(sure.length).toBeLessThanOrEqual(2);
  });
});

describe('one person on two rows of a village', () => {
  const village = villageCodeSchema.parse('16.07.05.2003');
  const crowd: readonly ComparedPerson[] = Array.from({ length: 3000 }, (_, index) => ({
    id: `crowd ${index}`,
    village,
    nikHash: `nik ${index}`,
    familyCardHash: `card ${Math.floor(index / 3)}`,
    name: `${String.fromCharCode(65 + (index % 23))}A${String.fromCharCode(65 + (index % 19))}O ${'BCDFGK'.charAt(index % 6)}INDRA`,
    sex: index % 2 === 0 ? 'L' : 'P',
    birthPlace: 'Betung',
    birthDate: civilDate(`${1940 + (index % 65)}-0${1 + (index % 9)}-1${index % 10}`),
  }));
  const row = (id: string, more: Partial<ComparedPerson> = {}): ComparedPerson => ({
    id,
    village,
    nikHash: id,
    familyCardHash: 'own card',
    name: 'Djumadi Wirjosoekarto',
    sex: 'L',
    birthPlace: 'Betung',
    birthDate: civilDate('1961-03-12'),
    ...more,
  });
  const found = (more: Partial<ComparedPerson>, original: Partial<ComparedPerson> = {}) =>
    findDuplicates([...crowd, row('one', original), row('two', more)]).pairs.find(
      ({ first, second }) => first.id === 'one' && second.id === 'two',
    );

  test.each<[string, Partial<ComparedPerson>]>([
    ['day and month exchanged', { birthDate: civilDate('1961-12-03') }],
    ['the year mistyped', { birthDate: civilDate('1916-03-12') }],
    ['the day mistyped', { birthDate: civilDate('1961-03-21') }],
    ['new spelling', { name: 'H. Jumadi Wiryosukarto' }],
    ['another family card', { familyCardHash: 'new card' }],
    ['no family card', { familyCardHash: null }],
    [
      'moved to another village',
      { village: villageCodeSchema.parse('16.07.05.2004'), familyCardHash: 'new' },
    ],
  ])('%s: found', (_, more) => {
    expect(['nearly-certain', 'likely']).toContain(found(more)?.rank);
  });

  test.each<[string, Partial<ComparedPerson>]>([
    ['another name', { name: 'Bahrun Effendi' }],
    ['another birth date', { birthDate: civilDate('1975-08-30') }],
  ])('%s: another person', (_, more) => {
    expect(found(more)).toBeUndefined();
  });

  test('one NIK on two rows is found whatever else differs, and the explanation says what differs', () => {
    const pair = found({
      nikHash: 'one',
      name: 'Bahrun Effendi',
      birthDate: civilDate('1999-09-09'),
      sex: 'P',
    });
    expect(pair?.rank).toBe('same-nik');
    if (pair === undefined) throw new Error('not found');
    expect(explainLikeness(pair.likeness).map(({ part, speaks }) => `${part} ${speaks}`)).toEqual([
      'nik for',
      'name against',
      'birth-date against',
      'family-card for',
      'sex against',
      'birth-place for',
      'village for',
    ]);
  });

  test('twins are never nearly certain, and the explanation says so', () => {
    const pair = found({ name: 'Djumadi Wirjosoekarta' });
    expect(pair?.rank).toBe('likely');
    expect(explainLikeness(pair?.likeness ?? crash()).at(-1)?.part).toBe('twins');
  });

  test('the order of the rows changes nothing but the order in a pair', () => {
    const names = (people: readonly ComparedPerson[]) =>
      findDuplicates(people)
        .pairs.map(({ first, second, rank }) => `${[first.id, second.id].sort().join(' ')} ${rank}`)
        .sort();
    const people = [...crowd, row('one'), row('two', { birthDate: civilDate('1961-12-03') })];
    expect(names([...people].reverse())).toEqual(names(people));
  });
});

function crash(): never {
  throw new Error('no pair');
}
