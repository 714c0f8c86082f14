import { slugSchema, villageCodeSchema, voterSchema } from '@bilik/election';
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

/** Rows of an area and below it, as a range that an index answers: `.` stands just before `/`. */
export function areaRange(area: string): readonly [from: string, before: string] {
  return [area, `${area}/`];
}
