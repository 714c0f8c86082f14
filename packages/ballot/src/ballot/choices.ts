import type { Election } from '../election/election.ts';

/** For each question one 0 or 1 per answer; with a Belenios blank, one more for it in front (format §10.2). */
export type Choices = readonly (readonly (0 | 1)[])[];

/**
 * The choices that pick one answer of each question, as every question of the Bilik profile asks for.
 * @param answers for each question the position of the chosen answer, from 0
 */
export function chooseAnswers(election: Pick<Election, 'questions'>, answers: readonly number[]): Choices {
  const { questions } = election;
  if (answers.length !== questions.length) throw new RangeError('every question needs exactly one answer');
  return questions.map((question, index) => {
    const chosen = answers[index];
    const choices = question.answers.map((_, answer): 0 | 1 => (answer === chosen ? 1 : 0));
    if (!choices.includes(1)) throw new RangeError(`question ${index} has no answer ${chosen}`);
    return question.blank ? [0, ...choices] : choices;
  });
}

/** Whether the choices are a valid vote: right lengths, sums within bounds, a blank vote alone. */
export function areValidChoices(election: Pick<Election, 'questions'>, choices: Choices): boolean {
  return (
    choices.length === election.questions.length &&
    election.questions.every(({ answers, blank, min, max }, index) => {
      const values = choices[index] ?? [];
      if (values.length !== answers.length + (blank ? 1 : 0)) return false;
      if (values.some((value) => value !== 0 && value !== 1)) return false;
      const total = values.slice(blank ? 1 : 0).reduce((sum: number, value) => sum + value, 0);
      return blank && values[0] === 1 ? total === 0 : total >= min && total <= max;
    })
  );
}
