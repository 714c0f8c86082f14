import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { TECHNICIANS_BOARD } from '../exercise/exercise-devices.ts';
import type { Exercise } from '../exercise/open-exercise.ts';
import type { Device } from '../exercise/processes.ts';
import { askDevice, stationAs } from '../rehearse/device-calls.ts';
import { type DrillVoter, openDrillVoter } from './drill-voter.ts';
import { type MachineOrders, ORDERS_VARIABLE, takenPath } from './machine-orders.ts';

const State = z.looseObject({
  phase: z.string(),
  poll: z.looseObject({ released: z.int(), casts: z.int(), openCases: z.int() }),
  media: z.looseObject({ state: z.enum(['two', 'one', 'paused']) }),
  epochs: z.array(z.unknown()),
  restarts: z.array(z.unknown()),
  notedIncidents: z.array(z.unknown()),
});
/** What a drill looks at to see whether people did what they should. */
export type StationFacts = z.output<typeof State>;

const BoothFacts = z.looseObject({
  state: z.looseObject({ name: z.string() }),
  waitsFor: z.enum(['station', 'medium']).nullable(),
  phase: z.string().nullable(),
});

/** The machines of a drill's polling place, which can be broken and switched on again. */
export interface DrillPlace {
  readonly exercise: Exercise;
  /** Undefined while the station does not answer. */
  readonly look: () => Promise<StationFacts | undefined>;
  /** Whether every booth is on, hears the station, and asks nothing. */
  readonly boothsAreReady: () => Promise<boolean>;
  /** Settles when booth 1 asks about its paper. @throws when it does not for as long as a machine needs that was just switched on */
  readonly boothAsks: () => Promise<void>;
  readonly voter: DrillVoter;
  readonly pullStick: () => void;
  readonly putInStick: () => void;
  /** @returns settles when the machine has taken it */
  readonly order: (orders: Partial<Omit<MachineOrders, 'number'>>) => Promise<void>;
  /** The station hears nobody, as behind a switch without power. */
  readonly cutLan: () => void;
  readonly mendLan: () => void;
  readonly kill: (device: 'station' | { readonly booth: number }) => Promise<void>;
  /** Switches on whatever is off. */
  readonly switchOn: () => Promise<void>;
}

/** Where the orders of a drill lie: in the outside world's folder, never in the station's. */
export const ordersPath = (root: string): string => join(root, 'outside', 'drill-orders.json');

const LOOK_MS = 3_000;
const LOOK_AGAIN_MS = 20;
const MOST_LOOKS = 1_000;

const passing = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param lastVoter the list's last number: the voter whom the drill itself plays */
export function openDrillPlace(exercise: Exercise, lastVoter: number): DrillPlace {
  const { home } = exercise;
  let orders: MachineOrders = { number: 0, clockAheadMs: 0, stickIsFull: false };
  let station: Device | undefined = exercise.station;
  const booths = new Map<number, Device | undefined>(
    exercise.booths.map((device, index) => [index + 1, device]),
  );
  const path = process.env[ORDERS_VARIABLE] ?? '';
  const give: DrillPlace['order'] = async (next) => {
    orders = { ...orders, ...next, number: orders.number + 1 };
    writeFileSync(path, JSON.stringify(orders));
    station?.process.kill('SIGUSR2');
    const isTaken = () =>
      existsSync(takenPath(path)) && readFileSync(takenPath(path), 'utf8') === String(orders.number);
    for (let look = 0; look < MOST_LOOKS && !isTaken(); look += 1) {
      await passing(LOOK_AGAIN_MS);
    }
    if (!isTaken()) throw new Error('The machine of the drill does not take its orders');
  };
  const killProcess = async (device: Device | undefined): Promise<void> => {
    device?.process.kill('SIGKILL');
    await device?.ended;
  };
  /** Somebody who waits for a machine that hears nobody gives up after a while. */
  const withinALook = <Value>(question: Promise<Value>): Promise<Value | undefined> =>
    Promise.race([
      question.catch(() => undefined),
      new Promise<undefined>((late) => setTimeout(() => late(undefined), LOOK_MS).unref()),
    ]);

  return {
    exercise,
    voter: openDrillVoter(exercise, lastVoter),
    look: () =>
      withinALook(
        (async () => {
          // the hall's board is in the hands of people: whoever opens it ends every session that it had
          const board = await stationAs(exercise, TECHNICIANS_BOARD);
          return board.ask('/api/board/state', State);
        })(),
      ),
    async boothsAreReady() {
      const facts = await Promise.all(
        exercise.booths.map(({ url }) => withinALook(askDevice(url, '/api/state', BoothFacts))),
      );
      return facts.every(
        (booth) => booth?.state.name === 'idle' && booth.waitsFor === null && booth.phase === 'open',
      );
    },
    async boothAsks() {
      for (let look = 0; look < MOST_LOOKS; look += 1) {
        const booth = await withinALook(askDevice(exercise.booths[0]?.url ?? '', '/api/state', BoothFacts));
        if (booth?.state.name === 'question') return;
        await passing(LOOK_AGAIN_MS);
      }
      throw new Error('A booth with a slip that hangs asks nobody');
    },
    pullStick() {
      const away = Array.from({ length: 100 }, (_, index) => `${home.stationSecond}-${index + 1}`);
      renameSync(home.stationSecond, away.find((folder) => !existsSync(folder)) ?? '');
    },
    putInStick() {
      if (!existsSync(home.stationSecond)) mkdirSync(home.stationSecond, { mode: 0o700 });
    },
    order: give,
    cutLan: () => void station?.process.kill('SIGSTOP'),
    mendLan: () => void station?.process.kill('SIGCONT'),
    async kill(device) {
      if (device === 'station') {
        await killProcess(station);
        station = undefined;
        return;
      }
      await killProcess(booths.get(device.booth));
      booths.set(device.booth, undefined);
    },
    async switchOn() {
      station ??= await exercise.switchOn('station');
      for (const [booth, device] of booths) {
        if (device === undefined) booths.set(booth, await exercise.switchOn({ booth }));
      }
    },
  };
}
