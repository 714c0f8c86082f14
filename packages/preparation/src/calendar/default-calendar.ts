import type { Bilingual, Certainty } from '@bilik/election';
import {
  type Calendar,
  calendarSchema,
  type RuleDays,
  type StageCondition,
  type StageOwner,
} from './stage.ts';

interface Row {
  readonly owner: StageOwner;
  readonly id: string;
  readonly name: readonly [id: string, en: string];
  /** Days from voting on which it begins; null: as soon as what it waits for is done. */
  readonly begins: number | null;
  /** A number of the calendar's own, or a length of the rule pack. */
  readonly days: number | RuleDays;
  /** Stages it waits for; those with `=` at the end may end on the same day. */
  readonly after: readonly string[];
  readonly basis: keyof typeof BASES;
  readonly onlyWhen?: StageCondition;
}

const BASES: Readonly<Record<'baseline' | 'tegal' | 'rules' | 'own', readonly [Certainty, Bilingual]>> = {
  baseline: [
    'G',
    {
      id: 'Permendagri 112/2014, pengetahuan umum; peraturannya sendiri belum dibaca',
      en: 'Permendagri 112/2014, general knowledge; the regulation itself was not read',
    },
  ],
  tegal: [
    '2',
    {
      id: 'Keputusan Bupati Tegal 100.3.3.2/713/2026 (gelombang I, 2027), dari tangan kedua',
      en: 'Decree of the regent of Tegal 100.3.3.2/713/2026 (wave I, 2027), read second-hand',
    },
  ],
  rules: [
    'S',
    {
      id: 'Lamanya menurut aturan acara; lihat rujukannya',
      en: 'The rule pack of the event says how long; see its citations',
    },
  ],
  own: ['D', { id: 'Urutan dari kami; tanyakan kepada kabupaten', en: 'Our own order; ask the regency' }],
};

/**
 * The way from the committee's formation to inauguration. Places before voting are those of Tegal's calendar of 2027, lengths the
 * baseline of Permendagri 112/2014; the sources are of the certainty that stands beside each stage.
 */
const ROWS: readonly Row[] = [
  {
    id: 'end-of-term-notice',
    name: ['BPD memberitahukan akhir masa jabatan', 'Council gives notice of the end of term'],
    owner: 'council',
    begins: -180,
    days: 7,
    after: [],
    basis: 'baseline',
  },
  {
    id: 'committee-formed',
    name: ['Pembentukan panitia pemilihan', 'Committee is formed'],
    owner: 'council',
    begins: null,
    days: 10,
    after: ['end-of-term-notice'],
    basis: 'baseline',
  },
  {
    id: 'committee-reported',
    name: ['Laporan pembentukan panitia ke bupati lewat camat', 'Committee is reported to the regent'],
    owner: 'committee',
    begins: null,
    days: 11,
    after: ['committee-formed'],
    basis: 'tegal',
  },
  {
    id: 'cost-plan',
    name: ['Rencana biaya diajukan', 'Cost plan is handed in'],
    owner: 'committee',
    begins: null,
    days: 30,
    after: ['committee-formed'],
    basis: 'baseline',
  },
  {
    id: 'cost-approved',
    name: ['Biaya disetujui bupati', 'Costs are approved by the regent'],
    owner: 'regent',
    begins: null,
    days: 30,
    after: ['cost-plan'],
    basis: 'baseline',
  },
  {
    id: 'announcement',
    name: ['Pengumuman pendaftaran calon', 'Registration is announced'],
    owner: 'committee',
    begins: -89,
    days: 6,
    after: ['committee-formed'],
    basis: 'tegal',
  },
  {
    id: 'registration',
    name: ['Pendaftaran bakal calon', 'Registration of candidates'],
    owner: 'committee',
    begins: -83,
    days: 'registration',
    after: ['announcement'],
    basis: 'rules',
  },
  {
    id: 'voter-registration',
    name: ['Pendaftaran pemilih', 'Registration of voters'],
    owner: 'committee',
    begins: -62,
    days: 9,
    after: ['committee-formed'],
    basis: 'tegal',
  },
  {
    id: 'provisional-list',
    name: ['DPS diumumkan', 'Provisional voter list is posted'],
    owner: 'committee',
    begins: -51,
    days: 3,
    after: ['voter-registration'],
    basis: 'baseline',
  },
  {
    id: 'list-corrections',
    name: ['Perbaikan DPS', 'Corrections of the list'],
    owner: 'committee',
    begins: -48,
    days: 3,
    after: ['provisional-list'],
    basis: 'baseline',
  },
  {
    id: 'supplementary-list',
    name: ['Daftar pemilih tambahan diumumkan', 'Supplementary list is posted'],
    owner: 'committee',
    begins: -43,
    days: 3,
    after: ['list-corrections'],
    basis: 'baseline',
  },
  {
    id: 'final-list',
    name: ['DPT ditetapkan', 'Final voter list is set'],
    owner: 'committee',
    begins: -37,
    days: 1,
    after: ['supplementary-list'],
    basis: 'tegal',
  },
  {
    id: 'final-list-posted',
    name: ['DPT diumumkan', 'Final voter list is posted'],
    owner: 'committee',
    begins: -36,
    days: 3,
    after: ['final-list'],
    basis: 'baseline',
  },
  {
    id: 'research',
    name: ['Penelitian dan klarifikasi berkas', 'Research of the candidates'],
    owner: 'committee',
    begins: -36,
    days: 20,
    after: ['registration'],
    basis: 'baseline',
  },
  {
    id: 'extra-selection',
    name: ['Seleksi tambahan', 'Extra selection'],
    owner: 'regency',
    begins: -16,
    days: 1,
    after: ['research'],
    basis: 'tegal',
    onlyWhen: 'too-many-candidates',
  },
  {
    id: 'candidates-set',
    name: ['Penetapan calon', 'Candidates are determined'],
    owner: 'committee',
    begins: -14,
    days: 1,
    after: ['research', 'extra-selection'],
    basis: 'tegal',
  },
  {
    id: 'number-draw',
    name: ['Undian nomor urut', 'Draw of numbers'],
    owner: 'committee',
    begins: -9,
    days: 1,
    after: ['candidates-set'],
    basis: 'tegal',
  },
  {
    id: 'ballot-proof',
    name: ['Contoh surat suara disetujui calon', 'Ballot proof is signed off'],
    owner: 'candidates',
    begins: -9,
    days: 2,
    after: ['number-draw='],
    basis: 'own',
  },
  {
    id: 'invitations',
    name: ['Undangan dibagikan', 'Invitations are handed out'],
    owner: 'committee',
    begins: -9,
    days: 7,
    after: ['final-list-posted'],
    basis: 'tegal',
  },
  {
    id: 'campaign',
    name: ['Kampanye', 'Campaign'],
    owner: 'candidates',
    begins: -6,
    days: 3,
    after: ['number-draw'],
    basis: 'baseline',
  },
  {
    id: 'quiet-period',
    name: ['Masa tenang', 'Quiet period'],
    owner: 'candidates',
    begins: -3,
    days: 3,
    after: ['campaign'],
    basis: 'baseline',
  },
  {
    id: 'voting',
    name: ['Pemungutan dan penghitungan suara', 'Voting and count'],
    owner: 'polling-places',
    begins: 0,
    days: 1,
    after: ['quiet-period', 'ballot-proof', 'invitations', 'final-list-posted'],
    basis: 'baseline',
  },
  {
    id: 'minutes',
    name: ['Berita acara dan penetapan hasil desa', 'Minutes and result of the village'],
    owner: 'committee',
    begins: null,
    days: 1,
    after: ['voting='],
    basis: 'tegal',
  },
  {
    id: 'objections',
    name: ['Pengajuan keberatan', 'Objections may be filed'],
    owner: 'candidates',
    begins: null,
    days: 'objection',
    after: ['minutes'],
    basis: 'rules',
  },
  {
    id: 'committee-to-council',
    name: ['Laporan panitia ke BPD', 'Committee reports to the council'],
    owner: 'committee',
    begins: null,
    days: 'committee-to-council',
    after: ['minutes'],
    basis: 'rules',
  },
  {
    id: 'council-to-regent',
    name: ['Laporan BPD ke bupati lewat camat', 'Council reports to the regent'],
    owner: 'council',
    begins: null,
    days: 'council-to-regent',
    after: ['committee-to-council'],
    basis: 'rules',
  },
  {
    id: 'objection-decision',
    name: ['Keputusan bupati atas keberatan', 'Regent decides on objections'],
    owner: 'regent',
    begins: null,
    days: 'decision',
    after: ['objections'],
    basis: 'rules',
    onlyWhen: 'objection-filed',
  },
  {
    id: 'decree',
    name: ['Keputusan bupati tentang pengesahan', 'Decree of the regent'],
    owner: 'regent',
    begins: null,
    days: 'decree',
    after: ['council-to-regent', 'objection-decision'],
    basis: 'rules',
  },
  {
    id: 'inauguration',
    name: ['Pelantikan', 'Inauguration'],
    owner: 'regent',
    begins: null,
    days: 'inauguration',
    after: ['decree'],
    basis: 'rules',
  },
];

/** A starting point for any regency; replaced by its own decree on stages. */
export const defaultCalendar: Calendar = calendarSchema.parse({
  format: 'bilik/v1/calendar',
  id: 'indonesia-default',
  name: { id: 'Kalender umum pilkades (perlu disesuaikan)', en: 'General calendar (to be adapted)' },
  // every stage counts calendar days
  holidays: [],
  stages: ROWS.map(({ id, name, owner, begins, days, after, basis, onlyWhen }) => ({
    id,
    name: { id: name[0], en: name[1] },
    owner,
    beginsDaysFromVoting: begins,
    days: typeof days === 'number' ? { from: 'calendar', days } : { from: 'rule-pack', rule: days },
    count: 'calendar-days',
    after: after.map((stage) => ({ stage: stage.replace('=', ''), sameDay: stage.endsWith('=') })),
    onlyWhen: onlyWhen ?? null,
    certainty: BASES[basis][0],
    basis: BASES[basis][1],
  })),
});
