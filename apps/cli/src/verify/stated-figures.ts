import type { Election, VerificationReport } from '@bilik/ballot';
import { publishedDifferences, type SignedResult, sumsThatHold } from '@bilik/transfer';
import { formatNumber, type Language, phrase } from '@bilik/words';
import { countLines, hasPassed } from './describe.ts';

/** Whether a signed result may be shown: it is of this record, and nothing that can be known contradicts it. */
export function mayBeShown(report: VerificationReport): boolean {
  return hasPassed(report, 'origin.result') && hasPassed(report, 'origin.figures');
}

/**
 * What a signed result says beyond the record: people, cards, a hand count of slips and paper, and loudly every sum that does not hold. Its votes
 * stand beside the record's own questions and answers, never beside names that the result carries.
 */
export function describeStated(
  { figures, held }: SignedResult,
  election: Election,
  language: Language,
): string {
  const number = (value: number) => formatNumber(language, value);
  const { registered, users, casts, abandoned, tokens, contests, resultSource, mobileGroup } = figures;
  const lines = [
    phrase(language, 'verify.stated'),
    `  ${phrase(language, 'verify.stated.people', {
      registered: number(registered.L + registered.P),
      users: number(users),
      casts: number(casts),
      abandoned: number(abandoned),
    })}`,
    `  ${phrase(language, 'verify.stated.cards', {
      pool: number(tokens.pool),
      used: number(tokens.used),
      voided: number(tokens.voided),
    })}`,
  ];
  if (resultSource === 'slip-count') {
    const votes = contests.map(({ options }) => options.map((option) => option.votes));
    lines.push(phrase(language, 'verify.stated.slipCount'), ...countLines(election, votes, language));
  }
  if (mobileGroup !== undefined) {
    const { checkIns, taken, used, unused, spoiled, counted } = mobileGroup;
    lines.push(
      phrase(language, 'verify.stated.mobile', {
        checkIns: number(checkIns),
        taken: number(taken),
        used: number(used),
        unused: number(unused),
        spoiled: number(spoiled),
      }),
      ...(counted === null
        ? []
        : [
            ...countLines(
              election,
              counted.contests.map(({ options }) => options.map((option) => option.votes)),
              language,
            ),
            phrase(language, 'verify.stated.mobile.inBox', { inBox: counted.inBox }),
          ]),
    );
  }
  const failing = { heldSum: sumsThatHold(figures), difference: publishedDifferences(figures) };
  for (const kind of ['heldSum', 'difference'] as const) {
    for (const { sentence, left, right, contest } of failing[kind]) {
      lines.push(
        phrase(language, `verify.stated.${kind}`, {
          sum: sentence[language],
          left: number(left),
          right: number(right),
          where: contest === null ? '' : ` (${contest})`,
        }),
      );
    }
  }
  if (held.length > 0) lines.push(phrase(language, 'verify.stated.held', { reasons: held.join(', ') }));
  return lines.join('\n');
}
