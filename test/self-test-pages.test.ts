import type { Bitmap, VirtualPrinter } from '@bilik/devices';
import { showsRows, startVirtualPrinter } from '@bilik/devices';
import { bitmapToPng, renderSahMark } from '@bilik/papers';
import {
  board as boardWords,
  booth as boothWords,
  common as commonWords,
  logicTest as logicTestWords,
  phrase,
  selfTest as selfTestWords,
} from '@bilik/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BoothServer, startBooth } from '../apps/booth/src/booth-server.ts';
import { exercisePorts } from '../apps/cli/src/exercise/exercise-home.ts';
import { freeFirstPort } from '../apps/cli/src/exercise/open-exercise.ts';
import { readTestCards, writeBoothConfigs } from '../apps/cli/src/exercise/prepare.ts';
import type { Station } from '../apps/station/src/station-server.ts';
import { readCodes } from '../packages/papers/test/read-code.ts';
import { must } from './support/answers.ts';
import { lookAt, openBrowser, watchErrors } from './support/chromium.ts';
import { pairDevices, type Session } from './support/paired-devices.ts';
import { letIn } from './support/paired-pages.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';
import { startTestStation } from './support/station-http.ts';

type Word = keyof typeof selfTestWords.id;
const say = (key: Word): string => selfTestWords.id[key];

let prepared: PreparedHome;
let station: Station;
let booth: BoothServer;
let printer: VirtualPrinter;
let browser: Browser;
let boardPage: Page;
let sessions: ReadonlyMap<string, Session> = new Map();
let boothPage: Page;
const pieces: Bitmap[] = [];
const broken: string[] = [];
const errors: string[] = [];
const onBroken = (error: Error, route: string) => broken.push(`${route}: ${error.message}`);

async function openPage(url: string, device?: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  watchErrors(page, errors);
  const session = sessions.get(device ?? '');
  if (session !== undefined) await letIn(context, station, session);
  await page.goto(url);
  return page;
}

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 4, booths: 1 });
  const ports = exercisePorts(await freeFirstPort());
  writeBoothConfigs(prepared.home, ports, 1);
  printer = await startVirtualPrinter({ port: ports.printer(1), onPaper: (piece) => pieces.push(piece) });
  station = await startTestStation(prepared, { port: ports.station, onBroken });
  sessions = await pairDevices(prepared, station.pollingPlace);
  booth = must(await startBooth({ home: prepared.home.booth(1), host: '127.0.0.1', port: 0, onBroken }));
  browser = await openBrowser();
  boardPage = await openPage(`${station.url}/papan/`, 'board-1');
  boothPage = await openPage(`${booth.url}/bilik/`);
});
afterAll(async () => {
  await browser.close();
  await booth.stop();
  await station.stop();
  await printer.stop();
  removeFolders();
});

const press = (page: Page, key: Word): Promise<void> =>
  page.getByRole('button', { name: say(key), exact: true }).click();
/** What the board's list says of a check, shape, word and colour read together. */
const checkOnBoard = (verdict: Word, of: string, check: Word) =>
  boardPage.locator('.self-test__check').filter({ hasText: `${say(verdict)}: ${of}, ${say(check)}` });
/** What is done folds to one line; somebody looks into it again. */
const lookInto = (step: string): Promise<void> =>
  boardPage.locator('.day-step__fold[aria-expanded=false]').filter({ hasText: step }).click();
const rollLeft = (): Promise<unknown> =>
  fetch(new URL('/api/state', booth.url)).then((response) => response.json());

test('the board asks for it, and names the booth and desks that nobody tried', async () => {
  await boardPage.getByText(say('selfTest.next.run')).waitFor();
  await press(boardPage, 'selfTest.run');
  await checkOnBoard('selfTest.verdict.no-go', 'Bilik 1', 'selfTest.check.printer').waitFor();
  await boardPage.getByText('Belum dicoba: Bilik 1, Meja 1').first().waitFor();
  await lookAt(boardPage, 'board-self-test-untried');
});

test('an open cover: the booth says it, and the board names it with what to do', async () => {
  printer.command({ type: 'open-cover', afterRows: 0 });
  await press(boothPage, 'selfTest.booth.start');
  await lookAt(boothPage, 'booth-self-test-begin');
  await press(boothPage, 'selfTest.booth.print');
  await boothPage.getByText('Struk uji tidak tercetak. Pencetak: tutupnya terbuka.').waitFor();
  await lookAt(boothPage, 'booth-self-test-cover');
  await press(boardPage, 'selfTest.runAgain');
  const trouble = checkOnBoard('selfTest.verdict.no-go', 'Bilik 1', 'selfTest.check.printer');
  await trouble.filter({ hasText: boardWords.id['board.printer.cover-open'] }).waitFor();
  await trouble.filter({ hasText: boardWords.id['board.printer.cover-open.toDo'] }).waitFor();
  await boardPage.getByRole('alert').filter({ hasText: 'Tidak siap: Bilik 1, Pencetak' }).waitFor();
  await lookAt(boardPage, 'board-self-test-no-go');
  expect(pieces).toEqual([]);
});

test('a test slip comes out, its digits are read from the paper and typed, and the board shows go', async () => {
  printer.command({ type: 'close-cover' });
  await expect
    .poll(async () => JSON.stringify(await rollLeft()), { timeout: 20_000 })
    .toContain('"trouble":null');
  await press(boothPage, 'selfTest.booth.print');
  await boothPage.getByText(say('selfTest.booth.digits.heading')).waitFor();
  const [text = ''] = await readCodes(
    bitmapToPng(pieces.at(-1) ?? { width: 8, height: 1, data: new Uint8Array(1) }),
  );
  const digits = /^BILIK-UJI-([0-9]{4})$/.exec(text)?.[1] ?? '';
  expect(digits).toHaveLength(4);

  const wrong = digits === '0000' ? '0001' : '0000';
  await boothPage.keyboard.type(wrong);
  await boothPage.getByText(say('selfTest.booth.digits.wrong')).waitFor();
  await lookAt(boothPage, 'booth-self-test-digits');
  // with the keys on the screen: that is what is tried
  for (let key = 0; key < 4; key += 1) {
    await boothPage.getByRole('button', { name: 'Hapus satu angka', exact: true }).click();
  }
  for (const digit of digits) await boothPage.getByRole('button', { name: digit, exact: true }).click();
  await boothPage.getByText(say('selfTest.booth.camera.heading')).waitFor();
  await lookAt(boothPage, 'booth-self-test-camera');
  await press(boothPage, 'selfTest.booth.camera.skip');
  await boothPage.getByText(say('selfTest.booth.done')).waitFor();
  await lookAt(boothPage, 'booth-self-test-done');
  await press(boothPage, 'selfTest.booth.end');
  await boothPage.getByRole('button', { name: say('selfTest.booth.start'), exact: true }).waitFor();

  await boardPage.getByText(say('selfTest.news')).waitFor();
  await press(boardPage, 'selfTest.runAgain');
  await lookInto(say('selfTest.heading'));
  await checkOnBoard('selfTest.verdict.go', 'Bilik 1', 'selfTest.check.printer').waitFor();
  await checkOnBoard('selfTest.verdict.go', 'Bilik 1', 'selfTest.check.screen').waitFor();
  await lookAt(boardPage, 'board-self-test-go');
  // a desk: any square code of ours by a scanner that types, and it has no card reader
  const deskPage = await openPage(`${station.url}/meja/`, 'desk-1');
  await press(deskPage, 'selfTest.desk.start');
  const field = deskPage.getByLabel(say('selfTest.desk.scan'), { exact: true });
  for (const other of ['12345', 'BILIK-X', text]) {
    await field.fill(other);
    await deskPage.keyboard.press('Enter');
    const word = other === '12345' ? 'selfTest.desk.scan.other' : 'selfTest.desk.scan.otherOfOurs';
    await deskPage.getByText(say(word)).waitFor();
    await field.fill('');
  }
  await lookAt(deskPage, 'desk-self-test-code');
  const shown = deskPage.getByRole('img', { name: say('selfTest.desk.scan.picture') });
  const [own = ''] = await readCodes(await shown.screenshot());
  await field.fill(own);
  await deskPage.keyboard.press('Enter');
  await deskPage.getByText(say('selfTest.desk.scan.read')).waitFor();
  await press(deskPage, 'selfTest.desk.send');
  await deskPage.getByText(say('selfTest.desk.sent')).waitFor();
  await lookAt(deskPage, 'desk-self-test');
  await boardPage.getByText(say('selfTest.news')).waitFor();
  await press(boardPage, 'selfTest.runAgain');
  await checkOnBoard('selfTest.verdict.go', 'Meja 1', 'selfTest.check.scanner').waitFor();
  // a test slip is no vote anywhere
  const { casts, openCases } = station.pollingPlace.board.state().poll;
  expect([casts, openCases]).toEqual([0, 0]);
  expect(station.pollingPlace.board.figures().slips.printed).toBe(0);
  expect([...errors, ...broken]).toEqual([]);
});

const CHAIR = { id: 'ketua', name: 'Rahmat Hidayat' };
const MEMBER = { id: 'anggota-1', name: 'Lina Sari' };
const sayTest = (key: keyof typeof logicTestWords.id): string => logicTestWords.id[key];

/** Two people stand behind an act that the board's button asks for. */
async function byTwo(word: string, yes: string): Promise<void> {
  await boardPage.getByRole('button', { name: word, exact: true }).click();
  const dialog = boardPage.getByRole('dialog').filter({ visible: true });
  for (const { name } of [CHAIR, MEMBER]) await dialog.getByRole('checkbox', { name }).check();
  await dialog.getByRole('button', { name: yes, exact: true }).click();
  for (const { name } of [CHAIR, MEMBER]) {
    await boardPage.getByLabel(`PIN ${name}`, { exact: false }).first().waitFor();
    const [proved] = prepared.confirmed([name === CHAIR.name ? CHAIR.id : MEMBER.id]);
    await boardPage.keyboard.type(proved?.pin ?? '');
  }
}

test('the logic and accuracy test: booths say UJI, a test card casts by touch, what differs is named, and a reason is minuted', async () => {
  await boardPage.getByText(sayTest('logicTest.next.begin')).waitFor();
  await boardPage.getByRole('heading', { name: sayTest('logicTest.heading') }).scrollIntoViewIfNeeded();
  await lookAt(boardPage, 'board-logic-test-begin');
  await byTwo(sayTest('logicTest.begin'), sayTest('logicTest.begin.yes'));
  await boardPage.getByText(sayTest('logicTest.underWay')).waitFor();

  // the page of the booth loads itself anew, and says what it is
  await boothPage.getByText(commonWords.id['common.test.explained']).waitFor();
  await boothPage.getByRole('heading', { name: boothWords.id['booth.card.heading'] }).waitFor();
  await lookAt(boothPage, 'booth-logic-test-card');
  pieces.splice(0);
  await boothPage.keyboard.type(readTestCards(prepared.home)[0]?.codes[0] ?? '');
  await boothPage.locator('.ballot').waitFor();
  await boothPage.locator('.candidate').nth(0).click();
  await lookAt(boothPage, 'booth-logic-test-choice');
  for (const word of [commonWords.id['common.next'], boothWords.id['booth.review.confirm']]) {
    await boothPage.getByRole('button', { name: word, exact: true }).click();
  }
  await boothPage.getByRole('heading', { name: boothWords.id['booth.tracker.heading'] }).waitFor();
  await boothPage.getByRole('button', { name: boothWords.id['booth.tracker.cast'], exact: true }).click();
  await boothPage.getByRole('button', { name: boothWords.id['booth.slip.yes'], exact: true }).click();
  const progress = phrase('id', 'logicTest.progress', { booth: 1, casts: 1, script: 10 });
  await boardPage.getByText(progress).waitFor();
  const uji = renderSahMark({ kind: 'exercise-test', widthDots: 576 });
  await expect.poll(() => pieces.some((piece) => showsRows(piece, uji))).toBe(true);
  await boothPage.getByRole('button', { name: commonWords.id['common.finish'], exact: true }).click();

  for (const field of await boardPage.getByRole('textbox').all()) await field.fill('0');
  await boardPage.getByRole('textbox').first().fill('1');
  await lookAt(boardPage, 'board-logic-test-under-way');
  await byTwo(sayTest('logicTest.end'), sayTest('logicTest.end.yes'));
  await boardPage.getByText(sayTest('logicTest.unused.happened')).waitFor();
  await lookAt(boardPage, 'board-logic-test-differed');
  // booths are back at the day, in which nobody votes yet
  await boothPage.getByRole('button', { name: say('selfTest.booth.start'), exact: true }).waitFor();

  await boardPage.getByRole('button', { name: sayTest('logicTest.skip'), exact: true }).click();
  await boardPage.getByLabel(sayTest('logicTest.skip.reason'), { exact: true }).fill('Waktunya tidak cukup.');
  await byTwo(sayTest('logicTest.skip.yes'), sayTest('logicTest.skip.yes'));
  await lookInto(sayTest('logicTest.heading'));
  await boardPage.getByText('Waktunya tidak cukup.').waitFor();
  await boardPage.getByText(boardWords.id['board.next.zeroReport']).waitFor();
  await lookAt(boardPage, 'board-logic-test-skipped');
  expect([...errors, ...broken]).toEqual([]);
});
