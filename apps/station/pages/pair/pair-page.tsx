import { Page } from '@bilik/ui/page';
import { PairCode, type PairingTrouble } from '@bilik/ui/pair-code';
import type { Language } from '@bilik/words';
import { common } from '@bilik/words/catalogue/common';
import { pairing } from '@bilik/words/catalogue/pairing';
import { phrasesOf } from '@bilik/words/phrases';
import { useEffect, useState } from 'preact/hooks';
import { CallNotice } from '../common/call-notice.tsx';
import { pageOf, rememberDevice } from '../common/own-device.ts';
import { placeName } from '../common/place-name.ts';
import { askQuestion, askSession, type Device, type PairingQuestion, pair } from './pair-calls.ts';
import type { PreparedKeys } from './prepared-keys.ts';

const phrase = phrasesOf(common, pairing);

/** Makes this browser one of the prepared devices of the polling place, and goes on to its page. */
export function PairPage({ keys }: { readonly keys: PreparedKeys | undefined }) {
  const [language, setLanguage] = useState<Language>('id');
  const [place, setPlace] = useState<PairingQuestion | null>(null);
  const [isOffline, setOffline] = useState(false);
  const say = (key: Parameters<typeof phrase>[1] & `pairing.${string}`) =>
    // keys without values only
    (phrase as (language: Language, key: string) => string)(language, key);

  const begin = async (): Promise<void> => {
    const question = await askQuestion();
    setOffline(!question.ok);
    if (!question.ok) return;
    // a kiosk that was switched off and on is still paired
    const session = keys === undefined ? undefined : await askSession(keys.device);
    if (session?.ok === true && goOn(session.value)) return;
    if (keys?.code !== undefined) {
      const paired = await pair(keys, keys.code);
      if (paired.ok && goOn(paired.value)) return;
    }
    setPlace(question.value);
  };
  // once, when the page opens
  useEffect(() => {
    void begin();
  }, []);

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
      connected={isOffline ? false : null}
    >
      {isOffline ? (
        <CallNotice error={{ type: 'no-connection' }} onRetry={begin} />
      ) : place === null ? (
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
