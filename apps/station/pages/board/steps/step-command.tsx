import { CommandAct } from '../act/command-act.tsx';
import type { BoardAnswer, Command } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

/** The command of a step, with what it means; where the phase does not offer it, why. */
export function StepCommand(props: {
  readonly state: BoardAnswer;
  readonly command: Command;
  readonly onDone: () => void;
}) {
  const { state, command, onDone } = props;
  const say = useBoardWords();
  const offered = state.commands.find((candidate) => candidate.command === command);
  return (
    <>
      <p>{say(`board.command.${command}.means`)}</p>
      {offered === undefined ? (
        <p class="soft">{say('board.step.notNow')}</p>
      ) : (
        <CommandAct offered={offered} people={state.people} zone={state.voting.zone} onDone={onDone} />
      )}
    </>
  );
}
