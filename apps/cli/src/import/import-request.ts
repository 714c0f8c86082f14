import { parseArgs } from 'node:util';
import { type CivilDate, civilClock, type MaritalStatus, parseCivilDate } from '@bilik/election';
import { findVillage, type ImportOptions } from '@bilik/intake';
import { isLanguage, type Language } from '@bilik/words';

export const USAGE = `bilik import BERKAS [--sheet NAMA] [--out BERKAS] [--json] [--lang id|en]
  Memeriksa daftar pemilih .xlsx atau .csv. / Checks a voter list, .xlsx or .csv.
  --sheet           hanya lembar ini / this sheet only
  --out             tulis pemilih sebagai JSON, hanya bila tanpa kesalahan / write the voters as JSON, only without errors
  --village         kode desa PP.KK.CC.DDDD: baris desa lain ditolak / rows of other villages are refused
  --voting-date     hari pemungutan suara TTTT-BB-HH, untuk usia (hari ini) / voting day, for ages (today)
  --exercise        daftar buatan untuk latihan / a synthetic list for an exercise
  --hidden-rows     include | leave-out
  --two-digit-years by-age
  --assume-birth-place NAMA, --assume-marital-status B|S|P, --assume-hamlet NAMA
                    untuk semua, bila kolomnya tidak ada / for everybody, where the column is missing
  Selesai dengan 0: dapat diimpor, 1: ada kesalahan, 2: tidak terbaca. / Exit code 0: importable, 1: errors, 2: unreadable.`;

/** What the command line of `bilik import` asks for. */
export interface ImportRequest {
  readonly path: string;
  readonly outPath: string | undefined;
  readonly json: boolean;
  readonly language: Language;
  readonly options: ImportOptions;
}

/** @param todayMs the present instant, for ages when no voting day is given; @returns a sentence when the line is not understood */
export function readImportRequest(parameters: readonly string[], todayMs: number): ImportRequest | string {
  let parsed: ReturnType<typeof parseLine>;
  try {
    parsed = parseLine(parameters);
  } catch (error) {
    return error instanceof Error ? error.message : USAGE;
  }
  const { values, positionals } = parsed;
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) return USAGE;
  if (!isLanguage(values.lang)) return `--lang id|en: ${values.lang}`;
  const votingDate = votingDateOf(values['voting-date'], todayMs);
  if (votingDate === undefined) return `--voting-date TTTT-BB-HH / YYYY-MM-DD: ${values['voting-date']}`;
  const hiddenRows = oneOf(values['hidden-rows'], ['include', 'leave-out']);
  if (hiddenRows === null) return `--hidden-rows include|leave-out: ${values['hidden-rows']}`;
  const twoDigitYears = oneOf(values['two-digit-years'], ['by-age']);
  if (twoDigitYears === null) return `--two-digit-years by-age: ${values['two-digit-years']}`;
  const maritalStatus = oneOf<MaritalStatus>(values['assume-marital-status'], ['B', 'S', 'P']);
  if (maritalStatus === null) return `--assume-marital-status B|S|P: ${values['assume-marital-status']}`;
  const village = values.village === undefined ? undefined : findVillage(values.village);
  if (village?.ok === false) return village.error.sentence[values.lang];
  return {
    path,
    outPath: values.out,
    json: values.json,
    language: values.lang,
    options: {
      purpose: values.exercise ? 'exercise' : 'real',
      votingDate,
      ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
      ...(village === undefined ? {} : { village: village.value }),
      ...(hiddenRows === undefined ? {} : { hiddenRows }),
      ...(twoDigitYears === undefined ? {} : { twoDigitYears }),
      assume: {
        ...(values['assume-birth-place'] === undefined ? {} : { birthPlace: values['assume-birth-place'] }),
        ...(maritalStatus === undefined ? {} : { maritalStatus }),
        ...(values['assume-hamlet'] === undefined ? {} : { hamlet: values['assume-hamlet'] }),
      },
    },
  };
}

function parseLine(parameters: readonly string[]) {
  return parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      sheet: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'id' },
      village: { type: 'string' },
      'voting-date': { type: 'string' },
      exercise: { type: 'boolean', default: false },
      'hidden-rows': { type: 'string' },
      'two-digit-years': { type: 'string' },
      'assume-birth-place': { type: 'string' },
      'assume-marital-status': { type: 'string' },
      'assume-hamlet': { type: 'string' },
    },
  });
}

function votingDateOf(text: string | undefined, todayMs: number): CivilDate | undefined {
  if (text === undefined) return civilClock(todayMs, 'WIB').date;
  const parsed = parseCivilDate(text);
  return parsed.ok ? parsed.value : undefined;
}

/** @returns undefined when nothing was given, null when it is none of the choices */
function oneOf<Choice extends string>(
  given: string | undefined,
  choices: readonly Choice[],
): Choice | undefined | null {
  if (given === undefined) return undefined;
  return choices.find((choice) => choice === given) ?? null;
}
