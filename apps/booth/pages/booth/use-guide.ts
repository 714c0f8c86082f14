import { useEffect, useRef, useState } from 'preact/hooks';
import type { Photos } from './photos.ts';
import type { Guide } from './voice/guide.ts';
import type { VoiceRoute, VoterSettings } from './voter-settings.ts';
import type { PlaceView } from './wire.ts';

/** Spoken guidance as the screen needs it; without voices nothing is said and nothing is offered. */
export interface ScreenGuide {
  readonly routes: readonly VoiceRoute[];
  /** The step can be read aloud, or into the voter's ears. */
  readonly canRead: boolean;
  /** @param first said before the step */
  readonly readStep: (first?: readonly string[]) => void;
  readonly say: (keys: readonly string[]) => void;
}

/**
 * Loads spoken guidance after everything that a voter needs who does not listen.
 * @param onHeadphonesChanged names must not be said any more
 */
export function useGuide(
  opened: { readonly place: PlaceView; readonly photos: Promise<Photos> } | null,
  settings: VoterSettings,
  onHeadphonesChanged: () => void,
): ScreenGuide {
  const [guide, setGuide] = useState<Guide | null>(null);
  const latest = useRef(onHeadphonesChanged);
  latest.current = onHeadphonesChanged;
  useEffect(() => {
    if (opened === null || opened.place.voices.length === 0) return;
    const { contests, voices, access } = opened.place;
    if (access.speaker === 'none' && !access.headphones) return;
    const load = async (): Promise<void> => {
      await opened.photos;
      const { openGuide } = await import('./voice/guide.ts');
      const loaded = await openGuide({
        contests,
        files: voices,
        mayCallAloud: access.speaker === 'general',
        onHeadphonesChanged: () => latest.current(),
      });
      setGuide(loaded);
    };
    // a booth whose guidance does not load is a booth without it
    load().catch(() => undefined);
  }, [opened]);

  const { voice, language } = settings;
  const before = useRef<VoiceRoute>('off');
  useEffect(() => {
    guide?.turnTo(voice, language);
    if (voice === 'headphones' && before.current !== voice) guide?.say(['guide.headphones.on', 'guide.how']);
    before.current = voice;
  }, [guide, voice, language]);
  const access = opened?.place.access;
  if (guide === null || access === undefined)
    return { routes: ['off'], canRead: false, readStep: () => undefined, say: () => undefined };
  return {
    routes: [
      'off',
      ...(access.speaker === 'general' ? (['speaker'] as const) : []),
      ...(access.headphones ? (['headphones'] as const) : []),
    ],
    canRead: voice !== 'off' || access.speaker === 'general',
    readStep: guide.readStep,
    say: guide.say,
  };
}
