import { type Calendar, calendarSchema, type StageOwner } from './stage.ts';

interface Row {
  readonly id: string;
  readonly name: readonly [id: string, en: string];
  readonly owner: StageOwner;
  /** Days from voting on which it begins; null: when what it waits for is done. */
  readonly begins: number | null;
  readonly days: number;
  /** Stages it waits for; those with `=` at the end may end on the same day. */
  readonly after: readonly string[];
}

/** What a regency does for an election that others hold, and what of theirs it waits for. */
const ROWS: readonly Row[] = [
  {
    id: 'support-agreed',
    name: ['Dukungan kabupaten disepakati', 'The regency’s support is agreed'],
    ...{ owner: 'regency', begins: -90, days: 14, after: [] },
  },
  {
    id: 'final-list',
    name: ['Penyelenggara mengumumkan DPT', 'The final voter list is posted by who holds the election'],
    ...{ owner: 'conductor', begins: -60, days: 7, after: [] },
  },
  {
    id: 'supplies-arrived',
    name: ['Logistik tiba di gudang', 'Supplies are in the warehouse'],
    ...{ owner: 'conductor', begins: -30, days: 20, after: [] },
  },
  {
    id: 'supplies-handed-out',
    name: ['Logistik dibagikan ke TPS', 'Supplies are at the polling places'],
    ...{ owner: 'sub-district', begins: -3, days: 2, after: ['supplies-arrived'] },
  },
  {
    id: 'places-ready',
    name: ['TPS siap', 'Polling places are ready'],
    ...{ owner: 'polling-places', begins: -1, days: 1, after: ['supplies-handed-out='] },
  },
  {
    id: 'voting',
    name: ['Pemungutan dan penghitungan suara', 'Voting and counting'],
    ...{ owner: 'polling-places', begins: 0, days: 1, after: ['places-ready'] },
  },
  {
    id: 'sheets-in',
    name: ['Foto lembar semua TPS masuk', 'Photos of all sheets are in'],
    ...{ owner: 'sub-district', begins: null, days: 2, after: ['voting='] },
  },
  {
    id: 'own-count',
    name: ['Hitungan internal lengkap', 'The internal count is complete'],
    ...{ owner: 'regency', begins: null, days: 2, after: ['sheets-in='] },
  },
  {
    id: 'supplies-returned',
    name: ['Logistik kembali dari TPS', 'Supplies are back from the polling places'],
    ...{ owner: 'sub-district', begins: null, days: 3, after: ['voting='] },
  },
  {
    id: 'sub-district-recapitulation',
    name: ['Rekapitulasi penyelenggara di kecamatan', 'Recapitulation in the sub-districts'],
    ...{ owner: 'conductor', begins: null, days: 6, after: ['voting'] },
  },
  {
    id: 'regency-recapitulation',
    name: ['Rekapitulasi penyelenggara di kabupaten', 'Recapitulation in the regency'],
    ...{ owner: 'conductor', begins: null, days: 7, after: ['sub-district-recapitulation'] },
  },
];

/** A starting point for elections that others conduct (KPU's pilkada); their own schedule holds where it says otherwise. */
export const othersCalendar: Calendar = calendarSchema.parse({
  format: 'bilik/v1/calendar',
  id: 'conducted-by-others',
  name: {
    id: 'Tahapan pemilihan yang diselenggarakan pihak lain (perlu disesuaikan)',
    en: 'Stages of an election that others conduct (to be adapted)',
  },
  holidays: [],
  stages: ROWS.map(({ id, name, owner, begins, days, after }) => ({
    ...{ id, name: { id: name[0], en: name[1] }, owner },
    beginsDaysFromVoting: begins,
    days: { from: 'calendar', days },
    count: 'calendar-days',
    after: after.map((stage) => ({ stage: stage.replace('=', ''), sameDay: stage.endsWith('=') })),
    onlyWhen: null,
    certainty: 'D',
    basis: {
      id: 'Urutan dari kami; jadwal penyelenggara yang berlaku',
      en: 'Our own order; the schedule of who holds the election counts',
    },
  })),
});
