import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResultContent } from '@bilik/transfer/signed-code';
import type { Page } from 'playwright-core';
import encodeQR from 'qr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../apps/center/src/database/scope.ts';
import { expectRecord } from '../apps/center/src/intake/expect-record.ts';
import { type OfficeBrowser, openOfficeBrowser, press, seeText } from '../apps/center/test/office-browser.ts';
import { addAccount, ELECTION, sessionOf, TEST_NOW } from '../apps/center/test/small-regency.ts';
import { newStation } from '../apps/center/test/station-codes.ts';
import { openTestCenter, type TestCenter } from '../apps/center/test/test-center.ts';
import { writeCameraPicture } from './support/camera-picture.ts';

const VILLAGE = '16.07.05.2003';
const PLACE = `${VILLAGE}-001`;
/** As the phone calls it. */
const CALLED = 'TPS 01 Taja Mulya';
const FINGERPRINT = `${'Bilik0'.repeat(7)}A`;
const ORIGIN = { kind: 'exercise', pollingPlace: PLACE, electionFingerprint: FINGERPRINT } as const;
const RESULT: ResultContent = {
  ...{ type: 'result', source: 'trustees', users: 240, casts: 240, heldSums: 0 },
  contests: [
    {
      ...{ contest: 'kepala-desa', valid: 236, invalid: 4 },
      options: [
        { key: 'c1', votes: 121 },
        { key: 'c2', votes: 84 },
        { key: 'c3', votes: 31 },
      ],
    },
  ],
  slips: { printed: 240, spoiled: 0, inBox: null },
  ...{ recordHash: 'ab'.repeat(32), minutesFingerprint: '0c'.repeat(32) },
};

const station = newStation();
const figures = (hour: number) =>
  station.sign(ORIGIN, {
    ...{ type: 'figures', phase: 'open', hour, openProblems: 0 },
    present: { L: 40 + hour, P: 50 + hour },
  });

const board = join(tmpdir(), `bilik-board-${process.pid}.y4m`);
let center: TestCenter;
let office: OfficeBrowser;
beforeAll(async () => {
  center = await openTestCenter();
  for (const id of ['panitia', 'anggota']) {
    await addAccount(center.store.database, { id, role: 'committee', area: VILLAGE });
  }
  await inScope(center.store.database, OWN_WORK, async (transaction) => {
    const expected = await expectRecord(
      transaction,
      {
        ...{ election: ELECTION, place: PLACE, electionHash: FINGERPRINT, electionUuid: 'TPSBuatan11Desa' },
        ...{ signingKey: station.publicKey, listFingerprint: 'ab'.repeat(32), packageVersion: 1 },
      },
      TEST_NOW,
    );
    if (!expected.ok) throw new Error(expected.error.type);
  });
  writeCameraPicture(board, figures(9));
  office = await openOfficeBrowser(center, 'phone', ['telepon'], board);
});
afterAll(async () => {
  rmSync(board, { force: true });
  await office.close();
});

const codes = async (account: string, ...texts: readonly string[]) =>
  (await center.act(account, 'intake.codes', { codes: texts })).body;

test('a result that does not fit the ballot is refused each time it is sent, and leaves no figure behind', async () => {
  const [contest] = RESULT.contests;
  if (contest === undefined) throw new Error('no contest');
  const foreign = { ...contest, contest: 'kepala-dusun' };
  const text = station.sign(ORIGIN, { ...RESULT, contests: [contest, foreign] });
  const refused = { value: [{ type: 'refused', problem: 'result-not-of-ballot' }] };
  expect(await codes('anggota', text)).toMatchObject(refused);
  expect(await codes('anggota', text), 'sent again').toMatchObject(refused);
  expect(await center.store.owner.selectFrom('result_change').select('number').execute()).toEqual([]);
});

/** A photo of a code, as somebody took it of the board. */
async function photoOf(page: Page, text: string): Promise<Buffer> {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const picture = await page.evaluate((rows) => {
    const canvas = document.createElement('canvas');
    const side = 8;
    canvas.width = canvas.height = rows.length * side;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = '#000';
    for (const [y, row] of rows.entries()) {
      for (const [x, isDark] of row.entries()) if (isDark) pen.fillRect(x * side, y * side, side, side);
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }, modules);
  return Buffer.from(picture, 'base64');
}

test('boards’ codes are kept without a network and sent as whoever scanned them; what the center says of each stands beside it', async () => {
  const context = await office.contextOf({ account: 'panitia', size: 'phone' });
  const page = await context.newPage();
  const asAccount = async (account: string) => {
    const cookie = await sessionOf(center.store.database, account, center.parts.now());
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: office.address }]);
  };
  const paste = async (text: string) => {
    await page.getByLabel('Atau tempel teks QR').fill(text);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  };
  await page.goto(`${office.address}/telepon/`);
  await seeText(page, 'Halaman ini dapat dibuka tanpa jaringan.');
  await seeText(page, 'tercatat atas nama Orang Buatan panitia');

  await context.setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: 'Pindai QR papan TPS' }).press('Enter');
  await press(page, 'Pindai dengan kamera');
  await seeText(page, `QR angka pukul 09.00, ${CALLED}: tersimpan. Sekarang di telepon ini.`);
  await seeText(page, 'Tersimpan di sini. 1 menunggu dikirim.');
  await page.getByLabel('Atau pilih foto QR').setInputFiles({
    ...{ name: 'papan.png', mimeType: 'image/png', buffer: await photoOf(page, figures(8)) },
  });
  await seeText(page, 'QR angka pukul 08.00');
  await paste(figures(9));
  await seeText(page, 'sudah pernah dipindai');
  await paste(figures(9).slice(0, -40));
  await seeText(page, 'QR ini rusak atau tidak utuh.');
  await office.look(page, 'scan');
  await paste(station.sign(ORIGIN, RESULT));
  await seeText(page, `QR hasil ${CALLED}: tersimpan.`);
  // well formed, signed by nobody whom the center knows
  await paste(newStation().sign(ORIGIN, RESULT));
  await seeText(page, 'Tersimpan di sini. 4 menunggu dikirim.');
  await press(page, 'Kembali');

  // the phone is handed on: the line comes back in another's session, and nothing goes out in their name
  await asAccount('anggota');
  await context.setOffline(false);
  await page.reload();
  await seeText(page, '4 ditulis Orang Buatan panitia dan menunggu dikirim.');
  await press(page, 'Pindai QR papan TPS');
  await paste(figures(10));
  await press(page, 'Kembali');
  await seeText(page, 'Semua milik Orang Buatan anggota sudah di pusat.');
  await office.look(page, 'shared');
  const scanned = () =>
    center.store.owner.selectFrom('scanned_code').select(['account', 'kind']).orderBy('account').execute();
  expect(await scanned()).toEqual(expect.arrayContaining([{ account: 'anggota', kind: 'figures' }]));
  expect(
    (await scanned()).filter(({ account, kind }) => account === 'panitia' && kind === 'figures'),
  ).toEqual([]);

  await press(page, 'Keluar');
  await seeText(page, 'Tidak ada yang masuk di telepon ini.');
  await asAccount('panitia');
  await page.reload();
  await seeText(page, '1 ditolak pusat dan tetap tersimpan di sini.');
  await seeText(page, 'Tanda tangannya benar. Hasil resmi tetap dihitung dari arsip TPS.');
  await seeText(page, 'Tanda tangannya tidak cocok dengan kunci TPS itu.');
  await office.look(page, 'codes');
  expect((await scanned()).filter(({ account }) => account === 'panitia')).toHaveLength(3);
  const lanes = await center.store.owner.selectFrom('result_change').select(['lane', 'account']).execute();
  expect(lanes).toEqual([{ lane: 'evidence', account: 'panitia' }]);
  expect(office.errors).toEqual([]);
});

test('a call that names another account than that of its session is nobody’s', async () => {
  const answer = await fetch(`${office.address}/api/act/accounts.me`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: await center.cookieOf('panitia'),
      'x-bilik-account': 'anggota',
    },
    body: '{}',
  });
  expect(answer.status).toBe(401);
});
