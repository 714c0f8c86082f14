import { catalogue } from '../phrases.ts';

/** The desk (meja e-verifikasi): who may vote, and one ballot released for each who came. */
export const desk = catalogue({
  id: {
    'desk.title': 'Meja e-verifikasi',
    'desk.search.label': 'Cari pemilih',
    'desk.search.hint': 'Nama, nomor daftar, atau NIK',
    'desk.present': 'Hadir',
  },
  en: {
    'desk.title': 'Check-in desk',
    'desk.search.label': 'Find a voter',
    'desk.search.hint': 'Name, list number or NIK',
    'desk.present': 'Present',
  },
});
