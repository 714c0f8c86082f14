import { catalogue } from '../../phrases.ts';

/** The board about the two media: how they are, why voting pauses, and what two people can do. */
export const boardMedia = catalogue({
  id: {
    'board.view.media': 'Media',
    'board.media.heading': 'Dua media penyimpanan',
    'board.media.means':
      'Setiap catatan disimpan di media komputer ini dan di media kedua (stik) sebelum dinyatakan diterima. Bila satu rusak, yang lain lengkap.',
    'board.media.two': 'Kedua media bekerja',
    'board.media.numbers': 'Dipakai sekarang: media {first} (komputer ini) dan media {second} (stik).',
    'board.media.slow': 'Media kedua lambat',
    'board.media.slow.toDo':
      'Pemilih menunggu karenanya. Siapkan stik lain; cabut yang ini ketika antrean sepi, lalu pasang yang baru.',
    'board.media.shared': 'Kedua media ada di satu alat',
    'board.media.shared.toDo': 'Bila alat itu rusak, keduanya hilang. Pakai stik tersendiri.',
    'board.media.one': 'Hanya satu media dipakai sejak pukul {time}',
    'board.media.one.means':
      'Bila komputer ini rusak, hanya struk di kotak yang tersisa. Laptop cadangan tidak dapat mengambil alih. Pasang media baru bila ada.',
    'board.media.paused': 'Pelayanan berhenti sendiri: {what}',
    'board.media.paused.notHappened':
      'Tidak ada suara atau catatan yang hilang. Yang belum dinyatakan diterima tidak tercatat. Struk yang tergantung di bilik aman: bilik mengirim jawaban pemilih lagi sendiri. Pemilih tetap di biliknya; tidak ada yang perlu masuk.',
    'board.media.paused.second.toDo':
      'Stik yang hanya tersenggol dan utuh boleh dipasang lagi; yang jatuh, basah, atau penuh diganti stik kosong. Pasang di tempat yang sama, lalu dua orang menekan “Pasang media baru” di bagian Media.',
    'board.media.paused.first.toDo':
      'Kosongkan ruang di komputer ini atau panggil petugas teknis; pelayanan lanjut sendiri. Bila tidak bisa, laptop cadangan mengambil alih dengan stik ini.',
    'board.media.said': 'Teks asli, hanya untuk petugas teknis (bahasa Inggris)',
    'board.media.first.missing': 'media komputer ini tidak ada.',
    'board.media.first.pulled': 'media komputer ini terlepas.',
    'board.media.first.full': 'media komputer ini penuh.',
    'board.media.first.read-only': 'media komputer ini tidak dapat ditulisi.',
    'board.media.first.broken': 'media komputer ini rusak.',
    'board.media.first.foreign': 'media komputer ini milik tempat lain.',
    'board.media.first.older-copy': 'media komputer ini salinan lama.',
    'board.media.first.changed': 'isi media komputer ini bukan yang ditulis.',
    'board.media.second.missing': 'media kedua (stik) tidak terpasang.',
    'board.media.second.pulled': 'media kedua (stik) tercabut.',
    'board.media.second.full': 'media kedua (stik) penuh.',
    'board.media.second.read-only': 'media kedua (stik) tidak dapat ditulisi.',
    'board.media.second.broken': 'media kedua (stik) rusak.',
    'board.media.second.foreign': 'stik yang terpasang milik TPS lain.',
    'board.media.second.foreign.election':
      'stik yang terpasang berasal dari pemilihan atau latihan lain di TPS ini.',
    'board.media.second.older-copy': 'stik yang terpasang salinan lama: ada catatan yang kurang.',
    'board.media.second.changed': 'isi stik bukan yang ditulis mesin TPS ini.',
    'board.media.next': 'Media: {what} Lihat apa yang harus dilakukan.',

    'board.media.putIn': 'Pasang media baru',
    'board.media.putIn.means':
      'Stik yang terpasang sekarang diisi dari komputer ini seluruhnya, dibaca ulang, dan diberi nomor dan epoch baru. Isi lamanya dari pemilihan ini dihapus. Milik TPS, pemilihan, atau latihan lain tidak disentuh.',
    'board.media.putIn.ask': 'Isi stik yang terpasang sekarang sebagai media baru?',
    'board.media.putIn.yes': 'Ya, isi sekarang',
    'board.media.putIn.wait': 'Pengisian memakan waktu sampai satu menit. Jangan cabut stik.',
    'board.media.goOn': 'Lanjut dengan satu media',
    'board.media.goOn.means':
      'Pelayanan lanjut tanpa cadangan. Ini dicatat di berita acara dengan jamnya; laptop cadangan tidak lagi dapat mengambil alih dari stik yang lama.',
    'board.media.goOn.ask': 'Lanjut dengan satu media saja?',
    'board.media.goOn.yes': 'Ya, lanjut dengan satu',
    'board.media.label': 'Tulis di label stik: media {number}, epoch {epoch}.',

    'board.media.epochs': 'Riwayat media hari ini',
    'board.media.epoch': 'Epoch',
    'board.media.epoch.at': 'Pukul',
    'board.media.epoch.media': 'Media',
    'board.media.epoch.by': 'Dinyatakan oleh',
    'board.media.cause.prepared': 'Disiapkan',
    'board.media.cause.new-medium': 'Media baru dipasang',
    'board.media.cause.one-medium': 'Lanjut dengan satu media',
    'board.media.cause.takeover': 'Laptop cadangan mengambil alih',

    'board.refused.medium-refused': 'Media ini tidak dapat dipakai: {what}',
    'board.refused.medium-refused.toDo': 'Pasang stik lain yang kosong, lalu coba lagi.',
    'board.refused.medium-not-missing': 'Kedua media bekerja; tidak ada yang perlu diganti.',
    'board.refused.medium-not-missing.toDo': 'Bila ingin mengganti stik, cabut dahulu yang terpasang.',
    'board.refused.first-medium-fails': 'Media komputer ini sendiri gagal.',
    'board.refused.first-medium-fails.toDo':
      'Kosongkan ruang atau panggil petugas teknis. Bila tidak bisa, laptop cadangan mengambil alih.',
  },
  en: {
    'board.view.media': 'Media',
    'board.media.heading': 'Two storage media',
    'board.media.means':
      'Every entry is kept on this computer’s medium and on the second one (a stick) before it is said to be received. Should one fail, the other is complete.',
    'board.media.two': 'Both media work',
    'board.media.numbers': 'In use now: medium {first} (this computer) and medium {second} (the stick).',
    'board.media.slow': 'The second medium is slow',
    'board.media.slow.toDo':
      'Voters wait for it. Have another stick ready; pull this one when the queue is short, then put in the other.',
    'board.media.shared': 'Both media are on one device',
    'board.media.shared.toDo': 'Should it fail, both are lost. Use a stick of its own.',
    'board.media.one': 'Only one medium in use since {time}',
    'board.media.one.means':
      'Should this computer fail, only the slips in the box are left. A spare station cannot take over. Put in a new medium when there is one.',
    'board.media.paused': 'Service stopped by itself: {what}',
    'board.media.paused.notHappened':
      'No vote and no entry is lost. What was not said to be received is not recorded. A slip that hangs in a booth is safe: the booth sends the voter’s answer again by itself. Voters stay in their booths; nobody needs to come in.',
    'board.media.paused.second.toDo':
      'A stick that was only knocked loose and is whole may be put back; one that fell, got wet or is full is replaced by an empty one. Put it in the same place; then two people press “Put in a new medium” in the part “Media”.',
    'board.media.paused.first.toDo':
      'Make room on this computer or call the technician; service goes on by itself. If that is impossible, the spare station takes over with this stick.',
    'board.media.said': 'Raw text, for the technician only',
    'board.media.first.missing': 'this computer’s medium is missing.',
    'board.media.first.pulled': 'this computer’s medium is gone.',
    'board.media.first.full': 'this computer’s medium is full.',
    'board.media.first.read-only': 'this computer’s medium cannot be written.',
    'board.media.first.broken': 'this computer’s medium is broken.',
    'board.media.first.foreign': 'this computer’s medium belongs elsewhere.',
    'board.media.first.older-copy': 'this computer’s medium is an older copy.',
    'board.media.first.changed': 'this computer’s medium does not hold what was written.',
    'board.media.second.missing': 'the second medium (stick) is not in place.',
    'board.media.second.pulled': 'the second medium (stick) was pulled.',
    'board.media.second.full': 'the second medium (stick) is full.',
    'board.media.second.read-only': 'the second medium (stick) cannot be written.',
    'board.media.second.broken': 'the second medium (stick) is broken.',
    'board.media.second.foreign': 'the stick that is in place belongs to another polling place.',
    'board.media.second.foreign.election':
      'the stick that is in place is of another election or exercise of this polling place.',
    'board.media.second.older-copy': 'the stick that is in place is an older copy: entries are missing.',
    'board.media.second.changed': 'the stick does not hold what this station wrote.',
    'board.media.next': 'Media: {what} See what must be done.',

    'board.media.putIn': 'Put in a new medium',
    'board.media.putIn.means':
      'The stick that is in place now is filled from this computer, read back, and gets a new number and epoch. What it held of this election is deleted. A stick of another polling place, election or exercise is not touched.',
    'board.media.putIn.ask': 'Fill the stick that is in place now as the new medium?',
    'board.media.putIn.yes': 'Yes, fill it now',
    'board.media.putIn.wait': 'Filling takes up to a minute. Do not pull the stick.',
    'board.media.goOn': 'Go on with one medium',
    'board.media.goOn.means':
      'Service goes on without a copy. The minutes say so, with the time; a spare station can no longer take over from the old stick.',
    'board.media.goOn.ask': 'Go on with one medium only?',
    'board.media.goOn.yes': 'Yes, go on with one',
    'board.media.label': 'Write on the stick’s label: medium {number}, epoch {epoch}.',

    'board.media.epochs': 'The media today',
    'board.media.epoch': 'Epoch',
    'board.media.epoch.at': 'Time',
    'board.media.epoch.media': 'Media',
    'board.media.epoch.by': 'Confirmed by',
    'board.media.cause.prepared': 'Prepared',
    'board.media.cause.new-medium': 'New medium put in',
    'board.media.cause.one-medium': 'Went on with one medium',
    'board.media.cause.takeover': 'Spare station took over',

    'board.refused.medium-refused': 'This medium cannot be used: {what}',
    'board.refused.medium-refused.toDo': 'Put in another, empty stick and try again.',
    'board.refused.medium-not-missing': 'Both media work; nothing is to be replaced.',
    'board.refused.medium-not-missing.toDo': 'To replace the stick, pull the one in place first.',
    'board.refused.first-medium-fails': 'This computer’s own medium fails.',
    'board.refused.first-medium-fails.toDo':
      'Make room or call the technician. If that is impossible, the spare station takes over.',
  },
});
