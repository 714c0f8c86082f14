import type { ComponentChildren } from 'preact';
import type { BoardAnswer } from '../board-answers.ts';
import { type BoardSay, useBoardWords } from '../board-words.ts';
import { LogicTest } from '../logic-test/logic-test.tsx';
import { MandatesForm } from '../papers/mandates-form.tsx';
import { DaySteps } from '../steps/day-steps.tsx';
import { StepCommand } from '../steps/step-command.tsx';
import { BoothCases } from './booth-cases.tsx';
import { SelfTest } from './self-test.tsx';
import { lettersNoted, OPENING_STEPS, type OpeningStepName, openingSteps } from './way-to-open.ts';
import { ZeroReport } from './zero-report.tsx';

/** From the self-test to the open polls, step by step. */
export function BeforeOpening({
  state,
  onDone,
}: {
  readonly state: BoardAnswer;
  readonly onDone: () => void;
}) {
  const say = useBoardWords();
  const steps = openingSteps(state);
  const labels: Record<OpeningStepName, string> = {
    selfTest: say('selfTest.heading'),
    mandates: say('board.mandates.heading'),
    logicTest: say('logicTest.heading'),
    zero: say('board.zero.heading'),
    open: say('board.command.open.heading'),
  };
  const body: Record<OpeningStepName, ComponentChildren> = {
    selfTest: <SelfTest state={state} onDone={onDone} />,
    mandates: <MandatesForm state={state} onDone={onDone} />,
    logicTest: <LogicTest state={state} onDone={onDone} />,
    zero: <ZeroReport state={state} onDone={onDone} />,
    open: <StepCommand state={state} command="open" step={steps.open} onDone={onDone} />,
  };
  const notes = notesOf(state, say);
  return (
    <>
      {state.printersInTrouble.length + state.paperRunningLow.length > 0 && (
        <BoothCases state={state} heading="h2" />
      )}
      <DaySteps
        steps={OPENING_STEPS.filter((name) => name !== 'mandates' || lettersNoted(state).all > 0).map(
          (name) => ({
            name,
            label: labels[name],
            state: steps[name],
            note: notes[name],
            body: body[name],
          }),
        )}
      />
    </>
  );
}

/** What came of each, so that a folded line says it. */
function notesOf(state: BoardAnswer, say: BoardSay): Partial<Record<OpeningStepName, string>> {
  const { selfTest, logicTest } = state;
  const isBehind = state.phase === 'zero_proven' || state.zeroReport !== null;
  return {
    ...(selfTest.last === null
      ? isBehind
        ? { selfTest: say('logicTest.notDone') }
        : {}
      : { selfTest: say(`selfTest.verdict.${selfTest.last.verdict}`) }),
    mandates: say('board.mandates.noted', lettersNoted(state)),
    ...(logicTest.state !== 'none'
      ? {}
      : logicTest.last !== null
        ? { logicTest: say(logicTest.last.isMatch ? 'logicTest.matched' : 'logicTest.differed') }
        : logicTest.skipped !== null || !logicTest.isInTime
          ? { logicTest: say('logicTest.notDone') }
          : {}),
  };
}
