import { catalogue } from '../phrases.ts';

/** The regency beside the polling place of an exercise: how far it is, who works there, and every address. */
export const exerciseRegency = catalogue({
  id: {
    'exercise.view.regency': 'Kabupaten',
    'exercise.view.addresses': 'Semua alamat',
    'exercise.regency.fromStart': 'Kantor kabupaten: semua desa, hasil yang datang, dan yang diumumkan',
    'exercise.regency.heading': 'Kantor kabupaten',
    'exercise.regency.alone':
      'Latihan ini disiapkan tanpa kabupaten. Hentikan dengan Ctrl+C, lalu mulai baru dengan npm start -- --fresh.',
    'exercise.regency.opening':
      'Kantor kabupaten sedang disiapkan. TPS sudah dapat dipakai; tidak perlu menunggu.',
    'exercise.regency.step.waits': 'TPS dibuka dahulu',
    'exercise.regency.step.database': 'Basis data',
    'exercise.regency.step.areas': 'Wilayah, aturan, acara',
    'exercise.regency.step.lists': 'Daftar pemilih semua desa',
    'exercise.regency.step.offices': 'Calon, surat suara, kalender, orang kantor',
    'exercise.regency.step.processes': 'Pelayan dan pekerja',
    'exercise.regency.now': 'Sekarang:',
    'exercise.regency.done': 'Selesai:',
    'exercise.regency.failed': 'Kantor kabupaten tidak terbuka.',
    'exercise.regency.failedNot': 'TPS tetap berjalan; hasilnya tidak dapat dikirim ke kabupaten.',
    'exercise.regency.failedToDo':
      'Baca sebabnya di bawah. Jalankan lagi npm start; bila mesin ini tidak membawa PostgreSQL, beri alamat server sendiri: DATABASE_URL.',
    'exercise.regency.results': 'Hasil TPS kertas',
    'exercise.regency.definitive': 'Tetap',
    'exercise.regency.of': 'dari {of}',
    'exercise.regency.held': 'Ditahan, menunggu penyelia',
    'exercise.regency.forYou': 'Foto menunggu diketik Anda',
    'exercise.regency.arriving':
      'Hasil datang sendiri beberapa detik sekali, lewat perbuatan yang sama dengan orang sungguhan: foto, dua pengetik, kadang orang ketiga. Sebagian foto sengaja tidak diketik dan sebagian lembar ditahan, untuk Anda.',
    'exercise.regency.honest':
      'Desa lain yang memilih dengan mesin tidak punya mesinnya di latihan ini, maka hasilnya tidak datang; pakai untuk mencoba upacara kunci dan paket.',
    'exercise.regency.living': 'TPS Anda sendiri',
    'exercise.regency.livingExplained':
      'Hasilnya datang ketika Anda menyegelnya. Di papan TPS, pada pengiriman hasil, tulis alamat ini:',
    'exercise.regency.deliveryAddress': 'Alamat kiriman',
    'exercise.regency.who': 'Masuk sebagai siapa?',
    'exercise.regency.whoExplained':
      'Satu klik masuk dengan kata sandi dan kode saat itu, seperti orangnya sendiri. Satu peramban memegang satu orang; untuk dua orang sekaligus pakai jendela penyamaran.',
    'exercise.regency.enter': 'Masuk',
    'exercise.regency.enterAs': 'sebagai {name}',
    'exercise.regency.public': 'Tanpa masuk',
    'exercise.regency.site': 'Yang diumumkan',
    'exercise.regency.siteAbout':
      'Situs publik. Tumbuh paling lambat satu dua menit sesudah hasil tetap; setiap angka dapat diperiksa di peramban.',
    'exercise.regency.phone': 'Telepon petugas',
    'exercise.regency.phoneAbout': 'Mengirim lembar dan memindai QR papan TPS, juga tanpa jaringan.',
    'exercise.regency.evidence': 'Bukti warga',
    'exercise.regency.evidenceAbout': 'Saksi dan warga mengirim foto lembar tanpa akun.',
    'exercise.regency.lookUp': 'Cek daftar pemilih',
    'exercise.regency.lookUpAbout': 'Apakah saya terdaftar, dan di TPS mana.',
    'exercise.regency.look.kabupaten':
      'Semua ruang kantor: acara, kalender semua desa, calon, hasil sampai tiap TPS, akun. Mulailah di sini.',
    'exercise.regency.look.penyelia':
      'Lembar yang ditahan: lepas atau koreksi. Buka atau hentikan pengumuman.',
    'exercise.regency.look.pengetik-1': 'Lembar TPS kertas: ketik dari foto sebagai orang pertama.',
    'exercise.regency.look.pengetik-2': 'Ketik lembar yang sama tanpa melihat ketikan orang pertama.',
    'exercise.regency.look.pengetik-3': 'Baca hanya angka yang berbeda, sebagai orang ketiga.',
    'exercise.regency.look.kecamatan': 'Hanya kecamatannya: kalender, calon, lembar, hasil.',
    'exercise.regency.look.panitia-desa':
      'Hanya desa TPS Anda: daftar pemilih, calon, hasil dan berita acara.',
    'exercise.regency.look.panitia-kertas': 'Desa kertas: kirim foto lembar, ketik dari telepon.',
    'exercise.regency.look.dukcapil': 'Daftar pemilih: orang ganda di dalam dan antardesa, usulan.',
    'exercise.regency.look.desk': 'Jalur Desk: angka dikunci sebelum angka resmi terlihat.',
    'exercise.regency.look.teknisi': 'Upacara kunci, paket TPS, kiriman.',
    'exercise.regency.look.auditor':
      'Melihat semuanya dan tidak mengubah apa pun; hitung ulang semua jumlah.',
    'exercise.regency.look.pemantau': 'Yang boleh dilihat pemantau: hasil, kiriman, statistik.',
    'exercise.addresses.explained': 'Semua alamat latihan ini di satu halaman, untuk dicetak dan dibagikan.',
    'exercise.addresses.print': 'Cetak',
    'exercise.addresses.place': 'TPS: panitia dan pemilih',
    'exercise.addresses.office': 'Kantor kabupaten',
    'exercise.addresses.public': 'Semua orang',
    'exercise.addresses.guide': 'Penuntun latihan',
    'exercise.addresses.machine': 'Alamat ini hanya berlaku di mesin ini.',
  },
  en: {
    'exercise.view.regency': 'Regency',
    'exercise.view.addresses': 'All addresses',
    'exercise.regency.fromStart': 'The regency’s office: all villages, results arriving, what is published',
    'exercise.regency.heading': 'The regency’s office',
    'exercise.regency.alone':
      'This exercise was prepared without a regency. Stop it with Ctrl+C, then begin anew with npm start -- --fresh.',
    'exercise.regency.opening':
      'The regency’s office is being prepared. The polling place is open already; there is no need to wait.',
    'exercise.regency.step.waits': 'The polling place opens first',
    'exercise.regency.step.database': 'Database',
    'exercise.regency.step.areas': 'Areas, rules, event',
    'exercise.regency.step.lists': 'Voter lists of all villages',
    'exercise.regency.step.offices': 'Candidates, ballots, calendars, office people',
    'exercise.regency.step.processes': 'Server and worker',
    'exercise.regency.now': 'Now:',
    'exercise.regency.done': 'Done:',
    'exercise.regency.failed': 'The regency’s office did not open.',
    'exercise.regency.failedNot': 'The polling place runs on; its result cannot be sent to the regency.',
    'exercise.regency.failedToDo':
      'Read the cause below. Run npm start again; where this machine brings no PostgreSQL, give the address of a server of your own: DATABASE_URL.',
    'exercise.regency.results': 'Results of paper polling places',
    'exercise.regency.definitive': 'Definitive',
    'exercise.regency.of': 'of {of}',
    'exercise.regency.held': 'Held, waiting for a supervisor',
    'exercise.regency.forYou': 'Photos that wait for you to type',
    'exercise.regency.arriving':
      'Results arrive by themselves every few seconds, by the same acts as of real people: a photo, two typists, sometimes a third. Some photos are left untyped and some sheets are held on purpose, for you.',
    'exercise.regency.honest':
      'Other villages that vote by machine have no machine in this exercise, so their results do not come; try the key ceremony and packages with them.',
    'exercise.regency.living': 'Your own polling place',
    'exercise.regency.livingExplained':
      'Its result comes when you seal it. On the board, where the result is sent, type this address:',
    'exercise.regency.deliveryAddress': 'Address for the delivery',
    'exercise.regency.who': 'Sign in as whom?',
    'exercise.regency.whoExplained':
      'One click signs in by password and the code of that moment, as the person would. A browser holds one person; for two at once use a private window.',
    'exercise.regency.enter': 'Sign in',
    'exercise.regency.enterAs': 'as {name}',
    'exercise.regency.public': 'Without signing in',
    'exercise.regency.site': 'What is published',
    'exercise.regency.siteAbout':
      'The public site. It grows a minute or two after a result is definitive; every figure can be checked in the browser.',
    'exercise.regency.phone': 'Field phone',
    'exercise.regency.phoneAbout': 'Sends sheets and scans the board’s QR, also without a network.',
    'exercise.regency.evidence': 'Citizens’ evidence',
    'exercise.regency.evidenceAbout': 'Witnesses and citizens send a sheet’s photo without an account.',
    'exercise.regency.lookUp': 'Look up the voter list',
    'exercise.regency.lookUpAbout': 'Am I listed, and at which polling place.',
    'exercise.regency.look.kabupaten':
      'All rooms of the office: event, calendars of all villages, candidates, results down to each polling place, accounts. Begin here.',
    'exercise.regency.look.penyelia':
      'Sheets that are held: clear or correct them. Open or pause publishing.',
    'exercise.regency.look.pengetik-1':
      'Sheets of paper polling places: type from the photo as the first person.',
    'exercise.regency.look.pengetik-2': 'Type the same sheet without seeing what the first one typed.',
    'exercise.regency.look.pengetik-3': 'Read only the figures that differ, as the third person.',
    'exercise.regency.look.kecamatan': 'One sub-district only: calendars, candidates, sheets, results.',
    'exercise.regency.look.panitia-desa':
      'The village of your polling place only: voter list, candidates, result and minutes.',
    'exercise.regency.look.panitia-kertas': 'A paper village: send a sheet’s photo, type from the phone.',
    'exercise.regency.look.dukcapil':
      'Voter lists: people listed twice, within and across villages; proposals.',
    'exercise.regency.look.desk':
      'The Desk’s lane: its figures are locked before the official ones are shown.',
    'exercise.regency.look.teknisi': 'Key ceremony, packages, deliveries.',
    'exercise.regency.look.auditor': 'Sees everything and changes nothing; recounts all sums.',
    'exercise.regency.look.pemantau': 'What an observer may see: results, deliveries, statistics.',
    'exercise.addresses.explained': 'All addresses of this exercise on one page, to print and hand out.',
    'exercise.addresses.print': 'Print',
    'exercise.addresses.place': 'Polling place: committee and voters',
    'exercise.addresses.office': 'The regency’s office',
    'exercise.addresses.public': 'Everybody',
    'exercise.addresses.guide': 'Guide of the exercise',
    'exercise.addresses.machine': 'These addresses hold on this machine only.',
  },
});
