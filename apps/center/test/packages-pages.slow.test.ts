import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OfficeBrowser, openOfficeBrowser, seeText } from './office-browser.ts';
import { ELECTION, TEST_NOW, VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const PLACE = `${VILLAGE}-001`;
const named = { election: ELECTION, place: PLACE, area: VILLAGE, version: 1 };

let center: TestCenter;
let office: OfficeBrowser;
beforeAll(async () => {
  center = await openTestCenter();
  office = await openOfficeBrowser(center, 'packages');
});
afterAll(() => office.close());

test('what a place lacks is said before its package is issued; after, that it is in force, and what only issuing anew would want', async () => {
  const page = await office.openOffice('regency', `paket/${ELECTION}/${PLACE}`);
  await seeText(page, /Masih kurang: .*daftar pemilih tetap/);
  await office.look(page, 'kurang');

  // as an exercise takes in the package that its living place has: none of what this office would need to issue it
  const { owner } = center.store;
  const hex = (letter: string) => letter.repeat(64);
  await owner
    .insertInto('file')
    .values({ sha256: hex('a'), bytes: 1, kept_at: TEST_NOW })
    .execute();
  await owner
    .insertInto('place_package')
    .values({
      ...{ ...named, fingerprint: hex('b'), file: hex('a'), cards: 340, reason: null, account: 'regency' },
      ...{ election_uuid: 'uuid-buatan', election_fingerprint: 'sidik-buatan', issued_at: TEST_NOW },
      ...{ trustees_hash: hex('c'), list_fingerprint: hex('d'), credentials_hash: hex('e') },
    })
    .execute();
  await owner
    .insertInto('card_pack')
    .values({ ...named, number: 1, cards: 100, seal: 'LATIHAN-1', handed_to: 'Ketua', handed_at: TEST_NOW })
    .execute();
  await page.reload();
  await seeText(page, 'Paket versi 1 sudah terbit dan berlaku; kartunya sudah diserahkan.');
  await seeText(page, /Paket yang berlaku tidak berubah\. Untuk terbit ulang dari kantor ini masih kurang/);
  expect(await page.getByText(/Masih kurang:/).count()).toBe(0);
  expect(await page.getByText('Paket tidak terbit').count()).toBe(0);
  await office.look(page, 'berlaku');
  expect(office.errors).toEqual([]);
});
