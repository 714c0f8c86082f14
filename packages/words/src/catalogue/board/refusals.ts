import { catalogue } from '../../phrases.ts';

/** Why the station did not do what the board asked. */
export const boardRefusals = catalogue({
  id: {
    'board.refused.nothing': 'Tidak ada yang berubah.',
    'board.refused.phase-refused': 'Perintah ini belum bisa dijalankan.',
    'board.refused.phase-refused.toDo': 'Lihat keadaan TPS di atas, lalu coba lagi.',
    'board.refused.person-unknown': 'Salah satu orang yang dipilih tidak ada di daftar petugas.',
    'board.refused.person-unknown.toDo': 'Muat ulang halaman ini, lalu pilih lagi.',
    'board.refused.same-person-twice': 'Orang yang sama dipilih dua kali.',
    'board.refused.same-person-twice.toDo': 'Pilih orang yang berbeda.',
    'board.refused.not-after-sealing': 'Hasil sudah disegel.',
    'board.refused.not-after-sealing.toDo':
      'Koreksi hanya lewat panitia desa, dengan berita acara tersendiri.',
    'board.refused.not-sealed-yet': 'Arsip belum ditutup.',
    'board.refused.not-sealed-yet.toDo': 'Tutup pemungutan suara lebih dahulu.',
    'board.refused.already-counted': 'Jumlah sudah dibuka. Bagian ini tidak diperlukan lagi.',
    'board.refused.already-counted.toDo': 'Tidak ada. Simpan berkasnya.',
    'board.refused.share-refused': 'Bagian pemegang kunci ini tidak cocok dengan arsip TPS ini.',
    'board.refused.share-refused.toDo':
      'Ambil lagi arsip dari mesin ini, periksa di perangkatnya, dan bawa bagian yang baru.',
    'board.refused.opening-failed': 'Bagian-bagian itu tidak membuka jumlahnya.',
    'board.refused.opening-failed.toDo':
      'Panggil petugas teknis. Arsip tetap utuh; pemegang kunci lain bisa membawa bagiannya.',
    'board.refused.record-damaged':
      'Berkas arsip di mesin TPS bukan lagi yang ditulis, dan tidak dapat dibuat ulang: {files}.',
    'board.refused.record-damaged.toDo':
      'Hentikan penghitungan, panggil petugas teknis dan pengawas, dan tulis di berita acara. Struk di kotak tetap tersegel.',
    'board.refused.record-not-right': 'Pemeriksa umum menolak arsip ini, sehingga hasil tidak disegel.',
    'board.refused.record-not-right.toDo':
      'Panggil petugas teknis dan pengawas, dan tulis temuan ini di berita acara:',
    'board.refused.record-not-right.ballot': 'surat suara {hash}…: {what}',
    'board.refused.changed-while-sealing': 'Angka atau berkas berubah selagi arsip diperiksa.',
    'board.refused.changed-while-sealing.toDo': 'Periksa isian dan hitungan tangan, lalu segel sekali lagi.',
    'board.refused.store-failed': 'Penyimpanan mesin TPS menolak catatan ini.',
    'board.refused.store-failed.toDo': 'Jeda pelayanan dan panggil petugas teknis.',
    'board.refused.polls-not-open':
      'Hak suara hanya bisa ditutup selama pemungutan suara dibuka atau dijeda.',
    'board.refused.polls-not-open.toDo': 'Lihat keadaan TPS di atas.',
    'board.refused.count-not-positive': 'Jumlahnya harus 1 atau lebih.',
    'board.refused.count-not-positive.toDo': 'Hitung lagi, lalu tulis jumlah orang yang pergi.',
    'board.refused.exceeds-open-releases': 'Sekarang hanya {open} hak suara yang masih terbuka.',
    'board.refused.exceeds-open-releases.toDo': 'Ada yang baru saja memilih. Hitung lagi.',
    'board.refused.figures-changed': 'Hak suara ditutup dari tablet lain sesudah Anda melihat angkanya.',
    'board.refused.figures-changed.toDo':
      'Angkanya sudah lain. Lihat lagi di atas, lalu tulis berapa orang yang pergi.',
    'board.refused.not-zero': 'Ada hitungan yang tidak nol.',
    'board.refused.not-zero.toDo': 'Jangan buka pemungutan suara. Panggil petugas teknis dan pengawas.',
    'board.refused.zero-report-not-prepared': 'Laporan nol belum disiapkan.',
    'board.refused.zero-report-not-prepared.toDo': 'Siapkan laporannya, cetak, lalu tandatangani.',
    'board.refused.zero-report-other-paper': 'Yang ditandatangani bukan laporan nol dari mesin ini.',
    'board.refused.zero-report-other-paper.toDo': 'Muat ulang halaman ini, cetak lagi, dan tandatangani.',
    'board.refused.zero-report-not-reproduced':
      'Mesin ini tidak dapat membuat lagi kertas yang persis sama dengan yang disiapkan.',
    'board.refused.zero-report-not-reproduced.toDo':
      'Pakai kertas yang sudah dicetak, dan panggil petugas teknis.',
    'board.refused.not-before-closing': 'Pemungutan suara belum ditutup.',
    'board.refused.not-before-closing.toDo': 'Tutup pemungutan suara, lalu hitung.',
    'board.refused.hand-count-is-result': 'Hitungan struk ini sudah menjadi hasil, dan tidak diubah lagi.',
    'board.refused.hand-count-is-result.toDo': 'Tulis keberatan atau kejadian khusus di berita acara.',
    'board.refused.correction-needs-reason': 'Hitungan yang sudah tersimpan hanya diubah dengan alasan.',
    'board.refused.correction-needs-reason.toDo': 'Tulis alasannya, lalu simpan lagi.',
    'board.refused.written-meanwhile': 'Tablet lain sudah menyimpan isian yang lebih baru.',
    'board.refused.written-meanwhile.toDo':
      'Yang Anda ketik masih ada. Cocokkan dengan rekan di tablet itu, lalu simpan lagi.',
    'board.refused.role-does-not-fit': 'Salah satu orang dipilih untuk peran yang bukan perannya.',
    'board.refused.role-does-not-fit.toDo': 'Muat ulang halaman ini, lalu pilih lagi.',
    'board.reason.not-from-here': 'Perintah ini tidak ada pada tahap sekarang.',
    'board.reason.unknown-person': 'Salah satu orang tidak ada di daftar petugas.',
    'board.reason.needs-people': 'Perlu {count} orang yang berbeda.',
    'board.reason.role-may-not': 'Hanya ketua dan anggota yang boleh menyatakannya.',
    'board.reason.needs-leader': 'Salah satunya harus ketua.',
    'board.reason.precondition': 'Harus terpenuhi dulu: {what}.',
  },
  en: {
    'board.refused.nothing': 'Nothing was changed.',
    'board.refused.phase-refused': 'This command cannot be carried out yet.',
    'board.refused.phase-refused.toDo': 'Look at the state of the polling place above, then try again.',
    'board.refused.person-unknown': 'One of the chosen people is not on the list of people here.',
    'board.refused.person-unknown.toDo': 'Reload this page, then choose again.',
    'board.refused.same-person-twice': 'The same person was chosen twice.',
    'board.refused.same-person-twice.toDo': 'Choose different people.',
    'board.refused.not-after-sealing': 'The result is sealed.',
    'board.refused.not-after-sealing.toDo':
      'Corrections only through the village committee, with minutes of their own.',
    'board.refused.not-sealed-yet': 'The record is not closed yet.',
    'board.refused.not-sealed-yet.toDo': 'Close voting first.',
    'board.refused.already-counted': 'The sum is already open. This share is not needed any more.',
    'board.refused.already-counted.toDo': 'Nothing. Keep the file.',
    'board.refused.share-refused': 'This trustee’s share does not fit the record of this polling place.',
    'board.refused.share-refused.toDo':
      'Take the record from this machine again, check it on the device, and bring the new share.',
    'board.refused.opening-failed': 'These shares do not open the sum.',
    'board.refused.opening-failed.toDo':
      'Call the technician. The record is whole; other trustees can bring their shares.',
    'board.refused.record-damaged':
      'Files of the record on the polling-place machine are not what was written, and cannot be made again: {files}.',
    'board.refused.record-damaged.toDo':
      'Stop counting, call the technician and the supervisor, and write it into the minutes. The slips stay sealed in their box.',
    'board.refused.record-not-right':
      'The public verifier refuses this record, so the result was not sealed.',
    'board.refused.record-not-right.toDo':
      'Call the technician and the supervisor, and write these findings into the minutes:',
    'board.refused.record-not-right.ballot': 'ballot {hash}…: {what}',
    'board.refused.changed-while-sealing': 'Figures or files changed while the record was being verified.',
    'board.refused.changed-while-sealing.toDo': 'Check the fields and the hand count, then seal once more.',
    'board.refused.store-failed': 'The storage of the polling-place machine did not take this entry.',
    'board.refused.store-failed.toDo': 'Pause and call the technician.',
    'board.refused.polls-not-open': 'Releases can be closed only while voting is open or paused.',
    'board.refused.polls-not-open.toDo': 'Look at the state of the polling place above.',
    'board.refused.count-not-positive': 'The number must be 1 or more.',
    'board.refused.count-not-positive.toDo': 'Count again, then write how many people left.',
    'board.refused.exceeds-open-releases': 'Only {open} {open|release is|releases are} open now.',
    'board.refused.exceeds-open-releases.toDo': 'Somebody has just voted. Count again.',
    'board.refused.figures-changed':
      'Releases were closed from another tablet after you looked at the figures.',
    'board.refused.figures-changed.toDo':
      'The figures are others now. Look again above, then write how many people left.',
    'board.refused.not-zero': 'A count is not zero.',
    'board.refused.not-zero.toDo': 'Do not open voting. Call the technician and the supervisor.',
    'board.refused.zero-report-not-prepared': 'The zero report is not prepared yet.',
    'board.refused.zero-report-not-prepared.toDo': 'Prepare the report, print it, then sign it.',
    'board.refused.zero-report-other-paper': 'What was signed is not the zero report of this machine.',
    'board.refused.zero-report-other-paper.toDo': 'Reload this page, print again, and sign.',
    'board.refused.zero-report-not-reproduced':
      'This machine cannot make the very same paper again that was prepared.',
    'board.refused.zero-report-not-reproduced.toDo': 'Use the printed paper, and call the technician.',
    'board.refused.not-before-closing': 'Voting is not closed yet.',
    'board.refused.not-before-closing.toDo': 'Close voting, then count.',
    'board.refused.hand-count-is-result':
      'This count of slips became the result, and is not changed any more.',
    'board.refused.hand-count-is-result.toDo': 'Write an objection or an incident into the minutes.',
    'board.refused.correction-needs-reason': 'A count that was saved is changed only with a reason.',
    'board.refused.correction-needs-reason.toDo': 'Write the reason, then save again.',
    'board.refused.written-meanwhile': 'Another tablet has saved newer entries.',
    'board.refused.written-meanwhile.toDo':
      'What you typed is still here. Compare with your colleague at that tablet, then save again.',
    'board.refused.role-does-not-fit': 'One of the people was chosen for a role that is not theirs.',
    'board.refused.role-does-not-fit.toDo': 'Reload this page, then choose again.',
    'board.reason.not-from-here': 'There is no such command at this stage.',
    'board.reason.unknown-person': 'One of the people is not on the list of people here.',
    'board.reason.needs-people': '{count} different {count|person is|people are} needed.',
    'board.reason.role-may-not': 'Only chair and members may declare it.',
    'board.reason.needs-leader': 'One of them must be the chair.',
    'board.reason.precondition': 'First this must hold: {what}.',
  },
});
