import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { systemRandom } from '@bilik/ballot/native';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { startTrustee } from '../src/index.ts';
import { QUICK_SCRYPT } from './device.ts';
import { pairedHome } from './device-home.ts';
import { succeeded } from './succeeded.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const pageFolder = join(root, 'apps', 'trustee', 'dist', 'pages', 'trustee');
const artefacts = join(root, 'artefacts', 'trustee');
/** The button that brings the record. */
export const FETCH = 'Ambil arsip dari mesin TPS dan periksa';

const SIZES = { phone: { width: 360, height: 640 }, laptop: { width: 1280, height: 800 } } as const;

let browser: Browser;

/** Builds the page and opens the browser before the tests of a file, and closes it after them. */
export function useBrowser(): void {
  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), '--only', 'trustee/trustee']);
    mkdirSync(artefacts, { recursive: true });
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
  });
  afterAll(() => browser.close());
}

/** A page that keeps what the browser complains of: a broken policy, a failed script, a request to elsewhere. */
async function openPage(address: string) {
  const context = await browser.newContext({ viewport: SIZES.laptop, reducedMotion: 'reduce' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A refusal (409) is an answer of the house, which Chromium lists as a failed request.
    if (message.type() === 'error' && !message.text().includes('409')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('blob:'))
      complaints.push(request.url());
  });
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  return { page, complaints };
}

/** A trustee's device with its page open. @returns also what the device could not explain, which must stay empty */
export async function openDevice(home: string, station: { readonly origin: string }) {
  const broken: string[] = [];
  const running = succeeded(
    await startTrustee({
      home: pairedHome(home, station.origin),
      port: 0,
      host: '127.0.0.1',
      pageFolder,
      isExercise: true,
      random: systemRandom,
      now: Date.now,
      maxWorkers: 0,
      scryptCost: QUICK_SCRYPT,
      onAct: () => {},
      onBroken: (error) => broken.push(error.stack ?? error.message),
    }),
  );
  onTestFinished(running.close);
  return { address: running.address, broken, ...(await openPage(running.address)) };
}

/** Looks at a screen in both sizes: kept as a picture, clean for axe, nothing wider than the device, one main act. */
export async function look(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(artefacts, `${name}-${size}.png`), fullPage: true });
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide, `${name} on a ${size}`).toBeLessThanOrEqual(0);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
  expect(await page.locator('.button--primary').count(), `main acts of ${name}`).toBeLessThanOrEqual(1);
  expect(await page.locator('.exercise').count(), `LATIHAN on ${name}`).toBe(1);
}

/** Goes on by Tab until the focus is on what has this role and name, as a person without a mouse does. */
export async function reach(
  page: Page,
  role: 'button' | 'textbox' | 'checkbox' | 'spinbutton',
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name });
  await wanted.waitFor();
  for (let step = 0; step < 60; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(name)} is not reached by keyboard`);
}

/** Presses a button by keyboard. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await reach(page, 'button', name);
  // A button that says why it cannot be pressed yet is waited for, as a person would.
  await page.locator('button:focus:not([aria-disabled])').waitFor();
  await page.keyboard.press('Enter');
}

/** Types a whole text into the entry of this name. */
export async function type(page: Page, name: string | RegExp, text: string): Promise<void> {
  const field = page.getByLabel(name, { exact: true });
  for (let step = 0; step < 60; step += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}
