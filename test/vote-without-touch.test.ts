import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bitmap, showsRows, startVirtualPrinter, type VirtualPrinter } from '@bilik/devices';
import { fingerprintSchema } from '@bilik/election';
import { choicePictures, renderSahMark } from '@bilik/papers';
import { phrase } from '@bilik/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BoothServer, startBooth } from '../apps/booth/src/booth-server.ts';
import { type HeardClip, listenToClips, silentWav } from '../apps/booth/test/heard-clips.ts';
import { exercisePorts } from '../apps/cli/src/exercise/exercise-home.ts';
import { freeFirstPort } from '../apps/cli/src/exercise/open-exercise.ts';
import { writeBoothConfigs } from '../apps/cli/src/exercise/prepare.ts';
import { makeVoices } from '../apps/cli/src/voices/make-voices.ts';
import { type Station, startStation } from '../apps/station/src/station-server.ts';
import { openBrowser, watchErrors } from './support/chromium.ts';
import { pairDevices, pointBooth } from './support/paired-devices.ts';
import { checkIn, openPolls } from './support/polling-place.ts';
import { group, type PreparedHome, prepareHome, random } from './support/prepared-home.ts';

let root: string;
let prepared: PreparedHome;
let station: Station;
let printer: VirtualPrinter;
let browser: Browser;
const slips: Bitmap[] = [];
const broken: string[] = [];
const codes: string[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'bilik-without-touch-'));
  prepared = await prepareHome({ root, voters: 10, cards: 12, firstPort: await freeFirstPort() });
  codes.push(...prepared.codes);
  const started = await startStation({
    home: prepared.home.station,
    second: join(root, 'station-second'),
    host: '127.0.0.1',
    port: 0,
    group,
    now: () => Date.UTC(2026, 11, 12, 2),
    elapsedMs: () => 0,
    random,
    software: { version: '0.0.0', fingerprint: fingerprintSchema.parse('0'.repeat(64)) },
    onBroken: (error) => broken.push(error.message),
  });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  station = started.value;
  openPolls(station.pollingPlace);
  await pairDevices(prepared, station.pollingPlace);
  printer = await startVirtualPrinter({ port: 0, onPaper: (piece) => slips.push(piece) });
  const silence = Promise.resolve(silentWav(40));
  await makeVoices(
    join(prepared.home.booth(1), 'voices'),
    station.pollingPlace.place.definition,
    () => silence,
  );
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await printer.stop();
  await station.stop();
  rmSync(root, { recursive: true, force: true });
});

/** One booth with what this device has for hands and ears, and its page. */
async function openBooth(
  access: object,
): Promise<{ booth: BoothServer; page: Page; errors: string[]; heard: () => Promise<readonly HeardClip[]> }> {
  const folder = prepared.home.booth(1);
  writeBoothConfigs(prepared.home, exercisePorts(await freeFirstPort()), 1);
  const config = JSON.parse(readFileSync(join(folder, 'booth.json'), 'utf8'));
  const settings = {
    ...config,
    printer: { host: '127.0.0.1', port: printer.port },
    access,
  };
  writeFileSync(join(folder, 'booth.json'), JSON.stringify(settings));
  pointBooth(prepared, 1, station.url);
  const started = await startBooth({
    home: folder,
    host: '127.0.0.1',
    port: 0,
    onBroken: (error) => broken.push(error.message),
  });
  if (!started.ok) throw new Error(started.error);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const errors: string[] = [];
  watchErrors(page, errors);
  const heard = await listenToClips(page);
  await page.goto(started.value.url);
  await page.getByRole('heading', { name: say('booth.card.heading') }).waitFor();
  return { booth: started.value, page, errors, heard };
}

const say = (key: Parameters<typeof phrase>[1]): string =>
  (phrase as (language: 'id', key: string) => string)('id', key);

/** What the focus is on, as people know it: the words of a button, the key of an option. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const here = document.activeElement;
    if (!(here instanceof HTMLElement)) return '';
    return here.dataset['voice'] ?? here.getAttribute('aria-label') ?? here.textContent ?? '';
  });

interface Hands {
  /** Moves on by one. */
  readonly next: () => Promise<void>;
  readonly select: () => Promise<void>;
}

async function moveTo(page: Page, hands: Hands, wanted: string): Promise<void> {
  for (let moves = 0; moves < 40; moves += 1) {
    if ((await focused(page)).trim() === wanted) return;
    await hands.next();
  }
  throw new Error(`${wanted} cannot be reached; the focus is on ${await focused(page)}`);
}

async function pressBy(page: Page, hands: Hands, words: string): Promise<void> {
  await moveTo(page, hands, words);
  await hands.select();
}

const headingIs = (page: Page, key: Parameters<typeof phrase>[1]): Promise<void> =>
  page.getByRole('heading', { name: say(key) }).waitFor({ state: 'attached' });

/** From a card, which a scanner types, to the vote in the box. */
async function vote(page: Page, hands: Hands, option: string): Promise<void> {
  await page.keyboard.type(codes.pop() ?? '');
  await page.locator('.ballot').waitFor({ state: 'attached' });
  await pressBy(page, hands, `option.village-head.${option}`);
  await pressBy(page, hands, say('common.next'));
  await headingIs(page, 'booth.review.heading');
  await pressBy(page, hands, say('booth.review.confirm'));
  await headingIs(page, 'booth.tracker.heading');
  await pressBy(page, hands, say('booth.tracker.cast'));
  await headingIs(page, 'booth.slip.heading');
  await pressBy(page, hands, say('booth.slip.yes'));
  await headingIs(page, 'booth.finished.cast');
}

/** Which option stands on the last slip, and whether it bears SAH. */
function lastSlip(): { option: number; sah: boolean } {
  const slip = slips.at(-1);
  const pictures = choicePictures(station.pollingPlace.place.definition, 1, 576)[0]?.pictures ?? [];
  const sah = renderSahMark({ kind: 'exercise', widthDots: 576 });
  if (slip === undefined) throw new Error('no paper came');
  return {
    option: pictures.findIndex(({ bitmap }) => showsRows(slip, bitmap)),
    sah: showsRows(slip, sah),
  };
}

const byKeys = (page: Page, next: string, select: string): Hands => ({
  next: () => page.keyboard.press(next),
  select: () => page.keyboard.press(select),
});

test.each([
  { way: 'arrows and space', keys: {}, next: 'ArrowRight', select: ' ', option: 'c2', index: 1 },
  {
    way: 'two buttons (or sip and puff)',
    keys: { keys: { next: ['F7'], previous: ['F9'], select: ['F8'] } },
    next: 'F7',
    select: 'F8',
    option: 'c3',
    index: 2,
  },
])('a whole vote by $way: everything is reached, and the slip says what was wanted', async (one) => {
  const casts = station.pollingPlace.board.state().poll.casts;
  checkIn(station.pollingPlace, 1 + casts);
  const { booth, page, errors } = await openBooth(one.keys);
  const hands = byKeys(page, one.next, one.select);
  await vote(page, hands, one.option);
  expect(lastSlip()).toEqual({ option: one.index, sah: true });
  expect(station.pollingPlace.board.state().poll.casts).toBe(casts + 1);
  expect([...errors, ...broken]).toEqual([]);
  await page.context().close();
  await booth.stop();
});

test('a whole vote by ear, with a dark screen and two halves of it to touch: the voter hears every candidate before choosing', async () => {
  const casts = station.pollingPlace.board.state().poll.casts;
  checkIn(station.pollingPlace, 1 + casts);
  const { booth, page, errors, heard } = await openBooth({ headphones: true });
  // the officer sets it up with the voter, before the card
  await page.getByRole('button', { name: say('guide.settings.open') }).click();
  await page.getByRole('button', { name: say('guide.settings.voice.headphones') }).click();
  expect(await heard()).toEqual([]);
  await page.getByRole('button', { name: say('guide.headphones.confirm') }).click();
  await page.getByRole('button', { name: say('guide.settings.curtain') }).click();
  const hands: Hands = {
    next: () => page.mouse.click(300, 500),
    select: () => page.mouse.click(900, 500),
  };
  await page.locator('.curtain').waitFor();
  mkdirSync('artefacts', { recursive: true });
  await page.screenshot({ path: 'artefacts/booth-curtain.png' });
  await vote(page, hands, 'c1');
  expect(lastSlip()).toEqual({ option: 0, sah: true });
  const clips = (await heard()).map(({ clip }) => clip);
  for (const clip of [
    'id-guide.headphones.on',
    'id-guide.curtain.how',
    'id-booth.card.heading',
    'id-contest.village-head',
    'id-option.village-head.c1',
    'id-booth.review.heading',
    'id-booth.tracker.heading',
    'id-booth.tracker.cast',
    'id-booth.slip.heading',
    'id-booth.slip.yes',
    'id-booth.finished.cast',
  ])
    expect(clips).toContain(clip);
  expect(station.pollingPlace.board.state().poll.casts).toBe(casts + 1);
  expect([...errors, ...broken]).toEqual([]);
  await page.context().close();
  await booth.stop();
});
