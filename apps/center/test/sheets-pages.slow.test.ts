import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawPhoto, type OfficeBrowser, openOfficeBrowser, seeText, typeFigures } from './office-browser.ts';
import { addAccount, ELECTION } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const PLACE = '16.07.05.2003-001';
const OTHER_PLACE = '16.07.05.2004-001';
/** As on the sheet, from top to bottom. */
const FIGURES = [
  ...[150, 160, 310, 112, 128, 240, 0, 0, 0, 240],
  ...[318, 240, 2, 76, 121, 84, 31, 236, 4, 240, 5, 3],
];

let center: TestCenter;
let office: OfficeBrowser;

beforeAll(async () => {
  center = await openTestCenter();
  for (const id of ['ani', 'budi', 'citra']) {
    await addAccount(center.store.database, { id, role: 'sub-district', area: '16.07.05' });
  }
  office = await openOfficeBrowser(center, 'sheets');
});
afterAll(() => office.close());

const SHEET = {
  ...{ width: 3000, height: 4000 },
  lines: ['LATIHAN · TPS 1 · 16.07.05.2003', ...FIGURES.map((value, index) => `${index + 1}.    ${value}`)],
};

test('a sheet from its photo to a definitive result, typed by two and settled by a third, by keyboard alone', async () => {
  const ani = await office.openOffice('ani', `lembar/${ELECTION}/${PLACE}`);
  await ani.getByLabel('Tambah foto lembar').setInputFiles({
    ...{ name: 'IMG_0001.jpg', mimeType: 'image/jpeg' },
    buffer: await drawPhoto(ani, SHEET),
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
  await ani.goto(`${office.address}/kantor/#/lembar/${ELECTION}`);
  await ani.getByRole('button', { name: 'Ketik lembar berikutnya' }).waitFor();
  await office.look(ani, 'daftar');
  await ani.getByRole('button', { name: 'Ketik lembar berikutnya' }).focus();
  await ani.keyboard.press('Enter');
  // a slip: 12 for 121. The page asks her to look again, and says which sum does not hold
  await typeFigures(ani, FIGURES.with(14, 12));
  await ani.keyboard.press('Enter');
  await seeText(ani, 'Periksa angka ini sekali lagi.');
  await seeText(ani, /12 \+ 84 \+ 31 = 127, lembar menyatakan 236 \(nomor 7a\), selisih 109/);
  await office.look(ani, 'ketik');
  await ani.locator('input[name="kepala-desa:c1"]').focus();
  const wide = ani.viewportSize();
  await ani.setViewportSize({ width: 360, height: 640 });
  await ani.keyboard.press('Enter');
  const [photo, field] = [
    await ani.locator('.sheet-photo__frame').boundingBox(),
    await ani.locator('input:focus').boundingBox(),
  ];
  expect(photo?.y, 'on a phone the photo stays in sight').toBeGreaterThanOrEqual(0);
  expect(field?.y, 'and the figure that is typed stands below it').toBeGreaterThanOrEqual(
    (photo?.y ?? Infinity) + (photo?.height ?? 0),
  );
  expect((field?.y ?? Infinity) + (field?.height ?? 0)).toBeLessThanOrEqual(640);
  await ani.screenshot({ path: 'artefacts/sheets/ketik-telepon-360.png' });
  await ani.setViewportSize(wide ?? { width: 1280, height: 800 });
  await ani.keyboard.press('Shift+Enter');
  await ani.keyboard.press('ControlOrMeta+A');
  await ani.keyboard.type('121');
  await ani.keyboard.press('Shift+Enter');
  expect(await ani.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('kepala-desa:unused');
  for (let step = 0; step < FIGURES.length - 13; step += 1) await ani.keyboard.press('Enter');
  await ani.keyboard.press('Enter');
  await seeText(ani, 'Ketikan lembar Taja Mulya, TPS 01 tersimpan; menunggu pengetik kedua.');
  await seeText(ani, 'Ketik lembar berikutnya');

  // Budi reads one figure otherwise; both of his sums hold
  const budi = await office.openOffice('budi', `lembar/${ELECTION}/${PLACE}`);
  await budi.keyboard.press('+');
  await typeFigures(budi, FIGURES.with(20, 6));
  await budi.keyboard.press('Enter');
  await seeText(budi, /Taja Mulya, TPS 01 tersimpan; berbeda dari ketikan pertama, menunggu orang ketiga/);
  await office.look(budi, 'tersimpan');
  // no other sheet is taken for it
  await budi.goto(`${office.address}/kantor/#/lembar/${ELECTION}/${OTHER_PLACE}`);
  await budi.getByText('Bukit, TPS 01').first().waitFor();
  expect(await budi.getByText(/tersimpan; berbeda/).count()).toBe(0);
  await budi.goto(`${office.address}/kantor/#/lembar/${ELECTION}/${PLACE}`);
  await budi.reload();
  await seeText(budi, 'Anda mengetik lembar ini. Orang ketiga menyelesaikan perbedaannya.');

  // Citra sees one field, and neither 5 nor 6
  const citra = await office.openOffice('citra', `lembar/${ELECTION}/${PLACE}`);
  await citra.locator('form.sheet-figures input').waitFor();
  expect(await citra.locator('form.sheet-figures input').count()).toBe(1);
  await office.look(citra, 'beda');
  await typeFigures(citra, [9]);
  await citra.keyboard.press('Enter');
  await seeText(citra, /bacaan Anda tidak sama dengan kedua ketikan/);
  await citra.locator('form.sheet-figures input').focus();
  await citra.keyboard.press('ControlOrMeta+A');
  await typeFigures(citra, [5]);
  await citra.keyboard.press('Enter');
  await seeText(citra, 'Angka yang disepakati dua orang');
  // the test's moment is 02:00 in UTC; this regency's clocks stand at nine
  await seeText(citra, 'Selasa, 1 Desember 2026, pukul 09.00 WIB');
  // whoever did something by name; a section of one line said once
  const done = citra.getByRole('table', { name: 'Riwayat lembar' });
  expect(await done.innerText()).toContain('Orang Buatan');
  await citra.getByRole('cell', { name: 'Seluruh pengguna hak pilih', exact: true }).waitFor();
  await office.look(citra, 'tetap');
  const sheet = await center.store.owner
    .selectFrom('sheet')
    .select('step')
    .where('place', '=', PLACE)
    .executeTakeFirstOrThrow();
  expect(sheet.step).toBe('definitive');
  expect(office.errors).toEqual([]);
});

test('each act on a sheet has a reason of its own; what is done goes out with that reason alone', async () => {
  const page = await office.openOffice('regency', `lembar/${ELECTION}/${PLACE}`);
  await page.getByRole('heading', { name: 'Putusan' }).waitFor();
  await page.locator('summary', { hasText: 'Mulai versi baru' }).click();
  await page.getByLabel('Alasan untuk: Mulai versi baru').fill('Foto lembar lain');
  await page.locator('summary', { hasText: 'Tarik hasil' }).click();
  await office.look(page, 'putusan');
  await page.getByLabel('Alasan untuk: Tarik hasil').fill('Lembar dipalsukan');
  await page.getByRole('button', { name: 'Tarik hasil' }).click();
  await seeText(page, 'ditarik');
  await seeText(page, 'Lembar dipalsukan');
  const { note } = await center.store.owner
    .selectFrom('sheet_act')
    .select('note')
    .where('act', '=', 'withdraw')
    .executeTakeFirstOrThrow();
  expect(note).toMatchObject({ reason: 'Lembar dipalsukan' });
  // what may follow now is the main thing here, and stands open
  expect(await page.getByRole('button', { name: 'Mulai versi baru' }).isVisible()).toBe(true);
  expect(office.errors).toEqual([]);
});

test('a correction asks for its photo, knows the photo of before, and says that another photo arrived', async () => {
  const page = await office.openOffice('regency', `lembar/${ELECTION}/${PLACE}`);
  const begin = page.getByRole('button', { name: 'Mulai versi baru' });
  await page.getByLabel('Alasan untuk: Mulai versi baru').fill('KPPS membetulkan lembar di depan saksi');
  await begin.click();
  await seeText(page, 'Versi baru perlu foto baru dari lembar yang dibetulkan; fotonya belum dipilih.');
  await office.look(page, 'tanpa-foto');
  // somebody saves the photo that the page shows, and chooses it again
  const source = await page.locator('.sheet-photo__picture').getAttribute('src');
  const shown = await page.request.get(new URL(source ?? '', page.url()).href);
  const jpeg = (buffer: Buffer) => ({ name: 'IMG_0002.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByLabel('Foto lembar yang dibetulkan').setInputFiles(jpeg(await shown.body()));
  await begin.click();
  await seeText(page, 'Foto itu sudah menjadi bukti versi sebelumnya. Versi baru tidak dibuat.');
  const corrected = await drawPhoto(page, { ...SHEET, lines: [...SHEET.lines, 'Dibetulkan'] });
  await page.getByLabel('Foto lembar yang dibetulkan').setInputFiles(jpeg(corrected));
  await begin.click();
  const another = page.getByLabel('Tambah foto lembar');
  await another.waitFor();
  expect(await page.getByText('Foto tersimpan di pusat.').count()).toBe(0);
  const overleaf = await drawPhoto(page, { ...SHEET, lines: ['LATIHAN · halaman 2'] });
  await another.setInputFiles(jpeg(overleaf));
  await seeText(page, 'Foto tersimpan di pusat. Versi lembar ini sekarang punya 2 foto');
  await office.look(page, 'foto-ditambah');
  const ani = await office.openOffice('ani', `lembar/${ELECTION}/${PLACE}`);
  await seeText(ani, 'Foto 1 dari 2');
  await office.look(ani, 'dua-foto');
  // the photo of another place is refused at the top of the page, where one looks
  await ani.goto(`${office.address}/kantor/#/lembar/${ELECTION}/${OTHER_PLACE}`);
  await ani.getByText('Bukit, TPS 01').first().waitFor();
  await ani.getByLabel('Tambah foto lembar').setInputFiles(jpeg(overleaf));
  const refused = ani.getByText(/Foto yang sama sudah menjadi lembar TPS lain/);
  await refused.waitFor();
  await office.look(ani, 'foto-ditolak');
  const field = await ani.getByLabel('Tambah foto lembar').boundingBox();
  expect((await refused.boundingBox())?.y ?? Infinity).toBeLessThan(field?.y ?? 0);
  const sheet = await center.store.owner
    .selectFrom('sheet')
    .select('version')
    .where('place', '=', PLACE)
    .executeTakeFirstOrThrow();
  expect(sheet.version).toBe(2);
  expect(office.errors).toEqual([]);
});

test('a polling place whose machine stopped goes on with paper: noted with a reason, and its sheet is awaited', async () => {
  const place = '16.07.01.2001-001';
  const page = await office.openOffice('regency', `lembar/${ELECTION}`);
  await page.getByRole('heading', { name: 'TPS bermesin' }).waitFor();
  await page.getByRole('button', { name: 'Beralih ke kertas' }).click();
  await page.getByLabel(/^Alasan/).fill('Listrik padam pukul 10, generator tidak menyala');
  await office.look(page, 'beralih');
  await page.getByRole('button', { name: 'Catat dengan alasan ini' }).click();
  await page.getByRole('link', { name: place }).waitFor();
  await seeText(page, 'mesin, lalu kertas');
  const { parts } = await center.store.owner
    .selectFrom('place')
    .select('parts')
    .where('election', '=', ELECTION)
    .where('id', '=', place)
    .executeTakeFirstOrThrow();
  expect(parts).toEqual(['machine', 'paper']);
});
