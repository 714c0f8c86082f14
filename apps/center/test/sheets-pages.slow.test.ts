import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount, ELECTION } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const artefacts = join(root, 'artefacts', 'sheets');
const PLACE = '16.07.05.2003-001';
/** As on the sheet, from top to bottom. */
const FIGURES = [
  ...[150, 160, 310, 112, 128, 240, 0, 0, 0, 240],
  ...[318, 240, 2, 76, 121, 84, 31, 236, 4, 240, 5, 3],
];

let center: TestCenter;
let browser: Browser;
let address: string;
const errors: string[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), '--only', 'center/kantor']);
  center = await openTestCenter();
  for (const id of ['ani', 'budi', 'citra']) {
    await addAccount(center.store.database, { id, role: 'sub-district', area: '16.07.05' });
  }
  address = await center.listen();
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
});
afterAll(async () => {
  await browser.close();
  await center.close();
});

/** The office's page as this account. */
async function openOffice(account: string, size = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  const [name = '', value = ''] = (await center.cookieOf(account)).split('=');
  await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(`${account}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) {
      errors.push(`${account}: ${message.text()}`);
    }
  });
  return page;
}

/** A picture as a camera would give it, drawn by the browser; the office's page makes it smaller. */
async function drawSheet(page: Page): Promise<Buffer> {
  const picture = await page.evaluate((figures) => {
    const canvas = document.createElement('canvas');
    canvas.width = 3000;
    canvas.height = 4000;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.fillStyle = '#f4efe2';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = '#1b1930';
    pen.font = '110px sans-serif';
    pen.fillText('LATIHAN · TPS 1 · 16.07.05.2003', 200, 260);
    for (const [index, value] of figures.entries()) {
      pen.fillText(`${index + 1}.`, 260, 480 + index * 155);
      pen.fillText(String(value), 2200, 480 + index * 155);
    }
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  }, FIGURES);
  return Buffer.from(picture, 'base64');
}

async function look(page: Page, name: string): Promise<void> {
  for (const [label, viewport] of Object.entries({
    360: { width: 360, height: 640 },
    1280: { width: 1280, height: 800 },
  })) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(artefacts, `${name}-${label}.png`) });
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(tooWide, `${name} at ${label} sticks out`).toBeLessThanOrEqual(0);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Types figures from wherever the focus is: each ends with Enter, and the last Enter stands on the button. */
async function typeFigures(page: Page, figures: readonly number[]): Promise<void> {
  await page.locator('form.sheet-figures input').first().waitFor();
  for (const value of figures) {
    await page.keyboard.type(String(value));
    await page.keyboard.press('Enter');
  }
}

const heading = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test('a sheet from its photo to a definitive result, typed by two and settled by a third, by keyboard alone', async () => {
  const ani = await openOffice('ani');
  await ani.goto(`${address}/kantor/#/lembar/${ELECTION}/${PLACE}`);
  await ani.getByLabel('Tambah foto lembar').setInputFiles({
    ...{ name: 'IMG_0001.jpg', mimeType: 'image/jpeg' },
    buffer: await drawSheet(ani),
  });
  await ani.locator('.sheet-photo__picture').waitFor();
  const kept = await center.store.owner
    .selectFrom('sheet_photo')
    .innerJoin('file', 'file.sha256', 'sheet_photo.sha256')
    .select(['type', 'bytes'])
    .executeTakeFirstOrThrow();
  expect(kept.type).toBe('image/jpeg');
  expect(kept.bytes).toBeLessThan(700_000);

  // Ani takes the sheet from the list and never lets go of the keyboard
  await ani.goto(`${address}/kantor/#/lembar/${ELECTION}`);
  await ani.getByRole('button', { name: 'Ketik lembar berikutnya' }).waitFor();
  await look(ani, 'daftar');
  await ani.getByRole('button', { name: 'Ketik lembar berikutnya' }).focus();
  await ani.keyboard.press('Enter');
  // a slip: 12 for 121. The page asks her to look again, and says which sum does not hold
  await typeFigures(ani, FIGURES.with(14, 12));
  await ani.keyboard.press('Enter');
  await heading(ani, 'Periksa angka ini sekali lagi.');
  await heading(ani, /12 \+ 84 \+ 31 = 127, lembar menyatakan 236 \(nomor 7a\), selisih 109/);
  await look(ani, 'ketik');
  await ani.locator('input[name="kepala-desa:c1"]').focus();
  await ani.keyboard.press('ControlOrMeta+A');
  await ani.keyboard.type('121');
  await ani.keyboard.press('Shift+Enter');
  expect(await ani.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('kepala-desa:unused');
  for (let step = 0; step < FIGURES.length - 13; step += 1) await ani.keyboard.press('Enter');
  await ani.keyboard.press('Enter');
  await heading(ani, 'Ketik lembar berikutnya');

  // Budi reads one figure otherwise; both of his sums hold
  const budi = await openOffice('budi');
  await budi.goto(`${address}/kantor/#/lembar/${ELECTION}/${PLACE}`);
  await budi.keyboard.press('+');
  await typeFigures(budi, FIGURES.with(20, 6));
  await budi.keyboard.press('Enter');
  await heading(budi, 'Ketik lembar berikutnya');
  await budi.goto(`${address}/kantor/#/lembar/${ELECTION}/${PLACE}`);
  await budi.reload();
  await heading(budi, 'Anda mengetik lembar ini. Orang ketiga menyelesaikan perbedaannya.');

  // Citra sees one field, and neither 5 nor 6
  const citra = await openOffice('citra');
  await citra.goto(`${address}/kantor/#/lembar/${ELECTION}/${PLACE}`);
  await citra.locator('form.sheet-figures input').waitFor();
  expect(await citra.locator('form.sheet-figures input').count()).toBe(1);
  await look(citra, 'beda');
  await typeFigures(citra, [9]);
  await citra.keyboard.press('Enter');
  await heading(citra, /bacaan Anda tidak sama dengan kedua ketikan/);
  await citra.locator('form.sheet-figures input').focus();
  await citra.keyboard.press('ControlOrMeta+A');
  await typeFigures(citra, [5]);
  await citra.keyboard.press('Enter');
  await heading(citra, 'Angka yang disepakati dua orang');
  await look(citra, 'tetap');
  const sheet = await center.store.owner.selectFrom('sheet').select('step').executeTakeFirstOrThrow();
  expect(sheet.step).toBe('definitive');
  expect(errors).toEqual([]);
});
