/** What an election may hold at most. Counts are of items, texts in UTF-16 units. */
export interface ElectionLimits {
  readonly questions: number;
  readonly answers: number;
  readonly textLength: number;
  /** Largest `max` of a question: a ballot has that many proofs. */
  readonly maxChoices: number;
}

/** Ours: what fits on a booth's screen and a slip. */
export const BILIK_LIMITS: ElectionLimits = { questions: 20, answers: 12, textLength: 2_000, maxChoices: 1 };

/** Elections of others: generous, but such that one ballot stays below about 10 MB. */
export const BELENIOS_LIMITS: ElectionLimits = {
  questions: 100,
  answers: 250,
  textLength: 20_000,
  maxChoices: 250,
};

/** Longest election object, in UTF-16 units. */
export const ELECTION_LENGTH_LIMIT = 512 * 1024;

export const POLLING_PLACE_LENGTH_LIMIT = 100;

/** Longest uuid; the tool asks for 14 or more digits and knows no upper limit. */
export const UUID_LENGTH_LIMIT = 64;
