import type { BoardAnswer } from '../board-answers.ts';
import type { BoardSay } from '../board-words.ts';

export type Media = BoardAnswer['media'];
export type PausedMedia = Extract<Media, { state: 'paused' }>;

/** What is wrong with a medium, as a part of a sentence. */
export function faultInWords(
  say: BoardSay,
  { medium, fault }: Pick<PausedMedia, 'medium' | 'fault'>,
): string {
  return say(`board.media.${medium}.${fault}`);
}
