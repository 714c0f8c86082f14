import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDraw, defaultChecklist, drawRecordSchema } from '@bilik/preparation';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../src/set-up/set-up-store.ts';
import { type OfficeBrowser, openOfficeBrowser } from './office-browser.ts';
import { SET_UP_ELECTION, setUpElection } from './set-up-election.ts';
import { VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const PORTRAIT = readFileSync(join(root, 'packages/papers/test/portrait.jpg'));
const NAMES = ['Sari Buatan', 'Budi Santoso Buatan', 'Raden Wiratanuningrat Buatan'];

/** The heading of what was opened has the focus and is in sight. */
async function expectTop(page: Page, heading: RegExp): Promise<void> {
  const found = page.getByRole('heading', { name: heading });
  await found.waitFor();
  const stands = () =>
    found.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return element === document.activeElement && top >= 0 && bottom <= innerHeight;
    });
  await expect.poll(stands).toBe(true);
}

let center: TestCenter;
let office: OfficeBrowser;

beforeAll(async () => {
  center = await openTestCenter();
  await setUpElection(center);
  office = await openOfficeBrowser(center, 'preparation');
});
afterAll(() => office.close());

test('candidates → determination → draw in public → ballot proof that everybody signed, on the screens of a village committee', async () => {
  const page = await office.openOffice('committee', 'calon');
  // months before the closing nobody is told to extend, whatever the count is
  const soFar = /Sejauh ini 0 bakal calon mendaftar, paling sedikit 2\. Pendaftaran .* sampai .*2027;/;
  await page.getByText(soFar).waitFor();
  for (const name of NAMES) {
    await page.getByLabel('Nama lengkap').fill(name);
    await page.getByLabel('Tanggal lahir').fill('1980-03-04');
    await page.getByRole('button', { name: 'Daftarkan bakal calon' }).click();
    await page.getByText(`${name} didaftarkan.`).waitFor();
  }
  await page.getByText(/Sejauh ini 3 bakal calon mendaftar/).waitFor();
  expect(await page.getByText('perpanjang pendaftaran').count()).toBe(0);
  // one paper by hand, the others as a clerk would have done all day
  await page.getByRole('button', { name: 'Berkas dan foto Sari Buatan' }).click();
  const line = page.getByRole('group', { name: /Surat permohonan/ });
  await line.getByRole('button', { name: 'Diterima' }).click();
  await line.locator('[aria-pressed="true"]').waitFor();
  await page.getByText('15 berkas belum ada').waitFor();
  const ids = await center.store.owner.selectFrom('candidate').select('id').orderBy('id').execute();
  const inVillage = { election: SET_UP_ELECTION, village: VILLAGE };
  for (const { id } of ids) {
    for (const { id: requirement } of defaultChecklist.requirements) {
      const finding = { requirement, finding: 'accepted' };
      await center.act('committee', 'candidates.note-finding', { ...inVillage, candidate: id, finding });
    }
  }
  // a photo of 30 MB is refused before anything is read; a good one is cropped here and only the crop is sent
  const file = (bytes: Buffer) => ({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: bytes });
  const large = join(center.home, 'besar.jpg');
  writeFileSync(large, '');
  truncateSync(large, 30_000_000);
  await page.getByLabel('Pilih foto').setInputFiles(large);
  await page.getByText('Foto ini 30 MB, lebih besar dari 20 MB.').waitFor();
  await page.getByLabel('Pilih foto').setInputFiles(file(Buffer.from('bukan gambar')));
  await page.getByText('bukan gambar yang dapat dibaca').waitFor();
  await page.getByLabel('Pilih foto').setInputFiles(file(PORTRAIT));
  await page.getByRole('slider', { name: 'Perbesar' }).fill('130');
  await office.look(page, 'papers');
  await page.getByRole('button', { name: 'Pasang foto ini' }).click();
  await page.getByText('Foto Sari Buatan dipasang.').waitFor();
  for (const { id } of ids.slice(0, 2)) {
    const jpeg = PORTRAIT.toString('base64');
    await center.act('committee', 'candidates.set-photo', { ...inVillage, candidate: id, jpeg });
  }
  await page.reload();
  await page.getByLabel('Dasar penetapan').fill('Semua memenuhi syarat');
  await office.look(page, 'candidates');
  await page.getByRole('button', { name: 'Tetapkan calon' }).click();
  await page.getByText('Calon ditetapkan.').waitFor();

  await page.getByRole('link', { name: 'Undian nomor urut' }).click();
  await expectTop(page, /Undian nomor urut/);
  for (const name of [...NAMES].reverse()) await page.getByRole('button', { name, exact: true }).click();
  for (const name of NAMES) await page.getByLabel(`Kata rahasia ${name}`).fill(`bintang ${name}`);
  await page.getByRole('button', { name: 'Kunci semua kata' }).click();
  await page.getByText('Kata sudah dikunci.').waitFor();
  // nobody sees the words before the dice, and loading the page again loses nothing
  expect(await page.getByText('bintang').count()).toBe(0);
  await page.reload();
  for (const [index, die] of [3, 1, 4, 1, 5, 2].entries()) {
    await page.getByLabel(`Dadu ${index + 1}`).fill(String(die));
  }
  await office.look(page, 'draw-dice', true);
  await page.getByRole('button', { name: 'Buka kata dan undi' }).click();
  await page.locator('.draw__ball').first().waitFor();
  // numbers are drawn; the calendar says what it still waits for
  await page.getByText('Kalender tidak mencatat tahapannya:').waitFor();
  await page.getByText('Dihitung ulang di peramban ini: cocok').waitFor();
  await office.look(page, 'draw-numbers', true);
  const paper = await center.paper('observer', 'candidates.draw-record', inVillage);
  const record = drawRecordSchema.parse(JSON.parse(paper.bytes.toString('utf8')));
  expect(checkDraw(record, sha256)).toEqual({ ok: true, value: null });
  const shown = await page.locator('.draw__numbers li').allInnerTexts();
  for (const { candidate, number } of record.numbers) {
    const name = NAMES.find((one) => one.toLowerCase().replaceAll(' ', '-').startsWith(candidate)) ?? '';
    expect(shown.map((text) => text.replace(/\s+/g, ' '))).toContain(`${number} ${name}`);
  }

  await page.getByRole('link', { name: 'Kembali ke calon desa' }).click();
  // cards in the order of the ballot, and nobody can be put beside them any more
  await page.getByText(/Tidak ada lagi yang dapat didaftarkan/).waitFor();
  expect(await page.getByRole('button', { name: 'Daftarkan bakal calon' }).count()).toBe(0);
  const drawn = [...record.numbers].sort((left, right) => left.number - right.number);
  const cards = await page.locator('.candidates__card').allInnerTexts();
  for (const [index, { candidate }] of drawn.entries()) {
    expect(cards[index]).toContain(NAMES.find((one) => one.toLowerCase().replaceAll(' ', '-') === candidate));
  }
  const late = { candidate: 'terlambat', name: 'Terlambat Buatan', bornOn: '1980-01-01' };
  const refused = await center.act('committee', 'candidates.register', { ...inVillage, ...late });
  expect(refused.body.error?.type).toBe('numbers-drawn-already');
  await office.look(page, 'candidates-drawn');
  await page.getByRole('link', { name: 'Contoh surat suara', exact: true }).click();
  await page.locator('.proof img').nth(2).waitFor();
  await expectTop(page, /Contoh surat suara/);
  await office.look(page, 'proof', true);
  for (const name of NAMES) {
    await page.getByRole('button', { name: `${name} setuju` }).click();
    await page.getByText(`${name} sudah setuju`).first().waitFor();
  }
  await page.getByText('Semua calon setuju.').waitFor();
  const contest = await center.store.owner
    .selectFrom('contest')
    .select('options')
    .where('election', '=', SET_UP_ELECTION)
    .executeTakeFirstOrThrow();
  expect(contest.options).toHaveLength(4);
  expect(office.errors).toEqual([]);
});

test('the regency looks at rules and calendar, moves the sliders, notes a stage, and decides how a village votes', async () => {
  const page = await office.openOffice('regency', 'acara');
  await page.getByText('Permendagri 112/2014, Pasal 42 ayat (2)').first().waitFor();
  await page.getByText('Biasanya panitia yang menentukan.').waitFor();
  expect(await page.content()).not.toContain('Normally the committee decides.');
  await office.look(page, 'rules');
  await page.getByLabel('Hari pemungutan suara').fill('2028-01-05');
  await page.getByRole('button', { name: 'Tambah gelombang' }).click();
  await page.getByText('Gelombang 3 ditambahkan.').waitFor();

  await page.getByRole('link', { name: 'Usulan desa yang memilih dengan mesin' }).click();
  await page.getByRole('button', { name: /Sungai Rebo/ }).click();
  await page.getByRole('slider', { name: /Sengketa/ }).fill('90');
  await page.getByLabel('PLN').check();
  await page.getByLabel(/pasal perda/).check();
  await page.getByRole('button', { name: 'Simpan keadaan desa' }).click();
  await page.getByText('Ya: urutannya cukup tinggi').first().waitFor();
  await office.look(page, 'modes');
  await page.getByRole('slider', { name: 'Perangkat yang ada' }).fill('0');
  await page
    .getByText(/butuh 2 perangkat, tersisa 0/)
    .first()
    .waitFor();
  await page.getByLabel('Alasan keputusan').fill('Pernah bersengketa');
  await page.getByRole('radio', { name: 'Mesin' }).check();
  await page.getByRole('button', { name: 'Putuskan cara memilih Sungai Rebo' }).click();
  await page.getByText('Mesin: Pernah bersengketa').waitFor();

  await page.goto(`${office.address}/kantor/#/kalender`);
  await page.getByRole('link', { name: 'Bukit' }).waitFor();
  await office.look(page, 'calendar');
  await page.getByRole('link', { name: 'Bukit' }).click();
  await page.getByRole('button', { name: /Catat selesai.*BPD/ }).click();
  await page.getByLabel('Selesai pada hari').fill('2026-12-01');
  await page.getByRole('button', { name: 'Catat selesai', exact: true }).click();
  await page.getByText('dicatat selesai.').waitFor();
  await office.look(page, 'village-calendar');
  expect(office.errors).toEqual([]);
});

test('the regency makes an event, adds villages in a second wave, sets its labels, and takes a village out with a reason', async () => {
  const page = await office.openOffice('regency', 'acara');
  await page.getByRole('link', { name: 'Buat acara baru' }).click();
  await page.getByLabel('Nama acara dalam bahasa Indonesia').fill('Pilkades contoh 2029');
  await page.getByLabel('Nama acara dalam bahasa Inggris').fill('Example elections 2029');
  expect(await page.getByLabel('Tanda acara').inputValue()).toBe('pilkades-contoh-2029');
  await page.getByLabel('Hari pemungutan suara pertama').fill('2029-06-06');
  await page.getByLabel('TPS ditutup').fill('06:00');
  // a sub-district by keyboard alone: open it, tick all of it
  await page.getByText('Banyuasin I: 0 dari 2 desa').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByText('Banyuasin I: 2 dari 2 desa').waitFor();
  await page.getByRole('button', { name: 'Buat acara' }).click();
  await page.getByText('Jam tutup harus sesudah jam buka.').waitFor();
  await office.look(page, 'make-event');
  await page.getByLabel('TPS ditutup').fill('13:00');
  await page.getByRole('button', { name: 'Buat acara' }).click();
  await page.getByText('Acara Pilkades contoh 2029 dibuat.').waitFor();

  await page.getByText('Betung: 0 dari 2 desa').click();
  await page.getByLabel('Taja Mulya').check();
  await page.getByLabel('Hari pemungutan suara', { exact: true }).fill('2029-12-05');
  await office.look(page, 'event');
  await page.getByRole('button', { name: 'Tambah gelombang' }).click();
  await page.getByText('Gelombang 2 ditambahkan.').waitFor();

  await page.getByRole('link', { name: 'Buat acara baru' }).click();
  await page.getByLabel('Yang dipilih (Indonesia)').fill('Kuwu');
  await page.getByRole('button', { name: 'Simpan sebutan' }).click();
  await page.getByText('Sebutan disimpan.').waitFor();

  await page.goto(`${office.address}/kantor/#/kalender`);
  await page.getByLabel('Pilkades contoh 2029').check();
  const villages = await center.store.owner
    .selectFrom('election_village')
    .select(['area', 'first_wave'])
    .where('election', '=', 'pilkades-contoh-2029')
    .orderBy('area')
    .execute();
  expect(villages.map(({ area, first_wave }) => `${area} ${first_wave}`)).toEqual([
    ...['16.07.01.2001 1', '16.07.01.2002 1', '16.07.05.2003 2'],
  ]);
  // the calendar opens the newest event by itself
  await page.goto(`${office.address}/kantor/#/kalender/16.07.01.2002`);
  await page.getByLabel('Alasan', { exact: true }).fill('digabung dengan desa tetangga');
  await page.getByRole('button', { name: 'Keluarkan dari acara' }).click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('dialog').getByRole('button').first().press('Enter');
  await page.getByText(/Keluar dari acara pada .*: digabung dengan desa tetangga/).waitFor();
  await office.look(page, 'left');
  await page.goto(`${office.address}/kantor/#/kalender`);
  await page.getByText('keluar dari acara', { exact: true }).waitFor();
  expect(office.errors).toEqual([]);
});

test('in a long list of villages a name or a state leads to the few that are meant', async () => {
  await sql`insert into area (code, name, parent)
    select '16.07.05.' || (2100 + n), 'Desa Buatan ' || n, '16.07.05' from generate_series(1, 25) n`.execute(
    center.store.owner,
  );
  await sql`insert into election_village (election, area, first_wave)
    select ${SET_UP_ELECTION}, '16.07.05.' || (2100 + n), 1 from generate_series(1, 25) n`.execute(
    center.store.owner,
  );
  await center.act('regency', 'candidates.register', {
    ...{ election: SET_UP_ELECTION, village: '16.07.05.2117', candidate: 'satu' },
    ...{ name: 'Calon Buatan', bornOn: '1980-01-01' },
  });
  const page = await office.openOffice('regency', 'calon');
  const rows = page.locator('tbody tr');
  const chosen = page.getByLabel('Pilkades serentak 2027');
  await chosen.check();
  await page.getByText('29 dari 29 baris').waitFor();
  const signed = page.getByRole('row', { name: /Sungai Rebo/ });
  expect(await signed.innerText()).toContain('Surat suara disetujui');
  await office.look(page, 'villages');
  await page.getByRole('searchbox', { name: 'Cari dalam daftar ini' }).fill('17 BUATAN');
  await page.getByText('1 dari 29 baris').waitFor();
  expect(await rows.allInnerTexts()).toEqual([
    expect.stringMatching(/Desa Buatan 17[\s\S]*Pendaftaran belum ditutup/),
  ]);
  await page.getByRole('searchbox').fill('tidak ada');
  await page.getByText('Tidak ada yang cocok').waitFor();
  await page.getByRole('button', { name: 'Pendaftaran belum ditutup (1)' }).click();
  await expect.poll(() => rows.count()).toBe(1);
  // a short list needs no search
  expect(await page.getByRole('searchbox').count()).toBe(0);
  await page.getByRole('button', { name: 'Semua desa (29)' }).click();
  await expect.poll(() => rows.count()).toBe(29);
  await page.goto(`${office.address}/kantor/#/kalender`);
  await chosen.check();
  await page.getByRole('searchbox').fill('sungai rebo');
  await expect.poll(() => rows.count()).toBe(1);
  await office.look(page, 'calendar-search');
  expect(office.errors).toEqual([]);
});
