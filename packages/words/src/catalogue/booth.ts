import { boothCatalogue } from '../phrases.ts';
import { boothPalembang } from './palembang/booth.ts';

/** The booth (bilik): what a voter reads, one action a screen. "Struk" is the paper slip, "struk pelacak" the tracker slip. */
export const booth = boothCatalogue({
  id: {
    'booth.title': 'Bilik suara',
    'booth.name': 'Bilik {number}',
    'booth.preparing': 'Bilik sedang disiapkan. Tunggu sebentar.',
    'booth.removed': 'Bilik ini dikeluarkan di papan, atau belum dipasangkan.',
    'booth.removed.toDo': 'Pemilih: panggil petugas. Petugas: minta kode di papan, lalu ketik di sini.',
    'booth.waitingStation': 'Menunggu mesin TPS. Suara Anda aman. Jangan pergi dahulu.',
    'booth.unheard': 'Mesin TPS tidak menjawab.',
    'booth.unheard.notHappened': 'Kartu tidak bisa dibaca sekarang, dan tetap berlaku.',
    'booth.unheard.toDo': 'Tunggu sebentar; bilik ini tersambung lagi sendiri.',
    'booth.unheard.long':
      'Petugas: panggil petugas teknis; mesin TPS dinyalakan lagi, atau laptop cadangan mengambil alih.',
    'booth.officer': 'Petugas: kertas pencetak',
    'booth.guide.card': 'Buka kartu Anda. Tunjukkan kode kotak ke kamera, atau ketik 24 angkanya.',
    'booth.guide.choose': 'Sentuh satu gambar, lalu tekan Lanjut.',
    'booth.slip.question': 'Sama dengan pilihan Anda?',
    'booth.card.heading': 'Ketik atau pindai kartu',
    'booth.card.code': '24 angka di dalam kartu',
    'booth.card.camera': 'Pakai kamera',
    'booth.card.cameraOff': 'Matikan kamera',
    'booth.card.cameraView': 'Gambar kamera',
    'booth.card.noCamera': 'Kamera tidak dapat dipakai. Ketik angkanya, atau minta bantuan petugas.',
    'booth.card.mistyped':
      'Ada angka yang salah ketik. Kartu Anda tidak terpakai. Bandingkan kelompok demi kelompok dengan kartu, lalu tekan Hapus dan perbaiki.',
    'booth.card.used': 'Kartu ini sudah dipakai untuk memilih. Tidak ada yang berubah. Kembali ke meja.',
    'booth.card.void': 'Kartu ini batal. Tidak ada yang berubah.',
    'booth.card.inUse': 'Kartu ini sedang dipakai. Panggil petugas.',
    'booth.card.foreign': 'Kartu ini bukan dari TPS ini. Tidak ada yang berubah. Kembali ke meja.',
    'booth.card.noRelease':
      'Meja belum melepas hak suara. Kartu Anda tidak terpakai. Kembali ke meja dahulu.',
    'booth.card.notOpen': 'Pemungutan suara belum dibuka atau sudah ditutup. Kartu Anda tidak terpakai.',
    'booth.notOpen.before': 'Pemungutan suara belum dibuka',
    'booth.notOpen.beforeToDo': 'Simpan kartu Anda. Layar ini berganti sendiri begitu ketua KPPS membukanya.',
    'booth.notOpen.paused': 'Pemungutan suara dijeda',
    'booth.notOpen.pausedToDo': 'Simpan kartu Anda. Layar ini berganti sendiri begitu dilanjutkan.',
    'booth.notOpen.after': 'Pemungutan suara sudah ditutup',
    'booth.notOpen.afterToDo': 'Bilik ini tidak menerima kartu lagi.',
    'booth.choose': 'sentuh satu gambar',
    'booth.review.heading': 'Pilihan Anda',
    'booth.review.change': 'Ganti',
    'booth.review.confirm': 'Ya, ini pilihan saya',
    'booth.hidden.heading': 'Pilihan Anda disembunyikan',
    'booth.hidden.explained':
      'Petugas boleh mendekat. Struk pelacak yang tidak utuh tidak berlaku. Bila Anda sudah sendiri lagi, tekan Teruskan: pilihan Anda tampil kembali.',
    'booth.hidden.untouched': 'Layar ini lama tidak disentuh.',
    'booth.hidden.untouchedExplained':
      'Bila Anda masih di bilik dan sendiri, tekan Teruskan. Bila tidak, pilihan ini sebentar lagi dihapus. Kartu belum terpakai dan suara belum dikirim.',
    'booth.hidden.forgotten':
      'Layar lama tidak disentuh, jadi pilihan tadi dihapus. Suara belum dikirim dan kartunya masih berlaku: ketik atau pindai lagi.',
    'booth.hidden.continue': 'Teruskan',
    'booth.hidden.leave': 'Mulai lagi dari kartu',
    'booth.tracker.heading': 'Ambil struk pelacak di pencetak',
    'booth.tracker.explained':
      'Struk itu berisi nomor surat suara Anda yang tersandi, bukan pilihan Anda. Simpan untuk memeriksa nanti bahwa suara Anda ikut dihitung.',
    'booth.tracker.cast': 'Masukkan suara',
    'booth.tracker.prove': 'Uji mesin ini dahulu',
    'booth.prove.title': 'Uji mesin ini?',
    'booth.prove.explained':
      'Surat suara ini akan dibuka sandinya: isinya terlihat orang yang memeriksanya dan diumumkan bersama hasil, tanpa nama. Bila ini pilihan Anda sendiri dan ingin Anda rahasiakan, tekan Kembali. Suara ini tidak dihitung dan kartu ini batal.',
    'booth.prove.confirm': 'Ya, uji dan buka',
    'booth.slip.heading': 'Lihat struk di balik kaca',
    'booth.slip.headingInHand': 'Lihat struk di pencetak, jangan ditarik dulu',
    'booth.slip.explained':
      'Bila sama, tekan “Ya, sama”. Barulah SAH dicetak dan suara Anda dihitung. Struk tanpa SAH tidak berlaku.',
    'booth.slip.explainedTest':
      'Ini uji hitung. Bila sama dengan lembar kartu uji, tekan “Ya, sama”. Barulah UJI dicetak.',
    'booth.slip.window': 'Gambar jendela pencetak (hanya dalam latihan)',
    'booth.slip.showWindow': 'Tampilkan gambar jendela pencetak',
    'booth.slip.yes': 'Ya, sama',
    'booth.slip.no': 'Tidak sama',
    'booth.slip.noTitle': 'Struk tidak sama?',
    'booth.slip.noExplained':
      'Struk ini akan dicetak BATAL dan tidak dihitung. Kartu ini batal, dan Anda memilih lagi dengan kartu lain.',
    'booth.slip.noConfirm': 'Batalkan struk ini',
    'booth.working.tracker': 'Struk pelacak sedang dicetak …',
    'booth.working.slip': 'Struk pilihan sedang dicetak …',
    'booth.working.confirm': 'Suara Anda sedang disimpan …',
    'booth.working.sah': 'Tanda SAH sedang dicetak …',
    'booth.working.uji': 'Tanda UJI sedang dicetak …',
    'booth.working.batal': 'Tanda BATAL sedang dicetak …',
    'booth.working.prove': 'Sandi sedang dibuka …',
    'booth.wait.heading': 'Tunggu sebentar di sini',
    'booth.wait.medium': 'Pelayanan berhenti sejenak. Petugas sudah tahu.',
    'booth.wait.station': 'Mesin TPS sedang tidak menjawab.',
    'booth.wait.slip': 'Struk Anda aman di balik kaca.',
    'booth.wait.slipInHand': 'Biarkan struk di pencetak, jangan ditarik.',
    'booth.wait.goesOn': 'Jangan menekan apa pun: jawaban Anda terkirim sendiri.',
    'booth.lost.heading': 'Halaman ini dimuat ulang',
    'booth.lost.explained':
      'Suara belum dikirim dan kartu Anda belum terpakai. Struk pelacak yang tadi tidak berlaku lagi.',
    'booth.lost.again': 'Ketik atau pindai kartu lagi',
    'booth.finished.cast': 'Suara Anda sudah masuk',
    'booth.finished.castExplained': 'Struk bertanda SAH sudah jatuh ke kotak.',
    'booth.finished.castInHand':
      'Sobek struk bertanda SAH. Tunjukkan tanda SAH-nya saja kepada penjaga kotak, lalu masukkan ke kotak struk.',
    'booth.finished.castToDo': 'Masukkan kartu Anda ke kotak kartu. Bawa pulang struk pelacak.',
    'booth.finished.test': 'Surat suara uji sudah masuk',
    'booth.finished.testExplained': 'Struk bertanda UJI sudah jatuh ke kotak. Ini bukan suara sungguhan.',
    'booth.finished.testInHand':
      'Sobek struk bertanda UJI dan masukkan ke kotak struk. Ini bukan suara sungguhan.',
    'booth.finished.testToDo':
      'Sisihkan kartu uji dan struk pelacaknya. Lanjutkan dengan kartu uji berikutnya.',
    'booth.finished.spoiled': 'Suara ini dibatalkan',
    'booth.finished.spoiledExplained':
      'Tidak ada suara yang dihitung. Kartu ini batal: serahkan kepada petugas.',
    'booth.finished.proved': 'Surat suara uji sudah dibuka',
    'booth.finished.provedExplained': 'Suara ini tidak dihitung. Kartu ini batal: serahkan kepada petugas.',
    'booth.finished.provedToDo':
      'Petugas memindai kode ini dengan kamera papan (Kartu & bukti). Nomornya harus sama dengan struk pelacak.',
    'booth.finished.proof': 'Kode bukti',
    'booth.finished.enlarge': 'Perbesar kode',
    'booth.question.cast': 'Suara ini SUDAH tersimpan. Yang belum pasti hanya tanda SAH di struknya.',
    'booth.question.void': 'Suara ini TIDAK dihitung. Yang belum pasti hanya tanda BATAL di struknya.',
    'booth.question.restarted': 'Bilik ini baru hidup kembali di tengah satu pemilih.',
    'booth.question.printer': 'Pencetak berhenti di tengah jalan.',
    'booth.question.trouble': 'Kata pencetak sekarang: {why}.',
    'booth.question.printerReady': 'Pencetak sekarang siap.',
    'booth.question.voter':
      'Pemilih, tunggu di sini. Dua petugas melihat ujung bawah kertas dan menjawab. Layar ini tidak menampilkan pilihan Anda, tetapi di kertas pilihan itu bisa terbaca: Anda boleh menutupinya dengan tangan.',
    'booth.question.lookCast': 'Lihat kertas di jendela pencetak dan di kotak struk:',
    'booth.question.lookVoid': 'Lihat kertas di jendela pencetak:',
    'booth.question.lookInHand': 'Lihat kertas di pencetak, dan struk di tangan pemilih:',
    'booth.question.printSah': 'Struk tergantung TANPA tanda SAH: cetak SAH',
    'booth.question.hasSah': 'Struk sudah bertanda SAH',
    'booth.question.printBatal': 'Struk tergantung TANPA tanda BATAL: cetak BATAL',
    'booth.question.hasBatal': 'Struk sudah bertanda BATAL, atau ditulis tangan BATAL, dan masuk amplop',
    'booth.question.noSlip': 'Tidak ada struk sama sekali',
    'booth.question.first': 'Petugas pertama yang melihat',
    'booth.question.second': 'Petugas kedua yang melihat',
    'booth.question.choosePerson': 'Pilih nama',
    'booth.question.twoPeople': 'Dua petugas yang berbeda harus melihat kertas itu.',
    'booth.pin.heading': 'Kedua petugas mengetik PIN',
    'booth.pin.said': 'Jawaban Anda: {answer}.',
    'booth.pin.working': 'PIN sedang diperiksa',
    'booth.pin.exercise':
      'LATIHAN: PIN ada di amplopnya. Di satu komputer: halaman “Latihan satu TPS”, bagian Amplop. Di balai desa: dari petugas teknis.',
    'booth.pin.wrong':
      'PIN {name} tidak cocok. Tidak ada yang dicetak atau dicatat. Pilih jawaban sekali lagi.',
    'booth.pin.waitSeconds':
      'PIN {name} beberapa kali salah. Tidak ada yang dicetak atau dicatat. {name} menunggu {count} detik, atau petugas lain menjawab.',
    'booth.pin.waitMinutes':
      'PIN {name} beberapa kali salah. Tidak ada yang dicetak atau dicatat. {name} menunggu {count} menit, atau petugas lain menjawab.',
    'booth.pin.unheard':
      'Mesin TPS tidak memeriksa PIN. Tidak ada yang dicetak atau dicatat. Pilih jawaban sekali lagi.',
    'booth.older.heading': 'Bilik ini berhenti',
    'booth.older.happened':
      'Mesin TPS memakai salinan lama: bilik ini sudah melihat {seen} suara masuk, mesin TPS sekarang hanya tahu {found}.',
    'booth.older.voids':
      'Mesin TPS memakai salinan lama: bilik ini sudah melihat {seen} kartu batal, mesin TPS sekarang hanya tahu {found}.',
    'booth.older.epoch':
      'Mesin TPS memakai salinan lama: bilik ini sudah memakai mesin TPS ke-{seen}, yang menjawab sekarang mesin ke-{found}.',
    'booth.older.other':
      'Mesin TPS yang menjawab bukan lanjutan mesin yang dikenal bilik ini: keduanya pernah berjalan sendiri-sendiri.',
    'booth.older.notHappened':
      'Bilik ini tidak mengirim dan tidak mencetak apa pun lagi. Suara yang sudah masuk ada di media yang benar. Struk yang tergantung tanpa SAH belum berlaku.',
    'booth.older.toDo':
      'Jangan memilih di sini. Panggil ketua KPPS dan petugas teknis: hentikan mesin TPS itu dan pasang kembali media yang benar. Jangan hapus apa pun.',
    'booth.older.again': 'Media yang benar sudah dipasang: periksa lagi',
    'booth.broken.heading': 'Layar ini berhenti',
    'booth.broken.happened': 'Bagian layar yang menyandikan pilihan tidak berjalan.',
    'booth.broken.notHappened':
      'Suara yang sudah tersimpan tetap tersimpan. Pilihan yang belum disimpan tidak dikirim.',
    'booth.broken.toDo':
      'Muat ulang layar. Bila terulang, pemilih pindah ke bilik lain dan petugas teknis memeriksa bilik ini.',
    'booth.broken.again': 'Muat ulang layar',
    'booth.printer.notReady':
      'Pencetak belum siap: {why}. Suara Anda belum dikirim dan kartu Anda belum terpakai. Panggil petugas.',
    'booth.printer.unreachable': 'tidak terhubung',
    'booth.printer.several-printers': 'dua pencetak tersambung',
    'booth.printer.paper-out': 'kertas habis',
    'booth.printer.cover-open': 'tutupnya terbuka',
    'booth.printer.jam': 'kertas macet',
    'booth.printer.cutter': 'pisau macet',
    'booth.printer.no-answer': 'tidak menjawab',
    'booth.printer.vanished-in-mid-job': 'terputus',
    'booth.refused.store':
      'Pelayanan di TPS ini berhenti sejenak. Yang baru saja ditekan tidak tercatat. Petugas sudah tahu dari papan: tunggu di sini, lalu coba lagi.',
    'booth.refused.ballot': 'Mesin TPS menolak sandi ini. Tidak ada suara yang dihitung. Panggil petugas.',
  },
  en: {
    'booth.title': 'Voting booth',
    'booth.name': 'Booth {number}',
    'booth.preparing': 'The booth is getting ready. One moment.',
    'booth.removed': 'This booth was taken out at the board, or is not paired.',
    'booth.removed.toDo': 'Voter: call an officer. Officer: ask for a code at the board, then type it here.',
    'booth.waitingStation':
      'Waiting for the polling-place machine. Your vote is safe. Please do not leave yet.',
    'booth.unheard': 'The polling-place machine does not answer.',
    'booth.unheard.notHappened': 'Cards cannot be read now, and stay valid.',
    'booth.unheard.toDo': 'Wait a moment; this booth connects again by itself.',
    'booth.unheard.long':
      'Officers: call the technician; the station is started again, or the spare laptop takes over.',
    'booth.officer': 'Officers: printer paper',
    'booth.guide.card': 'Open your card. Show its square code to the camera, or type its 24 digits.',
    'booth.guide.choose': 'Touch one picture, then press Next.',
    'booth.slip.question': 'Is it your choice?',
    'booth.card.heading': 'Type or scan your card',
    'booth.card.code': '24 digits inside the card',
    'booth.card.camera': 'Use the camera',
    'booth.card.cameraOff': 'Switch the camera off',
    'booth.card.cameraView': 'Camera picture',
    'booth.card.noCamera': 'The camera cannot be used. Type the digits, or ask an officer.',
    'booth.card.mistyped':
      'A digit was typed wrong. Your card was not used. Compare group by group with the card, then press Delete and correct it.',
    'booth.card.used': 'This card was already used to vote. Nothing was changed. Go back to the desk.',
    'booth.card.void': 'This card is void. Nothing was changed.',
    'booth.card.inUse': 'This card is being used. Call an officer.',
    'booth.card.foreign':
      'This card is not from this polling place. Nothing was changed. Go back to the desk.',
    'booth.card.noRelease':
      'The desk has not released a ballot yet. Your card was not used. Go to the desk first.',
    'booth.card.notOpen': 'Voting is not open. Your card was not used.',
    'booth.notOpen.before': 'Voting is not open yet',
    'booth.notOpen.beforeToDo': 'Keep your card. This screen changes by itself when the chair opens voting.',
    'booth.notOpen.paused': 'Voting is paused',
    'booth.notOpen.pausedToDo': 'Keep your card. This screen changes by itself when voting goes on.',
    'booth.notOpen.after': 'Voting is closed',
    'booth.notOpen.afterToDo': 'This booth takes no more cards.',
    'booth.choose': 'touch one picture',
    'booth.review.heading': 'Your choice',
    'booth.review.change': 'Change',
    'booth.review.confirm': 'Yes, this is my choice',
    'booth.hidden.heading': 'Your choice is hidden',
    'booth.hidden.explained':
      'An officer may come. A tracker slip that is not whole is not valid. When you are alone again, press Continue: your choice is shown again.',
    'booth.hidden.untouched': 'Nobody has touched this screen for some time.',
    'booth.hidden.untouchedExplained':
      'If you are still in the booth and alone, press Continue. If not, this choice is erased soon. The card is not used and no vote was sent.',
    'booth.hidden.forgotten':
      'Nobody touched the screen for long, so that choice was erased. No vote was sent and the card is still good: type or scan it again.',
    'booth.hidden.continue': 'Continue',
    'booth.hidden.leave': 'Begin again with the card',
    'booth.tracker.heading': 'Take your tracker slip at the printer',
    'booth.tracker.explained':
      'It bears the number of your encrypted ballot, not your choice. Keep it to check later that your vote was counted.',
    'booth.tracker.cast': 'Cast my vote',
    'booth.tracker.prove': 'Test this machine first',
    'booth.prove.title': 'Test this machine?',
    'booth.prove.explained':
      'This encryption will be opened: whoever checks it sees it, and it is published with the result, without a name. If this is your own choice and you want to keep it secret, press Back. This ballot does not count and this card becomes void.',
    'booth.prove.confirm': 'Open this encryption',
    'booth.slip.heading': 'Look at the slip behind the glass',
    'booth.slip.headingInHand': 'Look at the slip on the printer, do not pull it yet',
    'booth.slip.explained':
      'If it is the same, press “Yes, the same”. Only then SAH is printed and your vote counts. A slip without SAH is not valid.',
    'booth.slip.explainedTest':
      'This is the logic test. If it is what the sheet of test cards says, press “Yes, the same”. Only then UJI is printed.',
    'booth.slip.window': 'Picture of the printer window (in the exercise only)',
    'booth.slip.showWindow': 'Show the picture of the printer window',
    'booth.slip.yes': 'Yes, the same',
    'booth.slip.no': 'Not the same',
    'booth.slip.noTitle': 'The slip is not the same?',
    'booth.slip.noExplained':
      'BATAL will be printed on this slip and it does not count. This card becomes void, and you vote again with another card.',
    'booth.slip.noConfirm': 'Void this slip',
    'booth.working.tracker': 'Printing the tracker slip …',
    'booth.working.slip': 'Printing the slip with your choice …',
    'booth.working.confirm': 'Saving your vote …',
    'booth.working.sah': 'Printing SAH …',
    'booth.working.uji': 'Printing UJI …',
    'booth.working.batal': 'Printing BATAL …',
    'booth.working.prove': 'Opening the encryption …',
    'booth.wait.heading': 'Please wait here a moment',
    'booth.wait.medium': 'Service has stopped for a moment. The officers know.',
    'booth.wait.station': 'The polling-place machine does not answer now.',
    'booth.wait.slip': 'Your slip is safe behind the glass.',
    'booth.wait.slipInHand': 'Leave your slip in the printer, do not pull it.',
    'booth.wait.goesOn': 'Press nothing: your answer is sent by itself.',
    'booth.lost.heading': 'This page was loaded again',
    'booth.lost.explained':
      'No vote was sent and your card was not used. The tracker slip from before is no longer valid.',
    'booth.lost.again': 'Type or scan the card again',
    'booth.finished.cast': 'Your vote is in',
    'booth.finished.castExplained': 'The slip marked SAH fell into the box.',
    'booth.finished.castInHand':
      'Tear off the slip marked SAH. Show only its SAH mark to the guard of the box, then put it into the slip box.',
    'booth.finished.castToDo': 'Put your card into the card box. Take the tracker slip home.',
    'booth.finished.test': 'The test ballot is in',
    'booth.finished.testExplained': 'The slip marked UJI fell into the box. This is no real vote.',
    'booth.finished.testInHand':
      'Tear off the slip marked UJI and put it into the slip box. This is no real vote.',
    'booth.finished.testToDo': 'Put the test card and its tracker slip aside. Go on with the next test card.',
    'booth.finished.spoiled': 'This vote was voided',
    'booth.finished.spoiledExplained': 'No vote was counted. This card is void: hand it to an officer.',
    'booth.finished.proved': 'The encryption is open',
    'booth.finished.provedExplained': 'This ballot does not count. This card is void: hand it to an officer.',
    'booth.finished.provedToDo':
      'An officer scans this code with the board’s camera (Card & proof). The number must be that of your tracker slip.',
    'booth.finished.proof': 'Proof code',
    'booth.finished.enlarge': 'Enlarge the code',
    'booth.question.cast': 'This vote IS stored. Only the SAH mark on its slip is in doubt.',
    'booth.question.void': 'This vote does NOT count. Only the BATAL mark on its slip is in doubt.',
    'booth.question.restarted': 'This booth came back to life in the middle of a voter.',
    'booth.question.printer': 'The printer stopped halfway.',
    'booth.question.trouble': 'The printer says now: {why}.',
    'booth.question.printerReady': 'The printer is ready now.',
    'booth.question.voter':
      'Voter, please wait here. Two officers look at the lower end of the paper and answer. This screen does not show your choice, but the paper may: you may cover it with your hand.',
    'booth.question.lookCast': 'Look at the paper in the printer window and in the slip box:',
    'booth.question.lookVoid': 'Look at the paper in the printer window:',
    'booth.question.lookInHand': 'Look at the paper on the printer, and at the slip in the voter’s hand:',
    'booth.question.printSah': 'A slip hangs WITHOUT the SAH mark: print SAH',
    'booth.question.hasSah': 'The slip already bears SAH',
    'booth.question.printBatal': 'A slip hangs WITHOUT the BATAL mark: print BATAL',
    'booth.question.hasBatal': 'The slip bears BATAL, printed or by hand, and is in the envelope',
    'booth.question.noSlip': 'There is no slip at all',
    'booth.question.first': 'First officer who looked',
    'booth.question.second': 'Second officer who looked',
    'booth.question.choosePerson': 'Choose a name',
    'booth.question.twoPeople': 'Two different officers must look at that paper.',
    'booth.pin.heading': 'Both officers type their PIN',
    'booth.pin.said': 'Your answer: {answer}.',
    'booth.pin.working': 'Looking at the PINs',
    'booth.pin.exercise':
      'EXERCISE: PINs lie in their envelopes. On one computer: the page “Exercise of one polling place”, under Envelopes. In a hall: from the technician.',
    'booth.pin.wrong':
      'The PIN of {name} is not right. Nothing was printed or recorded. Choose an answer once more.',
    'booth.pin.waitSeconds':
      'The PIN of {name} was wrong several times. Nothing was printed or recorded. {name} waits {count} {count|second|seconds}, or another officer answers.',
    'booth.pin.waitMinutes':
      'The PIN of {name} was wrong several times. Nothing was printed or recorded. {name} waits {count} {count|minute|minutes}, or another officer answers.',
    'booth.pin.unheard':
      'The polling-place machine did not look at the PINs. Nothing was printed or recorded. Choose an answer once more.',
    'booth.older.heading': 'This booth has stopped',
    'booth.older.happened':
      'The polling-place machine uses an older copy: this booth has seen {seen} votes cast, the machine now knows of {found} only.',
    'booth.older.voids':
      'The polling-place machine uses an older copy: this booth has seen {seen} void {seen|card|cards}, the machine now knows of {found} only.',
    'booth.older.epoch':
      'The polling-place machine uses an older copy: this booth has used machine number {seen}, the one that answers now is number {found}.',
    'booth.older.other':
      'The polling-place machine that answers did not go on from the one that this booth knows: each ran without the other.',
    'booth.older.notHappened':
      'This booth sends and prints nothing more. Votes that were cast are on the right medium. A slip that hangs without SAH does not count yet.',
    'booth.older.toDo':
      'Do not vote here. Call the chair of the board and the technician: stop that machine and put the right medium back. Delete nothing.',
    'booth.older.again': 'The right medium is back: look again',
    'booth.broken.heading': 'This screen has stopped',
    'booth.broken.happened': 'The part of this screen that encrypts a choice is not running.',
    'booth.broken.notHappened':
      'A vote that was saved stays saved. A choice that was not saved was not sent.',
    'booth.broken.toDo':
      'Load the screen again. If it happens again, voters use another booth and the technician looks at this one.',
    'booth.broken.again': 'Load again',
    'booth.printer.notReady':
      'The printer is not ready: {why}. Your vote was not sent and your card was not used. Call an officer.',
    'booth.printer.unreachable': 'not connected',
    'booth.printer.several-printers': 'two printers are connected',
    'booth.printer.paper-out': 'out of paper',
    'booth.printer.cover-open': 'its cover is open',
    'booth.printer.jam': 'paper jam',
    'booth.printer.cutter': 'the cutter is stuck',
    'booth.printer.no-answer': 'no answer',
    'booth.printer.vanished-in-mid-job': 'disconnected',
    'booth.refused.store':
      'Service at this polling place has stopped for a moment. What was just pressed is not recorded. The officers know from the board: wait here, then try again.',
    'booth.refused.ballot':
      'The polling-place machine refused this encryption. No vote was counted. Call an officer.',
  },
  plm: boothPalembang,
});
