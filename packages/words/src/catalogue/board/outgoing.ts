import { catalogue } from '../../phrases.ts';

/** What leaves the polling place: the QR that phones outside scan. */
export const boardOutgoing = catalogue({
  id: {
    'board.view.qr-keluar': 'QR keluar',
    'board.outgoing.figures': 'Angka kasar pukul {hour}',
    'board.outgoing.result': 'Hasil bertanda tangan',
    'board.outgoing.scan': 'Foto QR ini dari jarak sampai 1,5 meter. Ponsel tidak perlu masuk jaringan TPS.',
    'board.outgoing.only':
      'Hanya ini yang keluar sebelum hasil disegel: tahap, hadir menurut jenis kelamin, masalah terbuka. Isinya sama sampai pukul {next}.',
    'board.outgoing.onlyLast':
      'Hanya ini yang keluar sebelum hasil disegel: tahap, hadir menurut jenis kelamin, masalah terbuka.',
    'board.outgoing.resultMeans': 'QR yang sama tercetak di berita acara dan sertifikat hasil.',
    'board.outgoing.label': 'QR bertanda tangan {place}',
    'board.outgoing.notYet': 'Angka pertama keluar pukul {time}.',
    'board.outgoing.never': 'Menurut aturan setempat, tidak ada angka yang keluar sebelum hasil disegel.',
    'board.outgoing.back': 'Kembali ke papan',
  },
  en: {
    'board.view.qr-keluar': 'QR to outside',
    'board.outgoing.figures': 'Coarse figures at {hour}',
    'board.outgoing.result': 'Signed result',
    'board.outgoing.scan':
      'Photograph this QR from up to 1.5 metres. The phone need not join the polling place’s network.',
    'board.outgoing.only':
      'Only this leaves before the result is sealed: phase, present by sex, open problems. It stays the same until {next}.',
    'board.outgoing.onlyLast':
      'Only this leaves before the result is sealed: phase, present by sex, open problems.',
    'board.outgoing.resultMeans': 'The same QR is printed on the minutes and the statement of results.',
    'board.outgoing.label': 'Signed QR of {place}',
    'board.outgoing.notYet': 'The first figures leave at {time}.',
    'board.outgoing.never': 'By the local rules no figures leave before the result is sealed.',
    'board.outgoing.back': 'Back to the board',
  },
});
