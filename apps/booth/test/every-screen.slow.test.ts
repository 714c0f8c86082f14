import { join } from 'node:path';
import { phrase } from '@bilik/words';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  artefacts,
  axeFaults,
  BALLOTS,
  focusIn,
  heading,
  limitsOf,
  openBoothPages,
  press,
  say,
  THREE_CANDIDATES,
} from './booth-pages.ts';
import { screenFaults } from './screen-faults.ts';

const { booth, openPage, toChoice, toTracker } = openBoothPages();

type Look = (screen: string) => Promise<void>;

/** From the card to the choice once more: what depends on the candidates. `look` is called on each screen as soon as it stands. */
async function throughChoice(page: Page, look: Look): Promise<void> {
  await look('card');
  await press(page, 'guide.settings.open');
  await page.getByRole('dialog').waitFor();
  await look('settings-dialog');
  await press(page, 'common.finish');
  await page.keyboard.type('1'.repeat(24));
  await page.getByRole('alert').waitFor();
  await look('card-mistyped');
  booth().setStanding('void');
  await page.keyboard.type(booth().card());
  await page.getByText(say('common.newCard')).waitFor();
  await look('card-void');
  booth().setStanding('ready');
  await toChoice(page);
  await look('choice');
  await page.locator('.candidate').nth(1).click();
  await look('choice-made');
  await press(page, 'common.next');
  await heading(page, 'booth.review.heading');
  await look('review');
}
const CHOICE_SCREENS = 7;

/** From the tracker slip to the end, each end, and what only people can answer. */
async function throughCasting(page: Page, look: Look): Promise<void> {
  booth().refuseTracker('jam');
  await press(page, 'booth.review.confirm');
  await heading(page, 'booth.hidden.heading');
  await look('hidden-choice');
  booth().refuseTracker(null);
  await press(page, 'booth.hidden.continue');
  await heading(page, 'booth.review.heading');
  await press(page, 'booth.review.confirm');
  await heading(page, 'booth.tracker.heading');
  await look('tracker');
  await press(page, 'booth.tracker.prove');
  await page.getByRole('dialog').waitFor();
  await look('prove-dialog');
  await press(page, 'booth.prove.confirm');
  await page.locator('.proof .qr').waitFor();
  await look('proved');
  await press(page, 'common.finish');
  await heading(page, 'booth.card.heading');
  await toTracker(page, 1);
  await press(page, 'booth.tracker.cast');
  await heading(page, 'booth.slip.heading');
  await page.locator('.printer-window img').evaluate((image: HTMLImageElement) => image.decode());
  await look('slip');
  await press(page, 'booth.slip.no');
  await page.getByRole('dialog').waitFor();
  await look('slip-dialog');
  await press(page, 'booth.slip.noConfirm');
  await heading(page, 'booth.finished.spoiled');
  await look('spoiled');
  booth().show({ name: 'finished', outcome: 'cast' });
  await heading(page, 'booth.finished.cast');
  await look('cast');
  booth().show({ name: 'slip-printing', hash: 'a' });
  await heading(page, 'booth.working.slip');
  await look('working');
  for (const waitsFor of ['station', 'medium'] as const) {
    booth().setSaid({ waitsFor });
    booth().show({ name: 'confirming', hash: 'a' });
    await page.getByText(say(`booth.wait.${waitsFor}`)).waitFor();
    await look(`waits-${waitsFor}`);
  }
  booth().setSaid({ waitsFor: null });
  for (const [about, why] of [
    ['cast', 'restarted'],
    ['void', 'printer-stopped'],
  ] as const) {
    booth().show({ name: 'question', hash: 'a', about, why });
    await page.getByText(say(`booth.question.${about}`)).waitFor();
    await look(`question-${about}`);
  }
  // two people answer, and one of them mistypes
  await page.getByLabel(say('booth.question.first')).selectOption('chair');
  await page.getByLabel(say('booth.question.second')).selectOption('member');
  await press(page, 'booth.question.noSlip');
  await heading(page, 'booth.pin.heading');
  await look('pin');
  await page.keyboard.type('123456');
  await page.getByLabel('PIN Lina Sari').waitFor();
  await page.keyboard.type('123456');
  await page.getByText('tidak cocok').waitFor();
  await look('question-pin-wrong');
  booth().show({
    name: 'station-older',
    seen: { epoch: 2, casts: 212, voids: 3 },
    found: { epoch: 1, casts: 180, voids: 3 },
  });
  await heading(page, 'booth.older.heading');
  await look('older');
  booth().show({ name: 'tracker-printed', hash: 'of a page before' });
  await heading(page, 'booth.lost.heading');
  await look('lost');
  booth().setSaid({ phase: 'zero_proven' });
  await press(page, 'booth.lost.again');
  await heading(page, 'booth.notOpen.before');
  await look('not-open');
}
const CASTING_SCREENS = 18;

/** Screens that changed while the voter stayed in them, dialogs, which keep the focus inside by themselves, and the entry of a PIN. */
const KEEPS_FOCUS = /dialog|choice-made|card-|^pin$/;

/** Screens that axe need not see: another has the same parts. */
const LIKE_ANOTHER = /mistyped|choice$|question-cast|slip-dialog|lost/;

describe('every screen of the booth', () => {
  const cases = (['tablet', 'low', 'phone'] as const).flatMap((size) =>
    BALLOTS.map(({ name, ballot }) => ({ size, name, ballot })),
  );

  test.each(cases)(
    'on a $size screen with $name candidates: nothing lies under the action bar or is cut off, targets are large, the focus follows',
    async ({ size, name, ballot }) => {
      const { page, complaints } = await openPage(size, ballot);
      const found: string[] = [];
      let looked = 0;
      const look: Look = async (screen) => {
        looked += 1;
        const note = (faults: readonly string[]) =>
          found.push(...faults.map((fault) => `${screen}: ${fault}`));
        for (const place of size === 'phone' ? [0, 0.5, 1] : [0]) {
          await page.evaluate((share) => window.scrollTo(0, document.body.scrollHeight * share), place);
          note(await screenFaults(page, limitsOf(size)));
        }
        await page.screenshot({ path: join(artefacts, `${screen}-${name}-${size}.png`) });
        if (name === 'three' && size === 'tablet' && !LIKE_ANOTHER.test(screen)) note(await axeFaults(page));
        const focus = KEEPS_FOCUS.test(screen) ? 'heading' : await focusIn(page);
        if (focus !== 'heading') note([`the focus is in ${focus}`]);
      };
      await throughChoice(page, look);
      if (name === 'three') await throughCasting(page, look);
      expect(found).toEqual([]);
      // the tracker slip that the printer refused once, and one wrong PIN
      const refused = expect.stringContaining('409');
      expect(complaints).toEqual(name === 'three' ? [refused, refused] : []);
      expect(looked).toBe(name === 'three' ? CHOICE_SCREENS + CASTING_SCREENS : CHOICE_SCREENS);
      await page.context().close();
    },
  );

  test('in the largest letters, too, everything is whole in sight', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    const largest = page.getByRole('button', { name: say('parts.look.textSize.3') });
    const isLargest = () => page.evaluate(() => document.documentElement.dataset['textSize'] === '3');
    const found: string[] = [];
    const look: Look = async (screen) => {
      // whoever finished left normal letters
      if (!(await isLargest()) && !screen.includes('dialog')) {
        await press(page, 'guide.settings.open');
        await largest.click();
        await press(page, 'common.finish');
      }
      await page.screenshot({ path: join(artefacts, `${screen}-largest-tablet.png`) });
      const faults = await screenFaults(page, limitsOf('tablet'));
      found.push(...faults.map((fault) => `${screen}: ${fault}`));
    };
    await throughChoice(page, look);
    await throughCasting(page, look);
    expect(found).toEqual([]);
    await page.context().close();
  });

  test.each(['id', 'plm', 'en'] as const)(
    'the head of a phone stands in two lines (%s)',
    async (language) => {
      const { page } = await openPage('phone', BALLOTS[0]?.ballot ?? { title: '', names: [] });
      if (language !== 'id') {
        await press(page, 'guide.settings.open');
        await page.getByRole('button', { name: phrase(language, `common.language.${language}`) }).click();
        await page.getByRole('button', { name: phrase(language, 'common.finish'), exact: true }).click();
      }
      const head = await page.locator('.head').boundingBox();
      expect(head?.height).toBeLessThan(110);
      expect(await screenFaults(page, limitsOf('phone'))).toEqual([]);
      await page.screenshot({ path: join(artefacts, `head-${language}-phone.png`) });
      await page.context().close();
    },
  );

  test('a page whose encrypting part does not load says so and what to do, instead of waiting for ever', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    const context = page.context();
    const isWorker = /\/assets\/voting-worker-/;
    await context.route(isWorker, (route) => route.abort());
    await page.reload();
    await heading(page, 'booth.broken.heading');
    expect(await screenFaults(page, limitsOf('tablet'))).toEqual([]);
    await context.unroute(isWorker);
    await press(page, 'booth.broken.again');
    await heading(page, 'booth.card.heading');
    await context.close();
  });

  test('the detector works: what was wrong before is found', async () => {
    const { page } = await openPage('tablet', THREE_CANDIDATES);
    await throughChoice(page, async () => undefined);
    expect(await screenFaults(page, limitsOf('tablet'))).toEqual([]);
    await page.evaluate(() => {
      const change = (selector: string, property: string, value: string) => {
        for (const element of document.querySelectorAll<HTMLElement>(selector))
          element.style.setProperty(property, value);
      };
      change('.main, .step__body', 'overflow', 'visible');
      change('.faces', 'transform', 'translateY(8rem)');
      change('.action-bar .button', 'min-height', '60px');
    });
    const faults = (await screenFaults(page, limitsOf('tablet'))).join('\n');
    expect(faults).toContain('face__name "Muhammad Yusuf Effendi" lies under the action bar');
    expect(faults).toContain('face__photo');
    expect(faults).toMatch(/button "Ganti" is too small to touch/);
    await page.context().close();
  });
});
