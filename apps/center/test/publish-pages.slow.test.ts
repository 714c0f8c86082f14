import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { noteSigner, writeNoteKey, writeNoteSigner } from '@bilik/publication';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openJobs } from '../src/jobs/jobs.ts';
import { keepPublishing } from '../src/publish/keep-publishing.ts';
import { publishPlaces } from '../src/publish/publish-places.ts';
import { type OfficeBrowser, openOfficeBrowser, press, seeText } from './office-browser.ts';
import { drawnPhoto, giveSheetVersion } from './photographed-sheet.ts';
import { SET_UP_ELECTION } from './set-up-election.ts';
import { VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';
import { outcomeVillage } from './village-outcome.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let center: TestCenter;
let office: OfficeBrowser;
let witness: ChildProcess;
let closeWorker: () => Promise<void>;
const broken: Error[] = [];
beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), '--only', 'portal/periksa']);
  center = await openTestCenter();
  await outcomeVillage(center);
  await askWitness();
  const onBroken = (error: Error) => broken.push(error);
  const jobs = await openJobs({ url: center.store.url, part: 'works', onBroken, pollingSeconds: 0.5 });
  const worker = await keepPublishing({ ...center.parts, jobs }, publishPlaces(center.home), onBroken);
  closeWorker = async () => {
    worker.close();
    await jobs.close();
  };
  office = await openOfficeBrowser(center, 'publish');
});
afterAll(async () => {
  await closeWorker();
  await office.close();
  witness.kill();
  expect(broken).toEqual([]);
});

/** A witness of its own process, which knows the log by its posted key; the office asks it from the first publication on. */
async function askWitness(): Promise<void> {
  const places = publishPlaces(center.home);
  const log = noteSigner('pilkades-16-07/latihan', 'note', new Uint8Array(32).fill(9));
  writeFileSync(places.key, `${writeNoteSigner(log)}\n`, { mode: 0o600 });
  const own = ['--home', join(center.home, 'witness'), '--name', 'kampus.example/saksi', '--port', '0'];
  const parameters = ['witness', ...own, '--log', writeNoteKey(log)];
  witness = spawn(process.execPath, [join(root, 'apps/cli/bilik.mjs'), ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (witness.stdout === null) throw new Error('the witness says nothing');
  const [line] = await once(createInterface({ input: witness.stdout }), 'line');
  const [, url = '', key = ''] = /ready (\S+) · (\S+)/.exec(String(line)) ?? [];
  writeFileSync(places.witnesses, JSON.stringify([{ key, url }]));
}

test('opened with a reason it publishes, a witness cosigns, what waits and what is left out is named; paused it says so', async () => {
  const page = await office.openOffice('regency');
  await page.getByRole('link', { name: /^Pengumuman/ }).click();
  await page.getByLabel('Pilkades serentak 2027').check();
  await seeText(page, 'belum pernah dibuka');
  await office.look(page, 'never-opened');
  const stranger = await office.open('/publik/');
  await seeText(stranger, 'Belum ada yang diumumkan');
  await office.look(stranger, 'nothing-published');

  await page.getByLabel('Alasan').fill('Surat tugas 12/PPKD/2027');
  await press(page, 'Buka pengumuman');
  await seeText(page, 'dari 1 yang diminta');
  // who decided, by name
  await seeText(page, /oleh Orang Buatan regency: Surat tugas/);
  await seeText(page, 'Publik melihat semua yang sudah dihitung.');
  expect(existsSync(join(publishPlaces(center.home).site, 'index.html'))).toBe(true);

  center.moveClock(60_000);
  await giveSheetVersion(center, { version: 1, c1: 101, photo: drawnPhoto() });
  await seeText(page, /1 TPS dan 0 keputusan desa belum dilihat publik/);
  center.moveClock(60_000);
  await press(page, 'Umumkan sekarang');
  await seeText(page, 'Diminta. Kalau ada yang baru');
  await page.getByText('Terbitan', { exact: true }).first().waitFor();
  await seeText(page, 'Publik melihat semua yang sudah dihitung.');

  center.moveClock(60_000);
  await giveSheetVersion(center, { version: 2, c1: 102 });
  center.moveClock(60_000);
  await press(page, 'Umumkan sekarang');
  await seeText(page, '1 TPS atau desa tidak dapat terbit seperti yang tercatat');
  await seeText(page, 'tidak ada foto lembar untuk angka ini');
  await page.getByText('Titik periksa log dan saksinya').click();
  await seeText(page, /kampus\.example\/saksi: ikut menandatangani/);
  await office.look(page, 'open');

  center.moveClock(60_000);
  await sql`update bilik.contest set options = replace(options::text, 'Calon Buatan Dua', 'Calon 1607990101900001')::jsonb where area = ${VILLAGE}`.execute(
    center.store.owner,
  );
  await press(page, 'Umumkan sekarang');
  await seeText(page, /nama desa, calon, atau tulisan lain memuat nomor orang/);
  await seeText(page, 'tetap seperti terbitan sebelumnya');
  await office.look(page, 'kept-back');

  await page.getByText('Hentikan sementara').first().click();
  await page.getByLabel('Alasan').fill('Menunggu foto lembar TPS 1');
  await press(page, 'Hentikan sementara');
  await seeText(page, 'pengumuman dihentikan');
  center.moveClock(60_000);
  await giveSheetVersion(center, { version: 3, c1: 103, photo: drawnPhoto() });
  await seeText(page, /belum dilihat publik, karena pengumuman dihentikan/);
  await office.look(page, 'paused');
  const numbers = await center.act('regency', 'publish.show', { election: SET_UP_ELECTION });
  expect(numbers.body.value).toMatchObject({ open: false, publications: [{ number: 4 }, {}, {}, {}] });
  expect(office.errors).toEqual([]);
});

test('whoever may only look has no button; the public page runs under the center’s policy and its own', async () => {
  const page = await office.openOffice('observer', 'umumkan');
  await seeText(page, 'pengumuman dihentikan');
  expect(await page.getByRole('button', { name: 'Buka pengumuman' }).count()).toBe(0);
  const stranger = await office.open('/publik/');
  await stranger.getByLabel('Cari desa').fill('sungai');
  await stranger.getByRole('link', { name: 'Sungai Rebo' }).click();
  await seeText(stranger, 'Calon Buatan Satu');
  const colour = await stranger.evaluate(() => getComputedStyle(document.body).color);
  expect(colour, 'the page’s own style was read').toBe('rgb(27, 25, 48)');
  await office.look(stranger, 'village-published');
  await stranger.getByRole('link', { name: 'TPS 01' }).click();
  const evidence = stranger.getByRole('link', { name: 'Lembar di TPS berbeda? Kirim fotonya' });
  expect(await evidence.evaluate((link) => (link instanceof HTMLAnchorElement ? link.href : ''))).toBe(
    `${office.address}/bukti/#/${SET_UP_ELECTION}/${VILLAGE}-001`,
  );
  expect(office.errors).toEqual([]);
});
