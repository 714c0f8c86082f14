import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type CalledStep, DayStep, LeadTo } from './day-step.tsx';
import type { StepState } from './step-state.ts';

export interface OneStep {
  readonly name: string;
  readonly label: string;
  readonly state: StepState;
  /** What is known of it, in a few words; left out: what its state is called. */
  readonly note?: string | undefined;
  readonly body: ComponentChildren;
}

/** Steps in their order. When what was due is done, the page stands at what is due then. */
export function DaySteps({ steps }: { readonly steps: readonly OneStep[] }) {
  const list = useFollowed(steps.findIndex(({ state }) => state === 'now'));
  const [called, setCalled] = useState<CalledStep>();
  return (
    <LeadTo.Provider value={(name) => setCalled((before) => ({ name, times: (before?.times ?? 0) + 1 }))}>
      <ol class="day-steps" ref={list}>
        {steps.map(({ name, label, state, note, body }, index) => (
          <DayStep
            key={name}
            name={name}
            number={index + 1}
            label={label}
            state={state}
            note={note}
            called={called}
          >
            {body}
          </DayStep>
        ))}
      </ol>
    </LeadTo.Provider>
  );
}

/**
 * Brings the step that has become due into sight, and the keyboard to it. Whoever is busy in a field elsewhere is left
 * there; while a dialog is open it waits for the answer of the station that follows.
 * @param due index of the step that is due; −1 for none
 */
function useFollowed(due: number) {
  const list = useRef<HTMLOListElement>(null);
  const before = useRef(due);
  const owed = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (due !== before.current) owed.current = due;
    before.current = due;
    if (owed.current === undefined || document.querySelector('dialog[open]') !== null) return;
    owed.current = undefined;
    const step = list.current?.children[due];
    if (step === undefined || !isFocusLost()) return;
    step.querySelector('button')?.focus({ preventScroll: true });
    step.scrollIntoView({ block: 'start' });
  });
  return list;
}

/** What had the focus is gone or folded away. */
function isFocusLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || !activeElement.checkVisibility();
}
