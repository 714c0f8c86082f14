import type { ActTable } from '../accounts/act-table.ts';

export const OUTCOME_ACTS = {
  'outcome.village': {
    roles: ['regency', 'sub-district', 'committee', 'auditor', 'observer'],
    sentence: {
      id: 'Melihat hasil sebuah desa dengan alasannya',
      en: 'See a village’s result with its reasons',
    },
  },
  'outcome.villages': {
    roles: ['regency', 'sub-district', 'auditor', 'observer'],
    sentence: { id: 'Melihat keadaan hasil semua desa', en: 'See where the results of all villages stand' },
  },
  'outcome.determine': {
    roles: ['regency', 'committee'],
    sentence: { id: 'Menetapkan hasil sebuah desa', en: 'Determine a village’s result' },
  },
  'outcome.choose': {
    roles: ['regency'],
    sentence: {
      id: 'Mencatat pilihan orang di mana aturan berakhir, dengan alasan',
      en: 'Note what people chose where the rules end, with the reason',
    },
  },
  'outcome.reopen': {
    roles: ['regency'],
    sentence: { id: 'Membuka kembali penetapan, dengan alasan', en: 'Reopen a determination, with a reason' },
  },
  'outcome.decree': {
    roles: ['regency'],
    sentence: { id: 'Mencatat keputusan bupati', en: 'Note the regent’s decree' },
  },
  'outcome.minutes': {
    roles: ['regency', 'sub-district', 'committee', 'auditor', 'observer'],
    sentence: { id: 'Mencetak berita acara hasil desa', en: 'Print a village’s minutes of the result' },
  },
  'outcome.decree-draft': {
    roles: ['regency'],
    sentence: { id: 'Mencetak rancangan keputusan bupati', en: 'Print the draft of the regent’s decree' },
  },
} as const satisfies ActTable;
