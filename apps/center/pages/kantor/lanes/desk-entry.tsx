import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import { useEffect, useRef, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { FigureFields, type Typed } from '../sheets/figure-fields.tsx';
import type { PhotoHandle } from '../sheets/photo-view.tsx';
import { newSendingId } from '../upload-file.ts';
import {
  type Ballot,
  ballotSchema,
  committedSchema,
  figuresOfBallot,
  linesOfBallot,
  refusalPhrase,
  words,
} from './lanes-wire.ts';

/** The Desk's own figures of one place, contest by contest, fixed by a hash before anything official is shown. */
export function DeskEntry(props: {
  readonly election: string;
  readonly place: string;
  readonly language: Language;
}) {
  const { election, place, language } = props;
  const [ballots, setBallots] = useState<readonly Ballot[]>([]);
  useEffect(() => {
    void callAct('lanes.ballot', { election, place }, ballotSchema).then((answer) => {
      if (answer.ok) setBallots(answer.value.ballots);
    });
  }, [election, place]);
  return (
    <div class="office__narrow">
      <h2>{words(language, 'lanes.type.title', { place })}</h2>
      <p>{words(language, 'lanes.type.guide')}</p>
      {ballots.map((ballot) => (
        <ContestEntry key={ballot.contest} {...props} ballot={ballot} />
      ))}
    </div>
  );
}

function ContestEntry(props: {
  readonly election: string;
  readonly place: string;
  readonly language: Language;
  readonly ballot: Ballot;
}) {
  const { election, place, language, ballot } = props;
  const noPhoto = useRef<PhotoHandle>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [commitment, setCommitment] = useState<string>();
  const [refused, setRefused] = useState<ReturnType<typeof refusalPhrase>>();
  const fix = async () => {
    const figures = figuresOfBallot(ballot, typed);
    const input = { election, place, contest: ballot.contest, figures, sentAs: newSendingId() };
    const answer = await callAct('lanes.commit', input, committedSchema);
    setRefused(answer.ok ? undefined : refusalPhrase(answer.error));
    setCommitment(answer.ok ? answer.value.commitment : undefined);
  };
  return (
    <FigureFields
      fields={linesOfBallot(ballot)}
      legend={ballot.title[language]}
      typed={typed}
      onType={setTyped}
      marked={[]}
      language={language}
      photo={noPhoto}
      saveWord={words(language, 'lanes.type.save')}
      onSave={fix}
    >
      {refused !== undefined && <Notice state="warn" happened={words(language, refused)} />}
      {commitment !== undefined && (
        <Notice
          state="good"
          happened={words(language, 'lanes.type.saved', { commitment: commitment.slice(0, 16) })}
        />
      )}
    </FigureFields>
  );
}
