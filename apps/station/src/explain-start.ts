import type { TakeOverRefusal } from './media/take-over.ts';
import type { PlaceProblem } from './place/prepared-place.ts';
import type { CertificateProblem } from './place/transport.ts';
import type { MediaRefusal, StoreProblem } from './store/media-standing.ts';

const CERTIFICATE_FAULTS: Readonly<Record<CertificateProblem['why'], { id: string; en: string }>> = {
  address: { id: 'bukan untuk alamat ini', en: 'is not for this address' },
  key: { id: 'bukan milik kunci ini', en: 'does not belong to this key' },
  authority: { id: 'bukan dari otoritas paket ini', en: "is not by this package's authority" },
  date: { id: 'tidak berlaku hari ini', en: 'is not valid today' },
};

/** Why the station did not start: what happened, what did not, what to do. Indonesian, then English. */
export function explainStart(problem: PlaceProblem | StoreProblem | CertificateProblem): string {
  switch (problem.type) {
    case 'certificate-wrong':
      return (
        `Sertifikat mesin TPS ${CERTIFICATE_FAULTS[problem.why].id}. Mesin TPS tidak dibuka; tidak ada yang berubah. Periksa jam dan alamat mesin ini, atau siapkan ulang dari paket.\n` +
        `The station's certificate ${CERTIFICATE_FAULTS[problem.why].en}. The station was not opened; nothing was changed. Check this machine's clock and address, or prepare it again from the package.`
      );
    case 'store-in-use':
      return (
        'Mesin TPS lain sudah memakai folder ini. Tidak ada yang berubah. Tutup mesin TPS itu dahulu, lalu coba lagi.\n' +
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
        'Penyimpanan ini rusak atau medianya tidak dapat dipakai. Mesin TPS tidak dibuka. Jangan hapus apa pun; panggil tim teknis.\n' +
        `This store is damaged, or its medium cannot be used (${problem.reason}). The station was not opened. Delete nothing; call the technical team.`
      );
    case 'store-not-durable':
      return (
        'Media ini tidak dapat menyimpan dengan aman. Pemungutan suara tidak dibuka. Ganti media.\n' +
        `This medium cannot store safely (${problem.pragma} reads ${problem.found}). Replace it.`
      );
    case 'media-refused':
      return explainMedia(problem.verdict);
    case 'place-file-unreadable':
    case 'place-file-malformed':
    case 'place-file-changed':
    case 'place-files-disagree':
      return (
        `Berkas ${problem.file} tidak cocok: ${problem.detail}. Mesin TPS tidak dibuka. Siapkan ulang dari paket.\n` +
        `The file ${problem.file} does not fit (${problem.type}). The station was not opened. Prepare it again from the package.`
      );
  }
}

/** Why this pair of media does not start together (the table of cuts, docs/decisions/0012-two-media.md). */
function explainMedia(verdict: MediaRefusal): string {
  switch (verdict) {
    case 'taken-over':
      return (
        'Mesin TPS lain sudah mengambil alih TPS ini dengan media kedua ini. Mesin TPS ini tidak dibuka; tidak ada yang berubah. Pakai mesin TPS yang mengambil alih.\n' +
        'Another station took this polling place over with this second medium. This one was not opened; nothing was changed. Use the station that took over.'
      );
    case 'two-stations':
      return (
        'Kedua media ini sama-sama dipakai tanpa yang lain. Mesin TPS tidak dibuka; tidak ada yang berubah. Yang benar ialah mesin TPS yang diterima bilik; panggil tim teknis.\n' +
        'Each of these media went on without the other. The station was not opened; nothing was changed. The right one is that which the booths accept; call the technical team.'
      );
    case 'first-older':
      return (
        'Media pertama lebih lama daripada media kedua: ada catatan yang hilang di sini. Mesin TPS tidak dibuka; tidak ada yang berubah. Ambil alih dari media kedua: station --take-over.\n' +
        'The first medium is older than the second: entries are missing here. The station was not opened; nothing was changed. Take over from the second medium: station --take-over.'
      );
    case 'media-disagree':
      return (
        'Isi kedua media berbeda, padahal seharusnya sama: salah satunya diubah di luar mesin TPS. Mesin TPS tidak dibuka; tidak ada yang berubah. Simpan keduanya; panggil tim teknis dan pengawas.\n' +
        'The two media differ where they must be equal: one was changed outside of the station. The station was not opened; nothing was changed. Keep both; call the technical team and the supervisor.'
      );
    case 'first-empty':
      return (
        'Media kedua sudah berisi hari pemungutan ini, tetapi folder mesin TPS ini kosong. Mesin TPS tidak dibuka; tidak ada yang berubah. Bila memang mengambil alih: station --take-over.\n' +
        'The second medium already holds this day of voting, but this station’s folder is empty. The station was not opened; nothing was changed. If this is a takeover: station --take-over.'
      );
  }
}

/** Why a takeover was not done. */
export function explainTakeOver(refusal: TakeOverRefusal): string {
  switch (refusal.type) {
    case 'not-a-spare':
      return (
        'Komputer ini sudah berisi penyimpanan TPS: ia bukan laptop cadangan. Tidak ada yang berubah. Pakai laptop cadangan, atau folder --home lain yang disiapkan dari paket.\n' +
        'This computer already holds a store of a polling place: it is no spare. Nothing was changed. Use the spare, or another --home prepared from the package.'
      );
    case 'medium-refused':
      return (
        `Media kedua ini tidak dapat dipakai untuk mengambil alih (${refusal.fault}${refusal.foreignPlace === null ? '' : `: milik ${refusal.foreignPlace}`}). Tidak ada yang diambil alih. Pasang media kedua TPS ini.\n` +
        `This second medium cannot be taken over from (${refusal.reason}). Nothing was taken over. Put in the second medium of this polling place.`
      );
    case 'pin-wrong':
    case 'pin-paused':
    case 'same-person-twice':
    case 'person-unknown':
    case 'phase-refused':
    case 'too-many-waiting':
      return (
        'Ketua dan satu orang lagi dari KPPS harus menyatakan bersama, masing-masing dengan PIN-nya. Tidak ada yang berubah. Coba lagi.\n' +
        `Chair and one more of the board must confirm together, each with their PIN. Nothing was changed. Try again. (${refusal.type})`
      );
    default:
      return explainStart(refusal);
  }
}
