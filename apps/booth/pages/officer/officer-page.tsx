import { Button } from '@bilik/ui/button';
import { askApi, callApi } from '@bilik/ui/call';
import { Figure, Figures } from '@bilik/ui/figure';
import { LanguageContext } from '@bilik/ui/language';
import { useLive } from '@bilik/ui/live';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import type { ProvedPerson } from '@bilik/ui/pin-entry';
import { StateBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words';
import { common } from '@bilik/words/catalogue/common';
import { officer } from '@bilik/words/catalogue/officer';
import { phrasesOf } from '@bilik/words/phrases';
import { useEffect, useState } from 'preact/hooks';
import { askPlace } from '../booth/booth-calls.ts';
import { explainRefusal, printerWords } from '../booth/explain-refusal.ts';
import { type PlaceView, readRefusal, readState } from '../booth/wire.ts';
import { type PaperView, readPaper } from './paper-view.ts';
import { RepairAct } from './repair-act.tsx';

const words = phrasesOf(common, officer);
const TONE = { enough: 'good', low: 'warn', 'nearly-out': 'bad' } as const;
/** A test print takes as long as a slip. */
const TIMEOUT_MS = 60_000;

type Act = 'roll' | 'test';
type Told = { readonly state: 'good' | 'warn'; readonly text: string };

const askPaper = () => askApi('/api/paper', { value: readPaper });

/** What officers and technicians do at a booth between two voters: see how far the paper goes, record a new roll, print a test slip. */
export function OfficerPage() {
  const [language, setLanguage] = useState<Language>('id');
  const [place, setPlace] = useState<PlaceView | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const live = useLive('/api/live', askPaper);
  const view: PaperView | undefined = live.value;
  useEffect(() => {
    if (place === null && live.state === 'live') {
      void askPlace().then((answer) => {
        if (answer.ok) setPlace(answer.value);
      });
    }
  }, [place, live.state]);

  const send = async (kind: Act, metres: number, confirmations: readonly ProvedPerson[]): Promise<void> => {
    const [path, body] =
      kind === 'roll'
        ? ['/api/change-roll', { metres, confirmations }]
        : ['/api/test-print', { confirmations }];
    const answer = await callApi(path, body, {
      value: readState,
      refusal: readRefusal,
      timeoutMs: TIMEOUT_MS,
    });
    setAct(null);
    live.refresh();
    if (answer.ok) {
      const text =
        kind === 'roll'
          ? words(language, 'officer.rollDone', { metres })
          : words(language, 'officer.testDone');
      setTold({ state: 'good', text });
      return;
    }
    setTold({ state: 'warn', text: refusalText(answer.error) });
  };

  const refusalText = (error: {
    readonly type: string;
    readonly refusal?: Parameters<typeof explainRefusal>[1];
  }): string => {
    const { refusal } = error;
    if (refusal?.type === 'not-now') return words(language, 'officer.notNow');
    if (refusal?.reason === 'phase-refused') return words(language, 'officer.refused');
    if (refusal?.type === 'station-refused') {
      const name = view?.people.find(({ id }) => id === refusal.person)?.name ?? '';
      if (refusal.reason === 'pin-wrong' && (refusal.waitSeconds ?? 0) === 0)
        return words(language, 'officer.pinWrong', { name });
      return explainRefusal(language, refusal, view?.people ?? []) ?? '';
    }
    const why = printerWords(language, refusal?.trouble ?? 'no-answer');
    return words(language, 'officer.notTaken', { why });
  };

  return (
    <Page
      title={words(language, 'officer.title')}
      place={
        place === null
          ? undefined
          : `${place.pollingPlace} · ${words(language, 'officer.booth', { number: place.booth })}`
      }
      area={place === null ? undefined : `${words(language, 'common.village')} ${place.village}`}
      language={language}
      onLanguage={setLanguage}
      exercise={place?.kind === 'exercise'}
      connected={live.state === 'offline' ? false : null}
    >
      <LanguageContext.Provider value={language}>
        {view !== undefined && act === null && (
          <div class="stack">
            {told !== null && <Notice state={told.state} happened={told.text} />}
            <section class="sheet stack">
              <div>
                <StateBadge state={TONE[view.paper]} word={words(language, `officer.paper.${view.paper}`)} />
              </div>
              <Figures>
                <Figure
                  label={words(language, 'officer.voters')}
                  value={view.left.voters}
                  note={words(language, 'officer.voters.note', {
                    metres: Math.floor(view.left.millimetres / 1_000),
                  })}
                  size="large"
                />
                <Figure label={words(language, 'officer.slips')} value={view.left.slips} />
              </Figures>
              {view.trouble !== null && (
                <Notice
                  state="warn"
                  happened={words(language, 'officer.trouble', { why: printerWords(language, view.trouble) })}
                />
              )}
              <p class="soft">{words(language, 'officer.reckoned')}</p>
              {place?.window === false && (
                <Notice state="info" happened={words(language, 'officer.noWindow')} />
              )}
            </section>
            <div class="button-row">
              <Button kind="primary" size="large" onPress={() => setAct('roll')}>
                {words(language, 'officer.roll')}
              </Button>
              <Button size="large" onPress={() => setAct('test')}>
                {words(language, 'officer.test')}
              </Button>
              <a class="button button--large button--quiet" href="/bilik/">
                {words(language, 'officer.back')}
              </a>
            </div>
          </div>
        )}
        {view !== undefined && act !== null && (
          <RepairAct
            key={act}
            title={words(language, act === 'roll' ? 'officer.roll' : 'officer.test')}
            asksMetres={act === 'roll'}
            people={view.people}
            isExercise={place?.kind === 'exercise'}
            back={words(language, 'common.back')}
            say={(key) => words(language, key)}
            onDone={(metres, confirmations) => send(act, metres, confirmations)}
            onBack={() => setAct(null)}
          />
        )}
      </LanguageContext.Provider>
    </Page>
  );
}
