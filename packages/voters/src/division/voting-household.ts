import type { Voter } from '@bilik/election';

/** A person as the division needs them. */
export interface DividedPerson {
  /** The caller's own name for the row; no household has the same text. */
  readonly id: string;
  /** Same text for people of one family card; null when no card is known, and then the person is a household alone. */
  readonly household: string | null;
  readonly hamlet: Voter['hamlet'];
  readonly rw: Voter['rw'];
  readonly rt: Voter['rt'];
}

/** A neighbourhood (RT) of a village; hamlets are known by their names. */
export interface Neighbourhood {
  readonly hamlet: string;
  readonly rw: string;
  readonly rt: string;
}

/** People who go to the polling place together. */
export interface VotingHousehold {
  /** The family card's text, or the id of a person without one. */
  readonly key: string;
  /** Where most of its members live; the first in order when two have as many. */
  readonly neighbourhood: Neighbourhood;
  /** In the order given, at least one. */
  readonly members: readonly DividedPerson[];
}

const NUMBERED = new Intl.Collator('id', { numeric: true, sensitivity: 'base' });
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** Households in the order of the village: hamlet, RW, RT, key. The same people give the same order, however they were given. */
export function householdsOf(people: readonly DividedPerson[]): readonly VotingHousehold[] {
  const groups = Map.groupBy(people, ({ id, household }) => (household === null ? `\u0000${id}` : household));
  return [...groups.entries()]
    .map(([key, members]) => ({
      key: key.startsWith('\u0000') ? key.slice(1) : key,
      neighbourhood: neighbourhoodOf(members),
      members,
    }))
    .sort(
      (one, other) =>
        compareNeighbourhoods(one.neighbourhood, other.neighbourhood) || compareTexts(one.key, other.key),
    );
}

/** One text for one neighbourhood. */
export function neighbourhoodKey({ hamlet, rw, rt }: Neighbourhood): string {
  return `${hamlet}\u0000${rw}\u0000${rt}`;
}

/** The order in which a village counts: hamlets by their number, Arabic or Roman, else by name; then RW and RT. */
export function compareNeighbourhoods(one: Neighbourhood, other: Neighbourhood): number {
  return (
    NUMBERED.compare(withArabicNumber(one.hamlet), withArabicNumber(other.hamlet)) ||
    compareTexts(one.hamlet, other.hamlet) ||
    compareTexts(one.rw, other.rw) ||
    compareTexts(one.rt, other.rt)
  );
}

function neighbourhoodOf(members: readonly DividedPerson[]): Neighbourhood {
  const homes = [...Map.groupBy(members, neighbourhoodKey).values()].sort(
    (one, other) =>
      other.length - one.length || compareNeighbourhoods(one[0] ?? NOWHERE, other[0] ?? NOWHERE),
  );
  const { hamlet, rw, rt } = homes[0]?.[0] ?? NOWHERE;
  return { hamlet, rw, rt };
}

const NOWHERE: Neighbourhood = { hamlet: '', rw: '', rt: '' };

/** `Dusun IV` as `Dusun 4`, so that it follows `Dusun III`. */
function withArabicNumber(hamlet: string): string {
  return hamlet.replace(/\b[IVXL]+$/u, (roman) => {
    const digits = [...roman].map((letter) => ROMAN[letter] ?? 0);
    return String(
      digits.reduce((sum, digit, place) => sum + (digit < (digits[place + 1] ?? 0) ? -digit : digit), 0),
    );
  });
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
