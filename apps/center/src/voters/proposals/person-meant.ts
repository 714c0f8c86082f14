import type { Identities } from '../identity/identities.ts';
import { personOf, type VoterRow } from '../identity/voter-row.ts';
import type { CorrectionInput, PersonInput } from '../voter-input.ts';

/**
 * The person that a proposal means: numbers which it leaves as they are come from the row as it stands now, so that two corrections of one
 * person do not undo each other.
 * @param row of the person corrected; undefined for a person to be added
 */
export function personMeant(
  identities: Identities,
  proposed: CorrectionInput,
  row: VoterRow | undefined,
): PersonInput {
  const listed = row === undefined ? undefined : personOf(identities, row);
  const nik = proposed.nik ?? listed?.nik;
  if (nik === undefined) throw new Error('a person to be added has no NIK');
  const familyCard = proposed.familyCard === 'unchanged' ? (listed?.familyCard ?? null) : proposed.familyCard;
  return { ...proposed, nik, familyCard };
}
