import { villageCodeSchema } from '@bilik/election';
import type { ImportLimits } from '@bilik/intake';
import { z } from 'zod';

/** What the office decides before a file is read. */
export const AskedOptionsSchema = z.strictObject({
  /** The village whose list this is; null: the file names the village of each row. */
  village: villageCodeSchema.nullable(),
  hiddenRows: z.enum(['ask', 'include', 'leave-out']).default('ask'),
  twoDigitYears: z.enum(['ask', 'by-age']).default('ask'),
  assume: z
    .strictObject({
      birthPlace: z.string().trim().min(1).max(60).optional(),
      maritalStatus: z.enum(['B', 'S', 'P']).optional(),
      hamlet: z.string().trim().min(1).max(60).optional(),
    })
    .default({}),
});
export type AskedOptions = z.output<typeof AskedOptionsSchema>;

/** A whole regency in one CSV: 450,000 voters have about 60 MB. */
export const REGENCY_LIMITS: Partial<ImportLimits> = {
  bytes: 256 * 1024 * 1024,
  rows: 1_200_000,
  timeMs: 300_000,
  memoryMb: 320,
};

/** Problems kept in full: more than anybody reads, and little enough for one page. */
export const KEPT_PROBLEMS = 500;
