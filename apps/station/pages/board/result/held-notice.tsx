import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import type { BoardView } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { holdReasons } from './judge-sums.ts';

/** Says which sums fail that hold the record, before anybody seals a record that will be held for them. */
export function HeldNotice({ view }: { readonly view: BoardView }) {
  const say = useBoardWords();
  const language = useLanguage();
  const reasons = holdReasons(view.minutes).map(
    ({ sentence, left, right }) => `${sentence[language]} (${left} ≠ ${right})`,
  );
  if (reasons.length === 0) return null;
  const isSealed = view.state.phase === 'sealed';
  return (
    <Notice
      state="bad"
      happened={say(isSealed ? 'board.result.held' : 'board.result.wouldBeHeld', {
        reasons: reasons.join('; '),
      })}
      notHappened={say('board.result.held.notHappened')}
      toDo={say(isSealed ? 'board.result.held.toDo' : 'board.result.wouldBeHeld.toDo')}
    />
  );
}
