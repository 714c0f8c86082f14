import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  ArchiveWriter,
  addBallot,
  checkBallot,
  combineShares,
  emptySum,
  writeEncryptedTally,
  writeOwnedShare,
  writeResult,
  writeSizedTally,
} from '@bilik/ballot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must, refusalOf } from './support/answers.ts';
import { BOTH, beside } from './support/closed-day.ts';
import { closePolls, countAndSeal, countWithoutSeal, signMinutes } from './support/day-end.ts';
import { castWhole, checkIn, openPlace, openPolls, openVotingHand } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { failures, ourReport, toolVerdict } from './support/record-check.ts';
import { copyOf, newFolder, onBothMedia, removeFolders } from './support/station-disk.ts';

let prepared: PreparedHome;
let place: PollingPlace;
/** The same day, counted and ready to be sealed, in roots of its own. */
let countedHome: PreparedHome;

/** One voter's two ballots: the one whose slip bears BATAL, and the one that was cast in its stead. */
let spoiled: { readonly text: string; readonly hash: string };
let cast: { readonly text: string; readonly hash: string };
const others: string[] = [];

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 6 });
  place = openPlace(prepared);
  openPolls(place);
  const hand = openVotingHand(prepared);
  for (const voter of [1, 2, 3]) checkIn(place, voter);
  for (const option of [0, 2]) {
    const ballot = hand.vote(option);
    others.push(ballot.text);
    castWhole(place, ballot);
  }
  spoiled = hand.vote(0);
  must(place.casting.seal(1, spoiled.text));
  must(place.casting.spoil(1, spoiled.hash));
  must(
    place.finishCase({
      booth: 1,
      hash: spoiled.hash,
      slip: 'batal-in-envelope',
      slipsPrinted: 3,
      answeredBy: [],
    }),
  );
  cast = hand.vote(1);
  must(place.casting.seal(1, cast.text));
  must(place.casting.confirm(1, cast.hash));
  must(place.finishCase({ booth: 1, hash: cast.hash, slip: 'sah-in-box', slipsPrinted: 4, answeredBy: [] }));
  closePolls(place);
  place.close();
  countedHome = copyOf(prepared);
  const counted = openPlace(countedHome);
  await countWithoutSeal(prepared, counted);
  counted.close();
  place = openPlace(prepared);
  await countAndSeal(prepared, place);
});

afterAll(() => {
  place.close();
  removeFolders();
});

/** The record of these ballots, opened by trustees who do what they are told. */
function recordOf(texts: readonly string[]): { readonly bytes: Uint8Array; readonly counts: unknown } {
  const { election, trustees, credentials, secrets } = place.place;
  const ballots = texts
    .map((text) => must(checkBallot({ election, credentials, text })))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const sum = ballots.reduce((whole, ballot) => addBallot(election.group, whole, ballot), emptySum(election));
  const opened = must(
    combineShares({
      election,
      trustees,
      tally: sum.ciphertexts,
      totalWeight: ballots.length,
      shares: [1, 3, 5].map((owner) => ({ owner, text: prepared.share(owner, sum.ciphertexts) })),
    }),
  );
  const writer = new ArchiveWriter({ timestamp: Number(secrets.recordTimestamp) });
  const tally = writeEncryptedTally(sum);
  const bytes = Buffer.concat([
    writer.setup({ election: election.text, trustees: trustees.text, credentials: credentials.text }),
    ...ballots.map(({ text }) => writer.ballot(text)),
    writer.endBallots(),
    writer.encryptedTally(tally, writeSizedTally(sum, tally)),
    ...opened.shares.map((share) => writer.partialDecryption(share.text, writeOwnedShare(share))),
    writer.result(writeResult(opened.counts)),
  ]);
  return { bytes, counts: opened.counts };
}

describe('a record in which the void ballot of a voter stands instead of the cast one', () => {
  test('the honest one is right for the tool and for us, void list and signed result included', async () => {
    const honest = readFileSync(place.counting.recordPath);
    expect(toolVerdict(honest, place.place.election.uuid)).toBe('accepted');
    const report = await ourReport(honest, beside(place));
    expect([failures(report), report.verdict, report.counts]).toEqual([[], 'right', [[1, 1, 1, 0]]]);
    // made by hand from the same ballots it is right as well: what is refused below is refused for its ballot
    const again = recordOf([...others, cast.text]);
    expect((await ourReport(again.bytes, { voidText: beside(place).voidText })).verdict).toBe('right');
  });

  test('is accepted by the tool, and consistent in itself', async () => {
    const swapped = recordOf([...others, spoiled.text]);
    expect(swapped.counts).toEqual([[2, 0, 1, 0]]);
    expect(toolVerdict(swapped.bytes, place.place.election.uuid)).toBe('accepted');
    expect((await ourReport(swapped.bytes)).verdict).toBe('right');
  });

  test('is refused by us with the void list, which names the ballot', async () => {
    const report = await ourReport(recordOf([...others, spoiled.text]).bytes, {
      voidText: beside(place).voidText,
    });
    expect([report.verdict, failures(report)]).toEqual([
      'wrong',
      ['ballots.void: credential-void', 'origin.voided: void-ballot-counted'],
    ]);
    expect(report.rules.find(({ rule }) => rule === 'ballots.void')?.findings[0]?.ballotHash).toBe(
      spoiled.hash,
    );
  });

  test('is refused with the signed result alone, and with both ballots in it too', async () => {
    const { voidText, resultText } = beside(place);
    const swapped = await ourReport(recordOf([...others, spoiled.text]).bytes, { resultText });
    expect([swapped.verdict, failures(swapped)]).toEqual([
      'wrong',
      ['origin.result: signed-file-of-other-record'],
    ]);
    const both = await ourReport(recordOf([...others, cast.text, spoiled.text]).bytes, {
      voidText,
      resultText,
    });
    expect(failures(both)).toEqual(
      expect.arrayContaining(['ballots.void: credential-void', 'origin.result: signed-file-of-other-record']),
    );
  });

  test('is never sealed: put in the place of the record together with its hash, it is refused by name', async () => {
    const swapped = recordOf([...others, spoiled.text]);
    const { recordHash } = await ourReport(swapped.bytes);
    const { station, stationSecond } = countedHome.home;
    for (const medium of [station, stationSecond])
      writeFileSync(join(medium, 'count', 'record.bel'), swapped.bytes);
    onBothMedia(countedHome, (path) => {
      const database = new DatabaseSync(path);
      const { changes } = database.prepare("UPDATE paper SET content = ? WHERE name = 'outcome'").run(
        JSON.stringify({
          counts: swapped.counts,
          recordHash,
          fileHash: createHash('sha256').update(swapped.bytes).digest('hex'),
        }),
      );
      database.close();
      expect(changes).toBe(1);
    });
    const victim = openPlace(countedHome);
    expect(victim.board.state().damaged).toEqual([]);
    // the paper that was signed had another record's fingerprint
    expect(refusalOf(await victim.board.seal(BOTH))).toBe('phase-refused');
    must(signMinutes(victim));
    expect(await victim.board.seal(BOTH)).toMatchObject({
      ok: false,
      error: {
        type: 'record-not-right',
        findings: [
          { rule: 'ballots.void', fault: 'credential-void', ballotHash: spoiled.hash },
          { rule: 'origin.voided', fault: 'void-ballot-counted', ballotHash: spoiled.hash },
        ],
      },
    });
    expect(victim.phase()).toBe('counted');
    expect(victim.board.signedResult()).toBeUndefined();
    victim.close();
  });

  test('with a void list that leaves the card out is refused by the list’s signature and by the result', async () => {
    const { voidText, resultText } = beside(place);
    const cut = voidText.replace(/"credentials":\[.*\]/, '"credentials":[]');
    expect(cut).not.toBe(voidText);
    const report = await ourReport(recordOf([...others, spoiled.text]).bytes, { voidText: cut, resultText });
    expect(failures(report)).toEqual([
      'origin.void: signed-file-signature-wrong',
      'origin.result: signed-file-of-other-record',
      'origin.result: void-list-differs',
    ]);
  });
});
