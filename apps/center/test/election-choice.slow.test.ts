import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OfficeBrowser, openOfficeBrowser } from './office-browser.ts';
import { SET_UP_ELECTION, setUpElection } from './set-up-election.ts';
import { ELECTION, VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

/** Votes at the tests' moment. */
const RUNNING = 'Pilkades serentak 2026';
const NEXT_YEAR = 'Pilkades serentak 2027';
/** Votes on the same day, and is KPU's. */
const OTHERS = 'Pilkada contoh hari ini';
const OWN_ROOMS = ['calon', 'pemilih', 'kiriman', 'hasil', 'umumkan', 'kunci/baru', 'paket', 'jalur'];
const ALL_ROOMS = ['acara', 'acara/mesin', 'kalender', 'lembar'];

let center: TestCenter;
let office: OfficeBrowser;
beforeAll(async () => {
  center = await openTestCenter();
  await setUpElection(center);
  // the running one goes by the same rules
  await sql`insert into election_rules select ${ELECTION}, area, body, rule_pack, rule_pack_fingerprint, calendar,
    checklist, selection_rule from election_rules where election = ${SET_UP_ELECTION}`.execute(
    center.store.owner,
  );
  await sql`insert into wave select ${ELECTION}, area, 1, '2026-12-01', opens, closes from wave
    where election = ${SET_UP_ELECTION} and number = 1`.execute(center.store.owner);
  await sql`insert into election_village values (${ELECTION}, ${VILLAGE}, 1)`.execute(center.store.owner);
  const made = await center.act('regency', 'set-up.make-event', {
    ...{ id: 'pilkada-contoh', title: { id: OTHERS, en: 'Example elections of today' } },
    conduct: {
      ...{ by: 'others', body: 'KPU Kabupaten Contoh' },
      contests: [
        {
          ...{ id: 'bupati', office: 'other', title: { id: 'Bupati', en: 'Regent' } },
          candidates: [1, 2].map((number) => ({ number, name: `Pasangan Buatan ${number}` })),
        },
      ],
    },
    waves: [
      {
        number: 1,
        voting: { date: '2026-12-01', zone: 'WIB', opens: '07:00', closes: '13:00' },
        villages: [VILLAGE],
      },
    ],
  });
  expect(made.body.ok, JSON.stringify(made.body)).toBe(true);
  office = await openOfficeBrowser(center, 'election-choice', ['kantor', 'bukti']);
});
afterAll(() => office.close());

const goTo = (page: Page, room: string) => page.goto(`${office.address}/kantor/#/${room}`);
const isMeant = (page: Page, title: string) =>
  page.getByRole('radio', { name: title, checked: true }).waitFor();

test('each room shows the election that runs today, whatever event was made since; those of others only where they belong', async () => {
  const page = await office.openOffice('regency', 'calon');
  for (const room of [...OWN_ROOMS, ...ALL_ROOMS]) {
    await goTo(page, room);
    await isMeant(page, RUNNING);
    await page.getByRole('radio', { name: NEXT_YEAR }).waitFor();
    expect(await page.getByRole('radio', { name: OTHERS }).count(), room).toBe(
      OWN_ROOMS.includes(room) ? 0 : 1,
    );
    await office.look(page, room.replace('/', '-'));
  }
  await goTo(page, 'hitungan');
  await page.getByText('Pasangan Buatan 1').waitFor();
  const committee = await office.openOffice('committee', 'calon');
  for (const room of ['calon', 'pemilih', 'lembar', 'kiriman', 'hasil', 'paket']) {
    await goTo(committee, room);
    await isMeant(committee, RUNNING);
  }
  expect(office.errors).toEqual([]);
});

test('what is chosen in one room is shown in the next, and not where it does not belong', async () => {
  const page = await office.openOffice('regency', 'kiriman');
  await isMeant(page, RUNNING);
  await page.getByRole('radio', { name: NEXT_YEAR }).check();
  for (const room of [...OWN_ROOMS, ...ALL_ROOMS]) {
    await goTo(page, room);
    await isMeant(page, NEXT_YEAR);
  }
  await page.getByRole('radio', { name: OTHERS }).check();
  await goTo(page, 'kalender');
  await isMeant(page, OTHERS);
  await goTo(page, 'calon');
  await isMeant(page, RUNNING);
  expect(office.errors).toEqual([]);
});

test('what the center publishes is preselected where one publishes, and the public page of evidence names the running one first', async () => {
  await sql`insert into publishing (election, area, is_open, reason, account, at)
    values (${SET_UP_ELECTION}, '16.07', true, 'latihan', 'regency', now())`.execute(center.store.owner);
  const page = await office.openOffice('regency', 'umumkan');
  await isMeant(page, NEXT_YEAR);
  const stranger = await office.open('/bukti/');
  await isMeant(stranger, RUNNING);
  expect(office.errors).toEqual([]);
});
