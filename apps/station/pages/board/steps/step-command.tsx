import { CommandAct } from '../act/command-act.tsx';
import type { BoardAnswer, Command } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import type { StepState } from './step-state.ts';

/** The command of a step, with what it means; where the phase does not offer it, whether it was given already. */
export function StepCommand(props: {
  readonly state: BoardAnswer;
  readonly command: Command;
  /** How the step stands that the command ends. */
  readonly step: StepState;
  readonly onDone: () => void;
}) {
  const { state, command, step, onDone } = props;
  const say = useBoardWords();
  const offered = state.commands.find((candidate) => candidate.command === command);
  return (
    <>
      <p>{say(`board.command.${command}.means`)}</p>
      {offered === undefined ? (
        <p class="soft">{say(step === 'done' ? 'board.step.isDone' : 'board.step.notNow')}</p>
      ) : (
        <CommandAct offered={offered} people={state.people} zone={state.voting.zone} onDone={onDone} />
      )}
    </>
  );
}
