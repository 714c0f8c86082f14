import { catalogue } from '../../phrases.ts';

/** What stands on every screen of the trustee's device. */
export const trusteeDevice = catalogue({
  id: {
    'trustee.title': 'Perangkat pemegang kunci',
    'trustee.way': 'Jalannya',
    'trustee.way.certificate': 'Buat sertifikat',
    'trustee.way.deal': 'Cocokkan sertifikat, bagi pecahan kunci',
    'trustee.way.receive': 'Periksa pecahan dari semua',
    'trustee.way.key': 'Uji kunci',
    'trustee.way.election': 'Ikat kunci ke satu pemilihan',
    'trustee.way.check': 'Periksa seluruh arsip',
    'trustee.way.open': 'Berikan bagian pembuka',
    'trustee.ownKeyStays':
      'Kunci rahasia tidak pernah keluar dari perangkat ini. Yang keluar hanya pesan dan bagian pembuka jumlah.',

    'trustee.passphrase': 'Kata sandi Anda',
    'trustee.passphrase.hint': 'Kata sandi yang Anda pilih saat membuat sertifikat.',
    'trustee.passphrase.hint.exercise':
      'Latihan: kata sandinya ada di “Amplop”, pada halaman “Latihan satu TPS”. Kunci yang Anda buat sendiri memakai kata sandi Anda.',

    'trustee.offline': 'Program perangkat ini tidak menjawab.',
    'trustee.broken': 'Program perangkat ini mengalami kesalahan di dalamnya.',
    'trustee.offline.toDo': 'Jalankan lagi programnya. Tidak ada yang hilang.',
    'trustee.fileUnreadable': 'Berkas ini tidak bisa dibaca.',
    'trustee.fileUnreadable.toDo': 'Periksa apakah stiknya masih terpasang, lalu pilih lagi.',
  },
  en: {
    'trustee.title': 'Trustee device',
    'trustee.way': 'The way',
    'trustee.way.certificate': 'Make a certificate',
    'trustee.way.deal': 'Compare certificates, deal key pieces',
    'trustee.way.receive': 'Check the pieces of all',
    'trustee.way.key': 'Test the key',
    'trustee.way.election': 'Bind the key to one election',
    'trustee.way.check': 'Check the whole record',
    'trustee.way.open': 'Give the opening share',
    'trustee.ownKeyStays':
      'The secret key never leaves this device. What leaves are messages, and the share that opens the sum.',

    'trustee.passphrase': 'Your passphrase',
    'trustee.passphrase.hint': 'The passphrase that you chose when you made your certificate.',
    'trustee.passphrase.hint.exercise':
      'Exercise: it lies under “Envelopes”, on the page “Exercise of one polling place”. A key that you made yourself has your own passphrase.',

    'trustee.offline': 'The program of this device does not answer.',
    'trustee.broken': 'Something broke inside the program of this device.',
    'trustee.offline.toDo': 'Start the program again. Nothing is lost.',
    'trustee.fileUnreadable': 'This file cannot be read.',
    'trustee.fileUnreadable.toDo': 'Check that the stick is still in, then choose again.',
  },
});
