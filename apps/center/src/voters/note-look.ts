import type { ActContext } from '../http/acts-door.ts';
import type { VoterTables } from './tables.ts';

/** Notes that somebody looked at people: with whom, when and why. In the transaction of the answer: nobody sees what was not noted. */
export async function noteLook(
  { transaction, by, now }: ActContext,
  look: Pick<VoterTables['voter_look'], 'election' | 'area' | 'what' | 'why'> & {
    readonly voters: readonly (number | null)[];
  },
): Promise<void> {
  const { voters, ...row } = look;
  await transaction
    .insertInto('voter_look')
    .values(voters.map((voter) => ({ ...row, voter, account: by.account, at: now })))
    .execute();
}
