import type { CivilTime } from './civil-time.ts';

/** Go: ready. Attention: may begin, people should know. No go: mend it first. */
export const SELF_TEST_VERDICTS = ['go', 'attention', 'no-go'] as const;
export type SelfTestVerdict = (typeof SELF_TEST_VERDICTS)[number];

export const SELF_TEST_CHECKS = [
  'clock',
  'disk',
  'first-medium',
  'second-medium',
  'power',
  'printer',
  'screen',
  'voice',
  'scanner',
  'reader',
] as const;
export type SelfTestCheckName = (typeof SELF_TEST_CHECKS)[number];

/** Why a check has its verdict, as the phrase `selfTest.<finding>` says it. */
export const SELF_TEST_FINDINGS = [
  'clock.right',
  'clock.exercise',
  'clock.wrong',
  'disk.enough',
  'disk.short',
  'medium.good',
  'medium.slow',
  'medium.failed',
  'medium.absent',
  'medium.shared',
  'power.mains',
  'power.battery',
  'power.low',
  'power.unknown',
  'notTried',
  'printer.slipRead',
  'printer.slipNotRead',
  'printer.trouble',
  'screen.touched',
  'voice.whole',
  'voice.partly',
  'voice.none',
  'scanner.read',
  'reader.read',
  'reader.none',
] as const;
export type SelfTestFinding = (typeof SELF_TEST_FINDINGS)[number];

/** One check of the self-test: what was looked at, what was read, and the verdict. */
export interface SelfTestCheck {
  /** Whose: the station itself, or one booth or desk. */
  readonly of:
    | { readonly device: 'station' }
    | { readonly device: 'booth' | 'desk'; readonly number: number };
  readonly check: SelfTestCheckName;
  readonly verdict: SelfTestVerdict;
  readonly finding: SelfTestFinding;
  /** What the phrase of the finding needs: figures, or the printer's trouble by name. */
  readonly values: Readonly<Record<string, number | string>>;
}

/** One run of the self-test, in the order in which a technician walks. */
export interface SelfTestResult {
  readonly at: CivilTime;
  /** The worst of its checks. */
  readonly verdict: SelfTestVerdict;
  readonly checks: readonly SelfTestCheck[];
}
