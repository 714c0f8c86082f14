import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { RandomSource } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import {
  type Bitmap,
  startVirtualCertifiedReader,
  startVirtualPrinter,
  type VirtualCertifiedReader,
  type VirtualPrinter,
} from '@bilik/devices';
import type { ElectionDefinition } from '@bilik/election';
import { z } from 'zod';
import { deviceCommand } from '../../apps/cli/src/device/device-command.ts';
import { holdCeremony, showElection } from '../../apps/cli/src/exercise/ceremony.ts';
import { voterThingsPath } from '../../apps/cli/src/exercise/check-in-files.ts';
import { readDeviceBag } from '../../apps/cli/src/exercise/exercise-devices.ts';
import {
  type ExerciseHome,
  type ExercisePorts,
  exerciseHome,
  exercisePorts,
} from '../../apps/cli/src/exercise/exercise-home.ts';
import { packageLetterPath } from '../../apps/cli/src/exercise/exercise-package.ts';
import { inventPeople } from '../../apps/cli/src/exercise/exercise-people.ts';
import { EXERCISE_THRESHOLD, EXERCISE_TRUSTEES } from '../../apps/cli/src/exercise/exercise-village.ts';
import { freeFirstPort } from '../../apps/cli/src/exercise/open-exercise.ts';
import { readDefinition } from '../../apps/cli/src/exercise/outside-world.ts';
import {
  cardPilePath,
  newPassphrase,
  pinEnvelopesPath,
  prepareExercise,
} from '../../apps/cli/src/exercise/prepare.ts';
import { type Device, startDevice, stopDevices } from '../../apps/cli/src/exercise/processes.ts';
import { espeak, makeVoices } from '../../apps/cli/src/voices/make-voices.ts';

export const BOOTHS = 5;
export const DESKS = 6;
/** Voters on the list; more than come. */
export const LISTED = 70;
const CARDS = 90;
/** The desk with a certified reader that matches fingers. */
export const READER_DESK = 6;
const SEED = 1607;

const ROOT = join(import.meta.dirname, '..', '..');
const random: RandomSource = (count) => new Uint8Array(randomBytes(count));

const Things = z.looseObject({
  invitations: z.array(z.strictObject({ voter: z.int(), code: z.string() })),
  ofOtherPlace: z.string(),
  elsewhere: z.array(z.strictObject({ name: z.string(), nik: z.string() })),
});
const Pins = z.array(z.looseObject({ name: z.string(), pin: z.string() }));

/** A polling place of real processes: its certificate from its package, its devices prepared and none of them paired. */
export interface Hall {
  readonly home: ExerciseHome;
  readonly ports: ExercisePorts;
  /** Where the package lies, and what the office's letter says. */
  readonly stick: { readonly folder: string; readonly passphrase: string };
  readonly people: ReturnType<typeof inventPeople>;
  readonly definition: () => ElectionDefinition;
  readonly things: () => z.output<typeof Things>;
  readonly pinOf: (name: string) => string;
  /** Codes of the pile of cards. */
  readonly cards: () => string[];
  readonly passphraseOf: (trustee: number) => string;
  readonly printers: readonly VirtualPrinter[];
  /** Every piece of paper that fell, by booth. */
  readonly papers: (booth: number) => readonly Bitmap[];
  /** Starts the station; an empty one says where its setup page is. */
  readonly startStation: () => { readonly setupUrl: Promise<string>; readonly ready: Promise<Device> };
  /** @param settings of its `booth.json`; one that speaks gets its voices */
  readonly startBooth: (booth: number, settings: object, speaks: boolean) => Promise<Device>;
  readonly trusteeUrl: (trustee: number) => string;
  /** Makes one device's home, as `bilik device prepare` does. @returns its folder */
  readonly prepare: (device: string) => Promise<string>;
  readonly reader: VirtualCertifiedReader;
  /** The reader's own process, which its keeper starts with a code from the board. */
  readonly startReader: (code: string) => Promise<void>;
  /** What no process should have said. */
  readonly broken: () => readonly string[];
  readonly stop: () => Promise<void>;
}

export async function openHall(root: string): Promise<Hall> {
  const home = exerciseHome(join(root, 'home'));
  const ports = exercisePorts(await freeFirstPort());
  const group = nativeGroup();
  const people = inventPeople(LISTED, SEED);
  const processes: Device[] = [];
  const readers: ChildProcess[] = [];
  const broken: string[] = [];
  const hear = (line: string): void => {
    if (/broken|Error/.test(line)) broken.push(line);
  };
  const start = async (...[app, words]: [app: 'station' | 'booth' | 'trustee', words: readonly string[]]) => {
    const device = await startDevice(app, words, hear);
    processes.push(device);
    return device;
  };

  const trustees = await Promise.all(
    EXERCISE_TRUSTEES.map((_, index) =>
      start('trustee', [
        ...['--home', home.trustee(index + 1), '--port', String(ports.trustee(index + 1))],
        ...['--exercise', '--workers', '1'],
      ]),
    ),
  );
  const keepers = trustees.map(({ url }, index) => ({
    url,
    name: EXERCISE_TRUSTEES[index]?.name ?? '',
    passphrase: newPassphrase(random),
  }));
  const folder = join(root, 'sticks');
  mkdirSync(folder, { recursive: true });
  let written = { path: '', passphrase: '' };
  await prepareExercise({
    home,
    ports,
    group,
    people,
    size: { booths: BOOTHS, desks: DESKS, cards: CARDS },
    now: Date.now,
    random,
    makeTrustees: (ceremony) =>
      holdCeremony({ group, ceremony, threshold: EXERCISE_THRESHOLD, devices: keepers }),
    showElection: (election, list) => showElection(keepers, election, list),
    // the board's people load it, on the station's own screen
    loadPackage: async (made) => {
      written = made;
    },
  });
  mkdirSync(join(folder, 'STIK-KABUPATEN'));
  writeFileSync(join(folder, 'STIK-KABUPATEN', 'merah-mata-001.bilik'), readFileSync(written.path));

  const papers = Array.from({ length: BOOTHS }, (): Bitmap[] => []);
  const printers = await Promise.all(
    papers.map((pieces, index) =>
      startVirtualPrinter({ port: ports.printer(index + 1), onPaper: (piece) => pieces.push(piece) }),
    ),
  );
  const reader = await startVirtualCertifiedReader();
  const pins = Pins.parse(JSON.parse(readFileSync(pinEnvelopesPath(home), 'utf8')));

  const prepare = async (name: string): Promise<string> => {
    const prepared = readDeviceBag(home).find(({ device }) => device === name);
    if (prepared === undefined) throw new Error(`no ${name} was prepared`);
    const { role, number } = prepared;
    const own =
      role === 'booth'
        ? home.booth(number)
        : role === 'trustee'
          ? home.trustee(number)
          : join(root, 'devices', name);
    const code = await deviceCommand([
      ...['prepare', '--package', written.path, '--passphrase', packageLetterPath(home)],
      ...['--device', name, '--home', own, '--port', String(ports.station)],
    ]);
    if (code !== 0) throw new Error(`${name} was not prepared (${code})`);
    return own;
  };

  return {
    home,
    ports,
    stick: { folder, passphrase: written.passphrase },
    people,
    definition: () => readDefinition(home),
    things: () => Things.parse(JSON.parse(readFileSync(voterThingsPath(home), 'utf8'))),
    pinOf: (name) => pins.find((one) => one.name === name)?.pin ?? '',
    cards: () => z.array(z.string()).parse(JSON.parse(readFileSync(cardPilePath(home), 'utf8'))),
    passphraseOf: (trustee) => keepers[trustee - 1]?.passphrase ?? '',
    printers,
    papers: (booth) => papers[booth - 1] ?? [],
    startStation() {
      let found: (url: string) => void = () => undefined;
      const setupUrl = new Promise<string>((resolve) => {
        found = resolve;
      });
      const words = [
        ...['--home', home.station, '--second', home.stationSecond, '--port', String(ports.station)],
        ...['--https', '--exercise', '--sticks', `${folder}/*`],
      ];
      const ready = startDevice('station', words, (line) => {
        const url = /load the package: (\S+)$/.exec(line)?.[1];
        if (url === undefined) hear(line);
        else found(url);
      }).then((device) => {
        processes.push(device);
        return device;
      });
      return { setupUrl, ready };
    },
    async startBooth(booth, settings, speaks) {
      const own = home.booth(booth);
      const config: unknown = {
        printer: { host: '127.0.0.1', port: ports.printer(booth) },
        widthDots: 576,
        ...settings,
      };
      writeFileSync(join(own, 'booth.json'), JSON.stringify(config));
      // an exercise's package has no voices
      if (speaks) await makeVoices(join(own, 'voices'), readDefinition(home), espeak);
      return start('booth', ['--home', own, '--port', String(ports.booth(booth))]);
    },
    trusteeUrl: (trustee) => trustees[trustee - 1]?.url ?? '',
    prepare,
    reader,
    async startReader(code) {
      const own = await prepare(`reader-${READER_DESK}`);
      const source = { type: 'certified', host: '127.0.0.1', port: reader.port };
      writeFileSync(join(own, 'reader.json'), JSON.stringify({ source }));
      const child = spawn(
        process.execPath,
        [join(ROOT, 'apps/reader/src/main.ts'), '--home', own, '--pair', code],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      readers.push(child);
      return new Promise((resolve, reject) => {
        createInterface({ input: child.stdout }).on('line', (line) => {
          if (line === 'reader ready') resolve();
        });
        child.once('exit', (exit) => reject(new Error(`the reader ended (${exit})`)));
      });
    },
    broken: () => broken,
    async stop() {
      for (const child of readers) child.kill('SIGTERM');
      await stopDevices(
        [...processes]
          .reverse()
          .filter(({ process: { exitCode, signalCode } }) => exitCode === null && signalCode === null),
      );
      for (const printer of printers) await printer.stop();
      await reader.stop();
    },
  };
}
