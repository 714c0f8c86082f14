import { sha256Hex } from '@bilik/ballot';
import type { PrinterFault, Result } from '@bilik/devices';
import type { OlderStation, SaidBy, SlipOutcome, StationAnswer } from '../station/station-client.ts';
import { openPatientLine } from '../station/until-heard.ts';
import type { Booth, BoothAnswer, BoothParts, BoothRefusal } from './booth.ts';
import type { BoothState, QuestionAbout, QuestionWhy } from './booth-state.ts';
import { type Lookout, openLookout } from './lookout.ts';
import { openPrinterStanding } from './printer-standing.ts';

/** From the hanging slip on: the states in which a voter's word on it may arrive a second time. */
const ANSWERED: ReadonlySet<BoothState['name']> = new Set(['slip-held', 'confirming', 'spoiling', 'marking']);

/** Opens what casts at one booth: nothing is under way until `start` asked the station. */
export function openBooth(parts: BoothParts): Booth {
  const { station, slips, counter } = parts;
  let state: BoothState = { name: 'starting' };
  let phase: string | null = null;
  let isUnheard = false;
  /** A tracker slip that was not finished hangs before the paper of whoever comes next. */
  let tornTrackerHangs = false;
  let lookout: Lookout | null = null;
  let isStopped = false;
  let queue: Promise<unknown> = Promise.resolve();
  const line = openPatientLine(parts);
  const { untilHeard } = line;
  const printer = openPrinterStanding(parts);

  const enter = (next: BoothState): BoothAnswer => {
    state = next;
    parts.onChange();
    return { ok: true, value: next };
  };
  const refuse = (error: BoothRefusal): BoothAnswer => ({ ok: false, error });

  /** One command at a time: a second page, or a second press, waits for the first. */
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const turn = queue.then(act);
    queue = turn.catch(() => undefined);
    return turn;
  };

  /** Acts when that ballot's slip hangs, both now and when the commands before are done; after its end the same answer again. */
  const ofHangingSlip = (
    hash: string,
    outcome: 'cast' | 'spoiled',
    act: () => Promise<BoothAnswer>,
  ): Promise<BoothAnswer> => {
    const isOver = () => state.name === 'finished' && state.hash === hash && state.outcome === outcome;
    const isUnderWay = () => 'hash' in state && state.hash === hash && ANSWERED.has(state.name);
    if (!isOver() && !isUnderWay()) {
      return Promise.resolve(refuse({ type: 'not-now', state: state.name }));
    }
    return inTurn(async () => {
      if (isOver()) return { ok: true, value: state };
      if (state.name !== 'slip-held' || state.hash !== hash) {
        return refuse({ type: 'not-now', state: state.name });
      }
      return act();
    });
  };

  const stopBefore = ({ found, seen }: OlderStation): BoothAnswer =>
    enter({ name: 'station-older', found, seen });

  /** A question that changes nothing may find the older station first; what is under way finds it by itself. */
  const noticing = <Value>(answer: StationAnswer<Value>): StationAnswer<Value> => {
    if (!answer.ok && answer.error.type === 'station-older' && state.name === 'idle')
      stopBefore(answer.error);
    return answer;
  };

  const learnPhase = (said: string): void => {
    if (said === phase) return;
    phase = said;
    parts.onChange();
  };

  const learnUnheard = (next: boolean): void => {
    if (next === isUnheard) return;
    isUnheard = next;
    parts.onChange();
  };

  /** Nothing is printed and no voter reads a slip here; at a question people stand by anyway. */
  const isAtRest = (): boolean => state.name === 'idle' || state.name === 'question';

  /** A voter who waits learns when the polls open; people at a question see when the printer is repaired, and so does the board. */
  const lookAround = async (): Promise<void> => {
    // under the last words to a voter the station is asked what it serves now; their printer is let be
    if (!isAtRest() && state.name !== 'finished') return;
    const answer = noticing(await station.openCase());
    learnUnheard(!answer.ok && answer.error.type === 'station-unheard');
    if (answer.ok) learnPhase(answer.value.phase);
    // no way is known that leads here; a case that nobody asks about would hold a card and the closing
    if (answer.ok && answer.value.state !== 'idle' && state.name === 'idle') {
      await inTurn(async () =>
        state.name === 'idle' ? askStation('restarted') : { ok: true, value: state },
      );
    }
    // nobody asks a printer that works and waits: it has one line, and the next voter needs it
    const asksPrinter = () =>
      state.name === 'question' ||
      (state.name === 'idle' && (printer.trouble() !== null || printer.isUnasked()));
    if (asksPrinter()) {
      await inTurn(async () => {
        if (asksPrinter()) await printer.look();
        return { ok: true, value: state };
      });
    }
    if (answer.ok && isAtRest()) await printer.tell(answer.value);
  };

  /** A tracker slip falls whole and alone: what was left of an earlier one is cut off first. */
  const printTrackerSlip = async (hash: string): Promise<Result<'paper-moved', PrinterFault>> => {
    if (tornTrackerHangs) {
      const cut = await parts.print(slips.cutOff);
      if (!cut.ok) return cut;
      tornTrackerHangs = false;
    }
    const printed = await parts.print(slips.tracker(hash));
    tornTrackerHangs = !printed.ok && printed.error.paper === 'may-have-moved';
    return printed;
  };

  const asked = (hash: string, about: QuestionAbout, why: QuestionWhy): BoothAnswer =>
    enter({ name: 'question', hash, about, why });

  const finish = async (
    hash: string,
    slip: SlipOutcome,
    outcome: 'cast' | 'spoiled',
    said: SaidBy,
  ): Promise<BoothAnswer> => {
    const told = await untilHeard(() => station.finish(hash, slip, counter.count(), said), 'wait');
    parts.step('finished-at-station');
    // again: this process may have begun after the case had ended at the station
    if (told.ok) parts.memory.remember(told.value.station);
    return told.ok ? enter({ name: 'finished', outcome, hash }) : askStation('restarted');
  };

  /** Prints SAH or BATAL under the held slip, cuts, and tells the station. When the printer stops, people look. */
  const mark = async (hash: string, kind: 'sah' | 'batal', said: SaidBy): Promise<BoothAnswer> => {
    enter({ name: 'marking', hash, mark: kind });
    parts.step(`before-${kind}`);
    const printed = await parts.print(kind === 'sah' ? slips.sah : slips.batal);
    parts.step(`after-${kind}`);
    if (!printed.ok) {
      printer.met(printed.error.type);
      return asked(hash, kind === 'sah' ? 'cast' : 'void', 'printer-stopped');
    }
    printer.met(null);
    counter.settle(true);
    return kind === 'sah'
      ? finish(hash, 'sah-in-box', 'cast', said)
      : finish(hash, 'batal-in-envelope', 'spoiled', said);
  };

  /** Tells the station that the ballot does not count, then sees to its paper. */
  const spoil = async (
    hash: string,
    paper: 'slip-hangs' | 'unknown' | 'none',
    why: QuestionWhy,
  ): Promise<BoothAnswer> => {
    enter({ name: 'spoiling', hash });
    const told = await untilHeard(() => station.spoil(hash), 'wait');
    parts.step('spoiled-at-station');
    if (!told.ok) return askStation(why);
    parts.memory.remember(told.value.station);
    if (paper === 'slip-hangs') return mark(hash, 'batal', 'by-printer');
    return paper === 'unknown' ? asked(hash, 'void', why) : finish(hash, 'no-slip', 'spoiled', 'by-printer');
  };

  const printSlip = async (hash: string, options: readonly number[]): Promise<BoothAnswer> => {
    enter({ name: 'slip-printing', hash });
    counter.begin();
    parts.step('before-slip');
    const printed = await parts.print(slips.choice(options));
    parts.step('after-slip');
    if (printed.ok) {
      counter.settle(true);
      parts.step('slip-counted');
      return enter({ name: 'slip-held', hash });
    }
    printer.met(printed.error.type);
    if (printed.error.paper === 'may-have-moved') return spoil(hash, 'unknown', 'printer-stopped');
    counter.settle(false);
    return spoil(hash, 'none', 'printer-stopped');
  };

  /** What this booth is in the middle of, as the station knows it: after a start, or when the two no longer agree. */
  const askStation = async (why: QuestionWhy): Promise<BoothAnswer> => {
    const found = await untilHeard(() => station.openCase());
    if (!found.ok && found.older !== undefined) return stopBefore(found.older);
    if (!found.ok) throw new Error(`The station does not accept this booth: ${found.reason}`);
    const { state: caseState, hash } = found.value;
    learnPhase(found.value.phase);
    parts.step('case-asked');
    switch (caseState) {
      case 'idle':
        return enter({ name: 'idle' });
      case 'sealing':
        // what was chosen died with the process: without SAH the slip does not count, so the ballot must not either
        return spoil(hash, 'unknown', why);
      case 'cast':
      case 'void':
        return asked(hash, caseState, why);
    }
  };

  return {
    state: () => state,
    waitsFor: line.waitsFor,
    stationUnheard: () => isUnheard,
    trouble: printer.trouble,
    paper: printer.paper,
    phase: () => phase,
    async start() {
      await inTurn(() => askStation('restarted'));
      if (!isStopped) lookout = openLookout(parts.timer, parts.lookMs, lookAround);
    },
    async cardNonce() {
      const answer = noticing(await station.openCase());
      return answer.ok ? { ok: true, value: answer.value.cardNonce } : answer;
    },
    cardStanding: async (question) => noticing(await station.tokenStanding(question)),
    printTracker: (hash) =>
      inTurn(async () => {
        if (state.name === 'tracker-printed' && state.hash === hash) return { ok: true, value: state };
        if (state.name !== 'idle') return refuse({ type: 'not-now', state: state.name });
        const obstacle = await printer.look();
        if (obstacle !== null) return refuse({ type: 'printer-not-ready', trouble: obstacle });
        enter({ name: 'tracker-printing', hash });
        parts.step('before-tracker');
        const printed = await printTrackerSlip(hash);
        parts.step('after-tracker');
        if (printed.ok) {
          printer.met(null);
          return enter({ name: 'tracker-printed', hash });
        }
        printer.met(printed.error.type);
        enter({ name: 'idle' });
        return refuse({ type: 'printer-not-ready', trouble: printed.error.type });
      }),
    cast: (ballot, options) =>
      inTurn(async () => {
        const hash = sha256Hex(ballot);
        if ('hash' in state && state.hash === hash && state.name !== 'tracker-printed')
          return { ok: true, value: state };
        if (state.name !== 'tracker-printed') return refuse({ type: 'not-now', state: state.name });
        if (state.hash !== hash) return refuse({ type: 'other-ballot' });
        const onBallot =
          options.length === slips.contests &&
          options.every((option, contest) => option < slips.options(contest));
        if (!onBallot) return refuse({ type: 'no-such-option' });
        enter({ name: 'sealing', hash });
        parts.step('before-seal');
        const sealed = await untilHeard(() => station.seal(ballot));
        parts.step('sealed-at-station');
        if (!sealed.ok) {
          if (sealed.older !== undefined) return stopBefore(sealed.older);
          enter({ name: 'idle' });
          return refuse({ type: 'station-refused', reason: sealed.reason });
        }
        return sealed.value.state === 'sealing' ? printSlip(hash, options) : askStation('restarted');
      }),
    confirm: (hash) =>
      ofHangingSlip(hash, 'cast', async () => {
        enter({ name: 'confirming', hash });
        parts.step('before-confirm');
        const confirmed = await untilHeard(() => station.confirm(hash), 'wait');
        parts.step('confirmed-at-station');
        if (confirmed.ok) {
          parts.memory.remember(confirmed.value.station);
          parts.step('station-remembered');
          return mark(hash, 'sah', 'by-printer');
        }
        return askStation('restarted');
      }),
    reject: (hash) => ofHangingSlip(hash, 'spoiled', () => spoil(hash, 'slip-hangs', 'printer-stopped')),
    prove: (ballot, opening) =>
      inTurn(async () => {
        const hash = sha256Hex(ballot);
        if (state.name === 'finished' && state.outcome === 'proved' && state.hash === hash)
          return { ok: true, value: state };
        if (state.name !== 'tracker-printed') return refuse({ type: 'not-now', state: state.name });
        if (state.hash !== hash) return refuse({ type: 'other-ballot' });
        enter({ name: 'proving', hash });
        parts.step('before-prove');
        const proved = await untilHeard(() => station.prove(ballot, opening));
        parts.step('proved-at-station');
        if (proved.ok) {
          parts.memory.remember(proved.value.station);
          return enter({ name: 'finished', outcome: 'proved', hash });
        }
        if (proved.older !== undefined) return stopBefore(proved.older);
        enter({ name: 'idle' });
        return refuse({ type: 'station-refused', reason: proved.reason });
      }),
    answer: (answer, confirmations) =>
      inTurn(async () => {
        if (state.name !== 'question') return refuse({ type: 'not-now', state: state.name });
        const { hash, about } = state;
        const brought = await station.bringPeople(hash, confirmations);
        parts.step('people-brought');
        if (!brought.ok) {
          return brought.error.type === 'station-older' ? stopBefore(brought.error) : refuse(brought.error);
        }
        const outcome = about === 'cast' ? 'cast' : 'spoiled';
        if (answer === 'print-mark') return mark(hash, about === 'cast' ? 'sah' : 'batal', 'by-people');
        printer.spokenFor();
        counter.settle(answer !== 'no-slip');
        if (answer === 'mark-is-there') {
          return finish(hash, about === 'cast' ? 'sah-in-box' : 'batal-in-envelope', outcome, 'by-people');
        }
        return finish(hash, 'no-slip', outcome, 'by-people');
      }),
    repair: (name, confirmations, act) =>
      inTurn(async () => {
        if (state.name !== 'idle' && !(state.name === 'question' && name === 'change_roll')) {
          return refuse({ type: 'not-now', state: state.name });
        }
        const allowed = await station.standBehind(name, confirmations);
        if (!allowed.ok) {
          return allowed.error.type === 'station-older' ? stopBefore(allowed.error) : refuse(allowed.error);
        }
        const met = await act();
        const trouble = (await printer.look()) ?? met;
        return trouble === null ? { ok: true, value: state } : refuse({ type: 'printer-not-ready', trouble });
      }),
    reset: () =>
      inTurn(async () => {
        if (state.name === 'station-older') return askStation('restarted');
        if (state.name !== 'finished' && state.name !== 'tracker-printed' && state.name !== 'idle') {
          return refuse({ type: 'not-now', state: state.name });
        }
        return enter({ name: 'idle' });
      }),
    beforeOpening: (act) =>
      inTurn(async () => {
        const answer = state.name === 'idle' ? noticing(await station.openCase()) : undefined;
        if (answer?.ok !== true || answer.value.state !== 'idle') return undefined;
        learnPhase(answer.value.phase);
        return phase === 'configured' || phase === 'zero_proven' ? act() : undefined;
      }),
    stop() {
      isStopped = true;
      lookout?.stop();
      line.stop();
    },
  };
}
