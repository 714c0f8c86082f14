import type { ComponentChildren } from 'preact';
import { Shape } from './shape.tsx';

export interface TouchOption<Value> {
  readonly value: Value;
  readonly word: ComponentChildren;
  /** What a screen reader says when the word alone does not say it: an A of some size. */
  readonly label?: string | undefined;
  /** The language of the word, when it is not that of the screen. */
  readonly lang?: string | undefined;
}

export interface TouchChoiceProps<Value> {
  readonly label: string;
  readonly options: readonly TouchOption<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** A few ways of one thing side by side, each a target of 20 mm; the chosen one by colour, frame and tick. */
export function TouchChoice<Value extends string | number>(props: TouchChoiceProps<Value>) {
  return (
    <fieldset class="touch-choice">
      <legend class="touch-choice__label">{props.label}</legend>
      <div class="touch-choice__options">
        {props.options.map(({ value, word, label, lang }) => (
          <button
            key={value}
            type="button"
            class="button button--touch touch-choice__option"
            aria-pressed={value === props.chosen}
            aria-label={label}
            lang={lang}
            onClick={() => props.onChoose(value)}
          >
            {value === props.chosen && <Shape name="check" />}
            <span class="button__word">{word}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
