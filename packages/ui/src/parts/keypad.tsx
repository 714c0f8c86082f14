import { inGroups } from '@bilik/words/format';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useAnnounce } from './announcer.tsx';
import { digitsOf, slotsOf } from './code-digits.ts';
import { usePartWords } from './language.tsx';
import { Shape } from './shape.tsx';

export interface KeypadProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The digits so far, without spaces. */
  readonly value: string;
  readonly onChange: (digits: string) => void;
  /** Called once when the last digit is in, and by Enter on a full code. */
  readonly onComplete?: ((digits: string) => void) | undefined;
  /** How many digits the code has. */
  readonly length: number;
  readonly groupSize?: number | undefined;
  /** What is wrong with the code, and what to do. */
  readonly error?: string | undefined;
  /** Does not show the digits: for a PIN. */
  readonly secret?: boolean | undefined;
  /** The full code is wrong: a digit from a keyboard or scanner begins the next one, keys on the screen correct this one. */
  readonly startsAnew?: boolean | undefined;
  /** Above the code, beside the keys: the heading of the step, what was wrong before. */
  readonly lead?: ComponentChildren;
  /** In the place of the code: the camera's picture. Digits are still taken. */
  readonly instead?: ComponentChildren;
  /** Below the code: another way to give it. */
  readonly children?: ComponentChildren;
}

/** What the listener of the document, set once, must know of now. */
interface Latest {
  change: (text: string) => void;
  value: string;
  /** What the next digit of a keyboard is added to: nothing when a full code is wrong. */
  before: string;
}

/** No hand is as quick from a digit to Enter as a scanner. */
const SCANNER_PAUSE_MS = 100;
const SECRET = { type: 'password' } as const;
const PLAIN = { type: 'text' } as const;
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/**
 * Ten digit keys and the code in groups. Digits come by touch, by any keyboard wherever the focus is (a scanner types
 * them too), or into the entry itself with a screen reader; the on-screen keyboard of the system stays away.
 */
export function Keypad(props: KeypadProps) {
  const {
    label,
    value,
    onChange,
    onComplete,
    length,
    groupSize = 4,
    error,
    secret = false,
    startsAnew = false,
  } = props;
  const say = usePartWords();
  const announce = useAnnounce();
  const id = useId();
  const isComplete = value.length === length;

  const latest = useRef<Latest>({ change: () => {}, value, before: value });
  const change = (text: string) => {
    const digits = digitsOf(text, length);
    if (digits === latest.current.value) return;
    // two digits may come before the screen is drawn again
    latest.current.value = digits;
    latest.current.before = digits;
    onChange(digits);
    if (digits.length === length) {
      announce(say('parts.keypad.complete'));
      onComplete?.(digits);
    }
  };
  latest.current = { change, value, before: startsAnew && isComplete ? '' : value };

  // before the next event: a scanner types while the screen changes
  useLayoutEffect(() => {
    let lastDigitAt = Number.NEGATIVE_INFINITY;
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target;
      const isTypedElsewhere = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if (isTypedElsewhere || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented)
        return;
      const now = latest.current;
      // A scanner ends with Enter: that must not press the key which was touched last.
      if (event.key === 'Enter' && event.timeStamp - lastDigitAt < SCANNER_PAUSE_MS) event.preventDefault();
      if (/^\d$/.test(event.key)) {
        lastDigitAt = event.timeStamp;
        now.change(now.before + event.key);
        event.preventDefault();
      } else if (event.key === 'Backspace') {
        now.change(now.value.slice(0, -1));
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const press = (key: string) => {
    if (!secret) announce(key);
    change(latest.current.value + key);
  };
  const describedBy = [
    props.hint === undefined ? '' : `${id}-hint`,
    `${id}-left`,
    error === undefined ? '' : `${id}-error`,
  ];

  return (
    <div class={`keypad${secret ? ' keypad--secret' : ''}`}>
      <div class="keypad__code">
        {props.lead}
        {props.instead ?? (
          <>
            <div class="keypad__about">
              <label class="field__label" for={id}>
                {label}
              </label>
              <span class="keypad__left" id={`${id}-left`}>
                {isComplete
                  ? say('parts.keypad.complete')
                  : say('parts.keypad.left', { count: length - value.length })}
              </span>
            </div>
            {props.hint !== undefined && (
              <span class="field__hint" id={`${id}-hint`}>
                {props.hint}
              </span>
            )}
            <div class={`keypad__window${error === undefined ? '' : ' keypad__window--wrong'}`}>
              <div class="keypad__groups" aria-hidden="true">
                {slotsOf(value, length, groupSize).map((group, groupIndex) => (
                  <span class="keypad__group" key={groupIndex}>
                    {group.map((digit, index) => (
                      <span
                        key={index}
                        class={`keypad__slot${groupIndex * groupSize + index === value.length ? ' keypad__slot--next' : ''}`}
                      >
                        {digit !== null && secret ? '•' : digit}
                      </span>
                    ))}
                  </span>
                ))}
              </div>
              <input
                id={id}
                class="keypad__entry"
                {...(secret ? SECRET : PLAIN)}
                inputMode="none"
                autocomplete="off"
                value={secret ? value : inGroups(value, groupSize).join(' ')}
                aria-invalid={error === undefined ? undefined : 'true'}
                aria-describedby={describedBy.filter((part) => part !== '').join(' ')}
                onInput={(event) => {
                  const typed = event.currentTarget.value.replace(/\D/g, '');
                  const isNext = startsAnew && isComplete && typed.length > length;
                  change(isNext ? typed.slice(length) : typed);
                  event.currentTarget.value = inGroups(latest.current.value, groupSize).join(' ');
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && isComplete) onComplete?.(value);
                }}
              />
            </div>
            {error !== undefined && (
              <span class="field__error tone--bad" id={`${id}-error`} role="alert">
                <Shape name="bad" />
                {error}
              </span>
            )}
          </>
        )}
        {props.children}
      </div>
      <fieldset class="keypad__keys">
        <legend class="unseen">{say('parts.keypad.keys')}</legend>
        {KEYS.map((key) => (
          <button type="button" class="keypad__key" key={key} onClick={() => press(key)}>
            {key}
          </button>
        ))}
        <button
          type="button"
          class="keypad__key keypad__key--word"
          aria-label={say('parts.keypad.clearLong')}
          onClick={() => change('')}
        >
          {say('parts.keypad.clear')}
        </button>
        <button type="button" class="keypad__key" onClick={() => press('0')}>
          0
        </button>
        <button
          type="button"
          class="keypad__key keypad__key--word"
          aria-label={say('parts.keypad.deleteLong')}
          onClick={() => change(value.slice(0, -1))}
        >
          <Shape name="delete" />
          {say('parts.keypad.delete')}
        </button>
      </fieldset>
    </div>
  );
}
