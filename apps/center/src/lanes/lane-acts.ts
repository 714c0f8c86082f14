import type { ActTable } from '../accounts/act-table.ts';

/** The Desk's own lane, the public's, and their comparison with the official one. */
export const LANE_ACTS = {
  'lanes.places': {
    roles: ['desk', 'regency', 'sub-district', 'auditor'],
    sentence: {
      id: 'Melihat TPS dan jalur yang sudah masuk',
      en: 'See polling places and which lanes are in',
    },
  },
  'lanes.elections': {
    roles: ['desk', 'regency', 'sub-district', 'auditor'],
    sentence: { id: 'Melihat pemilihan di wilayahnya', en: 'See the elections of one’s area' },
  },
  'lanes.ballot': {
    roles: ['desk', 'regency', 'sub-district'],
    sentence: { id: 'Melihat daftar pilihan satu TPS', en: 'See the options of one polling place' },
  },
  'lanes.commit': {
    roles: ['desk'],
    sentence: {
      id: 'Mengunci angka internal Desk satu TPS',
      en: 'Fix the Desk’s own figures of a polling place',
    },
  },
  'lanes.commitments': {
    roles: ['desk', 'regency', 'auditor'],
    sentence: { id: 'Melihat sidik jari angka internal', en: 'See the fingerprints of internal figures' },
  },
  'lanes.compare': {
    roles: ['desk', 'regency', 'auditor'],
    sentence: {
      id: 'Membandingkan jalur di TPS yang kedua sisinya sudah masuk',
      en: 'Compare the lanes where both sides are in',
    },
  },
  'lanes.explain': {
    roles: ['desk', 'regency'],
    sentence: {
      id: 'Mencatat sebab selisih jalur dari daftar',
      en: 'Note why lanes differ, from a list',
    },
  },
  'lanes.evidence': {
    roles: ['regency', 'sub-district', 'auditor'],
    sentence: { id: 'Melihat bukti yang dikirim warga', en: 'See evidence that the public sent' },
  },
  'lanes.evidence-photo': {
    roles: ['regency', 'sub-district', 'auditor'],
    sentence: { id: 'Melihat foto bukti warga', en: 'See a photo that the public sent' },
  },
  'lanes.moderate': {
    roles: ['regency', 'sub-district'],
    sentence: { id: 'Menerima atau menolak bukti warga', en: 'Accept or refuse evidence of the public' },
  },
} as const satisfies ActTable;
