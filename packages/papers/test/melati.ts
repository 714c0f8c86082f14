import {
  assembleMinutes,
  defaultRulePack,
  type ElectionDefinition,
  type MinutesRecord,
  type PollingPlaceFigures,
  type PollingPlaceMinutes,
  parseElectionDefinition,
  parsePollingPlaceFigures,
} from '@bilik/election';

/** TPS 01 Melati, which everybody knows by heart: 8 check-ins, 7 casts (4 · 2 · 0 and 1 blank), 1 abandoned. */
const MELATI = {
  format: 'bilik/v1/election-definition',
  kind: 'real',
  event: 'banyuasin-2026',
  title: {
    id: 'Pemilihan Kepala Desa Serentak Kabupaten Banyuasin Tahun 2026',
    en: 'Simultaneous village-head election of Banyuasin Regency 2026',
  },
  area: {
    regency: { code: '16.07', name: 'Banyuasin' },
    subDistrict: { code: '16.07.05', name: 'Banyuasin III' },
    village: { code: '16.07.05.2003', name: 'Sukamaju' },
    hamlets: [{ number: 1, name: 'Dusun I' }],
  },
  pollingPlace: {
    id: '16.07.05.2003-001',
    number: 1,
    name: 'Melati',
    address: 'Balai Desa, Jalan Merdeka 1',
  },
  voting: { date: '2026-12-12', zone: 'WIB', opens: '07:00', closes: '13:00' },
  contests: [
    {
      id: 'kepala-desa',
      office: 'village-head',
      title: { id: 'Kepala Desa Sukamaju', en: 'Head of Sukamaju village' },
      candidates: [
        { number: 1, name: 'Siti Aminah' },
        { number: 2, name: 'H. Muhammad Zainuddin, S.Pd.' },
        { number: 3, name: 'Bambang Sutrisno' },
      ],
    },
  ],
  rulePack: { id: defaultRulePack.id, version: defaultRulePack.version, fingerprint: 'a1'.repeat(32) },
  voterList: { fingerprint: 'b2'.repeat(32), registered: { L: 60, P: 60 } },
  people: [
    { role: 'chair', id: 'chair', name: 'Rahmat Hidayat' },
    { role: 'member', id: 'member-1', name: 'Dewi Lestari' },
    { role: 'member', id: 'member-2', name: 'Agus Salim' },
    { role: 'witness', id: 'witness-1', name: 'Yanti', represents: { contest: 'kepala-desa', candidate: 1 } },
    { role: 'witness', id: 'witness-2', name: 'Joko', represents: { contest: 'kepala-desa', candidate: 2 } },
  ],
  trustees: {
    threshold: 2,
    members: [
      { id: 'trustee-1', name: 'Rahmat Hidayat', interest: 'KPPS' },
      { id: 'trustee-2', name: 'Yanti', interest: 'Saksi 1' },
      { id: 'trustee-3', name: 'Joko', interest: 'Saksi 2' },
    ],
  },
  tokenCards: 140,
  booths: 2,
  desks: 2,
};

const FIGURES = {
  place: '16.07.05.2003-001',
  registered: { L: 60, P: 60 },
  checkIns: { DPT: { L: 3, P: 5 }, added: { L: 0, P: 0 } },
  users: 8,
  casts: 7,
  openCases: 0,
  abandoned: 1,
  contests: [
    {
      contest: 'kepala-desa',
      options: [
        { key: 'c1', votes: 4 },
        { key: 'c2', votes: 2 },
        { key: 'c3', votes: 0 },
        { key: 'blank', votes: 1 },
      ],
      valid: 6,
      invalid: 1,
      total: 7,
    },
  ],
  resultSource: 'trustees',
  tokens: { pool: 140, issued: 9, used: 7, voided: 1, returned: 1 },
  slips: { printed: 8, spoiled: 1 },
  slipBox: {
    inBox: 7,
    contests: [
      {
        contest: 'kepala-desa',
        options: [
          { key: 'c1', votes: 4 },
          { key: 'c2', votes: 2 },
          { key: 'c3', votes: 0 },
          { key: 'blank', votes: 1 },
        ],
      },
    ],
  },
};

/** The definition with some top-level fields replaced. @throws Error listing what the law of definitions refuses */
export function definitionWith(changes: Partial<Record<keyof typeof MELATI, unknown>>): ElectionDefinition {
  const parsed = parseElectionDefinition({ ...MELATI, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

export function figuresWith(changes: Partial<Record<keyof typeof FIGURES, unknown>>): PollingPlaceFigures {
  const parsed = parsePollingPlaceFigures({ ...FIGURES, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** Nothing filled in by anybody. */
export const EMPTY_RECORD: MinutesRecord = {
  zeroReport: null,
  openedAt: null,
  closedAt: null,
  earlyActs: [],
  software: null,
  record: null,
  trusteesPresent: null,
  boardPresent: null,
  witnessesPresent: null,
  restarts: null,
  overrides: null,
  incidents: null,
  extensions: [],
  notedIncidents: [],
  queueAdmissions: [],
  checkedInLate: 0,
  mobileTrips: [],
  mediaEpochs: [],
  objections: null,
  helpedVoters: null,
  singleMediumSince: null,
  caseAnswers: [],
  abandonments: [],
  wrongPins: 0,
  handCounts: [],
  mandates: [],
  selfTest: null,
  logicTest: { runs: [], skipped: null },
};

export function minutesOf(
  definition: ElectionDefinition,
  figures: PollingPlaceFigures,
  record: MinutesRecord,
): PollingPlaceMinutes {
  return assembleMinutes({ definition, rulePack: defaultRulePack, figures, record });
}
