import { catalogue } from '@bilik/words';

/** What the helper's statement says. */
export const helperWords = catalogue({
  id: {
    'helper.title': 'SURAT PERNYATAAN PENDAMPING PEMILIH',
    'helper.subtitle': 'Diisi dengan tangan dan disimpan panitia',
    'helper.opening': '{day}, bertempat di {address}, yang bertanda tangan di bawah ini:',
    'helper.who': 'Pendamping dan pemilih',
    'helper.name': 'Nama pendamping',
    'helper.address': 'Alamat pendamping',
    'helper.voter': 'Nama pemilih dan nomor daftar',
    'helper.reason': 'Alasan didampingi',
    'helper.promises': 'Pernyataan',
    'helper.chosen': 'Saya diminta sendiri oleh pemilih tersebut.',
    'helper.follows': 'Saya membantu menurut kehendak pemilih dan tidak mempengaruhi pilihannya.',
    'helper.silent': 'Saya merahasiakan pilihan pemilih kepada siapa pun, untuk selamanya.',
    'helper.closing': 'Pernyataan ini dibuat dengan sebenarnya, sebelum masuk ke bilik.',
    'helper.signature': 'Pendamping',
  },
  en: {
    'helper.title': 'STATEMENT OF A VOTER’S HELPER',
    'helper.subtitle': 'Filled in by hand and kept by the committee',
    'helper.opening': '{day}, at {address}, the undersigned:',
    'helper.who': 'Helper and voter',
    'helper.name': 'Name of the helper',
    'helper.address': 'Address of the helper',
    'helper.voter': 'Name of the voter and list number',
    'helper.reason': 'Why help is needed',
    'helper.promises': 'Statement',
    'helper.chosen': 'The voter asked me themselves.',
    'helper.follows': 'I help as the voter wishes and do not influence the choice.',
    'helper.silent': 'I keep the voter’s choice secret from everybody, for ever.',
    'helper.closing': 'This statement is made truthfully, before going into the booth.',
    'helper.signature': 'Helper',
  },
});
