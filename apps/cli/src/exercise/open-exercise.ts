import { randomBytes, randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { Group, RandomSource } from '@bilik/ballot';
import type { RulePack } from '@bilik/election';
import type { ListedPerson } from '@bilik/intake';
import { loadIntoStation } from '../package/load-into-station.ts';
import { buildPages } from '../processes/app-process.ts';
import { beginRegency, forgetRegency } from '../regency/begin-regency.ts';
import type { RegencyDesk } from '../regency/open-regency.ts';
import { holdCeremony, showElection } from './ceremony.ts';
import { type ExerciseHome, type ExercisePorts, exerciseHome, exercisePorts } from './exercise-home.ts';
import { holdHome } from './exercise-lock.ts';
import {
  EXERCISE_THRESHOLD,
  EXERCISE_TRUSTEES,
  type ExerciseSize,
  type ExerciseVoting,
} from './exercise-village.ts';
import { openHall, type StartDevice } from './open-hall.ts';
import { type OutsideWorld, readDefinition } from './outside-world.ts';
import { isPrepared, newPassphrase, prepareExercise, writeBoothConfigs, writeEnvelopes } from './prepare.ts';
import { type Device, startDevice, stopDevices } from './processes.ts';

export interface ExerciseOptions {
  readonly root: string;
  readonly firstPort: number;
  readonly fresh: boolean;
  /** The list of a new exercise; one that was prepared before keeps its own. */
  readonly people: readonly ListedPerson[];
  /** Of a new exercise. Default: day and hours of exercises that nobody opens by hand. */
  readonly voting?: ExerciseVoting | undefined;
  readonly size: ExerciseSize;
  readonly group: Group;
  /** Of a new exercise that will be held in a hall: where its station and its spare are, IPv4. */
  readonly stationAddresses?: readonly string[] | undefined;
  /** Rules of a new exercise. Default: the general ones. */
  readonly rulePack?: RulePack | undefined;
  /** The regency to which the polling place belongs; left out: it stands alone. Whoever gives it starts it. */
  readonly regency?: RegencyDesk | undefined;
  /** What devices say, and how far the opening is. */
  readonly say: (line: string) => void;
  /** A drill's module through which parts of the station's machine fail; left out: nothing fails. */
  readonly stationPreload?: string;
}

export interface Exercise {
  readonly home: ExerciseHome;
  readonly ports: ExercisePorts;
  readonly outside: OutsideWorld;
  readonly station: Device;
  readonly booths: readonly Device[];
  readonly trustees: readonly Device[];
  /** Starts a device again whose process has ended, as somebody who switches it on. */
  readonly switchOn: (device: 'station' | { readonly booth: number }) => Promise<Device>;
  readonly stop: () => Promise<void>;
}

const random: RandomSource = (count) => new Uint8Array(randomBytes(count));

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Room for the highest port of an exercise above its first. */
export const PORT_SPAN = 100;

/** Exercises that nobody opens by hand begin far up, and each elsewhere: two that start at once must not want the same ports. */
function portFarUp(): number {
  return 21_000 + PORT_SPAN * randomInt(100);
}

/** A first port from which on all are free. @param from where to begin to look */
export async function freeFirstPort(from: number = portFarUp()): Promise<number> {
  for (let first = from; first < 60_000; first += PORT_SPAN) {
    const span = Array.from({ length: PORT_SPAN }, (_, offset) => first + offset);
    const free = await Promise.all(span.map(isFree));
    if (free.every((isOpen) => isOpen)) return first;
  }
  throw new Error('No hundred free ports in a row are left on this machine');
}

/** Why nothing was opened. */
export type OpeningError =
  | { readonly type: 'port-taken'; readonly port: number }
  /** Another exercise runs in the same folder. */
  | { readonly type: 'home-in-use'; readonly root: string };

/** Opens a whole polling place in exercise mode: outside world, station, booths and trustees, each a process of its own. */
export async function openExercise(
  options: ExerciseOptions,
): Promise<
  { readonly ok: true; readonly value: Exercise } | { readonly ok: false; readonly error: OpeningError }
> {
  buildPages();
  const ports = exercisePorts(options.firstPort);
  const { booths: boothCount } = options.size;
  const wanted = [
    ports.outside,
    ports.station,
    ...Array.from({ length: boothCount }, (_, index) => ports.booth(index + 1)),
    ...EXERCISE_TRUSTEES.map((_, index) => ports.trustee(index + 1)),
    ...(options.regency === undefined ? [] : [ports.center]),
    ...Array.from({ length: boothCount }, (_, index) => ports.printer(index + 1)),
  ];
  for (const port of wanted)
    if (!(await isFree(port))) return { ok: false, error: { type: 'port-taken', port } };

  const held = holdHome(options.root);
  if (held === undefined) return { ok: false, error: { type: 'home-in-use', root: options.root } };
  const home = exerciseHome(options.root);
  // an attempt that was cut short: trustees' half-made keys fit no other ceremony
  if (options.fresh || !isPrepared(home)) {
    await forgetRegency(home);
    held.empty();
  }
  const started: Device[] = [];
  const start: StartDevice = async (app, folder, port, more = []) => {
    const preload = app === 'station' ? options.stationPreload : undefined;
    const parameters = ['--home', folder, '--port', String(port), ...more];
    const device = await startDevice(app, parameters, options.say, preload);
    started.push(device);
    return device;
  };
  try {
    // a device reads who it is and where its station is when it first needs to
    if (isPrepared(home)) writeBoothConfigs(home, ports, readDefinition(home).booths);
    const trustees = await Promise.all(
      EXERCISE_TRUSTEES.map((_, index) =>
        start('trustee', home.trustee(index + 1), ports.trustee(index + 1), [
          '--exercise',
          // five devices share this machine: one worker each is all that its cores can use
          '--workers',
          '1',
        ]),
      ),
    );
    if (!isPrepared(home)) {
      options.say('prepare: people, keys and cards');
      const devices = trustees.map(({ url }, index) => ({
        url,
        name: EXERCISE_TRUSTEES[index]?.name ?? '',
        passphrase: newPassphrase(random),
      }));
      writeEnvelopes(home, devices);
      const receiver = options.regency === undefined ? undefined : await beginRegency(home);
      await prepareExercise({
        home,
        ports,
        group: options.group,
        people: options.people,
        voting: options.voting,
        size: options.size,
        now: Date.now,
        random,
        rulePack: options.rulePack,
        stationAddresses: options.stationAddresses,
        receiver,
        makeTrustees: (ceremony) =>
          holdCeremony({ group: options.group, ceremony, threshold: EXERCISE_THRESHOLD, devices }),
        showElection: (election, trusteesText) => showElection(devices, election, trusteesText),
        async loadPackage({ path, passphrase }) {
          const { code, said } = await loadIntoStation({
            path,
            home: home.station,
            passphrase,
            expected: { kind: 'exercise' },
          });
          if (code !== 0) throw new Error(`The station did not load its package: ${said}`);
        },
      });
    }
    const { outside, station, booths, startStation, startBooth } = await openHall({
      ...{ home, ports, start, say: options.say, regency: options.regency },
      trustees: trustees.map(({ url }) => url),
    });
    return {
      ok: true,
      value: {
        home,
        ports,
        outside,
        station,
        booths,
        trustees,
        switchOn: (device) => (device === 'station' ? startStation() : startBooth(device.booth)),
        async stop() {
          await stopDevices([...started].reverse());
          await outside.stop();
          held.release();
        },
      },
    };
  } catch (error) {
    await stopDevices(started);
    held.release();
    throw error;
  }
}
