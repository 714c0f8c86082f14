import {
  bilingualSchema,
  civilDateSchema,
  civilTimeSchema,
  contestSchema,
  type Frozen,
  fingerprintSchema,
  lineSchema,
  regencyCodeSchema,
  slugSchema,
  villageCodeSchema,
  zoneSchema,
} from '@bilik/election';
import { z } from 'zod';

/** One voting day of an event and the villages that vote on it. */
export const waveSchema = z.strictObject({
  /** From 1; a later wave votes later. */
  number: z.int().min(1).max(20),
  voting: z.strictObject({
    date: civilDateSchema,
    zone: zoneSchema,
    opens: civilTimeSchema,
    closes: civilTimeSchema,
  }),
  villages: z.array(villageCodeSchema).max(900),
});

const ruleReferenceSchema = z.strictObject({
  id: slugSchema,
  version: z.int().min(1).max(9999),
  fingerprint: fingerprintSchema,
});

/**
 * Who holds the election. The regency: village heads, each village with its own candidates, by a rule pack.
 * Others: the same candidates for everybody (KPU's pilkada: regent and governor on one day); of it we keep the Desk's internal
 * count, sheets, stages and logistics, and never an official lane.
 */
export const conductSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('regency'), rulePack: ruleReferenceSchema }),
  z.strictObject({
    by: z.literal('others'),
    /** As in `KPU Kabupaten Banyuasin`. */
    body: lineSchema(120),
    contests: z
      .array(contestSchema.extend({ office: z.literal('other') }))
      .min(1)
      .max(4),
  }),
]);

/** The shape and limits of an event; rules between fields are in `event-check.ts`. */
export const electionEventSchema = z.strictObject({
  format: z.literal('bilik/v1/election-event'),
  id: slugSchema,
  /** An exercise shows LATIHAN everywhere and can never be imported as real. */
  kind: z.enum(['exercise', 'real']),
  title: bilingualSchema(200),
  regency: regencyCodeSchema,
  conduct: conductSchema,
  waves: z.array(waveSchema).min(1).max(20),
});

/** A simultaneous election of one regency: its waves, their villages, who conducts it. */
export type ElectionEvent = Frozen<z.infer<typeof electionEventSchema>>;
export type Wave = ElectionEvent['waves'][number];

/** The three ways in which results come in (design decision 7). */
export type Lane = 'official' | 'internal' | 'public-evidence';

/** The lanes of an event. Of an election that others conduct only the Desk's own count, which is never published. */
export function lanesOf(conductedBy: ElectionEvent['conduct']['by']): readonly Lane[] {
  return conductedBy === 'regency' ? ['official', 'internal', 'public-evidence'] : ['internal'];
}

/** The first wave after the given one, to which a village can be postponed; undefined when there is none. */
export function nextWave({ waves }: Pick<ElectionEvent, 'waves'>, number: number): Wave | undefined {
  return waves
    .filter((wave) => wave.number > number)
    .sort((left, right) => left.number - right.number)
    .at(0);
}
