import { expect, test } from 'vitest';
import { readSoakArguments, replayOf } from './soak-arguments.ts';

test('without words: 200 days from the first seed on, and all cuts', () => {
  expect(readSoakArguments([])).toEqual({
    days: 200,
    seed: 1,
    parts: ['days', 'power', 'steps'],
    json: false,
  });
});

test('parts by name, and a replay that lives one day alone', () => {
  expect(readSoakArguments(['--only', 'power', '--only', 'steps', '--json'])).toMatchObject({
    parts: ['power', 'steps'],
    json: true,
  });
  const [, words = ''] = replayOf(17).split(' -- ');
  expect(readSoakArguments(words.split(' '))).toEqual({ days: 1, seed: 17, parts: ['days'], json: false });
});

test.each([['--days', '0'], ['--days', 'x'], ['--seed', '-1'], ['--only', 'nights'], ['--nonsense'], ['1']])(
  'a command line that is none: %s %s',
  (...words) => expect(readSoakArguments(words)).toBeUndefined(),
);
