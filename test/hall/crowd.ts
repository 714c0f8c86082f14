import { byTouch, voteWhole } from './booths.ts';
import { type HallDay, OPTIONS } from './hall-day.ts';
import { screenOf } from './morning.ts';
import { BOOTHS, DESKS } from './open-hall.ts';

/** How the crowd got through, in seconds. */
export interface CrowdTimes {
  readonly checkIn: readonly number[];
  readonly vote: readonly number[];
}

const seconds = (since: number): number => (performance.now() - since) / 1000;

/** Many voters at all desks and booths at once; whoever has a card goes to the next free booth. */
export async function serveCrowd(day: HallDay, voters: readonly number[]): Promise<CrowdTimes> {
  const times = { checkIn: [] as number[], vote: [] as number[] };
  const waiting = [...voters];
  const withCards: number[] = [];
  let stillComing = voters.length;
  let wake: (() => void)[] = [];
  const ring = (): void => {
    for (const one of wake.splice(0)) one();
  };
  const desk = async (number: number): Promise<void> => {
    for (let voter = waiting.shift(); voter !== undefined; voter = waiting.shift()) {
      const since = performance.now();
      await day.desks.checkIn(number, voter);
      times.checkIn.push(seconds(since));
      withCards.push(voter);
      stillComing -= 1;
      ring();
    }
  };
  const booth = async (number: number): Promise<void> => {
    const page = screenOf(day.screens.booths, number);
    while (stillComing > 0 || withCards.length > 0) {
      const voter = withCards.shift();
      if (voter === undefined) {
        await new Promise<void>((resolve) => {
          wake = [...wake, resolve];
        });
        continue;
      }
      const option = voter % OPTIONS;
      const since = performance.now();
      await voteWhole({ page, hands: byTouch(page), card: day.takeCard(), option });
      times.vote.push(seconds(since));
      day.count(option);
      ring();
    }
  };
  const each = (count: number, act: (number: number) => Promise<void>) =>
    Array.from({ length: count }, (_, index) => act(index + 1));
  await Promise.all([...each(DESKS, desk), ...each(BOOTHS, booth)]);
  return times;
}
