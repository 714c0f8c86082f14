import { asDevice } from '@bilik/ui/call';
import { useLive } from '@bilik/ui/live';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import { PhaseBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words';
import { useMemo, useState } from 'preact/hooks';
import { useFollowing } from '../common/follow-station.ts';
import { LostPage } from '../common/lost-page.tsx';
import { OfflineNotice } from '../common/offline-notice.tsx';
import { placeName } from '../common/place-name.ts';
import { askDeskState, type Phase } from './desk-answers.ts';
import { type DeskSay, deskPhrase, useDeskWords } from './desk-words.ts';
import { type DeskStep, DeskWork } from './desk-work.tsx';
import { openKnownStation } from './known-station.ts';
import { LiveCounts } from './live-counts.tsx';
import { ReaderLine } from './reader-line.tsx';
import { DeskSelfTest } from './self-test.tsx';

/** The check-in desk; which one it is, its session says. */
export function DeskPage() {
  const live = useLive(asDevice('/api/live'), askDeskState);
  const [language, setLanguage] = useState<Language>('id');
  const [step, setStep] = useState<DeskStep>('search');
  const say: DeskSay = (key, ...values) => deskPhrase(language, key, ...values);
  const known = useMemo(openKnownStation, []);
  const state = live.value;
  const isRight = state === undefined || known.isRight(state.marks);
  useFollowing(live.state === 'offline' || !isRight, true);

  if (live.state === 'not-paired') {
    return <LostPage title={say('desk.title')} language={language} onLanguage={setLanguage} />;
  }
  if (state === undefined) {
    return (
      <Page title={say('desk.title')} language={language} onLanguage={setLanguage} exercise={false}>
        {live.state === 'offline' ? <OfflineNotice live={live} /> : <p class="soft">{say('desk.opening')}</p>}
      </Page>
    );
  }

  const isOpen = isRight && state.phase === 'open';
  return (
    <Page
      title={say('desk.titleNumbered', { number: state.desk })}
      place={placeName(state.pollingPlace)}
      area={say('desk.area', { village: state.village })}
      language={language}
      onLanguage={setLanguage}
      exercise={state.kind === 'exercise'}
      badge={<PhaseBadge phase={state.phase} size="large" />}
      guide={say(guideFor(state.phase, step))}
      connected={live.state !== 'offline'}
      takesWrites={state.takesWrites}
    >
      <OfflineNotice live={live} />
      <div class="beside">
        <div class="stack">
          {!isRight && <OlderStation />}
          {isRight && state.phase !== 'open' && <NotOpen phase={state.phase} />}
          {isRight && isBeforeOpening(state.phase) && <DeskSelfTest state={state} onSent={live.refresh} />}
          {/* Hidden and not gone: after a pause the officer goes on where the voter stands. */}
          <div hidden={!isOpen}>
            <DeskWork
              deskNumber={state.desk}
              votingDate={state.votingDate}
              isActive={isOpen}
              isTrying={isBeforeOpening(state.phase)}
              card={state.card}
              mayBeHelped={state.mayBeHelped}
              mayBeMobile={(state.mobileBallots ?? 0) > 0}
              onStep={setStep}
              onRecorded={live.refresh}
            />
          </div>
        </div>
        <div class="stack">
          <LiveCounts state={state} />
          <ReaderLine reader={state.reader} />
        </div>
      </div>
    </Page>
  );
}

function guideFor(phase: Phase, step: DeskStep) {
  switch (phase) {
    case 'open':
      return `desk.next.${step}` as const;
    case 'paused':
      return 'desk.next.resume';
    case 'configured':
    case 'zero_proven':
      return 'desk.next.notOpen';
    default:
      return 'desk.next.ended';
  }
}

function NotOpen({ phase }: { readonly phase: Exclude<Phase, 'open'> }) {
  const say = useDeskWords();
  const kind = phase === 'paused' ? 'paused' : isBeforeOpening(phase) ? 'configured' : 'closed';
  return (
    <Notice
      state="info"
      happened={say(`desk.notOpen.${kind}.happened`)}
      notHappened={say(`desk.notOpen.${kind}.notHappened`)}
      toDo={say(`desk.notOpen.${kind}.toDo`)}
    />
  );
}

/** The machine that answers is not the one that this desk knows, nor went on from it. */
function OlderStation() {
  const say = useDeskWords();
  return (
    <Notice
      state="bad"
      happened={say('desk.older.happened')}
      notHappened={say('desk.older.notHappened')}
      toDo={say('desk.older.toDo')}
    />
  );
}

function isBeforeOpening(phase: Phase): boolean {
  return phase === 'configured' || phase === 'zero_proven';
}
