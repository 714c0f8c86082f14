import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '@bilik/ballot';
import { packsOf } from '@bilik/preparation';
import { openPackage, sourceOf } from '@bilik/transfer';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import { noteFile } from '../files/note-file.ts';
import type { LivingPlace } from './living-place.ts';

/** The package of the living place and what it was made of, as its office left them. */
export interface LivingPackage {
  /** With `trustees.json` and `public-credentials.json`. */
  readonly folder: string;
  readonly file: string;
}

/** Under whom the package stands in the office: who would have issued it. */
const ISSUED_BY = 'kabupaten';

/**
 * Takes the package in that the living place's station has, as if it were issued here: its pool of cards is the one in force, and its packs were sealed and
 * handed over. Call when the place is there.
 */
export async function enterLivingPackage(
  transaction: Transaction,
  { files }: Pick<CenterParts, 'files'>,
  { definition, election: { uuid, fingerprint: electionFingerprint } }: LivingPlace,
  { folder, file }: LivingPackage,
  now: Date,
): Promise<void> {
  const bytes = readFileSync(file);
  const opened = openPackage(sourceOf(bytes));
  if (!opened.ok) throw new Error(`${file} is no package: ${opened.error.type}`);
  const { manifest, fingerprint } = opened.value;
  if (manifest.electionFingerprint !== electionFingerprint) {
    throw new Error(`${file} is not the package of the living place`);
  }
  const kept = await files.keep(bytes, bytes.length);
  if (!kept.ok) throw new Error('a file is as long as it is');
  await noteFile(transaction, kept.value, now);
  const hashOf = (member: string) => sha256Hex(readFileSync(join(folder, member), 'utf8'));
  const { event: election, pollingPlace, area, tokenCards: cards } = definition;
  const named = { election, place: pollingPlace.id, area: area.village.code, version: manifest.version };
  await transaction
    .insertInto('place_package')
    .values({
      ...{ ...named, fingerprint, file: kept.value.sha256, cards, account: ISSUED_BY, issued_at: now },
      ...{ election_uuid: uuid, election_fingerprint: electionFingerprint, reason: null },
      trustees_hash: hashOf('trustees.json'),
      credentials_hash: hashOf('public-credentials.json'),
      list_fingerprint: manifest.listFingerprint,
    })
    .execute();
  const packs = packsOf(cards);
  const chair =
    definition.people.find(({ role }) => role === 'chair')?.name ?? definition.people[0]?.name ?? '';
  await transaction
    .insertInto('card_pack')
    .values(
      packs.map((pack) => ({
        ...{ ...named, ...pack, handed_to: chair, handed_at: now },
        seal: `LATIHAN-${pack.number}`,
      })),
    )
    .execute();
  await appendEvent(transaction, {
    ...{
      act: 'packages.exercise',
      area: named.area,
      subject: `${election} ${named.place}`,
      account: null,
      at: now,
    },
    after: { version: named.version, fingerprint, cards, packs: packs.length },
  });
}
