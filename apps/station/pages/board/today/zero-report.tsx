import { peopleOfAct } from '@bilik/election/people-of-act';
import { Button } from '@bilik/ui/button';
import { asDevice } from '@bilik/ui/call';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { useState } from 'preact/hooks';
import { prepareZeroReport, signZeroReport } from '../act/board-commands.ts';
import { CommandAct } from '../act/command-act.tsx';
import { SignedPaper } from '../act/signed-paper.tsx';
import { ActNotice, useAct } from '../act/use-act.tsx';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { isLogicTestNext } from '../logic-test/is-next.ts';
import { useLeadTo } from '../steps/day-step.tsx';
import type { OpeningStepName } from './way-to-open.ts';

/** Where the test is done, or the reason noted. */
const LOGIC_TEST: OpeningStepName = 'logicTest';

/** Before opening: the paper that says zero, its signatures, and then the proof that the station is empty. */
export function ZeroReport({ state, onDone }: { readonly state: BoardAnswer; readonly onDone: () => void }) {
  const say = useBoardWords();
  const act = useAct(onDone);
  const leadTo = useLeadTo();
  const [isAsking, setAsking] = useState(false);
  const { zeroReport } = state;
  const isTestNext = isLogicTestNext(state);
  const prepare = () => act.run(prepareZeroReport).then(() => undefined);
  const isSigned = (zeroReport?.signed ?? null) !== null;
  const { mayConfirm: signers, mayLead, needed } = peopleOfAct('sign_zero_report', state.people);
  const prove = state.commands.find(({ command }) => command === 'prove_zero');
  return (
    <>
      <p class="soft">{say('board.zero.means')}</p>
      {zeroReport === null ? (
        <div>
          <Button
            // one main act at a time: the tests come first
            kind={state.selfTest.last === null || isTestNext ? 'plain' : 'primary'}
            size="large"
            // the station would refuse it and says why while a test runs; here the screen leads to what is owed
            onPress={isTestNext && state.logicTest.state === 'none' ? () => setAsking(true) : prepare}
          >
            {say('board.zero.prepare')}
          </Button>
          <ConfirmDialog
            open={isAsking}
            title={say('logicTest.first')}
            confirmWord={say('logicTest.first.go')}
            cancelWord={say('common.back')}
            kind="primary"
            onConfirm={() => {
              setAsking(false);
              leadTo(LOGIC_TEST);
            }}
            onCancel={() => setAsking(false)}
          >
            <p>
              {say(state.logicTest.last === null ? 'logicTest.first.notDone' : 'logicTest.first.differed')}
            </p>
            <p>{say('logicTest.first.means')}</p>
          </ConfirmDialog>
        </div>
      ) : (
        <SignedPaper
          words="board.zero"
          href={asDevice('/papers/laporan-nol.pdf')}
          prepared={zeroReport}
          zone={state.voting.zone}
          signers={signers}
          mayRefuse={() => false}
          faultOf={(signedBy) => {
            const isLed = signers.some((person) => mayLead(person) && signedBy.includes(person.id));
            return isLed && signedBy.length >= needed ? undefined : say('board.zero.signedBy.wrong');
          }}
          send={({ confirmations, witnesses }) =>
            signZeroReport({ fingerprint: zeroReport.fingerprint, confirmations, witnesses })
          }
          onDone={onDone}
        />
      )}
      <ActNotice problem={act.problem} />
      {isSigned && prove !== undefined && (
        <CommandAct offered={prove} people={state.people} zone={state.voting.zone} onDone={onDone} />
      )}
    </>
  );
}
