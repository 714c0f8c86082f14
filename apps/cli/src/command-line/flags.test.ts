import { expect, test } from 'vitest';
import { portNumber, readFlags, wholeNumber } from './flags.ts';

test.each([
  ['0', 0],
  ['007', 7],
  ['12', 12],
  ['13', undefined],
  ['-1', undefined],
  ['1e1', undefined],
  ['1.0', undefined],
  [' 1', undefined],
  ['', undefined],
  ['9999999999', undefined],
  [undefined, undefined],
])('%s is the whole number %s, up to 12', (text, number) => {
  expect(wholeNumber(text, 0, 12)).toBe(number);
});

test('a port is one, or none', () => {
  expect([portNumber('0'), portNumber('65535'), portNumber('65536'), portNumber('http')]).toEqual([
    ...[0, 65_535, undefined, undefined],
  ]);
});

test('a command line with an unknown flag, a flag without its value, or a word beside the flags is none', () => {
  const options = { home: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
  expect(readFlags(['--home', 'DIR'], options)).toEqual({ home: 'DIR', json: false });
  for (const words of [['--nonsense'], ['--home'], ['DIR'], ['--home', 'DIR', 'more']]) {
    expect(readFlags(words, options), words.join(' ')).toBeUndefined();
  }
});
