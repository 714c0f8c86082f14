import { TickField } from '@bilik/ui/field';
import { Keypad } from '@bilik/ui/keypad';
import { Notice, type NoticeProps } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { CallNotice } from '../../common/call-notice.tsx';
import type { WireError } from '../../common/wire-words.ts';
import { useBoardWords } from '../board-words.ts';
import { askCardStanding, type CardStanding } from './card-standing.ts';

const CODE_DIGITS = 24;

type Outcome =
  | { readonly type: 'standing'; readonly standing: CardStanding | 'mistyped' }
  | { readonly type: 'wire'; readonly error: WireError };

const TONE: Record<CardStanding | 'mistyped', NoticeProps['state']> = {
  ready: 'good',
  'no-release': 'good',
  'polls-not-open': 'good',
  used: 'info',
  void: 'warn',
  'in-use': 'info',
  foreign: 'warn',
  mistyped: 'warn',
};

/**
 * Says what a card is good for. The code stays in this page: what goes to the station is a question signed with the card, from which
 * nobody can vote. The code is covered while it is typed, because the hall looks on.
 */
export function CardCheck() {
  const say = useBoardWords();
  const [digits, setDigits] = useState('');
  const [isShown, setShown] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isRunning, setRunning] = useState(false);

  const check = async (code: string) => {
    setRunning(true);
    setOutcome(await standingOf(code));
    setRunning(false);
    setDigits('');
  };

  return (
    <section class="sheet stack">
      <h2>{say('board.card')}</h2>
      {isRunning && <p role="status">{say('common.working')}</p>}
      {!isRunning && outcome === null && <p>{say('board.card.means')}</p>}
      {outcome?.type === 'wire' && <CallNotice error={outcome.error} />}
      {outcome?.type === 'standing' && (
        <Notice
          state={TONE[outcome.standing]}
          happened={say(`board.card.${outcome.standing}`)}
          notHappened={say('board.card.notHappened')}
          toDo={say(`board.card.${outcome.standing}.toDo`)}
        />
      )}
      <Keypad
        label={say(outcome === null ? 'board.card.code' : 'board.card.another')}
        hint={say('board.card.code.hint')}
        value={digits}
        length={CODE_DIGITS}
        secret={!isShown}
        onChange={(typed) => {
          setDigits(typed);
          setOutcome(null);
        }}
        onComplete={(code) => void check(code)}
      />
      <TickField ticked={isShown} onTick={setShown}>
        {say('board.card.show')}
      </TickField>
    </section>
  );
}

async function standingOf(code: string): Promise<Outcome> {
  const { cardQuestion, isMistyped } = await import('./ballot-tools.ts');
  if (isMistyped(code)) return { type: 'standing', standing: 'mistyped' };
  try {
    const answer = await askCardStanding((nonce) => cardQuestion(code, nonce));
    if (answer.ok) return { type: 'standing', standing: answer.value.standing };
    return answer.error.type === 'refused'
      ? { type: 'wire', error: { type: 'broken', status: 409 } }
      : { type: 'wire', error: answer.error };
  } catch (error) {
    if (error instanceof TypeError) return { type: 'wire', error: { type: 'no-connection' } };
    throw error;
  }
}
