import { randomBytes } from 'node:crypto';
import { checkBallot, checkShare, combineShares, parseTrustees, sumBallots } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { beforeAll, describe, expect, test } from 'vitest';
import { openParty, runCeremony } from '../../test/ceremony-run.ts';
import { openTestDevice, PASSPHRASE } from '../../test/device.ts';
import { openPlace, type TestPlace } from '../../test/polling-place.ts';
import { at, succeeded } from '../../test/succeeded.ts';
import { copiedHome, temporaryHome } from '../../test/temporary-home.ts';
import type { DeviceAct, TrusteeDevice } from '../trustee-device.ts';

const group = nativeGroup();
let homes: readonly string[];
let place: TestPlace;
let ballots: readonly string[];
let record: Uint8Array;

/** Trustee by number, from 1, in a copy of its home as it was when the election was bound. */
function openTrustee(number: number, acts: DeviceAct[] = []): TrusteeDevice {
  return openTestDevice({
    name: `opening ${randomBytes(4).toString('hex')}`,
    home: copiedHome(at(homes, number - 1)),
    acts,
  });
}

/** What its keeper types: the passphrase, and the number that was read aloud in the hall. */
const typed = (ballotCount: number, passphrase = PASSPHRASE) => ({ passphrase, ballotCount });

async function give(device: TrusteeDevice, bytes: Uint8Array, voidList = place.voidList()): Promise<void> {
  succeeded(await device.opening.receive('record', [bytes]));
  succeeded(await device.opening.receive('void-list', [Buffer.from(voidList, 'utf8')]));
}

const refusalOf = (answer: { readonly ok: boolean; readonly error?: unknown }) =>
  answer.ok ? 'accepted' : answer.error;

beforeAll(async () => {
  const folders = [1, 2, 3].map(() => temporaryHome());
  const party = folders.map((home, index) => openTestDevice({ name: `opening ${index}`, home }));
  await runCeremony(party, 2);
  place = openPlace({ trusteesText: at(party, 0).trusteesText() ?? '' });
  for (const device of party) {
    succeeded(device.electionRoom.bind({ election: place.election.text, trustees: place.trusteesText }));
  }
  homes = folders;
  ballots = [place.vote(0, 0), place.vote(1, 0), place.vote(2, 1), place.vote(3, 3)];
  record = place.seal(ballots);
});

test('a checked record is opened by two of three shares, each of the sum and of nothing else', async () => {
  const shares: { owner: number; text: string }[] = [];
  for (const number of [3, 1]) {
    const device = openTrustee(number);
    await give(device, record);
    const summary = succeeded(await device.opening.check());
    expect(summary).toMatchObject({ voidCount: 0 });
    expect(summary.rules.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    const { owner, share } = succeeded(await device.opening.share(typed(4)));
    expect(device.state()).toMatchObject({ step: 'opened', sharedFor: { ballotCount: 4, owner: number } });
    shares.push({ owner, text: share });
  }
  const trustees = succeeded(parseTrustees(group, place.trusteesText));
  const { election, credentials } = place;
  const checked = ballots.map((text) => succeeded(checkBallot({ election, credentials, text })));
  const tally = sumBallots(election, checked).ciphertexts;
  const opened = succeeded(combineShares({ election, trustees, tally, totalWeight: 4, shares }));
  expect(opened.counts).toEqual([[2, 1, 0, 1]]);
  // No share opens a single ballot: its factors are those of the sum.
  for (const share of shares) {
    for (const { answers } of checked) {
      expect(checkShare({ election, trustees, tally: answers, share }).ok).toBe(false);
    }
  }
});

test('the same list again gives the very same bytes, also after a restart, and sending is safe to repeat', async () => {
  const home = copiedHome(at(homes, 0));
  const open = () => openTestDevice({ name: `same ${randomBytes(4).toString('hex')}`, home });
  const first = open();
  await give(first, record);
  succeeded(await first.opening.check());
  const share = succeeded(await first.opening.share(typed(4)));
  expect(succeeded(await first.opening.share(typed(4)))).toEqual(share);
  const second = open();
  expect(succeeded(second.opening.ownShare())).toEqual(share);
  expect(succeeded(await second.opening.share(typed(4)))).toEqual(share);
  // The same ballots in an archive begun at another time are the same list.
  await give(second, place.seal([...ballots].reverse(), { timestamp: 1_800_000_777 }));
  succeeded(await second.opening.check());
  expect(succeeded(await second.opening.share(typed(4)))).toEqual(share);
  expect(second.state().sharedFor?.refusedLists).toBe(0);
});

test('a second list of the same election is refused for ever, and counted', async () => {
  const home = copiedHome(at(homes, 0));
  const acts: DeviceAct[] = [];
  const open = () => openTestDevice({ name: 'second list', home, acts });
  const device = open();
  await give(device, record);
  succeeded(await device.opening.check());
  const share = succeeded(await device.opening.share(typed(4)));

  const lists = [
    ballots.slice(0, 3),
    [...ballots, place.vote(4, 2)],
    [],
    // The same votes under the same cards, encrypted anew: the sum says the same, the list does not.
    [place.vote(0, 0), place.vote(1, 0), place.vote(2, 1), place.vote(3, 3)],
  ];
  for (const [index, list] of lists.entries()) {
    const reopened = open();
    await give(reopened, place.seal(list));
    const refused = { type: 'second-ballot-list', refusedLists: index + 1 };
    expect(refusalOf(await reopened.opening.check())).toMatchObject(refused);
    expect(reopened.state()).toMatchObject({
      check: { phase: 'refused', refusal: refused },
      sharedFor: { refusedLists: index + 1 },
    });
    expect(refusalOf(await reopened.opening.share(typed(4)))).toMatchObject(refused);
    // What belongs to the first list may still be had.
    expect(succeeded(reopened.opening.ownShare())).toEqual(share);
  }
  expect(acts).toEqual(
    lists.map((_, index) => ({ type: 'second-ballot-list-refused', refusedLists: index + 1 })),
  );
});

describe('no share before a full check', () => {
  test('without files, with one of them, before the check, with a wrong passphrase', async () => {
    const device = openTrustee(1);
    expect(refusalOf(await device.opening.check())).toEqual({ type: 'file-missing', file: 'record' });
    succeeded(await device.opening.receive('record', [record]));
    expect(refusalOf(await device.opening.check())).toEqual({ type: 'file-missing', file: 'void-list' });
    await give(device, record);
    expect(refusalOf(await device.opening.share(typed(4)))).toEqual({ type: 'not-checked' });
    expect(refusalOf(await device.opening.send())).toEqual({ type: 'not-shared-yet' });
    succeeded(await device.opening.check());
    expect(refusalOf(await device.opening.share(typed(4, 'jagung kering di lumbung')))).toMatchObject({
      type: 'passphrase-wrong',
      wrongTries: 1,
    });
    expect(refusalOf(device.opening.ownShare())).toEqual({ type: 'not-shared-yet' });
    // A file that comes after the check takes the check back.
    await give(device, record);
    expect(refusalOf(await device.opening.share(typed(4)))).toEqual({ type: 'not-checked' });
  });

  test('a device without an election takes no record', async () => {
    const [device] = openParty(1, 'no election');
    if (device === undefined) throw new Error('no device');
    expect(refusalOf(await device.opening.receive('record', [record]))).toEqual({ type: 'no-election-yet' });
    expect(refusalOf(await device.opening.check())).toEqual({ type: 'no-election-yet' });
    expect(refusalOf(await device.opening.share(typed(4)))).toEqual({ type: 'no-election-yet' });
  });

  const flipped = (bytes: Uint8Array, position: number) => {
    const changed = Uint8Array.from(bytes);
    changed[position] = (changed[position] ?? 0) ^ 1;
    return changed;
  };
  const wrongRecords: [string, () => { record: Uint8Array; voidList?: string }, object][] = [
    [
      'a tally that is not the sum of its ballots',
      () => ({ record: place.seal(ballots, { claimedSumOf: ballots.slice(0, 1) }) }),
      { type: 'record-wrong', rule: 'tally.sum', fault: 'sum-differs' },
    ],
    [
      'a flipped byte',
      () => ({ record: flipped(record, record.length - 9000) }),
      { type: 'record-wrong', rule: expect.stringMatching(/^archive\./) },
    ],
    [
      'a record cut short',
      () => ({ record: record.subarray(0, record.length - 700) }),
      { type: 'record-wrong' },
    ],
    [
      'polls still open: no tally yet',
      () => ({ record: record.subarray(0, endOfSetup(record)) }),
      { type: 'record-wrong', rule: 'chain.complete', fault: 'stops-early' },
    ],
    ['an empty file', () => ({ record: new Uint8Array() }), { type: 'record-wrong', rule: 'archive.form' }],
    [
      'a ballot under a void card',
      () => ({ record, voidList: place.voidList([2]) }),
      { type: 'record-wrong', rule: 'ballots.void', ballotHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ],
    [
      'another election of the same trustees',
      () => {
        const other = openPlace({ trusteesText: place.trusteesText, name: 'TPS 02', uuid: 'TPSMawar222222' });
        return { record: other.seal([other.vote(0, 1)]) };
      },
      { type: 'record-of-other-election' },
    ],
    [
      'a void list of another election',
      () => {
        const other = openPlace({ trusteesText: place.trusteesText, name: 'TPS 02', uuid: 'TPSMawar222222' });
        return { record, voidList: other.voidList() };
      },
      { type: 'void-list-wrong', problem: 'file-of-other-election' },
    ],
    [
      'a void list that somebody else signed',
      () => ({
        record,
        voidList: openPlace({ trusteesText: place.trusteesText })
          .voidList()
          .replace(/"election_hash":"[^"]+"/, `"election_hash":"${place.election.fingerprint}"`),
      }),
      { type: 'void-list-wrong', problem: 'file-signature-wrong' },
    ],
    [
      'a void list that names one ballot under two cards',
      () => ({ record, voidList: place.voidList([5, 6], () => 'ab'.repeat(32)) }),
      { type: 'record-wrong', rule: 'origin.voided', fault: 'void-ballot-repeated' },
    ],
    [
      'a void list that was cut',
      () => ({ record, voidList: place.voidList().slice(0, 80) }),
      { type: 'void-list-wrong', problem: 'file-not-json' },
    ],
  ];
  test.each(wrongRecords)('%s is refused by name', async (_what, make, refusal) => {
    const device = openTrustee(2);
    const files = make();
    await give(device, files.record, files.voidList);
    expect(refusalOf(await device.opening.check())).toMatchObject(refusal);
    expect(device.state().check).toMatchObject({ phase: 'refused', refusal });
    expect(refusalOf(await device.opening.share(typed(4)))).toEqual({ type: 'not-checked' });
    // The right files are taken afterwards: a refusal binds nothing.
    await give(device, record);
    succeeded(await device.opening.check());
  });

  test('a void card without a ballot is no fault, and an empty election is opened too', async () => {
    const device = openTrustee(2);
    await give(device, place.seal([]), place.voidList([5, 6]));
    expect(succeeded(await device.opening.check())).toMatchObject({ voidCount: 2 });
    succeeded(await device.opening.share(typed(0)));
  });
});

describe('the number of ballots is the hall’s, typed by the keeper, and not this device’s', () => {
  test('a right record of one ballot, while the hall has more, gets no share; that it came is remembered', async () => {
    const home = copiedHome(at(homes, 0));
    const acts: DeviceAct[] = [];
    const open = () => openTestDevice({ name: `one ballot ${randomBytes(4).toString('hex')}`, home, acts });
    const device = open();
    const alone = place.seal(ballots.slice(0, 1));
    await give(device, alone);
    const { recordHash } = succeeded(await device.opening.check());
    const refused = { type: 'ballot-count-differs', typedCount: 4, refusedCounts: 1 };
    expect(refusalOf(await device.opening.share(typed(4)))).toEqual(refused);
    expect(device.opening.stored()).toBeUndefined();
    expect(refusalOf(device.opening.ownShare())).toEqual({ type: 'not-shared-yet' });
    expect(device.state()).toMatchObject({
      step: 'election',
      sharedFor: null,
      countRefused: { recordHash, typedCount: 4, times: 1 },
    });
    expect(acts).toEqual([{ type: 'other-ballot-count-refused', refusedCounts: 1 }]);

    // It stands there after a restart too, and beside the right record, which may be opened.
    const later = open();
    expect(later.state().countRefused).toEqual({ recordHash, typedCount: 4, times: 1 });
    await give(later, record);
    succeeded(await later.opening.check());
    succeeded(await later.opening.share(typed(4)));
    expect(later.state()).toMatchObject({ sharedFor: { ballotCount: 4 }, countRefused: { times: 1 } });
  });

  test('before a share nothing that this device tells says how many ballots the record has', async () => {
    const device = openTrustee(1);
    const several = Array.from({ length: 7 }, (_, card) => place.vote(card, 1));
    await give(device, place.seal(several));
    const { rules: _rules, recordHash: _hash, ...told } = succeeded(await device.opening.check());
    expect(told).toEqual({ voidCount: 0 });
    const { check } = device.state();
    expect(new Set(Object.keys(check))).toEqual(new Set(['phase', 'recordHash', 'rules', 'voidCount']));
    for (const wrong of [0, 1, 6, 8, 70, 1_000_000]) {
      const answer = refusalOf(await device.opening.share(typed(wrong)));
      expect(answer).toMatchObject({ type: 'ballot-count-differs', typedCount: wrong });
      expect(JSON.stringify(answer)).not.toMatch(/:7[,}]/);
    }
    expect(device.state().countRefused?.times).toBe(6);
    succeeded(await device.opening.share(typed(7)));
  });

  test('a wrong number is found before the passphrase is tried, and again when the share is asked for later', async () => {
    const device = openTrustee(3);
    await give(device, record);
    succeeded(await device.opening.check());
    expect(refusalOf(await device.opening.share(typed(5, 'jagung kering di lumbung')))).toMatchObject({
      type: 'ballot-count-differs',
    });
    succeeded(await device.opening.share(typed(4)));
    expect(refusalOf(await device.opening.share(typed(5)))).toMatchObject({ type: 'ballot-count-differs' });
  });
});

test('the check tells how far it is, from the first ballot to the last', async () => {
  const seen: string[] = [];
  let device: TrusteeDevice | undefined;
  device = openTestDevice({
    name: 'progress',
    home: copiedHome(at(homes, 0)),
    onChange: () => {
      const check = device?.state().check;
      const told = check?.phase === 'checking' ? `${check.donePercent} %` : `${check?.phase}`;
      if (seen.at(-1) !== told) seen.push(told);
    },
  });
  const more = Array.from({ length: 4 }, (_, index) => place.vote(4 + index, 2));
  await give(device, place.seal([...ballots, ...more]));
  succeeded(await device.opening.check());
  expect(seen).toEqual(['idle', 'null %', '100 %', 'checked']);
});

test('two checks at once are one check, and nothing is taken or shared meanwhile', async () => {
  const device = openTrustee(1);
  await give(device, record);
  const [first, second] = [device.opening.check(), device.opening.check()];
  expect(refusalOf(await device.opening.receive('record', [record]))).toEqual({ type: 'check-running' });
  expect(refusalOf(await device.opening.share(typed(4)))).toEqual({ type: 'check-running' });
  expect(succeeded(await first)).toEqual(succeeded(await second));
});

test('an upload that is whole only after a check has begun is refused, and the check sees the record it began with', async () => {
  const device = openTrustee(1);
  await give(device, record);
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  async function* slowly() {
    const other = place.seal(ballots.slice(0, 1));
    yield other.subarray(0, 1000);
    await begun;
    yield other.subarray(1000);
  }
  const upload = device.opening.receive('record', slowly());
  const check = device.opening.check();
  begin();
  expect(refusalOf(await upload)).toEqual({ type: 'check-running' });
  succeeded(await check);
  expect(device.opening.state()).toMatchObject({ record: { ballotCount: ballots.length } });
});

/** Offset after the event Setup: the first event file of the archive. */
function endOfSetup(bytes: Uint8Array): number {
  const text = Buffer.from(bytes).toString('latin1');
  const header = text.indexOf('.event.json') - 64;
  const size = Number.parseInt(text.slice(header + 124, header + 135), 8);
  return header + 512 + Math.ceil(size / 512) * 512;
}
