import { Shape } from '@bilik/ui/shape';
import { useBoardWords } from '../board-words.ts';

/** Beside a button: what stands in the form is what the station has. */
export function SavedLine() {
  const say = useBoardWords();
  return (
    <span class="calm tone--good">
      <Shape name="check" />
      <span>{say('board.form.saved')}</span>
    </span>
  );
}
