import {
  type BallotLine,
  contestField,
  fieldsOf,
  peopleField,
  type ResultLine,
  USERS_FIELD,
} from '../sheet/sheet-form.ts';
import {
  atMostFinding,
  type CheckedSheet,
  fieldNumber,
  figure,
  type SheetFinding,
  type SheetRule,
  sumFinding,
} from './sheet-check.ts';

const CORRECT_ON_PAPER = {
  id: 'Bandingkan dengan foto. Bila salah ketik, kembalikan untuk diketik ulang. Bila di kertas memang begitu, minta KPPS membetulkan lembar di depan saksi, lalu kirim foto baru.',
  en: 'Compare with the photo. If it was mistyped, have it typed again. If the paper says so, the board corrects the sheet before witnesses and a new photo is sent.',
} as const;

/** Errors: figures of one sheet that cannot all be true. */
export const ERROR_RULES: readonly SheetRule[] = [
  {
    code: 'E01',
    kind: 'error',
    compares: { id: 'setiap angka terisi', en: 'every figure is filled in' },
    what: { id: 'Ada angka yang kosong atau tidak terbaca.', en: 'A figure is missing or cannot be read.' },
    why: {
      id: 'Angka yang kosong bukan nol: tidak seorang pun tahu isinya.',
      en: 'A missing figure is not zero: nobody knows it.',
    },
    todo: {
      id: 'Cari angkanya di foto lain atau salinan saksi. Bila di kertas memang kosong, minta KPPS mengisinya di depan saksi, lalu kirim foto baru.',
      en: 'Look for it on another photo or a witness copy. If the paper is empty, the board fills it in before witnesses and a new photo is sent.',
    },
    example: { figures: { 'kepala-desa:invalid': null } },
    find: missingFigures,
  },
  {
    code: 'E02',
    kind: 'error',
    compares: { id: 'jumlah suara semua pilihan = suara sah', en: 'sum of all options = valid votes' },
    what: {
      id: 'Jumlah suara para calon tidak sama dengan suara sah.',
      en: 'The votes of the candidates do not add up to the valid votes.',
    },
    why: {
      id: 'Salah satu perolehan atau suara sah pasti keliru; pemenang dapat berubah.',
      en: 'A candidate’s votes or the valid votes are wrong; the winner may change.',
    },
    todo: CORRECT_ON_PAPER,
    example: { figures: { 'kepala-desa:c1': 90 } },
    find: (sheet) =>
      sheet.form.contests.flatMap(({ contest, options }) =>
        sumFinding(
          sheet,
          options.map(({ key }) => contestField(contest, key)),
          contestField(contest, 'valid'),
          contest,
        ),
      ),
  },
  {
    code: 'E03',
    kind: 'error',
    compares: { id: 'suara sah + suara tidak sah = jumlah suara', en: 'valid + invalid = all votes' },
    what: {
      id: 'Suara sah dan tidak sah tidak sama dengan jumlah suara.',
      en: 'Valid and invalid votes do not add up to all votes.',
    },
    why: {
      id: 'Ada surat suara yang hilang dari hitungan atau terhitung dua kali.',
      en: 'Ballot papers fell out of the count or were counted twice.',
    },
    todo: CORRECT_ON_PAPER,
    example: { figures: { 'kepala-desa:invalid': 14 } },
    find: sumsOfContest(['valid', 'invalid'], 'total'),
  },
  {
    code: 'E04',
    kind: 'error',
    compares: {
      id: 'surat suara digunakan + rusak + tidak digunakan = diterima',
      en: 'ballot papers used + spoiled + unused = received',
    },
    what: {
      id: 'Surat suara yang diterima tidak habis terbagi: ada yang kurang atau lebih.',
      en: 'The ballot papers received are not all accounted for.',
    },
    why: {
      id: 'Surat suara yang tidak diketahui keberadaannya dapat masuk kotak di tempat lain.',
      en: 'A paper that nobody can account for may be in a box elsewhere.',
    },
    todo: CORRECT_ON_PAPER,
    example: { figures: { 'kepala-desa:unused': 60 } },
    find: sumsOfContest(['used', 'spoiled', 'unused'], 'received'),
  },
  {
    code: 'E05',
    kind: 'error',
    compares: { id: 'jumlah suara = surat suara digunakan', en: 'all votes = ballot papers used' },
    what: {
      id: 'Jumlah suara tidak sama dengan surat suara yang digunakan.',
      en: 'The number of votes is not the number of ballot papers used.',
    },
    why: {
      id: 'Setiap surat suara di kotak adalah tepat satu suara.',
      en: 'Every paper in the box is exactly one vote.',
    },
    todo: CORRECT_ON_PAPER,
    example: { figures: { 'kepala-desa:used': 238, 'kepala-desa:unused': 68 } },
    find: sumsOfContest(['total'], 'used'),
  },
  {
    code: 'E06',
    kind: 'error',
    compares: {
      id: 'pengguna hak pilih dari DPT ≤ pemilih terdaftar, laki-laki dan perempuan',
      en: 'voters of the list who came ≤ registered voters, men and women',
    },
    what: {
      id: 'Yang datang dari DPT lebih banyak daripada yang terdaftar.',
      en: 'More came than are on the list.',
    },
    why: {
      id: 'Satu orang di daftar paling banyak datang satu kali.',
      en: 'Each person on the list comes at most once.',
    },
    todo: CORRECT_ON_PAPER,
    example: { figures: { 'dpt.L': 147, 'dpt.P': 93 } },
    find: (sheet) => [
      ...atMostFinding(sheet, peopleField('dpt', 'L'), peopleField('registered', 'L')),
      ...atMostFinding(sheet, peopleField('dpt', 'P'), peopleField('registered', 'P')),
    ],
  },
  {
    code: 'E07',
    kind: 'error',
    compares: { id: 'laki-laki + perempuan = jumlah', en: 'men + women = together' },
    what: { id: 'Laki-laki dan perempuan tidak sama dengan jumlahnya.', en: 'Men and women do not add up.' },
    why: {
      id: 'Salah satu dari tiga angka itu pasti keliru.',
      en: 'One of the three figures must be wrong.',
    },
    todo: CORRECT_ON_PAPER,
    example: { figures: { 'registered.total': 310 } },
    find: (sheet) =>
      (['registered', 'dpt', 'added'] as const).flatMap((section) =>
        sumFinding(
          sheet,
          [peopleField(section, 'L'), peopleField(section, 'P')],
          peopleField(section, 'total'),
        ),
      ),
  },
  {
    code: 'E08',
    kind: 'error',
    compares: {
      id: 'pengguna dari DPT + pengguna tambahan = seluruh pengguna hak pilih',
      en: 'voters of the list + added voters = all who came',
    },
    what: {
      id: 'Pengguna dari DPT dan tambahan tidak sama dengan seluruh pengguna.',
      en: 'Voters of the list and added voters do not add up to all who came.',
    },
    why: {
      id: 'Seluruh pengguna adalah batas atas suara TPS ini.',
      en: 'All who came is the upper limit of the votes of this place.',
    },
    todo: CORRECT_ON_PAPER,
    example: { figures: { 'users.total': 246 } },
    find: (sheet) =>
      sumFinding(sheet, [peopleField('dpt', 'total'), peopleField('added', 'total')], USERS_FIELD),
  },
  {
    code: 'E09',
    kind: 'error',
    compares: { id: 'jumlah suara ≤ seluruh pengguna hak pilih', en: 'all votes ≤ all who came' },
    what: {
      id: 'Suara lebih banyak daripada orang yang datang.',
      en: 'There are more votes than people who came.',
    },
    why: { id: 'Satu orang memberi paling banyak satu suara.', en: 'Each person gives at most one vote.' },
    todo: CORRECT_ON_PAPER,
    example: {
      figures: { 'dpt.L': 110, 'dpt.P': 120, 'dpt.total': 230, 'users.total': 230 },
    },
    find: (sheet) =>
      sheet.form.contests.flatMap(({ contest }) =>
        atMostFinding(sheet, contestField(contest, 'total'), USERS_FIELD, contest),
      ),
  },
  {
    code: 'E10',
    kind: 'error',
    compares: {
      id: 'pengguna tambahan = 0, bila aturan daerah tidak mengizinkannya',
      en: 'added voters = 0 where the rules of the regency refuse them',
    },
    what: {
      id: 'Ada pengguna tambahan, padahal aturan daerah tidak mengizinkannya.',
      en: 'There are added voters, and the rules of the regency refuse them.',
    },
    why: {
      id: 'Hanya yang ada di DPT boleh memilih, kecuali aturan daerah berkata lain.',
      en: 'Only people on the final list may vote, unless the rules say otherwise.',
    },
    todo: {
      id: 'Tanyakan kepada KPPS apakah mereka ada di DPT. Bila ya, minta lembar dibetulkan; bila tidak, bawa ke panitia kabupaten.',
      en: 'Ask the board whether they are on the list. If so, have the sheet corrected; if not, take it to the regency’s committee.',
    },
    example: {
      figures: { 'dpt.L': 111, 'dpt.total': 239, 'added.L': 1, 'added.total': 1 },
    },
    find: addedVoters,
  },
  {
    code: 'E11',
    kind: 'error',
    compares: {
      id: 'pemilih terdaftar di lembar = DPT yang dikunci, laki-laki dan perempuan',
      en: 'registered voters on the sheet = the locked list, men and women',
    },
    what: {
      id: 'Pemilih terdaftar di lembar bukan jumlah di DPT TPS ini.',
      en: 'The registered voters on the sheet are not those of this place’s list.',
    },
    why: {
      id: 'Mungkin lembar TPS lain terbaca di sini, atau TPS memakai daftar yang lama.',
      en: 'Another place’s sheet may have been read here, or an old list was used.',
    },
    todo: {
      id: 'Periksa kode TPS di foto. Bila lembar TPS lain, kembalikan; bila daftarnya yang lama, bawa ke panitia kabupaten.',
      en: 'Check the place’s code on the photo. If it is another place’s sheet, send it back; if the list was old, take it to the regency’s committee.',
    },
    example: { facts: { list: { L: 146, P: 153 } } },
    find: registeredNotOnList,
  },
  {
    code: 'E12',
    kind: 'error',
    compares: { id: 'ada foto lembar', en: 'there is a photo of the sheet' },
    what: { id: 'Belum ada foto lembar ini.', en: 'There is no photo of this sheet.' },
    why: {
      id: 'Tanpa foto, tidak seorang pun dapat memeriksa angka yang diketik.',
      en: 'Without a photo nobody can check what was typed.',
    },
    todo: {
      id: 'Minta foto seluruh lembar dari TPS.',
      en: 'Ask the polling place for a photo of the whole sheet.',
    },
    example: { facts: { sheetPhotos: 0 } },
    find: ({ facts }) =>
      facts.sheetPhotos > 0
        ? []
        : [
            {
              contest: null,
              fields: [],
              calculation: { id: '0 foto, paling sedikit 1', en: '0 photos, at least 1' },
              difference: 1,
            },
          ],
  },
];

function missingFigures(sheet: CheckedSheet): readonly SheetFinding[] {
  return fieldsOf(sheet.form).flatMap(({ key, contest, number, label }) =>
    figure(sheet, key) !== undefined
      ? []
      : [
          {
            contest,
            fields: [key],
            calculation: {
              id: `nomor ${number} (${label.id}) kosong`,
              en: `number ${number} (${label.en}) is empty`,
            },
            difference: null,
          },
        ],
  );
}

function sumsOfContest(terms: readonly (BallotLine | ResultLine)[], stated: BallotLine | ResultLine) {
  return (sheet: CheckedSheet): readonly SheetFinding[] =>
    sheet.form.contests.flatMap(({ contest }) =>
      sumFinding(
        sheet,
        terms.map((line) => contestField(contest, line)),
        contestField(contest, stated),
        contest,
      ),
    );
}

function addedVoters(sheet: CheckedSheet): readonly SheetFinding[] {
  const key = peopleField('added', 'total');
  const added = figure(sheet, key);
  if (added === undefined || added === 0 || sheet.facts.addedVotersAllowed) return [];
  return [
    {
      contest: null,
      fields: [key],
      calculation: {
        id: `${added} pengguna tambahan, diizinkan 0, selisih ${added}`,
        en: `${added} added voters, 0 are allowed, difference ${added}`,
      },
      difference: added,
    },
  ];
}

function registeredNotOnList(sheet: CheckedSheet): readonly SheetFinding[] {
  const { list } = sheet.facts;
  if (list === null) return [];
  return (['L', 'P'] as const).flatMap((sex) => {
    const key = peopleField('registered', sex);
    const said = figure(sheet, key);
    if (said === undefined || said === list[sex]) return [];
    const difference = Math.abs(said - list[sex]);
    const number = fieldNumber(sheet, key);
    return [
      {
        contest: null,
        fields: [key],
        calculation: {
          id: `DPT ${list[sex]}, lembar menyatakan ${said} (nomor ${number}), selisih ${difference}`,
          en: `the list has ${list[sex]}, the sheet says ${said} (number ${number}), difference ${difference}`,
        },
        difference,
      },
    ];
  });
}
