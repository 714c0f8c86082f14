import { catalogue } from '../../phrases.ts';

/** The ballot proof and its sign-off. */
export const proof = catalogue({
  id: {
    'proof.title': 'Contoh surat suara · {name}',
    'proof.notYet': 'Nomor belum diundi; belum ada surat suara.',
    'proof.guide':
      'Beginilah layar bilik menampilkan pilihan. Setiap calon memeriksa nomor, nama, dan fotonya.',
    'proof.fingerprint': 'Sidik contoh ini',
    'proof.sign': '{name} setuju',
    'proof.signedBy': 'Yang menyetujui, untuk {name}',
    'proof.signed': '{name} sudah setuju',
    'proof.open': '{name} belum setuju',
    'proof.complete': 'Semua calon setuju. Surat suara tidak berubah lagi.',
    'proof.signOffs': 'Persetujuan calon',
    'proof.blank': 'Suara kosong',
    'proof.empty': 'Kolom kosong',
  },
  en: {
    'proof.title': 'Ballot proof · {name}',
    'proof.notYet': 'Numbers are not drawn; there is no ballot yet.',
    'proof.guide': 'This is how the booth shows the choices. Every candidate checks number, name and photo.',
    'proof.fingerprint': 'Fingerprint of this proof',
    'proof.sign': '{name} agrees',
    'proof.signedBy': 'Who agrees, for {name}',
    'proof.signed': '{name} has agreed',
    'proof.open': '{name} has not agreed yet',
    'proof.complete': 'All candidates agree. The ballot does not change any more.',
    'proof.signOffs': 'Agreement of the candidates',
    'proof.blank': 'Blank vote',
    'proof.empty': 'Empty column',
  },
});
