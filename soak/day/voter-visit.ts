import type { BallotMaker } from '@bilik/ballot';
import { CAST_MOMENTS } from '../../apps/booth/src/cast/cast-table.ts';
import { must } from '../../test/support/answers.ts';
import type { PreparedHome } from '../../test/support/prepared-home.ts';
import type { AtMoment, PlannedVoter } from './plan.ts';
import { BoothDied, type SoakedBooth } from './soaked-booth.ts';
import { BOTH, passing, type SoakedPlace } from './soaked-place.ts';

/** What one voter, and whoever stands by, do at a booth until the vote is cast. */
export interface VoterVisit {
  readonly booth: SoakedBooth;
  /** The next thing that they do. @returns what was cast, when the voter may go */
  readonly goOn: () => Promise<
    { readonly voter: number; readonly hash: string; readonly option: number } | undefined
  >;
}

export interface VisitParts {
  readonly prepared: Pick<PreparedHome, 'confirmed'>;
  readonly place: SoakedPlace;
  readonly booth: SoakedBooth;
  readonly maker: BallotMaker;
  readonly voter: PlannedVoter;
  readonly fault: AtMoment | undefined;
  readonly takeCard: () => string;
  /** Hears that a slip is missing because a printer lied. */
  readonly onSlipLost: () => void;
  readonly onStruck: (fault: AtMoment) => void;
}

const MOMENT_NAMES: ReadonlySet<string> = new Set(CAST_MOMENTS.map(([name]) => name));
/** Something is under way or waits for a medium. */
const AGAIN_MS = 20;

export function openVisit(parts: VisitParts): VoterVisit {
  const { booth, maker, voter, place, fault } = parts;
  let ballot: { readonly text: string; readonly hash: string } | undefined;
  let first: 'rejects' | 'proves' | 'votes' =
    voter.conduct === 'rejects-slip-once' ? 'rejects' : voter.conduct === 'proves-first' ? 'proves' : 'votes';
  let isStruck = false;
  let mended: Promise<void> = Promise.resolve();
  let powerIsBack: Promise<void> = Promise.resolve();

  const strike = ({ fault: what, moment }: AtMoment): void => {
    switch (what.kind) {
      case 'power-returns':
        powerIsBack = place.killNow();
        throw new BoothDied(moment);
      case 'booth-dies':
        throw new BoothDied(moment);
      case 'station-dies': {
        // at once, so that nothing is heard any more of a process that is dying
        const found = booth.pullOut();
        mended = Promise.all([found, place.killNow()]).then(booth.putIn);
        return;
      }
      case 'line-out':
        mended = booth.pullOut().then(booth.putIn);
        return;
      case 'printer-stops':
      case 'printer-lies':
        booth.strikePrinter(what, moment);
    }
  };
  const hear = (name: string): void => {
    // a lie ends with the job that it was about
    if (fault?.fault.kind === 'printer-lies' && isStruck && name.startsWith('after-')) booth.mendPrinter();
    if (!MOMENT_NAMES.has(name) || fault === undefined || isStruck || name !== fault.moment) return;
    isStruck = true;
    parts.onStruck(fault);
    strike(fault);
  };
  booth.onMoment(hear);

  const standing = async (): Promise<string> => {
    const process = booth.server().booth;
    const nonce = await process.cardNonce();
    if (!nonce.ok) return nonce.error.type;
    const answer = await process.cardStanding(maker.askToCast(nonce.value));
    return answer.ok ? answer.value.standing : answer.error.type;
  };
  const takeCard = (): void => {
    must(maker.readCard(parts.takeCard()));
    const option = first === 'proves' ? 0 : voter.option;
    ballot = maker.make([option]);
  };

  /** Before the next card or the next voter: nothing may hang, and what fell is put where it belongs. */
  const clearPaper = async (isCast: boolean): Promise<void> => {
    if (booth.look().hangs) {
      if (isCast) parts.onSlipLost();
      await booth.cutByHand();
    }
    booth.clearDesk();
  };

  const act = async (): Promise<'gone' | undefined> => {
    const process = booth.server().booth;
    const state = process.state();
    switch (state.name) {
      case 'question': {
        const seen = booth.look();
        const isMarked = (state.about === 'cast' ? seen.sah : seen.batal) > 0;
        const answer = seen.hangs ? 'print-mark' : isMarked ? 'mark-is-there' : 'no-slip';
        booth.mendPrinter();
        const told = await process.answer(answer, parts.prepared.confirmed(BOTH));
        if (!told.ok) await passing(AGAIN_MS);
        return undefined;
      }
      case 'finished': {
        await clearPaper(state.outcome === 'cast');
        await process.reset();
        return undefined;
      }
      case 'tracker-printed': {
        if (ballot === undefined || state.hash !== ballot.hash) {
          await process.reset();
          return undefined;
        }
        const answer =
          first === 'proves'
            ? await process.prove(ballot.text, maker.prove())
            : await process.cast(ballot.text, [voter.option]);
        if (answer.ok && first === 'proves') first = 'votes';
        if (!answer.ok) await passing(AGAIN_MS);
        return undefined;
      }
      case 'slip-held': {
        // a voter who sees no slip behind the glass says no
        const saysNo = first === 'rejects' || !booth.look().hangs;
        if (first === 'rejects') first = 'votes';
        const answer = await (saysNo ? process.reject(state.hash) : process.confirm(state.hash));
        if (!answer.ok) await passing(AGAIN_MS);
        return undefined;
      }
      case 'idle': {
        if (ballot === undefined) takeCard();
        const word = await standing();
        if (word === 'used' || word === 'void') await clearPaper(word === 'used');
        if (word === 'used') return 'gone';
        if (word === 'void') takeCard();
        if (word === 'ready' || word === 'void') {
          const printed = await process.printTracker(ballot?.hash ?? '');
          if (!printed.ok) booth.mendPrinter();
        } else await passing(AGAIN_MS);
        return undefined;
      }
      default:
        await passing(AGAIN_MS);
        return undefined;
    }
  };

  return {
    booth,
    async goOn() {
      try {
        const done = await act();
        // where nobody needed the wire any more
        booth.putIn();
        await mended;
        if (done === undefined || ballot === undefined) return undefined;
        maker.forget();
        return { voter: voter.number, hash: ballot.hash, option: voter.option };
      } catch (error) {
        if (!(error instanceof BoothDied)) throw error;
        await powerIsBack;
        await booth.restart();
        return undefined;
      }
    },
  };
}
