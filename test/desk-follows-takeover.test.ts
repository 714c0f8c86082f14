import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { pairWithStation, sessionHeaders, stationFetch } from '@bilik/server';
import { makePlaceCertificates } from '@bilik/transfer/issue';
import { pairing as words } from '@bilik/words/catalogue/pairing';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { prepareDevice } from '../apps/cli/src/device/prepare-device.ts';
import { readDeviceBag } from '../apps/cli/src/exercise/exercise-devices.ts';
import { freeFirstPort } from '../apps/cli/src/exercise/open-exercise.ts';
import { must } from './support/answers.ts';
import { lookAt } from './support/chromium.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';

/** The two addresses of the exercise's certificate: the station's, and its spare's. */
const STATION = '127.0.0.1';
const SPARE = '127.0.0.2';

let prepared: PreparedHome;
let port: number;
let authority: string;
const running: ChildProcess[] = [];
const kiosks: BrowserContext[] = [];

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8, madeAtMs: Date.now() });
  port = await freeFirstPort();
  authority = readFileSync(join(prepared.home.station, 'place', 'authority.pem'), 'utf8');
}, 60_000);
afterAll(async () => {
  for (const kiosk of kiosks) await kiosk.close();
  for (const child of running) child.kill('SIGKILL');
  removeFolders();
});

/** A station as `bilik device run` starts it. @returns when its door is open */
async function runStation(
  home: string,
  host: string,
  takenOverBy?: readonly string[],
): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, '..', 'apps/station/src/main.ts'),
      ...['--home', home, '--second', prepared.home.stationSecond, '--host', host, '--port', String(port)],
      ...['--https', '--exercise', ...(takenOverBy === undefined ? [] : ['--take-over'])],
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  running.push(child);
  for (const { person, pin } of prepared.confirmed(takenOverBy ?? []))
    child.stdin.write(`${person} ${pin}\n`);
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === `station ready https://${host}:${port}`) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the station ended with ${code}`)));
  });
  return child;
}

function preparedHome(name: string): string {
  const home = newFolder();
  const device = readDeviceBag(prepared.home).find((one) => one.device === name);
  if (device === undefined) throw new Error(`no ${name}`);
  const stationCertificate = readFileSync(
    join(prepared.home.station, 'place', 'station-certificate.pem'),
    'utf8',
  );
  must(prepareDevice({ prepared: device, authority, stationCertificate, voices: new Map() }, { home, port }));
  return home;
}

/** The address that the kiosk's script opens, with all that it does before. */
async function kioskAddress(home: string): Promise<string> {
  const [before = ''] = readFileSync(join(home, 'start-kiosk.sh'), 'utf8').split('exec chromium');
  writeFileSync(join(home, 'address.sh'), `${before}printf %s "$address"\n`);
  const { stdout } = await promisify(execFile)('sh', [join(home, 'address.sh')]);
  return stdout;
}

/** A kiosk's browser with the profile that it keeps, and every certificate check on. */
async function openKiosk(home: string): Promise<Page> {
  const kiosk = await chromium.launchPersistentContext(join(home, 'chromium'), {
    executablePath: '/usr/bin/chromium',
    env: { ...process.env, HOME: home },
    viewport: { width: 1280, height: 800 },
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  kiosks.push(kiosk);
  kiosk.setDefaultTimeout(30_000);
  return kiosk.pages()[0] ?? kiosk.newPage();
}

const Given = z.object({ value: z.object({ code: z.string() }) });

/** The board on the station's own machine: gives out codes. */
async function boardThatGives(): Promise<() => Promise<string>> {
  const origin = `https://${STATION}:${port}`;
  const board = readDeviceBag(prepared.home).find(({ device }) => device === 'board-1');
  if (board === undefined) throw new Error('no board-1');
  const ask = stationFetch(authority);
  const startCode = readFileSync(join(prepared.home.station, 'start-code'), 'utf8');
  const headers = sessionHeaders('board-1', must(await pairWithStation(ask, origin, board, startCode)));
  return async () => {
    const answer = await ask(`${origin}/api/devices/invite`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ confirmations: prepared.confirmed(['teknisi']) }),
    });
    return Given.parse(await answer.json()).value.code;
  };
}

/** Whoever stands in the hall with a certificate of its own for the spare's address. */
async function strangerAtSpare(): Promise<{
  readonly heard: () => number;
  readonly close: () => Promise<void>;
}> {
  const day = 24 * 60 * 60_000;
  const own = makePlaceCertificates({
    placeName: 'Orang lain',
    names: ['stasiun.bilik.internal'],
    addresses: [STATION, SPARE],
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + day),
  });
  let heard = 0;
  let tries = 0;
  const server = createServer({ key: own.stationKey, cert: own.station }, (_request, answer) => {
    heard += 1;
    answer.end('{}');
  });
  server.on('tlsClientError', () => {
    tries += 1;
  });
  await new Promise<void>((resolve) => server.listen(port, SPARE, resolve));
  return {
    heard: () => heard,
    async close() {
      // it was looked at, and refused before it heard a word
      await expect.poll(() => tries, { timeout: 30_000 }).toBeGreaterThan(1);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('a station that is killed, and a spare that takes over at its own address, over HTTPS on a port of its own', () => {
  test('the pages of a desk and of a second board go there by themselves; nobody else is followed', async () => {
    const station = await runStation(prepared.home.station, STATION);
    const newCode = await boardThatGives();
    const pages = new Map<string, Page>();
    const homes = new Map(['desk-1', 'board-2', 'desk-2'].map((name) => [name, preparedHome(name)]));
    for (const [name, home] of homes) {
      const page = await openKiosk(home);
      pages.set(name, page);
      const address = await kioskAddress(home);
      expect(address).toMatch(new RegExp(`^https://${STATION}:${port}/masuk/#${name}\\.[0-9a-f]{64}$`));
      await page.goto(address);
      await page.getByRole('heading', { name: words.id['pairing.heading'] }).waitFor();
      await page.keyboard.type(await newCode());
      await page.waitForURL(`**/*?device=${name}`);
    }
    const desk = pages.get('desk-1');
    const board = pages.get('board-2');
    const off = pages.get('desk-2');
    if (desk === undefined || board === undefined || off === undefined) throw new Error('a page is missing');
    await desk.getByText('Meja e-verifikasi 1', { exact: false }).first().waitFor();
    // the policy of the page names the prepared addresses and no other
    const policy = (await desk.reload())?.headers()['content-security-policy'];
    const named = [STATION, SPARE, 'localhost', 'stasiun.bilik.internal'].map(
      (name) => `https://${name}:${port}`,
    );
    expect(policy).toContain(`connect-src ${["'self'", ...named].join(' ')};`);
    await off.context().close();

    station.kill('SIGKILL');
    const stranger = await strangerAtSpare();
    await desk.getByText('Mesin TPS tidak menjawab.', { exact: false }).first().waitFor();
    await stranger.close();
    expect(stranger.heard()).toBe(0);
    expect(new URL(desk.url()).hostname).toBe(STATION);

    const spare = newFolder();
    mkdirSync(spare, { recursive: true });
    cpSync(join(prepared.home.station, 'place'), join(spare, 'place'), { recursive: true });
    await runStation(spare, SPARE, ['ketua', 'anggota-1']);
    const begunMs = performance.now();
    await desk.waitForURL(`https://${SPARE}:${port}/meja/?device=desk-1`);
    await board.waitForURL(`https://${SPARE}:${port}/papan/?device=board-2`);
    await desk.getByText('Meja e-verifikasi 1', { exact: false }).first().waitFor();
    await board.getByRole('navigation').waitFor();
    console.log(
      `desk and board were at the spare ${((performance.now() - begunMs) / 1000).toFixed(1)} s after it was ready`,
    );
    await lookAt(desk, 'desk-followed');
    // no secret stays in the address, and the session is the browser's alone
    expect(desk.url()).not.toMatch(/[0-9a-f]{64}/);
    expect(await desk.evaluate(() => document.cookie)).toBe('');

    // switched off and on, the kiosk finds the spare and is still that desk
    await desk.context().close();
    const home = homes.get('desk-1') ?? '';
    const again = await openKiosk(home);
    const address = await kioskAddress(home);
    expect(address).toMatch(new RegExp(`^https://${SPARE}:${port}/masuk/#desk-1`));
    await again.goto(address);
    await again.waitForURL(`https://${SPARE}:${port}/meja/?device=desk-1`);

    // one that was off while the spare took over finds it too, and asks for a code there
    const late = homes.get('desk-2') ?? '';
    const back = await openKiosk(late);
    await back.goto(await kioskAddress(late));
    expect(new URL(back.url()).hostname).toBe(SPARE);
    await back.getByRole('heading', { name: words.id['pairing.heading'] }).waitFor();
  }, 240_000);
});
