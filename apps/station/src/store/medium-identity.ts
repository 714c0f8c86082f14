import { join } from 'node:path';
import { readPlainFile } from '@bilik/transfer';
import { z } from 'zod';
import { writeWholeFile } from './whole-file.ts';

/** Which medium this is: written last when a medium is filled, so that a folder without it is none. */
const MediumIdentitySchema = z.strictObject({
  format: z.literal('bilik/v1/medium'),
  electionFingerprint: z.string().max(100),
  pollingPlace: z.string().max(60),
  /** 1 is the station's own; every one that is put in later has the next number, which stands on its label. */
  number: z.int().min(1),
});
export type MediumIdentity = z.output<typeof MediumIdentitySchema>;

const IDENTITY_MOST_BYTES = 1_000;

/** Where the store lies on a medium. */
export const storeFolder = (root: string): string => join(root, 'store');
export const databaseFile = (root: string): string => join(storeFolder(root), 'station.db');
export const identityFile = (root: string): string => join(storeFolder(root), 'medium.json');

/** @returns undefined when there is none, or none that can be read: nothing of ours is on it */
export function readMediumIdentity(root: string): MediumIdentity | undefined {
  try {
    const text = readPlainFile(identityFile(root), IDENTITY_MOST_BYTES)?.toString('utf8') ?? '';
    const read = MediumIdentitySchema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

export function writeMediumIdentity(root: string, identity: Omit<MediumIdentity, 'format'>): void {
  const text: MediumIdentity = { format: 'bilik/v1/medium', ...identity };
  writeWholeFile(identityFile(root), `${JSON.stringify(text)}\n`);
}
