import { civilClock } from '@bilik/election';
import { renderSittingPoster } from '@bilik/papers';
import { fingerprintWords } from '@bilik/transfer';
import type { Transaction } from '../database/connect.ts';
import type { KnownSitting } from './sittings.ts';

/** The paper that is posted when keys are made. @returns undefined before that */
export async function sittingPoster(
  transaction: Transaction,
  { id, election, area, plan, standing }: KnownSitting,
  now: Date,
): Promise<Uint8Array | undefined> {
  const { fingerprint } = standing;
  if (fingerprint === undefined) return undefined;
  const about = await transaction
    .selectFrom('election')
    .select(['title', 'zone', 'voting_date'])
    .where('id', '=', election)
    .executeTakeFirstOrThrow();
  const where = await transaction
    .selectFrom('area')
    .select('name')
    .where('code', '=', area)
    .executeTakeFirstOrThrow();
  const places = await transaction
    .selectFrom('sitting_place')
    .innerJoin('area', 'area.code', 'sitting_place.area')
    .select(['place', 'name', 'trustees_hash'])
    .where('sitting', '=', id)
    .orderBy('place')
    .execute();
  return renderSittingPoster({
    kind: plan.kind,
    title: about.title,
    areaName: where.name,
    ceremony: plan.ceremony,
    day: civilClock(now.getTime(), about.zone).date,
    words: fingerprintWords(fingerprint),
    fingerprint,
    threshold: plan.threshold,
    members: plan.members.map(({ name, interest }) => ({ name, interest })),
    places: places.map(({ place, name, trustees_hash: hash }) => ({
      place,
      village: name,
      trusteesHash: hash ?? '',
    })),
  });
}
