import type { Language } from '@bilik/words';
import { clockTime } from '../../common/clock-time.ts';
import type { BoardAnswer } from '../board-answers.ts';
import type { BoardSay } from '../board-words.ts';

/** What the machine itself noted of the day, in the order of the hours: each stands in the minutes without anybody's writing. */
export function notesOfMachine(
  { restarts, epochs }: Pick<BoardAnswer, 'restarts' | 'epochs'>,
  say: BoardSay,
  language: Language,
): readonly string[] {
  const starts = restarts.map(({ at, cause }) => ({
    at,
    what: `${say('board.minutes.machineNoted.restart')}: ${say(`board.restarts.cause.${cause ?? 'unknown'}`)}`,
  }));
  const media = epochs.flatMap(({ at, cause }, index) =>
    at === null
      ? []
      : [
          {
            at,
            what: say('board.minutes.machineNoted.media', {
              what: say(`board.media.cause.${cause}`),
              epoch: index + 1,
            }),
          },
        ],
  );
  return [...starts, ...media]
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ at, what }) => `${clockTime(language, at)} · ${what}`);
}
