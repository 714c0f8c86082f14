import { catalogue } from '../../phrases.ts';

/** The page on which anybody sends a sheet's photo or code. */
export const evidence = catalogue({
  id: {
    'evidence.title': 'Kirim bukti hasil TPS',
    'evidence.guide': 'Foto lembar hasil yang ditempel di TPS, atau isi kode QR-nya. Tanpa nama, tanpa akun.',
    'evidence.election': 'Pemilihan',
    'evidence.village': 'Desa',
    'evidence.village.hint': 'Ketik nama desa atau kecamatan, lalu pilih dari daftarnya.',
    'evidence.place.of': 'TPS di {village}',
    'evidence.place.number': 'TPS {number}',
    'evidence.place.none': 'TPS-nya belum dipilih. Tidak ada yang dikirim. Pilih desa, lalu TPS-nya.',
    'evidence.place': 'Kode TPS',
    'evidence.place.hint': 'Tercetak di lembar, misalnya 16.07.05.2003-001.',
    'evidence.photo': 'Foto lembar',
    'evidence.photo.hint':
      'Diperkecil di telepon ini; tempat dan waktu di dalam berkas foto dibuang sebelum dikirim.',
    'evidence.photo.ready': 'Foto siap dikirim.',
    'evidence.code': 'Isi kode QR',
    'evidence.code.hint': 'Bila tidak ada foto: tempel teks yang dibaca telepon dari kode QR.',
    'evidence.send': 'Kirim bukti',
    'evidence.sent': 'Bukti diterima. Nomor {number}.',
    'evidence.sent.again': 'Bukti yang sama sudah ada di pusat.',
    'evidence.sent.toDo': 'Petugas melihatnya dulu sebelum ditampilkan.',
    'evidence.address':
      'Alamat internet Anda tidak ditulis. Pusat menyimpan sandi yang dibuat dari alamat dan hari ini, agar satu pengirim tidak memenuhi antrean; pemegang kunci pusat dapat mencocokkan sebuah alamat dengan sandi itu.',
    'evidence.nothing': 'Belum ada foto atau kode. Tidak ada yang dikirim. Pilih salah satu.',
    'evidence.refused.place-unknown':
      'TPS ini tidak ada dalam pemilihan ini. Tidak ada yang disimpan. Periksa kodenya.',
    'evidence.refused.photo-not-a-picture': 'Berkas itu bukan foto. Tidak ada yang disimpan. Pilih fotonya.',
    'evidence.refused.code-not-believed':
      'Kode ini bukan kode hasil TPS itu, atau ada huruf yang berubah. Tidak ada yang disimpan. Pindai lagi.',
    'evidence.refused.too-many-from-here':
      'Terlalu banyak kiriman dari jaringan Anda. Yang ini tidak disimpan. Coba lagi sejam kemudian.',
    'evidence.refused.enough-of-this-place':
      'Bukti TPS ini sudah cukup banyak dan sedang dilihat. Yang ini tidak disimpan. Terima kasih.',
    'evidence.refused.too-much-waits':
      'Sudah 5.000 bukti menunggu dilihat petugas, atau lebih dari separuhnya dan tiga di antaranya dari jaringan Anda. Yang ini tidak disimpan. Coba lagi beberapa jam kemudian.',
    'evidence.refused.disk-nearly-full':
      'Diska kantor hampir penuh. Foto ini tidak disimpan; yang sudah dikirim tersimpan. Simpan fotonya, coba lagi nanti, atau serahkan ke panitia kabupaten.',
    'evidence.refused.other':
      'Kiriman tidak dapat dibaca. Tidak ada yang disimpan. Periksa isian, lalu coba lagi.',
  },
  en: {
    'evidence.title': 'Send evidence of a result',
    'evidence.guide':
      'A photo of the sheet on the polling place’s wall, or the text of its code. No name, no account.',
    'evidence.election': 'Election',
    'evidence.village': 'Village',
    'evidence.village.hint': 'Type the name of the village or sub-district, then choose from the list.',
    'evidence.place.of': 'Polling places in {village}',
    'evidence.place.number': 'Polling place {number}',
    'evidence.place.none':
      'No polling place is chosen. Nothing was sent. Choose the village, then its place.',
    'evidence.place': 'Code of the polling place',
    'evidence.place.hint': 'Printed on the sheet, such as 16.07.05.2003-001.',
    'evidence.photo': 'Photo of the sheet',
    'evidence.photo.hint':
      'Made smaller on this phone; place and time inside the photo’s file are left out before it is sent.',
    'evidence.photo.ready': 'The photo is ready.',
    'evidence.code': 'Text of the code',
    'evidence.code.hint': 'Without a photo: paste what your phone reads from the QR code.',
    'evidence.send': 'Send evidence',
    'evidence.sent': 'The evidence arrived. Number {number}.',
    'evidence.sent.again': 'The same evidence is at the center already.',
    'evidence.sent.toDo': 'People look at it before it is shown.',
    'evidence.address':
      'Your internet address is not written down. The center keeps a code made of it and of this day, so that one sender cannot fill the queue; whoever holds the center’s key can match an address with that code.',
    'evidence.nothing': 'There is no photo and no code yet. Nothing was sent. Choose one.',
    'evidence.refused.place-unknown': 'This place is not in this election. Nothing was kept. Check its code.',
    'evidence.refused.photo-not-a-picture': 'That file is no photo. Nothing was kept. Choose the photo.',
    'evidence.refused.code-not-believed':
      'This is no result code of that place, or a letter was changed. Nothing was kept. Scan it again.',
    'evidence.refused.too-many-from-here':
      'Too much was sent from your network. This was not kept. Try again in an hour.',
    'evidence.refused.enough-of-this-place':
      'There is enough of this place, and people look at it. This was not kept. Thank you.',
    'evidence.refused.too-much-waits':
      'There are 5,000 pieces of evidence that wait to be looked at, or more than half of that and three of them from your network. This was not kept. Try again in some hours.',
    'evidence.refused.disk-nearly-full':
      'The disk of the office is nearly full. This photo was not kept; what was sent before is. Keep the photo, try again later, or hand it to the regency’s committee.',
    'evidence.refused.other': 'It could not be read. Nothing was kept. Check what you typed and try again.',
  },
});
