import type { PollState } from '@bilik/election';
import fc from 'fast-check';
import type { Casting, SlipOutcome } from '../../apps/station/src/cast/casting.ts';
import type { Abandonments, AbandonRequest } from '../../apps/station/src/checkin/abandonments.ts';
import type { Desk } from '../../apps/station/src/checkin/desk.ts';
import { refusalOf } from './answers.ts';

export interface BallotAtHand {
  readonly text: string;
  readonly hash: string;
  readonly credential: string;
}

/** What a day is tried on: a whole polling place, or its rooms of desk and casting alone. */
export interface CastingSubject {
  readonly booths: number;
  readonly casting: () => Casting;
  readonly desk: () => Desk;
  readonly abandonments: () => Abandonments;
  readonly boothCase: (booth: number) => { readonly state: string; readonly hash: string } | undefined;
  readonly poll: () => PollState;
  /** The station's own counter of casts, apart from the slots. */
  readonly castsCounted: () => number;
  readonly finish: (booth: number, hash: string, slip: SlipOutcome) => ReturnType<Casting['finish']>;
  readonly setPaused: (isPaused: boolean) => string;
  /** As after a power cut between two acts. */
  readonly restart: () => void;
  readonly close: () => void;
}

type Named = 'own' | number;

export type Act =
  | { readonly act: 'check-in'; readonly desk: number; readonly voter: number }
  | { readonly act: 'abandon'; readonly count: number }
  | { readonly act: 'seal' | 'prove'; readonly booth: number; readonly ballot: number }
  | { readonly act: 'confirm' | 'spoil'; readonly booth: number; readonly of: Named }
  | { readonly act: 'finish'; readonly booth: number; readonly of: Named; readonly slip: SlipOutcome }
  | { readonly act: 'pause' | 'resume' | 'restart' };

export interface DaySize {
  readonly booths: number;
  readonly voters: number;
  readonly ballots: number;
  readonly longest: number;
}

/** Any sequence of acts of all booths, two desks and the chair; mostly in an order that leads somewhere. */
export function anyDay({ booths, voters, ballots, longest }: DaySize): fc.Arbitrary<Act[]> {
  const booth = fc.integer({ min: 1, max: booths });
  const ballot = fc.nat({ max: ballots - 1 });
  const of: fc.Arbitrary<Named> = fc.oneof(
    { weight: 6, arbitrary: fc.constant('own' as const) },
    { weight: 1, arbitrary: ballot },
  );
  const slip = fc.constantFrom<SlipOutcome>('sah-in-box', 'batal-in-envelope', 'no-slip');
  const act: fc.Arbitrary<Act> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        act: fc.constant('check-in' as const),
        desk: fc.constantFrom(1, 2),
        voter: fc.integer({ min: 1, max: voters }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ act: fc.constant('abandon' as const), count: fc.integer({ min: 1, max: 3 }) }),
    },
    { weight: 7, arbitrary: fc.record({ act: fc.constant('seal' as const), booth, ballot }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('prove' as const), booth, ballot }) },
    { weight: 5, arbitrary: fc.record({ act: fc.constant('confirm' as const), booth, of }) },
    { weight: 3, arbitrary: fc.record({ act: fc.constant('spoil' as const), booth, of }) },
    { weight: 8, arbitrary: fc.record({ act: fc.constant('finish' as const), booth, of, slip }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('pause' as const, 'restart' as const) }) },
    { weight: 2, arbitrary: fc.constant({ act: 'resume' as const }) },
  );
  return fc.array(act, { minLength: Math.floor(longest / 2), maxLength: longest, size: 'max' });
}

/** How often each act ended how, over all days: a property that never got there proved nothing. */
export type Reached = Map<string, number>;

/** What the day must have kept after every single act. Throws with the rule's name. */
function mustHold(rule: string, holds: boolean, facts: unknown): void {
  if (!holds) throw new Error(`${rule}: ${JSON.stringify(facts)}`);
}

/** What the chair asks for, having looked at the figures. */
function abandonRequest(subject: CastingSubject, count: number): AbandonRequest {
  return { abandonedBefore: subject.poll().abandoned, count, confirmedBy: ['ketua'] };
}

/** How many booths are in the middle of a ballot. */
function boothsAtWork(subject: CastingSubject): number {
  return Array.from({ length: subject.booths }, (_, index) => subject.boothCase(index + 1)?.state).filter(
    (state) => state === 'sealing',
  ).length;
}

/**
 * Lives one day and looks at every rule after every act. Each command of a booth is given twice: the second answer must be the first.
 * @returns hashes that were acknowledged as cast
 */
export function liveDay(
  subject: CastingSubject,
  acts: readonly Act[],
  ballots: readonly BallotAtHand[],
  reached: Reached,
): ReadonlySet<string> {
  const acknowledged = new Set<string>();
  const cardsCast = new Map<string, string>();
  const note = (act: string, outcome: string): void => {
    const key = `${act}: ${outcome}`;
    reached.set(key, (reached.get(key) ?? 0) + 1);
  };
  const ballotOf = (index: number): BallotAtHand => {
    const ballot = ballots[index];
    if (ballot === undefined) throw new Error(`There is no ballot ${index}`);
    return ballot;
  };
  const hashOf = (booth: number, of: Named): string =>
    of === 'own' ? (subject.boothCase(booth)?.hash ?? '') : ballotOf(of).hash;

  const perform = (act: Act): string => {
    const casting = subject.casting();
    const twice = (command: () => Parameters<typeof refusalOf>[0]): string => {
      const first = command();
      const poll = JSON.stringify(subject.poll());
      const second = command();
      mustHold('a repeated command answers as before', refusalOf(first) === refusalOf(second), [
        act,
        first,
        second,
      ]);
      mustHold('a repeated command changes nothing', poll === JSON.stringify(subject.poll()), act);
      return refusalOf(first);
    };
    switch (act.act) {
      case 'check-in':
        return refusalOf(
          subject.desk().checkIn({
            voter: act.voter,
            desk: act.desk,
            identity: { method: 'name-and-photo', override: null },
          }),
        );
      case 'abandon': {
        const request = abandonRequest(subject, act.count);
        return twice(() => subject.abandonments().close(request));
      }
      case 'seal':
        return twice(() => casting.seal(act.booth, ballotOf(act.ballot).text));
      case 'prove':
        return twice(() => casting.prove(act.booth, ballotOf(act.ballot).text, ''));
      case 'spoil':
        return twice(() => casting.spoil(act.booth, hashOf(act.booth, act.of)));
      case 'confirm': {
        const hash = hashOf(act.booth, act.of);
        const outcome = twice(() => casting.confirm(act.booth, hash));
        if (outcome === 'accepted') {
          acknowledged.add(hash);
          const { credential } = ballots.find((ballot) => ballot.hash === hash) ?? { credential: '' };
          const earlier = cardsCast.get(credential);
          mustHold('a card is cast at most once', earlier === undefined || earlier === hash, [earlier, hash]);
          cardsCast.set(credential, hash);
        }
        return outcome;
      }
      case 'finish': {
        const hash = hashOf(act.booth, act.of);
        return twice(() => subject.finish(act.booth, hash, act.slip));
      }
      case 'pause':
      case 'resume':
        return subject.setPaused(act.act === 'pause');
      case 'restart': {
        const before = JSON.stringify(subject.poll());
        subject.restart();
        mustHold('a restart keeps everything', before === JSON.stringify(subject.poll()), before);
        return 'accepted';
      }
    }
  };

  for (const act of acts) {
    note(act.act, perform(act));
    const { released, casts, openCases, abandoned } = subject.poll();
    mustHold(
      'casts + open + abandoned ≤ releases',
      casts + openCases + abandoned <= released,
      subject.poll(),
    );
    mustHold(
      'a booth is in the middle of one ballot and a ballot at one booth',
      openCases === boothsAtWork(subject),
      subject.poll(),
    );
    mustHold('what was acknowledged is what counts', casts === acknowledged.size, [casts, acknowledged.size]);
    mustHold('the counter of casts is the number of filled slots', subject.castsCounted() === casts, casts);
  }
  return acknowledged;
}

/** Brings every open case to its end as the paper would, closes what is left, and goes on if paused. */
export function settleDay(subject: CastingSubject): void {
  for (let booth = 1; booth <= subject.booths; booth += 1) {
    const { state, hash } = subject.boothCase(booth) ?? { state: 'idle', hash: '' };
    if (state === 'sealing') subject.casting().spoil(booth, hash);
    if (state === 'idle') continue;
    const ended = subject.finish(booth, hash, state === 'cast' ? 'sah-in-box' : 'batal-in-envelope');
    mustHold('an open case can be finished', ended.ok, ended);
  }
  subject.setPaused(false);
  const { released, casts, openCases, abandoned } = subject.poll();
  mustHold('when all is settled no case is open', openCases === 0, openCases);
  const left = released - casts - abandoned;
  if (left > 0)
    mustHold(
      'releases left over can be closed',
      subject.abandonments().close(abandonRequest(subject, left)).ok,
      left,
    );
}
