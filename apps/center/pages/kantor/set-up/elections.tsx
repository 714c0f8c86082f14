import { Notice } from '@bilik/ui/notice';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { ElectionChooser, electionMeant } from '../election-choice.tsx';
import { type Refused, RefusedNotice } from './refused.tsx';
import { words } from './set-up-words.ts';

export const bilingualSchema = z.object({ id: z.string(), en: z.string() });
/** One line for both languages, or one in each; `lawText` of `@bilik/election/law-text` reads it. */
export const lawTextSchema = z.union([z.string(), bilingualSchema]);
const settingSchema = z.object({
  value: z.unknown(),
  certainty: z.enum(['S', '2', 'G', 'D']),
  cites: z.array(z.string()),
  note: z.optional(lawTextSchema),
});
const electionSchema = z.object({
  id: z.string(),
  title: bilingualSchema,
  body: z.nullable(z.string()),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  rulePack: z.nullable(
    z.object({
      id: z.string(),
      version: z.number(),
      name: bilingualSchema,
      validFrom: z.string(),
      validUntil: z.nullable(z.string()),
      citations: z.array(
        z.object({
          ...{ id: z.string(), title: lawTextSchema },
          ...{ article: z.optional(z.string()), source: lawTextSchema },
        }),
      ),
      settings: z.record(z.string(), settingSchema),
    }),
  ),
  waves: z.array(
    z.object({
      number: z.number(),
      /** How many villages it began with. */
      villages: z.number(),
      voting: z.object({ date: z.string(), opens: z.string(), closes: z.string() }),
    }),
  ),
});
export type Election = z.output<typeof electionSchema>;
const label = bilingualSchema;
/** What a regency calls things. */
export const labelsSchema = z.object({
  ...{ head: label, village: label, hamlet: label, council: label, election: label },
});
export type Labels = z.output<typeof labelsSchema>;
const setUpSchema = z.object({
  issuer: z.nullable(z.string()),
  content: z.object({
    labels: labelsSchema,
    rulePacks: z.array(
      z.object({
        ...{ id: z.string(), version: z.number(), name: bilingualSchema },
        ...{ validFrom: z.string(), validUntil: z.nullable(z.string()) },
        settings: z.object({
          hours: z.object({ value: z.object({ opens: z.string(), closes: z.string() }) }),
        }),
      }),
    ),
  }),
  rulePackFingerprints: z.array(z.string()),
});
export type SetUp = z.output<typeof setUpSchema>;
const shownSchema = z.object({
  regency: z.nullable(z.string()),
  setUp: z.nullable(setUpSchema),
  elections: z.array(electionSchema),
});

/**
 * The elections of one's area, and the one that is looked at. `choose` shows another in this room alone: who has just made next year's
 * event still finds today's in the other rooms.
 * @param whose `own`: without those that others conduct
 */
export function useElections(whose: 'all' | 'own' = 'all') {
  const [known, setElections] = useState<readonly Election[]>();
  const [setUp, setSetUp] = useState<SetUp | null>();
  const [chosen, setChosen] = useState<string>();
  const [refused, setRefused] = useState<Refused>();
  const load = async () => {
    const answer = await callAct('set-up.show', {}, shownSchema);
    if (answer.ok) {
      setElections(answer.value.elections);
      setSetUp(answer.value.setUp);
    }
    setRefused(answer.ok ? undefined : answer.error);
  };
  useEffect(() => {
    void load();
  }, []);
  const elections = whose === 'own' ? known?.filter(({ body }) => body === null) : known;
  const election = elections && electionMeant(elections, chosen);
  return { elections, setUp, election, choose: setChosen, load, refused };
}

/** Says that there is none, or lets choose among several. */
export function ElectionChoice(props: {
  readonly language: 'id' | 'en';
  readonly from: ReturnType<typeof useElections>;
}) {
  const { language, from } = props;
  if (from.refused !== undefined) return <RefusedNotice error={from.refused} language={language} />;
  if (from.elections === undefined) return null;
  if (from.elections.length === 0) {
    return (
      <Notice
        state="info"
        happened={words(language, 'setUp.none')}
        toDo={words(language, 'setUp.none.toDo')}
      />
    );
  }
  if (from.elections.length === 1) return <h2>{from.election?.title[language]}</h2>;
  return (
    <ElectionChooser
      language={language}
      offered={from.elections}
      election={from.election?.id}
      onChoose={from.choose}
    />
  );
}
