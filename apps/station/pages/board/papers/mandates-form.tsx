import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import { useState } from 'preact/hooks';
import { clockTime } from '../../common/clock-time.ts';
import { writeMandate } from '../act/board-commands.ts';
import { ActNotice, useAct } from '../act/use-act.tsx';
import type { BoardAnswer, Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { PaperLink } from './paper-link.tsx';

/** Before opening: what the board saw of each witness's letter. Nobody is sent home; the minutes say who had none. */
export function MandatesForm({
  state,
  onDone,
}: {
  readonly state: BoardAnswer;
  readonly onDone: () => void;
}) {
  const say = useBoardWords();
  const witnesses = state.people.filter(({ role }) => role === 'witness');
  return (
    <>
      <p class="soft">{say('board.mandates.means')}</p>
      {witnesses.map((witness) => (
        <Mandate key={witness.id} witness={witness} state={state} onDone={onDone} />
      ))}
      <div class="button-row">
        <PaperLink href="/papers/mandat-saksi.pdf">{say('board.mandates.print')}</PaperLink>
        <PaperLink href="/papers/formulir-keberatan.pdf">{say('board.objections.form')}</PaperLink>
      </div>
    </>
  );
}

interface MandateProps {
  readonly witness: Person;
  readonly state: BoardAnswer;
  readonly onDone: () => void;
}

function Mandate({ witness, state, onDone }: MandateProps) {
  const say = useBoardWords();
  const language = useLanguage();
  const act = useAct(onDone);
  const noted = state.mandates.find(({ person }) => person === witness.id);
  const [isChanging, setChanging] = useState(false);
  const [letter, setLetter] = useState('');
  const { name } = witness;
  const note = async (seen: string | null) => {
    const isDone = await act.run(() => writeMandate({ person: witness.id, letter: seen }));
    if (isDone) setChanging(false);
  };
  if (noted !== undefined && !isChanging) {
    const at = clockTime(language, noted.checkedAt);
    return (
      <div class="row">
        <span>
          <strong>{name}</strong>:{' '}
          {noted.letter === null
            ? say('board.mandates.without', { at })
            : say('board.mandates.seen', { letter: noted.letter, at })}
        </span>
        <Button
          kind="quiet"
          onPress={() => {
            setLetter(noted.letter ?? '');
            setChanging(true);
          }}
        >
          {say('board.mandates.change', { name })}
        </Button>
      </div>
    );
  }
  return (
    <div class="mandate">
      <Field
        label={say('board.mandates.letter', { name })}
        value={letter}
        onInput={setLetter}
        maxLength={300}
        optional
      />
      <div>
        <Button onPress={() => note(letter.trim() === '' ? null : letter.trim())}>
          {letter.trim() === '' ? say('board.mandates.none', { name }) : say('board.mandates.save', { name })}
        </Button>
      </div>
      <ActNotice problem={act.problem} />
    </div>
  );
}
