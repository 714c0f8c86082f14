import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillPlace, holdSitting, READY } from '../apps/center/test/ready-place.ts';
import { openTestCenter, type TestCenter } from '../apps/center/test/test-center.ts';

const root = join(import.meta.dirname, '..');
const artefacts = join(root, 'artefacts', 'packages');
const SIZES = { phone: { width: 360, height: 640 }, laptop: { width: 1280, height: 800 } } as const;

let browser: Browser;
let center: TestCenter;
let office: string;

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), '--only', 'center/kantor']);
  mkdirSync(artefacts, { recursive: true });
  center = await openTestCenter();
  await fillPlace(center);
  await holdSitting(center);
  office = await center.listen();
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
});
afterAll(async () => {
  await browser.close();
  await center.close();
});

async function look(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(artefacts, `${name}-${size}.png`), fullPage: true });
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide, `${name} on a ${size}`).toBeLessThanOrEqual(0);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
}

test('the office writes who works at a polling place, issues its package, prints its cards once and seals the first pack', async () => {
  const context = await browser.newContext({ viewport: SIZES.laptop, reducedMotion: 'reduce' });
  const [name = '', value = ''] = (await center.cookieOf('regency')).split('=');
  await context.addCookies([{ name, value, url: office }]);
  const page = await context.newPage();
  await page.goto(`${office}/kantor/#/paket/${READY.election}`);
  await page
    .getByRole('link', { name: /TPS 01/ })
    .first()
    .waitFor();
  await look(page, 'daftar');
  await page.goto(`${office}/kantor/#/paket/${READY.election}/${READY.place}`);
  await page
    .getByLabel(/^Petugas/)
    .fill(
      [
        'ketua; Orang Buatan Ketua',
        'anggota; Orang Buatan Anggota',
        'anggota; Orang Buatan Kedua',
        'meja; Orang Buatan Meja',
        'teknisi; Orang Buatan Teknisi',
        'pengawas; Orang Buatan Pengawas',
        'saksi 1; Orang Buatan Saksi Satu',
        'saksi 2; Orang Buatan Saksi Dua',
      ].join('\n'),
    );
  await page.getByLabel(/^Alamat IPv4/).fill('192.168.77.2');
  await look(page, 'petugas');
  await page.getByRole('button', { name: 'Simpan' }).click();
  const issue = page.getByRole('button', { name: 'Terbitkan paket dan cetak kartu' });
  await page
    .locator('button:not([aria-disabled])', { hasText: 'Terbitkan paket dan cetak kartu' })
    .first()
    .waitFor();
  await issue.first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Terbitkan paket dan cetak kartu' }).click();
  await page.getByText(/Paket versi 1 terbit/).waitFor({ timeout: 60_000 });
  // the sheets are in this tab alone
  const sheets = page.getByRole('link', { name: /Kartu suara/ });
  expect(await sheets.getAttribute('href')).toMatch(/^blob:/);
  const head = await sheets
    .evaluate(async (link) =>
      link instanceof HTMLAnchorElement ? (await (await fetch(link.href)).text()).slice(0, 5) : '',
    )
    .catch(() => 'refused');
  expect(['%PDF-', 'refused']).toContain(head);
  await look(page, 'cetak');
  await page.getByRole('button', { name: 'Semua sudah di kertas, tutup' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Semua sudah di kertas, tutup' }).click();
  await page.getByLabel('Kartu yang dihitung dua orang').fill('99');
  await page.getByLabel('Nomor segel').fill('BA-1');
  await page.getByRole('button', { name: 'Segel bungkus ini' }).click();
  await page.getByText(/Bungkus 1 dicetak 100 kartu, terhitung 99/).waitFor();
  await page.getByLabel('Kartu yang dihitung dua orang').fill('100');
  await page.getByRole('button', { name: 'Segel bungkus ini' }).click();
  await page.getByRole('cell', { name: 'BA-1' }).waitFor();
  await look(page, 'bungkus');
});
