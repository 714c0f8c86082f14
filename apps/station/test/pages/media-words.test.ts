import { describe, expect, test } from 'vitest';
import { boardPhrase } from '../../pages/board/board-words.ts';
import { type FailingMedium, faultInWords } from '../../pages/board/media/media-words.ts';
import { melati } from './board-answer.ts';

const say = (key: Parameters<typeof boardPhrase>[1]) =>
  // phrases without values only
  (boardPhrase as (language: 'id', key: string) => string)('id', key);
const own = melati().pollingPlace.id;
const words = (failing: FailingMedium): string =>
  faultInWords((key, ...values) => boardPhrase('id', key, ...values), failing, own);
const foreign = (foreignPlace: string | null): FailingMedium => ({
  medium: 'second',
  fault: 'foreign',
  foreignPlace,
});

describe('a stick that belongs elsewhere', () => {
  test('of another polling place', () => {
    expect(words(foreign('16.07.01.2003-002'))).toBe(say('board.media.second.foreign'));
    expect(words(foreign(null))).toBe(say('board.media.second.foreign'));
  });
  test('of this very polling place is of another election or exercise, and never called another place’s', () => {
    const said = words(foreign(own));
    expect(said).toBe(say('board.media.second.foreign.election'));
    expect(said).not.toContain('TPS lain');
  });
});
