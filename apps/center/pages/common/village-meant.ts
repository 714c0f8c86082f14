/** A village by the words that people know it by. */
export interface NamedVillage {
  readonly code: string;
  readonly name: string;
  readonly subDistrict: string;
}

/** As it is shown and may be typed: villages of one name are told apart by their sub-district. */
export const villageLabel = ({ name, subDistrict }: NamedVillage): string => `${name}, ${subDistrict}`;

/** Villages that what was typed may mean, those whose name begins so first. Nothing typed means none. */
export function villagesLike<Village extends NamedVillage>(
  typed: string,
  villages: readonly Village[],
): readonly Village[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return [];
  const begins = villages.filter(
    (village) => villageLabel(village).toLowerCase().startsWith(text) || village.code.startsWith(text),
  );
  const others = villages.filter(
    (village) => !begins.includes(village) && villageLabel(village).toLowerCase().includes(text),
  );
  return [...begins, ...others];
}

/** The one village that is meant: it alone is like what was typed, or it alone has exactly this name, label or code. */
export function villageMeant<Village extends NamedVillage>(
  typed: string,
  villages: readonly Village[],
): Village | undefined {
  const like = villagesLike(typed, villages);
  const text = typed.trim().toLowerCase();
  const exact = like.filter((village) =>
    [village.name, villageLabel(village), village.code].some((word) => word.toLowerCase() === text),
  );
  const [only, ...others] = exact.length > 0 ? exact : like;
  return others.length === 0 ? only : undefined;
}
