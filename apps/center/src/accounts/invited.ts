import { areaCodeSchema } from '@bilik/election';
import { z } from 'zod';
import { ROLES } from './roles.ts';

/** An account's name, as people type it. */
export const accountIdSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,59}$/);

/** Who is invited, for what and where: over the screens and from the machine alike. */
export const invitedSchema = z.strictObject({
  account: accountIdSchema,
  name: z.string().trim().min(1).max(100),
  role: z.enum(ROLES),
  area: areaCodeSchema,
});
