import { catalogue } from '../phrases.ts';

/** The desk (meja e-verifikasi): who may vote, and one ballot released for each who came. */
export const desk = catalogue({
  id: {
    'desk.title': 'Meja e-verifikasi',
    'desk.titleNumbered': 'Meja e-verifikasi {number}',
    'desk.area': 'Desa {village}',
    'desk.opening': 'Sebentar, meja sedang dihubungkan ke mesin TPS …',

    'desk.next.search': 'Ketik nama, nomor daftar, atau NIK pemilih yang berdiri di depan Anda.',
    'desk.next.identity': 'Cocokkan orangnya dengan layar ini. Bila cocok, tekan Hadir atau Enter.',
    'desk.next.visited': 'Cocokkan dengan catatan kelompok keliling. Bila benar, tekan Tandai.',
    'desk.next.marked': 'Tidak ada kartu untuk pemilih ini. Langsung ketik yang berikutnya.',
    'desk.next.released': 'Beri 1 kartu dan arahkan ke bilik. Lalu langsung ketik pemilih berikutnya.',
    'desk.next.refused': 'Sampaikan dengan tenang. Tidak ada yang tercatat. Enter kembali ke pencarian.',
    'desk.next.uncertain': 'Jangan beri kartu dulu. Tekan Coba lagi atau Enter.',
    'desk.next.notOpen': 'Tunggu. Meja ini siap dengan sendirinya begitu pemungutan suara dibuka.',
    'desk.next.resume': 'Persilakan pemilih menunggu. Meja ini siap lagi begitu jeda selesai.',
    'desk.next.ended': 'Tugas meja ini selesai. Ikuti penutupan di papan TPS.',

    'desk.search.label': 'Cari pemilih',
    'desk.search.hint':
      'Ketik nama (boleh dengan tahun lahir), nomor urut di daftar (misalnya 11), atau NIK 16 angka. Lalu Enter. Pemindai langsung membaca undangan.',
    'desk.search.several': 'Ada {count} orang. Pilih satu (panah ↓, lalu Enter), atau ketik lebih lengkap.',
    'desk.search.more': 'Ditampilkan {shown} dari {count}. Ketik lebih lengkap.',
    'desk.search.invitation': 'Ini undangan. Tekan Enter bila pemindai tidak melakukannya.',
    'desk.search.pressEnter': 'Bukan pemilih TPS ini. Tekan Enter untuk keterangannya.',
    'desk.search.nikLeft': 'NIK terdiri atas 16 angka. Masih kurang {count}.',
    'desk.search.nikTooLong': 'NIK terdiri atas 16 angka. Ini kelebihan {count}.',
    'desk.none.happened': 'Tidak ada yang cocok di daftar TPS ini.',
    'desk.none.notHappened': 'Belum ada yang tercatat.',
    'desk.none.toDo':
      'Coba sebagian nama, nomor di undangan, atau NIK di KTP-el. Bila tetap tidak ada, pilih salah satu:',
    'desk.none.otherPlace': 'Undangannya dari TPS lain',
    'desk.none.notListed': 'Sudah dicari, tidak ada di daftar',

    'desk.voter.number': 'No. {number}',
    'desk.voter.listNumber': 'Nomor daftar',
    'desk.voter.sex': 'Jenis kelamin',
    'desk.voter.born': 'Lahir',
    'desk.voter.age': '{years} tahun',
    'desk.voter.bornAndAge': '{date} ({years} tahun)',
    'desk.voter.home': 'Alamat',
    'desk.voter.homeLine': '{hamlet}, RT {rt}/RW {rw}',
    'desk.voter.nik': 'NIK',
    'desk.voter.disability': 'Disabilitas',
    'desk.voter.added': 'Tambahan di luar DPT',
    'desk.voter.ineligible': 'Tidak berhak',

    'desk.identity.heading': 'Apakah ini orangnya?',
    'desk.identity.help':
      'Tawarkan bantuan dengan sopan. Pendamping menandatangani pernyataan menjaga rahasia.',
    'desk.identity.override': 'Halangan pemeriksaan',
    'desk.identity.override.why': 'Halangan hanya dihitung untuk berita acara. Pemilih tetap dilayani.',
    'desk.identity.override.none': 'Tidak ada',
    'desk.identity.override.card-unreadable': 'KTP-el tidak terbaca',
    'desk.identity.override.finger-unreadable': 'Sidik jari tidak terbaca',
    'desk.identity.override.no-card': 'Tidak membawa KTP-el',
    'desk.identity.override.reader-broken': 'Alat pembaca rusak',
    'desk.identity.override.other': 'Lainnya',
    'desk.identity.found.nik': 'Ditemukan dari NIK.',
    'desk.identity.found.number': 'Ditemukan dari nomor daftar.',
    'desk.identity.found.name': 'Ditemukan dari nama.',
    'desk.identity.found.invitation': 'Ditemukan dari undangan.',
    'desk.identity.found.card': 'Ditemukan dari kartu di alat pembaca.',
    'desk.identity.found.nothing': 'Ditemukan dari pencarian.',
    'desk.identity.compare.finger': 'Alat pembaca sudah mencocokkan sidik jarinya.',
    'desk.identity.compare.card':
      'Cocokkan wajahnya dengan foto di KTP-el. Undangan atau nomor kartu saja bukan bukti.',
    'desk.identity.compare.photo':
      'Tanyakan tanggal lahirnya, lalu cocokkan wajahnya dengan foto di KTP-el atau surat lain.',
    'desk.identity.fingerToDo':
      'Cocokkan wajahnya dengan foto di KTP-el. Halangannya sudah dipilih dan hanya dihitung.',
    'desk.present.card': 'Hadir, cocok dengan KTP-el',
    'desk.present.photo': 'Hadir, cocok dengan foto lain',
    'desk.present': 'Hadir',
    'desk.identity.back': 'Bukan, kembali',

    'desk.released.give': 'Beri 1 kartu dari tumpukan kartu. Arahkan ke bilik.',
    'desk.released.who': '{name} sudah tercatat hadir.',
    'desk.released.next': 'Pemilih berikutnya',
    'desk.released.said': '{name} tercatat hadir. Beri satu kartu dari tumpukan kartu, arahkan ke bilik.',

    'desk.returning': 'Pemilih kembali setelah BATAL atau uji mesin?',
    'desk.returning.how':
      'Ia memperlihatkan kartunya yang batal atau struk BATAL. Bila ragu, minta papan TPS melihat kartunya: Kartu & bukti › Periksa kartu.',

    'desk.refused.back': 'Kembali ke pencarian',
    'desk.refused.nothing': 'Tidak ada yang tercatat, dan tidak ada surat suara yang dilepas.',
    'desk.refused.already.title': 'Sudah hadir, tidak dicatat lagi',
    'desk.refused.already.happened':
      '{name} sudah tercatat hadir di meja {desk}, antara pukul {from} dan {until}.',
    'desk.refused.already.happenedDesk': '{name} sudah tercatat hadir di meja {desk}.',
    'desk.refused.already.notHappened': 'Tidak ada surat suara kedua yang dilepas.',
    'desk.refused.already.toDo':
      'Jangan beri kartu. Cocokkan nama dan foto sekali lagi. Bila orangnya memang lain, panggil ketua. Jangan menuduh.',
    'desk.refused.other.title': 'TPS lain',
    'desk.refused.other.happened': 'Pemilih ini terdaftar di TPS {place}.',
    'desk.refused.other.happenedUnknown': 'Pemilih ini terdaftar di TPS lain.',
    'desk.refused.other.toDo':
      'Tunjukkan nomor TPS di undangannya dan tunjukkan arahnya. Haknya tetap utuh di TPS itu.',
    'desk.refused.notListed.title': 'Tidak terdaftar',
    'desk.refused.notListed.happened': 'Orang ini tidak ada di daftar pemilih TPS ini.',
    'desk.refused.notListed.toDo':
      'Antar ke ketua dengan membawa KTP-el. Ketua memeriksa daftar desa; meja ini tidak bisa menambah nama.',
    'desk.refused.notListed.mayBeAdded':
      'Antar ke ketua dengan membawa KTP-el. Aturan di sini mengizinkan panitia menambahkannya.',
    'desk.refused.ineligible.title': 'Tidak berhak',
    'desk.refused.ineligible.happened': '{name} tercatat tidak berhak memilih: {reason}.',
    'desk.refused.ineligible.evidence': 'Keterangan di daftar: {evidence}',
    'desk.refused.ineligible.toDo':
      'Antar dengan sopan ke ketua. Hanya panitia yang boleh menjelaskan dan memeriksa bukti.',
    'desk.reason.dead': 'di daftar tertulis meninggal dunia',
    'desk.reason.duplicate': 'tercatat ganda di daftar',
    'desk.reason.moved': 'pindah domisili',
    'desk.reason.under-age': 'belum cukup umur dan belum pernah kawin',
    'desk.reason.military-or-police': 'anggota TNI atau Polri',
    'desk.reason.not-resident': 'bukan penduduk desa',
    'desk.reason.right-withdrawn': 'hak pilih dicabut oleh putusan pengadilan',
    'desk.reason.not-capable': 'tidak mampu menurut keterangan yang tercatat',
    'desk.reason.other': 'alasan lain yang tercatat',
    'desk.refused.notOpen.title': 'Belum bisa dicatat',
    'desk.refused.notOpen.happened': 'Pemungutan suara sedang tidak dibuka.',
    'desk.refused.notOpen.toDo': 'Persilakan pemilih menunggu, dan tanyakan kepada ketua.',
    'desk.helped': 'Didampingi ke bilik, atas permintaan pemilih',
    'desk.helped.toDo': 'Pendamping menandatangani pernyataan menjaga rahasia sebelum masuk bilik.',
    'desk.helped.form': 'Cetak pernyataan (PDF)',
    'desk.mobile': 'Kelompok keliling',
    'desk.mobile.heading': 'Apakah ini yang didatangi?',
    'desk.mobile.here': 'tidak, pemilih ada di sini',
    'desk.mobile.at-home': 'didatangi di rumah',
    'desk.mobile.in-hospital': 'didatangi di rumah sakit',
    'desk.mobile.means':
      'Kelompok mencocokkan wajah di tempat pemilih. Di sini namanya hanya ditandai, agar tidak ada yang memilih dua kali.',
    'desk.mobile.mark': 'Tandai pemilih ini',
    'desk.mobile.said': '{name} ditandai untuk kelompok keliling. Jangan beri kartu.',
    'desk.mobile.who': '{name} ditandai: memilih di atas surat suara kelompok keliling.',
    'desk.mobile.noCard': 'Jangan beri kartu.',
    'desk.refused.mobile.title': 'Tidak untuk kelompok keliling',
    'desk.refused.mobile-group-not-allowed': 'Aturan di sini tidak mengenal kelompok keliling.',
    'desk.refused.mobile-group-not-allowed.toDo': 'Pemilih datang ke TPS. Tanyakan kepada ketua.',
    'desk.refused.mobile-ballots-used-up':
      'Pemilih yang ditandai sudah sebanyak surat suara kelompok keliling.',
    'desk.refused.mobile-ballots-used-up.toDo':
      'Ketua mencatat keberangkatan kelompok di papan dahulu, lalu tandai lagi.',
    'desk.refused.helper.title': 'Tanpa pendamping',
    'desk.refused.helper.happened': 'Aturan di sini tidak mengizinkan siapa pun menemani pemilih di bilik.',
    'desk.refused.helper.toDo':
      'Tawarkan suara penuntun dan tombol di bilik. Lalu catat sekali lagi tanpa pendamping.',

    'desk.camera.on': 'Pindai undangan dengan kamera',
    'desk.camera.off': 'Matikan kamera',
    'desk.camera.view': 'Yang dilihat kamera meja',
    'desk.camera.missing': 'Kamera tidak dapat dipakai.',
    'desk.camera.toDo': 'Pakai pemindai, atau ketik nomor daftar di undangan.',

    'desk.reader.ready': 'Alat baca siap',
    'desk.reader.no-reader': 'Alat baca tidak ada',
    'desk.reader.card-unreadable': 'Kartu tidak terbaca',
    'desk.reader.card-gone': 'Kartu terlalu cepat diangkat',
    'desk.reader.no-answer': 'Alat baca tidak menjawab',
    'desk.reader.not-understood': 'Alat baca tidak dimengerti',
    'desk.reader.toDo':
      'Coba sekali lagi, atau terus dengan undangan, NIK, atau nama. Pemilih tetap dilayani.',

    'desk.refused.card.title': 'Kartu ini tidak dikenal di sini',
    'desk.refused.card.happened': 'Nomor atau chip kartu ini bukan milik pemilih di daftar TPS ini.',
    'desk.refused.card.toDo':
      'Cari dengan NIK, undangan, atau nama. Kartu yang belum didaftarkan bukan halangan untuk memilih.',
    'desk.refused.invitation.title': 'Undangan tidak dapat dipakai',
    'desk.refused.invitation.invitation-malformed': 'Ini bukan undangan, atau tidak terbaca seluruhnya.',
    'desk.refused.invitation.invitation-other-version': 'Undangan ini dibuat oleh program versi lain.',
    'desk.refused.invitation.invitation-signature-wrong':
      'Undangan ini tidak dibuat oleh panitia, atau sudah diubah.',
    'desk.refused.invitation.invitation-of-other-election':
      'Undangan ini dari pemilihan yang lain, misalnya yang dahulu.',
    'desk.refused.invitation.toDo':
      'Pindai sekali lagi, atau cari dengan NIK atau nama. Undangan bukan syarat memilih. Jangan menuduh; serahkan undangan yang aneh kepada ketua.',
    'desk.refused.late.title': 'Sudah lewat jam penutupan',
    'desk.refused.late.happened':
      'Antrean ditutup pukul {closes}. Hanya yang sudah berdiri di antrean waktu itu masih dilayani.',
    'desk.refused.late.admitted': 'Ketua mencatat {count} orang di antrean; semuanya sudah hadir.',
    'desk.refused.late.toDo':
      'Tanyakan kepada ketua. Bila orang ini sudah antre waktu itu, ketua mencatat antreannya di papan TPS, lalu catat sekali lagi.',
    'desk.refused.late.sentHome':
      'Antar dengan sopan ke ketua. Aturan di sini tidak melayani antrean sesudah jam penutupan.',
    'desk.refused.compare.title': 'Orangnya belum dicocokkan',
    'desk.refused.compare.happened':
      'Undangan atau nomor kartu saja bukan bukti: siapa pun dapat memotretnya.',
    'desk.refused.compare.toDo':
      'Cocokkan wajahnya dengan KTP-el atau foto, lalu pilih dengan apa. Bila tidak mungkin, pilih halangannya; pemilih tetap dilayani.',
    'desk.refused.cardGone.title': 'Kartu belum terbaca di meja ini',
    'desk.refused.cardGone.happened':
      'Alat pembaca meja ini tidak membaca kartu pemilih ini dalam satu menit terakhir.',
    'desk.refused.cardGone.toDo':
      'Tempelkan kartunya sekali lagi, atau pakai cara lain: NIK, undangan, nama.',
    'desk.refused.finger.title': 'Sidik jari belum cocok',
    'desk.refused.finger.not-matched':
      'Alat pembaca tidak mencocokkan jari ini dengan kartunya. Jari yang aus atau basah sering begitu.',
    'desk.refused.finger.unreadable':
      'Alat pembaca tidak dapat membaca jari ini. Jari yang aus atau basah sering begitu.',
    'desk.refused.finger.toDo':
      'Keringkan jari dan coba sekali lagi. Bila tetap begitu, cocokkan wajahnya dan pilih halangan Sidik jari tidak terbaca.',
    'desk.refused.desk.title': 'Nomor meja salah',
    'desk.refused.desk.happened': 'TPS ini tidak mempunyai meja {desk}; mejanya bernomor 1 sampai {desks}.',
    'desk.refused.desk.toDo': 'Pilih nomor meja yang benar, lalu catat sekali lagi.',
    'desk.refused.unknown.title': 'Nomor tidak dikenal',
    'desk.refused.unknown.happened': 'Nomor ini tidak ada lagi di daftar mesin TPS.',
    'desk.refused.unknown.toDo': 'Cari sekali lagi. Bila terulang, panggil petugas teknis.',
    'desk.refused.store.title': 'Tidak tersimpan',
    'desk.refused.store.happened': 'Penyimpanan mesin TPS menolak catatan ini.',
    'desk.refused.store.toDo': 'Jangan beri kartu. Minta pemilih menunggu, panggil ketua dan petugas teknis.',
    'desk.refused.inDoubt.happened': 'Stik sudah menyimpan catatan ini, mesin TPS belum.',
    'desk.refused.inDoubt.toDo':
      'Jangan beri kartu dulu. Tunggu sampai pelayanan lanjut, lalu tekan Coba lagi: mesin TPS tidak mencatat dua kali.',
    'desk.refused.call.title': 'Belum pasti',
    'desk.refused.call.toDo':
      'Jangan beri kartu dulu. Periksa kabelnya, lalu tekan Coba lagi: mesin TPS tidak mencatat dua kali.',

    'desk.notOpen.configured.happened': 'Pemungutan suara belum dibuka.',
    'desk.older.happened': 'Mesin TPS yang menjawab bukan yang dikenal meja ini, dan bukan lanjutannya.',
    'desk.older.notHappened': 'Tidak ada yang dicatat padanya.',
    'desk.older.toDo':
      'Jangan catat siapa pun. Panggil ketua dan petugas teknis: matikan mesin itu; yang benar ialah yang mengambil alih.',
    'desk.notOpen.paused.happened': 'Pemungutan suara sedang dijeda.',
    'desk.notOpen.closed.happened': 'Pemungutan suara sudah ditutup.',
    'desk.notOpen.configured.notHappened': 'Belum ada yang bisa dicatat hadir.',
    'desk.notOpen.paused.notHappened': 'Tidak ada catatan dan suara yang hilang.',
    'desk.notOpen.closed.notHappened': 'Tidak ada lagi yang bisa dicatat hadir.',
    'desk.notOpen.configured.toDo': 'Siapkan tumpukan kartu. Ketua membuka pemungutan suara di papan TPS.',
    'desk.notOpen.paused.toDo': 'Persilakan pemilih duduk. Papan TPS mengatakan apa yang harus dilakukan.',
    'desk.notOpen.closed.toDo': 'Serahkan sisa kartu kepada ketua untuk dihitung.',

    'desk.counts': 'Hitungan sampai sekarang',
    'desk.counts.present': 'Hadir',
    'desk.counts.ofRegistered': 'dari {count} terdaftar',
    'desk.counts.bySex': 'Laki-laki {men} · Perempuan {women}',
    'desk.counts.registered': 'Terdaftar',
    'desk.counts.released': 'Surat suara dilepas',
    'desk.counts.casts': 'Suara masuk',
    'desk.counts.onTheirWay': 'Di jalan ke bilik',
    'desk.counts.atBooth': 'Sedang di bilik',
    'desk.counts.mobile': 'Lewat kelompok keliling',
    'desk.counts.abandoned': 'Pergi tanpa memilih',
  },
  en: {
    'desk.title': 'Check-in desk',
    'desk.titleNumbered': 'Check-in desk {number}',
    'desk.area': '{village} village',
    'desk.opening': 'One moment, connecting the desk to the polling-place machine …',

    'desk.next.search': 'Type the name, list number or NIK of the voter in front of you.',
    'desk.next.identity': 'Compare the person with this screen. If it is right, press Present or Enter.',
    'desk.next.visited': 'Compare with the mobile group’s note. If it is right, press Mark.',
    'desk.next.marked': 'There is no card for this voter. Just type the next one.',
    'desk.next.released': 'Give 1 card and point to the booth. Then just type the next voter.',
    'desk.next.refused': 'Say it calmly. Nothing was recorded. Enter returns to the search.',
    'desk.next.uncertain': 'Give no card yet. Press Try again or Enter.',
    'desk.next.notOpen': 'Wait. This desk is ready by itself as soon as voting opens.',
    'desk.next.resume': 'Ask voters to wait. This desk is ready again as soon as the pause ends.',
    'desk.next.ended': 'The work of this desk is done. Follow the closing on the board.',

    'desk.search.label': 'Find a voter',
    'desk.search.hint':
      'Type a name (with the year of birth if you like), a number of the list (11, say) or a 16-digit NIK. Enter opens; if there are several, choose with ↓. A scanner reads the invitation at once.',
    'desk.search.several': '{count} match. Choose with ↓ then Enter, or type more.',
    'desk.search.more': 'Showing {shown} of {count}. Type more.',
    'desk.search.invitation': 'This is an invitation. Press Enter if the scanner does not.',
    'desk.search.pressEnter': 'Not a voter of this polling place. Press Enter to read why.',
    'desk.search.nikLeft': 'A NIK has 16 digits. {count} to go.',
    'desk.search.nikTooLong': 'A NIK has 16 digits. This has {count} too many.',
    'desk.none.happened': 'Nothing on the list of this polling place matches.',
    'desk.none.notHappened': 'Nothing has been recorded.',
    'desk.none.toDo':
      'Try part of the name, the number on the invitation or the NIK on the ID card. If it stays so, choose one:',
    'desk.none.otherPlace': 'The invitation is from another polling place',
    'desk.none.notListed': 'Searched, not on the list',

    'desk.voter.number': 'No. {number}',
    'desk.voter.listNumber': 'List number',
    'desk.voter.sex': 'Sex',
    'desk.voter.born': 'Born',
    'desk.voter.age': '{years} {years|year|years}',
    'desk.voter.bornAndAge': '{date} ({years} {years|year|years})',
    'desk.voter.home': 'Address',
    'desk.voter.homeLine': '{hamlet}, RT {rt}/RW {rw}',
    'desk.voter.nik': 'NIK',
    'desk.voter.disability': 'Disability',
    'desk.voter.added': 'Added outside the final list',
    'desk.voter.ineligible': 'May not vote',

    'desk.identity.heading': 'Is this the person?',
    'desk.identity.help': 'Offer help politely. A helper signs a statement of secrecy.',
    'desk.identity.override': 'Obstacle in the check',
    'desk.identity.override.why': 'An obstacle is only counted for the minutes. The voter is still served.',
    'desk.identity.override.none': 'None',
    'desk.identity.override.card-unreadable': 'ID card unreadable',
    'desk.identity.override.finger-unreadable': 'Fingerprint unreadable',
    'desk.identity.override.no-card': 'No ID card at hand',
    'desk.identity.override.reader-broken': 'Reader broken',
    'desk.identity.override.other': 'Other',
    'desk.identity.found.nik': 'Found by NIK.',
    'desk.identity.found.number': 'Found by list number.',
    'desk.identity.found.name': 'Found by name.',
    'desk.identity.found.invitation': 'Found by invitation.',
    'desk.identity.found.card': 'Found by the card on the reader.',
    'desk.identity.found.nothing': 'Found by search.',
    'desk.identity.compare.finger': 'The reader has matched the finger.',
    'desk.identity.compare.card':
      'Compare the face with the photo on the ID card. An invitation or a card’s number alone is no proof.',
    'desk.identity.compare.photo':
      'Ask for the day of birth, then compare the face with the photo on the ID card or another paper.',
    'desk.identity.fingerToDo':
      'Compare the face with the photo on the ID card. The obstacle is chosen already and only counted.',
    'desk.present.card': 'Present, matches the ID card',
    'desk.present.photo': 'Present, matches another photo',
    'desk.present': 'Present',
    'desk.identity.back': 'No, back',

    'desk.released.give': 'Give 1 card from the card pile. Point to the booth.',
    'desk.released.who': '{name} is checked in.',
    'desk.released.next': 'Next voter',
    'desk.released.said': '{name} is checked in. Give one card from the card pile, point to the booth.',

    'desk.returning': 'Voter back after BATAL or a machine test?',
    'desk.returning.how':
      'They show their void card or the BATAL slip. In doubt ask the board to look at the card: Card & proof › Check a card.',

    'desk.refused.back': 'Back to the search',
    'desk.refused.nothing': 'Nothing was recorded, and no ballot was released.',
    'desk.refused.already.title': 'Already present, not recorded again',
    'desk.refused.already.happened':
      '{name} was already checked in at desk {desk}, between {from} and {until}.',
    'desk.refused.already.happenedDesk': '{name} was already checked in at desk {desk}.',
    'desk.refused.already.notHappened': 'No second ballot was released.',
    'desk.refused.already.toDo':
      'Give no card. Compare name and photo once more. If it really is someone else, call the chair. Do not accuse.',
    'desk.refused.other.title': 'Other polling place',
    'desk.refused.other.happened': 'This voter is on the list of polling place {place}.',
    'desk.refused.other.happenedUnknown': 'This voter is on the list of another polling place.',
    'desk.refused.other.toDo':
      'Point to the number on the invitation and show the way. Their right to vote there is untouched.',
    'desk.refused.notListed.title': 'Not on the list',
    'desk.refused.notListed.happened': 'This person is not on the list of this polling place.',
    'desk.refused.notListed.toDo':
      'Take them to the chair with their ID card. The chair checks the village list; this desk cannot add names.',
    'desk.refused.notListed.mayBeAdded':
      'Take them to the chair with their ID card. The rules here allow the committee to add them.',
    'desk.refused.ineligible.title': 'May not vote',
    'desk.refused.ineligible.happened': '{name} is recorded as not entitled to vote: {reason}.',
    'desk.refused.ineligible.evidence': 'Note on the list: {evidence}',
    'desk.refused.ineligible.toDo':
      'Take them politely to the chair. Only the committee may explain and look at evidence.',
    'desk.reason.dead': 'the list says deceased',
    'desk.reason.duplicate': 'listed twice',
    'desk.reason.moved': 'moved away',
    'desk.reason.under-age': 'under age and never married',
    'desk.reason.military-or-police': 'soldier or police officer',
    'desk.reason.not-resident': 'not a resident of the village',
    'desk.reason.right-withdrawn': 'right to vote withdrawn by a court',
    'desk.reason.not-capable': 'not capable, as noted on the list',
    'desk.reason.other': 'another reason noted on the list',
    'desk.refused.notOpen.title': 'Cannot be recorded now',
    'desk.refused.notOpen.happened': 'Voting is not open at the moment.',
    'desk.refused.notOpen.toDo': 'Ask the voter to wait, and ask the chair.',
    'desk.helped': 'Accompanied to the booth, at the voter’s wish',
    'desk.helped.toDo': 'The helper signs the statement of secrecy before going into the booth.',
    'desk.helped.form': 'Print the statement (PDF)',
    'desk.mobile': 'Mobile group',
    'desk.mobile.heading': 'Is this who is visited?',
    'desk.mobile.here': 'no, the voter is here',
    'desk.mobile.at-home': 'visited at home',
    'desk.mobile.in-hospital': 'visited in hospital',
    'desk.mobile.means':
      'The group compares the face where the voter is. Here the name is only marked, so that nobody votes twice.',
    'desk.mobile.mark': 'Mark this voter',
    'desk.mobile.said': '{name} is marked for the mobile group. Give no card.',
    'desk.mobile.who': '{name} is marked, and votes on the mobile group’s paper.',
    'desk.mobile.noCard': 'Give no card.',
    'desk.refused.mobile.title': 'Not for the mobile group',
    'desk.refused.mobile-group-not-allowed': 'The rules here know no mobile group.',
    'desk.refused.mobile-group-not-allowed.toDo': 'The voter comes to the polling place. Ask the chair.',
    'desk.refused.mobile-ballots-used-up': 'As many voters are marked as the mobile group has ballots.',
    'desk.refused.mobile-ballots-used-up.toDo':
      'The chair notes the group’s departure on the board first; then mark again.',
    'desk.refused.helper.title': 'Without a helper',
    'desk.refused.helper.happened': 'The rules here let nobody go into the booth with a voter.',
    'desk.refused.helper.toDo':
      'Offer the spoken guidance and the buttons in the booth. Then record once more without a helper.',

    'desk.camera.on': 'Scan an invitation by camera',
    'desk.camera.off': 'Switch the camera off',
    'desk.camera.view': 'What the desk’s camera sees',
    'desk.camera.missing': 'The camera cannot be used.',
    'desk.camera.toDo': 'Use the scanner, or type the list number on the invitation.',

    'desk.reader.ready': 'Reader ready',
    'desk.reader.no-reader': 'No reader',
    'desk.reader.card-unreadable': 'Card unreadable',
    'desk.reader.card-gone': 'Card lifted too soon',
    'desk.reader.no-answer': 'Reader does not answer',
    'desk.reader.not-understood': 'Reader not understood',
    'desk.reader.toDo': 'Try once more, or go on with invitation, NIK or name. The voter is still served.',

    'desk.refused.card.title': 'This card is not known here',
    'desk.refused.card.happened':
      'The number or chip of this card belongs to no voter on the list of this polling place.',
    'desk.refused.card.toDo':
      'Search by NIK, invitation or name. A card that was not registered keeps nobody from voting.',
    'desk.refused.invitation.title': 'This invitation cannot be used',
    'desk.refused.invitation.invitation-malformed': 'This is no invitation, or not all of it was read.',
    'desk.refused.invitation.invitation-other-version':
      'This invitation was made by another version of the program.',
    'desk.refused.invitation.invitation-signature-wrong':
      'This invitation was not made by the committee, or was changed.',
    'desk.refused.invitation.invitation-of-other-election':
      'This invitation belongs to another election, an earlier one for instance.',
    'desk.refused.invitation.toDo':
      'Scan it once more, or search by NIK or name. Nobody needs an invitation to vote. Do not accuse; hand a strange invitation to the chair.',
    'desk.refused.late.title': 'After the closing hour',
    'desk.refused.late.happened':
      'The queue was closed at {closes}. Only those who stood in it then are still served.',
    'desk.refused.late.admitted':
      'The chair noted {count} {count|person|people} in the queue; all of them have come.',
    'desk.refused.late.toDo':
      'Ask the chair. If this person was in the queue then, the chair notes the queue on the board; then record once more.',
    'desk.refused.late.sentHome':
      'Take them politely to the chair. The rules here serve no queue after the closing hour.',
    'desk.refused.compare.title': 'The person was not compared yet',
    'desk.refused.compare.happened':
      'An invitation or the number of a card alone is no proof: anybody can photograph it.',
    'desk.refused.compare.toDo':
      'Compare the face with the ID card or the photo, then choose with which. If that cannot be done, choose the obstacle; the voter is still served.',
    'desk.refused.cardGone.title': 'The card was not read at this desk',
    'desk.refused.cardGone.happened':
      'The reader of this desk has not read this voter’s card in the last minute.',
    'desk.refused.cardGone.toDo': 'Hold the card to it once more, or use another way: NIK, invitation, name.',
    'desk.refused.finger.title': 'The finger did not match yet',
    'desk.refused.finger.not-matched':
      'The reader did not match this finger with its card. Worn or wet fingers often do that.',
    'desk.refused.finger.unreadable':
      'The reader could not read this finger. Worn or wet fingers often do that.',
    'desk.refused.finger.toDo':
      'Dry the finger and try once more. If it stays so, compare the face and choose the obstacle Fingerprint unreadable.',
    'desk.refused.desk.title': 'Wrong desk number',
    'desk.refused.desk.happened':
      'This polling place has no desk {desk}; its desks are numbered 1 to {desks}.',
    'desk.refused.desk.toDo': 'Choose the right desk number, then record once more.',
    'desk.refused.unknown.title': 'Unknown number',
    'desk.refused.unknown.happened': 'This number is no longer on the list of the polling-place machine.',
    'desk.refused.unknown.toDo': 'Search once more. If it happens again, call the technician.',
    'desk.refused.store.title': 'Not saved',
    'desk.refused.store.happened': 'The storage of the polling-place machine did not take this entry.',
    'desk.refused.store.toDo': 'Give no card. Ask the voter to wait, call the chair and the technician.',
    'desk.refused.inDoubt.happened':
      'The stick has stored this entry, the polling-place machine has not yet.',
    'desk.refused.inDoubt.toDo':
      'Do not give a card yet. Wait until service goes on, then press Try again: the polling-place machine records nothing twice.',
    'desk.refused.call.title': 'Not certain yet',
    'desk.refused.call.toDo':
      'Give no card yet. Check the cable, then press Try again: the machine does not record twice.',

    'desk.notOpen.configured.happened': 'Voting is not open yet.',
    'desk.older.happened':
      'The machine that answers is not the one that this desk knows, nor did it go on from it.',
    'desk.older.notHappened': 'Nothing is recorded with it.',
    'desk.older.toDo':
      'Check nobody in. Call the chair and the technician: switch that machine off; the right one is the one that took over.',
    'desk.notOpen.paused.happened': 'Voting is paused.',
    'desk.notOpen.closed.happened': 'Voting is closed.',
    'desk.notOpen.configured.notHappened': 'Nobody can be checked in yet.',
    'desk.notOpen.paused.notHappened': 'No entry and no vote is lost.',
    'desk.notOpen.closed.notHappened': 'Nobody can be checked in any more.',
    'desk.notOpen.configured.toDo': 'Get the card pile ready. The chair opens voting on the board.',
    'desk.notOpen.paused.toDo': 'Offer voters a seat. The board says what is to be done.',
    'desk.notOpen.closed.toDo': 'Hand the remaining cards to the chair to be counted.',

    'desk.counts': 'Counts so far',
    'desk.counts.present': 'Present',
    'desk.counts.ofRegistered': 'of {count} registered',
    'desk.counts.bySex': 'Men {men} · Women {women}',
    'desk.counts.registered': 'Registered',
    'desk.counts.released': 'Ballots released',
    'desk.counts.casts': 'Ballots cast',
    'desk.counts.onTheirWay': 'On their way to a booth',
    'desk.counts.atBooth': 'At a booth now',
    'desk.counts.mobile': 'With a mobile group',
    'desk.counts.abandoned': 'Left without voting',
  },
});
