import { TickField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import { useEffect, useRef, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { useOfficeNames } from '../office-names.tsx';
import { FigureFields, type Typed } from '../sheets/figure-fields.tsx';
import type { PhotoHandle } from '../sheets/photo-view.tsx';
import { newSendingId } from '../upload-file.ts';
import {
  type Ballot,
  ballotSchema,
  type Contradictions,
  committedSchema,
  contradictionsIn,
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
  const { placeText } = useOfficeNames();
  const [ballots, setBallots] = useState<readonly Ballot[]>([]);
  useEffect(() => {
    void callAct('lanes.ballot', { election, place }, ballotSchema).then((answer) => {
      if (answer.ok) setBallots(answer.value.ballots);
    });
  }, [election, place]);
  return (
    <div class="office__narrow">
      <h2>{words(language, 'lanes.type.title', { place: placeText(place) })}</h2>
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
  const [contradictions, setContradictions] = useState<Contradictions>([]);
  const [isReportedSo, setIsReportedSo] = useState(false);
  const fix = async () => {
    const figures = figuresOfBallot(ballot, typed);
    const acknowledged = isReportedSo ? contradictions.map(({ code }) => code) : [];
    const input = { election, place, contest: ballot.contest, figures, sentAs: newSendingId(), acknowledged };
    const answer = await callAct('lanes.commit', input, committedSchema);
    const found = answer.ok ? [] : contradictionsIn(answer.error);
    setContradictions(found);
    setIsReportedSo(false);
    setRefused(answer.ok || found.length > 0 ? undefined : refusalPhrase(answer.error));
    setCommitment(answer.ok ? answer.value.commitment : undefined);
  };
  return (
    <FigureFields
      fields={linesOfBallot(ballot)}
      legend={ballot.title[language]}
      typed={typed}
      onType={(next) => {
        setTyped(next);
        // what was found was found in other figures
        setContradictions([]);
        setIsReportedSo(false);
      }}
      marked={contradictions.flatMap(({ fields }) => fields)}
      language={language}
      photo={noPhoto}
      saveWord={words(language, isReportedSo ? 'lanes.type.saveAnyway' : 'lanes.type.save')}
      onSave={fix}
    >
      {contradictions.length > 0 && (
        <>
          <Notice
            state="warn"
            happened={words(language, 'lanes.type.contradict')}
            notHappened={words(language, 'lanes.type.contradict.not')}
            toDo={
              <>
                {words(language, 'lanes.type.contradict.toDo')}
                {contradictions.map(({ code, what, calculation }) => (
                  <span class="sheet-look" key={`${code}${calculation.id}`}>
                    {code}: {what[language]} {calculation[language]}
                  </span>
                ))}
              </>
            }
          />
          <TickField ticked={isReportedSo} onTick={setIsReportedSo}>
            {words(language, 'lanes.type.reportedSo')}
          </TickField>
        </>
      )}
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
