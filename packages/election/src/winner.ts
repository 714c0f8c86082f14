import type { PollingPlaceId } from './area.ts';
import type { Bilingual } from './bilingual.ts';
import type { Contest } from './definition.ts';
import type { OptionVotes } from './figures.ts';
import type { Result } from './result.ts';
import type { RulePack } from './rule-pack.ts';

/** Votes of one unit (polling place or residence area) with its size. */
export interface UnitVotes {
  readonly registered: number;
  readonly options: readonly OptionVotes[];
}

/** The definitive result of one polling place in one contest. */
export interface PlaceResult extends UnitVotes {
  readonly place: PollingPlaceId;
  /** Users of the right to vote. */
  readonly users: number;
  /** Votes by residence area, where such figures exist; null where they do not. */
  readonly areas: readonly (UnitVotes & { readonly area: string })[] | null;
}

/** One step of the written explanation. */
export interface ExplanationStep {
  /** Phrase key, as in `winner.largestPollingPlace`. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** The step rendered. */
  readonly sentence: Bilingual;
}

/** Why people, with minutes, must decide. */
export type PeopleDecideWhy =
  | 'tie-steps-exhausted'
  | 'figures-missing'
  | 'empty-column-rule-unknown'
  | 'equal-to-empty-column'
  | 'quorum-not-met'
  | 'no-votes';

/** What the results of a village say. Candidates are named by number, in ascending order. */
export type VillageOutcome = { readonly steps: readonly ExplanationStep[] } & (
  | {
      readonly type: 'winner';
      readonly candidate: number;
      readonly votes: number;
      readonly afterTie: boolean;
    }
  | { readonly type: 'empty-column-wins'; readonly votes: number }
  | { readonly type: 'second-round'; readonly among: readonly number[]; readonly withinDays: number }
  | { readonly type: 'people-decide'; readonly why: PeopleDecideWhy; readonly among: readonly number[] }
  | { readonly type: 'incomplete'; readonly missing: readonly PollingPlaceId[] }
);

/** Results that do not belong together; nothing is decided from them. */
export type VillageInputError =
  | { readonly type: 'unexpected-place'; readonly place: PollingPlaceId }
  | { readonly type: 'place-given-twice'; readonly place: PollingPlaceId }
  | { readonly type: 'options-do-not-match'; readonly place: PollingPlaceId; readonly area: string | null }
  | { readonly type: 'not-a-count'; readonly place: PollingPlaceId }
  | { readonly type: 'areas-do-not-add-up'; readonly place: PollingPlaceId };

/**
 * Who won a contest in a village. Total and deterministic; the order of places, areas and options never matters; never by
 * chance and never by candidate number.
 * @errors results that do not belong together
 * @param expected all polling places of the village; a result is given only when each of them is in
 */
export function decideVillage(_input: {
  readonly contest: Contest;
  readonly expected: readonly PollingPlaceId[];
  readonly results: readonly PlaceResult[];
  readonly rulePack: RulePack;
}): Result<VillageOutcome, readonly VillageInputError[]> {
  throw new Error('not filled yet');
}
