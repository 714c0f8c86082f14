import { verifyRecordFile } from '@bilik/ballot/native';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SlipOutcome } from '../apps/station/src/cast/casting.ts';
import { decideSeal, type SealDecision } from '../apps/station/src/cast/seal-decision.ts';
import type { PreparedPlace } from '../apps/station/src/place/prepared-place.ts';
import { must, refusalOf } from './support/answers.ts';
import {
  type Act,
  anyDay,
  type BallotAtHand,
  type CastingSubject,
  liveDay,
  type Reached,
  settleDay,
} from './support/any-day.ts';
import { openCastingRooms, shortBallots } from './support/casting-rooms.ts';
import { writeHandCount } from './support/day-end.ts';
import { CHAIR, EARLY, MEMBER, openPlace, openPolls, openVotingHand } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder, removeFolders, storedBallots, tablesOf } from './support/station-disk.ts';

const BOOTHS = 3;
const VOTERS = 6;
const CARDS = 8;

let prepared: PreparedHome;
let place: PreparedPlace;
/** Two encrypted ballots for every card. */
const ballots: (BallotAtHand & { readonly option: number })[] = [];

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: VOTERS, cards: CARDS, booths: BOOTHS });
  const opened = openPlace(copyOf(prepared));
  place = opened.place;
  opened.close();
  const hand = openVotingHand(prepared);
  for (let card = 0; card < CARDS; card += 1) {
    const first = { ...hand.vote(card % 4), option: card % 4 };
    ballots.push(first, { ...hand.maker.make([3]), credential: first.credential, option: 3 });
  }
});

afterAll(removeFolders);

/** Days on rooms with short ballots. @returns the first rule that did not hold */
function brokenRule(decide: SealDecision, runs: number, reached: Reached): string | undefined {
  const cards = 9;
  const short = shortBallots(cards);
  const days = anyDay({ booths: BOOTHS, voters: VOTERS, ballots: short.length, longest: 70 });
  const { failed, errorInstance } = fc.check(
    fc.property(days, (acts) => {
      const subject = openCastingRooms({ folder: newFolder(), place, cards, booths: BOOTHS, decide });
      try {
        liveDay(subject, acts, short, reached);
        settleDay(subject);
      } finally {
        subject.close();
      }
    }),
    { numRuns: runs, seed: 1607, endOnFailure: true },
  );
  return failed ? String(errorInstance) : undefined;
}

/** A whole polling place as subject, and what its booths would say of their paper. */
function openWholePlace(home: PreparedHome): CastingSubject & {
  readonly whole: () => ReturnType<typeof openPlace>;
} {
  let whole = openPlace(home);
  openPolls(whole);
  const slips = new Map<string, number>();
  return {
    booths: BOOTHS,
    whole: () => whole,
    casting: () => whole.casting,
    desk: () => whole.desk,
    abandonments: () => whole.abandonments,
    boothCase: (booth) => whole.boothCase(booth),
    poll: () => {
      const { phase, released, casts, openCases, abandoned } = whole.board.state().poll;
      return { phase, released, casts, openCases, abandoned };
    },
    castsCounted: () => whole.board.state().cards.used,
    finish(booth, hash, slip: SlipOutcome) {
      const isOpen = whole.boothCase(booth)?.hash === hash;
      const printed = slips.get(String(booth)) ?? 0;
      const slipsPrinted = slip === 'no-slip' || !isOpen ? printed : printed + 1;
      const answeredBy = slip === 'no-slip' ? [CHAIR, MEMBER] : [];
      const answer = whole.finishCase({ booth, hash, slip, slipsPrinted, answeredBy });
      if (answer.ok) slips.set(String(booth), slipsPrinted);
      return answer.ok ? answer : { ok: false, error: { type: 'not-this-booths-case' } };
    },
    setPaused: (isPaused) =>
      refusalOf(whole.board.command(isPaused ? 'pause' : 'resume', isPaused ? [MEMBER] : [CHAIR, MEMBER])),
    restart() {
      whole.close();
      whole = openPlace(home);
    },
    close: () => whole.close(),
  };
}

describe('any sequence of acts of three booths, two desks and the chair', () => {
  test('keeps releases, casts and cards in order, whatever is repeated, crossed or cut', () => {
    const reached: Reached = new Map();
    expect(brokenRule(decideSeal, 80, reached)).toBeUndefined();
    const floors: Readonly<Record<string, number>> = {
      'check-in: accepted': 100,
      'check-in: already-checked-in': 50,
      'check-in: polls-not-open': 20,
      'abandon: accepted': 10,
      'abandon: exceeds-open-releases': 10,
      'seal: accepted': 100,
      'seal: card-in-use': 1,
      'seal: card-used': 20,
      'seal: card-void': 15,
      'seal: no-release': 20,
      'seal: booth-has-open-case': 50,
      'seal: polls-not-open': 20,
      'seal: not-this-booths-case': 1,
      'prove: accepted': 5,
      'prove: ballot-already': 1,
      'confirm: accepted': 40,
      'confirm: ballot-already': 5,
      'confirm: not-this-booths-case': 1,
      'spoil: accepted': 40,
      'spoil: ballot-already': 10,
      'finish: accepted': 60,
      'finish: ballot-already': 50,
      'finish: not-this-booths-case': 1,
      'restart: accepted': 30,
    };
    const short = Object.entries(floors).filter(([outcome, floor]) => (reached.get(outcome) ?? 0) < floor);
    expect(short.map(([outcome]) => `${outcome} (${reached.get(outcome) ?? 0})`)).toEqual([]);
  });

  test.each<[string, SealDecision, RegExp]>([
    [
      'that forgets the releases',
      (situation) => decideSeal({ ...situation, releaseFree: true }),
      /casts \+ open \+ abandoned ≤ releases/,
    ],
    [
      'that forgets what became of a card',
      (situation) => decideSeal({ ...situation, cardState: undefined }),
      /a card is cast at most once/,
    ],
    [
      'that forgets what the booth is in the middle of',
      (situation) => decideSeal({ ...situation, boothIdle: true }),
      /a booth is in the middle of one ballot/,
    ],
  ])('planted fault: a decision %s is caught', (_, decide, rule) => {
    expect(brokenRule(decide, 60, new Map())).toMatch(rule);
  });

  test('ends, when all is settled, in a record that verifies and in sums that hold', async () => {
    const days: Act[][] = fc.sample(
      anyDay({ booths: BOOTHS, voters: VOTERS, ballots: ballots.length, longest: 60 }),
      { numRuns: 6, seed: 1607 },
    );
    const reached: Reached = new Map();
    let casts = 0;
    let voided = 0;
    for (const acts of days) {
      const home = copyOf(prepared);
      const subject = openWholePlace(home);
      try {
        // a slip that is gone is a difference on paper, which is published; this test is about sums that all hold
        const onPaper = acts.filter((act) => act.act !== 'finish' || act.slip !== 'no-slip');
        const acknowledged = liveDay(subject, onPaper, ballots, reached);
        settleDay(subject);
        const { counting, board } = subject.whole();
        must(board.command('close', [CHAIR, MEMBER], EARLY));
        const stored = storedBallots(tablesOf(home));
        const cast = stored.filter(({ state }) => state === 'cast');
        expect(new Set(cast.map(({ hash }) => hash))).toEqual(acknowledged);
        expect(new Set(cast.map(({ credential }) => credential)).size).toBe(cast.length);
        const voidList: { credentials: { credential: string }[] } = JSON.parse(counting.voidList() ?? '');
        const { report, sealed } = await verifyRecordFile(counting.sealedPath, {
          expect: 'sealed',
          maxWorkers: 0,
          voidCredentials: voidList.credentials.map(({ credential }) => credential),
        });
        expect(report).toMatchObject({ verdict: 'right', ballotCount: cast.length });
        if (sealed === undefined) throw new Error('a right record is not sealed');
        for (const owner of [1, 2, 3]) {
          must(counting.receiveShare(owner, prepared.share(owner, sealed.sum.ciphertexts)));
        }
        must(board.command('count', [CHAIR, MEMBER]));
        const votes = [0, 1, 2, 3].map(
          (option) =>
            ballots.filter((ballot) => acknowledged.has(ballot.hash) && ballot.option === option).length,
        );
        expect(counting.outcome()?.counts).toEqual([votes]);
        const { tokens } = board.figures();
        const [contest] = place.definition.contests;
        if (contest === undefined) throw new Error('no contest');
        must(
          writeHandCount(subject.whole(), {
            cardsLeft: CARDS - tokens.used - tokens.voided,
            cardsReturned: 0,
            slipBox: {
              inBox: cast.length,
              contests: board.figures().contests.map(({ contest: id, options }) => ({
                contest: id,
                options: options.map(({ key, votes: count }) => ({ key, votes: count })),
              })),
            },
            countedBy: [CHAIR, MEMBER],
            reason: null,
          }),
        );
        const sums = board.arithmetic();
        expect([...sums.holdReasons, ...sums.slipDifferences, ...sums.notYetKnown]).toEqual([]);
        casts += cast.length;
        voided += stored.length - cast.length;
      } finally {
        subject.close();
      }
    }
    expect(casts).toBeGreaterThanOrEqual(6);
    expect(voided).toBeGreaterThanOrEqual(6);
    expect(reached.get('restart: accepted') ?? 0).toBeGreaterThanOrEqual(3);
  });
});
