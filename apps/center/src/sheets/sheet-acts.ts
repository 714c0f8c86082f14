import type { ActTable } from '../accounts/act-table.ts';

/** Who types, checks and supervises sheets of paper polling places. The Desk is not among them: its lane is blind to this one. */
export const SHEET_ACTS = {
  'sheets.elections': {
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    sentence: {
      id: 'Melihat pemilihan yang punya TPS kertas',
      en: 'See the elections that have paper polling places',
    },
  },
  'sheets.list': {
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    sentence: {
      id: 'Melihat keadaan lembar TPS kertas di wilayahnya',
      en: 'See the states of paper sheets in one’s area',
    },
  },
  'sheets.open': {
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    sentence: {
      id: 'Membuka satu lembar; ketikan orang lain tidak terlihat',
      en: 'Open one sheet; what others typed stays unseen',
    },
  },
  'sheets.next': {
    roles: ['regency', 'sub-district'],
    sentence: { id: 'Mengambil lembar berikutnya untuk diketik', en: 'Take the next sheet to type' },
  },
  'sheets.my-entries': {
    roles: ['regency', 'sub-district', 'committee'],
    sentence: { id: 'Melihat ketikan sendiri', en: 'See one’s own entries' },
  },
  'sheets.photo': {
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    sentence: { id: 'Melihat foto lembar', en: 'See a photo of a sheet' },
  },
  'sheets.add-photo': {
    roles: ['regency', 'sub-district', 'committee'],
    sentence: { id: 'Menambah foto lembar', en: 'Add a photo of a sheet' },
  },
  'sheets.code': {
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    sentence: { id: 'Mencetak kode QR hasil TPS kertas', en: 'Print the signed code of a paper result' },
  },
  'sheets.enter': {
    roles: ['regency', 'sub-district', 'committee'],
    sentence: {
      id: 'Mengetik angka lembar sebagai salah satu dari dua orang',
      en: 'Type a sheet as one of two people',
    },
  },
  'sheets.take-back': {
    roles: ['regency', 'sub-district', 'committee'],
    sentence: {
      id: 'Menarik ketikan sendiri sebelum yang kedua masuk',
      en: 'Take back one’s own entry before the second is in',
    },
  },
  'sheets.resolve': {
    roles: ['regency', 'sub-district'],
    sentence: {
      id: 'Membaca angka yang berbeda sebagai orang ketiga',
      en: 'Read the differing figures as the third person',
    },
  },
  'sheets.discard': {
    roles: ['regency', 'sub-district'],
    sentence: {
      id: 'Membuang ketikan agar lembar diketik ulang',
      en: 'Discard entries so that a sheet is typed again',
    },
  },
  'sheets.look-again': {
    roles: ['regency', 'sub-district'],
    sentence: {
      id: 'Memeriksa lembar lagi setelah bukti bertambah',
      en: 'Look at a sheet again after evidence came',
    },
  },
  'sheets.explain': {
    roles: ['regency', 'sub-district'],
    sentence: { id: 'Menjelaskan peringatan', en: 'Explain warnings' },
  },
  'sheets.quarantine': {
    roles: ['regency', 'sub-district'],
    sentence: { id: 'Menahan lembar', en: 'Hold a sheet' },
  },
  'sheets.clear': {
    roles: ['regency'],
    sentence: { id: 'Melepas lembar dari karantina', en: 'Clear a sheet from quarantine' },
  },
  'sheets.correct': {
    roles: ['regency'],
    sentence: {
      id: 'Memulai versi baru dengan alasan dan foto baru',
      en: 'Begin a new version with a reason and a new photo',
    },
  },
  'sheets.machine-places': {
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    sentence: {
      id: 'Melihat TPS bermesin, dan yang beralih ke kertas',
      en: 'See the polling places that vote by machine, and which went to paper',
    },
  },
  'sheets.switch': {
    roles: ['regency', 'sub-district', 'committee'],
    sentence: {
      id: 'Mencatat bahwa TPS bermesin beralih ke kertas, dengan alasan, atau membatalkan catatan itu',
      en: 'Note that a polling place went from its machine to paper, with the reason, or take that back',
    },
  },
  'sheets.withdraw': {
    roles: ['regency'],
    sentence: {
      id: 'Menarik hasil dari jumlah, dengan alasan',
      en: 'Withdraw a result from the sums, with a reason',
    },
  },
} as const satisfies ActTable;
