/** How a voter sets the booth, in Baso Palembang. To be reviewed by a native speaker, as `booth.ts` beside. */
export const guidePalembang = {
  'guide.settings.open': 'Baso · Hurup · Suaro',
  'guide.settings.heading': 'Atur layar ini',
  'guide.settings.language': 'Baso',
  'guide.settings.letters': 'Hurup',
  'guide.settings.contrast': 'Warno',
  'guide.settings.contrast.normal': 'Biaso',
  'guide.settings.contrast.high': 'Kontras tinggi',
  'guide.settings.voice': 'Panduan suaro',
  'guide.settings.voice.off': 'Katek suaro',
  'guide.settings.voice.speaker': 'Pengeras suaro',
  'guide.settings.voice.headphones': 'Alat denger kuping',
  'guide.settings.curtain': 'Gelapke layar',
  'guide.headphones.title': 'Alat denger sudah di kuping?',
  'guide.headphones.explained':
    'Namo calon dan pilihan kamu nak dibacoke. Colokke alat denger dan pake di kuping kamu. Kalu idak, wong di luar bilik ngedengernyo.',
  'guide.headphones.confirm': 'Sudah di kuping aku',
  'guide.headphones.on': 'Panduan suaro idup di kuping kamu.',
  'guide.headphones.changed':
    'Alat denger dicabut atau beganti. Namo calon dak dibacoke lagi. Pasang lagi, sudah tu idupke lagi di Baso, Hurup, Suaro.',
  'guide.listen': 'Dengerke',
  'guide.how': 'Tombol pindah: maju ke pilihan sudah ini. Tombol pilih: nekan yang baru bae dibacoke.',
  'guide.curtain.how':
    'Layar sekarang gelap. Sentuh sebelah kiri kalu nak pindah ke pilihan sudah ini. Sentuh sebelah kanan kalu nak nekan yang baru bae dibacoke.',
  'guide.curtain.shown': 'Layar digelapke: pemilih make panduan suaro.',
  'guide.curtain.open': 'Terangke layar',
  'guide.chosen': 'Dipilih. Pindah ke Terus, sudah tu tekan.',
  'guide.remind': 'Masih di sini? Pelan-pelan bae. Sentuh layar atau tekan sikok tombol.',
  'guide.help': 'Minta tulung',
  'guide.help.heading': 'Panggel petugas',
  'guide.help.boardKnows': 'Petugas di papan sudah dikasih tau. Pilihan kamu dak nampak dan dak dibacoke.',
  'guide.help.explained':
    'Angkat tangan, atau panggel petugas di lawang. Pilihan kamu dak nampak dan dak dibacoke.',
  'guide.help.officer':
    'Petugas: jelaske tombol dan kertasnyo bae. Jangan nanyo siapo yang dipilih. Pegilah sebelum pemilih nekan Teruske.',
  'guide.help.helper': 'Pendamping yang sudah neken pernyataan boleh tinggal.',
  'guide.help.noHelper': 'Di TPS ini pemilih milih dewek: katek pendamping.',
  'guide.help.called': 'Bilik ini minta tulung petugas.',
  'guide.notice': 'Ado pemberitahuan di layar. Panggel petugas.',
} as const;
