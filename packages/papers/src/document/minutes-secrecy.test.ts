import { civilTime } from '@bilik/election';
import { expect, test } from 'vitest';
import { definitionWith, EMPTY_RECORD, figuresWith, minutesOf } from '../../test/melati.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { renderMinutes } from './minutes.ts';

const squeezed = (text: string): string => text.replace(/\s/g, '');
const UNANIMOUS = {
  id: 'Semua suara sama; hasil TPS ini menunjukkan pilihan setiap orang yang hadir.',
  en: 'All votes are alike; the result of this place shows how everybody who came voted.',
};
const FEW = {
  id: 'Hanya 7 suara masuk; hasil TPS ini dapat menunjukkan pilihan orang.',
  en: 'Only 7 votes were cast; the result of this place may show how people voted.',
};
const HEADING = { id: 'Kerahasiaan suara', en: 'Secrecy of the vote' };

interface Day {
  readonly casts: number;
  readonly votes: readonly [number, number, number];
  readonly contests?: 1 | 2;
  readonly isClosed?: boolean;
}

/** The paper of a closed day; with a second contest, in which everybody chose differently. */
function paperOf({ casts, votes, contests = 1, isClosed = true }: Day, language: 'id' | 'en' = 'id'): string {
  const { contests: usual } = definitionWith({});
  const [contest] = usual;
  if (contest === undefined) throw new Error('fixture changed');
  const line = (id: string, cast: readonly number[]) => ({
    contest: id,
    options: [
      ...cast.map((count, index) => ({ key: `c${index + 1}`, votes: count })),
      { key: 'blank', votes: 0 },
    ],
    valid: casts,
    invalid: 0,
    total: casts,
  });
  const second = { ...contest, id: 'bpd', title: { id: 'Anggota BPD', en: 'Council member' } };
  const definition = definitionWith(contests === 1 ? {} : { contests: [contest, second] });
  const figures = figuresWith({
    casts,
    slipBox: null,
    contests: [line(contest.id, votes), ...(contests === 1 ? [] : [line('bpd', [casts - 1, 1, 0])])],
  });
  const record = { ...EMPTY_RECORD, closedAt: isClosed ? civilTime('13:05') : null };
  const minutes = minutesOf(definition, figures, record);
  return new PdfReading(renderMinutes({ minutes, prepared: null, qrText: null, language })).pages.join('');
}

test('an ordinary result carries no word about secrecy', () => {
  for (const language of ['id', 'en'] as const) {
    const text = paperOf({ casts: 40, votes: [30, 9, 1] }, language);
    for (const words of [HEADING, UNANIMOUS]) expect(text).not.toContain(squeezed(words[language]));
  }
});

test('a unanimous result says in the minutes what the board says, and that no ballot was opened', () => {
  const text = paperOf({ casts: 40, votes: [0, 40, 0] });
  for (const words of [
    `${HEADING.id} ${UNANIMOUS.id}`,
    'Tidak ada angka yang diubah, dan pilihan siapa pun tidak dibuka satu per satu.',
  ]) {
    expect(text).toContain(squeezed(words));
  }
  expect(text).not.toContain(squeezed('suara masuk; hasil TPS ini dapat'));
  expect(paperOf({ casts: 40, votes: [0, 40, 0] }, 'en')).toContain(
    squeezed(`${HEADING.en} ${UNANIMOUS.en}`),
  );
});

test('very few casts are said, beside unanimity when both are true', () => {
  const mixed = paperOf({ casts: 7, votes: [4, 2, 1] });
  expect(mixed).toContain(squeezed(FEW.id));
  expect(mixed).not.toContain(squeezed(UNANIMOUS.id));
  const alike = paperOf({ casts: 7, votes: [7, 0, 0] });
  for (const words of [FEW, UNANIMOUS]) expect(alike).toContain(squeezed(words.id));
});

test('where there are several contests, the one that was unanimous is named', () => {
  const text = paperOf({ casts: 40, votes: [40, 0, 0], contests: 2 });
  expect(text).toContain(squeezed(`Kepala Desa Sukamaju: ${UNANIMOUS.id}`));
  expect(text).not.toContain(squeezed(`Anggota BPD: ${UNANIMOUS.id}`));
});

test('minutes that are read while polls are open say nothing of it', () => {
  expect(paperOf({ casts: 7, votes: [7, 0, 0], isClosed: false })).not.toContain(squeezed(HEADING.id));
});
