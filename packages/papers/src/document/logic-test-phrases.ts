import { catalogue } from '@bilik/words';

/** What the papers of the logic and accuracy test (uji hitung) say. */
export const logicTestPhrases = catalogue({
  id: {
    'testCards.heading': 'Kartu uji hitung',
    'testCards.mark': 'UJI – BUKAN SUARA',
    'testCards.markExercise': 'LATIHAN · UJI',
    'testCards.instruction':
      'Di bilik ini, pakai kartu satu per satu dan sentuh persis pilihan yang tertulis. Periksa struknya, lalu pilih Ya. Bila salah sentuh, pilih Tidak dan ulangi dengan kartu cadangan. Kumpulkan struk UJI per bilik untuk dihitung.',
    'testCards.footer':
      'Kartu uji tidak pernah berlaku untuk suara. Musnahkan setelah laporan uji hitung ditandatangani.',
    'testCards.booth': 'Uji hitung · Bilik {booth}',
    'testCards.ballot': 'UJI · Bilik {booth} · ke-{number}',
    'testCards.spareTitle': 'UJI · Bilik {booth} · cadangan',
    'testCards.spare': 'pengganti bila salah sentuh',

    'logicTest.paper.title': 'LAPORAN UJI HITUNG',
    'logicTest.paper.subtitle': 'Suara yang sudah diketahui melalui setiap bilik, sebelum laporan nol',
    'logicTest.paper.opening':
      '{day}, pukul {begunAt} sampai {at} {zone}, di {address}, mesin TPS dan setiap bilik untuk {title} diuji dengan {casts} surat suara uji. Surat suara uji dienkripsi untuk pemilihan uji dengan kartu dan kunci lain, dan tidak dapat dihitung dalam pemilihan ini.',
    'logicTest.paper.verdict': 'Hasil',
    'logicTest.paper.matched': 'SESUAI',
    'logicTest.paper.differed': 'TIDAK SESUAI',
    'logicTest.paper.matched.line':
      'Pada setiap bilik, naskah, jumlah yang dibuka, dan struk yang dihitung tangan sama.',
    'logicTest.paper.total.line':
      'Jumlah semua bilik bersama, {contest}, {option}: seharusnya {expected}, dibuka {found}.',
    'logicTest.paper.total.unopened': 'Jumlah semua bilik bersama tidak dapat dibuka.',
    'logicTest.paper.booths': 'Per bilik',
    'logicTest.paper.column.option': '{contest} · Bilik {booth}',
    'logicTest.paper.column.expected': 'Naskah',
    'logicTest.paper.column.counted': 'Dibuka',
    'logicTest.paper.column.slips': 'Struk',
    'logicTest.paper.facts': 'Catatan',
    'logicTest.paper.spoiled': 'Surat suara uji yang dibatalkan',
    'logicTest.paper.runs': 'Uji hitung yang diselesaikan di TPS ini',
    'logicTest.paper.keys': 'Kunci uji',
    'logicTest.paper.keys.text':
      'Lain dari kunci pemilihan ini (diperiksa mesin TPS dari paketnya). Surat suara uji telah ditimpa dan dihapus; kunci uji ditimpa dan dihapus ketika laporan nol disiapkan.',
    'logicTest.paper.confirmedBy': 'Diakhiri oleh',
    'logicTest.paper.closing': 'Laporan ini dibuat oleh mesin TPS dan ditandatangani oleh yang menyaksikan.',

    'logicTest.fact.label': 'Uji hitung',
    'logicTest.fact.notDone': 'Tidak dilakukan.',
    'logicTest.fact.reason': 'Alasan, dicatat pukul {at} oleh {names}: {reason}.',
    'logicTest.fact.noReason': 'Alasannya tidak dicatat.',
    'logicTest.fact.matched': 'Dilakukan pukul {at}, sesuai ({casts} surat suara uji).',
    'logicTest.fact.differed': 'Dilakukan pukul {at}, TIDAK SESUAI.',
  },
  en: {
    'testCards.heading': 'Logic and accuracy test cards',
    'testCards.mark': 'TEST – NO VOTE',
    'testCards.markExercise': 'EXERCISE · TEST',
    'testCards.instruction':
      'In this booth use the cards one by one and touch exactly the choice that is written. Look at the slip and choose Yes. If you missed it, choose No and repeat with a spare card. Collect the test slips of each booth for counting.',
    'testCards.footer':
      'Test cards are never good for a vote. Destroy them when the report of the test has been signed.',
    'testCards.booth': 'Logic and accuracy test · booth {booth}',
    'testCards.ballot': 'TEST · booth {booth} · no. {number}',
    'testCards.spareTitle': 'TEST · booth {booth} · spare',
    'testCards.spare': 'in place of one that was missed',

    'logicTest.paper.title': 'LOGIC AND ACCURACY TEST REPORT',
    'logicTest.paper.subtitle': 'Known votes through every booth, before the zero report',
    'logicTest.paper.opening':
      '{day}, from {begunAt} to {at} {zone}, at {address}, the polling-place machine and each booth for {title} were tested with {casts} test ballots. Test ballots are encrypted for a test election with other cards and keys and cannot be counted in this election.',
    'logicTest.paper.verdict': 'Result',
    'logicTest.paper.matched': 'MATCHED',
    'logicTest.paper.differed': 'DIFFERED',
    'logicTest.paper.matched.line':
      'At every booth the script, the opened sum and the slips counted by hand are the same.',
    'logicTest.paper.total.line':
      'Sum of all booths together, {contest}, {option}: should be {expected}, opened {found}.',
    'logicTest.paper.total.unopened': 'The sum of all booths together could not be opened.',
    'logicTest.paper.booths': 'By booth',
    'logicTest.paper.column.option': '{contest} · booth {booth}',
    'logicTest.paper.column.expected': 'Script',
    'logicTest.paper.column.counted': 'Opened',
    'logicTest.paper.column.slips': 'Slips',
    'logicTest.paper.facts': 'Notes',
    'logicTest.paper.spoiled': 'Test ballots that were spoiled',
    'logicTest.paper.runs': 'Tests that were carried to their end here',
    'logicTest.paper.keys': 'Test keys',
    'logicTest.paper.keys.text':
      'Others than the keys of this election (checked by the machine from its package). The test ballots were overwritten and removed; the test keys are overwritten and removed when the zero report is prepared.',
    'logicTest.paper.confirmedBy': 'Ended by',
    'logicTest.paper.closing':
      'This report was made by the polling-place machine and is signed by those who saw the test.',

    'logicTest.fact.label': 'Logic and accuracy test',
    'logicTest.fact.notDone': 'Not done.',
    'logicTest.fact.reason': 'Reason, noted at {at} by {names}: {reason}.',
    'logicTest.fact.noReason': 'No reason was noted.',
    'logicTest.fact.matched': 'Done at {at}, matched ({casts} test ballots).',
    'logicTest.fact.differed': 'Done at {at}, DIFFERED.',
  },
});
