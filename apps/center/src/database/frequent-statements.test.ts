import { expect, test } from 'vitest';
import { openFrequentStatements } from './frequent-statements.ts';

test('a text has a name from the third time on, the same for ever and its own', () => {
  const { nameOf } = openFrequentStatements();
  const asked = (text: string) => Array.from({ length: 5 }, () => nameOf(text));
  const [first, second, third, ...later] = asked('select 1 where $1');
  expect([first, second]).toEqual([undefined, undefined]);
  expect(third).toMatch(/^b0_[0-9a-f]{24}$/);
  expect(later).toEqual([third, third]);
  expect(asked('select 2 where $1')[2]).not.toBe(third);
});

test('another process gives a text the same name', () => {
  const names = [openFrequentStatements(), openFrequentStatements()].map(({ nameOf }) =>
    ['a', 'a', 'a'].map(nameOf).at(-1),
  );
  expect(names[0]).toBe(names[1]);
});

test('no more than 400 have one, and no very long list of rows', () => {
  const { nameOf } = openFrequentStatements();
  const often = (text: string) => [nameOf(text), nameOf(text), nameOf(text)].at(-1);
  const named = Array.from({ length: 1000 }, (_, index) => often(`select ${index}`)).filter(
    (name) => name !== undefined,
  );
  expect(new Set(named).size).toBe(400);
  expect(often('select 0')).toBe(named[0]);
  expect(openFrequentStatements().nameOf('x')).toBeUndefined();
  const { nameOf: other } = openFrequentStatements();
  const long = `values ${'($1), '.repeat(2000)}($1)`;
  expect([other(long), other(long), other(long)]).toEqual([undefined, undefined, undefined]);
});

test('texts that come once each are forgotten, those that come often are found all the same', () => {
  const { nameOf } = openFrequentStatements();
  const found = Array.from({ length: 10_000 }, (_, index) => {
    nameOf(`select ${index}`);
    return nameOf('often');
  });
  expect(found.slice(2).every((name) => name !== undefined)).toBe(true);
});

test('renewed, a text gets another name', () => {
  const { nameOf, renew } = openFrequentStatements();
  const often = () => [nameOf('a'), nameOf('a'), nameOf('a')].at(-1);
  const before = often();
  renew();
  expect(often()).toBe(before?.replace('b0', 'b1'));
});
