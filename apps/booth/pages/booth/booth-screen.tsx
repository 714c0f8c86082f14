import { callApi, explainCall } from '@bilik/ui/call';
import { HeadButton } from '@bilik/ui/head-button';
import { useLive } from '@bilik/ui/live';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import { setPixelsPerMillimetre, setScreenLook } from '@bilik/ui/screen';
import { useEffect, useRef, useState } from 'preact/hooks';
import { askBooth, askPlace, callHelp } from './booth-calls.ts';
import { BrokenStep } from './broken-step.tsx';
import { Curtain } from './curtain.tsx';
import { explainRefusal, printerWords } from './explain-refusal.ts';
import { takeInPhotos } from './photos.ts';
import { SettingsPanel } from './settings-panel.tsx';
import { StationUnheard } from './station-unheard.tsx';
import { useSwitchKeys } from './switch-keys.ts';
import { UnpairedStep } from './unpaired-step.tsx';
import { type ScreenGuide, useGuide } from './use-guide.ts';
import { USUAL_SETTINGS, type VoterSettings } from './voter-settings.ts';
import { VoterSteps } from './voter-steps.tsx';
import { openVoting } from './voting.ts';
import { holdsWord } from './wait-step.tsx';
import { type BoothView, type PlaceView, readRefusal, readState } from './wire.ts';
import { words } from './words.ts';
import { Working } from './working.tsx';

/** A command of the voter: its answer is the new state, which the live question brings anyway; what comes back here is only why not. */
export type Command = (path: string, body: unknown) => Promise<string | null>;

/** Printing and waiting for people may take long; the booth process answers when the paper has moved. */
const COMMAND_TIMEOUT_MS = 120_000;

export interface BoothScreenProps {
  /** What the booth process answered before the screen was drawn; without it the screen waits and asks. */
  readonly first: { readonly place: PlaceView | null; readonly booth: BoothView | undefined };
}

/** The whole booth: place and worker once, then whatever the booth process says is under way. */
export function BoothScreen({ first }: BoothScreenProps) {
  const [settings, setSettings] = useState(USUAL_SETTINGS);
  const [isSetting, setSetting] = useState(false);
  const [isHelped, setHelped] = useState(false);
  const [isUnplugged, setUnplugged] = useState(false);
  const [holdsCard, setHoldsCard] = useState(false);
  const { language } = settings;
  const [isBroken, setBroken] = useState(false);
  const open = (found: PlaceView) => {
    const voting = openVoting(found.election, () => setBroken(true));
    // after the tables, so that the first screen stands sooner; a card takes longer to type than both
    const photos = voting.warm.then(() => takeInPhotos(found.contests));
    return { place: found, voting, photos };
  };
  const [opened, setOpened] = useState(() => (first.place === null ? null : open(first.place)));
  const [isWarm, setWarm] = useState(false);
  const live = useLive('/api/live', askBooth, { first: first.booth });

  useEffect(() => {
    if (opened !== null) {
      void opened.voting.warm.then(() => setWarm(true));
      return;
    }
    // each time the booth process is heard again
    if (live.state === 'live') {
      void askPlace().then((answer) => {
        if (answer.ok) setOpened((known) => known ?? open(answer.value));
      });
    }
  }, [opened, live.state]);

  const command: Command = async (path, body) => {
    const answer = await callApi(path, body, {
      value: readState,
      refusal: readRefusal,
      timeoutMs: COMMAND_TIMEOUT_MS,
    });
    live.refresh();
    if (answer.ok) return null;
    if (answer.error.type === 'refused')
      return explainRefusal(language, answer.error.refusal, opened?.place.people ?? []);
    return words(language, explainCall(answer.error));
  };

  const applySettings = (next: VoterSettings): void => {
    setSettings(next);
    setScreenLook({ textSize: next.textSize, contrast: next.contrast });
  };

  const booth = live.value;
  const place = opened?.place ?? null;
  const isOfBefore = place !== null && booth !== undefined && booth.logicTest !== place.logicTest;
  useEffect(() => {
    if (isOfBefore) location.reload();
  }, [isOfBefore]);
  const access = place?.access;
  const pixels = access?.pixelsPerMillimetre;
  useEffect(() => {
    if (pixels !== undefined) setPixelsPerMillimetre(pixels);
  }, [pixels]);
  useSwitchKeys(access?.keys);
  const listens = settings.voice !== 'off';
  const isDark = settings.curtain;
  const readStep = useRef<ScreenGuide['readStep']>(() => undefined);
  useEffect(() => {
    if (isSetting || !listens) return;
    // who listens begins at the top of the step
    document.querySelector<HTMLElement>('.step-heading')?.focus();
    readStep.current(isDark ? ['guide.curtain.how'] : []);
  }, [isSetting, listens, isDark]);
  const guide = useGuide(opened, settings, () => {
    applySettings({ ...settings, voice: 'off', curtain: false });
    setUnplugged(true);
  });
  readStep.current = guide.readStep;
  const [isCallHeard, setCallHeard] = useState(false);
  const wasHelped = useRef(false);
  useEffect(() => {
    if (wasHelped.current === isHelped) return;
    wasHelped.current = isHelped;
    setCallHeard(false);
    let isCurrent = true;
    void callHelp(isHelped).then((isHeard) => isCurrent && setCallHeard(isHelped && isHeard));
    return () => {
      isCurrent = false;
    };
  }, [isHelped]);
  /** No ballot is on this page that would be gone with it. */
  const mayLeave =
    booth !== undefined && !holdsCard && (booth.state.name === 'idle' || booth.state.name === 'question');
  /** An officer stands here: a voter who only votes has no use for their link, and needs its room for the keypad. */
  const isOfficerHere =
    booth !== undefined && (isHelped || booth.state.name === 'question' || booth.phase !== 'open');
  return (
    <Page
      title={words(language, 'booth.title')}
      place={
        place === null
          ? undefined
          : `${place.pollingPlace} · ${words(language, 'booth.name', { number: place.booth })}`
      }
      area={place === null ? undefined : `${words(language, 'common.village')} ${place.village}`}
      language={language}
      exercise={place?.kind === 'exercise'}
      test={(place?.logicTest ?? null) !== null}
      // a voter has no use for "saved here" before anything is: only a broken line is said
      connected={live.state === 'offline' ? false : null}
      foot={mayLeave && isOfficerHere && <a href="/petugas/">{words(language, 'booth.officer')}</a>}
      tools={
        <>
          {guide.canRead && (
            <HeadButton onPress={() => guide.readStep()}>{words(language, 'guide.listen')}</HeadButton>
          )}
          {settings.curtain && (
            <HeadButton onPress={() => applySettings({ ...settings, curtain: false })}>
              {words(language, 'guide.curtain.open')}
            </HeadButton>
          )}
          <HeadButton
            onPress={() => {
              setHelped(true);
              guide.say(['guide.help.called']);
            }}
          >
            {words(language, 'guide.help')}
          </HeadButton>
          <HeadButton onPress={() => setSetting(true)}>{words(language, 'guide.settings.open')}</HeadButton>
        </>
      }
    >
      {isUnplugged && <Notice state="warn" happened={words(language, 'guide.headphones.changed')} />}
      {booth !== undefined && booth.waitsFor !== null && booth.isPaired !== false && !holdsWord(booth) && (
        <Notice state="warn" happened={words(language, 'booth.waitingStation')} />
      )}
      {booth?.stationUnheard &&
        booth.state.name === 'idle' &&
        booth.waitsFor === null &&
        booth.isPaired !== false && <StationUnheard />}
      {isBroken ? (
        <BrokenStep />
      ) : booth?.isPaired === false ? (
        <UnpairedStep />
      ) : opened === null || booth === undefined || booth.state.name === 'starting' ? (
        <Working words={words(language, 'booth.preparing')} />
      ) : (
        <VoterSteps
          place={opened.place}
          voting={opened.voting}
          photos={opened.photos}
          isWarm={isWarm}
          booth={booth}
          trouble={booth.trouble === null ? null : printerWords(language, booth.trouble)}
          troubleInWords={(trouble) => printerWords(language, trouble)}
          command={command}
          onHoldsCard={setHoldsCard}
          isHelped={isHelped}
          isCallHeard={isCallHeard}
          onHelped={() => setHelped(false)}
          onRemind={() => guide.say(['guide.remind'])}
          looksForCard={settings.voice !== 'off'}
          onVoterGone={() => {
            applySettings(USUAL_SETTINGS);
            setHelped(false);
            setUnplugged(false);
            setSetting(false);
          }}
        />
      )}
      {isSetting && (
        <SettingsPanel
          settings={settings}
          routes={guide.routes}
          onSettings={(next) => {
            setUnplugged(false);
            applySettings(next);
          }}
          onClose={() => setSetting(false)}
        />
      )}
      {settings.curtain && <Curtain />}
    </Page>
  );
}
