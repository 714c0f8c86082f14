import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Session } from '../../test/support/paired-devices.ts';
import { MORNING_MS } from '../../test/support/polling-place.ts';
import type { PreparedHome } from '../../test/support/prepared-home.ts';
import type { PlaceFault } from './plan.ts';
import { type StationProcess, startStationProcess } from './station-process.ts';

const Envelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: z.looseObject({ type: z.string() }) }),
]);

/** What a device heard; `unheard` when the station or the wire was gone. */
export type Heard =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly type: string; readonly text: string };

const Media = z.looseObject({ media: z.looseObject({ state: z.enum(['two', 'one', 'paused']) }) });

/** Chair and a member: whom every act of two people needs. */
export const BOTH: readonly string[] = ['ketua', 'anggota-1'];

/** Between two looks at something that takes its time. */
const LOOK_AGAIN_MS = 15;
const MOST_LOOKS = 2_000;

export const passing = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks again until there is an answer. @throws when it never comes: a day that hangs is a finding */
export async function eventually<Value>(what: string, ask: () => Promise<Value | undefined>): Promise<Value> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const value = await ask();
    if (value !== undefined) return value;
    await passing(LOOK_AGAIN_MS);
  }
  throw new Error(`It never came to this: ${what}`);
}

/** The station of one soaked day with its two media, and the people who put right what befalls it. */
export interface SoakedPlace {
  /** Where the station listens, whichever run of it. */
  readonly port: number;
  readonly station: () => StationProcess;
  readonly tell: (device: string, path: string, body: unknown, through?: string) => Promise<Heard>;
  readonly ask: (path: string) => Promise<Heard>;
  readonly download: (path: string) => Promise<Uint8Array>;
  /** Lets a fault happen. @returns settles at once for one that waits for a write, else when people have put it right */
  readonly strike: (fault: Exclude<PlaceFault, { kind: 'lan-down' }>) => Promise<void>;
  /** SIGKILL now; it is started again at once, whoever waits for it. */
  readonly killNow: () => Promise<void>;
  /** Whether a fault still waits for its write. */
  readonly isArmed: () => boolean;
  /** Calls off what still waits for a write. */
  readonly disarm: () => Promise<void>;
  /** What no station and no people could explain. */
  readonly broken: readonly string[];
  readonly stop: () => Promise<void>;
}

export async function openSoakedPlace(input: {
  readonly prepared: PreparedHome;
  readonly sessions: ReadonlyMap<string, Session>;
  readonly seed: number;
}): Promise<SoakedPlace> {
  const { prepared, sessions, seed } = input;
  const { home } = prepared;
  const broken: string[] = [];
  let clockMs = MORNING_MS;
  let runs = 0;
  let isOver = false;
  let armed: 'kill' | 'stick' | undefined;
  let repairs: Promise<void> = Promise.resolve();
  let takesOver = false;
  let restarting: Promise<void> = Promise.resolve();

  /** What the spare gets is the stick alone. */
  const burnFirstMedium = (): void => {
    for (const folder of ['store', 'count']) {
      renameSync(join(home.station, folder), join(home.station, `${folder}-before-${runs}`));
    }
  };
  const start = async (port: number): Promise<StationProcess> => {
    runs += 1;
    const spare = takesOver;
    takesOver = false;
    if (spare) burnFirstMedium();
    const order = {
      home: home.station,
      second: home.stationSecond,
      port,
      seed: `${seed}/station/${runs}`,
      clockMs,
      takeOver: spare ? prepared.confirmed(BOTH) : null,
    };
    return startStationProcess(order, (error) => broken.push(error));
  };
  let station = await start(0);
  const port = Number(new URL(station.url).port);

  /** Whoever finds it dead switches it on again. */
  const keepAlive = (): void => {
    void station.ended.then(() => {
      if (isOver) return;
      if (armed === 'kill') armed = undefined;
      restarting = start(port).then(
        (next) => {
          station = next;
          keepAlive();
        },
        (error: unknown) => {
          broken.push(error instanceof Error ? error.message : String(error));
        },
      );
    });
  };
  keepAlive();

  const call = async (path: string, request: RequestInit, device: string, base?: string): Promise<Heard> => {
    try {
      const response = await fetch(new URL(path, base ?? `http://127.0.0.1:${port}`), {
        ...request,
        headers: { ...request.headers, ...sessions.get(device) },
      });
      const answer = Envelope.parse(await response.json());
      return answer.ok
        ? answer
        : { ok: false, type: answer.error.type, text: JSON.stringify(answer.error).slice(0, 300) };
    } catch (error) {
      if (error instanceof z.ZodError) throw error;
      return { ok: false, type: 'unheard', text: String(error) };
    }
  };
  const tell: SoakedPlace['tell'] = (device, path, body, through) =>
    call(
      path,
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      device,
      through,
    );
  const ask: SoakedPlace['ask'] = (path) => call(path, {}, 'board-1');

  const mediaState = async (): Promise<string | undefined> => {
    if (isOver) throw new Error('The day is over');
    const heard = await ask('/api/board/state');
    return heard.ok ? Media.parse(heard.value).media.state : undefined;
  };
  /** A station that died a moment ago takes it once it is on again. */
  const order = async (told: Parameters<StationProcess['tell']>[0]): Promise<void> => {
    await eventually(`the station takes ${told.order}`, async () => {
      try {
        await station.tell(told);
        return true;
      } catch {
        return undefined;
      }
    });
  };
  /** Two people see that voting pauses, and do what the handbook says. */
  const mendStick = async (goOnWith: 'new-medium' | 'one-medium', takeAway: boolean): Promise<void> => {
    await eventually('the polls pause because of the stick', async () =>
      (await mediaState()) === 'paused' ? true : undefined,
    );
    armed = undefined;
    await order({ order: 'fail-stick', how: null });
    if (takeAway) takeStickAway();
    if (goOnWith === 'new-medium') mkdirSync(home.stationSecond, { mode: 0o700 });
    const act = goOnWith === 'new-medium' ? 'put-in-new-medium' : 'continue-on-one-medium';
    await eventually('two people decide about the stick', async () => {
      const answer = await tell('board-1', '/api/board/medium', {
        act,
        confirmations: prepared.confirmed(BOTH),
      });
      if (answer.ok || answer.type === 'medium-not-missing') return true;
      if (!['unheard', 'store-in-doubt', 'first-medium-fails'].includes(answer.type))
        throw new Error(`${act} was refused: ${answer.text}`);
      return undefined;
    });
  };
  const takeStickAway = (): void => {
    const away = readdirSync(home.root).filter((name) => name.startsWith('station-second-')).length + 1;
    renameSync(home.stationSecond, `${home.stationSecond}-${away}`);
  };

  const killNow = async (): Promise<void> => {
    const before = station;
    await before.kill();
    await eventually('the station is back', async () => {
      await restarting;
      return station === before ? undefined : true;
    });
  };

  const strike: SoakedPlace['strike'] = async (fault) => {
    switch (fault.kind) {
      case 'clock-jumps':
        clockMs += fault.seconds * 1_000;
        return order({ order: 'set-clock', clockMs });
      case 'station-killed':
        armed = 'kill';
        return order({ order: 'die-at-write', write: fault.atWrite, step: fault.step });
      case 'first-medium-fails':
        if ((await mediaState()) !== 'two') return undefined;
        return order({ order: 'fail-first', how: fault.how, write: fault.atWrite, times: fault.times });
      case 'takeover': {
        if ((await mediaState()) !== 'two') return killNow();
        takesOver = true;
        await station.kill();
        return undefined;
      }
      case 'stick-slow':
        return order({ order: 'slow-stick' });
      case 'stick-pulled':
        if ((await mediaState()) !== 'two') return undefined;
        takeStickAway();
        return mendStick(fault.goOnWith, false);
      case 'stick-fails':
        if ((await mediaState()) !== 'two') return undefined;
        armed = 'stick';
        await order({ order: 'fail-stick', how: fault.how });
        repairs = mendStick(fault.goOnWith, true);
        repairs.catch((error: unknown) => broken.push(String(error)));
        return undefined;
    }
  };

  return {
    port,
    station: () => station,
    tell,
    ask,
    async download(path) {
      const response = await fetch(new URL(path, `http://127.0.0.1:${port}`), {
        headers: { ...sessions.get('board-1') },
      });
      if (!response.ok) throw new Error(`${path} is not to be had: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    strike,
    killNow,
    isArmed: () => armed !== undefined,
    async disarm() {
      await order({ order: 'fail-first', how: 'broken', write: 1, times: 0 });
      await eventually('what waits for the station’s own medium is done', async () =>
        (await mediaState()) === 'paused' && armed !== 'stick' ? undefined : true,
      );
      if (armed === 'kill') await killNow();
      if (armed !== 'stick') return;
      // any write will do: the stick does not take it, and people put that right
      const member = prepared.confirmed(BOTH.slice(1));
      await tell('board-1', '/api/board/command', { command: 'pause', confirmations: member });
      await repairs;
    },
    broken,
    async stop() {
      isOver = true;
      await station.kill();
      await repairs.catch(() => undefined);
    },
  };
}
