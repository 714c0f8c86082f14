import { DIFFERENCE_REASONS, laneFieldNumbers } from '@bilik/tabulation';
import { lanes } from '@bilik/words/catalogue/center/lanes';
import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import { phrasesOf } from '@bilik/words/phrases';
import * as z from 'zod/mini';
import { officePersonSchema } from '../person-name.tsx';
import type { FigureLine, Typed } from '../sheets/figure-fields.tsx';

/** What the room of lanes says. */
export const words = /* @__PURE__ */ phrasesOf(common, parts, lanes);

const bilingual = z.object({ id: z.string(), en: z.string() });

export const electionsSchema = z.array(z.object({ id: z.string(), title: bilingual }));
export const placesSchema = z.array(
  z.object({
    place: z.string(),
    village: z.string(),
    number: z.number(),
    fixed: z.boolean(),
    met: z.boolean(),
  }),
);
const optionSchema = z.object({ key: z.string(), name: z.string(), number: z.nullable(z.number()) });
/** An option of a ballot as people call it. */
export const optionText = ({ number, name }: z.output<typeof optionSchema>): string =>
  number === null ? name : `${number}. ${name}`;

export const ballotSchema = z.object({
  registered: z.number(),
  ballots: z.array(
    z.object({
      contest: z.string(),
      title: bilingual,
      options: z.array(optionSchema),
    }),
  ),
});
export type Ballot = z.output<typeof ballotSchema>['ballots'][number];
export const committedSchema = z.object({ commitment: z.string() });
/** What `lanes.commitments` answers: what was fixed, and when. */
export const commitmentsSchema = z.array(z.object({ contest: z.string(), at: z.string() }));
const contradictionsSchema = z.array(
  z.object({
    ...{ code: z.string(), what: bilingual, calculation: bilingual },
    fields: z.array(z.string()),
  }),
);
export type Contradictions = z.output<typeof contradictionsSchema>;
const refusedSchema = z.object({ refusal: z.object({ contradictions: contradictionsSchema }) });

/** Where the center says that figures contradict each other: by which rules; nothing in any other refusal. */
export function contradictionsIn(error: unknown): Contradictions {
  const read = refusedSchema.safeParse(error);
  return read.success ? read.data.refusal.contradictions : [];
}

export const comparisonSchema = z.object({
  places: z.array(
    z.object({ place: z.string(), contest: z.string(), opens: z.boolean(), isLater: z.boolean() }),
  ),
  differences: z.array(
    z.object({
      place: z.string(),
      contest: z.string(),
      options: z.array(optionSchema),
      differences: z.array(
        z.object({
          lane: z.enum(['internal', 'evidence']),
          figure: z.string(),
          official: z.number(),
          other: z.number(),
        }),
      ),
      effect: z.number(),
      margin: z.nullable(z.number()),
      marginOf: z.number(),
      exceedsMargin: z.boolean(),
      given: z.nullable(
        z.object({
          ...{ reason: z.enum(DIFFERENCE_REASONS), note: z.nullable(z.string()) },
          ...{ person: officePersonSchema, isCurrent: z.boolean() },
        }),
      ),
    }),
  ),
});
export type Comparison = z.output<typeof comparisonSchema>;
export const evidenceSchema = z.array(
  z.object({
    id: z.number(),
    place: z.string(),
    kind: z.enum(['photo', 'code']),
    code: z.nullable(z.string()),
    verdict: z.nullable(z.enum(['accepted', 'refused'])),
    reason: z.nullable(z.string()),
  }),
);
export type Evidence = z.output<typeof evidenceSchema>[number];

/** The figures of one contest as they are typed: users, each option, valid and invalid. */
export function linesOfBallot({ title, options }: Ballot): readonly FigureLine[] {
  const numbers = laneFieldNumbers(options.map(({ key }) => key));
  const line = (key: string, id: string, en: string) => ({
    ...{ key, number: numbers.get(key) ?? '', section: title },
    label: { id, en },
  });
  return [
    line('users', words('id', 'lanes.type.users'), words('en', 'lanes.type.users')),
    ...options.map((option) => line(option.key, optionText(option), optionText(option))),
    line('valid', words('id', 'lanes.type.valid'), words('en', 'lanes.type.valid')),
    line('invalid', words('id', 'lanes.type.invalid'), words('en', 'lanes.type.invalid')),
  ];
}

/** Typed figures as the acts take them; what is empty is missing and refused by the center. */
export function figuresOfBallot({ options }: Ballot, typed: Typed) {
  const read = (key: string) =>
    typed[key] === undefined || typed[key] === '' ? undefined : Number(typed[key]);
  const votes = Object.fromEntries(
    options.flatMap(({ key }) => {
      const count = read(key);
      return count === undefined ? [] : [[key, count]];
    }),
  );
  return { users: read('users'), votes, valid: read('valid'), invalid: read('invalid') };
}

const REFUSALS = ['figures-do-not-fit', 'lanes-met-already', 'place-unknown', 'no-difference'] as const;

/** The phrase of a refusal; anything else is about the figures. */
export function refusalPhrase(error: {
  readonly type: string;
  readonly refusal?: { readonly type: string };
}) {
  const known = REFUSALS.find((name) => name === error.refusal?.type) ?? 'figures-do-not-fit';
  return `lanes.refused.${known}` as const;
}
