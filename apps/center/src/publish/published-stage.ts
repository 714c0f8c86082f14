import type { PublishedStage } from '@bilik/publication';

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

/**
 * The stage to show.
 * @param current id of the stage that is due; null: all are done @param hasResults whether figures of the village are in
 */
export function publishedStage(current: string | null, hasResults: boolean): PublishedStage {
  if (current === null) return 'inauguration';
  const stage = STAGES[current] ?? 'preparation';
  // whoever forgot to note a stage does not hide that votes are counted
  const isBefore = [
    'preparation',
    'voter-list',
    'candidacy',
    'number-draw',
    'campaign',
    'quiet-period',
    'voting',
  ];
  return hasResults && isBefore.includes(stage) ? 'counting' : stage;
}
