import { basisPoints, percentText } from '@bilik/election';
import { contestField, peopleField, USERS_FIELD, WITNESS_SIGNATURES_FIELD } from '../sheet/sheet-form.ts';
import { robustDistance } from './robust-distance.ts';
import { type CheckedSheet, figure, type SheetFinding, type SheetRule } from './sheet-check.ts';

/** Turnout above which a person looks, in basis points: 95 %. */
const HIGH_TURNOUT = 9500;
/** How far from the middle of its sub-district a turnout may be (modified z-score of Iglewicz and Hoaglin). */
const FAR_FROM_MIDDLE = 3.5;
/** Fewer places than this have no middle. */
const PLACES_FOR_A_MIDDLE = 8;
/** Share of invalid votes at which Abacus warns (W.202): 3 %, in basis points. */
const MANY_INVALID = 300;
/** Difference between votes and users at which Abacus warns (W.203): 2 % or 15 people. */
const MANY_WITHOUT_VOTE = 200;
const MANY_WITHOUT_VOTE_PEOPLE = 15;
/** Below this, one option with all votes is an ordinary hamlet. */
const VOTES_FOR_UNANIMITY = 20;

const EXPLAIN = {
  id: 'Bandingkan dengan foto, tanyakan kepada TPS, lalu tulis penjelasannya.',
  en: 'Compare with the photo, ask the polling place, then write the explanation.',
} as const;

/** Warnings: unusual, and possible. They ask for a sentence, never for another figure. */
export const WARNING_RULES: readonly SheetRule[] = [
  {
    code: 'W01',
    kind: 'warning',
    compares: {
      id: 'kehadiran ≤ 95 % dan tidak jauh dari tengah kecamatannya',
      en: 'turnout ≤ 95 % and not far from the middle of its sub-district',
    },
    what: {
      id: 'Kehadiran sangat tinggi atau jauh dari TPS sekitarnya.',
      en: 'Turnout is very high, or far from places around.',
    },
    why: {
      id: 'Sering benar; kadang satu angka salah tempat.',
      en: 'Often true; sometimes a figure stands in the wrong place.',
    },
    todo: EXPLAIN,
    example: {
      figures: {
        'dpt.L': 146,
        'dpt.P': 150,
        'dpt.total': 296,
        'users.total': 296,
        'kepala-desa:used': 296,
        'kepala-desa:unused': 10,
        'kepala-desa:total': 296,
        'kepala-desa:valid': 292,
        'kepala-desa:c1': 177,
      },
    },
    find: unusualTurnout,
  },
  {
    code: 'W02',
    kind: 'warning',
    compares: { id: 'suara tidak sah < 3 % dari jumlah suara', en: 'invalid votes < 3 % of all votes' },
    what: { id: 'Suara tidak sah banyak.', en: 'There are many invalid votes.' },
    why: {
      id: 'Mungkin KPPS terlalu ketat, atau suara sah dan tidak sah tertukar.',
      en: 'The board may have been too strict, or valid and invalid are swapped.',
    },
    todo: EXPLAIN,
    example: { figures: { 'kepala-desa:c1': 113, 'kepala-desa:valid': 228, 'kepala-desa:invalid': 12 } },
    find: manyInvalid,
  },
  {
    code: 'W03',
    kind: 'warning',
    compares: {
      id: 'tidak semua suara sah untuk satu pilihan (mulai 20 suara)',
      en: 'not all valid votes are for one option (from 20 votes on)',
    },
    what: { id: 'Satu pilihan mendapat semua suara sah.', en: 'One option has all valid votes.' },
    why: {
      id: 'Mungkin angka lain tertinggal; dan hasil bulat membuka pilihan setiap orang di TPS ini.',
      en: 'Other figures may have been left out; and unanimity shows everybody’s choice.',
    },
    todo: EXPLAIN,
    example: { figures: { 'kepala-desa:c1': 236, 'kepala-desa:c2': 0, 'kepala-desa:c3': 0 } },
    find: unanimous,
  },
  {
    code: 'W04',
    kind: 'warning',
    compares: {
      id: 'pengguna hak pilih − jumlah suara < 2 % dan < 15',
      en: 'users − all votes < 2 % and < 15',
    },
    what: { id: 'Banyak orang datang tanpa suara di kotak.', en: 'Many came whose vote is not in the box.' },
    why: {
      id: 'Mungkin surat suara dibawa pulang, atau daftar hadir salah dijumlah.',
      en: 'Papers may have been taken home, or the attendance was added up wrongly.',
    },
    todo: EXPLAIN,
    example: { figures: { 'dpt.L': 128, 'dpt.total': 256, 'users.total': 256 } },
    find: usersWithoutVote,
  },
  {
    code: 'W05',
    kind: 'warning',
    compares: {
      id: 'pengguna hak pilih ≥ kehadiran terakhir yang dilaporkan',
      en: 'users ≥ the last attendance that was reported',
    },
    what: {
      id: 'Pengguna hak pilih kurang dari kehadiran yang dilaporkan pada hari itu.',
      en: 'Fewer users than were reported present during the day.',
    },
    why: {
      id: 'Kehadiran tidak pernah turun: salah satu laporan keliru. Laporan siang hari bukan bukti, maka ini bukan kesalahan lembar.',
      en: 'Attendance never falls: one of the two is wrong. A report of the day is no evidence, so this is no error of the sheet.',
    },
    todo: EXPLAIN,
    example: { facts: { lastAttendance: { L: 120, P: 130 } } },
    find: belowAttendance,
  },
  {
    code: 'W06',
    kind: 'warning',
    compares: {
      id: 'surat suara diterima = surat suara di berita acara serah terima',
      en: 'ballot papers received = those on the minutes of the hand-over',
    },
    what: {
      id: 'Surat suara yang diterima berbeda dari serah terima.',
      en: 'The ballot papers received differ from the hand-over.',
    },
    why: {
      id: 'Selisih harus ditemukan di gudang, di jalan, atau di lembar.',
      en: 'The difference must be found in the depot, on the way or on the sheet.',
    },
    todo: EXPLAIN,
    example: { facts: { ballotsHandedOver: new Map([['kepala-desa', 310]]) } },
    find: notAsHandedOver,
  },
  {
    code: 'W07',
    kind: 'warning',
    compares: { id: 'tanda tangan saksi ≥ 1', en: 'signatures of witnesses ≥ 1' },
    what: { id: 'Tidak ada saksi yang menandatangani.', en: 'No witness signed.' },
    why: {
      id: 'Mungkin tidak ada saksi yang hadir; mungkin semua keberatan.',
      en: 'Perhaps no witness came; perhaps all of them object.',
    },
    todo: EXPLAIN,
    example: { figures: { 'signatures.witnesses': 0 } },
    find: (sheet) =>
      figure(sheet, WITNESS_SIGNATURES_FIELD) === 0
        ? [
            {
              contest: null,
              fields: [WITNESS_SIGNATURES_FIELD],
              calculation: { id: '0 tanda tangan saksi', en: '0 signatures of witnesses' },
              difference: null,
            },
          ]
        : [],
  },
];

function unusualTurnout(sheet: CheckedSheet): readonly SheetFinding[] {
  const registeredField = peopleField('registered', 'total');
  const [users, registered] = [figure(sheet, USERS_FIELD), figure(sheet, registeredField)];
  if (users === undefined || registered === undefined) return [];
  const turnout = basisPoints(users, registered);
  if (turnout === null) return [];
  const around = sheet.facts.turnoutsAround;
  const distance = around.length >= PLACES_FOR_A_MIDDLE ? robustDistance(turnout, around) : null;
  const isFar = distance !== null && Math.abs(distance.tenths) > FAR_FROM_MIDDLE * 10;
  if (turnout <= HIGH_TURNOUT && !isFar) return [];
  const middle = (language: 'id' | 'en') => (distance === null ? '' : percentText(distance.median, language));
  return [
    {
      contest: null,
      fields: [registeredField, USERS_FIELD],
      calculation: {
        id: `${users} ÷ ${registered} = ${percentText(turnout, 'id')}${distance === null ? '' : `, tengah kecamatan ${middle('id')}`}`,
        en: `${users} ÷ ${registered} = ${percentText(turnout, 'en')}${distance === null ? '' : `, middle of the sub-district ${middle('en')}`}`,
      },
      difference: null,
    },
  ];
}

function manyInvalid(sheet: CheckedSheet): readonly SheetFinding[] {
  return sheet.form.contests.flatMap(({ contest }) => {
    const [invalidField, totalField] = [contestField(contest, 'invalid'), contestField(contest, 'total')];
    const [invalid, total] = [figure(sheet, invalidField), figure(sheet, totalField)];
    if (invalid === undefined || total === undefined) return [];
    const share = basisPoints(invalid, total);
    if (share === null || share < MANY_INVALID) return [];
    return [
      {
        contest,
        fields: [invalidField, totalField],
        calculation: {
          id: `${invalid} ÷ ${total} = ${percentText(share, 'id')}`,
          en: `${invalid} ÷ ${total} = ${percentText(share, 'en')}`,
        },
        difference: null,
      },
    ];
  });
}

function unanimous(sheet: CheckedSheet): readonly SheetFinding[] {
  return sheet.form.contests.flatMap(({ contest, options }) => {
    const validField = contestField(contest, 'valid');
    const valid = figure(sheet, validField);
    if (valid === undefined || valid < VOTES_FOR_UNANIMITY) return [];
    const keys = options.map(({ key }) => contestField(contest, key));
    const all = keys.find((key) => figure(sheet, key) === valid);
    if (all === undefined) return [];
    return [
      {
        contest,
        fields: [all, validField],
        calculation: { id: `${valid} dari ${valid} suara sah`, en: `${valid} of ${valid} valid votes` },
        difference: null,
      },
    ];
  });
}

function usersWithoutVote(sheet: CheckedSheet): readonly SheetFinding[] {
  return sheet.form.contests.flatMap(({ contest }) => {
    const totalField = contestField(contest, 'total');
    const [users, total] = [figure(sheet, USERS_FIELD), figure(sheet, totalField)];
    if (users === undefined || total === undefined || total >= users) return [];
    const difference = users - total;
    const share = basisPoints(difference, users) ?? 0;
    if (share < MANY_WITHOUT_VOTE && difference < MANY_WITHOUT_VOTE_PEOPLE) return [];
    return [
      {
        contest,
        fields: [USERS_FIELD, totalField],
        calculation: {
          id: `${users} − ${total} = ${difference} (${percentText(share, 'id')})`,
          en: `${users} − ${total} = ${difference} (${percentText(share, 'en')})`,
        },
        difference,
      },
    ];
  });
}

function belowAttendance(sheet: CheckedSheet): readonly SheetFinding[] {
  const { lastAttendance } = sheet.facts;
  const users = figure(sheet, USERS_FIELD);
  if (lastAttendance === null || users === undefined) return [];
  const { L, P } = lastAttendance;
  if (users >= L + P) return [];
  const difference = L + P - users;
  return [
    {
      contest: null,
      fields: [USERS_FIELD],
      calculation: {
        id: `dilaporkan ${L} + ${P} = ${L + P}, lembar menyatakan ${users}, selisih ${difference}`,
        en: `reported ${L} + ${P} = ${L + P}, the sheet says ${users}, difference ${difference}`,
      },
      difference,
    },
  ];
}

function notAsHandedOver(sheet: CheckedSheet): readonly SheetFinding[] {
  return sheet.form.contests.flatMap(({ contest }) => {
    const handedOver = sheet.facts.ballotsHandedOver.get(contest);
    const key = contestField(contest, 'received');
    const received = figure(sheet, key);
    if (handedOver === undefined || received === undefined || handedOver === received) return [];
    const difference = Math.abs(handedOver - received);
    return [
      {
        contest,
        fields: [key],
        calculation: {
          id: `serah terima ${handedOver}, lembar menyatakan ${received}, selisih ${difference}`,
          en: `handed over ${handedOver}, the sheet says ${received}, difference ${difference}`,
        },
        difference,
      },
    ];
  });
}
