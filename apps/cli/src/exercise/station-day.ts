import { z } from 'zod';
import type { Technician } from './technician.ts';

/** What the board shows to everybody in the room: how far the day is. */
export interface StationDay {
  readonly phase: string;
  readonly casts: number;
  /** Checked in, and not voted yet. */
  readonly onTheirWay: number;
  /** Booths in the middle of a ballot. */
  readonly openCases: number;
  readonly shares: { readonly given: number; readonly needed: number };
  /** What the board asks for before the zero report; null when that is due, and later. */
  readonly testDue: 'self-test' | 'begin-logic-test' | 'logic-test' | null;
}

const BoardState = z.looseObject({
  value: z.looseObject({
    phase: z.string(),
    poll: z.looseObject({ casts: z.number() }),
    onTheirWay: z.number(),
    openCases: z.array(z.unknown()),
    zeroReport: z.unknown(),
    selfTest: z.looseObject({ last: z.unknown(), hasNews: z.boolean() }),
    logicTest: z.looseObject({
      state: z.string(),
      last: z.nullable(z.looseObject({ isMatch: z.boolean() })),
      skipped: z.unknown(),
    }),
    shares: z.looseObject({ owners: z.array(z.unknown()), threshold: z.number() }),
  }),
});

/** In the board's own order: devices first, then known votes through every booth, unless people went on without. */
function testDue({
  phase,
  zeroReport,
  selfTest,
  logicTest,
}: z.output<typeof BoardState>['value']): StationDay['testDue'] {
  if (phase !== 'configured' || zeroReport !== null) return null;
  if (logicTest.state !== 'none') return 'logic-test';
  if (logicTest.skipped !== null || logicTest.last?.isMatch === true) return null;
  const isTried = selfTest.last !== null && !selfTest.hasNews;
  return isTried || logicTest.last !== null ? 'begin-logic-test' : 'self-test';
}

/** Looks at the board, as a keeper of the box does. @returns undefined while the station does not answer */
export async function lookAtBoard({ ask }: Pick<Technician, 'ask'>): Promise<StationDay | undefined> {
  try {
    const response = await ask('/api/board/state');
    const state = BoardState.parse(await response.json()).value;
    const { phase, poll, onTheirWay, openCases, shares } = state;
    return {
      phase,
      casts: poll.casts,
      onTheirWay,
      openCases: openCases.length,
      shares: { given: shares.owners.length, needed: shares.threshold },
      testDue: testDue(state),
    };
  } catch {
    return undefined;
  }
}

const AFTER_CLOSING = ['closed', 'counted', 'sealed'];

/** A box stays shut while people vote. */
export function mayOpenBox(day: StationDay | undefined): boolean {
  return day !== undefined && AFTER_CLOSING.includes(day.phase);
}
