import type { ActTable } from '../accounts/act-table.ts';
import { ROLES } from '../accounts/roles.ts';

const HOLDERS = ['regency', 'sub-district', 'committee'] as const;

export const CANDIDATE_ACTS = {
  'candidates.villages': {
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    sentence: {
      id: 'Melihat keadaan calon semua desa di wilayahnya',
      en: 'See where the candidates of one’s villages are',
    },
  },
  'candidates.show': {
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    sentence: {
      id: 'Melihat bakal calon satu desa dengan berkas dan nilainya',
      en: 'See the candidates of one village with papers and scores',
    },
  },
  'candidates.register': {
    roles: HOLDERS,
    sentence: { id: 'Mendaftarkan bakal calon', en: 'Register a candidate' },
  },
  'candidates.note-finding': {
    roles: HOLDERS,
    sentence: { id: 'Mencatat hasil penelitian satu berkas', en: 'Note what was found about one paper' },
  },
  'candidates.set-photo': {
    roles: HOLDERS,
    sentence: { id: 'Memasang foto calon', en: 'Set a candidate’s photo' },
  },
  'candidates.photo': {
    roles: ROLES,
    sentence: { id: 'Melihat foto calon', en: 'See a candidate’s photo' },
  },
  'candidates.score': {
    roles: ['regency'],
    sentence: { id: 'Memberi nilai seleksi tambahan', en: 'Give scores of the extra selection' },
  },
  'candidates.determine': {
    roles: HOLDERS,
    sentence: { id: 'Menetapkan calon desa', en: 'Determine a village’s candidates' },
  },
  'candidates.withdraw': {
    roles: HOLDERS,
    sentence: { id: 'Mencatat calon yang mundur, dengan alasan', en: 'Note who withdraws, with the reason' },
  },
  'candidates.begin-draw': {
    roles: HOLDERS,
    sentence: {
      id: 'Memulai undian nomor: urutan datang dan kata yang dikunci',
      en: 'Begin the draw of numbers: order of arrival and bound words',
    },
  },
  'candidates.finish-draw': {
    roles: HOLDERS,
    sentence: {
      id: 'Mengundi nomor dari dadu dan kata yang dibuka',
      en: 'Draw the numbers from dice and revealed words',
    },
  },
  'candidates.sign-off': {
    roles: HOLDERS,
    sentence: {
      id: 'Mencatat persetujuan calon atas contoh surat suara',
      en: 'Note a candidate’s agreement to the ballot proof',
    },
  },
  'candidates.draw-record': {
    roles: ROLES,
    sentence: {
      id: 'Mengambil catatan undian untuk dihitung ulang',
      en: 'Take the draw’s record to compute it again',
    },
  },
  'candidates.paper': {
    roles: ['regency', 'sub-district', 'committee', 'auditor'],
    sentence: {
      id: 'Mencetak pengumuman calon, berita acara undian, dan contoh surat suara',
      en: 'Print the announcement of candidates, the minutes of the draw, the ballot proof',
    },
  },
} as const satisfies ActTable;
