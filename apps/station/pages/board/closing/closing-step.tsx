import { Shape, type ShapeName } from '@bilik/ui/shape';
import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useId, useState } from 'preact/hooks';
import { useBoardWords } from '../board-words.ts';
import type { DueState } from './way-to-seal.ts';

/** `differs`: done, and its figures do not agree; it stays open so that people can look again. */
export type StepState = DueState | 'differs';

const LOOK: Record<StepState, { readonly tone: string; readonly shape: ShapeName }> = {
  done: { tone: 'good', shape: 'good' },
  now: { tone: 'active', shape: 'active' },
  next: { tone: 'idle', shape: 'idle' },
  differs: { tone: 'warn', shape: 'warn' },
};

const OpenStep = createContext<() => void>(() => undefined);

/** Opens the step in which a component stands, so that what it says is seen although the step is no longer due. */
export function useOpenStep(): void {
  const open = useContext(OpenStep);
  useEffect(open, [open]);
}

export interface ClosingStepProps {
  readonly number: number;
  readonly label: string;
  readonly state: StepState;
  /** What is known of it, in a few words; stays in sight when the step is folded. */
  readonly note?: string | undefined;
  readonly children: ComponentChildren;
}

/**
 * One step on the way to the sealed result. The step that is due lies open, the others are folded and can be opened;
 * what is folded keeps what was typed into it.
 */
export function ClosingStep({ number, label, state, note, children }: ClosingStepProps) {
  const say = useBoardWords();
  const id = useId();
  const [wish, setWish] = useState<'open' | 'folded' | undefined>(undefined);
  const open = useCallback(() => setWish('open'), []);
  const isOpen = wish === undefined ? state === 'now' || state === 'differs' : wish === 'open';
  const { tone, shape } = LOOK[state];
  return (
    <li class={`closing-step closing-step--${state} tone--${tone}`}>
      <h2 class="closing-step__head">
        <button
          type="button"
          class="closing-step__fold"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setWish(isOpen ? 'folded' : 'open')}
        >
          <Shape name={shape} />
          <span class="closing-step__label">
            {number}. {label}
          </span>
          <span class="closing-step__note">
            {note ?? (state === 'differs' ? say('board.step.hands.differs') : say(`parts.steps.${state}`))}
          </span>
          <span class="closing-step__sign" aria-hidden="true" />
        </button>
      </h2>
      <div class="closing-step__body" id={id} hidden={!isOpen}>
        <OpenStep.Provider value={open}>{children}</OpenStep.Provider>
      </div>
    </li>
  );
}
