import { catalogue } from '../../phrases.ts';

/** The public's page: am I on the list? */
export const lookUp = catalogue({
  id: {
    'lookUp.title': 'Cek daftar pemilih',
    'lookUp.guide': 'Ketik tiga hal ini. Halaman ini tidak menyimpan apa yang Anda ketik.',
    'lookUp.village': 'Kode desa',
    'lookUp.village.hint': 'Ada di pengumuman desa, misalnya 16.07.05.2003.',
    'lookUp.digits': 'Enam angka terakhir NIK',
    'lookUp.birth': 'Tanggal lahir',
    'lookUp.birth.hint': 'Tahun-bulan-hari, misalnya 1980-12-31.',
    'lookUp.ask': 'Cek',
    'lookUp.listed': 'Terdaftar.',
    'lookUp.listed.where': 'TPS {place}, nomor {number}.',
    'lookUp.listed.later': 'TPS belum dibagi. Cek lagi nanti.',
    'lookUp.notListed': 'Tidak ditemukan dengan ketiga hal ini.',
    'lookUp.notListed.toDo':
      'Periksa ketikannya. Bila sudah benar, bawa KTP ke panitia desa sebelum daftar ditetapkan.',
    'lookUp.wait': 'Terlalu banyak pertanyaan. Coba lagi setelah {minutes} menit, atau tanya panitia desa.',
    'lookUp.typed': 'Ada yang belum lengkap. Lengkapi kode desa, enam angka dan tanggal lahir.',
  },
  en: {
    'lookUp.title': 'Am I on the voter list',
    'lookUp.guide': 'Type these three. This page keeps nothing of what you type.',
    'lookUp.village': 'Code of the village',
    'lookUp.village.hint': 'It is on the village’s notices, as in 16.07.05.2003.',
    'lookUp.digits': 'Last six digits of the NIK',
    'lookUp.birth': 'Birth date',
    'lookUp.birth.hint': 'Year-month-day, as in 1980-12-31.',
    'lookUp.ask': 'Look',
    'lookUp.listed': 'Listed.',
    'lookUp.listed.where': 'Polling place {place}, number {number}.',
    'lookUp.listed.later': 'Polling places are not divided yet. Look again later.',
    'lookUp.notListed': 'Not found by these three.',
    'lookUp.notListed.toDo':
      'Check what you typed. If it is right, take your card to the village committee before the list is final.',
    'lookUp.wait': 'Too many questions. Try again after {minutes} minutes, or ask the village’s committee.',
    'lookUp.typed': 'Something is missing. Fill in the code, six digits and the birth date.',
  },
});
