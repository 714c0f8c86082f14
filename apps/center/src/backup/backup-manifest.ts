import { z } from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

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
  /** Files of the store, by their names. */
  files: z.array(hex).max(2_000_000),
});
export type BackupManifest = z.output<typeof backupManifestSchema>;

export const BACKUP_MANIFEST = 'backup.json';
export const tableFile = (name: string): string => `tables/${name}.copy.gz`;
