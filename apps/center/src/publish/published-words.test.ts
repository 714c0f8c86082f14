import type { PublishedOutcome } from '@bilik/publication';
import { expect, test } from 'vitest';
import { determinationOf, publicReason, reopenedWhy } from './published-words.ts';

test('a reason is published as it is, unless it names a phone, a NIK or what is internal', () => {
  expect(publicReason('Salah baca angka 7.')).toBe('Salah baca angka 7.');
  expect(publicReason(' ')).toBe('–');
  const figures = 'Suara 1.234, 567 dan 890 pada 2026-11-23 pukul 08.12; berita acara 140/27/BA-2026.';
  expect(publicReason(figures)).toBe(figures);
  for (const reason of [
    'Hubungi saksi 081234567890',
    'Pemilih 1607990101900001 terhitung dua kali',
    'Berbeda dari hitung cepat Desk',
    ...['NIK1607990101900001', 'NIK=1607990101900001', '1607990101900001/P', '160799 0101900001'],
    ...['1607_9901_0190_0001', '0812-3456-7890', 'WA0812 3456 7890', '+62 812 3456 7890'],
    '1607\u200b990101900001',
  ]) {
    expect(publicReason(reason)).toMatch(/^Alasannya memuat keterangan/);
  }
});

const minutes = 'a'.repeat(64);
const at = new Date('2026-12-12T22:30:00Z');
const determined = { at, fact: { type: 'determined', changes: [3, 5], minutes, people: ['Satu', 'Dua'] } };
const steps = [{ key: 'x', values: {}, sentence: { id: 'x', en: 'x' }, cites: [] }];
const winner: PublishedOutcome = { type: 'winner', candidate: 2, votes: 40, afterTie: false, steps };
const people: PublishedOutcome = { type: 'people-decide', why: 'tie', among: [1, 2], steps };
const chosen = {
  at,
  fact: {
    type: 'chosen-by-people',
    ...{ candidate: 1, reason: 'Undian di depan saksi.', minutesNumber: '7/BA', people: ['Satu', 'Dua'] },
  },
};

type Facts = Parameters<typeof determinationOf>;
const publicOf = (
  rows: Facts[0],
  changes: Facts[1],
  outcome: PublishedOutcome | undefined,
  zone: 'WIB' | 'WIT',
  rules = 'b'.repeat(64),
) => determinationOf(rows, changes, { outcome, rules, zone });

test('determined on the day of the place’s own clock', () => {
  expect(publicOf([determined], [5, 3], winner, 'WIB')).toMatchObject({
    candidate: 2,
    on: '2026-12-13',
    reason: null,
  });
  const evening = { ...determined, at: new Date('2026-12-12T15:30:00Z') };
  expect(publicOf([evening], [3, 5], winner, 'WIB')?.on).toBe('2026-12-12');
  expect(publicOf([evening], [3, 5], winner, 'WIT')?.on).toBe('2026-12-13');
});

test('not in public while its figures are not, changed since, or while the rules end and people have not chosen', () => {
  const incomplete: PublishedOutcome = { type: 'incomplete', missing: [], steps };
  for (const outcome of [undefined, incomplete, people]) {
    expect(publicOf([determined], [3, 5], outcome, 'WIB')).toBeNull();
  }
  expect(publicOf([determined], [3, 6], winner, 'WIB')).toBeNull();
  expect(publicOf([], [3, 5], winner, 'WIB')).toBeNull();
  expect(publicOf([determined, chosen], [3, 5], people, 'WIB')).toMatchObject({
    candidate: 1,
    reason: { id: 'Undian di depan saksi.' },
  });
  const foreign = { ...people, among: [2, 3] };
  expect(publicOf([determined, chosen], [3, 5], foreign, 'WIB')).toBeNull();
});

test('bound to the rules by which it was decided', () => {
  const rules = 'c'.repeat(64);
  const bound = { ...determined, fact: { ...determined.fact, rules } };
  expect(publicOf([bound], [3, 5], winner, 'WIB', rules)?.candidate).toBe(2);
  expect(publicOf([bound], [3, 5], winner, 'WIB')).toBeNull();
});

test('a decree whose number holds a person’s number is published without it', () => {
  const decreed = (number: string) => ({ at, fact: { type: 'decreed', number, date: '2026-12-20' } });
  const documentOf = (number: string) =>
    publicOf([determined, decreed(number)], [3, 5], winner, 'WIB')?.document;
  expect(documentOf('140/27/2026')).toBe('140/27/2026');
  expect(documentOf('140/1607990101900001')).toBe('Keputusan bupati');
});

test('why it was taken back is said; what fell since then for another reason has not this one', () => {
  const reopened = { at, fact: { type: 'reopened', reason: 'Keberatan diterima.' } };
  const now = publicOf([determined], [3, 5], winner, 'WIB');
  expect(reopenedWhy([determined], null)).toBeUndefined();
  expect(reopenedWhy([determined, reopened], null)).toBe('Keberatan diterima.');
  expect(reopenedWhy([determined, reopened, determined], now)).toBe('Keberatan diterima.');
  expect(reopenedWhy([determined, reopened, determined], null)).toBeUndefined();
  const personal = { at, fact: { type: 'reopened', reason: 'Saksi 081234567890' } };
  expect(reopenedWhy([determined, personal], null)).toMatch(/^Alasannya memuat/);
});

test('minutes whose hash begins with digits alone are no NIK, and stop no village', () => {
  const digits = { at, fact: { ...determined.fact, minutes: '1607990101900001'.padEnd(64, 'a') } };
  const named = publicOf([digits], [3, 5], winner, 'WIB')?.document ?? '';
  expect(named).toBe(`Berita acara ${'a'.repeat(16)}`);
  const phone = { at, fact: { ...determined.fact, minutes: 'ab0812345678cdef'.padEnd(64, 'b') } };
  expect(publicOf([phone], [3, 5], winner, 'WIB')?.document).toBe(`Berita acara ${'b'.repeat(16)}`);
  expect(publicOf([determined], [3, 5], winner, 'WIB')?.document).toBe(`Berita acara ${'a'.repeat(16)}`);
});
