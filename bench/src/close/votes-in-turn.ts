/**
 * How many votes each answer gets when every worker gives the answers in turn, beginning with the first.
 * @param ballotsOfWorkers how many ballots each worker made
 */
export function votesInTurn(ballotsOfWorkers: readonly number[], answerCount: number): number[] {
  return Array.from({ length: answerCount }, (_, answer) =>
    ballotsOfWorkers.reduce(
      (votes, ballots) => votes + Math.floor((ballots + answerCount - 1 - answer) / answerCount),
      0,
    ),
  );
}
