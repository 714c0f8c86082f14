import * as z from 'zod/mini';
import { ROLES } from '../../src/accounts/roles.ts';

/** Who is signed in at this page. */
export const meSchema = z.strictObject({
  account: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  area: z.string(),
});
export type Me = z.output<typeof meSchema>;

/** An act without an answer of its own. */
export const nothing: {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: null };
} = {
  safeParse: () => ({ success: true, data: null }),
};
