import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where an exercise keeps what. Each device has a root of its own, as it would have a disk of its own; what stands for the world
 * outside (the pile of cards, slips, envelopes with passphrases) is in none of them.
 */
export interface ExerciseHome {
  readonly root: string;
  readonly station: string;
  /** The station's second medium: a stick beside its own disk. */
  readonly stationSecond: string;
  readonly booth: (number: number) => string;
  readonly trustee: (number: number) => string;
  readonly outside: string;
  /** The regency's office: another machine's folder, as it were. */
  readonly center: string;
  /** Written last: an exercise without it was not prepared to the end and is begun anew. */
  readonly preparedMark: string;
}

export function exerciseHome(root: string): ExerciseHome {
  const folder = (...names: string[]): string => {
    const path = join(root, ...names);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  return {
    root,
    station: join(root, 'station'),
    stationSecond: join(root, 'station-second'),
    booth: (number) => folder(`booth-${number}`),
    trustee: (number) => folder(`trustee-${number}`),
    outside: join(root, 'outside'),
    center: join(root, 'center'),
    preparedMark: join(root, 'exercise.json'),
  };
}

/** Ports of one exercise, counted from its first. */
export interface ExercisePorts {
  readonly outside: number;
  readonly station: number;
  readonly booth: (number: number) => number;
  readonly trustee: (number: number) => number;
  readonly printer: (booth: number) => number;
  /** The regency's API. */
  readonly center: number;
}

export function exercisePorts(first: number): ExercisePorts {
  return {
    outside: first,
    station: first + 1,
    booth: (number) => first + 1 + number,
    trustee: (number) => first + 30 + number,
    printer: (booth) => first + 60 + booth,
    center: first + 90,
  };
}
