import { catalogue } from '../../phrases.ts';

/** Why the station did not do what the desk asked. */
export const deskRefused = catalogue({
  id: {
    'desk.refused.back': 'Kembali ke pencarian',
    'desk.refused.nothing': 'Tidak ada yang tercatat, dan tidak ada surat suara yang dilepas.',
    'desk.refused.already.title': 'Sudah hadir, tidak dicatat lagi',
    'desk.refused.already.happened':
      '{name} sudah tercatat hadir di meja {desk}, antara pukul {from} dan {until}.',
    'desk.refused.already.happenedDesk': '{name} sudah tercatat hadir di meja {desk}.',
    'desk.refused.already.notHappened': 'Tidak ada surat suara kedua yang dilepas.',
    'desk.refused.already.toDo':
      'Jangan beri kartu. Cocokkan nama dan foto sekali lagi. Bila orangnya memang lain, panggil ketua. Jangan menuduh.',
    'desk.refused.other.title': 'TPS lain',
    'desk.refused.other.happened': 'Pemilih ini terdaftar di TPS {place}.',
    'desk.refused.other.happenedUnknown': 'Pemilih ini terdaftar di TPS lain.',
    'desk.refused.other.toDo':
      'Tunjukkan nomor TPS di undangannya dan tunjukkan arahnya. Haknya tetap utuh di TPS itu.',
    'desk.refused.notListed.title': 'Tidak terdaftar',
    'desk.refused.notListed.happened': 'Orang ini tidak ada di daftar pemilih TPS ini.',
    'desk.refused.notListed.toDo':
      'Antar ke ketua dengan membawa KTP-el. Ketua memeriksa daftar desa; meja ini tidak bisa menambah nama.',
    'desk.refused.notListed.mayBeAdded':
      'Antar ke ketua dengan membawa KTP-el. Aturan di sini mengizinkan panitia menambahkannya.',
    'desk.refused.ineligible.title': 'Tidak berhak',
    'desk.refused.ineligible.happened': '{name} tercatat tidak berhak memilih: {reason}.',
    'desk.refused.ineligible.evidence': 'Keterangan di daftar: {evidence}',
    'desk.refused.ineligible.toDo':
      'Antar dengan sopan ke ketua. Hanya panitia yang boleh menjelaskan dan memeriksa bukti.',
    'desk.refused.notOpen.title': 'Belum bisa dicatat',
    'desk.refused.notOpen.happened': 'Pemungutan suara sedang tidak dibuka.',
    'desk.refused.notOpen.toDo': 'Persilakan pemilih menunggu, dan tanyakan kepada ketua.',
    'desk.refused.mobile.title': 'Tidak untuk kelompok keliling',
    'desk.refused.mobile-group-not-allowed': 'Aturan di sini tidak mengenal kelompok keliling.',
    'desk.refused.mobile-group-not-allowed.toDo': 'Pemilih datang ke TPS. Tanyakan kepada ketua.',
    'desk.refused.mobile-ballots-used-up':
      'Pemilih yang ditandai sudah sebanyak surat suara kelompok keliling.',
    'desk.refused.mobile-ballots-used-up.toDo':
      'Ketua mencatat keberangkatan kelompok di papan dahulu, lalu tandai lagi.',
    'desk.refused.helper.title': 'Tanpa pendamping',
    'desk.refused.helper.happened': 'Aturan di sini tidak mengizinkan siapa pun menemani pemilih di bilik.',
    'desk.refused.helper.toDo':
      'Tawarkan suara penuntun dan tombol di bilik. Lalu catat sekali lagi tanpa pendamping.',

    'desk.refused.card.title': 'Kartu ini tidak dikenal di sini',
    'desk.refused.card.happened': 'Nomor atau chip kartu ini bukan milik pemilih di daftar TPS ini.',
    'desk.refused.card.toDo':
      'Cari dengan NIK, undangan, atau nama. Kartu yang belum didaftarkan bukan halangan untuk memilih.',
    'desk.refused.invitation.title': 'Undangan tidak dapat dipakai',
    'desk.refused.invitation.invitation-malformed': 'Ini bukan undangan, atau tidak terbaca seluruhnya.',
    'desk.refused.invitation.invitation-other-version': 'Undangan ini dibuat oleh program versi lain.',
    'desk.refused.invitation.invitation-signature-wrong':
      'Undangan ini tidak dibuat oleh panitia, atau sudah diubah.',
    'desk.refused.invitation.invitation-of-other-election':
      'Undangan ini dari pemilihan yang lain, misalnya yang dahulu.',
    'desk.refused.invitation.toDo':
      'Pindai sekali lagi, atau cari dengan NIK atau nama. Undangan bukan syarat memilih. Jangan menuduh; serahkan undangan yang aneh kepada ketua.',
    'desk.refused.late.title': 'Sudah lewat jam penutupan',
    'desk.refused.late.happened':
      'Antrean ditutup pukul {closes}. Hanya yang sudah berdiri di antrean waktu itu masih dilayani.',
    'desk.refused.late.admitted': 'Ketua mencatat {count} orang di antrean; semuanya sudah hadir.',
    'desk.refused.late.toDo':
      'Tanyakan kepada ketua. Bila orang ini sudah antre waktu itu, ketua mencatat antreannya di papan TPS, lalu catat sekali lagi.',
    'desk.refused.late.sentHome':
      'Antar dengan sopan ke ketua. Aturan di sini tidak melayani antrean sesudah jam penutupan.',
    'desk.refused.compare.title': 'Orangnya belum dicocokkan',
    'desk.refused.compare.happened':
      'Undangan atau nomor kartu saja bukan bukti: siapa pun dapat memotretnya.',
    'desk.refused.compare.toDo':
      'Cocokkan wajahnya dengan KTP-el atau foto, lalu pilih dengan apa. Bila tidak mungkin, pilih halangannya; pemilih tetap dilayani.',
    'desk.refused.cardGone.title': 'Kartu belum terbaca di meja ini',
    'desk.refused.cardGone.happened':
      'Alat pembaca meja ini tidak membaca kartu pemilih ini dalam satu menit terakhir.',
    'desk.refused.cardGone.toDo':
      'Tempelkan kartunya sekali lagi, atau pakai cara lain: NIK, undangan, nama.',
    'desk.refused.finger.title': 'Sidik jari belum cocok',
    'desk.refused.finger.not-matched':
      'Alat pembaca tidak mencocokkan jari ini dengan kartunya. Jari yang aus atau basah sering begitu.',
    'desk.refused.finger.unreadable':
      'Alat pembaca tidak dapat membaca jari ini. Jari yang aus atau basah sering begitu.',
    'desk.refused.finger.toDo':
      'Keringkan jari dan coba sekali lagi. Bila tetap begitu, cocokkan wajahnya dan pilih halangan Sidik jari tidak terbaca.',
    'desk.refused.desk.title': 'Nomor meja salah',
    'desk.refused.desk.happened': 'TPS ini tidak mempunyai meja {desk}; mejanya bernomor 1 sampai {desks}.',
    'desk.refused.desk.toDo': 'Pilih nomor meja yang benar, lalu catat sekali lagi.',
    'desk.refused.unknown.title': 'Nomor tidak dikenal',
    'desk.refused.unknown.happened': 'Nomor ini tidak ada lagi di daftar mesin TPS.',
    'desk.refused.unknown.toDo': 'Cari sekali lagi. Bila terulang, panggil petugas teknis.',
    'desk.refused.store.title': 'Tidak tersimpan',
    'desk.refused.store.happened': 'Penyimpanan mesin TPS menolak catatan ini.',
    'desk.refused.store.toDo': 'Jangan beri kartu. Minta pemilih menunggu, panggil ketua dan petugas teknis.',
    'desk.refused.inDoubt.happened': 'Stik sudah menyimpan catatan ini, mesin TPS belum.',
    'desk.refused.inDoubt.toDo':
      'Jangan beri kartu dulu. Tunggu sampai pelayanan lanjut, lalu tekan Coba lagi: mesin TPS tidak mencatat dua kali.',
    'desk.refused.call.title': 'Belum pasti',
    'desk.refused.call.toDo':
      'Jangan beri kartu dulu. Periksa kabelnya, lalu tekan Coba lagi: mesin TPS tidak mencatat dua kali.',
  },
  en: {
    'desk.refused.back': 'Back to the search',
    'desk.refused.nothing': 'Nothing was recorded, and no ballot was released.',
    'desk.refused.already.title': 'Already present, not recorded again',
    'desk.refused.already.happened':
      '{name} was already checked in at desk {desk}, between {from} and {until}.',
    'desk.refused.already.happenedDesk': '{name} was already checked in at desk {desk}.',
    'desk.refused.already.notHappened': 'No second ballot was released.',
    'desk.refused.already.toDo':
      'Give no card. Compare name and photo once more. If it really is someone else, call the chair. Do not accuse.',
    'desk.refused.other.title': 'Other polling place',
    'desk.refused.other.happened': 'This voter is on the list of polling place {place}.',
    'desk.refused.other.happenedUnknown': 'This voter is on the list of another polling place.',
    'desk.refused.other.toDo':
      'Point to the number on the invitation and show the way. Their right to vote there is untouched.',
    'desk.refused.notListed.title': 'Not on the list',
    'desk.refused.notListed.happened': 'This person is not on the list of this polling place.',
    'desk.refused.notListed.toDo':
      'Take them to the chair with their ID card. The chair checks the village list; this desk cannot add names.',
    'desk.refused.notListed.mayBeAdded':
      'Take them to the chair with their ID card. The rules here allow the committee to add them.',
    'desk.refused.ineligible.title': 'May not vote',
    'desk.refused.ineligible.happened': '{name} is recorded as not entitled to vote: {reason}.',
    'desk.refused.ineligible.evidence': 'Note on the list: {evidence}',
    'desk.refused.ineligible.toDo':
      'Take them politely to the chair. Only the committee may explain and look at evidence.',
    'desk.refused.notOpen.title': 'Cannot be recorded now',
    'desk.refused.notOpen.happened': 'Voting is not open at the moment.',
    'desk.refused.notOpen.toDo': 'Ask the voter to wait, and ask the chair.',
    'desk.refused.mobile.title': 'Not for the mobile group',
    'desk.refused.mobile-group-not-allowed': 'The rules here know no mobile group.',
    'desk.refused.mobile-group-not-allowed.toDo': 'The voter comes to the polling place. Ask the chair.',
    'desk.refused.mobile-ballots-used-up': 'As many voters are marked as the mobile group has ballots.',
    'desk.refused.mobile-ballots-used-up.toDo':
      'The chair notes the group’s departure on the board first; then mark again.',
    'desk.refused.helper.title': 'Without a helper',
    'desk.refused.helper.happened': 'The rules here let nobody go into the booth with a voter.',
    'desk.refused.helper.toDo':
      'Offer the spoken guidance and the buttons in the booth. Then record once more without a helper.',

    'desk.refused.card.title': 'This card is not known here',
    'desk.refused.card.happened':
      'The number or chip of this card belongs to no voter on the list of this polling place.',
    'desk.refused.card.toDo':
      'Search by NIK, invitation or name. A card that was not registered keeps nobody from voting.',
    'desk.refused.invitation.title': 'This invitation cannot be used',
    'desk.refused.invitation.invitation-malformed': 'This is no invitation, or not all of it was read.',
    'desk.refused.invitation.invitation-other-version':
      'This invitation was made by another version of the program.',
    'desk.refused.invitation.invitation-signature-wrong':
      'This invitation was not made by the committee, or was changed.',
    'desk.refused.invitation.invitation-of-other-election':
      'This invitation belongs to another election, an earlier one for instance.',
    'desk.refused.invitation.toDo':
      'Scan it once more, or search by NIK or name. Nobody needs an invitation to vote. Do not accuse; hand a strange invitation to the chair.',
    'desk.refused.late.title': 'After the closing hour',
    'desk.refused.late.happened':
      'The queue was closed at {closes}. Only those who stood in it then are still served.',
    'desk.refused.late.admitted':
      'The chair noted {count} {count|person|people} in the queue; all of them have come.',
    'desk.refused.late.toDo':
      'Ask the chair. If this person was in the queue then, the chair notes the queue on the board; then record once more.',
    'desk.refused.late.sentHome':
      'Take them politely to the chair. The rules here serve no queue after the closing hour.',
    'desk.refused.compare.title': 'The person was not compared yet',
    'desk.refused.compare.happened':
      'An invitation or the number of a card alone is no proof: anybody can photograph it.',
    'desk.refused.compare.toDo':
      'Compare the face with the ID card or the photo, then choose with which. If that cannot be done, choose the obstacle; the voter is still served.',
    'desk.refused.cardGone.title': 'The card was not read at this desk',
    'desk.refused.cardGone.happened':
      'The reader of this desk has not read this voter’s card in the last minute.',
    'desk.refused.cardGone.toDo': 'Hold the card to it once more, or use another way: NIK, invitation, name.',
    'desk.refused.finger.title': 'The finger did not match yet',
    'desk.refused.finger.not-matched':
      'The reader did not match this finger with its card. Worn or wet fingers often do that.',
    'desk.refused.finger.unreadable':
      'The reader could not read this finger. Worn or wet fingers often do that.',
    'desk.refused.finger.toDo':
      'Dry the finger and try once more. If it stays so, compare the face and choose the obstacle Fingerprint unreadable.',
    'desk.refused.desk.title': 'Wrong desk number',
    'desk.refused.desk.happened':
      'This polling place has no desk {desk}; its desks are numbered 1 to {desks}.',
    'desk.refused.desk.toDo': 'Choose the right desk number, then record once more.',
    'desk.refused.unknown.title': 'Unknown number',
    'desk.refused.unknown.happened': 'This number is no longer on the list of the polling-place machine.',
    'desk.refused.unknown.toDo': 'Search once more. If it happens again, call the technician.',
    'desk.refused.store.title': 'Not saved',
    'desk.refused.store.happened': 'The storage of the polling-place machine did not take this entry.',
    'desk.refused.store.toDo': 'Give no card. Ask the voter to wait, call the chair and the technician.',
    'desk.refused.inDoubt.happened':
      'The stick has stored this entry, the polling-place machine has not yet.',
    'desk.refused.inDoubt.toDo':
      'Do not give a card yet. Wait until service goes on, then press Try again: the polling-place machine records nothing twice.',
    'desk.refused.call.title': 'Not certain yet',
    'desk.refused.call.toDo':
      'Give no card yet. Check the cable, then press Try again: the machine does not record twice.',
  },
});
