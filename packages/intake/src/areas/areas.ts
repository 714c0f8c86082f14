import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  fail,
  type RegencyCode,
  type Result,
  regencyCodeSchema,
  type SubDistrictCode,
  subDistrictCodeSchema,
  succeed,
  type VillageCode,
  villageCodeSchema,
} from '@bilik/election';
import { villageCodeProblem } from './area-code.ts';

/** A regency or city, exactly as the ministry's table writes it: `Kabupaten Banyuasin`. */
export interface Regency {
  readonly code: RegencyCode;
  readonly name: string;
  readonly province: string;
}

export interface SubDistrict {
  readonly code: SubDistrictCode;
  readonly name: string;
}

export interface Village {
  readonly code: VillageCode;
  readonly name: string;
  readonly subDistrict: SubDistrict;
}

/** Why a code names no area. `suggestion` is the form that was probably meant. */
export interface AreaError {
  readonly type: 'bps-code' | 'malformed' | 'unknown';
  readonly code: string;
  readonly sentence: { readonly id: string; readonly en: string };
}

type TableName = 'provinces' | 'regencies' | 'districts' | 'villages';

const tables = new Map<TableName, string>();

/** A table is read once, when it is first asked for (2.8 MB for villages), and searched as the text it is. */
function table(name: TableName): string {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const library = createRequire(import.meta.url).resolve('idn-area-data');
  const text = `\n${readFileSync(join(dirname(library), '..', 'data', `${name}.csv`), 'utf8')}\n`;
  tables.set(name, text);
  return text;
}

/** Lines whose code begins with `prefix`: they stand together, since the tables are ordered by code. */
function linesBelow(name: TableName, prefix: string): readonly string[] {
  const text = table(name);
  const start = text.indexOf(`\n${prefix}`);
  if (start < 0) return [];
  const lines: string[] = [];
  for (let position = start + 1; text.startsWith(prefix, position); ) {
    const end = text.indexOf('\n', position);
    lines.push(text.slice(position, end).trimEnd());
    position = end + 1;
  }
  return lines;
}

/** The last column of a line; names may be quoted. */
function nameIn(line: string, columnsBefore: number): string {
  let start = 0;
  for (let column = 0; column < columnsBefore; column += 1) start = line.indexOf(',', start) + 1;
  const name = line.slice(start);
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

function nameOf(name: TableName, code: string): string | null {
  const line = linesBelow(name, `${code},`)[0];
  return line === undefined ? null : nameIn(line, name === 'provinces' ? 1 : 2);
}

/** @errors 'malformed' unless `PP.KK` · 'unknown' when no regency has the code */
export function findRegency(code: string): Result<Regency, AreaError> {
  const parsed = regencyCodeSchema.safeParse(code);
  if (!parsed.success) return fail(areaError('malformed', code));
  const name = nameOf('regencies', code);
  const province = nameOf('provinces', code.slice(0, 2));
  if (name === null || province === null) return fail(areaError('unknown', code));
  return succeed({ code: parsed.data, name, province });
}

/** The sub-districts (kecamatan) of a regency by code; empty when the regency is not known. */
export function subDistrictsOf(regency: RegencyCode): readonly SubDistrict[] {
  return linesBelow('districts', `${regency}.`).map((line) => ({
    code: subDistrictCodeSchema.parse(line.slice(0, 8)),
    name: nameIn(line, 2),
  }));
}

/** The villages (desa and kelurahan) of a regency by code; `villageKind` of `@bilik/election` tells which elect a head. */
export function villagesOf(regency: RegencyCode): readonly Village[] {
  const subDistricts = new Map(subDistrictsOf(regency).map((subDistrict) => [subDistrict.code, subDistrict]));
  return linesBelow('villages', `${regency}.`).flatMap((line) => {
    const code = villageCodeSchema.parse(line.slice(0, 13));
    const subDistrict = subDistricts.get(subDistrictCodeSchema.parse(code.slice(0, 8)));
    return subDistrict === undefined ? [] : [{ code, name: nameIn(line, 2), subDistrict }];
  });
}

/** @errors 'bps-code' for codes of the statistics office · 'malformed' · 'unknown' when no village has the code */
export function findVillage(code: string): Result<Village, AreaError> {
  const problem = villageCodeProblem(code);
  if (problem !== null) return fail(areaError(problem, code));
  const name = nameOf('villages', code);
  const subDistrictName = nameOf('districts', code.slice(0, 8));
  if (name === null || subDistrictName === null) return fail(areaError('unknown', code));
  return succeed({
    code: villageCodeSchema.parse(code),
    name,
    subDistrict: { code: subDistrictCodeSchema.parse(code.slice(0, 8)), name: subDistrictName },
  });
}

function areaError(type: AreaError['type'], code: string): AreaError {
  const shown = code.replace(/[^\w.\- ]/g, '?').slice(0, 20);
  switch (type) {
    case 'bps-code':
      return {
        type,
        code,
        sentence: {
          id: `"${shown}" adalah kode BPS. Pakai kode Kemendagri, PP.KK.CC.DDDD, misalnya 16.07.05.2003.`,
          en: `"${shown}" is a BPS code. Use the Kemendagri code, PP.KK.CC.DDDD, for example 16.07.05.2003.`,
        },
      };
    case 'malformed':
      return {
        type,
        code,
        sentence: {
          id: `"${shown}" bukan kode wilayah. Tulis kode Kemendagri dengan titik: PP.KK atau PP.KK.CC.DDDD.`,
          en: `"${shown}" is no area code. Write the Kemendagri code with dots: PP.KK or PP.KK.CC.DDDD.`,
        },
      };
    case 'unknown':
      return {
        type,
        code,
        sentence: {
          id: `Tidak ada wilayah dengan kode "${shown}" di tabel Kemendagri yang dipakai.`,
          en: `The Kemendagri table in use has no area with the code "${shown}".`,
        },
      };
  }
}
