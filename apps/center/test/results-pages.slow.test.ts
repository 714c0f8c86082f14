import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { foldChanges } from '../src/tabulation/fold.ts';
import { type OfficeBrowser, openOfficeBrowser, seeText } from './office-browser.ts';
import { SET_UP_ELECTION } from './set-up-election.ts';
import { TEST_NOW, VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';
import { giveVotes, outcomeVillage } from './village-outcome.ts';

let center: TestCenter;
let office: OfficeBrowser;
beforeAll(async () => {
  center = await openTestCenter();
  await outcomeVillage(center);
  await giveVotes(center, 412, 388);
  await inScope(center.parts.database, OWN_WORK, async (transaction) => {
    await foldChanges(transaction, TEST_NOW);
    await transaction
      .insertInto('delivery')
      .values({
        ...{ id: 'd'.repeat(64), election: SET_UP_ELECTION, place: `${VILLAGE}-001`, area: VILLAGE },
        ...{ manifest: '{}', state: 'held', reasons: JSON.stringify(['SUM-04', 'SUM-07']) },
        ...{ files: JSON.stringify(['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)]), receipt: '{}' },
        ...{ begun_at: TEST_NOW, whole_at: TEST_NOW, decided_at: TEST_NOW },
      })
      .execute();
  });
  office = await openOfficeBrowser(center, 'results');
});
afterAll(() => office.close());

test('from the regency’s sums down to a polling place’s versions, determined by the committee, decreed by the regency', async () => {
  const page = await office.openOffice('regency', 'hasil');
  await page.getByLabel('Pilkades serentak 2027').check();
  await seeText(page, '1 dari 4 TPS');
  // of the voters of the one place that is in, not of those whose places are awaited
  await seeText(page, /pemilih di 1 TPS yang masuk, dari 4 TPS/);
  await office.look(page, 'regency');
  await page.getByRole('button', { name: 'Hitung ulang semua jumlah' }).click();
  await seeText(page, 'Semua jumlah sama dengan hitungan ulang.');
  await page.getByRole('link', { name: 'Banyuasin I' }).click();
  await page.getByRole('link', { name: 'Sungai Rebo' }).click();
  await seeText(page, 'Unggul menurut jumlah sementara: 1 · Calon Buatan Satu');
  await page.getByText('Mengapa begini').click();
  await office.look(page, 'village');
  await sql`update election set zone = 'WIT' where id = ${SET_UP_ELECTION}`.execute(center.store.owner);
  await page.getByRole('link', { name: 'TPS 01', exact: true }).click();
  await seeText(page, '1. Calon Buatan Satu: 412 · 2. Calon Buatan Dua: 388 · suara kosong: 0');
  // 02:00 in UTC; this election stands in the east
  await seeText(page, /pukul 11\.00 WIT/);
  await office.look(page, 'versions');

  const committee = await office.openOffice('committee', `hasil/${SET_UP_ELECTION}/kepala-desa`);
  await committee.getByText('Tetapkan hasil').first().click();
  await committee.getByLabel('Nama ketua panitia').fill('Ketua Buatan');
  await committee.getByLabel('Nama anggota panitia').fill('Anggota Buatan');
  await committee.getByRole('button', { name: 'Tetapkan hasil' }).click();
  await seeText(committee, 'DITETAPKAN');

  await page.goto(`${office.address}/kantor/#/hasil/${SET_UP_ELECTION}/kepala-desa/${VILLAGE}`);
  await page.getByText('Catat keputusan bupati').first().click();
  await page.getByLabel('Nomor keputusan').fill('141/2027');
  await page.getByLabel('Tanggal keputusan').fill('2027-07-01');
  await page.getByRole('button', { name: 'Catat keputusan bupati' }).click();
  await seeText(page, 'DISAHKAN BUPATI');
  await office.look(page, 'decreed');
  expect(office.errors).toEqual([]);
});

test('deliveries with their reasons; before one that is held is counted, a reason is asked for', async () => {
  const page = await office.openOffice('regency', `kiriman/${SET_UP_ELECTION}`);
  await seeText(page, 'ditahan');
  await page.getByRole('button', { name: 'Hitung dengan alasan' }).first().click();
  await seeText(page, /SUM-04; SUM-07/);
  await office.look(page, 'deliveries');
  expect(office.errors).toEqual([]);
});

test('signing in, a wrong code, the rooms and the accounts', async () => {
  await sql`truncate sign_in_pause`.execute(center.store.owner);
  const stranger = await office.open('/kantor/');
  await stranger.getByLabel('Nama akun').fill('desk');
  await stranger.getByLabel('Kata sandi').fill('bukan kata sandi');
  await stranger.getByLabel('Kode enam angka').fill('123456');
  await stranger.getByRole('button', { name: 'Masuk' }).click();
  await seeText(stranger, 'Nama akun, kata sandi, atau kode tidak cocok. Anda belum masuk.');
  await office.look(stranger, 'sign-in');
  const page = await office.openOffice('regency');
  await seeText(page, 'Siapa bekerja di sini');
  await office.look(page, 'rooms');
  await page.goto(`${office.address}/kantor/#/akun`);
  await seeText(page, 'Akun di wilayah Anda');
  await page.getByLabel('Nama', { exact: true }).fill('Orang Buatan');
  await page
    .getByLabel('Nama akun')
    .or(page.getByLabel('Akun', { exact: true }))
    .first()
    .fill('desk.9');
  await page.getByLabel('Desk Pilkades').check();
  // an area is found by its name; below stands which one was meant
  await page.getByLabel('Wilayah', { exact: true }).fill('Perajen');
  await seeText(page, 'Perajen (desa)');
  expect(await page.getByLabel('Wilayah', { exact: true }).inputValue()).toBe('16.07.01.2002');
  await page.getByLabel('Wilayah', { exact: true }).fill('16.07');
  await seeText(page, 'Banyuasin (kabupaten atau kota)');
  await page.getByRole('button', { name: 'Undang orang' }).click();
  await seeText(page, 'Akun desk.9 dibuat.');
  // read aloud and copied by hand: no group of the code is broken, however narrow the screen
  await page.setViewportSize({ width: 360, height: 640 });
  const groups = await page
    .locator('.office__code-group')
    .evaluateAll((all) =>
      all.map(
        (group) =>
          [group.textContent, group.getClientRects().length, group.getBoundingClientRect().top] as const,
      ),
    );
  expect(groups.map(([text]) => text).join('')).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  expect(groups.map(([, lines]) => lines)).toEqual([1, 1, 1]);
  expect(new Set(groups.map(([, , top]) => top)).size, 'beside each other').toBe(1);
  await office.look(page, 'accounts');
  await page.getByRole('button', { name: 'Siapa boleh apa' }).click();
  await seeText(page, 'Menutup akun di wilayahnya');
  await office.look(page, 'act-matrix');
  expect(office.errors).toEqual([]);
});
