import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fingerprintWords, openPackage, sourceOf } from '@bilik/transfer';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packagePath } from '../apps/cli/src/exercise/exercise-package.ts';
import { findPackages } from '../apps/station/src/setup/find-packages.ts';
import { must } from './support/answers.ts';
import { lookAt, openBrowser, watchErrors } from './support/chromium.ts';
import { packageLike, passphraseOf } from './support/packages-of-home.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';

let prepared: PreparedHome;
let browser: Browser;
let station: ChildProcess | undefined;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8 });
  browser = await openBrowser();
});

afterAll(async () => {
  station?.kill('SIGKILL');
  await browser?.close();
  removeFolders();
});

/** Starts an empty station. @returns the address of its setup page, and what it says later */
function startEmpty(home: string, sticks: string): Promise<string> {
  // the stick that lies in the station from the beginning
  mkdirSync(`${home}-second`, { recursive: true });
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, '../apps/station/src/main.ts'),
      ...['--home', home, '--second', `${home}-second`, '--port', '0', '--exercise', '--sticks', sticks],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  station = child;
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^Open this page on this machine to load the package: (\S+)$/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`the station ended (${code})`)));
  });
}

test('packages are looked for on media only: no link, no folder, no file that is none', () => {
  const media = newFolder();
  for (const medium of ['A', 'B', '.hidden']) mkdirSync(join(media, 'user', medium), { recursive: true });
  for (const file of [
    'A/satu.bilik',
    'B/dua.bilik',
    'B/catatan.txt',
    '.hidden/tiga.bilik',
    'A/\u202ekilib.bilik',
  ]) {
    writeFileSync(join(media, 'user', file), 'x');
  }
  mkdirSync(join(media, 'user', 'A', 'folder.bilik'));
  symlinkSync('/etc/passwd', join(media, 'user', 'A', 'link.bilik'));
  symlinkSync('/', join(media, 'user', 'root'));
  const found = findPackages(`${media}/*/*,/nowhere/*,relative/*`);
  expect(found.map(({ medium, file }) => `${medium}/${file}`)).toEqual([
    'A/satu.bilik',
    'A/·kilib.bilik',
    'B/dua.bilik',
  ]);
});

test('an empty station is set up on its own screen, by keyboard: package, six words, eight words, board', async () => {
  const media = newFolder();
  const home = join(newFolder(), 'station');
  for (const medium of ['STIK-KABUPATEN', 'STIK-LAIN']) mkdirSync(join(media, medium));
  const setupUrl = await startEmpty(home, `${media}/*`);
  const page = await (await browser.newContext()).newPage();
  const errors: string[] = [];
  watchErrors(page, errors);
  await page.goto(setupUrl);
  await page.getByText('Belum ada paket di media mana pun.').waitFor();
  // where it looks, and what a spare is for
  await page.getByText(`langsung di dalam ${media}/*`, { exact: false }).waitFor();
  await page.getByText('Laptop cadangan?', { exact: false }).waitFor();
  await lookAt(page, 'setup-1-none');

  cpSync(packagePath(prepared.home), join(media, 'STIK-KABUPATEN', 'merah-mata-001.bilik'));
  const cut = readFileSync(packagePath(prepared.home)).subarray(0, 9_000);
  writeFileSync(join(media, 'STIK-LAIN', 'lama.bilik'), cut);
  cpSync(
    await packageLike(prepared, { facts: { kind: 'real' } }),
    join(media, 'STIK-LAIN', 'sungguhan.bilik'),
  );
  await page.getByRole('button', { name: 'Cari lagi' }).click();
  await page.getByText('TPS 01, Merah Mata').waitFor();
  await page.getByText('Paket ini terpotong').waitFor();
  await page.getByText('Ini paket pemilihan sebenarnya').waitFor();
  await lookAt(page, 'setup-2-found');

  await page.getByRole('button', { name: 'Pakai paket ini' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Kata sandi paket').fill('mangga kucing perahu zebra tomat payung');
  await page.keyboard.press('Enter');
  await page.getByText('Kata sandi tidak membuka paket ini.').waitFor();
  await lookAt(page, 'setup-3-wrong-passphrase');
  expect(existsSync(join(home, 'place'))).toBe(false);

  const passphrase = passphraseOf(prepared).trim().toUpperCase().replaceAll(' ', '-');
  await page.getByLabel('Kata sandi paket').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Apakah delapan kata itu sama' }).waitFor();
  const { fingerprint } = must(openPackage(sourceOf(readFileSync(packagePath(prepared.home)))));
  const shown = await page.getByRole('list', { name: 'Kata paket' }).getByRole('listitem').allTextContents();
  expect(shown).toEqual(fingerprintWords(fingerprint));
  await lookAt(page, 'setup-4-compare');

  // people say no: nothing is loaded
  await page.getByRole('button', { name: 'Tidak sama' }).click();
  await page.getByText('Kata paket tidak sama dengan pengumuman.').waitFor();
  await lookAt(page, 'setup-5-differs');
  expect(existsSync(join(home, 'place'))).toBe(false);
  await page.getByRole('button', { name: 'Kembali ke daftar paket' }).click();

  await page.getByRole('button', { name: 'Pakai paket ini' }).click();
  await page.getByLabel('Kata sandi paket').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sama, muat paket' }).click();
  await page.getByText('Paket sudah dimuat.').waitFor();
  await page.waitForURL(/\/papan\//);
  await page.getByText('TPS 01 Melati').first().waitFor();
  expect(readdirSync(join(home, 'place'))).toContain('manifest.json');
  // the setup is over: nothing answers under its address any more
  expect((await page.request.get(setupUrl)).status()).toBe(404);
  expect(errors).toEqual([]);
});
