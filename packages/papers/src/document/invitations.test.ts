import { tps01 } from '@bilik/election/fixtures';
import { expect, test } from 'vitest';
import { expectArchivable, pictureOf } from '../../test/paper-looks.ts';
import { readCodes } from '../../test/read-code.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { renderInvitations } from './invitations.ts';

/** As long as what `writeInvitation` gives. */
const codeOf = (number: number): string =>
  `BILIK-U1-0123456789ABCDEF-1607012003001-${String(number).padStart(4, '0')}-${'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.repeat(4).slice(0, 103)}`;
const voters = tps01.voters.slice(0, 6).map(({ number, name, hamlet, rt, rw }) => ({
  number,
  name,
  hamlet,
  rt,
  rw,
  code: codeOf(number),
}));

test('four on a sheet, each with name, number and a code that another reader reads; no NIK, no day of birth', async () => {
  const pdf = new PdfReading(renderInvitations(tps01.definition, voters));
  expectArchivable(pdf);
  expect(pdf.pageCount).toBe(2);
  const text = pdf.pages.join('');
  for (const { name } of voters) expect(text).toContain(name.replaceAll(' ', ''));
  for (const { nik, birthDate } of tps01.voters) {
    expect(text).not.toContain(nik);
    expect(text).not.toContain(birthDate);
  }
  expect(await Promise.all(pdf.drawings.map(async (drawing) => readCodes(pictureOf(drawing))))).toEqual(
    voters.map(({ code }) => [code]),
  );
  // capitals and digits only: 41 modules, where small letters would take more
  for (const drawing of pdf.drawings) expect(Math.max(...drawing.map(({ right }) => right))).toBe(4 + 41);
});

test('same voters, same bytes; an exercise says so on each letter', () => {
  expect(renderInvitations(tps01.definition, voters)).toEqual(renderInvitations(tps01.definition, voters));
  const exercise = new PdfReading(
    renderInvitations({ ...tps01.definition, kind: 'exercise' }, voters),
  ).pages.join('');
  expect(exercise.match(/LATIHAN/g)).toHaveLength(voters.length);
});
