import type { StatisticsRow } from './voter-statistics.ts';

/** A row as it is published; null: hidden, because people could be recognised. */
export interface PublishedRow {
  readonly key: string;
  readonly L: number | null;
  readonly P: number | null;
  readonly all: number | null;
}

/** A table as it is published, with what makes it add up. */
export interface PublishedTable {
  readonly rows: readonly PublishedRow[];
  /** How many rows are hidden in part or whole. */
  readonly hiddenRows: number;
}

/** Groups of fewer people than this are not published; a group of nobody is, for it shows nobody. */
export const SMALLEST_PUBLISHED_CELL = 5;

type Hidden = 'nothing' | 'sexes' | 'all';

/**
 * A table for the public, whose sums by sex and in all are known to everybody. A row with a small figure loses its figures by sex, a row that
 * is small as a whole its sum too; and as whoever knows the sums could subtract, a hidden figure never stands alone: the next smallest rows
 * are hidden with it, until two rows are hidden and together are no small group themselves. A table that cannot be made safe so, because
 * everything in it is small, loses all its figures.
 */
export function hideSmallCells(rows: readonly StatisticsRow[]): PublishedTable {
  const hidden = rows.map(needsHiding);
  for (const level of ['all', 'sexes'] as const) hideCompanions(rows, hidden, level);
  const published = rows.map(({ key, L, P }, index): PublishedRow => {
    const how = hidden[index];
    return {
      key,
      L: how === 'nothing' ? L : null,
      P: how === 'nothing' ? P : null,
      all: how === 'all' ? null : L + P,
    };
  });
  return { rows: published, hiddenRows: hidden.filter((how) => how !== 'nothing').length };
}

function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_PUBLISHED_CELL;
}

function needsHiding({ L, P }: StatisticsRow): Hidden {
  if (isSmall(L + P)) return 'all';
  return isSmall(L) || isSmall(P) ? 'sexes' : 'nothing';
}

/** Hides further rows until what is hidden at this level is two rows at least and, taken together, no small figure. */
function hideCompanions(rows: readonly StatisticsRow[], hidden: Hidden[], level: 'all' | 'sexes'): void {
  const isHidden = (how: Hidden | undefined): boolean =>
    how === 'all' || (level === 'sexes' && how === 'sexes');
  const figures = ({ L, P }: StatisticsRow): readonly number[] => (level === 'all' ? [L + P] : [L, P]);
  const smallest = rows
    .map((row, index) => ({ row, index }))
    .filter(({ row: { L, P } }) => L + P > 0)
    .sort((one, other) => one.row.L + one.row.P - other.row.L - other.row.P || one.index - other.index);
  const isSafe = (): boolean => {
    const members = rows.filter(({ L, P }, index) => isHidden(hidden[index]) && L + P > 0);
    if (members.length === 0) return true;
    const sums = members
      .map(figures)
      .reduce((sum, next) => sum.map((count, place) => count + (next[place] ?? 0)));
    return members.length >= 2 && !sums.some(isSmall);
  };
  for (const { index } of smallest) {
    if (isSafe()) return;
    if (!isHidden(hidden[index])) hidden[index] = level;
  }
  if (!isSafe()) hidden.fill('all');
}
