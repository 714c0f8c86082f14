import { defaultRulePack, rulePackVariants } from '@bilik/election';
import { expect, test } from 'vitest';
import { ruleValueText } from '../pages/kantor/set-up/rule-value-text.ts';

test('every rule of every pack we ship is said in words: no name of the schema is left on the screen', () => {
  const texts = [defaultRulePack, ...rulePackVariants].flatMap(({ settings }) =>
    Object.entries(settings).flatMap(([name, { value }]) => [
      ruleValueText('id', name, value),
      ruleValueText('en', name, value),
    ]),
  );
  expect(texts.length).toBeGreaterThan(200);
  for (const text of texts) {
    expect(text).not.toBe('');
    // a name that was not found keeps its hyphen or its capital letter inside
    expect(text).not.toMatch(/[a-z]-[a-z]|[a-z][A-Z]/);
  }
});

test('figures stand in a sentence, never as names of fields beside numbers', () => {
  const { settings } = defaultRulePack;
  const said = (name: keyof typeof settings, value: unknown = settings[name].value) =>
    ruleValueText('id', name, value);
  expect(said('ties')).toBe(
    '1. unggul di TPS dengan pemilih terbanyak, 2. unggul di wilayah tinggal dengan pemilih terbanyak',
  );
  expect(said('hours')).toBe('dari pukul 07.00 sampai pukul 13.00');
  expect(said('quorum')).toBe('tidak ada');
  expect(said('quorum', { numerator: 2, denominator: 3 })).toBe(
    'sedikitnya 2/3 dari pemilih terdaftar hadir',
  );
  expect(said('extension', { atMostTimes: 2, minutesEach: 60 })).toBe(
    'paling banyak 2 kali, tiap kali paling lama 60 menit',
  );
  expect(said('smallPollingPlace', { warnBelow: 30, refuseBelow: 0 })).toBe(
    'di bawah 30 pemilih diperingatkan, tidak ada yang ditolak',
  );
  expect(said('ageReference', { on: 'date', date: '2026-06-30' })).toBe('tanggal 30 Juni 2026');
  expect(said('candidates', { fewest: 2, most: 5, registrationDays: 9, extensionDays: [] })).toBe(
    '2 sampai 5 calon; pendaftaran 9 hari, tidak diperpanjang',
  );
  expect(said('candidates')).toBe(
    '2 sampai 5 calon; pendaftaran 9 hari, dan kalau kurang calon diperpanjang 15 lalu 10 hari',
  );
  expect(said('figuresEveryHours', 0)).toBe('tidak sebelum disegel');
  expect(ruleValueText('en', 'extension', { atMostTimes: 1, minutesEach: 60 })).toBe(
    'at most 1 time, each time by 60 minutes at most',
  );
});
