import { mobileGroupReturns } from '../act/board-commands.ts';
import type { Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { TypedSum } from '../closing/typed-sum.tsx';
import { areFewVotes, FewVotesNotice } from './few-votes-notice.tsx';
import { MobileAct } from './mobile-act.tsx';
import type { MobileTrip } from './mobile-answers.ts';
import { useMobileEntries } from './mobile-field.tsx';

/** Two people note what a group brought back. Ballots that do not add up need their reason. */
export function ReturnForm({
  trip: { number, taken },
  usedBefore,
  fewestBallots,
  people,
  onDone,
}: {
  readonly trip: MobileTrip;
  /** Ballots that earlier groups brought back used. */
  readonly usedBefore: number;
  readonly fewestBallots: number;
  readonly people: readonly Person[];
  readonly onDone: () => void;
}) {
  const say = useBoardWords();
  const { count, text, countField, textField, check } = useMobileEntries();
  const [used, unused, spoiled] = [count('used'), count('unused'), count('spoiled')];
  const isCounted = used !== null && unused !== null && spoiled !== null;
  const ballots = { used: used ?? 0, unused: unused ?? 0, spoiled: spoiled ?? 0 };
  const sum = ballots.used + ballots.unused + ballots.spoiled;
  const brought = usedBefore + ballots.used;
  const few = used !== null && areFewVotes(brought, fewestBallots) && (
    <FewVotesNotice voters={brought} fewestBallots={fewestBallots} />
  );
  const differs = isCounted && sum !== taken;
  const when = text('when');
  const note = differs ? text('note') : null;
  return (
    <>
      <h3>{say('board.mobile.group', { number })}</h3>
      <div class="columns columns--counts">
        {countField('used')}
        {countField('unused')}
        {countField('spoiled')}
      </div>
      <TypedSum
        sentence={say('board.mobile.sum', { sum, taken })}
        sum={sum}
        whole={isCounted ? taken : null}
      />
      {differs && textField('note', say('board.mobile.note.hint'))}
      {textField('when', say('board.mobile.when.hint'))}
      {few}
      <MobileAct
        act="returns"
        warning={few}
        group={number}
        people={people}
        isRight={isCounted && when !== '' && note !== ''}
        onPress={check}
        send={(confirmations) => mobileGroupReturns({ trip: number, ballots, when, note, confirmations })}
        onDone={onDone}
      />
    </>
  );
}
