import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideVillage } from './divide-village.ts';
import { describePlace } from './place-description.ts';
import { moveInDivision, type VillageDivision } from './village-division.ts';
import type { DividedPerson } from './voting-household.ts';

/** A household of so many people, `Dusun II RT 003` as `['Dusun II', '003', 4]`. */
function household(key: string, hamlet: string, rt: string, size: number): readonly DividedPerson[] {
  return Array.from({ length: size }, (_, index) => ({
    id: `${key}/${index}`,
    household: key,
    hamlet,
    rw: '000',
    rt,
  }));
}

function divided(
  people: readonly DividedPerson[],
  votersCap: number,
  places: number | null = null,
): VillageDivision {
  const division = divideVillage(people, { votersCap, places });
  if (!division.ok) throw new Error(JSON.stringify(division.error));
  return division.value;
}

const described = (division: VillageDivision) =>
  division.places.map((place) => `${describePlace(division, place)}: ${place.voters}`);

/** Hamlets of RT of households of four. */
function village(hamlets: Readonly<Record<string, readonly number[]>>): readonly DividedPerson[] {
  return Object.entries(hamlets).flatMap(([hamlet, households]) =>
    households.flatMap((count, rt) =>
      Array.from({ length: count }, (_, index) =>
        household(`${hamlet} ${rt + 1} ${String(index).padStart(3, '0')}`, hamlet, `00${rt + 1}`, 4),
      ).flat(),
    ),
  );
}

describe('places of a village', () => {
  test('hamlets stay together while balance allows it, RT nearly always', () => {
    const people = village({ 'Dusun I': [25, 25], 'Dusun II': [20, 20, 20, 20], 'Dusun X': [10, 10] });
    expect(described(divided(people, 320))).toEqual([
      'Dusun I, Dusun II RT 01: 280',
      'Dusun II RT 02–04, Dusun X: 320',
    ]);
    expect(described(divided(people, 300))).toHaveLength(2);
  });

  test('an RT is parted only when it must be, and the words say so', () => {
    const people = village({ 'Dusun I': [100] });
    expect(described(divided(people, 200))).toEqual([
      'Dusun I RT 01 (sebagian): 200',
      'Dusun I RT 01 (sebagian): 200',
    ]);
  });

  test('a household that lives in two RT goes where most of it lives', () => {
    const people = [
      ...household('a', 'Dusun I', '001', 3),
      { id: 'a/away', household: 'a', hamlet: 'Dusun II', rw: '000', rt: '001' },
      ...household('b', 'Dusun II', '001', 3),
    ];
    expect(described(divided(people, 4))).toEqual(['Dusun I: 4', 'Dusun II: 3']);
  });

  test('what cannot be divided is refused with its reason', () => {
    const people = village({ 'Dusun I': [25, 25] });
    const refusal = (rows: readonly DividedPerson[], votersCap: number, places: number | null) => {
      const division = divideVillage(rows, { votersCap, places });
      return division.ok ? null : division.error;
    };
    expect(refusal([], 500, null)).toEqual({ type: 'nobody-to-divide' });
    expect(refusal(people, 3, null)).toMatchObject({ type: 'household-over-cap', voters: 4, cap: 3 });
    expect(refusal(people, 100, 1)).toEqual({ type: 'too-few-places', asked: 1, needed: 2, cap: 100 });
    expect(refusal(people, 100, 51)).toEqual({
      type: 'more-places-than-households',
      asked: 51,
      households: 50,
    });
    // more polling places than results are published with
    const crowd = village({ 'Dusun I': Array.from({ length: 210 }, () => 1) });
    expect(refusal(crowd, 500, 201)).toEqual({ type: 'too-many-places', needed: 201 });
    expect(refusal(crowd, 500, 200)).toBeNull();
    expect(() => divideVillage(people, { votersCap: 0, places: null })).toThrow(RangeError);
  });
});

describe('moves by hand', () => {
  const people = village({ 'Dusun I': [10, 10], 'Dusun II': [10, 10] });
  const division = divided(people, 130);
  const rt = (hamlet: string, number: string) => ({ hamlet, rw: '000', rt: number });

  test('an RT or a household goes to another place, whole', () => {
    const moved = moveInDivision(division, {
      type: 'move-neighbourhood',
      neighbourhood: rt('Dusun II', '001'),
      to: 1,
    });
    expect(moved.ok && described(moved.value)).toEqual([
      'Dusun I, Dusun II RT 01: 120',
      'Dusun II RT 02: 40',
    ]);
    const one = moveInDivision(division, { type: 'move-household', household: 'Dusun I 1 000', to: 2 });
    expect(one.ok && described(one.value)).toEqual([
      'Dusun I RT 01 (sebagian), RT 02: 76',
      'Dusun I RT 01 (sebagian), Dusun II: 84',
    ]);
  });

  test('a move that cannot be is refused and says why', () => {
    const errorOf = (move: Parameters<typeof moveInDivision>[1], from = division) => {
      const moved = moveInDivision(from, move);
      return moved.ok ? null : moved.error.type;
    };
    const neighbourhood = rt('Dusun II', '001');
    expect(errorOf({ type: 'move-neighbourhood', neighbourhood, to: 9 })).toBe('no-such-place');
    expect(errorOf({ type: 'move-neighbourhood', neighbourhood: rt('Dusun V', '001'), to: 1 })).toBe(
      'no-such-neighbourhood',
    );
    expect(errorOf({ type: 'move-household', household: 'nobody', to: 1 })).toBe('no-such-household');
    expect(errorOf({ type: 'move-neighbourhood', neighbourhood, to: 2 })).toBe('already-there');
    expect(errorOf({ type: 'move-neighbourhood', neighbourhood, to: 1 }, divided(people, 100))).toBe(
      'over-cap',
    );
    const small = divided(village({ 'Dusun I': [1], 'Dusun II': [1] }), 8, 2);
    expect(errorOf({ type: 'move-household', household: 'Dusun I 1 000', to: 2 }, small)).toBe(
      'place-emptied',
    );
  });
});

test('everybody is in exactly one place, none over the cap, households whole; or it is refused', () => {
  const reached = { divided: 0, refused: 0, parted: 0, moved: 0, moveRefused: 0 };
  const anyHousehold = fc.record({
    hamlet: fc.constantFrom('Dusun I', 'Dusun II', 'Dusun IX', 'Sukamaju'),
    rt: fc.constantFrom('000', '001', '002', '010'),
    size: fc.integer({ min: 1, max: 9 }),
    strays: fc.boolean(),
    hasCard: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(anyHousehold, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 4, max: 120 }),
      fc.option(fc.integer({ min: 1, max: 12 })),
      fc.nat(),
      (specs, votersCap, places, pick) => {
        const people = specs.flatMap(({ hamlet, rt, size, strays, hasCard }, index) =>
          household(`h${index}`, hamlet, rt, size).map((person, member) => ({
            ...person,
            household: hasCard ? person.household : null,
            rt: strays && member === 0 ? '002' : rt,
          })),
        );
        const outcome = divideVillage(people, { votersCap, places });
        if (!outcome.ok) {
          reached.refused += 1;
          return;
        }
        reached.divided += 1;
        holds(outcome.value, people, votersCap, places);
        if (outcome.value.places.some(({ parts }) => parts.some(({ isWhole }) => !isWhole)))
          reached.parted += 1;
        expect(divideVillage([...people].reverse(), { votersCap, places })).toMatchObject({
          ok: true,
          value: { places: outcome.value.places },
        });
        const meant = outcome.value.households[pick % outcome.value.households.length];
        const to = 1 + (pick % outcome.value.places.length);
        const moved = moveInDivision(outcome.value, {
          type: 'move-household',
          household: meant?.key ?? '',
          to,
        });
        if (!moved.ok) reached.moveRefused += 1;
        else {
          reached.moved += 1;
          holds(moved.value, people, votersCap, places);
        }
      },
    ),
    { numRuns: 400, seed: 1607 },
  );
  for (const [name, count] of Object.entries(reached)) expect(count, name).toBeGreaterThan(20);
});

/** What every division promises. */
function holds(
  { households, placeOf, places }: VillageDivision,
  people: readonly DividedPerson[],
  cap: number,
  asked: number | null,
): void {
  const members = households.flatMap((house) => house.members);
  expect(members.map(({ id }) => id).sort()).toEqual(people.map(({ id }) => id).sort());
  expect(new Set(placeOf.keys()).size).toBe(households.length);
  for (const house of households) {
    const cards = new Set(house.members.map(({ household: card, id }) => card ?? id));
    expect(cards.size).toBe(1);
  }
  expect(places.reduce((sum, { voters }) => sum + voters, 0)).toBe(people.length);
  expect(Math.max(...places.map(({ voters }) => voters))).toBeLessThanOrEqual(cap);
  expect(places.map(({ number }) => number)).toEqual(places.map((_, index) => index + 1));
  if (asked !== null) expect(places).toHaveLength(asked);
}

test('a village of 14,000 voters in 30 places is divided in well under a second', () => {
  const people = Array.from({ length: 4700 }, (_, index) =>
    household(`h${index}`, `Dusun ${1 + (index % 12)}`, `00${1 + (index % 7)}`, 3),
  ).flat();
  const start = performance.now();
  const { places } = divided(people, 500);
  expect(performance.now() - start).toBeLessThan(3000);
  expect(Math.max(...places.map(({ voters }) => voters))).toBeLessThanOrEqual(500);
});
