import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { usePartWords } from './language.tsx';

export interface ButtonProps {
  readonly children: ComponentChildren;
  /** While a returned promise is open the button is busy and further presses do nothing. */
  readonly onPress?: (() => void | Promise<void>) | undefined;
  /** `primary` is the one main action of a screen; `bad` takes something away for good. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'bad' | undefined;
  /** `touch` is at least 20 mm high, for the booth; `large` 14 mm, for desks with a touch screen. */
  readonly size?: 'normal' | 'large' | 'touch' | undefined;
  /** Takes the whole width of its column. */
  readonly wide?: boolean | undefined;
  readonly busy?: boolean | undefined;
  /** Why it cannot be pressed now; shown below the button and read with it. */
  readonly disabledBecause?: string | undefined;
  /** Sends the form it stands in, instead of `onPress`. */
  readonly submit?: boolean | undefined;
}

/** A button. It stays reachable by keyboard while it cannot be pressed, so that the reason can be read. */
export function Button(props: ButtonProps) {
  const { children, onPress, kind = 'plain', size = 'normal', wide, disabledBecause, submit } = props;
  const say = usePartWords();
  const reasonId = useId();
  const [isPending, setPending] = useState(false);
  const isBusy = isPending || props.busy === true;
  const isDisabled = disabledBecause !== undefined;

  const press = (event: Event) => {
    if (isBusy || isDisabled) {
      event.preventDefault();
      return;
    }
    const running = onPress?.();
    if (running === undefined) return;
    setPending(true);
    void running.finally(() => setPending(false));
  };

  const button = (
    <button
      type={submit === true ? 'submit' : 'button'}
      class={`button button--${kind} button--${size}${wide === true ? ' button--wide' : ''}`}
      aria-disabled={isDisabled || isBusy ? 'true' : undefined}
      aria-busy={isBusy ? 'true' : undefined}
      aria-describedby={isDisabled ? reasonId : undefined}
      onClick={press}
    >
      {isBusy && <span class="button__turning" aria-hidden="true" />}
      <span class="button__word">{children}</span>
      {isBusy && <span class="unseen">{say('parts.busy')}</span>}
    </button>
  );
  if (!isDisabled) return button;
  return (
    <span class={`button-with-reason${wide === true ? ' button-with-reason--wide' : ''}`}>
      {button}
      <span class="button__reason" id={reasonId}>
        {disabledBecause}
      </span>
    </span>
  );
}

/** Buttons beside each other; on a narrow screen below each other, the main one first. */
export function ButtonRow({ children }: { readonly children: ComponentChildren }) {
  return <div class="button-row">{children}</div>;
}

/** Holds the main act of a screen within reach when the screen is taller than the device. Last in `Page`. */
export function ActionBar({ children }: { readonly children: ComponentChildren }) {
  return <div class="action-bar">{children}</div>;
}
