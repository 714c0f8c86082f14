import { RULES } from '@bilik/ballot';
import { LANGUAGES } from '@bilik/words';
import { exercise } from '@bilik/words/catalogue/exercise';
import { trustee } from '@bilik/words/catalogue/trustee';
import { phrasesOf } from '@bilik/words/phrases';
import { expect, test } from 'vitest';
import { TrusteeRefusal } from '../api/refusal.ts';
import { CHECKS, checkOfRule, checkOutcomes } from './check-groups.ts';
import { refusalWords } from './refusal-words.ts';

const phrase = phrasesOf(trustee);

/** Values for fields that are not any text. */
const SAMPLE_VALUES: Readonly<Record<string, unknown>> = {
  wrongTries: 3,
  waitSeconds: 5,
  least: 2,
  most: 5,
  trustee: 2,
  names: ['Pak Budi'],
  status: 500,
  limitBytes: 1024 * 1024,
  findingCount: 1,
  recordNumber: 7,
  refusedLists: 1,
  refusedCounts: 1,
  typedCount: 87,
  file: 'record',
};
const SAMPLE_OF: Readonly<Record<string, object>> = {
  'step-too-early': { needed: 'polynomial' },
  'message-too-early': { needed: 'polynomial' },
  'step-fixed': { changed: 'threshold' },
  'parameters-wrong': { problem: 'other-threshold' },
  'key-test-failed': { stage: 'share' },
};

/** One refusal of each type, its fields filled by their names. */
const SAMPLES: readonly TrusteeRefusal[] = TrusteeRefusal.options.map((option) => {
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(option.shape)) fields[name] = SAMPLE_VALUES[name] ?? name;
  return TrusteeRefusal.parse({
    ...fields,
    type: option.shape.type.value,
    ...SAMPLE_OF[option.shape.type.value],
  });
});

test('every refusal says in both languages what happened, what did not, and what to do', () => {
  for (const language of LANGUAGES) {
    const said = new Set<string>();
    for (const refusal of SAMPLES) {
      const words = refusalWords((key, ...values) => phrase(language, key, ...values), refusal);
      for (const [part, text] of Object.entries(words)) {
        expect(text, `${refusal.type} ${part}`).toMatch(/\S.*[.)]$/);
        expect(text, `${refusal.type} ${part}`).not.toMatch(/undefined|[{}]/);
      }
      said.add(words.happened);
    }
    expect(said.size).toBe(SAMPLES.length);
  }
  expect(SAMPLES.length).toBeGreaterThan(45);
});

test('every rule that a sealed record can break belongs to a check that a person is told of', () => {
  const later = RULES.filter((rule) => checkOfRule(rule) === undefined);
  expect(later).toEqual([
    'shares.owner',
    'shares.valid',
    'shares.enough',
    'result.counts',
    'origin.record',
    'origin.void',
    'origin.voided',
    'origin.result',
    'origin.file',
    'origin.figures',
  ]);
});

test('a check has passed only when all its rules were applied and hold', () => {
  const all = RULES.map((rule) => ({ rule, outcome: 'passed' as const }));
  expect(checkOutcomes(all)).toEqual(CHECKS.map((check) => ({ check, outcome: 'passed' })));
  const one = all.map((entry) =>
    entry.rule === 'ballots.proofs' ? { ...entry, outcome: 'failed' as const } : entry,
  );
  expect(checkOutcomes(one).filter(({ outcome }) => outcome !== 'passed')).toEqual([
    { check: 'ballots', outcome: 'failed' },
  ]);
  const unapplied = all.map((entry) =>
    entry.rule === 'tally.size' ? { ...entry, outcome: 'skipped' as const } : entry,
  );
  expect(checkOutcomes(unapplied).filter(({ outcome }) => outcome !== 'passed')).toEqual([
    { check: 'sum', outcome: 'skipped' },
  ]);
  expect(checkOutcomes([])).toEqual(CHECKS.map((check) => ({ check, outcome: 'skipped' })));
});

test('in an exercise the passphrase is looked for where the exercise’s own page has it, under the same names', () => {
  for (const language of LANGUAGES) {
    const hint = phrase(language, 'trustee.passphrase.hint.exercise');
    for (const name of ['exercise.title', 'exercise.view.envelopes'] as const) {
      expect(hint).toContain(exercise[language][name]);
    }
  }
});

test('a fingerprint in a refusal is read in groups of four, as on the screen beside it', () => {
  const fingerprint = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
  for (const type of ['record-of-other-election', 'key-bound-to-other-election'] as const) {
    const words = refusalWords((key, ...values) => phrase('id', key, ...values), { type, fingerprint });
    expect(words.happened).toContain('abcd efgh ijkl mnop qrst uvwx yzAB CDEF GHIJ KLMN OPQ');
  }
});
