import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import { PairCode, type PairingTrouble } from '@bilik/ui/pair-code';
import type { Language } from '@bilik/words';
import { common } from '@bilik/words/catalogue/common';
import { pairing } from '@bilik/words/catalogue/pairing';
import { phrasesOf } from '@bilik/words/phrases';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useFollowing } from '../common/follow-station.ts';
import { LostStation } from '../common/offline-notice.tsx';
import { pageOf, rememberDevice } from '../common/own-device.ts';
import { placeName } from '../common/place-name.ts';
import { forgetHanded, type PreparedKeys } from '../common/prepared-keys.ts';
import { askQuestion, askSession, type Device, follow, type PairingQuestion, pair } from './pair-calls.ts';

const phrase = phrasesOf(common, pairing);

/** Between two questions to a station that does not answer yet, or is not the right one. */
const ASK_AGAIN_MS = 5_000;

/** Makes this browser one of the prepared devices of the polling place, and goes on to its page. */
export function PairPage({ keys }: { readonly keys: PreparedKeys | undefined }) {
  const [language, setLanguage] = useState<Language>('id');
  const [place, setPlace] = useState<PairingQuestion | null>(null);
  const [state, setState] = useState<'asking' | 'offline' | 'older' | 'to-pair' | 'going-on'>('asking');
  useFollowing(state === 'offline' || state === 'older', false, keys?.handed);
  const say = (key: Parameters<typeof phrase>[1] & `pairing.${string}`) =>
    // keys without values only
    (phrase as (language: Language, key: string) => string)(language, key);

  const beginning = useRef<Promise<void> | undefined>(undefined);
  /** One at a time: a second session would end the first while the page goes on with it. */
  const begin = (): Promise<void> => {
    beginning.current ??= beginOnce().finally(() => {
      beginning.current = undefined;
    });
    return beginning.current;
  };
  const beginOnce = async (): Promise<void> => {
    const question = await askQuestion();
    if (!question.ok) return setState('offline');
    setPlace(question.value);
    if (keys?.handed !== undefined) {
      const followed = await follow(keys, keys.handed);
      if (followed.ok && goOn(followed.value)) return setState('going-on');
      if (!followed.ok && followed.error === 'station-older') return setState('older');
      if (!followed.ok && followed.error !== 'not-paired') return setState('offline');
    }
    // a kiosk that was switched off and on is still paired
    const session = keys === undefined ? undefined : await askSession(keys.device);
    if (session?.ok === true && goOn(session.value)) return setState('going-on');
    if (keys?.code !== undefined) {
      const paired = await pair(keys, keys.code);
      if (paired.ok && goOn(paired.value)) return setState('going-on');
    }
    setState('to-pair');
  };
  // when the page opens, and until somebody answers who is the right one
  const [turns, setTurns] = useState(0);
  useEffect(() => {
    if (state === 'to-pair' || state === 'going-on') return;
    const timer = setTimeout(
      () => void begin().then(() => setTurns(turns + 1)),
      state === 'asking' ? 0 : ASK_AGAIN_MS,
    );
    return () => clearTimeout(timer);
  }, [state, turns]);

  const give = async (code: string): Promise<PairingTrouble | null> => {
    if (keys === undefined) return { type: 'device-not-prepared', seconds: 0 };
    const paired = await pair(keys, code);
    if (!paired.ok) return paired.error;
    goOn(paired.value);
    return null;
  };

  return (
    <Page
      title={say('pairing.title')}
      place={place === null ? undefined : placeName(place.pollingPlace)}
      area={place === null ? undefined : `${phrase(language, 'common.village')} ${place.village}`}
      language={language}
      onLanguage={setLanguage}
      exercise={place?.kind === 'exercise'}
      connected={state === 'offline' ? false : null}
    >
      {state === 'offline' ? (
        <LostStation onRetry={begin} />
      ) : state === 'older' ? (
        <Notice state="bad" happened={say('pairing.older')} toDo={say('pairing.older.toDo')} />
      ) : place === null || state !== 'to-pair' ? (
        <p class="soft">{phrase(language, 'common.loading')}</p>
      ) : (
        <>
          <PairCode name={keys === undefined ? undefined : nameOf(language, keys.device)} onCode={give} />
          {keys === undefined && place.kind === 'exercise' && <p>{say('pairing.notPrepared.exercise')}</p>}
        </>
      )}
    </Page>
  );
}

/** @returns false for a device whose page is not at the station */
function goOn({ role, device }: Device): boolean {
  const page = pageOf(role, device);
  if (page === undefined) return false;
  forgetHanded();
  rememberDevice(role, device);
  location.replace(page);
  return true;
}

const ROLES = ['desk', 'board', 'booth', 'trustee', 'reader', 'spare'] as const;

function nameOf(language: Language, device: string): string {
  const [role = '', number = ''] = device.split('-');
  const known = ROLES.find((one) => one === role);
  if (known === undefined) return device;
  return phrase(language, 'pairing.name', { role: phrase(language, `pairing.role.${known}`), number });
}
