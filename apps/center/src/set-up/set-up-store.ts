import { createHash } from 'node:crypto';
import { fingerprintSchema, type RulePack, rulePackFingerprintText } from '@bilik/election';
import type { SetUp } from '@bilik/preparation';
import type { Transaction } from '../database/connect.ts';

/** Hex SHA-256 of a text. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The fingerprint by which an election names its rule pack. */
export function rulePackFingerprint(rulePack: RulePack) {
  return fingerprintSchema.parse(sha256(rulePackFingerprintText(rulePack)));
}

/** A regency's set-up as it holds now; undefined before `bilik center init`. */
export async function currentSetUp(
  transaction: Transaction,
  regency: string,
): Promise<{ readonly content: SetUp; readonly issuer: string | null; readonly at: Date } | undefined> {
  return transaction
    .selectFrom('set_up')
    .select(['content', 'issuer', 'at'])
    .where('area', '=', regency)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Every rule pack that ever held in a regency, each as it was. */
export async function rulePacksEver(
  transaction: Transaction,
  regency: string,
): Promise<readonly SetUp['rulePacks'][number][]> {
  const rows = await transaction
    .selectFrom('set_up')
    .select('content')
    .where('area', '=', regency)
    .orderBy('number')
    .execute();
  return rows.flatMap(({ content }) => content.rulePacks);
}

/** Adds a set-up; it holds from now on, for elections that are made from now on. */
export async function addSetUp(
  transaction: Transaction,
  regency: string,
  content: SetUp,
  by: { readonly issuer: string | null; readonly account: string | null; readonly at: Date },
): Promise<void> {
  await transaction
    .insertInto('set_up')
    .values({ area: regency, content: JSON.stringify(content), ...by })
    .execute();
}

/** The regency to which an area belongs, `PP.KK`; undefined above it. */
export function regencyOf(area: string): string | undefined {
  return /^\d{2}\.\d{2}/.exec(area)?.[0];
}
