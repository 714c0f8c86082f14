import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { openBallotMaker } from '@bilik/ballot';
import { startVirtualPrinter, type VirtualPrinter } from '@bilik/devices';
import { PRINTER_TROUBLES } from '@bilik/devices/printer-trouble';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type BoothServer, startBooth } from '../apps/booth/src/booth-server.ts';
import { exercisePorts } from '../apps/cli/src/exercise/exercise-home.ts';
import { freeFirstPort } from '../apps/cli/src/exercise/open-exercise.ts';
import { writeBoothConfigs } from '../apps/cli/src/exercise/prepare.ts';
import type { Station } from '../apps/station/src/station-server.ts';
import { must } from './support/answers.ts';
import { takeImage } from './support/order-attack.ts';
import { pairDevices, type Session } from './support/paired-devices.ts';
import { checkIn, openPolls } from './support/polling-place.ts';
import { type PreparedHome, prepareHome, random } from './support/prepared-home.ts';
import { changedTables, copyOf, newFolder, removeFolders, tablesOf } from './support/station-disk.ts';
import { openOnLan, type StationOnLan, startTestStation } from './support/station-http.ts';

const BoardAnswer = z.looseObject({
  value: z.looseObject({ printersInTrouble: z.array(z.unknown()), paperRunningLow: z.array(z.unknown()) }),
});

let prepared: PreparedHome;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 4, booths: 2 });
});

afterAll(removeFolders);

describe('a printer that runs out of paper, and a new roll, over the wire', () => {
  let home: PreparedHome;
  let stationPort: number;
  let station: Station;
  let booth: BoothServer;
  let printer: VirtualPrinter;
  let board: Session | undefined;
  const broken: string[] = [];
  const onBroken = (error: Error, route: string) => broken.push(`${route}: ${error.message}`);

  const startTheStation = async (): Promise<void> => {
    station = await startTestStation(home, { port: stationPort, onBroken });
  };

  beforeEach(async () => {
    home = copyOf(prepared);
    const ports = exercisePorts(await freeFirstPort());
    stationPort = ports.station;
    writeBoothConfigs(home.home, ports, 2);
    printer = await startVirtualPrinter({ port: ports.printer(2), onPaper: () => undefined });
    await startTheStation();
    openPolls(station.pollingPlace);
    checkIn(station.pollingPlace, 1);
    board = (await pairDevices(home, station.pollingPlace)).get('board-1');
    booth = must(await startBooth({ home: home.home.booth(2), host: '127.0.0.1', port: 0, onBroken }));
    return async () => {
      await booth.stop();
      await station.stop();
      await printer.stop();
      expect(broken).toEqual([]);
    };
  });

  /** A connection of its own for each question: one that an earlier start of the station ended is never used again. */
  const ask = async (path: string): Promise<IncomingMessage> => {
    const request = get(new URL(path, station.url), { agent: false, headers: { ...board } });
    const [response] = await once(request, 'response');
    return response;
  };

  /** What the board's page would show, asked for each time that the station says `changed`. */
  const boardSays = async (
    expected: readonly unknown[],
    what: 'printersInTrouble' | 'paperRunningLow' = 'printersInTrouble',
  ): Promise<void> => {
    const live = await ask('/api/live');
    for await (const _piece of live) {
      const { value } = BoardAnswer.parse(await json(await ask('/api/board/state')));
      // leaving the loop ends the stream
      if (JSON.stringify(value[what]) === JSON.stringify(expected)) return;
    }
    throw new Error('The station ended its live events');
  };

  const showTracker = async (): Promise<unknown> => {
    const maker = openBallotMaker(station.pollingPlace.place.election, random);
    must(maker.readCard(prepared.codes[0] ?? ''));
    const response = await fetch(new URL('/api/tracker', booth.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ hash: maker.make([1]).hash }),
    });
    return response.json();
  };

  /** But for the booth's reckoning of its own roll, which is about paper and not about what a printer said. */
  const filesOf = (folder: string) =>
    takeImage(folder)
      .files.filter(({ path }) => !path.endsWith('paper-left'))
      .map(({ path, bytes }) => [path, bytes.toString('base64')]);

  test('the board learns it by its live events, a restarted station learns it again, and no file of the station or booth does', async () => {
    const before = [filesOf(home.home.station), filesOf(home.home.booth(2))];
    printer.command({ type: 'run-out', afterMillimetres: 5 });
    expect(await showTracker()).toMatchObject({ error: { trouble: 'paper-out' } });
    await boardSays([{ booth: 2, trouble: 'paper-out' }]);
    expect([filesOf(home.home.station), filesOf(home.home.booth(2))]).toEqual(before);
    // what is kept would be seen
    checkIn(station.pollingPlace, 2);
    expect(filesOf(home.home.station)).not.toEqual(before[0]);

    await station.stop();
    for (const { path, bytes } of takeImage(home.home.station).files) {
      expect(bytes.includes(Buffer.from('paper-out')), path).toBe(false);
    }
    await startTheStation();
    await boardSays([{ booth: 2, trouble: 'paper-out' }]);

    printer.command({ type: 'new-roll' });
    await boardSays([]);
    // the roll was changed and nobody recorded it: the booth reckons that it has none
    await boardSays([{ booth: 2, paper: 'nearly-out' }], 'paperRunningLow');
    expect(await showTracker()).toMatchObject({ ok: true, value: { name: 'tracker-printed' } });
  });
});

describe('what a booth may say of its printer', () => {
  let lan: StationOnLan;
  beforeEach(async () => {
    lan = await openOnLan(copyOf(prepared));
    return async () => {
      expect(lan.broken).toEqual([]);
      await lan.station.stop();
    };
  });
  const inTrouble = () => lan.station.pollingPlace.board.state().printersInTrouble;
  const knownOf = async (booth: number) => (await lan.ask('/api/booth/case', lan.keyOf(booth))).value;

  test('every word that booths have, each about its own printer, and the booth hears what the station knows', async () => {
    expect(await knownOf(1)).toMatchObject({ printer: 'none' });
    for (const word of PRINTER_TROUBLES) {
      expect(await lan.tell('/api/booth/printer', { word, paper: 'enough' }, lan.keyOf(1))).toMatchObject({
        status: 200,
      });
      expect(inTrouble()).toEqual([{ booth: 1, trouble: word }]);
      expect(await knownOf(1)).toMatchObject({ printer: word });
      expect(await knownOf(2)).toMatchObject({ printer: 'none' });
    }
    await lan.tell('/api/booth/printer', { word: 'none', paper: 'enough' }, lan.keyOf(2));
    expect(inTrouble()).toHaveLength(1);
    await lan.tell('/api/booth/printer', { word: 'none', paper: 'enough' }, lan.keyOf(1));
    expect(inTrouble()).toEqual([]);
  });

  test('a call for help says which booth and nothing else, is stored nowhere, and goes when it is taken back or the station starts anew', async () => {
    const home = copyOf(prepared);
    const one = await openOnLan(home);
    const wanted = () => one.station.pollingPlace.board.state().helpWanted;
    const before = tablesOf(home);
    for (const booth of [2, 1, 2]) {
      expect(await one.tell('/api/booth/help', { isWanted: true }, one.keyOf(booth))).toMatchObject({
        status: 200,
      });
    }
    expect(wanted()).toEqual([1, 2]);
    expect(await one.tell('/api/booth/help', { isWanted: true, step: 'choice' }, one.keyOf(1))).toMatchObject(
      {
        status: 400,
      },
    );
    await one.tell('/api/booth/help', { isWanted: false }, one.keyOf(1));
    expect(wanted()).toEqual([2]);
    await one.station.stop();
    expect(changedTables(before, tablesOf(home))).not.toContain('booth_case');
    const again = await openOnLan(home);
    expect(again.station.pollingPlace.board.state().helpWanted).toEqual([]);
    await again.station.stop();
  });

  test('nothing else: no other word, key, booth or time, and nobody without a key', async () => {
    const own = lan.keyOf(1);
    const refused: readonly unknown[] = [
      {},
      { word: 'on-fire', paper: 'enough' },
      { word: '', paper: 'enough' },
      { word: null, paper: 'enough' },
      { word: ['jam'], paper: 'enough' },
      { word: 'jam '.repeat(1_000), paper: 'enough' },
      { word: 'jam', booth: 2, paper: 'enough' },
      { word: 'jam', at: '09:40', paper: 'enough' },
      { trouble: 'jam' },
      { word: 'jam' },
      { word: 'jam', paper: 'much' },
      { word: 'jam', paper: 12 },
    ];
    for (const body of refused) {
      expect(
        await lan.tell('/api/booth/printer', body, own),
        JSON.stringify(body).slice(0, 60),
      ).toMatchObject({ status: 400 });
    }
    const strangers = [{}, { 'x-bilik-device': 'booth-1' }, { ...own, 'x-bilik-device': 'booth-2' }];
    for (const headers of strangers) {
      expect(await lan.tell('/api/booth/printer', { word: 'jam', paper: 'enough' }, headers)).toMatchObject({
        status: 401,
      });
    }
    expect(inTrouble()).toEqual([]);
  });
});
