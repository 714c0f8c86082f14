import './results.css';
import { Button } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import type { RoomProps } from '../rooms.ts';
import { AreaScreen } from './area-screen.tsx';
import { type ContestArea, ContestRoom } from './contest-room.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { areaSchema, words } from './results-wire.ts';
import { useSums } from './use-sums.ts';

/** The official sums: `#/hasil/ELECTION/CONTEST/AREA`. */
export function ResultsRoom(props: RoomProps) {
  return (
    <ContestRoom {...props} room="hasil" conduct="village-head" none="results.none" sums={OfficialSums} />
  );
}

function OfficialSums({ language, me, election, contest, area }: ContestArea) {
  const { view, stale, load } = useSums('tabulation.area', { election, contest, area }, areaSchema);
  const [recount, setRecount] = useState<number>();
  if (view === undefined) return null;
  if (view === null) return <Notice state="warn" happened={words(language, 'results.notYours')} />;
  const mayRecount = me.role === 'regency' || me.role === 'auditor';
  return (
    <>
      <AreaScreen {...{ language, me, area, view, stale }} address={['hasil', election, contest]} hasVersions>
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
