import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openPolls } from '../close/fill-station.ts';
import { lessIsBetter, type Measurement } from '../figure.ts';
import { type ExerciseProcess, startExercise } from '../run/exercise-process.ts';
import { describeLoad } from '../run/load.ts';
import { scaled } from '../run/scale.ts';
import { describeSpread, median } from '../run/spread.ts';
import { BOOTH_SLOWDOWN, launchBrowser, slowDown } from './browser.ts';
import { scriptSizes } from './script-size.ts';

const LIMIT_MS = 1500;
const LIMIT_KB = 60;
const VISITS = 9;
const PAGE_FOLDER = join(import.meta.dirname, '..', '..', '..', 'apps', 'booth', 'dist', 'pages', 'booth');

/** What the watching script leaves on the page; milliseconds since the navigation began. */
interface Usable {
  readonly keypadMs: number;
  readonly digitMs: number;
}

declare global {
  interface Window {
    whenUsable: Promise<Usable>;
  }
}

/**
 * Runs in the page before its own scripts: waits for the keypad's first painted frame, touches a key, and waits until the digit
 * stands in the code's window and was painted.
 */
function watchKeypad(): void {
  const appears = (found: () => boolean): Promise<number> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!found()) return;
        observer.disconnect();
        // a timer that was set in a frame runs after that frame was painted
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0));
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true, characterData: true });
      look();
    });
  const key = (): HTMLElement | null => document.querySelector<HTMLElement>('.keypad__key');
  const digit = (): string => document.querySelector('.keypad__slot')?.textContent ?? '';
  const watch = async (): Promise<Usable> => {
    const keypadMs = await appears(() => key() !== null);
    const typed = appears(() => digit() === '1');
    key()?.click();
    return { keypadMs, digitMs: await typed };
  };
  window.whenUsable = watch();
}

/** One visit as after switching the tablet on: nothing cached. */
async function visit(browser: Browser, booth: string, slowdown: number): Promise<Usable> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await slowDown(page, slowdown);
  await page.addInitScript(watchKeypad);
  await page.goto(booth, { waitUntil: 'commit' });
  const usable = await page.evaluate(() => window.whenUsable);
  await context.close();
  return usable;
}

/** Names of the scripts, worker included, that a page fetches until nothing more comes and no card was shown. */
async function scriptsBeforeACard(browser: Browser, booth: string): Promise<Set<string>> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const names = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) names.add(basename(pathname));
  });
  await page.goto(booth);
  await page.locator('.keypad__key').first().waitFor();
  await context.close();
  return names;
}

/**
 * The booth page by its own server at 6× CPU throttle, from the start of the navigation until a touched digit is painted; then the
 * size of the scripts that it needs for that. Against the limits of 1.5 s and 60 kB. Camera, large QR code and spoken guidance come later
 * and are named beside.
 */
export const measureReady: Measurement = async function* (say) {
  const visits = scaled(VISITS, 3);
  say('opening a polling place');
  const exercise: ExerciseProcess = await startExercise({ voters: 10, booths: 1 });
  const browser = await launchBrowser();
  try {
    // before the polls open the booth shows no keypad
    await openPolls(exercise);
    const [booth = ''] = exercise.booths;
    say(describeLoad());
    // the first visit also waits until the booth has heard that polls are open
    await visit(browser, booth, 1);
    const full = await visit(browser, booth, 1);
    const slow: Usable[] = [];
    for (let index = 0; index < visits; index += 1) slow.push(await visit(browser, booth, BOOTH_SLOWDOWN));
    const times = slow.map(({ digitMs }) => digitMs);
    say(
      `at ${BOOTH_SLOWDOWN}×: keypad ${describeSpread(slow.map(({ keypadMs }) => keypadMs))}; ` +
        `digit ${describeSpread(times)}; unthrottled ${full.digitMs.toFixed(0)} ms`,
    );
    yield lessIsBetter('booth.ready', 'ms', median(times), LIMIT_MS, visits);
    const sizes = scriptSizes(PAGE_FOLDER);
    const fetched = await scriptsBeforeACard(browser, booth);
    say(
      sizes
        .map(({ file, gzipBytes }) => {
          const later = fetched.has(basename(file)) ? '' : ' (later, when asked for)';
          return `${file} ${(gzipBytes / 1000).toFixed(1)} kB${later}`;
        })
        .join(', '),
    );
    const first = sizes.filter(({ file }) => fetched.has(basename(file)));
    const kilobytes = first.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1000;
    yield lessIsBetter('booth.ready.script', 'kB gzip', kilobytes, LIMIT_KB, first.length);
  } finally {
    await browser.close();
    await exercise.stop();
  }
};
