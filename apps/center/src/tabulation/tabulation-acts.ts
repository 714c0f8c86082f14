import type { ActTable } from '../accounts/act-table.ts';

export const TABULATION_ACTS = {
  'tabulation.elections': {
    roles: ['regency', 'sub-district', 'committee', 'desk', 'technician', 'auditor', 'observer'],
    sentence: { id: 'Melihat pemilihan dan jabatan yang dipilih', en: 'See elections and what is elected' },
  },
  'tabulation.area': {
    // the Desk counts for itself and must not see these before its own figures are in
    roles: ['regency', 'sub-district', 'committee', 'auditor', 'observer'],
    sentence: {
      id: 'Melihat jumlah resmi sampai ke tiap TPS',
      en: 'See the official sums down to each polling place',
    },
  },
  'tabulation.own-count': {
    // never whoever only watches: it is no result of anybody
    roles: ['regency', 'sub-district', 'desk', 'auditor'],
    sentence: {
      id: 'Melihat hitungan internal pemilihan yang diselenggarakan pihak lain',
      en: 'See the internal count of an election that others conduct',
    },
  },
  'tabulation.history': {
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    sentence: {
      id: 'Melihat semua versi angka satu TPS',
      en: 'See every version of a polling place’s figures',
    },
  },
  'tabulation.recount': {
    roles: ['regency', 'auditor'],
    sentence: { id: 'Menghitung ulang semua jumlah', en: 'Count every sum anew' },
  },
} as const satisfies ActTable;
