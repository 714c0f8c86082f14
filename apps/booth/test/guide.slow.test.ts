import { join } from 'node:path';
import { voiceClips } from '@bilik/words/voice';
import { voiceFile } from '@bilik/words/voice-keys';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  artefacts,
  axeFaults,
  heading,
  limitsOf,
  NAMES,
  openBoothPages,
  press,
  say,
  THREE_CANDIDATES,
} from './booth-pages.ts';
import { type HeardClip, listenToClips, silentWav } from './heard-clips.ts';
import { screenFaults } from './screen-faults.ts';
import { USUAL_KEYS } from './scripted-booth.ts';

const { booth, openPage, toChoice, toTracker } = openBoothPages();

const CONTEST = {
  id: 'kepala-desa',
  title: { id: THREE_CANDIDATES.title, en: THREE_CANDIDATES.title },
  options: [
    ...NAMES.map((name, index) => ({ key: `candidate-${index + 1}`, number: index + 1, name })),
    { key: 'blank', number: null, name: null },
  ],
};
const VOICES = new Map(
  (['id', 'plm', 'en'] as const).flatMap((language) =>
    voiceClips(language, [CONTEST]).map(({ key }) => [voiceFile(language, key), silentWav(60)] as const),
  ),
);
const PRIVATE = /-(option|digit)\./;

/** A page of a booth that can speak; the voices are in it. */
async function openSpeaking(access: {
  speaker: 'none' | 'general';
  headphones: boolean;
}): Promise<{ page: Page; heard: () => Promise<readonly HeardClip[]> }> {
  booth().setAccess({ speaker: 'none', headphones: false, keys: USUAL_KEYS }, new Map());
  const { page } = await openPage('tablet', THREE_CANDIDATES);
  const heard = await listenToClips(page);
  booth().setAccess({ ...access, keys: USUAL_KEYS }, VOICES);
  const before = booth().voicesAsked.length;
  await page.reload();
  await heading(page, 'booth.card.heading');
  await expect.poll(() => booth().voicesAsked.length - before, { timeout: 30_000 }).toBe(VOICES.size);
  return { page, heard };
}

async function chooseVoice(page: Page, route: 'speaker' | 'headphones'): Promise<void> {
  await press(page, 'guide.settings.open');
  await press(page, `guide.settings.voice.${route}`);
  if (route === 'headphones') await press(page, 'guide.headphones.confirm');
  await press(page, 'common.finish');
}

/** From the card to the end, as a finger does it. */
async function voteBy(page: Page, option: number): Promise<void> {
  await toTracker(page, option);
  await press(page, 'booth.tracker.cast');
  await heading(page, 'booth.slip.heading');
  await press(page, 'booth.slip.yes');
  await heading(page, 'booth.finished.cast');
}

/** The same by somebody who listens to the end of each step. @returns every clip from the ballot on, in order */
async function listenThrough(
  page: Page,
  option: number,
  heard: () => Promise<readonly HeardClip[]>,
): Promise<readonly HeardClip[]> {
  const before = (await heard()).length;
  const clips = async () => (await heard()).slice(before).map(({ clip }) => clip);
  const hears = (clip: string): Promise<void> =>
    expect.poll(clips, { timeout: 15_000 }).toContain(`id-${clip}`);
  await toChoice(page);
  await hears('contest.kepala-desa');
  await page.locator('.candidate').nth(option).click();
  await hears('guide.chosen');
  await press(page, 'common.next');
  await hears('booth.review.heading');
  await press(page, 'booth.review.confirm');
  await hears('booth.tracker.explained');
  await press(page, 'booth.tracker.cast');
  await hears('booth.slip.explained');
  await press(page, 'booth.slip.yes');
  await hears('booth.finished.castToDo');
  const first = (await clips()).indexOf('id-contest.kepala-desa');
  return (await heard()).slice(before + first);
}

describe('the loudspeaker', () => {
  test('says the same, in the same order, for every choice, and never a name, a choice or a digit (P11)', async () => {
    const { page, heard } = await openSpeaking({ speaker: 'general', headphones: true });
    const said: string[][] = [];
    for (const option of [0, 1, 2, 3]) {
      await chooseVoice(page, 'speaker');
      said.push((await listenThrough(page, option, heard)).map(({ clip }) => clip));
      await press(page, 'common.finish');
      await heading(page, 'booth.card.heading');
    }
    expect(said[0]?.length).toBeGreaterThan(8);
    for (const clips of said) {
      expect(clips.filter((clip) => PRIVATE.test(clip))).toEqual([]);
      expect(clips).toEqual(said[0]);
    }
    await page.context().close();
  });

  test('the detector works: in headphones the same vote differs by the choice', async () => {
    const { page, heard } = await openSpeaking({ speaker: 'general', headphones: true });
    const named: string[][] = [];
    for (const option of [0, 1]) {
      await chooseVoice(page, 'headphones');
      const clips = (await listenThrough(page, option, heard)).map(({ clip }) => clip);
      named.push([...new Set(clips.filter((clip) => PRIVATE.test(clip)))]);
      await press(page, 'common.finish');
      await heading(page, 'booth.card.heading');
    }
    expect(named).toEqual([['id-option.kepala-desa.candidate-1'], ['id-option.kepala-desa.candidate-2']]);
    await page.context().close();
  });

  test('on request only, when the voter did not switch guidance on; a slow voter is reminded aloud', async () => {
    const { page, heard } = await openSpeaking({ speaker: 'general', headphones: false });
    await page.clock.install();
    await toChoice(page);
    await page.locator('.candidate').nth(1).click();
    expect(await heard()).toEqual([]);
    await press(page, 'guide.listen');
    await expect
      .poll(async () => (await heard()).map(({ clip }) => clip))
      .toContain('id-contest.kepala-desa');
    await page.clock.fastForward(46_000);
    await page.getByText(say('guide.remind')).waitFor();
    expect(await page.locator('body').innerText()).toContain(NAMES[1]);
    expect((await heard()).at(-1)?.clip).toBe('id-guide.remind');
    expect(await screenFaults(page, limitsOf('tablet'))).toEqual([]);
    await page.screenshot({ path: join(artefacts, 'reminded-tablet.png') });
    await page.keyboard.press('Tab');
    await expect.poll(() => page.getByText(say('guide.remind')).count()).toBe(0);
    expect((await heard()).filter(({ clip }) => PRIVATE.test(clip))).toEqual([]);
    await page.context().close();
  });
});

describe('headphones', () => {
  test('name candidates only after the voter said that they are on the ears, and not any more when they are unplugged', async () => {
    const { page, heard } = await openSpeaking({ speaker: 'general', headphones: true });
    await press(page, 'guide.settings.open');
    await press(page, 'guide.settings.voice.headphones');
    await page.getByText(say('guide.headphones.explained')).waitFor();
    await page.screenshot({ path: join(artefacts, 'headphones-tablet.png') });
    expect(await axeFaults(page)).toEqual([]);
    await press(page, 'common.back');
    await press(page, 'common.finish');
    await toChoice(page);
    await page.locator('.candidate').nth(0).click();
    expect(await heard()).toEqual([]);
    await chooseVoice(page, 'headphones');
    await page.locator('.candidate').nth(2).click();
    await expect
      .poll(async () => (await heard()).map(({ clip }) => clip))
      .toContain('id-option.kepala-desa.candidate-3');
    await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
    await page.getByText(say('guide.headphones.changed')).waitFor();
    const before = (await heard()).length;
    await page.locator('.candidate').nth(1).click();
    expect((await heard()).slice(before).filter(({ clip }) => PRIVATE.test(clip))).toEqual([]);
    await page.context().close();
  });

  test('the next voter finds no guidance switched on', async () => {
    const { page, heard } = await openSpeaking({ speaker: 'none', headphones: true });
    await chooseVoice(page, 'headphones');
    await voteBy(page, 1);
    await press(page, 'common.finish');
    await heading(page, 'booth.card.heading');
    const before = (await heard()).length;
    await toChoice(page);
    await page.locator('.candidate').nth(1).click();
    expect((await heard()).slice(before)).toEqual([]);
    await page.context().close();
  });
});

test('every voice is taken into the page before the first voter, in one order, and nothing is asked for afterwards', async () => {
  const start = booth().voicesAsked.length;
  const { page } = await openSpeaking({ speaker: 'general', headphones: true });
  const asked = booth().voicesAsked.slice(-VOICES.size);
  expect(asked).toEqual([...VOICES.keys()]);
  const then = booth().voicesAsked.length;
  expect(then).toBeGreaterThan(start);
  await chooseVoice(page, 'headphones');
  await voteBy(page, 2);
  expect(booth().voicesAsked.length).toBe(then);
  await page.context().close();
});

test('a booth without voices offers none', async () => {
  booth().setAccess({ speaker: 'general', headphones: true, keys: USUAL_KEYS }, new Map());
  const { page } = await openPage('tablet', THREE_CANDIDATES);
  await press(page, 'guide.settings.open');
  expect(await page.getByText(say('guide.settings.voice')).count()).toBe(0);
  await page.context().close();
});

describe('help', () => {
  test('hides the choice, tells the officer what may be said, and gives it back to the voter', async () => {
    booth().setAccess({ speaker: 'none', headphones: false, keys: USUAL_KEYS }, new Map());
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    await toChoice(page);
    await page.locator('.candidate').nth(1).click();
    await press(page, 'common.next');
    await heading(page, 'booth.review.heading');
    await press(page, 'guide.help');
    await heading(page, 'guide.help.heading');
    await page.getByText('Petugas di papan sudah diberi tahu').waitFor();
    expect(booth().helpCalls).toEqual([true]);
    expect(await page.locator('body').innerText()).not.toContain(NAMES[1]);
    expect(await screenFaults(page, limitsOf('tablet'))).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
    await page.screenshot({ path: join(artefacts, 'help-tablet.png') });
    await press(page, 'booth.hidden.continue');
    await page.locator('.face__name').getByText(NAMES[1]).waitFor();
    await expect.poll(() => booth().helpCalls).toEqual([true, false]);
    await page.context().close();
  });
});

describe('20 mm on the panel of the device', () => {
  // a tablet of ten inches with 1920 × 1200 pixels: 2264 pixels along 254 mm
  const PIXELS = Math.hypot(1920, 1200) / 254;

  test('targets are 20 mm by the measure that the technician set, and everything is whole in sight', async () => {
    booth().setAccess(
      { speaker: 'none', headphones: false, keys: USUAL_KEYS, pixelsPerMillimetre: PIXELS },
      new Map(),
    );
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    await page.setViewportSize({ width: 1920, height: 1200 });
    const limits = { whole: true, targetPixels: 20 * PIXELS };
    expect(await screenFaults(page, limits)).toEqual([]);
    await toTracker(page, 1);
    expect(await screenFaults(page, limits)).toEqual([]);
    await press(page, 'guide.settings.open');
    expect(await screenFaults(page, limits)).toEqual([]);
    await page.context().close();
  });

  test('the detector works: without the measure they would be too small there', async () => {
    booth().setAccess({ speaker: 'none', headphones: false, keys: USUAL_KEYS }, new Map());
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    await page.setViewportSize({ width: 1920, height: 1200 });
    await toTracker(page, 1);
    const faults = await screenFaults(page, { whole: true, targetPixels: 20 * PIXELS });
    expect(faults.join('\n')).toContain('too small to touch');
    await page.context().close();
  });
});
