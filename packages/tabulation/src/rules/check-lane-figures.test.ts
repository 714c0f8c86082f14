import { pollingPlaceIdSchema } from '@bilik/election';
import { describe, expect, test } from 'vitest';
import { checkLaneFigures, type LaneFiguresToCheck } from './check-lane-figures.ts';

const SOUND: LaneFiguresToCheck = {
  ...{ place: pollingPlaceIdSchema.parse('16.07.05.2003-001'), contest: 'kepala-desa' },
  ...{ registered: 300, users: 240, valid: 236, invalid: 4, blankApart: false },
  options: [
    { key: 'c1', votes: 121 },
    { key: 'c2', votes: 84 },
    { key: 'c3', votes: 31 },
  ],
};
const found = (change: Partial<LaneFiguresToCheck>) =>
  checkLaneFigures({ ...SOUND, ...change }).map(({ code, fields }) => [code, ...fields]);

describe('figures of a lane against each other', () => {
  test('what adds up is passed', () => {
    expect(checkLaneFigures(SOUND)).toEqual([]);
    expect(found({ registered: 240 })).toEqual([]);
  });

  test('each planted contradiction is found by its rule, with the figures it is about', () => {
    expect(found({ valid: 235, invalid: 5 })).toEqual([['E02', 'c1', 'c2', 'c3', 'valid']]);
    expect(found({ invalid: 3 })).toEqual([['E05', 'users', 'valid', 'invalid']]);
    expect(found({ users: 239 })).toEqual([['E05', 'users', 'valid', 'invalid']]);
    expect(found({ registered: 239 })).toEqual([['E06', 'users']]);
    expect(found({ valid: 230 }).map(([code]) => code)).toEqual(['E02', 'E05']);
  });

  test('the calculation names figures by the numbers of the screen that they are typed on', () => {
    expect(checkLaneFigures({ ...SOUND, invalid: 3 })[0]?.calculation.id).toBe(
      '236 + 3 = 239, lembar menyatakan 240 (nomor 1), selisih 1',
    );
    expect(checkLaneFigures({ ...SOUND, valid: 235, invalid: 5 })[0]?.calculation.en).toBe(
      '121 + 84 + 31 = 236, the sheet says 235 (number 3), difference 1',
    );
  });

  test('blank votes are among the invalid ones, or beside them where the rules count them apart', () => {
    const options = [...SOUND.options, { key: 'blank' as const, votes: 4 }];
    expect(found({ options })).toEqual([]);
    expect(found({ options, blankApart: true })).toEqual([['E05', 'users', 'blank', 'valid', 'invalid']]);
    expect(found({ options, blankApart: true, invalid: 0 })).toEqual([]);
  });
});
