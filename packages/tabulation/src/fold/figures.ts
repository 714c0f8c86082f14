/**
 * What is added and taken apart in the same way everywhere: whole numbers by name, and votes by option. Of one part of a place, of a place,
 * or what a change adds to an area; negative where figures fall.
 */
export interface Figures<Name extends string, Option extends string = string> {
  readonly counts: Readonly<Record<Name, number>>;
  readonly votes: ReadonlyMap<Option, number>;
}

/** Both together; an option that only one of them names counts as 0 in the other. */
export function addFigures<Name extends string, Option extends string>(
  left: Figures<Name, Option>,
  right: Figures<Name, Option>,
): Figures<Name, Option> {
  return combine(left, right, 1);
}

/** What lies between two versions: the later one without the earlier one. */
export function differenceOf<Name extends string, Option extends string>(
  earlier: Figures<Name, Option>,
  later: Figures<Name, Option>,
): Figures<Name, Option> {
  return combine(later, earlier, -1);
}

/** The names and options that are below zero: of a difference, what falls by it. */
export function fallsOf({ counts, votes }: Figures<string>): readonly string[] {
  return [...Object.entries(counts), ...votes].filter(([, count]) => count < 0).map(([name]) => name);
}

/**
 * What a place gives to the sums above it: its parts together, once all of them are there.
 * @param parts of the place; each is there or is awaited
 * @returns undefined while a part is awaited
 */
export function wholeOf<Part, Name extends string, Option extends string>(
  parts: readonly Part[],
  given: ReadonlyMap<Part, Figures<Name, Option>>,
): Figures<Name, Option> | undefined {
  const [first, ...others] = parts.map((part) => given.get(part));
  return others.reduce(
    (sum, part) => (sum === undefined || part === undefined ? undefined : addFigures(sum, part)),
    first,
  );
}

function combine<Name extends string, Option extends string>(
  left: Figures<Name, Option>,
  right: Figures<Name, Option>,
  sign: 1 | -1,
): Figures<Name, Option> {
  const votes = new Map(left.votes);
  for (const [option, count] of right.votes) votes.set(option, (votes.get(option) ?? 0) + sign * count);
  const names = Object.keys(left.counts) as Name[];
  const counts = names.map((name) => [name, left.counts[name] + sign * right.counts[name]] as const);
  return { counts: Object.fromEntries(counts) as Record<Name, number>, votes };
}
