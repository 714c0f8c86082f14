import type { LanguageCode } from '@bilik/words/language';
import { type SpokenContest, type VoiceClip, voiceClips } from '@bilik/words/voice';
import { voiceFile } from '@bilik/words/voice-keys';
import type { VoiceRoute } from '../voter-settings.ts';
import type { Voices } from './voices.ts';

/** Says clips one after the other. What is said last ends what is being said. */
export interface Speech {
  /** @param keys of clips; what is not for the room is left out unless headphones are confirmed */
  readonly say: (keys: readonly string[]) => void;
  /** The same, between two clips: what is being said goes on afterwards. */
  readonly sayBetween: (keys: readonly string[]) => void;
  readonly stop: () => void;
  readonly turnTo: (route: VoiceRoute, language: LanguageCode) => void;
  /** The clips whose words a text is made of, one after the other; none when it is not made of them. */
  readonly clipsOf: (text: string) => readonly string[];
}

/** @param voices every clip of the page */
export function openSpeech(contests: readonly SpokenContest[], voices: Voices): Speech {
  let route: VoiceRoute = 'off';
  let language: LanguageCode = 'id';
  let clips: ReadonlyMap<string, VoiceClip> = new Map();
  let texts: readonly VoiceClip[] = [];
  let playing: HTMLAudioElement | null = null;
  let queue: string[] = [];

  function playNext(): void {
    playing = null;
    const file = queue.shift();
    if (file === undefined) return;
    const address = voices.get(file);
    if (address === undefined) {
      playNext();
      return;
    }
    const audio = new Audio(address);
    audio.dataset['clip'] = file;
    playing = audio;
    audio.addEventListener('ended', () => {
      if (playing === audio) playNext();
    });
    // a machine without a sound output refuses: the rest would be refused as well
    audio.play().catch(() => undefined);
  }
  const stop = (): void => {
    queue = [];
    playing?.pause();
    playing = null;
  };
  const mayBeSaid = ({ audience }: VoiceClip): boolean =>
    route === 'headphones' || (route === 'speaker' && audience === 'anyone');

  const filesOf = (keys: readonly string[]): string[] =>
    keys.flatMap((key) => {
      const clip = clips.get(key);
      return clip !== undefined && mayBeSaid(clip) ? [voiceFile(language, key)] : [];
    });

  return {
    stop,
    say(keys) {
      stop();
      queue = filesOf(keys);
      playNext();
    },
    sayBetween(keys) {
      queue = [...filesOf(keys), ...queue];
      if (playing === null) playNext();
    },
    turnTo(nextRoute, nextLanguage) {
      stop();
      route = nextRoute;
      language = nextLanguage;
      const all = voiceClips(language, contests);
      clips = new Map(all.map((clip) => [clip.key, clip]));
      // a text on the screen is never taken for a name: names are said by their own mark only
      texts = all.filter(({ audience }) => audience === 'anyone');
    },
    clipsOf(text) {
      const search = (rest: string): string[] | null => {
        if (rest === '') return [];
        for (const clip of texts) {
          if (rest !== clip.text && !rest.startsWith(`${clip.text} `)) continue;
          const others = search(rest.slice(clip.text.length).trim());
          if (others !== null) return [clip.key, ...others];
        }
        return null;
      };
      return search(text.trim()) ?? [];
    },
  };
}
