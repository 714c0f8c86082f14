import { assertNever, type Bilingual } from '@bilik/election';
import { fieldsOf, type SheetForm } from '../sheet/sheet-form.ts';
import type { SheetRefusal } from './sheet-state.ts';
import { partWords, stepWords } from './transition-table.ts';

/** What happened, what did not happen, what to do next. */
export function explainSheetRefusal(refusal: SheetRefusal, form: SheetForm): Bilingual {
  const numbers = (fields: readonly string[]) =>
    fieldsOf(form)
      .filter(({ key }) => fields.includes(key))
      .map(({ number }) => number)
      .join(', ');
  switch (refusal.type) {
    case 'not-from-here': {
      const { id, en } = stepWords(refusal.step);
      return {
        id: `Lembar ini sekarang: ${id}. Tidak ada yang disimpan. Muat ulang daftar, lalu lanjutkan dari keadaan itu.`,
        en: `This sheet is now: ${en}. Nothing was stored. Load the list again and go on from there.`,
      };
    }
    case 'other-part-before': {
      const [was, wanted] = [partWords(refusal.before), partWords(refusal.part)];
      return {
        id: `Anda sudah menjadi ${was.id} pada lembar ini, maka tidak dapat menjadi ${wanted.id}. Tidak ada yang disimpan. Minta orang lain.`,
        en: `You already were ${was.en} of this sheet, so you cannot be ${wanted.en}. Nothing was stored. Ask somebody else.`,
      };
    }
    case 'typed-by-you-already':
      return {
        id: 'Anda sudah mengetik lembar ini. Ketikan kedua harus dari orang lain. Tidak ada yang disimpan; ambil lembar berikutnya.',
        en: 'You have typed this sheet already. The second entry must be another person’s. Nothing was stored; take the next sheet.',
      };
    case 'typed-by-same-hand':
      return {
        id: 'Akun Anda dan akun seorang pengetik lembar ini dibuat oleh orang kecamatan yang sama, maka dihitung sebagai satu orang. Tidak ada yang disimpan. Minta orang yang diundang kabupaten, atau kecamatan lain.',
        en: 'Your account and that of a typist of this sheet were let in by the same person of the sub-district, so they count as one person. Nothing was stored. Ask somebody whom the regency let in.',
      };
    case 'entry-of-another':
      return {
        id: 'Ketikan itu bukan milik Anda. Tidak ada yang ditarik. Minta pengetiknya, atau pemeriksa untuk membuangnya.',
        en: 'That entry is not yours. Nothing was taken back. Ask its typist, or a checker to discard it.',
      };
    case 'reading-of-other-fields':
      return {
        id: `Baca tepat angka yang berbeda. Tidak ada yang disimpan. Periksa nomor ${numbers(refusal.fields)}.`,
        en: `Read exactly the figures that differ. Nothing was stored. Look at number ${numbers(refusal.fields)}.`,
      };
    case 'reading-agrees-with-neither':
      return {
        id: `Nomor ${numbers(refusal.fields)}: bacaan Anda tidak sama dengan kedua ketikan. Tidak ada yang disimpan. Baca lagi; bila tetap begitu, buang ketikan agar lembar diketik ulang.`,
        en: `Number ${numbers(refusal.fields)}: your reading equals neither entry. Nothing was stored. Read again; if it stays so, discard the entries so that the sheet is typed again.`,
      };
    case 'warnings-unexplained':
      return {
        id: `Peringatan ${refusal.codes.join(', ')} belum dijelaskan. Lembar belum dihitung. Tulis penjelasannya.`,
        en: `Warning ${refusal.codes.join(', ')} has no explanation yet. The sheet does not count yet. Write it.`,
      };
    case 'evidence-not-new':
      return {
        id: 'Foto itu sudah menjadi bukti versi sebelumnya. Versi baru tidak dibuat. Kirim foto lembar yang dibetulkan.',
        en: 'That photo is the evidence of an earlier version. No new version was made. Send a photo of the corrected sheet.',
      };
    case 'reason-missing':
      return {
        id: 'Alasan belum ditulis. Tidak ada yang berubah. Tulis alasannya.',
        en: 'There is no reason. Nothing has changed. Write the reason.',
      };
    default:
      return assertNever(refusal);
  }
}
