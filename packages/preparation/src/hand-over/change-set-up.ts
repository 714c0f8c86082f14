import {
  canonicalText,
  fail,
  type Problem,
  problemsOf,
  type RegencyCode,
  type Result,
  type RulePack,
  succeed,
} from '@bilik/election';
import { type SetUp, setUpSchema } from './set-up.ts';
import { type SetUpRefusal, setUpProblems, setUpRefused } from './set-up-file.ts';

/** Parts of a set-up, as a change names them: all but what says that it is one, and whose. */
export const SET_UP_PARTS = [
  'labels',
  'rulePacks',
  'calendars',
  'checklists',
  'selectionRules',
  'vulnerabilityIndex',
  'forms',
] as const satisfies readonly Exclude<keyof SetUp, 'format' | 'from'>[];
export type SetUpPart = (typeof SET_UP_PARTS)[number];

/** A set-up that holds from now on, and what of it is other than before. */
export interface ChangedSetUp {
  readonly setUp: SetUp;
  readonly changed: readonly SetUpPart[];
}

/** The set-up as a file for people: the same content in lines that a text editor shows, without a signature. */
export function plainSetUp(setUp: SetUp): string {
  return `${JSON.stringify(setUp, null, 2)}\n`;
}

/**
 * Reads a set-up that the regency's own people changed. A rule pack that says something else than before has a higher version: events and
 * records name their law by id and version, and one name means one law.
 * @param before the set-up that holds now; @param known every rule pack that ever held here
 */
export function changeSetUp(
  text: string,
  before: SetUp,
  known: readonly RulePack[],
  regency: RegencyCode,
): Result<ChangedSetUp, SetUpRefusal> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const where = /line \d+ column \d+/.exec(String(error))?.[0];
    return fail(
      setUpRefused(
        'set-up-not-json',
        `Berkas ini bukan JSON yang utuh${where === undefined ? '' : ` (${where.replace('line', 'baris').replace('column', 'kolom')})`}. Tidak ada yang berubah. Periksa koma, tanda kutip, dan kurung di sana.`,
        `This file is no complete JSON${where === undefined ? '' : ` (${where})`}. Nothing changed. Look at commas, quotation marks and brackets there.`,
      ),
    );
  }
  const read = setUpSchema.safeParse(content);
  if (!read.success) {
    return fail(
      setUpRefused(
        'set-up-malformed',
        'Berkas ini memuat isian yang tidak dikenal atau salah. Tidak ada yang berubah. Lihat daftar masalahnya.',
        'This file holds fields that are unknown or wrong. Nothing changed. See the list of problems.',
        problemsOf(read.error.issues),
      ),
    );
  }
  const setUp = read.data;
  const wrong = setUpProblems(setUp);
  if (wrong !== null) return fail(wrong);
  const problems = [...regencyProblems(setUp, regency), ...versionProblems(setUp, known)];
  if (problems.length > 0) {
    return fail(
      setUpRefused(
        'set-up-malformed',
        'Perubahan ini tidak dipakai. Tidak ada yang berubah. Lihat daftar masalahnya.',
        'This change was not taken. Nothing changed. See the list of problems.',
        problems,
      ),
    );
  }
  const changed = SET_UP_PARTS.filter((part) => canonicalText(setUp[part]) !== canonicalText(before[part]));
  return changed.length === 0
    ? fail(
        setUpRefused(
          'set-up-unchanged',
          'Berkas ini sama dengan yang berlaku sekarang. Tidak ada yang berubah.',
          'This file is the same as what holds now. Nothing changed.',
        ),
      )
    : succeed({ setUp, changed });
}

function regencyProblems({ from, rulePacks }: SetUp, regency: RegencyCode): readonly Problem[] {
  const problem = (path: string): Problem => ({
    ...{ path, code: 'other-regency' },
    sentence: {
      id: `Berkas ini milik kabupaten ${regency}. Penyiapan kabupaten lain diambil lewat berkas bertanda tangan.`,
      en: `This file is that of regency ${regency}. Another regency’s set-up is taken over by its signed file.`,
    },
  });
  return [
    ...(from.regency === regency ? [] : [problem('from.regency')]),
    ...rulePacks.flatMap((rulePack, index) =>
      rulePack.regency === null || rulePack.regency === regency
        ? []
        : [problem(`rulePacks[${index}].regency`)],
    ),
  ];
}

function versionProblems({ rulePacks }: SetUp, known: readonly RulePack[]): readonly Problem[] {
  return rulePacks.flatMap((rulePack, index): readonly Problem[] => {
    const named = (one: RulePack) => one.id === rulePack.id;
    const twice = rulePacks.findIndex((one) => named(one) && one.version === rulePack.version) !== index;
    const was = known.filter((one) => named(one) && one.version === rulePack.version);
    const isOther = was.some((one) => canonicalText(one) !== canonicalText(rulePack));
    const highest = Math.max(0, ...known.filter(named).map(({ version }) => version));
    const isBehind = was.length === 0 && rulePack.version <= highest;
    if (!twice && !isOther && !isBehind) return [];
    return [
      {
        ...{ path: `rulePacks[${index}].version`, code: 'version-stays' },
        sentence: {
          id: `Aturan "${rulePack.id}" versi ${rulePack.version} sudah ada. Aturan yang berubah mendapat versi yang lebih tinggi, ${highest + 1} atau lebih.`,
          en: `Rule pack "${rulePack.id}" version ${rulePack.version} exists. One that changed has a higher version, ${highest + 1} or more.`,
        },
      },
    ];
  });
}
