import { Field } from '@bilik/ui/field';
import { useState } from 'preact/hooks';
import { useBoardWords } from '../board-words.ts';
import { readCount } from '../closing/count-text.ts';

/** More never leave with one group; the station takes no more. */
const MOST_BALLOTS = 500;

type EntryName = 'taken' | 'used' | 'unused' | 'spoiled' | 'when' | 'note';

/** What two people type of a mobile group, and what is wrong with it once they have pressed the button. */
export interface MobileEntries {
  /** Null while it is no number within its limits. */
  readonly count: (name: EntryName, least?: number) => number | null;
  /** Without spaces around it. */
  readonly text: (name: EntryName) => string;
  readonly countField: (name: EntryName, least?: number) => preact.JSX.Element;
  readonly textField: (name: EntryName, hint: string) => preact.JSX.Element;
  /** From now on every entry says what is wrong with it. */
  readonly check: () => void;
}

export function useMobileEntries(): MobileEntries {
  const say = useBoardWords();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isChecked, setChecked] = useState(false);
  const text = (name: EntryName) => (typed[name] ?? '').trim();
  const onInput = (name: EntryName) => (value: string) => setTyped({ ...typed, [name]: value });
  const count = (name: EntryName, least = 0) => {
    const number = readCount(text(name));
    return number !== null && number >= least && number <= MOST_BALLOTS ? number : null;
  };
  const wrongCount = (name: EntryName, least: number) => {
    if (text(name) === '') return say('form.required');
    return readCount(text(name)) === null
      ? say('form.notANumber')
      : say('form.outOfRange', { least, most: MOST_BALLOTS });
  };
  return {
    count,
    text,
    countField: (name, least = 0) => (
      <Field
        key={name}
        label={say(`board.mobile.${name}`)}
        hint={least > 1 ? say('board.mobile.fewest', { fewest: least }) : undefined}
        value={typed[name] ?? ''}
        inputMode="numeric"
        maxLength={3}
        onInput={onInput(name)}
        error={isChecked && count(name, least) === null ? wrongCount(name, least) : undefined}
      />
    ),
    textField: (name, hint) => (
      <Field
        key={name}
        label={say(`board.mobile.${name}`)}
        hint={hint}
        value={typed[name] ?? ''}
        maxLength={300}
        onInput={onInput(name)}
        error={isChecked && text(name) === '' ? say('form.required') : undefined}
      />
    ),
    check: () => setChecked(true),
  };
}
