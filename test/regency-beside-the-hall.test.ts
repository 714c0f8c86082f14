import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDoor } from '@bilik/server';
import { publicKeyOf } from '@bilik/transfer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { serverAccount } from '../apps/center/src/database/embedded/account.ts';
import { storePlace } from '../apps/center/src/database/embedded/store-place.ts';
import { packagePartsFolder, packagePath } from '../apps/cli/src/exercise/exercise-package.ts';
import { EXERCISE_EVENT } from '../apps/cli/src/exercise/exercise-village.ts';
import { freeFirstPort } from '../apps/cli/src/exercise/open-exercise.ts';
import { PORTRAITS } from '../apps/cli/src/exercise/portraits.ts';
import { officeListPath } from '../apps/cli/src/exercise/prepare.ts';
import { appMain } from '../apps/cli/src/processes/app-process.ts';
import { beginRegency, forgetRegency } from '../apps/cli/src/regency/begin-regency.ts';
import { centerCommand } from '../apps/cli/src/regency/center-of-exercise.ts';
import { officePeoplePath, personOf, readOfficePeople } from '../apps/cli/src/regency/exercise-people.ts';
import { type OfficeLine, openOfficeLine } from '../apps/cli/src/regency/office-line.ts';
import { type ExerciseRegency, exerciseRegency } from '../apps/cli/src/regency/open-regency.ts';
import { openRegencyDesk } from '../apps/cli/src/regency/regency-desk.ts';
import { sealedDelivery } from '../apps/station/src/delivery/sealed-delivery.ts';
import { sendOnce } from '../apps/station/src/delivery/send-once.ts';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must } from './support/answers.ts';
import { prepareClosedDay } from './support/closed-day.ts';
import { countAndSeal } from './support/day-end.ts';
import { openPlace } from './support/polling-place.ts';
import type { PreparedHome } from './support/prepared-home.ts';

const VILLAGES = 4;

/** The regency of `npm start` beside a polling place whose day is over: small, and otherwise the same processes. */
let closed: PreparedHome;
let place: PollingPlace;
let regency: ExerciseRegency;
let office: OfficeLine;

beforeAll(async () => {
  ({ closed } = await prepareClosedDay({ beginRegency }));
  place = openPlace(closed);
  await countAndSeal(closed, place);
});
afterAll(async () => {
  place?.close();
  await regency?.stop();
  if (closed !== undefined) await forgetRegency(closed.home);
});

const fillingWords = () => [
  ...['exercise', '--home', closed.home.center, '--villages', String(VILLAGES), '--portraits', PORTRAITS],
  ...['--place', packagePartsFolder(closed.home), '--list', officeListPath(closed.home)],
  ...['--package', packagePath(closed.home), '--people', officePeoplePath(closed.home)],
];

const Area = z.looseObject({
  own: z.looseObject({ places: z.int(), expected: z.int(), registeredInAll: z.int(), users: z.int() }),
});
const areaOf = (area: string) =>
  office.act(
    personOf(regency.standing().people, 'auditor'),
    'tabulation.area',
    { election: EXERCISE_EVENT, contest: 'village-head', area },
    Area,
  );

/** Waits for a standing; the regency says itself when it moves. */
function until(isSo: (standing: ReturnType<ExerciseRegency['standing']>) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const standing = regency.standing();
      if (isSo(standing)) resolve();
      else if (standing.step === 'failed') reject(new Error(standing.said ?? 'the regency failed'));
    };
    regency.follow(look);
    look();
  });
}

test('the package names the key of the regency', () => {
  const key = publicKeyOf(readFileSync(join(closed.home.center, 'keys', 'receiver.pem'), 'utf8'));
  expect(place.place.manifest.receiver).toBe(key);
});

test('killed in the middle of filling, it is filled by the next start, once, and opens; who cannot sign in tries again', async () => {
  await centerCommand(closed.home.center, ['init', '--exercise']);
  const filling = spawn(process.execPath, [appMain('center'), ...fillingWords()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const words of filling.stdout) {
    // candidates, calendars and people are in their one transaction
    if (String(words).includes('center exercise offices')) break;
  }
  filling.kill('SIGKILL');
  if (filling.exitCode === null && filling.signalCode === null) await once(filling, 'exit');
  const port = await freeFirstPort();
  const said: string[] = [];
  regency = exerciseRegency({
    ...{ home: closed.home, port, villages: VILLAGES, paceMs: 0 },
    // a phone whose clock is wrong at first: its codes are refused, and results wait until it is right
    now: () => (said.length === 0 ? Date.now() - 600_000 : Date.now()),
    say: (line) => said.push(line),
  });
  expect(regency.standing().step).toBe('waits');
  regency.start();
  expect(await regency.opened).toMatchObject({ step: 'open', said: null });
  await expect.poll(() => said.join(), { timeout: 30_000 }).toContain('results wait a moment');
  office = openOfficeLine(regency.standing().url, Date.now);
  expect(readOfficePeople(closed.home).map(({ account }) => account)).toContain('kabupaten');
  const registered = place.place.definition.voterList.registered;
  const living = await areaOf(place.place.definition.area.village.code);
  expect(living.own).toMatchObject({ places: 0, expected: 1, registeredInAll: registered.L + registered.P });
});

test('a click opens the office as somebody of it; whoever is nobody of it is led back', async () => {
  const door = openDoor({
    bodyLimitBytes: 1024,
    hostNames: [],
    onBroken: (error) => {
      throw error;
    },
  });
  openRegencyDesk(door, regency, () => {});
  const url = await door.listen({ host: '127.0.0.1', port: 0 });
  try {
    const click = (account: string) => fetch(`${url}/buka-kantor/${account}`, { redirect: 'manual' });
    for (const account of ['desk', 'desk', 'pengetik-1']) {
      const answer = await click(account);
      expect(answer.headers.get('location')).toBe(`${regency.standing().url}/kantor/`);
      const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
      const me = await fetch(`${regency.standing().url}/api/act/accounts.me`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: '{}',
      });
      expect(await me.json()).toMatchObject({ ok: true, value: { account } });
    }
    const nobody = await click('siapa');
    expect(nobody.headers.get('location')).toBe('/luar/#kabupaten');
    expect(nobody.headers.get('set-cookie')).toBeNull();
  } finally {
    await door.close();
  }
});

test('paper results arrive by the acts of typists until all are in, also after a moment in which nobody could sign in, and publishing was opened by a person', async () => {
  await until(({ arrived }) => arrived !== null && arrived.definitive === arrived.of);
  const { arrived } = regency.standing();
  expect(arrived?.of).toBeGreaterThanOrEqual(VILLAGES - 1);
  const published = await office.act(
    personOf(regency.standing().people, 'auditor'),
    'publish.show',
    { election: EXERCISE_EVENT },
    z.looseObject({ open: z.boolean(), decisions: z.array(z.looseObject({ account: z.string() })) }),
  );
  expect(published).toMatchObject({ open: true, decisions: [{ account: 'penyelia' }] });
});

test('the sealed result of the polling place is accepted by the regency, and counts beside the others', async () => {
  const { place: prepared, counting, board } = place;
  const sealed = must(sealedDelivery({ place: prepared, counting, signedResult: board.signedResult }));
  const { signal } = new AbortController();
  const receiver = prepared.manifest.receiver;
  const sent = await sendOnce(new URL(regency.standing().url), sealed, { signal, receiver, onProgress() {} });
  expect(sent.ok || sent.error).not.toMatchObject({ type: 'refused' });
  // checked by the worker meanwhile: asked again, the receipt is there
  const again = sent.ok
    ? sent
    : await sendOnce(new URL(regency.standing().url), sealed, { signal, receiver, onProgress() {} });
  expect(again).toMatchObject({ ok: true, value: { receipt: { receiver } } });
  const { users } = board.figures();
  const ownSums = async () => (await areaOf(prepared.definition.area.village.code)).own;
  await expect.poll(ownSums, { timeout: 30_000, interval: 200 }).toMatchObject({ places: 1, users });
});

test('stopped, nothing of it runs on', async () => {
  await regency.stop();
  await expect(fetch(regency.standing().url)).rejects.toThrow();
  const { tables } = storePlace(closed.home.center, serverAccount());
  expect(existsSync(join(tables, 'PG_VERSION'))).toBe(true);
  expect(existsSync(join(tables, 'postmaster.pid'))).toBe(false);
});
