import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StateBadge } from '@bilik/ui/state-badge';
import type { BoardView } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { ContestResult } from './contest-result.tsx';
import { Downloads } from './downloads.tsx';
import { judgeSums } from './judge-sums.ts';
import { SumsTable } from './sums-table.tsx';

/** The result as it stands: provisional until it is sealed, each figure with the sums that hold it. */
export function ResultView({ view }: { readonly view: BoardView }) {
  const { state, minutes } = view;
  const say = useBoardWords();
  const language = useLanguage();
  const isCounted = state.phase === 'counted' || state.phase === 'sealed';
  const isSealed = state.phase === 'sealed';
  const sums = judgeSums(view);
  const held = sums.filter(({ severity, verdict }) => severity === 'electronic' && verdict === 'fails');

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
        <p class="row">
          <StateBadge
            state={isSealed ? 'good' : 'warn'}
            word={say(isSealed ? 'board.result.sealed' : 'board.result.provisional')}
            size="large"
          />
          <span class="soft">
            {say(isSealed ? 'board.result.sealed.means' : 'board.result.provisional.means')}
          </span>
        </p>
        {held.length > 0 && (
          <Notice
            state="bad"
            happened={say('board.result.held')}
            notHappened={say('board.result.held.notHappened')}
            toDo={
              <ul class="plain-list">
                {held.map(({ id, contest, sentence, left, right }) => (
                  <li key={`${id}${contest}`}>
                    {sentence[language]}: {left} ≠ {right}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        {minutes.contests.map((contest) => (
          <ContestResult key={contest.contest} contest={contest} isSealed={isSealed} />
        ))}
        <p class="soft">{minutes.resultSourceText[language]}</p>
        {slipVerdict.action !== 'not-counted-yet' && (
          <Notice
            state={slipVerdict.action === 'agree' ? 'good' : 'warn'}
            happened={slipVerdict.sentence[language]}
          />
        )}
      </section>
      <SumsTable sums={sums} contests={state.contests} />
      <Downloads
        state={state}
        contests={minutes.contests}
        isBySlips={minutes.resultSource === 'slip-count'}
      />
    </>
  );
}
