import type { CivilDate } from '@bilik/election';
import { type PublishedStage, STAGES_AFTER_COUNTING, stageSchema } from '@bilik/publication';

/** What the public sees of each stage of the general calendar. A stage that a regency added shows as the last known one before it. */
const STAGES: Readonly<Record<string, PublishedStage>> = {
  'end-of-term-notice': 'preparation',
  'committee-formed': 'preparation',
  'committee-reported': 'preparation',
  'cost-plan': 'preparation',
  'cost-approved': 'preparation',
  announcement: 'candidacy',
  registration: 'candidacy',
  research: 'candidacy',
  'extra-selection': 'candidacy',
  'candidates-set': 'candidacy',
  'voter-registration': 'voter-list',
  'provisional-list': 'voter-list',
  'list-corrections': 'voter-list',
  'supplementary-list': 'voter-list',
  'final-list': 'voter-list',
  'final-list-posted': 'voter-list',
  'number-draw': 'number-draw',
  'ballot-proof': 'number-draw',
  invitations: 'campaign',
  campaign: 'campaign',
  'quiet-period': 'quiet-period',
  voting: 'voting',
  minutes: 'result',
  objections: 'objection',
  'committee-to-council': 'result',
  'council-to-regent': 'result',
  'objection-decision': 'objection',
  decree: 'decree',
  inauguration: 'inauguration',
};

/** The stages stand in their order. */
const BEFORE_COUNTING = stageSchema.options.slice(0, stageSchema.options.indexOf('counting'));

/** Where a village stands by its calendar. */
export interface StageByCalendar {
  /** Id of the stage that is due; null: all are done. */
  readonly id: string | null;
  /** Its first day, which may be planned and not here yet. */
  readonly since: CivilDate;
}

/**
 * The stage to show, and since when: never a day that has not come.
 * @param hasResults whether figures of the village are published, or were
 */
export function publishedStage(
  { id, since }: StageByCalendar,
  hasResults: boolean,
  { today, votingDate }: { readonly today: CivilDate; readonly votingDate: CivilDate },
): { readonly name: PublishedStage; readonly since: CivilDate } {
  const name = id === null ? 'inauguration' : (STAGES[id] ?? 'preparation');
  // whoever forgot to note a stage does not hide that votes are counted, nor shows as done what no figure is published of; counting begins
  // where voting ends
  const isElsewhere = (hasResults ? BEFORE_COUNTING : STAGES_AFTER_COUNTING).includes(name);
  const shown = isElsewhere ? { name: 'counting' as const, since: votingDate } : { name, since };
  // what is due next although its first day is ahead: everything before it is done
  return shown.since > today ? { ...shown, since: today } : shown;
}
