/**
 * The booth in the Malay of Palembang (Baso Palembang sari-sari), for Banyuasin. Written from word lists and grammars, not by somebody who
 * grew up with it: **a native speaker must review it before real voters see it** (decision 14). Words that stand on paper (SAH, BATAL, struk
 * pelacak) are the Indonesian ones.
 */
export const boothPalembang = {
  'booth.title': 'Bilik suaro',
  'booth.name': 'Bilik {number}',
  'booth.preparing': 'Bilik lagi disiapke. Tunggu sebentar.',
  'booth.removed': 'Bilik ini dikeluarke di papan, atau lum dipasangke.',
  'booth.removed.toDo': 'Pemilih: kiaw petugas. Petugas: minta kode di papan, laju ketik di sini.',
  'booth.waitingStation': 'Nunggu mesin TPS. Suaro kamu aman. Jangan pegi dulu.',
  'booth.guide.card': 'Bukak kertu kamu. Tunjukke kode kotak ke kamera, atau ketik 24 angkonyo.',
  'booth.guide.choose': 'Sentuh sikok gambar, sudah tu tekan Terus.',
  'booth.slip.question': 'Samo dengan pilihan kamu?',
  'booth.card.heading': 'Ketik atau pindai kertu',
  'booth.card.code': '24 angko di dalem kertu',
  'booth.card.camera': 'Pake kamera',
  'booth.card.cameraOff': 'Matike kamera',
  'booth.card.cameraView': 'Gambar kamera',
  'booth.card.noCamera': 'Kamera dak pacak dipake. Ketik angkonyo, atau minta tulung petugas.',
  'booth.card.mistyped':
    'Ado angko yang salah ketik. Kertu kamu belum tepake. Samoke kelompok demi kelompok dengan kertu, sudah tu tekan Hapus dan beneri.',
  'booth.card.used': 'Kertu ini sudah dipake milih. Dak katek yang berubah. Balek ke mejo.',
  'booth.card.void': 'Kertu ini batal. Dak katek yang berubah.',
  'booth.card.inUse': 'Kertu ini lagi dipake. Panggel petugas.',
  'booth.card.foreign': 'Kertu ini bukan dari TPS ini. Dak katek yang berubah. Balek ke mejo.',
  'booth.card.noRelease': 'Mejo belum ngelepas hak suaro. Kertu kamu belum tepake. Balek ke mejo dulu.',
  'booth.card.notOpen': 'Pemungutan suaro belum dibukak atau sudah ditutup. Kertu kamu belum tepake.',
  'booth.notOpen.before': 'Pemungutan suaro belum dibukak',
  'booth.notOpen.beforeToDo': 'Simpen kertu kamu. Layar ini beganti dewek kalu ketua KPPS sudah mukaknyo.',
  'booth.notOpen.paused': 'Pemungutan suaro lagi berenti sebentar',
  'booth.notOpen.pausedToDo': 'Simpen kertu kamu. Layar ini beganti dewek kalu sudah diteruske.',
  'booth.notOpen.after': 'Pemungutan suaro sudah ditutup',
  'booth.notOpen.afterToDo': 'Bilik ini dak nerimo kertu lagi.',
  'booth.choose': 'sentuh sikok gambar',
  'booth.review.heading': 'Pilihan kamu',
  'booth.review.change': 'Ganti',
  'booth.review.confirm': 'Iyo, ini pilihan aku',
  'booth.hidden.heading': 'Pilihan kamu ditutupi',
  'booth.hidden.explained':
    'Petugas boleh parak. Struk pelacak yang dak utuh dak belaku. Kalu kamu sudah dewekan lagi, tekan Teruske: pilihan kamu nampak lagi.',
  'booth.hidden.untouched': 'Layar ini sudah lamo dak disentuh.',
  'booth.hidden.untouchedExplained':
    'Kalu kamu masih di bilik dan dewekan, tekan Teruske. Kalu idak, pilihan ini sebentar lagi dihapus. Kertu belum tepake dan suaro belum dikirim.',
  'booth.hidden.forgotten':
    'Layar lamo dak disentuh, jadi pilihan tadi dihapus. Suaro belum dikirim dan kertunyo masih belaku: ketik atau pindai lagi.',
  'booth.hidden.continue': 'Teruske',
  'booth.hidden.leave': 'Mulai lagi dari kertu',
  'booth.tracker.heading': 'Ambek struk pelacak di pencetak',
  'booth.tracker.explained':
    'Struk itu isinyo nomor surat suaro kamu yang disandike, bukan pilihan kamu. Simpen, biar kagek pacak diperikso kalu suaro kamu ikut dietong.',
  'booth.tracker.cast': 'Masukke suaro',
  'booth.tracker.prove': 'Uji mesin ini dulu',
  'booth.prove.title': 'Uji mesin ini?',
  'booth.unheard': 'Mesin TPS dak nyaut.',
  'booth.unheard.notHappened': 'Kartu dak biso dibaco mak ini, tapi masih belaku.',
  'booth.unheard.toDo': 'Tunggu sebentar; bilik ini nyambung lagi dewek.',
  'booth.unheard.long':
    'Petugas: panggil petugas teknis; mesin TPS diidupke lagi, atau laptop cadangan ngambil alih.',
  'booth.officer': 'Petugas: kertas pencetak',
  'booth.slip.headingInHand': 'Jingok struk di pencetak, jangan ditarik dulu',
  'booth.finished.castInHand':
    'Sobek struk yang betando SAH. Tunjukke tando SAH-nyo bae ke penjago kotak, terus masukke ke kotak struk.',
  'booth.prove.explained':
    'Surat suaro ini nak dibukak sandinyo: isinyo nampak oleh wong yang merikso dan diumumke besamo hasil, dak pake namo. Kalu ini pilihan kamu dewek dan nak kamu rahasioke, tekan Balek. Suaro ini dak dietong dan kertu ini batal.',
  'booth.prove.confirm': 'Iyo, uji dan bukak',
  'booth.slip.heading': 'Jingok struk di balek kaco',
  'booth.slip.explained':
    'Kalu samo, tekan “Iyo, samo”. Baru SAH dicetak dan suaro kamu dietong. Struk yang katek SAH dak belaku.',
  'booth.slip.explainedTest':
    'Ini uji hitung. Kalu samo dengan lembar kertu uji, tekan “Iyo, samo”. Baru UJI dicetak.',
  'booth.slip.window': 'Gambar jendela pencetak (cuma waktu latihan)',
  'booth.slip.showWindow': 'Tampilke gambar jendela pencetak',
  'booth.slip.yes': 'Iyo, samo',
  'booth.slip.no': 'Dak samo',
  'booth.slip.noTitle': 'Struk dak samo?',
  'booth.slip.noExplained':
    'Struk ini nak dicetak BATAL dan dak dietong. Kertu ini batal, dan kamu milih lagi pake kertu laen.',
  'booth.slip.noConfirm': 'Batalke struk ini',
  'booth.working.tracker': 'Struk pelacak lagi dicetak …',
  'booth.working.slip': 'Struk pilihan lagi dicetak …',
  'booth.working.confirm': 'Suaro kamu lagi disimpen …',
  'booth.working.sah': 'Tando SAH lagi dicetak …',
  'booth.working.uji': 'Tando UJI lagi dicetak …',
  'booth.working.batal': 'Tando BATAL lagi dicetak …',
  'booth.working.prove': 'Sandi lagi dibukak …',
  'booth.wait.heading': 'Tunggu sebentar di sini',
  'booth.wait.medium': 'Layanan berenti sebentar. Petugas sudah tau.',
  'booth.wait.station': 'Mesin TPS lagi dak nyawab.',
  'booth.wait.slip': 'Struk kamu aman di balik kaco.',
  'booth.wait.slipInHand': 'Biarke struk di pencetak, jangan ditarik.',
  'booth.wait.goesOn': 'Jangan nekan apo-apo: jawaban kamu tekirim dewek.',
  'booth.lost.heading': 'Halaman ini dimuat ulang',
  'booth.lost.explained':
    'Suaro belum dikirim dan kertu kamu belum tepake. Struk pelacak yang tadi dak belaku lagi.',
  'booth.lost.again': 'Ketik atau pindai kertu lagi',
  'booth.finished.cast': 'Suaro kamu sudah masuk',
  'booth.finished.castExplained': 'Struk yang betando SAH sudah jatuh ke kotak.',
  'booth.finished.castToDo': 'Masukke kertu kamu ke kotak kertu. Bawak balek struk pelacak.',
  'booth.finished.test': 'Surat suaro uji sudah masuk',
  'booth.finished.testExplained': 'Struk yang betando UJI sudah jatuh ke kotak. Ini bukan suaro beneran.',
  'booth.finished.testInHand':
    'Sobek struk yang betando UJI dan masukke ke kotak struk. Ini bukan suaro beneran.',
  'booth.finished.testToDo': 'Sisihke kertu uji dan struk pelacaknyo. Teruske pake kertu uji sudah ini.',
  'booth.finished.spoiled': 'Suaro ini dibatalke',
  'booth.finished.spoiledExplained': 'Dak katek suaro yang dietong. Kertu ini batal: enjukke samo petugas.',
  'booth.finished.proved': 'Surat suaro uji sudah dibukak',
  'booth.finished.provedExplained': 'Suaro ini dak dietong. Kertu ini batal: enjukke samo petugas.',
  'booth.finished.provedToDo':
    'Petugas mindai kode ini pake kamera papan (Kartu & bukti). Nomornyo harus samo dengan struk pelacak.',
  'booth.finished.proof': 'Kode bukti',
  'booth.finished.enlarge': 'Besaki kode',
  'booth.question.cast': 'Suaro ini SUDAH tesimpen. Yang belum pasti cuma tando SAH di struknyo.',
  'booth.question.void': 'Suaro ini DAK dietong. Yang belum pasti cuma tando BATAL di struknyo.',
  'booth.question.restarted': 'Bilik ini baru idup lagi di tengah sikok pemilih.',
  'booth.question.printer': 'Pencetak berenti di tengah jalan.',
  'booth.question.trouble': 'Kato pencetak sekarang: {why}.',
  'booth.question.printerReady': 'Pencetak sekarang siap.',
  'booth.question.voter':
    'Pemilih, tunggu di sini. Duo petugas nyingok ujung bawah kertas dan nyawab. Layar ini dak nampilke pilihan kamu, tapi di kertas pilihan itu pacak tebaco: kamu boleh nutupinyo pake tangan.',
  'booth.question.lookCast': 'Jingok kertas di jendela pencetak dan di kotak struk:',
  'booth.question.lookInHand': 'Jingok kertas di pencetak, samo struk di tangan pemilih:',
  'booth.question.lookVoid': 'Jingok kertas di jendela pencetak:',
  'booth.question.printSah': 'Struk tegantung KATEK tando SAH: cetak SAH',
  'booth.question.hasSah': 'Struk sudah betando SAH',
  'booth.question.printBatal': 'Struk tegantung KATEK tando BATAL: cetak BATAL',
  'booth.question.hasBatal': 'Struk sudah betando BATAL, atau ditulis tangan BATAL, dan masuk amplop',
  'booth.question.noSlip': 'Katek struk samo sekali',
  'booth.question.first': 'Petugas petamo yang nyingok',
  'booth.question.second': 'Petugas keduo yang nyingok',
  'booth.question.choosePerson': 'Pilih namo',
  'booth.question.twoPeople': 'Duo petugas yang laen wong harus nyingok kertas itu.',
  'booth.pin.heading': 'Keduo petugas ngetik PIN',
  'booth.pin.said': 'Jawaban kamu: {answer}.',
  'booth.pin.working': 'PIN lagi diperikso',
  'booth.pin.exercise':
    'LATIHAN: PIN ado di amplopnyo. Di satu komputer: halaman “Latihan satu TPS”, bagian Amplop. Di balai desa: dari petugas teknis.',
  'booth.pin.wrong': 'PIN {name} dak cocok. Katek yang dicetak atau dicatet. Pilih jawaban sekali lagi.',
  'booth.pin.waitSeconds':
    'PIN {name} berapo kali salah. Katek yang dicetak atau dicatet. {name} nunggu {count} detik, atau petugas laen nyawab.',
  'booth.pin.waitMinutes':
    'PIN {name} berapo kali salah. Katek yang dicetak atau dicatet. {name} nunggu {count} menit, atau petugas laen nyawab.',
  'booth.pin.unheard':
    'Mesin TPS dak meriksa PIN. Katek yang dicetak atau dicatet. Pilih jawaban sekali lagi.',
  'booth.older.heading': 'Bilik ini berenti',
  'booth.older.happened':
    'Mesin TPS make salinan lamo: bilik ini sudah nyingok {seen} suaro masuk, mesin TPS sekarang cuma tau {found}.',
  'booth.older.voids':
    'Mesin TPS make salinan lamo: bilik ini sudah nyingok {seen} kertu batal, mesin TPS sekarang cuma tau {found}.',
  'booth.older.epoch':
    'Mesin TPS make salinan lamo: bilik ini sudah make mesin TPS ke-{seen}, yang nyawab sekarang mesin ke-{found}.',
  'booth.older.other':
    'Mesin TPS yang nyawab bukan lanjutan mesin yang dikenal bilik ini: duo-duonyo pernah bejalan dewek-dewek.',
  'booth.older.notHappened':
    'Bilik ini dak ngirim dan dak nyetak apo-apo lagi. Suaro yang sudah masuk ado di media yang bener. Struk yang tegantung katek SAH belum belaku.',
  'booth.older.toDo':
    'Jangan milih di sini. Panggel ketua KPPS dan petugas teknis: berentike mesin TPS itu dan pasang lagi media yang bener. Jangan hapus apo-apo.',
  'booth.older.again': 'Media yang bener sudah dipasang: perikso lagi',
  'booth.broken.heading': 'Layar ini berenti',
  'booth.broken.happened': 'Bagian layar yang nyandike pilihan dak bejalan.',
  'booth.broken.notHappened':
    'Suaro yang sudah tesimpen tetep tesimpen. Pilihan yang belum disimpen dak dikirim.',
  'booth.broken.toDo':
    'Muat ulang layar. Kalu teulang, pemilih pindah ke bilik laen dan petugas teknis merikso bilik ini.',
  'booth.broken.again': 'Muat ulang layar',
  'booth.printer.notReady':
    'Pencetak belum siap: {why}. Suaro kamu belum dikirim dan kertu kamu belum tepake. Panggel petugas.',
  'booth.printer.unreachable': 'dak tesambung',
  'booth.printer.several-printers': 'duo pencetak tesambung',
  'booth.printer.paper-out': 'kertas abis',
  'booth.printer.cover-open': 'tutupnyo tebukak',
  'booth.printer.jam': 'kertas macet',
  'booth.printer.cutter': 'lading macet',
  'booth.printer.no-answer': 'dak nyawab',
  'booth.printer.vanished-in-mid-job': 'teputus',
  'booth.refused.store':
    'Layanan di TPS ini berenti sebentar. Yang baru bae ditekan dak tecatet. Petugas sudah tau dari papan: tunggu di sini, sudah tu cubo lagi.',
  'booth.refused.ballot': 'Mesin TPS nolak sandi ini. Dak katek suaro yang dietong. Panggel petugas.',
} as const;
