import {
  ballotOptions,
  type ElectionDefinition,
  type HandFigureChange,
  handCountChanges,
  type MinutesRecord,
  optionLabel,
} from '@bilik/election';
import type { Language } from '@bilik/words';
import { figure, namesOf, say, withoutFullStop } from './wording.ts';

/** One line a version: a correction leaves what it replaced in sight, the first figure above, with what it changed and why. */
export function handCountLines(
  language: Language,
  definition: ElectionDefinition,
  counts: MinutesRecord['handCounts'],
): string[] {
  const lines = counts.map((count, index) => {
    const names = namesOf(definition, count.countedBy).join('; ');
    const counted =
      count.slipBox === null
        ? say(language, 'minutes.handCount.closed', { names })
        : say(language, 'minutes.handCount', { inBox: figure(language, count.slipBox.inBox), names });
    const before = counts[index - 1];
    if (before === undefined) return counted;
    const sentences = [counted, changesSentence(language, definition, handCountChanges(before, count))];
    if (count.reason !== null) {
      sentences.push(say(language, 'minutes.handCount.reason', { reason: withoutFullStop(count.reason) }));
    }
    return sentences.join(' ');
  });
  if (lines.length < 2) return lines;
  return lines.map((count, index) =>
    say(language, index < lines.length - 1 ? 'minutes.handCount.replaced' : 'minutes.handCount.holds', {
      version: index + 1,
      count,
    }),
  );
}

function changesSentence(
  language: Language,
  definition: ElectionDefinition,
  changes: readonly HandFigureChange[],
): string {
  if (changes.length === 0) return say(language, 'minutes.handCount.unchanged');
  const counted = (count: number | null) =>
    count === null ? say(language, 'minutes.notCounted') : figure(language, count);
  const parts = changes.map((change) =>
    say(language, 'minutes.handCount.change', {
      figure: figureName(language, definition, change),
      before: counted(change.before),
      after: counted(change.after),
    }),
  );
  return say(language, 'minutes.handCount.changed', { changes: parts.join('; ') });
}

/** An option as its ballot has it, with its contest where there are several. */
function figureName(
  language: Language,
  { contests }: ElectionDefinition,
  { contest: contestId, figure: key }: HandFigureChange,
): string {
  if (key === 'cardsLeft' || key === 'cardsReturned' || key === 'inBox' || key === 'paperInBox') {
    return say(language, `minutes.handCount.${key}`);
  }
  const contest = contests.find(({ id }) => id === contestId);
  const option = contest === undefined ? undefined : ballotOptions(contest).find((one) => one.key === key);
  if (contest === undefined || option === undefined) throw new Error(`no option ${key} in ${contestId}`);
  const name = optionLabel(option)[language];
  return contests.length > 1 ? `${contest.title[language]}, ${name}` : name;
}
