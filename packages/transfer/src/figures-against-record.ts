import type { FigureFault } from '@bilik/ballot';
import {
  type BlankVoteRule,
  type ContestFigures,
  checkArithmetic,
  holdReasonNames,
  type OptionKey,
  type OptionVotes,
  optionKeysOfAnswers,
  type PollingPlaceFigures,
  type RuleOutcome,
  sumOfVotes,
  votesOf,
} from '@bilik/election';

/** What is known of a polling place without believing its station: recomputed from the record, and from the void list. */
export interface KnownOfRecord {
  /** The record's questions, in order. */
  readonly questions: readonly { readonly answers: readonly string[] }[];
  /** Ballots in the sum. */
  readonly ballots: number;
  /** Public credentials: one a prepared card. */
  readonly cards: number;
  /** Votes by question and answer; absent when no trustees opened the sum. */
  readonly counts?: readonly (readonly number[])[];
  /** Entries of the void list; absent when there is no list to be believed. */
  readonly voidCards?: number;
}

/** The figures that a station states, with its reasons to hold them. */
export interface StatedFigures {
  readonly figures: PollingPlaceFigures;
  readonly held: readonly string[];
}

/** One figure that cannot be. */
export interface FigureMismatch {
  readonly fault: FigureFault;
  /** Path inside the signed result, as in `figures.contests.0.options.1.votes`. */
  readonly field: string;
  readonly written: string | number;
  /** What it should be; empty where nothing should stand. */
  readonly expected: string | number;
}

/**
 * Compares everything in a signed result that can be known from the record, or from its other figures, with it. What remains are
 * the station's own words: voters registered, check-ins, abandoned releases, slips, hand counts and a contest's id, as far as their
 * sums hold (docs/security-model.md lists them).
 * @returns every mismatch, in the order of the result's fields; none: nothing that is known contradicts it
 */
export function compareFigures({ figures, held }: StatedFigures, known: KnownOfRecord): FigureMismatch[] {
  const blank = blankRuleOf(figures);
  return [
    ...sourceMismatch(figures, known),
    ...differs('figure-not-of-record', 'figures.casts', figures.casts, known.ballots),
    ...contestCount(figures, known),
    ...figures.contests.flatMap((contest, index) => contestMismatches(figures, contest, index, known, blank)),
    ...cardMismatches(figures, known),
    ...slipBoxMismatches(figures),
    ...mobileGroupMismatches(figures, blank),
    ...heldMismatches(held, holdReasonNames(checkArithmetic(figures, blank))),
  ];
}

/** The sums of paper and slips that fail without holding the record; whoever reads the result is told each of them. */
export function publishedDifferences(figures: PollingPlaceFigures): readonly RuleOutcome[] {
  return checkArithmetic(figures, blankRuleOf(figures)).slipDifferences;
}

/** The sums that fail and hold the record, with both sides. */
export function sumsThatHold(figures: PollingPlaceFigures): readonly RuleOutcome[] {
  return checkArithmetic(figures, blankRuleOf(figures)).holdReasons;
}

function differs<Value extends string | number>(
  fault: FigureFault,
  field: string,
  written: Value,
  expected: Value,
): FigureMismatch[] {
  return written === expected ? [] : [{ fault, field, written, expected }];
}

function sourceMismatch({ resultSource }: PollingPlaceFigures, { counts }: KnownOfRecord): FigureMismatch[] {
  const expected = counts === undefined ? 'slip-count' : 'trustees';
  return differs('source-not-of-record', 'figures.resultSource', resultSource, expected);
}

function contestCount({ contests }: PollingPlaceFigures, { questions }: KnownOfRecord): FigureMismatch[] {
  const ids = contests.map(({ contest }) => contest);
  return [
    ...differs('figure-not-of-record', 'figures.contests', contests.length, questions.length),
    ...ids.flatMap((id, index): FigureMismatch[] =>
      ids.indexOf(id) === index
        ? []
        : [
            {
              fault: 'contest-repeated',
              field: `figures.contests.${index}.contest`,
              written: id,
              expected: '',
            },
          ],
    ),
  ];
}

/** The rule pack is not in the record; the figures show which of its two rules they follow, the same for all contests. */
function blankRuleOf({ contests, mobileGroup }: PollingPlaceFigures): BlankVoteRule {
  const countsBlank = [...contests, ...(mobileGroup?.counted?.contests ?? [])].some(
    ({ options, invalid, total }) => {
      const blank = votesOf(options, 'blank');
      // votes beyond the options are paper ballots that are not valid
      return blank > 0 && invalid === blank + (mobileGroup === undefined ? 0 : total - sumOfVotes(options));
    },
  );
  return { settings: { blankVote: { value: countsBlank ? 'invalid' : 'separate' } } };
}

function contestMismatches(
  { resultSource, slipBox }: PollingPlaceFigures,
  { options, valid, invalid, total }: ContestFigures,
  index: number,
  { questions, counts }: KnownOfRecord,
  { settings: { blankVote } }: BlankVoteRule,
): FigureMismatch[] {
  const field = `figures.contests.${index}`;
  const question = questions[index];
  // that there is a contest too many is said already
  if (question === undefined) return [];
  const keys = optionKeysOfAnswers(question.answers);
  if (keys === undefined) {
    return [
      { fault: 'answers-not-of-contest', field, written: options.length, expected: question.answers.length },
    ];
  }
  const fault = counts === undefined ? 'figure-not-of-figures' : 'figure-not-of-record';
  const bySlips = slipBox?.contests[index]?.options;
  const votes = keys.map((key, position): OptionVotes => {
    const opened = counts?.[index]?.[position];
    const counted = resultSource === 'slip-count' ? bySlips?.[position]?.votes : undefined;
    return { key, votes: opened ?? counted ?? options[position]?.votes ?? 0 };
  });
  const all = sumOfVotes(votes);
  const blank = votesOf(votes, 'blank');
  return [
    ...optionMismatches(field, options, votes, fault),
    ...differs(fault, `${field}.valid`, valid, all - blank),
    ...differs(
      'figure-not-of-figures',
      `${field}.invalid`,
      invalid,
      blankVote.value === 'invalid' ? blank : 0,
    ),
    ...differs(fault, `${field}.total`, total, all),
  ];
}

function optionMismatches(
  field: string,
  options: readonly OptionVotes[],
  expected: readonly OptionVotes[],
  fault: FigureFault,
): FigureMismatch[] {
  return [
    ...differs('figure-not-of-record', `${field}.options`, options.length, expected.length),
    ...options.flatMap((option, position) => {
      const right = expected[position];
      if (right === undefined) return [];
      const place = `${field}.options.${position}`;
      return [
        ...differs<OptionKey>('option-not-of-record', `${place}.key`, option.key, right.key),
        ...differs(fault, `${place}.votes`, option.votes, right.votes),
      ];
    }),
  ];
}

function cardMismatches(
  { tokens }: PollingPlaceFigures,
  { cards, ballots, voidCards }: KnownOfRecord,
): FigureMismatch[] {
  return [
    ...differs('figure-not-of-record', 'figures.tokens.pool', tokens.pool, cards),
    ...differs('figure-not-of-record', 'figures.tokens.used', tokens.used, ballots),
    ...(voidCards === undefined
      ? []
      : differs('figure-not-of-void-list', 'figures.tokens.voided', tokens.voided, voidCards)),
  ];
}

/** The slips are counted by the contests and options of the ballot, all of them; a hand count that is the result must be there. */
function slipBoxMismatches({ contests, slipBox, resultSource }: PollingPlaceFigures): FigureMismatch[] {
  const fault = 'slip-box-not-of-ballot';
  const field = 'figures.slipBox';
  if (slipBox === null) {
    return resultSource === 'slip-count'
      ? [{ fault, field, written: 'null', expected: contests.map(({ contest }) => contest).join() }]
      : [];
  }
  const named = (contest: { readonly contest: string; readonly options: readonly OptionVotes[] }) =>
    `${contest.contest}: ${contest.options.map(({ key }) => key).join()}`;
  const counted = slipBox.contests.map(named).join('; ');
  return differs(fault, `${field}.contests`, counted, contests.map(named).join('; '));
}

/**
 * The result with the paper of mobile groups: it is there where a group left, has the ballot's contests and options, and figures that follow
 * from its votes. The paper itself is nowhere in the record; that it only adds to the electronic votes, and no more than was handed out, are
 * among the sums.
 */
function mobileGroupMismatches(
  { contests, mobileGroup }: PollingPlaceFigures,
  { settings: { blankVote } }: BlankVoteRule,
): FigureMismatch[] {
  if (mobileGroup === undefined) return [];
  const { counted } = mobileGroup;
  if (counted === null) {
    const whole = contests.map(({ contest }) => contest).join();
    return [
      {
        fault: 'mobile-paper-not-counted',
        field: 'figures.mobileGroup.counted',
        written: 'null',
        expected: whole,
      },
    ];
  }
  const field = 'figures.mobileGroup.counted.contests';
  const named = (list: readonly ContestFigures[]) =>
    list.map(({ contest, options }) => `${contest}: ${options.map(({ key }) => key).join()}`).join('; ');
  return [
    ...differs('mobile-result-not-of-ballot', field, named(counted.contests), named(contests)),
    ...counted.contests.flatMap(({ options, valid, invalid, total }, index) => {
      const blank = votesOf(options, 'blank');
      const all = sumOfVotes(options);
      const paperInvalid = total - all;
      const place = `${field}.${index}`;
      return [
        ...differs('figure-not-of-figures', `${place}.valid`, valid, all - blank),
        ...differs(
          'figure-not-of-figures',
          `${place}.invalid`,
          invalid,
          Math.max(0, paperInvalid) + (blankVote.value === 'invalid' ? blank : 0),
        ),
      ];
    }),
  ];
}

function heldMismatches(written: readonly string[], expected: readonly string[]): FigureMismatch[] {
  const field = 'held';
  return [
    ...expected
      .filter((reason) => !written.includes(reason))
      .map((reason): FigureMismatch => ({ fault: 'held-left-out', field, written: '', expected: reason })),
    ...written
      .filter((reason, index) => !expected.includes(reason) || written.indexOf(reason) !== index)
      .map((reason): FigureMismatch => ({ fault: 'held-unfounded', field, written: reason, expected: '' })),
  ];
}
