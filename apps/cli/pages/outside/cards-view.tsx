import { Button, ButtonRow } from '@bilik/ui/button';
import { callApi } from '@bilik/ui/call';
import { CopyLine } from '@bilik/ui/copy-line';
import { Figure, Figures } from '@bilik/ui/figure';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { QrPicture } from '@bilik/ui/qr-picture';
import { useState } from 'preact/hooks';
import type { CardInHand } from './card-in-hand.ts';
import { TrackersInHand } from './trackers-in-hand.tsx';
import { Anything, type OutsideView, Refusal, TakenCard } from './wire.ts';
import { words } from './words.ts';

const AFTER_CLOSING: readonly string[] = ['closed', 'counted', 'sealed'];
const isOver = ({ day }: OutsideView): boolean => day !== null && AFTER_CLOSING.includes(day.phase);

/** The pile on its table, and the card in the hand of whoever took the top one. */
export function CardsView({ outside, card }: { readonly outside: OutsideView; readonly card: CardInHand }) {
  const say = useSay(words);
  const [isEmpty, setEmpty] = useState(false);
  const [isNotTaken, setNotTaken] = useState(false);
  const { code } = card;

  const take = async (): Promise<void> => {
    const answer = await callApi('/api/take-card', {}, { value: TakenCard, refusal: Refusal });
    setNotTaken(false);
    if (answer.ok) card.hold(answer.value.code);
    else setEmpty(answer.error.type === 'refused');
  };
  const giveBack = async (held: string): Promise<void> => {
    const answer = await callApi('/api/return-card', { code: held }, { value: Anything, refusal: Refusal });
    if (answer.ok) card.putAway();
    else setNotTaken(answer.error.type === 'refused');
  };

  return (
    <section class="cards">
      {isEmpty && <Notice state="warn" happened={say('exercise.cards.empty')} />}
      {isNotTaken && <Notice state="warn" happened={say('exercise.cards.notReturned')} />}
      {code === null ? (
        <>
          <p>{say('exercise.cards.when')}</p>
          <ButtonRow>
            <Button
              kind="primary"
              size="large"
              disabledBecause={isOver(outside) ? say('exercise.cards.over') : undefined}
              onPress={take}
            >
              {say('exercise.cards.take')}
            </Button>
          </ButtonRow>
        </>
      ) : (
        <div class="card-in-hand">
          <QrPicture text={code} label={say('exercise.cards.code')} widthMm={42} />
          <div class="card-in-hand__said">
            <h2>{say('exercise.cards.taken')}</h2>
            <CopyLine label={say('exercise.cards.code')} value={code} groupSize={4} />
            <ul class="booth-links">
              {outside.addresses.booths.map((url, index) => (
                <li key={url}>
                  <a href={url} target="_blank" rel="noreferrer">
                    {say('exercise.cards.toBooth', { number: index + 1 })}
                  </a>
                </li>
              ))}
            </ul>
            <ButtonRow>
              <Button onPress={card.putAway}>{say('exercise.cards.putAway')}</Button>
              <Button onPress={() => giveBack(code)}>{say('exercise.cards.giveBack')}</Button>
            </ButtonRow>
          </div>
        </div>
      )}
      <TrackersInHand outside={outside} />
      <Figures>
        <Figure label={say('exercise.cards.left')} value={outside.cardsLeft} />
        <Figure label={say('exercise.cards.returned')} value={outside.cardsReturned} />
      </Figures>
      {code !== null && <p>{say('exercise.cards.when')}</p>}
      <p>{say('exercise.cards.folded')}</p>
      <p>
        <a href="/kartu.pdf" target="_blank" rel="noreferrer">
          {say('exercise.cards.sheets')}
        </a>
      </p>
    </section>
  );
}
