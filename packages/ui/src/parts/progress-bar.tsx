import { useId } from 'preact/hooks';
import { usePartWords } from './language.tsx';

export interface ProgressBarProps {
  readonly label: string;
  /** How much is done, 0..total; `null` while it is not known. */
  readonly done: number | null;
  readonly total: number;
}

/** How far a long work has come, with the figures beside it. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const say = usePartWords();
  const id = useId();
  return (
    <div class="progress">
      <label class="progress__label" for={id}>
        {label}
      </label>
      <span class="progress__figures">
        {done === null ? say('parts.busy') : say('parts.progress', { done, total })}
      </span>
      <progress id={id} class="progress__bar" max={total} value={done ?? undefined} />
    </div>
  );
}
