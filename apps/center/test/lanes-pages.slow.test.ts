import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { recordChange } from '../src/tabulation/record-change.ts';
import { ELECTION } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const artefacts = join(root, 'artefacts', 'sheets');
const PLACE = '16.07.01.2002-001';

let center: TestCenter;
let browser: Browser;
let address: string;
const errors: string[] = [];

beforeAll(async () => {
  for (const page of ['center/kantor', 'center/bukti']) {
    execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), '--only', page]);
  }
  mkdirSync(artefacts, { recursive: true });
  center = await openTestCenter();
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

async function open(path: string, account?: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    reducedMotion: 'reduce',
  });
  if (account !== undefined) {
    const [name = '', value = ''] = (await center.cookieOf(account)).split('=');
    await context.addCookies([{ name, value, url: address }]);
  }
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(`${path}: ${error.message}`));
  await page.goto(`${address}${path}`);
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(artefacts, `${name}-360.png`) });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.screenshot({ path: join(artefacts, `${name}-1280.png`) });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(tooWide, `${name} sticks out`).toBeLessThanOrEqual(0);
}

/** Types into the first form of figures from its first field on; the last Enter presses the button. */
async function typeFigures(page: Page, figures: readonly number[]): Promise<void> {
  await page.locator('form.sheet-figures input').first().focus();
  for (const value of figures) {
    await page.keyboard.type(String(value));
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Enter');
}

test('a citizen sends a photo, a moderator accepts it with its figures, the Desk fixes its own, and then the lanes are compared', async () => {
  const citizen = await open(`/bukti/#/${ELECTION}/${PLACE}`);
  await citizen.getByRole('button', { name: 'Kirim bukti' }).click();
  await citizen.getByText('Belum ada foto atau kode. Tidak ada yang dikirim.').waitFor();
  const picture = await citizen.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 2600;
    canvas.height = 2000;
    const pen = canvas.getContext('2d');
    pen?.fillText('LATIHAN', 100, 100);
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  });
  await citizen.getByLabel('Foto lembar').setInputFiles({
    ...{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture, 'base64') },
  });
  await citizen.getByText('Foto siap dikirim.').waitFor();
  await look(citizen, 'bukti');
  await citizen.getByRole('button', { name: 'Kirim bukti' }).click();
  await citizen.getByText('Bukti diterima.').waitFor();

  const moderator = await open(`/kantor/#/jalur/${ELECTION}/bukti`, 'sub-district');
  await moderator.getByRole('button', { name: 'Lihat' }).click();
  await moderator.getByLabel('Alasan').fill('Lembar yang ditempel di TPS');
  await typeFigures(moderator, [104, 50, 30, 20, 100, 4]);
  await moderator.getByText('diterima', { exact: true }).waitFor();
  await look(moderator, 'moderasi');

  const desk = await open(`/kantor/#/jalur/${ELECTION}/angka/${PLACE}`, 'desk');
  await desk.locator('form.sheet-figures input').first().waitFor();
  await typeFigures(desk, [104, 50, 30, 20, 100, 4]);
  await desk.getByText('Angka terkunci dengan kode').waitFor();
  // nothing official is in: the Desk sees no difference, and no figure but its own
  await desk.goto(`${address}/kantor/#/jalur/${ELECTION}`);
  await desk.getByText('Belum ada TPS yang berbeda').waitFor();

  await inScope(center.store.database, OWN_WORK, (transaction) =>
    recordChange(transaction, {
      ...{ election: ELECTION, place: PLACE, contest: 'kepala-desa', lane: 'official', part: 'whole' },
      ...{ sourceKind: 'sheet', source: `${PLACE}/1`, account: null, reason: null, at: new Date(0) },
      figures: { users: 104, women: 50, valid: 100, invalid: 4, votes: { c1: 30, c2: 50, c3: 20 } },
    }),
  );
  await desk.reload();
  await desk.getByText('mencapai: menggeser 40, jarak 20 suara').waitFor();
  await desk.getByText('Desk: pilihan 1 50, resmi 30').waitFor();
  await desk.getByText('warga: pilihan 1 50, resmi 30').waitFor();
  await look(desk, 'banding');
  expect(errors).toEqual([]);
});
