import { catalogue } from '../../phrases.ts';

/** The office's side of the key ceremony. */
export const ceremonyRoom = catalogue({
  id: {
    'ceremony.list': 'Upacara kunci di wilayah Anda',
    'ceremony.none': 'Belum ada upacara kunci.',
    'ceremony.name': 'Nama upacara',
    'ceremony.name.hint':
      'Dibacakan semua orang, misalnya “Pilkades Banyuasin 2026”. Setelah ditinggalkan, nama itu tidak dipakai lagi.',
    'ceremony.area': 'Wilayah',
    'ceremony.places': 'TPS',
    'ceremony.phase': 'Keadaan',
    'ceremony.missing': 'Ditunggu',
    'ceremony.open': 'Buka',
    'ceremony.new': 'Rencanakan upacara',
    'ceremony.back': 'Semua upacara',
    'ceremony.area.hint':
      'Kabupaten untuk semua TPS mesin sekaligus, atau satu desa: ketik sebagian namanya lalu pilih.',
    'ceremony.threshold': 'Cukup berapa orang',
    'ceremony.threshold.hint': 'Lebih dari separuh pemegang kunci, dan bukan semuanya: 3 dari 5.',
    'ceremony.members': 'Pemegang kunci',
    'ceremony.members.hint':
      'Satu orang satu baris: nama; pihak. Satu pihak tidak boleh dapat membuka sendiri atau menggagalkan sendiri.',
    'ceremony.members.wrong': 'Tulis paling sedikit tiga baris, masing-masing: nama; pihak.',
    'ceremony.plan': 'Buat rencana',
    'ceremony.plan.about':
      'Satu kunci untuk setiap TPS mesin yang belum punya kunci, dibuat bersama dalam satu upacara.',
    'ceremony.codes': 'Kode papan pesan',
    'ceremony.codes.once':
      'Cetak lembar kode sekarang dan serahkan kepada orangnya. Kode tidak ditampilkan lagi.',
    'ceremony.sheet.title': 'Undangan upacara kunci untuk',
    'ceremony.sheet.address': 'Alamat papan',
    'ceremony.sheet.code': 'Kode',
    'ceremony.sheet.how':
      'Ketik alamat dan kode ini di perangkat pemegang kunci Anda, di bagian “Papan pesan kantor”.',
    'ceremony.sheet.means':
      'Kode ini hanya memasukkan pesan Anda; ia tidak membuka suara siapa pun. Bila lembar ini hilang, minta kode baru: yang lama lalu tidak berlaku.',
    'ceremony.sheet.print': 'Cetak {count} lembar kode',
    'ceremony.codes.about':
      'Alamat papan pesan: alamat kantor ini. Kode hanya memasukkan pesan; ia tidak membuka apa pun.',
    'ceremony.planFile': 'Ambil berkas rencana',
    'ceremony.invite': 'Kode baru',
    'ceremony.way': 'Jalannya upacara',
    'ceremony.phase.certificates': 'mengumpulkan sertifikat',
    'ceremony.phase.comparing': 'membacakan sidik',
    'ceremony.phase.polynomials': 'mengumpulkan pesan kedua',
    'ceremony.phase.shares': 'mengumpulkan pesan ketiga',
    'ceremony.phase.faulty': 'ada pesan salah',
    'ceremony.phase.confirming': 'mencocokkan kunci',
    'ceremony.phase.posting': 'menempel pengumuman',
    'ceremony.phase.ready': 'selesai',
    'ceremony.phase.too-few': 'terlalu sedikit',
    'ceremony.phase.left': 'ditinggalkan',
    'ceremony.next.certificates':
      'Setiap pemegang kunci membuat sertifikat di perangkatnya dan memberikannya.',
    'ceremony.next.comparing':
      'Semua berkumpul. Setiap orang membacakan delapan katanya dari perangkatnya; yang lain mencocokkan.',
    'ceremony.next.polynomials':
      'Setiap pemegang kunci memberikan pesan kedua. Boleh pulang dahulu; semua langkah tersimpan.',
    'ceremony.next.shares': 'Setiap pemegang kunci memberikan pesan ketiga.',
    'ceremony.next.faulty':
      'Pesan {name} salah. Tidak ada versi kedua: tinggalkan upacara ini dan mulai lagi dengan nama baru.',
    'ceremony.next.confirming': 'Setiap perangkat menunjukkan delapan kata kunci. Cocokkan satu per satu.',
    'ceremony.next.posting': 'Cetak pengumuman, tandatangani, tempel, lalu catat di mana.',
    'ceremony.next.ready': 'Kunci siap. Paket TPS dapat diterbitkan.',
    'ceremony.next.too-few':
      'Kurang dari {threshold} orang dapat datang: suara tidak dapat dibuka. Buat kunci baru sebelum hari pemungutan; sesudahnya, menurut aturan, hitungan slip adalah hasilnya.',
    'ceremony.next.left': 'Upacara ini berakhir tanpa kunci. Yang berikutnya bernama “{next}”.',
    'ceremony.waitingFor': 'Ditunggu: {names}',
    'ceremony.message.certificate': 'Pesan 1',
    'ceremony.message.polynomial': 'Pesan 2',
    'ceremony.message.share': 'Pesan 3',
    'ceremony.given.network': 'ada, lewat papan pesan',
    'ceremony.given.stick': 'ada, lewat stik',
    'ceremony.given.none': 'ditunggu',
    'ceremony.give': 'Ambil',
    'ceremony.take': 'Pesan dari stik',
    'ceremony.take.done': 'Pesan {name} ditempel.',
    'ceremony.words': 'Delapan kata {name}',
    'ceremony.keys': 'Delapan kata kunci bersama',
    'ceremony.keys.about': 'Harus sama di perangkat semua pemegang kunci dan pada pengumuman.',
    'ceremony.hex': 'Sidik lengkap',
    'ceremony.present': '{name} hadir, membacakan katanya, dan semuanya cocok',
    'ceremony.compared': 'Semua cocok, lanjutkan',
    'ceremony.confirm': 'Perangkat {name} cocok',
    'ceremony.confirmed': 'cocok',
    'ceremony.lost': 'tidak dapat datang',
    'ceremony.poster': 'Cetak pengumuman kunci',
    'ceremony.where': 'Ditempel di mana',
    'ceremony.posted': 'Catat penempelan',
    'ceremony.trouble': 'Bila ada yang berhalangan',
    'ceremony.trouble.before':
      'Sebelum kunci selesai tidak ada yang diganti: semua meninggalkan upacara ini, lalu mulai lagi dengan nama baru dan orang lain.',
    'ceremony.trouble.after':
      'Setelah kunci selesai tidak ada yang diganti: cukup {threshold} orang. Catat siapa yang tidak dapat datang lagi.',
    'ceremony.reason': 'Alasan',
    'ceremony.leave': 'Tinggalkan upacara',
    'ceremony.leave.confirm':
      'Semua perangkat membuang rahasianya dan tidak pernah ikut lagi dengan nama ini. Tidak dapat dibatalkan.',
    'ceremony.lost.act': 'Catat tidak dapat datang',
    'ceremony.lost.who': 'Siapa',
    'ceremony.steps': 'Yang sudah terjadi',
    'ceremony.step.at': 'Waktu',
    'ceremony.step.what': 'Apa',
    'ceremony.step.who': 'Oleh',
    'ceremony.step.device': 'perangkat',
    'ceremony.step.planned': 'Direncanakan',
    'ceremony.step.given': 'Pesan {number} dari {name}',
    'ceremony.step.compared': 'Semua sidik dibacakan dan cocok',
    'ceremony.step.faulty': 'Pesan {name} salah',
    'ceremony.step.made': 'Kunci dihitung',
    'ceremony.step.confirmed': 'Perangkat {name} menunjukkan sidik yang sama',
    'ceremony.step.posted': 'Pengumuman ditempel: {where}',
    'ceremony.step.left': 'Ditinggalkan: {reason}',
    'ceremony.step.lost': '{name} tidak dapat datang lagi: {reason}',
    'ceremony.refused': 'Ditolak: {reason}. Tidak ada yang berubah.',
    'ceremony.refused.bundle-of-other-plan':
      'Pesan {name} dari rencana lain. Pesan itu tidak ditempel. Minta orang itu memakai rencana ini.',
    'ceremony.refused.bundle-of-stranger': '{name} tidak ada dalam rencana. Pesan itu tidak ditempel.',
    'ceremony.refused.bundle-second-version':
      '{name} sudah memberi pesan lain untuk langkah ini. Yang kedua tidak ditempel. Cari tahu mengapa ada dua.',
    'ceremony.refused.bundle-of-other-places':
      'Pesan {name} tidak memuat tepat semua TPS. Pesan itu tidak ditempel.',
    'ceremony.refused.bundle-wrong':
      'Pesan {name} salah menurut hitungan. Pesan itu tidak ditempel. Minta sekali lagi dari perangkatnya.',
    'ceremony.refused.bundles-missing': 'Pesan sebelumnya belum lengkap ({name}). Pesan ini tidak ditempel.',
    'ceremony.refused.bundle-unreadable':
      'Ini bukan pesan upacara kunci, atau isinya berubah. Tidak ditempel. Minta berkas aslinya.',
    'ceremony.refused.sitting-not-now':
      'Belum waktunya, atau sudah lewat. Tidak ada yang berubah. Lihat langkah yang sedang berjalan.',
    'ceremony.refused.sitting-not-all-present': 'Semua pemegang kunci harus hadir. Belum dicatat.',
    'ceremony.refused.sitting-keys-made':
      'Kunci sudah selesai: tidak ada yang diganti atau ditinggalkan. Cukup {threshold} orang yang tersisa.',
    'ceremony.refused.sitting-begins-anew':
      'Sebelum kunci selesai semua diperlukan. Tinggalkan upacara dan mulai lagi dengan orang lain.',
    'ceremony.refused.trustees-unlawful': '{sentence} Rencana belum dibuat.',
    'ceremony.refused.sitting-exists': 'Nama ini sudah dipakai. Rencana belum dibuat. Pilih nama lain.',
    'ceremony.refused.too-many-uploads':
      'Terlalu banyak kiriman dimulai dan tidak diselesaikan, atau wilayah ini mengirim terlalu banyak dalam sehari. Berkas ini tidak dikirim. Selesaikan kiriman lain, atau coba lagi besok.',
    'ceremony.refused.disk-nearly-full':
      'Diska kantor hampir penuh. Berkas ini tidak dikirim; yang sudah dikirim tersimpan. Beri tahu pengelola server kabupaten.',
    'ceremony.refused.plan-malformed':
      'Tidak ada TPS mesin tanpa kunci di wilayah ini, atau isian kurang. Rencana belum dibuat.',
    'ceremony.refused.place-has-keys': 'TPS {name} sudah ada dalam upacara lain. Rencana belum dibuat.',
    'ceremony.refused.place-not-electronic': 'TPS {name} tidak memakai mesin. Rencana belum dibuat.',
  },
  en: {
    'ceremony.list': 'Key ceremonies of your area',
    'ceremony.none': 'There is no key ceremony yet.',
    'ceremony.name': 'Name of the ceremony',
    'ceremony.name.hint':
      'Everybody reads it aloud, for example “Pilkades Banyuasin 2026”. Once left, a name is not used again.',
    'ceremony.area': 'Area',
    'ceremony.places': 'Polling places',
    'ceremony.phase': 'State',
    'ceremony.missing': 'Awaited',
    'ceremony.open': 'Open',
    'ceremony.new': 'Plan a ceremony',
    'ceremony.back': 'All ceremonies',
    'ceremony.area.hint':
      'The regency for all machine polling places at once, or one village: type a part of its name and choose.',
    'ceremony.threshold': 'How many suffice',
    'ceremony.threshold.hint': 'More than half of the trustees, and not all of them: 3 of 5.',
    'ceremony.members': 'Trustees',
    'ceremony.members.hint':
      'One person a line: name; interest. No interest may be able to open alone or to prevent alone.',
    'ceremony.members.wrong': 'Write at least three lines, each: name; interest.',
    'ceremony.plan': 'Make the plan',
    'ceremony.plan.about':
      'One key for each machine polling place that has none yet, all made in one ceremony.',
    'ceremony.codes': 'Codes of the notice board',
    'ceremony.codes.once':
      'Print the sheets of codes now and hand each to its person. Codes are not shown again.',
    'ceremony.sheet.title': 'Invitation to the key ceremony for',
    'ceremony.sheet.address': 'Address of the board',
    'ceremony.sheet.code': 'Code',
    'ceremony.sheet.how':
      'Type this address and this code on your trustee’s device, under “Notice board of the office”.',
    'ceremony.sheet.means':
      'This code only lets your messages in; it opens nobody’s vote. If this sheet is lost, ask for a new code: the old one then serves no more.',
    'ceremony.sheet.print': 'Print {count} {count|sheet|sheets} of codes',
    'ceremony.codes.about':
      'Address of the notice board: this office’s address. A code lets messages in; it opens nothing.',
    'ceremony.planFile': 'Take the plan as a file',
    'ceremony.invite': 'New code',
    'ceremony.way': 'The way of the ceremony',
    'ceremony.phase.certificates': 'collecting certificates',
    'ceremony.phase.comparing': 'reading fingerprints aloud',
    'ceremony.phase.polynomials': 'collecting second messages',
    'ceremony.phase.shares': 'collecting third messages',
    'ceremony.phase.faulty': 'a message is wrong',
    'ceremony.phase.confirming': 'comparing the keys',
    'ceremony.phase.posting': 'posting the announcement',
    'ceremony.phase.ready': 'done',
    'ceremony.phase.too-few': 'too few are left',
    'ceremony.phase.left': 'was left',
    'ceremony.next.certificates': 'Each trustee makes a certificate on the own device and gives it.',
    'ceremony.next.comparing':
      'All come together. Each reads the own eight words from the device; the others compare.',
    'ceremony.next.polynomials':
      'Each trustee gives the second message. Devices may go home in between; every step is kept.',
    'ceremony.next.shares': 'Each trustee gives the third message.',
    'ceremony.next.faulty':
      'The message of {name} is wrong. There is no second version: leave this ceremony and begin again under a new name.',
    'ceremony.next.confirming': 'Each device shows the eight words of the keys. Compare them one by one.',
    'ceremony.next.posting': 'Print the announcement, sign it, post it, and note where.',
    'ceremony.next.ready': 'The keys are ready. Packages can be issued.',
    'ceremony.next.too-few':
      'Fewer than {threshold} can come: the sum cannot be opened. Make new keys before the voting day; afterwards, by rule, the hand count of the slips is the result.',
    'ceremony.next.left': 'This ceremony ended without keys. The next one is called “{next}”.',
    'ceremony.waitingFor': 'Awaited: {names}',
    'ceremony.message.certificate': 'Message 1',
    'ceremony.message.polynomial': 'Message 2',
    'ceremony.message.share': 'Message 3',
    'ceremony.given.network': 'here, by notice board',
    'ceremony.given.stick': 'here, by stick',
    'ceremony.given.none': 'awaited',
    'ceremony.give': 'Take',
    'ceremony.take': 'Message from a stick',
    'ceremony.take.done': 'The message of {name} is posted.',
    'ceremony.words': 'Eight words of {name}',
    'ceremony.keys': 'Eight words of the common keys',
    'ceremony.keys.about': 'They must be the same on all trustees’ devices and on the announcement.',
    'ceremony.hex': 'Whole fingerprint',
    'ceremony.present': '{name} is here, has read the words, and all agree',
    'ceremony.compared': 'All agree, go on',
    'ceremony.confirm': 'The device of {name} agrees',
    'ceremony.confirmed': 'agrees',
    'ceremony.lost': 'cannot come',
    'ceremony.poster': 'Print the announcement of the keys',
    'ceremony.where': 'Where it hangs',
    'ceremony.posted': 'Note that it hangs',
    'ceremony.trouble': 'If somebody cannot come',
    'ceremony.trouble.before':
      'Before the keys are made nobody is replaced: all leave this ceremony and begin again under a new name with another person.',
    'ceremony.trouble.after':
      'After the keys are made nobody is replaced: {threshold} suffice. Note who cannot come any more.',
    'ceremony.reason': 'Reason',
    'ceremony.leave': 'Leave the ceremony',
    'ceremony.leave.confirm':
      'All devices drop their secrets and never join under this name again. It cannot be undone.',
    'ceremony.lost.act': 'Note who cannot come',
    'ceremony.lost.who': 'Who',
    'ceremony.steps': 'What has happened',
    'ceremony.step.at': 'Time',
    'ceremony.step.what': 'What',
    'ceremony.step.who': 'By',
    'ceremony.step.device': 'device',
    'ceremony.step.planned': 'Planned',
    'ceremony.step.given': 'Message {number} of {name}',
    'ceremony.step.compared': 'All fingerprints were read aloud and agree',
    'ceremony.step.faulty': 'The message of {name} is wrong',
    'ceremony.step.made': 'The keys were computed',
    'ceremony.step.confirmed': 'The device of {name} shows the same fingerprint',
    'ceremony.step.posted': 'The announcement hangs: {where}',
    'ceremony.step.left': 'Left: {reason}',
    'ceremony.step.lost': '{name} cannot come any more: {reason}',
    'ceremony.refused': 'Refused: {reason}. Nothing was changed.',
    'ceremony.refused.bundle-of-other-plan':
      'The message of {name} is of another plan. It was not posted. Ask for one of this plan.',
    'ceremony.refused.bundle-of-stranger': '{name} is not in the plan. The message was not posted.',
    'ceremony.refused.bundle-second-version':
      '{name} has given another message for this step. The second was not posted. Find out why there are two.',
    'ceremony.refused.bundle-of-other-places':
      'The message of {name} is not for exactly all polling places. It was not posted.',
    'ceremony.refused.bundle-wrong':
      'The message of {name} is wrong by arithmetic. It was not posted. Ask for it once more.',
    'ceremony.refused.bundles-missing': 'Earlier messages are missing ({name}). This one was not posted.',
    'ceremony.refused.bundle-unreadable':
      'This is no message of a key ceremony, or was changed. It was not posted. Ask for the file as it was made.',
    'ceremony.refused.sitting-not-now': 'Not now. Nothing was changed. Look which step is under way.',
    'ceremony.refused.sitting-not-all-present': 'All trustees have to be there. It was not noted.',
    'ceremony.refused.sitting-keys-made':
      'The keys are made: nobody is replaced and nothing is left. {threshold} of those who remain suffice.',
    'ceremony.refused.sitting-begins-anew':
      'Before the keys are made all are needed. Leave the ceremony and begin again with another person.',
    'ceremony.refused.trustees-unlawful': '{sentence} No plan was made.',
    'ceremony.refused.sitting-exists': 'This name is taken. No plan was made. Choose another.',
    'ceremony.refused.too-many-uploads':
      'Too many uploads were begun and not finished, or this area sent too much within a day. This file was not sent. Finish the other uploads, or try again tomorrow.',
    'ceremony.refused.disk-nearly-full':
      'The disk of the office is nearly full. This file was not sent; what was sent is kept. Tell whoever runs the server of the regency.',
    'ceremony.refused.plan-malformed':
      'There is no machine polling place without keys in this area, or an entry is missing. No plan was made.',
    'ceremony.refused.place-has-keys': 'Polling place {name} is in another ceremony. No plan was made.',
    'ceremony.refused.place-not-electronic':
      'Polling place {name} does not vote by machine. No plan was made.',
  },
});
