import type { Bilingual } from '@bilik/election';
import { Button } from '@bilik/ui/button';
import type { Language } from '@bilik/words/language';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PhotoHandle } from './photo-view.tsx';

/** Figures as they are typed: digits, or nothing. */
export type Typed = Readonly<Record<string, string>>;

/** One figure that is typed: its name, its number on the paper, its words. */
export interface FigureLine {
  readonly key: string;
  readonly number: string;
  readonly label: Bilingual;
  readonly section: Bilingual;
}

/** The longest figure: 100,000. */
const DIGITS = 6;

/** What was typed, as figures: nothing typed is nothing read. */
export function figuresOfTyped(fields: readonly FigureLine[], typed: Typed): Record<string, number | null> {
  return Object.fromEntries(
    fields.map(({ key }) => [key, typed[key] === undefined || typed[key] === '' ? null : Number(typed[key])]),
  );
}

/**
 * The figures of a sheet one below the other, numbered as on the paper, for the keyboard alone: Enter goes on, Shift and Enter back, plus and
 * minus size the photo, Page Up and Page Down move it. After the last figure comes the button.
 */
export function FigureFields(props: {
  readonly fields: readonly FigureLine[];
  readonly legend: string;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  /** Fields to look at once more. */
  readonly marked: readonly string[];
  readonly language: Language;
  readonly photo: RefObject<PhotoHandle | null>;
  readonly saveWord: string;
  readonly onSave: () => Promise<void>;
  /** Between the figures and the button: what to look at before saving. */
  readonly children?: ComponentChildren;
}) {
  const { fields, typed, onType, marked, language, photo } = props;
  const form = useRef<HTMLFormElement>(null);
  const entries = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
  // who opened the sheet begins to type, in the first of several forms
  useEffect(() => {
    if (document.activeElement === document.body) entries()[0]?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (!(target instanceof HTMLInputElement)) return;
    if (key === '+' || key === '-') photo.current?.zoom(key === '+' ? 1 : -1);
    else if (key === 'PageUp' || key === 'PageDown') photo.current?.scroll(key === 'PageDown' ? 1 : -1);
    else if (key === 'Enter') {
      const next = entries()[entries().indexOf(target) + (event.shiftKey ? -1 : 1)];
      if (next !== undefined) {
        next.select();
        // selecting takes the focus without scrolling
        next.scrollIntoView({ block: 'nearest' });
      } else if (!event.shiftKey) form.current?.querySelector<HTMLButtonElement>('button')?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <form ref={form} class="sheet-figures" onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <h2 class="unseen">{props.legend}</h2>
      {fields.map(({ key, number, label, section }, index) => (
        <div key={key} class="sheet-figures__part">
          {fields[index - 1]?.section.id !== section.id && label.id !== section.id && (
            <p class="sheet-figures__section">{section[language]}</p>
          )}
          <label class={`sheet-figures__line${marked.includes(key) ? ' sheet-figures__line--marked' : ''}`}>
            <span class="sheet-figures__number">{number}</span>
            <span class="sheet-figures__label">
              {label.id !== section.id && <span class="unseen">{section[language]}: </span>}
              {label[language]}
            </span>
            <input
              class="field__entry sheet-figures__entry"
              inputMode="numeric"
              autocomplete="off"
              maxLength={DIGITS}
              name={key}
              value={typed[key] ?? ''}
              onInput={(event) => {
                const digits = event.currentTarget.value.replace(/\D/g, '');
                event.currentTarget.value = digits;
                onType({ ...typed, [key]: digits });
              }}
            />
          </label>
        </div>
      ))}
      {props.children}
      <Button kind="primary" size="large" wide onPress={props.onSave}>
        {props.saveWord}
      </Button>
    </form>
  );
}
