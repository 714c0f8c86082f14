import { civilClock } from '@bilik/election';
import type { PublishedPlace } from './figures-schema.ts';
import { isCounted } from './is-counted.ts';
import { type PublishedVillage, type Snapshot, stageSchema } from './schema.ts';

/** When a snapshot says what it says. */
export type SaidAt = Pick<Snapshot, 'at'> & { readonly event: Pick<Snapshot['event'], 'zone'> };

/** A village as far as it decides whether it stays as it was published. */
type Standing = Pick<PublishedVillage, 'votingDate' | 'contest'> & {
  readonly places: readonly PublishedPlace[];
  readonly stage: Pick<PublishedVillage['stage'], 'name'>;
};

const STAGES = stageSchema.options;
const PAST_VOTING = STAGES.slice(STAGES.indexOf('counting'), STAGES.indexOf('postponed'));

/**
 * Whether a village's voting began when this was said: its day had come, or its stage was past it. The stage of voting alone is what is due next,
 * also while the day is ahead.
 */
export function hasBegun(
  { votingDate, stage }: Omit<Standing, 'places' | 'contest'>,
  { at, event }: SaidAt,
): boolean {
  if (PAST_VOTING.includes(stage.name)) return true;
  if (votingDate === null) return stage.name === 'voting';
  return civilClock(Date.parse(at), event.zone).date >= votingDate;
}

/**
 * Whether a village stays as it was published: something of it is counted, or its voting began. One that has no candidates or polling places
 * yet is still to be written; and a voting of which nothing was counted may be put off to a later day: until that day comes, everything about
 * it may change again.
 * @param before as it was published, @param then when
 * @param after as it is to be published, @param now when
 */
export function staysAsPublished(
  before: Standing,
  then: SaidAt,
  after: Standing | undefined,
  now: SaidAt,
): boolean {
  if (isCounted(before)) return true;
  if (before.contest === null || before.places.length === 0 || !hasBegun(before, then)) return false;
  const isPutOff =
    after !== undefined &&
    !PAST_VOTING.includes(before.stage.name) &&
    before.votingDate !== null &&
    after.votingDate !== null &&
    after.votingDate > before.votingDate &&
    !isCounted(after) &&
    !hasBegun(after, now);
  return !isPutOff;
}
