import { Button } from '@bilik/ui/button';
import { TickField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import { useEffect, useRef, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { useOfficeNames } from '../office-names.tsx';
import { addressOf } from '../office-page.tsx';
import { FigureFields, type Typed } from '../sheets/figure-fields.tsx';
import type { PhotoHandle } from '../sheets/photo-view.tsx';
import { newSendingId } from '../upload-file.ts';
import {
  type Ballot,
  ballotSchema,
  type Contradictions,
  commitmentsSchema,
  committedSchema,
  contradictionsIn,
  figuresOfBallot,
  linesOfBallot,
  placesSchema,
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
  const [fixed, setFixed] = useState<z.output<typeof commitmentsSchema>>();
  const [places, setPlaces] = useState<z.output<typeof placesSchema>>([]);
  const loadFixed = async () => {
    const [fixedHere, all] = await Promise.all([
      callAct('lanes.commitments', { election, place }, commitmentsSchema),
      callAct('lanes.places', { election }, placesSchema),
    ]);
    setFixed(fixedHere.ok ? fixedHere.value : []);
    if (all.ok) setPlaces(all.value);
  };
  useEffect(() => {
    void callAct('lanes.ballot', { election, place }, ballotSchema).then((answer) => {
      if (answer.ok) setBallots(answer.value.ballots);
    });
    void loadFixed();
  }, [election, place]);
  if (fixed === undefined) return null;
  // places are in their order: on from this one, then from the first
  const at = places.findIndex((one) => one.place === place);
  const next = [...places.slice(at + 1), ...places.slice(0, Math.max(at, 0))].find((one) => !one.fixed);
  const isWhole = ballots.every(({ contest }) => fixed.some((one) => one.contest === contest));
  return (
    <div class="office__narrow">
      <h2>{words(language, 'lanes.type.title', { place: placeText(place) })}</h2>
      <p>{words(language, 'lanes.type.guide')}</p>
      {ballots.map((ballot) => (
        <ContestEntry
          key={ballot.contest}
          {...props}
          ballot={ballot}
          fixedAt={fixed.findLast(({ contest }) => contest === ballot.contest)?.at}
          isMet={places[at]?.met ?? false}
          onFixed={loadFixed}
        />
      ))}
      {isWhole && next !== undefined && (
        <p>
          <a href={addressOf(['jalur', election, 'angka', next.place])}>
            {words(language, 'lanes.type.next', { place: placeText(next.place) })}
          </a>
        </p>
      )}
      {isWhole && next === undefined && <p>{words(language, 'lanes.type.allFixed')}</p>}
    </div>
  );
}

function ContestEntry(props: {
  readonly election: string;
  readonly place: string;
  readonly language: Language;
  readonly ballot: Ballot;
  /** When its figures were last fixed, if they were. */
  readonly fixedAt: string | undefined;
  /** The official figures are in, and shown: what is fixed stays. */
  readonly isMet: boolean;
  readonly onFixed: () => Promise<void>;
}) {
  const { election, place, language, ballot, fixedAt, isMet, onFixed } = props;
  const { momentText } = useOfficeNames();
  const [isOpen, setOpen] = useState(fixedAt === undefined);
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
    if (!answer.ok) return;
    await onFixed();
    setOpen(false);
    setTyped({});
  };
  if (!isOpen && fixedAt !== undefined) {
    return (
      <Notice
        state="good"
        happened={
          commitment === undefined
            ? words(language, 'lanes.type.locked', {
                contest: ballot.title[language],
                time: momentText(fixedAt),
              })
            : words(language, 'lanes.type.saved', { commitment: commitment.slice(0, 16) })
        }
        notHappened={isMet ? words(language, 'lanes.type.locked.met') : undefined}
        toDo={isMet || commitment !== undefined ? undefined : words(language, 'lanes.type.locked.toDo')}
      >
        {!isMet && (
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {words(language, 'lanes.type.again')}
          </Button>
        )}
      </Notice>
    );
  }
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
    </FigureFields>
  );
}
