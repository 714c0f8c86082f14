import { z } from 'zod';
import { KEY_NAME } from '../keys.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

/** Relative, downwards only. */
const sitePath = z
  .string()
  .max(300)
  .regex(/^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/);

/** What a backup says of itself; written last, so that a folder without it is no backup. */
export const backupManifestSchema = z.strictObject({
  format: z.literal('bilik/center-backup/1'),
  kind: z.enum(['exercise', 'real']),
  /** The moment of the one snapshot that all tables are of. */
  taken_at: z.iso.datetime(),
  /** Steps of the schema, in order. */
  migrations: z.array(z.string().max(80)).min(1).max(1000),
  tables: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z_]{1,63}$/),
        rows: z.int().min(0),
        /** Of the rows as they were copied, before they were packed. */
        sha256: hex,
      }),
    )
    .max(500),
  /** Names of the keys that lay beside the database; the keys themselves are in no backup. */
  keys: z.array(z.string().regex(KEY_NAME)).max(100_000),
  /** Public key of the log of what is published: by it a copy of the site is known for this center's. Null before the first publication. */
  log_key: z.string().max(300).nullable().default(null),
  /** Files of the store, by their names. */
  files: z.array(hex).max(2_000_000),
  /** The published site as it stood at that moment; null before anything was published. */
  site: z
    .strictObject({
      /** Of its newest publication. */
      number: z.int().min(1),
      files: z.array(z.strictObject({ path: sitePath, sha256: hex })).max(1_000_000),
    })
    .nullable(),
});
export type BackupManifest = z.output<typeof backupManifestSchema>;

export const BACKUP_MANIFEST = 'backup.json';
/** Below it the published site. */
export const SITE_FOLDER = 'site';
export const tableFile = (name: string): string => `tables/${name}.copy.gz`;
