import { mkdirSync, renameSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { CHAIR, MEMBER, press } from './board.ts';
import { byTouch, stepStands, voteUntilSlip } from './booths.ts';
import type { HallDay } from './hall-day.ts';
import { screenOf } from './morning.ts';
import { say } from './words.ts';

/** A slip hangs behind the glass when the stick is pulled: everything waits, two people put in another, and the vote goes on. */
export async function pullTheStick(day: HallDay): Promise<void> {
  const { hall, screens, look } = day;
  const { board } = screens;
  const page = screenOf(screens.booths, 2);
  const hands = byTouch(page);
  await day.desks.checkIn(1, 10);
  await voteUntilSlip({ page, hands, card: day.takeCard(), option: 1 });
  await board.go('media');
  await look.at(board.page, 'board-media');
  renameSync(hall.home.stationSecond, `${hall.home.stationSecond}-pulled`);
  await hands.press('booth.slip.yes');
  await board.page.getByText(say('board.media.second.pulled'), { exact: false }).first().waitFor();
  await look.at(board.page, 'board-stick-pulled');
  await stepStands(page, 'waits');
  await look.at(page, 'booth-stick-pulled');
  await look.at(screenOf(screens.desks, 1), 'desk-while-paused');
  mkdirSync(hall.home.stationSecond, { mode: 0o700 });
  await press(board.page, 'board.media.putIn');
  const dialog = await board.tick([CHAIR, MEMBER]);
  await look.at(board.page, 'board-new-stick');
  await dialog.getByRole('button', { name: say('board.media.putIn.yes') }).click();
  await board.typePins(board.page, [CHAIR, MEMBER]);
  await board.page.getByText(say('board.media.two')).waitFor();
  await look.at(board.page, 'board-stick-refilled');
  await stepStands(page, 'cast');
  day.count(1);
  await hands.press('common.finish');
  await page.locator('.keypad').waitFor();
}

/** The power goes while a voter confirms: the booth waits, the station starts again and says on paper what it counted before and after. */
export async function cutThePower(day: HallDay): Promise<void> {
  const { screens, look } = day;
  const { board } = screens;
  const page = screenOf(screens.booths, 2);
  const hands = byTouch(page);
  await board.go('hari-ini');
  await day.desks.checkIn(3, 11);
  await voteUntilSlip({ page, hands, card: day.takeCard(), option: 0 });
  await screens.restartStation(async () => {
    await hands.press('booth.slip.yes');
    await stepStands(page, 'waits');
    await look.at(page, 'booth-waits-for-station');
    await look.at(screenOf(screens.desks, 1), 'desk-without-station');
  });
  await stepStands(page, 'cast');
  day.count(0);
  await hands.press('common.finish');
  await board.page.getByText(say('board.restarts')).first().waitFor();
  await look.at(board.page, 'board-restarted');
}

/** The board notes what the minutes must remember, while it is fresh. */
export async function noteTheIncident(day: HallDay): Promise<void> {
  const { board } = day.screens;
  const { page } = board;
  await board.go('hari-ini');
  await page.getByText(say('board.incident'), { exact: true }).click();
  await page.getByLabel(say('board.incident.what')).fill('Listrik padam; mesin TPS menyala ulang');
  await page
    .getByLabel(say('board.incident.action'))
    .fill('Genset dinyalakan, laporan mulai ulang dibacakan');
  await look(day, 'board-incident', page.getByText(say('board.incident'), { exact: true }));
  await press(page, 'board.incident.do');
  const dialog = await board.tick([CHAIR]);
  await dialog.getByRole('button', { name: say('board.incident.yes') }).click();
  await board.typePins(page, [CHAIR]);
  await page.getByRole('link', { name: say('board.incident.copy', { copy: 1 }) }).waitFor();
  await look(day, 'board-incident-noted');
}

/** Two people close later than announced, within the rule. */
export async function extendTheHours(day: HallDay): Promise<void> {
  const { board } = day.screens;
  const { page } = board;
  await board.go('kehadiran');
  await page.getByText(say('board.extend'), { exact: true }).click();
  await page.getByLabel(say('board.extend.until'), { exact: true }).fill('13.30');
  await page.getByLabel(say('board.extend.reason'), { exact: true }).fill('Hujan lebat pada pagi hari');
  await look(day, 'board-extend', page.getByText(say('board.extend'), { exact: true }));
  await press(page, 'board.extend.do');
  const dialog = await board.tick([CHAIR, MEMBER]);
  await look(day, 'board-extend-ask');
  await dialog.getByRole('button', { name: say('board.extend.yes') }).click();
  await board.typePins(page, [CHAIR, MEMBER]);
  await page.getByText('13.30', { exact: false }).first().waitFor();
  await look(day, 'board-attendance');
}

/** Somebody is checked in and goes home: the chair closes that release before the polls are closed. */
export async function oneGoesHome(day: HallDay, voter: number): Promise<void> {
  const { board } = day.screens;
  const { page } = board;
  await day.desks.checkIn(5, voter);
  day.takeCard();
  await board.go('penutupan');
  await look(day, 'board-closing-one-left');
  await page.getByLabel(say('board.abandon.howMany')).fill('1');
  await press(page, 'board.abandon.close');
  const dialog = page.getByRole('dialog').filter({ visible: true });
  await look(day, 'board-abandon');
  await dialog.getByRole('button', { name: say('board.abandon.yes') }).click();
  await board.typePins(page, [CHAIR]);
  await page.getByText(say('board.abandon.none')).waitFor({ state: 'attached' });
}

const look = ({ look: eyes, screens }: HallDay, name: string, from?: Locator): Promise<void> =>
  eyes.at(screens.board.page, name, from);
