import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { foldChanges } from '../src/tabulation/fold.ts';
import { recordChange } from '../src/tabulation/record-change.ts';
import { type OfficeBrowser, openOfficeBrowser } from './office-browser.ts';
import { SET_UP_ELECTION, setUpElection } from './set-up-election.ts';
import { TEST_NOW } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const VILLAGE = '16.07.05.2003';
let center: TestCenter;
let office: OfficeBrowser;
beforeAll(async () => {
  center = await openTestCenter();
  await setUpElection(center);
  office = await openOfficeBrowser(center, 'others');
});
afterAll(() => office.close());

test('an election that KPU conducts: made with two offices, places pasted from its table, its stages, and the internal count at the Desk', async () => {
  const page = await office.openOffice('regency', 'acara/baru');
  await page.getByLabel(/Pihak lain, misalnya KPU/).check();
  await page.getByLabel('Nama acara dalam bahasa Indonesia').fill('Pilkada contoh 2026');
  await page.getByLabel('Nama acara dalam bahasa Inggris').fill('Example regional elections 2026');
  await page.getByLabel('Hari pemungutan suara pertama').fill('2026-12-16');
  await page.getByLabel(/Nama penyelenggara/).fill('KPU Kabupaten Contoh');
  const offices = [
    ['Bupati', 'Regent'],
    ['Gubernur', 'Governor'],
  ] as const;
  await page.getByRole('button', { name: 'Tambah jabatan' }).click();
  for (const [index, [id, en]] of offices.entries()) {
    const contest = page.getByRole('group', { name: `Jabatan ${index + 1} yang dipilih` });
    await contest.getByLabel('Nama jabatan dalam bahasa Indonesia').fill(id);
    await contest.getByLabel('Nama jabatan dalam bahasa Inggris').fill(en);
    await contest
      .getByLabel(/Calon atau pasangan/)
      .fill(`Pasangan Buatan ${id} A\nPasangan Buatan ${id} B\n`);
  }
  await page.getByText('Betung: 0 dari 2 desa').click();
  await page.getByLabel('Taja Mulya').check();
  await office.look(page, 'make-event');
  await page.getByRole('button', { name: 'Buat acara' }).click();
  await page.getByText('Acara Pilkada contoh 2026 dibuat.').waitFor();
  await page.getByText(/Diselenggarakan oleh KPU Kabupaten Contoh/).waitFor();

  await page.getByLabel(/Tabel TPS/).fill(`${VILLAGE}\t1\t150\t160\n${VILLAGE}\t2\tx\t90`);
  await page.getByRole('button', { name: 'Masukkan TPS' }).click();
  await page.getByText(/baris 2, laki-laki/).waitFor();
  await office.look(page, 'places');
  await page.getByLabel(/Tabel TPS/).fill(`${VILLAGE}\t1\t150\t160\n${VILLAGE}\t2\t80\t90`);
  await page.getByRole('button', { name: 'Masukkan TPS' }).click();
  await page.getByText('2 TPS di 1 desa dimasukkan; acara ini sekarang 2 TPS.').waitFor();

  await page.goto(`${office.address}/kantor/#/kalender`);
  await page.getByLabel('Pilkada contoh 2026').check();
  await page.getByRole('link', { name: 'Taja Mulya' }).click();
  await page.getByText('Logistik tiba di gudang', { exact: true }).waitFor();
  expect(await page.getByText(/Perpanjangan|Calon lebih dari/).count()).toBe(0);
  await office.look(page, 'stages');
  // another event's calendar of the same village is another page
  await page.goto(`${office.address}/kantor/#/kalender/${VILLAGE}/${SET_UP_ELECTION}`);
  await page.getByText('Pendaftaran bakal calon').first().waitFor();

  await inScope(center.parts.database, OWN_WORK, async (transaction) => {
    const made = await recordChange(transaction, {
      ...{ election: 'pilkada-contoh-2026', place: `${VILLAGE}-001`, contest: 'bupati', lane: 'internal' },
      ...{ part: 'whole', sourceKind: 'sheet', source: `${VILLAGE}-001/1`, account: null, reason: null },
      ...{
        at: TEST_NOW,
        figures: { users: 240, women: 128, valid: 236, invalid: 4, votes: { c1: 150, c2: 86 } },
      },
    });
    expect(made.ok).toBe(true);
    await foldChanges(transaction, TEST_NOW);
  });
  const desk = await office.openOffice('desk', 'hitungan');
  await desk.getByRole('link', { name: 'Bupati' }).click();
  await desk.getByText('1. Pasangan Buatan Bupati A').waitFor();
  await desk.getByRole('heading', { name: 'Bupati', exact: true }).waitFor();
  await desk.getByText('1 dari 2 TPS').first().waitFor();
  await office.look(desk, 'own-count', true);
  await desk.goto(`${office.address}/kantor/#/hitungan/pilkada-contoh-2026/bupati/${VILLAGE}`);
  await desk.getByText('TPS 01').first().waitFor();
  await office.look(desk, 'own-count-village');
  // the official room knows nothing of it
  const results = await office.openOffice('regency', 'hasil');
  await results.getByRole('heading').first().waitFor();
  expect(await results.getByText('Pilkada contoh').count()).toBe(0);
  expect(office.errors).toEqual([]);
});

test('a regency’s own regulation: its rules taken out as a file, changed, brought back with what they rest on, and used for the next event', async () => {
  const page = await office.openOffice('regency', 'acara');
  const link = page.getByRole('link', { name: /Unduh aturan, kalender/ });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const content = JSON.parse(await readFile(await file.path(), 'utf8')) as {
    rulePacks: { version: number; name: { id: string }; settings: { votersCap: { value: number } } }[];
  };
  const [pack] = content.rulePacks;
  if (pack === undefined) throw new Error('no rule pack');
  pack.settings.votersCap.value = 431;
  const bring = async () => {
    await page.getByLabel(/Berkas yang sudah diubah/).setInputFiles({
      ...{ name: 'aturan.json', mimeType: 'application/json' },
      buffer: Buffer.from(JSON.stringify(content, null, 2)),
    });
    await page.getByLabel(/Dasar perubahan/).fill('Perbup contoh 12/2027');
    await page.getByRole('button', { name: 'Pakai berkas ini' }).click();
  };
  await bring();
  await page.getByText(/Aturan yang berubah mendapat versi yang lebih tinggi, \d+ atau lebih/).waitFor();
  await office.look(page, 'own-rules-refused');
  pack.version += 1;
  pack.name.id = 'Aturan Perbup contoh';
  await bring();
  await page.getByText(/Dipakai sejak sekarang; yang berubah: paket aturan\./).waitFor();
  await office.look(page, 'own-rules');
  await page.getByRole('link', { name: 'Buat acara baru' }).click();
  await page.getByLabel(/Aturan Perbup contoh/).waitFor();
  expect(office.errors).toEqual([]);
});
