import type { BoardSay } from './board-words.ts';

/** An option as people read it: number and name as on the ballot, or the word for blank vote and empty column. */
export function optionName(option: { readonly key: string; readonly answer: string }, say: BoardSay): string {
  if (option.key === 'blank') return say('common.blankVote');
  return option.key === 'empty' ? say('common.emptyColumn') : option.answer;
}
