import { board as boardWords, desk as deskWords, phrase } from '@bilik/words';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BoardAndDesk, openBoardAndDesk } from './support/board-and-desk.ts';
import { lookAt } from './support/chromium.ts';
import { MORNING_MS, openPolls } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan, type StationOnLan } from './support/station-http.ts';

// The queue at the closing hour, as the board and a desk see it.

const say = (key: keyof typeof boardWords.id): string => boardWords.id[key];
const sayAtDesk = (key: keyof typeof deskWords.id): string => deskWords.id[key];

const CHAIR = 'Rahmat Hidayat';
/** The announced end is 13:00; the morning is 09:40. */
const FIVE_PAST_ONE_MS = MORNING_MS + 205 * 60_000;

let prepared: PreparedHome;
let lan: StationOnLan;
let board: Page;
let desk: Page;
let pages: BoardAndDesk;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 4 });
  lan = await openOnLan(prepared);
  openPolls(lan.station.pollingPlace);
  lan.setClock(FIVE_PAST_ONE_MS);
  pages = await openBoardAndDesk(lan);
  ({ board, desk } = pages);
});
afterAll(async () => {
  await pages.browser.close();
  await lan.station.stop();
  removeFolders();
});

/** Finds somebody by list number and says that they are present. */
async function present(voter: number): Promise<void> {
  await desk.getByRole('combobox').fill(String(voter));
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: sayAtDesk('desk.present'), exact: true }).click();
}

test('after the hour nobody is checked in until the chair has counted the queue; then as many as were counted', async () => {
  await present(1);
  await desk.getByRole('heading', { name: sayAtDesk('desk.refused.late.title') }).waitFor();
  await lookAt(desk, 'desk-after-the-hour');
  await desk.keyboard.press('Enter');

  await board.getByLabel(say('board.closingQueue.howMany')).fill('1');
  const form = board.getByRole('heading', { name: say('board.closingQueue'), exact: true });
  await lookAt(board, 'board-closing-queue', form);
  await board.getByRole('button', { name: say('board.closingQueue.admit'), exact: true }).click();
  const dialog = board.getByRole('dialog').filter({ visible: true });
  await dialog.getByText(say('board.closingQueue.ask.means')).waitFor();
  await lookAt(board, 'board-closing-queue-ask');
  await dialog.getByRole('button', { name: say('board.closingQueue.yes'), exact: true }).click();
  await board.getByLabel(phrase('id', 'parts.pin.of', { name: CHAIR }), { exact: true }).waitFor();
  await board.keyboard.type(prepared.confirmed(['ketua'])[0]?.pin ?? '');
  const counted = (served: number): string =>
    phrase('id', 'board.closingQueue.now', { closes: '13.00', admitted: 1, served });
  await board.getByText(counted(0)).waitFor();

  await present(1);
  await desk.locator('.released').waitFor();
  await board.getByText(counted(1)).waitFor();
  await present(2);
  await desk.getByText(phrase('id', 'desk.refused.late.admitted', { count: 1 })).waitFor();
  await lookAt(desk, 'desk-queue-served');
  expect([...pages.errors, ...lan.broken]).toEqual([]);
});
