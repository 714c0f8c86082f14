import { catalogue } from '../phrases.ts';

/** What `bilik portal check` says of a published site. */
export const siteCheck = catalogue({
  id: {
    'siteCheck.rule.files': 'Folder hanya memuat berkas biasa dengan nama yang wajar',
    'siteCheck.rule.checkpoint': 'Titik periksa ditandatangani kunci log',
    'siteCheck.rule.log': 'Isi log dan ubinnya sama dengan titik periksa',
    'siteCheck.rule.history':
      'Setiap terbitan menyebut yang sebelumnya dan tidak mengubahnya diam-diam, semua ada dalam log',
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
    'siteCheck.fault.not-listed': 'tidak terdaftar',
    'siteCheck.fault.root-differs': 'akar log lain: isi log diubah, ditambah, atau dipotong',
    'siteCheck.fault.chain-broken': 'rantai terputus: {detail}',
    'siteCheck.fault.not-in-log': 'tidak tercatat dalam log',
    'siteCheck.fault.differs': '{detail}',
    'siteCheck.fault.page-differs': 'halaman ini tidak mengatakan apa yang dikatakan datanya',
    'siteCheck.fault.leak': 'byte {at}: {detail}',
    'siteCheck.fault.rolled-back': 'log mundur: dulu {seen} entri, sekarang {now}',
    'siteCheck.fault.split-view': 'log lain dari yang pernah dilihat: masa lalu diubah',
    'siteCheck.fault.other-log': 'titik periksa itu dari log lain: {detail}',
    'siteCheck.fault.not-cosigned': 'saksi {detail} belum menandatangani titik periksa ini',

    'siteCheck.exercise': '!! LATIHAN: angka di situs ini tidak memilih siapa pun.',
    'siteCheck.facts':
      'Terbitan ke-{number}, {entries} entri log, {files} berkas, {places} TPS terhitung, {records} arsip',
    'siteCheck.key': 'Kunci log: {key}',
    'siteCheck.keyNotPinned':
      '!! Kunci log diambil dari situs itu sendiri. Bandingkan dengan yang diumumkan di kertas, atau ulangi dengan --key.',
    'siteCheck.verdict.right': 'BENAR: semua angka, tanda tangan, sidik, dan arsip cocok.',
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
      'Each publication names the one before, changes nothing of it in silence, and all are in the log',
    'siteCheck.rule.manifest': 'Every file is listed and the same byte for byte',
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
    'siteCheck.fault.not-listed': 'not listed',
    'siteCheck.fault.root-differs': 'another root: the log’s entries were changed, added to or cut',
    'siteCheck.fault.chain-broken': 'the chain is broken: {detail}',
    'siteCheck.fault.not-in-log': 'not noted in the log',
    'siteCheck.fault.differs': '{detail}',
    'siteCheck.fault.page-differs': 'this page does not say what its data say',
    'siteCheck.fault.leak': 'byte {at}: {detail}',
    'siteCheck.fault.rolled-back': 'the log went back: {seen} entries then, {now} now',
    'siteCheck.fault.split-view': 'another log than the one that was seen: its past was changed',
    'siteCheck.fault.other-log': 'that checkpoint is of another log: {detail}',
    'siteCheck.fault.not-cosigned': 'witness {detail} has not cosigned this checkpoint',

    'siteCheck.exercise': '!! EXERCISE (LATIHAN): the figures of this site elect nobody.',
    'siteCheck.facts':
      'Publication {number}, {entries} log entries, {files} files, {places} polling places counted, {records} records',
    'siteCheck.key': 'Log key: {key}',
    'siteCheck.keyNotPinned':
      '!! The log’s key was taken from the site itself. Compare it with the one posted on paper, or repeat with --key.',
    'siteCheck.verdict.right': 'RIGHT: all figures, signatures, fingerprints and records agree.',
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
