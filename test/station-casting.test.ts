import { describe, expect, test } from 'vitest';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must, refusalOf } from './support/answers.ts';
import { placesOfFile } from './support/open-places.ts';
import {
  abandon,
  CHAIR,
  castWhole,
  checkIn,
  EARLY,
  MEMBER,
  openPlace,
  openPolls,
  openVotingHand,
  type VotingHand,
} from './support/polling-place.ts';
import { group, type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { changedTables, copyOf, newFolder, storedBallots, tablesOf } from './support/station-disk.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 12, cards: 16, booths: 3 });

const { keep, shut } = placesOfFile();

/** A polling place that has opened, with the first voters checked in. */
function openDay(checkIns: number): { home: PreparedHome; place: PollingPlace; hand: VotingHand } {
  const home = copyOf(prepared);
  const place = keep(openPlace(home));
  openPolls(place);
  for (let voter = 1; voter <= checkIns; voter += 1) checkIn(place, voter);
  return { home, place, hand: openVotingHand(prepared) };
}

describe('what the station says of a card', () => {
  test('each standing, in the order of a day', () => {
    const home = copyOf(prepared);
    const place = keep(openPlace(home));
    const hand = openVotingHand(prepared);
    const [used, spoiled, proved, held, unused] = [0, 1, 2, 3, 0].map((option) => hand.vote(option));
    if (!used || !spoiled || !proved || !held || !unused) throw new Error('no cards');
    const standing = (ballot: { credential: string }) => place.casting.tokenStanding(ballot.credential);
    const foreign = { credential: String(group.generator.power(12345n)) };

    expect([standing(used), standing(foreign)]).toEqual(['polls-not-open', 'foreign']);
    openPolls(place);
    expect(standing(used)).toBe('no-release');
    checkIn(place, 1);
    expect(standing(used)).toBe('ready');
    castWhole(place, used, 1);
    expect([standing(used), standing(spoiled)]).toEqual(['used', 'no-release']);

    checkIn(place, 2);
    must(place.casting.seal(2, spoiled.text));
    expect(standing(spoiled)).toBe('in-use');
    must(place.casting.spoil(2, spoiled.hash));
    expect(standing(spoiled)).toBe('void');
    must(place.casting.prove(1, proved.text, proved.opening));
    expect([standing(proved), standing(held)]).toEqual(['void', 'ready']);

    must(place.casting.seal(3, held.text));
    must(place.board.command('pause', [MEMBER]));
    // what is wrong with a card is said before what is wrong with the moment
    expect([used, spoiled, proved, held, unused, foreign].map(standing)).toEqual([
      'used',
      'void',
      'void',
      'in-use',
      'polls-not-open',
      'foreign',
    ]);
  });
});

describe('commands that come again', () => {
  test('any number of times and in the order of lost replies, change nothing and say where the ballot stands', () => {
    const { home, place, hand } = openDay(3);
    const { casting } = place;
    const ballot = hand.vote(1);
    const next = hand.vote(2);
    /** Each command, given again, must answer so and leave every byte of the store as it is. */
    const repeats = (
      commands: Readonly<Record<string, () => unknown>>,
      expected: Readonly<Record<string, unknown>>,
    ) => {
      const before = tablesOf(home);
      for (let time = 0; time < 3; time += 1) {
        for (const [name, command] of Object.entries(commands)) {
          expect(command(), `${name}, again`).toEqual(expected[name]);
        }
      }
      expect(changedTables(before, tablesOf(home))).toEqual([]);
    };
    const standing = (state: string) => ({ ok: true, value: { hash: ballot.hash, state } });
    const already = (state: string) => ({ ok: false, error: { type: 'ballot-already', state } });
    const commands = {
      seal: () => casting.seal(1, ballot.text),
      confirm: () => casting.confirm(1, ballot.hash),
      spoil: () => casting.spoil(1, ballot.hash),
      prove: () => casting.prove(1, ballot.text, ballot.opening),
      finish: () => casting.finish(1, ballot.hash, 'sah-in-box'),
    };
    const { seal, confirm, finish } = commands;

    must(seal());
    repeats(
      { seal, finish, prove: commands.prove },
      { seal: standing('sealing'), finish: already('sealing'), prove: already('sealing') },
    );
    must(confirm());
    const cast = {
      seal: standing('cast'),
      confirm: standing('cast'),
      spoil: already('cast'),
      prove: already('cast'),
    };
    const { finish: _notYet, ...beforeFinish } = commands;
    repeats(beforeFinish, cast);
    must(finish());
    // what is over is no more this booth's to ask about, but for the word about its slip
    const notOurs = { ok: false, error: { type: 'not-this-booths-case' } };
    const over = { ...cast, confirm: notOurs, spoil: notOurs };
    repeats(commands, { ...over, finish: { ok: true, value: { state: 'idle' } } });
    // the same lost replies while the next voter's case is open at that booth
    must(casting.seal(1, next.text));
    repeats(commands, { ...over, finish: notOurs });
    expect(place.boothCase(1)).toEqual({ booth: 1, state: 'sealing', hash: next.hash });
    expect(place.board.state().poll).toMatchObject({ casts: 1, openCases: 1 });
  });

  test('after BATAL and after proving, they keep saying that the card is void', () => {
    const { place, hand } = openDay(3);
    const { casting } = place;
    const [spoiled, proved] = [hand.vote(0), hand.vote(0)];
    must(casting.seal(1, spoiled.text));
    must(casting.spoil(1, spoiled.hash));
    must(casting.finish(1, spoiled.hash, 'batal-in-envelope'));
    must(casting.prove(1, proved.text, proved.opening));
    for (let time = 0; time < 3; time += 1) {
      expect(casting.seal(1, spoiled.text)).toEqual({
        ok: true,
        value: { hash: spoiled.hash, state: 'spoiled' },
      });
      expect(casting.finish(1, spoiled.hash, 'batal-in-envelope')).toMatchObject({ ok: true });
      expect(casting.prove(1, spoiled.text, spoiled.opening)).toMatchObject({
        error: { type: 'ballot-already', state: 'spoiled' },
      });
      expect(casting.prove(1, proved.text, proved.opening)).toEqual({
        ok: true,
        value: { hash: proved.hash, state: 'proved' },
      });
      expect(casting.seal(1, proved.text)).toEqual({
        ok: true,
        value: { hash: proved.hash, state: 'proved' },
      });
      for (const answer of [
        casting.confirm(1, spoiled.hash),
        casting.spoil(1, spoiled.hash),
        casting.confirm(1, proved.hash),
        casting.finish(1, proved.hash, 'sah-in-box'),
      ]) {
        expect(refusalOf(answer)).toBe('not-this-booths-case');
      }
    }
    expect(place.board.state()).toMatchObject({
      poll: { casts: 0, openCases: 0 },
      cards: { used: 0, voided: 2 },
    });
  });

  test('on a ballot that the station never saw are refused', () => {
    const { place } = openDay(1);
    const unknown = 'ab'.repeat(32);
    for (const answer of [
      place.casting.confirm(1, unknown),
      place.casting.spoil(1, unknown),
      place.casting.finish(1, unknown, 'sah-in-box'),
    ]) {
      expect(refusalOf(answer)).toBe('not-this-booths-case');
    }
  });

  test('with another word about the slip than the first are refused by name, before and after a restart', () => {
    const { home, place, hand } = openDay(3);
    const outcomes = ['sah-in-box', 'batal-in-envelope', 'no-slip'] as const;
    const [cast, lost, spoiled] = [hand.vote(0), hand.vote(1), hand.vote(2)];
    for (const [booth, ballot] of [cast, lost].entries()) {
      must(place.casting.seal(booth + 1, ballot.text));
      must(place.casting.confirm(booth + 1, ballot.hash));
    }
    must(place.casting.seal(3, spoiled.text));
    must(place.casting.spoil(3, spoiled.hash));
    const ends = [
      [1, cast, 'sah-in-box'],
      [2, lost, 'no-slip'],
      [3, spoiled, 'batal-in-envelope'],
    ] as const;
    for (const [booth, { hash }, slip] of ends) must(place.casting.finish(booth, hash, slip));
    const told = (at: PollingPlace) => {
      const before = tablesOf(home);
      for (const [booth, { hash }, first] of ends) {
        for (const slip of outcomes) {
          expect(at.casting.finish(booth, hash, slip), `${first}, then ${slip}`).toEqual(
            slip === first
              ? { ok: true, value: { state: 'idle' } }
              : { ok: false, error: { type: 'slip-already-told', slip: first } },
          );
        }
      }
      expect(changedTables(before, tablesOf(home))).toEqual([]);
      return at.board.state();
    };
    expect(told(place)).toMatchObject({ poll: { casts: 2 }, castsWithoutSlip: 1 });
    // what stays on the medium is the word, at the same length, and no ballot
    const rows = (tablesOf(home)['booth_case'] ?? []).map((row) => String(JSON.parse(row)[1]));
    expect(rows).toEqual([1, 3, 2].map((slip) => `${'00'.repeat(33)}0${slip}${'00'.repeat(6)}`));
    shut(place);
    const again = keep(openPlace(home));
    told(again);
    // it answers by the slip alone: a ballot that it never saw gets the same words as one that was cast here
    expect(again.casting.finish(1, 'ab'.repeat(32), 'sah-in-box')).toEqual(
      again.casting.finish(1, lost.hash, 'sah-in-box'),
    );
  });
});

describe('one card', () => {
  test('at two booths: the second is refused, whatever became of the first', () => {
    const { home, place, hand } = openDay(3);
    const { casting } = place;
    const first = hand.vote(0);
    const second = hand.maker.make([1]); // the same card, another ballot
    const twice = () => {
      const before = tablesOf(home);
      const answers = [casting.seal(2, second.text), casting.prove(2, second.text, '')].map(refusalOf);
      expect(changedTables(before, tablesOf(home))).toEqual([]);
      return answers;
    };
    must(casting.seal(1, first.text));
    expect(twice()).toEqual(['card-in-use', 'card-in-use']);
    must(casting.confirm(1, first.hash));
    expect(twice()).toEqual(['card-used', 'card-used']);
    must(casting.finish(1, first.hash, 'sah-in-box'));
    expect(twice()).toEqual(['card-used', 'card-used']);

    const third = hand.vote(0);
    const fourth = hand.maker.make([1]);
    must(casting.prove(1, third.text, third.opening));
    expect([casting.seal(2, fourth.text), casting.prove(1, fourth.text, '')].map(refusalOf)).toEqual([
      'card-void',
      'card-void',
    ]);
    const fifth = hand.vote(0);
    const sixth = hand.maker.make([1]);
    must(casting.seal(1, fifth.text));
    must(casting.spoil(1, fifth.hash));
    expect([casting.seal(2, sixth.text), casting.prove(2, sixth.text, '')].map(refusalOf)).toEqual([
      'card-void',
      'card-void',
    ]);
    expect(new Set(storedBallots(tablesOf(home)).map(({ state }) => state))).toEqual(
      new Set(['cast', 'proved', 'spoiled']),
    );
  });

  test('its very ballot, shown at another booth, is not that booth’s to settle', () => {
    const { home, place, hand } = openDay(2);
    const { casting } = place;
    const ballot = hand.vote(0);
    must(casting.seal(1, ballot.text));
    const refusedAtTwo = () => {
      const before = tablesOf(home);
      const answers = [
        casting.seal(2, ballot.text),
        casting.confirm(2, ballot.hash),
        casting.spoil(2, ballot.hash),
        casting.prove(2, ballot.text, ballot.opening),
        casting.finish(2, ballot.hash, 'sah-in-box'),
        casting.finish(2, ballot.hash, 'no-slip'),
      ].map(refusalOf);
      expect(new Set(answers)).toEqual(new Set(['not-this-booths-case']));
      expect(changedTables(before, tablesOf(home))).toEqual([]);
    };
    refusedAtTwo();
    must(casting.confirm(1, ballot.hash));
    refusedAtTwo();
    expect(place.boothCase(1)).toMatchObject({ state: 'cast', hash: ballot.hash });
    expect(place.boothCase(2)).toMatchObject({ state: 'idle' });
  });

  test('spoiled or proved is void over a restart and stands in the void list, signed, with its reason and what opens it', () => {
    const { home, place, hand } = openDay(2);
    const [spoiled, proved, lied, cast] = [hand.vote(0), hand.vote(1), hand.vote(1), hand.vote(2)];
    must(place.casting.seal(1, spoiled.text));
    must(place.casting.spoil(1, spoiled.hash));
    must(place.casting.finish(1, spoiled.hash, 'batal-in-envelope'));
    must(place.casting.prove(1, proved.text, proved.opening));
    // a booth that gives the opening of another ballot: the card is void all the same
    must(place.casting.prove(1, lied.text, proved.opening));
    castWhole(place, cast);
    shut(place);
    const again = keep(openPlace(home));
    expect([spoiled, proved, cast].map(({ credential }) => again.casting.tokenStanding(credential))).toEqual([
      'void',
      'void',
      'used',
    ]);
    expect(refusalOf(again.casting.confirm(1, spoiled.hash))).toBe('not-this-booths-case');
    must(abandon(again, 1));
    must(again.board.command('close', [CHAIR, MEMBER], EARLY));
    const list = JSON.parse(again.counting.voidList() ?? '{}');
    expect(list.credentials).toEqual(
      [
        { credential: spoiled.credential, ballot: spoiled.hash, reason: 'spoiled' },
        {
          credential: proved.credential,
          ballot: proved.hash,
          reason: 'proved',
          opening: proved.opening,
        },
        { credential: lied.credential, ballot: lied.hash, reason: 'proved', opening: null },
      ].sort((a, b) => (BigInt(a.credential) < BigInt(b.credential) ? -1 : 1)),
    );
  });
});

describe('one release', () => {
  test('is not shared by two booths, and comes free again by BATAL only', () => {
    const { place, hand } = openDay(1);
    const { casting } = place;
    const [one, two, three] = [hand.vote(0), hand.vote(0), hand.vote(0)];
    must(casting.seal(1, one.text));
    expect(refusalOf(casting.seal(2, two.text))).toBe('no-release');
    expect(casting.tokenStanding(two.credential)).toBe('no-release');
    expect(refusalOf(abandon(place, 1))).toBe('exceeds-open-releases');
    must(casting.spoil(1, one.hash));
    // the new card goes on the same release, while BATAL is still being printed at the first booth
    must(casting.seal(2, two.text));
    expect(refusalOf(casting.seal(3, three.text))).toBe('no-release');
    must(casting.confirm(2, two.hash));
    expect(refusalOf(casting.seal(3, three.text))).toBe('no-release');
    expect(place.board.state().poll).toMatchObject({ released: 1, casts: 1, openCases: 0 });
  });

  test('that the chair closed is gone, and one that is in use cannot be closed', () => {
    const { place, hand } = openDay(2);
    const ballot = hand.vote(0);
    must(place.casting.seal(1, ballot.text));
    must(abandon(place, 1));
    expect(refusalOf(abandon(place, 1))).toBe('exceeds-open-releases');
    expect(refusalOf(place.casting.seal(2, hand.vote(0).text))).toBe('no-release');
    must(place.casting.confirm(1, ballot.hash));
    expect(place.board.state().poll).toMatchObject({ released: 2, casts: 1, abandoned: 1, openCases: 0 });
  });

  test('is not used up by proving', () => {
    const { place, hand } = openDay(1);
    const opened = hand.vote(0);
    must(place.casting.prove(1, opened.text, opened.opening));
    castWhole(place, hand.vote(1));
    expect(place.board.state()).toMatchObject({ poll: { casts: 1 }, cards: { used: 1, voided: 1 } });
  });
});

describe('one booth', () => {
  test('takes no second ballot, to cast or to prove, before the paper of the first is settled', () => {
    const { place, hand } = openDay(3);
    const { casting } = place;
    const [one, two] = [hand.vote(0), hand.vote(0)];
    const refused = () => [casting.seal(1, two.text), casting.prove(1, two.text, two.opening)].map(refusalOf);
    must(casting.seal(1, one.text));
    expect(refused()).toEqual(['booth-has-open-case', 'booth-has-open-case']);
    must(casting.confirm(1, one.hash));
    expect(refused()).toEqual(['booth-has-open-case', 'booth-has-open-case']);
    must(casting.finish(1, one.hash, 'sah-in-box'));
    must(casting.seal(1, two.text));
  });

  test('that does not exist has no case and takes no ballot', () => {
    const { place, hand } = openDay(1);
    expect(refusalOf(place.casting.seal(4, hand.vote(0).text))).toBe('booth-has-open-case');
  });

  test('cannot say of a slip what contradicts its ballot', () => {
    const { place, hand } = openDay(2);
    const { casting } = place;
    const [cast, spoiled] = [hand.vote(0), hand.vote(0)];
    must(casting.seal(1, cast.text));
    must(casting.confirm(1, cast.hash));
    expect(refusalOf(casting.finish(1, cast.hash, 'batal-in-envelope'))).toBe('ballot-already');
    must(casting.finish(1, cast.hash, 'sah-in-box'));
    must(casting.seal(1, spoiled.text));
    must(casting.spoil(1, spoiled.hash));
    expect(refusalOf(casting.finish(1, spoiled.hash, 'sah-in-box'))).toBe('ballot-already');
    must(casting.finish(1, spoiled.hash, 'no-slip'));
    expect(place.board.figures().slips.spoiled).toBe(0);
  });
});

describe('polls that are paused', () => {
  test('take no new ballot, but an open case is brought to its end', () => {
    const { place, hand } = openDay(3);
    const { casting, board } = place;
    const [confirmed, rejected, fresh] = [hand.vote(0), hand.vote(1), hand.vote(2)];
    must(casting.seal(1, confirmed.text));
    must(casting.seal(2, rejected.text));
    must(board.command('pause', [MEMBER]));
    expect(refusalOf(casting.seal(3, fresh.text))).toBe('polls-not-open');
    expect(refusalOf(casting.prove(3, fresh.text, fresh.opening))).toBe('polls-not-open');
    must(casting.confirm(1, confirmed.hash));
    must(casting.finish(1, confirmed.hash, 'sah-in-box'));
    must(casting.spoil(2, rejected.hash));
    must(casting.finish(2, rejected.hash, 'batal-in-envelope'));
    must(board.command('resume', [CHAIR, MEMBER]));
    must(casting.seal(3, fresh.text));
  });
});
