import { catalogue } from '../phrases.ts';

/** What `bilik portal fetch` says while it copies a published site. */
export const siteFetch = catalogue({
  id: {
    'siteFetch.begins':
      'Terbitan ke-{number}: {files} berkas, {present} di antaranya sudah ada di {path}. Mengambil sisanya …',
    'siteFetch.complete':
      'LENGKAP: terbitan ke-{number}, {files} berkas di {path}, sama byte demi byte dengan yang ditandatangani. Apakah isinya benar, belum diperiksa. Periksa, dengan kunci dari kertas pengumuman: bilik portal check {path} --key KUNCI',
    'siteFetch.incomplete':
      'BELUM LENGKAP: {count} dari {files} berkas belum didapat. Yang sudah didapat utuh dan disimpan di {path}. Ketik perintah yang sama sekali lagi: hanya yang kurang diminta.',
    'siteFetch.wrong':
      'SALAH: {count} berkas dari server lain dari yang ditandatangani. Berkas itu tidak disimpan, yang lain disimpan di {path}. Ketik perintah yang sama sekali lagi; bila tetap begitu, jangan percaya berkas itu dan tanyakan kepada panitia.',
    'siteFetch.removed': '{count} berkas terbitan lama, yang tidak ada lagi di situs, dihapus dari salinan.',
    'siteFetch.strangers':
      '!! {count} berkas di {path} bukan milik situs ini. Berkas itu dibiarkan, dan bilik portal check akan menyebutnya.',
    'siteFetch.more': 'dan {count} lagi',

    'siteFetch.fault.other-bytes': 'isinya lain dari yang ditandatangani; tidak disimpan',
    'siteFetch.fault.too-much': 'lebih besar dari yang seharusnya ({limit} byte); tidak disimpan',
    'siteFetch.fault.answered': 'server menjawab {status}',
    'siteFetch.fault.redirected': 'server menyuruh ke alamat lain ({to}); tidak diikuti',
    'siteFetch.fault.interrupted': 'tidak ada jawaban, atau terputus di tengah',
    'siteFetch.fault.not-asked': 'belum diminta: sebelumnya sudah terputus',
    'siteFetch.fault.not-written': 'tidak dapat disimpan di sini: {why}',

    'siteFetch.cannot.address':
      '{address} bukan alamat situs (https://… atau http://…). Tidak ada yang diambil.',
    'siteFetch.cannot.key':
      'Kunci log tidak ada di situs itu, atau rusak. Tidak ada yang diambil. Berikan kunci dari kertas pengumuman dengan --key.',
    'siteFetch.cannot.folder':
      '{path} berisi hal lain, bukan salinan situs dengan kunci log ini. Tidak ada yang diubah. Pilih folder lain yang kosong atau belum ada.',
    'siteFetch.cannot.read':
      'Situs di {address} tidak dapat disalin. {at}: {why}. Salinan di {path} belum diubah. Periksa alamatnya (folder yang berisi kunci-log.txt, seperti https://…/publik/), lalu ulangi.',
    'siteFetch.cannot.signature':
      'SALAH: {at} di situs itu tidak ditandatangani kunci log ini dengan benar ({why}). Salinan di {path} tidak diubah. Bandingkan kunci dan alamatnya dengan kertas pengumuman; bila keduanya betul, jangan percaya situs itu.',
    'siteFetch.cannot.log':
      'SALAH: log situs itu bukan lanjutan dari salinan di {path}: {why} Salinan itu tidak diubah: simpan, itulah buktinya, dan tanyakan kepada panitia.',
    'siteFetch.cannot.log.rolled-back': 'log mundur.',
    'siteFetch.cannot.log.other': 'masa lalunya diubah.',
    'siteFetch.cannot.changing':
      'Situs itu menerbitkan yang baru berkali-kali selama disalin, atau daftar isi dan titik periksanya bukan dari terbitan yang sama. Yang sudah didapat disimpan di {path}. Ketik perintah yang sama beberapa menit lagi.',
  },
  en: {
    'siteFetch.begins':
      'Publication {number}: {files} files, {present} of them are at {path} already. Fetching the others …',
    'siteFetch.complete':
      'WHOLE: publication {number}, {files} files at {path}, byte for byte those that were signed. Whether what they say is right is not checked yet. Check it, with the key from the posted paper: bilik portal check {path} --key KEY',
    'siteFetch.incomplete':
      'INCOMPLETE: {count} of {files} files did not come yet. Those that came are whole and kept at {path}. Type the same command again: only what is missing is asked for.',
    'siteFetch.wrong':
      'WRONG: {count} files of the server are not what was signed. They were not kept; the others are kept at {path}. Type the same command again; if it stays so, do not believe those files and ask the committee.',
    'siteFetch.removed':
      '{count} files of earlier publications, which the site has no more, were taken out of the copy.',
    'siteFetch.strangers':
      '!! {count} files at {path} are not this site’s. They were left alone, and bilik portal check will name them.',
    'siteFetch.more': 'and {count} more',

    'siteFetch.fault.other-bytes': 'its content is not what was signed; not kept',
    'siteFetch.fault.too-much': 'larger than it must be ({limit} bytes); not kept',
    'siteFetch.fault.answered': 'the server answered {status}',
    'siteFetch.fault.redirected': 'the server points to another address ({to}); not followed',
    'siteFetch.fault.interrupted': 'no answer, or cut in the middle',
    'siteFetch.fault.not-asked': 'not asked for yet: it was cut before',
    'siteFetch.fault.not-written': 'cannot be kept here: {why}',

    'siteFetch.cannot.address':
      '{address} is no address of a site (https://… or http://…). Nothing was fetched.',
    'siteFetch.cannot.key':
      'The log’s key is not at that site, or damaged. Nothing was fetched. Give the key from the posted paper with --key.',
    'siteFetch.cannot.folder':
      '{path} holds something else, no copy of a site with this log key. Nothing was changed. Choose another folder, empty or not there yet.',
    'siteFetch.cannot.read':
      'The site at {address} cannot be copied. {at}: {why}. The copy at {path} was not changed. Look at the address (the folder that holds kunci-log.txt, like https://…/publik/), then repeat.',
    'siteFetch.cannot.signature':
      'WRONG: {at} at that site is not signed by this log key as it must be ({why}). The copy at {path} was not changed. Compare key and address with the posted paper; if both are right, do not believe that site.',
    'siteFetch.cannot.log':
      'WRONG: the log of that site does not go on from the copy at {path}: {why} That copy was not changed: keep it, it is the proof, and ask the committee.',
    'siteFetch.cannot.log.rolled-back': 'the log went back.',
    'siteFetch.cannot.log.other': 'its past was changed.',
    'siteFetch.cannot.changing':
      'That site published again and again while it was copied, or its manifest and checkpoint are not of one publication. What came is kept at {path}. Type the same command in some minutes.',
  },
});
