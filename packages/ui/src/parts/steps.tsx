import type { ComponentChildren } from 'preact';
import { usePartWords } from './language.tsx';
import { Shape, type ShapeName } from './shape.tsx';

export interface Step {
  readonly key: string;
  readonly label: string;
  readonly state: 'done' | 'now' | 'next' | 'failed';
  /** Who did it, what is awaited, what failed. */
  readonly note?: ComponentChildren;
}

const LOOK: Record<Step['state'], { readonly tone: string; readonly shape: ShapeName }> = {
  done: { tone: 'good', shape: 'good' },
  now: { tone: 'active', shape: 'active' },
  next: { tone: 'idle', shape: 'idle' },
  failed: { tone: 'bad', shape: 'bad' },
};

/** The way through a ceremony: what is done, where we are, what comes. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  const say = usePartWords();
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          class={`steps__step steps__step--${step.state} tone--${LOOK[step.state].tone}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <Shape name={LOOK[step.state].shape} />
          <span class="steps__text">
            <span class="steps__label">{step.label}</span>
            <span class="steps__state">{say(`parts.steps.${step.state}`)}</span>
            {step.note !== undefined && <span class="steps__note">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
