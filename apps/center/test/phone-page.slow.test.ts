import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawPhoto, type OfficeBrowser, openOfficeBrowser, typeFigures } from './office-browser.ts';
import { addAccount, ELECTION } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const PLACE = '16.07.05.2003-001';
const CALLED = 'TPS 01 Taja Mulya';
const FIGURES = [
  ...[150, 160, 310, 112, 128, 240, 0, 0, 0, 240],
  ...[318, 240, 2, 76, 121, 84, 31, 236, 4, 240, 5, 3],
];

let center: TestCenter;
let office: OfficeBrowser;
beforeAll(async () => {
  center = await openTestCenter();
  await addAccount(center.store.database, { id: 'panitia', role: 'committee', area: '16.07.05.2003' });
  office = await openOfficeBrowser(center, 'phone', ['telepon']);
});
afterAll(() => office.close());

test('a sheet typed and photographed without a network is on the phone, then at the center once, then checked; the queue fits a file', async () => {
  const context = await office.contextOf({ account: 'panitia', size: 'phone' });
  const page = await context.newPage();
  await page.goto(`${office.address}/telepon/`);
  await page.getByRole('button', { name: `Ketik ${CALLED}` }).waitFor();

  // the line is gone and the phone was switched off in between: the page opens all the same, and knows its sheets
  await page.getByText('Halaman ini dapat dibuka tanpa jaringan.').waitFor();
  await context.setOffline(true);
  await page.reload();
  await page.getByText('Halaman ini dapat dibuka tanpa jaringan.').waitFor();
  await page.getByRole('button', { name: `Ketik ${CALLED}` }).click();
  const picture = await drawPhoto(page, { width: 2400, height: 1800, lines: ['LATIHAN'] });
  await page.getByLabel(`Foto lembar ${CALLED}`).setInputFiles({
    ...{ name: 'IMG_2.jpg', mimeType: 'image/jpeg', buffer: picture },
  });
  await page.getByText('Tersimpan di telepon ini.').first().waitFor();
  await page.locator('form.sheet-figures input').first().focus();
  await typeFigures(page, FIGURES);
  await page.keyboard.press('Enter');
  await page.getByText('Tersimpan di sini. 2 menunggu dikirim.').waitFor();
  // typed once by this person; a photo may still follow
  await page.getByRole('button', { name: `Foto lembar ${CALLED}` }).waitFor();
  expect(await page.getByRole('button', { name: `Ketik ${CALLED}` }).count()).toBe(0);
  // closed and opened again without a line: what was written is still there
  await page.reload();
  await page.getByText('Tersimpan di sini. 2 menunggu dikirim.').waitFor();
  expect(await page.getByText('di telepon ini', { exact: true }).count()).toBe(2);
  await office.look(page, 'telepon');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Simpan antrean sebagai berkas' }).click(),
  ]);
  const saved = readFileSync(await download.path());
  const queue = JSON.parse(saved.toString('utf8'));
  expect(queue.items.map(({ kind }: { readonly kind: string }) => kind).sort()).toEqual(['entry', 'photo']);

  // another device takes the file: sent from there, and from here later, each of them is one
  const elsewhere = await (await office.contextOf({ account: 'panitia' })).newPage();
  await elsewhere.goto(`${office.address}/telepon/`);
  await elsewhere.getByRole('button', { name: `Ketik ${CALLED}` }).waitFor();
  const fileField = elsewhere.getByLabel('Ambil antrean dari berkas');
  const json = { name: 'antrean-bilik.json', mimeType: 'application/json' };
  const ofAnother = Buffer.from(JSON.stringify({ ...queue, account: 'orang.lain' }));
  await fileField.setInputFiles({ ...json, buffer: ofAnother });
  await elsewhere.getByText('Antrean ini ditulis akun lain.').waitFor();
  await fileField.setInputFiles({ ...json, buffer: saved });
  await elsewhere.getByText('2 diambil dari berkas').waitFor();
  await elsewhere.getByText('Semua sudah di pusat.').waitFor();
  await office.look(elsewhere, 'antrean');

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
  // a sheet that two people agree on waits for nobody
  await page.getByText('Tidak ada lembar yang menunggu angka.').waitFor();
  expect(await page.getByRole('button', { name: CALLED }).count()).toBe(0);
  await page.getByText('Yang ditulis di sini tercatat atas nama Orang Buatan panitia.').waitFor();
  await office.look(page, 'selesai');
  expect(office.errors).toEqual([]);
});
