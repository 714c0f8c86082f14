import { expect, test } from 'vitest';
import { runCeremony } from './ceremony-run.ts';
import { openTestDevice } from './device.ts';
import { openFakeStation } from './fake-station.ts';
import { FETCH, look, openDevice, press, reach, useBrowser } from './page.ts';
import { openPlace } from './polling-place.ts';
import { at, succeeded } from './succeeded.ts';
import { temporaryHome } from './temporary-home.ts';

useBrowser();

test('a check that takes too long is stopped by one button; a record of others is named; then the right one is checked', async () => {
  const home = temporaryHome();
  const party = [openTestDevice({ name: 'stop page 1', home }), openTestDevice({ name: 'stop page 2' })];
  await runCeremony(party, 2);
  const first = at(party, 0);
  const trusteesText = first.trusteesText() ?? '';
  const place = openPlace({ trusteesText });
  const other = openPlace({ trusteesText, name: 'TPS 02 Mawar', uuid: 'TPSMawar222222' });
  succeeded(first.electionRoom.bind({ election: place.election.text, trustees: place.trusteesText }));

  const never = new Promise<undefined>(() => undefined);
  let record: Uint8Array | undefined;
  const station = await openFakeStation((path) => {
    if (record === undefined) return never;
    return { status: 200, body: path === '/api/record/void' ? place.voidList() : record };
  });
  const { page, complaints, broken } = await openDevice(home, station);
  await reach(page, 'checkbox', /Sidik ini sama/);
  await page.keyboard.press('Space');

  await press(page, FETCH);
  await page.getByRole('progressbar').waitFor();
  await look(page, '31-dapat-dihentikan');
  await press(page, 'Hentikan pemeriksaan');
  await page.getByText('Pemeriksaan dihentikan di perangkat ini.').waitFor();
  expect(await page.getByRole('progressbar').count()).toBe(0);
  await look(page, '32-dihentikan');

  // What one screen began, another may stop: after a reload nobody remembers who began.
  await press(page, FETCH);
  await page.getByRole('progressbar').waitFor();
  await page.reload();
  await page.getByRole('progressbar').waitFor();
  await press(page, 'English');
  await press(page, 'Stop the check');
  await page.getByRole('button', { name: 'Fetch the record from the polling-place machine' }).waitFor();
  await press(page, 'Bahasa Indonesia');

  record = other.seal([other.vote(0, 1)]);
  await reach(page, 'checkbox', /Sidik ini sama/);
  await page.keyboard.press('Space');
  await press(page, FETCH);
  await page.getByText('Arsip ini dari pemilihan lain').waitFor();
  await look(page, '33-pemilihan-lain');
  record = place.seal([place.vote(0, 1), place.vote(1, 0)]);
  await press(page, 'Periksa lagi');
  await page.getByText('Seluruh arsip sudah diperiksa').waitFor();
  expect(complaints).toEqual([]);
  expect(broken).toEqual([]);
});
