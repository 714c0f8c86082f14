import { catalogue } from '../../phrases.ts';

/** The result, its sums and files, and how anyone checks them; a card or a proof looked at. */
export const boardResult = catalogue({
  id: {
    'board.result.notYet': 'Hasil belum dibuka.',
    'board.result.notYet.notHappened': 'Belum ada yang tahu jumlahnya, mesin ini pun tidak.',
    'board.result.notYet.toDo':
      'Sesudah ditutup, {need} pemegang kunci memeriksa arsip dan membuka jumlahnya bersama.',
    'board.result.provisional': 'Sementara',
    'board.result.provisional.means': 'Belum disegel. Angka ini berlaku sesudah berita acara lengkap.',
    'board.result.option': 'Pilihan',
    'board.result.votes': 'Suara',
    'board.result.share': 'Bagian dari suara sah',
    'board.result.bars':
      'Batang penuh berarti semua suara sah, yaitu {count}; persen calon dihitung darinya.',
    'board.result.blankMeans': 'bukan suara sah',
    'board.result.tied': 'Suara terbanyak di TPS ini sama, masing-masing {votes}: {names}.',
    'board.result.tied.toDo':
      'Umumkan apa adanya. Siapa yang terpilih diputuskan panitia desa menurut aturan, bukan papan ini.',
    'board.result.slips': 'Struk',
    'board.result.slipCount': '{count} struk',
    'board.result.held': 'Arsip ini ditahan, karena tidak cocok: {reasons}.',
    'board.result.wouldBeHeld': 'Belum cocok: {reasons}.',
    'board.result.held.notHappened': 'Tidak ada angka yang diperbaiki diam-diam.',
    'board.result.held.toDo': 'Serahkan kepada panitia desa. Hasilnya direkap sesudah sebabnya diperiksa.',
    'board.result.wouldBeHeld.toDo':
      'Hitung lagi, dan perbaiki bila ada yang salah tulis. Bila disegel begini, arsip ditahan sampai panitia memeriksa sebabnya.',

    'board.secrecy.notHappened':
      'Tidak ada angka yang diubah, dan pilihan siapa pun tidak dibuka satu per satu.',
    'board.secrecy.toDo.notSealed':
      'Beri tahu ketua dan saksi sekarang, sebelum hasil disegel dan diumumkan. Bila ada yang keberatan, tulis di bagian keberatan.',
    'board.secrecy.toDo.sealed':
      'Sebutkan ini kepada siapa pun yang bertanya tentang kerahasiaan di TPS ini.',

    'board.minutesSigned': 'Berita acara yang tercetak',

    'board.sums': 'Hitungan yang harus cocok',
    'board.sums.unknown': 'Belum dihitung',

    'board.tracker': 'Struk pelacak Anda',
    'board.tracker.means':
      'Bawa struk pelacak dari bilik. Halaman ini mengunduh arsip dan daftar kartu batal seperti siapa saja, dan mencari surat suara bernomor itu di dalamnya. Pilihan Anda tidak terlihat.',
    'board.tracker.number': 'Nomor di struk pelacak, 43 tanda',
    'board.tracker.number.hint':
      'Kelompok demi kelompok, dengan atau tanpa spasi. Huruf besar dan kecil dibedakan.',
    'board.tracker.look': 'Cari di arsip',
    'board.tracker.mistyped': 'Nomor di struk pelacak terdiri dari 43 tanda; yang diketik {count}.',
    'board.tracker.badSign':
      'Tanda {sign} tidak ada di struk mana pun: nomor itu hanya berisi huruf A–Z dan a–z, angka, + dan /. Cocokkan lagi dengan struknya.',
    'board.tracker.lastSign':
      'Tanda terakhir, {sign}, tidak mungkin benar: sebuah nomor struk tidak pernah berakhir begitu. Bandingkan huruf O dengan angka 0, dan huruf besar I, huruf kecil l, dan angka 1.',
    'board.tracker.counted': 'Surat suara ini ada di arsip dan ikut dihitung.',
    'board.tracker.counted.means':
      'Ia tersimpan persis seperti disandikan di bilik. Apakah jumlahnya benar, diperiksa di bawah.',
    'board.tracker.spoiled': 'Surat suara ini dibatalkan: struknya bertanda BATAL.',
    'board.tracker.proved': 'Surat suara ini dibuka untuk uji mesin, jadi tidak dihitung.',
    'board.tracker.void.means':
      'Yang dihitung adalah surat suara yang dibuat pemilihnya sesudah itu; nomornya ada di struk pelacak yang lain. Bila struk pilihannya dicetak SAH di depan Anda, bawa struk pelacak ini ke ketua dan pengawas.',
    'board.tracker.absent': 'Nomor ini tidak ada di arsip, dan tidak ada di daftar kartu batal.',
    'board.tracker.absent.toDo':
      'Cocokkan lagi setiap tanda, juga nama TPS di struk. Bila sudah sama, simpan struknya dan laporkan kepada ketua dan pengawas.',
    'board.tracker.damaged': 'Arsip yang diunduh tidak utuh.',
    'board.tracker.damaged.toDo': 'Coba lagi. Bila tetap begini, panggil pengawas.',

    'board.files': 'Berkas untuk semua orang',
    'board.files.means':
      'Bagikan semua berkas ini kepada setiap saksi. Siapa saja bisa memeriksanya, kapan saja, tanpa mesin ini.',
    'board.files.codePage':
      'periksa-qr.html memeriksa kode pada kertas di ponsel mana pun, tanpa jaringan. Pindai dahulu kunci pada laporan nol.',
    'board.files.beforeSeal': 'Arsip sudah bisa diperiksa. Hasil bertanda tangan ada sesudah disegel.',
    'board.files.bySlips':
      'Jumlah tidak pernah dibuka, jadi arsip lengkap tidak ada. Hasilnya adalah hitungan struk di atas.',
    'board.files.fingerprint': 'Sidik arsip, sama dengan yang tercetak di berita acara',
    'board.verify': 'Periksa sendiri',
    'board.verify.means':
      'Dua alat, dibuat orang yang berbeda, memeriksa arsip yang sama. Semua perintah diketik di terminal, di dalam folder Bilik.',
    'board.verify.folder':
      'Buat folder “{folder}” di dalam folder Bilik. Unduh berkas di atas ke sana; nama berkas jangan diubah.',
    'board.verify.ours.means':
      'Alat Bilik memeriksa setiap surat suara, jumlahnya, dan tanda tangan Ed25519 pada void.json dan result.json.',
    'board.verify.ours': 'Perintah Bilik',
    'board.verify.theirs.means':
      'Alat Belenios, buatan peneliti di Prancis, memeriksa record.bel saja, di folder tersendiri. Pasang sekali di Debian atau Ubuntu, sebagai root:',
    'board.verify.install': 'Memasang alat Belenios',
    'board.verify.theirs': 'Perintah Belenios',
    'board.verify.inBrowser': 'Tanpa terminal',
    'board.verify.here': 'Periksa di peramban ini',
    'board.verify.here.means':
      'Peramban menghitung ulang setiap surat suara dan jumlahnya, lebih lambat daripada perintah di atas: kira-kira 10 detik untuk 120 suara. Tanda tangan Ed25519 pada void.json dan result.json tidak diperiksa di sini; perintah Bilik di atas memeriksanya.',
    'board.verify.running.preparing': 'Menyiapkan pemeriksaan',
    'board.verify.running.ballots': 'Memeriksa setiap surat suara',
    'board.verify.running.sum': 'Memeriksa bagian pemegang kunci dan jumlahnya',
    'board.verify.right': 'Arsip benar: {count} surat suara dan jumlahnya dihitung ulang di peramban ini.',
    'board.verify.origin':
      'Ini membuktikan arsipnya utuh dan hitungannya benar. Asalnya dibuktikan oleh sidik di berita acara, dan oleh tanda tangan yang diperiksa perintah Bilik.',
    'board.verify.right.toDo': 'Cocokkan sidik arsip di atas dengan yang tercetak di berita acara.',
    'board.verify.otherCounts': 'Arsip benar, tetapi jumlahnya bukan yang ditampilkan papan ini.',
    'board.verify.wrong': 'Arsip ini tidak benar.',
    'board.verify.wrong.toDo':
      'Jangan sebarkan. Unduh arsip sekali lagi dan periksa dengan kedua alat di atas; panggil pengawas.',
    'board.verify.rules': 'Semua aturan yang diperiksa',
    'board.verify.rule.passed': 'terpenuhi',
    'board.verify.rule.failed': 'dilanggar',
    'board.verify.rule.skipped': 'tidak diperiksa',

    'board.card': 'Periksa kartu',
    'board.card.means':
      'Untuk kartu yang diragukan. Kodenya tidak meninggalkan halaman ini dan tidak disimpan; yang ditanyakan hanya bagian umumnya.',
    'board.card.code': 'Kode kartu, 24 angka',
    'board.card.code.hint': 'Pindai atau ketik. Angkanya ditutup karena layar ini dilihat orang banyak.',
    'board.card.show': 'Tampilkan angkanya (pastikan tidak ada yang melihat)',
    'board.card.another': 'Kode kartu berikutnya, 24 angka',
    'board.card.notHappened': 'Pemeriksaan ini tidak mengubah apa pun.',
    'board.card.ready': 'Kartu ini belum dipakai dan bisa dipakai.',
    'board.card.ready.toDo': 'Kembalikan kepada pemiliknya, dan arahkan ke bilik.',
    'board.card.no-release': 'Kartu ini belum dipakai, tetapi belum ada pemilih hadir yang menunggu.',
    'board.card.no-release.toDo': 'Minta pemegangnya ke meja e-verifikasi lebih dahulu.',
    'board.card.polls-not-open': 'Kartu ini belum dipakai. Pemungutan suara sedang tidak dibuka.',
    'board.card.polls-not-open.toDo':
      'Sebelum buka: kembalikan ke tumpukan kartu. Sesudah tutup: hitung sebagai sisa atau kembali.',
    'board.card.used': 'Kartu ini sudah dipakai: satu suara sudah masuk dengannya.',
    'board.card.used.toDo':
      'Tidak bisa dipakai lagi. Siapa yang memakai, dan untuk pilihan apa, tidak ada yang tahu.',
    'board.card.void': 'Kartu ini batal untuk selamanya: struknya BATAL, atau dipakai untuk uji mesin.',
    'board.card.void.toDo':
      'Simpan di amplop kartu batal. Kepada pemilihnya: Ambil kartu baru dari tumpukan kartu. Tidak perlu didaftarkan lagi di meja.',
    'board.card.in-use': 'Kartu ini sedang dipakai di sebuah bilik.',
    'board.card.in-use.toDo': 'Tunggu sampai pemilih di bilik itu selesai, lalu periksa lagi.',
    'board.card.foreign': 'Kartu ini bukan dari TPS ini.',
    'board.card.foreign.toDo':
      'Jangan dipakai. Simpan di amplop tersendiri dan catat sebagai kejadian khusus.',
    'board.card.mistyped': 'Ada angka yang salah ketik.',
    'board.card.mistyped.toDo': 'Bandingkan dengan kartunya, lalu ketik atau pindai sekali lagi.',

    'board.proof': 'Periksa bukti',
    'board.proof.means':
      'Pemilih yang memilih uji mesin mendapat kode bukti di layar bilik. Halaman ini membuat surat suara itu sekali lagi; nomornya harus sama dengan struk pelacak.',
    'board.proof.camera': 'Pindai kode dengan kamera',
    'board.proof.cameraOff': 'Matikan kamera',
    'board.proof.cameraView': 'Gambar kamera papan',
    'board.proof.noCamera': 'Kamera tidak dapat dipakai. Pakai alat pemindai, atau tempel kodenya di bawah.',
    'board.proof.text': 'Kode bukti',
    'board.proof.text.hint':
      'Tempel di sini, atau pindai kode QR-nya dengan alat pemindai yang tersambung. Kode itu diawali BILIK-BUKTI.',
    'board.proof.check': 'Hitung ulang',
    'board.proof.tracker': 'Nomor struk pelacak menurut hitungan ulang',
    'board.proof.choice': 'Pilihan di dalamnya',
    'board.proof.compare':
      'Cocokkan nomor ini dengan struk pelacak, kelompok demi kelompok. Bila sama, bilik memang menyandikan pilihan ini. Bila berbeda satu huruf saja, panggil ketua dan pengawas.',
    'board.proof.void': 'Kartunya batal, seperti seharusnya: surat suara bukti tidak pernah dihitung.',
    'board.proof.voidNotAsked':
      'Apakah kartunya sudah batal belum terjawab: mesin TPS sedang sibuk atau tidak terhubung. Sebentar lagi, tekan Hitung ulang sekali lagi.',
    'board.proof.notVoid': 'Kartu dari bukti ini tidak tercatat batal di TPS ini.',
    'board.proof.notVoid.toDo': 'Panggil ketua dan pengawas, dan catat sebagai kejadian khusus.',
    'board.proof.notHappened': 'Tidak ada yang dihitung, dan tidak ada yang berubah.',
    'board.proof.not-a-proof': 'Ini bukan kode bukti yang utuh.',
    'board.proof.not-a-proof.toDo': 'Tempel atau pindai lagi seluruhnya, dari BILIK-BUKTI sampai akhir.',
    'board.proof.other-election': 'Bukti ini dari pemilihan lain.',
    'board.proof.other-election.toDo': 'Periksa di papan TPS tempat surat suara itu dibuat.',
    'board.proof.no-such-answer': 'Bukti ini menyebut pilihan yang tidak ada di surat suara TPS ini.',
    'board.proof.no-such-answer.toDo': 'Panggil ketua dan petugas teknis, dan simpan struknya.',
  },
  en: {
    'board.result.notYet': 'The result is not open yet.',
    'board.result.notYet.notHappened': 'Nobody knows the sum yet, not even this machine.',
    'board.result.notYet.toDo': 'After closing, {need} trustees check the record and open the sum together.',
    'board.result.provisional': 'Provisional',
    'board.result.provisional.means': 'Not sealed yet. These figures hold once the minutes are complete.',
    'board.result.option': 'Option',
    'board.result.votes': 'Votes',
    'board.result.share': 'Share of valid votes',
    'board.result.bars': 'A full bar means all valid votes, {count}; shares of candidates are of these.',
    'board.result.blankMeans': 'not a valid vote',
    'board.result.tied': 'The most votes at this polling place are equal, {votes} each: {names}.',
    'board.result.tied.toDo':
      'Announce them as they are. Who is elected is decided by the village committee under the rules, not by this board.',
    'board.result.slips': 'Slips',
    'board.result.slipCount': '{count} {count|slip|slips}',
    'board.result.held': 'This record is held, because this does not agree: {reasons}.',
    'board.result.wouldBeHeld': 'This does not agree yet: {reasons}.',
    'board.result.held.notHappened': 'No figure is silently repaired.',
    'board.result.held.toDo': 'Hand it to the village committee. It is tabulated once the cause is known.',
    'board.result.wouldBeHeld.toDo':
      'Count again, and put right what was miswritten. Sealed like this, the record is held until the committee has found the cause.',

    'board.secrecy.notHappened': 'No figure was changed, and nobody’s ballot was opened by itself.',
    'board.secrecy.toDo.notSealed':
      'Tell chair and witnesses now, before the result is sealed and published. If somebody objects, write it under objections.',
    'board.secrecy.toDo.sealed': 'Say so to whoever asks about secrecy at this polling place.',

    'board.minutesSigned': 'The printed minutes',

    'board.sums': 'Sums that must agree',
    'board.sums.unknown': 'Not counted yet',

    'board.tracker': 'Your tracker slip',
    'board.tracker.means':
      'Bring the tracker slip from the booth. This page downloads the record and the list of void cards as anybody would, and looks for the ballot of that number in them. Your choice is not shown.',
    'board.tracker.number': 'Number on the tracker slip, 43 characters',
    'board.tracker.number.hint': 'Group by group, with or without spaces. Capitals and small letters differ.',
    'board.tracker.look': 'Look in the record',
    'board.tracker.mistyped': 'The number on a tracker slip has 43 characters; {count} were typed.',
    'board.tracker.badSign':
      'The character {sign} is on no slip: that number holds only the letters A–Z and a–z, digits, + and /. Compare it with the slip again.',
    'board.tracker.lastSign':
      'The last character, {sign}, cannot be right: no number of a slip ends so. Compare the letter O with the digit 0, and capital I, small l and the digit 1.',
    'board.tracker.counted': 'This ballot is in the record and was counted.',
    'board.tracker.counted.means':
      'It is stored exactly as it was encrypted in the booth. Whether the sum is right is checked below.',
    'board.tracker.spoiled': 'This ballot was voided: its slip bears BATAL.',
    'board.tracker.proved': 'This ballot was opened for a machine test, so it is not counted.',
    'board.tracker.void.means':
      'What counts is the ballot that its voter made after it; its number is on another tracker slip. If SAH was printed before your eyes, take this tracker slip to the chair and the supervisor.',
    'board.tracker.absent': 'This number is neither in the record nor in the list of void cards.',
    'board.tracker.absent.toDo':
      'Compare every character again, and the polling place on the slip. If they agree, keep the slip and report it to the chair and the supervisor.',
    'board.tracker.damaged': 'The downloaded record is not whole.',
    'board.tracker.damaged.toDo': 'Try again. If it stays so, call the supervisor.',

    'board.files': 'Files for everybody',
    'board.files.means':
      'Give all these files to every witness. Anybody can check them at any time without this machine.',
    'board.files.codePage':
      'periksa-qr.html checks the codes on papers on any phone, without a network. First scan the key on the zero report.',
    'board.files.beforeSeal': 'The record can already be checked. The signed result exists after sealing.',
    'board.files.bySlips':
      'The sum was never opened, so there is no whole record. The result is the count of slips above.',
    'board.files.fingerprint': 'Fingerprint of the record, as printed in the minutes',
    'board.verify': 'Check it yourself',
    'board.verify.means':
      'Two tools, made by different people, check the same record. All commands are typed in a terminal, in the folder of Bilik.',
    'board.verify.folder':
      'Make a folder “{folder}” inside the folder of Bilik. Download the files above into it; keep their names.',
    'board.verify.ours.means':
      'The tool of Bilik checks every ballot, the sum, and the Ed25519 signatures of void.json and result.json.',
    'board.verify.ours': 'Command of Bilik',
    'board.verify.theirs.means':
      'The tool of Belenios, made by researchers in France, checks record.bel alone, in a folder of its own. Install it once on Debian or Ubuntu, as root:',
    'board.verify.install': 'Installing the tool of Belenios',
    'board.verify.theirs': 'Command of Belenios',
    'board.verify.inBrowser': 'Without a terminal',
    'board.verify.here': 'Check in this browser',
    'board.verify.here.means':
      'The browser recomputes every ballot and the sum, more slowly than the commands above: about 10 seconds for 120 votes. It does not check the Ed25519 signatures of void.json and result.json; the command of Bilik above does.',
    'board.verify.running.preparing': 'Preparing the check',
    'board.verify.running.ballots': 'Checking every ballot',
    'board.verify.running.sum': 'Checking the trustees’ shares and the sum',
    'board.verify.right':
      'The record is right: {count} {count|ballot|ballots} and the sum were recomputed in this browser.',
    'board.verify.origin':
      'This shows that the record is whole and its count right. Its origin is shown by the fingerprint in the minutes, and by the signatures that the command of Bilik checks.',
    'board.verify.right.toDo': 'Compare the fingerprint above with the one printed in the minutes.',
    'board.verify.otherCounts': 'The record is right, but its counts are not those that this board shows.',
    'board.verify.wrong': 'This record is wrong.',
    'board.verify.wrong.toDo':
      'Do not pass it on. Download it again and check it with both tools above; call the supervisor.',
    'board.verify.rules': 'All rules that were checked',
    'board.verify.rule.passed': 'holds',
    'board.verify.rule.failed': 'broken',
    'board.verify.rule.skipped': 'not checked',

    'board.card': 'Check a card',
    'board.card.means':
      'For a card in doubt. Its code does not leave this page and is not stored; only its public half is asked about.',
    'board.card.code': 'Code of the card, 24 digits',
    'board.card.code.hint': 'Scan or type. The digits are covered because many people see this screen.',
    'board.card.show': 'Show the digits (make sure that nobody looks)',
    'board.card.another': 'Code of the next card, 24 digits',
    'board.card.notHappened': 'This check changes nothing.',
    'board.card.ready': 'This card is unused and can be used.',
    'board.card.ready.toDo': 'Give it back to its holder, and point to the booth.',
    'board.card.no-release': 'This card is unused, but no voter who is present is waiting to vote.',
    'board.card.no-release.toDo': 'Ask its holder to go to the check-in desk first.',
    'board.card.polls-not-open': 'This card is unused. Voting is not open at the moment.',
    'board.card.polls-not-open.toDo':
      'Before opening: back to the card pile. After closing: count it as left over or returned.',
    'board.card.used': 'This card is used: one ballot was cast with it.',
    'board.card.used.toDo': 'It cannot be used again. Who used it, and for which choice, nobody knows.',
    'board.card.void': 'This card is void for ever: its slip is BATAL, or it was used to test the machine.',
    'board.card.void.toDo':
      'Keep it in the envelope of void cards. To its voter: Take a new card from the card pile. You need not be checked in again.',
    'board.card.in-use': 'This card is being used in a booth.',
    'board.card.in-use.toDo': 'Wait until the voter in that booth has finished, then check again.',
    'board.card.foreign': 'This card is not of this polling place.',
    'board.card.foreign.toDo': 'Do not use it. Keep it in an envelope of its own and note it as an incident.',
    'board.card.mistyped': 'A digit is mistyped.',
    'board.card.mistyped.toDo': 'Compare with the card, then type or scan once more.',

    'board.proof': 'Check a proof',
    'board.proof.means':
      'A voter who tested the machine got a proof code on the booth’s screen. This page makes the ballot once more; its tracking number must be the one on the tracker slip.',
    'board.proof.camera': 'Scan the code with the camera',
    'board.proof.cameraOff': 'Switch the camera off',
    'board.proof.cameraView': 'What the board’s camera sees',
    'board.proof.noCamera': 'The camera cannot be used. Use a scanner, or paste the code below.',
    'board.proof.text': 'Proof code',
    'board.proof.text.hint':
      'Paste it here, or scan its QR code with a scanner that is plugged in. It begins with BILIK-BUKTI.',
    'board.proof.check': 'Recompute',
    'board.proof.tracker': 'Tracking number as recomputed',
    'board.proof.choice': 'The choice inside',
    'board.proof.compare':
      'Compare this number with the tracker slip, group by group. If it is the same, the booth did encrypt this choice. If a single character differs, call the chair and the supervisor.',
    'board.proof.void': 'Its card is void, as it must be: a proved ballot is never counted.',
    'board.proof.voidNotAsked':
      'Whether its card is void was not answered: the polling-place machine is busy or not connected. Press Recompute again in a moment.',
    'board.proof.notVoid': 'The card of this proof is not recorded as void at this polling place.',
    'board.proof.notVoid.toDo': 'Call the chair and the supervisor, and note it as an incident.',
    'board.proof.notHappened': 'Nothing was recomputed, and nothing changed.',
    'board.proof.not-a-proof': 'This is not a whole proof code.',
    'board.proof.not-a-proof.toDo': 'Paste or scan all of it again, from BILIK-BUKTI to its end.',
    'board.proof.other-election': 'This proof is of another election.',
    'board.proof.other-election.toDo':
      'Check it on the board of the polling place where the ballot was made.',
    'board.proof.no-such-answer': 'This proof names an option that is not on the ballot here.',
    'board.proof.no-such-answer.toDo': 'Call the chair and the technician, and keep the slip.',
  },
});
