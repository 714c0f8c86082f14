import { Button, ButtonRow } from '@bilik/ui/button';
import { useLive } from '@bilik/ui/live';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import { PhaseBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { CallNotice } from '../common/call-notice.tsx';
import { OfflineNotice } from '../common/offline-notice.tsx';
import { placeName } from '../common/place-name.ts';
import { askDeskState, type DeskState, type Phase } from './desk-answers.ts';
import { type DeskSay, deskPhrase, useDeskWords } from './desk-words.ts';
import { type DeskStep, DeskWork } from './desk-work.tsx';
import { openKnownStation } from './known-station.ts';
import { LiveCounts } from './live-counts.tsx';
import { ReaderLine } from './reader-line.tsx';
import { DeskSelfTest } from './self-test.tsx';

/** The check-in desk. @param deskNumber from the address; it is shown, and stands in each check-in */
export function DeskPage({ deskNumber }: { readonly deskNumber: number }) {
  const ask = useCallback(() => askDeskState(deskNumber), [deskNumber]);
  const live = useLive('/api/live', ask);
  const [language, setLanguage] = useState<Language>('id');
  const [step, setStep] = useState<DeskStep>('search');
  const say: DeskSay = (key, ...values) => deskPhrase(language, key, ...values);
  const known = useMemo(openKnownStation, []);
  const state = live.value;

  if (state === undefined) {
    return (
      <Page title={say('desk.title')} language={language} onLanguage={setLanguage} exercise={false}>
        {live.state === 'offline' ? (
          <CallNotice error={{ type: 'no-connection' }} onRetry={live.refresh} />
        ) : (
          <p class="soft">{say('desk.opening')}</p>
        )}
      </Page>
    );
  }

  const isRight = known.isRight(state.marks);
  const isOpen = isRight && state.phase === 'open';
  const isDesk = Number.isInteger(deskNumber) && deskNumber >= 1 && deskNumber <= state.desks;
  return (
    <Page
      title={isDesk ? say('desk.titleNumbered', { number: deskNumber }) : say('desk.title')}
      place={placeName(state.pollingPlace)}
      area={say('desk.area', { village: state.village })}
      language={language}
      onLanguage={setLanguage}
      exercise={state.kind === 'exercise'}
      badge={<PhaseBadge phase={state.phase} size="large" />}
      guide={say(isDesk ? guideFor(state.phase, step) : 'desk.next.wrongDesk')}
      connected={live.state !== 'offline'}
    >
      <OfflineNotice live={live} />
      {isDesk ? (
        <div class="beside">
          <div class="stack">
            {!isRight && <OlderStation />}
            {isRight && state.phase !== 'open' && <NotOpen phase={state.phase} />}
            {isRight && isBeforeOpening(state.phase) && (
              <DeskSelfTest deskNumber={deskNumber} state={state} onSent={live.refresh} />
            )}
            {/* Hidden and not gone: after a pause the officer goes on where the voter stands. */}
            <div hidden={!isOpen}>
              <DeskWork
                deskNumber={deskNumber}
                votingDate={state.votingDate}
                isActive={isOpen}
                card={state.card}
                mayBeHelped={state.mayBeHelped}
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
      ) : (
        <WrongDesk number={deskNumber} state={state} />
      )}
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

function WrongDesk({ number, state }: { readonly number: number; readonly state: DeskState }) {
  const say = useDeskWords();
  const desks = Array.from({ length: state.desks }, (_, index) => index + 1);
  return (
    <Notice
      state="info"
      happened={say('desk.wrongDesk.happened', { number: Number.isFinite(number) ? number : '?' })}
      toDo={say('desk.wrongDesk.toDo')}
    >
      <ButtonRow>
        {desks.map((desk) => (
          <Button key={desk} onPress={() => location.replace(`?desk=${desk}`)}>
            {say('desk.wrongDesk.choose', { number: desk })}
          </Button>
        ))}
      </ButtonRow>
    </Notice>
  );
}
