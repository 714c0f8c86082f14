import { askApi } from '@bilik/ui/call';
import { useLive } from '@bilik/ui/live';
import { Page } from '@bilik/ui/page';
import type { Language } from '@bilik/words';
import { useEffect, useState } from 'preact/hooks';
import { AddressesView } from './addresses-view.tsx';
import { useCardInHand } from './card-in-hand.ts';
import { CardsView } from './cards-view.tsx';
import { EnvelopesView } from './envelopes-view.tsx';
import { nextStep } from './next-step.ts';
import { PaperView } from './paper-view.tsx';
import { PrintersView } from './printers-view.tsx';
import { RegencyView } from './regency-view.tsx';
import { StartView } from './start-view.tsx';
import { TestView } from './test-view.tsx';
import { OutsideView } from './wire.ts';
import { words } from './words.ts';

const VIEWS = {
  mulai: { key: 'start', draw: StartView },
  uji: { key: 'test', draw: TestView },
  kartu: { key: 'cards', draw: CardsView },
  kotak: { key: 'paper', draw: PaperView },
  pencetak: { key: 'printers', draw: PrintersView },
  amplop: { key: 'envelopes', draw: EnvelopesView },
  kabupaten: { key: 'regency', draw: RegencyView },
  alamat: { key: 'addresses', draw: AddressesView },
} as const;
type ViewName = keyof typeof VIEWS;
const NAMES = Object.keys(VIEWS).filter(isView);

function isView(name: string): name is ViewName {
  return Object.hasOwn(VIEWS, name);
}

function viewOfAddress(): ViewName {
  const name = location.hash.slice(1);
  return isView(name) ? name : 'mulai';
}

/** The board says nothing to this page by itself; a newcomer who comes back from it wants the next step at once. */
const LOOK_AT_BOARD_MS = 3000;

const askOutside = () => askApi('/api/outside', { value: OutsideView });

/** The world outside the devices, in views that the address names. */
export function OutsideScreen() {
  const [language, setLanguage] = useState<Language>('id');
  const [view, setView] = useState<ViewName>(viewOfAddress);
  const card = useCardInHand();
  const live = useLive('/api/live', askOutside, { recheckMs: LOOK_AT_BOARD_MS });
  useEffect(() => {
    const follow = () => setView(viewOfAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const outside = live.value;
  const { draw: View } = VIEWS[view];
  return (
    <Page
      title={words(language, 'exercise.title')}
      place={outside?.pollingPlace}
      area={outside === undefined ? undefined : `${words(language, 'common.village')} ${outside.village}`}
      language={language}
      onLanguage={setLanguage}
      exercise={true}
      connected={live.state === 'connecting' ? null : live.state === 'live'}
      guide={outside && words(language, `exercise.next.${nextStep(outside, card.code !== null)}`)}
    >
      <nav class="views" aria-label={words(language, 'exercise.title')}>
        {NAMES.filter((name) => name !== 'kabupaten' || outside?.regency !== null).map((name) => (
          <a key={name} href={`#${name}`} aria-current={name === view ? 'page' : undefined}>
            {words(language, `exercise.view.${VIEWS[name].key}`)}
          </a>
        ))}
      </nav>
      {outside === undefined ? (
        <p>{words(language, 'common.loading')}</p>
      ) : (
        <View outside={outside} card={card} />
      )}
    </Page>
  );
}
