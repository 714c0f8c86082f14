import { civilDate, civilTime, defaultRulePack, regencyCodeSchema } from '@bilik/election';
import { defaultSetUp, electionEventSchema } from '@bilik/preparation';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { writeEvent } from '../src/set-up/event-store.ts';
import { addSetUp, currentSetUp, rulePackFingerprint } from '../src/set-up/set-up-store.ts';
import { REGENCY, TEST_NOW } from './small-regency.ts';
import type { TestCenter } from './test-center.ts';

/** An event of two waves in the small regency, made before its calendar begins. */
export const SET_UP_ELECTION = 'pilkades-2027';
export const FIRST_WAVE = ['16.07.01.2001', '16.07.01.2002', '16.07.05.2003'] as const;
/** Votes in the second wave. */
export const SECOND_WAVE = ['16.07.05.2004'];

/** Sets the small regency up as `bilik center init` does; once a center. @param firstWave villages that are there */
export async function setUpElection(
  center: Pick<TestCenter, 'parts'>,
  firstWave: readonly string[] = FIRST_WAVE,
): Promise<void> {
  await inScope(center.parts.database, OWN_WORK, async (transaction) => {
    if ((await currentSetUp(transaction, REGENCY)) !== undefined) return;
    const code = regencyCodeSchema.parse(REGENCY);
    const setUp = defaultSetUp({ code, name: 'Banyuasin' });
    await addSetUp(transaction, REGENCY, setUp, { issuer: null, account: null, at: TEST_NOW });
    const wave = (number: number, date: string, villages: readonly string[]) => ({
      number,
      voting: {
        date: civilDate(date),
        zone: 'WIB',
        opens: civilTime('07:00'),
        closes: civilTime('13:00'),
      },
      villages,
    });
    const event = electionEventSchema.parse({
      format: 'bilik/v1/election-event',
      id: SET_UP_ELECTION,
      kind: 'exercise',
      title: { id: 'Pilkades serentak 2027', en: 'Village-head elections 2027' },
      regency: REGENCY,
      conduct: {
        by: 'regency',
        rulePack: {
          id: defaultRulePack.id,
          version: defaultRulePack.version,
          fingerprint: rulePackFingerprint(defaultRulePack),
        },
      },
      waves: [wave(1, '2027-06-09', firstWave), wave(2, '2027-12-08', SECOND_WAVE)],
    });
    await writeEvent(transaction, event, { rulePack: defaultRulePack, setUp }, TEST_NOW);
    for (const area of [...firstWave, ...SECOND_WAVE]) {
      await transaction
        .insertInto('place')
        .values({
          ...{ election: SET_UP_ELECTION, id: `${area}-001`, area, number: 1, name: null },
          ...{ mode: 'paper', registered_l: 450, registered_p: 470 },
        })
        .execute();
    }
  });
}
