import type { ActTable } from '../accounts/act-table.ts';

/** Who may do what with voter lists. */
export const VOTER_ACTS = {
  'voters.elections': {
    roles: ['regency', 'sub-district', 'committee', 'registrar', 'auditor', 'desk', 'observer'],
    sentence: {
      id: 'Melihat acara yang mempunyai daftar pemilih',
      en: 'See the events that have voter lists',
    },
  },
  'voters.import-ask': {
    roles: ['regency', 'registrar', 'committee'],
    sentence: {
      id: 'Menyerahkan berkas daftar pemilih untuk dibaca',
      en: 'Hand in a file with a voter list to be read',
    },
  },
  'voters.imports': {
    roles: ['regency', 'sub-district', 'committee', 'registrar', 'auditor'],
    sentence: {
      id: 'Melihat berkas daftar pemilih dan masalahnya',
      en: 'See files with voter lists and what is wrong with them',
    },
  },
  'voters.import-enter': {
    roles: ['regency', 'registrar', 'committee'],
    sentence: {
      id: 'Memasukkan daftar dari berkas yang sudah dilihat',
      en: 'Let a list enter from a file that was looked at',
    },
  },
  'voters.import-leave': {
    roles: ['regency', 'registrar', 'committee'],
    sentence: { id: 'Membatalkan berkas yang belum masuk', en: 'Leave a file that has not entered' },
  },
  'voters.list': {
    roles: ['regency', 'sub-district', 'committee', 'registrar', 'auditor'],
    sentence: {
      id: 'Membaca daftar pemilih wilayahnya, NIK tersamar',
      en: 'Read the voter list of one’s area, NIK masked',
    },
  },
  'voters.person': {
    roles: ['regency', 'committee', 'registrar', 'auditor'],
    sentence: {
      id: 'Melihat satu pemilih, dengan alasan yang dicatat',
      en: 'See one voter, with a reason that is noted',
    },
  },
  'voters.export': {
    roles: ['regency', 'registrar'],
    sentence: {
      id: 'Mengunduh daftar pemilih sebagai CSV, NIK tersamar',
      en: 'Download a voter list as CSV, NIK masked',
    },
  },
  'voters.propose': {
    roles: ['committee', 'registrar'],
    sentence: {
      id: 'Mengusulkan perubahan daftar dengan bukti',
      en: 'Propose a change of the list with evidence',
    },
  },
  'voters.proposals': {
    roles: ['regency', 'sub-district', 'committee', 'registrar', 'auditor'],
    sentence: { id: 'Melihat usulan perubahan', en: 'See proposed changes' },
  },
  'voters.proposal': {
    roles: ['regency', 'committee', 'registrar', 'auditor'],
    sentence: { id: 'Membuka satu usulan, yang dicatat', en: 'Open one proposal, which is noted' },
  },
  'voters.proposal-evidence': {
    roles: ['regency', 'committee', 'registrar', 'auditor'],
    sentence: {
      id: 'Membuka berkas bukti sebuah usulan, yang dicatat',
      en: 'Open the evidence file of a proposal, which is noted',
    },
  },
  'voters.proposal-decide': {
    roles: ['regency', 'registrar'],
    sentence: { id: 'Memutuskan usulan orang lain', en: 'Decide a proposal of somebody else' },
  },
  'voters.proposal-withdraw': {
    roles: ['committee', 'registrar'],
    sentence: { id: 'Menarik usulan sendiri', en: 'Withdraw one’s own proposal' },
  },
  'voters.duplicates-find': {
    roles: ['regency', 'registrar'],
    sentence: { id: 'Meminta pencarian pemilih ganda', en: 'Ask for people listed twice to be looked for' },
  },
  'voters.duplicates': {
    roles: ['regency', 'sub-district', 'committee', 'registrar', 'auditor'],
    sentence: { id: 'Melihat calon pemilih ganda', en: 'See possible duplicates' },
  },
  'voters.pair': {
    roles: ['regency', 'committee', 'registrar', 'auditor'],
    sentence: { id: 'Membandingkan dua baris, yang dicatat', en: 'Compare two rows, which is noted' },
  },
  'voters.pair-decide': {
    roles: ['regency', 'committee', 'registrar'],
    sentence: { id: 'Memutuskan apakah dua baris satu orang', en: 'Decide whether two rows are one person' },
  },
  'voters.division': {
    roles: ['regency', 'sub-district', 'committee', 'registrar', 'auditor'],
    sentence: { id: 'Melihat pembagian TPS', en: 'See the division into polling places' },
  },
  'voters.divide': {
    roles: ['regency', 'committee'],
    sentence: {
      id: 'Membagi pemilih desa ke dalam TPS',
      en: 'Divide a village’s voters into polling places',
    },
  },
  'voters.division-move': {
    roles: ['regency', 'committee'],
    sentence: {
      id: 'Memindahkan RT atau keluarga ke TPS lain',
      en: 'Move a neighbourhood or a household to another polling place',
    },
  },
  'voters.households': {
    roles: ['regency', 'sub-district', 'committee', 'registrar', 'auditor'],
    sentence: {
      id: 'Melihat keluarga sebuah RT dan TPS-nya',
      en: 'See the households of a neighbourhood and their polling places',
    },
  },
  'voters.stages': {
    roles: ['regency', 'sub-district', 'committee', 'registrar', 'auditor', 'desk', 'observer'],
    sentence: {
      id: 'Melihat tahap daftar pemilih setiap desa',
      en: 'See the stage of each village’s voter list',
    },
  },
  'voters.step': {
    roles: ['regency', 'committee'],
    sentence: { id: 'Mengumumkan, memajukan dan mengunci daftar', en: 'Post, advance and lock a list' },
  },
  'voters.statistics': {
    roles: ['regency', 'sub-district', 'committee', 'registrar', 'auditor', 'desk', 'observer'],
    sentence: { id: 'Melihat statistik pemilih', en: 'See statistics of voters' },
  },
  'voters.paper': {
    roles: ['regency', 'committee', 'registrar'],
    sentence: { id: 'Mencetak daftar dan formulir pemilih', en: 'Print lists and forms of voters' },
  },
} as const satisfies ActTable;
