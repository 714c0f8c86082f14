import { catalogue } from '@bilik/words';

/** The paper that is posted when trustees have made their keys. */
export const sittingWords = catalogue({
  id: {
    'sitting.title': 'PENGUMUMAN KUNCI PEMILIHAN',
    'sitting.subtitle': 'Untuk ditempel di kantor dan di setiap TPS yang tercantum',
    'sitting.letterhead': 'PANITIA PEMILIHAN',
    'sitting.opening':
      '{title}. Dalam upacara “{ceremony}” pada {day} para pemegang kunci membuat kunci bersama. Perangkat setiap pemegang kunci menunjukkan delapan kata di bawah ini. Bila satu kata saja berbeda, kunci itu tidak dipakai.',
    'sitting.words': 'Delapan kata kunci',
    'sitting.word': 'Kata ke-{number}',
    'sitting.hex': 'Sidik lengkap',
    'sitting.members': 'Pemegang kunci',
    'sitting.enough':
      'Cukup {threshold} dari {count} untuk membuka jumlah suara satu TPS; kurang dari itu tidak pernah. Tidak seorang pun memegang seluruh kunci.',
    'sitting.places': 'TPS dan sidik daftar pemegang kuncinya (16 huruf pertama)',
    'sitting.place': 'TPS',
    'sitting.village': 'Desa',
    'sitting.list': 'Sidik daftar',
    'sitting.closing': 'Yang hadir telah membandingkan delapan kata ini dengan perangkatnya sendiri.',
    'sitting.signature': 'Pemegang kunci',
  },
  en: {
    'sitting.title': 'ANNOUNCEMENT OF THE ELECTION KEYS',
    'sitting.subtitle': 'To be posted at the office and at every polling place named here',
    'sitting.letterhead': 'ELECTION COMMITTEE',
    'sitting.opening':
      '{title}. In the ceremony “{ceremony}” on {day} the trustees made their common keys. Each trustee’s device shows the eight words below. If a single word differs, that key is not used.',
    'sitting.words': 'Eight words of the keys',
    'sitting.word': 'Word {number}',
    'sitting.hex': 'Whole fingerprint',
    'sitting.members': 'Trustees',
    'sitting.enough':
      '{threshold} of {count} suffice to open the sum of a polling place; fewer never do. Nobody holds a whole key.',
    'sitting.places': 'Polling places and the fingerprints of their lists of trustees (first 16 letters)',
    'sitting.place': 'Polling place',
    'sitting.village': 'Village',
    'sitting.list': 'Fingerprint of the list',
    'sitting.closing': 'Those present have compared these eight words with their own devices.',
    'sitting.signature': 'Trustee',
  },
});
