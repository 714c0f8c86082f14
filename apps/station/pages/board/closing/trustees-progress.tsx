import { asDevice } from '@bilik/ui/call';
import { CopyLine } from '@bilik/ui/copy-line';
import { FileField } from '@bilik/ui/field';
import { Figure, Figures } from '@bilik/ui/figure';
import { ProgressBar } from '@bilik/ui/progress-bar';
import { Shape } from '@bilik/ui/shape';
import { useState } from 'preact/hooks';
import { bringShare } from '../act/board-commands.ts';
import { ActNotice, useAct } from '../act/use-act.tsx';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { readShareFile } from './share-file.ts';
import { isAfterClosing } from './way-to-seal.ts';

/** How many of the needed trustees have checked and opened. Nobody who is still checking, or not needed, is named. */
export function TrusteesProgress({
  state,
  onDone,
}: {
  readonly state: BoardAnswer;
  readonly onDone: () => void;
}) {
  const say = useBoardWords();
  const { shares, trustees, phase } = state;
  const given = trustees.members.filter((_, index) => shares.owners.includes(index + 1));
  const have = Math.min(given.length, shares.threshold);
  return (
    <>
      <p>{say('board.trustees.means', { need: shares.threshold, of: trustees.members.length })}</p>
      <ReadAloud state={state} />
      <ProgressBar label={say('board.trustees.progress')} done={have} total={shares.threshold} />
      {given.length > 0 && (
        <ul class="given">
          {given.map(({ id, name, interest }) => (
            <li key={id} class="given__one tone--good">
              <Shape name="check" />
              <span>
                <strong>{name}</strong> <span class="soft">{interest}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="soft">
        {have >= shares.threshold ? say('board.trustees.enough') : say('board.trustees.waiting')}
      </p>
      {phase === 'closed' && <ByFile isTheWay={shares.sit === 'village-room'} onDone={onDone} />}
    </>
  );
}

/**
 * What the hall says of the list that is to be opened. The devices check a list, but not whether it is the hall's: that is compared by ear
 * and eye, and not over the wire.
 */
function ReadAloud({ state }: { readonly state: BoardAnswer }) {
  const say = useBoardWords();
  if (state.sealedRecordHash === null || !isAfterClosing(state.phase)) return null;
  return (
    <section class="sheet stack stack--tight">
      <h3>{say('board.trustees.aloud')}</h3>
      <Figures>
        <Figure label={say('board.trustees.aloud.casts')} value={state.poll.casts} size="large" />
      </Figures>
      <CopyLine label={say('board.trustees.aloud.hash')} value={state.sealedRecordHash} groupSize={4} />
      <p class="soft">{say('board.trustees.aloud.means')}</p>
    </section>
  );
}

/**
 * A trustee's device without a cable: the sealed record goes out on a stick and the share comes back on it. Where trustees sit in the village's
 * one room it is the way of all of them, and stands open.
 */
function ByFile({ isTheWay, onDone }: { readonly isTheWay: boolean; readonly onDone: () => void }) {
  const say = useBoardWords();
  const act = useAct(onDone);
  const [error, setError] = useState<string | undefined>(undefined);
  const take = async (file: File) => {
    const share = await readShareFile(file);
    setError(share === null ? say('board.trustees.file.wrong') : undefined);
    if (share !== null) await act.run(() => bringShare(share));
  };
  return (
    <details class="aside" open={isTheWay}>
      <summary>{say(isTheWay ? 'board.trustees.villageRoom' : 'board.trustees.byFile')}</summary>
      <div class="stack">
        <p>{say(isTheWay ? 'board.trustees.villageRoom.means' : 'board.trustees.byFile.means')}</p>
        <div class="button-row">
          <a class="button" href={asDevice('/api/record/sealed')} download="sealed.bel">
            sealed.bel
          </a>
          <a class="button" href={asDevice('/api/record/void')} download="void.json">
            void.json
          </a>
        </div>
        <FileField
          label={say('board.trustees.file')}
          accept=".json"
          onFile={(file) => void take(file)}
          error={error}
        />
        <ActNotice problem={act.problem} />
      </div>
    </details>
  );
}
