import type { MinutesAnswer } from '../board-answers.ts';

type Contest = MinutesAnswer['contests'][number];
export type OptionResult = Contest['options'][number];

/** What a contest's figures are measured against. */
export interface ContestShares {
  /** Valid votes, of which the shares of candidates are. */
  readonly valid: number;
  /** All votes, of which the blank ones are a share: nowhere are they valid. */
  readonly total: number;
  /** Length of an option's bar in percent of the whole width, which stands for all valid votes. */
  readonly barPercent: (votes: number) => number;
  /** Candidates, or the empty column, who share the most votes here; empty where one has the most or nobody has any. */
  readonly tied: readonly OptionResult[];
}

export function contestShares({ options, totals }: Contest): ContestShares {
  const totalOf = (key: string) => totals.find((row) => row.key === key)?.value ?? 0;
  const valid = totalOf('valid');
  // Where more votes are blank than valid, the blank bar alone would leave the page: then it is the whole width.
  const whole = Math.max(1, valid, ...options.map(({ votes }) => votes));
  const choices = options.filter(({ key }) => key !== 'blank');
  const most = Math.max(1, ...choices.map(({ votes }) => votes));
  const leaders = choices.filter(({ votes }) => votes === most);
  return {
    valid,
    total: totalOf('total'),
    barPercent: (votes) => (votes / whole) * 100,
    tied: leaders.length > 1 ? leaders : [],
  };
}
