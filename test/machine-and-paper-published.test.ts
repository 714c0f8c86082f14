import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { tps01 } from '@bilik/election/fixtures';
import { type PublishedPlace, type PublishedVillage, parseSnapshot, type Snapshot } from '@bilik/publication';
import { fileHash, publicKeyOf, writeDeliveryManifest } from '@bilik/transfer';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inScope, OWN_WORK } from '../apps/center/src/database/scope.ts';
import { decideDelivery } from '../apps/center/src/intake/decide-delivery.ts';
import { openDeliveries } from '../apps/center/src/intake/deliveries.ts';
import { expectRecord } from '../apps/center/src/intake/expect-record.ts';
import { receiverKey } from '../apps/center/src/intake/receiver-key.ts';
import { publishPlaces } from '../apps/center/src/publish/publish-places.ts';
import { writePublication } from '../apps/center/src/publish/write-publication.ts';
import { drawnPhoto } from '../apps/center/test/photographed-sheet.ts';
import { SET_UP_ELECTION, setUpElection } from '../apps/center/test/set-up-election.ts';
import { addAccount } from '../apps/center/test/small-regency.ts';
import { openTestCenter, type TestCenter } from '../apps/center/test/test-center.ts';
import { checkPart } from '../apps/cli/src/portal/check-part.ts';
import { openSiteFiles } from '../apps/cli/src/portal/site-files.ts';
import { ELECTION, FIGURES, STATION_KEY } from '../apps/cli/test/made-record.ts';
import { MADE, resultText, SPOILED_CARD, voidText } from '../apps/cli/test/made-result.ts';
import { buildPages } from '../scripts/build-pages.mjs';
import { must } from './support/answers.ts';
import { openBrowser, watchErrors } from './support/chromium.ts';

const PLACE: string = FIGURES.place;
const VILLAGE = PLACE.slice(0, -4);
const CONTEST = 'kepala-desa';
const NAMES = ['Sari', 'Budi', 'Wayan'];

/** A center that expects the record of TPS 01 Melati, and is asked for what it published by a stranger's browser. */
interface Regency {
  readonly center: TestCenter;
  readonly address: string;
  /** What the station delivers after sealing, checked by a worker. */
  readonly deliver: (result: string) => Promise<void>;
  /** Publishes, and gives the place as the snapshot has it. */
  readonly publish: () => Promise<{
    readonly snapshot: Snapshot;
    readonly village: PublishedVillage;
    readonly place: PublishedPlace;
  }>;
}

const asOurs = <Value>(center: TestCenter, work: Parameters<typeof inScope<Value>>[2]) =>
  inScope(center.parts.database, OWN_WORK, work);

async function openRegency(registered: { readonly L: number; readonly P: number }): Promise<Regency> {
  const center = await openTestCenter();
  await sql`insert into area (code, name, parent) values (${VILLAGE}, 'Melati Jaya', '16.07.01')`.execute(
    center.store.owner,
  );
  await setUpElection(center, [VILLAGE]);
  await asOurs(center, async (transaction) => {
    await transaction
      .updateTable('place')
      .set({ mode: 'electronic', registered_l: registered.L, registered_p: registered.P })
      .where('id', '=', PLACE)
      .execute();
    const candidates = NAMES.map((name, index) => ({ key: `c${index + 1}`, number: index + 1, name }));
    await transaction
      .insertInto('contest')
      .values({
        ...{ election: SET_UP_ELECTION, area: VILLAGE, id: CONTEST, position: 1, office: 'village-head' },
        title: JSON.stringify({ id: 'Kepala Desa', en: 'Village head' }),
        options: JSON.stringify(
          [...candidates, { key: 'blank', number: null, name: 'Kosong' }].map((option) => ({
            ...option,
            photo: null,
          })),
        ),
      })
      .execute();
    must(
      await expectRecord(
        transaction,
        {
          ...{ election: SET_UP_ELECTION, place: PLACE, packageVersion: 1, listFingerprint: 'a'.repeat(64) },
          ...{ electionHash: ELECTION.fingerprint, electionUuid: ELECTION.uuid },
          signingKey: publicKeyOf(STATION_KEY),
        },
        center.parts.now(),
      ),
    );
  });
  const address = await center.listen();
  return {
    ...{ center, address },
    async deliver(result) {
      const files = [
        { name: 'record.bel', bytes: Buffer.from(MADE.bytes) },
        { name: 'void.json', bytes: Buffer.from(voidText([SPOILED_CARD])) },
        { name: 'result.json', bytes: Buffer.from(result) },
      ] as const;
      const named = files.map(({ name, bytes }) => ({
        ...{ name, bytes: bytes.length },
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }));
      const manifest = writeDeliveryManifest(
        {
          ...{ kind: 'exercise', polling_place: PLACE, files: named },
          ...{ election_uuid: ELECTION.uuid, election_hash: ELECTION.fingerprint },
        } as Parameters<typeof writeDeliveryManifest>[0],
        STATION_KEY,
      );
      const delivery = fileHash(manifest);
      const deliveries = openDeliveries(center.parts, join(center.home, 'incoming'));
      must(await deliveries.begin(manifest));
      for (const [file, { bytes }] of files.entries()) {
        for (let at = 0; at < bytes.length; at += 16_000) {
          must(await deliveries.takePiece({ delivery, file, at, bytes: bytes.subarray(at, at + 16_000) }));
        }
      }
      must(await deliveries.finish(delivery));
      await decideDelivery({ ...center.parts, receiverKey: receiverKey(center.parts.keys) }, delivery);
      const row = await asOurs(center, (transaction) =>
        transaction
          .selectFrom('delivery')
          .select(['state', 'reasons'])
          .where('id', '=', delivery)
          .executeTakeFirst(),
      );
      expect(row).toEqual({ state: 'right', reasons: [] });
    },
    async publish() {
      const places = publishPlaces(center.home);
      expect(await writePublication(center.parts, places, SET_UP_ELECTION)).toBeGreaterThan(0);
      const answer = await fetch(`${address}/publik/snapshot.json`);
      const snapshot = parseSnapshot(await answer.text());
      if (!snapshot.ok) throw new Error(snapshot.error.type);
      const [village] = snapshot.value.villages.filter(({ code }) => code === VILLAGE);
      const [place] = village?.places ?? [];
      if (village === undefined || place === undefined) throw new Error('the place is not published');
      return { snapshot: snapshot.value, village, place };
    },
  };
}

let browser: Browser;
beforeAll(async () => {
  await buildPages({ only: ['portal/periksa'] });
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The public's own check of everything that this regency published. */
function checkSite({ center }: Regency): void {
  const places = publishPlaces(center.home);
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '..', 'apps/cli/bilik.mjs'), 'portal', 'check', places.site],
    { encoding: 'utf8' },
  );
  expect(status, stdout).toBe(0);
}

/** Follows the link of the place's page and has its record checked in the visitor's browser. */
async function checkInBrowser({ address }: Regency): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const broken: string[] = [];
  watchErrors(page, broken);
  await page.goto(`${address}/publik/tps/${PLACE}.html`);
  await page.getByRole('link', { name: 'Periksa arsip ini sendiri' }).click();
  await page.getByRole('button', { name: `Ambil dan periksa arsip ${PLACE}` }).click();
  await page.getByText('BENAR: arsip lengkap').waitFor();
  await page.getByText('Sama dengan yang terbit').waitFor();
  expect(broken).toEqual([]);
  await page.goBack();
  return page;
}

const [electronic] = FIGURES.contests;
if (electronic === undefined) throw new Error('the fixture has a contest');

describe('a polling place from which a mobile group left, and one of its ballots never came back', () => {
  let regency: Regency;
  const registered = { L: 10, P: 10 };
  beforeAll(async () => {
    regency = await openRegency(registered);
  });
  afterAll(() => regency.center.close());

  test('is published as two parts with one sum: whoever was marked for the group is a user of its part; record and site are right', async () => {
    const options = electronic.options.map(({ key, votes }) => ({
      key,
      votes: votes + (key === 'c1' ? 1 : 0),
    }));
    const figures: typeof FIGURES = {
      ...structuredClone(FIGURES),
      ...{ registered, users: 11, checkIns: { DPT: { L: 7, P: 4 }, added: { L: 0, P: 0 } } },
      mobileGroup: {
        ...{ checkIns: 3, taken: 4, used: 3, unused: 1, spoiled: 0 },
        counted: {
          inBox: 2,
          contests: [{ contest: CONTEST, options, valid: 7, invalid: 2, total: 9 }],
        },
      },
    };
    await regency.deliver(resultText({ figures }));
    const published = await regency.publish();
    expect(published.place).toMatchObject({
      mode: 'electronic',
      result: {
        version: 1,
        figures: { users: 11, valid: 7, invalid: 2, blank: 1, total: 9 },
        parts: [
          { source: 'trustees', figures: { users: 8, valid: 6, invalid: 1, blank: 1, total: 7 } },
          {
            source: 'mobile-group',
            figures: { users: 3, valid: 1, invalid: 1, blank: 0, total: 2 },
            evidence: { record: null },
          },
        ],
      },
    });
    checkSite(regency);
    const page = await checkInBrowser(regency);
    await page.getByText('Bagian 2').waitFor();
    // an office that moves a vote of the group's paper contradicts what the station signed
    const { files } = openSiteFiles(publishPlaces(regency.center.home).site);
    const [, part] = published.place.result?.parts ?? [];
    if (part === undefined) throw new Error('the part of the group');
    const moved = structuredClone(part);
    const [c1, c2] = moved.figures.options;
    if (c1 === undefined || c2 === undefined) throw new Error('two candidates');
    [c1.votes, c2.votes] = [0, 1];
    expect(await checkPart(files, { ...published, part })).toEqual([]);
    expect(await checkPart(files, { ...published, part: moved })).toMatchObject([
      { rule: 'records', fault: 'differs', at: PLACE },
    ]);
  });
});

describe('a machine that gave way to paper during the day', () => {
  let regency: Regency;
  beforeAll(async () => {
    regency = await openRegency(tps01.figures.registered);
  });
  afterAll(() => regency.center.close());

  /** As on the sheet: two more people, on paper. */
  const SHEET = {
    ...{ 'registered.L': 5, 'registered.P': 5, 'registered.total': 10 },
    ...{ 'dpt.L': 1, 'dpt.P': 1, 'dpt.total': 2, 'added.L': 0, 'added.P': 0, 'added.total': 0 },
    'users.total': 2,
    ...{ 'kepala-desa:received': 10, 'kepala-desa:used': 2, 'kepala-desa:spoiled': 0 },
    ...{ 'kepala-desa:unused': 8, 'kepala-desa:c1': 1, 'kepala-desa:c2': 1, 'kepala-desa:c3': 0 },
    ...{ 'kepala-desa:valid': 2, 'kepala-desa:invalid': 0, 'kepala-desa:total': 2 },
    ...{ 'signatures.board': 5, 'signatures.witnesses': 3 },
  };
  const sheet = { election: SET_UP_ELECTION, place: PLACE };

  async function done(account: string, name: string, input: object): Promise<unknown> {
    const { status, body } = await regency.center.act(account, name, { ...sheet, ...input });
    expect([name, status, body.error]).toEqual([name, 200, undefined]);
    return body.value;
  }

  test('counts when record and sheet are both in: two parts, each with its evidence, one sum, and the sheet’s code is the posted one', async () => {
    const { center } = regency;
    for (const id of ['ani', 'budi']) {
      await addAccount(center.store.database, { id, role: 'sub-district', area: '16.07.01' });
    }
    await done('regency', 'sheets.switch', { toPaper: true, reason: 'Mesin mati pukul 10.20.' });
    await regency.deliver(resultText());
    expect((await regency.publish()).place).toMatchObject({ mode: 'mixed', result: null });

    const photo = drawnPhoto();
    const sha256 = createHash('sha256').update(photo).digest('hex');
    const upload = (input: object) => center.act('ani', 'files.upload', { id: 'e'.repeat(32), ...input });
    await upload({ step: 'begin', name: 'lembar.png', bytes: photo.length });
    await upload({ step: 'piece', at: 0, bytes: photo.toString('base64') });
    expect((await upload({ step: 'finish', sha256 })).status).toBe(200);
    await done('ani', 'sheets.add-photo', { sha256 });
    await done('ani', 'sheets.enter', { figures: SHEET, sentAs: '1'.repeat(32) });
    const entered = await done('budi', 'sheets.enter', { figures: SHEET, sentAs: '2'.repeat(32) });
    expect(entered).toMatchObject({ step: 'definitive' });
    const { code } = (await done('regency', 'sheets.code', {})) as { readonly code: string };

    center.moveClock(60_000);
    expect((await regency.publish()).place).toMatchObject({
      mode: 'mixed',
      result: {
        version: 1,
        figures: {
          users: 10,
          options: [
            { key: 'c1', votes: 5 },
            { key: 'c2', votes: 3 },
            { key: 'c3', votes: 0 },
          ],
          valid: 8,
          total: 9,
        },
        parts: [
          { source: 'trustees', figures: { users: 8, total: 7 } },
          { source: 'sheet', figures: { users: 2, total: 2 }, evidence: { sheetPhotos: [sha256], code } },
        ],
      },
    });
    checkSite(regency);
    const page = await checkInBrowser(regency);
    await page.getByText('Bagian 2').waitFor();
    expect(await page.getByRole('img', { name: /lembar/i }).count()).toBeGreaterThan(0);
  });
});
