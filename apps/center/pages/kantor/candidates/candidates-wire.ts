import { drawRecordSchema } from '@bilik/preparation';
import { candidates } from '@bilik/words/catalogue/center/candidates';
import { draw } from '@bilik/words/catalogue/center/draw';
import { proof } from '@bilik/words/catalogue/center/proof';
import { common } from '@bilik/words/catalogue/common';
import { phrasesOf } from '@bilik/words/phrases';
import * as z from 'zod/mini';
import { VILLAGE_STANDINGS } from '../../../src/candidates/village-standing.ts';
import { bilingualSchema, lawTextSchema } from '../set-up/elections.tsx';

/** What the screens of this room say. */
export const words = /* @__PURE__ */ phrasesOf(common, candidates, draw, proof);

const verdictSchema = z.enum(['incomplete', 'to-check', 'not-eligible', 'complete']);
const candidateSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['registered', 'determined', 'not-determined', 'withdrawn']),
  number: z.nullable(z.number()),
  photo: z.nullable(z.string()),
  findings: z.array(
    z.object({
      requirement: z.string(),
      finding: z.enum(['received', 'accepted', 'refused']),
      reason: z.optional(z.string()),
    }),
  ),
  scores: z.record(z.string(), z.number()),
  standing: z.object({
    missing: z.array(z.string()),
    toCheck: z.array(z.string()),
    ageYears: z.number(),
    verdict: verdictSchema,
  }),
});
export type Candidate = z.output<typeof candidateSchema>;

/** What `candidates.villages` answers. */
export const villagesSchema = z.object({
  villages: z.array(
    z.object({
      ...{ code: z.string(), name: z.string(), candidates: z.number() },
      standing: z.enum(VILLAGE_STANDINGS),
    }),
  ),
});
export type VillageLine = z.output<typeof villagesSchema>['villages'][number];

/** What `candidates.show` answers. */
export const villageSchema = z.object({
  code: z.string(),
  name: z.string(),
  votingDate: z.string(),
  checklist: z.object({
    requirements: z.array(z.object({ id: z.string(), name: bilingualSchema, basis: lawTextSchema })),
  }),
  selectionRule: z.object({
    criteria: z.array(z.object({ id: z.string(), name: bilingualSchema, weightPercent: z.number() })),
  }),
  candidates: z.array(candidateSchema),
  registration: z.nullable(
    z.object({
      ...{ begins: z.string(), due: z.string(), isOver: z.boolean(), isNotedDone: z.boolean() },
      ...{ hopeful: z.number(), fewest: z.number() },
    }),
  ),
  nomination: z.nullable(
    z.object({
      eligible: z.array(z.string()),
      outcome: z.object({ type: z.string(), sentence: bilingualSchema }),
      selection: z.nullable(
        z.object({
          type: z.string(),
          sentence: bilingualSchema,
          ranked: z.array(z.object({ id: z.string(), totalHundredths: z.number(), rank: z.number() })),
          selected: z.optional(z.array(z.string())),
          tied: z.optional(z.array(z.string())),
        }),
      ),
    }),
  ),
  draw: z.nullable(
    z.object({
      arrivals: z.array(z.object({ candidate: z.string(), drawnBy: z.string(), commitment: z.string() })),
      record: z.nullable(drawRecordSchema),
      attempts: z.number(),
    }),
  ),
  proof: z.nullable(
    z.object({
      fingerprint: z.string(),
      open: z.array(z.string()),
      contest: z.object({ title: bilingualSchema }),
    }),
  ),
});
export type Village = z.output<typeof villageSchema>;

/** What every screen of one village is given. */
export interface VillageProps {
  readonly election: string;
  readonly village: Village;
  readonly language: 'id' | 'en';
  /** Carries out an act about this village; false when it was refused, which the room says. */
  readonly carryOut: (act: CandidateAct, input: object, happened: string) => Promise<boolean>;
}
export type CandidateAct =
  | 'candidates.register'
  | 'candidates.note-finding'
  | 'candidates.set-photo'
  | 'candidates.score'
  | 'candidates.determine'
  | 'candidates.withdraw'
  | 'candidates.begin-draw'
  | 'candidates.finish-draw'
  | 'candidates.sign-off';

export const nameOf = (village: Village, id: string): string =>
  village.candidates.find((candidate) => candidate.id === id)?.name ?? id;
