import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BallotMaker, openBallotMaker } from '@bilik/ballot';
import { startVirtualPrinter, type VirtualPrinter } from '@bilik/devices';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BoothServer, startBooth } from '../apps/booth/src/booth-server.ts';
import { exercisePorts } from '../apps/cli/src/exercise/exercise-home.ts';
import { freeFirstPort } from '../apps/cli/src/exercise/open-exercise.ts';
import { writeBoothConfigs } from '../apps/cli/src/exercise/prepare.ts';
import { takeOver } from '../apps/station/src/media/take-over.ts';
import type { Station } from '../apps/station/src/station-server.ts';
import { must } from './support/answers.ts';
import { pairDevices } from './support/paired-devices.ts';
import { checkIn, MORNING_MS, openPolls } from './support/polling-place.ts';
import { group, type PreparedHome, prepareHome, random } from './support/prepared-home.ts';
import { copyOf, newFolder, removeFolders } from './support/station-disk.ts';
import { startTestStation } from './support/station-http.ts';

let prepared: PreparedHome;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8, booths: 1 });
});

afterAll(removeFolders);

/** One polling place with one booth; the station's folder can be copied and put back while it is switched off. */
let home: PreparedHome;
let station: Station;
let booth: BoothServer;
let printer: VirtualPrinter;
let maker: BallotMaker;
let pile: string[];
let stationPort: number;
const broken: string[] = [];
/** Pieces of paper that came out. */
let slips: number;

async function startTheStation(): Promise<void> {
  station = await startTestStation(home, {
    port: stationPort,
    onBroken: (error, route) => broken.push(`${route}: ${error.message}`),
  });
}

async function startTheBooth(): Promise<void> {
  booth = must(
    await startBooth({
      home: home.home.booth(1),
      host: '127.0.0.1',
      port: 0,
      onBroken: (error, route) => broken.push(`${route}: ${error.message}`),
    }),
  );
}

beforeEach(async () => {
  home = copyOf(prepared);
  broken.length = 0;
  slips = 0;
  pile = [...prepared.codes];
  const firstPort = await freeFirstPort();
  const ports = exercisePorts(firstPort);
  stationPort = ports.station;
  writeBoothConfigs(home.home, ports, 1);
  printer = await startVirtualPrinter({
    port: ports.printer(1),
    onPaper: () => {
      slips += 1;
    },
  });
  await startTheStation();
  openPolls(station.pollingPlace);
  for (const voter of [1, 2, 3, 4]) checkIn(station.pollingPlace, voter);
  await pairDevices(home, station.pollingPlace);
  await startTheBooth();
  maker = openBallotMaker(station.pollingPlace.place.election, random);
  return async () => {
    await booth.stop();
    await station.stop();
    await printer.stop();
    expect(broken).toEqual([]);
  };
});

/** What a booth keeps of its station: as it is, unless another mark is given. */
function keptLine(epoch: number, casts: number, voids: number, mark?: string): string {
  const nine = (count: number): string => String(count).padStart(9, '0');
  const own = station.pollingPlace.standing().marks[0] ?? '';
  return [nine(epoch), mark ?? own, nine(casts), nine(voids)].join(' ');
}

/** Both media: an older copy of one of them alone is no pair that starts. */
const storeFolders = (): string[] =>
  [home.home.station, home.home.stationSecond].map((root) => join(root, 'store'));

function saveTo(copy: string): void {
  for (const [index, folder] of storeFolders().entries()) {
    cpSync(folder, join(copy, String(index)), { recursive: true });
  }
}

/** The station is switched off, its folder copied away, and it starts again. */
async function copyStation(): Promise<string> {
  const copy = newFolder();
  await station.stop();
  saveTo(copy);
  await startTheStation();
  return copy;
}

/** The station is switched off and starts again from another copy of its folder. */
async function putBack(copy: string): Promise<void> {
  await station.stop();
  for (const [index, folder] of storeFolders().entries()) {
    rmSync(folder, { recursive: true });
    cpSync(join(copy, String(index)), folder, { recursive: true });
  }
  await startTheStation();
}

/** The station's own machine is gone; a spare has its place and a stick. */
async function takeOverFrom(copy: string): Promise<void> {
  const [own, stick] = storeFolders();
  if (own === undefined || stick === undefined) throw new Error('There are two media');
  for (const folder of [own, stick]) rmSync(folder, { recursive: true });
  cpSync(join(copy, '1'), stick, { recursive: true });
  must(
    await takeOver({
      home: home.home.station,
      second: home.home.stationSecond,
      group,
      now: () => MORNING_MS,
      elapsedMs: () => 0,
      random,
      confirmations: home.confirmed(['ketua', 'anggota-1']),
    }),
  );
  await startTheStation();
}

interface Told {
  readonly status: number;
  readonly type: string;
  readonly value: { readonly standing?: string; readonly nonce?: string };
}

async function press(path: string, body: unknown = {}): Promise<Told> {
  const response = await fetch(new URL(path, booth.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { error, value } = await response.json();
  return { status: response.status, type: error?.type ?? 'accepted', value: value ?? {} };
}

/** A card is shown to the booth. @returns what is said of it */
async function showCard(): Promise<string> {
  const card = maker.readCard(pile.pop() ?? '');
  if (!card.ok) throw new Error('The pile of cards is gone');
  const given = await press('/api/card-nonce');
  if (given.value.nonce === undefined) return given.type;
  const answer = await press('/api/token', maker.askToCast(given.value.nonce));
  return answer.value.standing ?? answer.type;
}

/** Until the slip hangs in the window. */
async function voteUntilSlip(): Promise<string> {
  expect(await showCard()).toBe('ready');
  const { text, hash } = maker.make([1]);
  expect((await press('/api/tracker', { hash })).type).toBe('accepted');
  expect((await press('/api/cast', { ballot: text, options: [1] })).type).toBe('accepted');
  expect(booth.booth.state()).toEqual({ name: 'slip-held', hash });
  return hash;
}

async function castOne(): Promise<void> {
  const hash = await voteUntilSlip();
  expect((await press('/api/confirm', { hash })).type).toBe('accepted');
  await press('/api/reset');
}

const stoppedBefore = (seen: number, found: number, voids = { seen: 0, found: 0 }) => ({
  name: 'station-older',
  seen: { epoch: 1, mark: expect.any(String), casts: seen, voids: voids.seen },
  found: { epoch: 1, mark: expect.any(String), casts: found, voids: voids.found },
});

test('put back after a cast: the booth stops at the next card, prints nothing, and goes on when the right one is back', async () => {
  await castOne();
  const older = await copyStation();
  await castOne();
  await station.stop();
  const right = newFolder();
  saveTo(right);
  await startTheStation();

  // a restart alone is no older station
  expect(await showCard()).toBe('ready');
  await putBack(older);
  expect(station.pollingPlace.standing()).toMatchObject({ epoch: 1, casts: 1, voids: 0 });
  const before = slips;
  expect(await showCard()).toBe('station-older');
  expect(booth.booth.state()).toEqual(stoppedBefore(2, 1));
  // whatever is pressed: nothing is sent, nothing is printed
  const { text, hash } = maker.make([1]);
  const pressed = [
    await press('/api/tracker', { hash }),
    await press('/api/cast', { ballot: text, options: [1] }),
    await press('/api/confirm', { hash }),
    await press('/api/reject', { hash }),
    await press('/api/prove', { ballot: text, opening: maker.prove() }),
    await press('/api/answer', { answer: 'no-slip', confirmations: home.confirmed(['ketua', 'anggota-1']) }),
  ];
  expect(pressed.map(({ type }) => type)).toEqual(pressed.map(() => 'not-now'));
  await press('/api/reset');
  expect(booth.booth.state()).toEqual(stoppedBefore(2, 1));
  expect(slips).toBe(before);
  expect(station.pollingPlace.board.state().poll).toMatchObject({ casts: 1, openCases: 0 });

  // it is kept over a restart of the booth
  await booth.stop();
  await startTheBooth();
  expect(booth.booth.state()).toEqual(stoppedBefore(2, 1));
  await putBack(right);
  await press('/api/reset');
  expect(booth.booth.state()).toEqual({ name: 'idle' });
  await castOne();
  expect(station.pollingPlace.standing()).toMatchObject({ epoch: 1, casts: 3, voids: 0 });
});

test('a spare that takes over from an old stick is an older station too: the booth stops, prints nothing, and goes on with the right stick', async () => {
  await castOne();
  const older = await copyStation();
  await castOne();
  await station.stop();
  const right = newFolder();
  saveTo(right);
  await takeOverFrom(older);
  expect(station.pollingPlace.standing()).toMatchObject({ epoch: 2, casts: 1 });
  const before = slips;
  expect(await showCard()).toBe('station-older');
  expect(booth.booth.state()).toMatchObject({
    name: 'station-older',
    seen: { casts: 2 },
    found: { casts: 1 },
  });
  expect(slips).toBe(before);
  await station.stop();
  await takeOverFrom(right);
  await press('/api/reset');
  expect(booth.booth.state()).toEqual({ name: 'idle' });
  await castOne();
  expect(station.pollingPlace.standing()).toMatchObject({ epoch: 2, casts: 3 });
});

test('a higher epoch is kept from the first answer that tells it, before any case ends: after its own restart the booth refuses the station from before', async () => {
  await castOne();
  const before = await copyStation();
  await station.stop();
  await takeOverFrom(before);
  // it hears the spare once, and nobody votes
  expect(await showCard()).toBe('ready');
  expect(station.pollingPlace.standing()).toMatchObject({ epoch: 2, casts: 1, voids: 0 });
  const kept = readFileSync(join(home.home.booth(1), 'station-seen'), 'utf8');
  expect(kept).toBe(keptLine(2, 1, 0, station.pollingPlace.standing().marks[1]));
  await booth.stop();
  await putBack(before);
  expect(station.pollingPlace.standing()).toMatchObject({ epoch: 1, casts: 1, voids: 0 });
  await startTheBooth();
  expect(booth.booth.state()).toMatchObject({
    name: 'station-older',
    seen: { epoch: 2, casts: 1 },
    found: { epoch: 1, casts: 1 },
  });
});

test.each(['confirm', 'reject'] as const)(
  'put back while a slip hangs: %s finds it, and the right station’s case is asked of people',
  async (button) => {
    const older = await copyStation();
    await castOne();
    const hash = await voteUntilSlip();
    await station.stop();
    const right = newFolder();
    saveTo(right);
    await startTheStation();
    await putBack(older);
    const before = slips;
    await press(`/api/${button}`, { hash });
    expect(booth.booth.state()).toEqual(stoppedBefore(1, 0));
    // neither SAH nor BATAL: the slip hangs as it was
    expect(slips).toBe(before);
    await putBack(right);
    await press('/api/reset');
    expect(booth.booth.state()).toEqual({ name: 'question', about: 'void', why: 'restarted', hash });
    expect(station.pollingPlace.board.state().poll).toMatchObject({ casts: 1, openCases: 0 });
  },
);

/** Each way in which a card becomes void for ever, and how many cards it takes. */
const VOIDED: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    'BATAL after the slip was seen',
    async () => {
      const hash = await voteUntilSlip();
      expect((await press('/api/reject', { hash })).type).toBe('accepted');
    },
  ],
  [
    'proved',
    async () => {
      expect(await showCard()).toBe('ready');
      const { text, hash } = maker.make([1]);
      expect((await press('/api/tracker', { hash })).type).toBe('accepted');
      expect((await press('/api/prove', { ballot: text, opening: maker.prove() })).type).toBe('accepted');
    },
  ],
  [
    'BATAL because the booth died while its slip hung',
    async () => {
      await voteUntilSlip();
      await booth.stop();
      await startTheBooth();
      expect(booth.booth.state()).toMatchObject({ name: 'question', about: 'void' });
      const answer = { answer: 'print-mark', confirmations: home.confirmed(['ketua', 'anggota-1']) };
      expect((await press('/api/answer', answer)).type).toBe('accepted');
    },
  ],
];

test.each(VOIDED)(
  'put back to before a card was void, with as many casts: it is not ready again (%s)',
  async (_, voidCard) => {
    await castOne();
    const older = await copyStation();
    const card = pile.at(-1) ?? '';
    await voidCard();
    await press('/api/reset');
    expect(station.pollingPlace.standing()).toMatchObject({ epoch: 1, casts: 1, voids: 1 });
    expect(readFileSync(join(home.home.booth(1), 'station-seen'), 'utf8')).toBe(keptLine(1, 1, 1));
    pile.push(card);
    expect(await showCard()).toBe('void');
    pile.push(card);
    await putBack(older);
    expect(await showCard()).toBe('station-older');
    expect(booth.booth.state()).toEqual(stoppedBefore(1, 1, { seen: 1, found: 0 }));
  },
);

test('a booth that died when its vote was confirmed, before it could remember that, does so when its slip is settled', async () => {
  const older = await copyStation();
  const hash = await voteUntilSlip();
  // the confirmation reached the station, and nothing came back
  must(station.pollingPlace.casting.confirm(1, hash));
  await booth.stop();
  await startTheBooth();
  expect(booth.booth.state()).toMatchObject({ name: 'question', about: 'cast' });
  const answer = { answer: 'print-mark', confirmations: home.confirmed(['ketua', 'anggota-1']) };
  expect((await press('/api/answer', answer)).type).toBe('accepted');
  await press('/api/reset');
  await putBack(older);
  expect(await showCard()).toBe('station-older');
  expect(booth.booth.state()).toEqual(stoppedBefore(1, 0));
});

test('an epoch below the one that was seen is an older station too, whatever it has cast; what was kept in another form is refused', async () => {
  await castOne();
  const path = join(home.home.booth(1), 'station-seen');
  expect(readFileSync(path, 'utf8')).toBe(keptLine(1, 1, 0));
  await booth.stop();
  writeFileSync(path, keptLine(2, 0, 0));
  await startTheBooth();
  expect(booth.booth.state()).toMatchObject({
    name: 'station-older',
    seen: { epoch: 2 },
    found: { epoch: 1 },
  });
  await booth.stop();
  writeFileSync(path, 'lima');
  await expect(startTheBooth()).rejects.toThrow('station-seen');
  // an epoch of the same number that another station began
  writeFileSync(path, keptLine(1, 0, 0, 'fedcba9876543210'));
  await startTheBooth();
  expect(booth.booth.state()).toMatchObject({
    name: 'station-older',
    seen: { epoch: 1, mark: 'fedcba9876543210' },
    found: { epoch: 1, mark: station.pollingPlace.standing().marks[0] },
  });
  await booth.stop();
  writeFileSync(path, keptLine(1, 1, 0));
  await startTheBooth();
  expect(booth.booth.state()).toEqual({ name: 'idle' });
});

test('is written when this booth’s own cases end and at no other moment: the file does not tell when others vote', async () => {
  await castOne();
  const path = join(home.home.booth(1), 'station-seen');
  const kept = readFileSync(path, 'utf8');
  // others vote, and this booth asks its station all the time
  const { casting, cardQuestions } = station.pollingPlace;
  expect(cardQuestions.nonce).toMatch(/^[0-9a-f]{64}$/);
  maker.readCard(pile.pop() ?? '');
  const other = maker.make([0]);
  must(casting.seal(1, other.text));
  must(casting.confirm(1, other.hash));
  must(casting.finish(1, other.hash, 'sah-in-box'));
  expect(await showCard()).toBe('ready');
  expect(station.pollingPlace.standing().casts).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe(kept);
  await castOne();
  const after = readFileSync(path, 'utf8');
  expect(after).toBe(keptLine(1, 3, 0));
  expect(after.length).toBe(kept.length);
});

test.each(['slips-printed', 'station-seen'])(
  'a booth whose %s is not what it wrote does not open, and says which file',
  async (file) => {
    const folder = home.home.booth(1);
    await booth.stop();
    const path = join(folder, file);
    const whole = existsSync(path) ? readFileSync(path) : undefined;
    writeFileSync(path, 'damaged');
    const opened = await startBooth({ home: folder, host: '127.0.0.1', port: 0, onBroken: () => undefined });
    expect(opened).toMatchObject({ ok: false, error: expect.stringContaining(path) });
    if (whole === undefined) rmSync(path);
    else writeFileSync(path, whole);
    await startTheBooth();
  },
);
