import type { CivilDate } from '@bilik/election';
import type { ListedPerson } from '../list/imported-voter.ts';
import type { DateSystem } from '../source/cell.ts';
import { SYNTHETIC_NOTICE } from './generate-voter-list.ts';

/** How an office wrote its list: what varies between offices, apart from the kind of file. */
export interface TableStyle {
  /** Wording of the column titles. */
  readonly titles: 'plain' | 'official' | 'short';
  /** One column for place and day of birth, or two. */
  readonly birth: 'apart' | 'together';
  /** `serial` is a number that the spreadsheet shows as a day. */
  readonly dates: 'slashes' | 'hyphens' | 'words' | 'serial';
  readonly sex: 'letter' | 'word' | 'marks';
  readonly neighbourhoods: 'apart' | 'together';
  /** Title rows above the list, with the notice that it is synthetic. */
  readonly hasHeading: boolean;
  /** A row 1 2 3 … under the titles. */
  readonly hasColumnNumbers: boolean;
  /** Rows of total and signatures below the list. */
  readonly hasFooter: boolean;
  /** Titles are repeated after so many people, as on printed pages; null for once only. */
  readonly rowsPerPage: number | null;
}

/** A cell to be written: text, or a day as the spreadsheet's number. */
export type WrittenCell = string | { readonly serial: number };

type ColumnName =
  | 'number'
  | 'familyCard'
  | 'nik'
  | 'name'
  | 'birthPlace'
  | 'birthDate'
  | 'birth'
  | 'maritalStatus'
  | 'sex'
  | 'man'
  | 'woman'
  | 'hamlet'
  | 'rt'
  | 'rw'
  | 'rtRw'
  | 'disability'
  | 'note';

const TITLES: Readonly<Record<TableStyle['titles'], Readonly<Record<ColumnName, string>>>> = {
  plain: {
    number: 'No',
    familyCard: 'No KK',
    nik: 'NIK',
    name: 'Nama',
    birthPlace: 'Tempat Lahir',
    birthDate: 'Tanggal Lahir',
    birth: 'Tempat, Tanggal Lahir',
    maritalStatus: 'Status Perkawinan',
    sex: 'Jenis Kelamin',
    man: 'L',
    woman: 'P',
    hamlet: 'Dusun',
    rt: 'RT',
    rw: 'RW',
    rtRw: 'RT/RW',
    disability: 'Disabilitas',
    note: 'Keterangan',
  },
  official: {
    number: 'NO. URUT',
    familyCard: 'NOMOR KARTU KELUARGA',
    nik: 'NOMOR INDUK KEPENDUDUKAN (NIK)',
    name: 'NAMA LENGKAP',
    birthPlace: 'TEMPAT LAHIR',
    birthDate: 'TANGGAL LAHIR (HH/BB/TTTT)',
    birth: 'TEMPAT DAN TANGGAL LAHIR',
    maritalStatus: 'STATUS PERKAWINAN (B/S/P)',
    sex: 'JENIS KELAMIN (L/P)',
    man: 'L',
    woman: 'P',
    hamlet: 'DUSUN/LINGKUNGAN',
    rt: 'RT',
    rw: 'RW',
    rtRw: 'RT / RW',
    disability: 'JENIS DISABILITAS',
    note: 'KET.',
  },
  short: {
    number: 'no',
    familyCard: 'nkk',
    nik: 'nik',
    name: 'nama',
    birthPlace: 'tmpt lahir',
    birthDate: 'tgl. lahir',
    birth: 'ttl',
    maritalStatus: 'status',
    sex: 'jk',
    man: 'lk',
    woman: 'pr',
    hamlet: 'dusun',
    rt: 'rt',
    rw: 'rw',
    rtRw: 'rt/rw',
    disability: 'difabel',
    note: 'ket',
  },
};

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;
const DAY_MS = 86_400_000;
const NOTE = 'BUATAN';

/** The rows of a list as an office would have typed them, from row 1 on. */
export function listTable(
  people: readonly ListedPerson[],
  style: TableStyle,
  dateSystem: DateSystem,
): readonly (readonly WrittenCell[])[] {
  const columns = columnsOf(style);
  const titles = columns.map((column) => TITLES[style.titles][column]);
  const rows: (readonly WrittenCell[])[] = [];
  if (style.hasHeading) {
    rows.push(
      ['DAFTAR PEMILIH TETAP PEMILIHAN KEPALA DESA'],
      [SYNTHETIC_NOTICE.id],
      [SYNTHETIC_NOTICE.en],
      [],
    );
  }
  rows.push(titles);
  if (style.hasColumnNumbers) rows.push(columns.map((_, index) => String(index + 1)));
  for (const [index, person] of people.entries()) {
    if (style.rowsPerPage !== null && index > 0 && index % style.rowsPerPage === 0) {
      rows.push([], [`Halaman ${index / style.rowsPerPage}`], titles);
    }
    rows.push(columns.map((column) => cellOf(column, person, index, style, dateSystem)));
  }
  if (style.hasFooter) {
    const name = columns.indexOf('name');
    const underName = (text: string): readonly string[] => [...Array.from({ length: name }, () => ''), text];
    rows.push(
      ['JUMLAH', '', String(people.length)],
      [],
      underName('Ketua Panitia Pemilihan,'),
      [],
      underName('( ........ )'),
    );
  }
  return rows;
}

function columnsOf(style: TableStyle): readonly ColumnName[] {
  return [
    'number',
    'familyCard',
    'nik',
    'name',
    ...(style.birth === 'together' ? (['birth'] as const) : (['birthPlace', 'birthDate'] as const)),
    'maritalStatus',
    ...(style.sex === 'marks' ? (['man', 'woman'] as const) : (['sex'] as const)),
    'hamlet',
    ...(style.neighbourhoods === 'together' ? (['rtRw'] as const) : (['rt', 'rw'] as const)),
    'disability',
    'note',
  ];
}

function cellOf(
  column: ColumnName,
  person: ListedPerson,
  index: number,
  style: TableStyle,
  dateSystem: DateSystem,
): WrittenCell {
  switch (column) {
    case 'number':
      return String(index + 1);
    case 'familyCard':
      return person.familyCard ?? '';
    case 'birthDate':
      return style.dates === 'serial'
        ? { serial: serialOf(person.birthDate, dateSystem) }
        : dateText(person.birthDate, style);
    case 'birth':
      return `${person.birthPlace}, ${dateText(person.birthDate, style)}`;
    case 'sex':
      if (style.sex === 'letter') return person.sex;
      return person.sex === 'L' ? 'Laki-laki' : 'Perempuan';
    case 'man':
      return person.sex === 'L' ? 'V' : '';
    case 'woman':
      return person.sex === 'P' ? 'V' : '';
    case 'rtRw':
      return `${person.rt}/${person.rw}`;
    case 'disability':
      return person.disability ?? '';
    case 'note':
      return NOTE;
    case 'nik':
    case 'name':
    case 'birthPlace':
    case 'maritalStatus':
    case 'hamlet':
    case 'rt':
    case 'rw':
      return person[column];
  }
}

function dateText(date: CivilDate, { dates }: TableStyle): string {
  const [year, month, day] = date.split('-');
  if (dates === 'words') return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
  return [day, month, year].join(dates === 'hyphens' ? '-' : '/');
}

/** The day number that a spreadsheet keeps; in the 1900 system only from 1 March 1900 on. */
export function serialOf(date: CivilDate, system: DateSystem): number {
  const epoch = system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return Math.round((Date.parse(date) - epoch) / DAY_MS);
}
