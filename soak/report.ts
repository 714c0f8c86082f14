import type { Findings } from '../test/support/findings.ts';

/** The last line of a soak. */
export interface SoakReport {
  /** Days that were lived. */
  readonly days: number;
  /** Faults that struck in them, images of power cuts that were started, and processes that were killed at a step. */
  readonly cuts: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unexplained: number;
}

/** Adds up what the parts found. */
export interface Tally {
  readonly addDay: () => void;
  readonly addCuts: (cuts: number) => void;
  readonly addFindings: (findings: Findings) => void;
  readonly report: () => SoakReport;
}

export function openTally(): Tally {
  const sums = { days: 0, cuts: 0, lost: 0, doubled: 0, unexplained: 0 };
  return {
    addDay() {
      sums.days += 1;
    },
    addCuts(cuts) {
      sums.cuts += cuts;
    },
    addFindings({ lost, doubled, unexplained }) {
      sums.lost += lost.length;
      sums.doubled += doubled.length;
      sums.unexplained += unexplained.length;
    },
    report: () => ({ ...sums }),
  };
}

/** Each finding as a line. */
export function linesOf({ lost, doubled, unexplained }: Findings): readonly string[] {
  return [
    ...lost.map((line) => `HILANG / LOST: ${line}`),
    ...doubled.map((line) => `GANDA / DOUBLED: ${line}`),
    ...unexplained.map((line) => `TAK TERJELASKAN / UNEXPLAINED: ${line}`),
  ];
}

/** 0 when nothing was found, else 1. */
export function exitCodeOf({ lost, doubled, unexplained }: SoakReport): number {
  return lost + doubled + unexplained === 0 ? 0 : 1;
}
