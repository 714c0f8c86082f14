import { boothCatalogue } from '../phrases.ts';
import { guidePalembang } from './palembang/guide.ts';

/** How a voter sets the booth for own eyes, ears and hands, and the help that comes. Every phrase may be read aloud to the whole room. */
export const guide = boothCatalogue({
  id: {
    'guide.settings.open': 'Bahasa · Huruf · Suara',
    'guide.settings.heading': 'Atur layar ini',
    'guide.settings.language': 'Bahasa',
    'guide.settings.letters': 'Huruf',
    'guide.settings.contrast': 'Warna',
    'guide.settings.contrast.normal': 'Biasa',
    'guide.settings.contrast.high': 'Kontras tinggi',
    'guide.settings.voice': 'Panduan suara',
    'guide.settings.voice.off': 'Tanpa suara',
    'guide.settings.voice.speaker': 'Pengeras suara',
    'guide.settings.voice.headphones': 'Alat dengar telinga',
    'guide.settings.curtain': 'Gelapkan layar',
    'guide.headphones.title': 'Alat dengar sudah di telinga?',
    'guide.headphones.explained':
      'Nama calon dan pilihan Anda akan dibacakan. Colokkan alat dengar dan pakai di telinga Anda. Bila tidak, orang di luar bilik mendengarnya.',
    'guide.headphones.confirm': 'Sudah di telinga saya',
    'guide.headphones.on': 'Panduan suara menyala di telinga Anda.',
    'guide.headphones.changed':
      'Alat dengar dicabut atau berganti. Nama calon tidak dibacakan lagi. Pasang kembali, lalu nyalakan lagi di Bahasa, Huruf, Suara.',
    'guide.listen': 'Dengarkan',
    'guide.how': 'Tombol pindah: maju ke pilihan berikutnya. Tombol pilih: menekan yang baru saja dibacakan.',
    'guide.curtain.how':
      'Layar sekarang gelap. Sentuh sisi kiri untuk pindah ke pilihan berikutnya. Sentuh sisi kanan untuk menekan yang baru saja dibacakan.',
    'guide.curtain.shown': 'Layar digelapkan: pemilih memakai panduan suara.',
    'guide.curtain.open': 'Terangkan layar',
    'guide.chosen': 'Dipilih. Pindah ke Lanjut, lalu tekan.',
    'guide.remind': 'Masih di sini? Pelan-pelan saja. Sentuh layar atau tekan satu tombol.',
    'guide.help': 'Minta bantuan',
    'guide.help.heading': 'Panggil petugas',
    'guide.help.boardKnows':
      'Petugas di papan sudah diberi tahu. Pilihan Anda tidak tampil dan tidak dibacakan.',
    'guide.help.explained':
      'Angkat tangan, atau panggil petugas di pintu. Pilihan Anda tidak tampil dan tidak dibacakan.',
    'guide.help.officer':
      'Petugas: jelaskan tombol dan kertasnya saja. Jangan bertanya siapa yang dipilih. Pergilah sebelum pemilih menekan Teruskan.',
    'guide.help.helper': 'Pendamping yang sudah menandatangani pernyataan boleh tinggal.',
    'guide.help.noHelper': 'Di TPS ini pemilih memilih sendiri: tidak ada pendamping.',
    'guide.help.called': 'Bilik ini minta bantuan petugas.',
    'guide.notice': 'Ada pemberitahuan di layar. Panggil petugas.',
  },
  en: {
    'guide.settings.open': 'Language · Letters · Voice',
    'guide.settings.heading': 'Set up this screen',
    'guide.settings.language': 'Language',
    'guide.settings.letters': 'Letters',
    'guide.settings.contrast': 'Colours',
    'guide.settings.contrast.normal': 'Normal',
    'guide.settings.contrast.high': 'High contrast',
    'guide.settings.voice': 'Spoken guidance',
    'guide.settings.voice.off': 'No voice',
    'guide.settings.voice.speaker': 'Loudspeaker',
    'guide.settings.voice.headphones': 'Headphones',
    'guide.settings.curtain': 'Darken the screen',
    'guide.headphones.title': 'Are the headphones on your ears?',
    'guide.headphones.explained':
      'The names of candidates and your choice will be read out. Plug the headphones in and put them on. Otherwise people outside the booth hear it.',
    'guide.headphones.confirm': 'They are on my ears',
    'guide.headphones.on': 'Spoken guidance is on, in your ears.',
    'guide.headphones.changed':
      'The headphones were unplugged or changed. Names are no longer read out. Plug them in again, then switch them on in Language, Letters, Voice.',
    'guide.listen': 'Listen',
    'guide.how': 'Next key: moves on to the next choice. Select key: presses what was just read out.',
    'guide.curtain.how':
      'The screen is dark now. Touch the left side to move on to the next choice. Touch the right side to press what was just read out.',
    'guide.curtain.shown': 'The screen is dark: a voter uses spoken guidance.',
    'guide.curtain.open': 'Show the screen',
    'guide.chosen': 'Chosen. Move on to Next, then press.',
    'guide.remind': 'Are you still here? Take your time. Touch the screen or press a key.',
    'guide.help': 'Ask for help',
    'guide.help.heading': 'Call an officer',
    'guide.help.boardKnows':
      'The officers at the board were told. Your choice is not shown and not read out.',
    'guide.help.explained':
      'Raise your hand, or call the officer at the door. Your choice is not shown and not read out.',
    'guide.help.officer':
      'Officer: explain the keys and the paper only. Do not ask who is chosen. Go away before the voter presses Continue.',
    'guide.help.helper': 'A helper who has signed the statement may stay.',
    'guide.help.noHelper': 'In this polling place voters vote by themselves: there is no helper.',
    'guide.help.called': 'This booth asks for an officer.',
    'guide.notice': 'There is a message on the screen. Call an officer.',
  },
  plm: guidePalembang,
});
