import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { StateBadge } from '@bilik/ui/state-badge';
import { useState } from 'preact/hooks';
import { clockTime } from '../../common/clock-time.ts';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { PaperLink } from '../papers/paper-link.tsx';
import { Differences } from './differences.tsx';
import { TestAct } from './test-act.tsx';
import { TestSlipsForm } from './test-slips-form.tsx';

interface LogicTestProps {
  readonly state: BoardAnswer;
  readonly onDone: () => void;
}

/** Before the zero report: known votes through every booth, what came of them, or why there were none. The zero report waits for one of the two. */
export function LogicTest({ state, onDone }: LogicTestProps) {
  const say = useBoardWords();
  const language = useLanguage();
  const { logicTest } = state;
  const { last, skipped } = logicTest;
  const verdict = last === null ? 'notDone' : last.isMatch ? 'matched' : 'differed';
  return (
    <>
      {last === null && <p class="soft">{say('logicTest.means')}</p>}
      {!logicTest.isErased && <Notice state="warn" happened={say('logicTest.notErased')} />}
      {logicTest.state === 'interrupted' && <Interrupted state={state} onDone={onDone} />}
      {logicTest.state === 'under-way' && <UnderWay state={state} onDone={onDone} />}
      {logicTest.state === 'none' && (
        <>
          <p class="self-test__verdict">
            <StateBadge
              state={last === null ? 'info' : last.isMatch ? 'good' : 'bad'}
              word={say(`logicTest.${verdict}`)}
              size="large"
            />
            {last !== null && (
              <span class="soft">
                {say('logicTest.lastAt', { time: clockTime(language, last.at), runs: logicTest.runs })}
              </span>
            )}
          </p>
          {last !== null && !last.isMatch && (
            <Differences last={last} script={logicTest.script} contests={state.contests} />
          )}
          {skipped !== null && (
            <p>
              {say('logicTest.skipped', { time: clockTime(language, skipped.at), reason: skipped.reason })}
            </p>
          )}
          {last !== null && (
            <div>
              <PaperLink href="/papers/uji-hitung.pdf">{say('logicTest.openPaper')}</PaperLink>
            </div>
          )}
          {logicTest.isInTime && (
            <>
              <TestAct
                act={{ act: 'begin' }}
                word={say(last === null ? 'logicTest.begin' : 'logicTest.again')}
                state={state}
                onDone={onDone}
                // one main act at a time: the self-test comes first, the zero report after
                isSide={state.selfTest.last === null || last?.isMatch === true || skipped !== null}
              />
              {last?.isMatch !== true && skipped === null && <Skip state={state} onDone={onDone} />}
            </>
          )}
        </>
      )}
    </>
  );
}

function Interrupted(props: LogicTestProps) {
  const say = useBoardWords();
  return (
    <>
      <Notice
        state="warn"
        happened={say('logicTest.interrupted.happened')}
        notHappened={say('logicTest.interrupted.notHappened')}
        toDo={say('logicTest.interrupted.toDo')}
      />
      <TestAct act={{ act: 'go-on' }} {...props} />
      <TestAct act={{ act: 'erase' }} isSide {...props} />
    </>
  );
}

function UnderWay(props: LogicTestProps) {
  const say = useBoardWords();
  const { casts, script } = props.state.logicTest;
  return (
    <>
      <Notice state="info" happened={say('logicTest.underWay')} />
      <ul class="plain-list">
        {casts.map(({ booth, casts: count }) => (
          <li key={booth}>
            <StateBadge
              state={count === script ? 'good' : 'info'}
              word={say('logicTest.progress', { booth, casts: count, script })}
            />
          </li>
        ))}
      </ul>
      <TestSlipsForm {...props} />
      <TestAct act={{ act: 'erase' }} isSide {...props} />
    </>
  );
}

/** Going on without a test that matched: the reason is asked for first, then who stands behind it. */
function Skip({ state, onDone }: LogicTestProps) {
  const say = useBoardWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  if (!isOpen) {
    return (
      <div>
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {say('logicTest.skip')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Field
        label={say('logicTest.skip.reason')}
        hint={say('logicTest.skip.means')}
        value={reason}
        maxLength={300}
        onInput={(next) => {
          setReason(next);
          setMissing(false);
        }}
        error={isMissing ? say('form.required') : undefined}
      />
      <TestAct
        act={{ act: 'skip', reason: reason.trim() }}
        word={say('logicTest.skip.yes')}
        state={state}
        onDone={onDone}
        isSide
        isReady={() => {
          setMissing(reason.trim() === '');
          return reason.trim() !== '';
        }}
      />
    </>
  );
}
