import { join } from 'node:path';
import { expect, test } from 'vitest';
import { artefacts, axeFaults, openBoothPages, press, say, THREE_CANDIDATES } from './booth-pages.ts';

const { booth, openPage, toChoice } = openBoothPages();

test.each(['tablet', 'phone'] as const)(
  '%s: a technician sees that paper runs low, records the new roll by PIN, and prints a test slip',
  async (size) => {
    const { page, complaints } = await openPage(size, THREE_CANDIDATES);
    await press(page, 'guide.help');
    await page.getByRole('link', { name: say('booth.officer') }).click();
    const name = size === 'tablet' ? say('officer.paper.low') : say('officer.paper.enough');
    await page.getByText(name).waitFor();
    const look = async (screen: string) => {
      await page.screenshot({ path: join(artefacts, `officer-${screen}-${size}.png`), fullPage: true });
      expect(await axeFaults(page), screen).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(width, `${screen} is wider than the screen`).toBeLessThanOrEqual(0);
    };
    await look('paper');
    await press(page, 'officer.roll');
    await look('roll');
    await page.getByRole('button', { name: '50 m' }).click();
    await page.getByRole('button', { name: 'Agus Salim' }).click();
    await page.keyboard.type('111111');
    await page.getByText('Agus Salim', { exact: false }).first().waitFor();
    await look('refused');
    await press(page, 'officer.roll');
    await page.getByRole('button', { name: '50 m' }).click();
    await page.getByRole('button', { name: 'Agus Salim' }).click();
    await look('pin');
    await page.keyboard.type('246810');
    await page.getByText(say('officer.paper.enough')).waitFor();
    await look('recorded');
    await press(page, 'officer.test');
    await page.getByRole('button', { name: 'Rahmat Hidayat' }).click();
    await page.keyboard.type('246810');
    await page.getByText(say('officer.testDone')).waitFor();
    expect(booth().commands.filter((path) => path === '/api/change-roll')).not.toHaveLength(0);
    expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
    await page.close();
  },
);

test('the way to the officers’ page is there for an officer who was called, and never leads away from a ballot', async () => {
  const { page } = await openPage('tablet', THREE_CANDIDATES);
  await page.getByRole('heading', { name: say('booth.card.heading') }).waitFor();
  expect(await page.getByRole('link', { name: say('booth.officer') }).count()).toBe(0);
  await toChoice(page);
  await press(page, 'guide.help');
  await page.getByRole('heading', { name: say('guide.help.heading') }).waitFor();
  expect(await page.getByRole('link', { name: say('booth.officer') }).count()).toBe(0);
  await page.close();
});
