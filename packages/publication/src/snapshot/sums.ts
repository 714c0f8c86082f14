import type { AreaTotals, PublishedPlace, VillageTotals, VoteFigures } from './figures-schema.ts';
import type { PublishedVillage } from './schema.ts';

/** Votes of polling places or parts together, option by option, in the order of the first. */
export function addFigures(figures: readonly VoteFigures[]): VoteFigures | undefined {
  const [first] = figures;
  if (first === undefined) return undefined;
  return {
    users: sumOf(figures, ({ users }) => users),
    options: first.options.map(({ key }) => ({
      key,
      votes: sumOf(figures, ({ options }) => options.find((option) => option.key === key)?.votes ?? 0),
    })),
    valid: sumOf(figures, ({ valid }) => valid),
    invalid: sumOf(figures, ({ invalid }) => invalid),
    blank: sumOf(figures, ({ blank }) => blank),
    total: sumOf(figures, ({ total }) => total),
  };
}

function sumOf<Item>(items: readonly Item[], countOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + countOf(item), 0);
}

const votersOf = ({ registered }: PublishedPlace): number => registered.L + registered.P;

/**
 * The sums of a village out of its polling places.
 * @param optionKeys the contest's options in list order, without the blank vote: a village without results has them at 0
 */
export function sumVillage(
  places: readonly PublishedPlace[],
  optionKeys: readonly VoteFigures['options'][number]['key'][],
): VillageTotals {
  const counted = places.filter(({ result }) => result !== null);
  const nothing: VoteFigures = {
    users: 0,
    options: optionKeys.map((key) => ({ key, votes: 0 })),
    valid: 0,
    invalid: 0,
    blank: 0,
    total: 0,
  };
  const figures = counted.flatMap(({ result }) => (result === null ? [] : [result.figures]));
  return {
    registered: {
      L: sumOf(places, ({ registered }) => registered.L),
      P: sumOf(places, ({ registered }) => registered.P),
    },
    registeredCounted: sumOf(counted, votersOf),
    coverage: { counted: counted.length, expected: places.length },
    ...(addFigures([nothing, ...figures]) ?? nothing),
  };
}

/** The sums of a sub-district or a regency out of the polling places of its villages. */
export function sumArea(villages: readonly Pick<PublishedVillage, 'places' | 'state'>[]): AreaTotals {
  const places = villages.flatMap((village) => village.places);
  const { options: _options, ...sums } = sumVillage(places, []);
  const isComplete = (village: Pick<PublishedVillage, 'places'>) =>
    village.places.length > 0 && village.places.every(({ result }) => result !== null);
  return {
    ...sums,
    villages: {
      expected: villages.length,
      complete: villages.filter(isComplete).length,
      determined: villages.filter(({ state }) => state === 'determined').length,
    },
  };
}
