import { ArchiveWriter, electionPublicKey, parseTrustees, writeElection } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { beforeAll, expect, test } from 'vitest';
import { runCeremony } from '../../test/ceremony-run.ts';
import { openTestDevice } from '../../test/device.ts';
import { openPlace, type TestPlace } from '../../test/polling-place.ts';
import { at, succeeded } from '../../test/succeeded.ts';
import { copiedHome, temporaryHome } from '../../test/temporary-home.ts';
import { findForeignSetup } from './foreign-setup.ts';

let home: string;
let place: TestPlace;
/** Trustees of another ceremony. */
let strangers: string;

beforeAll(async () => {
  home = temporaryHome();
  const party = [openTestDevice({ name: 'foreign 1', home }), openTestDevice({ name: 'foreign 2' })];
  await runCeremony(party, 2);
  const others = [openTestDevice({ name: 'foreign 3' }), openTestDevice({ name: 'foreign 4' })];
  await runCeremony(others, 2);
  strangers = at(others, 0).trusteesText() ?? '';
  place = openPlace({ trusteesText: at(party, 0).trusteesText() ?? '' });
  succeeded(at(party, 0).electionRoom.bind({ election: place.election.text, trustees: place.trusteesText }));
});

/** What a check of this record comes to, and how often it told of ballots that it had checked. */
async function check(record: Uint8Array) {
  let ballotsTold = 0;
  const device = openTestDevice({
    name: 'foreign check',
    home: copiedHome(home),
    onChange: () => {
      const state = device?.opening.state();
      if (state?.phase === 'checking' && state.done > 0) ballotsTold += 1;
    },
  });
  succeeded(await device.opening.receive('record', [record]));
  succeeded(await device.opening.receive('void-list', [Buffer.from(place.voidList())]));
  const answer = await device.opening.check();
  return { answer, ballotsTold, state: device.opening.state() };
}

/** An election that others could have made, in the profile that allows the most answers. */
function othersElection(): string {
  const group = nativeGroup();
  const publicKey = electionPublicKey(group, succeeded(parseTrustees(group, strangers)));
  const answers = Array.from({ length: 250 }, () => '');
  const questions = [{ question: '', answers, blank: false, min: 0, max: 1 }];
  const texts = { uuid: 'PunyaOrangLain', name: 'Pemilihan orang lain', description: '' };
  return writeElection({ ...texts, group: group.name, publicKey, questions });
}

/** A record that begins with this setup and goes on with what is no record at all. */
function recordOf(election: string, trustees: string): Uint8Array {
  const writer = new ArchiveWriter({ timestamp: 1_800_000_000 });
  const setup = writer.setup({ election, trustees, credentials: place.credentials.text });
  return Buffer.concat([setup, Buffer.alloc(2048, 0x7a)]);
}

test('a record of others is refused by its first event: what follows is not read and no ballot checked', async () => {
  const own = await check(recordOf(place.election.text, place.trusteesText));
  // The rest is broken, as reading on tells.
  expect(own.answer).toMatchObject({ error: { type: 'record-wrong', rule: 'archive.form' } });

  const refusals = [
    [recordOf(othersElection(), strangers), { type: 'record-of-other-election' }],
    [recordOf(othersElection(), place.trusteesText), { type: 'record-of-other-election' }],
    [recordOf(place.election.text, strangers), { type: 'record-of-other-trustees' }],
  ] as const;
  for (const [record, refusal] of refusals) {
    const { answer, ballotsTold, state } = await check(record);
    expect(answer).toMatchObject({ ok: false, error: refusal });
    expect(state).toMatchObject({ phase: 'refused', refusal, rules: [] });
    expect(ballotsTold).toBe(0);
  }
});

test('of a whole record of others no ballot is checked; of the bound election’s every one is', async () => {
  const other = openPlace({ trusteesText: place.trusteesText, name: 'TPS 02', uuid: 'TPSMawar222222' });
  const foreign = await check(other.seal([other.vote(0, 1), other.vote(1, 1)]));
  expect(foreign.answer).toMatchObject({
    error: { type: 'record-of-other-election', fingerprint: other.election.fingerprint },
  });
  expect(foreign.ballotsTold).toBe(0);
  const own = await check(place.seal([place.vote(0, 1), place.vote(1, 1)]));
  succeeded(own.answer);
  expect(own.ballotsTold).toBe(1);
});

test('only the beginning of a record is read to know whose it is', async () => {
  const record = place.seal([place.vote(0, 1), place.vote(1, 2)]);
  const setupBytes = recordOf(place.election.text, place.trusteesText).length - 2048;
  let read = 0;
  function* pieces() {
    for (let start = 0; start < record.length; start += 512) {
      read = start + 512;
      yield record.subarray(start, start + 512);
    }
  }
  const bound = {
    election: place.election,
    trustees: succeeded(parseTrustees(nativeGroup(), place.trusteesText)),
  };
  expect(await findForeignSetup(pieces(), bound)).toBeUndefined();
  expect(read).toBe(setupBytes);
  expect(record.length).toBeGreaterThan(2 * setupBytes);
});
