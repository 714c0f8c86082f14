import type { CallResult } from '@bilik/ui/call';
import { LanguageContext, useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { ExerciseBand } from '@bilik/ui/page';
import { QrPicture } from '@bilik/ui/qr-picture';
import type { Language } from '@bilik/words';
import { useEffect, useState } from 'preact/hooks';
import { CallNotice } from '../../common/call-notice.tsx';
import { clockTime } from '../../common/clock-time.ts';
import { placeName } from '../../common/place-name.ts';
import type { BoardAnswer } from '../board-answers.ts';
import { boardPhrase, useBoardWords } from '../board-words.ts';
import { askOutgoingCode, type FiguresRefusal, type OutgoingCode } from './outgoing-code.ts';

/** The station makes one code an hour; it is asked often so that the screen is not late. */
const ASK_EVERY_MS = 20_000;

type Answer = CallResult<OutgoingCode, FiguresRefusal>;

/** Fills the whole screen with the code for phones outside: the board's own frame would make it too small to be read from afar. */
export function OutgoingScreen({
  state,
  language,
}: {
  readonly state: BoardAnswer;
  readonly language: Language;
}) {
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let isOver = false;
    const ask = () =>
      void askOutgoingCode().then((heard) => {
        if (!isOver) setAnswer(heard);
      });
    ask();
    const timer = setInterval(ask, ASK_EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [state.phase]);
  return (
    <LanguageContext.Provider value={language}>
      <div class="outgoing">
        {state.kind === 'exercise' && <ExerciseBand language={language} />}
        <main class="outgoing__room" id="main">
          <div class="outgoing__code">
            {answer?.ok === true && <Code text={answer.value.text} state={state} />}
          </div>
          <div class="outgoing__words">
            <h1>{placeName(state.pollingPlace)}</h1>
            {answer?.ok === true && <Meaning code={answer.value} />}
            {answer?.ok === false && <NoCode error={answer.error} />}
            <a class="outgoing__back" href="#hari-ini">
              {boardPhrase(language, 'board.outgoing.back')}
            </a>
          </div>
        </main>
      </div>
    </LanguageContext.Provider>
  );
}

function Code({ text, state }: { readonly text: string; readonly state: BoardAnswer }) {
  const say = useBoardWords();
  const label = say('board.outgoing.label', { place: placeName(state.pollingPlace) });
  return <QrPicture text={text} label={label} onWholeDots />;
}

function Meaning({ code }: { readonly code: OutgoingCode }) {
  const language = useLanguage();
  const say = useBoardWords();
  if (code.type === 'result') {
    return (
      <>
        <h2>{say('board.outgoing.result')}</h2>
        <p>{say('board.outgoing.scan')}</p>
        <p class="soft">{say('board.outgoing.resultMeans')}</p>
      </>
    );
  }
  const hour = clockTime(language, `${String(code.hour).padStart(2, '0')}:00`);
  return (
    <>
      <h2>{say('board.outgoing.figures', { hour })}</h2>
      <p>{say('board.outgoing.scan')}</p>
      <p class="soft">
        {code.nextAt === null
          ? say('board.outgoing.onlyLast')
          : say('board.outgoing.only', { next: clockTime(language, code.nextAt) })}
      </p>
    </>
  );
}

function NoCode({ error }: { readonly error: Extract<Answer, { readonly ok: false }>['error'] }) {
  const language = useLanguage();
  const say = useBoardWords();
  if (error.type !== 'refused') return <CallNotice error={error} />;
  const { refusal } = error;
  if (refusal.type !== 'figures-not-yet')
    return <Notice state="bad" happened={say(`board.refused.${refusal.type}`)} />;
  return (
    <Notice
      state="info"
      happened={
        refusal.firstAt === null
          ? say('board.outgoing.never')
          : say('board.outgoing.notYet', { time: clockTime(language, refusal.firstAt) })
      }
    />
  );
}
