import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPairs } from '../src/voters/duplicates/find-pairs.ts';
import { openIdentities } from '../src/voters/identity/identities.ts';
import { workOnImport } from '../src/voters/import/import-file.ts';
import { drawPhoto, type OfficeBrowser, openOfficeBrowser, press } from './office-browser.ts';
import { ELECTION, REGENCY, VILLAGE } from './small-regency.ts';
import { csvOf, importFile, listOf, voterAt } from './small-voter-lists.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const NEIGHBOUR = '16.07.01.2002';
const people = listOf(VILLAGE, 180).voters;

let center: TestCenter;
let office: OfficeBrowser;

beforeAll(async () => {
  center = await openTestCenter();
  office = await openOfficeBrowser(center, 'voters', ['kantor', 'cek']);
});
afterAll(() => office.close());

/** What a worker would do with the import that the page shows. */
async function work(page: Page): Promise<void> {
  await page.waitForURL(/berkas\/[0-9a-f]{32}/);
  const id = /berkas\/([0-9a-f]{32})/.exec(page.url())?.[1] ?? '';
  await workOnImport(center.parts, openIdentities(center.parts.keys), id);
}

test('a village committee’s list work, from a file with a fault to a division, proposals, duplicates and a posting', async () => {
  const page = await office.openOffice('committee', 'pemilih');
  await page.getByRole('link', { name: 'Berkas' }).click();
  const broken = Buffer.from(await csvOf(people))
    .toString('utf8')
    .replace(people[4]?.nik ?? '', '1,60799E+15');
  const field = page.getByLabel(/Berkas daftar pemilih/);
  await field.setInputFiles({ name: 'dpt-rusak.csv', mimeType: 'text/csv', buffer: Buffer.from(broken) });
  await press(page, 'Kirim dan periksa');
  await work(page);
  await page.getByText('Berkas ini tidak masuk').waitFor();
  await page.getByText('kesalahan', { exact: true }).first().waitFor();
  await office.look(page, 'import-refused');
  await press(page, 'Kembali');
  await field.setInputFiles({
    name: 'dpt.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(await csvOf(people)),
  });
  await press(page, 'Kirim dan periksa');
  await work(page);
  await page.getByText('180 orang siap masuk').waitFor();
  await press(page, 'Masukkan semuanya');
  await page.getByText('Berkas sedang dikerjakan').waitFor();
  await work(page);
  await page.getByText('180 orang sudah masuk').waitFor();

  await page.getByRole('link', { name: 'Daftar' }).click();
  const [, , somebody] = people;
  await page.getByLabel('Nama atau NIK').fill(somebody?.name ?? '');
  await press(page, 'Cari');
  await page
    .getByRole('rowheader', { name: somebody?.name ?? '' })
    .first()
    .waitFor();
  await office.look(page, 'list');
  await press(page, 'Buka');
  await page.getByLabel(/Mengapa Anda membuka/).fill('memeriksa kartu keluarga');
  await press(page, 'Buka datanya');
  await page.getByLabel('Bukti', { exact: true }).fill('akta kematian nomor 12');
  const letter = await drawPhoto(page, { width: 1600, height: 2200, lines: ['LATIHAN', 'AKTA KEMATIAN'] });
  const evidenceField = page.getByLabel(/Foto atau PDF bukti/);
  await evidenceField.setInputFiles({
    ...{ name: 'surat.doc', mimeType: 'application/msword', buffer: Buffer.from('bukan gambar') },
  });
  await page.getByText('Berkas ini bukan foto atau PDF').waitFor();
  await evidenceField.setInputFiles({ name: 'akta.jpg', mimeType: 'image/jpeg', buffer: letter });
  await page.getByText('akta.jpg siap dikirim').waitFor();
  // the area by its name, and whoever looked before
  await page.locator('.voters__person dd', { hasText: 'Sungai Rebo' }).waitFor();
  await office.look(page, 'person');
  expect(await page.content()).not.toContain(somebody?.nik);
  await press(page, 'Usulkan ditandai TMS');
  await page.getByText('Usulan tercatat').waitFor();

  await page.getByRole('link', { name: 'TPS', exact: true }).click();
  await page.getByLabel(/Paling banyak pemilih/).fill('100');
  await press(page, 'Bagi ke dalam TPS');
  await page.getByRole('rowheader', { name: '02' }).waitFor();
  const moves = page.locator('form').filter({ has: page.getByRole('button', { name: 'Pindahkan RT' }) });
  await moves
    .getByRole('radio', { name: /TPS 01\)/ })
    .last()
    .check();
  const families = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Pindahkan satu keluarga' }) });
  const family = families.getByRole('radio', { name: /TPS 01\)/ }).first();
  const movedName = (await family.locator('xpath=..').innerText()).split(/[,(]/)[0]?.trim() ?? '';
  await family.check();
  await families.getByLabel('Ke TPS nomor').fill('2');
  await office.look(page, 'division');
  await press(page, 'Pindahkan satu keluarga');
  await families.getByRole('radio', { name: new RegExp(`${movedName}.*TPS 02`) }).waitFor();
  await page.getByRole('link', { name: 'Angka' }).click();
  await page.getByText('Berhak memilih:').waitFor();
  await page.getByRole('rowheader', { name: 'sampai 20' }).waitFor();
  await office.look(page, 'statistics');
  await page.getByRole('link', { name: 'Desa' }).click();
  expect(await page.getByLabel('Diumumkan mulai').getAttribute('type')).toBe('date');
  await page.getByLabel('Diumumkan mulai').fill('2026-12-02');
  await page.getByLabel('Hari terakhir').fill('2026-12-03');
  await press(page, 'Umumkan');
  await page.getByText('Pengumuman paling sedikit tiga hari').waitFor();
  await page.getByLabel('Hari terakhir').fill('2026-12-04');
  await press(page, 'Umumkan');
  await page.getByText('Tersimpan.').waitFor();
  await office.look(page, 'village');
  await page.getByRole('link', { name: 'Usulan' }).click();
  await page.getByText('akta kematian nomor 12').waitFor();
  await page.getByRole('cell', { name: 'Orang Buatan committee' }).waitFor();
  expect(office.errors).toEqual([]);
});

test('the regency decides a proposal and a pair of two villages with both people side by side', async () => {
  const [copied] = people.slice(30);
  const others = listOf(NEIGHBOUR, 40, 'neighbour').voters;
  if (copied === undefined) throw new Error('nobody');
  await importFile(center, 'regency', await csvOf([copied, ...others]), NEIGHBOUR, 'tetangga.csv');
  await findPairs(center.parts, { election: ELECTION, account: 'regency' });
  const page = await office.openOffice('regency', `pemilih/${ELECTION}/${REGENCY}/usulan`);
  await press(page, 'Buka');
  const photo = page.getByRole('img', { name: /Foto bukti usulan/ });
  await photo.waitFor();
  expect(
    await photo.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalHeight)),
  ).toBe(2048);
  await office.look(page, 'proposal');
  await page.getByLabel('Alasan putusan').fill('akta cocok');
  await press(page, 'Setujui');
  await page.getByText('Putusan tercatat').waitFor();
  await page.getByRole('link', { name: 'Ganda' }).click();
  await page.getByText('NIK sama').first().waitFor();
  await office.look(page, 'duplicates');
  await press(page, 'Bandingkan');
  await page.getByLabel('Alasan putusan').fill('pindah desa');
  await office.look(page, 'pair');
  await press(page, 'Dua orang berbeda');
  await page.getByText('Dua orang tidak mungkin ber-NIK sama').waitFor();
  await press(page, 'Satu orang: baris pertama tinggal');
  await page.getByText('Putusan tercatat').waitFor();
  await page.getByRole('link', { name: 'Desa' }).click();
  await page.getByRole('rowheader', { name: 'Perajen' }).waitFor();
  // a village of the event is there before anybody has done anything for it
  const empty = '16.07.05.2009';
  await center.store.owner
    .insertInto('area')
    .values({ code: empty, name: 'Desa Buatan', parent: '16.07.05' })
    .execute();
  await center.store.owner
    .insertInto('wave')
    .values({
      ...{ election: ELECTION, area: REGENCY, number: 1 },
      ...{ voting_date: '2026-12-01', opens: '07:00', closes: '13:00' },
    })
    .execute();
  await center.store.owner
    .insertInto('election_village')
    .values({ election: ELECTION, area: empty, first_wave: 1 })
    .execute();
  await page.reload();
  const row = page.getByRole('row', { name: /Desa Buatan/ });
  expect(await row.innerText()).toContain('belum ada daftar');
  await office.look(page, 'villages');
  expect(office.errors).toEqual([]);
});

test('a village that is typed and not chosen is asked for; a list without a village is told so once, with what to do', async () => {
  const page = await office.openOffice('regency', `pemilih/${ELECTION}/${REGENCY}/berkas`);
  const village = page.getByLabel(/^Desa/);
  await village.fill('Plak');
  const file = { name: 'tanpa-desa.csv', mimeType: 'text/csv', buffer: Buffer.from(await csvOf(people)) };
  await page.getByLabel(/Berkas daftar pemilih/).setInputFiles(file);
  const address = page.url();
  await press(page, 'Kirim dan periksa');
  await page.getByText('Tulisan ini bukan nama satu wilayah. Pilih satu dari daftar.').waitFor();
  await office.look(page, 'village-not-chosen');
  expect(page.url()).toBe(address);
  await village.fill('perajen, BANYUASIN I');
  await page.getByText('Perajen (desa)').waitFor();
  expect(await page.getByText('Pilih satu dari daftar.').count()).toBe(0);
  await village.fill('');
  await press(page, 'Kirim dan periksa');
  await work(page);
  await page.getByText(`Baris tanpa desa: ${people.length}, yang pertama baris 2.`).waitFor();
  await page.getByText('pilih desanya saat mengirim berkas').waitFor();
  expect(await page.getByText('kesalahan', { exact: true }).count()).toBe(1);
  await office.look(page, 'import-without-village');
  // what the sentence says to do helps
  await press(page, 'Kembali');
  await village.fill('Bukit');
  await page.getByLabel(/Berkas daftar pemilih/).setInputFiles(file);
  const refusedAt = page.url();
  await press(page, 'Kirim dan periksa');
  await page.waitForURL((url) => url.href !== refusedAt);
  await work(page);
  await page.getByText(`${people.length} orang siap masuk`).waitFor();
  expect(office.errors).toEqual([]);
});

test('somebody new, by keyboard alone, and a citizen’s objection to a name: proposed, compared and approved', async () => {
  const [stranger] = listOf(VILLAGE, 200, 'stranger').voters.slice(-1);
  if (stranger === undefined) throw new Error('nobody');
  const page = await office.openOffice('committee', `pemilih/${ELECTION}/${VILLAGE}/usulan`);
  await page.getByRole('button', { name: 'Usulkan orang baru' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('NIK', { exact: true }).focus();
  const next = async (text: string) => {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  };
  // a digit is missing: nothing is sent, and the field says what is wrong
  await next(stranger.nik.slice(1));
  await next('');
  await next('Orang Baru Buatan');
  await page.keyboard.press('Space');
  await next('');
  await next('Pangkalan Balai');
  await page.getByLabel('Tanggal lahir').fill(stranger.birthDate);
  await page.getByRole('radio', { name: 'belum kawin' }).focus();
  await page.keyboard.press('Space');
  await next('');
  for (const text of [stranger.hamlet, '1', '2', '']) await next(text);
  await page.keyboard.press('Tab');
  await next('surat keterangan domisili 7');
  await page.getByRole('button', { name: 'Usulkan orang baru' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('NIK terdiri dari 16 angka.').waitFor();
  await office.look(page, 'new-person');
  await page.getByLabel('NIK', { exact: true }).fill(stranger.nik);
  await page.keyboard.press('Enter');
  await page.getByText('Usulan tercatat').waitFor();

  const voter = await voterAt(center, 40);
  await page.goto(`${office.address}/kantor/#/pemilih/${ELECTION}/${VILLAGE}/daftar/${voter}`);
  await page.getByLabel(/Mengapa Anda membuka/).fill('keberatan warga');
  await press(page, 'Buka datanya');
  await page.getByRole('radio', { name: 'datanya keliru, diperbaiki' }).check();
  await page.getByLabel('Nama', { exact: true }).fill('Nama Buatan Diperbaiki');
  await page.getByRole('radio', { name: 'keberatan warga' }).check();
  await page.getByLabel('Bukti', { exact: true }).fill('kartu keluarga asli');
  await press(page, 'Usulkan perbaikan');
  await page.getByText('Usulan tercatat').waitFor();

  const regency = await office.openOffice('regency', `pemilih/${ELECTION}/${VILLAGE}/usulan`);
  for (const kind of ['tambahkan', 'perbaiki']) {
    const row = regency.getByRole('row', { name: new RegExp(kind) });
    await row.getByRole('button', { name: 'Buka' }).click();
    if (kind === 'perbaiki') {
      await regency.getByText('NIK tidak berubah.').waitFor();
      await office.look(regency, 'correction');
    }
    await regency.getByLabel('Alasan putusan').fill('cocok dengan kartunya');
    await press(regency, 'Setujui');
    await regency.getByText('Putusan tercatat').waitFor();
    await press(regency, 'Kembali');
  }
  const rows = await center.store.owner.selectFrom('voter').select(['id', 'name', 'rt']).execute();
  expect(rows.find(({ id }) => id === voter)?.name).toBe('Nama Buatan Diperbaiki');
  expect(rows.find(({ name }) => name === 'Orang Baru Buatan')?.rt).toBe('001');
  expect(office.errors).toEqual([]);
});

test('anybody asks whether they are listed, and gets place and number', async () => {
  const page = await office.open('/cek/');
  const [, somebody] = people;
  const village = page.getByRole('combobox', { name: 'Desa' });
  await page.getByLabel(/Enam angka terakhir/).fill(somebody?.nik.slice(-6) ?? '');
  await page.getByLabel(/Tanggal lahir/).fill('31-02-1980');
  await village.fill('desa lain');
  await press(page, 'Cek');
  await page.getByText('Desanya belum jelas').waitFor();
  await page.getByText('Tanggal ini tidak ada di kalender').waitFor();
  await office.look(page, 'cek-wrong');
  await village.fill('sungai re');
  await page.getByRole('option', { name: 'Sungai Rebo, Banyuasin I' }).click();
  expect(await village.inputValue()).toBe('Sungai Rebo, Banyuasin I');
  await page.getByLabel(/Tanggal lahir/).fill(somebody?.birthDate.split('-').reverse().join('-') ?? '');
  await press(page, 'Cek');
  await page.getByText(/TPS 0[12] dengan KTP. Nomor Anda dalam daftar: \d+/).waitFor();
  await office.look(page, 'cek');
  await page.getByLabel(/Enam angka terakhir/).fill('000000');
  await press(page, 'Cek');
  await page.getByText('Tidak ditemukan dengan ketiga hal ini').waitFor();
  await page.getByText('bawa KTP ke panitia desa sebelum daftar ditetapkan').waitFor();
  expect(await page.content()).not.toContain(somebody?.name);
});

test('a locked list says so before a form is filled in, and still lets somebody be marked', async () => {
  await center.store.owner
    .updateTable('voter_list')
    .set({ stage: 'final', fingerprint: 'a'.repeat(64) })
    .where('area', '=', VILLAGE)
    .execute();
  const page = await office.openOffice('committee', `pemilih/${ELECTION}/${VILLAGE}/usulan`);
  await page.getByText('Daftar desa ini sudah dikunci').waitFor();
  expect(await page.getByRole('button', { name: 'Usulkan orang baru' }).count()).toBe(0);
  await office.look(page, 'locked-proposals');
  await page.goto(`${office.address}/kantor/#/pemilih/${ELECTION}/${VILLAGE}/usulan/baru`);
  await page.getByText('Daftar desa ini sudah dikunci').waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
  const voter = await voterAt(center, 50);
  await page.goto(`${office.address}/kantor/#/pemilih/${ELECTION}/${VILLAGE}/daftar/${voter}`);
  await page.getByLabel(/Mengapa Anda membuka/).fill('laporan keluarga');
  await press(page, 'Buka datanya');
  await page.getByText('hanya dapat ditandai tidak berhak').waitFor();
  expect(await page.getByRole('radio', { name: 'datanya keliru, diperbaiki' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Usulkan ditandai TMS' }).waitFor();
  expect(office.errors).toEqual([]);
});

test('whoever is not found is told what can be done at the stage of the list', async () => {
  // the names of villages are read anew after a minute
  center.moveClock(2 * 60_000);
  const page = await office.open('/cek/', { size: 'phone' });
  await page.getByRole('combobox', { name: 'Desa' }).fill('sungai rebo');
  await page.getByLabel(/Enam angka terakhir/).fill('000000');
  await page.getByLabel(/Tanggal lahir/).fill('31-01-1980');
  await press(page, 'Cek');
  await page.getByText('daftar desa ini sudah ditetapkan dan tidak ditambah lagi').waitFor();
  expect(await page.getByText('sebelum daftar ditetapkan').count()).toBe(0);
  await office.look(page, 'cek-locked');
});
