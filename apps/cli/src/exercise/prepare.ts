import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Group, RandomSource } from '@bilik/ballot';
import { defaultRulePack, type RulePack } from '@bilik/election';
import type { ListedPerson } from '@bilik/intake';
import { pollingPlaceName, renderTestCards, renderTokenCards } from '@bilik/papers';
import { sha256Hex } from '@bilik/transfer';
import {
  drawBelow,
  makeCardPool,
  makePlaceElection,
  makePlaceMembers,
  newElectionUuid,
  newSigningKey,
  shuffle,
  type TestCards,
} from '@bilik/transfer/issue';
import { Resvg } from '@resvg/resvg-js';
import { z } from 'zod';
import { CardCode } from './card-pile.ts';
import { inventCheckInThings, writeInvitations } from './check-in-files.ts';
import { deviceBagPath, exerciseDevices, writeDeviceFiles } from './exercise-devices.ts';
import type { ExerciseHome, ExercisePorts } from './exercise-home.ts';
import { type WrittenPackage, writeExercisePackage } from './exercise-package.ts';
import { votersOfList } from './exercise-people.ts';
import {
  EXERCISE_CANDIDATES,
  type ExerciseSize,
  type ExerciseVoting,
  exerciseDefinition,
} from './exercise-village.ts';
import { PORTRAITS } from './portraits.ts';

const PHOTO_WIDTH_PIXELS = 600;

const TestCardsSchema = z.array(z.strictObject({ booth: z.int(), codes: z.array(CardCode) }));

const EXERCISE_CERTIFICATE_DAYS = 366;
/** Where the station of an exercise may be reached over HTTPS: on this machine alone, unless the exercise is held in a hall. */
const EXERCISE_STATION_NAMES = ['localhost', 'stasiun.bilik.internal'];
const EXERCISE_STATION_ADDRESSES: readonly string[] = ['127.0.0.1', '127.0.0.2'];

export interface PrepareInput {
  readonly home: ExerciseHome;
  readonly ports: ExercisePorts;
  readonly group: Group;
  /** The people of the list, in its order; all of them invented. */
  readonly people: readonly ListedPerson[];
  /** Default: day and hours of exercises that nobody opens by hand. */
  readonly voting?: ExerciseVoting | undefined;
  readonly size: ExerciseSize;
  readonly now: () => number;
  readonly random: RandomSource;
  /** Default: the general rules. */
  readonly rulePack?: RulePack | undefined;
  /** IPv4 addresses of the station and its spare in a hall, for the certificate. Default: this machine alone. */
  readonly stationAddresses?: readonly string[] | undefined;
  /** Holds the key ceremony. @returns the text of the trustees object */
  readonly makeTrustees: (ceremony: string) => Promise<string>;
  /** Shows the trustees the election that their keys now belong to. */
  readonly showElection: (election: string, trustees: string) => Promise<void>;
  /** Base64 of the key whose receipt counts: the center's. Left out: that of the exercise's own receiver (`bilik receive`). */
  readonly receiver?: string | undefined;
  /** Has the station load its package, as on any other day. */
  readonly loadPackage: (written: WrittenPackage) => Promise<void>;
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, content, { mode: 0o600 });
}

/** Candidates' drawn portraits as pictures, by the file name under which the definition names them. */
function drawPortraits(): ReadonlyMap<string, Uint8Array> {
  return new Map(
    EXERCISE_CANDIDATES.map(({ portrait }, index) => {
      const svg = readFileSync(join(PORTRAITS, portrait), 'utf8');
      const picture = new Resvg(svg, { fitTo: { mode: 'width', value: PHOTO_WIDTH_PIXELS } });
      return [`calon-${index + 1}.png`, new Uint8Array(picture.render().asPng())];
    }),
  );
}

export function isPrepared(home: ExerciseHome): boolean {
  return existsSync(home.preparedMark);
}

/** Passphrases as they lie in the trustees' envelopes, in the outside world. */
export function envelopesPath(home: ExerciseHome): string {
  return join(home.outside, 'envelopes.json');
}

/** Easy to read aloud; an exercise's passphrase guards nothing. */
export function newPassphrase(random: RandomSource): string {
  return `latihan ${1000 + drawBelow(random, 9000)} ${1000 + drawBelow(random, 9000)}`;
}

/** Puts each trustee's passphrase into an envelope. */
export function writeEnvelopes(
  home: ExerciseHome,
  devices: readonly { readonly name: string; readonly passphrase: string }[],
): void {
  const envelopes = devices.map(({ name, passphrase }, index) => ({ trustee: index + 1, name, passphrase }));
  write(envelopesPath(home), JSON.stringify(envelopes));
}

/** Everybody's PIN as it lies in their envelope, in the outside world. */
export function pinEnvelopesPath(home: ExerciseHome): string {
  return join(home.outside, 'pins.json');
}

/** The pile of cards, shuffled: what stands for printed cards. */
export function cardPilePath(home: ExerciseHome): string {
  return join(home.outside, 'card-pile.json');
}

/** Cards that came back unused; the file is made with the first of them. */
export function returnedCardsPath(home: ExerciseHome): string {
  return join(home.outside, 'returned-cards.json');
}

/** The cards as printed sheets, to be cut and folded. */
export function cardSheetsPath(home: ExerciseHome): string {
  return join(home.outside, 'cards.pdf');
}

/** The polling place's list as its office has it, as JSON. */
export function officeListPath(home: ExerciseHome): string {
  return join(home.outside, 'office-list.json');
}

/** The cards of the logic and accuracy test, booth by booth. */
export function testCardsPath(home: ExerciseHome): string {
  return join(home.outside, 'test-cards.json');
}

/** The same as printed sheets: on each card what is to be touched with it. */
export function testCardSheetsPath(home: ExerciseHome): string {
  return join(home.outside, 'kartu-uji.pdf');
}

export function readTestCards(home: ExerciseHome): readonly TestCards[] {
  return TestCardsSchema.parse(JSON.parse(readFileSync(testCardsPath(home), 'utf8')));
}

/**
 * Prepares an exercise in empty roots: people, keys, cards, one polling place. Nothing secret of one device is written into the root
 * of another. The mark is written last; whatever was left by an attempt that was cut short is removed first.
 */
export async function prepareExercise(input: PrepareInput): Promise<void> {
  const { home, group, random, size, ports, rulePack = defaultRulePack } = input;
  for (const medium of [home.station, home.stationSecond]) rmSync(medium, { recursive: true, force: true });
  mkdirSync(home.stationSecond, { recursive: true, mode: 0o700 });
  const voters = votersOfList(input.people);
  const photos = drawPortraits();
  const named = [...photos].map(([file, picture]) => ({ file, fingerprint: sha256Hex(picture) }));
  const definition = exerciseDefinition(voters, named, size, rulePack, input.voting);

  const uuid = newElectionUuid(random);
  const trusteesText = await input.makeTrustees(uuid);
  const stationKey = newSigningKey();
  const electionText = makePlaceElection({ definition, group, trusteesText, uuid, stationKey });
  await input.showElection(electionText, trusteesText);

  const pool = makeCardPool({ group, uuid, cards: size.cards, random });
  const devices = exerciseDevices(size, random);
  const nowMs = input.now();
  const things = inventCheckInThings(definition, voters);
  const { members, pins, testCards } = await makePlaceMembers({
    definition,
    rulePack,
    voters,
    besideTheList: things.besideTheList,
    photos,
    trusteesText,
    electionText,
    pool,
    devices,
    stationKey,
    station: {
      names: EXERCISE_STATION_NAMES,
      addresses: input.stationAddresses ?? EXERCISE_STATION_ADDRESSES,
    },
    // an exercise is held whenever somebody starts it
    certificateDays: { before: 1, after: EXERCISE_CERTIFICATE_DAYS },
    placeName: `${pollingPlaceName(definition)}, ${definition.area.village.name} (LATIHAN)`,
    group,
    nowMs,
    random,
  });
  await input.loadPackage(
    await writeExercisePackage({
      ...{ home, members, definition, electionText, group, nowMs, random },
      receiver: input.receiver,
    }),
  );
  write(officeListPath(home), JSON.stringify(voters));
  writeInvitations(home, { definition, uuid, voters, ...things });
  write(pinEnvelopesPath(home), JSON.stringify(pins));
  write(deviceBagPath(home), JSON.stringify(devices));
  write(cardPilePath(home), JSON.stringify(pool.codes));
  write(
    cardSheetsPath(home),
    renderTokenCards({
      kind: 'exercise',
      electionTitle: definition.title.id,
      villageName: definition.area.village.name,
      pollingPlaceName: pollingPlaceName(definition),
      cards: shuffle(pool.codes, random).map((code) => ({ code })),
    }),
  );
  write(testCardsPath(home), JSON.stringify(testCards));
  write(testCardSheetsPath(home), renderTestCards(definition, testCards));
  writeBoothConfigs(home, ports, size.booths);
  write(home.preparedMark, JSON.stringify({ format: 'bilik/exercise/1', size, voters: voters.length, uuid }));
}

/** Tells booths and trustees who they are and where station and printer are; again at every start, because ports may differ. */
export function writeBoothConfigs(home: ExerciseHome, ports: ExercisePorts, booths: number): void {
  writeDeviceFiles(home, ports);
  for (let booth = 1; booth <= booths; booth += 1) {
    const folder = home.booth(booth);
    write(
      join(folder, 'booth.json'),
      JSON.stringify({
        printer: { host: '127.0.0.1', port: ports.printer(booth) },
        widthDots: 576,
        // heard once `bilik voices` has filled the booth's folder `voices`
        access: { headphones: true },
        windowPicture: `http://127.0.0.1:${ports.outside}/window/${booth}.png`,
      }),
    );
  }
}
