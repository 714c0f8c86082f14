import { catalogue } from '@bilik/words';

/** Minutes of the hand-over of a polling place's cards. */
export const handOverWords = catalogue({
  id: {
    'handOver.title': 'BERITA ACARA SERAH TERIMA KARTU SUARA',
    'handOver.subtitle': 'Bungkus bersegel, dihitung di kantor',
    'handOver.opening':
      'Pada {day} untuk {title}, {place}, Desa {village}, diserahkan kartu paket versi {version} sebanyak {cards} lembar dalam {packs} bungkus bersegel. Tidak ada cetakan kedua: bila satu bungkus hilang atau terbuka, paket diterbitkan ulang dan semua kartu ini batal.',
    'handOver.packs': 'Bungkus',
    'handOver.pack': 'Nomor',
    'handOver.count': 'Kartu',
    'handOver.seal': 'Nomor segel',
    'handOver.total': 'Jumlah',
    'handOver.words': 'Delapan kata paket',
    'handOver.received': 'Diperiksa saat diterima',
    'handOver.received.seals': 'Semua segel utuh (ya / tidak)',
    'handOver.received.opened': 'Bungkus yang dibuka dan dihitung di TPS, oleh siapa',
    'handOver.closing':
      'Yang menerima telah mencocokkan setiap nomor segel. Bungkus dibuka hanya di TPS, di depan saksi.',
    'handOver.from': 'Yang menyerahkan',
    'handOver.to': 'Yang menerima',
    'handOver.letterhead': 'PANITIA PEMILIHAN',
  },
  en: {
    'handOver.title': 'MINUTES OF THE HAND-OVER OF CARDS',
    'handOver.subtitle': 'Sealed packs, counted at the office',
    'handOver.opening':
      'On {day}, for {title}, {place}, village {village}, the cards of package version {version} were handed over: {cards} cards in {packs} sealed packs. There is no second print: if a pack is lost or open, the package is issued anew and all these cards are void.',
    'handOver.packs': 'Packs',
    'handOver.pack': 'Number',
    'handOver.count': 'Cards',
    'handOver.seal': 'Number of the seal',
    'handOver.total': 'Total',
    'handOver.words': 'Eight words of the package',
    'handOver.received': 'Checked on receipt',
    'handOver.received.seals': 'All seals whole (yes / no)',
    'handOver.received.opened': 'Packs opened and counted at the polling place, by whom',
    'handOver.closing':
      'Whoever receives has compared every seal’s number. Packs are opened at the polling place alone, before witnesses.',
    'handOver.from': 'Handed over by',
    'handOver.to': 'Received by',
    'handOver.letterhead': 'ELECTION COMMITTEE',
  },
});
