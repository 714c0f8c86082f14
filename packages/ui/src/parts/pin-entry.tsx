import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Keypad } from './keypad.tsx';
import { usePartWords } from './language.tsx';

/** A person and the PIN that they typed for one act. */
export interface ProvedPerson {
  readonly person: string;
  readonly pin: string;
}

export interface PinEntryProps {
  /** Who types, in this order; at least one. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Called once, with the last digit of the last person. Nothing of a PIN is left here then. */
  readonly onDone: (confirmations: readonly ProvedPerson[]) => void;
  /** Above the entry, beside the keys: the heading of the step. */
  readonly lead?: ComponentChildren;
  /** Below the entry. */
  readonly children?: ComponentChildren;
}

const PIN_DIGITS = 6;

/** Each person in turn types their own PIN. It is never shown, and held only until the last has typed. */
export function PinEntry({ people, onDone, lead, children }: PinEntryProps) {
  const say = usePartWords();
  const [typed, setTyped] = useState('');
  const [proved, setProved] = useState<readonly ProvedPerson[]>([]);
  const place = useRef<HTMLDivElement>(null);
  const person = people[proved.length];
  useEffect(() => {
    // whoever types next, with keys or a screen reader, begins in the entry
    place.current?.querySelector('input')?.focus({ preventScroll: true });
  }, [person?.id]);
  if (person === undefined) return null;

  const complete = (pin: string): void => {
    const now = [...proved, { person: person.id, pin }];
    setTyped('');
    const isLast = now.length === people.length;
    setProved(isLast ? [] : now);
    if (isLast) onDone(now);
  };
  return (
    <div class="pin-entry" ref={place}>
      <Keypad
        key={person.id}
        label={say('parts.pin.of', { name: person.name })}
        hint={
          people.length === 1
            ? undefined
            : say('parts.pin.turn', { number: proved.length + 1, count: people.length })
        }
        value={typed}
        onChange={setTyped}
        onComplete={complete}
        length={PIN_DIGITS}
        groupSize={PIN_DIGITS}
        secret
        lead={lead}
      >
        {children}
      </Keypad>
    </div>
  );
}
