import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { sql } from 'kysely';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { refreshExpectedPlaces } from '../src/tabulation/expected-places.ts';
import { foldChanges } from '../src/tabulation/fold.ts';
import { SET_UP_ELECTION } from './set-up-election.ts';
import { TEST_NOW, VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';
import { giveVotes, outcomeVillage } from './village-outcome.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const artefacts = join(root, 'artefacts', 'results');

let center: TestCenter;
let browser: Browser;
let address: string;
const errors: string[] = [];
beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), '--only', 'center/kantor']);
  center = await openTestCenter();
  await outcomeVillage(center);
  await giveVotes(center, 412, 388);
  await inScope(center.parts.database, OWN_WORK, async (transaction) => {
    await refreshExpectedPlaces(transaction, SET_UP_ELECTION);
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

async function openOffice(account: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  if (account !== undefined) {
    const [name = '', value = ''] = (await center.cookieOf(account)).split('=');
    await context.addCookies([{ name, value, url: address }]);
  }
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  for (const [label, viewport] of Object.entries({
    360: { width: 360, height: 640 },
    1280: { width: 1280, height: 800 },
  })) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: join(artefacts, `${name}-${label}.png`), fullPage: true });
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(tooWide, `${name} at ${label} sticks out`).toBeLessThanOrEqual(0);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const heading = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test('from the regency’s sums down to a polling place’s versions, determined by the committee, decreed by the regency', async () => {
  const page = await openOffice('regency');
  await page.goto(`${address}/kantor/#/hasil`);
  await page.getByRole('link', { name: /Kepala desa.*Pilkades serentak 2027/ }).click();
  await heading(page, '1 dari 4 TPS');
  await look(page, 'regency');
  await page.getByRole('button', { name: 'Hitung ulang semua jumlah' }).click();
  await heading(page, 'Semua jumlah sama dengan hitungan ulang.');
  await page.getByRole('link', { name: 'Banyuasin I' }).click();
  await page.getByRole('link', { name: 'Sungai Rebo' }).click();
  await heading(page, 'Unggul menurut jumlah sementara: 1 · Calon Buatan Satu');
  await page.getByText('Mengapa begini').click();
  await look(page, 'village');
  await page.getByRole('link', { name: 'TPS 1', exact: true }).click();
  await heading(page, 'c1: 412 · c2: 388 · blank: 0');
  await look(page, 'versions');

  const committee = await openOffice('committee');
  await committee.goto(`${address}/kantor/#/hasil/${SET_UP_ELECTION}/kepala-desa`);
  await committee.getByText('Tetapkan hasil').first().click();
  await committee.getByLabel('Nama ketua panitia').fill('Ketua Buatan');
  await committee.getByLabel('Nama anggota panitia').fill('Anggota Buatan');
  await committee.getByRole('button', { name: 'Tetapkan hasil' }).click();
  await heading(committee, 'DITETAPKAN');

  await page.goto(`${address}/kantor/#/hasil/${SET_UP_ELECTION}/kepala-desa/${VILLAGE}`);
  await page.getByText('Catat keputusan bupati').first().click();
  await page.getByLabel('Nomor keputusan').fill('141/2027');
  await page.getByLabel('Tanggal keputusan').fill('2027-07-01');
  await page.getByRole('button', { name: 'Catat keputusan bupati' }).click();
  await heading(page, 'DISAHKAN BUPATI');
  await look(page, 'decreed');
  expect(errors).toEqual([]);
});

test('deliveries with their reasons; one that is held is counted with a reason only', async () => {
  const page = await openOffice('regency');
  await page.goto(`${address}/kantor/#/kiriman/${SET_UP_ELECTION}`);
  await heading(page, 'ditahan');
  await page.getByRole('button', { name: 'Hitung dengan alasan' }).first().click();
  await heading(page, /SUM-04; SUM-07/);
  await look(page, 'deliveries');
  expect(errors).toEqual([]);
});

test('signing in, a wrong code, the rooms and the accounts', async () => {
  await sql`truncate sign_in_pause`.execute(center.store.owner);
  const stranger = await openOffice(undefined);
  await stranger.goto(`${address}/kantor/`);
  await stranger.getByLabel('Nama akun').fill('desk');
  await stranger.getByLabel('Kata sandi').fill('bukan kata sandi');
  await stranger.getByLabel('Kode enam angka').fill('123456');
  await stranger.getByRole('button', { name: 'Masuk' }).click();
  await heading(stranger, 'Nama akun, kata sandi, atau kode tidak cocok. Anda belum masuk.');
  await look(stranger, 'sign-in');
  const page = await openOffice('regency');
  await page.goto(`${address}/kantor/`);
  await heading(page, 'Siapa bekerja di sini');
  await look(page, 'rooms');
  await page.goto(`${address}/kantor/#/akun`);
  await heading(page, 'Akun di wilayah Anda');
  await page.getByLabel('Nama', { exact: true }).fill('Orang Buatan');
  await page
    .getByLabel('Nama akun')
    .or(page.getByLabel('Akun', { exact: true }))
    .first()
    .fill('desk.9');
  await page.getByLabel('Desk Pilkades').check();
  await page.getByLabel('Wilayah', { exact: true }).fill('16.07');
  await page.getByRole('button', { name: 'Undang orang' }).click();
  await heading(page, 'Akun desk.9 dibuat.');
  await look(page, 'accounts');
  expect(errors).toEqual([]);
});
