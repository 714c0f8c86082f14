import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { CallNotice } from '../../common/call-notice.tsx';
import type { WireError } from '../../common/wire-words.ts';
import type { Person } from '../board-answers.ts';
import { type BoardSay, useBoardWords } from '../board-words.ts';
import { faultInWords } from '../media/media-words.ts';
import { useOwnPlace } from '../own-place-context.ts';
import type { ActResult } from './board-commands.ts';
import type { BoardRefusal, PhaseReason } from './board-refusal.ts';

/** One act of the board: whether it runs, and what stood against it the last time. */
export interface Act {
  readonly isRunning: boolean;
  /** True when it was done. */
  readonly run: (send: () => Promise<ActResult>) => Promise<boolean>;
  readonly problem: ActProblem | null;
  /** What stood against it is settled in another way. */
  readonly forget: () => void;
}

export type ActProblem =
  | { readonly type: 'wire'; readonly error: WireError }
  | { readonly type: 'refused'; readonly refusal: BoardRefusal };

/** @param onDone asks the station for the new state */
export function useAct(onDone: () => void): Act {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ActProblem | null>(null);
  const run = async (send: () => Promise<ActResult>) => {
    setRunning(true);
    const result = await send();
    setRunning(false);
    if (result.ok) {
      setProblem(null);
    } else if (result.error.type === 'refused') {
      setProblem({ type: 'refused', refusal: result.error.refusal });
    } else {
      setProblem({ type: 'wire', error: result.error });
    }
    onDone();
    return result.ok;
  };
  return { isRunning, run, problem, forget: () => setProblem(null) };
}

/** The machine or the record is at fault, not the people. */
const BAD: readonly BoardRefusal['type'][] = ['store-failed', 'record-damaged', 'record-not-right'];

/** What happened, what did not, and what to do, when an act was not done. */
export function ActNotice({
  problem,
  people = [],
}: {
  readonly problem: ActProblem | null;
  /** Of the polling place, where a refusal may name one of them. */
  readonly people?: readonly Person[] | undefined;
}) {
  const say = useBoardWords();
  const language = useLanguage();
  const ownPlace = useOwnPlace();
  if (problem === null) return null;
  if (problem.type === 'wire') return <CallNotice error={problem.error} />;
  const { refusal } = problem;
  const reasons = reasonsOf(refusal, say, language);
  const { happened, toDo } = explainRefusal(refusal, say, people, ownPlace);
  return (
    <Notice
      state={BAD.includes(refusal.type) ? 'bad' : 'warn'}
      happened={happened}
      notHappened={say(refusal.type === 'store-in-doubt' ? 'board.refused.inDoubt' : 'board.refused.nothing')}
      toDo={
        reasons.length === 0 ? (
          toDo
        ) : (
          <ul class="plain-list">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )
      }
    />
  );
}

function explainRefusal(
  refusal: BoardRefusal,
  say: BoardSay,
  people: readonly Person[],
  ownPlace: string,
): { readonly happened: string; readonly toDo: string } {
  if (refusal.type === 'pin-wrong' || refusal.type === 'pin-paused') {
    const name = people.find(({ id }) => id === refusal.person)?.name ?? refusal.person;
    const { waitSeconds } = refusal;
    return {
      happened: say(`board.refused.${refusal.type}`, { name }),
      toDo:
        waitSeconds === 0
          ? say('board.refused.pin-wrong.toDo')
          : say('board.refused.pin-wrong.wait', { name, wait: waitInWords(waitSeconds, say) }),
    };
  }
  if (refusal.type === 'exceeds-open-releases') {
    return {
      happened: say('board.refused.exceeds-open-releases', { open: refusal.open }),
      toDo: say('board.refused.exceeds-open-releases.toDo'),
    };
  }
  if (refusal.type === 'signatures-missing') {
    return {
      happened: say('board.refused.signatures-missing'),
      toDo: say('board.seal.signedBy.wrong', { count: refusal.members }),
    };
  }
  if (refusal.type === 'logic-test-case-open') {
    return {
      happened: say('board.refused.logic-test-case-open', { booths: refusal.booths.join(', ') }),
      toDo: say('board.refused.logic-test-case-open.toDo'),
    };
  }
  if (refusal.type === 'medium-refused') {
    const what = faultInWords(say, { medium: 'second', ...refusal }, ownPlace);
    return {
      happened: say('board.refused.medium-refused', { what }),
      toDo: say('board.refused.medium-refused.toDo'),
    };
  }
  if (refusal.type === 'record-damaged') {
    return {
      happened: say('board.refused.record-damaged', { files: refusal.files.join(', ') }),
      toDo: say('board.refused.record-damaged.toDo'),
    };
  }
  return {
    happened: say(`board.refused.${refusal.type}`),
    toDo: say(`board.refused.${refusal.type}.toDo`),
  };
}

/** Whole minutes from a minute and a half on: nobody counts 480 seconds. */
function waitInWords(seconds: number, say: BoardSay): string {
  return seconds < 90
    ? say('board.wait.seconds', { count: seconds })
    : say('board.wait.minutes', { count: Math.ceil(seconds / 60) });
}

function reasonsOf(refusal: BoardRefusal, say: BoardSay, language: 'id' | 'en'): readonly string[] {
  switch (refusal.type) {
    case 'phase-refused':
      return refusal.reasons.flatMap((reason) => reasonsInWords(reason, say, language));
    case 'record-not-right':
      return [
        say('board.refused.record-not-right.toDo'),
        ...refusal.findings.map(({ ballotHash, sentence }) =>
          ballotHash === null
            ? sentence[language]
            : say('board.refused.record-not-right.ballot', {
                hash: ballotHash.slice(0, 16),
                what: sentence[language],
              }),
        ),
      ];
    default:
      return [];
  }
}

function reasonsInWords(reason: PhaseReason, say: BoardSay, language: 'id' | 'en'): readonly string[] {
  switch (reason.type) {
    case 'precondition':
      return reason.unmet.map(({ sentence }) =>
        say('board.reason.precondition', { what: sentence[language] }),
      );
    case 'needs-people':
      return [say('board.reason.needs-people', { count: reason.needed })];
    default:
      return [say(`board.reason.${reason.type}`)];
  }
}
