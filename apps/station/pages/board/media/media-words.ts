import type { BoardAnswer } from '../board-answers.ts';
import type { BoardSay } from '../board-words.ts';

/** What fails, and whose the medium is that lies there when it belongs elsewhere. */
export type FailingMedium = Pick<
  Extract<BoardAnswer['media'], { state: 'paused' }>,
  'medium' | 'fault' | 'foreignPlace'
>;

/** What is wrong with a medium, as a part of a sentence. @param ownPlace id of this polling place */
export function faultInWords(
  say: BoardSay,
  { medium, fault, foreignPlace }: FailingMedium,
  ownPlace: string,
): string {
  if (medium === 'second' && fault === 'foreign' && foreignPlace === ownPlace) {
    return say('board.media.second.foreign.election');
  }
  return say(`board.media.${medium}.${fault}`);
}
