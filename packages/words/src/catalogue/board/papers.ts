import { catalogue } from '../../phrases.ts';

/** Letters of mandate, objections, and the copies that are counted. */
export const boardPapers = catalogue({
  id: {
    'board.mandates.heading': 'Surat mandat saksi',
    'board.mandates.noted': '{noted} dari {all} dicatat',
    'board.mandates.means':
      'Mintalah surat mandat setiap saksi sebelum dibuka. Saksi tanpa surat tetap boleh duduk; berita acara mencatatnya.',
    'board.mandates.letter': 'Nomor surat mandat {name}',
    'board.mandates.save': 'Catat surat {name}',
    'board.mandates.none': '{name} tanpa surat mandat',
    'board.mandates.seen': '{letter}, pukul {at}',
    'board.mandates.without': 'TANPA surat mandat, dicatat pukul {at}',
    'board.mandates.change': 'Ubah catatan {name}',
    'board.mandates.print': 'Buka daftar mandat (PDF)',
    'board.objections.form': 'Buka formulir keberatan kosong (PDF)',
    'board.objections.record': 'Buka catatan keberatan (PDF)',
    'board.copies.heading': 'Salinan yang dihitung',
    'board.copies.means':
      'Setiap salinan bernomor dan menyebut penerimanya. Cetak ulang karena macet dihitung dan tertulis di kertasnya.',
    'board.copies.minutes': 'Berita acara',
    'board.copies.statement': 'Sertifikat hasil',
    'board.copies.holder': 'Untuk',
    'board.copies.prints': '{paper}, dicetak {count} kali',
    'board.copies.open': '{paper} salinan {number} dari {of}',
  },
  en: {
    'board.mandates.heading': 'Letters of mandate',
    'board.mandates.noted': '{noted} of {all} noted',
    'board.mandates.means':
      'Ask each witness for the letter of mandate before opening. A witness without one may stay; the minutes note it.',
    'board.mandates.letter': 'Number of the letter of {name}',
    'board.mandates.save': 'Note the letter of {name}',
    'board.mandates.none': '{name} has no letter',
    'board.mandates.seen': '{letter}, at {at}',
    'board.mandates.without': 'WITHOUT a letter, noted at {at}',
    'board.mandates.change': 'Change the note of {name}',
    'board.mandates.print': 'Open the list of mandates (PDF)',
    'board.objections.form': 'Open an empty objection form (PDF)',
    'board.objections.record': 'Open the record of objections (PDF)',
    'board.copies.heading': 'Counted copies',
    'board.copies.means':
      'Each copy has a number and names who gets it. A print again after a jam is counted and stands on the paper.',
    'board.copies.minutes': 'Minutes',
    'board.copies.statement': 'Statement of results',
    'board.copies.holder': 'For',
    'board.copies.prints': '{paper}, printed {count} {count|time|times}',
    'board.copies.open': '{paper} copy {number} of {of}',
  },
});
