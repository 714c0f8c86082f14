import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fingerprintSchema } from '@bilik/election';
import { pairing as words } from '@bilik/words/catalogue/pairing';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBooth } from '../apps/booth/src/booth-server.ts';
import { prepareDevice } from '../apps/cli/src/device/prepare-device.ts';
import { readDeviceBag } from '../apps/cli/src/exercise/exercise-devices.ts';
import { writeBoothConfigs } from '../apps/cli/src/exercise/prepare.ts';
import { type Station, startStation } from '../apps/station/src/station-server.ts';
import { must } from './support/answers.ts';
import { writeCameraPicture } from './support/camera-picture.ts';
import { lookAt, watchErrors } from './support/chromium.ts';
import { group, type PreparedHome, prepareHome, random } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';

const say = (key: keyof typeof words.id): string => words.id[key];

let prepared: PreparedHome;
let station: Station;
let port: number;
const folders: string[] = [];
const browsers: Browser[] = [];
const errors: string[] = [];

/** Certificates are checked by the machine's own clock: that of this test is the day of the exercise. */
beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8, madeAtMs: Date.now() });
  station = must(
    await startStation({
      home: prepared.home.station,
      second: prepared.home.stationSecond,
      host: '127.0.0.1',
      port: 0,
      https: true,
      group,
      now: Date.now,
      elapsedMs: () => performance.now(),
      random,
      software: { version: '0.0.0', fingerprint: fingerprintSchema.parse('0'.repeat(64)) },
      onBroken: (error, route) => errors.push(`${route}: ${error.message}`),
    }),
  );
  port = Number(new URL(station.url).port);
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await station.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  removeFolders();
});

/** The home of one device's user, as `bilik device prepare` leaves it. */
function preparedHome(name: string): string {
  const home = mkdtempSync(join(tmpdir(), 'bilik-kiosk-'));
  folders.push(home);
  const device = readDeviceBag(prepared.home).find((one) => one.device === name);
  if (device === undefined) throw new Error(`no ${name}`);
  const { authority, stationCertificate } = station.pollingPlace.place;
  must(prepareDevice({ prepared: device, authority, stationCertificate, voices: new Map() }, { home, port }));
  return home;
}

/** The address that the kiosk’s script would open, once it found the station; a shell works it out. */
async function kioskAddress(home: string, ...parameters: string[]): Promise<string> {
  const script = readFileSync(join(home, 'start-kiosk.sh'), 'utf8');
  const [before = ''] = script.split('exec chromium');
  writeFileSync(join(home, 'address.sh'), `${before}printf %s "$address"\n`);
  return (await promisify(execFile)('sh', [join(home, 'address.sh'), ...parameters])).stdout;
}

/** Chromium under one user's home, with every certificate check on. */
async function openKiosk(home: string, cameraPicture?: string): Promise<Page> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    env: { ...process.env, HOME: home },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      ...(cameraPicture === undefined
        ? []
        : [
            '--use-fake-ui-for-media-stream',
            '--use-fake-device-for-media-stream',
            `--use-file-for-fake-video-capture=${cameraPicture}`,
          ]),
    ],
  });
  browsers.push(browser);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  watchErrors(page, errors);
  return page;
}

const press = (page: Page, key: keyof typeof words.id) =>
  page.getByRole('button', { name: say(key), exact: true }).click();

/** At the board: one person who may. */
async function chooseTechnician(board: Page): Promise<void> {
  const dialog = board.getByRole('dialog').filter({ visible: true });
  await dialog.getByText('Andi Pratama').click();
}

async function typePin(board: Page): Promise<void> {
  await board.locator('.pin-entry').waitFor();
  await board.keyboard.type(prepared.confirmed(['teknisi'])[0]?.pin ?? '');
}

async function giveCode(board: Page, button: string): Promise<string> {
  await board.getByRole('button', { name: button, exact: true }).click();
  await chooseTechnician(board);
  await press(board, 'pairing.add.yes');
  await typePin(board);
  await board.locator('.given-code__digits').waitFor();
  return (await board.locator('.given-code__digits').innerText()).replace(/\D/g, '');
}

let board: Page;

describe('prepared devices over HTTPS, in real Chromium, with no certificate flags', () => {
  test('a browser without the package’s authority does not open the station', async () => {
    const home = mkdtempSync(join(tmpdir(), 'bilik-phone-'));
    folders.push(home);
    const page = await openKiosk(home);
    await expect(page.goto(`${station.url}/papan/`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
  });

  test('the station’s own board comes in by itself, with the start code', async () => {
    const home = preparedHome('board-1');
    const address = await kioskAddress(home, join(prepared.home.station, 'start-code'));
    expect(address).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/masuk\/#board-1\.[0-9a-f]{64}\.[0-9]{8}$/);
    board = await openKiosk(home);
    await board.goto(address);
    await board.waitForURL('**/papan/?device=board-1');
    // the guided line may link there too
    await board.getByRole('navigation').getByRole('link', { name: 'Perangkat', exact: true }).click();
    await board.getByRole('table').waitFor();
    await lookAt(board, 'board-devices');
    // the token is for the browser and for no script; the secret is in no address
    expect(await board.evaluate(() => document.cookie)).toBe('');
    const [cookie] = await board.context().cookies();
    expect(cookie).toMatchObject({
      name: expect.stringMatching(/^__Host-bilik-[0-9a-f]{8}-board-1$/),
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'Strict',
    });
  });

  test('a desk shows the board’s QR to its camera and is a desk', async () => {
    const code = await giveCode(board, say('pairing.add'));
    await lookAt(board, 'board-given-code');
    const home = preparedHome('desk-1');
    const picture = join(home, 'camera.y4m');
    writeCameraPicture(picture, `BILIK-PERANGKAT.1.${code}`);
    const desk = await openKiosk(home, picture);
    await desk.goto(await kioskAddress(home));
    await desk.getByRole('heading', { name: say('pairing.heading') }).waitFor();
    await lookAt(desk, 'pair-desk');
    await press(desk, 'pairing.camera');
    await desk.waitForURL('**/meja/?device=desk-1');
    await desk.getByText('Meja e-verifikasi 1', { exact: false }).first().waitFor();
    await board.getByText(say('pairing.given.used').replace('{name}', 'Meja 1')).waitFor();

    // switched off and on, it is still that desk
    await desk.goto('about:blank');
    await desk.goto(await kioskAddress(home));
    await desk.waitForURL('**/meja/?device=desk-1');

    // one touch at the board, one confirmation: it is none any more
    await press(board, 'pairing.given.close');
    await board.getByRole('button', { name: 'Keluarkan Meja 1' }).click();
    await chooseTechnician(board);
    await press(board, 'pairing.remove.yes');
    await typePin(board);
    await desk.getByText(say('pairing.lost')).waitFor();
    await lookAt(desk, 'desk-removed');

    // whatever is typed there, it is not heard; a code made for it lets it in again
    await desk.getByRole('link', { name: say('pairing.lost.go'), exact: true }).click();
    await desk.getByRole('heading', { name: say('pairing.heading') }).waitFor();
    await desk.keyboard.type('00000000');
    await desk.getByText(say('pairing.takenOut')).waitFor();
    await lookAt(desk, 'pair-taken-out');
    await lookAt(board, 'board-taken-out');
    await desk.keyboard.type(await giveCode(board, 'Masukkan lagi Meja 1'));
    await desk.waitForURL('**/meja/?device=desk-1');
    await lookAt(board, 'board-let-in');
    await press(board, 'pairing.given.close');
  });

  test('digits do as well; a wrong code is said, and nothing is paired by it', async () => {
    const home = preparedHome('desk-2');
    const desk = await openKiosk(home);
    await desk.goto(await kioskAddress(home));
    await desk.getByRole('heading', { name: say('pairing.heading') }).waitFor();
    await desk.keyboard.type('00000000');
    await desk.getByText(say('pairing.noCode')).waitFor();
    const code = await giveCode(board, say('pairing.add'));
    await desk.keyboard.type(code === '00000001' ? '00000002' : '00000001');
    await desk.getByText(say('pairing.wrongCode')).waitFor();
    await lookAt(desk, 'pair-wrong-code');
    await desk.keyboard.type(code);
    await desk.waitForURL('**/meja/?device=desk-2');
    await press(board, 'pairing.given.close');
  });

  test('a browser that trusts the authority and has no secret is told that it cannot join', async () => {
    const phone = await openKiosk(preparedHome('desk-1'));
    await phone.goto(`${station.url}/masuk/`);
    await phone.getByText(say('pairing.notPrepared')).waitFor();
    await lookAt(phone, 'pair-not-prepared');
    await phone.goto(`${station.url}/meja/?device=desk-2`);
    await phone.getByText(say('pairing.lost')).waitFor();
  });

  test('a booth’s own process is paired on its own page, and trusts nobody but the package’s authority', async () => {
    const home = preparedHome('booth-1');
    writeBoothConfigs(prepared.home, prepared.ports, 1);
    writeFileSync(join(home, 'booth.json'), readFileSync(join(prepared.home.booth(1), 'booth.json')));
    const options = {
      home,
      host: '127.0.0.1',
      port: 0,
      onBroken: (error: Error) => errors.push(error.message),
    };
    const booth = must(await startBooth(options));
    const page = await openKiosk(home);
    await page.goto(booth.url);
    await page.getByRole('heading', { name: say('pairing.heading') }).waitFor();
    // an exercise is said on every screen, from the first one on
    await page.locator('.exercise').waitFor();
    await lookAt(page, 'booth-pair');
    const code = await giveCode(board, say('pairing.add'));
    await page.keyboard.type(code);
    await booth.isOpen;
    // the page goes on by itself to a booth whose polls are not open yet
    await page.getByText('· Bilik 1').waitFor();
    expect(statSync(join(home, 'session-token')).mode & 0o777).toBe(0o600);
    await booth.stop();
    // the token is kept: the next start asks for nothing
    const again = must(await startBooth(options));
    expect(again.booth.phase()).toBe('configured');
    await again.stop();
    expect(errors).toEqual([]);
  });
});

test('nothing in this tree switches a certificate check off', () => {
  const root = join(import.meta.dirname, '..');
  const off =
    /rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT|--ignore-certificate|ignoreHTTPSErrors|checkServerIdentity/;
  const sources = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name === 'node_modules' || entry.name === 'dist') return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sources(path);
      return /\.(ts|tsx|mjs|js|sh|json)$/.test(entry.name) ? [path] : [];
    });
  const files = ['apps', 'packages', 'bench', 'scripts', 'test'].flatMap((name) => sources(join(root, name)));
  expect(files.length).toBeGreaterThan(500);
  const own = join(root, 'test', 'kiosk-over-https.test.ts');
  expect(files.filter((file) => file !== own && off.test(readFileSync(file, 'utf8')))).toEqual([]);
  // the detector sees a planted one
  expect(off.test('{ rejectUnauthorized: false }')).toBe(true);
});
