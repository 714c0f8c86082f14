import type { CenterRefusal } from './open-center.ts';
import { shownNames } from './shown-names.ts';

/** What happened, what did not, what to do: in Indonesian and English, for the terminal. */
export function explainCenter(refusal: CenterRefusal): string {
  switch (refusal.type) {
    case 'center-not-made':
      return (
        'Folder ini belum menjadi kantor kabupaten. Tidak ada yang dibuka. Jalankan dahulu: bilik center init.\n' +
        'This folder is no center yet. Nothing was opened. First run: bilik center init.'
      );
    case 'center-other-kind':
      return refusal.kind === 'exercise'
        ? 'Folder ini milik latihan dan tidak menjadi pemilihan sebenarnya. Tidak ada yang berubah. Pakai folder lain.\n' +
            'This folder belongs to an exercise and does not become a real election. Nothing was changed. Take another folder.'
        : 'Folder ini milik pemilihan sebenarnya dan tidak menjadi latihan. Tidak ada yang berubah. Pakai folder lain.\n' +
            'This folder belongs to a real election and does not become an exercise. Nothing was changed. Take another folder.';
    case 'schema-unknown':
      return (
        `Basis data ini dibuat oleh Bilik yang lebih baru (${refusal.migrations.join(', ')}). Tidak ada yang berubah. Pakai versi itu.\n` +
        `A later Bilik made this database (${refusal.migrations.join(', ')}). Nothing was changed. Use that version.`
      );
    case 'schema-behind':
      return (
        `Basis data ini belum maju sampai versi Bilik ini (${refusal.migrations.length} langkah). Tidak ada yang dibuka. Buat cadangan dengan versi lama, lalu jalankan: bilik center init.\n` +
        `This database is not brought forward to this Bilik yet (${refusal.migrations.length} steps). Nothing was opened. Take a backup with the earlier version, then run: bilik center init.`
      );
    case 'keys-awaited':
      return (
        `Kantor ini dipulihkan dari cadangan dan masih menunggu ${refusal.names.length} kunci (${shownNames(refusal.names, 'id')}). Tidak ada yang dibuka. Salin folder keys dari tempat simpannya ke sini.\n` +
        `This center was restored from a backup and still waits for ${refusal.names.length} keys (${shownNames(refusal.names, 'en')}). Nothing was opened. Copy the folder keys from where it is kept to here.`
      );
    case 'migration-failed':
      return (
        `Langkah ${refusal.migration} gagal (${refusal.words}). Basis data tetap seperti semula. Hubungi tim teknis.\n` +
        `Step ${refusal.migration} failed (${refusal.words}). The database is as before. Call the technical team.`
      );
  }
}
