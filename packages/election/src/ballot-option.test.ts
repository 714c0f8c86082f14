import { expect, test } from 'vitest';
import {
  answerLabel,
  ballotOptions,
  optionKeysOfAnswers,
  optionLabel,
  recordQuestions,
} from './ballot-option.ts';
import { contestSchema } from './definition.ts';
import { tps01, tps02 } from './fixtures/index.ts';

const contestOf = (candidates: readonly { number: number; name: string }[]) =>
  contestSchema.parse({
    id: 'kepala-desa',
    office: 'village-head',
    title: { id: 'Kepala Desa', en: 'Village head' },
    candidates,
  });

test('candidates stand by number, whatever order they were written in, and the blank vote is last', () => {
  const options = ballotOptions(
    contestOf([
      { number: 3, name: 'C' },
      { number: 1, name: 'A' },
      { number: 2, name: 'B' },
    ]),
  );
  expect(options.map(({ key }) => key)).toEqual(['c1', 'c2', 'c3', 'blank']);
  expect(options.map(({ answer }) => answer)).toEqual(['1. A', '2. B', '3. C', 'SUARA KOSONG / BLANK VOTE']);
});

test('a gap left by a withdrawn candidate keeps the numbers of the others', () => {
  const options = ballotOptions(
    contestOf([
      { number: 4, name: 'D' },
      { number: 2, name: 'B' },
    ]),
  );
  expect(options.map(({ key }) => key)).toEqual(['c2', 'c4', 'blank']);
});

test('a single candidate stands against the empty column, and the blank vote is still its own option', () => {
  const options = ballotOptions(contestOf([{ number: 1, name: 'A' }]));
  expect(options.map(({ key }) => key)).toEqual(['c1', 'empty', 'blank']);
  expect(options.map((option) => optionLabel(option).id)).toEqual(['1. A', 'Kolom kosong', 'Suara kosong']);
});

test('a candidate named like the blank vote cannot be taken for it', () => {
  const answers = ballotOptions(
    contestOf([
      { number: 1, name: 'SUARA KOSONG / BLANK VOTE' },
      { number: 2, name: 'B' },
    ]),
  );
  expect(new Set(answers.map(({ answer }) => answer)).size).toBe(3);
});

test('the questions of the record: one a contest, exactly one answer, names unchanged', () => {
  expect(recordQuestions(tps01.definition)).toEqual([
    {
      question: 'Kepala Desa Melati Jaya / Head of Melati Jaya village',
      answers: ['1. Hasan Basri', '2. Sri Wahyuni', '3. Zainal Abidin', 'SUARA KOSONG / BLANK VOTE'],
      min: 1,
      max: 1,
    },
  ]);
  expect(recordQuestions(tps02.definition)[0]?.answers).toHaveLength(6);
});

test('the answers of a record read back as the keys of its options, and other answers as none', () => {
  const [melati] = tps01.definition.contests;
  if (melati === undefined) throw new Error('the fixture has no contest');
  const single = { ...melati, candidates: melati.candidates.slice(0, 1) };
  const gaps = { ...melati, candidates: melati.candidates.filter(({ number }) => number !== 2) };
  for (const contest of [melati, single, gaps, ...tps02.definition.contests]) {
    const options = ballotOptions(contest);
    expect(optionKeysOfAnswers(options.map(({ answer }) => answer))).toEqual(options.map(({ key }) => key));
  }
  const answers = ballotOptions(melati).map(({ answer }) => answer);
  for (const other of [
    [],
    answers.slice(0, -1),
    answers.slice(1, 2),
    answers.slice(3),
    answers.toReversed(),
    [...answers, 'SUARA KOSONG / BLANK VOTE'],
    [...answers.slice(0, 1), answers.slice(3).join()],
    answers.map((answer) => answer.replace('2. ', '1. ')),
    answers.map((answer) => answer.replace('2. ', '10. ')),
    answers.map((answer) => answer.replace('BLANK', 'Blank')),
  ]) {
    expect(optionKeysOfAnswers(other)).toBeUndefined();
  }
});

test('a record’s answers are read in one language, each as its option; a name is never taken for words of ours', () => {
  const single = contestOf([{ number: 1, name: 'SUARA KOSONG / BLANK VOTE' }]);
  for (const option of ballotOptions(single)) expect(answerLabel(option.answer)).toEqual(optionLabel(option));
  expect(ballotOptions(single).map(({ answer }) => answerLabel(answer).id)).toEqual([
    '1. SUARA KOSONG / BLANK VOTE',
    'Kolom kosong',
    'Suara kosong',
  ]);
  expect(answerLabel('an answer of somebody else')).toEqual({
    id: 'an answer of somebody else',
    en: 'an answer of somebody else',
  });
});
