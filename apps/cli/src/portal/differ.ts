import type { SiteFinding } from '@bilik/publication/check';

/** Compares what a part says with what its evidence says. @param what it is about, in few words */
export function differ(
  rule: 'records' | 'codes',
  at: string,
  what: string,
  written: unknown,
  expected: unknown,
): SiteFinding[] {
  const [left, right] = [JSON.stringify(written), JSON.stringify(expected)];
  return left === right ? [] : [{ rule, fault: 'differs', at, detail: `${what}: ${left} ≠ ${right}` }];
}
