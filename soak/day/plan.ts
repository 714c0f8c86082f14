import { type Chance, chanceOf, oneOf } from '../../test/support/chance.ts';

export type Conduct = 'votes' | 'rejects-slip-once' | 'proves-first' | 'leaves';

export interface PlannedVoter {
  readonly number: number;
  readonly conduct: Conduct;
  /** Position of the option on the ballot. */
  readonly option: number;
  /** Goes to two desks in the same second. */
  readonly atTwoDesks: boolean;
}

/** What hands find at a printer and mend. */
export const PRINTER_STOPS = [
  'jam',
  'run-out',
  'open-cover',
  'unplug',
  'power-cycle',
  'stick-cutter',
] as const;
export type PrinterStop = (typeof PRINTER_STOPS)[number];

/** Moments of casting, by the published table's names, that every voter passes who confirms a slip. */
export const MOMENTS = [
  'before-tracker',
  'after-tracker',
  'before-seal',
  'sealed-at-station',
  'before-slip',
  'after-slip',
  'slip-counted',
  'before-confirm',
  'confirmed-at-station',
  'station-remembered',
  'before-sah',
  'after-sah',
  'finished-at-station',
] as const;
export type Moment = (typeof MOMENTS)[number];
/** A job begins here, so paper may stop or a printer may lie. */
const BEFORE_PRINT: readonly Moment[] = ['before-tracker', 'before-slip', 'before-sah'];

export const WRITE_STEPS = ['before-commit', 'between-commits', 'after-commit', 'after-checkpoint'] as const;
export type WriteStep = (typeof WRITE_STEPS)[number];

/** What a failing stick says when it is written to. */
export const STICK_FAULTS = ['full', 'read-only', 'broken'] as const;
export type StickFault = (typeof STICK_FAULTS)[number];

/** Happens while one voter votes, at one moment of it. */
export type BoothFault =
  | { readonly kind: 'booth-dies' | 'power-returns' | 'station-dies' | 'line-out' | 'printer-lies' }
  | { readonly kind: 'printer-stops'; readonly how: PrinterStop };

/** Happens to the polling place, between two acts or at one of its next writes. */
export type PlaceFault =
  | { readonly kind: 'clock-jumps'; readonly seconds: number }
  | { readonly kind: 'stick-slow' | 'lan-down' | 'takeover' }
  | { readonly kind: 'stick-pulled'; readonly goOnWith: 'new-medium' | 'one-medium' }
  | { readonly kind: 'stick-fails'; readonly how: StickFault; readonly goOnWith: 'new-medium' | 'one-medium' }
  /** The station's own medium refuses so many commits, the first of them that of the so manieth write, which the stick has taken. */
  | {
      readonly kind: 'first-medium-fails';
      readonly how: StickFault;
      readonly atWrite: number;
      readonly times: number;
    }
  | { readonly kind: 'station-killed'; readonly atWrite: number; readonly step: WriteStep };

export interface AtMoment {
  readonly voter: number;
  readonly moment: Moment;
  readonly fault: BoothFault;
}

export interface AtTurn {
  /** The so manieth act of the day. */
  readonly turn: number;
  readonly fault: PlaceFault;
}

/** A whole day before it begins: people and faults. */
export interface DayPlan {
  readonly seed: number;
  readonly booths: number;
  readonly desks: number;
  readonly voters: readonly PlannedVoter[];
  readonly atMoments: readonly AtMoment[];
  /** In the order of their turns. */
  readonly atTurns: readonly AtTurn[];
  /** The station is killed and started again between closing and counting. */
  readonly killedWhenClosed: boolean;
}

/** The greatest day that a seed can give: a place prepared for it serves all of them. */
export const LARGEST_DAY = { booths: 3, desks: 3, voters: 14, cards: 40, options: 4 } as const;

const CLOCK_JUMPS_SECONDS = [90, -90, 3_600, -7_200, 26 * 3_600, -700 * 24 * 3_600] as const;

function voterOf(number: number, chance: Chance): PlannedVoter {
  const point = chance();
  const conduct =
    point < 0.72 ? 'votes' : point < 0.84 ? 'rejects-slip-once' : point < 0.92 ? 'proves-first' : 'leaves';
  return { number, conduct, option: Math.floor(chance() * LARGEST_DAY.options), atTwoDesks: chance() < 0.15 };
}

function boothFault(chance: Chance): { readonly moment: Moment; readonly fault: BoothFault } {
  const kind = oneOf(
    [
      'booth-dies',
      'booth-dies',
      'power-returns',
      'station-dies',
      'line-out',
      'printer-stops',
      'printer-stops',
      'printer-lies',
    ] as const,
    chance,
  );
  switch (kind) {
    case 'printer-stops':
      return { moment: oneOf(BEFORE_PRINT, chance), fault: { kind, how: oneOf(PRINTER_STOPS, chance) } };
    case 'printer-lies':
      return { moment: oneOf(BEFORE_PRINT, chance), fault: { kind } };
    default:
      return { moment: oneOf(MOMENTS, chance), fault: { kind } };
  }
}

function placeFault(chance: Chance): PlaceFault {
  const goOnWith = () => (chance() < 0.75 ? ('new-medium' as const) : ('one-medium' as const));
  const kind = oneOf(
    [
      'clock-jumps',
      'stick-slow',
      'lan-down',
      'takeover',
      'stick-pulled',
      'stick-fails',
      'stick-fails',
      'first-medium-fails',
      'station-killed',
      'station-killed',
    ] as const,
    chance,
  );
  switch (kind) {
    case 'clock-jumps':
      return { kind, seconds: oneOf(CLOCK_JUMPS_SECONDS, chance) };
    case 'stick-pulled':
      return { kind, goOnWith: goOnWith() };
    case 'stick-fails':
      return { kind, how: oneOf(STICK_FAULTS, chance), goOnWith: goOnWith() };
    case 'first-medium-fails': {
      const atWrite = 1 + Math.floor(chance() * 3);
      return { kind, how: oneOf(STICK_FAULTS, chance), atWrite, times: 1 + Math.floor(chance() * 3) };
    }
    case 'station-killed':
      return { kind, atWrite: 1 + Math.floor(chance() * 3), step: oneOf(WRITE_STEPS, chance) };
    default:
      return { kind };
  }
}

/** Everything random of one day, by its seed alone. */
export function planDay(seed: number): DayPlan {
  const chance = chanceOf(`bilik/soak/${seed}`);
  const between = (least: number, most: number) => least + Math.floor(chance() * (most - least + 1));
  const booths = between(2, LARGEST_DAY.booths);
  const desks = between(2, LARGEST_DAY.desks);
  const voters = Array.from({ length: between(8, LARGEST_DAY.voters) }, (_, index) =>
    voterOf(index + 1, chance),
  );
  const voting = voters.filter(({ conduct }) => conduct !== 'leaves');
  const struck = new Map<number, AtMoment>();
  for (let fault = between(2, 4); fault > 0; fault -= 1) {
    const voter = oneOf(voting, chance).number;
    struck.set(voter, { voter, ...boothFault(chance) });
  }
  const atTurns = Array.from({ length: between(2, 4) }, () => ({
    turn: between(2, 4 * voters.length),
    fault: placeFault(chance),
  })).sort((one, other) => one.turn - other.turn);
  return {
    seed,
    booths,
    desks,
    voters,
    atMoments: [...struck.values()],
    atTurns,
    killedWhenClosed: chance() < 0.25,
  };
}
