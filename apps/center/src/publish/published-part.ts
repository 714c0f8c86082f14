import { type ContestFigures, optionKeySchema, votesOf as votesFor } from '@bilik/election';
import type { PublishedPart, VoteFigures } from '@bilik/publication';
import type { SignedResult } from '@bilik/transfer';
import type { ChangeRow } from './place-versions.ts';

/** Which files stand behind the figures of a part. */
export interface RecordFiles {
  readonly record: string;
  readonly voidList: string;
  readonly signedResult: string;
}

/** How the figures of a village are written down. */
export interface FiguresForm {
  /** Option keys in list order. */
  readonly listOrder: readonly string[];
  /** Whether blank votes are among the invalid ones, or a third kind beside them: the rule pack says so. */
  readonly blankVote: 'invalid' | 'separate';
}

/** Figures as they are published: voted options in list order, blank votes in a field of their own. */
export function figuresOfChange(change: ChangeRow, { listOrder, blankVote }: FiguresForm): VoteFigures {
  const votesOfKey = (key: string) => change.votes[key] ?? 0;
  const blank = votesOfKey('blank');
  const options = listOrder
    .filter((key) => key !== 'blank')
    .map((key) => ({ key: votedKey.parse(key), votes: votesOfKey(key) }));
  const { users, valid, invalid } = change;
  const total = valid + invalid + (blankVote === 'invalid' ? 0 : blank);
  return { users, options, valid, invalid, blank, total };
}

const votedKey = optionKeySchema.exclude(['blank']);

/** Figures of one contest of a signed result, as they are published. */
function figuresOfContest({ options, valid, invalid, total }: ContestFigures, users: number): VoteFigures {
  return {
    ...{ users, valid, invalid, total },
    options: options.flatMap(({ key, votes }) => (key === 'blank' ? [] : [{ key, votes }])),
    blank: votesFor(options, 'blank'),
  };
}

/**
 * The parts of an electronic place: what its trustees opened or its slips gave, and beside it the paper of mobile groups.
 * @returns undefined when the result says nothing of this contest
 */
export function electronicParts(
  { figures }: SignedResult,
  contest: string,
  { record, voidList, signedResult }: RecordFiles,
): readonly PublishedPart[] | undefined {
  const electronic = figures.contests.find((one) => one.contest === contest);
  if (electronic === undefined) return undefined;
  const together = figures.mobileGroup?.counted?.contests.find((one) => one.contest === contest);
  const evidence = { record, voidList, signedResult, sheetPhotos: [], code: null };
  const source = figures.resultSource;
  if (together === undefined) {
    return [{ source, figures: figuresOfContest(electronic, figures.users), evidence }];
  }
  // whoever was marked present for a mobile group is a user of its part, also where a ballot is missing from the box
  const own = figuresOfContest(electronic, figures.users - (figures.mobileGroup?.checkIns ?? 0));
  const whole = figuresOfContest(together, figures.users);
  return [
    { source, figures: own, evidence },
    {
      source: 'mobile-group',
      figures: without(whole, own),
      evidence: { ...evidence, record: null, voidList: null },
    },
  ];
}

function without(whole: VoteFigures, part: VoteFigures): VoteFigures {
  return {
    users: whole.users - part.users,
    valid: whole.valid - part.valid,
    invalid: whole.invalid - part.invalid,
    blank: whole.blank - part.blank,
    total: whole.total - part.total,
    options: whole.options.map(({ key, votes }) => ({
      key,
      votes: votes - (part.options.find((option) => option.key === key)?.votes ?? 0),
    })),
  };
}
