import { mobileGroupLeaves } from '../act/board-commands.ts';
import type { Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { MobileAct } from './mobile-act.tsx';
import type { MobileTrip } from './mobile-answers.ts';
import { useMobileEntries } from './mobile-field.tsx';

/** Two people note with how many ballots the next group leaves. */
export function DepartureForm({
  trips,
  fewestBallots,
  people,
  onDone,
}: {
  readonly trips: readonly MobileTrip[];
  readonly fewestBallots: number;
  readonly people: readonly Person[];
  readonly onDone: () => void;
}) {
  const say = useBoardWords();
  const { count, text, countField, textField, check } = useMobileEntries();
  const before = trips.reduce((sum, { taken }) => sum + taken, 0);
  const least = Math.max(1, fewestBallots - before);
  const taken = count('taken', least);
  const when = text('when');
  return (
    <>
      {countField('taken', least)}
      {textField('when', say('board.mobile.when.hint'))}
      <MobileAct
        act="leaves"
        group={trips.length + 1}
        people={people}
        isRight={taken !== null && when !== ''}
        onPress={check}
        send={(confirmations) =>
          mobileGroupLeaves({ tripsBefore: trips.length, taken: taken ?? 0, when, confirmations })
        }
        onDone={onDone}
      />
    </>
  );
}
