import { generateKeyPairSync } from 'node:crypto';
import { regencyCodeSchema } from '@bilik/election';
import { adoptSetUp, readSetUp, SET_UP_LIMIT_BYTES, type SetUpSigner, writeSetUp } from '@bilik/preparation';
import { isPublicContent, isPublicText } from '@bilik/publication';
import { checkFields, publicKeyOf, signFields } from '@bilik/transfer';
import { z } from 'zod';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import { type ActsDoor, NoInput } from '../http/acts-door.ts';
import type { CenterKeys } from '../keys.ts';
import { notPublic, setUpMissing } from './refusals.ts';
import { addSetUp, currentSetUp, regencyOf } from './set-up-store.ts';

const Import = z.strictObject({ text: z.string().min(1).max(SET_UP_LIMIT_BYTES) });

/** The key with which this office signs what it hands over; made at the first use. */
export function setUpSigner(keys: CenterKeys): SetUpSigner {
  const pem = keys.text('set-up.pem', () =>
    String(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })),
  );
  return { issuer: publicKeyOf(pem), sign: (purpose, fields) => signFields(pem, purpose, fields) };
}

/** A regency's set-up given to another one, and taken from one. */
export function openHandOverRoutes(acts: ActsDoor, { keys }: Pick<CenterParts, 'keys'>): void {
  acts.paper('set-up.export', NoInput, async (_, { transaction, by }) => {
    const written = await writtenSetUp(transaction, regencyOf(by.area) ?? '', keys);
    return written.ok
      ? {
          ok: true,
          value: {
            bytes: Buffer.from(written.value, 'utf8'),
            type: 'application/json',
            fileName: `penyiapan-${by.area}.json`,
          },
        }
      : written;
  });

  acts.act('set-up.import', Import, async ({ text }, { transaction, by, now }) => {
    const regency = regencyOf(by.area);
    if (regency === undefined) return setUpMissing();
    const taken = await takeSetUp(transaction, regency, text, { account: by.account, at: now });
    return taken;
  });
}

/** The set-up of a regency as a file. */
export async function writtenSetUp(transaction: Transaction, regency: string, keys: CenterKeys) {
  const setUp = await currentSetUp(transaction, regency);
  return setUp === undefined ? setUpMissing() : writeSetUp(setUp.content, setUpSigner(keys));
}

/** Takes over a set-up that was handed over. Elections that are there keep the rules they were made with. */
export async function takeSetUp(
  transaction: Transaction,
  regency: string,
  text: string,
  by: { readonly account: string | null; readonly at: Date },
) {
  const read = readSetUp(text, checkFields);
  if (!read.ok) return read;
  const area = await transaction
    .selectFrom('area')
    .select('name')
    .where('code', '=', regency)
    .executeTakeFirst();
  if (area === undefined) return setUpMissing();
  const adopted = adoptSetUp(read.value.setUp, { code: regencyCodeSchema.parse(regency), name: area.name });
  const { labels, rulePacks } = adopted;
  if (![labels.head.id, labels.head.en].every(isPublicText) || !isPublicContent(rulePacks))
    return notPublic();
  await addSetUp(transaction, regency, adopted, { issuer: read.value.issuer, ...by });
  await appendEvent(transaction, {
    ...{ act: 'set-up.import', area: regency, subject: read.value.setUp.from.regency, ...by },
    after: {
      issuer: read.value.issuer,
      rulePacks: rulePacks.map(({ id, version }) => ({ id, version })),
    },
  });
  return {
    ok: true as const,
    value: { from: read.value.setUp.from, issuer: read.value.issuer },
  };
}
