import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { heading, openBoothPages, press, THREE_CANDIDATES } from './booth-pages.ts';

const { booth, openPage, toReview } = openBoothPages();

const ROUNDS = 8;
const OPTIONS = [0, 1, 2, 3] as const;
/** The 99.9th percentile of χ² with three degrees of freedom: of a thousand right pages one exceeds it. */
const LARGEST_H = 16.27;

declare global {
  interface Window {
    /** Milliseconds from the touch to the page's next command, by the command's address. */
    touchToCommand: { path: string; milliseconds: number; bytes: number }[];
  }
}

async function watchCommands(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.touchToCommand = [];
    let touchedAt = 0;
    document.addEventListener('click', () => (touchedAt = performance.now()), { capture: true });
    const send = window.fetch;
    window.fetch = (address, request) => {
      if (request?.method === 'POST')
        window.touchToCommand.push({
          path: String(address),
          milliseconds: performance.now() - touchedAt,
          bytes: String(request.body).length,
        });
      return send(address, request);
    };
  });
}

/**
 * Kruskal and Wallis's H: whether some group's values lie higher than the others'. Ranks only, so that one slow moment of the machine
 * weighs no more than another. Equal values share the mean of their ranks, with the usual correction: the browser's clock has steps of
 * 0.1 ms, and most commands take none or one of them.
 */
function rankDifference(groups: readonly (readonly number[])[]): number {
  const all = groups.flat();
  const count = all.length;
  const rankOf = (value: number) => {
    const lower = all.filter((other) => other < value).length;
    const equal = all.filter((other) => other === value).length;
    return lower + (equal + 1) / 2;
  };
  const middle = (count + 1) / 2;
  const between = groups.reduce((sum, values) => {
    const mean = values.reduce((total, value) => total + rankOf(value), 0) / values.length;
    return sum + values.length * (mean - middle) ** 2;
  }, 0);
  const variance = all.reduce((sum, value) => sum + (rankOf(value) - middle) ** 2, 0) / (count - 1);
  return variance === 0 ? 0 : between / variance;
}

test('from touch to command no choice is quicker than another, and what is sent tells the choice by nothing but its figure (P11)', async () => {
  const { page } = await openPage('tablet', THREE_CANDIDATES);
  await watchCommands(page);
  await page.reload();
  await heading(page, 'booth.card.heading');
  const times = new Map<string, number[][]>();
  const sizes = new Map<string, Set<number>>();
  for (let round = 0; round < ROUNDS; round += 1) {
    // another order each round: a machine that grows slower over the test must not look like a choice
    for (const turn of OPTIONS) {
      const option = OPTIONS[(turn + round) % OPTIONS.length] ?? 0;
      await toReview(page, option);
      await page.evaluate(() => window.touchToCommand.splice(0));
      await press(page, 'booth.review.confirm');
      await heading(page, 'booth.tracker.heading');
      await press(page, 'booth.tracker.cast');
      await heading(page, 'booth.slip.heading');
      await press(page, 'booth.slip.yes');
      await heading(page, 'booth.finished.cast');
      const commands = await page.evaluate(() => window.touchToCommand);
      expect(commands.map(({ path }) => path)).toEqual(['/api/tracker', '/api/cast', '/api/confirm']);
      for (const { path, milliseconds, bytes } of commands) {
        const groups = times.get(path) ?? OPTIONS.map(() => []);
        groups[option]?.push(milliseconds);
        times.set(path, groups);
        // the ballot's own numbers have one digit less once in a while, whatever the choice
        if (path !== '/api/cast') sizes.set(path, (sizes.get(path) ?? new Set()).add(bytes));
      }
      await press(page, 'common.finish');
      await heading(page, 'booth.card.heading');
    }
  }
  for (const [path, groups] of times) {
    expect(groups.map((values) => values.length)).toEqual(OPTIONS.map(() => ROUNDS));
    const medians = groups.map((values) => values.toSorted((a, b) => a - b)[ROUNDS / 2]?.toFixed(1));
    console.log(`${path}: medians ${medians.join(', ')} ms; H = ${rankDifference(groups).toFixed(1)}`);
    expect(rankDifference(groups), path).toBeLessThan(LARGEST_H);
  }
  for (const [path, bytes] of sizes) expect(bytes.size, path).toBe(1);
  // the detector works: one choice that always takes a little longer is found
  const encrypting = times.get('/api/tracker') ?? [];
  const slowest = Math.max(...encrypting.flat());
  const planted = encrypting.map((values, option) =>
    option === 2 ? values.map((ms) => ms + slowest) : values,
  );
  expect(rankDifference(planted)).toBeGreaterThan(LARGEST_H);
  // and values that are all alike are no difference, however many they are
  expect(rankDifference(OPTIONS.map(() => Array.from({ length: ROUNDS }, () => 0.1)))).toBe(0);
  expect(booth().commands.filter((path) => path === '/api/cast').length).toBe(ROUNDS * OPTIONS.length);
  await page.context().close();
});
