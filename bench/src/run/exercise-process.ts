import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pairWithStation, sessionHeaders, stationFetch } from '@bilik/server';
import { listAt, textAt, valueAt } from './answer-fields.ts';
import { askDevice, type Headers } from './device-calls.ts';
import { processWith } from './find-process.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** The `bilik` command as anyone would call it. */
export const BILIK: string = join(ROOT, 'apps', 'cli', 'bilik.mjs');

/** One polling place of real processes, opened as `npm start` opens it. */
export interface ExerciseProcess {
  /** Roots of station, booths, trustees and the outside world. */
  readonly home: string;
  readonly outside: string;
  readonly station: string;
  readonly booths: readonly string[];
  readonly trustees: readonly string[];
  /** Sessions of the hall's board and of the first desk. */
  readonly board: Headers;
  readonly desk: Headers;
  /** Sessions of all desks. */
  readonly desks: readonly Headers[];
  /** What a booth shows at the station's door. Its own process sleeps from then on: it would ask about every case that it did not begin. */
  readonly standInForBooth: (booth: number) => Headers;
  /** Stops all devices and removes what they kept. */
  readonly stop: () => Promise<void>;
}

/** Ports below those that systems give to outgoing connections, and apart from those that rehearsals take first. */
const FIRST_PORTS = Array.from({ length: 60 }, (_, index) => 25_000 + index * 100);

/** Builds the pages that changed since they were last built: what is measured is the tree as it stands. */
export function buildPages(): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'build-pages.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Of one polling place. */
interface ExerciseSize {
  readonly voters: number;
  readonly booths: number;
  readonly desks: number;
}

type Attempt =
  | { readonly type: 'open'; readonly stop: () => Promise<void> }
  | { readonly type: 'ended'; readonly said: string };

function attempt(home: string, port: number, size: ExerciseSize): Promise<Attempt> {
  const parameters = ['run', '--fresh', '--without-regency', '--home', home, '--port', String(port)];
  const child = spawn(
    process.execPath,
    [
      BILIK,
      ...parameters,
      ...['--voters', String(size.voters), '--booths', String(size.booths), '--desks', String(size.desks)],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: string[] = [];
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.includes('Ctrl+C')) return;
      resolve({
        type: 'open',
        async stop() {
          child.kill('SIGTERM');
          await ended;
        },
      });
    });
    void ended.then(() => resolve({ type: 'ended', said: said.slice(-20).join('\n') }));
  });
}

/** Becomes a device as a browser does that follows one of the first page's links. */
async function pairByLink(link: string, station: string): Promise<Headers> {
  const answer = await fetch(link, { redirect: 'manual' });
  const { hash } = new URL(answer.headers.get('location') ?? station);
  const [device = '', secret = '', code = ''] = hash.slice(1).split('.');
  const paired = await pairWithStation(stationFetch(null), station, { device, secret }, code);
  if (!paired.ok) throw new Error(`${device} was not paired: ${JSON.stringify(paired.error)}`);
  return sessionHeaders(device, paired.value);
}

/** Opens an exercise with that many voters, and a reserve of cards. The polls are not open yet. */
export async function startExercise(
  given: Omit<ExerciseSize, 'desks'> & Partial<ExerciseSize>,
): Promise<ExerciseProcess> {
  const size = { desks: 2, ...given };
  buildPages();
  const home = mkdtempSync(join(tmpdir(), 'bilik-bench-'));
  const remove = () => rmSync(home, { recursive: true, force: true });
  for (const port of FIRST_PORTS) {
    const tried = await attempt(home, port, size);
    if (tried.type === 'ended') {
      if (tried.said.includes('is taken by another program')) continue;
      remove();
      throw new Error(`bilik run ended at once:\n${tried.said}`);
    }
    const outside = `http://127.0.0.1:${port}`;
    const addresses = valueAt(await askDevice(outside, '/api/outside'), 'addresses');
    const station = textAt(addresses, 'station');
    const desks: Headers[] = [];
    // one after the other: a code is good for one device
    for (const url of listAt(addresses, 'desks')) desks.push(await pairByLink(textAt(url), station));
    const [desk = {}] = desks;
    const sleepers: number[] = [];
    return {
      home,
      outside,
      station,
      board: await pairByLink(textAt(addresses, 'board'), station),
      desk,
      desks,
      booths: listAt(addresses, 'booths').map((url) => textAt(url)),
      trustees: listAt(addresses, 'trustees').map((trustee) => textAt(trustee, 'url')),
      standInForBooth(booth) {
        const boothHome = join(home, `booth-${booth}`);
        const sleeper = processWith(['--home', boothHome]);
        process.kill(sleeper, 'SIGSTOP');
        sleepers.push(sleeper);
        const token = readFileSync(join(boothHome, 'session-token'), 'utf8');
        return { authorization: `Bearer ${token}`, 'x-bilik-device': `booth-${booth}` };
      },
      async stop() {
        for (const sleeper of sleepers) process.kill(sleeper, 'SIGCONT');
        await tried.stop();
        remove();
      },
    };
  }
  remove();
  throw new Error('no hundred free ports in a row are left on this machine');
}

/** Who confirms what in an exercise: ids of its definition. */
export const CHAIR = 'ketua';
export const TWO_PEOPLE: readonly string[] = [CHAIR, 'anggota-1'];

/** What people type who stand behind an act: their PINs from the envelopes on the table. */
export async function confirmedBy(
  { outside }: Pick<ExerciseProcess, 'outside'>,
  people: readonly string[],
): Promise<{ readonly person: string; readonly pin: string }[]> {
  const pins = listAt(await askDevice(outside, '/api/outside'), 'pins');
  return pins
    .map((envelope) => ({ person: textAt(envelope, 'person'), pin: textAt(envelope, 'pin') }))
    .filter(({ person }) => people.includes(person));
}

/** A measurement waits for no hour; the station asks for a reason before it. */
export const EARLY = 'Pengukuran: tidak menunggu jam yang diumumkan.';
