import { existsSync, readFileSync } from 'node:fs';
import { checkSignedResult, fileHash, parseSignedResult } from '@bilik/transfer';
import { describe, expect, test } from 'vitest';
import { PHASE_COMMANDS } from '../apps/station/src/phase/act-log.ts';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must, refusalOf } from './support/answers.ts';
import {
  BOTH,
  beside,
  commandRefusals,
  prepareClosedDay,
  resultTextOf,
  unmetFor,
} from './support/closed-day.ts';
import {
  agreeingHandCount,
  countAndSeal,
  QUIET_FIELDS,
  sharesOf,
  signMinutes,
  writeFields,
  writeHandCount,
} from './support/day-end.ts';
import { placesOfFile } from './support/open-places.ts';
import { CHAIR, MEMBER, openPlace } from './support/polling-place.ts';
import { failures, ourReport, toolVerdict } from './support/record-check.ts';
import { copyOf, tablesOf } from './support/station-disk.ts';

const { prepared, closed: closedHome } = await prepareClosedDay();
const { keep } = placesOfFile();
const closedPlace = (): PollingPlace => keep(openPlace(copyOf(closedHome)));

describe('sealing', () => {
  test('waits for every field of the minutes and for the slip box, and names what is empty', async () => {
    const place = closedPlace();
    const { board } = place;
    for (const { owner, text } of await sharesOf(prepared, place, [1, 2, 3]))
      must(place.counting.receiveShare(owner, text));
    must(board.command('count', BOTH));
    const nothing = ['boardPresent', 'witnessesPresent', 'incidents', 'objections', 'helpedVoters'] as const;
    expect(board.state().missing).toEqual([...nothing, 'slipBox']);
    must(writeHandCount(place, { ...agreeingHandCount(place), slipBox: null }));
    expect(board.state().missing).toContain('slipBox');
    must(writeHandCount(place, { ...agreeingHandCount(place), reason: 'Kotak baru dibuka' }));
    for (const field of nothing) {
      must(writeFields(place, { ...QUIET_FIELDS, [field]: null }));
      expect(board.state().missing).toEqual([field]);
      expect([refusalOf(await board.seal(BOTH)), unmetFor(place, 'seal')]).toEqual([
        'phase-refused',
        ['minutes-filled', 'minutes-signed'],
      ]);
    }
    // present, but too few to sign
    must(writeFields(place, { ...QUIET_FIELDS, boardPresent: [CHAIR, 'anggota-1'] }));
    expect(board.state().missing).toEqual(['boardPresent']);
    must(writeFields(place, QUIET_FIELDS));
    must(signMinutes(place));
    expect(board.signedResult()).toBeUndefined();
    must(await board.seal(BOTH));
    expect(board.state().missing).toEqual([]);
  });

  test('ends in a record and a signed result that both tools and every figure agree with, the same bytes for ever', async () => {
    const home = copyOf(closedHome);
    const place = openPlace(home);
    await countAndSeal(prepared, place);
    const { election, definition } = place.place;
    const record = readFileSync(place.counting.recordPath);
    expect(toolVerdict(record, election.uuid)).toBe('accepted');
    const report = await ourReport(record, beside(place));
    expect([report.verdict, failures(report), report.counts]).toEqual(['right', [], [[2, 1, 1, 1]]]);
    expect(report.rules.filter(({ outcome }) => outcome === 'passed').map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([
        'ballots.void',
        'ballots.order',
        'origin.void',
        'origin.voided',
        'origin.result',
        'origin.file',
        'origin.figures',
      ]),
    );
    const result = must(parseSignedResult(resultTextOf(place)));
    expect(result).toMatchObject({
      kind: 'exercise',
      held: [],
      void_hash: fileHash(place.counting.voidList() ?? ''),
      record_hash: report.recordHash,
      record_file: { sha256: report.fileSha256, bytes: record.length },
      figures: {
        resultSource: 'trustees',
        users: 6,
        casts: 5,
        abandoned: 1,
        tokens: { pool: 12, issued: 7, used: 5, voided: 2, returned: 0 },
        slips: { printed: 6, spoiled: 1 },
      },
    });
    const origin = {
      uuid: election.uuid,
      fingerprint: election.fingerprint,
      signingKey: election.bilik?.signingKey ?? '',
      kind: 'exercise',
      pollingPlace: definition.pollingPlace.id,
      recordHash: report.recordHash ?? '',
    } as const;
    expect(checkSignedResult(result, origin).ok).toBe(true);
    const votes = result.figures.contests.map((contest) => ({ ...contest, valid: contest.valid + 1 }));
    expect(checkSignedResult({ ...result, figures: { ...result.figures, contests: votes } }, origin).ok).toBe(
      false,
    );
    // what was sealed stays
    const before = { tables: tablesOf(home), ...beside(place) };
    expect(refusalOf(writeFields(place, { ...QUIET_FIELDS, helpedVoters: 7 }))).toBe('not-after-sealing');
    expect(refusalOf(writeHandCount(place, agreeingHandCount(place)))).toBe('not-after-sealing');
    expect(await commandRefusals(place)).toEqual(PHASE_COMMANDS.map(() => 'phase-refused'));
    place.close();
    const again = keep(openPlace(home));
    expect({ tables: tablesOf(home), ...beside(again) }).toEqual(before);
    expect(readFileSync(again.counting.recordPath).equals(record)).toBe(true);
    // planted: a flipped byte of this very record is seen by both
    const flipped = Uint8Array.from(record, (byte, index) => (index === 9_000 ? byte ^ 1 : byte));
    expect(toolVerdict(flipped, election.uuid)).not.toBe('accepted');
    expect((await ourReport(flipped)).verdict).toBe('wrong');
  });

  test('of figures that do not add up goes on, held with its reasons in the signed result', async () => {
    const place = closedPlace();
    for (const { owner, text } of await sharesOf(prepared, place, [1, 2, 3]))
      must(place.counting.receiveShare(owner, text));
    must(place.board.command('count', BOTH));
    must(writeFields(place, QUIET_FIELDS));
    must(writeHandCount(place, { ...agreeingHandCount(place), cardsReturned: 1 }));
    must(signMinutes(place));
    must(await place.board.seal(BOTH));
    const result = must(parseSignedResult(resultTextOf(place)));
    expect(result.held).toEqual(['cards-issued-are-used-voided-returned']);
    expect(place.board.minutes().held).toBe(true);
    const report = await ourReport(readFileSync(place.counting.recordPath), beside(place));
    expect(report.verdict).toBe('right');
    // nobody takes the reasons out again
    const freed = resultTextOf(place).replace(/"held":\[[^\]]*\]/, '"held":[]');
    expect(failures(await ourReport(readFileSync(place.counting.recordPath), { resultText: freed }))).toEqual(
      ['origin.result: signed-file-signature-wrong'],
    );
  });

  test('a pocketed slip is published as a difference and holds nothing', async () => {
    const place = closedPlace();
    for (const { owner, text } of await sharesOf(prepared, place, [1, 2, 3]))
      must(place.counting.receiveShare(owner, text));
    must(place.board.command('count', BOTH));
    must(writeFields(place, QUIET_FIELDS));
    const count = agreeingHandCount(place);
    const { slipBox } = count;
    if (slipBox === null) throw new Error('no slip box');
    const contests = slipBox.contests.map((contest) => ({
      ...contest,
      options: contest.options.map((option, index) =>
        index === 0 ? { ...option, votes: option.votes - 1 } : option,
      ),
    }));
    must(writeHandCount(place, { ...count, slipBox: { inBox: slipBox.inBox - 1, contests } }));
    must(signMinutes(place));
    must(await place.board.seal(BOTH));
    expect(must(parseSignedResult(resultTextOf(place))).held).toEqual([]);
    expect(place.board.arithmetic().slipDifferences.map(({ id }) => id)).toEqual([
      'slips-in-box-and-spoiled-are-printed',
      'slips-in-box-are-casts',
      'slips-of-option-are-votes',
    ]);
  });
});

describe('a hand count in place of the trustees', () => {
  const slips = (place: PollingPlace, votes: readonly number[]) => ({
    cardsLeft: 5,
    cardsReturned: 0,
    slipBox: {
      inBox: votes.reduce((sum, count) => sum + count, 0),
      contests: place.board.figures().contests.map(({ contest, options }) => ({
        contest,
        options: options.map(({ key }, index) => ({ key, votes: votes[index] ?? 0 })),
      })),
    },
    countedBy: [CHAIR, MEMBER],
    reason: null,
  });

  test('needs the declaration, two people who counted, and that shares do not contradict it', async () => {
    const place = closedPlace();
    const { board } = place;
    const unmet = () => [refusalOf(board.command('count_slips', BOTH)), ...unmetFor(place, 'count_slips')];
    expect(unmet()).toEqual(['phase-refused', 'trustees-unable', 'slips-counted-by-two']);
    expect(
      refusalOf(writeHandCount(place, { ...slips(place, [2, 1, 1, 1]), countedBy: [CHAIR, CHAIR] })),
    ).toBe('same-person-twice');
    expect(
      refusalOf(writeHandCount(place, { ...slips(place, [2, 1, 1, 1]), countedBy: [CHAIR, 'orang-lewat'] })),
    ).toBe('person-unknown');
    must(writeHandCount(place, slips(place, [2, 1, 1, 1])));
    expect(unmet()).toEqual(['phase-refused', 'trustees-unable']);
    must(writeFields(place, { ...QUIET_FIELDS, trusteesUnable: true }));
    expect(unmetFor(place, 'count_slips')).toEqual([]);
    // three of five came after all: then the sum is opened, and no hand count stands in its place
    for (const { owner, text } of await sharesOf(prepared, place, [1, 2, 4]))
      must(place.counting.receiveShare(owner, text));
    expect(unmet()).toEqual(['phase-refused', 'trustees-unable']);
    must(board.command('count', BOTH));
  });

  test('with more slips than casts is held with its reason; more votes than slips are not even kept', async () => {
    const place = closedPlace();
    const { board, counting } = place;
    const typed = slips(place, [2, 12, 1, 0]);
    expect(refusalOf(writeHandCount(place, { ...typed, slipBox: { ...typed.slipBox, inBox: 5 } }))).toBe(
      'hand-count-does-not-add-up',
    );
    // two people whose box holds ten slips that nobody cast
    must(writeHandCount(place, typed));
    must(writeFields(place, { ...QUIET_FIELDS, trusteesUnable: true }));
    must(board.command('count_slips', BOTH));
    must(signMinutes(place));
    must(await board.seal(BOTH));
    expect(must(parseSignedResult(resultTextOf(place))).held).toContain(
      'slip-votes-within-casts:village-head',
    );
    const report = await ourReport(readFileSync(counting.sealedPath), {
      ...beside(place),
      expect: 'sealed',
    });
    expect([report.verdict, failures(report)]).toEqual(['right', []]);
  });

  test('is the result, labelled so in minutes and result, beside the sealed record that it names', async () => {
    const place = closedPlace();
    const { board, counting } = place;
    const shares = await sharesOf(prepared, place, [1, 2, 3]);
    for (const { owner, text } of shares.slice(0, 2)) must(counting.receiveShare(owner, text));
    must(writeHandCount(place, slips(place, [2, 2, 1, 0])));
    must(writeFields(place, { ...QUIET_FIELDS, trusteesUnable: true }));
    must(board.command('count_slips', BOTH));
    expect(refusalOf(counting.receiveShare(3, shares[2]?.text ?? ''))).toBe('already-counted');
    expect(refusalOf(board.command('count', BOTH))).toBe('phase-refused');
    const minutes = board.minutes();
    expect(minutes.resultSource).toBe('slip-count');
    expect(minutes.resultSourceText.id).toContain('hitungan tangan struk');
    must(signMinutes(place));
    must(await board.seal(BOTH));
    expect(existsSync(counting.recordPath)).toBe(false);
    expect(counting.outcome()).toBeUndefined();
    const result = must(parseSignedResult(resultTextOf(place)));
    expect(result.figures.resultSource).toBe('slip-count');
    expect(result.figures.contests[0]?.options.map(({ votes }) => votes)).toEqual([2, 2, 1, 0]);
    expect(result.held).toEqual([]);
    const sealed = readFileSync(counting.sealedPath);
    const report = await ourReport(sealed, { ...beside(place), expect: 'sealed' });
    expect([report.verdict, failures(report)]).toEqual(['right', []]);
  });
});
