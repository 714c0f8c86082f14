import { type CivilDate, nikSchema, parseCivilDate } from '@bilik/election';
import type { ListedPerson } from '../list/imported-voter.ts';
import { birthPart } from './generate-voter-list.ts';
import type { NumberGiver } from './nobodys-number.ts';
import type { SeededDraws } from './seeded-draws.ts';

/** What happened when somebody was listed once more. */
export type PlantedSlip =
  | 'same-nik'
  | 'title'
  | 'old-spelling'
  | 'one-letter'
  | 'shortened'
  | 'day-month-swapped'
  | 'day-mistyped'
  | 'other-family-card';

/** One made-up person on two rows. */
export interface PlantedDuplicate {
  readonly original: ListedPerson;
  readonly copy: ListedPerson;
  readonly slips: readonly PlantedSlip[];
}

const VOWELS = 'AEIOU';

/**
 * Lists a made-up person once more, as it happens: a title, another spelling, a slip in name or birth date, a new family card after moving.
 * @param moved the copy stands in another village, and then on another family card
 */
export function listedAgain(
  original: ListedPerson,
  moved: Pick<ListedPerson, 'hamlet' | 'rt' | 'rw' | 'familyCard'> | null,
  draws: SeededDraws,
  numbers: NumberGiver,
): PlantedDuplicate {
  const slips: PlantedSlip[] = [];
  let { name, birthDate, nik } = original;
  const named = draws.oneOf(['none', 'none', 'title', 'old-spelling', 'one-letter', 'shortened'] as const);
  const changed = named === 'none' ? name : withNameSlip(name, named, draws);
  if (named !== 'none' && changed !== name) {
    name = changed;
    slips.push(named);
  }
  if (draws.happens(250)) {
    const slip = draws.oneOf(['day-month-swapped', 'day-mistyped'] as const);
    const date = withDateSlip(birthDate, slip, draws);
    if (date !== birthDate) {
      birthDate = date;
      slips.push(slip);
    }
  }
  // One file with a number twice is refused at the door, so only another village's list can have it.
  if (moved !== null && draws.happens(300)) slips.push('same-nik');
  else nik = nikSchema.parse(numbers.give(birthPart({ birthDate, sex: original.sex })));
  if (moved !== null) slips.push('other-family-card');
  return { original, copy: { ...original, ...moved, name, birthDate, nik }, slips };
}

function withNameSlip(
  name: string,
  slip: 'title' | 'old-spelling' | 'one-letter' | 'shortened',
  draws: SeededDraws,
): string {
  const words = name.split(' ');
  switch (slip) {
    case 'title':
      return draws.happens(500) ? `H. ${name}` : `${name}, S.Pd`;
    case 'old-spelling':
      return name
        .replace('MUHAMMAD', 'MUH.')
        .replaceAll('J', 'DJ')
        .replaceAll('U', 'OE')
        .replaceAll('F', 'PH');
    case 'shortened': {
      const [first = name, second] = words;
      return second === undefined
        ? name
        : [first, ...words.slice(1, -1), words.at(-1)?.slice(0, 1)].join(' ');
    }
    case 'one-letter': {
      const long = words.findIndex((word) => word.length >= 6);
      const word = words[long];
      if (word === undefined) return name;
      const place = draws.between(2, word.length - 2);
      const letter = word.charAt(place);
      const other = VOWELS.includes(letter) ? VOWELS.charAt((VOWELS.indexOf(letter) + 1) % 4) : '';
      return words.with(long, word.slice(0, place) + other + word.slice(place + 1)).join(' ');
    }
  }
}

function withDateSlip(
  date: CivilDate,
  slip: 'day-month-swapped' | 'day-mistyped',
  draws: SeededDraws,
): CivilDate {
  const [year, month, day] = date.split('-');
  const text =
    slip === 'day-month-swapped'
      ? `${year}-${day}-${month}`
      : `${year}-${month}-${String(draws.between(1, 28)).padStart(2, '0')}`;
  const slipped = parseCivilDate(text);
  return slipped.ok ? slipped.value : date;
}
