import { catalogue } from '../../phrases.ts';

/** Booth and desk are tried by officers before the polls open, each on its own screen. */
export const selfTestDevices = catalogue({
  id: {
    'selfTest.booth.start': 'Uji diri bilik',
    'selfTest.booth.heading': 'Uji diri bilik (untuk petugas)',
    'selfTest.booth.print.means':
      'Pencetak mengeluarkan satu struk uji. Struk itu bukan suara. Belum ada kartu yang dipakai.',
    'selfTest.booth.print': 'Cetak struk uji',
    'selfTest.booth.printAgain': 'Cetak lagi',
    'selfTest.booth.digits.heading': 'Ketik 4 angka dari struk uji',
    'selfTest.booth.digits': 'Angka di struk uji',
    'selfTest.booth.digits.wrong': 'Angkanya tidak sama. Baca lagi struknya, atau cetak lagi.',
    'selfTest.booth.camera.heading': 'Tunjukkan kode kotak struk uji ke kamera',
    'selfTest.booth.camera.means':
      'Pencetak dan layar sudah baik. Kamera boleh dilewati: kartu juga dapat diketik.',
    'selfTest.booth.camera.on': 'Nyalakan kamera',
    'selfTest.booth.camera.view': 'Gambar kamera',
    'selfTest.booth.camera.other': 'Itu bukan kode struk uji ini.',
    'selfTest.booth.camera.missing': 'Kamera tidak dapat dipakai.',
    'selfTest.booth.camera.skip': 'Lewati kamera',
    'selfTest.booth.done': 'Bilik ini selesai diuji',
    'selfTest.booth.done.toDo':
      'Sobek atau simpan struk uji; jangan masukkan ke kotak. Hasilnya sudah ada di papan.',
    'selfTest.booth.end': 'Selesai',
    'selfTest.booth.notPrinted': 'Struk uji tidak tercetak. Pencetak: {what}. Bereskan, lalu cetak lagi.',
    'selfTest.booth.notNow':
      'Uji diri tidak dapat sekarang: pemungutan suara sudah dibuka, atau bilik sedang dipakai.',
    'selfTest.booth.unheard':
      'Mesin TPS tidak terdengar. Hasil ini belum sampai ke papan. Periksa kabelnya, lalu ulangi.',
    'selfTest.desk.start': 'Uji diri meja',
    'selfTest.desk.heading': 'Uji diri meja',
    'selfTest.desk.means': 'Belum ada pemilih yang dicatat. Yang terbaca di sini tidak disimpan.',
    'selfTest.desk.scan': 'Kode yang terbaca pemindai',
    'selfTest.desk.scan.hint':
      'Pemindai: bidik kode kotak di layar ini. Kamera meja tidak bisa melihat layarnya sendiri: tekan “Pakai kamera”, lalu tunjukkan undangan atau struk uji bilik.',
    'selfTest.desk.scan.picture': 'Kode kotak uji meja ini',
    'selfTest.desk.scan.read': 'Kode terbaca',
    'selfTest.desk.scan.other': 'Itu bukan kode uji di layar ini. Bidik kodenya sekali lagi dengan pemindai.',
    'selfTest.desk.scan.otherOfOurs':
      'Pemindai membaca kode lain dari TPS ini, bukan kode di layar ini. Pemindainya bekerja; bidik kode kotak di layar ini supaya tercatat bukan ketikan.',
    'selfTest.desk.card': 'Tempelkan kartu apa saja pada pembaca kartu',
    'selfTest.desk.card.read': 'Kartu terbaca',
    'selfTest.desk.card.none': 'Meja ini tidak punya pembaca kartu',
    'selfTest.desk.camera.on': 'Pakai kamera',
    'selfTest.desk.send': 'Kirim hasil ke papan',
    'selfTest.desk.sent': 'Hasil meja ini sudah ada di papan',
    'selfTest.desk.notSent': 'Hasil meja ini belum sampai ke papan',
    'selfTest.desk.notSent.toDo':
      'Periksa kabel, lalu kirim lagi. Bila pemungutan suara sudah dibuka, uji diri tidak perlu lagi.',
  },
  en: {
    'selfTest.booth.start': 'Booth self-test',
    'selfTest.booth.heading': 'Booth self-test (for officers)',
    'selfTest.booth.print.means': 'The printer gives one test slip. It is no vote. No card has been used.',
    'selfTest.booth.print': 'Print a test slip',
    'selfTest.booth.printAgain': 'Print again',
    'selfTest.booth.digits.heading': 'Type the 4 digits of the test slip',
    'selfTest.booth.digits': 'Digits on the test slip',
    'selfTest.booth.digits.wrong': 'The digits differ. Read the slip again, or print another.',
    'selfTest.booth.camera.heading': 'Show the test slip’s square code to the camera',
    'selfTest.booth.camera.means':
      'Printer and screen are good. The camera may be left out: cards can be typed too.',
    'selfTest.booth.camera.on': 'Turn the camera on',
    'selfTest.booth.camera.view': 'Camera picture',
    'selfTest.booth.camera.other': 'That is not the code of this test slip.',
    'selfTest.booth.camera.missing': 'The camera cannot be used.',
    'selfTest.booth.camera.skip': 'Leave the camera out',
    'selfTest.booth.done': 'This booth has been tested',
    'selfTest.booth.done.toDo':
      'Tear or keep the test slip; never put it into the box. The board has the outcome.',
    'selfTest.booth.end': 'Done',
    'selfTest.booth.notPrinted': 'The test slip was not printed. Printer: {what}. Mend it, then print again.',
    'selfTest.booth.notNow': 'No self-test now: the polls are open, or the booth is in use.',
    'selfTest.booth.unheard':
      'The station is not heard. The board does not have this outcome yet. Check the cable, then repeat.',
    'selfTest.desk.start': 'Desk self-test',
    'selfTest.desk.heading': 'Desk self-test',
    'selfTest.desk.means': 'No voter is recorded yet. What is read here is not kept.',
    'selfTest.desk.scan': 'What the scanner read',
    'selfTest.desk.scan.hint':
      'Scanner: point it at the square code on this screen. The camera of the desk cannot see its own screen: press “Use the camera”, then show it an invitation or the test slip of a booth.',
    'selfTest.desk.scan.picture': 'Square code of this desk’s test',
    'selfTest.desk.scan.read': 'A code was read',
    'selfTest.desk.scan.other':
      'That is not the test code on this screen. Point the scanner at the code once more.',
    'selfTest.desk.scan.otherOfOurs':
      'The scanner read another code of this polling place, not the one on this screen. It works; point it at the square code on this screen, so that it is noted as no typing.',
    'selfTest.desk.card': 'Hold any card to the card reader',
    'selfTest.desk.card.read': 'A card was read',
    'selfTest.desk.card.none': 'This desk has no card reader',
    'selfTest.desk.camera.on': 'Use the camera',
    'selfTest.desk.send': 'Send the outcome to the board',
    'selfTest.desk.sent': 'The board has this desk’s outcome',
    'selfTest.desk.notSent': 'The board does not have this desk’s outcome yet',
    'selfTest.desk.notSent.toDo':
      'Check the cable, then send again. Once the polls are open no self-test is needed.',
  },
});
