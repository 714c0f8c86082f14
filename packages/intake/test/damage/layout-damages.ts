import type { CellObject } from '@e965/xlsx';
import type { ImportOptions, ProblemKind } from '../../src/index.ts';
import {
  csv,
  letterOf,
  setCell,
  smallList,
  type Table,
  TITLES,
  type Title,
  withCell,
  withPart,
  xlsx,
} from '../small-list.ts';
import type { Damage } from './damage.ts';

function inTable(
  what: string,
  change: (table: Table) => void,
  problems: Damage['problems'],
  options: Partial<ImportOptions> = {},
): Damage {
  return { what, file: () => csv(smallList(change)), options, problems };
}

function inCell(what: string, title: Title, value: CellObject | boolean, kind: ProblemKind): Damage {
  return {
    what,
    file: () => xlsx({ DPT: withCell(3, title, value) }),
    problems: [`${kind} DPT 3 ${letterOf(title)}`],
  };
}

function withoutColumn(title: Title): (table: Table) => void {
  return (table) => {
    for (const row of table) row.splice(TITLES.indexOf(title), 1);
  };
}

const ERROR_CELL: CellObject = { t: 'e', v: 0x2a };

/** Damage to sheets, columns and rows as a whole. */
export const LAYOUT_DAMAGES: readonly Damage[] = [
  { what: 'nothing but spaces', file: () => Buffer.from('   \r\n  \r\n'), problems: ['no-header'] },
  inTable('no column titles', (table) => table.splice(0, 1), ['no-header']),
  {
    what: 'prose instead of a list',
    file: () =>
      Buffer.from('Kepada Yth. Bapak Camat,\r\ndengan hormat kami sampaikan daftar, terlampir.\r\n'),
    problems: ['no-header'],
  },
  inTable('column titles without people', (table) => table.splice(1), ['no-voters']),
  {
    what: 'sheet that is not there',
    file: () => xlsx({ DPT: smallList() }),
    options: { sheet: 'DPS' },
    problems: ['sheet-not-found'],
  },
  {
    what: 'sheet of another kind beside the list',
    file: () =>
      xlsx({
        Rekap: [
          ['Dusun', 'Jumlah'],
          ['I', 2],
        ],
        DPT: smallList(),
      }),
    problems: ['sheet-without-list Rekap'],
  },
  {
    what: 'hidden sheet beside the list',
    file: () =>
      xlsx({ DPT: smallList(), lama: smallList() }, (workbook) => {
        workbook.Workbook = { Sheets: [{}, { Hidden: 1 }] };
      }),
    problems: ['hidden-sheet lama'],
  },
  {
    what: 'the same people on two sheets',
    file: () => xlsx({ 'TPS 01': smallList(), 'TPS 02': smallList((table) => table.splice(2)) }),
    problems: ['duplicate-nik TPS 02 2 C'],
  },
  inTable('no column of NIK', withoutColumn('NIK'), ['column-missing 1']),
  inTable('no column of sex', withoutColumn('JK'), ['column-missing 1']),
  inTable('no column of birth dates', withoutColumn('Tanggal Lahir'), ['column-missing 1']),
  inTable('no column of marital status', withoutColumn('Status'), ['column-missing 1']),
  inTable(
    'neither hamlet nor birth place',
    (table) => {
      withoutColumn('Dusun')(table);
      withoutColumn('Tempat Lahir')(table);
    },
    ['column-missing 1', 'column-missing 1'],
  ),
  inTable('address instead of a hamlet', (table) => setCell(table, 1, 'Dusun', 'Alamat'), [
    'address-as-hamlet 1 I',
  ]),
  inTable('two columns of names', (table) => setCell(table, 1, 'Ket', 'Nama Lengkap'), ['column-twice 1 L']),
  inTable('unknown column', (table) => setCell(table, 1, 'Ket', 'Zodiak'), ['column-not-understood 1 L']),
  {
    what: 'hidden column',
    file: () =>
      xlsx({ DPT: smallList() }, (_, sheetNamed) => {
        sheetNamed('DPT')['!cols'] = [{}, {}, { hidden: true }];
      }),
    problems: ['hidden-column DPT 1 C'],
  },
  {
    what: 'people filtered out of view',
    file: () =>
      xlsx({ DPT: smallList() }, (_, sheetNamed) => {
        sheetNamed('DPT')['!rows'] = [{}, {}, { hidden: true }, { hidden: true }];
      }),
    problems: ['hidden-rows DPT 3'],
  },
  {
    what: 'hidden rows at the end',
    file: () =>
      xlsx({ DPT: smallList() }, (_, sheetNamed) => {
        sheetNamed('DPT')['!rows'] = [{}, {}, { hidden: true }, {}, { hidden: true }];
      }),
    problems: ['hidden-rows DPT 3', 'hidden-rows DPT 5'],
  },
  inTable('more rows than allowed', () => {}, ['too-many-rows 5'], { limits: { rows: 4 } }),
  {
    what: 'a cell in column XFD',
    file: () =>
      xlsx({ DPT: smallList() }, (_, sheetNamed) => {
        Object.assign(sheetNamed('DPT'), { XFD3: { t: 's', v: 'x' }, '!ref': 'A1:XFD5' });
      }),
    problems: ['too-many-columns DPT 3'],
  },
  inTable('cell of 2,000 letters', (table) => setCell(table, 3, 'Ket', 'x'.repeat(2000)), [
    'cell-too-long 3',
  ]),
  inTable('quotation mark that is never closed', (table) => setCell(table, 3, 'Nama', '"SRI'), [
    'quote-not-closed 3',
  ]),
  inTable(
    'quotation mark closed three rows later',
    (table) => {
      setCell(table, 3, 'Nama', '"SRI');
      setCell(table, 5, 'Nama', 'NADIA"');
    },
    ['quote-not-closed 3'],
  ),
  {
    what: 'separator inside a name',
    file: () => csv(withCell(3, 'Nama', 'SRI LESTARI, S.Pd'), ','),
    problems: ['too-many-cells-in-row 3'],
  },
  inTable(
    'column titles that change half-way',
    (table) => {
      const titles = [...TITLES];
      titles.splice(2, 2, 'Nama', 'NIK');
      table.splice(3, 0, titles);
    },
    ['titles-differ 4'],
  ),
  inTable('name alone in the middle', (table) => table.splice(3, 0, ['', '', '', 'TANPA NOMOR']), [
    'row-not-understood 4',
  ]),
  inTable('hamlet as a title between people', (table) => table.splice(3, 0, ['DUSUN II']), [
    'section-title 4',
  ]),
  inTable('total that counts one more', (table) => table.push(['JUMLAH', '', '5']), ['total-differs 6']),
  {
    what: 'NIK merged over two people',
    file: () =>
      xlsx({ DPT: smallList((table) => setCell(table, 3, 'NIK', '')) }, (_, sheetNamed) => {
        sheetNamed('DPT')['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 2, c: 2 } }];
      }),
    problems: ['merged-cells DPT 3 C'],
  },
  {
    what: 'family card merged over its members',
    file: () =>
      xlsx({ DPT: smallList((table) => setCell(table, 3, 'No KK', '')) }, (_, sheetNamed) => {
        sheetNamed('DPT')['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 2, c: 1 } }];
      }),
    problems: ['merged-cells-filled DPT 3 B'],
  },
  inCell('#N/A instead of a name', 'Nama', ERROR_CELL, 'error-cell'),
  inCell('#N/A instead of a NIK', 'NIK', ERROR_CELL, 'error-cell'),
  inCell('TRUE instead of a NIK', 'NIK', true, 'truth-value-cell'),
  {
    what: 'formula that was never computed',
    file: () =>
      withPart(xlsx({ DPT: smallList() }), 'xl/worksheets/sheet1.xml', (xml) =>
        xml.replace(/<c r="D3"[^>]*>.*?<\/c>/, '<c r="D3" t="str"><f>VLOOKUP(C3,X!A:B,2)</f></c>'),
      ),
    problems: ['formula-without-value DPT 3 D'],
  },
];
