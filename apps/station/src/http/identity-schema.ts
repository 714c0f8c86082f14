import { MOBILE_REASONS, OVERRIDE_REASONS } from '@bilik/election';
import { z } from 'zod';

const override = z.enum(OVERRIDE_REASONS).nullable();

/** An identity check as a desk says it was done. */
export const IdentitySchema = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('invitation-qr'),
    compared: z.enum(['card', 'photo']).nullable(),
    override,
  }),
  z.strictObject({
    method: z.literal('card-chip'),
    compared: z.enum(['finger', 'card', 'photo']).nullable(),
    override,
  }),
  z.strictObject({ method: z.enum(['nik-typed', 'name-and-photo']), override }),
  z.strictObject({ method: z.literal('mobile'), reason: z.enum(MOBILE_REASONS), override: z.null() }),
]);
