import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTrustees } from '@bilik/ballot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParty, runCeremony } from '../apps/trustee/test/ceremony-run.ts';
import { PASSPHRASE } from '../apps/trustee/test/device.ts';
import { must } from './support/answers.ts';
import { voteOnPaper } from './support/closed-day.ts';
import { closePolls } from './support/day-end.ts';
import { CHAIR, checkIn, MEMBER, openPlace, openPolls, openVotingHand } from './support/polling-place.ts';
import { group, type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan, type StationOnLan } from './support/station-http.ts';

const CASTS = 3;
const devices = openParty(5, 'village room');
let prepared: PreparedHome;
let trustees: string;
let lan: StationOnLan;

beforeAll(async () => {
  const { parameters } = await runCeremony(devices, 3);
  trustees = writeTrustees(group, [{ kind: 'threshold', parameters }]);
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 8, trustees });
  const place = openPlace(prepared);
  openPolls(place);
  const hand = openVotingHand(prepared);
  for (let voter = 1; voter <= CASTS; voter += 1) {
    checkIn(place, voter);
    voteOnPaper(place, hand.vote(voter % 2), 'sah-in-box', voter);
  }
  closePolls(place);
  place.close();
  lan = await openOnLan(prepared);
});

afterAll(async () => {
  await lan.station.stop();
  removeFolders();
});

/** What the board's page saves onto the stick. */
async function stick(): Promise<{ readonly record: Buffer; readonly voidList: Buffer }> {
  const file = async (path: string) => {
    const answer = await fetch(new URL(path, lan.station.url), { headers: lan.sessionOf('board-1') });
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  return { record: await file('/api/record/sealed'), voidList: await file('/api/record/void') };
}

test('sealed record out by stick, three devices without a cable check all of it, share files back: the sum is opened', async () => {
  const { record, voidList } = await stick();
  const election = readFileSync(join(prepared.home.station, 'place', 'election.json'), 'utf8');
  for (const [index, device] of devices.slice(1, 4).entries()) {
    must(device.electionRoom.bind({ election, trustees }));
    must(await device.opening.receive('record', [record], record.length));
    must(await device.opening.receive('void-list', [voidList], voidList.length));
    must(await device.opening.check());
    // the number is not on the stick: it is read aloud
    expect(await device.opening.share({ passphrase: PASSPHRASE, ballotCount: CASTS + 1 })).toMatchObject({
      error: { type: 'ballot-count-differs' },
    });
    const { owner, share } = must(await device.opening.share({ passphrase: PASSPHRASE, ballotCount: CASTS }));
    expect(owner).toBe(index + 2);
    const shareFile: unknown = JSON.parse(JSON.stringify({ owner, share }));
    expect(await lan.tell('/api/shares', shareFile)).toMatchObject({ refusal: 'accepted' });
    // the same file once more, as from a stick that was put in twice
    expect(await lan.tell('/api/shares', shareFile)).toMatchObject({ refusal: 'accepted' });
  }
  expect(lan.station.pollingPlace.board.state().shares).toEqual({
    owners: [2, 3, 4],
    threshold: 3,
    sit: 'polling-place',
  });
  must(lan.station.pollingPlace.board.command('count', [CHAIR, MEMBER]));
  expect(lan.broken).toEqual([]);
});

test('a stick with one changed byte gives no share, and a device that gave one refuses every other list', async () => {
  const { record, voidList } = await stick();
  const [fresh, given] = devices;
  if (fresh === undefined || given === undefined) throw new Error('The party has five devices');
  const election = readFileSync(join(prepared.home.station, 'place', 'election.json'), 'utf8');
  must(fresh.electionRoom.bind({ election, trustees }));
  const changed = Buffer.from(record);
  const at = Math.floor(record.length * 0.9);
  changed[at] = (changed[at] ?? 0) ^ 1;
  for (const device of [fresh, given]) {
    must(await device.opening.receive('record', [changed], changed.length));
    must(await device.opening.receive('void-list', [voidList], voidList.length));
    expect(await device.opening.check()).toMatchObject({ ok: false });
  }
  expect(await fresh.opening.share({ passphrase: PASSPHRASE, ballotCount: CASTS })).toMatchObject({
    error: { type: 'not-checked' },
  });
});
