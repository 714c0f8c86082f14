import './results.css';
import { Button } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import { type Language, standardLanguage } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { officeWords } from '../office-words.ts';
import type { RoomProps } from '../rooms.ts';
import { AreaScreen } from './area-screen.tsx';
import { ChooseContest } from './choose-contest.tsx';
import { HistoryScreen } from './history-screen.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { areaSchema, words } from './results-wire.ts';
import { useSums } from './use-sums.ts';

/** `#/hasil/ELECTION/CONTEST/AREA` the sums of an area, with a polling place behind it all of its versions. */
export function ResultsRoom({ me, language: code, path, goTo }: RoomProps) {
  const language = standardLanguage(code);
  const [election, contest, area = me.area, place] = path;
  if (election === undefined || contest === undefined) {
    return (
      <ChooseContest
        {...{ language, conduct: 'village-head', room: 'hasil', named: election, goTo }}
        none={words(language, 'results.none')}
        show={(only) => <OneArea key={only.election} {...{ language, me, ...only }} area={me.area} />}
      />
    );
  }
  if (place !== undefined) {
    return (
      <HistoryScreen
        key={place}
        {...{ language, election, contest, place }}
        back={['hasil', election, contest, area]}
      />
    );
  }
  return <OneArea key={`${election}/${contest}/${area}`} {...{ language, me, election, contest, area }} />;
}

function OneArea(props: {
  readonly language: Language;
  readonly me: RoomProps['me'];
  readonly election: string;
  readonly contest: string;
  readonly area: string;
}) {
  const { language, me, election, contest, area } = props;
  const { view, stale, load } = useSums('tabulation.area', { election, contest, area }, areaSchema);
  const [recount, setRecount] = useState<number>();
  if (view === undefined) return null;
  if (view === null) return <Notice state="warn" happened={words(language, 'results.notYours')} />;
  const mayRecount = me.role === 'regency' || me.role === 'auditor';
  return (
    <>
      {stale !== undefined && (
        <Notice state="bad" happened={`${words(language, 'results.old')} ${officeWords(language, stale)}`} />
      )}
      <AreaScreen {...{ language, me, area, view }} address={['hasil', election, contest]} hasVersions>
        {view.placesHere.length > 0 && (
          <OutcomePanel {...{ language, me, election, contest, area, view }} onChanged={load} />
        )}
      </AreaScreen>
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
