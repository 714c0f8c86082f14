import type { Counters } from '../store/counters.ts';

/**
 * How many choice slips each booth says it printed. The station believes no such number: what a booth reported last is what the sums
 * get, and a report that its case cannot explain is counted, for the board and the minutes.
 */
export interface SlipCounts {
  /** Slips that all booths say they printed. */
  readonly total: () => number;
  /** Reports that fell, or rose by more slips than the case can have printed. */
  readonly disagreements: () => number;
  /** A booth's count at the end of one case. Call inside a write of the store. */
  readonly report: (booth: number, slipsPrinted: number) => void;
}

const DISAGREEMENTS = 'slip-count-disagreements';
/** A case prints its choice once; a slip that fails is made void, and the next one belongs to the next case. */
const SLIPS_OF_A_CASE = 1;

function counterOf(booth: number): string {
  return `booth-${booth}-slips`;
}

/** Names of the counters to prepare. */
export function slipCounters(booths: number): string[] {
  return [DISAGREEMENTS, ...Array.from({ length: booths }, (_, index) => counterOf(index + 1))];
}

export function openSlipCounts(counters: Counters<string>, booths: number): SlipCounts {
  return {
    total: () =>
      Array.from({ length: booths }, (_, index) => counters.get(counterOf(index + 1))).reduce(
        (sum, count) => sum + count,
        0,
      ),
    disagreements: () => counters.get(DISAGREEMENTS),
    report(booth, slipsPrinted) {
      const risen = slipsPrinted - counters.get(counterOf(booth));
      if (risen < 0 || risen > SLIPS_OF_A_CASE) counters.add(DISAGREEMENTS, 1);
      counters.set(counterOf(booth), slipsPrinted);
    },
  };
}
