import { personSchema } from '@bilik/election';
import { z } from 'zod';

/** What the office knows of a polling place beside lists, candidates and keys. */
export const Outfit = z.strictObject({
  people: z.array(personSchema).min(3).max(60),
  booths: z.int().min(1).max(20),
  desks: z.int().min(1).max(20),
  /** Cards beyond one a voter: for slips that are voided. */
  reserveCards: z.int().min(0).max(1000),
  /** Host names and IPv4 addresses of the station and its spare on their closed LAN. */
  stationNames: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/))
    .min(1)
    .max(4),
  stationAddresses: z.array(z.ipv4()).min(1).max(4),
});
export type Outfit = z.output<typeof Outfit>;
