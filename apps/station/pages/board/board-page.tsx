import { asDevice } from '@bilik/ui/call';
import { useLive } from '@bilik/ui/live';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import { setScreenLook } from '@bilik/ui/screen';
import { PhaseBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words';
import { useEffect, useState } from 'preact/hooks';
import { useFollowing } from '../common/follow-station.ts';
import { LostPage } from '../common/lost-page.tsx';
import { OfflineNotice } from '../common/offline-notice.tsx';
import { placeName } from '../common/place-name.ts';
import { AttendanceView } from './attendance/attendance-view.tsx';
import { askBoard, type BoardView } from './board-answers.ts';
import { type BoardSay, boardPhrase, useBoardWords } from './board-words.ts';
import { ChecksView } from './checks/checks-view.tsx';
import { ClosingView } from './closing/closing-view.tsx';
import { DevicesView } from './devices/devices-view.tsx';
import { ExerciseContext } from './exercise-context.ts';
import { MediaView } from './media/media-view.tsx';
import { MediaPausedNotice } from './media/paused-notice.tsx';
import { nextStep } from './next-step.ts';
import { OutgoingScreen } from './outgoing/outgoing-screen.tsx';
import { OwnPlaceContext } from './own-place-context.ts';
import { ResultView } from './result/result-view.tsx';
import { TodayView } from './today/today-view.tsx';
import { isBeforeOpening } from './today/way-to-open.ts';
import { VIEWS, type ViewName, viewOf, viewOfPhase } from './view-names.ts';

/** The polling-place board: for the chair and members, and shown to the hall. */
export function BoardPage() {
  const live = useLive(asDevice('/api/live'), askBoard);
  const [language, setLanguage] = useState<Language>('id');
  const wished = useWishedView();
  useHallSize();
  useTop(live.value, wished);
  const say: BoardSay = (key, ...values) => boardPhrase(language, key, ...values);
  const view = live.value;
  useFollowing(live.state === 'offline', true);

  if (live.state === 'not-paired') {
    return <LostPage title={say('board.title')} language={language} onLanguage={setLanguage} />;
  }
  if (view === undefined) {
    return (
      <Page title={say('board.title')} language={language} onLanguage={setLanguage} exercise={false}>
        {live.state === 'offline' ? (
          <OfflineNotice live={live} />
        ) : (
          <p class="soft">{say('common.loading')}</p>
        )}
      </Page>
    );
  }

  const { state } = view;
  const next = nextStep(state, say, language);
  const shown = wished ?? viewOfPhase(state.phase);
  if (shown === 'qr-keluar') return <OutgoingScreen state={state} language={language} />;
  return (
    <Page
      title={say('board.title')}
      place={placeName(state.pollingPlace)}
      area={say('board.area', {
        village: state.area.village.name,
        subDistrict: state.area.subDistrict.name,
        regency: state.area.regency.name,
      })}
      language={language}
      onLanguage={setLanguage}
      exercise={state.kind === 'exercise'}
      test={state.logicTest.state === 'under-way'}
      badge={shown === 'hari-ini' ? undefined : <PhaseBadge phase={state.phase} size="large" />}
      guide={
        next.view === shown ? (
          next.text
        ) : (
          <>
            {next.text} <a href={`#${next.view}`}>{say(`board.view.${next.view}`)}</a>
          </>
        )
      }
      connected={live.state !== 'offline'}
      takesWrites={state.media.state !== 'paused'}
    >
      <OfflineNotice live={live} />
      <MediaPausedNotice state={state} />
      <DamagedNotice files={state.damaged} />
      <ViewTabs shown={shown} />
      <ExerciseContext.Provider value={state.kind === 'exercise'}>
        <OwnPlaceContext.Provider value={state.pollingPlace.id}>
          <View name={shown} view={view} onDone={live.refresh} />
        </OwnPlaceContext.Provider>
      </ExerciseContext.Provider>
    </Page>
  );
}

/** A file of the record is not what was written: whatever people are doing, this comes first. */
function DamagedNotice({ files }: { readonly files: readonly string[] }) {
  const say = useBoardWords();
  if (files.length === 0) return null;
  return (
    <Notice
      state="bad"
      happened={say('board.refused.record-damaged', { files: files.join(', ') })}
      notHappened={say('board.damaged.notHappened')}
      toDo={say('board.refused.record-damaged.toDo')}
    />
  );
}

function ViewTabs({ shown }: { readonly shown: ViewName }) {
  const say = useBoardWords();
  return (
    <nav class="tabs" aria-label={say('board.views')}>
      {VIEWS.map((name) => (
        <a key={name} class="tabs__tab" href={`#${name}`} aria-current={name === shown ? 'page' : undefined}>
          {say(`board.view.${name}`)}
        </a>
      ))}
    </nav>
  );
}

function View(props: {
  readonly name: Exclude<ViewName, 'qr-keluar'>;
  readonly view: BoardView;
  readonly onDone: () => void;
}) {
  const { name, view, onDone } = props;
  switch (name) {
    case 'hari-ini':
      return <TodayView view={view} onDone={onDone} />;
    case 'kehadiran':
      return <AttendanceView phase={view.state.phase} people={view.state.people} />;
    case 'penutupan':
      return <ClosingView view={view} onDone={onDone} />;
    case 'hasil':
      return <ResultView view={view} onDone={onDone} />;
    case 'media':
      return <MediaView state={view.state} onDone={onDone} />;
    case 'perangkat':
      return <DevicesView people={view.state.people} />;
    case 'kartu-dan-bukti':
      return <ChecksView state={view.state} />;
  }
}

/** The view in the address: it survives a reload, and the browser's own Back works. */
function useWishedView(): ViewName | undefined {
  const [wished, setWished] = useState(() => viewOf(location.hash));
  useEffect(() => {
    // Another hash, such as that of the skip link, asks for no view.
    const onHash = () => setWished((before) => viewOf(location.hash) ?? before);
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  return wished;
}

/** A view begins at its top, however far the one before it was read; so does the day when the polls open. */
function useTop(view: BoardView | undefined, wished: ViewName | undefined): void {
  const shown = view === undefined ? undefined : (wished ?? viewOfPhase(view.state.phase));
  const isToOpen = view !== undefined && isBeforeOpening(view.state.phase);
  useEffect(() => scrollTo(0, 0), [shown, isToOpen]);
}

/** On the hall's large screen everything is a step larger. */
function useHallSize(): void {
  useEffect(() => {
    const hall = matchMedia('(min-width: 1700px)');
    const follow = () => setScreenLook({ textSize: hall.matches ? 2 : 1 });
    follow();
    hall.addEventListener('change', follow);
    return () => hall.removeEventListener('change', follow);
  }, []);
}
