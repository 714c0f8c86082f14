import { useLanguage } from '@bilik/ui/language';
import { PhaseBadge } from '@bilik/ui/state-badge';
import { clockTime } from '../../common/clock-time.ts';
import { CommandAct } from '../act/command-act.tsx';
import type { BoardView, Command } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { BeforeOpening } from './before-opening.tsx';
import { BoothCases } from './booth-cases.tsx';
import { DayCounts } from './day-counts.tsx';
import { ElectionFingerprint } from './election-fingerprint.tsx';
import { IncidentForm } from './incident-form.tsx';
import { RestartReports } from './restart-reports.tsx';
import { isBeforeOpening } from './way-to-open.ts';

/** Commands of the running day; opening is the last of its steps, closing and after have a view of their own. */
const RUNNING: readonly Command[] = ['resume', 'pause'];

export interface ViewProps {
  readonly view: BoardView;
  readonly onDone: () => void;
}

/** The day as the hall sees it: the phase large, the figures, and the one thing to do. */
export function TodayView({ view, onDone }: ViewProps) {
  const say = useBoardWords();
  const language = useLanguage();
  const { state } = view;
  const { phase, voting, people } = state;
  const hours = {
    opens: clockTime(language, voting.opens),
    closes: clockTime(language, state.closes),
    zone: voting.zone,
  };
  const isRunning = phase === 'open' || phase === 'paused';
  const offered = state.commands.filter(({ command }) => RUNNING.includes(command));
  const acts = offered.map((command) => (
    <section class="sheet stack stack--tight" key={command.command}>
      <h2>{say(`board.command.${command.command}.heading`)}</h2>
      <p class="soft">{say(`board.command.${command.command}.means`)}</p>
      <CommandAct
        offered={command}
        people={people}
        zone={voting.zone}
        onDone={onDone}
        isSide={command.command === 'pause'}
      />
    </section>
  ));
  const hero = (
    <section class="hero">
      <PhaseBadge phase={phase} size="large" />
      <div>
        <p class="hero__said">{say(`phase.${phase}.explained`)}</p>
        <p class="soft">{say('board.hours', hours)}</p>
      </div>
    </section>
  );
  if (isBeforeOpening(phase)) {
    return (
      <>
        {hero}
        <BeforeOpening state={state} onDone={onDone} />
        <ElectionFingerprint fingerprint={state.electionFingerprint} />
      </>
    );
  }
  if (!isRunning) {
    return (
      <>
        {hero}
        <DayCounts state={state} />
        <ElectionFingerprint fingerprint={state.electionFingerprint} />
      </>
    );
  }
  return (
    <div class="beside">
      <div class="stack today">
        {hero}
        {phase === 'paused' && acts}
        <DayCounts state={state} />
        <IncidentForm state={state} onDone={onDone} />
        <ElectionFingerprint fingerprint={state.electionFingerprint} />
      </div>
      <div class="stack">
        {/* what the crowd waits to hear stands where it is seen without looking for it */}
        <RestartReports restarts={state.restarts} />
        <BoothCases state={state} heading="h2" />
        {phase === 'open' && acts}
      </div>
    </div>
  );
}
