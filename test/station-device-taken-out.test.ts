import { connect } from 'node:net';
import { pairWithStation, stationFetch } from '@bilik/server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must } from './support/answers.ts';
import { lanDayForEachTest } from './support/lan-day.ts';
import { preparedDevice } from './support/paired-devices.ts';
import { openPlace } from './support/polling-place.ts';
import { prepareHome } from './support/prepared-home.ts';
import { copyOf, newFolder } from './support/station-disk.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8, booths: 2 });
const day = lanDayForEachTest(prepared);

const asTechnician = () => ({ confirmations: day.home.confirmed(['teknisi']) });
const remove = (device: string) => day.lan.tell('/api/devices/remove', { device, ...asTechnician() });
const Given = z.looseObject({ code: z.string() });
const newCode = async (device?: string) =>
  Given.parse((await day.lan.tell('/api/devices/invite', { device, ...asTechnician() })).value).code;
const pair = (device: string, code: string) =>
  pairWithStation(stationFetch(null), day.lan.station.url, preparedDevice(day.home, device), code);
const outcomeOf = async (device: string, code: string): Promise<string> => {
  const paired = await pair(device, code);
  if (paired.ok) return 'paired';
  return paired.error.type === 'pairing-refused' ? paired.error.reason : paired.error.type;
};
/** A live stream that nobody broke off in this time goes on. */
const PATIENCE_MS = 20_000;
const listen = (device: string) =>
  fetch(new URL('/api/live', day.lan.station.url), {
    headers: { ...day.lan.sessionOf(device) },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });

/** Sends all of a command but its last byte, and waits until the station has heard of the device. */
async function begin(path: string, device: string, body: unknown) {
  const { hostname, port, host } = new URL(day.lan.station.url);
  const text = JSON.stringify(body);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.on('data', (bytes) => {
    heard += String(bytes);
  });
  // an ended connection is an answer here
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)));
  const headers = {
    ...day.lan.sessionOf(device),
    host,
    connection: 'close',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.write([`POST ${path} HTTP/1.1`, ...head, '', text.slice(0, -1)].join('\r\n'));
  const { devices } = day.lan.station.pollingPlace;
  while (devices.list().find((one) => one.device === device)?.isHeard !== true)
    await day.lan.ask('/api/devices');
  return {
    /** Sends the last byte. @returns everything heard until the connection ended */
    end: () => {
      socket.write(text.slice(-1));
      return closed;
    },
  };
}

/** What a desk and a booth can begin; each is the first word of its device. */
const BEGUN: readonly (readonly [string, string, () => { readonly path: string; readonly body: unknown }])[] =
  [
    [
      'a check-in',
      'desk-2',
      () => ({
        path: '/api/desk/check-in',
        body: { voter: 5, identity: { method: 'name-and-photo', override: null } },
      }),
    ],
    ['a ballot', 'booth-2', () => ({ path: '/api/booth/seal', body: { ballot: day.hand.vote(1).text } })],
  ];
const dayNow = () => {
  const { board, boothService } = day.lan.station.pollingPlace;
  return JSON.stringify([board.state().poll, boothService().boothCase(2)]);
};

describe('a device that is taken out', () => {
  test.each(BEGUN)('%s that it began is not carried out', async (_what, device, act) => {
    const { path, body } = act();
    const begun = await begin(path, device, body);
    const before = dayNow();
    expect((await remove(device)).refusal).toBe('accepted');
    expect(await begun.end()).not.toContain('200 OK');
    expect(dayNow()).toBe(before);
  });

  test.each(BEGUN)('%s is carried out as long as it is in', async (_what, device, act) => {
    const { path, body } = act();
    const begun = await begin(path, device, body);
    const before = dayNow();
    expect((await remove('trustee-1')).refusal).toBe('accepted');
    expect(await begun.end()).toContain('200 OK');
    expect(dayNow()).not.toBe(before);
  });

  test('codes that were given out before go with it', async () => {
    const before = await newCode();
    expect((await remove('desk-2')).refusal).toBe('accepted');
    expect(await outcomeOf('trustee-1', before)).toBe('no-code-given');
    expect(await outcomeOf('trustee-1', await newCode())).toBe('paired');
  });

  test.each(['desk-2', 'trustee-1', 'reader-1'])(
    '%s keeps nobody from being let in, and comes in itself only by a code made for it',
    async (device) => {
      expect((await remove(device)).refusal).toBe('accepted');
      const code = await newCode();
      for (let turn = 0; turn < 10; turn += 1)
        expect(await outcomeOf(device, turn % 2 === 0 ? code : '00000000')).toBe('device-taken-out');
      expect(await outcomeOf('booth-1', code)).toBe('paired');

      const made = await newCode(device);
      expect(await outcomeOf('booth-1', made)).toBe('no-code-given');
      expect(await outcomeOf(device, made)).toBe('paired');
      expect(await outcomeOf(device, await newCode())).toBe('paired');
    },
  );

  test('stays out over a new start of the station', () => {
    const home = copyOf(prepared);
    const takenOut = (place: PollingPlace) =>
      place.devices.list().flatMap(({ device, wasTakenOut }) => (wasTakenOut ? [device] : []));
    const before = openPlace(home);
    must(before.devices.remove({ device: 'desk-2', confirmedBy: ['teknisi'] }, 'board-1'));
    expect(takenOut(before)).toEqual(['desk-2']);
    before.close();
    const after = openPlace(home);
    expect(takenOut(after)).toEqual(['desk-2']);
    expect(after.devices.list().filter(({ isPaired }) => isPaired)).toEqual([]);
    after.close();
  });

  test('a code is made for no device that was not prepared', async () => {
    const asked = await day.lan.tell('/api/devices/invite', { device: 'desk-9', ...asTechnician() });
    expect(asked.refusal).toBe('device-unknown');
  });
});

test('pairing anew ends the live stream of the session before, and no other', async () => {
  const [old, other] = [await listen('desk-2'), await listen('desk-1')];
  expect(await outcomeOf('desk-2', await newCode())).toBe('paired');
  expect(await old.text().catch((error: Error) => error.name)).toBe('TypeError');
  const { devices } = day.lan.station.pollingPlace;
  expect(devices.list().filter(({ isPaired }) => isPaired).length).toBeGreaterThan(5);
  expect((await day.lan.ask('/api/desk/state', day.lan.asDesk(1))).status).toBe(200);
  await other.body?.cancel();
});
