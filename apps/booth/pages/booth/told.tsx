import { StepHeading } from '@bilik/ui/page';
import { Shape } from '@bilik/ui/shape';
import type { ComponentChildren } from 'preact';

export interface ToldProps {
  readonly state: 'good' | 'warn' | 'info' | 'slip';
  readonly heading: string;
  /** Paragraphs: what it means, what to do. */
  readonly children: ComponentChildren;
}

/** A screen that tells one thing: a large sign, one sentence, and what to do with card and paper. */
export function Told({ state, heading, children }: ToldProps) {
  return (
    <div class={`told tone--${state === 'slip' ? 'info' : state}`}>
      {state === 'slip' ? <SlipSign /> : <Shape name={state} />}
      <div class="told__words">
        <StepHeading>{heading}</StepHeading>
        {children}
      </div>
    </div>
  );
}

/** A narrow paper with a torn edge. */
function SlipSign() {
  return (
    <svg class="shape" viewBox="0 0 24 24" aria-hidden="true">
      <path
        class="told__paper"
        d="M5 1h14v20.4l-1.75 1.6-1.75-1.6-1.75 1.6L12 21.4 10.25 23 8.5 21.4 6.75 23 5 21.4z"
      />
      <path class="told__print" d="M8 5h8M8 8h5M8 11h8M8 14h6M8 17h8" />
    </svg>
  );
}
