import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { Step } from '@bilik/ui/step';
import { useId, useState } from 'preact/hooks';
import { CoveredWindow } from './window-picture.tsx';
import type { PlaceView, StateView } from './wire.ts';
import { words } from './words.ts';

type Question = Extract<StateView, { name: 'question' }>;
export type QuestionAnswer = 'print-mark' | 'mark-is-there' | 'no-slip';

export interface QuestionStepProps {
  readonly question: Question;
  readonly window: boolean;
  readonly people: PlaceView['people'];
  readonly picture: string | null;
  /** What the printer says now, in words; `null` when it is ready. */
  readonly trouble: string | null;
  readonly onAnswer: (answer: QuestionAnswer, answeredBy: readonly string[]) => Promise<void>;
}

/** Something stopped in the middle: two people look at the paper and say what is on it. */
export function QuestionStep({ question, window, people, picture, trouble, onAnswer }: QuestionStepProps) {
  const say = useSay(words);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const isCast = question.about === 'cast';
  const look = window
    ? isCast
      ? 'booth.question.lookCast'
      : 'booth.question.lookVoid'
    : 'booth.question.lookInHand';
  const twoPeople = first !== '' && second !== '' && first !== second;
  const because = twoPeople ? undefined : say('booth.question.twoPeople');
  const answer = (said: QuestionAnswer) => () => onAnswer(said, [first, second]);
  return (
    <Step>
      <StepHeading>
        {say(question.why === 'restarted' ? 'booth.question.restarted' : 'booth.question.printer')}
      </StepHeading>
      <div class="beside-paper question lifts-curtain">
        <div class="beside-paper__words">
          <Notice
            state={isCast ? 'good' : 'warn'}
            happened={say(isCast ? 'booth.question.cast' : 'booth.question.void')}
            notHappened={
              trouble === null
                ? say('booth.question.printerReady')
                : say('booth.question.trouble', { why: trouble })
            }
            toDo={say(look)}
          />
          <p class="question__voter">{say('booth.question.voter')}</p>
          <CoveredWindow picture={picture} />
        </div>
        <div class="beside-paper__words">
          <div class="question__people">
            <PersonChoice
              label={say('booth.question.first')}
              people={people}
              value={first}
              onChange={setFirst}
            />
            <PersonChoice
              label={say('booth.question.second')}
              people={people}
              value={second}
              onChange={setSecond}
            />
          </div>
          <div class="question__answers">
            <Button size="large" wide disabledBecause={because} onPress={answer('print-mark')}>
              {say(isCast ? 'booth.question.printSah' : 'booth.question.printBatal')}
            </Button>
            <Button size="large" wide disabledBecause={because} onPress={answer('mark-is-there')}>
              {say(isCast ? 'booth.question.hasSah' : 'booth.question.hasBatal')}
            </Button>
            <Button size="large" wide disabledBecause={because} onPress={answer('no-slip')}>
              {say('booth.question.noSlip')}
            </Button>
          </div>
          {because !== undefined && (
            <p class="question__because" aria-hidden="true">
              {because}
            </p>
          )}
        </div>
      </div>
    </Step>
  );
}

function PersonChoice(props: {
  readonly label: string;
  readonly people: PlaceView['people'];
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const say = useSay(words);
  const id = useId();
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {props.label}
      </label>
      <select
        id={id}
        class="person-choice"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <option value="">{say('booth.question.choosePerson')}</option>
        {props.people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </div>
  );
}
