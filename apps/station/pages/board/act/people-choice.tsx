import { TickField } from '@bilik/ui/field';
import { Shape } from '@bilik/ui/shape';
import { useId } from 'preact/hooks';
import type { Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

/** Whom to tick beforehand: where one is needed and one alone may do it, there is nothing to choose. */
export function foregoneChoice(people: readonly Person[], needed: number): readonly string[] {
  return needed === 1 && people.length === 1 ? people.map(({ id }) => id) : [];
}

/** Those whom the ids name, in the order of the ids. */
export function chosenOf(people: readonly Person[], ids: readonly string[]): readonly Person[] {
  return ids.flatMap((id) => people.filter((person) => person.id === id));
}

export interface PeopleChoiceProps {
  readonly label: string;
  /** Who may stand behind the act. */
  readonly people: readonly Person[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  readonly error?: string | undefined;
  /** Shown, and no longer to be changed. */
  readonly isReadOnly?: boolean | undefined;
}

/** Different people, by name and role; each says aloud that they agree. */
export function PeopleChoice({ label, people, chosen, onChoose, error, isReadOnly }: PeopleChoiceProps) {
  const say = useBoardWords();
  const id = useId();
  return (
    <fieldset class="people" disabled={isReadOnly} aria-describedby={error === undefined ? undefined : id}>
      <legend class="field__label">{label}</legend>
      <div class="people__list">
        {people.map((person) => (
          <TickField
            key={person.id}
            ticked={chosen.includes(person.id)}
            onTick={(ticked) =>
              onChoose(ticked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id))
            }
          >
            <strong>{person.name}</strong> <span class="soft">{say(`board.role.${person.role}`)}</span>
          </TickField>
        ))}
      </div>
      {error !== undefined && (
        <span class="field__error tone--bad" id={id} role="alert">
          <Shape name="bad" />
          {error}
        </span>
      )}
    </fieldset>
  );
}
