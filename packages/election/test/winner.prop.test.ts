import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidateKey } from '../src/ballot-option.ts';
import { defaultRulePack } from '../src/default-rule-pack.ts';
import { type RulePack, rulePackSchema } from '../src/rule-pack.ts';
import {
  demakRulePack,
  hamletRulePack,
  ngawiRulePack,
  secondRoundRulePack,
  slemanRulePack,
} from '../src/rule-pack-variants.ts';
import { decideVillage, type PlaceResult, type VillageInput, type VillageOutcome } from '../src/winner.ts';
import { type AreaLine, type PlaceLine, villageOf } from './village.ts';

/** Sleman's order of steps without its quorum, which few random villages meet. */
const noQuorum: RulePack = rulePackSchema.parse({
  ...slemanRulePack,
  settings: { ...slemanRulePack.settings, quorum: { value: null, certainty: 'D', cites: [] } },
});
const packs = [
  defaultRulePack,
  demakRulePack,
  ngawiRulePack,
  hamletRulePack,
  slemanRulePack,
  noQuorum,
  secondRoundRulePack,
];

/** Few, small numbers, so that ties are common at every level. */
const areaVotes = (candidates: number) =>
  fc.array(fc.integer({ min: 10, max: 13 }), { minLength: candidates + 1, maxLength: candidates + 1 });
const village = fc.integer({ min: 2, max: 5 }).chain((candidates) =>
  fc.record({
    candidates: fc.constant(candidates),
    rulePack: fc.constantFrom(...packs),
    withAreas: fc.boolean(),
    places: fc.array(
      fc.record({
        sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 2 }),
        votes: fc.array(areaVotes(candidates), { minLength: 2, maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

type Village = typeof village extends fc.Arbitrary<infer Value> ? Value : never;

function inputOf({ candidates, rulePack, withAreas, places }: Village): VillageInput {
  const lines = places.map(({ sizes, votes }): PlaceLine => {
    const areas = votes.map((counts, at): AreaLine => [`Dusun ${at + 1}`, (sizes[at] ?? 1) * 100, counts]);
    const sums = Array.from({ length: candidates + 1 }, (_, option) =>
      votes.reduce((total, counts) => total + (counts[option] ?? 0), 0),
    );
    const line = { registered: sizes.reduce((total, size) => total + size * 100, 0), votes: sums };
    return withAreas ? { ...line, areas } : line;
  });
  return { ...villageOf(candidates, lines), rulePack };
}

function decide(input: VillageInput): VillageOutcome {
  const decided = decideVillage(input);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value;
}

test('every village gets an outcome; ties are common here, and every way out is reached', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(village, (given) => {
      const input = inputOf(given);
      const outcome = decide(input);
      expect(decide(input)).toEqual(outcome);
      expect(outcome.steps.length).toBeGreaterThan(0);
      for (const { sentence, cites } of outcome.steps) {
        expect(sentence.id).not.toContain('undefined');
        expect(sentence.en).not.toContain('undefined');
        for (const cited of cites) expect(input.rulePack.citations.map(({ id }) => id)).toContain(cited);
      }
      const kind =
        outcome.type === 'winner'
          ? `winner${outcome.afterTie ? ' after tie' : ''}`
          : outcome.type === 'people-decide'
            ? outcome.why
            : outcome.type;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      for (const { key } of outcome.steps) seen.set(key, (seen.get(key) ?? 0) + 1);
    }),
    { numRuns: 1500, seed: 1607 },
  );
  for (const kind of [
    'winner',
    'winner after tie',
    'tie-steps-exhausted',
    'figures-missing',
    'quorum-not-met',
    'second-round',
    'winner.equalUnitsDisagree',
    'winner.unitsWon',
    'winner.stepDoesNotApply',
  ]) {
    expect([kind, (seen.get(kind) ?? 0) >= 10]).toEqual([kind, true]);
  }
});

test('the order of places, of areas and of options never matters, down to the words of the explanation', () => {
  let ties = 0;
  fc.assert(
    fc.property(village, fc.infiniteStream(fc.nat()), (given, numbers) => {
      const input = inputOf(given);
      const shuffle = <Item>(items: readonly Item[]): readonly Item[] =>
        items
          .map((item) => ({ item, at: numbers.next().value }))
          .sort((left, right) => left.at - right.at)
          .map(({ item }) => item);
      const mixed: VillageInput = {
        ...input,
        contest: { ...input.contest, candidates: shuffle(input.contest.candidates) },
        expected: shuffle(input.expected),
        results: shuffle(input.results).map((result) => ({
          ...result,
          options: shuffle(result.options),
          areas:
            result.areas === null
              ? null
              : shuffle(result.areas).map((area) => ({ ...area, options: shuffle(area.options) })),
        })),
      };
      const outcome = decide(input);
      expect(decide(mixed)).toEqual(outcome);
      if (outcome.steps.some(({ key }) => key === 'winner.tie')) ties += 1;
    }),
    { numRuns: 800, seed: 1608 },
  );
  expect(ties).toBeGreaterThan(100);
});

test('never by candidate number: giving the candidates other numbers gives the same people the same outcome', () => {
  let ties = 0;
  fc.assert(
    fc.property(village, fc.infiniteStream(fc.nat()), (given, numbers) => {
      const input = inputOf(given);
      const drawn = input.contest.candidates
        .map(({ number }) => ({ number, at: numbers.next().value }))
        .sort((left, right) => left.at - right.at)
        .map(({ number }) => number);
      const renumber = (number: number) => drawn[number - 1] ?? number;
      const keyOf = new Map(
        input.contest.candidates.map(({ number }) => [candidateKey(number), candidateKey(renumber(number))]),
      );
      const moved = (options: PlaceResult['options']) =>
        options.map(({ key, votes }) => ({ key: keyOf.get(key) ?? key, votes }));
      const outcome = decide(input);
      const renamed = decide({
        ...input,
        results: input.results.map((result) => ({
          ...result,
          options: moved(result.options),
          areas: result.areas?.map((area) => ({ ...area, options: moved(area.options) })) ?? null,
        })),
      });
      const { steps: _steps, ...facts } = renamed;
      const { steps, ...before } = outcome;
      const ascending = (among: readonly number[]) => among.map(renumber).sort((left, right) => left - right);
      const expected =
        before.type === 'winner'
          ? { ...before, candidate: renumber(before.candidate) }
          : before.type === 'people-decide' || before.type === 'second-round'
            ? { ...before, among: ascending(before.among) }
            : before;
      expect(facts).toEqual(expected);
      if (steps.some(({ key }) => key === 'winner.tie')) ties += 1;
    }),
    { numRuns: 800, seed: 1609 },
  );
  expect(ties).toBeGreaterThan(100);
});

test('a winner has the most votes of all, and a tie is broken only among those who have', () => {
  let broken = 0;
  fc.assert(
    fc.property(village, (given) => {
      const input = inputOf(given);
      const outcome = decide(input);
      const votes = (number: number) =>
        input.results.reduce(
          (total, { options }) =>
            total + (options.find(({ key }) => key === candidateKey(number))?.votes ?? 0),
          0,
        );
      const most = Math.max(...input.contest.candidates.map(({ number }) => votes(number)));
      if (outcome.type === 'winner') {
        expect(votes(outcome.candidate)).toBe(most);
        expect(outcome.votes).toBe(most);
        if (outcome.afterTie) broken += 1;
      }
      if (outcome.type === 'second-round')
        for (const number of outcome.among) expect(votes(number)).toBe(most);
    }),
    { numRuns: 800, seed: 1610 },
  );
  expect(broken).toBeGreaterThan(30);
});
