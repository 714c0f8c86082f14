import { createHash } from 'node:crypto';
import { civilTime, type Phase, type PollState } from '@bilik/election';
import { openBallotSlots, prepareBallotSlots } from '../../apps/station/src/cast/ballot-slots.ts';
import { openBoothCases, prepareBoothCases } from '../../apps/station/src/cast/booth-cases.ts';
import { CAST_COUNTERS, openCasting } from '../../apps/station/src/cast/casting.ts';
import type { SealDecision } from '../../apps/station/src/cast/seal-decision.ts';
import { openAbandonments } from '../../apps/station/src/checkin/abandonments.ts';
import { openDesk } from '../../apps/station/src/checkin/desk.ts';
import { openPollBook, preparePollBook } from '../../apps/station/src/checkin/poll-book-store.ts';
import { openVoterSearch } from '../../apps/station/src/checkin/voter-search.ts';
import type { PreparedPlace } from '../../apps/station/src/place/prepared-place.ts';
import { type Counters, openCounters, prepareCounters } from '../../apps/station/src/store/counters.ts';
import { makeDurably } from '../../apps/station/src/store/durable.ts';
import { openPapers } from '../../apps/station/src/store/papers.ts';
import { must } from './answers.ts';
import type { BallotAtHand, CastingSubject } from './any-day.ts';
import { random } from './prepared-home.ts';
import { openTestStore } from './test-store.ts';

/** A ballot's place among `cards` cards of two ballots each. */
export function shortBallots(cards: number): BallotAtHand[] {
  return Array.from({ length: cards * 2 }, (_, index) => {
    const credential = String(1000 + Math.floor(index / 2));
    const text = `${credential}/${index % 2}`;
    return { text, credential, hash: createHash('sha256').update(text).digest('hex') };
  });
}

/**
 * Desk and casting on a real store, with ballots of a few letters in place of encrypted ones and a decision of one's own: quick
 * enough for thousands of days, and the place where a wrong decision can be planted.
 */
export function openCastingRooms(input: {
  readonly folder: string;
  readonly place: PreparedPlace;
  readonly cards: number;
  readonly booths: number;
  readonly decide: SealDecision;
}): CastingSubject {
  const { place, cards, booths, folder } = input;
  const listed = new Set(shortBallots(cards).map(({ credential }) => credential));
  let phase: Phase = 'open';

  const openRooms = () => {
    const store = must(
      openTestStore(folder, {
        prepare(database) {
          prepareBallotSlots(database, cards, 800);
          prepareBoothCases(database, booths);
          preparePollBook(
            database,
            place.voters.map(({ number }) => number),
          );
          prepareCounters(database, [...CAST_COUNTERS, 'abandoned']);
        },
      }),
    );
    const slots = openBallotSlots(store, random);
    const cases = openBoothCases(store);
    const pollBook = openPollBook(store);
    const counters: Counters<string> = openCounters(store.database);
    const durably = makeDurably(store);
    const poll = (): PollState => ({
      phase,
      released: pollBook.count(),
      casts: slots.count('cast'),
      openCases: slots.count('sealing'),
      abandoned: counters.get('abandoned'),
    });
    const casting = openCasting({
      durably,
      slots,
      cases,
      counters,
      decide: input.decide,
      poll,
      isListed: (credential) => listed.has(credential),
      opens: () => false,
      checkBallot(text) {
        const [credential = ''] = text.split('/');
        const hash = createHash('sha256').update(text).digest('hex');
        return { ok: true, value: { hash, credential, text } };
      },
    });
    const desk = openDesk({
      place,
      durably,
      pollBook,
      search: openVoterSearch(place.voters, place.secrets.nikKey),
      poll,
      cards: { at: () => ({ reader: 'none', card: null }), forget: () => undefined },
      counters,
      onRelease: () => undefined,
      mobileTrips: () => [],
      late: { lateQueue: () => null, countServed: () => undefined },
      hour: () => 9,
    });
    const abandonments = openAbandonments({
      definition: place.definition,
      durably,
      papers: openPapers(store.database),
      counters,
      poll,
      clock: () => ({ time: civilTime('09:00') }),
    });
    return { store, slots, cases, counters, casting, desk, abandonments, poll };
  };

  let rooms = openRooms();
  return {
    booths,
    casting: () => rooms.casting,
    desk: () => rooms.desk,
    abandonments: () => rooms.abandonments,
    boothCase: (booth) => rooms.cases.get(booth),
    poll: () => rooms.poll(),
    castsCounted: () => rooms.counters.get('casts'),
    finish: (booth, hash, slip) => rooms.casting.finish(booth, hash, slip),
    setPaused(isPaused) {
      phase = isPaused ? 'paused' : 'open';
      return 'accepted';
    },
    restart() {
      rooms.store.close();
      rooms = openRooms();
    },
    close: () => rooms.store.close(),
  };
}
