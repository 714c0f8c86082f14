import { catalogue } from '@bilik/words';

/** Papers of the candidates: announcement, minutes of the draw, ballot proof. */
export const candidateWords = catalogue({
  id: {
    'candidates.announcement.title': 'PENGUMUMAN CALON KEPALA DESA',
    'candidates.announcement.subtitle': '{title}',
    'candidates.announcement.opening':
      'Panitia mengumumkan calon yang berhak dipilih pada hari {date}. Setiap orang boleh menyampaikan keberatan kepada panitia.',
    'candidates.announcement.section': 'Calon yang berhak dipilih',
    'candidates.announcement.closing': 'Pengumuman ini ditempel di kantor desa dan di setiap dusun.',
    'candidates.column.number': 'Nomor urut',
    'candidates.column.name': 'Nama',
    'candidates.column.notDrawn': 'belum diundi',
    'candidates.draw.title': 'BERITA ACARA UNDIAN NOMOR URUT',
    'candidates.draw.subtitle': '{title}',
    'candidates.draw.opening':
      'Nomor urut calon diundi dalam rapat terbuka. Siapa pun dapat menghitung ulang undian ini dari catatan di bawah.',
    'candidates.draw.attempts':
      'Undian dimulai {attempts} kali; yang terakhir ini berlaku. Alasan diulang: {reason}',
    'candidates.draw.section.result': 'Hasil, menurut urutan datang',
    'candidates.draw.section.record': 'Catatan undian',
    'candidates.draw.column.arrival': 'Datang ke-',
    'candidates.draw.column.candidate': 'Calon',
    'candidates.draw.column.drawnBy': 'Diundi oleh',
    'candidates.draw.dice': 'Enam dadu, menurut urutan lempar',
    'candidates.draw.commitment': 'Kunci kata, datang ke-{order}',
    'candidates.draw.words': 'Kata, datang ke-{order}',
    'candidates.draw.salt': 'Garam, datang ke-{order}',
    'candidates.draw.how':
      'Kata setiap orang dikunci dahulu, lalu dadu dilempar, lalu kata dibuka. Bola keluar menurut urutan datang, dipilih oleh sidik dari kata, garam, dan dadu.',
    'candidates.draw.closing': 'Demikian berita acara ini dibuat dengan sebenarnya.',
    'candidates.sign.chair': 'Ketua panitia',
    'candidates.sign.candidate': 'Calon atau pemegang mandat',
    'candidates.proof.title': 'CONTOH SURAT SUARA',
    'candidates.proof.note':
      'Beginilah layar bilik menampilkan pilihan. Periksa nomor, ejaan nama, dan foto. Setelah semua calon menandatangani, isinya tidak berubah.',
    'candidates.proof.fingerprint': 'Sidik contoh ini',
    'candidates.proof.signature': 'Setuju, {name}',
  },
  en: {
    'candidates.announcement.title': 'ANNOUNCEMENT OF CANDIDATES FOR VILLAGE HEAD',
    'candidates.announcement.subtitle': '{title}',
    'candidates.announcement.opening':
      'The committee announces who may be voted for on {date}. Anybody may bring an objection to the committee.',
    'candidates.announcement.section': 'Candidates who may be voted for',
    'candidates.announcement.closing':
      'This announcement is posted at the village office and in every hamlet.',
    'candidates.column.number': 'Number',
    'candidates.column.name': 'Name',
    'candidates.column.notDrawn': 'not drawn yet',
    'candidates.draw.title': 'MINUTES OF THE DRAW OF NUMBERS',
    'candidates.draw.subtitle': '{title}',
    'candidates.draw.opening':
      'The candidates’ numbers were drawn in an open meeting. Anybody can compute this draw again from the record below.',
    'candidates.draw.attempts':
      'The draw was begun {attempts} times; this last one holds. Why it was repeated: {reason}',
    'candidates.draw.section.result': 'Result, in the order of arrival',
    'candidates.draw.section.record': 'Record of the draw',
    'candidates.draw.column.arrival': 'Arrived',
    'candidates.draw.column.candidate': 'Candidate',
    'candidates.draw.column.drawnBy': 'Drawn by',
    'candidates.draw.dice': 'Six dice, in the order of the throw',
    'candidates.draw.commitment': 'What bound arrival {order}',
    'candidates.draw.words': 'Words of arrival {order}',
    'candidates.draw.salt': 'Salt of arrival {order}',
    'candidates.draw.how':
      'First everybody’s words were bound, then the dice were thrown, then the words were shown. Balls came in the order of arrival, chosen by a hash of words, salts and dice.',
    'candidates.draw.closing': 'These minutes were drawn up truthfully.',
    'candidates.sign.chair': 'Chair of the committee',
    'candidates.sign.candidate': 'Candidate or mandate holder',
    'candidates.proof.title': 'BALLOT PROOF',
    'candidates.proof.note':
      'This is how the booth shows the choices. Check number, spelling and photo. Once all candidates have signed, nothing of it changes.',
    'candidates.proof.fingerprint': 'Fingerprint of this proof',
    'candidates.proof.signature': 'Agreed, {name}',
  },
});
