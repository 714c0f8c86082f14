import { catalogue } from '../phrases.ts';

/** What `bilik portal check` says of a published site. */
export const siteCheck = catalogue({
  id: {
    'siteCheck.rule.files': 'Folder hanya memuat berkas biasa dengan nama yang wajar',
    'siteCheck.rule.checkpoint': 'Titik periksa ditandatangani kunci log',
    'siteCheck.rule.log': 'Isi log dan ubinnya sama dengan titik periksa',
    'siteCheck.rule.history':
      'Setiap terbitan menyebut yang sebelumnya dan tidak mengubahnya diam-diam, semua ada dalam log, dan log tidak memuat yang lain',
    'siteCheck.rule.manifest': 'Setiap berkas terdaftar dan sama byte demi byte',
    'siteCheck.rule.snapshot': 'Setiap angka mengikuti dari angka TPS, setiap hasil dari aturan',
    'siteCheck.rule.pages': 'Setiap halaman mengatakan apa yang dikatakan datanya',
    'siteCheck.rule.records': 'Setiap arsip benar dan sama dengan angka yang terbit',
    'siteCheck.rule.codes': 'Setiap kode QR ditandatangani dan sama dengan angka yang terbit',
    'siteCheck.rule.leaks': 'Tidak ada NIK, orang, kunci, angka internal, atau suara terbuka',
    'siteCheck.rule.seen': 'Log ini lanjutan dari titik periksa yang pernah dilihat',
    'siteCheck.rule.witnesses': 'Saksi dari luar ikut menandatangani titik periksa',

    'siteCheck.fault.path-not-allowed': 'nama yang tidak boleh ada di situs',
    'siteCheck.fault.not-a-file': 'bukan berkas biasa',
    'siteCheck.fault.unreadable': 'tidak terbaca: {detail}',
    'siteCheck.fault.signature': 'tanda tangan atau bentuknya salah: {detail}',
    'siteCheck.fault.missing': 'tidak ada',
    'siteCheck.fault.changed': 'isinya lain dari yang ditandatangani',
    'siteCheck.fault.not-as-named': 'terdaftar dengan isi lain dari yang dikatakan namanya',
    'siteCheck.fault.not-listed': 'tidak terdaftar',
    'siteCheck.fault.root-differs': 'akar log lain: isi log diubah, ditambah, atau dipotong',
    'siteCheck.fault.chain-broken': 'rantai terputus: {detail}',
    'siteCheck.fault.not-in-log': 'tidak tercatat dalam log',
    'siteCheck.fault.foreign-entry':
      'entri log ini bukan milik terbitan mana pun di situs: ada terbitan yang ditarik dari riwayat, atau ada yang dicatat tanpa diterbitkan. {detail}',
    'siteCheck.fault.differs': '{detail}',
    'siteCheck.fault.page-differs':
      'halaman ini bukan yang ditulis versi Bilik ini dari datanya: isinya lain, atau versi lain menulisnya',
    'siteCheck.fault.check-page-differs':
      'halaman pemeriksaan ini bukan yang dibangun dari sumber di sini. Bangun ulang (npm run build:pages) lalu ulangi; bila tetap lain, jangan memakainya.',
    'siteCheck.fault.leak': 'byte {at}: {detail}',
    'siteCheck.fault.person-number':
      'memuat nomor orang (NIK atau telepon), bagaimanapun ditulisnya {detail}',
    'siteCheck.fault.rolled-back': 'log mundur: dulu {seen} entri, sekarang {now}',
    'siteCheck.fault.split-view': 'log lain dari yang pernah dilihat: masa lalu diubah',
    'siteCheck.fault.other-log': 'titik periksa itu dari log lain: {detail}',
    'siteCheck.fault.not-cosigned': 'saksi {detail} belum menandatangani titik periksa ini',

    'siteCheck.note.check-page-not-built':
      '!! periksa.html TIDAK dibandingkan: halaman itu belum dibangun di sini. Jalankan npm run build:pages, lalu ulangi.',
    'siteCheck.note.pages-of-another-version':
      '!! Terbitan ke-{number}: {differing} dari {written} halaman lain dari yang ditulis versi Bilik ini ({paths}). Versi lain yang menulisnya, atau halaman itu tidak mengatakan apa yang dikatakan datanya: di sini tidak dapat dibedakan. Datanya diperiksa; ulangi dengan versi waktu itu untuk halamannya.',
    'siteCheck.note.evidence-gone':
      '!! Terbitan ke-{number}: berkas di belakang hasil TPS {place} tidak ada lagi di situs; angka waktu itu TIDAK dibandingkan dengan arsipnya.',
    'siteCheck.note.more': '!! dan {count} lagi yang tidak dibandingkan (semua dengan --json)',

    'siteCheck.exercise': '!! LATIHAN: angka di situs ini tidak memilih siapa pun.',
    'siteCheck.facts':
      'Terbitan ke-{number}, {entries} entri log, {files} berkas, {places} TPS terhitung, {records} arsip',
    'siteCheck.key': 'Kunci log: {key}',
    'siteCheck.keyNotPinned':
      '!! Kunci log diambil dari situs itu sendiri. Bandingkan dengan yang diumumkan di kertas, atau ulangi dengan --key.',
    'siteCheck.verdict.right': 'BENAR: semua angka, tanda tangan, sidik, dan arsip cocok.',
    'siteCheck.verdict.rightSoFar':
      'BENAR sejauh dapat dibandingkan: yang dibandingkan semuanya cocok, {count} hal tidak dapat dibandingkan (lihat !! di atas).',
    'siteCheck.verdict.incomplete':
      'SALINAN INI BELUM LENGKAP: {count} berkas tidak ada; dalam yang ada tidak ditemukan yang salah. Tentang situsnya ini belum berkata apa-apa. Ambil yang kurang: bilik portal fetch ALAMAT {path} (atau salin seluruh foldernya dengan stik), lalu periksa lagi. Bila tetap kurang, situsnya yang tidak memberi: tanyakan kepada panitia.',
    'siteCheck.verdict.wrong': 'SALAH: {count} hal tidak cocok. Jangan percaya situs ini sebelum jelas.',
    'siteCheck.cannot.folder': 'Tidak ada folder situs di {path}. Tidak ada yang diperiksa.',
    'siteCheck.cannot.before':
      'Tidak ada situs di {path}, tetapi ada {path}.before: penulisan terputus di tengah pertukaran. Terbitkan lagi, atau periksa folder itu.',
    'siteCheck.cannot.site':
      'Di {path} tidak ada titik periksa: itu bukan situs hasil. Tidak ada yang diperiksa.',
    'siteCheck.cannot.key': 'Kunci log tidak ada atau rusak. Berikan dengan --key. Tidak ada yang diperiksa.',
    'siteCheck.cannot.seen': 'Titik periksa di {path} tidak terbaca. Tidak ada yang diperiksa.',
    'siteCheck.more': 'dan {count} lagi',
  },
  en: {
    'siteCheck.rule.files': 'The folder holds plain files with sound names only',
    'siteCheck.rule.checkpoint': 'The checkpoint is signed by the log’s key',
    'siteCheck.rule.log': 'The log’s entries and tiles are those of the checkpoint',
    'siteCheck.rule.history':
      'Each publication names the one before, changes nothing of it in silence, and all are in the log, which holds nothing else',
    'siteCheck.rule.manifest': 'Every file is listed, the same byte for byte, and what its name says',
    'siteCheck.rule.snapshot': 'Every figure follows from the polling places, every outcome from the rules',
    'siteCheck.rule.pages': 'Every page says what the data say',
    'siteCheck.rule.records': 'Every record is right and agrees with the published figures',
    'siteCheck.rule.codes': 'Every QR code is signed and agrees with the published figures',
    'siteCheck.rule.leaks': 'No NIK, person, key, internal figure or open ballot',
    'siteCheck.rule.seen': 'This log continues the checkpoint that was seen before',
    'siteCheck.rule.witnesses': 'Witnesses from outside cosigned the checkpoint',

    'siteCheck.fault.path-not-allowed': 'a name that may not be in a site',
    'siteCheck.fault.not-a-file': 'no plain file',
    'siteCheck.fault.unreadable': 'unreadable: {detail}',
    'siteCheck.fault.signature': 'wrong signature or form: {detail}',
    'siteCheck.fault.missing': 'missing',
    'siteCheck.fault.changed': 'its content is not what was signed',
    'siteCheck.fault.not-as-named': 'listed with another content than its name says',
    'siteCheck.fault.not-listed': 'not listed',
    'siteCheck.fault.root-differs': 'another root: the log’s entries were changed, added to or cut',
    'siteCheck.fault.chain-broken': 'the chain is broken: {detail}',
    'siteCheck.fault.not-in-log': 'not noted in the log',
    'siteCheck.fault.foreign-entry':
      'this entry of the log belongs to no publication of the site: one was taken out of the history, or something was noted and never published. {detail}',
    'siteCheck.fault.differs': '{detail}',
    'siteCheck.fault.page-differs':
      'this page is not what this version of Bilik writes of its data: it says something else, or another version wrote it',
    'siteCheck.fault.check-page-differs':
      'this checking page is not the one built from source here. Build again (npm run build:pages) and repeat; if it still differs, do not use it.',
    'siteCheck.fault.leak': 'byte {at}: {detail}',
    'siteCheck.fault.person-number':
      'holds a person’s number (NIK or telephone), however it is written {detail}',
    'siteCheck.fault.rolled-back': 'the log went back: {seen} entries then, {now} now',
    'siteCheck.fault.split-view': 'another log than the one that was seen: its past was changed',
    'siteCheck.fault.other-log': 'that checkpoint is of another log: {detail}',
    'siteCheck.fault.not-cosigned': 'witness {detail} has not cosigned this checkpoint',

    'siteCheck.note.check-page-not-built':
      '!! periksa.html was NOT compared: that page is not built here. Run npm run build:pages, then repeat.',
    'siteCheck.note.pages-of-another-version':
      '!! Publication {number}: {differing} of {written} pages are not what this version of Bilik writes ({paths}). Another version wrote them, or they did not say what their data say: here the two cannot be told apart. The data are checked; repeat with the version of that time for the pages.',
    'siteCheck.note.evidence-gone':
      '!! Publication {number}: the files behind the result of {place} stand on the site no more; its figures of that time were NOT compared with its record.',
    'siteCheck.note.more': '!! and {count} more that were not compared (all with --json)',

    'siteCheck.exercise': '!! EXERCISE (LATIHAN): the figures of this site elect nobody.',
    'siteCheck.facts':
      'Publication {number}, {entries} log entries, {files} files, {places} polling places counted, {records} records',
    'siteCheck.key': 'Log key: {key}',
    'siteCheck.keyNotPinned':
      '!! The log’s key was taken from the site itself. Compare it with the one posted on paper, or repeat with --key.',
    'siteCheck.verdict.right': 'RIGHT: all figures, signatures, fingerprints and records agree.',
    'siteCheck.verdict.rightSoFar':
      'RIGHT as far as it can be compared: all that was compared agrees, {count} things could not be compared (see !! above).',
    'siteCheck.verdict.incomplete':
      'THIS COPY IS INCOMPLETE: {count} files are missing; in those that are there nothing wrong was found. Of the site this says nothing yet. Fetch what is missing: bilik portal fetch URL {path} (or copy the whole folder by a stick), then check again. If they stay missing, it is the site that does not give them: ask the committee.',
    'siteCheck.verdict.wrong':
      'WRONG: {count} things do not agree. Do not believe this site until they are explained.',
    'siteCheck.cannot.folder': 'There is no site’s folder at {path}. Nothing was checked.',
    'siteCheck.cannot.before':
      'There is no site at {path}, but there is {path}.before: writing was cut in mid-exchange. Publish again, or check that folder.',
    'siteCheck.cannot.site':
      'There is no checkpoint at {path}: it is no site of results. Nothing was checked.',
    'siteCheck.cannot.key': 'The log’s key is missing or damaged. Give it with --key. Nothing was checked.',
    'siteCheck.cannot.seen': 'The checkpoint at {path} cannot be read. Nothing was checked.',
    'siteCheck.more': 'and {count} more',
  },
});
