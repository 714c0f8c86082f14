import './voters.css';
import { Notice } from '@bilik/ui/notice';
import { standardLanguage } from '@bilik/words/language';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { ElectionChooser, electionMeant, type OfferedElection } from '../election-choice.tsx';
import { addressOf } from '../office-page.tsx';
import type { RoomProps } from '../rooms.ts';
import { DivisionScreen } from './division-screen.tsx';
import { DuplicatesScreen } from './duplicates-screen.tsx';
import { ImportScreen } from './import-screen.tsx';
import { ListScreen } from './list-screen.tsx';
import { ProposalsScreen } from './proposals-screen.tsx';
import { StagesScreen } from './stages-screen.tsx';
import { StatisticsScreen } from './statistics-screen.tsx';
import { electionsSchema, isVillage, type ScreenProps, words } from './voters-wire.ts';

const SCREENS = {
  desa: StagesScreen,
  berkas: ImportScreen,
  daftar: ListScreen,
  usulan: ProposalsScreen,
  ganda: DuplicatesScreen,
  tps: DivisionScreen,
  angka: StatisticsScreen,
} as const satisfies Readonly<Record<string, ComponentType<ScreenProps>>>;
type Tab = keyof typeof SCREENS;
const TABS = Object.keys(SCREENS).filter(isTab);

function isTab(text: string): text is Tab {
  return Object.hasOwn(SCREENS, text);
}

/** The voter lists: `#/pemilih/ELECTION/AREA/TAB/…`. */
export function VotersRoom({ me, language: code, path, goTo }: RoomProps) {
  const language = standardLanguage(code);
  const [elections, setElections] = useState<readonly OfferedElection[]>();
  useEffect(() => {
    void callAct('voters.elections', {}, electionsSchema).then((answer) =>
      setElections(answer.ok ? answer.value : []),
    );
  }, []);
  const [election = electionMeant(elections ?? [])?.id, area = me.area, tabText = 'desa', ...rest] = path;
  if (elections === undefined) return <p>{words(language, 'voters.loading')}</p>;
  if (election === undefined) return <Notice state="info" happened={words(language, 'voters.none')} />;
  const tab = isTab(tabText) ? tabText : 'desa';
  const Screen = SCREENS[tab];
  const shown = TABS.filter((name) => name !== 'tps' || isVillage(area));
  return (
    <div class="stack">
      {rest.length === 0 && (
        <ElectionChooser
          {...{ language, election }}
          offered={elections}
          onChoose={(id) => goTo(id, area, tab)}
        />
      )}
      <nav class="voters__tabs" aria-label={words(language, 'voters.tabs')}>
        {area !== me.area && (
          <a href={addressOf(['pemilih', election, me.area, 'desa'])}>{words(language, 'voters.back')}</a>
        )}
        {shown.map((name) => (
          <a
            key={name}
            href={addressOf(['pemilih', election, area, name])}
            aria-current={name === tab ? 'page' : undefined}
          >
            {words(language, `voters.tab.${name}`)}
          </a>
        ))}
      </nav>
      <Screen
        key={`${election} ${area} ${tab} ${rest.join(' ')}`}
        election={election}
        area={area}
        me={me}
        language={language}
        path={rest}
        goTo={(...further) => goTo(election, area, ...further)}
      />
    </div>
  );
}
