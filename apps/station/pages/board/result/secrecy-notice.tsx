import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

/** Says that this result tells how people voted, before it is published: few voted here, or all alike. It stops nothing. */
export function SecrecyNotice({ state }: { readonly state: BoardAnswer }) {
  const say = useBoardWords();
  const language = useLanguage();
  const { secrecyWarnings, phase } = state;
  if (secrecyWarnings.length === 0) return null;
  return (
    <Notice
      state="warn"
      happened={[...new Set(secrecyWarnings.map(({ sentence }) => sentence[language]))].join(' ')}
      notHappened={say('board.secrecy.notHappened')}
      toDo={say(phase === 'sealed' ? 'board.secrecy.toDo.sealed' : 'board.secrecy.toDo.notSealed')}
    />
  );
}
