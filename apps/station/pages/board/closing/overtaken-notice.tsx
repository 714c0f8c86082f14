import { Button } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import { useBoardWords } from '../board-words.ts';

export interface OvertakenNoticeProps {
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Another tablet saved meanwhile: people compare, and say which entries go on. */
export function OvertakenNotice({ onKeepMine, onTakeTheirs }: OvertakenNoticeProps) {
  const say = useBoardWords();
  return (
    <Notice
      state="warn"
      happened={say('board.overtaken')}
      notHappened={say('board.overtaken.notHappened')}
      toDo={say('board.overtaken.toDo')}
    >
      <Button onPress={onTakeTheirs}>{say('board.overtaken.takeTheirs')}</Button>
      <Button onPress={onKeepMine}>{say('board.overtaken.keepMine')}</Button>
    </Notice>
  );
}
