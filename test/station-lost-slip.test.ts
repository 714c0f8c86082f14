import { describe, expect, test } from 'vitest';
import { must, refusalOf } from './support/answers.ts';
import {
  agreeingHandCount,
  closePolls,
  QUIET_FIELDS,
  sharesOf,
  signMinutes,
  writeFields,
  writeHandCount,
} from './support/day-end.ts';
import { placesOfFile } from './support/open-places.ts';
import { CHAIR, checkIn, MEMBER, openPlace, openPolls, openVotingHand } from './support/polling-place.ts';
import { prepareHome } from './support/prepared-home.ts';
import { changedTables, newFolder, tablesOf } from './support/station-disk.ts';

const { keep } = placesOfFile();

describe('a cast whose slip two people looked for in vain', () => {
  test('is counted, published as a difference on paper, and holds neither the record nor its sealing', async () => {
    const home = await prepareHome({ root: newFolder(), voters: 4, cards: 6 });
    const place = keep(openPlace(home));
    openPolls(place);
    for (const voter of [1, 2]) checkIn(place, voter);
    const hand = openVotingHand(home);
    const [whole, lost] = [hand.vote(0), hand.vote(1)];
    for (const [index, { text, hash }] of [whole, lost].entries()) {
      must(place.casting.seal(1, text));
      must(place.casting.confirm(1, hash));
      const slip = index === 0 ? 'sah-in-box' : 'no-slip';
      const answeredBy = index === 0 ? [] : [CHAIR, MEMBER];
      must(place.finishCase({ booth: 1, hash, slip, slipsPrinted: 1, answeredBy }));
    }
    expect(place.board.state()).toMatchObject({ castsWithoutSlip: 1, slipCountDisagreements: 0 });
    closePolls(place);
    for (const { owner, text } of await sharesOf(home, place, [1, 3, 5])) {
      must(place.counting.receiveShare(owner, text));
    }
    must(place.board.command('count', [CHAIR, MEMBER]));
    must(writeFields(place, QUIET_FIELDS));
    const agreeing = agreeingHandCount(place);
    const contests = (agreeing.slipBox?.contests ?? []).map(({ contest, options }) => ({
      contest,
      options: options.map(({ key, votes }, option) => ({ key, votes: option === 1 ? votes - 1 : votes })),
    }));
    must(writeHandCount(place, { ...agreeing, slipBox: { inBox: 1, contests } }));
    const { holdReasons, slipDifferences } = place.board.arithmetic();
    expect(holdReasons).toEqual([]);
    expect(slipDifferences.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['slips-printed-are-casts-and-spoiled', 'slips-in-box-are-casts']),
    );
    expect(place.board.minutes()).toMatchObject({
      held: false,
      slipVerdict: { action: 'publish', slips: 1 },
    });
    must(signMinutes(place));
    must(await place.board.seal([CHAIR, MEMBER]));
    expect(place.counting.outcome()?.counts).toEqual([[1, 1, 0, 0]]);
  });

  test('is no cast that one booth alone says so of: without two people it is refused, and nothing is recorded', async () => {
    const home = await prepareHome({ root: newFolder(), voters: 4, cards: 6 });
    const place = keep(openPlace(home));
    openPolls(place);
    for (const voter of [1, 2]) checkIn(place, voter);
    const hand = openVotingHand(home);
    const [cast, spoiled] = [hand.vote(0), hand.vote(1)];
    const finish = (hash: string, answeredBy: readonly string[]) =>
      place.finishCase({ booth: 1, hash, slip: 'no-slip', slipsPrinted: 0, answeredBy });
    must(place.casting.seal(1, cast.text));
    must(place.casting.confirm(1, cast.hash));
    const before = tablesOf(home);
    for (const answeredBy of [[], [CHAIR], [CHAIR, CHAIR], [CHAIR, 'saksi-1'], [CHAIR, 'nobody']]) {
      expect(finish(cast.hash, answeredBy).ok, answeredBy.join()).toBe(false);
    }
    expect(refusalOf(finish(cast.hash, []))).toBe('phase-refused');
    expect(changedTables(before, tablesOf(home))).toEqual([]);
    expect(place.boothCase(1)).toMatchObject({ state: 'cast', hash: cast.hash });
    must(finish(cast.hash, [CHAIR, MEMBER]));
    // the reply was lost: the same again, in either form, is heard and written once
    for (const answeredBy of [[], [CHAIR, MEMBER]]) must(finish(cast.hash, answeredBy));
    expect(place.board.state().castsWithoutSlip).toBe(1);
    // a printer that knows that no paper moved is believed of a vote that does not count
    must(place.casting.seal(1, spoiled.text));
    must(place.casting.spoil(1, spoiled.hash));
    must(finish(spoiled.hash, []));
  });
});
