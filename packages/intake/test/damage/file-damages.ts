import { deflateRawSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { csv, smallList, withPart, xlsx } from '../small-list.ts';
import type { Damage } from './damage.ts';

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LOCAL_RECORD = 0x04034b50;
const MEMBER_RECORD = 0x02014b50;
const END_RECORD = 0x06054b50;
const SHEET = 'xl/worksheets/sheet1.xml';

function file(what: string, bytes: () => Uint8Array, problem: Damage['problems'][number]): Damage {
  return { what, file: bytes, problems: [problem] };
}

/** An .xlsx with further members, under names that no office program writes. */
function withMembers(members: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ 'xl/workbook.xml': new Uint8Array(1), ...members }, { level: 0 });
}

/** Overwrites a field of every record of one type in a zip archive. */
function patched(
  archive: Uint8Array,
  record: number,
  offset: number,
  write: (at: number, zip: Buffer) => void,
): Uint8Array {
  const zip = Buffer.from(archive);
  for (let at = 0; at + 4 <= zip.length; at += 1) {
    if (zip.readUInt32LE(at) === record) write(at + offset, zip);
  }
  return zip;
}

function wordAt(archive: Uint8Array, record: number, offset: number, value: number): Uint8Array {
  return patched(archive, record, offset, (at, zip) => zip.writeUInt16LE(value, at));
}

function longAt(archive: Uint8Array, record: number, offset: number, value: number): Uint8Array {
  return patched(archive, record, offset, (at, zip) => zip.writeUInt32LE(value, at));
}

function zeros(megabytes: number): Uint8Array {
  return zipSync({ 'xl/workbook.xml': new Uint8Array(1), [SHEET]: new Uint8Array(megabytes * 1024 * 1024) });
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 0x55;
  return changed;
}

/** A workbook whose sheet states widths for these columns, before its rows or behind them. */
function withColumns(columns: string, place: 'before-rows' | 'behind-rows' = 'before-rows'): Uint8Array {
  return withPart(xlsx({ DPT: smallList() }), SHEET, (xml) => {
    const [before, behind] = place === 'before-rows' ? [columns, ''] : ['', columns];
    const plain = xml.replace(/<cols>.*?<\/cols>/, '');
    return plain
      .replace('<sheetData>', `${before}<sheetData>`)
      .replace('</sheetData>', `</sheetData>${behind}`);
  });
}

/** A workbook whose list of shared texts holds this, so many times. */
function withTexts(text: string, times: number): Uint8Array {
  const parts = unzipSync(xlsx({ DPT: smallList() }));
  return zipSync({ ...parts, 'xl/sharedStrings.xml': Buffer.from(`<sst>${text.repeat(times)}</sst>`) });
}

/** Damage to the file itself, and files that were never a list. */
export const FILE_DAMAGES: readonly Damage[] = [
  file('no bytes at all', () => new Uint8Array(0), 'file-empty'),
  {
    ...file('larger than allowed', () => csv(smallList()), 'file-too-large'),
    options: { limits: { bytes: 300 } },
  },
  {
    ...file('larger than allowed, cut in the middle of a person', () => csv(smallList()), 'file-too-large'),
    file: () => Buffer.concat([csv(smallList()).subarray(0, 200), Buffer.alloc(70_000, 'x')]),
    options: { limits: { bytes: 66_000 } },
  },
  file('Excel 97 to 2003', () => Buffer.from([...COMPOUND_FILE, ...new Uint8Array(600)]), 'old-excel-file'),
  file(
    'Excel 5',
    () => Buffer.from([0x09, 0x08, 0x08, 0x00, 0x00, 0x05, ...new Uint8Array(60)]),
    'old-excel-file',
  ),
  file(
    'workbook with a password',
    () =>
      Buffer.concat([
        Buffer.from(COMPOUND_FILE),
        new Uint8Array(5000),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    'password-protected',
  ),
  file(
    'zip archive with a password',
    () => wordAt(xlsx({ DPT: smallList() }), MEMBER_RECORD, 8, 1),
    'password-protected',
  ),
  file(
    'OpenDocument',
    () => zipSync({ mimetype: Buffer.from('application/vnd.oasis'), 'content.xml': Buffer.from('<x/>') }),
    'open-document-file',
  ),
  file('binary workbook', () => zipSync({ 'xl/workbook.bin': new Uint8Array(8) }), 'binary-workbook'),
  file('text document', () => zipSync({ 'word/document.xml': Buffer.from('<x/>') }), 'not-a-list'),
  file(
    'web page named .xls',
    () => Buffer.from('\ufeff <html><table><tr><td>NIK</td></tr></table></html>'),
    'web-page',
  ),
  file('PDF', () => Buffer.from('%PDF-1.7 …'), 'pdf-document'),
  file('photo', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), 'picture'),
  file('screenshot', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'picture'),
  file('program', () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 9]), 'not-a-list'),
  file('empty zip archive', () => Buffer.from([0x50, 0x4b, 5, 6, ...new Uint8Array(18)]), 'archive-damaged'),
  file(
    'workbook cut short',
    () => {
      const whole = xlsx({ DPT: smallList() });
      return whole.subarray(0, whole.length - 40);
    },
    'archive-damaged',
  ),
  file(
    'one byte of a sheet changed',
    () => {
      const whole = zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>') }, { level: 0 });
      return flipped(whole, Buffer.from(whole).indexOf('<workbook') + 3);
    },
    'archive-damaged',
  ),
  file(
    'directory that points elsewhere',
    () => longAt(xlsx({ DPT: smallList() }), END_RECORD, 16, 5),
    'archive-damaged',
  ),
  file(
    'member that is not there',
    () => longAt(xlsx({ DPT: smallList() }), MEMBER_RECORD, 42, 9),
    'archive-damaged',
  ),
  {
    ...file('3 MB of zeros where 1 MB is allowed', () => zeros(3), 'archive-too-large'),
    options: { limits: { inflatedBytes: 1024 * 1024 } },
  },
  file(
    '3 MB of zeros that claim to be 1 kB',
    () => longAt(longAt(zeros(3), MEMBER_RECORD, 24, 1024), LOCAL_RECORD, 22, 1024),
    'archive-damaged',
  ),
  file(
    'a terabyte claimed',
    () => longAt(withMembers({ [SHEET]: deflateRawSync('x') }), MEMBER_RECORD, 24, 0xfffffffe),
    'archive-too-large',
  ),
  file(
    'a thousand members',
    () =>
      withMembers(
        Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x${index}`, new Uint8Array(0)])),
      ),
    'archive-unsafe',
  ),
  file(
    'path that leaves the archive',
    () => withMembers({ '../../etc/passwd': new Uint8Array(1) }),
    'archive-unsafe',
  ),
  file('absolute path', () => withMembers({ '/etc/passwd': new Uint8Array(1) }), 'archive-unsafe'),
  file('path with a drive', () => withMembers({ 'C:\\x.xml': new Uint8Array(1) }), 'archive-unsafe'),
  file(
    'two members of one name',
    () => withMembers({ [SHEET]: new Uint8Array(1), [SHEET.toUpperCase()]: new Uint8Array(1) }),
    'archive-unsafe',
  ),
  file(
    'unknown compression',
    () => wordAt(xlsx({ DPT: smallList() }), MEMBER_RECORD, 10, 14),
    'archive-unsafe',
  ),
  file('zip64', () => longAt(xlsx({ DPT: smallList() }), END_RECORD, 16, 0xffffffff), 'archive-unsafe'),
  file(
    'entities that grow',
    () =>
      withPart(xlsx({ DPT: smallList() }), SHEET, (xml) =>
        xml.replace('<worksheet', '<!DOCTYPE lol [<!ENTITY lol "lol">]><worksheet'),
      ),
    'archive-unsafe',
  ),
  ...[
    '<cols><col min="1" max="999999999" width="9" hidden="1"/></cols>',
    '<cols><col min="1" max="16385" width="9"/></cols>',
    "<x:cols><x:col hidden='1' max = '999999999' min='1'/></x:cols>",
    '<cols><col min="1" max="3" Max="999999999"/></cols>',
    '<cols><col min="1" max="3" x:max="999999999"/></cols>',
    '<cols><col min="1" max="3" max_="999999999"/></cols>',
    '<cols><col min="1"\u2003max="999999999"/></cols>',
    '<cols><col min="-999999999" max="3"/></cols>',
    '<cols><col min="1" max=999999999 /></cols>',
    `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(2)}</cols>`,
  ].map((columns) =>
    file(`columns that no sheet has: ${columns}`, () => withColumns(columns), 'archive-unsafe'),
  ),
  file(
    'a column with a million attributes',
    () => withColumns(`<cols><col min="1" max="3" ${'a="" '.repeat(1_000_000)}/></cols>`),
    'archive-unsafe',
  ),
  file(
    'columns that no sheet has, behind the rows',
    () => withColumns('<cols><col min="1" max="999999999" hidden="1"/></cols>', 'behind-rows'),
    'archive-unsafe',
  ),
  {
    ...file('more cells than allowed', () => xlsx({ DPT: smallList() }), 'too-many-cells'),
    options: { limits: { workbookCells: 54 } },
  },
  {
    ...file('more texts than allowed', () => xlsx({ DPT: smallList() }), 'too-many-texts'),
    file: () => withTexts('<si/>', 21),
    options: { limits: { sharedTexts: 20 } },
  },
  {
    ...file(
      'more rows than allowed, all but the list empty',
      () => xlsx({ DPT: smallList() }),
      'too-many-lines',
    ),
    file: () =>
      withPart(xlsx({ DPT: smallList() }), SHEET, (xml) =>
        xml.replace('</sheetData>', `${'<x:row/>'.repeat(21)}</sheetData>`),
      ),
    options: { limits: { rows: 5 } },
  },
  {
    ...file(
      'more lines than allowed',
      () => Buffer.concat([csv(smallList()), Buffer.from('\r\n'.repeat(21))]),
      'too-many-lines',
    ),
    options: { limits: { rows: 5 } },
  },
  {
    ...file(
      'more cells than allowed in a CSV',
      () => csv(smallList((table) => table.push(Array.from({ length: 300 }, () => '')))),
      'too-many-cells',
    ),
    options: { limits: { rows: 5 } },
  },
  file('a line of separators', () => Buffer.alloc(20_000, ';'), 'too-many-cells'),
  file(
    'a line of separators behind a list',
    () => Buffer.concat([csv(smallList()), Buffer.alloc(100_000, ';')]),
    'too-many-cells',
  ),
  file('a tag of 20,000 bytes', () => withTexts(`<si ${'a="" '.repeat(4000)}/>`, 1), 'archive-unsafe'),
  file('a million names', () => withTexts('<definedName/>', 1_000_000), 'archive-unsafe'),
  file(
    'sheet that ends in the middle',
    () => withPart(xlsx({ DPT: smallList() }), SHEET, (xml) => xml.slice(0, xml.length / 2)),
    'workbook-damaged',
  ),
  file(
    'workbook that lists a sheet without a part',
    () =>
      withPart(xlsx({ DPT: smallList() }), 'xl/_rels/workbook.xml.rels', (xml) =>
        xml.replace('worksheets/sheet1.xml', 'worksheets/sheet9.xml'),
      ),
    'workbook-damaged',
  ),
];
