import { catalogue } from '../../phrases.ts';

/** The public's page: am I on the list? */
export const lookUp = catalogue({
  id: {
    'lookUp.title': 'Cek daftar pemilih',
    'lookUp.guide': 'Ketik tiga hal ini. Halaman ini tidak menyimpan apa yang Anda ketik.',
    'lookUp.village': 'Desa',
    'lookUp.village.hint': 'Ketik nama desa, lalu pilih dari daftarnya.',
    'lookUp.village.wrong':
      'Desanya belum jelas. Belum ada yang dicek. Ketik namanya, lalu pilih satu dari daftar.',
    'lookUp.digits': 'Enam angka terakhir NIK',
    'lookUp.digits.wrong': 'Ketik enam angka terakhir NIK Anda.',
    'lookUp.birth': 'Tanggal lahir',
    'lookUp.birth.hint': 'Seperti di KTP: tanggal, bulan, tahun, misalnya 31-12-1980.',
    'lookUp.birth.wrong': 'Tanggal ini tidak ada di kalender. Ketik seperti 31-12-1980.',
    'lookUp.ask': 'Cek',
    'lookUp.listed': 'Terdaftar.',
    'lookUp.listed.where': 'Datang ke TPS {place} dengan KTP. Nomor Anda dalam daftar: {number}.',
    'lookUp.listed.later': 'TPS belum dibagi. Cek lagi nanti.',
    'lookUp.notListed': 'Tidak ditemukan dengan ketiga hal ini.',
    'lookUp.notListed.toDo':
      'Periksa ketikannya. Bila sudah benar, bawa KTP ke panitia desa sebelum daftar ditetapkan.',
    'lookUp.notListed.final':
      'Periksa ketikannya. Bila sudah benar, bawa KTP ke panitia desa: daftar desa ini sudah ditetapkan dan tidak ditambah lagi, tetapi panitia dapat melihat sebabnya dan apa yang masih dapat dilakukan.',
    'lookUp.wait': 'Terlalu banyak pertanyaan. Coba lagi setelah {minutes} menit, atau tanya panitia desa.',
    'lookUp.typed': 'Ada yang belum lengkap. Lengkapi desa, enam angka dan tanggal lahir.',
  },
  en: {
    'lookUp.title': 'Am I on the voter list',
    'lookUp.guide': 'Type these three. This page keeps nothing of what you type.',
    'lookUp.village': 'Village',
    'lookUp.village.hint': 'Type its name, then choose it from the list.',
    'lookUp.village.wrong':
      'It is not clear which village is meant. Nothing was looked up. Type its name, then choose one of the list.',
    'lookUp.digits': 'Last six digits of the NIK',
    'lookUp.digits.wrong': 'Type the last six digits of your NIK.',
    'lookUp.birth': 'Birth date',
    'lookUp.birth.hint': 'As on your card: day, month, year, as in 31-12-1980.',
    'lookUp.birth.wrong': 'There is no such day. Type it as in 31-12-1980.',
    'lookUp.ask': 'Look',
    'lookUp.listed': 'Listed.',
    'lookUp.listed.where': 'Come to polling place {place} with your card. Your number on the list: {number}.',
    'lookUp.listed.later': 'Polling places are not divided yet. Look again later.',
    'lookUp.notListed': 'Not found by these three.',
    'lookUp.notListed.toDo':
      'Check what you typed. If it is right, take your card to the village committee before the list is final.',
    'lookUp.notListed.final':
      'Check what you typed. If it is right, take your card to the village committee: this village’s list is final and nobody is added any more, but the committee can see why and what can still be done.',
    'lookUp.wait': 'Too many questions. Try again after {minutes} minutes, or ask the village’s committee.',
    'lookUp.typed': 'Something is missing. Fill in the village, six digits and the birth date.',
  },
});
