import type { CallError } from '@bilik/ui/call';
import { voters } from '@bilik/words/catalogue/center/voters';
import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import type { Language } from '@bilik/words/language';
import { type PhraseKey, phrasesOf } from '@bilik/words/phrases';
import * as z from 'zod/mini';
import type { Me } from '../me.ts';
import { officePersonSchema } from '../person-name.tsx';

/** What the room of the voter lists says. */
export const words = /* @__PURE__ */ phrasesOf(common, parts, voters);
export type VoterPhrase = PhraseKey<readonly [typeof voters]>;

/** What each screen of the room is given. */
export interface ScreenProps {
  readonly election: string;
  /** The village or larger area that is looked at. */
  readonly area: string;
  readonly me: Me;
  readonly language: Language;
  /** Goes to a part of the room: tab and what stands after it. */
  readonly goTo: (...path: readonly string[]) => void;
  readonly path: readonly string[];
}

export const isVillage = (area: string): boolean => area.split('.').length === 4;

const bilingual = z.object({ id: z.string(), en: z.string() });
export const electionsSchema = z.array(z.object({ id: z.string(), title: bilingual }));
const nullableText = z.nullable(z.string());

export const stageSchema = z.enum(['provisional', 'corrected', 'supplementary', 'final']);
export const stagesSchema = z.array(
  z.object({
    area: z.string(),
    name: z.string(),
    stage: z.nullable(stageSchema),
    postedFrom: nullableText,
    postedUntil: nullableText,
    fingerprint: nullableText,
    voters: z.number(),
    places: z.number(),
    waiting: z.number(),
  }),
);
export type VillageStage = z.output<typeof stagesSchema>[number];

const pageEnd = z.nullable(z.object({ area: z.string(), name: z.string(), id: z.number() }));
export const pageSchema = z.object({
  lines: z.array(
    z.object({
      ...{ id: z.number(), area: z.string(), name: z.string(), nik: z.string(), sex: z.string() },
      ...{ ageYears: z.number(), hamlet: z.string(), rt: z.string(), rw: z.string() },
      ...{ place: z.nullable(z.number()), number: z.nullable(z.number()), ineligible: nullableText },
    }),
  ),
  end: pageEnd,
});
export type VoterPage = z.output<typeof pageSchema>;
export type ListedLine = VoterPage['lines'][number];

const person = {
  ...{ id: z.number(), area: z.string(), place: z.nullable(z.number()), number: z.nullable(z.number()) },
  ...{ nik: z.string(), familyCard: nullableText, name: z.string(), sex: z.string() },
  ...{ birthPlace: z.string(), birthDate: z.string(), maritalStatus: z.enum(['B', 'S', 'P']) },
  ...{ hamlet: z.string(), rt: z.string(), rw: z.string(), disability: nullableText },
};
export const personSchema = z.object({
  ...person,
  ineligible: z.nullable(z.object({ reason: z.string(), evidence: nullableText, beside: z.boolean() })),
});
export type ShownPerson = z.output<typeof personSchema>;
export const openedPersonSchema = z.extend(personSchema, {
  looks: z.array(
    z.object({
      account: z.string(),
      person: officePersonSchema,
      at: z.string(),
      what: z.string(),
      why: z.string(),
    }),
  ),
});

export const IMPORT_STATES = ['reading', 'ready', 'refused', 'entering', 'entered', 'left'] as const;
const firstVoter = z.object({
  ...{ row: z.number(), nik: z.string(), name: z.string(), sex: z.string(), birthDate: z.string() },
  ...{ hamlet: z.string(), rt: z.string(), rw: z.string() },
});
export const importsSchema = z.array(
  z.object({
    ...{ id: z.string(), area: z.string(), file_name: z.string(), state: z.enum(IMPORT_STATES) },
    ...{ voters: z.nullable(z.number()), villages: z.nullable(z.number()), problemCount: z.number() },
    preview: z.nullable(z.object({ sheets: z.array(z.object({ firstVoters: z.array(firstVoter) })) })),
    problems: z.array(
      z.object({
        ...{ kind: z.string(), severity: z.enum(['error', 'warning']), row: z.nullable(z.number()) },
        column: z.nullable(z.object({ letter: z.string(), title: z.string() })),
        ...{ value: nullableText, meaning: bilingual, action: bilingual },
      }),
    ),
  }),
);
export type ImportView = z.output<typeof importsSchema>[number];
export const askedSchema = z.object({ id: z.string() });

const proposalKind = z.enum(['add', 'correct', 'mark-ineligible', 'restore']);
const proposalOrigin = z.enum(['committee', 'objection']);
export const proposalStateSchema = z.enum(['waiting', 'approved', 'refused', 'withdrawn']);
export const proposalsSchema = z.array(
  z.object({
    ...{ id: z.number(), area: z.string(), kind: proposalKind, state: proposalStateSchema },
    ...{ origin: proposalOrigin, reason: nullableText, evidence: z.string(), proposed_by: z.string() },
    ...{ decided_by: nullableText, decision_reason: nullableText, person: officePersonSchema },
  }),
);
export const proposalSchema = z.object({
  ...{ id: z.number(), area: z.string(), kind: proposalKind, state: proposalStateSchema },
  ...{ origin: proposalOrigin, reason: nullableText, evidence: z.string(), proposed_by: z.string() },
  evidenceType: z.nullable(z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/webp'])),
  /** Null for whoever does not decide of it. */
  isSameNik: z.nullable(z.boolean()),
  before: z.nullable(personSchema),
  after: z.nullable(z.omit(z.object(person), { id: true, area: true, place: true, number: true })),
});

const rank = z.enum(['same-nik', 'nearly-certain', 'likely', 'possible']);
export const pairsSchema = z.object({
  pairs: z.array(
    z.object({
      ...{ first: z.number(), second: z.number(), rank, firstName: z.string(), firstArea: z.string() },
      ...{ secondName: z.string(), secondArea: z.string() },
    }),
  ),
});
export const pairSchema = z.object({
  rank,
  decision: nullableText,
  lines: z.array(z.object({ part: z.string(), speaks: z.enum(['for', 'against']), sentence: bilingual })),
  first: personSchema,
  second: personSchema,
});

const part = z.object({
  ...{ hamlet: z.string(), rw: z.string(), rt: z.string(), voters: z.number(), isWhole: z.boolean() },
});
export const divisionSchema = z.object({
  cap: z.optional(z.number()),
  undivided: z.number(),
  places: z.array(
    z.object({
      number: z.number(),
      voters: z.number(),
      parts: z.array(part),
      description: z.optional(bilingual),
    }),
  ),
});
export type DivisionView = z.output<typeof divisionSchema>;
export const householdsSchema = z.array(
  z.object({ voter: z.number(), names: z.array(z.string()), place: z.number() }),
);

const count = z.nullable(z.number());
export const statisticsSchema = z.object({
  eligible: z.object({ L: z.number(), P: z.number() }),
  tables: z.array(
    z.object({
      name: z.enum(['age', 'hamlet', 'disability', 'marital', 'first-time', 'ineligible']),
      hiddenRows: z.number(),
      rows: z.array(z.object({ key: z.string(), L: count, P: count, all: count })),
    }),
  ),
});

const REFUSALS = [
  'file-again',
  'import-state',
  'voter-unknown',
  'list-unknown',
  'list-is-final',
  'list-is-empty',
  'row-already-ineligible',
  'row-not-ineligible',
  'already-decided',
  'own-proposal',
  'nik-on-list',
  'pair-decided',
  'same-nik',
  'posted-already',
  'posting-backwards',
  'posting-too-short',
  'not-posted',
  'posting-not-over',
  'proposals-waiting',
  'same-nik-undecided',
  'voters-undivided',
  'wrong-step',
  'has-errors',
  'nobody-to-divide',
  'household-over-cap',
  'too-few-places',
  'more-places-than-households',
  'over-cap',
  'place-emptied',
  'place-in-use',
  'village-has-counted',
  'place-without-voters',
  'already-there',
  'no-such-place',
  'not-divided',
  'no-such-household',
  'no-such-neighbourhood',
  'nik-synthetic',
  'not-own-proposal',
  'proposal-unknown',
  'evidence-unknown',
  'evidence-too-large',
  'evidence-not-a-document',
  'too-many-uploads',
  'disk-nearly-full',
  'voters-erased',
  'too-many-nik-tries',
  'proposal-waits-already',
] as const;

/** The phrase of what the center refused. */
export function refusalPhrase(refusal: { readonly type: string }): VoterPhrase {
  const known = REFUSALS.find((name) => name === refusal.type);
  return known === undefined ? 'voters.refused.unknown' : `voters.refused.${known}`;
}

export type ActError = CallError<{ readonly type: string }>;
