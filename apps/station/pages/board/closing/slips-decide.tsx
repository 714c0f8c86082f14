import { TickField } from '@bilik/ui/field';
import { writeMinutesFields } from '../act/board-commands.ts';
import { CommandAct } from '../act/command-act.tsx';
import { ActNotice, useAct } from '../act/use-act.tsx';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

/** The other way to a result, by rule, when fewer than k trustees can come: the slips counted by hand. */
export function SlipsDecide({ state, onDone }: { readonly state: BoardAnswer; readonly onDone: () => void }) {
  const say = useBoardWords();
  const act = useAct(onDone);
  const offered = state.commands.find(({ command }) => command === 'count_slips');
  if (offered === undefined) return null;
  return (
    <details class="aside">
      <summary>{say('board.slipsDecide')}</summary>
      <div class="stack">
        <p>{say('board.slipsDecide.means', { need: state.trustees.threshold })}</p>
        <TickField
          ticked={state.fields.trusteesUnable}
          onTick={(ticked) =>
            void act.run(() =>
              writeMinutesFields({
                basedOn: state.fieldsVersions,
                fields: { ...state.fields, trusteesUnable: ticked },
              }),
            )
          }
        >
          {say('board.slipsDecide.declare', { need: state.trustees.threshold })}
        </TickField>
        <ActNotice problem={act.problem} />
        <CommandAct
          offered={offered}
          people={state.people}
          zone={state.voting.zone}
          onDone={onDone}
          isSide={true}
        />
      </div>
    </details>
  );
}
