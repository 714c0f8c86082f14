import {
  ballotOptions,
  type Contest,
  decideVillage,
  type OptionVotes,
  pollingPlaceIdSchema,
  type RulePack,
} from '@bilik/election';
import { outcomeSchema, type PublishedOutcome } from './figures-schema.ts';
import type { PublishedVillage } from './schema.ts';

/** The contest of a village as packages/election knows it; undefined before there are candidates. */
export function contestOf({ contest }: Pick<PublishedVillage, 'contest'>): Contest | undefined {
  if (contest === null) return undefined;
  return {
    id: contest.id,
    office: 'village-head',
    title: contest.title,
    candidates: contest.candidates.map(({ number, name }) => ({ number, name })),
  };
}

/** Options of a contest in list order, without the blank vote. */
export function votedKeys(contest: Contest): readonly Exclude<OptionVotes['key'], 'blank'>[] {
  return ballotOptions(contest).flatMap(({ key }) => (key === 'blank' ? [] : [key]));
}

/**
 * What the rules say of a village's figures, decided anew.
 * @returns undefined without candidates or polling places, where figures do not belong together (which other rules name), and of more polling
 * places than a snapshot has room for
 */
export function outcomeOf(
  village: Pick<PublishedVillage, 'contest' | 'places'>,
  rulePack: RulePack,
): PublishedOutcome | undefined {
  const contest = contestOf(village);
  if (contest === undefined || village.places.length === 0) return undefined;
  const decided = decideVillage({
    contest,
    rulePack,
    expected: village.places.map(({ id }) => pollingPlaceIdSchema.parse(id)),
    results: village.places.flatMap(({ id, registered, result }) =>
      result === null
        ? []
        : [
            {
              place: pollingPlaceIdSchema.parse(id),
              registered: registered.L + registered.P,
              users: result.figures.users,
              options: [...result.figures.options, { key: 'blank' as const, votes: result.figures.blank }],
              areas: null,
            },
          ],
    ),
  });
  if (!decided.ok) return undefined;
  // what a snapshot has no room for is no outcome: whoever publishes names the village, and no other waits for it
  const outcome = outcomeSchema.safeParse(decided.value);
  return outcome.success ? outcome.data : undefined;
}
