import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBallotMaker } from '@bilik/ballot';
import { type Bitmap, startVirtualPrinter, type Timer, type VirtualPrinter } from '@bilik/devices';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BoothServer, startBooth } from '../apps/booth/src/booth-server.ts';
import type { BoothStep } from '../apps/booth/src/cast/booth.ts';
import {
  CAST_CUTS,
  CAST_MOMENTS,
  type CastCut,
  type CastFate,
  type CastMomentName,
  castTableMarkdown,
} from '../apps/booth/src/cast/cast-table.ts';
import { writeBoothConfigs } from '../apps/cli/src/exercise/prepare.ts';
import type { Station } from '../apps/station/src/station-server.ts';
import { must } from './support/answers.ts';
import { type CutLine, openCutLine } from './support/cut-line.ts';
import { pairDevices, pointBooth } from './support/paired-devices.ts';
import { openPaperEyes } from './support/paper-seen.ts';
import { checkIn, openPolls } from './support/polling-place.ts';
import { type PreparedHome, prepareHome, random } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';
import { startTestStation } from './support/station-http.ts';

type Conduct = 'confirms' | 'rejects' | 'proves';
interface Cell {
  readonly moment: CastMomentName;
  readonly cut: CastCut;
  readonly conduct: Conduct;
  readonly fate: CastFate;
}

/** What a voter does who passes through a moment. */
function conductsAt(moment: CastMomentName): readonly Conduct[] {
  if (moment === 'finished-at-station') return ['confirms', 'rejects'];
  if (/^(spoiled-at-station|before-batal|after-batal)$/.test(moment)) return ['rejects'];
  return /prove/.test(moment) ? ['proves'] : ['confirms'];
}

const CELLS: readonly Cell[] = CAST_MOMENTS.flatMap(([moment, { fates }]) =>
  CAST_CUTS.flatMap((cut) =>
    // a page that is loaded again touches no process: the table's "goes on" is that of the page's own tests
    fates[cut].leadsTo === 'not-here' || (cut === 'page-reloads' && fates[cut].leadsTo !== 'never')
      ? []
      : conductsAt(moment).map((conduct) => ({ moment, cut, conduct, fate: fates[cut] })),
  ),
);

const PEOPLE = ['ketua', 'anggota-1'];
/** Thrown in the middle of a command: nothing after it happens, as in a process that died there. */
class Died extends Error {}

/** Unheard commands are sent again at once; everything else takes its time. */
const timer: Timer = {
  after(milliseconds, act) {
    const handle = setTimeout(act, milliseconds === 1_000 ? 5 : milliseconds);
    return () => clearTimeout(handle);
  },
};

let prepared: PreparedHome;
let station: Station;
let line: CutLine;
let booth: BoothServer;
let printer: VirtualPrinter;
let pieces: Bitmap[] = [];
let eyes: ReturnType<typeof openPaperEyes>;
let voters = 0;
const broken: string[] = [];
const onBroken = (error: Error, route: string) => broken.push(`${route}: ${error.message}`);
let step: BoothStep = () => undefined;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 90, cards: 200 });
  station = await startTestStation(prepared, { onBroken });
  openPolls(station.pollingPlace);
  eyes = openPaperEyes(station.pollingPlace.place.definition);
  line = await openCutLine(Number(new URL(station.url).port));
  printer = await startVirtualPrinter({ port: 0, onPaper: (piece) => pieces.push(piece) });
  writeBoothConfigs(prepared.home, prepared.ports, 1);
  const path = join(prepared.home.booth(1), 'booth.json');
  const config = JSON.parse(readFileSync(path, 'utf8'));
  const changed = {
    ...config,
    printer: { host: '127.0.0.1', port: printer.port },
  };
  writeFileSync(path, JSON.stringify(changed));
  pointBooth(prepared, 1, `http://127.0.0.1:${line.port}`);
  await pairDevices(prepared, station.pollingPlace);
  booth = await startTheBooth();
});

afterAll(async () => {
  await booth.stop();
  await line.stop();
  await printer.stop();
  await station.stop();
  removeFolders();
  expect(broken).toEqual([]);
});

async function startTheBooth(): Promise<BoothServer> {
  return must(
    await startBooth({
      home: prepared.home.booth(1),
      host: '127.0.0.1',
      port: 0,
      onBroken,
      timer,
      step: (name) => step(name),
    }),
  );
}

async function restartStation(): Promise<void> {
  const port = Number(new URL(station.url).port);
  await station.stop();
  station = await startTestStation(prepared, { port, onBroken });
}

const look = () => eyes(pieces, printer);

/** What happens to whom; `mend` settles when hands have put it right. */
function strike(cut: CastCut, moment: CastMomentName): { readonly mend: Promise<void> } {
  switch (cut) {
    case 'booth-dies':
    case 'power-returns':
      throw new Died(moment);
    case 'station-dies': {
      const found = line.pullOut();
      return { mend: Promise.all([found, restartStation()]).then(line.putIn) };
    }
    case 'line-out':
      return { mend: line.pullOut().then(line.putIn) };
    case 'printer-stops':
      printer.command({ type: 'jam', afterRows: moment === 'before-slip' ? 400 : 20, noticed: true });
      return { mend: Promise.resolve() };
    case 'printer-lies':
      printer.command({ type: 'lie', how: 'answers-without-moving' });
      return { mend: Promise.resolve() };
    case 'page-reloads':
      return { mend: Promise.resolve() };
  }
}

/** Whether the voter's own acts still come after this moment; a page that was loaded again has forgotten a ballot that was not sent. */
const forgotTheBallot = ({ cut, fate }: Cell): boolean => cut === 'page-reloads' && fate.leadsTo === 'never';

/** @returns what people were asked, if anything */
async function vote(cell: Cell): Promise<string | null> {
  const maker = openBallotMaker(station.pollingPlace.place.election, random);
  must(maker.readCard(prepared.codes.toReversed()[voters++] ?? ''));
  const { text, hash } = maker.make([1]);
  let mended: Promise<void> = Promise.resolve();
  let isStruck = false;
  step = (name) => {
    if (name === 'after-slip' || name === 'after-tracker') printer.command({ type: 'lie', how: 'none' });
    if (isStruck || name !== cell.moment) return;
    isStruck = true;
    mended = strike(cell.cut, cell.moment).mend;
  };
  try {
    await walk();
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    await booth.stop();
    if (cell.cut === 'power-returns') await restartStation();
    booth = await startTheBooth();
  }
  expect(isStruck, 'the moment was never reached').toBe(true);
  // where nobody needed the cable any more
  line.putIn();
  await mended;
  printer.command({ type: 'lie', how: 'none' });
  printer.command({ type: 'clear-jam' });
  return answerByThePaper();

  async function walk(): Promise<void> {
    const { booth: process } = booth;
    const printed = await process.printTracker(hash);
    if (!printed.ok || forgotTheBallot(cell)) return;
    if (cell.conduct === 'proves') {
      must(await process.prove(text, maker.prove()));
      return;
    }
    must(await process.cast(text, [1]));
    if (process.state().name !== 'slip-held') return;
    // a voter who sees no slip behind the glass says no
    const seesIt = look().hangs;
    must(await (cell.conduct === 'confirms' && seesIt ? process.confirm(hash) : process.reject(hash)));
  }
}

async function answerByThePaper(): Promise<string | null> {
  const state = booth.booth.state();
  if (state.name !== 'question') return null;
  const seen = look();
  const isMarked = (state.about === 'cast' ? seen.sah : seen.batal) > 0;
  const answer = seen.hangs ? 'print-mark' : isMarked ? 'mark-is-there' : 'no-slip';
  must(await booth.booth.answer(answer, prepared.confirmed(PEOPLE)));
  return state.about;
}

const END_OF = { confirms: 'cast', rejects: 'void', proves: 'void' } as const;

describe('every cell of the published table', () => {
  test.each(
    CELLS.map((cell) => [`${cell.cut} at ${cell.moment}, a voter who ${cell.conduct}`, cell] as const),
  )('%s', async (_, cell) => {
    const before = station.pollingPlace.board.state();
    if (before.poll.released === before.poll.casts) checkIn(station.pollingPlace, before.poll.released + 1);
    pieces = [];
    const asked = await vote(cell);
    const after = station.pollingPlace.board.state();
    const paper = look();
    const { leadsTo } = cell.fate;
    const end = leadsTo === 'goes-on' || leadsTo === 'decided' ? END_OF[cell.conduct] : leadsTo;
    const gained = {
      casts: after.poll.casts - before.poll.casts,
      voided: after.cards.voided - before.cards.voided,
    };
    expect(gained).toEqual({ casts: end === 'cast' ? 1 : 0, voided: end === 'void' ? 1 : 0 });
    expect(asked).toBe(cell.fate.asks);
    expect(after.openCases).toEqual([]);
    expect(['idle', 'finished', 'tracker-printed']).toContain(booth.booth.state().name);
    if (cell.cut === 'printer-lies') {
      // what a lying printer left is for eyes: nothing here can know it
      if (cell.moment === 'before-sah') expect(paper).toMatchObject({ sah: 0, hangs: true });
      if (cell.moment === 'before-slip') expect(paper).toMatchObject({ sah: 0, unmarked: 0, hangs: false });
    } else {
      expect(paper).toMatchObject({ sah: end === 'cast' ? 1 : 0, unmarked: 0, hangs: false });
      expect(paper.batal).toBeLessThanOrEqual(end === 'void' ? 1 : 0);
    }
    must(await booth.booth.reset());
    if (paper.hangs) await cutByHand();
  });
});

/** Somebody takes the slip that hangs: a job that only cuts lets it fall. */
async function cutByHand(): Promise<void> {
  const port = printer.port;
  await printer.stop();
  printer = await startVirtualPrinter({ port, onPaper: (piece) => pieces.push(piece) });
}

test('the table in docs/casting.md is the one in the code', () => {
  const published = readFileSync(join(import.meta.dirname, '..', 'docs', 'casting.md'), 'utf8');
  expect(published).toContain(castTableMarkdown());
  expect(CELLS.length).toBeGreaterThan(80);
});
