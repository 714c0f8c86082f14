import { existsSync, readdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { axeFindings, takePictures } from '../support/screens.ts';

/** Looks at every distinct screen of the run once: pictures in three sizes, and axe. */
export interface Look {
  /**
   * @param name of the screen; of one that was looked at before nothing is done
   * @param from what stands at the top of the picture; left out: wherever the page was scrolled to
   */
  readonly at: (page: Page, name: string, from?: Locator) => Promise<void>;
  readonly seen: () => readonly string[];
  /** What axe found, a line each. */
  readonly findings: () => readonly string[];
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((file) => /^(.+)-1280\.png$/.exec(file)?.[1] ?? []);

const USUAL = { width: 1280, height: 800 };

/** @param folder of the pictures, and of those that an earlier run took; without one nothing is looked at, and the run is quicker */
export function openLook(folder: string | undefined): Look {
  const names = new Set<string>(folder !== undefined && existsSync(folder) ? namesIn(folder) : []);
  const findings: string[] = [];
  return {
    async at(page, name, from) {
      if (folder === undefined || names.has(name)) return;
      names.add(name);
      const before = page.viewportSize() ?? USUAL;
      await takePictures(page, { folder, name, sizes: ['phone', 'hall', 'tablet'], from });
      findings.push(...(await axeFindings(page, name)));
      await page.setViewportSize(before);
    },
    seen: () => [...names],
    findings: () => findings,
  };
}
