import type { Bilingual } from '@bilik/election';

/** What kind of thing happened; the `Type` of an event in the published log. */
export const EVENT_GROUPS = {
  test: { id: 'Uji sebelum pemungutan suara.', en: 'Tests before voting.' },
  phase: { id: 'Tahap hari pemungutan suara.', en: 'Phases of voting day.' },
  paper: { id: 'Kertas yang disiapkan dan ditandatangani.', en: 'Papers that were prepared and signed.' },
  people: { id: 'Keputusan dan catatan petugas.', en: 'Decisions and notes of the board.' },
  trouble: { id: 'Gangguan pada mesin TPS.', en: 'Trouble of the polling-place machine.' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type EventGroup = keyof typeof EVENT_GROUPS;

interface EventType {
  readonly group: EventGroup;
  readonly severity: 'normal' | 'notice' | 'warning';
  /** What it means, for somebody who reads the log and was not there. */
  readonly meaning: Bilingual;
}

/**
 * Every event that the log can hold, and no other: acts that the hall saw, papers, restarts. Nothing of it is about a voter, a card, a ballot,
 * a booth or its printer, because those happen around single votes.
 */
export const EVENT_TYPES = {
  'self-test-go': {
    group: 'test',
    severity: 'normal',
    meaning: { id: 'Uji diri terakhir: semua siap.', en: 'The last self-test: everything ready.' },
  },
  'self-test-attention': {
    group: 'test',
    severity: 'notice',
    meaning: {
      id: 'Uji diri terakhir: ada yang perlu diperhatikan; rinciannya di berita acara.',
      en: 'The last self-test: something to look at; the minutes say what.',
    },
  },
  'self-test-no-go': {
    group: 'test',
    severity: 'warning',
    meaning: {
      id: 'Uji diri terakhir: ada yang belum siap; rinciannya di berita acara.',
      en: 'The last self-test: something was not ready; the minutes say what.',
    },
  },
  'logic-test-matched': {
    group: 'test',
    severity: 'normal',
    meaning: {
      id: 'Uji hitung selesai dan cocok di setiap bilik.',
      en: 'The logic and accuracy test ended and matched at every booth.',
    },
  },
  'logic-test-differed': {
    group: 'test',
    severity: 'warning',
    meaning: {
      id: 'Uji hitung selesai dan ada yang tidak cocok; rinciannya di laporan nol.',
      en: 'The logic and accuracy test ended and differed; the zero report says where.',
    },
  },
  'logic-test-skipped': {
    group: 'test',
    severity: 'notice',
    meaning: {
      id: 'Dua orang memutuskan tanpa uji hitung yang cocok; alasannya di laporan nol.',
      en: 'Two people went on without a test that matched; the zero report says why.',
    },
  },
  'zero-report-prepared': {
    group: 'paper',
    severity: 'normal',
    meaning: { id: 'Laporan nol disiapkan untuk dicetak.', en: 'The zero report was prepared for printing.' },
  },
  'zero-report-signed': {
    group: 'paper',
    severity: 'normal',
    meaning: {
      id: 'Papan menyatakan siapa yang menandatangani laporan nol.',
      en: 'The board stated who had signed the zero report.',
    },
  },
  'zero-proven': {
    group: 'phase',
    severity: 'normal',
    meaning: { id: 'Kotak elektronik dinyatakan kosong.', en: 'The electronic box was declared empty.' },
  },
  'polls-opened': {
    group: 'phase',
    severity: 'normal',
    meaning: { id: 'Pemungutan suara dibuka.', en: 'Voting was opened.' },
  },
  'polls-opened-early': {
    group: 'phase',
    severity: 'notice',
    meaning: {
      id: 'Pemungutan suara dibuka sebelum jam yang diumumkan; alasannya di berita acara.',
      en: 'Voting was opened before the announced hour; the minutes say why.',
    },
  },
  'polls-paused': {
    group: 'phase',
    severity: 'notice',
    meaning: { id: 'Pemungutan suara dijeda.', en: 'Voting was paused.' },
  },
  'polls-resumed': {
    group: 'phase',
    severity: 'normal',
    meaning: { id: 'Pemungutan suara dilanjutkan.', en: 'Voting went on.' },
  },
  'hours-extended': {
    group: 'phase',
    severity: 'notice',
    meaning: {
      id: 'Dua orang memperpanjang waktu pemungutan; alasannya di berita acara.',
      en: 'Two people extended the hours of voting; the minutes say why.',
    },
  },
  'queue-admitted': {
    group: 'people',
    severity: 'normal',
    meaning: {
      id: 'Ketua menghitung antrean pada jam tutup; jumlahnya di berita acara.',
      en: 'The chair counted the queue at the closing hour; the minutes say how many.',
    },
  },
  'polls-closed': {
    group: 'phase',
    severity: 'normal',
    meaning: { id: 'Pemungutan suara ditutup untuk selamanya.', en: 'Voting was closed for good.' },
  },
  'polls-closed-early': {
    group: 'phase',
    severity: 'notice',
    meaning: {
      id: 'Pemungutan suara ditutup sebelum jam yang diumumkan; alasannya di berita acara.',
      en: 'Voting was closed before the announced hour; the minutes say why.',
    },
  },
  'sum-opened': {
    group: 'phase',
    severity: 'normal',
    meaning: {
      id: 'Cukup banyak pemegang kunci membuka jumlah suara.',
      en: 'Enough trustees opened the sum of the votes.',
    },
  },
  'slips-made-result': {
    group: 'phase',
    severity: 'warning',
    meaning: {
      id: 'Pemegang kunci kurang; hitungan tangan struk menjadi hasil, menurut aturan.',
      en: 'Too few trustees; by rule the hand count of the slips became the result.',
    },
  },
  sealed: {
    group: 'phase',
    severity: 'normal',
    meaning: { id: 'Hasil diperiksa dan disegel.', en: 'The result was verified and sealed.' },
  },
  'minutes-prepared': {
    group: 'paper',
    severity: 'normal',
    meaning: { id: 'Berita acara disiapkan untuk dicetak.', en: 'The minutes were prepared for printing.' },
  },
  'minutes-signed': {
    group: 'paper',
    severity: 'normal',
    meaning: {
      id: 'Papan menyatakan siapa yang menandatangani berita acara.',
      en: 'The board stated who had signed the minutes.',
    },
  },
  'mandate-noted': {
    group: 'people',
    severity: 'normal',
    meaning: {
      id: 'Surat mandat seorang saksi diperiksa, atau dicatat tidak ada.',
      en: 'A witness’s letter of mandate was checked, or noted as missing.',
    },
  },
  'releases-closed': {
    group: 'people',
    severity: 'notice',
    meaning: {
      id: 'Ketua menutup hak suara yang ditinggalkan; jumlahnya di berita acara.',
      en: 'The chair closed releases that were abandoned; the minutes say how many.',
    },
  },
  'new-medium': {
    group: 'trouble',
    severity: 'notice',
    meaning: {
      id: 'Dua orang memasang media penyimpanan baru.',
      en: 'Two people put in a new storage medium.',
    },
  },
  'station-taken-over': {
    group: 'trouble',
    severity: 'warning',
    meaning: {
      id: 'Laptop cadangan mengambil alih dari media penyimpanan.',
      en: 'A spare laptop took over from a storage medium.',
    },
  },
  'single-medium': {
    group: 'trouble',
    severity: 'warning',
    meaning: {
      id: 'Dua orang memutuskan melanjutkan dengan satu media penyimpanan.',
      en: 'Two people decided to go on with one storage medium.',
    },
  },
  'station-restarted': {
    group: 'trouble',
    severity: 'warning',
    meaning: {
      id: 'Mesin TPS menyala ulang saat pemungutan suara berjalan; angkanya di berita acara.',
      en: 'The polling-place machine started again while voting was open; the minutes hold its counters.',
    },
  },
} as const satisfies Readonly<Record<string, EventType>>;
export type EventName = keyof typeof EVENT_TYPES;
