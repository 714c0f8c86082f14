import type { CommandReport } from '../set-up/set-up-command.ts';
import { type ForgetOrder, type ForgetRefusal, forgetCenter } from './forget-center.ts';

/** `center forget --home DIR --word NAME [--backup FOLDER --keys FOLDER]`. */
export async function forgetCommand(order: ForgetOrder): Promise<CommandReport> {
  const forgotten = await forgetCenter(order);
  if (!forgotten.ok) return { done: false, lines: explain(forgotten.error) };
  const { removed, left } = forgotten.value;
  return {
    done: true,
    lines: [
      `Dihapus / removed: ${removed.join(', ')}`,
      ...(left.length === 0
        ? []
        : [`Bukan milik kantor ini, tetap ada / not this center’s own, still there: ${left.join(', ')}`]),
    ],
  };
}

function explain(refusal: ForgetRefusal): readonly string[] {
  switch (refusal.type) {
    case 'center-not-made':
      return [
        'Folder ini bukan kantor kabupaten. Tidak ada yang dihapus. Periksa --home.',
        'This folder is no center. Nothing was removed. Check --home.',
      ];
    case 'word-wrong':
      return [
        `Tidak ada yang dihapus. Untuk menghapus kantor ini beserta basis datanya, ketik --word ${refusal.word}`,
        `Nothing was removed. To remove this center with its database, type --word ${refusal.word}`,
      ];
    case 'database-of-others':
      return [
        'Basis data ini di server sendiri (DATABASE_URL). Tidak ada yang dihapus. Hapus basis datanya di server itu, lalu folder ini.',
        'This database is on a server of your own (DATABASE_URL). Nothing was removed. Drop it there, then remove this folder.',
      ];
    case 'center-in-use':
      return [
        `Kantor ini sedang dipakai (${refusal.connections} sambungan). Tidak ada yang dihapus. Hentikan api dan worker dahulu.`,
        `This center is in use (${refusal.connections} connections). Nothing was removed. First end its api and worker processes.`,
      ];
    case 'backup-not-named':
      return [
        'Ini pemilihan sebenarnya. Tidak ada yang dihapus. Buat cadangan (bilik backup), simpan salinan folder keys, lalu sebut keduanya: --backup FOLDER --keys FOLDER.',
        'This is a real election. Nothing was removed. Take a backup (bilik backup), keep a copy of the folder keys, and name both: --backup FOLDER --keys FOLDER.',
      ];
    case 'backup-not-enough':
      return [
        `Cadangan itu tidak memuat semuanya: ${refusal.what.slice(0, 5).join(', ')}. Tidak ada yang dihapus. Buat cadangan baru dan ulangi.`,
        `That backup does not hold everything: ${refusal.what.slice(0, 5).join(', ')}. Nothing was removed. Take a new one and repeat.`,
      ];
  }
}
