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
  /** Booths serve the logic and accuracy test. */
  readonly isTested: boolean;
}

const BoardState = z.looseObject({
  value: z.looseObject({
    phase: z.string(),
    poll: z.looseObject({ casts: z.number() }),
    onTheirWay: z.number(),
    openCases: z.array(z.unknown()),
    logicTest: z.looseObject({ state: z.string() }),
    shares: z.looseObject({ owners: z.array(z.unknown()), threshold: z.number() }),
  }),
});

/** Looks at the board, as a keeper of the box does. @returns undefined while the station does not answer */
export async function lookAtBoard({ ask }: Pick<Technician, 'ask'>): Promise<StationDay | undefined> {
  try {
    const response = await ask('/api/board/state');
    const { phase, poll, onTheirWay, openCases, shares, logicTest } = BoardState.parse(
      await response.json(),
    ).value;
    return {
      phase,
      casts: poll.casts,
      onTheirWay,
      openCases: openCases.length,
      shares: { given: shares.owners.length, needed: shares.threshold },
      isTested: logicTest.state === 'under-way',
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
