import type { RandomSource } from '@bilik/ballot';
import type { Findings } from '../../test/support/findings.ts';
import { judgeDay } from './evidence.ts';
import { liveDay, type SoakGround } from './live-day.ts';
import { planDay } from './plan.ts';

/** Plans, lives and judges the day of one seed. A day that cannot be lived to its end is unexplained. */
export async function soakDay(
  ground: SoakGround,
  seed: number,
  random: RandomSource,
): Promise<{ readonly findings: Findings; readonly struck: readonly string[] }> {
  const struck: string[] = [];
  try {
    const evidence = await liveDay(ground, planDay(seed), {
      random,
      onStruck: (fault) => struck.push(fault),
    });
    return { findings: judgeDay(evidence), struck };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { findings: { lost: [], doubled: [], unexplained: [what] }, struck };
  }
}
