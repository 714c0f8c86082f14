import { expect, test } from 'vitest';
import { looksLike, whyUnreadable } from './file-looks.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test.each([
  ['BELENIOS\0\0\0', 'record'],
  ['BELENIOSX', 'text'],
  ['', 'empty'],
  ['{"format":"bilik/void/2","election_uuid":"x"}', 'void-list'],
  ['{"format":"bilik/result/1"}', 'signed-result'],
  ['  {"format": "bilik/void/2"}', 'other-json'],
  ['\xef\xbb\xbf<html>', 'web-page'],
  ['\x1f\x8b\x08', 'compressed'],
  [`other.txt${'\0'.repeat(248)}ustar`, 'other-archive'],
  ['\x00\x01\x02', 'unknown'],
  ['Ini daftar, bukan arsip.\n', 'text'],
])('first bytes %j look like: %s', (first, looks) => {
  expect(looksLike(bytes(first))).toBe(looks);
});

test.each([
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['EISDIR', 'folder'],
  ['EACCES', 'not-permitted'],
  ['EPERM', 'not-permitted'],
  ['EIO', 'unreadable'],
])('the system’s %s is: %s', (code, reason) => {
  expect(whyUnreadable(Object.assign(new Error(code), { code, syscall: 'open' }))).toBe(reason);
});

test('what is no error of the file system is a bug and goes on as one', () => {
  expect(() => whyUnreadable(new TypeError('a bug'))).toThrow('a bug');
});
