import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { phrase } from '@bilik/words';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { TWENTY_MM_PIXELS } from './screen-faults.ts';
import { type Ballot, openScriptedBooth, type ScriptedBooth } from './scripted-booth.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** Pictures of the screens, for eyes. */
export const artefacts = join(root, 'artefacts', 'booth');

const SIZES = { tablet: [1280, 800], low: [1280, 720], phone: [360, 640] } as const;
export type Size = keyof typeof SIZES;

/** On a phone, "in a pinch", targets are what a phone has room for; everything else is scrolled to. */
export const limitsOf = (size: Size) =>
  size === 'phone' ? { whole: false, targetPixels: 70 } : { whole: true, targetPixels: TWENTY_MM_PIXELS };

export const NAMES = ['Hj. Nurhayati, S.Pd.', 'Muhammad Yusuf Effendi', 'Sulaiman bin Abdullah'] as const;
/** 60 characters each, and one with all the titles a person can have. */
const LONG_NAMES = [
  'H. Raden Mas Suryodiningrat Kusumawardhana bin Tohir, S.Sos.',
  'Hj. Siti Nurhalimah Ratnaningtyas Wulandari Purwaningsih, SE',
  'Prof. Dr. Ir. H. Muhammad Yusuf Effendi Hasanuddin bin Abdullah Rasyid, S.T., S.H., M.Hum., M.Si., Ph.D., IPU, ASEAN Eng.',
  'Drs. H. Bambang Suryanto Wicaksono Hadiningrat Notonegoro MM',
  'Dra. Hj. Dewi Lestari Kusumaningrum binti Ahmad Fauzi, M.Pd.',
];
const QUESTION = 'Kepala Desa Merah Mata';
export const THREE_CANDIDATES: Ballot = { title: QUESTION, names: NAMES };
export const BALLOTS: readonly { readonly name: string; readonly ballot: Ballot }[] = [
  { name: 'two', ballot: { title: QUESTION, names: NAMES.slice(0, 2) } },
  { name: 'three', ballot: THREE_CANDIDATES },
  {
    name: 'five-long',
    ballot: {
      title: 'Pemilihan Kepala Desa Merah Mata Kecamatan Banyuasin I masa jabatan 2026 sampai 2034',
      names: LONG_NAMES,
    },
  },
];

export const say = (key: Parameters<typeof phrase>[1]): string =>
  // the catalogue's types fit single keys; none of these takes values
  (phrase as (language: 'id', key: string) => string)('id', key);

export const heading = (page: Page, key: Parameters<typeof phrase>[1]): Promise<void> =>
  page.getByRole('heading', { name: say(key), exact: true }).waitFor();
export const press = (page: Page, key: Parameters<typeof phrase>[1]): Promise<void> =>
  page.getByRole('button', { name: say(key), exact: true }).click();

/** Where the focus is: in the heading of the step, in the main part of the page, or nowhere. */
export const focusIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused?.classList.contains('step-heading') === true) return 'heading';
    return focused === null || focused === document.body ? 'nowhere' : focused.tagName;
  });

export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `axe: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** What a file of tests needs of the booth page: a booth that shows what the test says, and pages upon it. */
export interface BoothPages {
  readonly booth: () => ScriptedBooth;
  readonly openPage: (size: Size, ballot: Ballot) => Promise<{ page: Page; complaints: string[] }>;
  /** A card is in, and the candidates are shown. */
  readonly toChoice: (page: Page) => Promise<void>;
  /** The option is chosen and shown once more. */
  readonly toReview: (page: Page, option: number) => Promise<void>;
  /** The option is chosen, encrypted and named on the tracker slip. */
  readonly toTracker: (page: Page, option: number) => Promise<void>;
}

/** Opens booth and browser before the file's tests and stops them after. */
export function openBoothPages(): BoothPages {
  let booth: ScriptedBooth;
  let browser: Browser;

  beforeAll(async () => {
    for (const name of ['booth/booth', 'booth/officer'])
      execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), '--only', name]);
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
  async function toChoice(page: Page): Promise<void> {
    await page.keyboard.type(booth.card());
    await page.locator('.ballot').waitFor();
  }
  async function toReview(page: Page, option: number): Promise<void> {
    await toChoice(page);
    await page.locator('.candidate').nth(option).click();
    await press(page, 'common.next');
    await heading(page, 'booth.review.heading');
  }
  async function toTracker(page: Page, option: number): Promise<void> {
    await toReview(page, option);
    await press(page, 'booth.review.confirm');
    await heading(page, 'booth.tracker.heading');
  }
  return { booth: () => booth, openPage, toChoice, toReview, toTracker };
}
