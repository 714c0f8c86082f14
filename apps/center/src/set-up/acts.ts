import type { ActTable } from '../accounts/act-table.ts';
import { ROLES } from '../accounts/roles.ts';

export const SET_UP_ACTS = {
  'set-up.show': {
    roles: ROLES,
    sentence: {
      id: 'Melihat acara, gelombang, dan aturan dengan rujukannya',
      en: 'See events, waves, and rules with their citations',
    },
  },
  'set-up.names': {
    roles: ROLES,
    sentence: {
      id: 'Membaca nama wilayah sendiri, di bawahnya, dan di atasnya, serta zona waktunya',
      en: 'Read the names of one’s own area, of those below and above it, and their time zone',
    },
  },
  'set-up.villages': {
    roles: ['regency'],
    sentence: {
      id: 'Melihat desa kabupaten yang memilih kepala, dan acara yang diikutinya',
      en: 'See the regency’s villages that elect a head, and the events they are in',
    },
  },
  'set-up.set-labels': {
    roles: ['regency'],
    sentence: {
      id: 'Menetapkan sebutan: kepala desa, desa, dusun, BPD, pemilihan',
      en: 'Set what things are called: head, village, hamlet, council, election',
    },
  },
  'set-up.make-event': {
    roles: ['regency'],
    sentence: { id: 'Membuat acara pemilihan', en: 'Make an election event' },
  },
  'set-up.add-wave': {
    roles: ['regency'],
    sentence: { id: 'Menambah gelombang dan desanya', en: 'Add a wave and its villages' },
  },
  'set-up.enter-places': {
    roles: ['regency'],
    sentence: {
      id: 'Memasukkan TPS pemilihan yang diselenggarakan pihak lain, dengan jumlah pemilihnya',
      en: 'Enter the polling places of an election that others conduct, with how many are registered',
    },
  },
  'set-up.plain': {
    roles: ['regency', 'auditor'],
    sentence: {
      id: 'Mengunduh aturan, kalender, persyaratan, dan formulir kabupaten untuk diubah',
      en: 'Download the regency’s rules, calendars, checklists and forms to change them',
    },
  },
  'set-up.change': {
    roles: ['regency'],
    sentence: {
      id: 'Memakai aturan, kalender, persyaratan, dan formulir yang diubah, dengan alasan',
      en: 'Use changed rules, calendars, checklists and forms, with a reason',
    },
  },
  'set-up.export': {
    roles: ['regency', 'auditor'],
    sentence: {
      id: 'Menyerahkan penyiapan kabupaten sebagai berkas bertanda tangan',
      en: 'Hand over the regency’s set-up as a signed file',
    },
  },
  'set-up.import': {
    roles: ['regency'],
    sentence: { id: 'Mengambil penyiapan dari kabupaten lain', en: 'Take over another regency’s set-up' },
  },
  'set-up.note-condition': {
    roles: ['regency', 'sub-district'],
    sentence: {
      id: 'Mencatat kerawanan, listrik, dan dasar hukum sebuah desa',
      en: 'Note a village’s vulnerability, power and legal basis',
    },
  },
  'set-up.propose-modes': {
    roles: ['regency', 'sub-district', 'auditor', 'observer'],
    sentence: {
      id: 'Melihat usulan desa yang memilih dengan mesin',
      en: 'See which villages are proposed to vote by machine',
    },
  },
  'set-up.decide-modes': {
    roles: ['regency'],
    sentence: {
      id: 'Memutuskan cara memilih di setiap TPS sebuah desa, dengan alasan',
      en: 'Decide how each polling place of a village votes, with a reason',
    },
  },
} as const satisfies ActTable;
