import { tps01 } from '@bilik/election/fixtures';
import { expect, test } from 'vitest';
import { expectArchivable } from '../../test/paper-looks.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { renderAttendanceList } from './attendance-list.ts';

const { definition, voters } = tps01;
const read = (present: ReadonlySet<number> | null) =>
  new PdfReading(renderAttendanceList({ definition, voters, present }));
const [first, second] = voters;
if (first === undefined || second === undefined) throw new Error('fixture changed');

test('before: everybody has a line to sign; no NIK, no day of birth', () => {
  const pdf = read(null);
  expectArchivable(pdf);
  const text = pdf.pages.join('');
  for (const voter of voters) {
    expect(text).toContain(voter.name.replaceAll(' ', ''));
    expect(text).not.toContain(voter.nik);
    expect(text).not.toContain(voter.birthDate);
  }
  const signing = voters.filter(({ ineligible }) => ineligible === null).length;
  expect(text.match(/\.{20,}/g)?.length).toBeGreaterThanOrEqual(signing);
});

test('after: who came, in list order, whatever the order in which they came; no time', () => {
  const one = renderAttendanceList({ definition, voters, present: new Set([second.number, first.number]) });
  const other = renderAttendanceList({ definition, voters, present: new Set([first.number, second.number]) });
  expect(one).toEqual(other);
  const text = new PdfReading(one).pages.join('');
  expect(text.match(/hadir(?!an)/g)?.length).toBeGreaterThanOrEqual(2);
  expect(text).not.toMatch(/\d{2}[.:]\d{2}(?!\d)/);
});

test('after, with a mobile group: a sign and its legend beside who was marked; of few only how many', () => {
  const present = new Set([first.number, second.number]);
  const textOf = (numbers: ReadonlySet<number> | null) =>
    new PdfReading(
      renderAttendanceList({ definition, voters, present, mobile: { count: 1, numbers } }),
    ).pages.join('');
  const marked = textOf(new Set([second.number]));
  expect(marked.match(/hadir\(K\)/g)?.length).toBe(1);
  expect(marked).toContain('K:kelompokkeliling');
  const few = textOf(null);
  expect(few).not.toContain('(K)');
  for (const text of [marked, few]) expect(text).toMatch(/Diantaranyauntukkelompokkeliling\.*1/);
  expect(read(present).pages.join('')).not.toMatch(/keliling/);
});
