import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { recordChange } from '../src/tabulation/record-change.ts';
import { drawPhoto, type OfficeBrowser, openOfficeBrowser, typeFigures } from './office-browser.ts';
import { ELECTION } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const PLACE = '16.07.01.2002-001';

let center: TestCenter;
let office: OfficeBrowser;

beforeAll(async () => {
  center = await openTestCenter();
  // a second contest on the same day: the moderator reads the figures of both
  await center.store.owner
    .insertInto('contest')
    .values({
      ...{ election: ELECTION, area: '16.07.01.2002', id: 'bpd', position: 2, office: 'other' },
      title: JSON.stringify({ id: 'Anggota BPD', en: 'Council member' }),
      options: JSON.stringify([
        { key: 'c1', number: 1, name: 'Calon Buatan Empat', photo: null },
        { key: 'c2', number: 2, name: 'Calon Buatan Lima', photo: null },
      ]),
    })
    .execute();
  office = await openOfficeBrowser(center, 'lanes', ['kantor', 'bukti']);
});
afterAll(() => office.close());

/** Types into the first form of figures from its first field on, and presses its button. */
async function sendFigures(page: Page, figures: readonly number[]): Promise<void> {
  await page.locator('form.sheet-figures input').first().focus();
  await typeFigures(page, figures);
  await page.keyboard.press('Enter');
}

test('a citizen who knows no code finds the polling place by the names of village and sub-district', async () => {
  await center.store.owner
    .insertInto('place')
    .values({
      ...{ election: ELECTION, id: '16.07.05.2003-012', area: '16.07.05.2003', number: 12, name: null },
      ...{ address: '', mode: 'paper', registered_l: 10, registered_p: 10 },
    })
    .execute();
  const citizen = await office.open('/bukti/', { size: 'phone' });
  await citizen.getByText(/Alamat internet Anda tidak ditulis\. Pusat menyimpan sandi/).waitFor();
  await citizen.getByRole('button', { name: 'Kirim bukti' }).click();
  await citizen.getByText('TPS-nya belum dipilih. Tidak ada yang dikirim.').waitFor();
  // by the sub-district: its two villages are shown
  await citizen.getByRole('combobox', { name: 'Desa' }).fill('betung');
  await citizen.getByRole('option', { name: 'Bukit, Betung' }).waitFor();
  await office.look(citizen, 'bukti-desa');
  await citizen.setViewportSize({ width: 360, height: 640 });
  await citizen.getByRole('option', { name: 'Taja Mulya, Betung' }).click();
  await citizen.getByRole('radio', { name: 'TPS 12' }).check();
  await citizen.getByLabel('Isi kode QR').fill('bukan kode');
  await office.look(citizen, 'bukti-tps');
  await citizen.setViewportSize({ width: 360, height: 640 });
  const [request] = await Promise.all([
    citizen.waitForRequest('**/api/evidence'),
    citizen.getByRole('button', { name: 'Kirim bukti' }).click(),
  ]);
  expect(request.postDataJSON()).toMatchObject({ election: ELECTION, place: '16.07.05.2003-012' });
  // another village is another place: that of the first is not sent for it
  await citizen.getByRole('combobox', { name: 'Desa' }).fill('Perajen');
  expect(await citizen.getByRole('radio', { name: 'TPS 01' }).isChecked()).toBe(true);
  await citizen.getByRole('combobox', { name: 'Desa' }).fill('Taja Mulya');
  expect(await citizen.getByRole('radio', { name: 'TPS 01' }).isChecked()).toBe(false);
  expect(await citizen.getByRole('radio', { name: 'TPS 12' }).isChecked()).toBe(false);
});

test('a citizen sends a photo, a moderator accepts it with its figures, the Desk fixes its own, and then the lanes are compared', async () => {
  const citizen = await office.open(`/bukti/#/${ELECTION}/${PLACE}`, { size: 'phone' });
  await citizen.getByRole('button', { name: 'Kirim bukti' }).click();
  await citizen.getByText('Belum ada foto atau kode. Tidak ada yang dikirim.').waitFor();
  const picture = await drawPhoto(citizen, { width: 2600, height: 2000, lines: ['LATIHAN'] });
  await citizen.getByLabel('Foto lembar').setInputFiles({
    ...{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: picture },
  });
  await citizen.getByText('Foto siap dikirim.').waitFor();
  await office.look(citizen, 'bukti');
  await citizen.getByRole('button', { name: 'Kirim bukti' }).click();
  await citizen.getByText('Bukti diterima.').waitFor();

  const moderator = await office.openOffice('sub-district', `jalur/${ELECTION}/bukti`);
  await moderator.getByRole('button', { name: 'Lihat' }).click();
  await moderator.getByRole('heading', { name: 'Bukti warga dari Perajen, TPS 01' }).waitFor();
  await moderator.getByLabel('Alasan').fill('Lembar yang ditempel di TPS');
  await moderator.locator('form.sheet-figures').nth(1).waitFor();
  await sendFigures(moderator, [104, 50, 30, 20, 100, 4]);
  expect(await moderator.evaluate(() => document.activeElement?.closest('form')?.textContent)).toContain(
    'Anggota BPD',
  );
  await typeFigures(moderator, [104, 60, 40, 100, 4]);
  await office.look(moderator, 'dua-pemilihan');
  await moderator.keyboard.press('Enter');
  await moderator.getByText('diterima', { exact: true }).waitFor();
  await office.look(moderator, 'moderasi');

  const desk = await office.openOffice('desk', `jalur/${ELECTION}/angka/${PLACE}`);
  await desk.locator('form.sheet-figures input').first().waitFor();
  // a figure that nobody typed is missing, not zero
  await desk.locator('form.sheet-figures input').nth(1).fill('50');
  await desk.getByRole('button', { name: 'Kunci angka' }).first().click();
  await desk.getByText(/^.*Angka kurang, atau suara para calon bukan suara sah/).waitFor();
  await desk.reload();
  // 105 came, 104 votes: reported so, perhaps, and never fixed without a word
  await sendFigures(desk, [105, 50, 30, 20, 100, 4]);
  await desk.getByText('Angka ini tidak cocok satu sama lain.').waitFor();
  await desk.getByText('100 + 4 = 104, lembar menyatakan 105 (nomor 1), selisih 1').waitFor();
  await office.look(desk, 'angka-tidak-cocok');
  // the words stand there already: it is the answer that is waited for
  const answered = desk.waitForResponse(/lanes\.commit/);
  await desk.getByRole('button', { name: 'Kunci angka' }).first().click();
  await (await answered).finished();
  await desk.getByText('Angka ini tidak cocok satu sama lain.').waitFor();
  expect(await center.store.owner.selectFrom('internal_figures').select('id').execute()).toEqual([]);
  await desk.getByLabel(/laporannya memang begini/).check();
  await desk.getByRole('button', { name: 'Kunci seperti dilaporkan' }).click();
  await desk.getByText('Angka terkunci dengan sidik jari').waitFor();
  await desk.reload();
  // a place that is fixed says so, since when, and opens no empty form
  await desk.getByText(/Angka Desk TPS ini \(Kepala desa\) terkunci sejak .*WIB\./).waitFor();
  expect(await desk.locator('form.sheet-figures').count()).toBe(1);
  expect(await desk.getByText(/hash/i).count()).toBe(0);
  await office.look(desk, 'terkunci');
  await desk.getByRole('button', { name: 'Kunci angka lain' }).click();
  await sendFigures(desk, [104, 50, 30, 20, 100, 4]);
  await desk.getByText('Angka terkunci dengan sidik jari').waitFor();
  await desk.locator('form.sheet-figures input').first().focus();
  await typeFigures(desk, [104, 60, 40, 100, 4]);
  await desk.keyboard.press('Enter');
  await desk.getByRole('link', { name: 'TPS berikutnya: Taja Mulya, TPS 01' }).click();
  await desk.getByRole('heading', { name: 'Angka Desk untuk Taja Mulya, TPS 01' }).waitFor();
  await desk.goBack();
  // nothing official is in: the Desk sees no difference, and no figure but its own
  await desk.goto(`${office.address}/kantor/#/jalur/${ELECTION}`);
  await desk.getByText('Belum ada TPS yang berbeda').waitFor();

  await inScope(center.store.database, OWN_WORK, (transaction) =>
    recordChange(transaction, {
      ...{ election: ELECTION, place: PLACE, contest: 'kepala-desa', lane: 'official', part: 'whole' },
      ...{ sourceKind: 'sheet', source: `${PLACE}/1`, account: null, reason: null, at: new Date(0) },
      figures: { users: 104, women: 50, valid: 100, invalid: 4, votes: { c1: 30, c2: 50, c3: 20 } },
    }),
  );
  await desk.reload();
  await desk.getByText('menggeser 40, jarak 20 suara').waitFor();
  await desk.getByText('1. Calon Buatan 1: Desk 50, resmi 30').waitFor();
  await desk.getByText('1. Calon Buatan 1: warga 50, resmi 30').waitFor();
  await desk.getByText('belum dicatat').waitFor();
  await desk.getByRole('button', { name: /Catat sebab/ }).focus();
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: 'Simpan sebab' }).click();
  await desk.getByText('Pilih salah satu.').waitFor();
  await desk.getByRole('radio', { name: /angka resmi salah ketik/ }).check();
  await desk.getByLabel('Catatan').fill('pilihan 1 dan 2 tertukar');
  await office.look(desk, 'sebab');
  await desk.getByRole('button', { name: 'Simpan sebab' }).click();
  await desk.getByText('pilihan 1 dan 2 tertukar').waitFor();
  await office.look(desk, 'banding');
  const verdicts = await center.store.owner.selectFrom('evidence_verdict').select('figures').execute();
  expect(verdicts.map(({ figures }) => new Set(Object.keys(figures ?? {})))).toEqual([
    new Set(['bpd', 'kepala-desa']),
  ]);
  expect(office.errors).toEqual([]);
});
