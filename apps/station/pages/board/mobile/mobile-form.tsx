import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { useState } from 'preact/hooks';
import { mobileGroupLeaves, mobileGroupReturns } from '../act/board-commands.ts';
import { ConfirmedAct } from '../act/confirmed-act.tsx';
import type { Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { readCount } from '../closing/count-text.ts';
import type { MobileTrip } from './mobile-answers.ts';

export interface MobileFormProps {
  readonly trips: readonly MobileTrip[];
  /** The first group that is not back; undefined: then the next one may leave. */
  readonly away: MobileTrip | undefined;
  readonly people: readonly Person[];
  readonly onDone: () => void;
}

const LEAVES = ['taken'] as const;
const RETURNS = ['used', 'unused', 'spoiled'] as const;

/** Two people note that a group leaves, or while one is away that it is back. */
export function MobileForm({ trips, away, people, onDone }: MobileFormProps) {
  const say = useBoardWords();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isChecked, setChecked] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const counts = away === undefined ? LEAVES : RETURNS;
  const countOf = (key: string) => readCount(typed[key] ?? '');
  const when = (typed['when'] ?? '').trim();
  const note = (typed['note'] ?? '').trim();
  const isRight = when !== '' && counts.every((key) => countOf(key) !== null);
  const entry = (key: (typeof counts)[number] | 'when' | 'note') => {
    const isCount = key !== 'when' && key !== 'note';
    const isEmpty = isCount ? countOf(key) === null : key === 'when' && when === '';
    return (
      <Field
        key={key}
        label={say(`board.mobile.${key}`)}
        value={typed[key] ?? ''}
        {...(isCount ? { inputMode: 'numeric' as const } : {})}
        maxLength={isCount ? 3 : 300}
        optional={key === 'note'}
        onInput={(text) => setTyped({ ...typed, [key]: text })}
        error={isChecked && isEmpty ? say(isCount ? 'form.notANumber' : 'form.required') : undefined}
      />
    );
  };
  const act = away === undefined ? 'leaves' : 'returns';
  return (
    <>
      <div class="columns columns--figures">{counts.map(entry)}</div>
      {entry('when')}
      {away !== undefined && entry('note')}
      <div>
        <Button
          size="large"
          onPress={() => {
            setChecked(true);
            setAsked(isRight);
          }}
        >
          {say(`board.mobile.${act}`)}
        </Button>
      </div>
      <ConfirmedAct
        title={isAsked ? say(`board.mobile.${act}.ask`) : null}
        yes={say('board.mobile.yes')}
        needed={2}
        mayConfirm={people.filter(({ role }) => role === 'chair' || role === 'member')}
        people={people}
        send={(confirmations) =>
          away === undefined
            ? mobileGroupLeaves({
                tripsBefore: trips.length,
                taken: countOf('taken') ?? 0,
                when,
                confirmations,
              })
            : mobileGroupReturns({
                trip: away.number,
                ballots: {
                  used: countOf('used') ?? 0,
                  unused: countOf('unused') ?? 0,
                  spoiled: countOf('spoiled') ?? 0,
                },
                when,
                note: note === '' ? null : note,
                confirmations,
              })
        }
        onDone={onDone}
        onClose={() => setAsked(false)}
      >
        <p>{say(`board.mobile.${act}.means`)}</p>
      </ConfirmedAct>
    </>
  );
}
