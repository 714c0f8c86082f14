import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import type { Live } from '@bilik/ui/live';
import { Notice } from '@bilik/ui/notice';
import { useWaitedLong } from '@bilik/ui/waited-long';
import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import { phrasesOf } from '@bilik/words/phrases';

const phrase = phrasesOf(common, parts);

/** Above figures that may be old: the station does not answer, and the page keeps asking. */
export function OfflineNotice({ live }: { readonly live: Live<unknown> }) {
  if (live.state !== 'offline') return null;
  return <LostStation hasFigures={live.value !== undefined} onRetry={live.refresh} />;
}

/** The station is not heard while this stands; whoever reads it for half a minute is told whom to call. */
export function LostStation(props: {
  /** Old figures stand below. */
  readonly hasFigures?: boolean;
  readonly onRetry: () => void | Promise<void>;
}) {
  const say = useSay(phrase);
  const isLong = useWaitedLong();
  const { hasFigures = false, onRetry } = props;
  return (
    <Notice
      state="warn"
      happened={say(hasFigures ? 'parts.live.offline' : 'parts.call.noConnection')}
      notHappened={say(hasFigures ? 'parts.call.noConnection' : 'parts.call.noConnection.notHappened')}
      toDo={say(isLong ? 'parts.call.noConnection.long' : 'parts.call.noConnection.toDo')}
    >
      <Button onPress={onRetry}>{say('common.tryAgain')}</Button>
    </Notice>
  );
}
