import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BoothConfigSchema, loadBoothConfig } from '../apps/booth/src/booth-config.ts';
import { readBoothSettings } from '../apps/cli/src/device/booth-settings.ts';
import { prepareDevice } from '../apps/cli/src/device/prepare-device.ts';
import { planRun } from '../apps/cli/src/device/run-device.ts';
import { readDeviceBag } from '../apps/cli/src/exercise/exercise-devices.ts';
import { readConfig } from '../apps/reader/src/reader-config.ts';
import { must } from './support/answers.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';

const BILIK = join(import.meta.dirname, '../apps/cli/bilik.mjs');
let prepared: PreparedHome;
const running: ChildProcess[] = [];

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8 });
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  removeFolders();
});

/** A folder as `bilik device prepare` leaves it. */
function deviceHome(name: string, options: Parameters<typeof readBoothSettings>[0] = {}): string {
  const home = newFolder();
  return preparedAgain(home, name, options);
}

function preparedAgain(home: string, name: string, options: Parameters<typeof readBoothSettings>[0]): string {
  const device = readDeviceBag(prepared.home).find((one) => one.device === name);
  if (device === undefined) throw new Error(`no ${name}`);
  const place = join(prepared.home.station, 'place');
  const textOf = (file: string) => readFileSync(join(place, file), 'utf8');
  must(
    prepareDevice(
      {
        prepared: device,
        authority: textOf('authority.pem'),
        stationCertificate: textOf('station-certificate.pem'),
        voices: new Map(),
        booth: must(readBoothSettings(options)),
      },
      { home, port: 4101 },
    ),
  );
  return home;
}

describe('a booth’s booth.json is whole from the beginning', () => {
  test('without a word about it: the only printer file, 80 mm, a window, 80 m', () => {
    expect(must(loadBoothConfig(deviceHome('booth-1')))).toMatchObject({
      printer: { file: '/dev/usb/lp*', answers: 'real-time' },
      widthDots: 576,
      rollMetres: 80,
      window: true,
      access: { speaker: 'none', headphones: false },
    });
  });

  test.each([
    ['tcp://10.20.0.41:9100', { host: '10.20.0.41', port: 9100 }],
    ['tcp://[fd00::41]:9100', { host: 'fd00::41', port: 9100 }],
    ['/dev/usb/lp0', { file: '/dev/usb/lp0' }],
  ])('with a printer at %s', (printer, expected) => {
    const home = deviceHome('booth-1', { printer, window: 'no', roll: '30', paper: '58' });
    expect(must(loadBoothConfig(home))).toMatchObject({
      printer: expected,
      window: false,
      rollMetres: 30,
      widthDots: 384,
    });
  });

  test('preparing again keeps what was changed by hand, unless the command line says otherwise', () => {
    const home = deviceHome('booth-1');
    const path = join(home, 'booth.json');
    const own = { ...JSON.parse(readFileSync(path, 'utf8')), rollMetres: 20 };
    writeFileSync(path, JSON.stringify(own));
    preparedAgain(home, 'booth-1', {});
    expect(must(loadBoothConfig(home)).rollMetres).toBe(20);
    preparedAgain(home, 'booth-1', { window: 'no' });
    expect(must(loadBoothConfig(home))).toMatchObject({ rollMetres: 80, window: false });
  });

  test.each([
    { printer: 'tcp://10.20.0.41' },
    { printer: 'tcp://10.20.0.41:99999' },
    { printer: '/etc/passwd' },
    { window: 'maybe' },
    { roll: '4' },
    { roll: '201' },
    { paper: '70' },
  ])('%j is refused by the name of the option', (options) => {
    expect(readBoothSettings(options)).toEqual({ ok: false, error: Object.keys(options)[0] });
  });

  test('every value that the command line takes is one that a booth takes', () => {
    for (const printer of ['/dev/usb/lp*', 'tcp://pencetak-1.lokal:1'])
      for (const roll of ['5', '200'])
        for (const paper of ['58', '80']) {
          const home = deviceHome('booth-1', { printer, roll, paper });
          const text = JSON.parse(readFileSync(join(home, 'booth.json'), 'utf8'));
          expect(BoothConfigSchema.safeParse(text).success, `${printer} ${roll} ${paper}`).toBe(true);
        }
  });

  test('a reader gets the usual one: any NFC reader of its machine', () => {
    expect(must(readConfig(deviceHome('reader-1')))).toEqual({ source: { type: 'pcsc' } });
  });
});

describe('which process a prepared folder needs', () => {
  const plan = (name: string, ...more: string[]) => {
    const home = deviceHome(name);
    return planRun(home, ['--home', home, ...more]);
  };
  test.each([
    ['booth-1', 'booth', ['--port', '4102']],
    ['trustee-1', 'trustee', ['--port', '4131']],
    ['reader-1', 'reader', []],
    ['spare-1', 'station', []],
  ])('%s: %s, on the port that its kiosk opens', (name, app, more) => {
    const { app: planned, parameters } = must(plan(name));
    expect([planned, parameters.slice(2)]).toEqual([app, more]);
  });

  test('a port that was named is the process’s; every other word goes through', () => {
    expect(must(plan('booth-1', '--port=4202')).parameters.slice(2)).toEqual(['--port=4202']);
    for (const typed of [
      ['--pair', '12345678'],
      ['--pair', '1234 5678'],
      ['--pair', '1234', '5678'],
      ['--pair=12345678'],
      ['--pair=1234', '5678'],
    ]) {
      expect(must(plan('reader-1', ...typed)).parameters.slice(2), typed.join(' ')).toEqual([
        '--pair',
        '12345678',
      ]);
    }
    expect(must(plan('reader-1', '--pair', '1234', '--help')).parameters.slice(2)).toEqual([
      '--pair',
      '1234',
      '--help',
    ]);
  });

  test('a desk and a board need a browser alone, and are told which', () => {
    for (const name of ['desk-1', 'board-1'])
      expect(plan(name)).toMatchObject({ ok: false, error: expect.stringContaining('start-kiosk.sh') });
  });

  test('a folder without a device is the polling place’s own machine when it is given its second medium', () => {
    const home = newFolder();
    const words = ['--home', home, '--second', '/media/stick', '--https'];
    expect(planRun(home, words)).toEqual({ ok: true, value: { app: 'station', parameters: words } });
    expect(planRun(home, ['--home', home])).toMatchObject({
      ok: false,
      error: expect.stringContaining('bilik device prepare'),
    });
  });
});

/** Types `bilik WORDS`; what it says comes line by line. */
function type(...words: string[]): { readonly child: ChildProcess; readonly said: string[] } {
  const child = spawn(process.execPath, [BILIK, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => said.push(line));
  return { child, said };
}
const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

describe('`bilik device run`, for real', () => {
  test('a booth that was just prepared opens its page; it ends with the command, however that one goes', async () => {
    const home = deviceHome('booth-1', { printer: 'tcp://127.0.0.1:9' });
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const { child, said } = type('device', 'run', '--home', home, '--port', '0');
      await expect.poll(() => said.join('\n'), { timeout: 30_000 }).toMatch(/booth ready http/);
      const url = /booth ready (\S+)/.exec(said.join('\n'))?.[1] ?? '';
      expect((await fetch(new URL('/bilik/', url))).status).toBe(200);
      const gone = ended(child);
      child.kill(signal);
      await gone;
      const answers = () =>
        fetch(url).then(
          () => true,
          () => false,
        );
      await expect.poll(answers, { timeout: 10_000 }).toBe(false);
    }
  }, 60_000);

  test('a spare without the broken laptop’s stick begins no station of its own', async () => {
    const home = deviceHome('spare-1');
    cpSync(join(prepared.home.station, 'place'), join(home, 'place'), { recursive: true });
    const { child, said } = type('device', 'run', '--home', home, '--second', newFolder(), '--port', '0');
    expect(await ended(child)).toBe(1);
    await expect.poll(() => said.join('\n')).toContain('Nothing was begun.');
    expect(existsSync(join(home, 'store'))).toBe(false);
  }, 60_000);

  test.each([
    [['device', '--help'], 0, '--printer'],
    [['device', 'run', '--home', '/nowhere', '--help'], 0, '--sticks'],
    [['device', 'run', '--home', '/nowhere', '--second', '/x', '--frob'], 2, '--sticks'],
    [['invitations', '--help'], 0, '--place'],
  ])('bilik %j prints its flags', async (words, code, flag) => {
    const { child, said } = type(...words);
    expect(await ended(child)).toBe(code);
    await expect.poll(() => said.join('\n')).toContain(flag);
    expect(said.join('\n')).not.toContain('    at ');
  });
});
