import { Button } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import { useBoardWords } from '../board-words.ts';
import { useOpenStep } from '../steps/day-step.tsx';

export interface OvertakenNoticeProps {
  /** Saves what was typed here, on top of what the other tablet saved. */
  readonly onSaveMine: () => void | Promise<void>;
  readonly onTakeTheirs: () => void;
}

/** Another tablet saved meanwhile: people compare, and say which entries go on. */
export function OvertakenNotice({ onSaveMine, onTakeTheirs }: OvertakenNoticeProps) {
  const say = useBoardWords();
  // the other tablet's save may have ended the step in which somebody still types
  useOpenStep();
  return (
    <Notice
      state="warn"
      happened={say('board.overtaken')}
      notHappened={say('board.overtaken.notHappened')}
      toDo={say('board.overtaken.toDo')}
    >
      <Button onPress={onTakeTheirs}>{say('board.overtaken.takeTheirs')}</Button>
      <Button onPress={onSaveMine}>{say('board.overtaken.saveMine')}</Button>
    </Notice>
  );
}
