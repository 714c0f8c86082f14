import type { Problem } from '@bilik/election';
import type { Refusal } from '@bilik/preparation';

/** A refusal as an act answers it: its sentence in both languages, and each problem with its place where there are several. */
export interface PreparationRefusal extends Refusal {
  readonly problems?: readonly Problem[];
}

export type Refused = { readonly ok: false; readonly error: PreparationRefusal };

/** Refuses with a sentence: what happened, what did not happen, what to do next. */
export function refuse(type: string, id: string, en: string, problems?: readonly Problem[]): Refused {
  return {
    ok: false,
    error: { type, sentence: { id, en }, ...(problems === undefined ? {} : { problems }) },
  };
}

export const electionUnknown = (): Refused =>
  refuse(
    'election-unknown',
    'Acara pemilihan ini tidak ada di wilayah Anda. Tidak ada yang berubah. Muat ulang halaman.',
    'There is no such election in your area. Nothing changed. Load the page again.',
  );

export const notPublic = (): Refused =>
  refuse(
    'text-not-public',
    'Nama, sebutan, atau aturan ini memuat nomor orang atau kata yang tidak boleh diumumkan, padahal semuanya diumumkan. Tidak ada yang disimpan. Tulis tanpa itu.',
    'This name, label or rule holds a person’s number or words that must not be public, and all of it is published. Nothing was kept. Write it without.',
  );

export const villageUnknown = (): Refused =>
  refuse(
    'village-unknown',
    'Desa ini tidak ikut dalam acara ini, atau bukan wilayah Anda. Tidak ada yang berubah.',
    'This village is not in this election, or not in your area. Nothing changed.',
  );

export const villageLeft = (day: string): Refused =>
  refuse(
    'village-left',
    `Desa ini keluar dari acara pada ${day}. Tidak ada yang berubah.`,
    `This village left the event on ${day}. Nothing changed.`,
  );

export const conductedByOthers = (): Refused =>
  refuse(
    'conducted-by-others',
    'Pemilihan ini diselenggarakan pihak lain; yang resmi ada pada penyelenggaranya. Di sini hanya hitungan internal, lembar, tahapan, dan logistik. Tidak ada yang berubah.',
    'This election is conducted by others, and what is official is theirs. Here are its internal count, sheets, stages and logistics only. Nothing changed.',
  );

export const conductedByRegency = (): Refused =>
  refuse(
    'conducted-by-regency',
    'Pemilihan ini diselenggarakan kabupaten sendiri: TPS-nya mengikuti daftar pemilih, dan jumlahnya resmi. Tidak ada yang berubah.',
    'This election is the regency’s own: its polling places follow its voter lists, and its sums are official. Nothing changed.',
  );

export const setUpMissing = (): Refused =>
  refuse(
    'set-up-missing',
    'Kabupaten ini belum disiapkan. Jalankan "bilik center init --regency PP.KK" dahulu.',
    'This regency is not set up yet. Run "bilik center init --regency PP.KK" first.',
  );
