import { z } from 'zod';

/** Most bytes of a file in one request. */
export const CHUNK_BYTES = 128 * 1024;

/** How many bytes of each file the receiver has, in the order of the manifest; with the receipt once all is checked. */
export const DeliveryStanding = z.strictObject({
  have: z.array(z.int().min(0)).length(3),
  /** The receipt's exact text; null until the delivery is whole and right. */
  receipt: z.string().max(4096).nullable(),
});
export type DeliveryStanding = z.output<typeof DeliveryStanding>;
