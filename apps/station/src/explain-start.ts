import type { PlaceProblem } from './place/prepared-place.ts';
import type { StoreProblem } from './store/station-store.ts';

/** Why the station did not start: what happened, what did not, what to do. Indonesian, then English. */
export function explainStart(problem: PlaceProblem | StoreProblem): string {
  switch (problem.type) {
    case 'store-in-use':
      return (
        'Stasiun lain sudah memakai folder ini. Tidak ada yang berubah. Tutup stasiun itu dahulu, lalu coba lagi.\n' +
        `Another station already uses this folder. Nothing was changed. Stop it first, then try again. (${problem.folder})`
      );
    case 'store-of-other-version':
      return (
        `Penyimpanan ini dibuat oleh Bilik versi lain (skema ${problem.found}, di sini ${problem.expected}). Tidak ada yang diubah. Pakai versi yang sama.\n` +
        'This store belongs to another version of Bilik. Nothing was changed. Use that version.'
      );
    case 'store-of-other-election':
      return (
        'Penyimpanan ini milik pemilihan lain. Tidak ada yang diubah. Periksa folder dan paket.\n' +
        `This store belongs to another election (${problem.found}). Nothing was changed. Check folder and package.`
      );
    case 'store-of-other-place':
      return (
        `Berkas ${problem.file} bukan yang dipakai ketika penyimpanan ini dibuat. Tidak ada yang diubah. Kembalikan berkas semula.\n` +
        `The file ${problem.file} is not the one with which this store was made. Nothing was changed. Put the original back.`
      );
    case 'store-damaged':
      return (
        'Penyimpanan ini rusak atau medianya tidak dapat dipakai. Stasiun tidak dibuka. Jangan hapus apa pun; panggil tim teknis.\n' +
        `This store is damaged, or its medium cannot be used (${problem.reason}). The station was not opened. Delete nothing; call the technical team.`
      );
    case 'store-not-durable':
      return (
        'Media ini tidak dapat menyimpan dengan aman. Pemungutan suara tidak dibuka. Ganti media.\n' +
        `This medium cannot store safely (${problem.pragma} reads ${problem.found}). Replace it.`
      );
    case 'place-file-unreadable':
    case 'place-file-malformed':
    case 'place-file-changed':
    case 'place-files-disagree':
      return (
        `Berkas ${problem.file} tidak cocok: ${problem.detail}. Stasiun tidak dibuka. Siapkan ulang dari paket.\n` +
        `The file ${problem.file} does not fit (${problem.type}). The station was not opened. Prepare it again from the package.`
      );
  }
}
