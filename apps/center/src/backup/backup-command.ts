import { openFileStore } from '../files/file-store.ts';
import { filesFolder, type OpenCenter } from '../open-center.ts';
import type { CommandReport } from '../set-up/set-up-command.ts';
import { type RestoreRefusal, readBackup, restoreBackup } from './restore-backup.ts';
import { takeBackup } from './take-backup.ts';

/** `center backup --out FOLDER`. */
export async function backupCommand(
  { parts, url }: Pick<OpenCenter, 'parts' | 'url'>,
  folder: string,
): Promise<CommandReport> {
  const { files, kind, now } = parts;
  const taken = await takeBackup({ url, files, kind, now: now() }, folder);
  if (!taken.ok) {
    return {
      done: false,
      lines: [
        `${folder} sudah ada. Tidak ada yang ditimpa. Pilih folder lain.`,
        `${folder} exists. Nothing was overwritten. Choose another folder.`,
      ],
    };
  }
  const rows = taken.value.tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    done: true,
    lines: [
      `${folder}: ${taken.value.tables.length} tabel, ${rows} baris, ${taken.value.files.length} berkas / tables, rows, files`,
      'Kunci (folder keys) TIDAK ikut: simpan salinannya di tempat lain, terkunci. / Keys (folder keys) are NOT in it: keep a copy elsewhere, locked away.',
    ],
  };
}

/** `center restore --from FOLDER`, into a home whose database is empty. */
export async function restoreCommand(
  parts: { readonly home: string; readonly url: string; readonly onBroken: (error: Error) => void },
  folder: string,
): Promise<CommandReport> {
  const restored = await restoreBackup({ ...parts, files: openFileStore(filesFolder(parts.home)) }, folder);
  if (!restored.ok) return { done: false, lines: explain(restored.error) };
  const rows = restored.value.tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    done: true,
    lines: [
      `${restored.value.tables.length} tabel dan ${rows} baris sama dengan cadangan ${restored.value.taken_at} / equal the backup`,
      'Salin juga folder keys ke sini sebelum membuka kantor. / Also copy the folder keys here before the office opens.',
    ],
  };
}

/** The kind of center that a backup is of; undefined when there is no backup. */
export function kindOfBackup(folder: string): 'exercise' | 'real' | undefined {
  const read = readBackup(folder);
  return read.ok ? read.value.kind : undefined;
}

function explain(refusal: RestoreRefusal): readonly string[] {
  switch (refusal.type) {
    case 'no-backup':
      return [
        'Di folder ini tidak ada cadangan yang utuh. Tidak ada yang dipulihkan.',
        'There is no whole backup in this folder. Nothing was restored.',
      ];
    case 'schema-unknown':
      return [
        `Cadangan ini dari Bilik yang lebih baru (${refusal.migrations.join(', ')}). Tidak ada yang dipulihkan. Pakai versi itu.`,
        `This backup is of a later Bilik (${refusal.migrations.join(', ')}). Nothing was restored. Use that version.`,
      ];
    case 'not-empty':
      return [
        `Basis data tidak kosong (tabel ${refusal.table}). Tidak ada yang dipulihkan. Pulihkan ke folder baru.`,
        `The database is not empty (table ${refusal.table}). Nothing was restored. Restore into a new folder.`,
      ];
    case 'backup-damaged':
      return [
        `Cadangan rusak: ${refusal.what.slice(0, 5).join(', ')}. Basis data tetap kosong. Pakai cadangan lain.`,
        `The backup is damaged: ${refusal.what.slice(0, 5).join(', ')}. The database stays empty. Use another backup.`,
      ];
  }
}
