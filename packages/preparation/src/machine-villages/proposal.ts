import {
  type Bilingual,
  bilingualSchema,
  type Frozen,
  lineSchema,
  slugSchema,
  villageCodeSchema,
} from '@bilik/election';
import { z } from 'zod';

/** A part of the vulnerability (kerawanan) index and how heavy it weighs, in whole percent. */
export const vulnerabilityPartSchema = z.strictObject({
  id: slugSchema,
  name: bilingualSchema(120),
  weightPercent: z.int().min(0).max(100),
});
export type VulnerabilityPart = Frozen<z.infer<typeof vulnerabilityPartSchema>>;

/** A regency's index: parts whose weights are 100 together. */
export const vulnerabilityIndexSchema = z
  .array(vulnerabilityPartSchema)
  .min(1)
  .max(12)
  .refine(
    (parts) => parts.reduce((sum, { weightPercent }) => sum + weightPercent, 0) === 100,
    'weights-are-not-100',
  )
  .refine((parts) => new Set(parts.map(({ id }) => id)).size === parts.length, 'part-twice');

/** What is known of a village before anybody decides how it votes. */
export const villageConditionSchema = z.strictObject({
  code: villageCodeSchema,
  name: lineSchema(60),
  /** Registered voters of each polling place, by its number from 1. */
  places: z
    .array(z.strictObject({ number: z.int().min(1).max(999), voters: z.int().min(0).max(5000) }))
    .max(99),
  /** Score of each part, 0 (calm) to 100; a part without a score is not known and counts as 0. */
  scores: z.record(slugSchema, z.int().min(0).max(100)),
  /** What must be there before a machine can stand in the village (MK 147/PUU-VII/2009: technology, money, people, law). */
  power: z.enum(['grid', 'generator', 'none', 'unknown']),
  hasLegalBasis: z.boolean(),
});
export type VillageCondition = Frozen<z.infer<typeof villageConditionSchema>>;

/** What people set with the sliders. */
export const proposalLimitsSchema = z.strictObject({
  /** Device sets that are there, spares included. */
  sets: z.int().min(0).max(20_000),
  /** Of all sets, kept back as spares, in whole percent. */
  sparePercent: z.int().min(0).max(50),
  /** Voters that one set serves in a day; 800 and 1,000 are quoted. */
  votersPerSet: z.int().min(50).max(2000),
  budgetRupiah: z.int().min(0).max(10_000_000_000_000),
  costPerSetRupiah: z.int().min(0).max(1_000_000_000),
  costPerVillageRupiah: z.int().min(0).max(10_000_000_000),
  /** Weight of vulnerability against size, in whole percent; the rest is size. */
  vulnerabilityPercent: z.int().min(0).max(100),
  /** Every polling place of a village by machine, or one in each village beside paper (Indramayu 2025). */
  scope: z.enum(['whole-village', 'one-place']),
  /** Smaller villages are not proposed (Banyuasin 2023 kept e-voting where voters were more than 2,000); 0: no limit. */
  fewestVoters: z.int().min(0).max(50_000),
});
export type ProposalLimits = Frozen<z.infer<typeof proposalLimitsSchema>>;

/** Why a village is, or is not, among the proposed. */
export type ProposalReason =
  | 'chosen'
  | 'no-legal-basis'
  | 'no-power'
  | 'no-voters'
  | 'too-small'
  | 'sets-gone'
  | 'budget-gone';

/** One village with the whole way to its place. */
export interface ProposedVillage {
  readonly code: string;
  readonly name: string;
  readonly voters: number;
  /** 0 to 10,000: hundredths of the index. */
  readonly indexHundredths: number;
  /** Largest first: what each part adds to the index, in hundredths. */
  readonly parts: readonly { readonly id: string; readonly score: number; readonly addsHundredths: number }[];
  /** 0 to 10,000: size against the largest village of the list. */
  readonly sizeHundredths: number;
  /** 0 to 10,000: what the order goes by. */
  readonly priorityHundredths: number;
  /** 1 is looked at first. */
  readonly rank: number;
  /** Polling places that would vote by machine. */
  readonly places: readonly number[];
  readonly sets: number;
  readonly costRupiah: number;
  readonly isProposed: boolean;
  readonly reason: ProposalReason;
  readonly sentence: Bilingual;
}

export interface Proposal {
  readonly villages: readonly ProposedVillage[];
  readonly setsUsed: number;
  readonly setsKept: number;
  readonly costRupiah: number;
}
