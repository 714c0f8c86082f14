import { sheetRulesMarkdown, sheetTransitionsMarkdown } from '@bilik/tabulation';
import { PAPER_FACTS, PAPER_FIGURES, PAPER_FORM, valuesWith } from '@bilik/tabulation/fixtures';

export const USAGE = [
  'bilik sheet-rules [--states]',
  '  Aturan lembar TPS kertas dengan contoh, sebagai Markdown; --states: keadaan lembar.',
  '  / Rules of paper sheets with examples, as Markdown; --states: the states of a sheet.',
].join('\n');

/** `bilik sheet-rules`: the numbered rules, or the states, as the center decides by them; Markdown. @returns 0, or 2 for a wrong call */
export async function sheetRulesCommand(parameters: readonly string[]): Promise<number> {
  const [flag, ...rest] = parameters;
  if (rest.length > 0 || (flag !== undefined && flag !== '--states')) {
    console.error(USAGE);
    return 2;
  }
  process.stdout.write(
    flag === '--states'
      ? sheetTransitionsMarkdown()
      : sheetRulesMarkdown({
          form: PAPER_FORM,
          facts: PAPER_FACTS,
          valuesWith: (changes) => valuesWith(PAPER_FORM, PAPER_FIGURES, changes),
        }),
  );
  return 0;
}
