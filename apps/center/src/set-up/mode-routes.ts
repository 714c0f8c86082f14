import { slugSchema, villageCodeSchema } from '@bilik/election';
import {
  modeDecisionSchema,
  proposalLimitsSchema,
  proposeMachineVillages,
  type VillageCondition,
  villageConditionSchema,
} from '@bilik/preparation';
import { placeNumber } from '@bilik/words/format';
import { z } from 'zod';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import type { ActsDoor } from '../http/acts-door.ts';
import { hasResults } from '../tabulation/has-results.ts';
import { type KnownVillage, lockVillage, readVillages } from './known-village.ts';
import { conductedByOthers, refuse, setUpMissing } from './refusals.ts';
import { currentSetUp } from './set-up-store.ts';

const election = slugSchema;
const NoteCondition = z.strictObject({
  election,
  village: villageCodeSchema,
  ...villageConditionSchema.pick({ scores: true, power: true, hasLegalBasis: true }).shape,
});
const Propose = z.strictObject({ election, limits: proposalLimitsSchema });
const Decide = z.strictObject({ election, decision: modeDecisionSchema });

/** Which villages vote by machine: what is known, what is proposed, what people decide. */
export function openModeRoutes(acts: ActsDoor): void {
  acts.act('set-up.note-condition', NoteCondition, async (input, { transaction, by, now }) => {
    const village = await lockVillage(transaction, input.election, input.village);
    if (!village.ok) return village;
    const before = await transaction
      .selectFrom('village_condition')
      .select(['scores', 'power', 'has_legal_basis'])
      .where('election', '=', input.election)
      .where('area', '=', input.village)
      .executeTakeFirst();
    const values = {
      scores: JSON.stringify(input.scores),
      power: input.power,
      has_legal_basis: input.hasLegalBasis,
    };
    await transaction
      .insertInto('village_condition')
      .values({ election: input.election, area: input.village, ...values })
      .onConflict((conflict) => conflict.columns(['election', 'area']).doUpdateSet(values))
      .execute();
    await appendEvent(transaction, {
      ...{ act: 'set-up.note-condition', area: input.village, subject: input.election },
      ...{ account: by.account, at: now, before: before ?? null },
      after: { scores: input.scores, power: input.power, hasLegalBasis: input.hasLegalBasis },
    });
    return { ok: true, value: null };
  });

  acts.act('set-up.propose-modes', Propose, async (input, { transaction }) => {
    const read = await readVillages(transaction, input.election);
    if (!read.ok) return read;
    const setUp = await currentSetUp(transaction, read.election.regency);
    if (setUp === undefined) return setUpMissing();
    const conditions = await conditionsOf(transaction, input.election, read.villages);
    const { vulnerabilityIndex } = setUp.content;
    return {
      ok: true,
      value: {
        index: vulnerabilityIndex,
        conditions: conditions.map(({ code, scores, power, hasLegalBasis }) => ({
          ...{ code, scores, power, hasLegalBasis },
        })),
        places: Object.fromEntries(
          conditions.map(({ code, places }) => [code, places.map(({ number }) => number)]),
        ),
        proposal: proposeMachineVillages(conditions, vulnerabilityIndex, input.limits),
        decisions: await decisionsOf(transaction, input.election),
      },
    };
  });

  acts.act('set-up.decide-modes', Decide, async ({ election: id, decision }, { transaction, by, now }) => {
    const village = await lockVillage(transaction, id, decision.village);
    if (!village.ok) return village;
    if (village.value.election.body !== null) return conductedByOthers();
    const places = await transaction
      .selectFrom('place')
      .select(['id', 'number', 'mode'])
      .where('election', '=', id)
      .where('area', '=', decision.village)
      .orderBy('number')
      .execute();
    const decided = decision.places.map(({ number }) => number).sort((left, right) => left - right);
    if (places.length === 0 || places.map(({ number }) => number).join() !== decided.join()) {
      return refuse(
        'places-differ',
        `Desa ini mempunyai TPS ${places.map(({ number }) => placeNumber(number)).join(', ') || 'nol'}; keputusan harus menyebut semuanya. Tidak ada yang diputuskan. Muat ulang usulannya.`,
        `This village has polling places ${places.map(({ number }) => placeNumber(number)).join(', ') || 'none'}; a decision must name all of them. Nothing was decided. Load the proposal again.`,
      );
    }
    if (
      village.value.life.doneOn.has('voting') ||
      (await hasResults(transaction, { election: id, village: decision.village }))
    ) {
      return refuse(
        'voted-already',
        'Desa ini sudah memungut suara. Cara memilih tidak berubah.',
        'This village has voted already. How it votes did not change.',
      );
    }
    for (const { number, mode } of decision.places) {
      await transaction
        .updateTable('place')
        .set({ mode })
        .where('election', '=', id)
        .where('area', '=', decision.village)
        .where('number', '=', number)
        .execute();
    }
    await transaction
      .insertInto('mode_decision')
      .values({
        ...{ election: id, area: decision.village, account: by.account, at: now },
        decision: JSON.stringify(decision),
      })
      .execute();
    await appendEvent(transaction, {
      ...{ act: 'set-up.decide-modes', area: decision.village, subject: id, account: by.account, at: now },
      before: places.map(({ number, mode }) => ({ number, mode })),
      after: decision,
    });
    return { ok: true, value: null };
  });
}

async function conditionsOf(
  transaction: Transaction,
  id: string,
  villages: readonly KnownVillage[],
): Promise<readonly VillageCondition[]> {
  const places = await transaction
    .selectFrom('place')
    .select(['area', 'number', 'registered_l', 'registered_p'])
    .where('election', '=', id)
    .orderBy('number')
    .execute();
  const conditions = await transaction
    .selectFrom('village_condition')
    .selectAll()
    .where('election', '=', id)
    .execute();
  const placesOf = Map.groupBy(places, ({ area }) => area);
  const conditionOf = new Map(conditions.map((condition) => [condition.area, condition]));
  return villages.map(({ code, name }) => {
    const known = conditionOf.get(code);
    return {
      ...{ code, name },
      places: (placesOf.get(code) ?? []).map(({ number, registered_l, registered_p }) => ({
        number,
        voters: registered_l + registered_p,
      })),
      scores: known?.scores ?? {},
      power: known?.power ?? 'unknown',
      // unknown is no permission
      hasLegalBasis: known?.has_legal_basis ?? false,
    };
  });
}

async function decisionsOf(transaction: Transaction, id: string) {
  const rows = await transaction
    .selectFrom('mode_decision')
    .select(['area', 'decision', 'account', 'at'])
    .where('election', '=', id)
    .orderBy('number')
    .execute();
  return [...new Map(rows.map((row) => [row.area, row])).values()];
}
