import { Button, ButtonRow } from '@bilik/ui/button';
import { callApi } from '@bilik/ui/call';
import { CopyLine } from '@bilik/ui/copy-line';
import { useSay } from '@bilik/ui/language';
import { QrPicture } from '@bilik/ui/qr-picture';
import { useState } from 'preact/hooks';
import { Anything, type OutsideView, Refusal } from './wire.ts';
import { words } from './words.ts';

type Table = OutsideView['tests'][number];

/** The logic and accuracy test as its officers have it: a sheet of cards for each booth, and the slips that fell. */
export function TestView({ outside }: { readonly outside: OutsideView }) {
  const say = useSay(words);
  return (
    <section class="cards">
      <p>{say('exercise.test.means')}</p>
      {outside.tests.map((table) => (
        <BoothTest key={table.booth} table={table} url={outside.addresses.booths[table.booth - 1]} />
      ))}
      <ButtonRow>
        <Button
          onPress={async () => {
            await callApi('/api/burn-test-paper', {}, { value: Anything, refusal: Refusal });
          }}
        >
          {say('exercise.test.burn')}
        </Button>
      </ButtonRow>
      <p>
        <a href="/kartu-uji.pdf" target="_blank" rel="noreferrer">
          {say('exercise.test.sheets')}
        </a>
      </p>
    </section>
  );
}

function BoothTest({ table, url }: { readonly table: Table; readonly url: string | undefined }) {
  const say = useSay(words);
  const [at, setAt] = useState(0);
  const card = table.cards[at];
  const { booth } = table;
  const script = table.cards.filter(({ choices }) => choices.length > 0).length;
  return (
    <section class="card-in-hand">
      {card !== undefined && <QrPicture text={card.code} label={say('exercise.cards.code')} widthMm={42} />}
      <div class="card-in-hand__said">
        <h2>
          {at < script
            ? say('exercise.test.card', { booth, number: at + 1, of: script })
            : say('exercise.test.spare', { booth })}
        </h2>
        {card !== undefined && (
          <>
            {card.choices.map((choice) => (
              <p key={choice}>
                {say('exercise.test.touch')} <strong>{choice}</strong>
              </p>
            ))}
            <CopyLine label={say('exercise.cards.code')} value={card.code} groupSize={4} />
          </>
        )}
        <ButtonRow>
          <Button onPress={() => setAt(Math.min(at + 1, table.cards.length - 1))}>
            {say('exercise.test.next')}
          </Button>
          <Button kind="quiet" onPress={() => setAt(Math.max(at - 1, 0))}>
            {say('exercise.test.previous')}
          </Button>
        </ButtonRow>
        {url !== undefined && (
          <p>
            <a href={url} target="_blank" rel="noreferrer">
              {say('exercise.cards.toBooth', { number: booth })}
            </a>
          </p>
        )}
        <p>{say('exercise.test.slips')}</p>
        <ul>
          {table.slips.map(({ option, votes }) => (
            <li key={option}>
              {option}: <strong>{votes}</strong>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
