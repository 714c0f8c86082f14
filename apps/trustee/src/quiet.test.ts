import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDecryptionKey } from '@bilik/ballot';
import { nativeGroup, nodeCcm, systemRandom } from '@bilik/ballot/native';
import { expect, test } from 'vitest';
import { CEREMONY, runCeremony } from '../test/ceremony-run.ts';
import { openTestDevice, PASSPHRASE } from '../test/device.ts';
import { openPlace } from '../test/polling-place.ts';
import { at, succeeded } from '../test/succeeded.ts';
import { temporaryHome } from '../test/temporary-home.ts';
import { TrusteeState } from './api/state.ts';
import { seedBinding } from './ceremony/key-file.ts';
import { openSecret } from './secret/sealed-secret.ts';
import type { DeviceAct } from './trustee-device.ts';

/** Every byte of a folder, and of its folders. */
function bytesUnder(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))));
}

test('no seed, key or passphrase lies open on the disk, in the state or in what the device tells', async () => {
  const homes = [temporaryHome(), temporaryHome()];
  const acts: DeviceAct[] = [];
  const party = homes.map((home, index) => openTestDevice({ name: `quiet ${index}`, home, acts }));
  await runCeremony(party, 2);
  const device = at(party, 0);
  const place = openPlace({ trusteesText: device.trusteesText() ?? '' });
  succeeded(device.electionRoom.bind({ election: place.election.text, trustees: place.trusteesText }));
  for (const ballots of [[place.vote(0, 1)], []]) {
    succeeded(await device.opening.receive('record', [place.seal(ballots)]));
    succeeded(await device.opening.receive('void-list', [Buffer.from(place.voidList())]));
    await device.opening.check();
    await device.opening.share({ passphrase: PASSPHRASE, ballotCount: 1 });
  }

  const file = device.ceremony.file();
  if (file?.key === undefined) throw new Error('no key was made');
  const seed = (await openSecret(file.seed, PASSPHRASE, seedBinding(file))) ?? '';
  const { decryptionKey } = file.key;
  const privateKey = succeeded(
    openDecryptionKey({ group: nativeGroup(), seed, decryptionKey, random: systemRandom, ccm: nodeCcm }),
  );
  const secrets = { seed, passphrase: PASSPHRASE, 'private key': String(privateKey) };
  const disk = bytesUnder(at(homes, 0));
  const told = JSON.stringify([acts, device.state()]);
  for (const [what, secret] of Object.entries(secrets)) {
    expect(secret.length, what).toBeGreaterThan(15);
    for (const form of [
      secret,
      Buffer.from(secret).toString('base64').slice(0, 18),
      Buffer.from(secret).toString('hex'),
    ]) {
      expect(disk.includes(form), `${what} on the disk`).toBe(false);
      expect(told.includes(form), `${what} told`).toBe(false);
    }
  }
  // The detector finds what does lie there, and the share is told to nobody who did not ask.
  expect(disk.includes(CEREMONY)).toBe(true);
  const { share } = succeeded(device.opening.ownShare());
  expect(disk.includes(JSON.stringify(share).slice(1, -1))).toBe(true);
  expect(told.includes(share)).toBe(false);
  expect(acts).toEqual([{ type: 'second-ballot-list-refused', refusedLists: 1 }]);
  expect(TrusteeState.parse(JSON.parse(JSON.stringify(device.state())))).toEqual(device.state());
});
