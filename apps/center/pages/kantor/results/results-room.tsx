import './results.css';
import { Button } from '@bilik/ui/button';
import { explainCall } from '@bilik/ui/call';
import { Notice } from '@bilik/ui/notice';
import { type Language, standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { addressOf } from '../office-page.tsx';
import { officeWords } from '../office-words.ts';
import type { RoomProps } from '../rooms.ts';
import { AreaScreen } from './area-screen.tsx';
import { HistoryScreen } from './history-screen.tsx';
import { type AreaView, areaSchema, type Elections, electionsSchema, words } from './results-wire.ts';

/** How often the sums are asked for while somebody looks at them. */
const AGAIN_MS = 5000;

/** `#/hasil/ELECTION/CONTEST/AREA` the sums of an area, with a polling place behind it all of its versions. */
export function ResultsRoom({ me, language: code, path }: RoomProps) {
  const language = standardLanguage(code);
  const [election, contest, area = me.area, place] = path;
  if (election === undefined || contest === undefined) return <ChooseElection {...{ language, me }} />;
  if (place !== undefined) {
    return <HistoryScreen key={place} {...{ language, election, contest, area, place }} />;
  }
  return <OneArea key={`${election}/${contest}/${area}`} {...{ language, me, election, contest, area }} />;
}

/** Which contest of which election; where there is one alone, its sums at once. */
function ChooseElection({ language, me }: { readonly language: Language; readonly me: RoomProps['me'] }) {
  const [elections, setElections] = useState<Elections>();
  useEffect(() => {
    void callAct('tabulation.elections', {}, electionsSchema).then((answer) => {
      if (answer.ok) setElections(answer.value);
    });
  }, []);
  if (elections === undefined) return null;
  const all = elections.flatMap(({ id, title, contests }) =>
    contests.map((contest) => ({ election: id, of: title, contest })),
  );
  const [only, second] = all;
  if (only === undefined) return <Notice state="info" happened={words(language, 'results.none')} />;
  if (second === undefined) {
    const { election, contest } = only;
    return <OneArea {...{ language, me, election }} contest={contest.id} area={me.area} />;
  }
  return (
    <nav aria-label={words(language, 'results.choose')}>
      <ul class="office__rooms">
        {all.map(({ election, of, contest }) => (
          <li key={`${election}/${contest.id}`}>
            <a class="office__room" href={addressOf(['hasil', election, contest.id])}>
              <strong>{contest.title[language]}</strong>
              <span>{of[language]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function OneArea(props: {
  readonly language: Language;
  readonly me: RoomProps['me'];
  readonly election: string;
  readonly contest: string;
  readonly area: string;
}) {
  const { language, me, election, contest, area } = props;
  const [view, setView] = useState<AreaView | null>();
  const [recount, setRecount] = useState<number>();
  const [stale, setStale] = useState<ReturnType<typeof explainCall>>();
  const load = async () => {
    const answer = await callAct('tabulation.area', { election, contest, area }, areaSchema);
    if (answer.ok) setView(answer.value);
    else if (answer.error.type === 'refused') setView(null);
    // figures that stand still say so: whoever looks believes them otherwise
    setStale(answer.ok || answer.error.type === 'refused' ? undefined : explainCall(answer.error));
  };
  const isForbidden = view === null;
  useEffect(() => {
    void load();
    if (isForbidden) return;
    const timer = setInterval(() => void load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [election, contest, area, isForbidden]);
  if (view === undefined) return null;
  if (view === null) return <Notice state="warn" happened={words(language, 'results.notYours')} />;
  const mayRecount = me.role === 'regency' || me.role === 'auditor';
  return (
    <>
      {stale !== undefined && (
        <Notice state="bad" happened={`${words(language, 'results.old')} ${officeWords(language, stale)}`} />
      )}
      <AreaScreen {...{ language, me, election, contest, area, view }} onChanged={load} />
      {mayRecount && (
        <section class="results__recount">
          {recount !== undefined && (
            <Notice
              state={recount === 0 ? 'good' : 'bad'}
              happened={
                recount === 0
                  ? words(language, 'results.recount.right')
                  : words(language, 'results.recount.wrong', { count: recount })
              }
            />
          )}
          <Button
            onPress={async () => {
              const answer = await callAct('tabulation.recount', {}, z.array(z.unknown()));
              if (answer.ok) setRecount(answer.value.length);
            }}
          >
            {words(language, 'results.recount')}
          </Button>
        </section>
      )}
    </>
  );
}
