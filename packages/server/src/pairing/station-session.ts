import { z } from 'zod';
import { command, type Door, question } from '../door.ts';
import { SPEAKER_HEADER } from '../session/doorkeeper.ts';
import type { DeviceFile } from './device-file.ts';
import { type PairingProblem, pairWithStation } from './pair-with-station.ts';
import { PAIRING_CODE } from './proof.ts';
import { openSessionToken } from './session-token.ts';
import { type StationRequest, stationFetch } from './station-fetch.ts';

/** The line of one device's process to its station, with the session that it keeps in its own home. */
export interface StationSession {
  /** Such as `booth-1`. */
  readonly device: string;
  /** The station's address that answered last, or the first. */
  readonly station: () => string;
  /** Holds a token that the station has not refused. */
  readonly isPaired: () => boolean;
  /** Pairs with a code from the board, and keeps the token. */
  readonly pair: (
    code: string,
  ) => Promise<
    { readonly ok: true; readonly value: null } | { readonly ok: false; readonly error: PairingProblem }
  >;
  /** Asks the station. Rejects when it is not heard: then the next call tries its next address. */
  readonly fetch: (path: string, request?: StationRequest) => Promise<Response>;
  /** Asks all addresses in turn until one answers, and hears whether this device is still known there. Never rejects. */
  readonly look: () => Promise<void>;
}

/** A station on the same closed network answers at once. */
const LOOK_TIMEOUT_MS = 4_000;

const NOT_PAIRED_STATUS = 401;

/**
 * @param home     the device's own root, where the token lies as `session-token`
 * @param onChange when this device was paired, or the station took it out
 */
export function openStationSession(input: {
  readonly home: string;
  readonly file: DeviceFile;
  readonly onChange: () => void;
}): StationSession {
  const { prepared, stations, authority } = input.file;
  const token = openSessionToken(input.home);
  const fetchStation = stationFetch(authority);
  let isRefused = false;
  let at = 0;
  const station = () => stations[at % stations.length] ?? '';
  /** Goes on to the next address, once: several requests may have waited at this one. */
  const leave = (asked: number): void => {
    if (at === asked) at += 1;
  };
  const setRefused = (next: boolean): void => {
    if (isRefused === next) return;
    isRefused = next;
    input.onChange();
  };

  const session: StationSession = {
    device: prepared.device,
    station,
    isPaired: () => token.get() !== undefined && !isRefused,
    async pair(code) {
      // somebody waits with a code of a minute: no time for an address at which nobody is
      await session.look();
      const asked = at;
      const paired = await pairWithStation(fetchStation, station(), prepared, code);
      if (!paired.ok) {
        if (paired.error.type === 'station-unheard') leave(asked);
        return paired;
      }
      if (paired.value.token === null) throw new Error(`${prepared.device} is no device of a process`);
      token.keep(paired.value.token);
      isRefused = false;
      input.onChange();
      return { ok: true, value: null };
    },
    async fetch(path, request = {}) {
      const shown = token.get();
      const headers = {
        ...request.headers,
        ...(shown === undefined
          ? {}
          : { authorization: `Bearer ${shown}`, [SPEAKER_HEADER]: prepared.device }),
      };
      const asked = at;
      try {
        const response = await fetchStation(new URL(path, station()), { ...request, headers });
        // the token is kept: a station that ran on an older copy of its folder may come back as the right one
        setRefused(response.status === NOT_PAIRED_STATUS);
        return response;
      } catch (error) {
        leave(asked);
        throw error;
      }
    },
    async look() {
      for (let turn = 0; turn < stations.length; turn += 1) {
        try {
          const answer = await session.fetch('/api/session', {
            signal: AbortSignal.timeout(LOOK_TIMEOUT_MS),
          });
          await answer.body?.cancel();
          return;
        } catch {
          // the next address
        }
      }
    },
  };
  return session;
}

const Code = z.strictObject({ code: z.string().regex(PAIRING_CODE) });

/** What the page of a device asks its own process: whether it is paired, and to pair it with the code that somebody types there. */
export function openOwnPairing(door: Door, session: () => StationSession | undefined): void {
  question(door, '/api/pairing', () => ({
    device: session()?.device ?? null,
    isPaired: session()?.isPaired() ?? false,
  }));
  command(door, '/api/pair', Code, async ({ code }) => {
    const own = session();
    return own === undefined
      ? { ok: false, error: { type: 'device-not-prepared' } }
      : namedRefusal(await own.pair(code));
  });
}

/** A page hears the station's own word. */
function namedRefusal(answer: Awaited<ReturnType<StationSession['pair']>>) {
  if (answer.ok) return answer;
  const { error } = answer;
  return {
    ok: false,
    error:
      error.type === 'station-unheard'
        ? { type: error.type, seconds: 0 }
        : { type: error.reason, seconds: error.pauseSeconds },
  } as const;
}
