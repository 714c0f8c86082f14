import type { LanguageCode } from '@bilik/words/language';
import type { SpokenContest } from '@bilik/words/voice';
import { digitClip } from '@bilik/words/voice-keys';
import type { VoiceRoute } from '../voter-settings.ts';
import { openSpeech } from './speech.ts';
import { takeInVoices } from './voices.ts';

/** Spoken guidance through the screens: what is on the screen is what is said, so that no screen can be forgotten. */
export interface Guide {
  readonly turnTo: (route: VoiceRoute, language: LanguageCode) => void;
  /** The whole step, from its heading. @param first said before it */
  readonly readStep: (first?: readonly string[]) => void;
  readonly say: (keys: readonly string[]) => void;
}

/** What a step says by itself, in the order in which it stands. */
const WORDS =
  '.step-heading, .ballot__question, .faces .face[data-voice], .notice p, .told p, .booth-text, .booth-question, .field__hint, .question__voter, .dialog__title, .dialog__text p';
const NOT_WORDS = '.unseen, .notice__label';

function wordsOf(element: Element): string {
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const part of copy.querySelectorAll(NOT_WORDS)) part.remove();
  return (copy.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
}

/**
 * Loads every voice and watches the screen from then on.
 * @param onHeadphonesChanged sound outputs of the machine came or went while names could be heard
 */
export async function openGuide(input: {
  readonly contests: readonly SpokenContest[];
  readonly files: readonly string[];
  /** What is the same for everybody may be said aloud, also to a voter who did not ask for guidance. */
  readonly mayCallAloud: boolean;
  readonly onHeadphonesChanged: () => void;
}): Promise<Guide> {
  const speech = openSpeech(input.contests, await takeInVoices(input.files));
  let route: VoiceRoute = 'off';
  let language: LanguageCode = 'id';
  let room: Element | null = null;

  function clipsOf(element: Element): readonly string[] {
    const own = element instanceof HTMLElement ? element.dataset['voice'] : undefined;
    if (own !== undefined) return [own];
    if (element.matches('.keypad__key') && /^\d$/.test(wordsOf(element)))
      return [digitClip(wordsOf(element))];
    const clips = speech.clipsOf(element.getAttribute('aria-label') ?? wordsOf(element));
    // words of figures and people, that no clip says: a voter who cannot see must know of them
    return clips.length === 0 && element.matches('.notice__happened') ? ['guide.notice'] : clips;
  }
  const clipsOfRoom = (inside: Element): string[] =>
    [...inside.querySelectorAll(WORDS)]
      .filter((part) => part.closest('dialog') === inside.closest('dialog'))
      .flatMap(clipsOf);
  const roomOf = (element: Element): Element | null => element.closest('dialog, main');

  function read(element: Element): void {
    const nextRoom = roomOf(element);
    const isHeading = element.matches('.step-heading');
    const isNewRoom = nextRoom !== null && nextRoom !== room && nextRoom instanceof HTMLDialogElement;
    room = nextRoom;
    if (nextRoom !== null && (isHeading || isNewRoom))
      speech.say([...clipsOfRoom(nextRoom), ...(isHeading ? [] : clipsOf(element))]);
    else speech.say(clipsOf(element));
  }

  /**
   * To a voter without guidance by the loudspeaker, if there is one: then only what is for everybody. It cuts nothing off: who cannot see
   * the screen would never hear how it is used, because a camera is missing.
   */
  function callAloud(keys: readonly string[]): void {
    if (route === 'off') speech.turnTo(input.mayCallAloud ? 'speaker' : 'off', language);
    speech.sayBetween(keys);
  }

  document.addEventListener('focusin', (event) => {
    if (route !== 'off' && event.target instanceof Element) read(event.target);
  });
  document.addEventListener('change', (event) => {
    const chosen = event.target;
    if (route === 'off' || !(chosen instanceof HTMLInputElement)) return;
    const own = chosen.dataset['voice'];
    if (own !== undefined) speech.say([own, 'guide.chosen']);
  });
  new MutationObserver((changes) => {
    if (route === 'off') return;
    for (const { addedNodes } of changes) {
      for (const added of addedNodes) {
        if (!(added instanceof Element)) continue;
        // a notice inside a new step is read with the step
        if (added.matches('.notice, .reminder'))
          callAloud([...added.querySelectorAll('.notice p')].flatMap(clipsOf));
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
  navigator.mediaDevices?.addEventListener('devicechange', () => {
    if (route === 'headphones') input.onHeadphonesChanged();
  });

  return {
    turnTo(nextRoute, nextLanguage) {
      route = nextRoute;
      language = nextLanguage;
      speech.turnTo(nextRoute, nextLanguage);
    },
    readStep(first = []) {
      const main = document.querySelector('main');
      if (main === null) return;
      callAloud([]);
      speech.say([...first, ...clipsOfRoom(main)]);
    },
    say: callAloud,
  };
}
