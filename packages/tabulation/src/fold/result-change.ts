import { type Frozen, lineSchema, optionKeySchema, pollingPlaceIdSchema, slugSchema } from '@bilik/election';
import { z } from 'zod';

const count = z.int().min(0).max(200_000);

/** Figures of one contest in one polling place. */
export const placeContestSchema = z.strictObject({
  registered: count,
  users: count,
  options: z
    .array(z.strictObject({ key: optionKeySchema, votes: count }))
    .min(1)
    .max(11),
  valid: count,
  invalid: count,
  total: count,
});
export type PlaceContest = Frozen<z.infer<typeof placeContestSchema>>;

/**
 * One line of the append-only stream from which all sums follow. `recorded`: the first result of a place in a contest, or the first after
 * a withdrawal; `corrected`: another version in its stead; `withdrawn`: it no longer counts.
 */
export const resultChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('recorded'),
    place: pollingPlaceIdSchema,
    contest: slugSchema,
    version: z.int().min(1).max(1000),
    result: placeContestSchema,
  }),
  z.strictObject({
    kind: z.literal('corrected'),
    place: pollingPlaceIdSchema,
    contest: slugSchema,
    version: z.int().min(2).max(1000),
    result: placeContestSchema,
    /** Published beside the new figures. */
    reason: lineSchema(500),
  }),
  z.strictObject({
    kind: z.literal('withdrawn'),
    place: pollingPlaceIdSchema,
    contest: slugSchema,
    reason: lineSchema(500),
  }),
]);
export type ResultChange = Frozen<z.infer<typeof resultChangeSchema>>;
