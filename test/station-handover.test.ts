import { createHash } from 'node:crypto';
import { makeFollowProof } from '@bilik/server/pairing-proof';
import { afterAll, beforeEach, expect, test } from 'vitest';
import {
  type DeviceSessions,
  openDeviceSessions,
  prepareDeviceSessions,
} from '../apps/station/src/devices/device-sessions.ts';
import { type FollowRequest, type Handover, openHandover } from '../apps/station/src/devices/handover.ts';
import { makeDurably } from '../apps/station/src/store/durable.ts';
import type { StationStore } from '../apps/station/src/store/station-store.ts';
import { must, refusalOf } from './support/answers.ts';
import { random } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';
import { openTestStore } from './support/test-store.ts';

const SECRET = 'ab'.repeat(32);
const DESK = { device: 'desk-1', role: 'desk', number: 1, secret: SECRET } as const;
const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** A station that took over: its line of epochs has one more than the desk saw. */
let store: StationStore;
let sessions: DeviceSessions;
let handover: Handover;
let nowMs = 0;

beforeEach(() => {
  nowMs = 0;
  store = must(
    openTestStore(newFolder(), { prepare: (database) => prepareDeviceSessions(database, [DESK.device]) }),
  );
  sessions = openDeviceSessions(store);
  store.write('pair', () => sessions.begin(DESK.device, hashOf('before the takeover')));
  handover = openHandover({
    prepared: [DESK],
    sessions,
    nonce: () => 'a question',
    marks: () => ['1111111111111111', '2222222222222222'],
    durably: makeDurably(store),
    random,
    elapsedMs: () => nowMs,
  });
  return () => store.close();
});
afterAll(removeFolders);

async function asked(
  more: Partial<FollowRequest> & { readonly secret?: string } = {},
): Promise<FollowRequest> {
  const session = more.session ?? hashOf('before the takeover').toString('hex');
  const { secret = SECRET, ...rest } = more;
  const proof = await makeFollowProof({ device: DESK.device, secret, session, nonce: 'a question' });
  return {
    device: DESK.device,
    session,
    epoch: 1,
    mark: '1111111111111111',
    nonce: 'a question',
    proof,
    ...rest,
  };
}

test('a desk with its secret and the session that it had goes on in a new one; the one before is over', async () => {
  const { device, token } = must(handover.follow(await asked()));
  expect(device).toEqual({ device: 'desk-1', role: 'desk', number: 1 });
  expect(sessions.matches(DESK.device, hashOf(token))).toBe(true);
  expect(sessions.matches(DESK.device, hashOf('before the takeover'))).toBe(false);
  expect(handover.of(DESK.device)).toEqual({
    session: hashOf(token).toString('hex'),
    epoch: 2,
    mark: '2222222222222222',
  });
});

test.each<[string, Parameters<typeof asked>[0], string]>([
  ['a session that it never had', { session: hashOf('another').toString('hex') }, 'not-paired'],
  ['another secret', { secret: 'cd'.repeat(32) }, 'not-paired'],
  ['a proof of nothing', { proof: '00' }, 'not-paired'],
  ['a device that was not prepared', { device: 'desk-9' }, 'not-paired'],
  ['an answer to another question', { nonce: 'an older question' }, 'question-old'],
  ['an epoch that this station never had', { epoch: 3 }, 'station-older'],
  ['an epoch that went another way here', { mark: 'ffffffffffffffff' }, 'station-older'],
])('with %s nobody goes on', async (_, more, refusal) => {
  expect(refusalOf(handover.follow(await asked(more)))).toBe(refusal);
  expect(sessions.matches(DESK.device, hashOf('before the takeover'))).toBe(true);
});

test('an answer that was lost may be asked for again for a minute, and ends the session that nobody heard of', async () => {
  const lost = must(handover.follow(await asked()));
  nowMs = 59_999;
  const { token } = must(handover.follow(await asked()));
  expect(sessions.matches(DESK.device, hashOf(lost.token))).toBe(false);
  expect(sessions.matches(DESK.device, hashOf(token))).toBe(true);
  nowMs += 60_000;
  expect(refusalOf(handover.follow(await asked()))).toBe('not-paired');
});

test('a device that was taken out, or paired anew, does not go on with what it had', async () => {
  must(handover.follow(await asked()));
  store.write('unpair', () => sessions.end(DESK.device));
  expect(handover.of(DESK.device)).toBeUndefined();
  expect(refusalOf(handover.follow(await asked()))).toBe('not-paired');
  store.write('pair', () => sessions.begin(DESK.device, hashOf('another browser')));
  expect(refusalOf(handover.follow(await asked()))).toBe('not-paired');
  expect(sessions.matches(DESK.device, hashOf('another browser'))).toBe(true);
});
