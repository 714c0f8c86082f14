import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTrustees } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import encodeQR from 'qr';
import { expect, test } from 'vitest';
import { openParty, runCeremony } from '../../test/ceremony-run.ts';
import { openTestDevice, PASSPHRASE } from '../../test/device.ts';
import { openPlace } from '../../test/polling-place.ts';
import { succeeded } from '../../test/succeeded.ts';
import { temporaryHome } from '../../test/temporary-home.ts';
import type { DeviceAct } from '../trustee-device.ts';
import { codesOfSheet, readSheetCode, type SheetCode, sheetOfCodes, withCode } from './sheet-codes.ts';

const devices = openParty(3, 'sheet');
const [first, second] = devices;
if (first === undefined || second === undefined) throw new Error('The party has three devices');

const early = await first.keySheet(PASSPHRASE);
const { parameters } = await runCeremony(devices, 2);
const trustees = writeTrustees(nativeGroup(), [{ kind: 'threshold', parameters }]);
const { text: sheet } = succeeded(await first.keySheet(PASSPHRASE));
const restoring = { sheet, trustees, passphrase: PASSPHRASE };

test('is made of a finished key and with the passphrase only, and fits four QR codes that a plain camera reads', async () => {
  expect(early).toMatchObject({ error: { type: 'step-too-early' } });
  expect(await second.keySheet('bukan kata sandinya')).toMatchObject({ error: { type: 'passphrase-wrong' } });
  const codes = codesOfSheet(sheet);
  const sides = codes.map((code) => encodeQR(code, 'raw', { ecc: 'low' }).length);
  console.log(
    `key sheet: ${sheet.length} letters, ${codes.length} QR codes of ${Math.max(...sides)} modules`,
  );
  expect(Math.max(...sides)).toBeLessThanOrEqual(103);
  expect(codes.length).toBeLessThanOrEqual(4);
  expect(sheet).not.toContain(PASSPHRASE);
});

test('restores onto another trustee’s device: the same key, marked and logged, over a restart too', async () => {
  const home = temporaryHome();
  const acts: DeviceAct[] = [];
  const other = openTestDevice({ name: 'spare', home, acts });
  const made = succeeded(await other.restore(restoring));
  const own = first.ceremony.file()?.key;
  expect(made).toEqual({
    ownerIndex: own?.ownerIndex,
    verificationKeyFingerprint: own?.verificationKeyFingerprint,
  });
  expect(acts).toContainEqual({
    type: 'key-restored-from-sheet',
    verificationKeyFingerprint: own?.verificationKeyFingerprint,
  });
  const again = openTestDevice({ name: 'spare', home });
  expect(again.state()).toMatchObject({ step: 'key', ceremony: { isRestored: true } });
  expect(first.state()).toMatchObject({ ceremony: { isRestored: false } });
  expect(again.trusteesText()).toBe(trustees);
  // and it is bound like the first one
  const place = openPlace({ trusteesText: trustees });
  expect(again.electionRoom.bind({ election: place.election.text, trustees })).toMatchObject({ ok: true });
  expect(readFileSync(join(home, 'key.json'), 'utf8')).not.toContain(PASSPHRASE);
});

test('is refused where a key is, in a station’s folder, cut or changed, with another list or passphrase; nothing is kept then', async () => {
  expect(await second.restore(restoring)).toMatchObject({ error: { type: 'already-started' } });
  for (const name of ['place', 'station.db']) {
    const home = temporaryHome();
    if (name === 'place') mkdirSync(join(home, name));
    else writeFileSync(join(home, name), '');
    expect(await openTestDevice({ name: 'station', home }).restore(restoring)).toMatchObject({
      error: { type: 'home-of-station' },
    });
  }
  const spare = openTestDevice({ name: 'another spare' });
  const middle = Math.floor(sheet.length / 2);
  for (const damaged of ['', sheet.slice(0, -3), `${sheet}A`, `x${sheet}`, sheet.replace('.1.', '.2.')]) {
    expect(await spare.restore({ ...restoring, sheet: damaged })).toMatchObject({ ok: false });
  }
  const changed = sheet.slice(0, middle) + (sheet[middle] === 'A' ? 'B' : 'A') + sheet.slice(middle + 1);
  expect(await spare.restore({ ...restoring, sheet: changed })).toMatchObject({ ok: false });
  const others = openParty(3, 'other party');
  const made = await runCeremony(others, 2, 'Pilkades lain');
  const otherList = writeTrustees(nativeGroup(), [{ kind: 'threshold', parameters: made.parameters }]);
  expect(await spare.restore({ ...restoring, trustees: otherList })).toMatchObject({
    error: { type: 'sheet-of-other-trustees' },
  });
  expect(await spare.restore({ ...restoring, passphrase: 'padi merah di sawah' })).toMatchObject({
    error: { type: 'passphrase-wrong' },
  });
  expect(spare.state().step).toBe('empty');
  expect(succeeded(await spare.restore(restoring)).ownerIndex).toBe(1);
});

test('its codes are read in any order and more than once, never mixed with those of another sheet', () => {
  const read = (text: string) => {
    const code = readSheetCode(text);
    if (code === undefined) throw new Error(`not a code: ${text.slice(0, 40)}`);
    return code;
  };
  const codes = codesOfSheet(sheet).map(read);
  const backwards = [...codes.toReversed(), ...codes];
  const seen: (string | undefined)[] = [];
  let known: readonly SheetCode[] = [];
  for (const code of backwards) {
    known = withCode(known, code);
    seen.push(sheetOfCodes(known));
  }
  expect(seen.slice(0, codes.length - 1)).toEqual(codes.slice(1).map(() => undefined));
  expect(new Set(seen.slice(codes.length - 1))).toEqual(new Set([sheet]));

  const [stranger] = codesOfSheet(`${sheet.slice(0, -1)}x`).map(read);
  if (stranger === undefined) throw new Error('no code');
  expect(withCode(known, stranger)).toEqual([stranger]);
  const [changed, ...others] = codes;
  if (changed === undefined) throw new Error('no code');
  expect(sheetOfCodes([changed, ...others.slice(1)])).toBeUndefined();
  for (const text of [
    '',
    'BILIK-BUKTI.2.x',
    'BILIK-LEMBAR-KODE.3/2.0123456789abcdef.x',
    'BILIK-LEMBAR-KODE.0/2.0123456789abcdef.x',
  ]) {
    expect(readSheetCode(text)).toBeUndefined();
  }
});
