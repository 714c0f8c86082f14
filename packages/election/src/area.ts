import { z } from 'zod';
import { lineSchema } from './line.ts';
import { fail, type Result, succeed } from './result.ts';

/** Kemendagri code of a regency, `PP.KK`, as in `16.07` for Banyuasin. */
export const regencyCodeSchema = z
  .string()
  .regex(/^\d{2}\.\d{2}$/, 'regency-code')
  .brand<'RegencyCode'>();
export type RegencyCode = z.infer<typeof regencyCodeSchema>;

/** Kemendagri code of a sub-district, `PP.KK.CC`. */
export const subDistrictCodeSchema = z
  .string()
  .regex(/^\d{2}\.\d{2}\.\d{2}$/, 'sub-district-code')
  .brand<'SubDistrictCode'>();
export type SubDistrictCode = z.infer<typeof subDistrictCodeSchema>;

/** Kemendagri code of a village, `PP.KK.CC.DDDD`; the tail begins with 1 (kelurahan), 2 (desa) or 3 (desa adat). */
export const villageCodeSchema = z
  .string()
  .regex(/^\d{2}\.\d{2}\.\d{2}\.[123]\d{3}$/, 'village-code')
  .brand<'VillageCode'>();
export type VillageCode = z.infer<typeof villageCodeSchema>;

/** The name of a regency where its kind is printed before it: `Kabupaten Banyuasin` → `Banyuasin`. A city keeps its kind. */
export function bareRegencyName(name: string): string {
  return name.replace(/^Kabupaten (?=\S)/, '');
}

/** Any area from a province to a village, by as much of its Kemendagri code as it has. */
export const areaCodeSchema = z.string().regex(/^\d{2}(\.\d{2}(\.\d{2}(\.[123]\d{3})?)?)?$/, 'area-code');

/** A polling place in the whole country: village code, hyphen, number in three digits, as in `16.07.05.2003-001`. */
export const pollingPlaceIdSchema = z
  .string()
  .regex(/^\d{2}\.\d{2}\.\d{2}\.[123]\d{3}-(?!000)\d{3}$/, 'polling-place-id')
  .brand<'PollingPlaceId'>();
export type PollingPlaceId = z.infer<typeof pollingPlaceIdSchema>;

/** The areas around a polling place. Hamlets have no Kemendagri code; their name is what lists and people use. */
export const areaSchema = z.strictObject({
  regency: z.strictObject({ code: regencyCodeSchema, name: lineSchema(60) }),
  subDistrict: z.strictObject({ code: subDistrictCodeSchema, name: lineSchema(60) }),
  village: z.strictObject({ code: villageCodeSchema, name: lineSchema(60) }),
  /** Hamlets (dusun) whose people vote here, at least one, names distinct without regard to case. */
  hamlets: z
    .array(z.strictObject({ number: z.int().min(1).max(99), name: lineSchema(60) }))
    .min(1)
    .max(60),
});

/** What a village code says about the village's government. */
export type VillageKind = 'kelurahan' | 'desa' | 'desa-adat';

/** @errors 'village-code' when the text is not `PP.KK.CC.DDDD` with a tail of 1xxx to 3xxx */
export function parseVillageCode(text: string): Result<VillageCode, 'village-code'> {
  const parsed = villageCodeSchema.safeParse(text);
  return parsed.success ? succeed(parsed.data) : fail('village-code');
}

/** @errors 'polling-place-id' when the text is not a village code, a hyphen and 001 to 999 */
export function parsePollingPlaceId(text: string): Result<PollingPlaceId, 'polling-place-id'> {
  const parsed = pollingPlaceIdSchema.safeParse(text);
  return parsed.success ? succeed(parsed.data) : fail('polling-place-id');
}

/** The id of polling place `number` (1 to 999) of a village. */
export function pollingPlaceId(village: VillageCode, number: number): PollingPlaceId {
  return pollingPlaceIdSchema.parse(`${village}-${String(number).padStart(3, '0')}`);
}

/** The village and number inside a polling place's id. */
export function partsOfPollingPlaceId(id: PollingPlaceId): {
  readonly village: VillageCode;
  readonly number: number;
} {
  const [village = '', number = ''] = id.split('-');
  return { village: villageCodeSchema.parse(village), number: Number(number) };
}

/** Kelurahan have appointed heads: only desa and desa adat elect. */
export function villageKind(code: VillageCode): VillageKind {
  const tail = code.charAt(9);
  return tail === '1' ? 'kelurahan' : tail === '2' ? 'desa' : 'desa-adat';
}
