import { z } from 'zod';

/** What the board shows to everybody in the room: how far the day is. */
export interface StationDay {
  readonly phase: string;
  readonly casts: number;
  /** Checked in, and not voted yet. */
  readonly onTheirWay: number;
}

const DeskState = z.looseObject({
  value: z.looseObject({ phase: z.string(), casts: z.number(), onTheirWay: z.number() }),
});

/** Looks at the board, as a keeper of the box does. @returns undefined while the station does not answer */
export async function lookAtBoard(stationPort: number): Promise<StationDay | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${stationPort}/api/desk/state`);
    const { phase, casts, onTheirWay } = DeskState.parse(await response.json()).value;
    return { phase, casts, onTheirWay };
  } catch {
    return undefined;
  }
}

const AFTER_CLOSING = ['closed', 'counted', 'sealed'];

/** A box stays shut while people vote. */
export function mayOpenBox(day: StationDay | undefined): boolean {
  return day !== undefined && AFTER_CLOSING.includes(day.phase);
}
