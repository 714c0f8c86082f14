import { catalogue } from '@bilik/words';

/** The paper that the office has posted at the door: what everybody may compare with the machines. */
export const announcementWords = catalogue({
  id: {
    'announcement.title': 'PENGUMUMAN PAKET TPS',
    'announcement.subtitle': 'Untuk ditempel di pintu TPS sebelum perangkat disiapkan',
    'announcement.opening':
      'Untuk {title}, {address}: layar mesin TPS menunjukkan delapan kata ketika paket dimuat. Siapa pun boleh membandingkannya dengan kertas ini. Bila satu kata saja berbeda, paket itu tidak dipakai.',
    'announcement.words': 'Delapan kata paket',
    'announcement.word': 'Kata ke-{number}',
    'announcement.version': 'Versi paket',
    'announcement.version.made': '{version}, dibuat {madeOn}',
    'announcement.hex': 'Sidik lengkap paket',
    'announcement.section.election': 'Pemilihan ini',
    'announcement.electionUuid': 'Nomor pemilihan',
    'announcement.electionFingerprint': 'Sidik pemilihan',
    'announcement.listFingerprint': 'Sidik daftar pemilih',
    'announcement.section.keys': 'Kunci umum',
    'announcement.key.issuer': 'Kantor penerbit paket',
    'announcement.key.station': 'Mesin TPS ini (menandatangani hasil)',
    'announcement.key.receiver': 'Penerima hasil (menandatangani tanda terima)',
    'announcement.section.trustees': 'Pemegang kunci',
    'announcement.trustees.enough': 'Cukup {threshold} dari {count} untuk membuka jumlah suara.',
    'announcement.closing':
      'Kertas ini bukan dari mesin TPS: ia dikirim terpisah dari paketnya. Lepaskan hanya oleh ketua, dan simpan bersama berita acara.',
  },
  en: {
    'announcement.title': 'ANNOUNCEMENT OF THE PACKAGE',
    'announcement.subtitle': 'To be posted at the polling place’s door before devices are set up',
    'announcement.opening':
      'For {title}, {address}: the polling place’s machine shows eight words when its package is loaded. Anybody may compare them with this paper. If a single word differs, that package is not used.',
    'announcement.words': 'Eight words of the package',
    'announcement.word': 'Word {number}',
    'announcement.version': 'Version of the package',
    'announcement.version.made': '{version}, made on {madeOn}',
    'announcement.hex': 'Whole fingerprint of the package',
    'announcement.section.election': 'This election',
    'announcement.electionUuid': 'Election identifier',
    'announcement.electionFingerprint': 'Election fingerprint',
    'announcement.listFingerprint': 'Voter list fingerprint',
    'announcement.section.keys': 'Public keys',
    'announcement.key.issuer': 'Office that issued the package',
    'announcement.key.station': 'This polling place’s machine (signs the result)',
    'announcement.key.receiver': 'Receiver of results (signs the receipt)',
    'announcement.section.trustees': 'Trustees',
    'announcement.trustees.enough': '{threshold} of {count} suffice to open the sum.',
    'announcement.closing':
      'This paper is not from the polling place’s machine: it was sent apart from its package. Only the chair takes it down; it is kept with the minutes.',
  },
});
