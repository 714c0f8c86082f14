/** What a voter meets of the common words, in Baso Palembang. To be reviewed by a native speaker, as `booth.ts` beside. */
export const commonPalembang = {
  'common.yes': 'Iyo',
  'common.no': 'Idak',
  'common.next': 'Terus',
  'common.back': 'Balek',
  'common.close': 'Tutup',
  'common.finish': 'Sudah',
  'common.village': 'Desa',
  'common.blankVote': 'Suaro kosong',
  'common.emptyColumn': 'Kolom kosong',
  'common.candidateNumber': 'Nomor urut {number}',
  'common.notConnected': 'Teputus dari mesin TPS',
  'common.exercise.explained': 'Ini latihan. Katek suaro beneran.',
  'common.test.explained': 'Ini uji hitung makek kertu uji. Katek suaro beneran.',
  'common.newCard': 'Ambek kertu baru dari tumpukan kertu. Dak perlu didaftarke lagi di mejo.',
} as const;
