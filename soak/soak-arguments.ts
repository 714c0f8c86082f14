import { readFlags, wholeNumber } from '../apps/cli/src/command-line/flags.ts';

/** What a soak consists of: whole days with faults; every power cut of a recorded day; every kill of one voter's day. */
export const SOAK_PARTS = ['days', 'power', 'steps'] as const;
export type SoakPart = (typeof SOAK_PARTS)[number];

export interface SoakArguments {
  readonly days: number;
  /** Of the first day; the next has the next number. */
  readonly seed: number;
  readonly parts: readonly SoakPart[];
  readonly json: boolean;
}

export const USAGE = `npm run soak -- [--days 200] [--seed 1] [--only days|power|steps]… [--json]
  Hari-hari dengan gangguan acak, dan semua pemutusan daya. / Days with random faults, and all power cuts.`;

const isPart = (name: string): name is SoakPart => SOAK_PARTS.some((part) => part === name);

/** @returns undefined for a command line that is none */
export function readSoakArguments(parameters: readonly string[]): SoakArguments | undefined {
  const values = readFlags(parameters, {
    days: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
  });
  const days = wholeNumber(values?.days, 1, 100_000);
  const seed = wholeNumber(values?.seed, 0, 900_000_000);
  const named = values?.only ?? [];
  const parts = named.length === 0 ? SOAK_PARTS : named.filter(isPart);
  if (values === undefined || days === undefined || seed === undefined || parts.length < named.length) {
    return undefined;
  }
  return { days, seed, parts, json: values.json };
}

/** The command that lives one day again, with the same people and the same faults. */
export function replayOf(seed: number): string {
  return `npm run soak -- --only days --days 1 --seed ${seed}`;
}
