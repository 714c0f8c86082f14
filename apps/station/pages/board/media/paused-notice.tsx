import { Notice } from '@bilik/ui/notice';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { faultInWords } from './media-words.ts';

/** A medium fails: whatever people are doing, this comes first. */
export function MediaPausedNotice({ state: { media, pollingPlace } }: { readonly state: BoardAnswer }) {
  const say = useBoardWords();
  if (media.state !== 'paused') return null;
  return (
    <Notice
      state="bad"
      happened={say('board.media.paused', { what: faultInWords(say, media, pollingPlace.id) })}
      notHappened={say('board.media.paused.notHappened')}
      toDo={say(`board.media.paused.${media.medium}.toDo`)}
    />
  );
}
