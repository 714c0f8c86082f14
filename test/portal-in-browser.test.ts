import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { placeNumber } from '@bilik/words/format';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BALLOTS, ELECTION, STATION_KEY } from '../apps/cli/test/made-record.ts';
import { MADE, SPOILED, SPOILED_CARD, voidText } from '../apps/cli/test/made-result.ts';
import { codeText, madeSnapshot, PLACE, publishSite } from '../apps/cli/test/made-site.ts';
import { hexSha256 } from '../packages/publication/src/index.ts';
import { publicKeyOf } from '../packages/transfer/src/index.ts';
import { buildPages } from '../scripts/build-pages.mjs';
import { lookAt, openBrowser, watchErrors } from './support/chromium.ts';

/** As a tracker slip shows it: SHA-256 of the ballot in Base64, in groups. */
const trackerOf = (ballot: string) =>
  Buffer.from(hexSha256(ballot), 'hex')
    .toString('base64')
    .replace('=', '')
    .replace(/(.{4})/g, '$1 ')
    .trim();

describe('the public site in a visitor’s browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let site = '';
  let good = '';
  let bad = '';
  let voids = '';
  const errors: string[] = [];
  const asked: string[] = [];
  const addressOf = (path: string) => pathToFileURL(join(site, path)).href;

  beforeAll(async () => {
    await buildPages({ only: ['portal/periksa'] });
    site = publishSite('browser', madeSnapshot({ counted: 0.6, villages: 40 }));
    good = join(dirname(site), 'melati.bel');
    bad = join(dirname(site), 'melati-diubah.bel');
    writeFileSync(good, MADE.bytes);
    voids = join(dirname(site), 'batal.json');
    writeFileSync(voids, voidText([SPOILED_CARD]));
    // one digit of one ballot’s proof is another: the archive names it, and so does its hash
    const text = Buffer.from(MADE.bytes);
    const at = text.indexOf('"response":"', text.length >> 1) + '"response":"'.length;
    text[at] = text[at] === 0x31 ? 0x32 : 0x31;
    writeFileSync(bad, text);
    browser = await openBrowser();
    context = await browser.newContext({ offline: true });
    page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    watchErrors(page, errors);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(dirname(site), { recursive: true });
  });

  test('opened from a folder: a village is found by its name, and its numbers lead down to the polling place', async () => {
    await page.goto(addressOf('index.html'));
    await page.getByLabel('Cari desa').fill('melati j');
    await expect.poll(() => page.getByRole('listitem').filter({ visible: true }).count()).toBe(1);
    await page.getByLabel('Cari desa').fill('zzz');
    await page.getByText('Tidak ada desa dengan nama itu.').waitFor();
    await page.getByLabel('Cari desa').fill('');
    await lookAt(page, 'portal-beranda');
    await page.getByRole('link', { name: 'Melati Jaya' }).click();
    await page.getByRole('heading', { name: 'Desa Melati Jaya' }).waitFor();
    await lookAt(page, 'portal-desa-lengkap');
    await page.getByRole('link', { name: 'TPS 01 Melati' }).click();
    await page.getByRole('heading', { name: 'TPS 01 Melati, Melati Jaya' }).waitFor();
    await lookAt(page, 'portal-tps-elektronik');
  });

  test('a village that is not complete says so; the photo of a sheet says its numbers', async () => {
    await page.goto(addressOf('desa/16.07.01.2902.html'));
    await lookAt(page, 'portal-desa-kertas');
    const place = page.locator('tbody tr', { hasText: /\d/ }).locator('a[href^="../tps/"]');
    const hrefs = await place.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const counted = hrefs.find((href) => {
      const path = join(site, 'desa', href);
      return existsSync(path) && readFileSync(path, 'utf8').includes('class="photo"');
    });
    if (counted === undefined) throw new Error('a counted place');
    await page.goto(new URL(counted, addressOf('desa/x.html')).href);
    const alternative = await page.locator('img.photo').getAttribute('alt');
    expect(alternative).toMatch(/: \d.*; sah \d/);
    const isShown = await page
      .locator('img.photo')
      .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0);
    expect(isShown).toBe(true);
    await lookAt(page, 'portal-tps-kertas');
  });

  test('on a phone a table is whole, or says above itself that it moves, and keeps the name of its rows in sight', async () => {
    const phone = await browser.newContext({ offline: true, viewport: { width: 360, height: 640 } });
    const tab = await phone.newPage();
    for (const path of ['kecamatan/16.07.01.html', 'desa/16.07.01.2902.html']) {
      for (const language of ['', 'en/']) {
        await tab.goto(addressOf(`${language}${path}`));
        const tables = await tab.locator('.wide').evaluateAll((wides) =>
          wides.map((wide) => {
            const isWhole = wide.scrollWidth <= wide.clientWidth;
            const above = wide.previousElementSibling;
            wide.scrollLeft = wide.scrollWidth;
            const left = wide.querySelector('tbody th')?.getBoundingClientRect().left ?? 0;
            const isSaid = above?.className.includes('move') && above.getBoundingClientRect().height > 0;
            return isWhole ? 'whole' : isSaid && left >= 0 ? 'moves' : 'cut off';
          }),
        );
        expect(tables).not.toContain('cut off');
        expect(tables.includes('moves')).toBe(path.startsWith('desa/'));
      }
    }
    await phone.close();
  });

  test('English is the same page in the other language', async () => {
    await page.goto(addressOf(`tps/${PLACE}.html`));
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Polling place 01 Melati, Melati Jaya' }).waitFor();
    // and the page on which anybody checks begins in the language that one comes from
    await page.locator('a[href*="periksa.html"]').first().click();
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'How to check' }).click();
  });

  test('from a file: a right record is right and the same as published, a tracker is found, another is not', async () => {
    await page.goto(addressOf(`tps/${PLACE}.html`));
    await page.getByRole('link', { name: 'Periksa arsip ini sendiri' }).click();
    await page.getByRole('heading', { name: 'Arsip TPS' }).waitFor();
    await page.getByLabel('Pilih berkas arsip (.bel)').setInputFiles(good);
    await page.getByText('BENAR: arsip lengkap').waitFor();
    await page.getByText('Sama dengan yang terbit').waitFor();
    const rows = async () =>
      (await page.getByRole('row').allInnerTexts()).map((row) => row.replace(/\s+/g, ' '));
    expect(await rows()).toEqual(expect.arrayContaining(['1. Sari 4 4', 'Suara kosong 1 1']));
    // the record says both languages at once; the page says its own
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(rows).toEqual(expect.arrayContaining(['1. Sari 4 4', 'Blank vote 1 1']));
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
    await expect.poll(rows).toContain('Suara kosong 1 1');
    await page.getByLabel('Nomor struk pelacak').fill(trackerOf(BALLOTS[0] ?? ''));
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByText('ADA: surat suara').waitFor();
    await lookAt(page, 'portal-periksa-benar');
    await page.getByLabel('Nomor struk pelacak').fill(trackerOf(SPOILED));
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByText('TIDAK ADA dalam arsip ini.').waitFor();
    await page.getByLabel('Nomor struk pelacak').fill('abc');
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.getByText('Itu bukan nomor struk pelacak').waitFor();
  });

  test('opened by itself in an exercise, the checking page says so before anything is checked', async () => {
    const tab = await context.newPage();
    await tab.goto(addressOf('periksa.html'));
    await tab.getByRole('heading', { name: 'Arsip TPS' }).waitFor();
    expect(await tab.locator('.exercise__word').innerText()).toBe('LATIHAN');
    expect(await tab.title()).toContain('LATIHAN');
    await tab.close();
  });

  test('the list of void cards counts whenever it is chosen: after the record, while it is checked, or before it', async () => {
    const unchecked = 'Daftar kartu batal tidak diperiksa';
    const tab = await context.newPage();
    const record = tab.getByLabel('Pilih berkas arsip (.bel)');
    const list = tab.getByLabel('Daftar kartu batal (.json), bila ada');
    await tab.goto(addressOf('periksa.html'));
    await record.setInputFiles(good);
    await tab.getByText(unchecked).waitFor();
    await list.setInputFiles(voids);
    await tab.getByText(unchecked).waitFor({ state: 'detached' });
    await tab.getByText('BENAR: arsip lengkap').waitFor();
    expect(await tab.getByText(unchecked).count()).toBe(0);
    await tab.reload();
    await record.setInputFiles(good);
    await list.setInputFiles(voids);
    await tab.getByText('BENAR: arsip lengkap').waitFor();
    await expect.poll(() => tab.getByText(unchecked).count()).toBe(0);
    // another record beside the same list
    await record.setInputFiles(bad);
    await tab.getByText('SALAH: arsip ini tidak boleh dipercaya.').waitFor();
    expect(await tab.getByText(unchecked).count()).toBe(0);
    // what is no list is none: said beside the field, and of the record
    await list.setInputFiles(good);
    await tab.getByText('Berkas itu bukan daftar kartu batal.').waitFor();
    await tab.getByText(unchecked).waitFor();
    await tab.close();
  });

  test('a code under a paper sheet: its figures are of ballot papers, the center signed it, and it has no zero report', async () => {
    const text = codeText(() => ({ source: 'sheet' }));
    const tab = await context.newPage();
    const paste = async () => {
      await tab.getByLabel('Atau tempel teks QR').fill(text);
      await tab.getByRole('button', { name: 'Periksa', exact: true }).click();
    };
    await tab.goto(addressOf('periksa.html'));
    await paste();
    await tab.getByText('yang tidak punya laporan nol').waitFor();
    expect(await tab.getByText('Pindai dahulu QR pada laporan nol').count()).toBe(0);
    const asAddress = (base64: string) => base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    const [sign, key] = [ELECTION.fingerprint, publicKeyOf(STATION_KEY)].map(asAddress);
    await tab.goto('about:blank');
    const keyAddress = `${addressOf('periksa.html')}#lembar=${PLACE}&jenis=exercise&sidik=${sign}&kunci=${key}`;
    await tab.goto(keyAddress);
    await paste();
    await tab.getByText('ditandatangani pusat kabupaten untuk TPS kertas').waitFor();
    // the page of the place brings its code along: the verdict stands there without a touch, below a title in words
    await tab.goto('about:blank');
    await tab.goto(`${keyAddress}&kode=${text}`);
    await tab.getByText('ditandatangani pusat kabupaten untuk TPS kertas').waitFor();
    const shown = await tab.locator('main').innerText();
    for (const label of ['Surat suara diterima', 'Surat suara digunakan', 'Sidik foto pertama lembar'])
      expect(shown).toContain(label);
    expect(shown).toContain('Kepala desa');
    expect(shown).not.toMatch(/Struk (?:tercetak|batal|di kotak)|Sidik arsip/);
    expect(await tab.getByLabel('Atau tempel teks QR').inputValue()).toBe(text);
    const [village, number] = PLACE.split('-');
    expect(await tab.title()).toContain(`TPS ${placeNumber(Number(number))}, kode desa ${village}`);
    await lookAt(tab, 'portal-periksa-lembar');
    // a code with one figure changed is refused as soon as the page opens
    await tab.goto('about:blank');
    await tab.goto(`${keyAddress}&kode=${text.replace(/\/H\d+\//, '/H1/')}`);
    await tab.getByText('Angka di QR itu tidak ditampilkan').waitFor();
    await tab.close();
  });

  test('a tampered record is wrong, and no tracker is looked for in it', async () => {
    await page.getByLabel('Pilih berkas arsip (.bel)').setInputFiles(bad);
    await page.getByText('SALAH: arsip ini tidak boleh dipercaya.').waitFor();
    await page.getByText('BERBEDA dari yang terbit').waitFor();
    await page.getByText('Periksa arsip TPS Anda dahulu.').waitFor();
    await lookAt(page, 'portal-periksa-salah');
  });

  test('a right record beside other published votes: right in itself, and different', async () => {
    const address = await page.evaluate(() => location.href);
    await page.goto('about:blank');
    await page.goto(address.replace('c1.4', 'c1.5'));
    await page.getByLabel('Pilih berkas arsip (.bel)').setInputFiles(good);
    await page.getByText('BENAR: arsip lengkap').waitFor();
    await page.getByText('BERBEDA dari yang terbit: suaranya lain').waitFor();
  });

  test('nothing was asked of anywhere, and nothing broke', () => {
    expect(asked.filter((address) => !/^(?:file|data|blob):/.test(address))).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('without a script the list is there and leads on', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const tab = await plain.newPage();
    await tab.goto(addressOf('index.html'));
    expect(await tab.getByLabel('Cari desa').count()).toBe(0);
    expect(await tab.getByRole('listitem').count()).toBe(40);
    await tab.getByRole('link', { name: 'Kenanga Jaya' }).click();
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe('Desa Kenanga Jaya');
    await plain.close();
  });

  test('from a server the record beside the page is fetched and checked', async () => {
    const server: Server = createServer((request, response) => {
      const path = join(site, new URL(request.url ?? '/', 'http://x').pathname);
      if (!existsSync(path) || !statSync(path).isFile()) {
        response.writeHead(404).end();
        return;
      }
      const type = path.endsWith('.html') ? 'text/html; charset=utf-8' : 'application/octet-stream';
      response.writeHead(200, { 'content-type': type }).end(readFileSync(path));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const online = await browser.newContext();
    const tab = await online.newPage();
    const broken: string[] = [];
    watchErrors(tab, broken);
    await tab.goto(`http://127.0.0.1:${port}/tps/${PLACE}.html`);
    await tab.getByRole('link', { name: 'Periksa arsip ini sendiri' }).click();
    await tab.getByRole('button', { name: `Ambil dan periksa arsip ${PLACE}` }).click();
    await tab.getByText('BENAR: arsip lengkap').waitFor();
    await tab.getByText('Sama dengan yang terbit').waitFor();
    expect(broken).toEqual([]);
    await online.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});
