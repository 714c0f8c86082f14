import { catalogue } from '../phrases.ts';

/** The regency beside the polling place of an exercise: how far it is, who works there, and every address. */
export const exerciseRegency = catalogue({
  id: {
    'exerciseRegency.fromStart': 'Kantor kabupaten: semua desa, hasil yang datang, dan yang diumumkan',
    'exerciseRegency.heading': 'Kantor kabupaten',
    'exerciseRegency.alone':
      'Latihan ini disiapkan tanpa kabupaten. Hentikan dengan Ctrl+C, lalu mulai baru dengan npm start -- --fresh.',
    'exerciseRegency.opening':
      'Kantor kabupaten sedang disiapkan. TPS sudah dapat dipakai; tidak perlu menunggu.',
    'exerciseRegency.step.waits': 'TPS dibuka dahulu',
    'exerciseRegency.step.database': 'Basis data',
    'exerciseRegency.step.areas': 'Wilayah, aturan, acara',
    'exerciseRegency.step.lists': 'Daftar pemilih semua desa',
    'exerciseRegency.step.offices': 'Calon, surat suara, kalender, orang kantor',
    'exerciseRegency.step.processes': 'Pelayan dan pekerja',
    'exerciseRegency.now': 'Sekarang:',
    'exerciseRegency.done': 'Selesai:',
    'exerciseRegency.failed': 'Kantor kabupaten tidak terbuka.',
    'exerciseRegency.failedNot': 'TPS tetap berjalan; hasilnya tidak dapat dikirim ke kabupaten.',
    'exerciseRegency.failedToDo':
      'Baca sebabnya di bawah. Jalankan lagi npm start; bila mesin ini tidak membawa PostgreSQL, beri alamat server sendiri: DATABASE_URL.',
    'exerciseRegency.results': 'Hasil TPS kertas',
    'exerciseRegency.definitive': 'Tetap',
    'exerciseRegency.of': 'dari {of}',
    'exerciseRegency.held': 'Ditahan, menunggu penyelia',
    'exerciseRegency.forYou': 'Foto menunggu diketik Anda',
    'exerciseRegency.arriving':
      'Hasil datang sendiri beberapa detik sekali, lewat perbuatan yang sama dengan orang sungguhan: foto, dua pengetik, kadang orang ketiga. Sebagian foto sengaja tidak diketik dan sebagian lembar ditahan, untuk Anda.',
    'exerciseRegency.honest':
      'Desa lain yang memilih dengan mesin tidak punya mesinnya di latihan ini, maka hasilnya tidak datang; pakai untuk mencoba upacara kunci dan paket.',
    'exerciseRegency.living': 'TPS Anda sendiri',
    'exerciseRegency.livingExplained':
      'Hasilnya datang ketika Anda menyegelnya. Di papan TPS, pada pengiriman hasil, tulis alamat ini:',
    'exerciseRegency.deliveryAddress': 'Alamat kiriman',
    'exerciseRegency.who': 'Masuk sebagai siapa?',
    'exerciseRegency.whoExplained':
      'Satu klik masuk dengan kata sandi dan kode saat itu, seperti orangnya sendiri. Satu peramban memegang satu orang; untuk dua orang sekaligus pakai jendela penyamaran.',
    'exerciseRegency.enter': 'Masuk',
    'exerciseRegency.enterAs': 'sebagai {name}',
    'exerciseRegency.public': 'Tanpa masuk',
    'exerciseRegency.site': 'Yang diumumkan',
    'exerciseRegency.siteAbout':
      'Situs publik. Tumbuh paling lambat satu dua menit sesudah hasil tetap; di sebelah setiap angka ada buktinya: foto lembar dan QR, atau arsip yang diperiksa di peramban. Seluruh situs diperiksa perintah “bilik portal check”.',
    'exerciseRegency.phone': 'Telepon petugas',
    'exerciseRegency.phoneAbout': 'Mengirim lembar dan memindai QR papan TPS, juga tanpa jaringan.',
    'exerciseRegency.evidence': 'Bukti warga',
    'exerciseRegency.evidenceAbout': 'Saksi dan warga mengirim foto lembar tanpa akun.',
    'exerciseRegency.lookUp': 'Cek daftar pemilih',
    'exerciseRegency.lookUpAbout': 'Apakah saya terdaftar, dan di TPS mana.',
    'exerciseRegency.look.kabupaten':
      'Semua ruang kantor: acara, kalender semua desa, calon, hasil sampai tiap TPS, akun. Mulailah di sini.',
    'exerciseRegency.look.penyelia':
      'Lembar yang ditahan: lepas atau koreksi. Buka atau hentikan pengumuman.',
    'exerciseRegency.look.pengetik-1': 'Lembar TPS kertas: ketik dari foto sebagai orang pertama.',
    'exerciseRegency.look.pengetik-2': 'Ketik lembar yang sama tanpa melihat ketikan orang pertama.',
    'exerciseRegency.look.pengetik-3': 'Baca hanya angka yang berbeda, sebagai orang ketiga.',
    'exerciseRegency.look.kecamatan': 'Hanya kecamatannya: kalender, calon, lembar, hasil.',
    'exerciseRegency.look.panitia-desa':
      'Hanya desa TPS Anda: daftar pemilih, calon, hasil dan berita acara.',
    'exerciseRegency.look.panitia-kertas': 'Desa kertas: kirim foto lembar, ketik dari telepon.',
    'exerciseRegency.look.dukcapil': 'Daftar pemilih: orang ganda di dalam dan antardesa, usulan.',
    'exerciseRegency.look.desk': 'Jalur Desk: angka dikunci sebelum angka resmi terlihat.',
    'exerciseRegency.look.teknisi': 'Upacara kunci, paket TPS, kiriman.',
    'exerciseRegency.look.auditor': 'Melihat semuanya dan tidak mengubah apa pun; hitung ulang semua jumlah.',
    'exerciseRegency.look.pemantau': 'Yang boleh dilihat pemantau: hasil, kiriman, statistik.',
    'exerciseRegency.addresses.explained':
      'Semua alamat latihan ini di satu halaman, untuk dicetak dan dibagikan.',
    'exerciseRegency.addresses.print': 'Cetak',
    'exerciseRegency.addresses.place': 'TPS: panitia dan pemilih',
    'exerciseRegency.addresses.office': 'Kantor kabupaten',
    'exerciseRegency.addresses.public': 'Semua orang',
    'exerciseRegency.addresses.guide': 'Penuntun latihan',
    'exerciseRegency.addresses.machine': 'Alamat ini hanya berlaku di mesin ini.',
  },
  en: {
    'exerciseRegency.fromStart': 'The regency’s office: all villages, results arriving, what is published',
    'exerciseRegency.heading': 'The regency’s office',
    'exerciseRegency.alone':
      'This exercise was prepared without a regency. Stop it with Ctrl+C, then begin anew with npm start -- --fresh.',
    'exerciseRegency.opening':
      'The regency’s office is being prepared. The polling place is open already; there is no need to wait.',
    'exerciseRegency.step.waits': 'The polling place opens first',
    'exerciseRegency.step.database': 'Database',
    'exerciseRegency.step.areas': 'Areas, rules, event',
    'exerciseRegency.step.lists': 'Voter lists of all villages',
    'exerciseRegency.step.offices': 'Candidates, ballots, calendars, office people',
    'exerciseRegency.step.processes': 'Server and worker',
    'exerciseRegency.now': 'Now:',
    'exerciseRegency.done': 'Done:',
    'exerciseRegency.failed': 'The regency’s office did not open.',
    'exerciseRegency.failedNot': 'The polling place runs on; its result cannot be sent to the regency.',
    'exerciseRegency.failedToDo':
      'Read the cause below. Run npm start again; where this machine brings no PostgreSQL, give the address of a server of your own: DATABASE_URL.',
    'exerciseRegency.results': 'Results of paper polling places',
    'exerciseRegency.definitive': 'Definitive',
    'exerciseRegency.of': 'of {of}',
    'exerciseRegency.held': 'Held, waiting for a supervisor',
    'exerciseRegency.forYou': 'Photos that wait for you to type',
    'exerciseRegency.arriving':
      'Results arrive by themselves every few seconds, by the same acts as of real people: a photo, two typists, sometimes a third. Some photos are left untyped and some sheets are held on purpose, for you.',
    'exerciseRegency.honest':
      'Other villages that vote by machine have no machine in this exercise, so their results do not come; try the key ceremony and packages with them.',
    'exerciseRegency.living': 'Your own polling place',
    'exerciseRegency.livingExplained':
      'Its result comes when you seal it. On the board, where the result is sent, type this address:',
    'exerciseRegency.deliveryAddress': 'Address for the delivery',
    'exerciseRegency.who': 'Sign in as whom?',
    'exerciseRegency.whoExplained':
      'One click signs in by password and the code of that moment, as the person would. A browser holds one person; for two at once use a private window.',
    'exerciseRegency.enter': 'Sign in',
    'exerciseRegency.enterAs': 'as {name}',
    'exerciseRegency.public': 'Without signing in',
    'exerciseRegency.site': 'What is published',
    'exerciseRegency.siteAbout':
      'The public site. It grows a minute or two after a result is definitive; beside every figure stands its evidence: a sheet’s photo and QR, or a record that the browser checks. The whole site is checked by the command “bilik portal check”.',
    'exerciseRegency.phone': 'Field phone',
    'exerciseRegency.phoneAbout': 'Sends sheets and scans the board’s QR, also without a network.',
    'exerciseRegency.evidence': 'Citizens’ evidence',
    'exerciseRegency.evidenceAbout': 'Witnesses and citizens send a sheet’s photo without an account.',
    'exerciseRegency.lookUp': 'Look up the voter list',
    'exerciseRegency.lookUpAbout': 'Am I listed, and at which polling place.',
    'exerciseRegency.look.kabupaten':
      'All rooms of the office: event, calendars of all villages, candidates, results down to each polling place, accounts. Begin here.',
    'exerciseRegency.look.penyelia': 'Sheets that are held: clear or correct them. Open or pause publishing.',
    'exerciseRegency.look.pengetik-1':
      'Sheets of paper polling places: type from the photo as the first person.',
    'exerciseRegency.look.pengetik-2': 'Type the same sheet without seeing what the first one typed.',
    'exerciseRegency.look.pengetik-3': 'Read only the figures that differ, as the third person.',
    'exerciseRegency.look.kecamatan': 'One sub-district only: calendars, candidates, sheets, results.',
    'exerciseRegency.look.panitia-desa':
      'The village of your polling place only: voter list, candidates, result and minutes.',
    'exerciseRegency.look.panitia-kertas': 'A paper village: send a sheet’s photo, type from the phone.',
    'exerciseRegency.look.dukcapil':
      'Voter lists: people listed twice, within and across villages; proposals.',
    'exerciseRegency.look.desk':
      'The Desk’s lane: its figures are locked before the official ones are shown.',
    'exerciseRegency.look.teknisi': 'Key ceremony, packages, deliveries.',
    'exerciseRegency.look.auditor': 'Sees everything and changes nothing; recounts all sums.',
    'exerciseRegency.look.pemantau': 'What an observer may see: results, deliveries, statistics.',
    'exerciseRegency.addresses.explained':
      'All addresses of this exercise on one page, to print and hand out.',
    'exerciseRegency.addresses.print': 'Print',
    'exerciseRegency.addresses.place': 'Polling place: committee and voters',
    'exerciseRegency.addresses.office': 'The regency’s office',
    'exerciseRegency.addresses.public': 'Everybody',
    'exerciseRegency.addresses.guide': 'Guide of the exercise',
    'exerciseRegency.addresses.machine': 'These addresses hold on this machine only.',
  },
});
