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
      'Kunci rahasia tidak keluar dari perangkat ini, kecuali terkunci pada lembar kunci yang Anda buat. Yang keluar hanya pesan dan bagian pembuka jumlah.',

    'trustee.passphrase': 'Kata sandi Anda',
    'trustee.passphrase.hint': 'Kata sandi yang Anda pilih saat membuat sertifikat.',
    'trustee.passphrase.hint.exercise':
      'Latihan: kata sandinya ada di amplop Anda. Di satu komputer: halaman “Latihan satu TPS”, bagian Amplop. Di balai desa: dari petugas teknis. Kunci yang Anda buat sendiri memakai kata sandi Anda.',

    'trustee.restored': 'Kunci ini dipulihkan dari lembar kunci.',
    'trustee.restored.toDo':
      'Perangkat ini tidak tahu apa yang sudah diberikan perangkat pertama. Jangan pakai keduanya: serahkan perangkat pertama kepada ketua, dan minta pemulihan ini dicatat dalam berita acara.',
    'trustee.sheet': 'Lembar kunci',
    'trustee.sheet.means':
      'Salinan kunci untuk dicetak dan disegel, bila perangkat ini rusak. Isinya terkunci dengan kata sandi Anda; tanpa kata sandi tidak berguna, dan siapa pun yang punya keduanya memegang kunci Anda.',
    'trustee.sheet.make': 'Buat lembar kunci',
    'trustee.sheet.code': 'Kode lembar kunci',
    'trustee.sheet.print': 'Cetak lembar ini',
    'trustee.sheet.file': 'Simpan sebagai berkas',
    'trustee.sheet.close': 'Selesai, sembunyikan',
    'trustee.sheet.toDo':
      'Simpan dalam amplop tersegel, terpisah dari perangkat dan dari kata sandi. Hanya dapat dipulihkan ke perangkat pemegang kunci lain.',
    'trustee.restore': 'Pulihkan dari lembar kunci',
    'trustee.restore.means':
      'Hanya bila perangkat pertama rusak. Diperlukan lembar kunci, daftar pemegang kunci (trustees.json) dan kata sandinya.',
    'trustee.restore.file': 'Berkas lembar kunci',
    'trustee.restore.camera': 'Pindai lembar dengan kamera',
    'trustee.restore.cameraOff': 'Matikan kamera',
    'trustee.restore.cameraView': 'Gambar kamera',
    'trustee.restore.noCamera': 'Kamera tidak dapat dipakai. Pakai berkas lembar kunci.',
    'trustee.restore.codes': '{have} dari {of} kode terbaca. Pindai yang lain, urutannya bebas.',
    'trustee.sheet.fingerprint': 'Sidik kunci: harus sama sesudah dipulihkan',
    'trustee.restore.read': 'Lembar kunci terbaca.',
    'trustee.restore.missing': 'Masukkan lembar, daftar pemegang kunci dan kata sandi.',
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
      'The secret key does not leave this device, but for a key sheet that you make, locked. What leaves are messages, and the share that opens the sum.',

    'trustee.passphrase': 'Your passphrase',
    'trustee.passphrase.hint': 'The passphrase that you chose when you made your certificate.',
    'trustee.passphrase.hint.exercise':
      'Exercise: it lies in your envelope. On one computer: the page “Exercise of one polling place”, under Envelopes. In a hall: from the technician. A key that you made yourself has your own passphrase.',

    'trustee.restored': 'This key was restored from a key sheet.',
    'trustee.restored.toDo':
      'This device does not know what the first one gave. Do not use both: hand the first to the chair, and have this restoring written into the minutes.',
    'trustee.sheet': 'Key sheet',
    'trustee.sheet.means':
      'A copy of the key to print and seal, in case this device breaks. It is locked by your passphrase; without it it is of no use, and whoever has both holds your key.',
    'trustee.sheet.make': 'Make a key sheet',
    'trustee.sheet.code': 'Code of the key sheet',
    'trustee.sheet.print': 'Print this sheet',
    'trustee.sheet.file': 'Save as a file',
    'trustee.sheet.close': 'Done, hide it',
    'trustee.sheet.toDo':
      'Keep it in a sealed envelope, apart from the device and from the passphrase. It restores only onto another trustee’s device.',
    'trustee.restore': 'Restore from a key sheet',
    'trustee.restore.means':
      'Only if the first device broke. It takes the key sheet, the list of trustees (trustees.json) and its passphrase.',
    'trustee.restore.file': 'File of the key sheet',
    'trustee.restore.camera': 'Scan the sheet with the camera',
    'trustee.restore.cameraOff': 'Switch the camera off',
    'trustee.restore.cameraView': 'What the camera sees',
    'trustee.restore.noCamera': 'The camera cannot be used. Use the file of the key sheet.',
    'trustee.restore.codes': '{have} of {of} codes read. Scan the others, in any order.',
    'trustee.sheet.fingerprint': 'Fingerprint of the key: the same after restoring',
    'trustee.restore.read': 'The key sheet was read.',
    'trustee.restore.missing': 'Put in the sheet, the list of trustees and the passphrase.',
    'trustee.offline': 'The program of this device does not answer.',
    'trustee.broken': 'Something broke inside the program of this device.',
    'trustee.offline.toDo': 'Start the program again. Nothing is lost.',
    'trustee.fileUnreadable': 'This file cannot be read.',
    'trustee.fileUnreadable.toDo': 'Check that the stick is still in, then choose again.',
  },
});
