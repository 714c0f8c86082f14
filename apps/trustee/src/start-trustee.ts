import type { AddressInfo } from 'node:net';
import type { RandomSource } from '@bilik/ballot';
import { nativeGroup, nodeCcm } from '@bilik/ballot/native';
import { openDoor, openLiveEvents, servePage } from '@bilik/server';
import { accept, refuse } from './api/refusal.ts';
import { BODY_LIMIT_BYTES, changingWith, openRoutes } from './api/routes.ts';
import { openBoardFile, openRing } from './ring/open-ring.ts';
import { openRingRoutes } from './ring/ring-routes.ts';
import type { ScryptCost } from './secret/sealed-secret.ts';
import type { StorageHook } from './store/durable-file.ts';
import { type HomeInUse, takeHome } from './store/home.ts';
import { type DeviceAct, openTrusteeDevice, type TrusteeDevice } from './trustee-device.ts';

export interface TrusteeOptions {
  /** This trustee's own folder; made when it is missing. With a `device.json` in it the device knows its station. */
  readonly home: string;
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Folder of the built page; without it only the API is served. */
  readonly pageFolder?: string | undefined;
  /** Says LATIHAN from the first screen on, and refuses a real election. */
  readonly isExercise: boolean;
  readonly random: RandomSource;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Threads for one check of a record; without it one per core. */
  readonly maxWorkers?: number | undefined;
  readonly scryptCost: ScryptCost;
  readonly onAct: (act: DeviceAct) => void;
  /** Called with what cannot happen and yet did. */
  readonly onBroken: (error: Error, route: string) => void;
  /** Called before each act on the disk; a test cuts the power there. */
  readonly storageHook?: StorageHook | undefined;
}

export interface RunningTrustee {
  /** Such as `http://127.0.0.1:4301`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

const HEARTBEAT_MS = 15_000;
/** For the largest record from a slow stick. */
const UPLOAD_TIMEOUT_MS = 10 * 60_000;
const LOOK_EVERY_MS = 5_000;
/** A long check would announce itself hundreds of times a second. */
const ANNOUNCE_EVERY_MS = 250;

/**
 * Starts one trustee's device: takes its folder for this process alone, and opens its page and API.
 * @errors 'home-in-use' when another process works on the folder
 */
export async function startTrustee(
  options: TrusteeOptions,
): Promise<
  { readonly ok: true; readonly value: RunningTrustee } | { readonly ok: false; readonly error: HomeInUse }
> {
  const home = takeHome(options.home);
  if (!home.ok) return home;
  const door = openDoor({
    bodyLimitBytes: BODY_LIMIT_BYTES,
    hostNames: [options.host],
    limits: { requestTimeoutMs: UPLOAD_TIMEOUT_MS },
    onBroken: options.onBroken,
  });
  try {
    const events = openLiveEvents(door, '/api/events', HEARTBEAT_MS, { announceEveryMs: ANNOUNCE_EVERY_MS });
    const parts = {
      ...options,
      group: nativeGroup(),
      ccm: nodeCcm,
      home: home.value.folder,
      onChange: events.announce,
    };
    const device = openTrusteeDevice(parts);
    const ring = openRing(parts, device);
    openRoutes(door, device, events.announce, () => {
      const sitting = ring.sitting();
      if (sitting === undefined) return accept(undefined);
      return refuse({ type: 'already-started', ceremony: sitting.plan.ceremony, name: sitting.member.name });
    });
    openRingRoutes(door, ring, {
      single: device,
      boardFile: openBoardFile(parts),
      isExercise: options.isExercise,
      changing: changingWith(device, events.announce),
      onChange: events.announce,
    });
    if (options.pageFolder !== undefined) await servePage(door, '/', options.pageFolder);
    await door.listen({ host: options.host, port: options.port });
    const stopLooking = lookAtStation(device.stationLine);
    return {
      ok: true,
      value: {
        address: addressOf(options.host, door.server.address()),
        close: async () => {
          stopLooking();
          events.end();
          await door.close();
          home.value.release();
        },
      },
    };
  } catch (error) {
    await door.close();
    home.value.release();
    throw error;
  }
}

/** Whether it is paired, and where its station is, a device knows before somebody presses a button. @returns ends it */
function lookAtStation(line: TrusteeDevice['stationLine']): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    const station = line();
    // one that was never paired says so by itself
    if (station?.isPaired() === true) await station.look();
    if (!isOver) timer = setTimeout(look, LOOK_EVERY_MS);
  };
  void look();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

function addressOf(host: string, address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') throw new Error('the door listens on no port');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
