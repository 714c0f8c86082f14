import type { VerificationReport } from '@bilik/ballot';
import { Button } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import { ProgressBar } from '@bilik/ui/progress-bar';
import { useState } from 'preact/hooks';
import { CallNotice } from '../../common/call-notice.tsx';
import type { MinutesAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import type { RuleList } from './rule-list.tsx';
import type { VerifyProgress } from './run-verification.ts';

type Check =
  | { readonly type: 'not-started' }
  | { readonly type: 'running'; readonly progress: VerifyProgress }
  /** The list of rules comes with the verifier, when somebody asks for it. */
  | { readonly type: 'done'; readonly report: VerificationReport; readonly Rules: typeof RuleList }
  | { readonly type: 'no-connection' };

/** The record, recomputed in this browser: every ballot, the sum, the shares, the counts. */
export function BrowserCheck({ contests }: { readonly contests: MinutesAnswer['contests'] }) {
  const say = useBoardWords();
  const [check, setCheck] = useState<Check>({ type: 'not-started' });

  const start = async () => {
    setCheck({ type: 'running', progress: { done: 0, total: 0 } });
    try {
      const [{ runVerification }, { RuleList: Rules }] = await Promise.all([
        import('./run-verification.ts'),
        import('./rule-list.tsx'),
      ]);
      const report = await runVerification((progress) => setCheck({ type: 'running', progress }));
      setCheck({ type: 'done', report, Rules });
    } catch (error) {
      setCheck({ type: 'no-connection' });
      if (!(error instanceof TypeError)) throw error;
    }
  };

  return (
    <div class="stack">
      <div>
        <Button size="large" onPress={start} busy={check.type === 'running'}>
          {say('board.verify.here')}
        </Button>
      </div>
      {check.type === 'running' && (
        <ProgressBar
          label={say(`board.verify.running.${stageOf(check.progress)}`)}
          done={stageOf(check.progress) === 'ballots' ? check.progress.done : null}
          total={Math.max(1, check.progress.total)}
        />
      )}
      {check.type === 'no-connection' && <CallNotice error={{ type: 'no-connection' }} />}
      {check.type === 'done' && (
        <>
          <Verdict report={check.report} contests={contests} />
          <check.Rules report={check.report} />
        </>
      )}
    </div>
  );
}

/** Tables are made before the first ballot, and the shares of the trustees checked after the last: neither can be counted. */
function stageOf({ done, total }: VerifyProgress): 'preparing' | 'ballots' | 'sum' {
  if (done === 0) return 'preparing';
  return done < total ? 'ballots' : 'sum';
}

function Verdict({
  report,
  contests,
}: {
  readonly report: VerificationReport;
  readonly contests: MinutesAnswer['contests'];
}) {
  const say = useBoardWords();
  const isSame = isShownResult(report, contests);
  const isRight = report.verdict === 'right' && isSame;
  return (
    <Notice
      state={isRight ? 'good' : 'bad'}
      happened={
        isRight
          ? say('board.verify.right', { count: report.countedBallots ?? 0 })
          : say(report.verdict === 'right' ? 'board.verify.otherCounts' : 'board.verify.wrong')
      }
      notHappened={isRight ? say('board.verify.origin') : undefined}
      toDo={say(isRight ? 'board.verify.right.toDo' : 'board.verify.wrong.toDo')}
    />
  );
}

/** Whether the counts that this browser opened are the votes that the board shows. */
function isShownResult({ counts }: VerificationReport, contests: MinutesAnswer['contests']): boolean {
  return (
    counts !== undefined &&
    counts.length === contests.length &&
    contests.every(({ options }, question) =>
      options.every(({ votes }, answer) => counts[question]?.[answer] === votes),
    )
  );
}
