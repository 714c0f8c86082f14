import { defaultRulePack, rulePackVariants } from '@bilik/election';
import { expect, test } from 'vitest';
import { ruleValueText } from '../pages/kantor/set-up/rule-value-text.ts';

test('every rule of every pack we ship is said in words: no name of the schema is left on the screen', () => {
  const texts = [defaultRulePack, ...rulePackVariants].flatMap(({ settings }) =>
    Object.values(settings).flatMap(({ value }) => [ruleValueText('id', value), ruleValueText('en', value)]),
  );
  expect(texts.length).toBeGreaterThan(200);
  for (const text of texts) {
    expect(text).not.toBe('');
    // a name that was not found keeps its hyphen or its capital letter inside
    expect(text).not.toMatch(/[a-z]-[a-z]|[a-z][A-Z]/);
  }
});

test('a rule by hand', () => {
  expect(ruleValueText('id', defaultRulePack.settings.ties.value)).toBe(
    '1. unggul di TPS dengan pemilih terbanyak, 2. unggul di wilayah tinggal dengan pemilih terbanyak',
  );
  expect(ruleValueText('id', defaultRulePack.settings.hours.value)).toBe('buka 07:00; tutup 13:00');
  expect(ruleValueText('id', defaultRulePack.settings.quorum.value)).toBe('tidak ada');
});
