import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openBallotMaker, parseElection } from '@bilik/ballot';
import { type Bitmap, startVirtualPrinter } from '@bilik/devices';
import { fingerprintSchema } from '@bilik/election';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBooth } from '../apps/booth/src/booth-server.ts';
import { exerciseHome, exercisePorts } from '../apps/cli/src/exercise/exercise-home.ts';
import { freeFirstPort } from '../apps/cli/src/exercise/open-exercise.ts';
import { writeBoothConfigs } from '../apps/cli/src/exercise/prepare.ts';
import { startStation } from '../apps/station/src/station-server.ts';
import { headersTold, rawPairs } from './support/headers-told.ts';
import { pairAtRest, pointBooth } from './support/paired-devices.ts';
import { checkIn, openPolls } from './support/polling-place.ts';
import { group, type PreparedHome, prepareHome, random } from './support/prepared-home.ts';

let prepared: PreparedHome;
let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'bilik-choice-'));
  prepared = await prepareHome({ root, voters: 10, cards: 12, firstPort: await freeFirstPort() });
  await pairAtRest(prepared);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** @param but names of files that were written before the voter came and differ by the test's own ports */
function everyByte(folder: string, but: readonly string[] = []): Buffer {
  const walk = (path: string): Buffer[] =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => !but.includes(name))
          .sort()
          .flatMap((name) => walk(join(path, name)))
      : [readFileSync(path)];
  return Buffer.concat(walk(folder));
}

interface Recording {
  /** Each request that the booth sent to the station: method, path, headers and body. */
  readonly requests: {
    readonly method: string;
    readonly path: string;
    readonly headers: string;
    readonly body: string;
  }[];
  /** Each answer of the station: status, headers, body; a picture by its length. */
  readonly answers: { readonly status: number; readonly headers: string; readonly body: string }[];
  /** Everything that any process of the test wrote to its output. */
  readonly said: string[];
  /** Rows of the station's store, without what is fresh for every ballot. */
  readonly storeRows: string;
  /** Every byte of the store's folder. */
  readonly storeBytes: Buffer;
  readonly boothDisk: Buffer;
  /** What went to the printer, which is where a choice may go. */
  readonly slips: Bitmap[];
}

/** A wire between booth and station that writes down every byte and passes it on. */
async function openTap(target: string, recording: Recording): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const path = request.url ?? '';
      const { method = 'GET' } = request;
      // the wire has another port for each choice, and a ciphertext now and then a digit less: its length is that of the body, which is compared
      const sent = rawPairs(request.rawHeaders).map(([name, value]) => {
        const isOfBody = name.toLowerCase() === 'content-length' && value === String(Buffer.byteLength(body));
        return [name, isOfBody ? '‹length of the body›' : value] as const;
      });
      const headers = headersTold(sent, ['host']);
      recording.requests.push({ method, path, headers, body });
      const pass = async (): Promise<void> => {
        const answer = await fetch(new URL(path, target), {
          method,
          headers: {
            'content-type': 'application/json',
            authorization: String(request.headers.authorization),
            'x-bilik-device': String(request.headers['x-bilik-device']),
          },
          ...(request.method === 'POST' ? { body } : {}),
        });
        // photos come this way too: bytes, not letters
        const bytes = Buffer.from(await answer.arrayBuffer());
        const type = answer.headers.get('content-type') ?? 'application/json';
        recording.answers.push({
          status: answer.status,
          headers: headersTold(answer.headers),
          body: type.startsWith('image/') ? `picture of ${bytes.length} bytes` : bytes.toString('utf8'),
        });
        response.writeHead(answer.status, { 'content-type': type }).end(bytes);
      };
      pass().catch(() => response.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The tap has no port');
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

/** One voter who chooses `option`, in an own copy of the place, with everything written down. */
async function recordCast(option: number): Promise<Recording> {
  const said: string[] = [];
  const own = mkdtempSync(join(tmpdir(), 'bilik-one-choice-'));
  cpSync(prepared.home.root, own, { recursive: true });
  const ports = exercisePorts(await freeFirstPort());
  const slips: Bitmap[] = [];
  const station = await startStation({
    home: join(own, 'station'),
    second: join(own, 'station-second'),
    host: '127.0.0.1',
    port: 0,
    group,
    now: () => Date.UTC(2026, 11, 12, 2),
    elapsedMs: () => 0,
    random,
    software: { version: '0.0.0', fingerprint: fingerprintSchema.parse('0'.repeat(64)) },
    onBroken: (error) => said.push(error.message),
  });
  if (!station.ok) throw new Error(JSON.stringify(station.error));
  openPolls(station.value.pollingPlace);
  checkIn(station.value.pollingPlace, 1);
  const recording: Recording = {
    requests: [],
    answers: [],
    said,
    storeRows: '',
    storeBytes: Buffer.alloc(0),
    boothDisk: Buffer.alloc(0),
    slips,
  };
  const tap = await openTap(station.value.url, recording);
  const printer = await startVirtualPrinter({ port: 0, onPaper: (piece) => slips.push(piece) });
  const home = exerciseHome(own);
  writeBoothConfigs(home, ports, 1);
  const config = JSON.parse(readFileSync(join(home.booth(1), 'booth.json'), 'utf8'));
  writeFileSync(
    join(home.booth(1), 'booth.json'),
    JSON.stringify({ ...config, printer: { host: '127.0.0.1', port: printer.port } }),
  );
  pointBooth({ home }, 1, tap.url);
  const booth = await startBooth({
    home: home.booth(1),
    host: '127.0.0.1',
    port: 0,
    onBroken: (error) => said.push(error.message),
  });
  if (!booth.ok) throw new Error(booth.error);
  const election = parseElection(station.value.pollingPlace.place.election.text, { groups: [group] });
  if (!election.ok) throw new Error('The prepared election is none');
  const maker = openBallotMaker(election.value, random);
  const card = maker.readCard(prepared.codes.at(-1) ?? '');
  if (!card.ok) throw new Error(card.error.type);
  const ballot = maker.make([option]);
  const say = async (path: string, body: unknown): Promise<void> => {
    const answer = await fetch(new URL(path, booth.value.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  };
  const cardNonce = station.value.pollingPlace.cardQuestions.nonce;
  const question = maker.askToCast(cardNonce);
  await say('/api/card-nonce', {});
  await say('/api/token', question);
  await say('/api/tracker', { hash: ballot.hash });
  await say('/api/cast', { ballot: ballot.text, options: [option] });
  await say('/api/confirm', { hash: ballot.hash });
  await say('/api/reset', {});
  await booth.value.stop();
  await station.value.stop();
  await printer.stop();
  tap.close();
  // drawn once for each station's media, which this test makes anew for every choice
  const mark = /"marks":\["([0-9a-f]{16})"\]/.exec(recording.answers[0]?.body ?? '')?.[1] ?? '';
  const withoutMark = (text: string): string =>
    text.replaceAll(mark, '‹mark›').replaceAll(Buffer.from(mark).toString('hex'), '‹mark›');
  const kept = {
    ...recording,
    storeRows: withoutMark(storeRows(join(own, 'station'))),
    storeBytes: everyByte(join(own, 'station', 'store')),
    boothDisk: Buffer.from(
      withoutMark(everyByte(home.booth(1), ['booth.json', 'device.json']).toString('latin1')),
      'latin1',
    ),
  };
  rmSync(own, { recursive: true, force: true });
  // what must differ, because it is fresh for every ballot or station, is named and taken out: ciphertext, hash, nonce, signature
  const blank = (text: string): string =>
    text
      .replaceAll(JSON.stringify(ballot.text).slice(1, -1), '‹ballot›')
      .replaceAll(ballot.text, '‹ballot›')
      .replaceAll(ballot.hash, '‹hash›')
      .replaceAll(cardNonce, '‹nonce›')
      .replaceAll(JSON.stringify(question.signature), '‹signature›')
      .replaceAll(mark, '‹mark›');
  return {
    ...kept,
    requests: kept.requests.map((request) => ({
      ...request,
      headers: blank(request.headers),
      body: blank(request.body),
    })),
    answers: kept.answers.map(({ status, headers, body }) => ({
      status,
      headers: blank(headers),
      body: blank(body),
    })),
  };
}

/**
 * All rows of the station's store, with the one thing that is fresh for every ballot taken out: the content of the slot and the
 * random place of the slot. Any other row that depends on the choice would differ.
 */
function storeRows(station: string): string {
  const database = new DatabaseSync(join(station, 'store', 'station.db'), { readOnly: true });
  const rows = (table: string) =>
    database
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map((row) =>
        Object.values(row).map((value) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
        ),
      );
  const slots = database
    .prepare('SELECT content FROM ballot_slot')
    .all()
    .map(({ content }) => Buffer.from(content as Uint8Array));
  const states = slots.map((content) => `${content[0]} of ${content.length} bytes`).sort();
  const others = ['setting', 'booth_case', 'voter', 'counter', 'act', 'paper'].map((table) => [
    table,
    rows(table),
  ]);
  database.close();
  return JSON.stringify({ states, others });
}

/** Words by which a choice would be named: none of them may stand in the store. */
const NAMES_OF_CHOICES = ['Nurhayati', 'Effendi', 'Sulaiman', 'SUARA KOSONG', 'blank', 'calon'];

describe('what a choice leaves behind (attacks P10, P11)', () => {
  test('station, logs and disks get the same bytes for every choice, but for the ciphertext; the printer gets the choice', async () => {
    const recordings: Recording[] = [];
    for (const option of [0, 1, 2, 3]) recordings.push(await recordCast(option));
    const [first] = recordings;
    if (first === undefined) throw new Error('nothing was recorded');
    expect(first.requests.map(({ path }) => path)).toEqual([
      '/api/booth/place',
      ...['/api/photos/calon-1.png', '/api/photos/calon-2.png', '/api/photos/calon-3.png'],
      '/api/booth/case',
      '/api/booth/case',
      '/api/booth/token',
      '/api/booth/seal',
      '/api/booth/confirm',
      '/api/booth/finish',
    ]);
    expect(first.requests.filter(({ body }) => body.includes('‹ballot›'))).toHaveLength(1);
    for (const recording of recordings) {
      expect(recording.requests).toEqual(first.requests);
      expect(recording.answers).toEqual(first.answers);
      expect(recording.said).toEqual([]);
      expect(recording.boothDisk.equals(first.boothDisk)).toBe(true);
      expect(recording.storeRows).toBe(first.storeRows);
      expect(recording.storeBytes.length).toBe(first.storeBytes.length);
      for (const words of NAMES_OF_CHOICES) expect(recording.storeBytes.includes(words)).toBe(false);
    }
    // positive control: the paper is where the choices differ, at equal size
    const slips = recordings.map(({ slips: pieces }) => pieces.at(-1));
    const sizes = new Set(slips.map((slip) => `${slip?.width}×${slip?.height}`));
    const pictures = new Set(slips.map((slip) => Buffer.from(slip?.data ?? []).toString('base64')));
    expect([sizes.size, pictures.size]).toEqual([1, 4]);
  });
});
