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
  if (election === undefined || contest === undefined) return <ChooseElection language={language} />;
  if (place !== undefined) {
    return <HistoryScreen key={place} {...{ language, election, contest, area, place }} />;
  }
  return <OneArea key={`${election}/${contest}/${area}`} {...{ language, me, election, contest, area }} />;
}

function ChooseElection({ language }: { readonly language: Language }) {
  const [elections, setElections] = useState<Elections>();
  useEffect(() => {
    void callAct('tabulation.elections', {}, electionsSchema).then((answer) => {
      if (answer.ok) setElections(answer.value);
    });
  }, []);
  if (elections === undefined) return null;
  if (elections.every(({ contests }) => contests.length === 0)) {
    return <Notice state="info" happened={words(language, 'results.none')} />;
  }
  return (
    <nav aria-label={words(language, 'results.choose')}>
      <ul class="office__rooms">
        {elections.flatMap(({ id, title, contests }) =>
          contests.map((contest) => (
            <li key={`${id}/${contest.id}`}>
              <a class="office__room" href={addressOf(['hasil', id, contest.id])}>
                <strong>{contest.title[language]}</strong>
                <span>{title[language]}</span>
              </a>
            </li>
          )),
        )}
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
