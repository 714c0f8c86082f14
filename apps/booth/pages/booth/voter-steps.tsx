import { Button } from '@bilik/ui/button';
import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { Step } from '@bilik/ui/step';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Command } from './booth-screen.tsx';
import { askCardStanding } from './card-standing.ts';
import { CardStep } from './card-step.tsx';
import { FinishedStep, SlipStep, TrackerStep } from './casting-steps.tsx';
import { ChoiceStep, ReviewStep } from './choice-step.tsx';
import { ClosedStep, whyNotOpen } from './closed-step.tsx';
import { useFirstDigit } from './first-digit.ts';
import { HelpStep } from './help-step.tsx';
import { HiddenChoiceStep } from './hidden-choice-step.tsx';
import { OlderStep } from './older-step.tsx';
import type { Photos } from './photos.ts';
import { QuestionStep } from './question-step.tsx';
import { SelfTestStep } from './self-test-step.tsx';
import { Told } from './told.tsx';
import { useReminder, useUntouched } from './untouched.ts';
import type { MadeBallot, Voting } from './voting.ts';
import { holdsWord, WaitStep } from './wait-step.tsx';
import type { BoothView, PlaceView, StateView } from './wire.ts';
import { words } from './words.ts';
import { Working } from './working.tsx';

export interface VoterStepsProps {
  readonly place: PlaceView;
  readonly voting: Voting;
  /** Settles when every photo is in the page; nobody chooses before. */
  readonly photos: Promise<Photos>;
  readonly isWarm: boolean;
  readonly booth: BoothView;
  /** What the printer said last, in words. */
  readonly trouble: string | null;
  readonly troubleInWords: (trouble: string) => string;
  readonly command: Command;
  /** An officer was called by the voter, and has not gone yet. */
  readonly isHelped: boolean;
  /** The board knows that an officer is asked for. */
  readonly isCallHeard: boolean;
  readonly onHelped: () => void;
  /** The voter touches nothing and is reminded. */
  readonly onRemind: () => void;
  /** The camera looks for a card by itself: who listens does not find its button. */
  readonly looksForCard: boolean;
  /** Whether a card was entered whose ballot is not sent yet: it lives in this page alone. */
  readonly onHoldsCard: (holds: boolean) => void;
  /** The voter has finished or gone: the next one finds the screen as it was. */
  readonly onVoterGone: () => void;
}

/** How long the last words stay before the booth is free for the next voter. */
const FINISHED_SHOWN_MS = 25_000;

/** Whoever touches nothing for so long may have gone: digits of a card are cleared, and a choice is hidden. */
const UNTOUCHED_MS = 120_000;

/** Before that, whoever is slow is told that there is time. */
const REMIND_MS = 45_000;

/** A hidden choice that nobody asks for again is forgotten: the card is still unused. */
const HIDDEN_MS = 60_000;

/** The same while an officer is called, who has a printer to repair. */
const REPAIR_MS = 900_000;

/** Words about a voided ballot or a proof, which the voter may be reading with a telephone. */
const READ_MS = 300_000;

const CARD_PROBLEMS = {
  used: 'booth.card.used',
  void: 'booth.card.void',
  'in-use': 'booth.card.inUse',
  foreign: 'booth.card.foreign',
  'no-release': 'booth.card.noRelease',
  'polls-not-open': 'booth.card.notOpen',
} as const;

function isCardProblem(standing: string): standing is keyof typeof CARD_PROBLEMS {
  return Object.hasOwn(CARD_PROBLEMS, standing);
}

const WORKING = {
  'tracker-printing': 'booth.working.tracker',
  sealing: 'booth.working.slip',
  'slip-printing': 'booth.working.slip',
  confirming: 'booth.working.confirm',
  spoiling: 'booth.working.batal',
  proving: 'booth.working.prove',
} as const;

/** One voter from card to "your vote is in". The page keeps the choice only until it is sent or the voter leaves. */
export function VoterSteps(props: VoterStepsProps) {
  const { place, voting, isWarm, booth, trouble, command } = props;
  const say = useSay(words);
  const [digits, setDigits] = useState('');
  const [hasCard, setHasCard] = useState(false);
  const [photos, setPhotos] = useState<Photos>(new Map());
  const [answers, setAnswers] = useState<readonly number[]>([]);
  const [made, setMade] = useState<MadeBallot | null>(null);
  const [proof, setProof] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPrinterProblem, setPrinterProblem] = useState(false);
  const [busy, setBusy] = useState(false);
  const [isUntouched, setUntouched] = useState(false);
  const [isTesting, setTesting] = useState(false);
  /** The next voter's card has begun, and the booth process has not said yet that it is free. */
  const [isNext, setNext] = useState(false);
  const { state } = booth;
  const isTest = place.logicTest !== null;
  const { onHoldsCard } = props;
  useEffect(() => onHoldsCard(hasCard), [hasCard, onHoldsCard]);
  const mayBeNext = state.name === 'finished' || state.name === 'tracker-printed';
  useEffect(() => {
    if (!mayBeNext) setNext(false);
  }, [mayBeNext]);

  const forget = (): void => {
    voting.forget();
    setDigits('');
    setHasCard(false);
    setAnswers([]);
    setMade(null);
    setProof(null);
    setUntouched(false);
  };
  const reset = async (): Promise<void> => {
    forget();
    setProblem(null);
    await command('/api/reset', {});
  };
  const startNext = (digit: string): void => {
    void reset();
    setNext(true);
    setDigits((typed) => typed + digit);
  };
  const latestReset = useRef(reset);
  latestReset.current = reset;
  const finishedCast = state.name === 'finished' && state.outcome === 'cast';
  useLayoutEffect(() => {
    if (!finishedCast) return undefined;
    const timer = setTimeout(() => void latestReset.current(), FINISHED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [finishedCast]);

  const onVoterGone = useRef(props.onVoterGone);
  onVoterGone.current = props.onVoterGone;
  const isFinished = state.name === 'finished';
  // with the screen and not after it: the next voter's first touch finds nothing of the one before
  useLayoutEffect(() => (isFinished ? () => onVoterGone.current() : undefined), [isFinished]);

  useUntouched(state.name === 'idle' && !hasCard, UNTOUCHED_MS, () => {
    setDigits('');
    setProblem(null);
    onVoterGone.current();
  });
  const isHelped = props.isHelped && ['idle', 'tracker-printed', 'slip-held'].includes(state.name);
  const isHeldForOfficer =
    (state.name === 'idle' && hasCard && problem !== null) || (isHelped && state.name !== 'slip-held');
  const holdsChoice =
    !isHelped &&
    ((state.name === 'idle' && hasCard && problem === null) ||
      (state.name === 'tracker-printed' && made?.hash === state.hash));
  const isReminded = useReminder(
    (holdsChoice && !isUntouched) || (state.name === 'slip-held' && !isHelped),
    REMIND_MS,
    props.onRemind,
  );
  useUntouched(holdsChoice && !isUntouched, UNTOUCHED_MS, () => setUntouched(true));
  const leave = (): void => {
    void reset();
    onVoterGone.current();
  };
  useUntouched(holdsChoice && isUntouched, HIDDEN_MS, () => {
    leave();
    // for a voter who was only slow: the choice is gone, the card is not
    setProblem(say('booth.hidden.forgotten'));
  });
  useUntouched(isHeldForOfficer, REPAIR_MS, leave);
  useUntouched(isFinished && !finishedCast, READ_MS, leave);

  const enterCard = async (code: string): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const refused = isNext ? await command('/api/reset', {}) : null;
    const card = await voting.readCard(code);
    if (refused !== null) {
      setProblem(refused);
    } else if (!card.ok) {
      // the digits stay: one of them is wrong, and nobody should type all of them again
      setProblem(say('booth.card.mistyped'));
    } else {
      const standing = await askCardStanding(voting);
      setPhotos(await props.photos);
      if (standing === 'ready') setHasCard(true);
      else setProblem(cardProblem(standing));
      setDigits('');
    }
    setBusy(false);
  };

  function cardProblem(standing: string): string {
    if (!isCardProblem(standing)) return say('booth.waitingStation');
    const problem = say(CARD_PROBLEMS[standing]);
    return standing === 'void' ? `${problem} ${say('common.newCard')}` : problem;
  }

  const encrypt = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    await voting.warm;
    const ballot = await voting.make(answers);
    setMade(ballot);
    const refused = await command('/api/tracker', { hash: ballot.hash });
    setProblem(refused);
    setPrinterProblem(refused !== null);
    setBusy(false);
  };

  const send = async (path: string, body: unknown): Promise<void> => {
    setProblem(null);
    setPrinterProblem(false);
    const refused = await command(path, body);
    setProblem(refused);
  };

  if (isNext && mayBeNext) return renderIdle();
  if (holdsChoice && isUntouched) {
    return (
      <HiddenChoiceStep
        because={{ kind: 'untouched' }}
        onContinue={() => setUntouched(false)}
        onLeave={leave}
      />
    );
  }
  if (isHelped)
    return (
      <HelpStep
        helperAllowed={place.helperAllowed}
        isCallHeard={props.isCallHeard}
        onContinue={props.onHelped}
      />
    );
  return (
    <>
      {isReminded && (
        <div class="reminder">
          <Notice state="info" happened={say('guide.remind')} />
        </div>
      )}
      {renderState()}
    </>
  );

  function renderState() {
    if (booth.waitsFor !== null && holdsWord(booth)) {
      return <WaitStep key={booth.waitsFor} waitsFor={booth.waitsFor} window={place.window} />;
    }
    switch (state.name) {
      case 'starting':
        return <Working words={say('booth.preparing')} />;
      case 'idle':
        return renderIdle();
      case 'tracker-printed':
        return made?.hash === state.hash ? (
          renderTracker(made)
        ) : (
          <LostStep onAgain={reset} onDigit={startNext} />
        );
      case 'slip-held':
        return (
          <SlipStep
            window={place.window}
            isTest={isTest}
            picture={place.windowPicture}
            problem={problem}
            onYes={() => send('/api/confirm', { hash: state.hash })}
            onNo={() => send('/api/reject', { hash: state.hash })}
          />
        );
      case 'question':
        return (
          <QuestionStep
            question={state}
            window={place.window}
            people={place.people}
            picture={place.windowPicture}
            trouble={trouble}
            problem={problem}
            isExercise={place.kind === 'exercise'}
            onAnswer={(answer, confirmations) => send('/api/answer', { answer, confirmations })}
          />
        );
      case 'station-older':
        return <OlderStep older={state} onLookAgain={reset} />;
      case 'finished':
        return (
          <FinishedStep
            outcome={state.outcome}
            window={place.window}
            isTest={isTest}
            proof={proof}
            onNext={reset}
            onDigit={startNext}
          />
        );
      case 'marking':
        return <Working words={say(finishedMark(state))} />;
      default:
        return <Working words={say(WORKING[state.name])} />;
    }
  }

  function finishedMark(marking: StateView) {
    if ('mark' in marking && marking.mark === 'batal') return 'booth.working.batal';
    return isTest ? 'booth.working.uji' : 'booth.working.sah';
  }

  function renderIdle() {
    if (!hasCard) {
      const closed = digits === '' && problem === null ? whyNotOpen(booth.phase) : null;
      if (closed === 'before' && isTesting) {
        return <SelfTestStep inWords={props.troubleInWords} onEnd={() => setTesting(false)} />;
      }
      if (closed !== null) {
        return (
          <ClosedStep key={closed} why={closed} onDigit={setDigits} onSelfTest={() => setTesting(true)} />
        );
      }
      return (
        <CardStep
          problem={problem}
          busy={busy}
          digits={digits}
          looksForCard={props.looksForCard}
          onDigits={setDigits}
          onCode={(code) => void enterCard(code)}
        />
      );
    }
    const contest = place.contests[answers.length];
    if (contest !== undefined) {
      return (
        <ChoiceStep
          key={contest.id}
          contest={contest}
          photos={photos}
          onChosen={(option) => setAnswers([...answers, option])}
        />
      );
    }
    if (problem !== null) {
      return (
        <HiddenChoiceStep
          because={{ kind: 'trouble', problem, isRepaired: isPrinterProblem && trouble === null }}
          onContinue={() => setProblem(null)}
          onLeave={leave}
        />
      );
    }
    return (
      <ReviewStep
        contests={place.contests}
        photos={photos}
        answers={answers}
        busy={busy || !isWarm}
        onChange={() => setAnswers([])}
        onConfirm={() => void encrypt()}
      />
    );
  }

  function renderTracker(ballot: MadeBallot) {
    return (
      <TrackerStep
        problem={problem}
        onCast={() => send('/api/cast', { ballot: ballot.text, options: answers })}
        onProve={async () => {
          const opening = await voting.prove();
          setProof(opening);
          await send('/api/prove', { ballot: ballot.text, opening });
        }}
      />
    );
  }
}

/** The page was loaded again before anything was sent: card and choice are gone with it, and nothing was used. */
function LostStep(props: {
  readonly onAgain: () => Promise<void>;
  readonly onDigit: (digit: string) => void;
}) {
  const say = useSay(words);
  useFirstDigit(props.onDigit);
  return (
    <Step
      actions={
        <Button kind="primary" size="touch" onPress={props.onAgain}>
          {say('booth.lost.again')}
        </Button>
      }
    >
      <Told state="info" heading={say('booth.lost.heading')}>
        <p>{say('booth.lost.explained')}</p>
      </Told>
    </Step>
  );
}
