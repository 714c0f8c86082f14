import { catalogue } from '../../phrases.ts';

/** The key ceremony: begin, three rounds of messages, the tested key and its one election. */
export const trusteeCeremony = catalogue({
  id: {
    'trustee.start.guide': 'Isi nama pembuatan kunci dan nama Anda, lalu pilih kata sandi.',
    'trustee.start.heading': 'Mulai pembuatan kunci',
    'trustee.start.ceremony': 'Nama pembuatan kunci',
    'trustee.start.ceremony.hint':
      'Sama persis di semua perangkat, misalnya “Pilkades Sukamaju 2026, TPS 01”.',
    'trustee.start.name': 'Nama Anda',
    'trustee.start.passphrase': 'Kata sandi',
    'trustee.start.passphrase.hint':
      'Sedikitnya {least} huruf: tiga atau empat kata yang hanya Anda tahu. Bila lupa, kunci ini hilang.',
    'trustee.start.passphraseAgain': 'Ketik kata sandi sekali lagi',
    'trustee.start.act': 'Buat sertifikat saya',
    'trustee.name.wrong': 'Satu baris, tanpa spasi di awal dan akhir.',

    'trustee.certificate.guide':
      'Berikan pesan pertama Anda kepada semua pemegang kunci lain, masukkan pesan mereka, lalu bacakan sidiknya.',
    'trustee.certificate.heading': 'Pesan pertama: sertifikat',
    'trustee.polynomial.guide':
      'Berikan pesan kedua Anda kepada semua, masukkan pesan kedua mereka, lalu periksa.',
    'trustee.polynomial.heading': 'Pesan kedua: pecahan kunci',
    'trustee.share.guide':
      'Berikan pesan ketiga Anda kepada semua, masukkan pesan ketiga mereka, lalu uji kunci.',
    'trustee.share.heading': 'Pesan ketiga: bagian kunci',
    'trustee.message.download': 'Unduh pesan saya',
    'trustee.message.give': 'Berikan berkas ini kepada setiap pemegang kunci lain. Isinya bukan rahasia.',
    'trustee.message.add': 'Masukkan pesan pemegang kunci lain',
    'trustee.message.addFile': 'Berkas pesan',
    'trustee.message.paste': 'Atau tempel isi pesan di sini',
    'trustee.message.addPasted': 'Masukkan tempelan',
    'trustee.message.added': 'Pesan dari {name} masuk.',
    'trustee.message.remove': 'Keluarkan',
    'trustee.message.here': 'Sudah ada',
    'trustee.message.waiting': 'Belum ada',
    'trustee.trustees': 'Pemegang kunci yang dikenal perangkat ini',
    'trustee.trustees.own': '{name} (Anda)',
    'trustee.carried':
      'Pesan untuk langkah ini dibawa oleh meja koordinator. Halaman ini akan maju dengan sendirinya.',
    'trustee.certificate.readAloud':
      'Setiap orang membacakan sidik sertifikatnya sendiri. Semua melihat apakah sama di perangkatnya.',
    'trustee.certificate.tick': 'Semua sidik sudah dibacakan, dan sama di semua perangkat.',
    'trustee.certificate.threshold': 'Berapa pemegang kunci yang cukup untuk membuka?',
    'trustee.certificate.threshold.hint': 'Dari {count} orang. Tulis angka yang sama di semua perangkat.',
    'trustee.certificate.act': 'Bagi pecahan kunci saya',
    'trustee.certificate.alone': 'Masukkan dulu sertifikat pemegang kunci lain.',
    'trustee.certificate.notTicked': 'Centang dulu bahwa semua sidik sudah dicocokkan.',
    'trustee.polynomial.act': 'Periksa pecahan semua orang',
    'trustee.share.act': 'Selesaikan dan uji kunci',
    'trustee.messagesMissing': 'Menunggu pesan dari {names}.',

    'trustee.abandon': 'Tinggalkan pembuatan kunci ini',
    'trustee.abandon.title': 'Tinggalkan pembuatan kunci “{ceremony}”?',
    'trustee.abandon.text':
      'Rahasia di perangkat ini dihapus. Semua pemegang kunci harus mulai lagi dengan nama lain. Ini tidak bisa dibatalkan.',
    'trustee.abandon.confirm': 'Ya, tinggalkan',

    'trustee.key.guide':
      'Cocokkan sidik daftar pemegang kunci, serahkan daftarnya kepada panitia, lalu masukkan pemilihan.',
    'trustee.key.ready': 'Kunci Anda selesai dan sudah diuji di perangkat ini.',
    'trustee.key.next': 'Simpan perangkat ini di tempat aman sampai hari pembukaan.',
    'trustee.key.number': 'Pemegang kunci nomor',
    'trustee.key.enough': 'Cukup untuk membuka',
    'trustee.key.enough.note': 'dari {count} pemegang kunci',
    'trustee.key.trusteesHash': 'Sidik daftar pemegang kunci: harus sama di semua perangkat',
    'trustee.key.downloadTrustees': 'Unduh daftar pemegang kunci',
    'trustee.election.heading': 'Ikat kunci ke pemilihan',
    'trustee.election.once': 'Satu kunci hanya untuk satu pemilihan. Setelah diikat tidak bisa diganti.',
    'trustee.election.file': 'Berkas pemilihan (election.json)',
    'trustee.election.trusteesFile': 'Berkas daftar pemegang kunci (trustees.json)',
    'trustee.election.act': 'Ikat kunci saya',
    'trustee.election.filesMissing': 'Pilih kedua berkas dulu.',
  },
  en: {
    'trustee.start.guide': 'Fill in the name of the key ceremony and your own, then choose a passphrase.',
    'trustee.start.heading': 'Begin the key ceremony',
    'trustee.start.ceremony': 'Name of the key ceremony',
    'trustee.start.ceremony.hint':
      'Exactly the same on all devices, such as “Pilkades Sukamaju 2026, TPS 01”.',
    'trustee.start.name': 'Your name',
    'trustee.start.passphrase': 'Passphrase',
    'trustee.start.passphrase.hint':
      'At least {least} {least|character|characters}: three or four words that only you know. If you forget it, this key is lost.',
    'trustee.start.passphraseAgain': 'Type the passphrase once more',
    'trustee.start.act': 'Make my certificate',
    'trustee.name.wrong': 'One line, without a space at its beginning or end.',

    'trustee.certificate.guide':
      'Give your first message to all other trustees, take in theirs, then read the fingerprints aloud.',
    'trustee.certificate.heading': 'First message: certificate',
    'trustee.polynomial.guide': 'Give your second message to all, take in theirs, then check them.',
    'trustee.polynomial.heading': 'Second message: key pieces',
    'trustee.share.guide': 'Give your third message to all, take in theirs, then test the key.',
    'trustee.share.heading': 'Third message: share of the key',
    'trustee.message.download': 'Download my message',
    'trustee.message.give': 'Give this file to every other trustee. It is not secret.',
    'trustee.message.add': 'Take in messages of other trustees',
    'trustee.message.addFile': 'Message file',
    'trustee.message.paste': 'Or paste a message here',
    'trustee.message.addPasted': 'Take in what I pasted',
    'trustee.message.added': 'The message of {name} is in.',
    'trustee.message.remove': 'Take out',
    'trustee.message.here': 'Is here',
    'trustee.message.waiting': 'Not here yet',
    'trustee.trustees': 'Trustees known to this device',
    'trustee.trustees.own': '{name} (you)',
    'trustee.carried':
      'The messages of this step are carried by the coordinator’s table. This page goes on by itself.',
    'trustee.certificate.readAloud':
      'Everyone reads out the fingerprint of their own certificate. All look whether it is the same on their device.',
    'trustee.certificate.tick': 'All fingerprints were read out, and are the same on all devices.',
    'trustee.certificate.threshold': 'How many trustees shall be enough to open?',
    'trustee.certificate.threshold.hint':
      'Of {count} {count|person|persons}. Write the same number on all devices.',
    'trustee.certificate.act': 'Deal my key pieces',
    'trustee.certificate.alone': 'First take in the certificates of the other trustees.',
    'trustee.certificate.notTicked': 'First tick that all fingerprints were compared.',
    'trustee.polynomial.act': 'Check everyone’s pieces',
    'trustee.share.act': 'Finish and test the key',
    'trustee.messagesMissing': 'Waiting for the messages of {names}.',

    'trustee.abandon': 'Leave this key ceremony',
    'trustee.abandon.title': 'Leave the key ceremony “{ceremony}”?',
    'trustee.abandon.text':
      'The secret on this device is removed. All trustees must begin again under another name. This cannot be undone.',
    'trustee.abandon.confirm': 'Yes, leave it',

    'trustee.key.guide':
      'Compare the fingerprint of the list of trustees, give the list to the committee, then take in the election.',
    'trustee.key.ready': 'Your key is made, and was tested on this device.',
    'trustee.key.next': 'Keep this device in a safe place until the day of opening.',
    'trustee.key.number': 'Trustee number',
    'trustee.key.enough': 'Enough to open',
    'trustee.key.enough.note': 'of {count} {count|trustee|trustees}',
    'trustee.key.trusteesHash': 'Fingerprint of the list of trustees: must be the same on all devices',
    'trustee.key.downloadTrustees': 'Download the list of trustees',
    'trustee.election.heading': 'Bind the key to an election',
    'trustee.election.once': 'One key is for one election only. Once bound it cannot be changed.',
    'trustee.election.file': 'Election file (election.json)',
    'trustee.election.trusteesFile': 'File with the list of trustees (trustees.json)',
    'trustee.election.act': 'Bind my key',
    'trustee.election.filesMissing': 'First choose both files.',
  },
});
