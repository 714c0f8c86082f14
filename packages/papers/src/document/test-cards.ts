import { ballotOptions, type ElectionDefinition, logicTestScript, optionLabel } from '@bilik/election';
import { inGroups, isCivilDate, phrasesOf } from '@bilik/words';
import { qrSvg } from '../qr-code.ts';
import { compile } from './compile.ts';
import { logicTestPhrases } from './logic-test-phrases.ts';
import { documentWords } from './phrases.ts';
import { placeName } from './wording.ts';

/** Test cards of one booth: those of its script in its order, then spare ones. */
export interface BoothTestCards {
  readonly booth: number;
  /** 24 digits each. */
  readonly codes: readonly string[];
}

const say = phrasesOf(documentWords, logicTestPhrases);
const CODE = /^[0-9]{24}$/;

/**
 * Cards of the logic and accuracy test, PDF/A-2b: on each the choice that is to be touched with it. They lie open: nothing on them is secret
 * after the test, and no desk hands them out.
 * @throws RangeError for a code that is not 24 digits, and for fewer cards than a booth's script has ballots
 */
export function renderTestCards(
  definition: ElectionDefinition,
  cards: readonly BoothTestCards[],
): Uint8Array {
  const { voting, kind, contests } = definition;
  if (!isCivilDate(voting.date)) throw new RangeError(`"${voting.date}" is not a day that exists`);
  const { booths } = logicTestScript(definition);
  const choicesOf = (ballot: readonly number[] | undefined) =>
    contests.map((contest, position) => {
      const option = ballotOptions(contest)[ballot?.[position] ?? -1];
      const label = option === undefined ? say('id', 'testCards.spare') : optionLabel(option).id;
      return { contest: contest.title.id, choice: label };
    });
  return compile(
    'test-cards.typ',
    {
      heading: say('id', 'testCards.heading'),
      mark: kind === 'exercise' ? say('id', 'testCards.markExercise') : say('id', 'testCards.mark'),
      place: placeName('id', definition),
      instruction: say('id', 'testCards.instruction'),
      footer: say('id', 'testCards.footer'),
      booths: booths.map(({ booth, ballots }) => {
        const codes = cards.find((own) => own.booth === booth)?.codes ?? [];
        if (codes.length < ballots.length) throw new RangeError(`booth ${booth} has too few test cards`);
        if (!codes.every((code) => CODE.test(code))) throw new RangeError('a card code has 24 digits');
        return {
          title: say('id', 'testCards.booth', { booth }),
          cards: codes.map((code, index) => ({
            title:
              index < ballots.length
                ? say('id', 'testCards.ballot', { booth, number: index + 1 })
                : say('id', 'testCards.spareTitle', { booth }),
            qr: qrSvg(code),
            groups: inGroups(code, 4),
            choices: choicesOf(ballots[index]),
          })),
        };
      }),
    },
    Date.parse(`${voting.date}T00:00:00Z`) / 1000,
  );
}
