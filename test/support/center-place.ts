import { join } from 'node:path';
import { ballotOptions, type ElectionDefinition } from '@bilik/election';
import type { Database } from '../../apps/center/src/database/connect.ts';
import { inScope, OWN_WORK } from '../../apps/center/src/database/scope.ts';
import { expectLivingRecord, readLivingPlace } from '../../apps/center/src/exercise/living-place.ts';

/** Makes a center wait for the record of one polling place, as its package would: area, place, contests, election. */
export async function expectPlace(
  database: Database,
  definition: ElectionDefinition,
  stationHome: string,
  now: Date,
): Promise<void> {
  const { area, pollingPlace, voterList, voting, contests } = definition;
  const living = readLivingPlace(join(stationHome, 'place'));
  const { regency, subDistrict, village } = area;
  await inScope(database, OWN_WORK, async (transaction) => {
    const areas = [
      [regency.code.slice(0, 2), 'Provinsi buatan', null],
      [regency.code, regency.name, regency.code.slice(0, 2)],
      [subDistrict.code, subDistrict.name, regency.code],
      [village.code, village.name, subDistrict.code],
    ] as const;
    for (const [code, name, parent] of areas) {
      await transaction
        .insertInto('area')
        .values({ code, name, parent })
        .onConflict((conflict) => conflict.column('code').doNothing())
        .execute();
    }
    await transaction
      .insertInto('election')
      .values({
        ...{ id: definition.event, area: regency.code, kind: definition.kind, conduct: 'village-head' },
        ...{ title: JSON.stringify(definition.title), zone: voting.zone, voting_date: voting.date },
        created_at: now,
      })
      .execute();
    await transaction
      .insertInto('place')
      .values({
        ...{ election: definition.event, id: pollingPlace.id, area: village.code, name: null },
        ...{ number: pollingPlace.number, mode: 'electronic' },
        ...{ registered_l: voterList.registered.L, registered_p: voterList.registered.P },
      })
      .execute();
    for (const [index, contest] of contests.entries()) {
      await transaction
        .insertInto('contest')
        .values({
          ...{ election: definition.event, area: village.code, id: contest.id, position: index + 1 },
          ...{ office: contest.office, title: JSON.stringify(contest.title) },
          options: JSON.stringify(
            ballotOptions(contest).map(({ key }) => ({ key, number: null, name: key, photo: null })),
          ),
        })
        .execute();
    }
    await expectLivingRecord(transaction, living, now);
  });
}
