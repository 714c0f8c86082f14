import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

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

/** Sizes at which a screen is looked at: a phone, a tablet or laptop. */
const SIZES = [
  ['360', { width: 360, height: 640 }],
  ['1280', { width: 1280, height: 800 }],
] as const;

/** Takes pictures of a screen in its sizes, and lets axe look at it. @param name of the picture, without ending */
export async function lookAt(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  for (const [size, viewport] of SIZES) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(ARTEFACTS, `${name}-${size}.png`) });
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(
      ({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ¦ ')}`,
    ),
  ).toEqual([]);
}

/** Fails the test for every error that a page of ours reports. */
export function watchErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
      errors.push(`${page.url()}: ${message.text()}`);
    }
  });
}
