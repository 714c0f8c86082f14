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
/** A sitting is the regency's, or a village's own. */
const KEEPERS = ['regency', 'committee'] as const;

export const CEREMONY_ACTS = {
  'ceremony.list': {
    roles: READERS,
    sentence: { id: 'Melihat upacara kunci di wilayahnya', en: 'See the key ceremonies of one’s area' },
  },
  'ceremony.show': {
    roles: READERS,
    sentence: {
      id: 'Melihat satu upacara kunci: siapa ditunggu, sidik, langkah',
      en: 'See one key ceremony: who is awaited, fingerprints, steps',
    },
  },
  'ceremony.plan': {
    roles: KEEPERS,
    sentence: {
      id: 'Merencanakan upacara kunci: pemegang, ambang, TPS',
      en: 'Plan a key ceremony: trustees, threshold, polling places',
    },
  },
  'ceremony.invite': {
    roles: KEEPERS,
    sentence: {
      id: 'Membuat kode papan pesan baru untuk seorang pemegang kunci',
      en: 'Make a new code of the notice board for one trustee',
    },
  },
  'ceremony.plan-file': {
    roles: KEEPERS,
    sentence: { id: 'Mengambil berkas rencana untuk perangkat', en: 'Take the plan as a file for devices' },
  },
  'ceremony.give': {
    roles: KEEPERS,
    sentence: {
      id: 'Mengambil pesan yang ditempel, untuk dibawa dengan stik',
      en: 'Take a posted message, to carry it by stick',
    },
  },
  'ceremony.take': {
    roles: KEEPERS,
    sentence: {
      id: 'Menempel pesan yang dibawa dengan stik',
      en: 'Post a message that was carried by stick',
    },
  },
  'ceremony.compared': {
    roles: KEEPERS,
    sentence: {
      id: 'Mencatat bahwa semua sidik dibacakan dan cocok',
      en: 'Note that all fingerprints were read aloud and agree',
    },
  },
  'ceremony.confirmed': {
    roles: KEEPERS,
    sentence: {
      id: 'Mencatat bahwa perangkat seorang pemegang kunci menunjukkan sidik yang sama',
      en: 'Note that a trustee’s device shows the same fingerprint',
    },
  },
  'ceremony.poster': {
    roles: READERS,
    sentence: { id: 'Mencetak pengumuman kunci', en: 'Print the announcement of the keys' },
  },
  'ceremony.posted': {
    roles: KEEPERS,
    sentence: {
      id: 'Mencatat di mana pengumuman kunci ditempel',
      en: 'Note where the announcement was posted',
    },
  },
  'ceremony.leave': {
    roles: KEEPERS,
    sentence: {
      id: 'Meninggalkan upacara yang tidak dapat selesai',
      en: 'Leave a ceremony that cannot be finished',
    },
  },
  'ceremony.lost': {
    roles: KEEPERS,
    sentence: {
      id: 'Mencatat pemegang kunci yang tidak dapat datang lagi',
      en: 'Note a trustee who cannot come any more',
    },
  },
} as const satisfies ActTable;
