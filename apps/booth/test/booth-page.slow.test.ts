import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { phrase } from '@bilik/words';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenFaults, TWENTY_MM_PIXELS } from './screen-faults.ts';
import { type Ballot, openScriptedBooth, type ScriptedBooth } from './scripted-booth.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const artefacts = join(root, 'artefacts', 'booth');

const SIZES = { tablet: [1280, 800], low: [1280, 720], phone: [360, 640] } as const;
type Size = keyof typeof SIZES;

/** On a phone, "in a pinch", targets are what a phone has room for; everything else is scrolled to. */
const limitsOf = (size: Size) =>
  size === 'phone' ? { whole: false, targetPixels: 70 } : { whole: true, targetPixels: TWENTY_MM_PIXELS };

const NAMES = ['Hj. Nurhayati, S.Pd.', 'Muhammad Yusuf Effendi', 'Sulaiman bin Abdullah'] as const;
/** 60 characters each, and one with all the titles a person can have. */
const LONG_NAMES = [
  'H. Raden Mas Suryodiningrat Kusumawardhana bin Tohir, S.Sos.',
  'Hj. Siti Nurhalimah Ratnaningtyas Wulandari Purwaningsih, SE',
  'Prof. Dr. Ir. H. Muhammad Yusuf Effendi Hasanuddin bin Abdullah Rasyid, S.T., S.H., M.Hum., M.Si., Ph.D., IPU, ASEAN Eng.',
  'Drs. H. Bambang Suryanto Wicaksono Hadiningrat Notonegoro MM',
  'Dra. Hj. Dewi Lestari Kusumaningrum binti Ahmad Fauzi, M.Pd.',
];
const QUESTION = 'Kepala Desa Merah Mata';
const BALLOTS: readonly { readonly name: string; readonly ballot: Ballot }[] = [
  { name: 'two', ballot: { title: QUESTION, names: NAMES.slice(0, 2) } },
  { name: 'three', ballot: { title: QUESTION, names: NAMES } },
  {
    name: 'five-long',
    ballot: {
      title: 'Pemilihan Kepala Desa Merah Mata Kecamatan Banyuasin I masa jabatan 2026 sampai 2034',
      names: LONG_NAMES,
    },
  },
];

const say = (key: Parameters<typeof phrase>[1]): string =>
  // the catalogue's types fit single keys; none of these takes values
  (phrase as (language: 'id', key: string) => string)('id', key);

let booth: ScriptedBooth;
let browser: Browser;

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), '--only', 'booth/booth']);
  mkdirSync(artefacts, { recursive: true });
  booth = await openScriptedBooth({ title: QUESTION, names: NAMES });
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
});
afterAll(async () => {
  await browser.close();
  await booth.stop();
});

async function openPage(size: Size, ballot: Ballot): Promise<{ page: Page; complaints: string[] }> {
  booth.setBallot(ballot);
  booth.setStanding('ready');
  booth.setSaid({ trouble: 'jam', phase: 'open' });
  booth.refuseTracker(null);
  booth.show({ name: 'idle' });
  const [width, height] = SIZES[size];
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(booth.url);
  await page.evaluate(() => document.fonts.ready);
  await heading(page, 'booth.card.heading');
  return { page, complaints };
}

const heading = (page: Page, key: Parameters<typeof phrase>[1]): Promise<void> =>
  page.getByRole('heading', { name: say(key), exact: true }).waitFor();
const press = (page: Page, key: Parameters<typeof phrase>[1]): Promise<void> =>
  page.getByRole('button', { name: say(key), exact: true }).click();

async function toChoice(page: Page): Promise<void> {
  await page.keyboard.type(booth.card());
  await page.locator('.ballot').waitFor();
}
async function toTracker(page: Page, option: number): Promise<void> {
  await toChoice(page);
  await page.locator('.candidate').nth(option).click();
  await press(page, 'common.next');
  await press(page, 'booth.review.confirm');
  await heading(page, 'booth.tracker.heading');
}

/** Where the focus is: in the heading of the step, in the main part of the page, or nowhere. */
const focusIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused?.classList.contains('step-heading') === true) return 'heading';
    return focused === null || focused === document.body ? 'nowhere' : focused.tagName;
  });

type Look = (screen: string) => Promise<void>;

/** From the card to the choice once more: what depends on the candidates. `look` is called on each screen as soon as it stands. */
async function throughChoice(page: Page, look: Look): Promise<void> {
  await look('card');
  await page.keyboard.type('1'.repeat(24));
  await page.getByRole('alert').waitFor();
  await look('card-mistyped');
  booth.setStanding('void');
  await page.keyboard.type(booth.card());
  await page.getByText(say('common.newCard')).waitFor();
  await look('card-void');
  booth.setStanding('ready');
  await toChoice(page);
  await look('choice');
  await page.locator('.candidate').nth(1).click();
  await look('choice-made');
  await press(page, 'common.next');
  await heading(page, 'booth.review.heading');
  await look('review');
}
const CHOICE_SCREENS = 6;

/** From the tracker slip to the end, each end, and what only people can answer. */
async function throughCasting(page: Page, look: Look): Promise<void> {
  booth.refuseTracker('jam');
  await press(page, 'booth.review.confirm');
  await heading(page, 'booth.hidden.heading');
  await look('hidden-choice');
  booth.refuseTracker(null);
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
  booth.show({ name: 'finished', outcome: 'cast' });
  await heading(page, 'booth.finished.cast');
  await look('cast');
  booth.show({ name: 'slip-printing', hash: 'a' });
  await heading(page, 'booth.working.slip');
  await look('working');
  for (const [about, why] of [
    ['cast', 'restarted'],
    ['void', 'printer-stopped'],
  ] as const) {
    booth.show({ name: 'question', hash: 'a', about, why });
    await page.getByText(say(`booth.question.${about}`)).waitFor();
    await look(`question-${about}`);
  }
  booth.show({
    name: 'station-older',
    seen: { epoch: 2, casts: 212, voids: 3 },
    found: { epoch: 1, casts: 180, voids: 3 },
  });
  await heading(page, 'booth.older.heading');
  await look('older');
  booth.show({ name: 'tracker-printed', hash: 'of a page before' });
  await heading(page, 'booth.lost.heading');
  await look('lost');
  booth.setSaid({ phase: 'zero_proven' });
  await press(page, 'booth.lost.again');
  await heading(page, 'booth.notOpen.before');
  await look('not-open');
}
const CASTING_SCREENS = 14;

/** Screens that changed while the voter stayed in them, and dialogs, which keep the focus inside by themselves. */
const KEEPS_FOCUS = /dialog|choice-made|card-/;

/** Screens that axe need not see: another has the same parts. */
const LIKE_ANOTHER = /mistyped|choice$|question-cast|slip-dialog|lost/;

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `axe: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

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
      // the tracker slip that the printer refused once
      expect(complaints).toEqual(name === 'three' ? [expect.stringContaining('409')] : []);
      expect(looked).toBe(name === 'three' ? CHOICE_SCREENS + CASTING_SCREENS : CHOICE_SCREENS);
      await page.context().close();
    },
  );

  test('in the largest letters, too, everything is whole in sight', async () => {
    const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
    const largest = page.getByRole('button', { name: say('parts.look.textSize.3') });
    const found: string[] = [];
    const look: Look = async (screen) => {
      // whoever finished left normal letters
      if ((await largest.getAttribute('aria-pressed')) === 'false' && !screen.includes('dialog'))
        await largest.click();
      await page.screenshot({ path: join(artefacts, `${screen}-largest-tablet.png`) });
      const faults = await screenFaults(page, limitsOf('tablet'));
      found.push(...faults.map((fault) => `${screen}: ${fault}`));
    };
    await throughChoice(page, look);
    await throughCasting(page, look);
    expect(found).toEqual([]);
    await page.context().close();
  });

  test.each(['id', 'en'])('the head of a phone stands in two lines (%s)', async (language) => {
    const { page } = await openPage('phone', BALLOTS[0]?.ballot ?? { title: '', names: [] });
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
    const head = await page.locator('.head').boundingBox();
    expect(head?.height).toBeLessThan(110);
    expect(await screenFaults(page, limitsOf('phone'))).toEqual([]);
    await page.screenshot({ path: join(artefacts, `head-${language}-phone.png`) });
    await page.context().close();
  });

  test('a page whose encrypting part does not load says so and what to do, instead of waiting for ever', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const isWorker = /\/assets\/voting-worker-/;
    await context.route(isWorker, (route) => route.abort());
    await page.goto(booth.url);
    await heading(page, 'booth.broken.heading');
    expect(await screenFaults(page, limitsOf('tablet'))).toEqual([]);
    await context.unroute(isWorker);
    await press(page, 'booth.broken.again');
    await heading(page, 'booth.card.heading');
    await context.close();
  });

  test('the detector works: what was wrong before is found', async () => {
    const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
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

describe('the next voter’s card while the last words still stand', () => {
  const outcomes = ['cast', 'spoiled', 'proved'] as const;

  test.each(outcomes)(
    'the first digit ends the screen of a ballot that was %s, and no digit is lost',
    async (outcome) => {
      const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
      booth.show({ name: 'finished', outcome });
      await heading(page, `booth.finished.${outcome}`);
      const before = booth.commands.length;
      const free = booth.holdReset();
      const code = booth.card();
      // the process has not answered that it is free when the scanner is through
      await page.keyboard.type(code.slice(0, 23));
      await heading(page, 'booth.card.heading');
      expect((await page.getByLabel(say('booth.card.code')).inputValue()).replaceAll(' ', '')).toBe(
        code.slice(0, 23),
      );
      expect(booth.commands.slice(before)).toEqual(['/api/reset']);
      await page.keyboard.type(code.slice(23));
      free();
      await page.locator('.ballot').waitFor();
      await page.context().close();
    },
  );

  test('a whole card with the scanner’s Enter, typed in one go, leads to the ballot', async () => {
    const { page, complaints } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
    booth.show({ name: 'finished', outcome: 'cast' });
    await heading(page, 'booth.finished.cast');
    await page.keyboard.type(booth.card());
    await page.keyboard.press('Enter');
    await page.locator('.ballot').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('other keys leave the words where they are', async () => {
    const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
    booth.show({ name: 'finished', outcome: 'cast' });
    await heading(page, 'booth.finished.cast');
    for (const key of ['a', 'ArrowDown', 'Shift', 'Control+1']) await page.keyboard.press(key);
    await heading(page, 'booth.finished.cast');
    expect(await page.getByRole('heading', { name: say('booth.card.heading') }).count()).toBe(0);
    await page.context().close();
  });
});

describe('a printer that stops before the slip', () => {
  test('the choice leaves the screen before an officer is called, and comes back when the voter goes on', async () => {
    const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
    await toChoice(page);
    await page.locator('.candidate').nth(1).click();
    await press(page, 'common.next');
    booth.refuseTracker('jam');
    await press(page, 'booth.review.confirm');
    await page.getByText('kertas macet').waitFor();
    expect(await page.locator('.face').count()).toBe(0);
    expect(await page.locator('body').innerText()).not.toContain(NAMES[1]);
    booth.setSaid({ trouble: null });
    await page.getByText(say('booth.question.printerReady')).waitFor();
    expect(await page.locator('.face').count()).toBe(0);
    booth.refuseTracker(null);
    await press(page, 'booth.hidden.continue');
    await page.locator('.face__name').getByText(NAMES[1]).waitFor();
    await press(page, 'booth.review.confirm');
    await heading(page, 'booth.tracker.heading');
    await page.context().close();
  });

  test('people who are asked about a slip see its picture only when they ask for it, and what the printer says now', async () => {
    const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
    booth.show({ name: 'question', hash: 'a', about: 'void', why: 'printer-stopped' });
    await page.getByText('kertas macet').waitFor();
    expect(await page.locator('.printer-window').count()).toBe(0);
    booth.setSaid({ trouble: null });
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
    const { page } = await openPage(size, BALLOTS[1]?.ballot ?? { title: '', names: [] });
    await page.clock.install();
    return page;
  };

  test.each(['choice', 'review'])('on the %s page: the choice is hidden, then forgotten', async (where) => {
    const page = await openWithClock();
    await toChoice(page);
    await page.locator('.candidate').nth(1).click();
    if (where === 'review') await press(page, 'common.next');
    await page.clock.fastForward(119_000);
    expect(await shown(page)).toContain(NAMES[1]);
    await page.clock.fastForward(2000);
    await page.getByText(say('booth.hidden.untouched')).waitFor();
    expect(await shown(page)).not.toContain(NAMES[1]);
    await page.clock.fastForward(61_000);
    await heading(page, 'booth.card.heading');
    await toChoice(page);
    expect(
      await page.locator('.candidate--chosen, .candidate [aria-pressed=true], input:checked').count(),
    ).toBe(0);
    await page.context().close();
  });

  test('every touch begins the wait anew, and whoever is still there goes on', async () => {
    const page = await openWithClock();
    await toChoice(page);
    await page.locator('.candidate').nth(1).click();
    await press(page, 'common.next');
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
    const before = booth.commands.length;
    await page.clock.fastForward(61_000);
    await heading(page, 'booth.card.heading');
    expect(booth.commands.slice(before)).toEqual(['/api/reset']);
    await page.context().close();
  });

  test('while an officer repairs the printer the choice waits a quarter of an hour', async () => {
    const page = await openWithClock();
    await toChoice(page);
    await page.locator('.candidate').nth(1).click();
    await press(page, 'common.next');
    booth.refuseTracker('jam');
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

describe('a typing slip', () => {
  const shown = async (page: Page): Promise<string> =>
    (await page.getByLabel(say('booth.card.code')).inputValue()).replaceAll(' ', '');

  test('keeps the digits: the last one can be deleted and typed again', async () => {
    const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
    const code = booth.card();
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
    const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
    await page.getByLabel(say('booth.card.code')).focus();
    await page.keyboard.type('1'.repeat(24));
    await page.getByRole('alert').waitFor();
    await page.keyboard.type(booth.card());
    await page.locator('.ballot').waitFor();
    await page.context().close();
  });

  test('does not hide that there is no camera', async () => {
    const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
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
      const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
      booth.setSaid({ phase });
      await heading(page, `booth.notOpen.${why}`);
      booth.setSaid({ phase: 'open' });
      await heading(page, 'booth.card.heading');
      await page.context().close();
    },
  );

  test('takes a card that is quicker than the news that the polls are open', async () => {
    const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
    booth.setSaid({ phase: 'zero_proven' });
    await heading(page, 'booth.notOpen.before');
    await page.keyboard.type(booth.card());
    await page.locator('.ballot').waitFor();
    await page.context().close();
  });
});

describe('the next voter', () => {
  test('finds letters, contrast and language as they were before the last one changed them', async () => {
    const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
    const look = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
    const before = await look();
    await page.getByRole('button', { name: say('parts.look.textSize.3') }).click();
    await page.getByRole('button', { name: say('parts.look.contrast') }).click();
    await page.getByRole('button', { name: 'English' }).click();
    booth.show({ name: 'finished', outcome: 'cast' });
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
    const { page } = await openPage('tablet', BALLOTS[1]?.ballot ?? { title: '', names: [] });
    await toTracker(page, 1);
    await press(page, 'booth.tracker.prove');
    await press(page, 'booth.prove.confirm');
    await page.locator('.proof .qr').waitFor();
    expect((await modulePixels(page, '.proof')) % 1).toBeCloseTo(0, 5);
    await press(page, 'booth.finished.enlarge');
    const large = await modulePixels(page, '.large-proof');
    expect(large).toBeGreaterThanOrEqual(4);
    expect(large % 1).toBeCloseTo(0, 5);
    await page.screenshot({ path: join(artefacts, 'proof-large-tablet.png') });
    await press(page, 'common.close');
    expect(await page.locator('.large-proof').count()).toBe(0);
    await page.context().close();
  });
});
