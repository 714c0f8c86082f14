import { ballotOptions, logicTestScript } from '@bilik/election';
import { readTestCards } from '../../apps/cli/src/exercise/prepare.ts';
import { CHAIR, MEMBER, press } from './board.ts';
import { byTouch, voteWhole } from './booths.ts';
import type { Look } from './look.ts';
import { type Screens, screenOf } from './morning.ts';
import type { Hall } from './open-hall.ts';
import { say } from './words.ts';

/** Known votes through every booth, by touch; slips counted by hand; the sum must be the script's, and all is erased. */
export async function testTheCount(hall: Hall, screens: Screens, look: Look): Promise<void> {
  const { board, booths } = screens;
  const { page } = board;
  const act = async (name: 'begin' | 'end'): Promise<void> => {
    await press(page, `logicTest.${name}`);
    const dialog = await board.tick([CHAIR, MEMBER]);
    await look.at(page, `board-count-test-${name}`);
    await dialog.getByRole('button', { name: say(`logicTest.${name}.yes`), exact: true }).click();
    await board.typePins(page, [CHAIR, MEMBER]);
  };
  const definition = hall.definition();
  const script = logicTestScript(definition);
  const cards = readTestCards(hall.home);
  await board.go('hari-ini');
  await act('begin');
  await Promise.all(
    script.booths.map(async ({ booth, ballots }) => {
      const screen = screenOf(booths, booth);
      await screen.getByText(say('common.test.explained')).first().waitFor();
      if (booth === 1) await look.at(screen, 'booth-count-test');
      const codes = cards.find((one) => one.booth === booth)?.codes ?? [];
      for (const [index, [option = 0]] of ballots.entries())
        await voteWhole({
          page: screen,
          hands: byTouch(screen),
          card: codes[index] ?? '',
          option,
          isTest: true,
        });
    }),
  );
  await look.at(page, 'board-count-test');
  const [contest] = definition.contests;
  if (contest === undefined) throw new Error('an election without a contest');
  for (const { booth, ballots } of script.booths) {
    const group = page.getByRole('group', { name: say('logicTest.slips', { booth }), exact: true });
    for (const index of ballotOptions(contest).keys()) {
      const slips = ballots.filter(([option]) => option === index).length;
      await group.getByRole('textbox').nth(index).fill(String(slips));
    }
  }
  await act('end');
  const folded = page.locator('.day-step').filter({ hasText: say('logicTest.heading') });
  await folded.locator('.day-step__note').getByText(say('logicTest.matched'), { exact: true }).waitFor();
  // what is done folds to one line, and the page stands at what is due
  await page.getByRole('button', { name: say('board.zero.prepare') }).waitFor();
  await look.at(page, 'board-count-test-matched');
}
