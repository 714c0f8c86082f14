import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARDS_A_PACK, mayHandOver, maySeal, type PackState, packsOf } from './card-packs.ts';

const fresh = (cards: number): PackState[] =>
  packsOf(cards).map((pack) => ({ ...pack, seal: null, handedTo: null }));

test('packs hold all cards, in full packs but for the last', () => {
  let whole = 0;
  void fc.assert(
    fc.property(fc.integer({ min: 1, max: 6000 }), (cards) => {
      const packs = packsOf(cards);
      expect(packs.reduce((sum, pack) => sum + pack.cards, 0)).toBe(cards);
      expect(packs.slice(0, -1).every((pack) => pack.cards === CARDS_A_PACK)).toBe(true);
      expect(packs.map(({ number }) => number)).toEqual(packs.map((_, index) => index + 1));
      if (cards % CARDS_A_PACK === 0) whole += 1;
    }),
    { numRuns: 500, seed: 7 },
  );
  expect(whole).toBeGreaterThan(0);
});

test('a pack is sealed once, with the cards that were printed, under a seal of its own; all go together and once', () => {
  const packs = fresh(250);
  expect(maySeal(packs, { number: 3, counted: 50, seal: 'A1' })).toEqual({ ok: true });
  expect(maySeal(packs, { number: 3, counted: 49, seal: 'A1' })).toMatchObject({
    error: { type: 'pack-count-differs', printed: 50, counted: 49 },
  });
  expect(maySeal(packs, { number: 4, counted: 50, seal: 'A1' })).toMatchObject({
    error: { type: 'pack-unknown' },
  });
  const sealed = packs.map((pack) => (pack.number === 1 ? { ...pack, seal: 'A1' } : pack));
  expect(maySeal(sealed, { number: 1, counted: 100, seal: 'A2' })).toMatchObject({
    error: { type: 'pack-sealed' },
  });
  expect(maySeal(sealed, { number: 2, counted: 100, seal: 'A1' })).toMatchObject({
    error: { type: 'seal-taken', number: 1 },
  });
  expect(mayHandOver(sealed)).toMatchObject({ error: { type: 'packs-not-sealed', numbers: [2, 3] } });
  const all = packs.map((pack) => ({ ...pack, seal: `A${pack.number}` }));
  expect(mayHandOver(all)).toEqual({ ok: true });
  expect(mayHandOver(all.map((pack) => ({ ...pack, handedTo: 'Ketua' })))).toMatchObject({
    error: { type: 'packs-handed-over' },
  });
});
