import { catalogue } from '../../phrases.ts';

/** Publishing: the office's screen, and what the public reads where nothing is published. */
export const publish = catalogue({
  id: {
    'publish.absent.exercise': 'LATIHAN: bukan hasil sungguhan',
    'publish.absent.notYet': 'Belum ada yang diumumkan',
    'publish.absent.notYet.means':
      'Panitia belum membuka pengumuman. Begitu dibuka, hasil setiap desa ada di alamat ini. Tidak ada yang perlu dilakukan.',
    'publish.absent.noPage': 'Halaman ini tidak ada',
    'publish.absent.noPage.means':
      'Mungkin alamatnya salah ketik, atau berkasnya sudah diganti yang lebih baru. Semua halaman dan berkas terbitan terbaru dapat dicapai dari halaman pertama. Terbitan lama dan log ikut tersalin dengan “bilik portal fetch”.',
    'publish.absent.toStart': 'Ke halaman pertama',

    'publish.none': 'Tidak ada pemilihan yang diumumkan dari sini.',
    'publish.state.open': 'pengumuman dibuka',
    'publish.state.paused': 'pengumuman dihentikan',
    'publish.state.never': 'belum pernah dibuka',
    'publish.state.since': 'Diputuskan {time} oleh {who}: {reason}',
    'publish.site': 'Buka halaman publik',
    'publish.number': 'Terbitan',
    'publish.number.none': 'belum ada',
    'publish.log': 'Catatan di log',
    'publish.log.note': 'Setiap berkas yang pernah terbit, tidak pernah berkurang',
    'publish.witnesses': 'Saksi log',
    'publish.witnesses.of': 'dari {expected} yang diminta',
    'publish.witnesses.none': 'belum ada yang diminta',
    'publish.waits': 'Menunggu terbit',
    'publish.waits.note': '{villages} desa dengan keputusan baru',

    'publish.waiting':
      '{places} TPS dan {villages} keputusan desa belum dilihat publik. Selama pengumuman dibuka, semuanya terbit sendiri dalam dua menit.',
    'publish.waiting.paused':
      '{places} TPS dan {villages} keputusan desa belum dilihat publik, karena pengumuman dihentikan.',
    'publish.late':
      '{places} TPS dan {villages} keputusan desa menunggu lebih dari lima menit. Publik belum melihatnya. Tidak ada yang hilang.',
    'publish.late.toDo':
      'Panggil tim teknis: pekerja tidak berjalan, atau menolak menerbitkan; alasannya tertulis di proses pekerja.',
    'publish.failed':
      'Percobaan menerbitkan {time} gagal. Yang dilihat publik tidak berubah. Tidak ada yang hilang; dicoba lagi setiap menit.',
    'publish.failed.facts':
      'Yang salah bukan milik satu desa: nama acara atau kabupaten, sebutan, atau paket aturannya. Periksa di Acara dan aturan; rinciannya tertulis di proses pekerja.',
    'publish.failed.portal':
      'Pembuat situs menolak menulisnya. Panggil tim teknis; alasannya tertulis di proses pekerja.',
    'publish.failed.machine':
      'Mesin tidak dapat menulis atau membaca: disk penuh, atau berkas yang hilang. Panggil tim teknis; alasannya tertulis di proses pekerja.',
    'publish.nothingWaits': 'Publik melihat semua yang sudah dihitung.',
    'publish.writing':
      'Terbitan ke-{number} sedang ditulis sejak {time}. Sampai selesai, yang dilihat publik tidak berubah.',
    'publish.writing.toDo':
      'Pekerja mengulang sendiri. Bila lebih dari lima menit, panggil tim teknis: alasannya tertulis di proses pekerja.',
    'publish.writing.damaged':
      'Titik periksa di halaman publik tidak dapat dibaca. Tidak ada yang terbit di atasnya. Panggil tim teknis: pulihkan folder portal dari salinan.',

    'publish.now': 'Umumkan sekarang',
    'publish.now.asked': 'Diminta. Kalau ada yang baru, terbit dalam beberapa detik.',
    'publish.open': 'Buka pengumuman',
    'publish.open.explained':
      'Sejak sekarang setiap hasil resmi yang lengkap buktinya terbit sendiri. Yang sudah terbit tidak dapat ditarik, hanya dikoreksi.',
    'publish.pause': 'Hentikan sementara',
    'publish.pause.explained':
      'Yang sudah terbit tetap dapat dibaca. Yang baru tidak terbit sampai pengumuman dibuka lagi. Alasan disimpan untuk selamanya.',
    'publish.reason': 'Alasan',
    'publish.reason.hint': 'Misalnya nomor berita acara atau surat tugas.',

    'publish.leftOut': 'TPS dan desa yang belum terbit seperti yang tercatat',
    'publish.leftOut.some':
      '{count} TPS atau desa tidak dapat terbit seperti yang tercatat. Publik melihat semua yang lain. Sebabnya ada di bawah.',
    'publish.leftOut.place': 'TPS atau desa',
    'publish.leftOut.public': 'Yang dilihat publik',
    'publish.leftOut.public.shown': 'terbit, dengan catatan ini',
    'publish.leftOut.public.out': 'belum terbit',
    'publish.leftOut.public.stays': 'tetap seperti terbitan sebelumnya',
    'publish.leftOut.why': 'Sebabnya',
    'publish.leftOut.toDo': 'Yang perlu dilakukan',
    'publish.leftOut.photo-with-metadata': 'foto lembarnya menyimpan tempat, waktu, atau nama',
    'publish.leftOut.photo-with-metadata.toDo':
      'Buka lembarnya dan perbaiki dengan foto yang diunggah dari sini: fotonya digambar ulang.',
    'publish.leftOut.photo-of-before':
      'diumumkan, tetapi dengan foto versi sebelumnya: foto barunya memuat lebih dari lembarnya',
    'publish.leftOut.photo-of-before.toDo': 'Perbaiki lembarnya dengan foto baru yang diunggah dari sini.',
    'publish.leftOut.photo-missing': 'tidak ada foto lembar untuk angka ini',
    'publish.leftOut.photo-missing.toDo': 'Buka lembarnya dan perbaiki dengan fotonya.',
    'publish.leftOut.result-unreadable': 'hasil bertanda tangan tidak memuat kontes ini',
    'publish.leftOut.result-unreadable.toDo': 'Panggil tim teknis.',
    'publish.leftOut.voters-of-before':
      'diumumkan dengan jumlah pemilih saat hasilnya pertama terbit: daftar di kantor kini lain',
    'publish.leftOut.voters-of-before.toDo':
      'Periksa daftar pemilihnya: sesudah hasil terbit, jumlah pemilihnya tidak berubah.',
    'publish.leftOut.name-of-place':
      'diumumkan tanpa namanya: namanya memuat nomor orang atau kata yang tidak boleh diumumkan',
    'publish.leftOut.name-of-place.toDo': 'Panggil tim teknis untuk mengganti nama TPS.',
    'publish.leftOut.code-missing': 'kode lembarnya belum ada',
    'publish.leftOut.code-missing.toDo':
      'Periksa lembarnya: calon di surat suara harus sama dengan di lembar.',
    'publish.leftOut.files-not-public':
      'berkas hasil mesin memuat nomor orang, kunci, atau kata yang tidak boleh diumumkan, atau hilang dari penyimpanan',
    'publish.leftOut.files-not-public.toDo':
      'Panggil tim teknis: hasil TPS dikoreksi dengan berkas yang bersih.',
    'publish.leftOut.text-not-public':
      'nama desa, calon, atau tulisan lain memuat nomor orang atau kata yang tidak boleh diumumkan',
    'publish.leftOut.text-not-public.toDo': 'Perbaiki namanya; desa ini terbit sendiri sesudahnya.',
    'publish.leftOut.candidates-changed': 'calon atau fotonya lain daripada saat hasilnya terbit',
    'publish.leftOut.candidates-changed.toDo': 'Kembalikan calon dan foto seperti di surat suara.',
    'publish.leftOut.voters-changed': 'jumlah pemilihnya lain daripada saat hasilnya terbit',
    'publish.leftOut.voters-changed.toDo': 'Periksa daftar pemilihnya.',
    'publish.leftOut.rules-changed': 'aturannya lain daripada saat hasilnya terbit',
    'publish.leftOut.rules-changed.toDo':
      'Panggil tim teknis: aturan pemilihan tidak berubah sesudah hasil terbit.',
    'publish.leftOut.gone': 'desa keluar dari acara sesudah hasilnya terbit',
    'publish.leftOut.gone.toDo': 'Panggil tim teknis: yang sudah terbit tidak dapat ditarik.',
    'publish.leftOut.contradicts': 'angkanya, cara memilihnya, atau buktinya tidak cocok satu sama lain',
    'publish.leftOut.contradicts.toDo':
      'Periksa cara memilih dan hasil semua TPS desa ini; bila semua benar, panggil tim teknis.',

    'publish.list': 'Yang sudah diumumkan',
    'publish.list.empty': 'Belum ada yang diumumkan.',
    'publish.list.number': 'Nomor',
    'publish.list.at': 'Keadaan pada',
    'publish.list.state': 'Keadaan',
    'publish.list.state.writing': 'sedang ditulis',
    'publish.list.state.published': 'terbit',
    'publish.list.leftOut': 'Tidak seperti tercatat',
    'publish.list.leftOut.count': '{count} TPS atau desa',
    'publish.list.hash': 'Sidik isi',

    'publish.decisions': 'Keputusan',
    'publish.decisions.what': 'Putusan',
    'publish.decisions.at': 'Waktu',
    'publish.decisions.who': 'Oleh',
    'publish.decisions.opened': 'dibuka',
    'publish.decisions.paused': 'dihentikan',

    'publish.checkpoint': 'Titik periksa log dan saksinya',
    'publish.checkpoint.explained':
      'Bacakan akar ini kepada siapa pun yang bertanya. Sama di mana-mana berarti semua orang melihat hasil yang sama.',
    'publish.checkpoint.root': 'Akar pohon',
    'publish.checkpoint.cosigned': '{name}: ikut menandatangani {time}',
    'publish.checkpoint.notCosigned': '{name}: belum',

    'publish.refused.election-unknown': 'Pemilihan ini bukan milik kantor Anda. Tidak ada yang berubah.',
    'publish.refused.publishing-paused':
      'Pengumuman belum dibuka. Tidak ada yang terbit. Buka dulu, dengan alasan.',
    'publish.refused.other-election-published':
      'Halaman publik ini sudah dipakai pemilihan lain. Tidak ada yang berubah. Pemilihan ini membutuhkan pusat sendiri.',
    'publish.refused.other': 'Tidak tercatat. Periksa isian, lalu ulangi.',
  },
  en: {
    'publish.absent.exercise': 'EXERCISE: no real results',
    'publish.absent.notYet': 'Nothing is published yet',
    'publish.absent.notYet.means':
      'The committee has not opened publishing. As soon as it does, the result of each village stands at this address. There is nothing for you to do.',
    'publish.absent.noPage': 'There is no such page',
    'publish.absent.noPage.means':
      'The address may be mistyped, or the file was replaced by a newer one. All pages and files of the newest publication can be reached from the first page. Earlier publications and the log are copied by “bilik portal fetch”.',
    'publish.absent.toStart': 'To the first page',

    'publish.none': 'No election is published from here.',
    'publish.state.open': 'publishing is open',
    'publish.state.paused': 'publishing is paused',
    'publish.state.never': 'never opened',
    'publish.state.since': 'Decided {time} by {who}: {reason}',
    'publish.site': 'Open the public page',
    'publish.number': 'Publication',
    'publish.number.none': 'none yet',
    'publish.log': 'Entries of the log',
    'publish.log.note': 'Every file ever published; never fewer',
    'publish.witnesses': 'Witnesses of the log',
    'publish.witnesses.of': 'of {expected} that were asked',
    'publish.witnesses.none': 'nobody was asked yet',
    'publish.waits': 'Waits to be published',
    'publish.waits.note': '{villages} villages with a new decision',

    'publish.waiting':
      '{places} polling places and {villages} decisions of villages are not seen by the public yet. While publishing is open all of it is published within two minutes by itself.',
    'publish.waiting.paused':
      '{places} polling places and {villages} decisions of villages are not seen by the public, because publishing is paused.',
    'publish.late':
      '{places} polling places and {villages} decisions of villages wait for more than five minutes. The public does not see them yet. Nothing is lost.',
    'publish.late.toDo':
      'Call the technical team: no worker runs, or it refuses to publish; the reason stands in the worker’s own words.',
    'publish.failed':
      'The try to publish of {time} failed. What the public sees has not changed. Nothing is lost; it is tried again every minute.',
    'publish.failed.facts':
      'What is wrong is no village’s: the name of event or regency, the labels, or the rule pack. Look in Event and rules; the details stand in the worker’s own words.',
    'publish.failed.portal':
      'The maker of the site refused to write it. Call the technical team; the reason stands in the worker’s own words.',
    'publish.failed.machine':
      'The machine cannot write or read: a full disk, or a lost file. Call the technical team; the reason stands in the worker’s own words.',
    'publish.nothingWaits': 'The public sees everything that is counted.',
    'publish.writing':
      'Publication {number} is being written since {time}. Until it is done, what the public sees does not change.',
    'publish.writing.toDo':
      'The worker tries again by itself. After more than five minutes call the technical team: the reason stands in the worker’s own words.',
    'publish.writing.damaged':
      'The checkpoint of the public site cannot be read. Nothing is published on top of it. Call the technical team: restore the portal’s folder from a copy.',

    'publish.now': 'Publish now',
    'publish.now.asked': 'Asked. If there is anything new, it is published within seconds.',
    'publish.open': 'Open publishing',
    'publish.open.explained':
      'From now on every official result with its evidence is published by itself. What is published cannot be taken back, only corrected.',
    'publish.pause': 'Pause',
    'publish.pause.explained':
      'What is published can still be read. What is new is not published until publishing is opened again. The reason is kept for ever.',
    'publish.reason': 'Reason',
    'publish.reason.hint': 'For example the number of minutes or of an order.',

    'publish.leftOut': 'Polling places and villages that are not published as they stand',
    'publish.leftOut.some':
      '{count} {count|polling place or village|polling places or villages} cannot be published as they stand. The public sees everything else. The reasons stand below.',
    'publish.leftOut.place': 'Polling place or village',
    'publish.leftOut.public': 'What the public sees',
    'publish.leftOut.public.shown': 'published, with this note',
    'publish.leftOut.public.out': 'not published yet',
    'publish.leftOut.public.stays': 'stays as it was published before',
    'publish.leftOut.why': 'Why',
    'publish.leftOut.toDo': 'What to do',
    'publish.leftOut.photo-with-metadata': 'the photo of its sheet holds a place, a time or a name',
    'publish.leftOut.photo-with-metadata.toDo':
      'Open the sheet and correct it with a photo uploaded from here: it is drawn anew.',
    'publish.leftOut.photo-of-before':
      'published, but with the photo of an earlier version: the new one holds more than the sheet',
    'publish.leftOut.photo-of-before.toDo': 'Correct the sheet with a new photo uploaded from here.',
    'publish.leftOut.photo-missing': 'there is no photo of the sheet for these figures',
    'publish.leftOut.photo-missing.toDo': 'Open the sheet and correct it with its photo.',
    'publish.leftOut.result-unreadable': 'the signed result says nothing of this contest',
    'publish.leftOut.result-unreadable.toDo': 'Call the technical team.',
    'publish.leftOut.voters-of-before':
      'published with the voters who were registered when its result was first published: the office’s list is another one now',
    'publish.leftOut.voters-of-before.toDo':
      'Look at its voter list: once a result is published its registered voters do not change.',
    'publish.leftOut.name-of-place':
      'published without its name, which holds a person’s number or words that must not be public',
    'publish.leftOut.name-of-place.toDo': 'Call the technical team to give the polling place another name.',
    'publish.leftOut.code-missing': 'the code of its sheet is not there',
    'publish.leftOut.code-missing.toDo': 'Look at the sheet: its candidates must be those of the ballot.',
    'publish.leftOut.files-not-public':
      'the files of its sealed result hold a person’s number, a key or words that must not be public, or are lost',
    'publish.leftOut.files-not-public.toDo':
      'Call the technical team: correct the place’s result with clean files.',
    'publish.leftOut.text-not-public':
      'the name of the village, of a candidate or another text holds a person’s number or words that must not be public',
    'publish.leftOut.text-not-public.toDo':
      'Correct the name; the village is published by itself afterwards.',
    'publish.leftOut.candidates-changed':
      'candidates or their photos are others than when its result was published',
    'publish.leftOut.candidates-changed.toDo': 'Put candidates and photos back as they are on the ballot.',
    'publish.leftOut.voters-changed': 'its registered voters are others than when its result was published',
    'publish.leftOut.voters-changed.toDo': 'Look at its voter list.',
    'publish.leftOut.rules-changed': 'its rules are others than when its result was published',
    'publish.leftOut.rules-changed.toDo':
      'Call the technical team: rules do not change once results are published.',
    'publish.leftOut.gone': 'the village left the event after its result was published',
    'publish.leftOut.gone.toDo': 'Call the technical team: what is published cannot be taken back.',
    'publish.leftOut.contradicts': 'its figures, way of voting or evidence do not fit together',
    'publish.leftOut.contradicts.toDo':
      'Look at the way of voting and the results of all its polling places; if all are right, call the technical team.',

    'publish.list': 'What was published',
    'publish.list.empty': 'Nothing was published yet.',
    'publish.list.number': 'Number',
    'publish.list.at': 'State of',
    'publish.list.state': 'State',
    'publish.list.state.writing': 'being written',
    'publish.list.state.published': 'published',
    'publish.list.leftOut': 'Not as they stand',
    'publish.list.leftOut.count': '{count} {count|place or village|places or villages}',
    'publish.list.hash': 'Fingerprint',

    'publish.decisions': 'Decisions',
    'publish.decisions.what': 'Decision',
    'publish.decisions.at': 'Time',
    'publish.decisions.who': 'By',
    'publish.decisions.opened': 'opened',
    'publish.decisions.paused': 'paused',

    'publish.checkpoint': 'Checkpoint of the log and its witnesses',
    'publish.checkpoint.explained':
      'Read this root to anybody who asks. The same everywhere means that everybody sees the same results.',
    'publish.checkpoint.root': 'Root of the tree',
    'publish.checkpoint.cosigned': '{name}: cosigned {time}',
    'publish.checkpoint.notCosigned': '{name}: not yet',

    'publish.refused.election-unknown': 'This election is not your office’s. Nothing was changed.',
    'publish.refused.publishing-paused':
      'Publishing is not open. Nothing was published. Open it first, with a reason.',
    'publish.refused.other-election-published':
      'This public site is in use by another election. Nothing was changed. This election needs a center of its own.',
    'publish.refused.other': 'Nothing was noted. Check the entry and try again.',
  },
});
