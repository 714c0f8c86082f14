import { catalogue } from '../../phrases.ts';

/** The board asks for the self-test, and shows what it found. */
export const selfTestBoard = catalogue({
  id: {
    'selfTest.heading': 'Uji diri',
    'selfTest.means':
      'Coba dulu semua bilik dan meja di layarnya masing-masing. Lalu mesin ini memeriksa jam, ruang, kedua media, dan listriknya.',
    'selfTest.run': 'Jalankan uji diri',
    'selfTest.runAgain': 'Jalankan lagi',
    'selfTest.lastAt': 'Diuji pukul {time}',
    'selfTest.untried': 'Belum dicoba: {devices}.',
    'selfTest.news': 'Ada bilik atau meja yang dicoba sesudah itu. Jalankan lagi supaya hasilnya tercatat.',
    'selfTest.openPaper': 'Buka laporan uji diri (PDF)',
    'selfTest.noGo.happened': 'Tidak siap: {what}',
    'selfTest.noGo.notHappened': 'Pemungutan suara belum dibuka; tidak ada yang hilang.',
    'selfTest.noGo.toDo':
      'Bereskan yang bertanda Tidak siap, lalu jalankan lagi. Dibuka dalam keadaan ini pun dapat, dan tercatat di berita acara.',
    'selfTest.next.run': 'Uji diri dulu: coba tiap bilik dan meja, lalu tekan “Jalankan uji diri”.',
    'selfTest.next.mend': 'Uji diri: {what} Bereskan, lalu jalankan lagi; atau lanjut ke uji hitung.',
  },
  en: {
    'selfTest.heading': 'Self-test',
    'selfTest.means':
      'First try every booth and desk on its own screen. Then this machine looks at its clock, space, both media and power.',
    'selfTest.run': 'Run the self-test',
    'selfTest.runAgain': 'Run it again',
    'selfTest.lastAt': 'Tested at {time}',
    'selfTest.untried': 'Not tried yet: {devices}.',
    'selfTest.news': 'A booth or desk was tried after that. Run the test again so that it is noted.',
    'selfTest.openPaper': 'Open the self-test report (PDF)',
    'selfTest.noGo.happened': 'Not ready: {what}',
    'selfTest.noGo.notHappened': 'The polls are not open; nothing is lost.',
    'selfTest.noGo.toDo':
      'Mend what is marked No go, then run the test again. The polls can be opened even so, and the minutes say it.',
    'selfTest.next.run': 'Self-test first: try each booth and desk, then press “Run the self-test”.',
    'selfTest.next.mend':
      'Self-test: {what} Mend it and run it again; or go on to the logic and accuracy test.',
  },
});
