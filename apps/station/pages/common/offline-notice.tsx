import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import type { Live } from '@bilik/ui/live';
import { Notice } from '@bilik/ui/notice';
import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import { phrasesOf } from '@bilik/words/phrases';

const phrase = phrasesOf(common, parts);

/** Above figures that may be old: the station does not answer, and the page keeps asking. */
export function OfflineNotice({ live }: { readonly live: Live<unknown> }) {
  const say = useSay(phrase);
  if (live.state !== 'offline') return null;
  return (
    <Notice
      state="warn"
      happened={say('parts.live.offline')}
      notHappened={say('parts.call.noConnection')}
      toDo={say('parts.call.noConnection.toDo')}
    >
      <Button onPress={live.refresh}>{say('common.tryAgain')}</Button>
    </Notice>
  );
}
