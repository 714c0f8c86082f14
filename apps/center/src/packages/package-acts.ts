import type { ActTable } from '../accounts/act-table.ts';

const READERS = [
  'regency',
  'sub-district',
  'committee',
  'desk',
  'technician',
  'auditor',
  'observer',
] as const;

export const PACKAGE_ACTS = {
  'packages.list': {
    roles: READERS,
    sentence: {
      id: 'Melihat paket TPS di wilayahnya, dan yang masih kurang',
      en: 'See the packages of one’s area, and what is missing',
    },
  },
  'packages.show': {
    roles: READERS,
    sentence: {
      id: 'Melihat paket satu TPS dan kartunya',
      en: 'See the package of one polling place and its cards',
    },
  },
  'packages.outfit': {
    roles: ['regency', 'committee'],
    sentence: {
      id: 'Menulis petugas, bilik, meja, dan alamat mesin TPS',
      en: 'Write down people, booths, desks and the station’s address',
    },
  },
  'packages.issue': {
    roles: ['regency'],
    sentence: {
      id: 'Menerbitkan paket dan mencetak kartunya sekali; yang lama menjadi batal',
      en: 'Issue a package and print its cards once; the one before becomes void',
    },
  },
  'packages.seal': {
    roles: ['regency'],
    sentence: { id: 'Menghitung dan menyegel satu bungkus kartu', en: 'Count and seal a pack of cards' },
  },
  'packages.hand-over': {
    roles: ['regency'],
    sentence: { id: 'Menyerahkan bungkus kartu kepada TPS', en: 'Hand the packs over to a polling place' },
  },
  'packages.hand-over-paper': {
    roles: READERS,
    sentence: {
      id: 'Mencetak berita acara serah terima kartu',
      en: 'Print the minutes of the hand-over of cards',
    },
  },
  'packages.announcement': {
    roles: READERS,
    sentence: { id: 'Mencetak pengumuman paket', en: 'Print the announcement of a package' },
  },
  'packages.file': {
    roles: ['regency', 'technician'],
    sentence: { id: 'Mengambil berkas paket untuk stik', en: 'Take a package as a file for the stick' },
  },
  'packages.check': {
    roles: ['regency', 'technician', 'auditor'],
    sentence: {
      id: 'Memeriksa apakah sebuah paket yang berlaku untuk TPS-nya',
      en: 'Check whether a package is the one in force for its polling place',
    },
  },
} as const satisfies ActTable;
