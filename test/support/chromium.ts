import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings, takePictures } from './screens.ts';

export { watchErrors } from './screens.ts';

/** Pictures of a run, to be looked at; not committed. */
const ARTEFACTS = join(import.meta.dirname, '..', '..', 'artefacts');

/**
 * Debian's Chromium, headless, asking the network for nothing.
 * @param cameraPicture a raw video that it plays as its camera
 */
export function openBrowser(cameraPicture?: string): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(cameraPicture === undefined
        ? []
        : [
            '--use-fake-ui-for-media-stream',
            '--use-fake-device-for-media-stream',
            `--use-file-for-fake-video-capture=${cameraPicture}`,
          ]),
    ],
  });
}

/**
 * Takes pictures of a screen in its sizes, and lets axe look at it.
 * @param name of the picture, without ending
 * @param from what stands at the top of the picture; left out: wherever the page was scrolled to
 */
export async function lookAt(page: Page, name: string, from?: Locator): Promise<void> {
  await takePictures(page, { folder: ARTEFACTS, name, sizes: ['phone', 'tablet'], from });
  expect(await axeFindings(page, name)).toEqual([]);
}
