import { catalogue } from '../../phrases.ts';

/** Several keys on one device: a sitting by the office's plan, one key a polling place. */
export const trusteeRing = catalogue({
  id: {
    'trustee.ring.heading': 'Kunci untuk banyak TPS',
    'trustee.ring.about':
      'Dengan berkas rencana dari kantor perangkat ini membuat satu kunci untuk setiap TPS, semuanya dalam satu upacara.',
    'trustee.ring.plan': 'Berkas rencana',
    'trustee.ring.plan.read': '“{ceremony}”: {places} TPS, cukup {threshold} dari {count} orang.',
    'trustee.ring.plan.wrong': 'Ini bukan berkas rencana.',
    'trustee.ring.who': 'Siapa Anda?',
    'trustee.ring.begin': 'Buat sertifikat saya untuk semua TPS',
    'trustee.ring.begin.guide':
      'Perangkat sedang atau sempat berhenti membuat sertifikat. Ketik kata sandi dan teruskan.',
    'trustee.ring.resume': 'Teruskan',
    'trustee.ring.board': 'Papan pesan kantor',
    'trustee.ring.board.about':
      'Di jaringan kantor pesan bertukar lewat papan. Papan tidak dipercaya: sidik tetap dibacakan.',
    'trustee.ring.board.address': 'Alamat papan',
    'trustee.ring.board.code': 'Kode dari undangan Anda',
    'trustee.ring.exchange': 'Tukar pesan lewat papan',
    'trustee.ring.exchanged': 'Diberikan: {given} langkah. Di sini: {taken} pesan orang lain.',
    'trustee.ring.exchange.refused': 'Ada pesan yang tidak diterima perangkat ini.',
    'trustee.ring.aloud': 'Bacakan delapan kata Anda. Semua mencocokkannya di perangkat masing-masing.',
    'trustee.ring.words': 'Delapan kata {name}',
    'trustee.ring.words.own': 'Delapan kata Anda, {name}',
    'trustee.ring.keys': 'Delapan kata kunci bersama',
    'trustee.ring.keys.about': 'Harus sama di semua perangkat dan pada pengumuman yang ditempel.',
    'trustee.ring.places': 'Kunci di perangkat ini',
    'trustee.ring.place': 'TPS {place}',
    'trustee.ring.place.open': 'Buka',
    'trustee.ring.place.key': 'kunci siap',
    'trustee.ring.place.election': 'terikat pada pemilihannya',
    'trustee.ring.place.opened': 'bagian sudah diberikan',
    'trustee.ring.place.making': 'sedang dibuat',
    'trustee.ring.back': 'Semua kunci di perangkat ini',
    'trustee.ring.guide':
      'Satu upacara untuk semua TPS dalam rencana. Setiap langkah tersimpan; perangkat boleh dibawa pulang.',
  },
  en: {
    'trustee.ring.heading': 'Keys for several polling places',
    'trustee.ring.about':
      'With the office’s plan this device makes one key for each polling place, all in one ceremony.',
    'trustee.ring.plan': 'Plan',
    'trustee.ring.plan.read': '“{ceremony}”: {places} polling places, {threshold} of {count} people suffice.',
    'trustee.ring.plan.wrong': 'This is no plan.',
    'trustee.ring.who': 'Who are you?',
    'trustee.ring.begin': 'Make my certificates for all polling places',
    'trustee.ring.begin.guide':
      'The device was stopped while it made certificates. Type the passphrase and go on.',
    'trustee.ring.resume': 'Go on',
    'trustee.ring.board': 'Notice board of the office',
    'trustee.ring.board.about':
      'On the office’s network messages go by the board. It is not trusted: fingerprints are read aloud all the same.',
    'trustee.ring.board.address': 'Address of the board',
    'trustee.ring.board.code': 'Code of your invitation',
    'trustee.ring.exchange': 'Exchange messages by the board',
    'trustee.ring.exchanged': 'Given: {given} steps. Here: {taken} messages of others.',
    'trustee.ring.exchange.refused': 'This device did not take some messages.',
    'trustee.ring.aloud': 'Read your eight words aloud. Everybody compares them on the own device.',
    'trustee.ring.words': 'Eight words of {name}',
    'trustee.ring.words.own': 'Your eight words, {name}',
    'trustee.ring.keys': 'Eight words of the common keys',
    'trustee.ring.keys.about': 'They must be the same on all devices and on the announcement that hangs.',
    'trustee.ring.places': 'Keys on this device',
    'trustee.ring.place': 'Polling place {place}',
    'trustee.ring.place.open': 'Open',
    'trustee.ring.place.key': 'key ready',
    'trustee.ring.place.election': 'bound to its election',
    'trustee.ring.place.opened': 'share given',
    'trustee.ring.place.making': 'being made',
    'trustee.ring.back': 'All keys on this device',
    'trustee.ring.guide':
      'One ceremony for all polling places of the plan. Every step is kept; the device may go home in between.',
  },
});
