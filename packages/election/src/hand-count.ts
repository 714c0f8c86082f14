import type { OptionKey } from './ballot-option.ts';
import { sumOfVotes } from './figures.ts';
import type { PaperCount } from './mobile-group.ts';

/** What two people counted by hand after closing: cards, and the slips with SAH out of the box. */
export interface HandCountFigures {
  /** Cards never handed out. */
  readonly cardsLeft: number;
  /** Cards that voters gave back unused. */
  readonly cardsReturned: number;
  /** Null while the box is still closed. */
  readonly slipBox: {
    readonly inBox: number;
    readonly contests: readonly {
      readonly contest: string;
      readonly options: readonly { readonly key: OptionKey; readonly votes: number }[];
    }[];
  } | null;
  /** The paper of mobile groups out of the same box; absent where none left, or while it was not counted. */
  readonly paper?: PaperCount | undefined;
}

/** A pile of paper whose parts are not what was counted of it in all. */
export interface PileMismatch {
  readonly pile: 'paper' | 'slips';
  readonly contest: string;
  /** Ballots or slips of all options together, with those not valid. */
  readonly sum: number;
  readonly inBox: number;
}

/**
 * What no pile of paper can be, so that it was counted or typed wrongly: paper of mobile groups that is part of the result and more or less
 * than its options and what is not valid; more slips by option than slips. Fewer are possible, where one cannot be read, and are a
 * difference that is published.
 * @returns the first one; null where every pile can be
 */
export function pileMismatch({ slipBox, paper }: HandCountFigures): PileMismatch | null {
  const slips = (slipBox?.contests ?? []).flatMap(({ contest, options }): PileMismatch[] => {
    const [sum, inBox] = [sumOfVotes(options), slipBox?.inBox ?? 0];
    return sum > inBox ? [{ pile: 'slips', contest, sum, inBox }] : [];
  });
  const papers = (paper?.contests ?? []).flatMap(({ contest, options, invalid }): PileMismatch[] => {
    const [sum, inBox] = [sumOfVotes(options) + invalid, paper?.inBox ?? 0];
    return sum === inBox ? [] : [{ pile: 'paper', contest, sum, inBox }];
  });
  return [...slips, ...papers][0] ?? null;
}

/** One version of the hand count. */
export interface HandCountEntry extends HandCountFigures {
  /** Ids of the people who counted. */
  readonly countedBy: readonly string[];
  /** Why it was counted or written again; null in the first version, which corrects nothing. */
  readonly reason: string | null;
}

/** One figure of a hand count that a correction changed. */
export interface HandFigureChange {
  /** The contest whose option it is; null for cards and for all slips of the box. */
  readonly contest: string | null;
  readonly figure: 'cardsLeft' | 'cardsReturned' | 'inBox' | 'paperInBox' | OptionKey;
  /** Null where it was not counted. */
  readonly before: number | null;
  /** Null where it is not counted any more. */
  readonly after: number | null;
}

/**
 * What a correction changed: each figure that differs once, those of the later count first, in the order of its form. A figure
 * of a closed box is no zero: it was not counted.
 */
export function handCountChanges(
  before: HandCountFigures,
  after: HandCountFigures,
): readonly HandFigureChange[] {
  const [earlier, later] = [figuresOf(before), figuresOf(after)];
  const all = new Map([...later, ...earlier]);
  return [...all].flatMap(([id, { contest, figure }]) => {
    const change = { before: earlier.get(id)?.count ?? null, after: later.get(id)?.count ?? null };
    return change.before === change.after ? [] : [{ contest, figure, ...change }];
  });
}

type HandFigure = Pick<HandFigureChange, 'contest' | 'figure'> & { readonly count: number };

/** All that was counted, by a name that is the same in every version. */
function figuresOf({
  cardsLeft,
  cardsReturned,
  slipBox,
  paper,
}: HandCountFigures): ReadonlyMap<string, HandFigure> {
  const figures: HandFigure[] = [
    { contest: null, figure: 'cardsLeft', count: cardsLeft },
    { contest: null, figure: 'cardsReturned', count: cardsReturned },
  ];
  if (slipBox !== null) {
    figures.push({ contest: null, figure: 'inBox', count: slipBox.inBox });
    for (const { contest, options } of slipBox.contests) {
      for (const { key, votes } of options) figures.push({ contest, figure: key, count: votes });
    }
  }
  // of few paper votes only the total is shown, so no list of corrections names their options
  if (paper !== undefined) figures.push({ contest: null, figure: 'paperInBox', count: paper.inBox });
  return new Map(figures.map((figure) => [`${figure.contest ?? ''}/${figure.figure}`, figure]));
}
