import { Shape, type ShapeName } from '@bilik/ui/shape';
import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useId, useRef, useState } from 'preact/hooks';
import { useBoardWords } from '../board-words.ts';
import type { StepState } from './step-state.ts';

const LOOK: Record<StepState, { readonly tone: string; readonly shape: ShapeName }> = {
  done: { tone: 'good', shape: 'good' },
  now: { tone: 'active', shape: 'active' },
  next: { tone: 'idle', shape: 'idle' },
  attention: { tone: 'warn', shape: 'warn' },
  differs: { tone: 'warn', shape: 'warn' },
};

/** A step to which another one led; `times` tells one call from the next. */
export interface CalledStep {
  readonly name: string;
  readonly times: number;
}

export const LeadTo = createContext<(name: string) => void>(() => undefined);

/** @returns leads to another step of the same list: it is opened, and the page and the keyboard stand there */
export function useLeadTo(): (name: string) => void {
  return useContext(LeadTo);
}

const OpenStep = createContext<() => void>(() => undefined);

/** Opens the step in which a component stands, so that what it says is seen although the step is no longer due. */
export function useOpenStep(): void {
  const open = useContext(OpenStep);
  useEffect(open, [open]);
}

export interface DayStepProps {
  readonly name: string;
  readonly number: number;
  readonly label: string;
  readonly state: StepState;
  /** What is known of it, in a few words; stays in sight when the step is folded. */
  readonly note?: string | undefined;
  readonly called: CalledStep | undefined;
  readonly children: ComponentChildren;
}

/**
 * One step of the day. The step that is due lies open, the others are folded to one line and can be opened; what is
 * folded keeps what was typed into it.
 */
export function DayStep({ name, number, label, state, note, called, children }: DayStepProps) {
  const say = useBoardWords();
  const id = useId();
  const [wish, setWish] = useState<'open' | 'folded' | undefined>(undefined);
  const open = useCallback(() => setWish('open'), []);
  const head = useRef<HTMLButtonElement>(null);
  const calledTimes = called?.name === name ? called.times : undefined;
  useEffect(() => {
    if (calledTimes === undefined) return undefined;
    setWish('open');
    // after a dialog that led here has given the focus back to its own button
    const frame = requestAnimationFrame(() => {
      head.current?.focus({ preventScroll: true });
      head.current?.scrollIntoView({ block: 'start' });
    });
    return () => cancelAnimationFrame(frame);
  }, [calledTimes]);
  const isOpen = wish === undefined ? state === 'now' || state === 'differs' : wish === 'open';
  const { tone, shape } = LOOK[state];
  return (
    <li class={`day-step day-step--${state} tone--${tone}`}>
      <h2 class="day-step__head">
        <button
          type="button"
          ref={head}
          class="day-step__fold"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setWish(isOpen ? 'folded' : 'open')}
        >
          <Shape name={shape} />
          <span class="day-step__label">
            {number}. {label}
          </span>
          <span class="day-step__note">
            {note ??
              (state === 'attention' || state === 'differs'
                ? say('board.step.differs')
                : say(`parts.steps.${state}`))}
          </span>
          <span class="day-step__sign" aria-hidden="true" />
        </button>
      </h2>
      <div class="day-step__body" id={id} hidden={!isOpen}>
        <OpenStep.Provider value={open}>{children}</OpenStep.Provider>
      </div>
    </li>
  );
}
