import type { BoardAnswer, ContestOptions } from '../board-answers.ts';
import type { BoardSay } from '../board-words.ts';
import { readCount } from '../closing/count-text.ts';

/** Slips of one option at one booth. */
export interface TestSlipsEntry {
  readonly booth: number;
  readonly contest: string;
  readonly option: string;
  readonly votes: number;
}

/** One entry of the form. */
export interface SlipField {
  readonly name: string;
  readonly booth: number;
  readonly contest: string;
  readonly option: ContestOptions['options'][number];
}

const MOST_SLIPS = 6_000;

/** Each option of each contest at each booth, in the order of ballots. */
export function slipFields({
  booths,
  contests,
}: Pick<BoardAnswer, 'booths' | 'contests'>): readonly SlipField[] {
  return Array.from({ length: booths }, (_, index) => index + 1).flatMap((booth) =>
    contests.flatMap(({ id, options }) =>
      options.map((option) => ({ name: `${booth}/${id}/${option.key}`, booth, contest: id, option })),
    ),
  );
}

/** What was typed as figures, or what is wrong with it, by entry. */
export function readTestSlips(
  fields: readonly SlipField[],
  typed: Readonly<Record<string, string>>,
  say: BoardSay,
): { readonly slips: readonly TestSlipsEntry[] | null; readonly errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {};
  const slips = fields.map(({ name, booth, contest, option }) => {
    const text = typed[name] ?? '';
    const votes = readCount(text);
    if (votes === null) errors[name] = say(text.trim() === '' ? 'form.required' : 'form.notANumber');
    else if (votes > MOST_SLIPS) errors[name] = say('form.outOfRange', { least: 0, most: MOST_SLIPS });
    return { booth, contest, option: option.key, votes: votes ?? 0 };
  });
  return { slips: Object.keys(errors).length === 0 ? slips : null, errors };
}
