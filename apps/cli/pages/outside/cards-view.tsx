import { Button, ButtonRow } from '@bilik/ui/button';
import { callApi } from '@bilik/ui/call';
import { CopyLine } from '@bilik/ui/copy-line';
import { Figure, Figures } from '@bilik/ui/figure';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { QrPicture } from '@bilik/ui/qr-picture';
import { useState } from 'preact/hooks';
import { TrackersInHand } from './trackers-in-hand.tsx';
import { type OutsideView, Refusal, TakenCard } from './wire.ts';
import { words } from './words.ts';

/** The pile on its table. The card in the hand is known to this page only, and gone when it is put away. */
export function CardsView({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
  const [code, setCode] = useState<string | null>(null);
  const [isEmpty, setEmpty] = useState(false);

  const take = async (): Promise<void> => {
    const answer = await callApi('/api/take-card', {}, { value: TakenCard, refusal: Refusal });
    if (answer.ok) setCode(answer.value.code);
    else setEmpty(answer.error.type === 'refused');
  };

  return (
    <section class="cards">
      <p>{say('exercise.cards.when')}</p>
      <Figures>
        <Figure label={say('exercise.cards.left')} value={outside.cardsLeft} />
      </Figures>
      {isEmpty && <Notice state="warn" happened={say('exercise.cards.empty')} />}
      {code === null ? (
        <ButtonRow>
          <Button kind="primary" size="large" onPress={take}>
            {say('exercise.cards.take')}
          </Button>
        </ButtonRow>
      ) : (
        <div class="card-in-hand">
          <h2>{say('exercise.cards.taken')}</h2>
          <QrPicture text={code} label={say('exercise.cards.code')} widthMm={42} />
          <CopyLine label={say('exercise.cards.code')} value={code} groupSize={4} />
          <Button onPress={() => setCode(null)}>{say('exercise.cards.putAway')}</Button>
        </div>
      )}
      <TrackersInHand outside={outside} />
      <p>{say('exercise.cards.folded')}</p>
      <p>
        <a href="/kartu.pdf" target="_blank" rel="noreferrer">
          {say('exercise.cards.sheets')}
        </a>
      </p>
    </section>
  );
}
