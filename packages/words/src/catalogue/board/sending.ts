import { catalogue } from '../../phrases.ts';

/** The sealed result on its way out, and where it stands. */
export const boardSending = catalogue({
  id: {
    'board.send.heading': 'Kirim hasil',
    'board.send.kept-here': 'Tersimpan di sini, belum terkirim.',
    'board.send.kept-here.means':
      'Hasil sudah disegel dan aman di mesin ini. Mengirim boleh nanti: lewat jaringan, atau dengan stik.',
    'board.send.sending': 'Sedang dikirim ke {address}.',
    'board.send.progress': 'Sudah diterima di sana',
    'board.send.interrupted': 'Terhenti: {address} tidak menjawab.',
    'board.send.interrupted.means':
      'Yang sudah sampai tetap di sana. Mesin ini mencoba lagi sendiri dan melanjutkan dari tempat berhenti.',
    'board.send.being-checked': 'Sudah sampai utuh di {address} dan sedang diperiksa di sana.',
    'board.send.being-checked.means':
      'Belum ada tanda terima. Mesin ini bertanya lagi sendiri; jangan dimatikan dulu.',
    'board.send.refused': 'Penerima {address} menolak.',
    'board.send.refused.notHappened': 'Hasil di mesin ini tidak berubah.',
    'board.send.refused.delivery-malformed': 'Ia tidak mengenali kiriman ini. Periksa versi program di sana.',
    'board.send.refused.place-not-expected': 'Ia tidak menunggu TPS ini. Periksa alamatnya.',
    'board.send.refused.election-not-expected':
      'Ia menunggu pemilihan lain dari TPS ini, misalnya bukan latihan.',
    'board.send.refused.delivery-signature-wrong':
      'Tanda tangan tidak cocok dengan kunci TPS ini. Hubungi petugas teknis.',
    'board.send.refused.other-bytes-for-place':
      'Ia sudah punya hasil LAIN dari TPS ini, atau sedang memeriksanya. Laporkan ke panitia dan pengawas, dan kirim lagi hanya bila mereka memintanya.',
    'board.send.refused.record-not-right':
      'Ia memeriksa arsip dan menemukan kesalahan. Laporkan ke panitia dan pengawas.',
    'board.send.refused.other': 'Kiriman tidak sampai utuh. Kirim lagi.',
    'board.send.not-understood': 'Yang menjawab di {address} bukan penerima hasil.',
    'board.send.not-understood.toDo': 'Periksa alamatnya, lalu kirim lagi.',
    'board.send.other-receiver': 'Yang menjawab di {address} bukan penerima yang ditetapkan paket TPS ini.',
    'board.send.other-receiver.notHappened':
      'Tanda terimanya tidak ditampilkan dan tidak berlaku. Hasil di mesin ini tidak berubah.',
    'board.send.other-receiver.toDo':
      'Periksa alamatnya di surat panitia, lalu kirim lagi; atau antar dengan stik.',
    'board.send.received': 'Diterima pukul {time} oleh {address}.',
    'board.send.receipt': 'Tanda terima dari kunci',
    'board.send.receipt.means': 'Kunci ini ditetapkan paket TPS dan tertera di pengumuman di pintu.',
    'board.send.address': 'Alamat penerima',
    'board.send.address.hint': 'Dari surat panitia, misalnya https://hasil.contoh.id',
    'board.send.send': 'Kirim lewat jaringan',
    'board.send.again': 'Kirim ke alamat ini',
    'board.send.stick': 'Siapkan untuk stik',
    'board.send.stick.done':
      'Siap. Petugas teknis menyalin map ini di mesin TPS, utuh, ke stik kosong, di depan dua orang yang baru mengetik PIN: {folder}. Isinya sama dengan yang dikirim lewat jaringan.',
    'board.send.stick.there':
      'Di kabupaten: bilik receive --home DIR --from STIK. Layarnya menyebut “diterima utuh”.',
    'board.send.ask': 'Ketua dan satu orang lagi menyalin hasil ke luar?',
    'board.send.yes': 'Lanjut ke PIN',
  },
  en: {
    'board.send.heading': 'Send the result',
    'board.send.kept-here': 'Kept here, not sent yet.',
    'board.send.kept-here.means':
      'The result is sealed and safe on this machine. It may be sent later: by network or with a stick.',
    'board.send.sending': 'Being sent to {address}.',
    'board.send.progress': 'Arrived there',
    'board.send.interrupted': 'Stopped: {address} does not answer.',
    'board.send.interrupted.means':
      'What has arrived stays there. This machine tries again by itself and goes on where it stopped.',
    'board.send.being-checked': 'All of it arrived at {address} and is being checked there.',
    'board.send.being-checked.means':
      'There is no receipt yet. This machine asks again by itself; do not turn it off now.',
    'board.send.refused': 'The receiver {address} refuses.',
    'board.send.refused.notHappened': 'The result on this machine is unchanged.',
    'board.send.refused.delivery-malformed':
      'It does not know this delivery. Check the program’s version there.',
    'board.send.refused.place-not-expected': 'It does not expect this polling place. Check the address.',
    'board.send.refused.election-not-expected':
      'It expects another election of this polling place, for example no exercise.',
    'board.send.refused.delivery-signature-wrong':
      'The signature does not fit this polling place’s key. Call the technician.',
    'board.send.refused.other-bytes-for-place':
      'It already has ANOTHER result of this polling place, or is checking one. Tell committee and supervisor, and send again only when they ask for it.',
    'board.send.refused.record-not-right':
      'It checked the record and found faults. Tell committee and supervisor.',
    'board.send.refused.other': 'The delivery did not arrive whole. Send again.',
    'board.send.not-understood': 'What answers at {address} is no receiver of results.',
    'board.send.not-understood.toDo': 'Check the address, then send again.',
    'board.send.other-receiver':
      'What answers at {address} is not the receiver that this place’s package names.',
    'board.send.other-receiver.notHappened':
      'Its receipt is not shown and does not count. The result on this machine is unchanged.',
    'board.send.other-receiver.toDo':
      'Check the address in the committee’s letter and send again; or carry it on a stick.',
    'board.send.received': 'Received at {time} by {address}.',
    'board.send.receipt': 'Receipt from the key',
    'board.send.receipt.means':
      'The place’s package names this key; it stands on the announcement at the door.',
    'board.send.address': 'Address of the receiver',
    'board.send.address.hint': 'From the committee’s letter, for example https://results.example',
    'board.send.send': 'Send by network',
    'board.send.again': 'Send to this address',
    'board.send.stick': 'Make ready for a stick',
    'board.send.stick.done':
      'Ready. The technician copies this folder of the station, whole, to an empty stick, before the two who typed their PINs: {folder}. It holds the same bytes as are sent by network.',
    'board.send.stick.there':
      'At the regency: bilik receive --home DIR --from STICK. It says “received, whole”.',
    'board.send.ask': 'Chair and one more person copy the result out?',
    'board.send.yes': 'On to the PINs',
  },
});
