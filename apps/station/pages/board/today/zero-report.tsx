import { Button } from '@bilik/ui/button';
import { Steps } from '@bilik/ui/steps';
import { useState } from 'preact/hooks';
import { signZeroReport } from '../act/board-commands.ts';
import { CommandAct } from '../act/command-act.tsx';
import { ActNotice, useAct } from '../act/use-act.tsx';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

/** Before opening: the paper that says zero, its signatures, and then the proof that the station is empty. */
export function ZeroReport({ state, onDone }: { readonly state: BoardAnswer; readonly onDone: () => void }) {
  const say = useBoardWords();
  const act = useAct(onDone);
  const [isOpened, setOpened] = useState(false);
  const isSigned = state.zeroReportSigned;
  const prove = state.commands.find(({ command }) => command === 'prove_zero');
  return (
    <section class="beside">
      <div class="sheet stack">
        <h2>{say('board.zero.heading')}</h2>
        <p class="soft">{say('board.zero.means')}</p>
        {!isSigned && (
          <div class="button-row">
            <a
              class={`button button--large ${isOpened ? '' : 'button--primary'}`}
              href="/papers/laporan-nol.pdf"
              target="_blank"
              rel="noopener"
              onClick={() => setOpened(true)}
            >
              {say('board.zero.openPaper')}
            </a>
            <Button
              kind={isOpened ? 'primary' : 'plain'}
              size="large"
              onPress={() => act.run(signZeroReport).then(() => undefined)}
            >
              {say('board.zero.signed')}
            </Button>
          </div>
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
