import { partsOfPollingPlaceId, pollingPlaceIdSchema } from '@bilik/election';
import type { VoteFigures } from '../snapshot/figures-schema.ts';
import type { PublishedVillage, Snapshot } from '../snapshot/schema.ts';

const FORMULA = /^[=+\-@\t\r]/;

/** Whether a spreadsheet would run a cell as a formula, wide signs and leading blanks too; an apostrophe before it makes it text. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text) || FORMULA.test(text.normalize('NFKC').trimStart());
}

/** One cell after RFC 4180, its formulas defused. Numbers of ours are never negative and stay as they are. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Row = readonly (string | number | null)[];

/** Lines end as RFC 4180 says; the mark at the head tells spreadsheets that it is UTF-8. */
function csvText(rows: readonly Row[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** Most options that a contest has: five candidates. */
const OPTION_COLUMNS = [1, 2, 3, 4, 5] as const;
const optionHeads = OPTION_COLUMNS.flatMap((place) => [`opsi_${place}`, `suara_${place}`]);
const voteHeads = ['pengguna_hak_pilih', 'sah', 'tidak_sah', 'kosong', 'jumlah'];

function optionCells(figures: VoteFigures | null, names: ReadonlyMap<string, string>): Row {
  return OPTION_COLUMNS.flatMap((place) => {
    const option = figures?.options[place - 1];
    return option === undefined ? [null, null] : [names.get(option.key) ?? option.key, option.votes];
  });
}

function voteCells(figures: VoteFigures | null): Row {
  if (figures === null) return voteHeads.map(() => null);
  const { users, valid, invalid, blank, total } = figures;
  return [users, valid, invalid, blank, total];
}

/** What each option is called in a table. */
function optionNames({ contest }: Snapshot['villages'][number]): ReadonlyMap<string, string> {
  const named =
    contest?.candidates.map(({ number, name }) => [`c${number}`, `${number}. ${name}`] as const) ?? [];
  return new Map([...named, ['empty', 'Kolom kosong']]);
}

/** The tables are Indonesian, headings and what stands below them; the words are those of the public pages. */
const STAGE_WORDS: Readonly<Record<PublishedVillage['stage']['name'], string>> = {
  preparation: 'persiapan',
  'voter-list': 'daftar pemilih',
  candidacy: 'pencalonan',
  'number-draw': 'undian nomor urut',
  campaign: 'kampanye',
  'quiet-period': 'masa tenang',
  voting: 'pemungutan suara',
  counting: 'penghitungan',
  result: 'hasil',
  objection: 'masa keberatan',
  decree: 'keputusan bupati',
  inauguration: 'pelantikan',
  postponed: 'ditunda',
};
const STATE_WORDS: Readonly<Record<PublishedVillage['state'], string>> = {
  none: 'belum ada hasil',
  provisional: 'sementara',
  determined: 'ditetapkan',
};
const MODE_WORDS: Readonly<Record<PublishedVillage['places'][number]['mode'], string>> = {
  electronic: 'elektronik',
  paper: 'kertas',
  mixed: 'elektronik dan kertas',
};

/** One row a village. */
export function villagesCsv({ villages, subDistricts }: Snapshot): string {
  const names = new Map(subDistricts.map(({ code, name }) => [code as string, name]));
  const head = [
    'kode_desa',
    'desa',
    'kecamatan',
    'tahap',
    'keadaan',
    'tps_masuk',
    'tps',
    'pemilih_l',
    'pemilih_p',
  ];
  return csvText([
    [...head, ...voteHeads, ...optionHeads, 'terpilih'],
    ...villages.map((village): Row => {
      const { code, name, stage, state, totals, places, determination } = village;
      return [
        code,
        name,
        names.get(code.slice(0, 8)) ?? '',
        STAGE_WORDS[stage.name],
        STATE_WORDS[state],
        places.filter(({ result }) => result !== null).length,
        places.length,
        places.reduce((sum, { registered }) => sum + registered.L, 0),
        places.reduce((sum, { registered }) => sum + registered.P, 0),
        ...voteCells(totals),
        ...optionCells(totals, optionNames(village)),
        determination?.candidate ?? null,
      ];
    }),
  ]);
}

/** One row a polling place, with the hashes of its evidence. */
export function placesCsv({ villages }: Snapshot): string {
  const head = ['kode_tps', 'kode_desa', 'nomor_tps', 'nama', 'cara', 'pemilih_l', 'pemilih_p', 'versi'];
  return csvText([
    [...head, ...voteHeads, ...optionHeads, 'arsip_sha256', 'foto_sha256'],
    ...villages.flatMap((village) =>
      village.places.map(({ id, name, mode, registered, result }): Row => {
        const evidence = result?.parts.map((part) => part.evidence) ?? [];
        return [
          id,
          village.code,
          partsOfPollingPlaceId(pollingPlaceIdSchema.parse(id)).number,
          name,
          MODE_WORDS[mode],
          registered.L,
          registered.P,
          result?.version ?? null,
          ...voteCells(result?.figures ?? null),
          ...optionCells(result?.figures ?? null, optionNames(village)),
          evidence.flatMap(({ record }) => record ?? []).join(' '),
          evidence.flatMap(({ sheetPhotos }) => sheetPhotos).join(' '),
        ];
      }),
    ),
  ]);
}

/** One row a correction. */
export function correctionsCsv({ corrections, villages }: Snapshot): string {
  const namesOf = new Map(
    villages.flatMap((village) => {
      const names = optionNames(village);
      return village.places.map(({ id }) => [id as string, names] as const);
    }),
  );
  const both = (figures: VoteFigures, place: string): Row => [
    ...voteCells(figures),
    figures.options.map(({ key, votes }) => `${namesOf.get(place)?.get(key) ?? key}: ${votes}`).join('; '),
  ];
  const heads = [...voteHeads, 'suara'];
  return csvText([
    [
      'kode_tps',
      'versi',
      'waktu',
      'alasan',
      ...heads.map((head) => `sebelum_${head}`),
      ...heads.map((head) => `sesudah_${head}`),
    ],
    ...corrections.map(
      ({ place, version, at, reason, before, after }): Row => [
        place,
        version,
        at,
        reason,
        ...both(before, place),
        ...both(after, place),
      ],
    ),
  ]);
}
