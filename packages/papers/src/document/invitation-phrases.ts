import { catalogue } from '@bilik/words';

/** What an invitation says. */
export const invitationWords = catalogue({
  id: {
    'invitation.title': 'UNDANGAN MEMILIH',
    'invitation.committee': 'Panitia Pemilihan Kepala Desa {village}',
    'invitation.number': 'Nomor daftar',
    'invitation.home': '{hamlet}, RT {rt}/RW {rw}',
    'invitation.when': '{weekday}, {date}',
    'invitation.hours': 'pukul {opens} sampai {closes} {zone}',
    'invitation.bring': 'Bawalah KTP-el. Undangan ini bukan tanda pengenal dan tidak dapat diwakilkan.',
    'invitation.without': 'Tanpa undangan pun Anda tetap boleh memilih dengan KTP-el.',
    'invitation.code': 'Petugas memindai kode ini di meja.',
  },
  en: {
    'invitation.title': 'INVITATION TO VOTE',
    'invitation.committee': 'Election Committee for the Head of {village} Village',
    'invitation.number': 'List number',
    'invitation.home': '{hamlet}, RT {rt}/RW {rw}',
    'invitation.when': '{weekday}, {date}',
    'invitation.hours': 'from {opens} to {closes} {zone}',
    'invitation.bring':
      'Bring your ID card. This invitation is no proof of identity and nobody can use it for you.',
    'invitation.without': 'You may vote without it too, with your ID card.',
    'invitation.code': 'The officer scans this code at the desk.',
  },
});
