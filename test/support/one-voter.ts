import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BallotMaker, openBallotMaker, parseElection } from '@bilik/ballot';
import { type Bitmap, startVirtualPrinter, type VirtualPrinter } from '@bilik/devices';
import { type ElectionDefinition, parseElectionDefinition } from '@bilik/election';
import { exerciseHome, exercisePorts } from '../../apps/cli/src/exercise/exercise-home.ts';
import { writeBoothConfigs } from '../../apps/cli/src/exercise/prepare.ts';
import { type DeviceProcess, startDeviceProcess } from './device-process.ts';
import { watchLive } from './live-watch.ts';
import type { Session } from './paired-devices.ts';
import { openPaperEyes, type PaperSeen } from './paper-seen.ts';
import { group, type PreparedHome, random } from './prepared-home.ts';

/** A polling place of real processes with one booth, and one voter who wants to vote whatever happens. */
export interface OneVoterDay {
  readonly station: () => DeviceProcess;
  readonly booth: () => DeviceProcess;
  readonly printer: VirtualPrinter;
  readonly paper: () => PaperSeen;
  /** Starts again whichever device is gone, without a kill switch. */
  readonly revive: () => Promise<void>;
  /** Votes until this voter has cast, answering questions by what the paper shows. @returns how many cards it took */
  readonly voteUntilCast: (
    first: 'confirms' | 'rejects',
  ) => Promise<{ readonly cards: number; readonly questions: readonly string[] }>;
  readonly boardState: () => Promise<BoardFacts>;
  readonly stop: () => Promise<void>;
}

export interface BoardFacts {
  readonly poll: { readonly released: number; readonly casts: number; readonly openCases: number };
  readonly cards: { readonly used: number; readonly voided: number };
  readonly openCases: readonly unknown[];
}

interface Answer {
  readonly ok: boolean;
  readonly value?: {
    readonly name?: string;
    readonly about?: string;
    readonly nonce?: string;
    readonly standing?: string;
    readonly state?: { readonly name: string; readonly about?: string; readonly hash?: string };
  };
  readonly error?: { readonly type: string };
}

/** A call whose other end may be dead or dying: then there is no answer, which a page shows as waiting. */
async function call(url: string, body?: unknown): Promise<Answer | undefined> {
  try {
    const response = await fetch(
      url,
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    );
    return (await response.json()) as Answer;
  } catch {
    return undefined;
  }
}

const PEOPLE = ['ketua', 'anggota-1'];

/** States in which the booth waits for people; in all others something is under way. */
const RESTING = new Set(['question', 'finished', 'slip-held', 'tracker-printed', 'idle']);

/** @param board a session of the prepared place, whose booths are paired already */
export async function openOneVoterDay(
  prepared: PreparedHome,
  firstPort: number,
  killAt: { readonly station?: number; readonly booth?: number },
  board: Session | undefined,
): Promise<OneVoterDay> {
  const root = mkdtempSync(join(tmpdir(), 'bilik-cut-'));
  cpSync(prepared.home.root, root, { recursive: true });
  const home = exerciseHome(root);
  const ports = exercisePorts(firstPort);
  writeBoothConfigs(home, ports, 1);
  const read: ReturnType<typeof parseElectionDefinition> = parseElectionDefinition(
    JSON.parse(readFileSync(join(home.station, 'place', 'definition.json'), 'utf8')),
  );
  if (!read.ok) throw new Error('The prepared definition is none');
  const definition: ElectionDefinition = read.value;
  const pieces: Bitmap[] = [];
  const printer = await startVirtualPrinter({
    port: ports.printer(1),
    onPaper: (piece) => pieces.push(piece),
  });
  const look = openPaperEyes(definition);

  const start = (device: 'station' | 'booth', at?: number): Promise<DeviceProcess> =>
    startDeviceProcess(device, {
      home: device === 'station' ? home.station : home.booth(1),
      port: device === 'station' ? ports.station : ports.booth(1),
      ...(at === undefined ? {} : { killAt: at }),
    });
  let station = await start('station', killAt.station);
  const stationUrl = `http://127.0.0.1:${ports.station}`;
  const boothUrl = `http://127.0.0.1:${ports.booth(1)}`;

  const paper = (): PaperSeen => look(pieces, printer);

  let booth = await start('booth', killAt.booth);
  let live = watchLive(boothUrl);
  const revive = async (): Promise<void> => {
    if (!station.isAlive()) station = await start('station');
    if (!booth.isAlive()) {
      booth = await start('booth');
      live.stop();
      live = watchLive(boothUrl);
    }
  };

  const election = parseElection(readFileSync(join(home.station, 'place', 'election.json'), 'utf8'), {
    groups: [group],
  });
  if (!election.ok) throw new Error('The prepared election is none');
  const maker: BallotMaker = openBallotMaker(election.value, random);
  const pile = [...prepared.codes];

  /** Presses a button; goes on when a device dies meanwhile, as people would who see the lamp go out. */
  const press = async (path: string, body: unknown): Promise<void> => {
    await Promise.race([call(`${boothUrl}${path}`, body), station.ended, booth.ended]);
  };

  /** What questions about a card are signed for; an old one when a device is gone, which is then asked again. */
  const nonce = async (): Promise<string> =>
    (await call(`${boothUrl}/api/card-nonce`, {}))?.value?.nonce ?? '0'.repeat(64);

  return {
    station: () => station,
    booth: () => booth,
    printer,
    paper,
    revive,
    async voteUntilCast(first) {
      let cards = 0;
      let rejected = first === 'confirms';
      let ballot: { text: string; hash: string } | undefined;
      const questions: string[] = [];
      for (let turn = 0; turn < 200; turn += 1) {
        await revive();
        const standing =
          ballot === undefined
            ? 'none'
            : ((await call(`${boothUrl}/api/token`, maker.askToCast(await nonce())))?.value?.standing ??
              'unheard');
        const state = (await call(`${boothUrl}/api/state`))?.value?.state;
        if (state === undefined || standing === 'unheard') continue;
        if (!RESTING.has(state.name)) {
          await Promise.race([live.nextChange(), station.ended, booth.ended]);
        } else if (state.name === 'question') {
          const seen = paper();
          const about = state.about === 'cast' ? 'cast' : 'void';
          const marked = about === 'cast' ? seen.sah > 0 : seen.batal > 0;
          const answer = marked && !seen.hangs ? 'mark-is-there' : seen.hangs ? 'print-mark' : 'no-slip';
          questions.push(`${about}: ${answer}`);
          await press('/api/answer', { answer, confirmations: prepared.confirmed(PEOPLE) });
        } else if (state.name === 'finished') {
          await press('/api/reset', {});
        } else if (state.name === 'slip-held') {
          const path = rejected ? '/api/confirm' : '/api/reject';
          rejected = true;
          await press(path, { hash: state.hash });
        } else if (state.name === 'tracker-printed' && ballot !== undefined) {
          await press('/api/cast', { ballot: ballot.text, options: [1] });
        } else if (state.name === 'idle') {
          if (standing === 'used') return { cards, questions };
          if (standing === 'void' || standing === 'none') {
            const card = maker.readCard(pile.pop() ?? '');
            if (!card.ok) throw new Error('The pile of cards is gone');
            cards += 1;
            ballot = maker.make([1]);
          }
          if (ballot !== undefined) {
            await press('/api/tracker', { hash: ballot.hash });
          }
        }
      }
      throw new Error(
        `This voter never got to cast; the booth is in ${JSON.stringify((await call(`${boothUrl}/api/state`))?.value)}`,
      );
    },
    async boardState() {
      const answer = await fetch(`${stationUrl}/api/board/state`, { headers: { ...board } });
      const { value } = (await answer.json()) as { value: BoardFacts };
      return value;
    },
    async stop() {
      live.stop();
      await booth.kill();
      await station.kill();
      await printer.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
