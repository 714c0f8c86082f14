import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount, ELECTION } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const artefacts = join(root, 'artefacts', 'sheets');
const PLACE = '16.07.05.2003-001';
const FIGURES = [
  ...[150, 160, 310, 112, 128, 240, 0, 0, 0, 240],
  ...[318, 240, 2, 76, 121, 84, 31, 236, 4, 240, 5, 3],
];

let center: TestCenter;
let browser: Browser;
beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), '--only', 'center/telepon']);
  mkdirSync(artefacts, { recursive: true });
  center = await openTestCenter();
  await addAccount(center.store.database, { id: 'panitia', role: 'committee', area: '16.07.05.2003' });
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
});
afterAll(async () => {
  await browser.close();
  await center.close();
});

test('a sheet typed and photographed without a network is on the phone, then at the center once, then checked; the queue fits a file', async () => {
  const address = await center.listen();
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    reducedMotion: 'reduce',
  });
  const [name = '', value = ''] = (await center.cookieOf('panitia')).split('=');
  await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${address}/telepon/`);
  await page.getByRole('button', { name: `Ketik ${PLACE}` }).waitFor();

  // the line is gone: figures and photo stay on the phone, and the screen says so
  await context.setOffline(true);
  await page.getByRole('button', { name: `Ketik ${PLACE}` }).click();
  const picture = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 2400;
    canvas.height = 1800;
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  });
  await page.getByLabel(`Foto lembar ${PLACE}`).setInputFiles({
    ...{ name: 'IMG_2.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture, 'base64') },
  });
  await page.getByText('Tersimpan di telepon ini.').first().waitFor();
  await page.locator('form.sheet-figures input').first().focus();
  for (const figure of FIGURES) {
    await page.keyboard.type(String(figure));
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
  await page.getByText('2 hanya ada di telepon ini.').waitFor();
  expect(await page.getByText('di telepon ini', { exact: true }).count()).toBe(2);
  await page.screenshot({ path: join(artefacts, 'telepon-360.png') });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Simpan antrean sebagai berkas' }).click(),
  ]);
  const queue = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(queue.items.map(({ kind }: { readonly kind: string }) => kind).sort()).toEqual(['entry', 'photo']);

  // the page is loaded anew when the line is back: the queue is still there, and goes out by itself
  await context.setOffline(false);
  await page.reload();
  await page.getByText('Semua sudah di pusat.').waitFor();
  expect(await page.getByText('di pusat', { exact: true }).count()).toBe(2);
  const entries = await center.store.owner.selectFrom('sheet_entry').select(['account', 'sent_as']).execute();
  expect(entries).toHaveLength(1);
  expect(await center.store.owner.selectFrom('sheet_photo').select('place').execute()).toEqual([
    { place: PLACE },
  ]);

  // a second person types the same at the office
  const stored = await center.store.owner.selectFrom('sheet_entry').select('typed').executeTakeFirstOrThrow();
  const sentAs = 'c'.repeat(32);
  const second = { election: ELECTION, place: PLACE, figures: stored.typed, sentAs };
  expect((await center.act('regency', 'sheets.enter', second)).body.value).toMatchObject({
    step: 'definitive',
  });
  await page.reload();
  await page.getByText('sudah diperiksa', { exact: true }).waitFor();
  expect(errors).toEqual([]);
});
