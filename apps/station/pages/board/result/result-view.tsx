import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { Shape } from '@bilik/ui/shape';
import { useBoardWords } from '../board-words.ts';
import { SendResult } from '../sending/send-result.tsx';
import type { ViewProps } from '../today/today-view.tsx';
import { ContestResult } from './contest-result.tsx';
import { Downloads } from './downloads.tsx';
import { HeldNotice } from './held-notice.tsx';
import { MinutesSigned } from './minutes-signed.tsx';
import { SecrecyNotice } from './secrecy-notice.tsx';
import { SumsTable } from './sums-table.tsx';
import { TrackerLookUp } from './tracker-look-up.tsx';

/** The result as it stands: provisional until it is sealed, each figure with the sums that hold it. */
export function ResultView({ view, onDone }: ViewProps) {
  const { state, minutes } = view;
  const say = useBoardWords();
  const language = useLanguage();
  const isCounted = state.phase === 'counted' || state.phase === 'sealed';
  const isSealed = state.phase === 'sealed';

  if (!isCounted) {
    return (
      <Notice
        state="info"
        happened={say('board.result.notYet')}
        notHappened={say('board.result.notYet.notHappened')}
        toDo={say('board.result.notYet.toDo', { need: state.trustees.threshold })}
      />
    );
  }
  const { slipVerdict } = minutes;
  return (
    <>
      <section class="stack">
        <HeldNotice view={view} />
        {slipVerdict.action === 'agree' && (
          <p class="calm tone--good">
            <Shape name="check" />
            <strong>{slipVerdict.sentence[language]}</strong>
          </p>
        )}
        {slipVerdict.action !== 'agree' && slipVerdict.action !== 'not-counted-yet' && (
          <Notice state="warn" happened={slipVerdict.sentence[language]} />
        )}
        <SecrecyNotice state={state} />
        {minutes.contests.map((contest) => (
          <ContestResult key={contest.contest} contest={contest} isSealed={isSealed} />
        ))}
        <p class="soft">
          {minutes.resultSourceText[language]}
          {!isSealed && ` ${say('board.result.provisional.means')}`}
        </p>
      </section>
      {isSealed && <SendResult state={state} onDone={onDone} />}
      <MinutesSigned state={state} />
      <SumsTable caption={say('board.sums')} sums={minutes.sums} contests={state.contests} />
      {minutes.resultSource !== 'slip-count' && <TrackerLookUp />}
      <Downloads
        state={state}
        contests={minutes.contests}
        isBySlips={minutes.resultSource === 'slip-count'}
      />
    </>
  );
}
