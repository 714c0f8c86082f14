import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROUNDS, type Round } from '@bilik/transfer';
import { expect, test } from 'vitest';
import { ownMessage } from '../src/ceremony/own-message.ts';
import type { TrusteeDevice } from '../src/trustee-device.ts';
import { CEREMONY, runCeremony } from './ceremony-run.ts';
import { openTestDevice, PASSPHRASE } from './device.ts';
import { openFakeStation, type StationSpeech } from './fake-station.ts';
import { FETCH, look, openDevice, press, reach, type, useBrowser } from './page.ts';
import { lastEventHash, openPlace } from './polling-place.ts';
import { at, succeeded } from './succeeded.ts';
import { temporaryHome } from './temporary-home.ts';

const COUNT = 'Jumlah suara masuk yang dibacakan ketua';

useBrowser();

function messageOf(device: TrusteeDevice, round: Round): string {
  const file = device.ceremony.file();
  return (file && ownMessage(file, round)) ?? '';
}

test('one trustee goes the whole way by keyboard: key by files, check, share; every screen is looked at', async () => {
  const home = temporaryHome();
  const folder = temporaryHome();
  let answerOfStation: StationSpeech = () => undefined;
  const station = await openFakeStation((path) => answerOfStation(path));
  const { address, page, complaints, broken } = await openDevice(home, station);
  const heading = (name: string) => page.getByRole('heading', { name }).waitFor();
  const others = ['Pak Budi', 'Ibu Wayan'].map((name) => ({
    name,
    device: openTestDevice({ name: `page ${name}` }),
  }));
  const [budi, wayan] = others.map(({ device }) => device);
  if (budi === undefined || wayan === undefined) throw new Error('two other trustees are needed');

  // Begin: first with mistakes.
  await heading('Mulai pembuatan kunci');
  await look(page, '01-mulai');
  await press(page, 'Buat sertifikat saya');
  await look(page, '02-mulai-salah');
  await type(page, 'Nama pembuatan kunci', CEREMONY);
  await type(page, 'Nama Anda', 'Ibu Sari');
  await type(page, 'Kata sandi', PASSPHRASE);
  await type(page, 'Ketik kata sandi sekali lagi', PASSPHRASE);
  await press(page, 'Buat sertifikat saya');

  // Certificates: one by file, one pasted, one that is none.
  await heading('Pesan pertama: sertifikat');
  await look(page, '03-sertifikat');
  for (const { name, device } of others) {
    succeeded(await device.start({ ceremony: CEREMONY, name, passphrase: PASSPHRASE }));
  }
  const ownMessageOf = async (): Promise<string> => {
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Unduh pesan saya')]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return readFileSync(path, 'utf8');
  };
  const giveFile = async (round: Round, device: TrusteeDevice) => {
    const path = join(folder, `${round}.json`);
    writeFileSync(path, messageOf(device, round));
    await page.getByLabel('Berkas pesan').setInputFiles(path);
  };
  const givePasted = async (round: Round, device: TrusteeDevice, name: string) => {
    await page.getByLabel(/Atau tempel/).fill(messageOf(device, round));
    await press(page, 'Masukkan tempelan');
    await page.getByText(`Pesan dari ${name} masuk.`).waitFor();
  };
  await page.getByLabel(/Atau tempel/).fill('bukan pesan');
  await press(page, 'Masukkan tempelan');
  await page.getByText('Ini bukan pesan pembuatan kunci').waitFor();
  await look(page, '04-pesan-salah');
  await giveFile('certificate', budi);
  await page.getByText('Pesan dari Pak Budi masuk.').waitFor();
  await givePasted('certificate', wayan, 'Ibu Wayan');
  const certificate = await ownMessageOf();
  for (const device of [budi, wayan]) {
    for (const text of [certificate, messageOf(budi, 'certificate'), messageOf(wayan, 'certificate')]) {
      if (text !== messageOf(device, 'certificate')) succeeded(device.messages.add(text));
    }
    const certificates = succeeded(device.messages.certificates());
    succeeded(await device.ceremony.deal({ certificates, threshold: 2 }));
  }
  await reach(page, 'checkbox', /Semua sidik sudah dibacakan/);
  await page.keyboard.press('Space');
  await look(page, '05-sidik');
  await press(page, 'Bagi pecahan kunci saya');

  for (const round of ROUNDS.slice(1)) {
    await heading(round === 'polynomial' ? 'Pesan kedua: pecahan kunci' : 'Pesan ketiga: bagian kunci');
    const own = await ownMessageOf();
    for (const device of [budi, wayan]) {
      const other = device === budi ? wayan : budi;
      succeeded(device.messages.add(own));
      succeeded(device.messages.add(messageOf(other, round)));
    }
    await giveFile(round, budi);
    await page.getByText('Pesan dari Pak Budi masuk.').waitFor();
    await look(page, `06-${round}`);
    await givePasted(round, wayan, 'Ibu Wayan');
    if (round === 'polynomial') {
      for (const device of [budi, wayan]) {
        const shareInput = succeeded(device.messages.shareInput());
        succeeded(await device.ceremony.receive({ shareInput }));
      }
    }
    await press(page, round === 'polynomial' ? 'Periksa pecahan semua orang' : 'Selesaikan dan uji kunci');
  }

  // The key, and its election.
  await page.getByText('Kunci Anda selesai').waitFor();
  await look(page, '07-kunci');
  const [listDownload] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'Unduh daftar pemegang kunci'),
  ]);
  const listPath = join(folder, listDownload.suggestedFilename());
  await listDownload.saveAs(listPath);
  succeeded(await budi.ceremony.finish(succeeded(budi.messages.outcome())));
  const trusteesText = budi.trusteesText() ?? '';
  const place = openPlace({ trusteesText, cards: 26 });
  writeFileSync(join(folder, 'election.json'), place.election.text);
  await page.getByLabel('Berkas pemilihan (election.json)').setInputFiles(join(folder, 'election.json'));
  await page.getByLabel(/trustees\.json/).setInputFiles(listPath);
  await press(page, 'Ikat kunci saya');

  // The opening: too early, then a wrong record, then the right one.
  await heading('Periksa seluruh arsip');
  await reach(page, 'checkbox', /Sidik ini sama/);
  await page.keyboard.press('Space');
  // read aloud and compared in groups of four
  expect(await page.locator('.copy-line__value').first().locator('span').allTextContents()).toEqual(
    place.election.fingerprint.match(/.{1,4}/g),
  );
  await look(page, '08-pemilihan');
  await press(page, FETCH);
  await page.getByText('TPS belum ditutup').waitFor();
  await look(page, '09-belum-ditutup');

  const ballots = Array.from({ length: 24 }, (_, card) => place.vote(card, card % 4));
  const record = place.seal(ballots);
  const wrongRecord = Uint8Array.from(record);
  wrongRecord[record.length - 9000] = (wrongRecord[record.length - 9000] ?? 0) ^ 1;
  const serve = (bytes: Uint8Array) => (path: string) => {
    if (path === '/api/record/sealed') return { status: 200, body: bytes };
    if (path === '/api/record/void') return { status: 200, body: place.voidList([25]) };
    return path === '/api/shares' ? { status: 200, body: '{"ok":true,"value":{"owner":1}}' } : undefined;
  };
  answerOfStation = serve(wrongRecord);
  await press(page, FETCH);
  await page.getByText('Arsip ini salah.').waitFor();
  // a wrong record asks for no passphrase
  expect(await page.getByLabel('Kata sandi Anda', { exact: true }).count()).toBe(0);
  await look(page, '10-arsip-salah');
  const looked = Promise.withResolvers<void>();
  answerOfStation = async (path) => {
    await looked.promise;
    return serve(record)(path);
  };
  await press(page, 'Periksa lagi');
  await page.getByRole('progressbar').waitFor();
  await look(page, '11-memeriksa');
  looked.resolve();
  await page.getByText('Seluruh arsip sudah diperiksa').waitFor();
  await look(page, '12-arsip-benar');
  await page.getByText('Latihan: kata sandinya ada di amplop Anda').waitFor();
  // how many ballots there are is heard in the hall; the record's fingerprint is compared in groups of four
  expect(await page.locator('main').innerText()).not.toMatch(/\b24\b/);
  const sealedHash = lastEventHash(record);
  expect(await page.locator('.copy-line__value').locator('span').allTextContents()).toEqual(
    sealedHash.match(/.{4}/g),
  );
  await type(page, COUNT, '1');
  await reach(page, 'checkbox', /Sidik ini sama/);
  await page.keyboard.press('Space');
  await type(page, 'Kata sandi Anda', PASSPHRASE);
  await press(page, 'Berikan bagian saya');
  await page.getByText('Jumlah yang Anda ketik (1) bukan').waitFor();
  expect(existsSync(join(home, 'opening.json'))).toBe(false);
  expect(station.posted).toEqual([]);
  await look(page, '12b-jumlah-lain');
  await page.reload();
  await page
    .getByText('Pernah diketik jumlah lain daripada jumlah di arsip ini: 1 kali, terakhir 1')
    .waitFor();
  await type(page, COUNT, '24');
  await reach(page, 'checkbox', /Sidik ini sama/);
  await page.keyboard.press('Space');
  await type(page, 'Kata sandi Anda', 'bukan kata sandi saya');
  await press(page, 'Berikan bagian saya');
  await page.getByText('Kata sandi salah').waitFor();
  await type(page, 'Kata sandi Anda', PASSPHRASE);
  await press(page, 'Berikan bagian saya');

  await page.getByText('Bagian Anda sudah diterima mesin TPS.').waitFor();
  await look(page, '13-bagian');
  const [shareDownload] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'Unduh bagian saya'),
  ]);
  expect(shareDownload.suggestedFilename()).toMatch(/^bagian-[123]\.json$/);
  expect(station.posted).toHaveLength(1);

  // Somebody puts a second list before the device.
  answerOfStation = serve(place.seal(ballots.slice(0, 3)));
  const refused = await fetch(`${address}/api/opening/fetch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"from":"station"}',
  });
  expect(refused.status).toBe(409);
  await page.getByText('Ini daftar suara kedua').waitFor();
  await look(page, '14-daftar-kedua');
  await press(page, 'English');
  await page.getByText('This is a second list of ballots').waitFor();
  await look(page, '15-english');

  expect(complaints).toEqual([]);
  expect(broken).toEqual([]);
});

test('one press makes and sends; what did not arrive is offered again, and the file stays the other way', async () => {
  const home = temporaryHome();
  const party = [openTestDevice({ name: 'press 1', home }), openTestDevice({ name: 'press 2' })];
  await runCeremony(party, 2);
  const first = at(party, 0);
  const place = openPlace({ trusteesText: first.trusteesText() ?? '' });
  succeeded(first.electionRoom.bind({ election: place.election.text, trustees: place.trusteesText }));
  const record = place.seal([place.vote(0, 1), place.vote(1, 0)]);

  const looked = Promise.withResolvers<void>();
  let shareAnswer = { status: 500, body: 'rusak' };
  const station = await openFakeStation(async (path) => {
    if (path === '/api/record/void') return { status: 200, body: place.voidList() };
    if (path === '/api/record/sealed') return { status: 200, body: record };
    await looked.promise;
    return shareAnswer;
  });
  const { page, complaints, broken } = await openDevice(home, station);
  const steps = () =>
    page.getByRole('list', { name: 'Satu tombol, dua langkah' }).locator('.steps__state').allTextContents();

  await reach(page, 'checkbox', /Sidik ini sama/);
  await page.keyboard.press('Space');
  await press(page, FETCH);
  await page.getByText('Seluruh arsip sudah diperiksa').waitFor();
  await type(page, COUNT, '2');
  await reach(page, 'checkbox', /Sidik ini sama/);
  await page.keyboard.press('Space');
  await type(page, 'Kata sandi Anda', PASSPHRASE);
  await press(page, 'Berikan bagian saya');

  await page.getByText('Bagian Anda sudah dibuat').waitFor();
  expect(await steps()).toEqual(['Selesai', 'Sekarang']);
  expect(await page.getByRole('button', { name: 'Kirim ke mesin TPS' }).count()).toBe(0);
  await look(page, '21-satu-tombol-mengirim');
  looked.resolve();

  // it did not arrive: that is said, nothing is lost, and the press for it is there
  await page.getByText('Mesin TPS menolak').waitFor();
  await look(page, '22-tidak-sampai');
  expect(await page.getByRole('button', { name: 'Unduh bagian saya' }).count()).toBe(1);
  shareAnswer = { status: 200, body: '{"ok":true,"value":{"owner":1}}' };
  await press(page, 'Kirim ke mesin TPS');
  await page.getByText('Bagian Anda sudah diterima mesin TPS.').waitFor();
  expect(await page.getByText('Mesin TPS menolak').count()).toBe(0);
  expect(new Set(station.posted).size).toBe(1);
  expect(station.posted).toHaveLength(2);
  expect(complaints).toEqual([]);
  expect(broken).toEqual([]);
});
