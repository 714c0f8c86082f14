import { familyCardSchema, nikSchema, slugSchema, villageCodeSchema, voterSchema } from '@bilik/election';
import { z } from 'zod';

/** The simultaneous election that an act is about. */
export const electionId = slugSchema;
/** Any area of a scope: regency, sub-district or village. */
export const areaCode = z.string().regex(/^\d{2}\.\d{2}(\.\d{2}(\.[123]\d{3})?)?$/);
export const village = villageCodeSchema;
export const voterId = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
/** A reason that somebody else will read. */
export const reason = z.string().trim().min(3).max(200);

/** A person's particulars as a committee types them: the same rules as on the final list. */
export const PersonInput = voterSchema.pick({
  nik: true,
  familyCard: true,
  name: true,
  sex: true,
  birthPlace: true,
  birthDate: true,
  maritalStatus: true,
  hamlet: true,
  rt: true,
  rw: true,
  disability: true,
});
export type PersonInput = z.output<typeof PersonInput>;

/** A correction: numbers are shown masked to everybody, so whoever corrects a name leaves them as they are. */
export const CorrectionInput = PersonInput.extend({
  /** null: the number on the list stays. */
  nik: nikSchema.nullable(),
  /** null: none; `unchanged`: the card on the list stays. */
  familyCard: z.union([familyCardSchema, z.literal('unchanged')]).nullable(),
});
export type CorrectionInput = z.output<typeof CorrectionInput>;

/** Rows of an area and below it, as a range that an index answers: `.` stands just before `/`. */
export function areaRange(area: string): readonly [from: string, before: string] {
  return [area, `${area}/`];
}
