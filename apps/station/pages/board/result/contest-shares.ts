import type { MinutesAnswer } from '../board-answers.ts';

type Contest = MinutesAnswer['contests'][number];
export type OptionResult = Contest['options'][number];

/** What a contest's figures are measured against. The blank vote is no valid vote: it has no share and no bar. */
export interface ContestShares {
  /** Valid votes, of which the shares of candidates are. */
  readonly valid: number;
  /** Length of a candidate's bar in percent of the whole width, which stands for all valid votes. */
  readonly barPercent: (votes: number) => number;
  /** Candidates, or the empty column, who share the most votes here; empty where one has the most or nobody has any. */
  readonly tied: readonly OptionResult[];
}

export function contestShares({ options, totals }: Contest): ContestShares {
  const valid = totals.find((row) => row.key === 'valid')?.value ?? 0;
  const choices = options.filter(({ key }) => key !== 'blank');
  const most = Math.max(1, ...choices.map(({ votes }) => votes));
  const leaders = choices.filter(({ votes }) => votes === most);
  return {
    valid,
    barPercent: (votes) => (votes / Math.max(1, valid)) * 100,
    tied: leaders.length > 1 ? leaders : [],
  };
}
