import { z } from 'zod';
import { pollingPlaceIdSchema } from './area.ts';
import type { Bilingual } from './bilingual.ts';
import { civilDateSchema } from './civil-time.ts';
import { lineSchema } from './line.ts';
import { familyCardSchema, nikSchema } from './nik.ts';
import type { Problem } from './problem.ts';
import { type Frozen, fail, type Result, succeed } from './result.ts';
import { problemsOf } from './schema-problem.ts';

/** Why somebody on the list may not vote (TMS). People are never deleted. */
export const ineligibleReasonSchema = z.enum([
  'dead',
  'duplicate',
  'moved',
  'under-age',
  'military-or-police',
  'not-resident',
  'right-withdrawn',
  'not-capable',
  'other',
]);
export type IneligibleReason = z.infer<typeof ineligibleReasonSchema>;

/** A row of a voter list. */
export const voterSchema = z.strictObject({
  /** Number in the list of the polling place, 1 to 5,000. */
  number: z.int().min(1).max(5000),
  nik: nikSchema,
  familyCard: familyCardSchema.nullable(),
  name: lineSchema(100),
  /** L man, P woman. */
  sex: z.enum(['L', 'P']),
  birthPlace: lineSchema(60),
  birthDate: civilDateSchema,
  /** B never married, S married, P was married (kawin: belum, sudah, pernah). */
  maritalStatus: z.enum(['B', 'S', 'P']),
  /** Name of the hamlet as in the definition. */
  hamlet: lineSchema(60),
  /** Neighbourhood numbers in three digits; `000` where the village has none. */
  rt: z.string().regex(/^\d{3}$/, 'rt-rw'),
  rw: z.string().regex(/^\d{3}$/, 'rt-rw'),
  /** What the board should prepare for, as in `tunanetra`; null when nothing was noted. */
  disability: lineSchema(60).nullable(),
  /** DPT: on the final list; added: let in by a rule that allows it. */
  listKind: z.enum(['DPT', 'added']),
  pollingPlace: pollingPlaceIdSchema,
  /** Null while eligible as far as the list knows. */
  ineligible: z.strictObject({ reason: ineligibleReasonSchema, evidence: lineSchema(200) }).nullable(),
});

/** One person, one row. */
export type Voter = Frozen<z.infer<typeof voterSchema>>;
export type ListKind = Voter['listKind'];
export type MaritalStatus = Voter['maritalStatus'];

/** Wording of each reason. */
export const INELIGIBLE_REASONS: Readonly<Record<IneligibleReason, Bilingual>> = {
  dead: { id: 'meninggal dunia', en: 'has died' },
  duplicate: { id: 'terdaftar ganda', en: 'is listed twice' },
  moved: { id: 'pindah domisili', en: 'has moved away' },
  'under-age': { id: 'belum cukup umur dan belum pernah kawin', en: 'is under age and was never married' },
  'military-or-police': { id: 'anggota TNI atau Polri', en: 'is a soldier or police officer' },
  'not-resident': { id: 'bukan penduduk desa', en: 'is not a resident of the village' },
  'right-withdrawn': {
    id: 'hak pilih dicabut oleh putusan pengadilan',
    en: 'has had the right to vote withdrawn by a court',
  },
  'not-capable': { id: 'terganggu jiwa atau ingatannya', en: 'is not of sound mind or memory' },
  other: { id: 'alasan lain', en: 'another reason' },
};

/** @errors every problem of the row, with its path */
export function parseVoter(input: unknown): Result<Voter, readonly Problem[]> {
  const parsed = voterSchema.safeParse(input);
  return parsed.success ? succeed(parsed.data) : fail(problemsOf(parsed.error.issues));
}
