import { checkDraw } from '@bilik/preparation';
import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { StateBadge } from '@bilik/ui/state-badge';
import { Steps } from '@bilik/ui/steps';
import { useState } from 'preact/hooks';
import { paperAddress } from '../call-act.ts';
import { nameOf, type VillageProps, words } from './candidates-wire.ts';
import { ArrivalForm } from './draw-arrival.tsx';
import { forgetSecrets, keptSecrets, sha256 } from './draw-secrets.ts';

const STEPS = ['arrival', 'words', 'dice', 'numbers'] as const;
const DICE = [1, 2, 3, 4, 5, 6] as const;

interface DrawProps extends VillageProps {
  readonly mayAct: boolean;
}

/** The draw before everybody, on a large screen: who came, what binds them, the dice, the numbers. */
export function DrawScreen(props: DrawProps) {
  const { election, village, language, mayAct } = props;
  const { draw } = village;
  const [again, setAgain] = useState<string>();
  const determined = village.candidates.filter(({ state }) => state === 'determined');
  const record = draw?.record ?? null;
  const isBegun = draw !== null && again === undefined;
  const now = record !== null ? 4 : isBegun ? 2 : 0;
  return (
    <section class="draw">
      <StepHeading>
        {words(language, record === null ? 'draw.title' : 'draw.done', { name: village.name })}
      </StepHeading>
      <Steps
        label={words(language, 'draw.steps')}
        steps={STEPS.map((step, index) => ({
          key: step,
          label: words(language, `draw.step.${step}`),
          state: index < now ? 'done' : index === now ? 'now' : 'next',
        }))}
      />
      {determined.length === 0 && <Notice state="info" happened={words(language, 'draw.notYet')} />}
      {draw !== null && draw.attempts > 1 && (
        <p>{words(language, 'draw.attempts', { attempts: draw.attempts })}</p>
      )}
      {record === null && !isBegun && determined.length > 0 && mayAct && (
        <ArrivalForm {...props} reason={again ?? null} onBegun={() => setAgain(undefined)} />
      )}
      {record === null && isBegun && (
        <>
          <Notice state="info" happened={words(language, 'draw.locked')} />
          <ol class="draw__locks">
            {draw.arrivals.map(({ candidate, commitment }) => (
              <li key={candidate}>
                <strong>{words(language, 'draw.commitment', { name: nameOf(village, candidate) })}</strong>
                <code>{commitment.match(/.{8}/g)?.join(' ')}</code>
              </li>
            ))}
          </ol>
          {mayAct &&
            (keptSecrets(election, village.code, draw.arrivals) === undefined ? (
              <LostWords language={language} onAgain={setAgain} />
            ) : (
              <DiceForm {...props} />
            ))}
        </>
      )}
      {record !== null && <Numbers {...props} record={record} />}
    </section>
  );
}

function DiceForm({ election, village, language, carryOut }: DrawProps) {
  const [dice, setDice] = useState<readonly string[]>(DICE.map(() => ''));
  const finish = async () => {
    const reveals = keptSecrets(election, village.code, village.draw?.arrivals ?? []);
    if (reveals === undefined) return;
    const done = await carryOut('candidates.finish-draw', { dice: dice.map(Number), reveals }, '');
    if (done) forgetSecrets(election, village.code);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void finish();
      }}
    >
      <p class="big">{words(language, 'draw.dice.guide')}</p>
      <div class="draw__dice">
        {DICE.map((order, index) => (
          <Field
            key={order}
            label={words(language, 'draw.die', { order })}
            inputMode="numeric"
            maxLength={1}
            value={dice[index] ?? ''}
            onInput={(value) =>
              setDice(dice.map((die, at) => (at === index ? value.replace(/[^1-6]/g, '') : die)))
            }
          />
        ))}
      </div>
      <Button kind="primary" size="large" submit>
        {words(language, 'draw.reveal')}
      </Button>
    </form>
  );
}

function LostWords(props: { readonly language: 'id' | 'en'; readonly onAgain: (reason: string) => void }) {
  const { language, onAgain } = props;
  const [reason, setReason] = useState('');
  return (
    <form
      class="office__narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onAgain(reason.trim());
      }}
    >
      <Notice state="warn" happened={words(language, 'draw.lost')} toDo={words(language, 'draw.lost.toDo')} />
      <Field
        label={words(language, 'draw.again.reason')}
        value={reason}
        onInput={setReason}
        maxLength={500}
      />
      <Button submit>{words(language, 'draw.again')}</Button>
    </form>
  );
}

function Numbers(
  props: DrawProps & { readonly record: NonNullable<NonNullable<VillageProps['village']['draw']>['record']> },
) {
  const { election, village, language, record } = props;
  const of = { election, village: village.code };
  // not believed from the wire: this browser draws again from the record
  const isRight = checkDraw(record, sha256).ok;
  return (
    <>
      <ol class="draw__numbers">
        {[...record.numbers]
          .sort((left, right) => left.number - right.number)
          .map(({ candidate, number }) => (
            <li key={candidate}>
              <span class="draw__ball">{number}</span>
              <span class="draw__name">{nameOf(village, candidate)}</span>
            </li>
          ))}
      </ol>
      <StateBadge
        state={isRight ? 'good' : 'bad'}
        word={words(language, isRight ? 'draw.checked' : 'draw.checkFailed')}
      />
      <p>{words(language, 'draw.done.how')}</p>
      <h3>{words(language, 'draw.words.shown')}</h3>
      <ul>
        {record.reveals.map(({ candidate, words: shown }) => (
          <li key={candidate}>
            {nameOf(village, candidate)}: “{shown}”
          </li>
        ))}
      </ul>
      <p>
        {words(language, 'draw.step.dice')}: {record.dice.join(' · ')}
      </p>
      <nav class="row">
        <a href={paperAddress('candidates.draw-record', of)}>{words(language, 'candidates.record')}</a>
        <a href={paperAddress('candidates.paper', { ...of, paper: 'draw' })}>
          {words(language, 'candidates.print.draw')}
        </a>
      </nav>
    </>
  );
}
