import type { Bilingual, Certainty } from '@bilik/election';
import { type Checklist, checklistSchema } from './checklist.ts';

type Row = readonly [
  id: string,
  kind: 'paper' | 'condition',
  indonesian: string,
  english: string,
  Certainty,
  basis: Bilingual,
];

const BASELINE = {
  id: 'Permendagri 112/2014, Pasal 21, pengetahuan umum; teksnya belum dibaca',
  en: 'Permendagri 112/2014, Pasal 21, general knowledge; the text was not read',
};
const TEGAL = {
  id: 'Dari tangan kedua: syarat menurut aplikasi panitia desa di Tegal',
  en: 'Second-hand: conditions as an application of village committees in Tegal lists them',
};
const TERMS = {
  id: 'UU 3/2024: paling banyak dua kali masa jabatan delapan tahun; formulir beberapa kabupaten masih menyebut tiga',
  en: 'UU 3/2024: at most two terms of eight years; forms of some regencies still say three',
};
const LEAVE = {
  id: 'PP 16/2026 menurut berita: cuti pejabat dan pengunduran diri; teksnya belum dibaca',
  en: 'PP 16/2026 as reported: leave of officials and resignation; the text was not read',
};

const ROWS: readonly Row[] = [
  [
    'application-letter',
    'paper',
    'Surat permohonan menjadi bakal calon',
    'Letter of application',
    'G',
    BASELINE,
  ],
  [
    'identity-card',
    'paper',
    'Fotokopi KTP-el (warga negara Indonesia)',
    'Copy of the identity card (citizen)',
    'G',
    BASELINE,
  ],
  [
    'birth-certificate',
    'paper',
    'Akta kelahiran (paling rendah 25 tahun)',
    'Birth certificate (25 years at least)',
    '2',
    TEGAL,
  ],
  [
    'school-certificate',
    'paper',
    'Ijazah SD sampai yang terakhir, dilegalisasi (paling rendah SMP)',
    'School certificates, attested (junior high at least)',
    '2',
    TEGAL,
  ],
  [
    'faith-statement',
    'paper',
    'Pernyataan bertakwa kepada Tuhan Yang Maha Esa',
    'Statement of faith in God',
    'G',
    BASELINE,
  ],
  [
    'loyalty-statement',
    'paper',
    'Pernyataan setia kepada Pancasila, UUD 1945, NKRI, dan Bhinneka Tunggal Ika',
    'Statement of loyalty to Pancasila and the constitution',
    'G',
    BASELINE,
  ],
  ['willing-statement', 'paper', 'Pernyataan bersedia dicalonkan', 'Statement of willingness', 'G', BASELINE],
  [
    'court-letter',
    'paper',
    'Surat pengadilan: tidak pernah dipidana lima tahun atau lebih, hak pilih tidak dicabut',
    'Letter of the court: no sentence of five years or more, voting right not withdrawn',
    '2',
    TEGAL,
  ],
  ['police-record', 'paper', 'Surat keterangan catatan kepolisian (SKCK)', 'Police record', 'G', BASELINE],
  [
    'health-letter',
    'paper',
    'Surat sehat jasmani, rohani, dan bebas narkoba dari rumah sakit pemerintah',
    'Letters of health and of no drugs, of a public hospital',
    'G',
    BASELINE,
  ],
  [
    'terms-statement',
    'paper',
    'Pernyataan belum menjabat kepala desa dua kali masa jabatan',
    'Statement: has not held two terms as village head',
    '2',
    TERMS,
  ],
  ['curriculum-vitae', 'paper', 'Daftar riwayat hidup', 'Curriculum vitae', 'G', BASELINE],
  ['photo', 'paper', 'Pas foto berwarna terbaru', 'Recent colour photo', 'G', BASELINE],
  [
    'leave-or-resignation',
    'paper',
    'Izin, cuti, atau pengunduran diri bagi pejabat, perangkat desa, anggota BPD, ASN, TNI, Polri (bila berlaku)',
    'Permission, leave or resignation of officials, where it applies',
    '2',
    LEAVE,
  ],
  [
    'not-convicted',
    'condition',
    'Tidak sedang menjalani hukuman penjara',
    'Not serving a sentence',
    'G',
    BASELINE,
  ],
  [
    'announced-and-clarified',
    'condition',
    'Tanggapan masyarakat sudah diumumkan, diterima, dan diklarifikasi',
    'Comments of the public were asked for and clarified',
    'G',
    BASELINE,
  ],
];

/** A starting point for any regency; the residence rule is gone since MK 128/PUU-XIII/2015. */
export const defaultChecklist: Checklist = checklistSchema.parse({
  format: 'bilik/v1/candidate-checklist',
  id: 'indonesia-default',
  name: { id: 'Persyaratan umum bakal calon (perlu disesuaikan)', en: 'General conditions (to be adapted)' },
  minimumAgeYears: 25,
  requirements: ROWS.map(([id, kind, indonesian, english, certainty, basis]) => ({
    id,
    kind,
    name: { id: indonesian, en: english },
    certainty,
    basis,
  })),
});
