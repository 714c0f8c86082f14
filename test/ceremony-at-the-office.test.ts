import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REGENCY } from '../apps/center/test/small-regency.ts';
import { openTestCenter, type TestCenter } from '../apps/center/test/test-center.ts';
import { startProcess, type TrusteeProcess } from '../apps/trustee/test/trustee-process.ts';

const root = join(import.meta.dirname, '..');
const artefacts = join(root, 'artefacts', 'ceremony');
const SIZES = { phone: { width: 360, height: 640 }, laptop: { width: 1280, height: 800 } } as const;
const PASSPHRASE = 'padi kuning di sawah';
const TRUSTEES = [
  ['Orang Buatan Kartini', 'panitia pemilihan'],
  ['Orang Buatan Ridwan', 'BPD'],
  ['Orang Buatan Suhartini', 'saksi nomor 1'],
  ['Orang Buatan Hamid', 'saksi nomor 2'],
  ['Orang Buatan Rosmala', 'saksi nomor 3'],
] as const;

const homes = mkdtempSync(join(tmpdir(), 'bilik-ceremony-'));
let browser: Browser;
let center: TestCenter;
let office: string;

beforeAll(async () => {
  for (const page of ['trustee/trustee', 'center/kantor']) {
    execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), '--only', page]);
  }
  mkdirSync(artefacts, { recursive: true });
  center = await openTestCenter();
  // a second polling place that votes by machine: two keys a trustee
  await center.store.owner
    .updateTable('place')
    .set({ mode: 'electronic' })
    .where('id', '=', '16.07.05.2003-001')
    .execute();
  office = await center.listen();
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
});
afterAll(async () => {
  await browser.close();
  await center.close();
  rmSync(homes, { recursive: true, force: true });
});

/** Kept as a picture in both sizes, clean for axe, nothing wider than the device, LATIHAN on it. */
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
  expect(await page.locator('.exercise').count(), `LATIHAN on ${name}`).toBe(1);
}

/** A trustee's own device with its page in a browser context of its own. */
interface Keeper {
  readonly name: string;
  readonly device: TrusteeProcess;
  readonly page: Page;
}

/** The eight words in a region, once all of them are there. */
async function wordsOf(page: Page, label: string): Promise<string> {
  const words = page.getByRole('region', { name: label, exact: true }).locator('li');
  await words.nth(7).waitFor();
  return (await words.allTextContents()).join(' ');
}

async function allStep(keepers: readonly Keeper[], act: string): Promise<void> {
  for (const { page } of keepers) {
    await page.getByRole('button', { name: 'Tukar pesan lewat papan' }).click();
    await page.getByText(/Diberikan: /).waitFor();
  }
  // whoever came early takes what the others gave after
  for (const { page } of keepers) {
    await page.getByRole('button', { name: 'Tukar pesan lewat papan' }).click();
    if (act === 'Bagi pecahan kunci saya') {
      await page.getByLabel('Semua sidik sudah dibacakan, dan sama di semua perangkat.').check();
    }
    await page.getByRole('button', { name: act }).click();
  }
}

test('five trustees on five devices make the keys of two polling places at the office’s notice board; the office reads along, compares and posts', async () => {
  const context = await browser.newContext({ viewport: SIZES.laptop, reducedMotion: 'reduce' });
  const [name = '', value = ''] = (await center.cookieOf('regency')).split('=');
  await context.addCookies([{ name, value, url: office }]);
  const desk = await context.newPage();
  await desk.goto(`${office}/kantor/#/kunci`);
  await desk.getByRole('button', { name: 'Rencanakan upacara' }).click();
  await desk.getByLabel(/^Nama upacara/).fill('Latihan Banyuasin 2026');
  await desk.getByLabel(/^Wilayah/).fill(REGENCY);
  await desk.getByLabel(/^Pemegang kunci/).fill(TRUSTEES.map((line) => line.join('; ')).join('\n'));
  await desk.getByRole('button', { name: 'Buat rencana' }).click();
  await desk.getByRole('heading', { name: 'Kode papan pesan' }).waitFor();
  const codes = await desk.locator('code').allTextContents();
  expect(codes).toHaveLength(5);
  await desk.getByText('LATIHAN', { exact: true }).first().waitFor();
  await look(desk, 'codes');
  await desk.setViewportSize(SIZES.laptop);
  const printed = await desk.pdf({ format: 'A5' });
  writeFileSync(join(artefacts, 'codes.pdf'), printed);
  // a page for each trustee, and nothing else of the screen
  expect([...printed.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(TRUSTEES.length);
  await desk.getByRole('button', { name: 'Buka' }).click();
  await desk.getByText('mengumpulkan sertifikat').first().waitFor();

  const plan = join(homes, 'rencana.json');
  const { bytes } = await center.paper('regency', 'ceremony.plan-file', {
    sitting: 'latihan-banyuasin-2026',
  });
  writeFileSync(plan, bytes);
  const keepers: Keeper[] = await Promise.all(
    TRUSTEES.map(async ([keeper], index) => {
      const device = await startProcess([
        '--home',
        join(homes, `pemegang-${index + 1}`),
        '--port',
        '0',
        '--exercise',
      ]);
      const page = await (
        await browser.newContext({ viewport: SIZES.laptop, reducedMotion: 'reduce' })
      ).newPage();
      await page.goto(device.address);
      return { name: keeper, device, page };
    }),
  );
  for (const [index, { page, name: keeper }] of keepers.entries()) {
    await page.getByText('Kunci untuk banyak TPS').click();
    await page.getByLabel('Berkas rencana').setInputFiles(plan);
    await page.getByLabel(keeper).check();
    const passphrases = page.locator('details[open] input[type=password]');
    await passphrases.nth(0).fill(PASSPHRASE);
    await passphrases.nth(1).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Buat sertifikat saya untuk semua TPS' }).click();
    await page.getByLabel('Alamat papan').fill(office);
    await page.getByLabel('Kode dari undangan Anda').fill(codes[index] ?? '');
  }
  const [first] = keepers;
  if (first === undefined) throw new Error('no keeper');
  for (const { page } of keepers) {
    await page.getByRole('button', { name: 'Tukar pesan lewat papan' }).click();
    await page.getByText(/Diberikan: /).waitFor();
  }
  for (const { page } of keepers) {
    await page.getByRole('button', { name: 'Tukar pesan lewat papan' }).click();
    await page.getByText('Di sini: 4 pesan orang lain').waitFor();
  }
  // the words are the same on every device and on the office's screen
  await desk.getByRole('button', { name: 'Semua cocok, lanjutkan' }).waitFor();
  for (const { name: keeper, page } of keepers) {
    const own = await wordsOf(page, `Delapan kata Anda, ${keeper}`);
    expect(own.split(' ')).toHaveLength(8);
    expect(await wordsOf(desk, `Delapan kata ${keeper}`)).toBe(own);
    for (const other of keepers.filter((beside) => beside.page !== page)) {
      expect(await wordsOf(other.page, `Delapan kata ${keeper}`)).toBe(own);
    }
  }
  await look(first.page, 'sidik-perangkat');
  await look(desk, 'sidik-kantor');
  for (const { name: keeper } of keepers) {
    await desk.getByLabel(`${keeper} hadir, membacakan katanya, dan semuanya cocok`).check();
  }
  await desk.getByRole('button', { name: 'Semua cocok, lanjutkan' }).click();
  await desk.getByText('mengumpulkan pesan kedua').first().waitFor();
  for (const { page } of keepers) {
    await page.getByLabel('Semua sidik sudah dibacakan, dan sama di semua perangkat.').check();
    await page.getByRole('button', { name: 'Bagi pecahan kunci saya' }).click();
    await page.getByRole('heading', { name: 'Pesan kedua: pecahan kunci' }).waitFor();
  }
  await allStep(keepers, 'Periksa pecahan semua orang');
  // one device went home and was switched off in between
  await first.device.killNow();
  const again = await startProcess(['--home', join(homes, 'pemegang-1'), '--port', '0', '--exercise']);
  await first.page.goto(again.address);
  await first.page.getByRole('heading', { name: 'Pesan ketiga: bagian kunci' }).waitFor();
  for (const { page } of keepers) {
    await page.getByRole('button', { name: 'Tukar pesan lewat papan' }).click();
    await page.getByText(/Diberikan: /).waitFor();
  }
  for (const { page } of keepers) {
    await page.getByRole('button', { name: 'Tukar pesan lewat papan' }).click();
    const passphrase = page.locator('input[type=password]');
    if ((await passphrase.count()) > 0) await passphrase.fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Selesaikan dan uji kunci' }).click();
  }
  const common = new Set<string>();
  for (const { page } of keepers) {
    await page.getByRole('region', { name: 'Delapan kata kunci bersama' }).waitFor();
    common.add(await wordsOf(page, 'Delapan kata kunci bersama'));
  }
  await desk.getByText('mencocokkan kunci').first().waitFor();
  common.add(await wordsOf(desk, 'Delapan kata kunci bersama'));
  expect(common.size).toBe(1);
  await look(first.page, 'kunci-perangkat');
  for (const { name: keeper } of keepers) {
    await desk.getByRole('button', { name: `Perangkat ${keeper} cocok` }).click();
    await desk.getByRole('button', { name: `Perangkat ${keeper} cocok` }).waitFor({ state: 'detached' });
  }
  await desk.getByLabel('Ditempel di mana').fill('Kantor kabupaten');
  await look(desk, 'pengumuman');
  await desk.getByRole('button', { name: 'Catat penempelan' }).click();
  await desk.getByText('Kunci siap. Paket TPS dapat diterbitkan.').waitFor();
  // each key opens as a device of its own
  await first.page.getByRole('link', { name: 'TPS 16.07.05.2003-001' }).click();
  await first.page.getByRole('heading', { name: 'Ikat kunci ke pemilihan' }).waitFor();
});
