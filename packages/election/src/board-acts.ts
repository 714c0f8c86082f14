import type { Bilingual } from './bilingual.ts';
import type { ConfirmationRule } from './confirmation.ts';
import type { PersonRole } from './definition.ts';

/** Acts that people stand behind with their PINs and that move no phase. */
export type BoardActName =
  | 'close_abandoned_release'
  | 'admit_queue'
  | 'sign_zero_report'
  | 'sign_minutes'
  | 'extend_hours'
  | 'mobile_group'
  | 'note_incident'
  | 'settle_open_case'
  | 'count_by_hand'
  | 'new_medium'
  | 'continue_on_one_medium'
  | 'take_over'
  | 'export_record'
  | 'pair_device'
  | 'remove_device'
  | 'test_printer'
  | 'change_roll'
  | 'run_logic_test'
  | 'skip_logic_test';

/** One row of the published table. */
export interface BoardAct extends ConfirmationRule {
  readonly act: BoardActName;
  readonly sentence: Bilingual;
}

const CHAIR: readonly PersonRole[] = ['chair'];
const BOARD: readonly PersonRole[] = ['chair', 'member'];
const REPAIR: readonly PersonRole[] = ['chair', 'member', 'technician'];

/** The whole table, beside that of the phases. A technician stands only behind what repairs; nobody of the board is needed to see to paper. */
export const BOARD_ACTS: readonly BoardAct[] = [
  {
    act: 'close_abandoned_release',
    people: 1,
    ledBy: CHAIR,
    mayConfirm: CHAIR,
    sentence: { id: 'Menutup hak suara yang ditinggalkan.', en: 'Closing an abandoned release.' },
  },
  {
    act: 'admit_queue',
    people: 1,
    ledBy: CHAIR,
    mayConfirm: CHAIR,
    sentence: {
      id: 'Menghitung antrean pada jam penutupan; hanya mereka yang masih dilayani.',
      en: 'Counting the queue at the closing hour; only they are still served.',
    },
  },
  {
    act: 'sign_zero_report',
    people: 2,
    ledBy: CHAIR,
    mayConfirm: [...BOARD, 'witness'],
    sentence: { id: 'Menandatangani laporan nol yang tercetak.', en: 'Signing the printed zero report.' },
  },
  {
    act: 'sign_minutes',
    people: 2,
    ledBy: CHAIR,
    mayConfirm: [...BOARD, 'witness'],
    sentence: {
      id: 'Menandatangani berita acara yang tercetak.',
      en: 'Signing the printed minutes.',
    },
  },
  {
    act: 'extend_hours',
    people: 2,
    ledBy: CHAIR,
    mayConfirm: BOARD,
    sentence: { id: 'Memperpanjang jam pemungutan suara.', en: 'Extending the hours of voting.' },
  },
  {
    act: 'mobile_group',
    people: 2,
    ledBy: BOARD,
    mayConfirm: BOARD,
    sentence: {
      id: 'Mencatat surat suara yang dibawa dan dikembalikan kelompok keliling.',
      en: 'Noting the ballots that a mobile group takes along and brings back.',
    },
  },
  {
    act: 'note_incident',
    people: 1,
    ledBy: BOARD,
    mayConfirm: BOARD,
    sentence: { id: 'Mencatat kejadian khusus.', en: 'Noting an incident.' },
  },
  {
    act: 'settle_open_case',
    people: 2,
    ledBy: BOARD,
    mayConfirm: BOARD,
    sentence: {
      id: 'Menyelesaikan kasus terbuka menurut struknya.',
      en: 'Settling an open case by its slip.',
    },
  },
  {
    act: 'count_by_hand',
    people: 2,
    ledBy: BOARD,
    mayConfirm: BOARD,
    sentence: {
      id: 'Menghitung kartu dan struk dengan tangan.',
      en: 'Counting cards and slips by hand.',
    },
  },
  {
    act: 'new_medium',
    people: 2,
    ledBy: BOARD,
    mayConfirm: REPAIR,
    sentence: {
      id: 'Memasang media penyimpanan baru di tempat yang rusak.',
      en: 'Putting in a new storage medium for one that failed.',
    },
  },
  {
    act: 'continue_on_one_medium',
    people: 2,
    ledBy: CHAIR,
    mayConfirm: BOARD,
    sentence: {
      id: 'Melanjutkan dengan satu media penyimpanan.',
      en: 'Going on with one storage medium.',
    },
  },
  {
    act: 'take_over',
    people: 2,
    ledBy: CHAIR,
    mayConfirm: BOARD,
    sentence: {
      id: 'Ambil alih: melanjutkan dengan mesin TPS cadangan.',
      en: 'Takeover: going on with the spare polling-place machine.',
    },
  },
  {
    act: 'export_record',
    people: 2,
    ledBy: CHAIR,
    mayConfirm: BOARD,
    sentence: { id: 'Menyalin arsip ke luar.', en: 'Copying the record out.' },
  },
  {
    act: 'pair_device',
    people: 1,
    ledBy: REPAIR,
    mayConfirm: REPAIR,
    sentence: { id: 'Memasangkan perangkat yang sudah disiapkan.', en: 'Pairing a prepared device.' },
  },
  {
    act: 'remove_device',
    people: 1,
    ledBy: REPAIR,
    mayConfirm: REPAIR,
    sentence: { id: 'Mengeluarkan perangkat.', en: 'Removing a device.' },
  },
  {
    act: 'test_printer',
    people: 1,
    ledBy: REPAIR,
    mayConfirm: REPAIR,
    sentence: { id: 'Mencetak struk uji di pencetak bilik.', en: 'Printing a test slip at a booth.' },
  },
  {
    act: 'change_roll',
    people: 1,
    ledBy: REPAIR,
    mayConfirm: REPAIR,
    sentence: { id: 'Mengganti gulungan kertas pencetak bilik.', en: 'Changing the paper roll of a booth.' },
  },
  {
    act: 'run_logic_test',
    people: 2,
    ledBy: BOARD,
    mayConfirm: BOARD,
    sentence: {
      id: 'Memulai, melanjutkan, mengakhiri, atau menghapus uji hitung.',
      en: 'Beginning, continuing, ending or erasing the logic and accuracy test.',
    },
  },
  {
    act: 'skip_logic_test',
    people: 2,
    ledBy: CHAIR,
    mayConfirm: BOARD,
    sentence: {
      id: 'Membuka TPS tanpa uji hitung, dengan alasan.',
      en: 'Going on without the logic and accuracy test, with a reason.',
    },
  },
];
