import { villageCodeSchema, villageKind } from '@bilik/election';
import { labelsSchema } from '@bilik/preparation';
import { isPublicText } from '@bilik/publication';
import { z } from 'zod';
import { appendEvent } from '../events/append-event.ts';
import type { ActsDoor } from '../http/acts-door.ts';
import { notPublic, setUpMissing } from './refusals.ts';
import { addSetUp, currentSetUp, regencyOf } from './set-up-store.ts';

/** In an election that others conduct kelurahan vote too. */
const Villages = z.strictObject({ withKelurahan: z.boolean().default(false) });
const SetLabels = z.strictObject({ labels: labelsSchema });

/** What a regency is made of, and what it calls things. */
export function openRegencyRoutes(acts: ActsDoor): void {
  acts.act('set-up.villages', Villages, async ({ withKelurahan }, { transaction, by }) => {
    const regency = regencyOf(by.area) ?? '';
    const areas = await transaction
      .selectFrom('area')
      .select(['code', 'name', 'level'])
      .where('code', 'like', `${regency}.%`)
      .where('level', 'in', [3, 4])
      .orderBy('code')
      .execute();
    const inEvents = await transaction
      .selectFrom('election_village')
      .select(['area', 'election'])
      .orderBy('election')
      .execute();
    const eventsOf = Map.groupBy(inEvents, ({ area }) => area);
    return {
      ok: true,
      value: areas
        .filter(({ level }) => level === 3)
        .map((subDistrict) => ({
          ...{ code: subDistrict.code, name: subDistrict.name },
          // the head of a kelurahan is appointed
          villages: areas
            .filter(
              ({ code, level }) =>
                level === 4 &&
                code.startsWith(`${subDistrict.code}.`) &&
                (withKelurahan || villageKind(villageCodeSchema.parse(code)) !== 'kelurahan'),
            )
            .map(({ code, name }) => ({
              ...{ code, name },
              events: (eventsOf.get(code) ?? []).map(({ election }) => election),
            })),
        })),
    };
  });

  acts.act('set-up.set-labels', SetLabels, async ({ labels }, { transaction, by, now }) => {
    const regency = regencyOf(by.area);
    const setUp = regency === undefined ? undefined : await currentSetUp(transaction, regency);
    if (regency === undefined || setUp === undefined) return setUpMissing();
    if (![labels.head.id, labels.head.en].every(isPublicText)) return notPublic();
    const { content, issuer } = setUp;
    await addSetUp(transaction, regency, { ...content, labels }, { issuer, account: by.account, at: now });
    await appendEvent(transaction, {
      ...{ act: 'set-up.set-labels', area: regency, subject: regency, account: by.account, at: now },
      ...{ before: content.labels, after: labels },
    });
    return { ok: true, value: null };
  });
}
