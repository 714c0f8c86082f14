import { catalogue } from '../phrases.ts';

/** The officers' page of a booth: how far its paper goes, a new roll, a test print. */
export const officer = catalogue({
  id: {
    'officer.title': 'Petugas: kertas pencetak',
    'officer.back': 'Kembali ke layar pemilih',
    'officer.voters': 'Cukup untuk kira-kira',
    'officer.voters.note': 'pemilih; {metres} m kertas',
    'officer.slips': 'Struk sejak gulungan ini dipasang',
    'officer.paper.enough': 'Kertas cukup',
    'officer.paper.low': 'Kertas menipis: siapkan gulungan baru',
    'officer.paper.nearly-out': 'Kertas hampir habis: ganti sebelum pemilih berikutnya',
    'officer.reckoned':
      'Dihitung dari panjang setiap struk, bukan diukur. Karena itu setiap gulungan baru harus dicatat di sini.',
    'officer.trouble': 'Kata pencetak: {why}.',
    'officer.roll': 'Gulungan baru sudah dipasang',
    'officer.test': 'Cetak struk uji',
    'officer.metres': 'Panjang gulungan baru, dalam meter (lihat bungkusnya)',
    'officer.who': 'Siapa yang mengerjakan?',
    'officer.exercise': 'Latihan: PIN ada pada halaman dunia luar.',
    'officer.working': 'Sedang dikerjakan …',
    'officer.rollDone': 'Gulungan {metres} m dicatat. Cetak struk uji sebelum pemilih berikutnya.',
    'officer.testDone':
      'Struk uji tercetak. Semua garis dan kotak harus utuh; bila tidak, bersihkan kepala cetak atau ganti pencetak.',
    'officer.booth': 'Bilik {number}',
    'officer.pinWrong': 'PIN {name} tidak cocok. Tidak ada yang berubah. Coba sekali lagi.',
    'officer.refused': 'Orang ini tidak boleh mengerjakannya. Tidak ada yang berubah.',
    'officer.notNow': 'Bilik sedang dipakai. Tidak ada yang berubah. Tunggu sampai pemilih selesai.',
    'officer.notTaken': 'Tidak dicatat dan tidak dicetak: {why}',
    'officer.noWindow':
      'Pencetak ini tanpa jendela dan tanpa pisau: seorang penjaga berdiri di kotak struk dan hanya menerima struk bertanda SAH. Ia melihat tandanya saja, bukan pilihannya.',
  },
  en: {
    'officer.title': 'Officers: printer paper',
    'officer.back': 'Back to the voter’s screen',
    'officer.voters': 'Enough for about',
    'officer.voters.note': 'voters; {metres} m of paper',
    'officer.slips': 'Slips since this roll was put in',
    'officer.paper.enough': 'Enough paper',
    'officer.paper.low': 'Paper is running low: bring a new roll',
    'officer.paper.nearly-out': 'Paper is nearly used up: change it before the next voter',
    'officer.reckoned':
      'Reckoned from the length of each slip, not measured. So every new roll must be recorded here.',
    'officer.trouble': 'The printer says: {why}.',
    'officer.roll': 'A new roll is in',
    'officer.test': 'Print a test slip',
    'officer.metres': 'Length of the new roll in metres (see its wrapping)',
    'officer.who': 'Who is doing this?',
    'officer.exercise': 'Exercise: PINs are on the outside world’s page.',
    'officer.working': 'Working …',
    'officer.rollDone': 'A roll of {metres} m is recorded. Print a test slip before the next voter.',
    'officer.testDone':
      'The test slip is printed. All lines and boxes must be whole; if not, clean the print head or change the printer.',
    'officer.booth': 'Booth {number}',
    'officer.pinWrong': 'The PIN of {name} does not match. Nothing has changed. Try once more.',
    'officer.refused': 'This person may not do this. Nothing has changed.',
    'officer.notNow': 'The booth is in use. Nothing has changed. Wait until the voter has finished.',
    'officer.notTaken': 'Neither recorded nor printed: {why}',
    'officer.noWindow':
      'This printer has neither window nor cutter: a guard stands at the slip box and takes only slips marked SAH, looking at the mark and not at the choice.',
  },
});
