import { ballotOptions } from '../src/ballot-option.ts';
import { defaultRulePack } from '../src/default-rule-pack.ts';
import { contestFigures, type PollingPlaceFigures, pollingPlaceFiguresSchema } from '../src/figures.ts';
import { tps01 } from '../src/fixtures/index.ts';
import { decidePhase, type Phase, type PhaseCommand } from '../src/phase.ts';
import type { PhaseFacts } from '../src/phase-table.ts';
import {
  countCheckIns,
  decideAbandon,
  decideCheckIn,
  mayAcceptToken,
  openReleases,
  type PollState,
} from '../src/pollbook.ts';

/** What can happen in a polling place, as little as it takes. Numbers choose among voters, cards and cases there are. */
export type Act =
  | { readonly act: 'command'; readonly command: PhaseCommand }
  | { readonly act: 'check-in'; readonly voter: number }
  /** A card is held to the booth: any card of the pool, used or not. */
  | { readonly act: 'token'; readonly card: number }
  | { readonly act: 'cast'; readonly case: number; readonly option: number }
  /** The slip ends as BATAL; the card is void and the voter gets another on the same release. */
  | { readonly act: 'spoil'; readonly case: number }
  | { readonly act: 'abandon'; readonly count: number }
  | { readonly act: 'pocket-slip' };

/** The rules a model runs under; a test swaps one for a broken one to see that it is noticed. */
export interface Gates {
  readonly mayAcceptToken: typeof mayAcceptToken;
}

/** A day of TPS 01 in memory, with more cards than can run out: cards with states, cases, counters. Decisions are the package's, storage is the model's. */
export class Day {
  phase: Phase = 'configured';
  abandoned = 0;
  spoiledSlips = 0;
  pocketed = 0;
  cardsReturned = 0;
  readonly checkedIn = new Set<number>();
  readonly cards: ('unused' | 'open' | 'used' | 'void')[] = Array.from({ length: 100 }, () => 'unused');
  readonly votes: number[];
  readonly castsByCard = new Map<number, number>();
  private readonly gates: Gates;

  constructor(gates: Gates = { mayAcceptToken }) {
    this.gates = gates;
    this.votes = ballotOptions(this.contest()).map(() => 0);
  }

  contest() {
    const [contest] = tps01.definition.contests;
    if (contest === undefined) throw new Error('fixture changed');
    return contest;
  }

  casts(): number {
    return this.votes.reduce((total, votes) => total + votes, 0);
  }

  poll(): PollState {
    return {
      phase: this.phase,
      released: this.checkedIn.size,
      casts: this.casts(),
      openCases: this.cards.filter((card) => card === 'open').length,
      abandoned: this.abandoned,
    };
  }

  facts(): PhaseFacts {
    const poll = this.poll();
    return {
      ballotsStored: this.casts() + poll.openCases,
      checkIns: this.checkedIn.size,
      zeroReportSigned: this.phase !== 'configured',
      openCases: poll.openCases,
      openReleases: openReleases(poll),
      unfinishedSlips: 0,
      mobileGroupsUnderWay: 0,
      validShares: 2,
      threshold: 2,
      trusteesUnableDeclared: false,
      slipsCountedByTwo: true,
      emptyMinutesFields: 0,
      minutesSigned: true,
    };
  }

  /** @returns whether the act was allowed */
  apply(act: Act): boolean {
    switch (act.act) {
      case 'command': {
        const decided = decidePhase({
          phase: this.phase,
          command: act.command,
          confirmedBy: [
            { person: 'ketua', role: 'chair' },
            { person: 'anggota-1', role: 'member' },
          ],
          facts: this.facts(),
        });
        if (decided.ok) this.phase = decided.value;
        return decided.ok;
      }
      case 'check-in':
        return this.checkIn(act.voter % tps01.voters.length);
      case 'token':
        return this.showCard(act.card % this.cards.length);
      case 'cast':
      case 'spoil':
        return this.endCase(act);
      case 'abandon': {
        const decided = decideAbandon(this.poll(), act.count);
        if (!decided.ok) return false;
        this.cardsReturned += decided.value.abandoned - this.abandoned;
        this.abandoned = decided.value.abandoned;
        return true;
      }
      case 'pocket-slip':
        if (this.pocketed >= this.casts()) return false;
        this.pocketed += 1;
        return true;
    }
  }

  private checkIn(position: number): boolean {
    const voter = tps01.voters[position];
    if (voter === undefined) return false;
    const decided = decideCheckIn({
      standing: {
        type: 'listed',
        voter,
        checkedIn: this.checkedIn.has(voter.number) ? { desk: 1, hour: null } : null,
      },
      poll: this.poll(),
      desk: 1,
      desks: tps01.definition.desks,
      identity: { method: 'nik-typed', override: null },
      reading: null,
      lateQueue: null,
      mobile: { checkIns: 0, allowed: 0 },
      isHelped: false,
      votingDate: tps01.definition.voting.date,
      rulePack: defaultRulePack,
    });
    if (decided.ok) this.checkedIn.add(voter.number);
    return decided.ok;
  }

  private showCard(card: number): boolean {
    if (this.phase !== 'open' || this.cards[card] !== 'unused' || !this.gates.mayAcceptToken(this.poll()))
      return false;
    this.cards[card] = 'open';
    return true;
  }

  private endCase(act: Extract<Act, { readonly act: 'cast' | 'spoil' }>): boolean {
    const open = this.cards.flatMap((card, position) => (card === 'open' ? [position] : []));
    const card = open[act.case % open.length];
    if (card === undefined || (this.phase !== 'open' && this.phase !== 'paused')) return false;
    if (act.act === 'spoil') {
      this.cards[card] = 'void';
      this.spoiledSlips += 1;
      return true;
    }
    const option = act.option % this.votes.length;
    this.votes[option] = (this.votes[option] ?? 0) + 1;
    this.cards[card] = 'used';
    this.castsByCard.set(card, (this.castsByCard.get(card) ?? 0) + 1);
    return true;
  }

  /** Ends the day as people would: settle, give up what is left, close. */
  close(): void {
    if (this.phase === 'configured') this.apply({ act: 'command', command: 'prove_zero' });
    if (this.phase === 'zero_proven') this.apply({ act: 'command', command: 'open' });
    while (this.apply({ act: 'spoil', case: 0 }));
    const left = openReleases(this.poll());
    if (left > 0) this.apply({ act: 'abandon', count: left });
    this.apply({ act: 'command', command: 'close' });
  }

  /**
   * Figures as the station and the board would state them: cards issued are counted by hand (one a check-in, one more for each
   * void card), everything else comes from its own counter.
   */
  figures(): PollingPlaceFigures {
    const voted = tps01.voters.filter(({ number }) => this.checkedIn.has(number));
    const { DPT, added } = countCheckIns(
      voted.map(({ listKind, sex }) => ({ listKind, sex, override: null })),
    );
    const contest = contestFigures(this.contest(), this.votes, defaultRulePack);
    const voided = this.cards.filter((card) => card === 'void').length;
    return pollingPlaceFiguresSchema.parse({
      place: tps01.definition.pollingPlace.id,
      resultSource: 'trustees',
      registered: tps01.definition.voterList.registered,
      checkIns: { DPT, added },
      users: this.checkedIn.size,
      casts: this.casts(),
      openCases: this.poll().openCases,
      abandoned: this.abandoned,
      contests: [contest],
      tokens: {
        pool: this.cards.length,
        issued: this.checkedIn.size + voided,
        used: this.cards.filter((card) => card === 'used').length,
        voided,
        returned: this.cardsReturned,
      },
      slips: { printed: this.casts() + this.spoiledSlips, spoiled: this.spoiledSlips },
      slipBox: { inBox: this.casts() - this.pocketed, contests: [] },
    });
  }
}
