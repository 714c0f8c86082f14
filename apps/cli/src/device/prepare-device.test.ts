import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeviceFileSchema, type DeviceRole, stationAddresses } from '@bilik/server';
import { makePlaceCertificates } from '@bilik/transfer/issue';
import { afterAll, describe, expect, test } from 'vitest';
import { prepareDevice } from './prepare-device.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const newHome = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bilik-kiosk-'));
  folders.push(folder);
  return folder;
};

const DAY_MS = 86_400_000;
const certificates = () =>
  makePlaceCertificates({
    placeName: 'TPS 01 Melati',
    names: ['stasiun.bilik.internal'],
    addresses: ['10.20.0.2', '10.20.0.3'],
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + DAY_MS),
  });
const { authority, station: stationCertificate } = certificates();
const SECRET = '5e'.repeat(32);
const STATION = 'https://10.20.0.2:4101';

function prepare(
  role: DeviceRole,
  home = newHome(),
  ca = authority,
  voices: ReadonlyMap<string, Uint8Array> = new Map(),
) {
  const prepared = { device: `${role}-1`, role, number: 1, secret: SECRET };
  expect(
    prepareDevice({ prepared, authority: ca, stationCertificate, voices }, { home, port: 4101 }),
  ).toMatchObject({
    ok: true,
  });
  return home;
}
const policiesOf = (home: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(home, 'chromium-policies.json'), 'utf8'));
const scriptOf = (home: string): string => readFileSync(join(home, 'start-kiosk.sh'), 'utf8');
const modeOf = (home: string, file: string): number => statSync(join(home, file)).mode & 0o777;

test('a device knows who it is and every address of its station; nobody else on the machine reads its secret', () => {
  const home = prepare('booth');
  const file = DeviceFileSchema.parse(JSON.parse(readFileSync(join(home, 'device.json'), 'utf8')));
  expect(file).toMatchObject({ prepared: { device: 'booth-1', secret: SECRET }, authority });
  expect(file.stations).toEqual([STATION, 'https://10.20.0.3:4101', 'https://stasiun.bilik.internal:4101']);
  expect(stationAddresses(stationCertificate, 443)[0]).toBe('https://10.20.0.2:443');
  expect([modeOf(home, 'device.json'), modeOf(home, 'start-kiosk.sh')]).toEqual([0o600, 0o700]);
});

test('a booth gets its voices; those of an earlier package are gone', () => {
  const home = prepare(
    'booth',
    newHome(),
    authority,
    new Map([['voice-id-digit.1.wav', Buffer.from('satu')]]),
  );
  expect(readdirSync(join(home, 'voices'))).toEqual(['voice-id-digit.1.wav']);
  prepare('booth', home, authority, new Map([['voice-id-digit.2.wav', Buffer.from('dua')]]));
  expect(readdirSync(join(home, 'voices'))).toEqual(['voice-id-digit.2.wav']);
  prepare('booth', home);
  expect(existsSync(join(home, 'voices'))).toBe(false);
});

describe('the kiosk', () => {
  test.each<[DeviceRole, string]>([
    ['desk', `"$station/masuk/#desk-1.${SECRET}"`],
    ['board', `"$station/masuk/#board-1.${SECRET}"`],
    ['booth', "'http://127.0.0.1:4102/bilik/'"],
    ['trustee', "'http://127.0.0.1:4131/'"],
  ])('of a %s opens its own page, full screen, with every check on', (role, address) => {
    const script = scriptOf(prepare(role));
    expect(script).toContain(`address=${address}`);
    expect(script).toContain('--kiosk');
    const flags = script.match(/--[a-z-]+/g) ?? [];
    expect(flags.filter((flag) => /ignore|disable-web|insecure|sandbox|allow|trust/.test(flag))).toEqual([]);
    // a shell reads it
    execFileSync('sh', ['-n'], { input: script });
  });

  test('asks all addresses of its station in turn which of them answers, with the authority of its package', () => {
    const home = prepare('desk');
    expect(scriptOf(home)).toContain(
      `node "$home/find-station.mjs" "$home/authority.pem" '${STATION}' 'https://10.20.0.3:4101' 'https://stasiun.bilik.internal:4101')`,
    );
    execFileSync(process.execPath, ['--check', join(home, 'find-station.mjs')]);
    expect(existsSync(join(prepare('booth'), 'find-station.mjs'))).toBe(false);
  });

  test('of the station’s own board hands over the start code, when it is told where it lies', () => {
    const home = prepare('board');
    expect(scriptOf(home)).toContain('address="$address.$(cat "$1")"');
    // and begins on the setup page of its own machine, where there is no way to type an address
    expect(scriptOf(home)).toContain("= --setup ]; then address='http://127.0.0.1:4101/siap/'");
    expect(scriptOf(prepare('desk'))).not.toContain('$1');
  });

  test.each<[DeviceRole, readonly string[], number, boolean]>([
    ['desk', [STATION, 'https://10.20.0.3:4101', 'https://stasiun.bilik.internal:4101'], 3, false],
    ['board', [STATION, 'https://10.20.0.3:4101', 'https://stasiun.bilik.internal:4101'], 0, true],
    ['booth', ['http://127.0.0.1:4102'], 3, false],
  ])('policies of a %s: our own pages only, no warning to click away', (role, origins, downloads, prints) => {
    const policies = policiesOf(prepare(role));
    expect(policies).toMatchObject({
      URLBlocklist: ['*'],
      // the board of the station's own machine begins on its setup page
      URLAllowlist: role === 'board' ? [...origins, 'http://127.0.0.1:4101'] : origins,
      VideoCaptureAllowed: false,
      VideoCaptureAllowedUrls: origins,
      SSLErrorOverrideAllowed: false,
      DeveloperToolsAvailability: 2,
      DownloadRestrictions: downloads,
      PrintingEnabled: prints,
    });
    expect(JSON.stringify(policies)).not.toContain(SECRET);
  });

  test('of a reader and of the spare there is none: they show no page of their own', () => {
    for (const role of ['reader', 'spare'] as const) {
      const home = prepare(role);
      expect(
        ['start-kiosk.sh', 'chromium-policies.json', '.pki'].map((file) => existsSync(join(home, file))),
      ).toEqual([false, false, false]);
    }
  });
});

test('certutil takes the authority for web pages only; a newer package’s takes the place of an older one’s', () => {
  const home = prepare('desk');
  const store = `sql:${join(home, '.pki', 'nssdb')}`;
  const list = () => execFileSync('certutil', ['-L', '-d', store]).toString();
  const kept = () => execFileSync('certutil', ['-L', '-d', store, '-n', 'Bilik TPS', '-a']).toString();
  const lines = (pem: string) => pem.replaceAll('\r', '').trim();
  expect(list()).toMatch(/Bilik TPS\s+C,,/);
  expect(lines(kept())).toBe(lines(authority));
  const newer = certificates().authority;
  prepare('desk', home, newer);
  expect(list().match(/Bilik TPS/g)).toHaveLength(1);
  expect(lines(kept())).toBe(lines(newer));
});
