import { crc32, inflateRawSync } from 'node:zlib';
import { fail, type Result, succeed } from '@bilik/election';
import type { ImportLimits } from '../import-options.ts';
import type { FileProblemKind, ProblemDetails } from '../problem/problem.ts';
import { PartCounter } from './part-counts.ts';
import { SHEET_COLUMNS, statesPossibleColumns } from './stated-columns.ts';

/** Why an archive is refused before any parser sees it. */
export interface ArchiveRefusal {
  readonly kind: FileProblemKind;
  readonly details: ProblemDetails;
}

/** The inflated parts of a workbook that hold tables, by their path in the archive. */
export type WorkbookParts = Readonly<Record<string, Uint8Array>>;

interface ArchiveMember {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly storedSize: number;
  readonly inflatedSize: number;
  readonly localHeader: number;
}

const END_RECORD = 0x06054b50;
const MEMBER_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const END_RECORD_BYTES = 22;
const MEMBER_RECORD_BYTES = 46;
const LOCAL_RECORD_BYTES = 30;
const MAX_COMMENT_BYTES = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const FLAG_ENCRYPTED = 1;

/**
 * Parts with tables, texts and formats, and what the parser calls them. Pictures, macros, links to other files and the rest are never
 * inflated.
 */
const NEEDED_PARTS: readonly (readonly [path: RegExp, contentType: string | null])[] = [
  [/^_rels\/\.rels$/i, null],
  [/^xl\/_rels\/workbook\d*\.xml\.rels$/i, null],
  [/^xl\/workbook\d*\.xml$/i, 'sheet.main'],
  [/^xl\/sharedstrings\d*\.xml$/i, 'sharedStrings'],
  [/^xl\/styles\d*\.xml$/i, 'styles'],
  [/^xl\/worksheets\/[^/]+\.xml$/i, 'worksheet'],
];
const STYLES_PART = /^xl\/styles\d*\.xml$/i;
const PLAIN_FILLS = '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>';
const PLAIN_STYLES = Buffer.from(
  `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${PLAIN_FILLS}<cellXfs count="1"><xf numFmtId="0" fillId="0"/></cellXfs></styleSheet>`,
);
const CONTENT_TYPES = '[Content_Types].xml';
const WORKBOOK_PART = /^xl\/workbook\d*\.xml$/;
const SHEET_PART = /^xl\/worksheets\//i;
const SHEET_END = /<\/(?:\w+:)?worksheet\s*>\s*$/;
const DOCTYPE = Buffer.from('<!DOCTYPE');

/**
 * Opens a zip archive without trusting it: counts, names, sizes, methods and checksums are checked before and while the needed
 * parts are inflated, and inflating stops at the limit whatever the headers claim.
 * @errors 'archive-damaged' · 'archive-unsafe' · 'archive-too-large' · 'open-document-file' · 'binary-workbook' · 'not-a-list'
 * @source PKWARE APPNOTE 6.3.9, sections 4.3.7, 4.3.12, 4.3.16
 */
export function openWorkbookArchive(
  bytes: Uint8Array,
  limits: ImportLimits,
): Result<WorkbookParts, ArchiveRefusal> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = listMembers(archive, limits);
  if (!listed.ok) return listed;
  const members = listed.value;
  const names = new Set(members.map((member) => member.name.toLowerCase()));
  if (![...names].some((name) => WORKBOOK_PART.test(name))) {
    return fail({ kind: kindWithoutWorkbook(names), details: {} });
  }

  const needed = members.filter((member) => NEEDED_PARTS.some(([path]) => path.test(member.name)));
  const tooLarge: ArchiveRefusal = { kind: 'archive-too-large', details: { limit: limits.inflatedBytes } };
  if (sum(needed.map((member) => member.inflatedSize)) > limits.inflatedBytes) return fail(tooLarge);

  const parts: Record<string, Uint8Array> = Object.create(null);
  const counter = new PartCounter(limits);
  for (const member of needed) {
    const inflated = inflateMember(archive, member);
    if (!inflated.ok) return inflated;
    const counted = counter.count(inflated.value);
    if (!counted.ok) return counted;
    if (inflated.value.includes(DOCTYPE)) return fail(unsafe('DOCTYPE'));
    if (SHEET_PART.test(member.name)) {
      // The parser drops rows behind broken XML without a word; a whole sheet ends with its closing tag.
      if (!SHEET_END.test(inflated.value.subarray(-200).toString('latin1'))) {
        return fail({ kind: 'workbook-damaged', details: {} });
      }
      if (!statesPossibleColumns(inflated.value)) return fail(unsafe(`col > ${SHEET_COLUMNS}`));
    }
    parts[member.name] = STYLES_PART.test(member.name) ? withoutFills(inflated.value) : inflated.value;
  }
  if (!Object.keys(parts).some((path) => STYLES_PART.test(path))) parts['xl/styles.xml'] = PLAIN_STYLES;
  parts[CONTENT_TYPES] = contentTypesOf(Object.keys(parts));
  return succeed(parts);
}

/**
 * Styles whose cells all have one plain fill. For each cell with a fill that it cannot find, or whose colour is the theme's, the parser
 * throws and catches an error, which takes a hundred times as long as the cell.
 */
function withoutFills(styles: Buffer): Buffer {
  const text = styles.toString('utf8');
  const start = text.search(/<(?:\w+:)?fills[\s>/]/);
  const end = /<\/(?:\w+:)?fills\s*>/.exec(text);
  const plain =
    start >= 0 && end !== null && end.index > start
      ? `${text.slice(0, start)}${PLAIN_FILLS}${text.slice(end.index + end[0].length)}`
      : text.replace(/<\/(?:\w+:)?styleSheet\s*>/, `${PLAIN_FILLS}$&`);
  return Buffer.from(plain.replace(/\bfillId\s*=\s*("[^"]*"|'[^']*')/g, 'fillId="0"'));
}

/** A table of contents with the kept parts alone, so that the parser looks for nothing else. */
function contentTypesOf(paths: readonly string[]): Uint8Array {
  const overrides = paths.flatMap((path) => {
    const type = NEEDED_PARTS.find(([pattern]) => pattern.test(path))?.[1];
    return type == null
      ? []
      : `<Override PartName="/${escapeXml(path)}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  });
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${overrides.join('')}</Types>`,
  );
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function listMembers(
  archive: Buffer,
  limits: ImportLimits,
): Result<readonly ArchiveMember[], ArchiveRefusal> {
  const end = findEndRecord(archive);
  if (end === null) return fail(damaged('end record'));
  const disks = archive.readUInt16LE(end + 4) + archive.readUInt16LE(end + 6);
  const count = archive.readUInt16LE(end + 10);
  let position = archive.readUInt32LE(end + 16);
  if (disks !== 0 || count === 0xffff || position === 0xffffffff) return fail(unsafe('zip64'));
  if (count > limits.archiveMembers) return fail(unsafe(`> ${limits.archiveMembers}`));

  const members: ArchiveMember[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    if (position + MEMBER_RECORD_BYTES > end || archive.readUInt32LE(position) !== MEMBER_RECORD) {
      return fail(damaged('directory'));
    }
    const nameBytes = archive.readUInt16LE(position + 28);
    const tailBytes = archive.readUInt16LE(position + 30) + archive.readUInt16LE(position + 32);
    const nameEnd = position + MEMBER_RECORD_BYTES + nameBytes;
    if (nameEnd + tailBytes > end) return fail(damaged('directory'));
    const name = archive.toString('utf8', position + MEMBER_RECORD_BYTES, nameEnd);
    const method = archive.readUInt16LE(position + 10);
    if (!isPlainPath(name)) return fail(unsafe(name.replace(/[^\w./\\:-]/g, '?').slice(0, 60)));
    if (seen.has(name.toLowerCase())) return fail(unsafe(`2 × ${name.slice(0, 60)}`));
    if ((archive.readUInt16LE(position + 8) & FLAG_ENCRYPTED) !== 0) {
      return fail({ kind: 'password-protected', details: {} });
    }
    if (method !== STORED && method !== DEFLATED) return fail(unsafe(`method ${method}`));
    seen.add(name.toLowerCase());
    members.push({
      name,
      method,
      crc: archive.readUInt32LE(position + 16),
      storedSize: archive.readUInt32LE(position + 20),
      inflatedSize: archive.readUInt32LE(position + 24),
      localHeader: archive.readUInt32LE(position + 42),
    });
    position = nameEnd + tailBytes;
  }
  return succeed(members);
}

function findEndRecord(archive: Buffer): number | null {
  const lowest = Math.max(0, archive.length - END_RECORD_BYTES - MAX_COMMENT_BYTES);
  for (let position = archive.length - END_RECORD_BYTES; position >= lowest; position -= 1) {
    if (archive.readUInt32LE(position) === END_RECORD) return position;
  }
  return null;
}

/** A relative path as office programs write it: no drive, no root, no way up, no characters that a file system obeys. */
function isPlainPath(name: string): boolean {
  if (name === '' || name.length > 200 || /[\\:\p{Cc}\ufffd]/u.test(name) || name.startsWith('/'))
    return false;
  return !name.split('/').some((step) => step === '..' || step === '.' || step === '__proto__');
}

function inflateMember(archive: Buffer, member: ArchiveMember): Result<Buffer, ArchiveRefusal> {
  const header = member.localHeader;
  if (header + LOCAL_RECORD_BYTES > archive.length || archive.readUInt32LE(header) !== LOCAL_RECORD) {
    return fail(damaged(member.name));
  }
  const start =
    header + LOCAL_RECORD_BYTES + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const stored = archive.subarray(start, start + member.storedSize);
  if (stored.length !== member.storedSize) return fail(damaged(member.name));
  const inflated = member.method === STORED ? stored : inflate(stored, member.inflatedSize);
  if (inflated?.length !== member.inflatedSize || crc32(inflated) !== member.crc)
    return fail(damaged(member.name));
  return succeed(inflated);
}

/** @returns null when the data is no deflate stream or goes on beyond the size that its header states */
function inflate(stored: Uint8Array, statedSize: number): Buffer | null {
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, statedSize) });
  } catch {
    return null;
  }
}

function kindWithoutWorkbook(names: ReadonlySet<string>): FileProblemKind {
  if (names.has('xl/workbook.bin')) return 'binary-workbook';
  if (names.has('mimetype') && names.has('content.xml')) return 'open-document-file';
  return 'not-a-list';
}

function damaged(reason: string): ArchiveRefusal {
  return { kind: 'archive-damaged', details: { reason } };
}

function unsafe(reason: string): ArchiveRefusal {
  return { kind: 'archive-unsafe', details: { reason } };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
