import type { BoardAnswer } from '../../pages/board/board-answers.ts';

/** TPS 01 Melati as its board sees it before opening; a test changes what its story needs. */
export function melati(changed: Partial<BoardAnswer> = {}): BoardAnswer {
  return {
    kind: 'exercise',
    title: { id: 'Pemilihan Kepala Desa', en: 'Village-head election' },
    area: {
      village: { name: 'Melati Jaya' },
      subDistrict: { name: 'Banyuasin I' },
      regency: { name: 'Banyuasin' },
    },
    pollingPlace: { id: '16.07.01.2003-001', number: 1, name: 'Melati' },
    voting: { date: '2026-11-18', zone: 'WIB', opens: '07:00', closes: '13:00' },
    booths: 3,
    pairedPlaces: 4,
    helpedAtDesks: 0,
    selfTest: {
      last: { at: '06:10', verdict: 'go', checks: [] },
      untried: { booths: [], desks: [] },
      hasNews: false,
    },
    logicTest: {
      state: 'none',
      isInTime: true,
      script: 6,
      casts: [],
      runs: 1,
      last: { at: '06:40', isMatch: true, differences: [], unused: [] },
      skipped: null,
      isErased: true,
    },
    people: [
      { id: 'ketua', name: 'Rahmat Hidayat', role: 'chair' },
      { id: 'anggota-1', name: 'Lina Sari', role: 'member' },
      { id: 'anggota-2', name: 'Joko Susilo', role: 'member' },
    ],
    trustees: {
      threshold: 2,
      members: [1, 2, 3].map((number) => ({
        id: `pemegang-${number}`,
        name: `Pemegang ${number}`,
        interest: 'panitia',
      })),
    },
    contests: [
      {
        id: 'kepala-desa',
        title: { id: 'Kepala Desa', en: 'Head of village' },
        options: [
          { key: 'c1', answer: '1. Hasan Basri' },
          { key: 'c2', answer: '2. Sri Wahyuni' },
          { key: 'blank', answer: 'SUARA KOSONG / BLANK VOTE' },
        ],
      },
    ],
    electionFingerprint: 'x'.repeat(43),
    outcome: null,
    sealedRecordHash: null,
    phase: 'configured',
    poll: { released: 0, casts: 0, openCases: 0, abandoned: 0 },
    onTheirWay: 0,
    checkIns: { DPT: { L: 0, P: 0 }, added: { L: 0, P: 0 } },
    registered: { L: 60, P: 60 },
    cards: { pool: 140, used: 0, voided: 0 },
    openCases: [],
    printersInTrouble: [],
    helpWanted: [],
    closes: '13:00',
    notedIncidents: [],
    paperRunningLow: [],
    ballotsRefused: 0,
    castsWithoutSlip: 0,
    slipCountDisagreements: 0,
    commands: [],
    zeroReport: null,
    minutesPaper: null,
    copies: { minutes: [], statement: [] },
    mandates: [],
    shares: { owners: [], threshold: 2, sit: 'polling-place' },
    fields: {
      boardPresent: null,
      witnessesPresent: null,
      incidents: null,
      objections: null,
      helpedVoters: null,
      trusteesUnable: false,
    },
    fieldsVersions: 0,
    mobileGroupLeft: false,
    handCount: null,
    handCountVersions: [],
    missing: [
      'record',
      'trusteesPresent',
      'boardPresent',
      'witnessesPresent',
      'incidents',
      'objections',
      'helpedVoters',
      'slipBox',
    ],
    restarts: [],
    secrecyWarnings: [],
    damaged: [],
    media: { state: 'two', media: [1, 2], isSlow: false, shareDevice: false },
    epochs: [{ cause: 'prepared', media: [1, 2], at: null, confirmedBy: [] }],
    ...changed,
  };
}

/** A hand count of seven slips. */
export const COUNTED: NonNullable<BoardAnswer['handCount']> = {
  cardsLeft: 131,
  cardsReturned: 1,
  slipBox: {
    inBox: 7,
    contests: [
      {
        contest: 'kepala-desa',
        options: [
          { key: 'c1', votes: 4 },
          { key: 'c2', votes: 2 },
          { key: 'blank', votes: 1 },
        ],
      },
    ],
  },
  countedBy: ['ketua', 'anggota-1'],
  reason: null,
};
