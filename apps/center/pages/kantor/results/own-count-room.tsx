import './results.css';
import { DataTable } from '@bilik/ui/data-table';
import { Notice } from '@bilik/ui/notice';
import { formatPercent } from '@bilik/words/format';
import { type Language, standardLanguage } from '@bilik/words/language';
import { officeWords } from '../office-words.ts';
import type { RoomProps } from '../rooms.ts';
import { AreaScreen } from './area-screen.tsx';
import { ChooseContest } from './choose-contest.tsx';
import { HistoryScreen } from './history-screen.tsx';
import { type OwnCount, ownCountSchema, words } from './results-wire.ts';
import { useSums } from './use-sums.ts';

const ROOM = 'hitungan';

/** The internal count of elections that others conduct: `#/hitungan/ELECTION/CONTEST/AREA`, with a polling place behind it all of its versions. */
export function OwnCountRoom({ me, language: code, path, goTo }: RoomProps) {
  const language = standardLanguage(code);
  const [election, contest, area = me.area, place] = path;
  if (election === undefined || contest === undefined) {
    return (
      <ChooseContest
        {...{ language, conduct: 'other', room: ROOM, named: election, goTo }}
        none={words(language, 'results.own.none')}
        show={(only) => <OneArea key={only.election} {...{ language, me, ...only }} area={me.area} />}
      />
    );
  }
  if (place !== undefined) {
    return (
      <HistoryScreen
        key={place}
        {...{ language, election, contest, place }}
        back={[ROOM, election, contest, area]}
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
  const { view, stale } = useSums('tabulation.own-count', { election, contest, area }, ownCountSchema);
  if (view === undefined) return null;
  if (view === null) return <Notice state="warn" happened={words(language, 'results.notYours')} />;
  return (
    <>
      <h2>{view.title[language]}</h2>
      <Notice state="info" happened={words(language, 'results.own.notice')} />
      {stale !== undefined && (
        <Notice state="bad" happened={`${words(language, 'results.old')} ${officeWords(language, stale)}`} />
      )}
      <AreaScreen
        {...{ language, me, area, view }}
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
