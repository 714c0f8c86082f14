import {
  type Bilingual,
  bilingualSchema,
  type Contest,
  type Frozen,
  type OptionKey,
  optionKeySchema,
  pollingPlaceIdSchema,
  slugSchema,
} from '@bilik/election';
import { z } from 'zod';

/** Most contests on one sheet, as in an election definition; those that others conduct among them. */
export const CONTESTS_LIMIT = 4;

/** One ballot paper of the day: its contest, and the lines on it in ballot order. Paper has no line for a blank vote. */
export const sheetContestSchema = z.strictObject({
  contest: slugSchema,
  title: bilingualSchema(200),
  options: z
    .array(z.strictObject({ key: optionKeySchema.exclude(['blank']), label: bilingualSchema(220) }))
    .min(2)
    .max(10),
});

/** What the sheet of one paper polling place asks for. */
export const sheetFormSchema = z
  .strictObject({
    place: pollingPlaceIdSchema,
    contests: z.array(sheetContestSchema).min(1).max(CONTESTS_LIMIT),
  })
  .refine(({ contests }) => areDistinct(contests.map(({ contest }) => contest)), 'contest-repeated')
  .refine(
    ({ contests }) => contests.every(({ options }) => areDistinct(options.map(({ key }) => key))),
    'option-repeated',
  );
export type SheetForm = Frozen<z.infer<typeof sheetFormSchema>>;
export type SheetContest = SheetForm['contests'][number];

function areDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

/**
 * The lines of a contest as its paper ballot has them: candidates by number, and the empty column where there is one candidate. An empty
 * paper ballot has no mark and is invalid, so the blank vote of the screen has no line here.
 */
export function sheetContestOf(contest: Contest): SheetContest {
  const candidates = [...contest.candidates].sort((left, right) => left.number - right.number);
  const column: Bilingual = { id: 'Kolom kosong', en: 'Empty column' };
  const options = candidates.map(({ number, name }) => {
    const key = optionKeySchema.exclude(['blank']).parse(`c${number}`);
    return { key, label: { id: `${number}. ${name}`, en: `${number}. ${name}` } };
  });
  return {
    contest: contest.id,
    title: contest.title,
    options: candidates.length === 1 ? [...options, { key: 'empty', label: column }] : options,
  };
}

/** Where a figure stands on the sheet: `registered.L`, `kepala-desa:c1`. */
export type FieldKey = string & { readonly __field: 'FieldKey' };

/** One figure that people copy from the sheet. */
export interface SheetField {
  readonly key: FieldKey;
  /** As printed on the sheet: `1a`, `7b`. */
  readonly number: string;
  readonly label: Bilingual;
  /** Heading of its section on the sheet; the same object for all fields of a section. */
  readonly section: Bilingual;
  readonly contest: string | null;
}

const SEX_LABELS = {
  L: { id: 'Laki-laki', en: 'Men' },
  P: { id: 'Perempuan', en: 'Women' },
  total: { id: 'Jumlah', en: 'Together' },
} as const;

const PEOPLE_SECTIONS = {
  registered: { id: 'Pemilih terdaftar (DPT)', en: 'Registered voters (final list)' },
  dpt: { id: 'Pengguna hak pilih dari DPT', en: 'Voters of the final list who came' },
  added: { id: 'Pengguna hak pilih tambahan', en: 'Added voters who came' },
} as const;

export const BALLOT_LINES = {
  received: { id: 'Surat suara diterima', en: 'Ballot papers received' },
  used: { id: 'Surat suara digunakan', en: 'Ballot papers used' },
  spoiled: { id: 'Surat suara rusak atau keliru dicoblos', en: 'Ballot papers spoiled' },
  unused: { id: 'Surat suara tidak digunakan', en: 'Ballot papers unused' },
} as const;
export type BallotLine = keyof typeof BALLOT_LINES;

const RESULT_LINES = {
  valid: { id: 'Suara sah', en: 'Valid votes' },
  invalid: { id: 'Suara tidak sah', en: 'Invalid votes' },
  total: { id: 'Suara sah dan tidak sah', en: 'Valid and invalid votes' },
} as const;
export type ResultLine = keyof typeof RESULT_LINES;
export type PeopleSection = keyof typeof PEOPLE_SECTIONS;
export type SexLine = keyof typeof SEX_LABELS;

/** Key of a figure about people. */
export function peopleField(section: PeopleSection, line: SexLine): FieldKey {
  return fieldKey(`${section}.${line}`);
}

/** All users of the right to vote together, as the sheet states them. */
export const USERS_FIELD = fieldKey('users.total');
/** How many of the board signed. */
export const BOARD_SIGNATURES_FIELD = fieldKey('signatures.board');
/** How many witnesses signed. */
export const WITNESS_SIGNATURES_FIELD = fieldKey('signatures.witnesses');

/** Key of a figure of one contest: ballot papers, votes of an option, or a sum of votes. */
export function contestField(contest: string, line: BallotLine | ResultLine | OptionKey): FieldKey {
  return fieldKey(`${contest}:${line}`);
}

function fieldKey(text: string): FieldKey {
  return text as FieldKey;
}

/** Every figure of a sheet in the order in which it stands there: numbers of sections, letters of lines. */
export function fieldsOf(form: SheetForm): readonly SheetField[] {
  const people = (['registered', 'dpt', 'added'] as const).map((section) => ({
    section: PEOPLE_SECTIONS[section],
    contest: null,
    lines: (['L', 'P', 'total'] as const).map((line) => ({
      key: peopleField(section, line),
      label: SEX_LABELS[line],
    })),
  }));
  const users = { id: 'Seluruh pengguna hak pilih', en: 'All who came' };
  const signatures = {
    section: { id: 'Tanda tangan', en: 'Signatures' },
    contest: null,
    lines: [
      {
        key: BOARD_SIGNATURES_FIELD,
        label: { id: 'KPPS (ketua dan anggota)', en: 'Board (chair, members)' },
      },
      { key: WITNESS_SIGNATURES_FIELD, label: { id: 'Saksi', en: 'Witnesses' } },
    ],
  };
  const sections = [
    ...people,
    { section: users, contest: null, lines: [{ key: USERS_FIELD, label: users }] },
    ...form.contests.flatMap(contestSections),
    signatures,
  ];
  return sections.flatMap(({ section, contest, lines }, position) =>
    lines.map(({ key, label }, line) => ({
      key,
      number: `${position + 1}${'abcdefghijkl'[line]}`,
      label,
      section,
      contest,
    })),
  );
}

function contestSections({ contest, title, options }: SheetContest) {
  const named = (id: string, en: string): Bilingual => ({
    id: `${id} · ${title.id}`,
    en: `${en} · ${title.en}`,
  });
  return [
    {
      section: named('Surat suara', 'Ballot papers'),
      contest,
      lines: (['received', 'used', 'spoiled', 'unused'] as const).map((line) => ({
        key: contestField(contest, line),
        label: BALLOT_LINES[line] as Bilingual,
      })),
    },
    {
      section: named('Perolehan suara', 'Votes'),
      contest,
      lines: options.map(({ key, label }) => ({ key: contestField(contest, key), label })),
    },
    {
      section: named('Jumlah suara', 'Sums of votes'),
      contest,
      lines: (['valid', 'invalid', 'total'] as const).map((line) => ({
        key: contestField(contest, line),
        label: RESULT_LINES[line] as Bilingual,
      })),
    },
  ];
}
