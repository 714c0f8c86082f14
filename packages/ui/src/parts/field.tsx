import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { usePartWords } from './language.tsx';
import { Shape } from './shape.tsx';

const TYPES = {
  text: { type: 'text' },
  password: { type: 'password' },
  number: { type: 'number' },
  date: { type: 'date' },
} as const;

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** How to fill it in; always visible, never a placeholder. */
  readonly hint?: string | undefined;
  /** What is wrong and what to do; without it the entry is in order. */
  readonly error?: string | undefined;
  readonly type?: keyof typeof TYPES | undefined;
  readonly inputMode?: 'text' | 'numeric' | undefined;
  /** Says "may be empty" beside the label. */
  readonly optional?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly readOnly?: boolean | undefined;
  /** Several lines of text. */
  readonly lines?: number | undefined;
  /** Id of a `datalist`: what may be meant, offered while somebody types. */
  readonly list?: string | undefined;
}

/** A labelled entry: label and hint above, error below, all tied together for a screen reader. */
export function Field(props: FieldProps) {
  const { label, value, onInput, hint, error, type = 'text', lines, list } = props;
  const say = usePartWords();
  const id = useId();
  const describedBy = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter((part) => part !== '')
    .join(' ');
  const shared = {
    id,
    value,
    class: 'field__entry',
    autocomplete: 'off' as const,
    spellcheck: false,
    readOnly: props.readOnly,
    maxLength: props.maxLength,
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    required: props.optional !== true,
  };
  return (
    <div class={`field${error === undefined ? '' : ' field--wrong'}`}>
      <label class="field__label" for={id}>
        {label}
        {props.optional === true && <span class="field__optional"> ({say('parts.optional')})</span>}
      </label>
      {hint !== undefined && (
        <span class="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {lines === undefined ? (
        <input
          {...shared}
          {...(list === undefined ? TYPES[type] : { type: 'text', list })}
          inputMode={props.inputMode}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <textarea {...shared} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      {error !== undefined && (
        <span class="field__error tone--bad" id={`${id}-error`}>
          <Shape name="bad" />
          {error}
        </span>
      )}
    </div>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** One of a few, as native radio buttons. `null` when nothing is chosen yet. */
export function ChoiceField<Value extends string>(props: {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChoose: (value: Value) => void;
  readonly error?: string | undefined;
}) {
  const id = useId();
  return (
    <fieldset
      class="field field--choices"
      aria-describedby={props.error === undefined ? undefined : `${id}-error`}
    >
      <legend class="field__label">{props.label}</legend>
      {props.choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input
            type="radio"
            name={id}
            checked={props.value === choice.value}
            onChange={() => props.onChoose(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint !== undefined && <span class="field__hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
      {props.error !== undefined && (
        <span class="field__error tone--bad" id={`${id}-error`}>
          <Shape name="bad" />
          {props.error}
        </span>
      )}
    </fieldset>
  );
}

/** A box to tick, with its sentence. */
export function TickField(props: {
  readonly children: ComponentChildren;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={props.ticked}
        onChange={(event) => props.onTick(event.currentTarget.checked)}
      />
      <span>{props.children}</span>
    </label>
  );
}

/** Chooses one file. The file stays in the page: what is done with it is the caller's. */
export function FileField(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  /** As in HTML: `.json,.bel`. */
  readonly accept?: string | undefined;
  readonly onFile: (file: File) => void;
  readonly error?: string | undefined;
}) {
  const id = useId();
  const { hint, error } = props;
  return (
    <div class={`field${error === undefined ? '' : ' field--wrong'}`}>
      <label class="field__label" for={id}>
        {props.label}
      </label>
      {hint !== undefined && (
        <span class="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        class="field__entry field__entry--file"
        type="file"
        accept={props.accept}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={
          `${hint === undefined ? '' : `${id}-hint `}${error === undefined ? '' : `${id}-error`}`.trim() ||
          undefined
        }
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) props.onFile(file);
        }}
      />
      {error !== undefined && (
        <span class="field__error tone--bad" id={`${id}-error`}>
          <Shape name="bad" />
          {error}
        </span>
      )}
    </div>
  );
}
