import { Button } from '@bilik/ui/button';
import { CopyLine } from '@bilik/ui/copy-line';
import { useLanguage } from '@bilik/ui/language';
import { Steps } from '@bilik/ui/steps';
import { useState } from 'preact/hooks';
import { clockTime } from '../../common/clock-time.ts';
import { prepareZeroReport, signZeroReport } from '../act/board-commands.ts';
import { CommandAct } from '../act/command-act.tsx';
import { PeopleChoice } from '../act/people-choice.tsx';
import { ActNotice, useAct } from '../act/use-act.tsx';
import type { BoardAnswer, Role } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

type Prepared = NonNullable<BoardAnswer['zeroReport']>;

/** Who signs the printed paper: those for whom it has a line. */
const SIGNS: readonly Role[] = ['chair', 'member', 'witness'];

/** Before opening: the paper that says zero, its signatures, and then the proof that the station is empty. */
export function ZeroReport({ state, onDone }: { readonly state: BoardAnswer; readonly onDone: () => void }) {
  const say = useBoardWords();
  const act = useAct(onDone);
  const [isOpened, setOpened] = useState(false);
  const { zeroReport } = state;
  const isSigned = zeroReport !== null && zeroReport.signedBy.length > 0;
  const prove = state.commands.find(({ command }) => command === 'prove_zero');
  return (
    <section class="beside">
      <div class="sheet stack">
        <h2>{say('board.zero.heading')}</h2>
        <p class="soft">{say('board.zero.means')}</p>
        {zeroReport === null ? (
          <div>
            <Button
              kind="primary"
              size="large"
              onPress={() => act.run(prepareZeroReport).then(() => undefined)}
            >
              {say('board.zero.prepare')}
            </Button>
          </div>
        ) : (
          <PreparedReport
            state={state}
            prepared={zeroReport}
            isOpened={isOpened}
            onOpened={() => setOpened(true)}
            onDone={onDone}
          />
        )}
        <ActNotice problem={act.problem} />
        {isSigned && prove !== undefined && (
          <CommandAct offered={prove} people={state.people} onDone={onDone} />
        )}
      </div>
      <Steps
        label={say('board.zero.heading')}
        steps={[
          {
            key: 'print',
            label: say('board.zero.step.print'),
            state: isSigned || isOpened ? 'done' : 'now',
          },
          {
            key: 'sign',
            label: say('board.zero.step.sign'),
            state: isSigned ? 'done' : isOpened ? 'now' : 'next',
          },
          { key: 'prove', label: say('board.zero.step.prove'), state: isSigned ? 'now' : 'next' },
          { key: 'open', label: say('board.zero.step.open'), state: 'next' },
        ]}
      />
    </section>
  );
}

/** The paper as it was fixed: opened and printed first, then signed by names. */
function PreparedReport(props: {
  readonly state: BoardAnswer;
  readonly prepared: Prepared;
  readonly isOpened: boolean;
  readonly onOpened: () => void;
  readonly onDone: () => void;
}) {
  const { state, prepared, isOpened } = props;
  const say = useBoardWords();
  const language = useLanguage();
  const act = useAct(props.onDone);
  const [signedBy, setSignedBy] = useState<readonly string[]>([]);
  const [error, setError] = useState<string | undefined>(undefined);
  const isSigned = prepared.signedBy.length > 0;
  const signers = state.people.filter(({ role }) => SIGNS.includes(role));
  const sign = async () => {
    const isLed = signers.some(({ id, role }) => role === 'chair' && signedBy.includes(id));
    if (!isLed || signedBy.length < 2) return setError(say('board.zero.signedBy.wrong'));
    await act.run(() => signZeroReport({ fingerprint: prepared.fingerprint, signedBy }));
  };
  return (
    <>
      <CopyLine
        label={say('board.zero.fingerprint', {
          time: `${clockTime(language, prepared.at)} ${state.voting.zone}`,
        })}
        value={prepared.fingerprint}
        groupSize={4}
      />
      <div>
        <a
          class={`button button--large ${isSigned || isOpened ? '' : 'button--primary'}`}
          href="/papers/laporan-nol.pdf"
          target="_blank"
          rel="noopener"
          onClick={props.onOpened}
        >
          {say('board.zero.openPaper')}
        </a>
      </div>
      {isSigned ? (
        <p>
          {say('board.zero.signedNames', {
            names: signers
              .filter(({ id }) => prepared.signedBy.includes(id))
              .map(({ name }) => name)
              .join(', '),
          })}
        </p>
      ) : (
        <>
          <PeopleChoice
            label={say('board.zero.signedBy')}
            people={signers}
            chosen={signedBy}
            onChoose={(next) => {
              setSignedBy(next);
              setError(undefined);
            }}
            error={error}
          />
          <div>
            <Button
              kind={isOpened ? 'primary' : 'plain'}
              size="large"
              onPress={sign}
              disabledBecause={isOpened ? undefined : say('board.zero.openFirst')}
            >
              {say('board.zero.signed')}
            </Button>
          </div>
        </>
      )}
      <ActNotice problem={act.problem} />
    </>
  );
}
