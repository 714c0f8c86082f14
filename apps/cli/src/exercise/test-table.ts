import { ballotOptions, type ElectionDefinition, logicTestScript, optionLabel } from '@bilik/election';
import type { TestCards } from '@bilik/transfer/issue';
import type { TestSlipCount } from './paper-tray.ts';

/** A test card as it lies on the table of a booth, with what is to be touched with it; no choices: a spare one. */
export interface TestCardOnTable {
  readonly code: string;
  readonly choices: readonly string[];
}

/** What the exercise has of the logic and accuracy test: the cards of each booth, and its slips as hands count them. */
export interface TestTable {
  readonly booth: number;
  readonly cards: readonly TestCardOnTable[];
  readonly slips: readonly { readonly option: string; readonly votes: number }[];
}

export function layTestTable(
  definition: ElectionDefinition,
  cards: readonly TestCards[],
  slips: readonly TestSlipCount[],
): readonly TestTable[] {
  const options = definition.contests.flatMap((contest) =>
    ballotOptions(contest).map((option) => ({
      contest: contest.id,
      key: option.key,
      label: optionLabel(option).id,
    })),
  );
  const labels = definition.contests.map(({ id }) => options.filter(({ contest }) => contest === id));
  return logicTestScript(definition).booths.map(({ booth, ballots }) => ({
    booth,
    cards: (cards.find((own) => own.booth === booth)?.codes ?? []).map((code, index) => ({
      code,
      choices: (ballots[index] ?? []).map((choice, contest) => labels[contest]?.[choice]?.label ?? ''),
    })),
    slips: options.map(({ contest, key, label }) => ({
      option: label,
      votes: slips.filter((slip) => slip.booth === booth && slip.contest === contest && slip.key === key)
        .length,
    })),
  }));
}
