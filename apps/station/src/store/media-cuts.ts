/** What one medium knows: by this alone a start-up decides what a pair of media means. */
export interface MediumFacts {
  /** The marks of all epochs up to the present one, oldest first. */
  readonly marks: readonly string[];
  /** Writes since the store was prepared. */
  readonly writes: number;
  /** SHA-256 over all rows, in hex. */
  readonly content: string;
}

export type PairVerdict =
  /** Both hold the same. */
  | 'together'
  /** The second is one write ahead: the power went between the two commits. The first is brought up; nothing of that write was acknowledged. */
  | 'bring-up-first'
  /** The second misses writes or an epoch: an older copy, or a stick that lied about its sync. Voting pauses until people act. */
  | 'second-older'
  /** The first misses more than one write: an older copy of the folder, or a disk that lied. The station does not start; a takeover from the second does. */
  | 'first-older'
  /** The second went on under a higher epoch that grew out of the first's: another station took over. This one does not start. */
  | 'taken-over'
  /** Both went on from a common past, each without the other. The station does not start. */
  | 'two-stations'
  /** As many writes, another content: one of them was changed outside of a station. The station does not start. */
  | 'media-disagree';

/** One row of the published table of cuts (docs/decisions/0012-two-media.md): the first row that fits decides. */
export interface MediaCut {
  readonly verdict: PairVerdict;
  /** In words, of the pair (first, second). */
  readonly when: string;
  readonly fits: (first: MediumFacts, second: MediumFacts) => boolean;
  readonly opens: 'voting' | 'paused' | 'not';
}

const isBeginningOf = (beginning: readonly string[], whole: readonly string[]): boolean =>
  beginning.length <= whole.length && beginning.every((mark, epoch) => whole[epoch] === mark);

const sameEpochs = (first: MediumFacts, second: MediumFacts): boolean =>
  first.marks.length === second.marks.length && isBeginningOf(first.marks, second.marks);

/** A write is committed on the second medium first: so in one epoch a crash leaves the first at most one write behind, and never the second. */
export const MEDIA_CUTS: readonly MediaCut[] = [
  {
    verdict: 'two-stations',
    when: 'neither line of epochs is the beginning of the other',
    fits: (first, second) =>
      !isBeginningOf(first.marks, second.marks) && !isBeginningOf(second.marks, first.marks),
    opens: 'not',
  },
  {
    verdict: 'taken-over',
    when: 'the second has an epoch that the first has not',
    fits: (first, second) => second.marks.length > first.marks.length,
    opens: 'not',
  },
  {
    verdict: 'second-older',
    when: 'the first has an epoch that the second has not',
    fits: (first, second) => second.marks.length < first.marks.length,
    opens: 'paused',
  },
  {
    verdict: 'second-older',
    when: 'one epoch; the second misses writes',
    fits: (first, second) => sameEpochs(first, second) && second.writes < first.writes,
    opens: 'paused',
  },
  {
    verdict: 'bring-up-first',
    when: 'one epoch; the second is one write ahead',
    fits: (first, second) => sameEpochs(first, second) && second.writes === first.writes + 1,
    opens: 'voting',
  },
  {
    verdict: 'first-older',
    when: 'one epoch; the second is more than one write ahead',
    fits: (first, second) => sameEpochs(first, second) && second.writes > first.writes + 1,
    opens: 'not',
  },
  {
    verdict: 'media-disagree',
    when: 'one epoch; as many writes, another content',
    fits: (first, second) => first.content !== second.content,
    opens: 'not',
  },
  { verdict: 'together', when: 'one epoch, as many writes, one content', fits: () => true, opens: 'voting' },
];

/** What a start-up finds in a pair of media of one election. */
export function judgePair(first: MediumFacts, second: MediumFacts): PairVerdict {
  const cut = MEDIA_CUTS.find(({ fits }) => fits(first, second));
  if (cut === undefined) throw new Error('The table of cuts has no row for a pair of media');
  return cut.verdict;
}
