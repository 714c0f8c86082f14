import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { useWaitedLong } from '@bilik/ui/waited-long';
import { words } from './words.ts';

/** No card can be taken now: said before somebody shows one. */
export function StationUnheard() {
  const say = useSay(words);
  const isLong = useWaitedLong();
  return (
    <Notice
      state="warn"
      happened={say('booth.unheard')}
      notHappened={say('booth.unheard.notHappened')}
      toDo={say(isLong ? 'booth.unheard.long' : 'booth.unheard.toDo')}
    />
  );
}
