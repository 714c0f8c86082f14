import { z } from 'zod';
import type { Bilingual } from './bilingual.ts';
import type { Candidate, Contest, ElectionDefinition } from './definition.ts';
import { assertNever } from './result.ts';

/** Names an option of one contest in figures and results: `c1` … `c9` by candidate number, `empty`, `blank`. */
export const optionKeySchema = z.enum([
  'c1',
  'c2',
  'c3',
  'c4',
  'c5',
  'c6',
  'c7',
  'c8',
  'c9',
  'empty',
  'blank',
]);
export type OptionKey = z.infer<typeof optionKeySchema>;

/** One line of the ballot. `answer` is the exact text of this option in the record's question. */
export type BallotOption =
  | {
      readonly kind: 'candidate';
      readonly key: OptionKey;
      readonly answer: string;
      readonly candidate: Candidate;
    }
  | { readonly kind: 'empty-column'; readonly key: 'empty'; readonly answer: string }
  | { readonly kind: 'blank'; readonly key: 'blank'; readonly answer: string };

/** A question of the record: exactly one of `answers` is chosen. */
export interface RecordQuestion {
  readonly question: string;
  readonly answers: readonly string[];
  readonly min: 1;
  readonly max: 1;
}

const EMPTY_COLUMN_ANSWER = 'KOLOM KOSONG / EMPTY COLUMN';
const BLANK_ANSWER = 'SUARA KOSONG / BLANK VOTE';
const EMPTY_COLUMN_LABEL: Bilingual = { id: 'Kolom kosong', en: 'Empty column' };
const BLANK_LABEL: Bilingual = { id: 'Suara kosong', en: 'Blank vote' };

/**
 * The options of a contest in ballot order: candidates by number, the empty column when there is one candidate only,
 * and the blank vote last. This is exactly the list of answers in the record, index for index.
 */
export function ballotOptions(contest: Contest): readonly BallotOption[] {
  const candidates = [...contest.candidates]
    .sort((left, right) => left.number - right.number)
    .map(
      (candidate): BallotOption => ({
        kind: 'candidate',
        key: candidateKey(candidate.number),
        answer: `${candidate.number}. ${candidate.name}`,
        candidate,
      }),
    );
  const emptyColumn: readonly BallotOption[] =
    contest.candidates.length === 1
      ? [{ kind: 'empty-column', key: 'empty', answer: EMPTY_COLUMN_ANSWER }]
      : [];
  return [...candidates, ...emptyColumn, { kind: 'blank', key: 'blank', answer: BLANK_ANSWER }];
}

/**
 * The keys of a record's answers, index for index: what `ballotOptions` wrote, read back.
 * @returns undefined when the answers are none of ours: candidates in order of their numbers, the empty column beside a single
 * one, and the blank vote last
 */
export function optionKeysOfAnswers(answers: readonly string[]): readonly OptionKey[] | undefined {
  const candidateCount = answers.findIndex((answer) => !/^[1-9]\. /.test(answer));
  const numbers = answers.slice(0, Math.max(candidateCount, 0)).map((answer) => Number(answer[0]));
  const special = numbers.length === 1 ? [EMPTY_COLUMN_ANSWER, BLANK_ANSWER] : [BLANK_ANSWER];
  const isOurs =
    numbers.length > 0 &&
    numbers.every((number, index) => number > (numbers[index - 1] ?? 0)) &&
    answers.length === numbers.length + special.length &&
    special.every((answer, index) => answers[numbers.length + index] === answer);
  if (!isOurs) return undefined;
  return [...numbers.map(candidateKey), ...(numbers.length === 1 ? (['empty'] as const) : []), 'blank'];
}

/**
 * An answer of a record as people read it in one language: the record itself says empty column and blank vote in both. Every other answer is a
 * name, and stays as it is written.
 */
export function answerLabel(answer: string): Bilingual {
  if (answer === EMPTY_COLUMN_ANSWER) return EMPTY_COLUMN_LABEL;
  return answer === BLANK_ANSWER ? BLANK_LABEL : { id: answer, en: answer };
}

/** The option key of a candidate's number. */
export function candidateKey(number: number): OptionKey {
  return optionKeySchema.parse(`c${number}`);
}

/** An option as people read it: number and name, or the words for empty column and blank vote. */
export function optionLabel(option: BallotOption): Bilingual {
  switch (option.kind) {
    case 'candidate': {
      const label = `${option.candidate.number}. ${option.candidate.name}`;
      return { id: label, en: label };
    }
    case 'empty-column':
      return EMPTY_COLUMN_LABEL;
    case 'blank':
      return BLANK_LABEL;
    default:
      return assertNever(option);
  }
}

/** An option by its key alone, in the middle of a sentence: where a ballot's names are not at hand. */
export function optionWords(key: OptionKey): Bilingual {
  if (key === 'blank') return { id: 'suara kosong', en: 'the blank vote' };
  if (key === 'empty') return { id: 'kolom kosong', en: 'the empty column' };
  const number = key.slice(1);
  return { id: `nomor urut ${number}`, en: `candidate number ${number}` };
}

/** One contest as a voter sees and hears it: options in ballot order. */
export interface ShownContest {
  readonly id: string;
  readonly title: Bilingual;
  readonly options: readonly {
    readonly key: OptionKey;
    /** Of a candidate; `null` for the empty column and the blank vote. */
    readonly number: number | null;
    readonly name: string | null;
    /** File of the photo, when there is one. */
    readonly photo: string | null;
  }[];
}

/** The contests for the booth's screen and voice. */
export function shownContests(definition: ElectionDefinition): readonly ShownContest[] {
  return definition.contests.map((contest) => ({
    id: contest.id,
    title: contest.title,
    options: ballotOptions(contest).map((option) => ({
      key: option.key,
      number: option.kind === 'candidate' ? option.candidate.number : null,
      name: option.kind === 'candidate' ? option.candidate.name : null,
      photo: option.kind === 'candidate' ? (option.candidate.photo?.file ?? null) : null,
    })),
  }));
}

/** The record's questions, one a contest in the definition's order. */
export function recordQuestions(definition: ElectionDefinition): readonly RecordQuestion[] {
  return definition.contests.map((contest) => ({
    question: `${contest.title.id} / ${contest.title.en}`,
    answers: ballotOptions(contest).map((option) => option.answer),
    min: 1,
    max: 1,
  }));
}
