import { join } from 'node:path';
import { phrase } from '@bilik/words';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  artefacts,
  axeFaults,
  focusIn,
  heading,
  limitsOf,
  NAMES,
  openBoothPages,
  press,
  type Size,
  say,
  THREE_CANDIDATES,
} from './booth-pages.ts';
import { screenFaults } from './screen-faults.ts';

const { booth, openPage, toChoice, toReview, toTracker } = openBoothPages();

describe('the next voter’s card while the last words still stand', () => {
  const outcomes = ['cast', 'spoiled', 'proved'] as const;

  test.each(outcomes)(
    'the first digit ends the screen of a ballot that was %s, and no digit is lost',
    async (outcome) => {
      const { page } = await openPage('tablet', THREE_CANDIDATES);
      booth().show({ name: 'finished', outcome });
      await heading(page, `booth.finished.${outcome}`);
      const before = booth().commands.length;
      const free = booth().holdReset();
      const code = booth().card();
      // the process has not answered that it is free when the scanner is through
      await page.keyboard.type(code.slice(0, 23));
      await heading(page, 'booth.card.heading');
      expect((await page.getByLabel(say('booth.card.code')).inputValue()).replaceAll(' ', '')).toBe(
        code.slice(0, 23),
      );
      expect(booth().commands.slice(before)).toEqual(['/api/reset']);
      await page.keyboard.type(code.slice(23));
      free();
      await page.locator('.ballot').waitFor();
      await page.context().close();
    },
  );

  test('a whole card with the scanner’s Enter, typed in one go, leads to the ballot', async () => {
    const { page, complaints } = await openPage('tablet', THREE_CANDIDATES);
    booth().show({ name: 'finished', outcome: 'cast' });
    await heading(page, 'booth.finished.cast');
    await page.keyboard.type(booth().card());
    await page.keyboard.press('Enter');
    await page.locator('.ballot').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('other keys leave the words where they are', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    booth().show({ name: 'finished', outcome: 'cast' });
    await heading(page, 'booth.finished.cast');
    for (const key of ['a', 'ArrowDown', 'Shift', 'Control+1']) await page.keyboard.press(key);
    await heading(page, 'booth.finished.cast');
    expect(await page.getByRole('heading', { name: say('booth.card.heading') }).count()).toBe(0);
    await page.context().close();
  });
});

describe('a printer that stops before the slip', () => {
  test('the choice leaves the screen before an officer is called, and comes back when the voter goes on', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    await toReview(page, 1);
    booth().refuseTracker('jam');
    await press(page, 'booth.review.confirm');
    await page.getByText('kertas macet').waitFor();
    expect(await page.locator('.face').count()).toBe(0);
    expect(await page.locator('body').innerText()).not.toContain(NAMES[1]);
    booth().setSaid({ trouble: null });
    await page.getByText(say('booth.question.printerReady')).waitFor();
    expect(await page.locator('.face').count()).toBe(0);
    booth().refuseTracker(null);
    await press(page, 'booth.hidden.continue');
    await page.locator('.face__name').getByText(NAMES[1]).waitFor();
    await press(page, 'booth.review.confirm');
    await heading(page, 'booth.tracker.heading');
    await page.context().close();
  });

  test('people who are asked about a slip see its picture only when they ask for it, and what the printer says now', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    booth().show({ name: 'question', hash: 'a', about: 'void', why: 'printer-stopped' });
    await page.getByText('kertas macet').waitFor();
    expect(await page.locator('.printer-window').count()).toBe(0);
    booth().setSaid({ trouble: null });
    await page.getByText(say('booth.question.printerReady')).waitFor();
    expect(await page.getByText('kertas macet').count()).toBe(0);
    await press(page, 'booth.slip.showWindow');
    await page.locator('.printer-window').waitFor();
    await page.context().close();
  });
});

describe('a voter who leaves before casting', () => {
  const shown = (page: Page): Promise<string> => page.locator('body').innerText();
  const openWithClock = async (size: Size = 'tablet'): Promise<Page> => {
    const { page } = await openPage(size, THREE_CANDIDATES);
    await page.clock.install();
    return page;
  };

  test.each(['choice', 'review'])('on the %s page: the choice is hidden, then forgotten', async (where) => {
    const page = await openWithClock();
    await toChoice(page);
    await page.locator('.candidate').nth(1).click();
    expect(await page.locator('.candidate__entry:checked').count()).toBe(1);
    if (where === 'review') await press(page, 'common.next');
    await page.clock.fastForward(119_000);
    expect(await shown(page)).toContain(NAMES[1]);
    await page.clock.fastForward(2000);
    await page.getByText(say('booth.hidden.untouched')).waitFor();
    expect(await shown(page)).not.toContain(NAMES[1]);
    await page.clock.fastForward(61_000);
    await heading(page, 'booth.card.heading');
    await page.getByText(say('booth.hidden.forgotten')).waitFor();
    await toChoice(page);
    expect(await page.locator('.candidate__entry').count()).toBe(NAMES.length + 1);
    expect(await page.locator('.candidate__entry:checked').count()).toBe(0);
    await page.context().close();
  });

  test('every touch begins the wait anew, and whoever is still there goes on', async () => {
    const page = await openWithClock();
    await toReview(page, 1);
    await page.clock.fastForward(100_000);
    await page.keyboard.press('Tab');
    await page.clock.fastForward(100_000);
    await heading(page, 'booth.review.heading');
    await page.clock.fastForward(21_000);
    await page.getByText(say('booth.hidden.untouched')).waitFor();
    await press(page, 'booth.hidden.continue');
    await page.locator('.face__name').getByText(NAMES[1]).waitFor();
    await press(page, 'booth.review.confirm');
    await heading(page, 'booth.tracker.heading');
    await page.context().close();
  });

  test('with the tracker slip: nobody else can cast or open that ballot, and the booth is free again', async () => {
    const page = await openWithClock();
    await toTracker(page, 1);
    await page.clock.fastForward(121_000);
    await page.getByText(say('booth.hidden.untouched')).waitFor();
    const before = booth().commands.length;
    await page.clock.fastForward(61_000);
    await heading(page, 'booth.card.heading');
    expect(booth().commands.slice(before)).toEqual(['/api/reset']);
    await page.context().close();
  });

  test('while an officer repairs the printer the choice waits a quarter of an hour', async () => {
    const page = await openWithClock();
    await toReview(page, 1);
    booth().refuseTracker('jam');
    await press(page, 'booth.review.confirm');
    await page.getByText('kertas macet').waitFor();
    await page.clock.fastForward(890_000);
    await heading(page, 'booth.hidden.heading');
    await page.clock.fastForward(11_000);
    await heading(page, 'booth.card.heading');
    await page.context().close();
  });

  test('after a test of the machine: the proof leaves the screen', async () => {
    const page = await openWithClock();
    await toTracker(page, 1);
    await press(page, 'booth.tracker.prove');
    await press(page, 'booth.prove.confirm');
    await page.locator('.proof .qr').waitFor();
    await page.clock.fastForward(301_000);
    await heading(page, 'booth.card.heading');
    expect(await page.locator('.proof').count()).toBe(0);
    await page.context().close();
  });

  test.each(['tablet', 'low', 'phone'] as const)('the question is whole in sight (%s)', async (size) => {
    const page = await openWithClock(size);
    await toChoice(page);
    await page.clock.fastForward(121_000);
    await page.getByText(say('booth.hidden.untouched')).waitFor();
    expect(await screenFaults(page, limitsOf(size))).toEqual([]);
    expect(await focusIn(page)).toBe('heading');
    if (size === 'tablet') expect(await axeFaults(page)).toEqual([]);
    await page.screenshot({ path: join(artefacts, `untouched-${size}.png`) });
    await page.context().close();
  });
});

describe('what a browser keeps', () => {
  test('each voter sees the slip that hangs now, not one that the page showed before', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    const widthShown = () =>
      page.locator('.printer-window img').evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        return image.naturalWidth;
      });
    for (const number of [3, 1, 2, 1]) {
      booth().hang(number);
      await toTracker(page, number - 1);
      await press(page, 'booth.tracker.cast');
      await heading(page, 'booth.slip.heading');
      expect(await widthShown()).toBe(576 + number);
      await press(page, 'booth.slip.yes');
      await heading(page, 'booth.finished.cast');
      await press(page, 'common.finish');
      await heading(page, 'booth.card.heading');
    }
    await page.context().close();
  });

  test('photos are asked for once, all of them, before anybody chooses: no later question names the chosen one', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/photos/')) asked.push(new URL(request.url()).pathname);
    });
    // what the page of before still asks for is not counted
    page.on('framenavigated', () => asked.splice(0));
    await page.reload();
    await heading(page, 'booth.card.heading');
    const devtools = await page.context().newCDPSession(page);
    await page.clock.install();
    await toReview(page, 1);
    for (let hidden = 0; hidden < 3; hidden += 1) {
      await page.clock.fastForward(121_000);
      await page.getByText(say('booth.hidden.untouched')).waitFor();
      await devtools.send('HeapProfiler.collectGarbage');
      await press(page, 'booth.hidden.continue');
      await page
        .locator('.face img')
        .first()
        .evaluate((image: HTMLImageElement) => image.decode());
    }
    expect(asked.toSorted((a, b) => a.localeCompare(b))).toEqual([
      '/photos/person-1.svg',
      '/photos/person-2.svg',
      '/photos/person-3.svg',
    ]);
    await page.context().close();
  });
});

describe('a typing slip', () => {
  const shown = async (page: Page): Promise<string> =>
    (await page.getByLabel(say('booth.card.code')).inputValue()).replaceAll(' ', '');

  test('keeps the digits: the last one can be deleted and typed again', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    const code = booth().card();
    const wrong = code.slice(0, 23) + String((Number(code[23]) + 1) % 10);
    for (const digit of wrong) await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('alert').getByText(say('booth.card.mistyped')).waitFor();
    expect(await shown(page)).toBe(wrong);
    await page.getByRole('button', { name: say('parts.keypad.deleteLong') }).click();
    expect(await shown(page)).toBe(code.slice(0, 23));
    await page.getByRole('button', { name: code.slice(23), exact: true }).click();
    await page.locator('.ballot').waitFor();
    await page.context().close();
  });

  test('is replaced by a scanner that reads the card, wherever the focus is', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    await page.getByLabel(say('booth.card.code')).focus();
    await page.keyboard.type('1'.repeat(24));
    await page.getByRole('alert').waitFor();
    await page.keyboard.type(booth().card());
    await page.locator('.ballot').waitFor();
    await page.context().close();
  });

  test('does not hide that there is no camera', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    await page.keyboard.type('1'.repeat(24));
    await page.getByRole('alert').waitFor();
    await press(page, 'booth.card.camera');
    await page.getByText(say('booth.card.noCamera')).waitFor();
    expect(await screenFaults(page, limitsOf('tablet'))).toEqual([]);
    await page.screenshot({ path: join(artefacts, 'card-no-camera-tablet.png') });
    await page.context().close();
  });
});

describe('a booth that waits', () => {
  test.each([
    ['configured', 'before'],
    ['zero_proven', 'before'],
    ['paused', 'paused'],
    ['closed', 'after'],
    ['counted', 'after'],
    ['sealed', 'after'],
  ] as const)(
    'says in the phase %s that nobody can vote (%s), and lets a card in when the polls open',
    async (phase, why) => {
      const { page } = await openPage('tablet', THREE_CANDIDATES);
      booth().setSaid({ phase });
      await heading(page, `booth.notOpen.${why}`);
      booth().setSaid({ phase: 'open' });
      await heading(page, 'booth.card.heading');
      await page.context().close();
    },
  );

  test('takes a card that is quicker than the news that the polls are open', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    booth().setSaid({ phase: 'zero_proven' });
    await heading(page, 'booth.notOpen.before');
    await page.keyboard.type(booth().card());
    await page.locator('.ballot').waitFor();
    await page.context().close();
  });
});

describe('the next voter', () => {
  test('finds letters, contrast and language as they were before the last one changed them', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    const look = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
    const before = await look();
    await press(page, 'guide.settings.open');
    await page.getByRole('button', { name: say('parts.look.textSize.3') }).click();
    await press(page, 'guide.settings.contrast.high');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: phrase('en', 'common.finish'), exact: true }).click();
    booth().show({ name: 'finished', outcome: 'cast' });
    await page.getByRole('heading', { name: phrase('en', 'booth.finished.cast') }).waitFor();
    expect(await look()).toMatchObject({ textSize: '3', contrast: 'high' });
    await page.keyboard.type('1');
    await heading(page, 'booth.card.heading');
    expect(await look()).toMatchObject({ textSize: '1', contrast: 'normal' });
    expect(await look()).toMatchObject({ kind: before['kind'] });
    await page.context().close();
  });
});

describe('the proof', () => {
  /** Device pixels of one module, measured on the drawn path. */
  const modulePixels = (page: Page, room: string): Promise<number> =>
    page.locator(`${room} .qr`).evaluate((symbol: SVGSVGElement) => {
      return symbol.getBoundingClientRect().width / symbol.viewBox.baseVal.width;
    });

  test('fills the screen when asked, at whole pixels a module and at least four', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    await toTracker(page, 1);
    await press(page, 'booth.tracker.prove');
    await press(page, 'booth.prove.confirm');
    await page.locator('.proof .qr').waitFor();
    expect((await modulePixels(page, '.proof')) % 1).toBeCloseTo(0, 5);
    await press(page, 'booth.finished.enlarge');
    // the symbol takes its size once the dialog has one
    await expect.poll(() => modulePixels(page, '.large-proof')).toBeGreaterThanOrEqual(4);
    expect((await modulePixels(page, '.large-proof')) % 1).toBeCloseTo(0, 5);
    await page.screenshot({ path: join(artefacts, 'proof-large-tablet.png') });
    await press(page, 'common.close');
    expect(await page.locator('.large-proof').count()).toBe(0);
    await page.context().close();
  });
});
