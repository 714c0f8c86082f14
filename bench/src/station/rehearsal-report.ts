import { listAt, numberAt, textAt, valueAt } from '../run/answer-fields.ts';

/** What a rehearsal says of itself with `--json`; times in milliseconds. */
export interface RehearsalReport {
  readonly steps: readonly { readonly step: string; readonly ms: number }[];
  readonly casts: number;
  readonly castsPerSecond: number;
  readonly checkInMedianMs: number;
  /** One voter's whole visit: card, token, tracker, cast, slip, confirm, SAH, reset. */
  readonly castMedianMs: number;
}

/** Reads the last line that a rehearsal printed. Throws when a sum did not hold: a day that went wrong is no figure. */
export function readRehearsalReport(printed: string): RehearsalReport {
  const report: unknown = JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '');
  if (valueAt(report, 'right') !== true) throw new Error('the rehearsal did not add up');
  return {
    steps: listAt(report, 'steps').map((step) => ({ step: textAt(step, 'step'), ms: numberAt(step, 'ms') })),
    casts: numberAt(report, 'casts'),
    castsPerSecond: numberAt(report, 'castsPerSecond'),
    checkInMedianMs: numberAt(report, 'checkInMedianMs'),
    castMedianMs: numberAt(report, 'castMedianMs'),
  };
}
