import type { Election } from '../election/election.ts';

/** For each question one 0 or 1 per answer; with a Belenios blank, one more for it in front (format §10.2). */
export type Choices = readonly (readonly (0 | 1)[])[];

/**
 * The choices that pick one answer of each question (every question of the Bilik profile is like that).
 * @param answers for each question the position of the chosen answer, from 0
 */
export function chooseAnswers(election: Election, answers: readonly number[]): Choices {
  void [election, answers];
  throw new Error('not written yet');
}
