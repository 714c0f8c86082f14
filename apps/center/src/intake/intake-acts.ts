import type { ActTable } from '../accounts/act-table.ts';

export const INTAKE_ACTS = {
  'intake.deliveries': {
    roles: ['regency', 'sub-district', 'committee', 'desk', 'technician', 'auditor', 'observer'],
    sentence: {
      id: 'Melihat kiriman hasil tersegel dan keadaannya',
      en: 'See sealed deliveries and where they stand',
    },
  },
  'intake.file': {
    roles: ['regency', 'sub-district', 'committee', 'auditor', 'observer'],
    sentence: {
      id: 'Mengambil arsip, daftar kartu batal, atau hasil bertanda tangan sebuah kiriman',
      en: 'Fetch the record, void list or signed result of a delivery',
    },
  },
  'intake.count-held': {
    roles: ['regency'],
    sentence: {
      id: 'Menghitung arsip benar yang ditahan karena jumlahnya, dengan alasan',
      en: 'Count a right record that is held for its sums, with a reason',
    },
  },
  'intake.codes': {
    roles: ['regency', 'sub-district', 'committee', 'desk', 'technician'],
    sentence: { id: 'Mengirim kode QR bertanda tangan dari papan TPS', en: 'Send signed QR codes of boards' },
  },
} as const satisfies ActTable;
