import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PreparedDevice, pairWithStation, sessionHeaders, stationFetch } from '@bilik/server';
import { z } from 'zod';
import { readDeviceBag, TECHNICIANS_BOARD } from './exercise-devices.ts';
import type { ExerciseHome } from './exercise-home.ts';
import { pinEnvelopesPath } from './prepare.ts';

/** Headers with which one device speaks to the station. */
export type Session = Readonly<Record<string, string>>;

/**
 * The technician of an exercise: carries all devices' secrets, reads the start code off the station's own disk, and from then on adds devices
 * as an officer at the board does, by the very same calls.
 */
export interface Technician {
  /** Asks the station as the technician's own board: what the outside world sees of the day it sees through it. */
  readonly ask: (path: string) => Promise<Response>;
  /** Pairs a device for a process that speaks as its page would. Sessions are kept: a device is paired once. */
  readonly sessionOf: (device: string) => Promise<Session>;
  /** A code made for this device, also after somebody took it out; without a name, for any other. */
  readonly newCode: (device?: string) => Promise<string>;
  /** Where a browser becomes that device: with its secret and a fresh code in the part of the address that is never sent. */
  readonly linkFor: (device: string) => Promise<string | undefined>;
  /** Gives a booth or a trustee's device a code, as its keeper would type it, unless it is paired already. */
  readonly pairProcess: (url: string) => Promise<void>;
}

const Envelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: z.unknown() }),
]);
const Given = z.looseObject({ code: z.string() });
const Pins = z.array(z.looseObject({ person: z.string(), pin: z.string() }));
const Standing = z.looseObject({ device: z.string().nullable(), isPaired: z.boolean() });

/** Who confirms, as the definition names them. */
const ADDS_DEVICES = 'teknisi';
const NOT_PAIRED_STATUS = 401;

export function openTechnician(home: ExerciseHome, stationUrl: string): Technician {
  const preparedAs = (name: string): PreparedDevice | undefined =>
    readDeviceBag(home).find(({ device }) => device === name);
  /** As it lies in the technician's own envelope. */
  const ownPin = () => {
    const envelopes = Pins.parse(JSON.parse(readFileSync(pinEnvelopesPath(home), 'utf8')));
    return { person: ADDS_DEVICES, pin: envelopes.find(({ person }) => person === ADDS_DEVICES)?.pin };
  };
  const fetchStation = stationFetch(null);
  const sessions = new Map<string, Promise<Session>>();

  const read = async (what: string, response: Response): Promise<unknown> => {
    const answer = Envelope.parse(await response.json());
    if (!answer.ok) throw new Error(`${what} was refused: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  const pair = async (name: string, code: string): Promise<Session> => {
    const prepared = preparedAs(name);
    if (prepared === undefined) throw new Error(`This exercise has no device ${name}`);
    const paired = await pairWithStation(fetchStation, stationUrl, prepared, code);
    if (!paired.ok) throw new Error(`${name} was not paired: ${JSON.stringify(paired.error)}`);
    return sessionHeaders(name, paired.value);
  };
  const once = (name: string, begin: () => Promise<Session>): Promise<Session> => {
    const known = sessions.get(name);
    if (known !== undefined) return known;
    const session = begin();
    sessions.set(name, session);
    // what failed is tried again when it is next wanted
    session.catch(() => sessions.delete(name));
    return session;
  };

  const asTechnician = async (path: string, request: RequestInit = {}): Promise<Response> => {
    const session = await once(TECHNICIANS_BOARD, () =>
      pair(TECHNICIANS_BOARD, readFileSync(join(home.station, 'start-code'), 'utf8')),
    );
    return fetch(new URL(path, stationUrl), { ...request, headers: { ...request.headers, ...session } });
  };
  const ask = async (path: string, request?: RequestInit): Promise<Response> => {
    const response = await asTechnician(path, request);
    if (response.status !== NOT_PAIRED_STATUS) return response;
    // somebody took the technician's board out: the start code lets it in again
    sessions.delete(TECHNICIANS_BOARD);
    return asTechnician(path, request);
  };
  const newCode = async (device?: string) => {
    const response = await ask('/api/devices/invite', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ device, confirmations: [ownPin()] }),
    });
    return Given.parse(await read('a code', response)).code;
  };
  return {
    ask,
    newCode,
    sessionOf: (device) => once(device, async () => pair(device, await newCode(device))),
    async linkFor(device) {
      const prepared = preparedAs(device);
      if (prepared === undefined || device === TECHNICIANS_BOARD) return undefined;
      return `${stationUrl}/masuk/#${prepared.device}.${prepared.secret}.${await newCode(device)}`;
    },
    async pairProcess(url) {
      const standing = Standing.parse(await read('/api/pairing', await fetch(new URL('/api/pairing', url))));
      if (standing.isPaired) return;
      const response = await fetch(new URL('/api/pair', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: await newCode(standing.device ?? undefined) }),
      });
      await read('pairing', response);
    },
  };
}
