/** One measured figure. */
export interface Figure {
  /** Such as `record.verify`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, in the same unit: another program in the same run, or a limit. */
  readonly yardstick: number;
  /** How much better than the yardstick; above 1 is better, whether more or less of the unit is wanted. */
  readonly ratio: number;
  /** Size of what was measured, such as the number of ballots. */
  readonly n: number;
}

/** Measures and gives its figures as they come. @param say tells people what is going on */
export type Measurement = (say: (line: string) => void) => AsyncIterable<Figure>;

/** A figure of which more is better. */
export function moreIsBetter(
  name: string,
  unit: string,
  value: number,
  yardstick: number,
  n: number,
): Figure {
  return {
    name,
    value: rounded(value),
    unit,
    yardstick: rounded(yardstick),
    ratio: rounded(value / yardstick),
    n,
  };
}

/** A figure of which less is better. */
export function lessIsBetter(
  name: string,
  unit: string,
  value: number,
  yardstick: number,
  n: number,
): Figure {
  return {
    name,
    value: rounded(value),
    unit,
    yardstick: rounded(yardstick),
    ratio: rounded(yardstick / value),
    n,
  };
}

/** Four digits say all that a measurement on a shared machine can. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
