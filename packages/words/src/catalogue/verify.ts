import { catalogue } from '../phrases.ts';

/** What `bilik verify` says of a record. The rules and faults themselves are worded in @bilik/ballot. */
export const verify = catalogue({
  id: {
    'verify.record': 'rekaman',
    'verify.byte': 'byte',
    'verify.ballot': 'surat suara',
    'verify.trustee': 'pemegang kunci',
    'verify.more': 'dan {count} lagi',
    'verify.election': 'Pemilihan',
    'verify.fingerprint': 'Sidik pemilihan',
    'verify.recordHash': 'Sidik arsip',
    'verify.fileSha256': 'SHA-256 berkas',
    'verify.fileBytes': 'Panjang berkas (byte)',
    'verify.ballots': 'Surat suara',
    'verify.counted': '{all} (dihitung: {counted})',
    'verify.credentials': 'Hak suara',
    'verify.trustees': 'Pemegang kunci',
    'verify.kind': 'Jenis pemilihan',
    'verify.kind.exercise': 'LATIHAN',
    'verify.kind.real': 'sungguhan',
    'verify.profile': 'Bentuk arsip',
    'verify.votes': '{count|suara|suara}',
    'verify.blank': '(suara kosong)',
    'verify.progress': 'surat suara diperiksa',

    'verify.exercise':
      '!! LATIHAN / EXERCISE: arsip ini dari latihan, bukan pemilihan sungguhan. Angkanya tidak memilih siapa pun.',
    'verify.verdict.right': 'BENAR: arsip lengkap dan setiap aturan yang diperiksa terpenuhi.',
    'verify.verdict.incomplete': 'BELUM LENGKAP: yang ada benar, tetapi arsip belum selesai.',
    'verify.verdict.wrong': 'SALAH: arsip ini tidak boleh dipercaya.',
    'verify.verdict.unreadable': 'TIDAK TERBACA: ini bukan arsip pemilihan.',
    'verify.verdict.filesMissing':
      'BELUM DAPAT DIPASTIKAN: arsipnya sendiri benar, tetapi berkas di sampingnya tidak ada atau tertukar. Perbaiki perintahnya, lalu ulangi.',
    'verify.noOrigin':
      'Konsisten; asal-usul tidak ditunjukkan. (Gunakan --expect dengan sidik yang diumumkan, atau --result.)',
    'verify.origin': 'Asal-usul ditunjukkan.',
    'verify.fileNotPinned':
      'Sidik arsip mencakup seluruh isi, tetapi tidak waktu dalam kepala rekaman. Apakah berkasnya sama byte demi byte: pakai --result, atau bandingkan SHA-256 berkas di atas.',
    'verify.stated':
      'Menurut result.json yang ditandatangani TPS. Yang tidak dapat dihitung dari arsip hanyalah keterangan TPS:',
    'verify.stated.people':
      'terdaftar {registered} · hadir {users} · suara masuk {casts} · ditinggalkan {abandoned}',
    'verify.stated.cards': 'kartu disiapkan {pool} · dipakai {used} · batal {voided}',
    'verify.stated.slipCount':
      '!! HITUNGAN TANGAN STRUK adalah hasilnya, karena pemegang kunci tidak cukup. Arsip tidak dapat membuktikannya:',
    'verify.stated.mobile':
      '!! SURAT SUARA KELOMPOK KELILING ikut dihitung (kata TPS sendiri; arsip tidak dapat membuktikannya): {checkIns} pemilih, {taken} dibawa, {used} dipakai, {unused} tidak dipakai, {spoiled} rusak. Hasil bersama surat suara itu:',
    'verify.stated.mobile.inBox':
      '!! {inBox} surat suara kelompok keliling dihitung dari kotak, dan ada di dalam hasil.',
    'verify.stated.heldSum': '!! MENAHAN HASIL: seharusnya {sum}; tertulis {left} dan {right}{where}.',
    'verify.stated.difference':
      '!! SELISIH PADA STRUK ATAU KERTAS: seharusnya {sum}; tertulis {left} dan {right}{where}.',
    'verify.stated.held': '!! HASIL DITAHAN: ada angka yang tidak cocok, dan TPS menyebutkannya: {reasons}.',
    'verify.noVoidList':
      '!! DAFTAR KARTU BATAL TIDAK DIPERIKSA. Arsip bisa memuat surat suara yang menurut TPS sendiri BATAL; tanpa daftar itu tidak terlihat. Ulangi dengan --void void.json.',
    'verify.trackerHint':
      'Pemilih dapat melihat sendiri apakah nomor struk pelacaknya ada dalam arsip: ulangi dengan --tracker "NOMOR". Daftar kartu batal dibuat oleh TPS. Bila suara SAH ditukar dengan suara BATAL di arsip dan di daftar sekaligus, hanya struk pelacak dan hitung tangan struk SAH yang menunjukkannya.',

    'verify.notChecked': 'tidak diperiksa',
    'verify.notChecked.without': 'tidak diperiksa: tanpa {option}',
    'verify.notChecked.broken': 'tidak diperiksa: arsip rusak',

    'verify.expect.noFingerprint':
      'Yang tertulis sesudah --expect bukan sidik arsip: {count} tanda, seharusnya 64 angka heksadesimal (0–9 dan a–f). Salin seluruhnya dari pengumuman. Arsip tidak diperiksa.',

    'verify.tracker.wrongLength':
      'Nomor sesudah --tracker bukan nomor struk pelacak: terdiri dari {count} tanda, seharusnya 43. Arsip tidak diperiksa.',
    'verify.tracker.foreignCharacter':
      'Nomor sesudah --tracker bukan nomor struk pelacak: tanda {sign} tidak ada di struk mana pun (hanya huruf A–Z dan a–z, angka, + dan /). Arsip tidak diperiksa.',
    'verify.tracker.lastCharacter':
      'Nomor sesudah --tracker salah ketik: tanda terakhir, {sign}, tidak mungkin benar. Bandingkan huruf O dengan angka 0, dan huruf besar I, huruf kecil l, dan angka 1. Arsip tidak diperiksa.',
    'verify.tracker.notFound.neither':
      '!! SURAT SUARA YANG DICARI TIDAK DITEMUKAN: nomor struk pelacak ini tidak ada dalam arsip dan tidak ada dalam daftar kartu batal.',
    'verify.tracker.notFound.record':
      '!! SURAT SUARA YANG DICARI TIDAK DITEMUKAN: nomor struk pelacak ini tidak ada dalam arsip; daftar kartu batal tidak diperiksa.',
    'verify.tracker.record.in': 'Struk pelacak: nomor ini ADA dalam arsip.',
    'verify.tracker.record.absent': 'Struk pelacak: nomor ini TIDAK ADA dalam arsip.',
    'verify.tracker.record.unknown':
      'Struk pelacak: nomor ini tidak ditemukan, tetapi arsip rusak sebelum habis dibaca. Ulangi dengan salinan yang utuh.',
    'verify.tracker.void.spoiled':
      'Nomor ini ada dalam daftar kartu batal: menurut TPS struk pilihannya BATAL. Bila struk itu diberi tanda SAH di depan Anda, bawa struk pelacak kepada ketua dan pengawas.',
    'verify.tracker.void.proved':
      'Nomor ini ada dalam daftar kartu batal: menurut TPS surat suara ini dibuka dalam uji mesin. Bila Anda tidak menguji mesin, bawa struk pelacak kepada ketua dan pengawas.',
    'verify.tracker.void.not-checked':
      'Apakah nomor ini ada dalam daftar kartu batal tidak diketahui. Ulangi dengan --void void.json.',
    'verify.tracker.nowhere':
      'Nomor ini juga tidak ada dalam daftar kartu batal. Periksa lagi huruf besar dan kecilnya. Bila tetap tidak ada dan struk pilihannya diberi tanda SAH, bawa struk pelacak kepada ketua dan pengawas.',

    'verify.noRecord': '{path}: {looks}.',
    'verify.whereRecord':
      'Arsip pemilihan adalah satu berkas bernama record.bel. Unduh di papan TPS, bagian Hasil, atau minta kepada saksi.',
    'verify.recordInFolder': 'Arsipnya mungkin: {path}',
    'verify.looks.record':
      'ini berawal seperti arsip pemilihan, tetapi rusak atau tidak terbaca; unduh sekali lagi',
    'verify.looks.empty': 'berkas ini kosong',
    'verify.looks.void-list': 'ini daftar kartu batal (void.json), bukan arsip; tempatnya sesudah --void',
    'verify.looks.signed-result':
      'ini hasil bertanda tangan (result.json), bukan arsip; tempatnya sesudah --result',
    'verify.looks.pdf': 'ini dokumen PDF (mungkin berita acara), bukan arsip pemilihan',
    'verify.looks.picture': 'ini gambar, bukan arsip pemilihan',
    'verify.looks.web-page': 'ini halaman web yang tersimpan, bukan arsip pemilihan',
    'verify.looks.compressed':
      'ini berkas terkompresi atau dokumen kantor (ZIP, XLSX, GZ); bila arsip ada di dalamnya, keluarkan dahulu',
    'verify.looks.other-archive': 'ini arsip TAR biasa, bukan arsip pemilihan',
    'verify.looks.other-json': 'ini berkas JSON lain, bukan arsip pemilihan',
    'verify.looks.text': 'ini teks biasa, bukan arsip pemilihan',
    'verify.looks.unknown': 'ini bukan arsip pemilihan; jenis berkasnya tidak dikenal',
    'verify.looks.missing': 'tidak ada berkas dengan nama ini; periksa nama dan foldernya',
    'verify.looks.folder': 'ini folder, bukan berkas',
    'verify.looks.no-plain-file':
      'ini bukan berkas biasa; simpan dahulu arsipnya ke sebuah berkas, karena ia dibaca dua kali',
    'verify.looks.not-permitted': 'Anda tidak diizinkan membaca berkas ini; minta izin atau salin dahulu',
    'verify.looks.unreadable': 'isi berkas ini tidak dapat dibaca dari medianya; coba salinan lain',
  },
  en: {
    'verify.record': 'record',
    'verify.byte': 'byte',
    'verify.ballot': 'ballot',
    'verify.trustee': 'trustee',
    'verify.more': 'and {count} more',
    'verify.election': 'Election',
    'verify.fingerprint': 'Election fingerprint',
    'verify.recordHash': 'Record fingerprint',
    'verify.fileSha256': 'SHA-256 of the file',
    'verify.fileBytes': 'Length of the file (bytes)',
    'verify.ballots': 'Ballots',
    'verify.counted': '{all} (counted: {counted})',
    'verify.credentials': 'Credentials',
    'verify.trustees': 'Trustees',
    'verify.kind': 'Kind of election',
    'verify.kind.exercise': 'EXERCISE',
    'verify.kind.real': 'real',
    'verify.profile': 'Form of record',
    'verify.votes': '{count|vote|votes}',
    'verify.blank': '(blank)',
    'verify.progress': 'ballots checked',

    'verify.exercise':
      '!! EXERCISE / LATIHAN: this record is from an exercise, not from a real election. Its figures elect nobody.',
    'verify.verdict.right': 'RIGHT: the record is complete and every rule that was checked holds.',
    'verify.verdict.incomplete': 'INCOMPLETE: what is there is right, but the record is not finished.',
    'verify.verdict.wrong': 'WRONG: this record must not be trusted.',
    'verify.verdict.unreadable': 'UNREADABLE: this is no election record.',
    'verify.verdict.filesMissing':
      'NOT SETTLED: the record by itself is right, but a file beside it is missing or in the wrong place. Mend the command and repeat it.',
    'verify.noOrigin':
      'Consistent; origin not shown. (Use --expect with the posted fingerprint, or --result.)',
    'verify.origin': 'Origin shown.',
    'verify.fileNotPinned':
      'The record’s fingerprint covers all of its content, but not the times in its headers. Whether the file is the same byte for byte: use --result, or compare the SHA-256 of the file above.',
    'verify.stated':
      'By result.json, signed by the polling place. What cannot be counted from the record is only its word:',
    'verify.stated.people': 'registered {registered} · came {users} · casts {casts} · abandoned {abandoned}',
    'verify.stated.cards': 'cards prepared {pool} · used {used} · void {voided}',
    'verify.stated.slipCount':
      '!! THE HAND COUNT OF THE SLIPS is the result, because the trustees were too few. The record cannot prove it:',
    'verify.stated.mobile':
      '!! PAPER OF A MOBILE GROUP is counted too (the polling place’s own word; the record cannot prove it): {checkIns} voters, {taken} ballots taken, {used} used, {unused} unused, {spoiled} spoiled. The result with that paper:',
    'verify.stated.mobile.inBox':
      '!! {inBox} {inBox|ballot|ballots} of the mobile group {inBox|was|were} counted out of the box and {inBox|is|are} in the result.',
    'verify.stated.heldSum': '!! HOLDS THE RESULT: {sum} should be; written are {left} and {right}{where}.',
    'verify.stated.difference':
      '!! SLIPS OR PAPER DIFFER: {sum} should be; written are {left} and {right}{where}.',
    'verify.stated.held':
      '!! THE RESULT IS HELD: some figures do not add up, and the polling place names them: {reasons}.',
    'verify.noVoidList':
      '!! VOID LIST NOT CHECKED. A record can carry a ballot that the polling place itself calls void (BATAL); without that list nobody sees it. Repeat with --void void.json.',
    'verify.trackerHint':
      'Voters can see for themselves whether the number of their tracker slip is in the record: repeat with --tracker "NUMBER". The void list is made by the polling place. If a SAH ballot was swapped for a BATAL one in the record and in the list alike, only tracker slips and the hand count of SAH slips show it.',

    'verify.notChecked': 'not checked',
    'verify.notChecked.without': 'not checked: without {option}',
    'verify.notChecked.broken': 'not checked: the record is broken',

    'verify.expect.noFingerprint':
      'What follows --expect is no fingerprint of a record: {count} {count|character|characters} instead of 64 hexadecimal digits (0–9 and a–f). Copy it whole from the posted paper. The record was not checked.',

    'verify.tracker.wrongLength':
      'What follows --tracker is no number of a tracker slip: it has {count} {count|character|characters} instead of 43. The record was not checked.',
    'verify.tracker.foreignCharacter':
      'What follows --tracker is no number of a tracker slip: the character {sign} is on no slip (only letters A–Z and a–z, digits, + and /). The record was not checked.',
    'verify.tracker.lastCharacter':
      'What follows --tracker is mistyped: its last character, {sign}, cannot be right. Compare the letter O with the digit 0, and capital I, small l and the digit 1. The record was not checked.',
    'verify.tracker.notFound.neither':
      '!! THE BALLOT LOOKED FOR WAS NOT FOUND: the number of this tracker slip is neither in the record nor in the void list.',
    'verify.tracker.notFound.record':
      '!! THE BALLOT LOOKED FOR WAS NOT FOUND: the number of this tracker slip is not in the record; the void list was not checked.',
    'verify.tracker.record.in': 'Tracker slip: this number IS in the record.',
    'verify.tracker.record.absent': 'Tracker slip: this number is NOT in the record.',
    'verify.tracker.record.unknown':
      'Tracker slip: this number was not found, but the record is damaged before its end. Repeat with a whole copy.',
    'verify.tracker.void.spoiled':
      'This number is in the void list: the polling place says that its choice slip is BATAL. If that slip was marked SAH before your eyes, take the tracker slip to the chair and the supervisor.',
    'verify.tracker.void.proved':
      'This number is in the void list: the polling place says that this ballot was opened in a machine test. If you did not test the machine, take the tracker slip to the chair and the supervisor.',
    'verify.tracker.void.not-checked':
      'Whether this number is in the void list is not known. Repeat with --void void.json.',
    'verify.tracker.nowhere':
      'Nor is this number in the void list. Check capital and small letters again. If it stays missing and its choice slip was marked SAH, take the tracker slip to the chair and the supervisor.',

    'verify.noRecord': '{path}: {looks}.',
    'verify.whereRecord':
      'An election record is one file called record.bel. Download it at the board of the polling place, under Result, or ask a witness for it.',
    'verify.recordInFolder': 'The record may be: {path}',
    'verify.looks.record':
      'this begins like an election record, but is damaged or cannot be read; download it again',
    'verify.looks.empty': 'this file is empty',
    'verify.looks.void-list': 'this is a void list (void.json), no record; it belongs after --void',
    'verify.looks.signed-result':
      'this is a signed result (result.json), no record; it belongs after --result',
    'verify.looks.pdf': 'this is a PDF document (the minutes, perhaps), no election record',
    'verify.looks.picture': 'this is a picture, no election record',
    'verify.looks.web-page': 'this is a saved web page, no election record',
    'verify.looks.compressed':
      'this is a compressed file or an office document (ZIP, XLSX, GZ); if the record is inside, take it out first',
    'verify.looks.other-archive': 'this is an ordinary TAR archive, no election record',
    'verify.looks.other-json': 'this is another JSON file, no election record',
    'verify.looks.text': 'this is plain text, no election record',
    'verify.looks.unknown': 'this is no election record; its kind is unknown',
    'verify.looks.missing': 'there is no file of this name; check the name and the folder',
    'verify.looks.folder': 'this is a folder, not a file',
    'verify.looks.no-plain-file':
      'this is no ordinary file; save the record into a file first, because it is read twice',
    'verify.looks.not-permitted': 'you may not read this file; ask for permission or copy it first',
    'verify.looks.unreadable': 'the content of this file cannot be read from its medium; try another copy',
  },
});
