import './results.css';
import { DataTable } from '@bilik/ui/data-table';
import { Notice } from '@bilik/ui/notice';
import { formatPercent } from '@bilik/words/format';
import type { Language } from '@bilik/words/language';
import type { RoomProps } from '../rooms.ts';
import { AreaScreen } from './area-screen.tsx';
import { type ContestArea, ContestRoom } from './contest-room.tsx';
import { type OwnCount, ownCountSchema, words } from './results-wire.ts';
import { useSums } from './use-sums.ts';

const ROOM = 'hitungan';

/** The internal count of elections that others conduct: `#/hitungan/ELECTION/CONTEST/AREA`. */
export function OwnCountRoom(props: RoomProps) {
  return <ContestRoom {...props} room={ROOM} conduct="other" none="results.own.none" sums={OwnSums} />;
}

function OwnSums({ language, me, election, contest, area }: ContestArea) {
  const { view, stale } = useSums('tabulation.own-count', { election, contest, area }, ownCountSchema);
  if (view === undefined) return null;
  if (view === null) return <Notice state="warn" happened={words(language, 'results.notYours')} />;
  return (
    <>
      <h2>{view.title[language]}</h2>
      <Notice state="info" happened={words(language, 'results.own.notice')} />
      <AreaScreen
        {...{ language, me, area, view, stale }}
        address={[ROOM, election, contest]}
        hasVersions={me.role !== 'desk'}
      >
        <Votes {...{ language, view }} />
      </AreaScreen>
    </>
  );
}

/** Votes of everybody on the ballot, in its order; shares are of the valid votes of the places that are in. */
function Votes({ language, view }: { readonly language: Language; readonly view: OwnCount }) {
  const valid = view.own?.valid ?? 0;
  return (
    <DataTable
      caption={words(language, 'results.votes')}
      columns={[
        {
          key: 'name',
          header: words(language, 'results.candidate'),
          cell: ({ number, name }) => (number === null ? name : `${number}. ${name}`),
        },
        {
          key: 'votes',
          header: words(language, 'results.votes'),
          cell: ({ key }) => view.votes[key] ?? 0,
          numeric: true,
        },
        {
          key: 'share',
          header: words(language, 'results.share'),
          cell: ({ key }) => (valid === 0 ? '' : formatPercent(language, view.votes[key] ?? 0, valid)),
          numeric: true,
        },
      ]}
      rows={view.options}
      keyOf={({ key }) => key}
    />
  );
}
