import type { FileProblemKind } from '../problem/problem.ts';

/** How a file is to be read, or why it is not. */
export type FileKind = 'zip' | 'text' | FileProblemKind;

const ENCRYPTED_PACKAGE = utf16('EncryptedPackage');
/** What offices send by mistake, by the first bytes of the file. */
const SIGNATURES: readonly (readonly [kind: FileKind, bytes: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['archive-damaged', [0x50, 0x4b]],
  ['pdf-document', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['old-excel-file', [0x09, 0x08]],
];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);
}

/**
 * Tells from a file's first bytes what it is; names and extensions are not believed.
 * @param head the first bytes, as many as are at hand (for old Excel files the whole file tells more)
 */
export function fileKindOf(head: Uint8Array): FileKind {
  if (head.length === 0) return 'file-empty';
  if (startsWith(head, COMPOUND_FILE)) {
    return Buffer.from(head.buffer, head.byteOffset, head.length).includes(ENCRYPTED_PACKAGE)
      ? 'password-protected'
      : 'old-excel-file';
  }
  for (const [kind, bytes] of SIGNATURES) if (startsWith(head, bytes)) return kind;
  const isUtf16 = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]) || hasUtf16Zeros(head);
  if (isUtf16) return 'text';
  const sample = head.subarray(0, 4096);
  if (sample.includes(0)) return 'not-a-list';
  const text = Buffer.from(sample).toString('latin1').trimStart().toLowerCase();
  if (/^(?:ï»¿)?\s*<(?:!doctype html|html|table|meta|head|\?xml|style|div)/.test(text)) return 'web-page';
  return 'text';
}

/** Latin text in UTF-16 has a zero in every second byte. */
export function hasUtf16Zeros(head: Uint8Array): 'utf-16le' | 'utf-16be' | false {
  const sample = head.subarray(0, 512);
  if (sample.length < 4) return false;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  }
  const mostly = sample.length * 0.4;
  if (oddZeros > mostly && evenZeros === 0) return 'utf-16le';
  if (evenZeros > mostly && oddZeros === 0) return 'utf-16be';
  return false;
}
