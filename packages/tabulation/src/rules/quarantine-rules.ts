import { BOARD_SIGNATURES_FIELD, fieldsOf, peopleField, USERS_FIELD } from '../sheet/sheet-form.ts';
import { type CheckedSheet, figure, type SheetFinding, type SheetRule } from './sheet-check.ts';

/** Chair and two members (domain.md, "Opening and closing"). */
const BOARD_SIGNATURES_NEEDED = 3;

/** Sheets that may be right, and that do not count before somebody who did not type them has looked. */
export const QUARANTINE_RULES: readonly SheetRule[] = [
  {
    code: 'Q01',
    kind: 'quarantine',
    compares: {
      id: 'angka TPS ini tidak seluruhnya sama dengan TPS lain di desa',
      en: 'the figures are not all the same as another place’s in the village',
    },
    what: {
      id: 'Semua angka lembar ini sama dengan lembar TPS lain di desa yang sama.',
      en: 'All figures are those of another polling place of the village.',
    },
    why: {
      id: 'Mungkin lembar yang sama masuk untuk dua TPS; satu TPS lalu terhitung dua kali.',
      en: 'One sheet may have come in for two places; one place would count twice.',
    },
    todo: {
      id: 'Letakkan kedua foto berdampingan; periksa kode TPS dan tanda tangan. Bila memang kebetulan, tulis alasannya.',
      en: 'Put both photos side by side; check code and signatures. If it is a coincidence, write why.',
    },
    example: {},
    find: sameAsAnother,
  },
  {
    code: 'Q02',
    kind: 'quarantine',
    compares: { id: 'tanda tangan KPPS ≥ 3', en: 'signatures of the board ≥ 3' },
    what: {
      id: 'Lembar ditandatangani kurang dari ketua dan dua anggota.',
      en: 'Fewer than the chair and two members signed.',
    },
    why: {
      id: 'Hasil tanpa tanda tangan yang cukup dapat digugat, juga bila angkanya benar.',
      en: 'A result without enough signatures can be contested, even if its figures are right.',
    },
    todo: {
      id: 'Minta KPPS melengkapi tanda tangan di depan saksi, lalu kirim foto baru; atau tulis mengapa lembar ini tetap diterima.',
      en: 'Let the board complete the signatures before witnesses and send a new photo; or write why the sheet is taken as it is.',
    },
    example: { figures: { 'signatures.board': 2 } },
    find: tooFewSignatures,
  },
  {
    code: 'Q03',
    kind: 'quarantine',
    compares: {
      id: 'pengguna di kertas + pengguna di mesin ≤ pemilih terdaftar, bila TPS beralih dari mesin ke kertas',
      en: 'users on paper + users by machine ≤ registered voters, where the place went from machine to paper',
    },
    what: {
      id: 'Pengguna kedua bagian bersama lebih banyak daripada yang terdaftar.',
      en: 'The users of both parts together are more than the registered voters.',
    },
    why: {
      id: 'Seseorang mungkin tercatat di kedua bagian, atau lembar memuat angka seluruh hari.',
      en: 'Somebody may be in both parts, or the sheet holds the figures of the whole day.',
    },
    todo: {
      id: 'Bandingkan daftar hadir kertas dengan daftar hadir mesin. Lembar hanya memuat yang memilih dengan kertas.',
      en: 'Compare the paper attendance with the machine’s. The sheet holds those only who voted on paper.',
    },
    example: { facts: { usersByMachine: 80 } },
    find: moreThanListInBothParts,
  },
];

function sameAsAnother({ form, values, facts }: CheckedSheet): readonly SheetFinding[] {
  const keys = fieldsOf(form).map(({ key }) => key);
  const hasFigures = keys.some((key) => (values.get(key) ?? 0) > 0);
  return facts.otherSheetsOfVillage.flatMap(({ place, values: other }) => {
    const isSame = hasFigures && keys.every((key) => values.get(key) === other.get(key));
    if (!isSame || place === form.place) return [];
    return [
      {
        contest: null,
        fields: keys,
        calculation: {
          id: `${keys.length} dari ${keys.length} angka sama dengan ${place}`,
          en: `${keys.length} of ${keys.length} figures are those of ${place}`,
        },
        difference: null,
      },
    ];
  });
}

function tooFewSignatures(sheet: CheckedSheet): readonly SheetFinding[] {
  const signed = figure(sheet, BOARD_SIGNATURES_FIELD);
  if (signed === undefined || signed >= BOARD_SIGNATURES_NEEDED) return [];
  const difference = BOARD_SIGNATURES_NEEDED - signed;
  return [
    {
      contest: null,
      fields: [BOARD_SIGNATURES_FIELD],
      calculation: {
        id: `${signed} tanda tangan, paling sedikit ${BOARD_SIGNATURES_NEEDED}, kurang ${difference}`,
        en: `${signed} signatures, at least ${BOARD_SIGNATURES_NEEDED}, ${difference} missing`,
      },
      difference,
    },
  ];
}

function moreThanListInBothParts(sheet: CheckedSheet): readonly SheetFinding[] {
  const { usersByMachine, addedVotersAllowed } = sheet.facts;
  const registeredField = peopleField('registered', 'total');
  const [users, registered] = [figure(sheet, USERS_FIELD), figure(sheet, registeredField)];
  if (usersByMachine === null || addedVotersAllowed || users === undefined || registered === undefined)
    return [];
  const sum = users + usersByMachine;
  if (sum <= registered) return [];
  const difference = sum - registered;
  return [
    {
      contest: null,
      fields: [registeredField, USERS_FIELD],
      calculation: {
        id: `${users} + ${usersByMachine} = ${sum}, terdaftar ${registered}, selisih ${difference}`,
        en: `${users} + ${usersByMachine} = ${sum}, ${registered} are registered, difference ${difference}`,
      },
      difference,
    },
  ];
}
