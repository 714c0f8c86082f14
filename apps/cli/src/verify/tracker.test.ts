import { createHash, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { type VoidCredential, writeVoidList } from '@bilik/transfer';
import { describe, expect, test } from 'vitest';
import { BALLOTS, ballotOf, CARDS, ELECTION, recordOf, STATION_KEY } from '../../test/made-record.ts';
import { folderOfFile, runVerify } from '../../test/verify-run.ts';

const { folder, file } = folderOfFile();

const hexOf = (ballot: string) => createHash('sha256').update(ballot).digest('hex');
/** As the tracker slip shows it: 43 characters in groups of four. */
const slipOf = (ballot: string) =>
  (
    createHash('sha256')
      .update(ballot)
      .digest('base64')
      .slice(0, 43)
      .match(/.{1,4}/g) ?? []
  ).join(' ');

const SPOILED = ballotOf(7, 2);
const PROVED = ballotOf(8, 1);
const record = file('record.bel', recordOf(BALLOTS).bytes);

const spoiledCard: VoidCredential = {
  credential: String(CARDS[7]?.publicKey),
  ballot: hexOf(SPOILED),
  reason: 'spoiled',
};
const provedCard: VoidCredential = {
  credential: String(CARDS[8]?.publicKey),
  ballot: hexOf(PROVED),
  reason: 'proved',
  opening: null,
};

function voidFile(
  name: string,
  {
    credentials = [spoiledCard, provedCard],
    key = STATION_KEY,
  }: { credentials?: VoidCredential[]; key?: string } = {},
): string {
  const { uuid, fingerprint } = ELECTION;
  return file(name, writeVoidList({ election_uuid: uuid, election_hash: fingerprint, credentials }, key));
}
const voids = voidFile('void.json');

describe('bilik verify --tracker', () => {
  test.each<[string, string, string, string, RegExp, number]>([
    [
      'of each ballot that was cast',
      slipOf(BALLOTS[3] ?? ''),
      'in-record',
      'not-listed',
      /ADA dalam arsip/,
      0,
    ],
    ['of a spoiled ballot', slipOf(SPOILED), 'not-in-record', 'spoiled', /daftar kartu batal.*BATAL/, 0],
    ['of a proved ballot', slipOf(PROVED), 'not-in-record', 'proved', /daftar kartu batal.*uji mesin/, 0],
    [
      'of no ballot',
      slipOf('another'),
      'not-in-record',
      'not-listed',
      /^!! SURAT SUARA YANG DICARI TIDAK/,
      1,
    ],
  ])('the number %s', async (_, number, inRecord, voidList, said, exitCode) => {
    const { code, out } = await runVerify(record, '--void', voids, '--tracker', number);
    expect(code).toBe(exitCode);
    expect(out).toMatch(said);
    // who looked a number up is not told to look one up
    expect(out).not.toContain('ulangi dengan --tracker');
    const json = await runVerify(record, '--void', voids, '--tracker', number.replaceAll(' ', ''), '--json');
    expect(JSON.parse(json.out).tracker).toEqual({
      number: number.replaceAll(' ', ''),
      inRecord: inRecord === 'in-record',
      voidList,
    });
  });

  test('every ballot of the record is found by its number', async () => {
    for (const ballot of BALLOTS) {
      const { out } = await runVerify(record, '--tracker', slipOf(ballot), '--json');
      expect(JSON.parse(out).tracker).toMatchObject({ inRecord: true });
    }
  });

  test('without a void list that this polling place signed, nothing is said of one but that', async () => {
    const { privateKey } = generateKeyPairSync('ed25519', {
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const forged = voidFile('forged.json', { key: privateKey });
    for (const more of [[], ['--void', forged], ['--void', join(folder, 'nowhere.json')]]) {
      const { out } = await runVerify(record, ...more, '--tracker', slipOf(SPOILED), '--json');
      expect(JSON.parse(out).tracker).toMatchObject({ inRecord: false, voidList: 'not-checked' });
    }
    const { out } = await runVerify(record, '--tracker', slipOf(SPOILED), '--lang', 'en');
    expect(out).toContain('NOT in the record');
    expect(out).toContain('--void');
    expect(out).toMatch(/^!! THE BALLOT LOOKED FOR WAS NOT FOUND.*void list was not checked/);
  });

  test('the exit code of a record that is not right is the same, found or not', async () => {
    const whole = recordOf(BALLOTS).bytes;
    const incomplete = file('incomplete.bel', whole.subarray(0, whole.length - 2048));
    expect((await runVerify(incomplete, '--tracker', slipOf('another'))).code).toBe(1);
    const swapped = file('swapped.bel', recordOf([...BALLOTS.slice(1), SPOILED]).bytes);
    const found = await runVerify(swapped, '--void', voids, '--tracker', slipOf(SPOILED), '--json');
    expect(found.code).toBe(1);
    expect(JSON.parse(found.out).tracker).toMatchObject({ inRecord: true, voidList: 'spoiled' });
    // the voter whose cast ballot was left out is the one who sees it
    const missing = await runVerify(
      swapped,
      '--void',
      voids,
      '--tracker',
      slipOf(BALLOTS[0] ?? ''),
      '--json',
    );
    expect(JSON.parse(missing.out).tracker).toMatchObject({ inRecord: false, voidList: 'not-listed' });
  });

  test('a swap that the station signs in both files passes every rule, and the voter’s slip shows it', async () => {
    const cast = BALLOTS[0] ?? '';
    const lying = file('lying.bel', recordOf([...BALLOTS.slice(1), SPOILED]).bytes);
    const castCard: VoidCredential = {
      credential: String(CARDS[0]?.publicKey),
      ballot: hexOf(cast),
      reason: 'spoiled',
    };
    const list = voidFile('lying.json', { credentials: [castCard, provedCard] });
    const advised = await runVerify(lying, '--void', list);
    expect([advised.code, advised.out]).toEqual([0, expect.stringContaining('ulangi dengan --tracker')]);
    const { code, out } = await runVerify(lying, '--void', list, '--tracker', slipOf(cast));
    expect(code).toBe(0);
    expect(advised.out).toContain('hanya struk pelacak dan hitung tangan struk SAH yang menunjukkannya');
    expect(out).toMatch(/TIDAK ADA dalam arsip\.\n.*daftar kartu batal.*tanda SAH di depan Anda/);
  });

  test('of a record that is damaged half-way nothing is said to be absent', async () => {
    const damaged = Uint8Array.from(recordOf(BALLOTS).bytes);
    const at = damaged.length - 3000;
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    const { code, out } = await runVerify(
      file('damaged.bel', damaged),
      '--tracker',
      slipOf('another'),
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(out).tracker).toMatchObject({ inRecord: null });
  });

  test.each([
    ['', /terdiri dari 0 tanda, seharusnya 43/],
    ['abc', /terdiri dari 3 tanda/],
    ['A'.repeat(44), /terdiri dari 44 tanda/],
    [`${'A'.repeat(42)}O`, /tanda terakhir, O, tidak mungkin benar.*angka 0/],
    [`${'A'.repeat(42)}_`, /tanda _ tidak ada di struk mana pun/],
  ])('what is no number of a tracker slip, %j: 1, and why', async (number, why) => {
    const { code, out, err } = await runVerify(record, '--tracker', number);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(why);
    // a typing slip is no wrong command line
    expect(err).not.toContain('--expect');
  });
});
