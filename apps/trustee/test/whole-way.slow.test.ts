import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ArchiveWriter,
  checkBallot,
  checkShare,
  combineShares,
  makeShareInputs,
  makeThresholdParameters,
  parseTrustees,
  sha256Hex,
  sumBallots,
  writeOwnedShare,
  writeResult,
  writeTrustees,
} from '@bilik/ballot';
import { nativeGroup, verifyRecordFile } from '@bilik/ballot/native';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { CEREMONY, NAMES } from './ceremony-run.ts';
import { PASSPHRASE } from './device.ts';
import { pairedHome } from './device-home.ts';
import { openFakeStation } from './fake-station.ts';
import { lastEventHash, openPlace } from './polling-place.ts';
import { at, succeeded } from './succeeded.ts';
import { temporaryHome } from './temporary-home.ts';
import { startProcess } from './trustee-process.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const group = nativeGroup();
const THRESHOLD = 3;

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build-pages.mjs'), '--only', 'trustee/trustee']);
});

/** Memory of a process in MiB, as Linux counts it. */
function residentMiB(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

test('five processes make a key of which three suffice; three check and open; belenios-tool verifies the result', async () => {
  const homes = NAMES.map(() => temporaryHome());
  const sealed: { record?: Uint8Array; voidList?: string } = {};
  const station = await openFakeStation((path) => {
    if (path === '/api/shares') return { status: 200, body: '{"ok":true,"value":{}}' };
    const body = path === '/api/record/sealed' ? sealed.record : sealed.voidList;
    return body === undefined ? undefined : { status: 200, body };
  });
  const startAt = (index: number) =>
    startProcess([
      '--home',
      pairedHome(at(homes, index), station.origin),
      '--port',
      '0',
      '--workers',
      '1',
      '--exercise',
    ]);
  const trustees = await Promise.all(NAMES.map((_, index) => startAt(index)));
  await expect(startAt(0)).rejects.toThrow('Another program works on');
  const each = <Schema extends z.ZodType>(path: string, body: (index: number) => unknown, schema: Schema) =>
    Promise.all(trustees.map(({ tell }, index) => tell(path, body(index), schema)));

  const certificates = (
    await each(
      '/api/ceremony/start',
      (index) => ({ ceremony: CEREMONY, name: at(NAMES, index), passphrase: PASSPHRASE }),
      z.object({ certificate: z.string() }),
    )
  ).map(({ certificate }) => certificate);
  const deal = () => ({ certificates, threshold: THRESHOLD, passphrase: PASSPHRASE });
  const Polynomial = z.strictObject({ polynomial: z.string() });
  const polynomials = (await each('/api/ceremony/polynomial', deal, Polynomial)).map(
    ({ polynomial }) => polynomial,
  );

  // One device loses power in mid-ceremony: it goes on with the very same message.
  await at(trustees, 1).killNow();
  trustees[1] = await startAt(1);
  const again = await trustees[1].tell(
    '/api/ceremony/polynomial',
    { certificates, threshold: THRESHOLD },
    Polynomial,
  );
  expect(again.polynomial).toBe(polynomials[1]);

  const shareInputs = succeeded(makeShareInputs({ group, certificates, polynomials }));
  const shareOutputs = (
    await each(
      '/api/ceremony/share',
      (index) => ({ shareInput: at(shareInputs, index), passphrase: PASSPHRASE }),
      z.strictObject({ shareOutput: z.string() }),
    )
  ).map(({ shareOutput }) => shareOutput);
  const made = succeeded(makeThresholdParameters({ group, certificates, polynomials, shareOutputs }));
  const keys = await each(
    '/api/ceremony/finish',
    (index) => ({
      parameters: made.parameters,
      decryptionKey: at(made.decryptionKeys, index),
      passphrase: PASSPHRASE,
    }),
    z.strictObject({ ownerIndex: z.int(), verificationKeyFingerprint: z.string() }),
  );
  expect(keys.map(({ ownerIndex }) => ownerIndex)).toEqual([1, 2, 3, 4, 5]);

  const trusteesText = writeTrustees(group, [{ kind: 'threshold', parameters: made.parameters }]);
  const place = openPlace({ trusteesText, cards: 16 });
  await each(
    '/api/election',
    () => ({ election: place.election.text, trustees: trusteesText }),
    z.object({}),
  );
  const ballots = [0, 0, 1, 3, 0, 2, 1, 0].map((choice, card) => place.vote(card, choice));
  sealed.record = place.seal(ballots);
  sealed.voidList = place.voidList([12]);

  // A file of another election of the same trustees is refused before anything else.
  const foreign = openPlace({ trusteesText, name: 'TPS 02', uuid: 'TPSMawar222222' });
  const bound = await at(trustees, 4).post('/api/election', {
    election: foreign.election.text,
    trustees: trusteesText,
  });
  expect(bound).toMatchObject({ ok: false, error: { type: 'key-bound-to-other-election' } });

  const opening = [at(trustees, 4), at(trustees, 0), at(trustees, 2)];
  const shares = await Promise.all(
    opening.map(async ({ tell }) => {
      await tell('/api/opening/fetch', { from: 'station' }, z.object({ voidCount: z.literal(1) }));
      const share = await tell(
        '/api/opening/share',
        { passphrase: PASSPHRASE, ballotCount: ballots.length },
        z.strictObject({ owner: z.int(), share: z.string() }),
      );
      await tell('/api/opening/send', {}, z.strictObject({ owner: z.literal(share.owner) }));
      return share;
    }),
  );
  expect(new Set(station.posted.map((text) => JSON.parse(text).owner))).toEqual(new Set([1, 3, 5]));
  expect(station.posted).toHaveLength(3);

  // The table adds them to the record; both verifiers accept it.
  const { election, credentials } = place;
  const checked = ballots.map((text) => succeeded(checkBallot({ election, credentials, text })));
  const tally = sumBallots(election, checked).ciphertexts;
  const list = succeeded(parseTrustees(group, trusteesText));
  const owned = shares.map(({ owner, share }) => ({ owner, text: share }));
  for (const share of owned) succeeded(checkShare({ election, trustees: list, tally, share }));
  const opened = succeeded(combineShares({ election, trustees: list, tally, totalWeight: 8, shares: owned }));
  expect(opened.counts).toEqual([[4, 2, 1, 1]]);
  const sealedBytes = sealed.record;
  const writer = new ArchiveWriter({
    timestamp: 1_800_000_000,
    stage: 'EncryptedTally',
    eventCount: ballots.length + 3,
    lastEventHash: lastEventHash(sealedBytes),
  });
  const tail = opened.shares.map((share) => writer.partialDecryption(share.text, writeOwnedShare(share)));
  tail.push(writer.result(writeResult(opened.counts)));
  const folder = temporaryHome();
  const recordPath = join(folder, `${election.uuid}.bel`);
  writeFileSync(recordPath, Buffer.concat([sealedBytes, ...tail]));
  const verified = execFileSync('sh', [
    '-c',
    'belenios-tool election verify --dir "$0" 2>&1',
    folder,
  ]).toString();
  expect(verified).toContain('all checks passed');
  const { report } = await verifyRecordFile(recordPath);
  expect(report.verdict).toBe('right');

  for (const { said } of trustees) {
    for (const secret of [PASSPHRASE, ...shares.map(({ share }) => share.slice(0, 60))]) {
      expect(said()).not.toContain(secret);
    }
  }
  const starts = trustees.map(({ startMs }) => Math.round(startMs));
  const memory = trustees.map(({ child }) => residentMiB(child.pid));
  console.log(
    `five trustees: start ${starts.join(', ')} ms side by side; memory at the end ${memory.join(', ')} MiB`,
  );
  for (const mebibytes of memory) expect(mebibytes).toBeLessThan(250);
});

test('kill -9 by the system at acts on the disk: after restart the step is done once, and its message stays', async () => {
  const script = join(import.meta.dirname, 'cut-trustee.ts');
  const start = { ceremony: CEREMONY, name: NAMES[0], passphrase: PASSPHRASE };
  const Certificate = z.strictObject({ certificate: z.string(), certificateId: z.string() });
  let killed = 0;
  for (const cut of [2, 4, 5]) {
    const home = temporaryHome();
    const doomed = await startProcess(['--home', home, '--cut', String(cut)], script);
    await expect(doomed.post('/api/ceremony/start', start)).rejects.toThrow();
    killed += (await doomed.ended) === 'SIGKILL' ? 1 : 0;
    const reopened = await startProcess(['--home', home, '--cut', '0'], script);
    const first = await reopened.tell('/api/ceremony/start', start, Certificate);
    expect(first.certificateId).toBe(sha256Hex(JSON.parse(first.certificate).message));
    await reopened.killNow();
    const third = await startProcess(['--home', home, '--cut', '0'], script);
    expect(await third.tell('/api/ceremony/start', start, Certificate)).toEqual(first);
    await third.killNow();
  }
  expect(killed).toBe(3);
});
