import type { BoardAnswer } from '../board-answers.ts';
import { type BoardSay, useBoardWords } from '../board-words.ts';
import { HeldNotice } from '../result/held-notice.tsx';
import { handSums } from '../result/judge-sums.ts';
import { SecrecyNotice } from '../result/secrecy-notice.tsx';
import { DaySteps } from '../steps/day-steps.tsx';
import { StepCommand } from '../steps/step-command.tsx';
import { BoothCases } from '../today/booth-cases.tsx';
import type { ViewProps } from '../today/today-view.tsx';
import { AbandonForm } from './abandon-form.tsx';
import { HandCountForm } from './hand-count-form.tsx';
import { MinutesForm } from './minutes-form.tsx';
import { MinutesPaper } from './minutes-paper.tsx';
import { SlipsDecide } from './slips-decide.tsx';
import { TrusteesProgress } from './trustees-progress.tsx';
import {
  CLOSING_STEPS,
  type ClosingStepName,
  closingSteps,
  emptyFields,
  isAfterClosing,
} from './way-to-seal.ts';

/** From the last voter to the sealed result, step by step. */
export function ClosingView({ view, onDone }: ViewProps) {
  const { state } = view;
  const say = useBoardWords();
  const due = closingSteps(state);
  const isDifferent =
    state.handCount !== null &&
    state.phase !== 'sealed' &&
    handSums(view.minutes).some(({ verdict }) => verdict === 'fails');
  const steps = due.hands === 'done' && isDifferent ? { ...due, hands: 'differs' as const } : due;
  const body: Record<ClosingStepName, preact.ComponentChildren> = {
    voters: (
      <div class="columns">
        <AbandonForm state={state} onDone={onDone} />
        <BoothCases state={state} heading="h3" />
      </div>
    ),
    close: <StepCommand state={state} command="close" step={due.close} onDone={onDone} />,
    trustees: <TrusteesProgress state={state} onDone={onDone} />,
    hands: <HandCountForm view={view} onDone={onDone} />,
    count: (
      <>
        {state.phase === 'closed' && <SecrecyNotice state={state} />}
        <StepCommand state={state} command="count" step={due.count} onDone={onDone} />
        <SlipsDecide state={state} onDone={onDone} />
      </>
    ),
    minutes: (
      <>
        {/* the hall waits for the figures, and the page now stands here */}
        {state.phase === 'counted' && (
          <p class="big">
            <a href="#hasil">{say('board.opened.see')}</a>
          </p>
        )}
        <MinutesForm view={view} onDone={onDone} />
      </>
    ),
    seal: (
      <>
        <HeldNotice view={view} />
        {state.phase === 'counted' && <SecrecyNotice state={state} />}
        <MinutesPaper view={view} onDone={onDone} />
        <StepCommand state={state} command="seal" step={due.seal} onDone={onDone} />
      </>
    ),
  };
  const corrections = state.handCountVersions.length - 1;
  const notes: Partial<Record<ClosingStepName, string>> = {
    ...notesOf(state, say),
    ...(corrections > 0 && !isDifferent
      ? { hands: say('board.step.hands.corrected', { count: corrections }) }
      : {}),
  };
  return (
    <DaySteps
      steps={CLOSING_STEPS.map((name) => ({
        name,
        label: say(`board.step.${name}`),
        state: steps[name],
        note: notes[name],
        body: body[name],
      }))}
    />
  );
}

function notesOf(state: BoardAnswer, say: BoardSay): Partial<Record<ClosingStepName, string>> {
  const { phase, shares, onTheirWay } = state;
  const isClosed = isAfterClosing(phase);
  const empty = emptyFields(state);
  return {
    ...(onTheirWay > 0 && !isClosed ? { voters: say('board.step.voters.left', { count: onTheirWay }) } : {}),
    ...(isClosed
      ? {
          trustees: say('board.step.trustees.have', {
            have: Math.min(shares.owners.length, shares.threshold),
            need: shares.threshold,
          }),
        }
      : {}),
    ...(isClosed && empty > 0 ? { minutes: say('board.step.minutes.left', { count: empty }) } : {}),
  };
}
