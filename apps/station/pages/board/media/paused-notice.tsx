import { Notice } from '@bilik/ui/notice';
import { useBoardWords } from '../board-words.ts';
import { faultInWords, type Media } from './media-words.ts';

/** A medium fails: whatever people are doing, this comes first. */
export function MediaPausedNotice({ media }: { readonly media: Media }) {
  const say = useBoardWords();
  if (media.state !== 'paused') return null;
  return (
    <Notice
      state="bad"
      happened={say('board.media.paused', { what: faultInWords(say, media) })}
      notHappened={say('board.media.paused.notHappened')}
      toDo={say(`board.media.paused.${media.medium}.toDo`)}
    />
  );
}
