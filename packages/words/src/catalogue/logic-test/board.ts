import { catalogue } from '../../phrases.ts';

/** The board leads through the logic and accuracy test (uji hitung), and shows what came of it. */
export const logicTestBoard = catalogue({
  id: {
    'logicTest.heading': 'Uji hitung',
    'logicTest.means':
      'Suara yang sudah diketahui dimasukkan lewat setiap bilik dengan kartu uji. Jumlahnya harus sama dengan naskah dan dengan struknya. Sesudahnya semua dihapus.',
    'logicTest.begin': 'Mulai uji hitung',
    'logicTest.begin.means':
      'Semua bilik beralih ke uji dan menampilkan UJI HITUNG. Siapkan lembar kartu uji setiap bilik.',
    'logicTest.begin.ask': 'Mulai uji hitung?',
    'logicTest.begin.yes': 'Mulai',
    'logicTest.again': 'Uji lagi',
    'logicTest.goOn': 'Lanjutkan uji hitung',
    'logicTest.goOn.means': 'Surat suara uji yang sudah masuk tetap ada. Bilik beralih lagi ke uji.',
    'logicTest.goOn.ask': 'Lanjutkan uji hitung yang terhenti?',
    'logicTest.goOn.yes': 'Lanjutkan',
    'logicTest.erase': 'Hapus uji ini',
    'logicTest.erase.means':
      'Uji ini berakhir tanpa hasil. Surat suara uji ditimpa dan dihapus; sesudahnya dapat diuji lagi dari awal.',
    'logicTest.erase.ask': 'Hapus uji hitung ini tanpa hasil?',
    'logicTest.erase.yes': 'Hapus',
    'logicTest.end': 'Akhiri uji, bandingkan, dan hapus',
    'logicTest.end.means':
      'Hitung dulu struk UJI dari setiap bilik dengan tangan dan ketik di atas. Baru sesudah itu jumlahnya dibuka.',
    'logicTest.end.ask': 'Akhiri uji hitung dan buka jumlahnya?',
    'logicTest.end.yes': 'Akhiri',
    'logicTest.skip': 'Lewati dengan alasan',
    'logicTest.skip.means':
      'TPS dapat dibuka tanpa uji hitung. Alasannya masuk laporan nol dan berita acara.',
    'logicTest.skip.ask': 'Lanjut tanpa uji hitung yang sesuai?',
    'logicTest.skip.yes': 'Catat alasan',
    'logicTest.skip.reason': 'Alasan',
    'logicTest.first': 'Uji hitung dahulu',
    'logicTest.first.notDone': 'Uji hitung belum dilakukan, dan alasannya belum dicatat.',
    'logicTest.first.differed': 'Uji hitung tidak sesuai, dan alasan untuk melanjutkan belum dicatat.',
    'logicTest.first.means':
      'Sesudah laporan nol disiapkan, uji hitung tidak dapat dilakukan lagi. Lakukan dahulu, atau ketua dan satu orang lagi mencatat alasannya di “Lewati dengan alasan”.',
    'logicTest.first.go': 'Ke uji hitung',
    'logicTest.skipped': 'Alasan yang dicatat pukul {time}: {reason}',
    'logicTest.progress': 'Bilik {booth}: {casts} dari {script} surat suara uji',
    'logicTest.slips': 'Struk UJI di Bilik {booth}, dihitung tangan',
    'logicTest.underWay': 'Uji hitung sedang berlangsung. Bilik hanya menerima kartu uji.',
    'logicTest.interrupted.happened': 'Mesin TPS dinyalakan lagi di tengah uji hitung.',
    'logicTest.interrupted.notHappened': 'Suara sungguhan tidak tersentuh; bilik belum beralih ke uji.',
    'logicTest.interrupted.toDo': 'Lanjutkan uji itu, atau hapus dan mulai dari awal.',
    'logicTest.matched': 'Sesuai',
    'logicTest.differed': 'Tidak sesuai',
    'logicTest.notDone': 'Belum dilakukan',
    'logicTest.lastAt': 'Diakhiri pukul {time} · uji ke-{runs}',
    'logicTest.differed.happened': 'Uji hitung tidak sesuai.',
    'logicTest.differed.notHappened': 'Tidak ada suara sungguhan di dalamnya.',
    'logicTest.differed.toDo':
      'Ulangi di bilik itu dengan saksi. Bila tetap berbeda, jangan pakai bilik itu. Dibuka dalam keadaan ini pun dapat, dan tercatat.',
    'logicTest.unused.happened': 'Kartu uji belum semua dipakai.',
    'logicTest.unused.notHappened':
      'Pada kartu yang dipakai, struk dan jumlah yang dibuka sama. Yang belum dipakai belum menguji apa pun.',
    'logicTest.unused.toDo':
      'Uji lagi, dan pakai semua kartu pada lembar setiap bilik. Dibuka dalam keadaan ini pun dapat, dan tercatat.',
    'logicTest.unused.booth': 'Bilik {booth}: {used} dari {script} kartu uji dipakai.',
    'logicTest.end.unused': 'Kartu uji belum semua dipakai',
    'logicTest.end.unused.means':
      'Bila diakhiri sekarang, hasilnya pasti “Tidak sesuai”. Kembali, lalu pakai sisanya.',
    'logicTest.total': 'Jumlah semua bilik bersama tidak sama dengan naskah, atau tidak terbuka.',
    'logicTest.notErased':
      'Sisa uji belum dapat dihapus dari media. Dicoba lagi ketika mesin TPS dinyalakan berikutnya.',
    'logicTest.openPaper': 'Buka laporan uji hitung (PDF)',
    'logicTest.next.begin':
      'Uji hitung: dua orang menekan “Mulai uji hitung”. Bila tidak dilakukan, ketua mencatat alasannya dahulu.',
    'logicTest.next.cast': 'Uji hitung: pakai semua kartu uji di setiap bilik, lalu ketik hitungan struknya.',
    'logicTest.next.interrupted': 'Uji hitung terhenti di tengah: lanjutkan atau hapus.',
    'logicTest.next.differed':
      'Uji hitung tidak sesuai: ulangi, atau catat alasan dan lanjut ke laporan nol.',
  },
  en: {
    'logicTest.heading': 'Logic and accuracy test',
    'logicTest.means':
      'Known votes are cast through every booth with test cards. Their sum must be what the script and the slips say. Then everything is erased.',
    'logicTest.begin': 'Begin the test',
    'logicTest.begin.means':
      'All booths switch to the test and show UJI HITUNG. Have the sheet of test cards of each booth ready.',
    'logicTest.begin.ask': 'Begin the logic and accuracy test?',
    'logicTest.begin.yes': 'Begin',
    'logicTest.again': 'Test again',
    'logicTest.goOn': 'Go on with the test',
    'logicTest.goOn.means': 'Test ballots that are in are kept. Booths switch to the test again.',
    'logicTest.goOn.ask': 'Go on with the test that was interrupted?',
    'logicTest.goOn.yes': 'Go on',
    'logicTest.erase': 'Erase this test',
    'logicTest.erase.means':
      'This test ends without a result. Test ballots are overwritten and removed; a new one can be begun after it.',
    'logicTest.erase.ask': 'Erase this test without a result?',
    'logicTest.erase.yes': 'Erase',
    'logicTest.end': 'End the test, compare and erase',
    'logicTest.end.means':
      'First count the test slips of each booth by hand and type them above. Only then the sum is opened.',
    'logicTest.end.ask': 'End the test and open its sum?',
    'logicTest.end.yes': 'End',
    'logicTest.skip': 'Skip with a reason',
    'logicTest.skip.means':
      'The polls can open without the test. The reason goes into zero report and minutes.',
    'logicTest.skip.ask': 'Go on without a test that matched?',
    'logicTest.skip.yes': 'Note the reason',
    'logicTest.skip.reason': 'Reason',
    'logicTest.first': 'The logic and accuracy test first',
    'logicTest.first.notDone': 'The test was not done, and no reason is noted.',
    'logicTest.first.differed': 'The test differed, and no reason for going on is noted.',
    'logicTest.first.means':
      'Once the zero report is prepared, the test can no longer be done. Do it first, or let chair and one more note why not at “Skip with a reason”.',
    'logicTest.first.go': 'Go to the test',
    'logicTest.skipped': 'Reason noted at {time}: {reason}',
    'logicTest.progress': 'Booth {booth}: {casts} of {script} test ballots',
    'logicTest.slips': 'Test slips of booth {booth}, counted by hand',
    'logicTest.underWay': 'The test is under way. Booths take test cards only.',
    'logicTest.interrupted.happened':
      'The polling-place machine was started again in the middle of the test.',
    'logicTest.interrupted.notHappened': 'No real vote was touched; booths have not switched to the test.',
    'logicTest.interrupted.toDo': 'Go on with that test, or erase it and begin anew.',
    'logicTest.matched': 'Matched',
    'logicTest.differed': 'Differed',
    'logicTest.notDone': 'Not done yet',
    'logicTest.lastAt': 'Ended at {time} · test no. {runs}',
    'logicTest.differed.happened': 'The logic and accuracy test differed.',
    'logicTest.differed.notHappened': 'No real vote is in it.',
    'logicTest.differed.toDo':
      'Repeat it at that booth before witnesses. If it differs again, do not use that booth. The polls can be opened even so, and it is noted.',
    'logicTest.unused.happened': 'Not all test cards were used.',
    'logicTest.unused.notHappened':
      'For the cards that were used, slips and opened sum are the same. What was not used has tested nothing.',
    'logicTest.unused.toDo':
      'Test again, and use all cards on the sheet of each booth. The polls can be opened even so, and it is noted.',
    'logicTest.unused.booth': 'Booth {booth}: {used} of {script} test cards were used.',
    'logicTest.end.unused': 'Not all test cards are used',
    'logicTest.end.unused.means':
      'If it ends now, the outcome is surely “Differed”. Go back and use the rest.',
    'logicTest.total': 'The sum of all booths together is not what the script says, or was not opened.',
    'logicTest.notErased':
      'What is left of the test could not be erased from the medium yet. It is tried again when the machine is next started.',
    'logicTest.openPaper': 'Open the report of the test (PDF)',
    'logicTest.next.begin':
      'Logic and accuracy test: two people press “Begin the test”. If it is not done, the chair notes the reason first.',
    'logicTest.next.cast':
      'Logic and accuracy test: use all test cards at every booth, then type the slip counts.',
    'logicTest.next.interrupted': 'The test was interrupted: go on with it or erase it.',
    'logicTest.next.differed': 'The test differed: repeat it, or note a reason and go on to the zero report.',
  },
});
