import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { watchErrors } from '../support/screens.ts';

/** Browsers of prepared machines: with every certificate check on, and the package's authority in their own store. */
export interface Kiosks {
  /** A screen of its own, with cookies of its own. @param machine home of a prepared device, whose store is used */
  readonly open: (address: string, options?: KioskOptions) => Promise<Page>;
  readonly errors: () => readonly string[];
  /** Pictures of every open screen, to see where a run stopped. */
  readonly photograph: (folder: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface KioskOptions {
  /** Fingers on glass. */
  readonly isTouched?: boolean;
  /** A raw video that this machine's camera sees; it then has a browser of its own. */
  readonly cameraPicture?: string;
  /** Before the page is loaded. */
  readonly before?: (page: Page) => Promise<void>;
}

const PATIENCE_MS = 60_000;
const SIZE = { width: 1280, height: 800 };

/** The address that the kiosk's own script would open; a shell works it out. */
export function kioskAddress(home: string, ...parameters: string[]): string {
  const script = readFileSync(join(home, 'start-kiosk.sh'), 'utf8');
  const [before] = script.split('exec chromium');
  return execFileSync('sh', ['-s', ...parameters], { input: `${before}printf %s "$address"` }).toString();
}

/** @param machine home whose store has the authority: all machines of the place trust the same one */
export async function openKiosks(machine: string): Promise<Kiosks> {
  const errors: string[] = [];
  const browsers: Browser[] = [];
  const launch = async (cameraPicture?: string): Promise<Browser> => {
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      env: { ...process.env, HOME: machine },
      args: [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
        ...(cameraPicture === undefined
          ? []
          : [
              '--use-fake-ui-for-media-stream',
              '--use-fake-device-for-media-stream',
              `--use-file-for-fake-video-capture=${cameraPicture}`,
            ]),
      ],
    });
    browsers.push(browser);
    return browser;
  };
  const pages: Page[] = [];
  const common = await launch();
  return {
    async open(address, { isTouched = false, cameraPicture, before } = {}) {
      const browser = cameraPicture === undefined ? common : await launch(cameraPicture);
      const settings: BrowserContextOptions = { viewport: SIZE, hasTouch: isTouched };
      const context = await browser.newContext(settings);
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      pages.push(page);
      watchErrors(page, errors);
      await before?.(page);
      await page.goto(address);
      return page;
    },
    errors: () => errors,
    async photograph(folder) {
      for (const [index, page] of pages.entries())
        if (!page.isClosed()) await page.screenshot({ path: join(folder, `stopped-${index}.png`) });
    },
    async stop() {
      for (const browser of browsers) await browser.close();
    },
  };
}
