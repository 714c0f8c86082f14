import assert from 'node:assert/strict';
import { join } from 'node:path';
import { bitmapToPng } from '@bilik/papers';
import type { Page } from 'playwright-core';
import { listenToClips } from '../../apps/booth/test/heard-clips.ts';
import { readCodes } from '../../packages/papers/test/read-code.ts';
import { writeCameraPicture } from '../support/camera-picture.ts';
import { type BoardHands, CHAIR, MEMBER, openBoardHands, openStep, press, WITNESSES } from './board.ts';
import { type Kiosks, kioskAddress, openKiosks } from './kiosks.ts';
import type { Look } from './look.ts';
import { BOOTHS, DESKS, type Hall, READER_DESK } from './open-hall.ts';
import { say } from './words.ts';

/** All screens of the hall, each let in by a code from the board. */
export interface Screens {
  readonly kiosks: Kiosks;
  readonly board: BoardHands;
  readonly desks: readonly Page[];
  readonly booths: readonly Page[];
  /** Kills the station and starts it again, as a power cut does. */
  readonly restartStation: (whileDown: () => Promise<void>) => Promise<void>;
}

/** What each booth has for eyes, ears and hands; the third is operated by two buttons, the fourth speaks. */
export const BUTTONS_BOOTH = 3;
export const SPEAKING_BOOTH = 4;
export const BUTTONS = { next: 'F7', previous: 'F9', select: 'F8' };

function settingsOf(booth: number): object {
  if (booth === BUTTONS_BOOTH)
    return {
      access: { keys: { next: [BUTTONS.next], previous: [BUTTONS.previous], select: [BUTTONS.select] } },
    };
  if (booth === SPEAKING_BOOTH) return { access: { headphones: true, speaker: 'general' } };
  return {};
}

/** One of several screens. @param number from 1 */
export function screenOf(pages: readonly Page[], number: number): Page {
  const page = pages[number - 1];
  if (page === undefined) throw new Error(`There is no screen ${number}`);
  return page;
}

/** The day before: the package is loaded on the station's own screen. */
async function loadPackage(kiosks: Kiosks, hall: Hall, setupUrl: string, look: Look): Promise<void> {
  const page = await kiosks.open(setupUrl);
  await page.getByText('TPS 01, Merah Mata').waitFor();
  await look.at(page, 'setup-choose');
  await press(page, 'setup.choose.use');
  await page.getByLabel(say('setup.passphrase.label')).fill(hall.stick.passphrase);
  await look.at(page, 'setup-passphrase');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Apakah delapan kata itu sama' }).waitFor();
  await look.at(page, 'setup-compare');
  await press(page, 'setup.compare.same');
  await page.getByText(say('setup.done.happened')).waitFor();
  await look.at(page, 'setup-done');
  await page.close();
}

/** Loads the package, opens the board with the start code, and lets every device in by a code that somebody types. */
export async function openScreens(hall: Hall, look: Look): Promise<Screens> {
  const boardHome = await hall.prepare('board-1');
  const kiosks = await openKiosks(boardHome);
  const first = hall.startStation();
  await loadPackage(kiosks, hall, await first.setupUrl, look);
  let station = await first.ready;
  const page = await kiosks.open(kioskAddress(boardHome, join(hall.home.station, 'start-code')));
  await page.waitForURL('**/papan/?device=board-1');
  await page.locator('.tabs__tab').first().waitFor();
  await look.at(page, 'board-configured');
  const board = openBoardHands(page, hall);
  await board.go('perangkat');
  await page.getByRole('table').waitFor();
  await look.at(page, 'board-devices-begin');

  const opened = { hall, kiosks, board, look };
  const booths = await openBooths(opened);
  const desks = await openDesks(opened);
  await hall.startReader(await board.giveCode());
  await press(page, 'pairing.given.close');
  await look.at(page, 'board-devices');
  return {
    kiosks,
    board,
    desks,
    booths,
    async restartStation(whileDown) {
      station.process.kill('SIGKILL');
      await station.ended;
      await whileDown();
      station = await hall.startStation().ready;
    },
  };
}

interface Opened {
  readonly hall: Hall;
  readonly kiosks: Kiosks;
  readonly board: BoardHands;
  readonly look: Look;
}

async function openBooths({ hall, kiosks, board, look }: Opened): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (let booth = 1; booth <= BOOTHS; booth += 1) {
    await hall.prepare(`booth-${booth}`);
    const { url } = await hall.startBooth(booth, settingsOf(booth), booth === SPEAKING_BOOTH);
    const page = await kiosks.open(new URL('/bilik/', url).href, {
      isTouched: true,
      ...(booth === SPEAKING_BOOTH ? { before: listen } : {}),
    });
    await page.getByRole('heading', { name: say('pairing.heading') }).waitFor();
    await look.at(page, 'booth-pair');
    const code = await board.giveCode();
    await look.at(board.page, 'board-given-code');
    await page.keyboard.type(code);
    await page.getByText(`· ${say('booth.name', { number: booth })}`).waitFor();
    pages.push(page);
  }
  await look.at(screenOf(pages, 1), 'booth-not-open');
  return pages;
}

const listen = async (page: Page): Promise<void> => {
  await listenToClips(page);
};

async function openDesks({ hall, kiosks, board, look }: Opened): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (let desk = 1; desk <= DESKS; desk += 1) {
    const home = await hall.prepare(`desk-${desk}`);
    const code = await board.giveCode();
    // the first shows the board's square to its camera, the others' officers type
    const picture = join(home, 'camera.y4m');
    if (desk === 1) writeCameraPicture(picture, `BILIK-PERANGKAT.1.${code}`);
    const page = await kiosks.open(kioskAddress(home), {
      ...(desk === 1 ? { cameraPicture: picture } : {}),
    });
    await page.getByRole('heading', { name: say('pairing.heading') }).waitFor();
    if (desk === 1) await press(page, 'pairing.camera');
    else await page.keyboard.type(code);
    await page.waitForURL(`**/meja/?device=desk-${desk}`);
    await page
      .getByText(say('desk.titleNumbered', { number: desk }))
      .first()
      .waitFor();
    pages.push(page);
  }
  await look.at(screenOf(pages, 2), 'desk-not-open');
  return pages;
}

/** Before opening: every booth prints a test slip whose digits are typed by touch, every desk reads a code, and the board says go. */
export async function testItself(hall: Hall, screens: Screens, look: Look): Promise<void> {
  const { board, desks, booths } = screens;
  await board.go('hari-ini');
  await press(board.page, 'selfTest.run');
  await board.page.getByText(say('selfTest.heading')).first().waitFor();
  await board.page.locator('.self-test').waitFor();
  await look.at(board.page, 'board-self-test-untried');
  for (const [index, page] of booths.entries()) {
    await page.getByRole('button', { name: say('selfTest.booth.start'), exact: true }).tap();
    await look.at(page, 'booth-self-test-begin');
    await page.getByRole('button', { name: say('selfTest.booth.print'), exact: true }).tap();
    await page.getByText(say('selfTest.booth.digits.heading')).waitFor();
    await look.at(page, 'booth-self-test-digits');
    const slip = hall.papers(index + 1).at(-1);
    if (slip === undefined) throw new Error(`booth ${index + 1} printed nothing`);
    const [code = ''] = await readCodes(bitmapToPng(slip));
    const digits = /^BILIK-UJI-([0-9]{4})$/.exec(code)?.[1] ?? '';
    assert.equal(digits.length, 4);
    for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).tap();
    await page.getByText(say('selfTest.booth.camera.heading')).waitFor();
    await look.at(page, 'booth-self-test-camera');
    await page.getByRole('button', { name: say('selfTest.booth.camera.skip'), exact: true }).tap();
    await page.getByText(say('selfTest.booth.done')).waitFor();
    await look.at(page, 'booth-self-test-done');
    await page.getByRole('button', { name: say('selfTest.booth.end'), exact: true }).tap();
  }
  for (const [index, page] of desks.entries()) {
    await press(page, 'selfTest.desk.start');
    const shown = page.getByRole('img', { name: say('selfTest.desk.scan.picture') });
    const [code = ''] = await readCodes(await shown.screenshot());
    await page.getByLabel(say('selfTest.desk.scan'), { exact: true }).fill(code);
    await page.keyboard.press('Enter');
    await page.getByText(say('selfTest.desk.scan.read')).waitFor();
    if (index + 1 === READER_DESK) {
      await hall.reader.present({
        nik: '1607014107700001',
        name: 'KARTU UJI',
        birthDate: '1970-07-01',
        finger: 'matched',
      });
      await page.getByText(say('selfTest.desk.card.read')).waitFor();
    }
    await look.at(page, index + 1 === READER_DESK ? 'desk-self-test-reader' : 'desk-self-test');
    await press(page, 'selfTest.desk.send');
    await page.getByText(say('selfTest.desk.sent')).waitFor();
  }
  await board.page.getByText(say('selfTest.news')).waitFor();
  await press(board.page, 'selfTest.runAgain');
  await board.page.getByText(say('selfTest.news')).waitFor({ state: 'detached' });
  // nothing is no go: the step folds itself
  await board.unfold('selfTest.heading');
  await look.at(board.page, 'board-self-test');
  await board.unfold('selfTest.heading', 'folded');
  assert.equal(
    await board.page
      .locator('.self-test__check')
      .filter({ hasText: say('selfTest.verdict.no-go') })
      .count(),
    0,
  );
}

/** What the board saw of each witness's letter: one brought it, the others sit here without. */
async function noteLetters({ page, unfold }: BoardHands, look: Look): Promise<void> {
  const [first, ...others] = WITNESSES;
  await unfold('board.mandates.heading');
  await page.getByLabel(say('board.mandates.letter', { name: first })).fill('017/SM/2026');
  await look.at(page, 'board-mandates');
  await press(page, 'board.mandates.save', { name: first });
  for (const name of others) await press(page, 'board.mandates.none', { name });
  const all = WITNESSES.length;
  await page.getByText(say('board.mandates.noted', { noted: all, all })).waitFor();
  await unfold('board.mandates.heading', 'folded');
}

/** Witnesses' letters, zero report, empty box, opening by two. */
export async function openThePolls(screens: Screens, look: Look): Promise<void> {
  const { board, desks, booths } = screens;
  const { page } = board;
  await board.go('hari-ini');
  await noteLetters(board, look);
  await look.at(page, 'board-before-zero');
  await press(page, 'board.zero.prepare');
  await page.getByText(say('board.zero.openFirst')).waitFor();
  await board.openPaper('board.zero.openPaper');
  await page.getByText(say('board.zero.openFirst')).waitFor({ state: 'detached' });
  const signers = page.getByRole('group', { name: say('board.zero.signedBy') });
  for (const person of [CHAIR, MEMBER]) await signers.getByText(person, { exact: true }).click();
  await look.at(page, 'board-zero-report', openStep(page, 'board.zero.heading'));
  await press(page, 'board.zero.signed');
  await look.at(page, 'board-pin');
  await board.typePins(page, [CHAIR, MEMBER]);
  await board.command('prove_zero', [CHAIR], { onAsk: () => look.at(page, 'board-prove-zero') });
  await board.command('open', [CHAIR, MEMBER], { onAsk: () => look.at(page, 'board-open') });
  await page.getByText(say('phase.open.explained')).waitFor();
  await look.at(page, 'board-opened');
  await look.at(screenOf(booths, 1), 'booth-card');
  await look.at(screenOf(desks, 1), 'desk-ready');
}
