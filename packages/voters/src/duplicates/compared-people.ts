import { birthDateLikeness } from './birth-date-likeness.ts';
import { bitsFor, type ComparedPerson, type Likeness } from './likeness.ts';
import { nameLikeness, soundsInAnyOrder } from './name-likeness.ts';
import { type NameWords, wordsOfName } from './name-words.ts';

/** A name that at least one person bears, taken apart once for all who bear it. */
interface KnownName {
  readonly words: NameWords;
  /** Same for names of the same sounds. */
  readonly inAnyOrder: string;
  /** Bit n is set when letter n of A to Z is heard in it. */
  readonly letters: number;
}

/** How two people were compared. */
export interface Comparison {
  readonly likeness: Likeness;
  readonly bits: number;
}

/** The people of one or many lists, with how often names, words and birth dates are met among them. */
export class ComparedPeople {
  readonly people: readonly ComparedPerson[];
  readonly #names: KnownName[] = [];
  readonly #nameOf: Uint32Array;
  readonly #ofName = new Map<string, number>();
  readonly #ofWord = new Map<string, number>();
  readonly #ofBirthDate = new Map<string, number>();

  constructor(people: readonly ComparedPerson[]) {
    this.people = people;
    this.#nameOf = new Uint32Array(people.length);
    const known = new Map<string, number>();
    for (const [index, { name, birthDate }] of people.entries()) {
      let position = known.get(name);
      if (position === undefined) {
        position = this.#names.push(knownName(name)) - 1;
        known.set(name, position);
      }
      this.#nameOf[index] = position;
      const { words, inAnyOrder } = this.#known(index);
      count(this.#ofName, inAnyOrder);
      for (const sound of new Set(words.sounds)) count(this.#ofWord, sound);
      count(this.#ofBirthDate, birthDate);
    }
  }

  person(index: number): ComparedPerson {
    const person = this.people[index];
    if (person === undefined) throw new RangeError(`no person ${index}`);
    return person;
  }

  /** Same for people whose names sound alike. */
  soundsOf(index: number): string {
    return this.#known(index).inAnyOrder;
  }

  /** How many people's names sound so. */
  peopleOfSounds(sounds: string): number {
    return this.#ofName.get(sounds) ?? 0;
  }

  /** Whether two names may be alike: quick, never wrong when it says no. */
  mayBeNamedAlike(one: number, other: number): boolean {
    const [first, second] = [this.#known(one).letters, this.#known(other).letters];
    const onlyFirst = first & ~second;
    const onlySecond = second & ~first;
    return (onlyFirst & (onlyFirst - 1)) === 0 || (onlySecond & (onlySecond - 1)) === 0;
  }

  /** Compares everything; names or birth dates that are not alike weigh minus infinity. */
  compare(one: number, other: number): Comparison {
    const [first, second] = [this.person(one), this.person(other)];
    const [firstName, secondName] = [this.#known(one), this.#known(other)];
    const name = nameLikeness(firstName.words, secondName.words);
    const peopleOfName = this.#peopleOfName(firstName, secondName, name === 'shorter');
    const likeness: Likeness = {
      nik: first.nikHash === second.nikHash ? 'same' : 'different',
      name,
      birthDate: birthDateLikeness(first.birthDate, second.birthDate),
      familyCard:
        first.familyCardHash === null || second.familyCardHash === null
          ? 'unknown'
          : first.familyCardHash === second.familyCardHash
            ? 'same'
            : 'different',
      sex: first.sex === second.sex ? 'same' : 'different',
      birthPlace: lettersOf(first.birthPlace) === lettersOf(second.birthPlace) ? 'same' : 'different',
      village: first.village === second.village ? 'same' : 'other',
      peopleOfName,
    };
    const bits = bitsFor(likeness, {
      people: this.people.length,
      // The two are not two by chance if they are one: without one of them.
      peopleOfName: Math.max(1, peopleOfName - 1),
      peopleOfBirthDate: Math.max(1, (this.#ofBirthDate.get(first.birthDate) ?? 1) - 1),
    });
    return { likeness, bits };
  }

  /** The larger group of the two names; of a shortened name, those who bear its rarest word. */
  #peopleOfName(one: KnownName, other: KnownName, isShorter: boolean): number {
    if (!isShorter) {
      return Math.max(this.#ofName.get(one.inAnyOrder) ?? 1, this.#ofName.get(other.inAnyOrder) ?? 1);
    }
    const shared = one.words.sounds.filter((sound) => other.words.sounds.includes(sound));
    return Math.min(...shared.map((sound) => this.#ofWord.get(sound) ?? 1), this.people.length);
  }

  #known(index: number): KnownName {
    const name = this.#names[this.#nameOf[index] ?? -1];
    if (name === undefined) throw new RangeError(`no person ${index}`);
    return name;
  }
}

function knownName(name: string): KnownName {
  const words = wordsOfName(name);
  let letters = 0;
  for (const letter of words.sounds.join('')) {
    const position = letter.charCodeAt(0) - 65;
    if (position >= 0 && position < 26) letters |= 1 << position;
  }
  return { words, inAnyOrder: soundsInAnyOrder(words), letters };
}

function lettersOf(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{Nd}]/gu, '');
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
