import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { type NewChange, recordChange } from '../src/tabulation/record-change.ts';
import { SET_UP_ELECTION, setUpElection } from './set-up-election.ts';
import { VILLAGE } from './small-regency.ts';
import type { TestCenter } from './test-center.ts';

export const OUTCOME_QUESTION = { election: SET_UP_ELECTION, contest: 'kepala-desa' } as const;

/** Sets the small regency up and gives its first village a contest of two candidates; once a center. */
export async function outcomeVillage(center: Pick<TestCenter, 'parts'>): Promise<void> {
  await setUpElection(center);
  await inScope(center.parts.database, OWN_WORK, (transaction) =>
    transaction
      .insertInto('contest')
      .values({
        ...{ election: SET_UP_ELECTION, area: VILLAGE, id: 'kepala-desa', position: 1 },
        ...{ office: 'village-head', title: JSON.stringify({ id: 'Kepala desa', en: 'Village head' }) },
        options: JSON.stringify([
          { key: 'c1', number: 1, name: 'Calon Buatan Satu', photo: null },
          { key: 'c2', number: 2, name: 'Calon Buatan Dua', photo: null },
          { key: 'blank', number: null, name: 'Kosong', photo: null },
        ]),
      })
      .onConflict((conflict) => conflict.columns(['election', 'area', 'id']).doNothing())
      .execute(),
  );
}

/** Gives the village's one polling place these votes. @returns the version's number */
export async function giveVotes(
  center: Pick<TestCenter, 'parts'>,
  c1: number,
  c2: number,
  reason: string | null = null,
  source = 'uji',
  sourceKind: NewChange['sourceKind'] = 'sheet',
): Promise<number> {
  const change: NewChange = {
    ...{ ...OUTCOME_QUESTION, place: `${VILLAGE}-001`, lane: 'official', part: 'whole' },
    figures: { users: c1 + c2, women: 10, valid: c1 + c2, invalid: 0, votes: { c1, c2, blank: 0 } },
    ...{ sourceKind, source, account: null, reason, at: center.parts.now() },
  };
  const answer = await inScope(center.parts.database, OWN_WORK, (transaction) =>
    recordChange(transaction, change),
  );
  if (!answer.ok) throw new Error(answer.error.type);
  return answer.value.change;
}
