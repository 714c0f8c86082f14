import { StateBadge } from '@bilik/ui/state-badge';
import { useBoardWords } from '../board-words.ts';

/** A sum beside what it should be, so that a slip of the pen is found before saving. `whole` null: not typed yet. */
export function TypedSum({
  sentence,
  sum,
  whole,
}: {
  readonly sentence: string;
  readonly sum: number;
  readonly whole: number | null;
}) {
  const say = useBoardWords();
  return (
    <p class="row">
      <span>{sentence}</span>
      {whole !== null && (
        <StateBadge
          state={sum === whole ? 'good' : 'warn'}
          word={
            sum === whole
              ? say('parts.sums.same')
              : say('parts.sums.differs', { difference: Math.abs(sum - whole) })
          }
        />
      )}
    </p>
  );
}
