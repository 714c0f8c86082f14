import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DEVICE_FILE, readDeviceFile } from './device-file.ts';
import { openSessionToken } from './session-token.ts';

const home = mkdtempSync(join(tmpdir(), 'bilik-device-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const SECRET = '5e'.repeat(32);
const GOOD = {
  format: 'bilik/device/1',
  prepared: { device: 'booth-2', role: 'booth', number: 2, secret: SECRET },
  stations: ['https://192.168.7.1:4100'],
  authority: null,
};

function read(text: string) {
  writeFileSync(join(home, DEVICE_FILE), text);
  return readDeviceFile(home);
}

test('a device file as it was prepared is read', () => {
  expect(read(JSON.stringify(GOOD))).toEqual({ ok: true, value: GOOD });
});

const { prepared } = GOOD;
const HOSTILE: readonly (readonly [string, object | string])[] = [
  ['no JSON', 'device'],
  ['another format', { ...GOOD, format: 'bilik/device/2' }],
  ['a key more', { ...GOOD, flags: '--kiosk' }],
  ['a key more in the device', { ...GOOD, prepared: { ...prepared, roles: ['board'] } }],
  ['a name of another role', { ...GOOD, prepared: { ...prepared, device: 'board-1' } }],
  ['a name that leads out of a folder', { ...GOOD, prepared: { ...prepared, device: '../booth-2' } }],
  ['a role that there is not', { ...GOOD, prepared: { ...prepared, device: 'chair-2', role: 'chair' } }],
  ['a number below one', { ...GOOD, prepared: { ...prepared, device: 'booth-0', number: 0 } }],
  ['a secret cut short', { ...GOOD, prepared: { ...prepared, secret: SECRET.slice(2) } }],
  ['a station that is a script', { ...GOOD, stations: ['javascript:alert(1)'] }],
  ['a station that is a file', { ...GOOD, stations: ['file:///etc/passwd'] }],
  ['no station', { ...GOOD, stations: [] }],
  ['more stations than a place has', { ...GOOD, stations: Array(5).fill('https://192.168.7.1') }],
  ['an authority without end', { ...GOOD, authority: 'A'.repeat(4_001) }],
];

test.each(HOSTILE)(
  '%s: refused with a sentence that does not repeat the secret (attack I10)',
  (_what, file) => {
    const answer = read(typeof file === 'string' ? file : JSON.stringify(file));
    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    expect(answer.error).toContain('device.json');
    expect(answer.error).not.toContain(SECRET.slice(0, 20));
  },
);

test.each([
  '',
  'short',
  'a'.repeat(44),
  `${'a'.repeat(42)}\n`,
  `${'a'.repeat(42)};`,
  '../../token'.padEnd(43, '/'),
])('a kept session of another form is none: %j', (text) => {
  writeFileSync(join(home, 'session-token'), text);
  expect(openSessionToken(home).get()).toBeUndefined();
});
