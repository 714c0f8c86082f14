import type { Bilingual } from './bilingual.ts';
import type { ElectionDefinition } from './definition.ts';

/** One numbered copy of a paper that is signed after the count, and who gets it. */
export interface PaperCopy {
  /** 1 to the number of copies. */
  readonly number: number;
  readonly holder: Bilingual;
}

/**
 * The copies of minutes and statement: for the village committee, for the notice board, and one for each witness who was present
 * (`domain.md`, opening and closing). The minutes list them, so that a copy too many is seen.
 */
export function paperCopies(
  definition: ElectionDefinition,
  witnessesPresent: readonly string[] | null,
): readonly PaperCopy[] {
  const witnesses = definition.people.filter(
    ({ role, id }) => role === 'witness' && (witnessesPresent ?? []).includes(id),
  );
  const holders: readonly Bilingual[] = [
    { id: 'panitia pemilihan desa', en: 'village election committee' },
    { id: 'papan pengumuman', en: 'notice board' },
    ...witnesses.map(({ name }) => ({ id: `saksi ${name}`, en: `witness ${name}` })),
  ];
  return holders.map((holder, index) => ({ number: index + 1, holder }));
}
