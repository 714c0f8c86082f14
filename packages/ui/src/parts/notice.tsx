import type { ComponentChildren } from 'preact';
import { usePartWords } from './language.tsx';
import { Shape } from './shape.tsx';

export interface NoticeProps {
  readonly state: 'good' | 'info' | 'warn' | 'bad';
  /** What happened, in one sentence. */
  readonly happened: string;
  /** What did *not* happen: "Your vote is not recorded." */
  readonly notHappened?: string | undefined;
  /** What to do now, by whom. */
  readonly toDo?: ComponentChildren;
  /** Buttons. */
  readonly children?: ComponentChildren;
}

/**
 * Says what happened, what did not, and what to do next. `warn` and `bad` are read out at once, `good` and `info` when
 * the screen reader is free.
 */
export function Notice({ state, happened, notHappened, toDo, children }: NoticeProps) {
  const say = usePartWords();
  const isUrgent = state === 'warn' || state === 'bad';
  return (
    <div class={`notice tone--${state}`} role={isUrgent ? 'alert' : 'status'}>
      <Shape name={state} />
      <div class="notice__text">
        <p class="notice__happened">
          <span class="unseen">{say(`parts.state.${state}`)}: </span>
          {happened}
        </p>
        {notHappened !== undefined && <p>{notHappened}</p>}
        {toDo !== undefined && (
          <p class="notice__to-do">
            <span class="notice__label">{say('parts.toDo')}:</span> {toDo}
          </p>
        )}
        {children !== undefined && <div class="button-row">{children}</div>}
      </div>
    </div>
  );
}
