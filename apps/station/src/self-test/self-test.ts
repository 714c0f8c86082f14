import {
  type CivilTime,
  civilTimeSchema,
  type Phase,
  SELF_TEST_CHECKS,
  SELF_TEST_FINDINGS,
  SELF_TEST_VERDICTS,
  type SelfTestResult,
} from '@bilik/election';
import { z } from 'zod';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';
import {
  type BoothReading,
  type DeskReading,
  decideChecks,
  overallVerdict,
  type StationReadings,
} from './checks.ts';

const DeviceNumber = z.int().min(1).max(20);
const ResultSchema = z.strictObject({
  at: civilTimeSchema,
  verdict: z.enum(SELF_TEST_VERDICTS),
  checks: z
    .array(
      z.strictObject({
        of: z.discriminatedUnion('device', [
          z.strictObject({ device: z.literal('station') }),
          z.strictObject({ device: z.enum(['booth', 'desk']), number: DeviceNumber }),
        ]),
        check: z.enum(SELF_TEST_CHECKS),
        verdict: z.enum(SELF_TEST_VERDICTS),
        finding: z.enum(SELF_TEST_FINDINGS),
        values: z.record(z.string().max(40), z.union([z.number(), z.string().max(40)])),
      }),
    )
    .max(200),
});
/** The zero report keeps the words with which it was prepared, whatever is tested after it. */
const KeptSchema = z.strictObject({ last: ResultSchema, atZeroReport: ResultSchema.nullable() });

/** It is for before the polls open; what troubles the day shows itself. */
export interface TooLateForSelfTest {
  readonly type: 'self-test-too-late';
  readonly phase: Phase;
}

type Answer<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** What the board shows of the self-test. */
export interface SelfTestState {
  /** The last run; null when nobody ran one. */
  readonly last: SelfTestResult | null;
  /** Numbers of the devices that nobody tried since this station started. */
  readonly untried: { readonly booths: readonly number[]; readonly desks: readonly number[] };
  /** A booth or desk was tried after the last run, which does not know of it. */
  readonly hasNews: boolean;
}

/**
 * The self-test (uji diri): what the station reads of itself, and what booths and desks said of their own tests. Their words are in this
 * process's memory only; the last run is kept, because zero report and minutes name it. It advises: no phase waits for its verdict.
 */
export interface SelfTest {
  /** @errors 'self-test-too-late' · 'store-failed': then it is shown all the same, and kept by the next run */
  readonly run: () => Answer<SelfTestResult, TooLateForSelfTest | StoreFailed>;
  readonly hearBooth: (
    booth: number,
    test: NonNullable<BoothReading['test']>,
  ) => Answer<undefined, TooLateForSelfTest>;
  readonly hearDesk: (
    desk: number,
    test: NonNullable<DeskReading['test']>,
  ) => Answer<undefined, TooLateForSelfTest>;
  readonly state: () => SelfTestState;
  /** For the minutes; null when nobody ran one. */
  readonly last: () => SelfTestResult | null;
  /** For the zero report: the last run before it was prepared. */
  readonly atZeroReport: () => SelfTestResult | null;
}

export interface SelfTestParts {
  readonly booths: number;
  readonly desks: number;
  /** Reads clock, space, media and power now; takes the time of two synced writes. */
  readonly read: () => StationReadings;
  readonly phase: () => Phase;
  readonly isZeroReportPrepared: () => boolean;
  readonly papers: Papers;
  readonly durably: Durably;
  readonly clock: () => { readonly time: CivilTime };
}

const BEFORE_OPENING: readonly Phase[] = ['configured', 'zero_proven'];

const numbersTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

export function openSelfTest(parts: SelfTestParts): SelfTest {
  const booths = new Map<number, BoothReading['test']>();
  const desks = new Map<number, DeskReading['test']>();
  let unkept: SelfTestResult | undefined;
  let hasNews = false;

  const kept = () => parts.papers.get('self-test', KeptSchema);
  const atZeroReport = (): SelfTestResult | null =>
    (parts.isZeroReportPrepared() ? kept()?.atZeroReport : kept()?.last) ?? null;
  const inTime = (): Answer<undefined, TooLateForSelfTest> => {
    const phase = parts.phase();
    return BEFORE_OPENING.includes(phase)
      ? { ok: true, value: undefined }
      : { ok: false, error: { type: 'self-test-too-late', phase } };
  };
  const hear = <Test>(heard: Map<number, Test>, number: number, test: Test) => {
    const allowed = inTime();
    if (!allowed.ok) return allowed;
    heard.set(number, test);
    hasNews = true;
    return allowed;
  };

  return {
    run() {
      const allowed = inTime();
      if (!allowed.ok) return allowed;
      const checks = decideChecks(
        parts.read(),
        numbersTo(parts.booths).map((number) => ({ number, test: booths.get(number) ?? null })),
        numbersTo(parts.desks).map((number) => ({ number, test: desks.get(number) ?? null })),
      );
      const result: SelfTestResult = { at: parts.clock().time, verdict: overallVerdict(checks), checks };
      hasNews = false;
      // a medium that takes nothing must not keep its own failure from the board
      unkept = result;
      const written = parts.durably('self-test', () => {
        const before = parts.isZeroReportPrepared() ? atZeroReport() : result;
        parts.papers.put('self-test', { last: result, atZeroReport: before });
        return result;
      });
      if (written.ok) unkept = undefined;
      return written;
    },
    hearBooth: (booth, test) => hear(booths, booth, test),
    hearDesk: (desk, test) => hear(desks, desk, test),
    state: () => {
      const last = unkept ?? kept()?.last ?? null;
      const untried = (heard: ReadonlyMap<number, unknown>, count: number) =>
        numbersTo(count).filter((number) => !heard.has(number));
      return {
        last,
        untried: { booths: untried(booths, parts.booths), desks: untried(desks, parts.desks) },
        hasNews: hasNews && last !== null,
      };
    },
    last: () => kept()?.last ?? null,
    atZeroReport,
  };
}
