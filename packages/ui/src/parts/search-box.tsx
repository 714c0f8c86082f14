import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { usePartWords } from './language.tsx';
import { Shape } from './shape.tsx';

export interface SearchBoxProps<Result> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** What was found for `query`; `null` while nothing was asked yet. */
  readonly results: readonly Result[] | null;
  readonly keyOf: (result: Result) => string;
  readonly renderResult: (result: Result) => ComponentChildren;
  /** A result was chosen by touch, click or Enter. */
  readonly onPick: (result: Result) => void;
  /** Says how many there are in all when `results` is only the beginning. */
  readonly total?: number | undefined;
  /** Takes the keyboard when it appears: for the desk, where it is the main entry. */
  readonly takesFocus?: boolean | undefined;
}

/**
 * A search with its results below, by touch, or by keyboard alone: type, arrow down, Enter. Enter with a single result
 * picks it, so that a scanner that ends with Enter finds its voter.
 */
export function SearchBox<Result>(props: SearchBoxProps<Result>) {
  const { label, hint, query, onQuery, results, keyOf, renderResult, onPick } = props;
  const say = usePartWords();
  const id = useId();
  const entry = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const found = results ?? [];
  const activeIndex = active < found.length ? active : -1;

  useEffect(() => {
    if (props.takesFocus === true) entry.current?.focus();
  }, [props.takesFocus]);
  useEffect(() => setActive(-1), [results]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeIndex]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setActive(
        (activeIndex + step + found.length + (activeIndex === -1 && step === -1 ? 1 : 0)) % found.length,
      );
    } else if (event.key === 'Enter') {
      const picked = found[activeIndex] ?? (found.length === 1 ? found[0] : undefined);
      if (picked === undefined) return;
      event.preventDefault();
      onPick(picked);
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      onQuery('');
    }
  };

  return (
    <div class="search">
      <label class="field__label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <span class="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div class="search__entry">
        <Shape name="search" />
        <input
          ref={entry}
          id={id}
          class="field__entry"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeIndex === -1 ? undefined : `${id}-${activeIndex}`}
          aria-describedby={`${hint === undefined ? '' : `${id}-hint `}${id}-count`}
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {query !== '' && (
          <button
            type="button"
            class="search__clear"
            aria-label={say('parts.search.clear')}
            onClick={() => {
              onQuery('');
              entry.current?.focus();
            }}
          >
            <Shape name="cross" />
          </button>
        )}
      </div>
      <p class="search__count" id={`${id}-count`} role="status">
        {results === null
          ? ''
          : found.length === 0
            ? say('parts.search.none')
            : say('parts.search.results', { count: props.total ?? found.length })}
      </p>
      <div
        class="search__results"
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        ref={list}
        hidden={found.length === 0}
      >
        {found.map((result, index) => (
          <div
            key={keyOf(result)}
            id={`${id}-${index}`}
            class="search__result"
            role="option"
            tabIndex={-1}
            aria-selected={index === activeIndex}
            onClick={() => onPick(result)}
            onKeyDown={onKeyDown}
          >
            {renderResult(result)}
          </div>
        ))}
      </div>
    </div>
  );
}
