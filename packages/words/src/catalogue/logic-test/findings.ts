import { catalogue } from '../../phrases.ts';

/** Where the logic and accuracy test (uji hitung) did not come out, and what that says; for the board and for papers. */
export const logicTestFindings = catalogue({
  id: {
    'logicTest.fault.encrypts-other':
      'Bilik {booth}, {contest}, {option}: struk {slips} sesuai naskah {expected}, tetapi jumlah yang dibuka {counted}. Bilik ini mengenkripsi lain dari yang dicetaknya.',
    'logicTest.fault.prints-other':
      'Bilik {booth}, {contest}, {option}: jumlah yang dibuka {counted} sesuai naskah {expected}, tetapi struknya {slips}. Bilik ini mencetak lain dari yang dienkripsinya, atau struk salah dihitung.',
    'logicTest.fault.takes-other':
      'Bilik {booth}, {contest}, {option}: struk dan jumlah yang dibuka sama-sama {counted}, naskah {expected}. Pilihan lain yang disentuh, atau bilik ini menukarnya.',
    'logicTest.fault.cards-unused':
      'Bilik {booth}, {contest}, {option}: struk dan jumlah yang dibuka sama-sama {counted}, naskah {expected}. Kartu uji belum semua dipakai di bilik ini.',
    'logicTest.fault.all-differ':
      'Bilik {booth}, {contest}, {option}: naskah {expected}, jumlah yang dibuka {counted}, struk {slips}.',
    'logicTest.unopened': 'tidak terbuka',
  },
  en: {
    'logicTest.fault.encrypts-other':
      'Booth {booth}, {contest}, {option}: {slips} slips as the script says ({expected}), but the opened sum is {counted}. This booth encrypts something else than it prints.',
    'logicTest.fault.prints-other':
      'Booth {booth}, {contest}, {option}: the opened sum {counted} is as the script says ({expected}), but there are {slips} slips. This booth prints something else than it encrypts, or slips were miscounted.',
    'logicTest.fault.takes-other':
      'Booth {booth}, {contest}, {option}: slips and opened sum are both {counted}, the script says {expected}. Another option was touched, or this booth took it for another one.',
    'logicTest.fault.cards-unused':
      'Booth {booth}, {contest}, {option}: slips and opened sum are both {counted}, the script says {expected}. Not all test cards were used at this booth.',
    'logicTest.fault.all-differ':
      'Booth {booth}, {contest}, {option}: script {expected}, opened sum {counted}, slips {slips}.',
    'logicTest.unopened': 'not opened',
  },
});
