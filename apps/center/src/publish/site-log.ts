import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CHECKPOINT_PATH,
  type Checkpoint,
  cosignaturesOf,
  type NoteKey,
  readCheckpoint,
  readNoteKey,
} from '@bilik/publication';
import { z } from 'zod';
import { callPortal } from './portal-process.ts';
import type { PublishPlaces } from './publish-places.ts';

/** Somebody outside who is asked to cosign, and whether the newest checkpoint bears that signature. */
export interface SiteWitness {
  readonly name: string;
  /** Null: not yet. */
  readonly cosignedAt: Date | null;
}

/** The log of what is published now. */
export interface SiteLog {
  /** Entries. */
  readonly size: number;
  /** Root of the tree, Base64. */
  readonly root: string;
  readonly witnesses: readonly SiteWitness[];
}

type SiteLogAnswer =
  | { readonly type: 'nothing-published' }
  /** Somebody changed the file; nothing is published on top of it. */
  | { readonly type: 'damaged' }
  | { readonly type: 'read'; readonly log: SiteLog };

/** The same as the portal's `cosign` reads. */
const Witnesses = z
  .array(z.strictObject({ key: z.string().max(300), url: z.url({ protocol: /^https?$/ }).max(300) }))
  .max(50);

/** What the newest checkpoint says, and who cosigned it. */
export async function readSiteLog(places: PublishPlaces): Promise<SiteLogAnswer> {
  const folder = existsSync(places.site) ? places.site : places.setAside;
  const path = join(folder, CHECKPOINT_PATH);
  if (!existsSync(path)) return { type: 'nothing-published' };
  const checkpoint = readCheckpoint(await readFile(path, 'utf8'));
  if (!checkpoint.ok) return { type: 'damaged' };
  const { size, root } = checkpoint.value;
  const witnesses = await witnessesOf(places, checkpoint.value);
  return { type: 'read', log: { size, root: Buffer.from(root).toString('base64'), witnesses } };
}

/** Asks the witnesses while one of them has not cosigned what is published. One that is not reached holds nothing up: it is asked again. */
export async function askWitnesses(places: PublishPlaces): Promise<void> {
  const answer = await readSiteLog(places);
  if (answer.type !== 'read' || answer.log.witnesses.every(({ cosignedAt }) => cosignedAt !== null)) return;
  const { site, key, witnesses } = places;
  await callPortal(['cosign', '--out', site, '--key', key, '--witnesses', witnesses]);
}

/** @throws when the office's list of witnesses is none: whoever wrote it must hear of it */
async function witnessesOf(
  { witnesses }: PublishPlaces,
  { note }: Checkpoint,
): Promise<readonly SiteWitness[]> {
  if (!existsSync(witnesses)) return [];
  return Witnesses.parse(JSON.parse(await readFile(witnesses, 'utf8'))).map(({ key: text }) => {
    const key: NoteKey | undefined = readNoteKey(text);
    if (key?.kind !== 'cosignature') throw new Error(`${witnesses} names a key that is none of a witness`);
    const [cosigned] = cosignaturesOf(note, key);
    return { name: key.name, cosignedAt: cosigned === undefined ? null : new Date(cosigned.time * 1000) };
  });
}
