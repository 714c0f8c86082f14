import { usePartWords } from './language.tsx';

const SIZES = [1, 2, 3] as const;

export interface LookSwitchesProps {
  readonly textSize: 1 | 2 | 3;
  readonly onTextSize: (size: 1 | 2 | 3) => void;
  readonly highContrast: boolean;
  readonly onHighContrast: (high: boolean) => void;
}

/** Text size and contrast, for the voter to set in the booth. */
export function LookSwitches(props: LookSwitchesProps) {
  const say = usePartWords();
  return (
    <div class="look-switches">
      <fieldset class="look-switches__sizes">
        <legend class="unseen">{say('parts.look.textSize')}</legend>
        {SIZES.map((size) => (
          <button
            key={size}
            type="button"
            class={`look-switches__size look-switches__size--${size}`}
            aria-pressed={props.textSize === size}
            aria-label={say(`parts.look.textSize.${size}`)}
            onClick={() => props.onTextSize(size)}
          >
            A
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        class="look-switches__contrast"
        aria-pressed={props.highContrast}
        onClick={() => props.onHighContrast(!props.highContrast)}
      >
        <span class="look-switches__sample" aria-hidden="true" />
        <span class="look-switches__word">{say('parts.look.contrast')}</span>
      </button>
    </div>
  );
}
