import { canonicalText, fingerprintText } from './canonical.ts';
import type { Problem } from './problem.ts';
import { fail, type Result, succeed } from './result.ts';
import { type RulePack, rulePackSchema } from './rule-pack.ts';
import { problemsOf } from './schema-problem.ts';

/**
 * Checks a rule pack from outside.
 * @errors every problem with its path: shape and limits first; in a sound shape validity dates, hours, bounds in the wrong
 * order, a citation that is not listed, a rule said to be in a source without naming one, a step after a second round
 */
export function parseRulePack(input: unknown): Result<RulePack, readonly Problem[]> {
  const parsed = rulePackSchema.safeParse(input);
  if (!parsed.success) return fail(problemsOf(parsed.error.issues));
  const problems = [...citationProblems(parsed.data), ...orderProblems(parsed.data)];
  return problems.length > 0 ? fail(problems) : succeed(parsed.data);
}

/** The one text of a rule pack: what is stored and sent. */
export function rulePackText(rulePack: RulePack): string {
  return canonicalText(rulePack);
}

/** The text whose SHA-256 is the fingerprint of a rule pack. */
export function rulePackFingerprintText(rulePack: RulePack): string {
  return fingerprintText('rule-pack', rulePackText(rulePack));
}

function problem(path: string, code: string, id: string, en: string): Problem {
  return { path, code, sentence: { id, en } };
}

function citationProblems({ citations, settings }: RulePack): readonly Problem[] {
  const ids = citations.map(({ id }) => id);
  const repeated = ids.flatMap((id, position) =>
    ids.indexOf(id) < position
      ? [
          problem(
            `citations[${position}].id`,
            'citation-repeated',
            'Tanda rujukan ini sudah ada.',
            'This citation id is already there.',
          ),
        ]
      : [],
  );
  const places = [
    ...Object.entries(settings).map(([name, basis]) => ({ path: `settings.${name}`, basis })),
    ...settings.ties.value.map((basis, position) => ({ path: `settings.ties.value[${position}]`, basis })),
  ];
  return [
    ...repeated,
    ...places.flatMap(({ path, basis }) => [
      ...basis.cites.flatMap((cited, position) =>
        ids.includes(cited)
          ? []
          : [
              problem(
                `${path}.cites[${position}]`,
                'citation-unknown',
                'Rujukan ini tidak ada dalam daftar rujukan.',
                'This citation is not in the list of citations.',
              ),
            ],
      ),
      ...((basis.certainty === 'S' || basis.certainty === '2') && basis.cites.length === 0
        ? [
            problem(
              `${path}.cites`,
              'citation-missing',
              'Aturan yang dikatakan ada sumbernya harus menyebut sumbernya.',
              'A rule said to be in a source must name the source.',
            ),
          ]
        : []),
    ]),
  ];
}

function orderProblems({ validFrom, validUntil, settings }: RulePack): readonly Problem[] {
  const problems: Problem[] = [];
  const mustBe = (right: boolean, path: string, code: string, id: string, en: string) => {
    if (!right) problems.push(problem(path, code, id, en));
  };
  mustBe(
    validUntil === null || validFrom <= validUntil,
    'validUntil',
    'ends-before-start',
    'Masa berlaku berakhir sebelum dimulai.',
    'Validity ends before it begins.',
  );
  mustBe(
    settings.hours.value.opens < settings.hours.value.closes,
    'settings.hours.value.closes',
    'closes-before-opening',
    'Jam tutup harus sesudah jam buka.',
    'Closing time must be after opening time.',
  );
  mustBe(
    settings.candidates.value.fewest <= settings.candidates.value.most,
    'settings.candidates.value.most',
    'bounds-reversed',
    'Jumlah calon terbanyak kurang dari yang tersedikit.',
    'The most candidates are fewer than the fewest.',
  );
  mustBe(
    settings.smallPollingPlace.value.refuseBelow <= settings.smallPollingPlace.value.warnBelow,
    'settings.smallPollingPlace.value.warnBelow',
    'bounds-reversed',
    'Batas peringatan harus paling sedikit sebesar batas penolakan.',
    'The limit of the warning must be at least that of the refusal.',
  );
  const mobileGroup = settings.mobileGroup.value;
  mustBe(
    mobileGroup === null || mobileGroup.fewestBallots <= mobileGroup.ownLineFrom,
    'settings.mobileGroup.value.ownLineFrom',
    'bounds-reversed',
    'Batas baris tersendiri harus paling sedikit sebesar jumlah surat suara tersedikit.',
    'The limit of an own line must be at least the fewest ballots.',
  );
  const quorum = settings.quorum.value;
  mustBe(
    quorum === null || quorum.numerator <= quorum.denominator,
    'settings.quorum.value.numerator',
    'bounds-reversed',
    'Kuorum tidak boleh lebih dari seluruh pemilih.',
    'A quorum cannot be more than all voters.',
  );
  const secondRound = settings.ties.value.findIndex(({ step }) => step === 'second-round');
  mustBe(
    secondRound === -1 || secondRound === settings.ties.value.length - 1,
    `settings.ties.value[${secondRound + 1}]`,
    'step-after-second-round',
    'Sesudah putaran kedua tidak ada langkah lagi.',
    'There is no step after a second round.',
  );
  return problems;
}
