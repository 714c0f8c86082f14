import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import { phrasesOf } from '@bilik/words/phrases';
import { WIRE_WORDS, type WireError } from './wire-words.ts';

const phrase = phrasesOf(common, parts);

/** Says that the station did not answer, or not as it must, and what to do. */
export function CallNotice({
  error,
  onRetry,
}: {
  readonly error: WireError;
  readonly onRetry?: (() => void | Promise<void>) | undefined;
}) {
  const say = useSay(phrase);
  const isLost = error.type === 'no-connection';
  return (
    <Notice
      state={isLost ? 'warn' : 'bad'}
      happened={say(WIRE_WORDS[error.type])}
      notHappened={isLost ? say('parts.call.noConnection.notHappened') : undefined}
      toDo={
        isLost
          ? say('parts.call.noConnection.toDo')
          : error.type === 'broken'
            ? say('parts.call.broken.toDo')
            : say('common.unexpected.toDo')
      }
    >
      {onRetry !== undefined && <Button onPress={onRetry}>{say('common.tryAgain')}</Button>}
    </Notice>
  );
}
