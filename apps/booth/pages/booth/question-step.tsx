import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { PinEntry, type ProvedPerson } from '@bilik/ui/pin-entry';
import { Step } from '@bilik/ui/step';
import { useId, useState } from 'preact/hooks';
import { CoveredWindow } from './window-picture.tsx';
import type { PlaceView, StateView } from './wire.ts';
import { words } from './words.ts';
import { Working } from './working.tsx';

type Question = Extract<StateView, { name: 'question' }>;
export type QuestionAnswer = 'print-mark' | 'mark-is-there' | 'no-slip';

export interface QuestionStepProps {
  readonly question: Question;
  readonly window: boolean;
  readonly people: PlaceView['people'];
  readonly picture: string | null;
  /** What the printer says now, in words; `null` when it is ready. */
  readonly trouble: string | null;
  /** Why the last answer was not taken; `null` before one. */
  readonly problem: string | null;
  readonly isExercise: boolean;
  readonly onAnswer: (answer: QuestionAnswer, confirmations: readonly ProvedPerson[]) => Promise<void>;
}

/** Something stopped in the middle: two people look at the paper, say what is on it, and prove who they are. */
export function QuestionStep(props: QuestionStepProps) {
  const { question, window, people, picture, trouble, problem, onAnswer } = props;
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
  const [said, setSaid] = useState<QuestionAnswer | null>(null);
  const [isSending, setSending] = useState(false);
  const answerWords: Readonly<Record<QuestionAnswer, string>> = {
    'print-mark': say(isCast ? 'booth.question.printSah' : 'booth.question.printBatal'),
    'mark-is-there': say(isCast ? 'booth.question.hasSah' : 'booth.question.hasBatal'),
    'no-slip': say('booth.question.noSlip'),
  };
  const prove = async (confirmations: readonly ProvedPerson[]): Promise<void> => {
    if (said === null) return;
    setSending(true);
    await onAnswer(said, confirmations);
    setSending(false);
    setSaid(null);
  };
  if (isSending) return <Working words={say('booth.pin.working')} />;
  if (said !== null) {
    const signers = [first, second].flatMap((id) => people.filter((person) => person.id === id));
    return (
      <Step>
        <div class="card-step lifts-curtain">
          <PinEntry
            people={signers}
            onDone={(confirmations) => void prove(confirmations)}
            lead={
              <>
                <StepHeading>{say('booth.pin.heading')}</StepHeading>
                <p>{say('booth.pin.said', { answer: answerWords[said] })}</p>
              </>
            }
          >
            {props.isExercise && <p class="soft">{say('booth.pin.exercise')}</p>}
            <Button size="large" onPress={() => setSaid(null)}>
              {say('common.back')}
            </Button>
          </PinEntry>
        </div>
      </Step>
    );
  }
  return (
    <Step>
      <StepHeading>
        {say(question.why === 'restarted' ? 'booth.question.restarted' : 'booth.question.printer')}
      </StepHeading>
      <div class="beside-paper question lifts-curtain">
        <div class="beside-paper__words">
          {problem !== null && <Notice state="warn" happened={problem} />}
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
            {(['print-mark', 'mark-is-there', 'no-slip'] as const).map((one) => (
              <Button key={one} size="large" wide disabledBecause={because} onPress={() => setSaid(one)}>
                {answerWords[one]}
              </Button>
            ))}
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
