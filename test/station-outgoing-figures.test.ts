import { type CodeContent, readCodeText } from '@bilik/transfer/signed-code';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCodes } from '../packages/papers/test/read-code.ts';
import { must } from './support/answers.ts';
import { lookAt, openBrowser } from './support/chromium.ts';
import { prepareClosedDay } from './support/closed-day.ts';
import { countAndSeal } from './support/day-end.ts';
import { letIn } from './support/paired-pages.ts';
import {
  castWhole,
  checkIn,
  MORNING_MS,
  openPlace,
  openPolls,
  openVotingHand,
} from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { newFolder } from './support/station-disk.ts';
import { openOnLan, type StationOnLan } from './support/station-http.ts';

const HOUR_MS = 3_600_000;

function contentOf(value: unknown): CodeContent {
  const text = value !== null && typeof value === 'object' && 'text' in value ? String(value.text) : '';
  const read = readCodeText(text);
  if (!read.ok) throw new Error(read.error.type);
  return read.value.code.content;
}

describe('figures of the day', () => {
  let prepared: PreparedHome;
  let lan: StationOnLan;
  beforeAll(async () => {
    prepared = await prepareHome({ root: newFolder(), voters: 12, cards: 16 });
    lan = await openOnLan(prepared);
  });
  afterAll(() => lan.station.stop());

  const asked = async () => (await lan.tell('/api/board/outgoing-code', {})).value;

  test('none leave before the first set hour', async () => {
    lan.setClock(MORNING_MS - 4 * HOUR_MS);
    expect(await lan.tell('/api/board/outgoing-code', {})).toMatchObject({
      status: 409,
      error: { type: 'figures-not-yet', firstAt: '07:00' },
    });
  });

  test('within an hour the code is the same bytes, whatever happens meanwhile', async () => {
    const { pollingPlace } = lan.station;
    lan.setClock(MORNING_MS);
    const first = await asked();
    expect(first).toMatchObject({ type: 'figures', hour: 9, nextAt: '10:00' });
    const hand = openVotingHand(prepared);
    openPolls(pollingPlace);
    for (const voter of [1, 2, 3]) {
      checkIn(pollingPlace, voter);
      castWhole(pollingPlace, hand.vote(voter % 2));
      expect(await asked()).toEqual(first);
    }
    lan.setClock(MORNING_MS + 19 * 60_000);
    expect(await asked()).toEqual(first);
  });

  test('at the next hour it says how many men and women had come before that hour, and never casts', async () => {
    const { pollingPlace } = lan.station;
    lan.setClock(MORNING_MS + HOUR_MS);
    // who comes after the hour has struck is not in it, though nobody asked yet
    checkIn(pollingPlace, 4);
    const sexes = [1, 2, 3].map(
      (number) => pollingPlace.place.voters.find((voter) => voter.number === number)?.sex,
    );
    const content = contentOf(await asked());
    expect(content).toEqual({
      type: 'figures',
      phase: 'open',
      hour: 10,
      present: {
        L: sexes.filter((sex) => sex === 'L').length,
        P: sexes.filter((sex) => sex === 'P').length,
      },
      openProblems: 0,
    });
  });

  test('a clock that is set back makes no second code of an hour that has left', async () => {
    const before = await asked();
    lan.setClock(MORNING_MS);
    checkIn(lan.station.pollingPlace, 5);
    expect(await asked()).toMatchObject({ hour: 10, text: contentText(before) });
  });

  test('the same bytes after a restart', async () => {
    const before = await asked();
    await lan.station.stop();
    lan = await openOnLan(prepared);
    lan.setClock(MORNING_MS + HOUR_MS + 10 * 60_000);
    expect(await asked()).toMatchObject({ text: contentText(before) });
  });

  test.each([
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ])('a phone reads it from 1.5 m off a screen of $width × $height', async (viewport) => {
    const text = contentText(await asked());
    const browser = await openBrowser();
    try {
      const context = await browser.newContext({ viewport });
      await letIn(context, lan.station, lan.sessionOf('board-1'));
      const page = await context.newPage();
      await page.goto(`${lan.station.url}/papan/#qr-keluar`);
      await page.getByRole('img', { name: 'QR bertanda tangan TPS 01 Melati' }).waitFor();
      await page.waitForFunction(() => (document.querySelector('.qr')?.clientWidth ?? 0) > 600);
      const seen = await fromAfar(page, await page.screenshot());
      expect(await readCodes(seen)).toEqual([text]);
      if (viewport.width === 1280) await lookAt(page, 'papan-qr-keluar');
    } finally {
      await browser.close();
    }
  });

  test('before sealing no file of the record leaves, by any route', async () => {
    for (const path of ['sealed', 'record.bel', 'void', 'result.json']) {
      expect((await lan.ask(`/api/record/${path}`)).status).toBe(404);
    }
  });
});

/**
 * Dots of a phone's video across a laptop's screen of 345 mm at 1.5 m: 1,920 dots over 65° of view are 1.0 a millimetre there.
 */
const DOTS_FROM_AFAR = 347;

/** What such a phone sees, held a little askew. */
async function fromAfar(page: Page, screen: Buffer): Promise<Buffer> {
  const blank = await page.context().newPage();
  const seen = await blank.evaluate(
    async ({ png, dots }) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${png}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = 640;
      canvas.height = 480;
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('No canvas');
      context.fillStyle = '#777';
      context.fillRect(0, 0, 640, 480);
      context.imageSmoothingQuality = 'high';
      context.translate(150, 120);
      context.rotate(0.05);
      context.drawImage(picture, 0, 0, dots, (dots * picture.height) / picture.width);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    { png: screen.toString('base64'), dots: DOTS_FROM_AFAR },
  );
  await blank.close();
  return Buffer.from(seen, 'base64');
}

const contentText = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'text' in value ? value.text : undefined;

test('after sealing the code is the result, as on the minutes', async () => {
  const { closed } = await prepareClosedDay();
  const place = openPlace(closed);
  await countAndSeal(closed, place);
  const shown = must(place.outgoingCode());
  expect(shown.type).toBe('result');
  const { contests, casts } = place.board.figures();
  expect(contentOf(shown)).toMatchObject({
    type: 'result',
    source: 'trustees',
    casts,
    contests: contests.map(({ contest, valid, invalid }) => ({ contest, valid, invalid })),
    recordHash: place.counting.outcome()?.recordHash,
    minutesFingerprint: place.board.minutesPaper.prepared()?.fingerprint,
    heldSums: 0,
  });
  place.close();
});
