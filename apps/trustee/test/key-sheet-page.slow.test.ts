import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTrustees } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { expect, test } from 'vitest';
import { runCeremony } from './ceremony-run.ts';
import { openTestDevice, PASSPHRASE } from './device.ts';
import { openFakeStation } from './fake-station.ts';
import { look, openDevice, press, useBrowser } from './page.ts';
import { temporaryHome } from './temporary-home.ts';

useBrowser();

test('a key sheet is made on one device’s page and restored on another’s, which says so for ever', async () => {
  const home = temporaryHome();
  const folder = temporaryHome();
  const own = openTestDevice({ name: 'sheet page', home });
  const others = ['a', 'b'].map((name) => openTestDevice({ name: `sheet page ${name}` }));
  const { parameters } = await runCeremony([own, ...others], 2);
  const trusteesPath = join(folder, 'trustees.json');
  writeFileSync(trusteesPath, writeTrustees(nativeGroup(), [{ kind: 'threshold', parameters }]));
  const station = await openFakeStation(() => undefined);

  const first = await openDevice(home, station);
  await first.page.getByText('Lembar kunci', { exact: true }).click();
  await first.page.getByLabel('Kata sandi Anda').fill(PASSPHRASE);
  await press(first.page, 'Buat lembar kunci');
  await first.page.getByRole('img', { name: /Kode lembar kunci 1\// }).waitFor();
  await look(first.page, 'lembar-kunci');
  await first.page.pdf({ path: join(folder, 'sheet.pdf') });
  const [download] = await Promise.all([
    first.page.waitForEvent('download'),
    press(first.page, 'Simpan sebagai berkas'),
  ]);
  const sheetPath = join(folder, download.suggestedFilename());
  await download.saveAs(sheetPath);
  expect(readFileSync(sheetPath, 'utf8')).toMatch(/^BILIK-LEMBAR-KUNCI\.1\./);

  const second = await openDevice(temporaryHome(), station);
  await second.page.getByText('Pulihkan dari lembar kunci').first().click();
  await look(second.page, 'pulihkan');
  await second.page.getByLabel('Berkas lembar kunci').setInputFiles(sheetPath);
  await second.page.getByText('Lembar kunci terbaca.').waitFor();
  await second.page
    .getByLabel(/trustees\.json|Daftar pemegang kunci/)
    .first()
    .setInputFiles(trusteesPath);
  await second.page.getByLabel('Kata sandi Anda').fill(PASSPHRASE);
  await press(second.page, 'Pulihkan dari lembar kunci');
  await second.page.getByText('Kunci ini dipulihkan dari lembar kunci.').waitFor();
  await look(second.page, 'dipulihkan');
  for (const { complaints, broken } of [first, second]) expect([...complaints, ...broken]).toEqual([]);
});
