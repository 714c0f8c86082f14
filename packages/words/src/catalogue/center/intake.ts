import { catalogue } from '../../phrases.ts';

/** Sealed results at the center: what came, what is held and why. */
export const intake = catalogue({
  id: {
    'intake.choose': 'Pemilihan',
    'intake.list': 'Kiriman hasil tersegel',
    'intake.empty':
      'Belum ada kiriman. Mesin TPS mengirim sesudah hasilnya disegel, lewat jaringan atau stik.',
    'intake.place': 'TPS',
    'intake.state': 'Keadaan',
    'intake.came': 'Datang',
    'intake.why': 'Alasan',
    'intake.files': 'Berkas',
    'intake.decide': 'Keputusan',
    'intake.file.0': 'Arsip',
    'intake.file.1': 'Kartu batal',
    'intake.file.2': 'Hasil',
    'intake.state.coming': 'sedang datang',
    'intake.state.checking': 'sedang diperiksa',
    'intake.state.right': 'benar, dihitung',
    'intake.state.held': 'ditahan',
    'intake.filter.all': 'Semua',
    'intake.count': 'Hitung dengan alasan',
    'intake.count.explained':
      'Arsip TPS {place} benar, tetapi jumlah di dalamnya tidak cocok: {reasons}. Kalau orang memutuskan hasil ini tetap dihitung, tulis alasannya. Alasan dicatat dan diumumkan.',
    'intake.count.reason': 'Alasan',
    'intake.count.reason.hint': 'Paling sedikit 10 huruf, misalnya nomor berita acara.',
    'intake.stick': 'Terima dari stik',
    'intake.stick.hint': 'Di stik, buka map yang bernama kode TPS itu dan pilih keempat berkas di dalamnya.',
    'intake.stick.sending': 'Mengirim {file} …',
    'intake.stick.done': 'Kiriman TPS {place} sudah di sini dan diperiksa.',
    'intake.stick.incomplete':
      'Berkas {file} tidak ada di antara yang dipilih. Belum ada yang dikirim. Pilih keempatnya.',
    'intake.stick.no-manifest':
      'Daftar isi kiriman tidak ada di antara berkas yang dipilih, atau tidak terbaca. Belum ada yang dikirim. Pilih keempat berkas di map TPS itu.',
    'intake.stick.refused': 'Kiriman ditolak: {why}. Tidak ada yang dihitung.',
    'intake.refused': 'Belum dihitung: {why}.',
    'intake.refused.delivery-unknown': 'Kiriman ini tidak ada lagi. Belum dihitung; muat daftarnya lagi.',
    'intake.refused.record-not-right':
      'Arsip kiriman ini salah, dan tidak ada alasan yang memperbaikinya. Belum dihitung; mintalah arsip itu lagi dari mesin TPS-nya.',
    'intake.refused.another-counts':
      'Kiriman lain dari TPS ini sudah dihitung. Yang ini belum dihitung; bandingkan kedua arsipnya.',
    'intake.refused.result-does-not-fit':
      'Hasil ini tidak cocok dengan TPS-nya: {refusals}. Belum dihitung; periksa dahulu cara memilih dan bagian TPS itu.',
    'intake.reason.other-bytes':
      'kiriman lain dari TPS ini sudah dihitung, atau sedang diperiksa ketika yang ini datang (kalau yang lain ternyata salah, minta yang ini dikirim lagi)',
    'intake.reason.paper': 'menurut penetapan, TPS ini memilih dengan kertas',
    'intake.reason.registered': 'jumlah pemilih terdaftar bukan jumlah dalam daftar yang dikunci',
    'intake.reason.pool-void': 'kartu suaranya dari paket yang sudah diganti',
    'intake.reason.pool-foreign': 'kartu suaranya bukan dari paket TPS ini',
    'intake.reason.options': 'pilihannya bukan pilihan pada surat suara di kantor',
    'intake.reason.part': 'TPS ini sudah dialihkan, dan bagian ini tidak ada padanya',
    'intake.reason.figures-stand': 'angka lain untuk TPS ini sudah dihitung',
    'intake.unreachable':
      'Kantor tidak menjawab. Yang sudah sampai tetap di sana; pilih berkasnya sekali lagi.',
  },
  en: {
    'intake.choose': 'Election',
    'intake.list': 'Sealed deliveries',
    'intake.empty': 'Nothing came yet. Stations send after sealing, by network or with a stick.',
    'intake.place': 'Polling place',
    'intake.state': 'State',
    'intake.came': 'Came',
    'intake.why': 'Reasons',
    'intake.files': 'Files',
    'intake.decide': 'Decision',
    'intake.file.0': 'Record',
    'intake.file.1': 'Void cards',
    'intake.file.2': 'Result',
    'intake.state.coming': 'coming',
    'intake.state.checking': 'being checked',
    'intake.state.right': 'right, counted',
    'intake.state.held': 'held',
    'intake.filter.all': 'All',
    'intake.count': 'Count with a reason',
    'intake.count.explained':
      'The record of {place} is right, but sums in it do not hold: {reasons}. If people decide that this result counts, write why. The reason is kept and published.',
    'intake.count.reason': 'Reason',
    'intake.count.reason.hint': 'At least 10 letters, for example the number of the minutes.',
    'intake.stick': 'Take from a stick',
    'intake.stick.hint':
      'On the stick, open the folder that has the polling place’s code as its name, and choose all four files in it.',
    'intake.stick.sending': 'Sending {file} …',
    'intake.stick.done': 'The delivery of {place} is here and being checked.',
    'intake.stick.incomplete': '{file} is not among the chosen files. Nothing was sent. Choose all four.',
    'intake.stick.no-manifest':
      'The list of what is sent is not among the chosen files, or cannot be read. Nothing was sent. Choose all four files of the polling place’s folder.',
    'intake.stick.refused': 'The delivery was refused: {why}. Nothing is counted.',
    'intake.refused': 'Not counted: {why}.',
    'intake.refused.delivery-unknown':
      'This delivery is no longer there. It was not counted; load the list again.',
    'intake.refused.record-not-right':
      'The record of this delivery is wrong, and no reason mends that. It was not counted; ask its station for the record again.',
    'intake.refused.another-counts':
      'Another delivery of this polling place counts by now. This one was not counted; compare the two records.',
    'intake.refused.result-does-not-fit':
      'This result does not fit its polling place: {refusals}. It was not counted; look first how the place votes and which parts it has.',
    'intake.reason.other-bytes':
      'another delivery of this polling place counts already, or was being checked when this one came (if that one proves wrong, ask for this one again)',
    'intake.reason.paper': 'as decided, this polling place votes on paper',
    'intake.reason.registered': 'the registered voters are not those of the locked list',
    'intake.reason.pool-void': 'its cards are of a package that was replaced',
    'intake.reason.pool-foreign': 'its cards are not of a package of this polling place',
    'intake.reason.options': 'its options are not those of the ballot at the office',
    'intake.reason.part': 'this polling place was switched and has no such part',
    'intake.reason.figures-stand': 'other figures of this polling place count already',
    'intake.unreachable': 'The office does not answer. What arrived stays there; choose the files once more.',
  },
});
