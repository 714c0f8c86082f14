import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BallotMaker, openBallotMaker, parseElection, type RandomSource } from '@bilik/ballot';
import { parseElectionDefinition } from '@bilik/election';
import { must } from '../../test/support/answers.ts';
import { chanceOf, oneOf } from '../../test/support/chance.ts';
import type { Session } from '../../test/support/paired-devices.ts';
import { countSahSlips } from '../../test/support/paper-seen.ts';
import { group, type PreparedHome } from '../../test/support/prepared-home.ts';
import { copyOf, counterOf, tablesOf } from '../../test/support/station-disk.ts';
import { closeAndCount, openPolls } from './board-acts.ts';
import type { DayEvidence } from './evidence.ts';
import type { AtMoment, AtTurn, DayPlan, PlannedVoter } from './plan.ts';
import { openSoakedBooth, type SoakedBooth } from './soaked-booth.ts';
import { eventually, openSoakedPlace, type SoakedPlace } from './soaked-place.ts';
import { openVisit, type VoterVisit } from './voter-visit.ts';

/** A place for any day of the soak: prepared for the largest one, its devices paired, its polls not yet open. */
export interface SoakGround {
  readonly prepared: PreparedHome;
  readonly sessions: ReadonlyMap<string, Session>;
}

export interface DayParts {
  /** For ballots and cards; the faults do not depend on it. */
  readonly random: RandomSource;
  /** Hears of each fault in the moment in which it strikes. */
  readonly onStruck: (fault: string) => void;
}

const MOST_TURNS = 2_000;

/**
 * Lives one planned day: one act after the other, in an order that the plan's seed gives, so that every fault meets the same act again.
 */
export async function liveDay(
  ground: SoakGround,
  plan: DayPlan,
  { random, onStruck }: DayParts,
): Promise<DayEvidence> {
  const prepared = copyOf(ground.prepared);
  const place = await openSoakedPlace({ prepared, sessions: ground.sessions, seed: plan.seed });
  const booths: SoakedBooth[] = [];
  const broken: string[] = [];
  try {
    await openPolls(prepared, place);
    const definition = must(
      parseElectionDefinition(
        JSON.parse(readFileSync(join(prepared.home.station, 'place', 'definition.json'), 'utf8')),
      ),
    );
    const election = must(
      parseElection(readFileSync(join(prepared.home.station, 'place', 'election.json'), 'utf8'), {
        groups: [group],
      }),
    );
    for (let number = 1; number <= plan.booths; number += 1) {
      const onBroken = (error: string) => broken.push(error);
      booths.push(await openSoakedBooth({ prepared, definition, number, stationPort: place.port, onBroken }));
    }
    const makers = booths.map(() => openBallotMaker(election, random));
    const voted = await vote({ prepared, plan, place, booths, makers, onStruck });
    await place.disarm();
    const ended = await closeAndCount({
      prepared,
      place,
      left: voted.left,
      sahSlips: slipsInBox(),
      cardsLeft: prepared.codes.length - voted.cardsTaken,
      killBeforeCount: plan.killedWhenClosed,
    });
    const tables = tablesOf(prepared);
    const counters = { casts: counterOf(tables, 'casts'), slipsSah: counterOf(tables, 'slips-sah') };
    return { ...voted, ...ended, counters, sahSlips: slipsInBox(), broken: [...broken, ...place.broken] };

    function slipsInBox(): readonly number[] {
      const perBooth = booths.map((booth) => countSahSlips(definition, booth.number, booth.allPaper()));
      return (perBooth[0] ?? []).map((_, option) =>
        perBooth.reduce((total, counts) => total + (counts[option] ?? 0), 0),
      );
    }
  } finally {
    for (const booth of booths) await booth.stop();
    await place.stop();
  }
}

type Voted = Pick<
  DayEvidence,
  'acknowledged' | 'checkedIn' | 'left' | 'letInTwice' | 'cardsTaken' | 'slipsLostToLies'
>;

/** Everybody through desks and booths. */
async function vote(parts: {
  readonly prepared: PreparedHome;
  readonly plan: DayPlan;
  readonly place: SoakedPlace;
  readonly booths: readonly SoakedBooth[];
  readonly makers: readonly BallotMaker[];
  readonly onStruck: (fault: string) => void;
}): Promise<Voted> {
  const { prepared, plan, place, booths } = parts;
  const coming = [...plan.voters];
  const yard: PlannedVoter[] = [];
  const visits = new Map<SoakedBooth, VoterVisit>();
  const faults: AtTurn[] = [...plan.atTurns];
  const pile = [...prepared.codes];
  const acknowledged: DayEvidence['acknowledged'][number][] = [];
  const counts = { checkedIn: 0, left: 0, letInTwice: 0, slipsLostToLies: 0 };

  const letIn = async (voter: PlannedVoter, desk: number): Promise<void> => {
    const request = { voter: voter.number, identity: { method: 'name-and-photo', override: null } };
    const desks = voter.atTwoDesks ? [desk, (desk % plan.desks) + 1] : [desk];
    const answers = await Promise.all(
      desks.map((number) =>
        eventually(`voter ${voter.number} is let in`, async () => {
          const heard = await place.tell(`desk-${number}`, '/api/desk/check-in', request);
          if (heard.ok) return 'let-in';
          // a desk whose answer was lost asks again, and hears of its own check-in
          if (heard.type === 'already-checked-in') return 'already';
          if (['unheard', 'store-failed', 'store-in-doubt', 'polls-not-open'].includes(heard.type))
            return undefined;
          throw new Error(`A desk was refused: ${heard.text}`);
        }),
      ),
    );
    if (answers.filter((answer) => answer === 'let-in').length > 1) counts.letInTwice += 1;
    counts.checkedIn += 1;
    if (voter.conduct === 'leaves') counts.left += 1;
    else yard.push(voter);
  };

  const strikeDue = async (turn: number): Promise<void> => {
    const due = faults[0];
    if (due === undefined || due.turn > turn || place.isArmed()) return;
    faults.shift();
    parts.onStruck(`turn ${turn}: ${JSON.stringify(due.fault)}`);
    if (due.fault.kind !== 'lan-down') return place.strike(due.fault);
    // whoever finds it out first has somebody put the cable of the switch in again
    const found = Promise.race(booths.map((booth) => booth.pullOut()));
    void found.then(() => {
      for (const booth of booths) booth.putIn();
    });
  };
  const onStruck = ({ voter, moment, fault }: AtMoment): void => {
    parts.onStruck(`voter ${voter}, ${moment}: ${JSON.stringify(fault)}`);
  };
  const takeCard = (): string => {
    const code = pile.pop();
    if (code === undefined) throw new Error('The pile of cards is gone');
    return code;
  };
  const enter = (booth: SoakedBooth, voter: PlannedVoter): VoterVisit => {
    const maker = parts.makers[booth.number - 1];
    if (maker === undefined) throw new Error(`Booth ${booth.number} has no page`);
    const fault = plan.atMoments.find((planned) => planned.voter === voter.number);
    const onSlipLost = () => {
      counts.slipsLostToLies += 1;
    };
    return openVisit({ prepared, place, booth, maker, voter, fault, takeCard, onSlipLost, onStruck });
  };

  for (let turn = 1; turn <= MOST_TURNS; turn += 1) {
    if (coming.length === 0 && yard.length === 0 && visits.size === 0) {
      const cardsTaken = prepared.codes.length - pile.length;
      return { acknowledged, ...counts, cardsTaken };
    }
    const chance = chanceOf(`bilik/soak/${plan.seed}/turn/${turn}`);
    await strikeDue(turn);
    const useful = booths.filter((booth) => visits.has(booth) || yard.length > 0);
    const voter = useful.length === 0 || chance() < 0.25 ? coming.shift() : undefined;
    if (voter !== undefined) {
      await letIn(voter, 1 + Math.floor(chance() * plan.desks));
      continue;
    }
    if (useful.length === 0) continue;
    const booth = oneOf(useful, chance);
    const next = visits.has(booth) ? undefined : yard.shift();
    if (next !== undefined) visits.set(booth, enter(booth, next));
    const done = await visits.get(booth)?.goOn();
    if (done === undefined) continue;
    acknowledged.push(done);
    visits.delete(booth);
  }
  throw new Error(`This day never ends; its voters wait: ${yard.length + visits.size}`);
}
