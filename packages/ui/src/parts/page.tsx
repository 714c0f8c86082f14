import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import { documentLanguage, type Language, type LanguageCode, standardLanguage } from '@bilik/words/language';
import { phrasesOf } from '@bilik/words/phrases';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Announcer } from './announcer.tsx';
import { GuidedLine } from './guided-line.tsx';
import { LanguageContext } from './language.tsx';
import { Shape } from './shape.tsx';

const phrase = phrasesOf(common, parts);

export interface PageProps {
  /** What this screen is: "Meja e-verifikasi". Also the window's title. */
  readonly title: string;
  /** The polling place: "TPS 01 Melati". */
  readonly place?: string | undefined;
  /** Where it is: "Desa Sukamaju, Kecamatan …". */
  readonly area?: string | undefined;
  readonly language: LanguageCode;
  readonly onLanguage?: ((language: Language) => void) | undefined;
  /** Shows LATIHAN on every part of the screen. */
  readonly exercise: boolean;
  /** The same with UJI: the logic and accuracy test, whose ballots are no votes. */
  readonly test?: boolean;
  /** The phase, usually `<PhaseBadge …>`. */
  readonly badge?: ComponentChildren;
  /** More beside the badge: in the booth, the way to letters, language and voice. */
  readonly tools?: ComponentChildren;
  /** What to do next. */
  readonly guide?: ComponentChildren;
  readonly children: ComponentChildren;
  /** Whether the process behind this page answers; `null` when the page has none. */
  readonly connected?: boolean | null | undefined;
  /** Whether that process can record now; left out: it can. */
  readonly takesWrites?: boolean | undefined;
  /** How many records wait to be sent, when this screen knows. */
  readonly waitingToSend?: number | undefined;
  /** More at the foot: software, address. */
  readonly foot?: ComponentChildren;
}

/** The frame of every screen: where we are, whether it is an exercise, what to do next, and the honest state at the foot. */
export function Page(props: PageProps) {
  const { title, place, area, language, exercise, test = false, guide, connected = null } = props;
  useEffect(() => {
    document.documentElement.lang = documentLanguage(language);
  }, [language]);
  useEffect(() => {
    const mark = exercise || test ? `${markOf(language, { exercise, test })} · ` : '';
    document.title = `${mark}${title}${place === undefined ? '' : ` · ${place}`}`;
  }, [title, place, exercise, test, language]);

  return (
    <LanguageContext.Provider value={language}>
      <Announcer>
        <div class="screen">
          <a class="skip" href="#main">
            {phrase(language, 'parts.skipToMain')}
          </a>
          {(exercise || test) && <ExerciseBand language={language} exercise={exercise} test={test} />}
          <header class="head">
            <div class="head__names">
              <h1 class="head__title">{title}</h1>
              {place !== undefined && (
                <p class="head__place">
                  <strong>{place}</strong>
                  {area !== undefined && ` · ${area}`}
                </p>
              )}
            </div>
            <div class="head__state">
              {props.badge}
              {props.tools}
              {props.onLanguage !== undefined && (
                <LanguageSwitch language={standardLanguage(language)} onLanguage={props.onLanguage} />
              )}
            </div>
          </header>
          <div class="weave" />
          {guide !== undefined && guide !== null && <GuidedLine>{guide}</GuidedLine>}
          <main class="main" id="main" tabIndex={-1}>
            {props.children}
          </main>
          <footer class="foot">
            {connected !== null && (
              <>
                <FootState language={language} state={footState(connected, props.takesWrites ?? true)} />
                <span>{phrase(language, 'common.noNetworkNeeded')}</span>
              </>
            )}
            {props.waitingToSend !== undefined && props.waitingToSend > 0 && (
              <span>{phrase(language, 'common.waitingToSend', { count: props.waitingToSend })}</span>
            )}
            {props.foot}
          </footer>
        </div>
      </Announcer>
    </LanguageContext.Provider>
  );
}

const FOOT_STATES = {
  saved: { tone: 'good', shape: 'check', words: 'common.saved' },
  notSaving: { tone: 'bad', shape: 'cross', words: 'common.notSaving' },
  cutOff: { tone: 'bad', shape: 'cross', words: 'common.notConnected' },
} as const;

function footState(isConnected: boolean, takesWrites: boolean): keyof typeof FOOT_STATES {
  if (!isConnected) return 'cutOff';
  return takesWrites ? 'saved' : 'notSaving';
}

/** Whether what is done on this screen is kept. */
function FootState(props: { readonly language: LanguageCode; readonly state: keyof typeof FOOT_STATES }) {
  const { tone, shape, words } = FOOT_STATES[props.state];
  return (
    <span class={`foot__state tone--${tone}`}>
      <Shape name={shape} />
      {phrase(props.language, words)}
    </span>
  );
}

/** What of a screen is not real. */
interface NotReal {
  readonly exercise: boolean;
  readonly test: boolean;
}

/** `LATIHAN`, `UJI`, or both. */
function markOf(language: LanguageCode, { exercise, test }: NotReal): string {
  const words = [
    ...(exercise ? [phrase(language, 'common.exercise')] : []),
    ...(test ? [phrase(language, 'common.test')] : []),
  ];
  return words.join(' · ');
}

/** The mark of an exercise or a test: a band that stays in sight and a frame around the whole screen. */
export function ExerciseBand({
  language,
  exercise = true,
  test = false,
}: { readonly language: LanguageCode } & Partial<NotReal>) {
  const mark = markOf(language, { exercise, test });
  return (
    <section class="exercise" aria-label={mark}>
      <span class="exercise__said">
        <strong class="exercise__word">{mark}</strong>
        <span class="exercise__text">
          {phrase(language, test ? 'common.test.explained' : 'common.exercise.explained')}
        </span>
      </span>
      <span class="exercise__end" />
    </section>
  );
}

export interface LanguageSwitchProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** Switches to the other language; its name stands in that language. */
export function LanguageSwitch({ language, onLanguage }: LanguageSwitchProps) {
  const other: Language = language === 'id' ? 'en' : 'id';
  return (
    <button type="button" class="language-switch" lang={other} onClick={() => onLanguage(other)}>
      {phrase(other, `common.language.${other}`)}
    </button>
  );
}

/**
 * The heading of one step of a screen that changes in place (the booth). It takes the focus when it appears, so that a
 * screen reader reads the new step and the keyboard starts from its top.
 */
export function StepHeading({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // together with the screen: whoever listens or types must never meet the new step without its focus
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <h2 class="step-heading" ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
