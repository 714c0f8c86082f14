import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { verifyRecordFile } from '@bilik/ballot/native';
import { describe, expect, test } from 'vitest';
import { PHASE_COMMANDS } from '../apps/station/src/phase/act-log.ts';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must, refusalOf } from './support/answers.ts';
import { BOTH, beside, commandRefusals, prepareClosedDay, unmetFor } from './support/closed-day.ts';
import { closePolls, countAndSeal, sharesOf } from './support/day-end.ts';
import { placesOfFile } from './support/open-places.ts';
import {
  abandon,
  CHAIR,
  checkIn,
  EARLY,
  openPlace,
  openPolls,
  openVotingHand,
} from './support/polling-place.ts';
import { failures, ourReport, toolVerdict } from './support/record-check.ts';
import { changedTables, copyOf, onBothMedia, storedBallots, tablesOf } from './support/station-disk.ts';

const { prepared, closed: closedHome } = await prepareClosedDay();
const { keep } = placesOfFile();
const closedPlace = (): PollingPlace => keep(openPlace(copyOf(closedHome)));

describe('closing', () => {
  test('needs every case, release and slip settled, and two people of whom one is the chair', () => {
    const place = keep(openPlace(copyOf(prepared)));
    openPolls(place);
    for (const voter of [1, 2]) checkIn(place, voter);
    const { casting, board } = place;
    const ballot = openVotingHand(prepared).vote(0);
    must(casting.seal(1, ballot.text));
    const close = () => refusalOf(board.command('close', BOTH, EARLY));
    expect([close(), unmetFor(place, 'close')]).toEqual([
      'phase-refused',
      ['no-open-cases', 'releases-settled', 'slips-finished'],
    ]);
    must(casting.confirm(1, ballot.hash));
    expect([close(), unmetFor(place, 'close')]).toEqual([
      'phase-refused',
      ['releases-settled', 'slips-finished'],
    ]);
    must(casting.finish(1, ballot.hash, 'sah-in-box'));
    expect([close(), unmetFor(place, 'close')]).toEqual(['phase-refused', ['releases-settled']]);
    must(abandon(place, 1));
    const refused: Readonly<Record<string, readonly string[]>> = {
      nobody: [],
      'the chair alone': [CHAIR],
      'the chair twice': [CHAIR, CHAIR],
      'two members': ['anggota-1', 'anggota-2'],
      'chair and technician': [CHAIR, 'teknisi'],
      'chair and witness': [CHAIR, 'saksi-1'],
      'chair and a passer-by': [CHAIR, 'orang-lewat'],
    };
    for (const [who, ids] of Object.entries(refused)) {
      expect(refusalOf(board.command('close', ids, EARLY)), who).not.toBe('accepted');
      expect(place.phase(), who).toBe('open');
    }
    must(board.command('close', BOTH, EARLY));
  });

  test('is for ever: no command, no booth, no desk and no restart opens it again', async () => {
    const home = copyOf(closedHome);
    const place = openPlace(home);
    const before = tablesOf(home);
    expect(await commandRefusals(place)).toEqual(PHASE_COMMANDS.map(() => 'phase-refused'));
    const hand = openVotingHand(prepared);
    for (let used = 0; used < 7; used += 1) hand.vote(0);
    const late = hand.vote(0);
    expect(place.casting.tokenStanding(late.credential)).toBe('polls-not-open');
    expect(
      [place.casting.seal(1, late.text), place.casting.prove(1, late.text, late.opening)].map(refusalOf),
    ).toEqual(['polls-not-open', 'polls-not-open']);
    expect(
      refusalOf(place.desk.checkIn({ voter: 7, desk: 1, identity: { method: 'nik-typed', override: null } })),
    ).toBe('polls-not-open');
    expect(refusalOf(abandon(place, 1))).toBe('polls-not-open');
    const { fingerprint } = must(place.zeroReport.prepare());
    expect(
      refusalOf(place.zeroReport.sign({ fingerprint, signedBy: [CHAIR, 'anggota-2'], notSigned: [] })),
    ).toBe('phase-refused');
    expect(changedTables(before, tablesOf(home))).toEqual([]);
    place.close();
    const again = keep(openPlace(home));
    expect(again.phase()).toBe('closed');
    expect(changedTables(before, tablesOf(home))).toEqual([]);
  });
});

describe('the sealed record', () => {
  test('is right for our verifier, holds exactly what was cast in order of hash, and says nothing of what was not', async () => {
    const place = closedPlace();
    const bytes = readFileSync(place.counting.sealedPath);
    const report = await ourReport(bytes, { expect: 'sealed', voidText: place.counting.voidList() ?? '' });
    expect([report.verdict, failures(report), report.profile]).toEqual(['right', [], 'bilik']);
    expect(report.recordHash).toBe(place.counting.sealedHash());
    const stored = storedBallots(tablesOf(closedHome));
    const cast = stored.filter(({ state }) => state === 'cast').map(({ hash }) => hash);
    const order = [...bytes.toString('latin1').matchAll(/([0-9a-f]{64})\.data\.json/g)].map(
      ([, hash]) => hash ?? '',
    );
    const ballots = order.filter((hash) => cast.includes(hash));
    expect(ballots).toEqual([...cast].sort());
    expect(ballots).toHaveLength(5);
    for (const { state, hash, credential } of stored) {
      if (state === 'cast') continue;
      expect(order).not.toContain(hash);
      expect(place.counting.voidList()).toContain(`"${credential}"`);
    }
  });
});

describe('shares', () => {
  test('of a wrong owner, of another sum, changed in any part or unknown are refused by name, and not kept', async () => {
    const place = closedPlace();
    const { counting } = place;
    const [first, second] = await sharesOf(prepared, place, [1, 2]);
    if (first === undefined || second === undefined) throw new Error('no shares');
    const { election } = place.place;
    const foreign = prepared.share(1, [
      [1n, 2n, 3n, 4n].map((power) => ({ alpha: election.group.generator.power(power), beta: 1n })),
    ]);
    const faultOf = (owner: number, text: string): string => {
      const answer = counting.receiveShare(owner, text);
      if (answer.ok) return 'accepted';
      return answer.error.type === 'share-refused' ? answer.error.fault.type : answer.error.type;
    };
    expect(faultOf(2, first.text)).toBe('proof-invalid');
    expect(faultOf(1, second.text)).toBe('proof-invalid');
    expect(faultOf(1, foreign)).toBe('proof-invalid');
    expect(faultOf(6, first.text)).toBe('unknown-owner');
    expect(faultOf(0, first.text)).toBe('unknown-owner');
    let changed = 0;
    for (let draw = 0; draw < 40; draw += 1) {
      const at = Math.floor((first.text.length * draw) / 40);
      const letter = first.text[at] === '7' ? '8' : '7';
      expect(
        faultOf(1, first.text.slice(0, at) + letter + first.text.slice(at + 1)),
        `letter ${at}`,
      ).not.toBe('accepted');
      changed += 1;
    }
    expect(changed).toBe(40);
    for (const text of ['', '{}', '[]', 'null', first.text.slice(0, -5), ` ${first.text}`]) {
      expect(faultOf(1, text), text.slice(0, 10)).not.toBe('accepted');
    }
    expect(counting.shareOwners()).toEqual([]);
    expect(faultOf(1, first.text)).toBe('accepted');
  });

  test('told again change nothing; too few do not open; with one bad among enough the sum opens', async () => {
    const home = copyOf(closedHome);
    const place = openPlace(home);
    const shares = await sharesOf(prepared, place, [1, 2, 3, 4]);
    const [first] = shares;
    if (first === undefined) throw new Error('no shares');
    expect(must(place.counting.receiveShare(1, first.text))).toEqual({ owner: 1, validShares: 1 });
    const kept = tablesOf(home);
    // the same trustee's device makes other proofs each time: the first stays
    const anew = prepared.share(1, must(await tally(place)));
    expect(anew).not.toBe(first.text);
    for (const text of [first.text, anew, first.text]) {
      expect(must(place.counting.receiveShare(1, text))).toEqual({ owner: 1, validShares: 1 });
    }
    expect(changedTables(kept, tablesOf(home))).toEqual([]);
    must(place.counting.receiveShare(2, shares[1]?.text ?? ''));
    expect([refusalOf(place.board.command('count', BOTH)), unmetFor(place, 'count')]).toEqual([
      'phase-refused',
      ['enough-shares'],
    ]);
    for (const { owner, text } of shares.slice(2)) must(place.counting.receiveShare(owner, text));
    place.close();

    // one of the four is damaged on both media
    onBothMedia(home, (path) => {
      const database = new DatabaseSync(path);
      database.exec(
        `UPDATE paper SET content = replace(content, '"response\\":\\"', '"response\\":\\"1') WHERE name = 'share-2'`,
      );
      expect(database.prepare('SELECT changes() AS changes').get()).toEqual({ changes: 1 });
      database.close();
    });
    const again = keep(openPlace(home));
    must(again.board.command('count', BOTH));
    expect(again.counting.outcome()?.counts).toEqual([[2, 1, 1, 1]]);
    const record = readFileSync(again.counting.recordPath);
    expect(toolVerdict(record, again.place.election.uuid)).toBe('accepted');
    expect((await ourReport(record)).verdict).toBe('right');
  });

  async function tally(place: PollingPlace) {
    const { sealed } = await verifyRecordFile(place.counting.sealedPath, { expect: 'sealed', maxWorkers: 0 });
    return sealed === undefined
      ? ({ ok: false, error: 'not sealed' } as const)
      : ({ ok: true, value: sealed.sum.ciphertexts } as const);
  }

  test('before closing there is nothing to open, and after counting none is taken', async () => {
    const early = keep(openPlace(copyOf(prepared)));
    openPolls(early);
    expect(refusalOf(early.counting.receiveShare(1, '{}'))).toBe('not-sealed-yet');
    expect(refusalOf(early.counting.open())).toBe('not-sealed-yet');
    const place = closedPlace();
    const shares = await sharesOf(prepared, place, [1, 2, 3, 4]);
    for (const { owner, text } of shares.slice(0, 3)) must(place.counting.receiveShare(owner, text));
    must(place.board.command('count', BOTH));
    expect(refusalOf(place.counting.receiveShare(4, shares[3]?.text ?? ''))).toBe('already-counted');
  });
});

describe('counting', () => {
  test('twice gives the same record, and the second time is refused', async () => {
    const place = closedPlace();
    for (const { owner, text } of await sharesOf(prepared, place, [5, 2, 3]))
      must(place.counting.receiveShare(owner, text));
    must(place.board.command('count', BOTH));
    const record = readFileSync(place.counting.recordPath);
    const outcome = place.counting.outcome();
    expect(refusalOf(place.board.command('count', BOTH))).toBe('phase-refused');
    expect(refusalOf(place.board.command('count_slips', BOTH))).toBe('phase-refused');
    expect(place.counting.open()).toEqual({ ok: true, value: outcome });
    expect(readFileSync(place.counting.recordPath).equals(record)).toBe(true);
    expect(outcome?.counts).toEqual([[2, 1, 1, 1]]);
  });

  test('of a place where nobody came gives a record that both tools accept', async () => {
    const place = keep(openPlace(copyOf(prepared)));
    openPolls(place);
    closePolls(place);
    await countAndSeal(prepared, place);
    expect(place.counting.outcome()?.counts).toEqual([[0, 0, 0, 0]]);
    const record = readFileSync(place.counting.recordPath);
    expect(toolVerdict(record, place.place.election.uuid)).toBe('accepted');
    const report = await ourReport(record, beside(place));
    expect([report.verdict, failures(report)]).toEqual(['right', []]);
  });
});
