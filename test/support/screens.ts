import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';

/** Sizes at which a screen is looked at. */
export const SCREEN_SIZES = {
  phone: ['360', { width: 360, height: 640 }],
  tablet: ['1280', { width: 1280, height: 800 }],
  hall: ['1920', { width: 1920, height: 1080 }],
} as const;
export type ScreenSize = keyof typeof SCREEN_SIZES;

/** Takes pictures of what a screen shows in each size, and leaves it in the last. @param name of the picture, without ending */
export async function takePictures(
  page: Page,
  {
    folder,
    name,
    sizes,
    from,
  }: {
    readonly folder: string;
    readonly name: string;
    readonly sizes: readonly ScreenSize[];
    /** What stands at the top of the picture; left out: wherever the page was scrolled to. */
    readonly from?: Locator | undefined;
  },
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const size of sizes) {
    const [label, viewport] = SCREEN_SIZES[size];
    await page.setViewportSize(viewport);
    await from?.evaluate((element) => element.scrollIntoView());
    await page.screenshot({ path: join(folder, `${name}-${label}.png`) });
  }
}

/** What axe finds wrong with a screen, a line each. */
export async function axeFindings(page: Page, name: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ¦ ')}`,
  );
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
