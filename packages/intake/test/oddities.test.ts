import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '../src/index.ts';
import type { ImportedVoter } from '../src/list/imported-voter.ts';
import { particularsOf } from '../src/list/imported-voter.ts';
import {
  csv,
  OPTIONS,
  outline,
  readHere,
  setCell,
  smallList,
  type Table,
  TITLES,
  withCell,
  withPart,
  xlsx,
} from './small-list.ts';

/** Habits of offices and programs that change nothing about the list: it must come in as if they were not there. */
const ODDITIES: readonly (readonly [
  what: string,
  file: () => Uint8Array,
  options?: Partial<ImportOptions>,
])[] = [
  ['byte order mark', () => Buffer.concat([Buffer.from('\ufeff'), csv(smallList())])],
  ['comma', () => csv(smallList(), ',')],
  ['tabulator', () => csv(smallList(), '\t')],
  ['upright stroke', () => csv(smallList(), '|')],
  ['line ends of Unix', () => csv(smallList(), ';', '\n')],
  ['line ends of old Macintosh', () => csv(smallList(), ';', '\r')],
  ['no line end after the last row', () => csv(smallList()).subarray(0, -2)],
  [
    'the separator named in the first line',
    () => Buffer.concat([Buffer.from('sep=;\r\n'), csv(smallList())]),
  ],
  ['every cell in quotation marks', () => csv(smallList().map((row) => row.map((cell) => `"${cell}"`)))],
  ['UTF-16', () => Buffer.from(`\ufeff${csv(smallList()).toString()}`, 'utf16le')],
  ['UTF-16 without mark', () => Buffer.from(csv(smallList()).toString(), 'utf16le')],
  ['UTF-16, high byte first', () => Buffer.from(`\ufeff${csv(smallList()).toString()}`, 'utf16le').swap16()],
  ['titles in capitals with signs', () => csv(smallList((table) => table.splice(0, 1, OFFICIAL)))],
  ['titles in other words', () => csv(smallList((table) => table.splice(0, 1, SHORT)))],
  ['columns the other way round', () => csv(smallList().map((row) => [...row].reverse()))],
  ['spaces at the ends', () => csv(smallList().map((row) => row.map((cell) => `  ${cell} \u00a0`)))],
  ['double and non-breaking spaces in a name', () => csv(withCell(3, 'Nama', 'SRI\u00a0 LESTARI'))],
  ['line break in a name', () => xlsx({ DPT: withCell(3, 'Nama', 'SRI\nLESTARI') })],
  ['zero-width space in a name', () => csv(withCell(3, 'Nama', 'SRI\u200b LESTARI'))],
  ['apostrophe before a NIK', () => csv(withCell(3, 'NIK', "'1607984204630002"))],
  ['NIK as a formula that keeps it text', () => csv(withCell(3, 'NIK', '="1607984204630002"'))],
  ['spaces in a NIK', () => csv(withCell(3, 'NIK', '160798 420463 0002'))],
  ['dots in a NIK', () => csv(withCell(3, 'NIK', '16.07.98.420463.0002'))],
  ['day with hyphens', () => csv(withCell(3, 'Tanggal Lahir', '2-4-1963'))],
  ['day with dots', () => csv(withCell(3, 'Tanggal Lahir', '02.04.1963'))],
  ['day with strokes', () => csv(withCell(3, 'Tanggal Lahir', '02|04|1963'))],
  ['day in words', () => csv(withCell(3, 'Tanggal Lahir', '2 April 1963'))],
  ['day in capital words', () => csv(withCell(3, 'Tanggal Lahir', '02 APRIL 1963'))],
  ['day in English words', () => csv(withCell(3, 'Tanggal Lahir', '02-Apr-1963'))],
  ['day of the week', () => csv(withCell(3, 'Tanggal Lahir', 'Selasa, 2 April 1963'))],
  ['day as a database writes it', () => csv(withCell(3, 'Tanggal Lahir', '1963-04-02 00:00:00'))],
  [
    'day as a spreadsheet number',
    () => xlsx({ DPT: withCell(3, 'Tanggal Lahir', { t: 'n', v: 23103, z: 'dd/mm/yyyy' }) }),
  ],
  [
    'day in the 1904 system',
    () =>
      xlsx(
        { DPT: withCell(3, 'Tanggal Lahir', { t: 'n', v: 23103 - 1462, z: 'd mmm yyyy' }) },
        (workbook) => {
          workbook.Workbook = { WBProps: { date1904: true } };
        },
      ),
  ],
  [
    'day and time as a number',
    () => xlsx({ DPT: withCell(3, 'Tanggal Lahir', { t: 'n', v: 23103.4, z: 'dd/mm/yyyy' }) }),
  ],
  [
    'year of two digits, read by age',
    () => csv(withCell(3, 'Tanggal Lahir', '02/04/63')),
    { twoDigitYears: 'by-age' },
  ],
  ['sex in words', () => csv(withCell(3, 'JK', 'Perempuan'))],
  ['sex in an old word', () => csv(withCell(3, 'JK', 'WANITA'))],
  ['marital status in words', () => csv(withCell(3, 'Status', 'Kawin Tercatat'))],
  ['RT without zeros', () => xlsx({ DPT: withCell(3, 'RT', 1) })],
  ['RT with its name', () => csv(withCell(3, 'RT', 'RT. 01'))],
  [
    'hamlet without its word, known by the village',
    () => csv(withCell(3, 'Dusun', ' i')),
    { hamlets: ['Dusun I', 'Dusun II'] },
  ],
  ['no remarks', () => csv(smallList().map((row) => row.slice(0, -1)))],
  [
    'disabilities column with nothing in it',
    () => csv(smallList().map((row, index) => [...row, index === 0 ? 'Disabilitas' : '-'])),
  ],
  [
    'columns that are not needed',
    () => csv(smallList().map((row, index) => [index === 0 ? 'Agama' : 'Islam', ...row])),
  ],
  [
    'title rows above',
    () =>
      csv(
        smallList((table) => table.unshift(['DAFTAR PEMILIH'], ['DESA BUKIT', '', 'KECAMATAN BETUNG'], [])),
      ),
  ],
  [
    'column numbers under the titles',
    () =>
      csv(
        smallList((table) =>
          table.splice(
            1,
            0,
            TITLES.map((_, index) => `(${index + 1})`),
          ),
        ),
      ),
  ],
  [
    'titles repeated on a new page',
    () => csv(smallList((table) => table.splice(3, 0, [], ['Halaman 2'], [...TITLES]))),
  ],
  [
    'total and signatures below',
    () =>
      csv(
        smallList((table) =>
          table.push(['JUMLAH', '', '4'], [], ['', '', '', '', 'Ketua,'], ['', '', '', 'SUTRISNO']),
        ),
      ),
  ],
  [
    'place, day and staff number of a signature in the column of NIK',
    () =>
      csv(
        smallList((table) =>
          table.push(
            [],
            ['', '', 'Betung, 12 November 2026'],
            ['', '', 'Kepala Desa,'],
            ['', '', 'SUTRISNO'],
            ['', '', 'NIP. 19650817 199003 1 001'],
          ),
        ),
      ),
  ],
  [
    'total of men and women',
    () => csv(smallList((table) => table.push(['Jumlah laki-laki', '2'], ['Jumlah perempuan', '2']))),
  ],
  ['empty rows between', () => csv(smallList((table) => table.splice(3, 0, [], ['', '', ''], [])))],
  ['hidden rows, declared to belong', () => hiddenRow(), { hiddenRows: 'include' }],
  ['formula with its result', () => computedName()],
  [
    'workbook written with a namespace prefix',
    () => rewritten((xml) => xml.replace(/<(\/?)(?=[a-z])/g, '<$1x:')),
  ],
  [
    'workbook with texts inside the cells',
    () =>
      rewritten((xml) =>
        xml.replace(
          /<c r="(\w+)" t="str"><v>(.*?)<\/v><\/c>/g,
          '<c r="$1" t="inlineStr"><is><t>$2</t></is></c>',
        ),
      ),
  ],
  [
    'workbook with coloured letters inside a name',
    () =>
      rewritten((xml) =>
        xml.replace(
          /<c r="D3"[^>]*>.*?<\/c>/,
          '<c r="D3" t="inlineStr"><is><r><t>SRI </t></r><r><rPr><b/></rPr><t>LESTARI</t></r></is></c>',
        ),
      ),
  ],
  [
    'workbook that does not say which row and cell is which',
    () => rewritten((xml) => xml.replace(/<row r="\d+">/g, '<row>').replace(/<c r="\w+" /g, '<c ')),
  ],
  [
    'a sheet chosen by name',
    () => xlsx({ lama: smallList((table) => table.splice(3)), DPT: smallList() }),
    { sheet: 'DPT' },
  ],
  ['titles in two rows', () => csv(twoTitleRows())],
  [
    'one title over place and day',
    () =>
      csv(
        smallList((table) =>
          table.splice(0, 1, titlesWith({ 'Tempat Lahir': 'Tempat/Tgl Lahir', 'Tanggal Lahir': '' })),
        ),
      ),
  ],
  ['place and day in one cell', () => csv(placeAndDay())],
];

const OFFICIAL = [
  'NO. URUT',
  'NOMOR KARTU KELUARGA (KK)',
  'N.I.K',
  'NAMA LENGKAP *)',
  'TEMPAT LAHIR',
  'TGL. LAHIR (HH/BB/TTTT)',
  'STATUS PERKAWINAN (B/S/P)',
  'JENIS KELAMIN (L/P)',
  'DUSUN/LINGKUNGAN',
  'NO. RT',
  'NO. RW',
  'KETERANGAN',
];
const SHORT = [
  'no',
  'nkk',
  'no ktp',
  'nama warga',
  'tmpt lahir',
  'tgl lhr',
  'kawin',
  'jk',
  'dukuh',
  'rt',
  'rw',
  'ket.',
];

function titlesWith(changes: Readonly<Record<string, string>>): string[] {
  return TITLES.map((title) => changes[title] ?? title);
}

function hiddenRow(): Uint8Array {
  return xlsx({ DPT: smallList() }, (_, sheetNamed) => {
    sheetNamed('DPT')['!rows'] = [{}, {}, { hidden: true }];
  });
}

function rewritten(change: (xml: string) => string): Uint8Array {
  return withPart(xlsx({ DPT: smallList() }), 'xl/worksheets/sheet1.xml', change);
}

function computedName(): Uint8Array {
  return withPart(xlsx({ DPT: smallList() }), 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace(
      /<c r="D3"[^>]*>.*?<\/c>/,
      '<c r="D3" t="str"><f>UPPER("sri lestari")</f><v>SRI LESTARI</v></c>',
    ),
  );
}

/** The official form: "Alamat" over hamlet, RT and RW; "Jenis Kelamin" over L and P, marked. */
function twoTitleRows(): Table {
  return smallList((table) => {
    for (const [index, row] of table.entries()) {
      if (index > 0) row.splice(7, 1, row[7] === 'L' ? 'V' : '', row[7] === 'P' ? 'V' : '');
    }
    const upper = [...titlesWith({ JK: 'Jenis Kelamin', Dusun: 'Alamat', RT: '', RW: '' })];
    upper.splice(8, 0, '');
    table.splice(0, 1, upper, ['', '', '', '', '', '', '', 'L', 'P', 'Dusun', 'RT', 'RW', '']);
  });
}

function placeAndDay(): Table {
  return smallList().map((row, index) => {
    const both = index === 0 ? 'Tempat, Tgl Lahir' : `${row[4]}, ${row[5]}`;
    return [...row.slice(0, 4), both, ...row.slice(6)];
  });
}

function people(voters: readonly ImportedVoter[]): readonly unknown[] {
  return voters.map((voter) => ({ ...particularsOf(voter), listNumber: voter.listNumber, note: voter.note }));
}

describe('what changes nothing', () => {
  test.each(ODDITIES.map(([what, ...oddity]) => [what, oddity] as const))(
    '%s',
    async (_, [file, options = {}]) => {
      const plain = await readHere(csv(smallList()));
      const reading = await readHere(file(), { ...OPTIONS, ...options });
      expect(outline(reading).filter((line) => !line.startsWith('sheet-without-list'))).toEqual([]);
      expect(people(reading.voters)).toEqual(people(plain.voters));
      expect(reading.preview?.voters).toBe(4);
    },
  );

  test('Windows-1252 letters come in as they were', async () => {
    const reading = await readHere(
      Buffer.from(csv(withCell(3, 'Nama', "SRI RENÉ D'SOUZA")).toString(), 'latin1'),
    );
    expect(reading.voters[1]?.name).toBe("SRI RENÉ D'SOUZA");
    expect(reading.preview?.format).toMatchObject({ encoding: 'windows-1252', separator: ';' });
  });

  test('decomposed accents are put together, so that equal names are equal', async () => {
    const reading = await readHere(csv(withCell(3, 'Nama', 'SRI RENE\u0301')));
    expect(reading.voters[1]?.name).toBe('SRI REN\u00c9');
  });
});

describe('decisions of the office', () => {
  test('hidden rows can be left out, and the preview says so', async () => {
    const reading = await readHere(hiddenRow(), { ...OPTIONS, hiddenRows: 'leave-out' });
    expect(reading.hasErrors).toBe(false);
    expect(reading.voters.map(({ name }) => name)).toEqual(['SUTRISNO', 'RIO SAPUTRA', 'NADIA SARI']);
    expect(reading.preview?.sheets[0]?.leftOutCounts).toEqual({ hidden: 1 });
  });

  test('missing columns can be answered for everybody', async () => {
    const few = smallList().map((row) => row.filter((_, index) => ![4, 6, 8].includes(index)));
    const reading = await readHere(csv(few), {
      ...OPTIONS,
      assume: { birthPlace: 'Banyuasin', maritalStatus: 'S', hamlet: 'Dusun I' },
    });
    expect(outline(reading)).toEqual([]);
    expect(reading.voters[3]).toMatchObject({
      birthPlace: 'Banyuasin',
      maritalStatus: 'S',
      hamlet: 'Dusun I',
    });
  });

  test('people of several sheets keep the name of their sheet as polling place', async () => {
    const reading = await readHere(
      xlsx({
        'TPS 01': smallList((table) => table.splice(3)),
        'TPS 02': smallList((table) => table.splice(1, 2)),
      }),
    );
    expect(reading.voters.map(({ pollingPlaceLabel, source }) => [pollingPlaceLabel, source.row])).toEqual([
      ['TPS 01', 2],
      ['TPS 01', 3],
      ['TPS 02', 2],
      ['TPS 02', 3],
    ]);
  });

  test('the preview says how each column was understood and masks numbers', async () => {
    const table = smallList((rows) => setCell(rows, 1, 'Ket', 'Agama'));
    const { preview } = await readHere(csv(table));
    expect(preview?.sheets[0]?.columns.map(({ letter, meaning }) => `${letter} ${meaning}`)).toEqual([
      'A listNumber',
      'B familyCard',
      'C nik',
      'D name',
      'E birthPlace',
      'F birthDate',
      'G maritalStatus',
      'H sex',
      'I hamlet',
      'J rt',
      'K rw',
      'L not-needed',
    ]);
    expect(preview?.sheets[0]?.firstVoters[0]).toEqual({
      row: 2,
      nik: '160798••••••••••',
      familyCard: '160798••••••••01',
      name: 'SUTRISNO',
      sex: 'L',
      birthPlace: 'BLITAR',
      birthDate: '1958-08-17',
      maritalStatus: 'S',
      hamlet: 'Dusun I',
      rt: '001',
      rw: '001',
    });
    expect(preview).toMatchObject({ voters: 4, men: 2, women: 2 });
  });
});
