import { expect, test } from 'vitest';
import { separatedValues } from './separated-values.ts';

const written = (...row: readonly string[]) => Buffer.concat([...separatedValues([row])]).toString('utf8');

test.each([
  ['=1+1', `"'=1+1"`],
  ["=cmd|' /C calc'!A0", `"'=cmd|' /C calc'!A0"`],
  ['+62811', `"'+62811"`],
  ['-2', `"'-2"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['＝1+1', `"'＝1+1"`],
  [' =1+1', `"' =1+1"`],
  ['\u00a0＠SUM(A1)', `"'\u00a0＠SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['SITI "IDA"; AMINAH', '"SITI ""IDA""; AMINAH"'],
  ['dua\r\nbaris', '"dua baris"'],
  ['\r=1', `"' =1"`],
  ['AHMAD', '"AHMAD"'],
  ['', '""'],
])('%j is written so that it stays text', (cell, line) => {
  expect(written(cell)).toBe(`\ufeff${line}\r\n`);
});
