import type { Figure } from './figure.ts';

const HEADINGS = ['name', 'value', 'yardstick', 'unit', 'ratio', 'n'] as const;

/** The figures as a table for people. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [HEADINGS, ...figures.map((figure) => HEADINGS.map((heading) => String(figure[heading])))];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
