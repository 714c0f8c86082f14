import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestCenter } from './test-center.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Sizes at which the office's screens are looked at; the wall's only for what hangs on one. */
const SIZES = {
  phone: { width: 360, height: 640 },
  laptop: { width: 1280, height: 800 },
  wall: { width: 1920, height: 1080 },
} as const;

/** How a page is opened. */
interface Opening {
  /** Who is signed in; left out: nobody. */
  readonly account?: string;
  readonly size?: keyof typeof SIZES;
}

/** Chromium in front of a test's center. */
export interface OfficeBrowser {
  /** Where the center listens, without a slash at its end. */
  readonly address: string;
  readonly browser: Browser;
  /** What pages reported as broken; a test ends by expecting none. */
  readonly errors: readonly string[];
  /** A browser context of its own, signed in as this account. */
  readonly contextOf: (opening?: Opening) => Promise<BrowserContext>;
  /** A page in a context of its own. @param path from the root, as `/kantor/#/pemilih` */
  readonly open: (path: string, opening?: Opening) => Promise<Page>;
  /** The office's page as this account. @param path after `#/` */
  readonly openOffice: (account: string, path?: string) => Promise<Page>;
  /**
   * Keeps pictures of a screen in two sizes, of what hangs on a wall in three; expects that nothing sticks out, that each cell of a
   * table has its head on a phone, that no place is called by its code alone and no moment by the clock of computers, and that axe
   * finds nothing. Leaves the page at the laptop's size.
   */
  readonly look: (page: Page, name: string, isWall?: boolean) => Promise<void>;
  /** Ends the browser, then the center. */
  readonly close: () => Promise<void>;
}

/** Builds pages of the center where they are not up to date. @param names as `kantor` */
function buildPages(names: readonly string[]): void {
  const only = names.flatMap((name) => ['--only', `center/${name}`]);
  execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), ...only]);
}

/**
 * Builds pages, lets the center listen, and opens Chromium.
 * @param artefacts folder of the pictures below `artefacts/`; @param pages those that the test opens; @param camera a raw video that it
 * plays as its camera; left out: there is none
 */
export async function openOfficeBrowser(
  center: TestCenter,
  artefacts: string,
  pages: readonly string[] = ['kantor'],
  camera?: string,
): Promise<OfficeBrowser> {
  buildPages(pages);
  const address = await center.listen();
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
      ...(camera === undefined
        ? []
        : [
            ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
            `--use-file-for-fake-video-capture=${camera}`,
          ]),
    ],
  });
  const errors: string[] = [];

  async function contextOf({ account, size = 'laptop' }: Opening = {}): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: SIZES[size], reducedMotion: 'reduce' });
    context.setDefaultTimeout(15_000);
    if (account !== undefined) {
      const [name = '', value = ''] = (await center.cookieOf(account)).split('=');
      await context.addCookies([{ name, value, url: address }]);
    }
    context.on('weberror', (error) => errors.push(`${account}: ${error.error().message}`));
    context.on('console', (message) => {
      // a refusal is an answer of 4xx, which Chromium writes down as an error of its own
      const isRefusal = message.text().includes('Failed to load resource');
      if (message.type() === 'error' && !isRefusal) errors.push(`${account}: ${message.text()}`);
    });
    return context;
  }

  async function open(path: string, opening?: Opening): Promise<Page> {
    const page = await (await contextOf(opening)).newPage();
    await page.goto(`${address}${path}`);
    return page;
  }

  return {
    ...{ address, browser, errors, contextOf, open },
    openOffice: (account, path = '') => open(`/kantor/#/${path}`, { account }),
    async look(page, name, isWall = false) {
      for (const [size, viewport] of Object.entries(SIZES)) {
        if (size === 'wall' && !isWall) continue;
        await page.setViewportSize(viewport);
        if (size === 'wall') await page.evaluate(() => scrollTo(0, 0));
        const path = join(root, 'artefacts', artefacts, `${name}-${viewport.width}.png`);
        await page.screenshot({ path, fullPage: size !== 'wall' });
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(tooWide, `${name} at ${viewport.width} sticks out`).toBeLessThanOrEqual(0);
        if (size === 'phone') expect(await headlessCells(page), `${name}: cells without head`).toEqual([]);
      }
      await page.setViewportSize(SIZES.laptop);
      expect(await textsForMachines(page), `${name}: codes and clocks of computers`).toEqual([]);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html).join(' ¦ ')}`),
      ).toEqual([]);
    },
    async close() {
      await browser.close();
      await center.close();
    },
  };
}

/** Cells of tables that stand as lines and show no head of their column. */
function headlessCells(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.table--lines tbody th[scope=row], .table--lines tbody td[data-head]')]
      .filter(
        (cell) =>
          cell.checkVisibility() && /^(none|""|normal)$/.test(getComputedStyle(cell, '::before').content),
      )
      .map((cell) => cell.textContent ?? ''),
  );
}

/** Polling places called by their code alone, and moments as computers write them. */
function textsForMachines(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    // whoever stands outside the office knows a place by what is printed on its sheet
    if (!location.pathname.startsWith('/kantor')) return found;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const said = text.textContent ?? '';
      const isCode = text.parentElement?.closest('.office__place-code, .sheet-code, code') !== null;
      if (!isCode && /\d{2}\.\d{2}\.\d{2}\.\d{4}-\d{3}/.test(said)) found.push(said);
      if (/(?<![\w-])\d{4}-(?:0\d|1[0-2])-[0-3]\d(?![\d-])/.test(said)) found.push(said);
    }
    return found;
  });
}

/** Presses the first button of exactly this name. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

/** Waits until a text is to be seen. */
export const seeText = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();

/** A picture as a camera would give it, drawn by the browser. */
export async function drawPhoto(
  page: Page,
  {
    width,
    height,
    lines,
  }: { readonly width: number; readonly height: number; readonly lines: readonly string[] },
): Promise<Buffer> {
  const picture = await page.evaluate(
    (photo) => {
      const canvas = document.createElement('canvas');
      canvas.width = photo.width;
      canvas.height = photo.height;
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas');
      pen.fillStyle = '#f4efe2';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.fillStyle = '#1b1930';
      pen.font = '110px sans-serif';
      for (const [index, line] of photo.lines.entries()) pen.fillText(line, 200, 260 + index * 155);
      return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
    },
    { width, height, lines: [...lines] },
  );
  return Buffer.from(picture, 'base64');
}

/** Types figures from wherever the focus is; each ends with Enter, and the last Enter stands on the button. */
export async function typeFigures(page: Page, figures: readonly number[]): Promise<void> {
  await page.locator('form.sheet-figures input').first().waitFor();
  for (const value of figures) {
    await page.keyboard.type(String(value));
    await page.keyboard.press('Enter');
  }
}
