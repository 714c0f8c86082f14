import { Button, ButtonRow } from '@bilik/ui/button';
import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { type State, StateBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words';
import { selfTestInWords } from '@bilik/words/self-test';
import { clockTime } from '../../common/clock-time.ts';
import { runSelfTest } from '../act/board-commands.ts';
import { ActNotice, useAct } from '../act/use-act.tsx';
import type { BoardAnswer } from '../board-answers.ts';
import { type BoardSay, useBoardWords } from '../board-words.ts';
import { PaperLink } from '../papers/paper-link.tsx';
import { selfTestLines, type Verdict } from './self-test-lines.ts';

type Result = NonNullable<BoardAnswer['selfTest']['last']>;

const TONES: Readonly<Record<Verdict, State>> = { go: 'good', attention: 'warn', 'no-go': 'bad' };

/** The first thing to mend, in a sentence; undefined when nothing is no go. */
export function firstNoGo({ checks }: Result, say: BoardSay, language: Language): string | undefined {
  const check = checks.find(({ verdict }) => verdict === 'no-go');
  return check === undefined ? undefined : say('selfTest.paper.noGo', selfTestInWords(language, check));
}

/** Before opening: what the station and its devices found of themselves, and what to do about it. It blocks nothing. */
export function SelfTest({ state, onDone }: { readonly state: BoardAnswer; readonly onDone: () => void }) {
  const say = useBoardWords();
  const language = useLanguage();
  const act = useAct(onDone);
  const { last, untried, hasNews } = state.selfTest;
  const noGo = last === null ? undefined : firstNoGo(last, say, language);
  const devices = [
    ...untried.booths.map((number) => say('selfTest.of.booth', { number })),
    ...untried.desks.map((number) => say('selfTest.of.desk', { number })),
  ];
  return (
    <>
      {last === null && <p class="soft">{say('selfTest.means')}</p>}
      {noGo !== undefined && (
        <Notice
          state="bad"
          happened={say('selfTest.noGo.happened', { what: noGo })}
          notHappened={say('selfTest.noGo.notHappened')}
          toDo={say('selfTest.noGo.toDo')}
        />
      )}
      {devices.length > 0 && (
        <p>
          <strong>{say('selfTest.untried', { devices: devices.join(', ') })}</strong>
        </p>
      )}
      {hasNews && <Notice state="info" happened={say('selfTest.news')} />}
      <ActNotice problem={act.problem} />
      <ButtonRow>
        <Button
          kind={state.zeroReport === null && (last === null || hasNews) ? 'primary' : 'plain'}
          size="large"
          onPress={() => act.run(runSelfTest).then(() => undefined)}
        >
          {say(last === null ? 'selfTest.run' : 'selfTest.runAgain')}
        </Button>
        {last !== null && <PaperLink href="/papers/uji-diri.pdf">{say('selfTest.openPaper')}</PaperLink>}
      </ButtonRow>
      {last !== null && (
        <>
          <p class="self-test__verdict">
            <StateBadge
              state={TONES[last.verdict]}
              word={say(`selfTest.verdict.${last.verdict}`)}
              size="large"
            />
            <span class="soft">{say('selfTest.lastAt', { time: clockTime(language, last.at) })}</span>
          </p>
          <ul class="self-test">
            {selfTestLines(language, last.checks).map(({ verdict, of, check, finding, toDo }) => (
              <li class="self-test__check" key={`${verdict} ${of} ${check}`}>
                <StateBadge
                  state={TONES[verdict]}
                  word={`${say(`selfTest.verdict.${verdict}`)}: ${of}, ${check}`}
                />
                <p>
                  {finding}
                  {verdict !== 'go' && toDo !== null && (
                    <>
                      {' '}
                      <strong>{toDo}</strong>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
