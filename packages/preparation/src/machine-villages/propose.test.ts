import { lineSchema, villageCodeSchema } from '@bilik/election';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultVulnerabilityIndex } from './default-index.ts';
import { modeDecisionSchema, villageMode } from './mode.ts';
import type { ProposalLimits, VillageCondition } from './proposal.ts';
import { vulnerabilityIndexSchema } from './proposal.ts';
import { proposeMachineVillages } from './propose.ts';

const LIMITS: ProposalLimits = {
  sets: 12,
  sparePercent: 10,
  votersPerSet: 800,
  budgetRupiah: 1_000_000_000,
  costPerSetRupiah: 5_000_000,
  costPerVillageRupiah: 20_000_000,
  vulnerabilityPercent: 60,
  scope: 'whole-village',
  fewestVoters: 0,
};

const anyVillages = fc
  .array(
    fc.record({
      voters: fc.array(fc.integer({ min: 0, max: 1400 }), { maxLength: 4 }),
      score: fc.integer({ min: 0, max: 100 }),
      power: fc.constantFrom('grid' as const, 'generator' as const, 'none' as const, 'unknown' as const),
      hasLegalBasis: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    rows.map(
      ({ voters, score, power, hasLegalBasis }, index): VillageCondition => ({
        code: villageCodeSchema.parse(`16.07.01.${2001 + index}`),
        name: lineSchema(60).parse(`Desa ${index}`),
        places: voters.map((count, place) => ({ number: place + 1, voters: count })),
        scores: { 'past-disputes': score, access: 100 - score },
        power,
        hasLegalBasis,
      }),
    ),
  );

test('never more sets or money than there are; every no is true at its place in the order; the order of the list does not matter', () => {
  const reached: Record<string, number> = {};
  fc.assert(
    fc.property(
      anyVillages,
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 400_000_000 }),
      fc.constantFrom('whole-village' as const, 'one-place' as const),
      (villages, sets, budgetRupiah, scope) => {
        const limits = { ...LIMITS, sets, budgetRupiah, scope, fewestVoters: 300 };
        const proposal = proposeMachineVillages(villages, defaultVulnerabilityIndex, limits);
        expect(proposeMachineVillages([...villages].reverse(), defaultVulnerabilityIndex, limits)).toEqual(
          proposal,
        );
        let usedSets = proposal.setsKept;
        let usedRupiah = 0;
        for (const village of proposal.villages) {
          reached[village.reason] = (reached[village.reason] ?? 0) + 1;
          expect(village.sentence.id.startsWith(village.isProposed ? 'Ya' : 'Tidak')).toBe(true);
          if (village.reason === 'sets-gone') expect(village.sets).toBeGreaterThan(sets - usedSets);
          if (village.reason === 'budget-gone')
            expect(village.costRupiah).toBeGreaterThan(budgetRupiah - usedRupiah);
          if (!village.isProposed) continue;
          usedSets += village.sets;
          usedRupiah += village.costRupiah;
        }
        expect(usedSets).toBe(proposal.setsUsed + proposal.setsKept);
        expect(usedRupiah).toBe(proposal.costRupiah);
        expect(usedSets).toBeLessThanOrEqual(Math.max(sets, proposal.setsKept));
        expect(usedRupiah).toBeLessThanOrEqual(budgetRupiah);
        const priorities = proposal.villages.map(({ priorityHundredths }) => priorityHundredths);
        expect(priorities).toEqual([...priorities].sort((left, right) => right - left));
      },
    ),
    { numRuns: 400, seed: 43 },
  );
  expect(new Set(Object.keys(reached))).toEqual(
    new Set(['budget-gone', 'chosen', 'no-legal-basis', 'no-power', 'no-voters', 'sets-gone', 'too-small']),
  );
});

test('the index in its parts, by hand', () => {
  const village: VillageCondition = {
    code: villageCodeSchema.parse('16.07.01.2001'),
    name: 'Bukit',
    places: [
      { number: 1, voters: 900 },
      { number: 2, voters: 700 },
    ],
    scores: { 'past-disputes': 80, 'close-race': 40 },
    power: 'grid',
    hasLegalBasis: true,
  };
  const [only] = proposeMachineVillages([village], defaultVulnerabilityIndex, LIMITS).villages;
  // 80 × 30 % + 40 % × 25 % = 34 of 100; alone it is the largest; 60 % × 34 + 40 % × 100 = 60.4
  expect(only).toMatchObject({
    indexHundredths: 3400,
    sizeHundredths: 10_000,
    priorityHundredths: 6040,
    sets: 3,
    costRupiah: 35_000_000,
    isProposed: true,
  });
  expect(only?.parts.slice(0, 2)).toEqual([
    { id: 'past-disputes', score: 80, addsHundredths: 2400 },
    { id: 'close-race', score: 40, addsHundredths: 1000 },
  ]);
  const [onePlace] = proposeMachineVillages([village], defaultVulnerabilityIndex, {
    ...LIMITS,
    scope: 'one-place',
  }).villages;
  expect(onePlace).toMatchObject({ places: [1], sets: 2 });
});

test('a village is mixed when its polling places differ; decisions want a reason; weights are 100', () => {
  expect(villageMode(['paper', 'paper'])).toBe('paper');
  expect(villageMode(['electronic'])).toBe('electronic');
  expect(villageMode(['electronic', 'paper'])).toBe('mixed');
  const decision = {
    village: '16.07.01.2001',
    places: [{ number: 1, mode: 'paper' }],
    reason: 'Listrik tidak stabil',
  };
  expect(modeDecisionSchema.safeParse(decision).success).toBe(true);
  expect(modeDecisionSchema.safeParse({ ...decision, reason: '' }).success).toBe(false);
  expect(
    modeDecisionSchema.safeParse({ ...decision, places: [...decision.places, ...decision.places] }).success,
  ).toBe(false);
  expect(vulnerabilityIndexSchema.safeParse(defaultVulnerabilityIndex.slice(1)).success).toBe(false);
});
