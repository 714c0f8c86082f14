import { Notice } from '@bilik/ui/notice';
import { useBoardWords } from '../board-words.ts';

/** Whether so few paper votes came back that the result would tell how those people voted. None tell nothing. */
export function areFewVotes(voters: number, fewestBallots: number): boolean {
  return voters > 0 && voters < fewestBallots;
}

/** Says so loudly: what lies in the box cannot be taken out again. */
export function FewVotesNotice({
  voters,
  fewestBallots,
}: {
  readonly voters: number;
  readonly fewestBallots: number;
}) {
  const say = useBoardWords();
  return (
    <Notice
      state="bad"
      happened={say('board.mobile.few', { voters, fewest: fewestBallots })}
      notHappened={say('board.mobile.few.notHappened')}
      toDo={say('board.mobile.few.toDo')}
    />
  );
}
