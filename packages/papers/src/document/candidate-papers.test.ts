import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectArchivable, squeezed } from '../../test/paper-looks.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { renderBallotProof } from './ballot-proof.ts';
import { renderCandidatesAnnouncement } from './candidates-announcement.ts';
import { renderDrawMinutes } from './draw-minutes.ts';

const VILLAGE = {
  village: 'Bukit',
  subDistrict: 'Betung',
  regency: 'Kabupaten Banyuasin',
  title: 'Pilkades serentak 2027',
  isExercise: true,
  day: '2027-05-31',
};
/** The longest name that an election allows. */
const LONGEST = `Raden Mas ${'Wiratanuningrat '.repeat(12)}`.slice(0, 200).trim();
const HEX = 'd46d'.repeat(16);
const PHOTO = new Uint8Array(readFileSync(join(import.meta.dirname, '../../test/portrait.jpg')));

test('the announcement names every candidate whole, on one archivable page, and says LATIHAN in an exercise', () => {
  const candidates = [
    { name: LONGEST, number: 2 },
    { name: 'Sari Buatan', number: null },
  ];
  const pdf = new PdfReading(
    renderCandidatesAnnouncement({ ...VILLAGE, votingDate: '2027-06-09', candidates }),
  );
  expectArchivable(pdf);
  expect(pdf.pageCount).toBe(1);
  const [text = ''] = pdf.pages;
  expect(text).toContain(squeezed(LONGEST));
  expect(text).toContain('LATIHAN');
  expect(text).toContain(squeezed('Rabu, 9 Juni 2027'));
  const real = new PdfReading(
    renderCandidatesAnnouncement({ ...VILLAGE, isExercise: false, votingDate: '2027-06-09', candidates }),
  );
  expect(real.pages.join('')).not.toContain('LATIHAN');
});

test('the minutes of the draw hold all that is needed to compute it again', () => {
  const arrivals = [3, 1, 2, 5, 4].map((number) => ({
    name: `Calon ${number}`,
    drawnBy: number === 1 ? 'Pemegang Mandat' : `Calon ${number}`,
    ...{ number, commitment: HEX, words: `kata rahasia ${number}`, salt: HEX.slice(0, 32) },
  }));
  const minutes = { ...VILLAGE, arrivals, dice: [1, 6, 3, 4, 2, 5], reason: 'Listrik padam' };
  const pdf = new PdfReading(renderDrawMinutes({ ...minutes, attempts: 2 }));
  expectArchivable(pdf);
  const text = pdf.pages.join('');
  expect(text.split(HEX)).toHaveLength(1 + 5);
  expect(text).toContain(squeezed('1 – 6 – 3 – 4 – 2 – 5'));
  for (const { words, drawnBy } of arrivals) {
    expect(text).toContain(squeezed(words));
    expect(text).toContain(squeezed(drawnBy));
  }
  expect(text).toContain(squeezed('Listrik padam'));
  expect(new PdfReading(renderDrawMinutes({ ...minutes, attempts: 1 })).pages.join('')).not.toContain(
    squeezed('Listrik padam'),
  );
});

test('the ballot proof is one page for five candidates with the longest names, and the same bytes for the same ballot', () => {
  const options = [1, 2, 3, 4, 5].map((number) => ({ number, label: LONGEST, photo: PHOTO }));
  const paper = {
    ...VILLAGE,
    contest: 'Pemilihan Kepala Desa Bukit',
    fingerprint: HEX,
    options: [...options, { number: null, label: 'Suara kosong', photo: null }],
  };
  const bytes = renderBallotProof(paper);
  const pdf = new PdfReading(bytes);
  expectArchivable(pdf);
  expect(pdf.pageCount).toBe(1);
  const [text = ''] = pdf.pages;
  expect(text).toContain(HEX);
  expect(text).toContain(squeezed('Suara kosong'));
  expect(Buffer.compare(renderBallotProof(paper), bytes)).toBe(0);
});
