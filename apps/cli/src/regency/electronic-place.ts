import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PdfReading } from '@bilik/papers/reading';
import { type OpenedPackage, openPackage, readOpened, sealingKey, sourceOf } from '@bilik/transfer';
import { z } from 'zod';
import { deviceBagPath, HALL_BOARD } from '../exercise/exercise-devices.ts';
import { type ExerciseHome, exerciseHome, exercisePorts } from '../exercise/exercise-home.ts';
import { packageAnnouncementPath, packagePath } from '../exercise/exercise-package.ts';
import { hallPeople } from '../exercise/hall-people.ts';
import { freeFirstPort } from '../exercise/open-exercise.ts';
import { type Hall, openHall } from '../exercise/open-hall.ts';
import {
  cardPilePath,
  cardSheetsPath,
  pinEnvelopesPath,
  testCardSheetsPath,
  testCardsPath,
} from '../exercise/prepare.ts';
import { type Device, startDevice, stopDevices } from '../exercise/processes.ts';
import { loadIntoStation } from '../package/load-into-station.ts';
import { stationAs } from '../rehearse/device-calls.ts';
import {
  closePolls,
  confirmedBy,
  openPolls,
  optionsOfContests,
  sealDay,
  TWO_PEOPLE,
  voteAllDay,
} from '../rehearse/polling-day.ts';
import { simulatePeople } from '../rehearse/simulated-people.ts';
import type { RegencyTrustees } from './regency-trustees.ts';
import type { Rehearsal, RehearsedPlace } from './rehearsed-regency.ts';
import { seededDraw } from './seeded-draw.ts';

const Anything = z.unknown();
const Issued = z.looseObject({
  version: z.int(),
  cards: z.int(),
  cardSheets: z.base64(),
  testCardSheets: z.base64(),
  pins: z.array(z.looseObject({ person: z.string(), pin: z.string() })),
  passphrase: z.string(),
});
const Packages = z.looseObject({
  packs: z.array(z.looseObject({ number: z.int(), cards: z.int() })),
});
const Poll = z.looseObject({ poll: z.looseObject({ casts: z.int() }) });
const Sending = z.looseObject({ state: z.string(), fault: z.unknown().optional() });

const BOOTHS = 3;
const DESKS = 2;
const RESERVE_CARDS = 60;
const LOOK_MS = 200;
const DELIVERY_PATIENCE_MS = 180_000;

/** Chair, two members, desk officer, technician, supervisor. */
const BOARD = [
  'Orang Buatan Ketua',
  'Orang Buatan Anggota',
  'Orang Buatan Kedua',
  'Orang Buatan Meja',
  'Orang Buatan Teknisi',
  'Orang Buatan Pengawas',
] as const;
const WITNESSES = ['Orang Buatan Saksi 1', 'Orang Buatan Saksi 2', 'Orang Buatan Saksi 3'];

/** What came out of an electronic polling place's day. */
export interface ElectronicResult {
  readonly place: string;
  /** Votes of each option in ballot order, as the simulated people remember them. */
  readonly memory: readonly number[];
  readonly casts: number;
  readonly files: { readonly record: Uint8Array; readonly voidList: Uint8Array; readonly result: Uint8Array };
}

/**
 * A polling place that votes by machine, from its package to the receipt of the center: real processes on a closed network of this machine, cards as they
 * are printed, the sum opened by the regency's trustees from sticks.
 */
export async function runElectronicPlace(input: {
  readonly rehearsal: Rehearsal;
  readonly trustees: RegencyTrustees;
  readonly place: RehearsedPlace;
  readonly contest: string;
  readonly folder: string;
  readonly say: (line: string) => void;
}): Promise<ElectronicResult> {
  const { rehearsal, trustees, place, say } = input;
  const home = exerciseHome(input.folder);
  const opened = await issueAndLoad({ ...input, home });
  const textOf = (name: string) => {
    const read = opened.read(name);
    if (!read.ok) throw new Error(`the package of ${place.id} has no ${name}`);
    return Buffer.from(read.value).toString('utf8');
  };
  await trustees.showElection(place.id, textOf('election.json'), textOf('trustees.json'));
  const ports = exercisePorts(await freeFirstPort());
  const started: Device[] = [];
  let hall: Hall | undefined;
  try {
    hall = await openHall({
      home,
      ports,
      trustees: [],
      say,
      async start(app, root, port, more = []) {
        const device = await startDevice(app, ['--home', root, '--port', String(port), ...more], say);
        started.push(device);
        return device;
      },
    });
    return await dayOf(hall, rehearsal, trustees, place);
  } finally {
    await stopDevices(started.reverse());
    await hall?.outside.stop();
  }
}

/** Package and papers from the office; cards cut and shuffled into a pile, envelopes handed out, the package loaded. */
async function issueAndLoad({
  rehearsal,
  place,
  contest,
  home,
}: {
  readonly rehearsal: Rehearsal;
  readonly place: RehearsedPlace;
  readonly contest: string;
  readonly home: ExerciseHome;
}): Promise<OpenedPackage> {
  const { office, people, election } = rehearsal;
  const name = { election, place: place.id };
  const outfit = {
    people: hallPeople(BOARD, WITNESSES, contest),
    ...{ booths: BOOTHS, desks: DESKS, reserveCards: RESERVE_CARDS },
    ...{
      stationNames: ['localhost', 'stasiun.bilik.internal'],
      stationAddresses: ['127.0.0.1', '127.0.0.2'],
    },
  };
  await office.act(people.regency, 'packages.outfit', { ...name, outfit }, Anything);
  const papers = await office.act(people.regency, 'packages.issue', name, Issued);
  const { packs } = await office.act(people.regency, 'packages.show', name, Packages);
  for (const { number, cards } of packs) {
    const seal = { number, counted: cards, seal: `L-${place.id}-${number}` };
    await office.act(people.regency, 'packages.seal', { ...name, ...seal }, Anything);
  }
  await office.act(people.regency, 'packages.hand-over', { ...name, to: BOARD[0] }, Anything);
  const file = await office.paper(people.regency, 'packages.file', name);
  const announcement = await office.paper(people.regency, 'packages.announcement', name);
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, content, { mode: 0o600 });
  };
  const sheets = Buffer.from(papers.cardSheets, 'base64');
  const testSheets = Buffer.from(papers.testCardSheets, 'base64');
  const lots = (code: string) => seededDraw(rehearsal.seed, `pile/${code}`);
  const codes = codesOn(sheets).toSorted((left, right) => lots(left) - lots(right));
  if (codes.length !== papers.cards)
    throw new Error(`${codes.length} cards were printed for ${place.id}, not ${papers.cards}`);
  const opened = openPackage(sourceOf(file));
  if (!opened.ok) throw new Error(`the package of ${place.id} is ${opened.error.type}`);
  write(packagePath(home), file);
  write(packageAnnouncementPath(home), announcement);
  write(cardPilePath(home), JSON.stringify(codes));
  write(cardSheetsPath(home), sheets);
  // the logic and accuracy test is rehearsed by itself: its cards stay on their sheets
  write(testCardsPath(home), '[]');
  write(testCardSheetsPath(home), testSheets);
  write(pinEnvelopesPath(home), JSON.stringify(papers.pins));
  write(deviceBagPath(home), await sealedText(opened.value, 'devices.json', papers.passphrase));
  mkdirSync(home.stationSecond, { recursive: true, mode: 0o700 });
  const { code, said } = await loadIntoStation({
    path: packagePath(home),
    home: home.station,
    passphrase: papers.passphrase,
    expected: { kind: 'exercise', pollingPlace: place.id },
  });
  if (code !== 0) throw new Error(`The station of ${place.id} did not load its package: ${said}`);
  return opened.value;
}

/** The digits on the printed sheets, as people read them. */
function codesOn(sheets: Uint8Array): readonly string[] {
  return new PdfReading(sheets).pages.flatMap((page) => page.match(/[0-9]{24}/g) ?? []);
}

/** A sealed member of a package, with the passphrase of its letter. */
async function sealedText(opened: OpenedPackage, name: string, passphrase: string): Promise<string> {
  const { members, signature: _, ...facts } = opened.manifest;
  const member = members.find((one) => one.name === name);
  const key = await sealingKey(facts, passphrase);
  const read = member === undefined ? undefined : readOpened(opened, member, key);
  if (read?.ok !== true) throw new Error(`a package without ${name}`);
  return Buffer.from(read.value).toString('utf8');
}

async function dayOf(
  hall: Hall,
  { office, seed }: Rehearsal,
  trustees: RegencyTrustees,
  place: RehearsedPlace,
): Promise<ElectronicResult> {
  await openPolls(hall);
  const { L, P } = place.registered;
  const people = simulatePeople(seed, L + P, await optionsOfContests(hall));
  const day = await voteAllDay(hall, people, DESKS, () => undefined);
  await closePolls(hall, day.counts.left);
  const board = await stationAs(hall, HALL_BOARD);
  const { poll } = await board.ask('/api/board/state', Poll);
  const sealed = {
    record: await board.download('/api/record/sealed'),
    voidList: await board.download('/api/record/void'),
    casts: poll.casts,
  };
  for (const [index, { owner, share }] of (await trustees.open(place.id, sealed)).entries()) {
    const line = await stationAs(hall, `trustee-${index + 1}`);
    await line.tell('/api/shares', { owner, share }, Anything);
  }
  const confirmations = await confirmedBy(hall, TWO_PEOPLE);
  await board.tell('/api/board/command', { command: 'count', confirmations }, Anything);
  await sealDay(hall, day.counts.left);
  const files = {
    record: await board.download('/api/record/record.bel'),
    voidList: await board.download('/api/record/void'),
    result: await board.download('/api/record/result.json'),
  };
  const two = await confirmedBy(hall, TWO_PEOPLE);
  await board.tell('/api/board/send', { address: office.url, confirmations: two }, Anything);
  const end = performance.now() + DELIVERY_PATIENCE_MS;
  for (;;) {
    const standing = await board.ask('/api/board/sending', Sending);
    if (standing.state === 'received') break;
    if (performance.now() > end) throw new Error(`${place.id} has no receipt: ${JSON.stringify(standing)}`);
    await wait(LOOK_MS);
  }
  return { place: place.id, memory: day.memory[0] ?? [], casts: day.counts.casts, files };
}
