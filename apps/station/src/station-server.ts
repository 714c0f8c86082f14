import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  DEVICE_ROLES,
  type Door,
  type Doorkeeper,
  type DoorLimits,
  keepDoor,
  type LiveEvents,
  openDoor,
  openLiveEvents,
  openRoom,
  type RouteRule,
  servePage,
  stationAddresses,
} from '@bilik/server';
import type { PairedDevice } from './devices/devices.ts';
import { openAttendanceRoutes, openHelperRoutes } from './http/attendance-routes.ts';
import { openBoardRoutes } from './http/board-routes.ts';
import { openBoothRoutes } from './http/booth-routes.ts';
import { openDeskRoutes } from './http/desk-routes.ts';
import {
  cookieNameOf,
  openDeviceRoutes,
  openPairingRoutes,
  openSessionRoutes,
} from './http/device-routes.ts';
import { openFollowRoutes, openHandedRoutes } from './http/handover-routes.ts';
import { openMobileGroupRoutes } from './http/mobile-group-routes.ts';
import { openPhotoRoutes } from './http/photo-routes.ts';
import { openReaderRoutes } from './http/reader-routes.ts';
import { openRecordRoutes, openShareRoutes } from './http/record-routes.ts';
import { openPollingPlace } from './open-polling-place.ts';
import { decideTransport } from './place/transport.ts';
import type { PollingPlace, PollingPlaceOptions } from './polling-place.ts';
import { keepPrivate } from './store/private-files.ts';

export interface StationOptions extends PollingPlaceOptions {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** Of an exercise within one machine: HTTPS there too. Everywhere else, and for a real election, there is nothing else. */
  readonly https?: boolean;
  /** What differs from the limits of one hall. */
  readonly limits?: Partial<DoorLimits>;
  readonly onBroken: (error: Error, route: string) => void;
}

export interface Station {
  readonly url: string;
  readonly pollingPlace: PollingPlace;
  /** Every route of the door, and whom it admits. */
  readonly routes: () => readonly RouteRule[];
  readonly stop: () => Promise<void>;
}

/** Built pages, by the path under which people reach them. */
const PAGES = [
  ['/meja/', 'desk'],
  ['/papan/', 'board'],
  ['/masuk/', 'pair'],
] as const;

const HEARTBEAT_MS = 15_000;
/** Tabs and views of one screen; one more ends its oldest. */
const STREAMS_OF_ONE = 8;
/** A stick that is pulled while nobody votes is seen before the next voter is checked in. */
const MEDIA_LOOK_MS = 2_000;

/** Opens the polling place and its door on the closed LAN. @errors as `openPollingPlace`, and a certificate that does not fit */
export async function startStation(
  options: StationOptions,
): Promise<
  | { readonly ok: true; readonly value: Station }
  | Extract<ReturnType<typeof openPollingPlace>, { readonly ok: false }>
  | Extract<ReturnType<typeof decideTransport>, { readonly ok: false }>
> {
  keepPrivate(options.home);
  let announce = (): void => undefined;
  const changed = (): void => announce();
  const opened = openPollingPlace({ ...options, onMediaChange: changed, onCardForgotten: changed });
  if (!opened.ok) return opened;
  const pollingPlace = opened.value;
  const transport = decideTransport(pollingPlace.place, {
    host: options.host,
    https: options.https ?? false,
    nowMs: options.now(),
  });
  if (!transport.ok) {
    pollingPlace.close();
    return transport;
  }
  const isSecure = transport.value.type === 'https';
  const stations =
    // a port that the system drew is no port of the spare
    transport.value.type === 'https' && options.port !== 0
      ? stationAddresses(pollingPlace.place.stationCertificate, options.port)
      : [];
  const door = openDoor({
    otherOrigins: stations,
    bodyLimitBytes: 256 * 1024,
    hostNames: [options.host, ...(transport.value.type === 'https' ? transport.value.hostNames : [])],
    ...(transport.value.type === 'https' ? { certificate: transport.value.certificate } : {}),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    onBroken: options.onBroken,
  });
  const keeper = keepDoor(door, {
    recognise: pollingPlace.devices.recognise,
    cookieName: cookieNameOf(pollingPlace.place.election.uuid, isSecure),
  });
  door.addHook('preHandler', async (request, reply) => {
    // what is not on both media yet may not be decided on: a command that was in doubt would be carried out twice
    const error = request.method === 'POST' ? pollingPlace.inDoubt() : undefined;
    return error === undefined ? undefined : reply.code(409).send({ ok: false, error });
  });
  const live = await openRooms(door, pollingPlace, keeper, { isSecure, stations });
  announce = live.announce;
  const looking = setInterval(pollingPlace.lookAtMedia, MEDIA_LOOK_MS);
  const listening = await door.listen({ host: options.host, port: options.port });
  const url = isSecure ? listening.replace(/^http:/, 'https:') : listening;
  pollingPlace.sending.follow(live.announce);
  pollingPlace.sending.resume();
  return {
    ok: true,
    value: {
      url,
      pollingPlace,
      routes: keeper.routes,
      async stop() {
        clearInterval(looking);
        await pollingPlace.sending.stop();
        live.end();
        await door.close();
        pollingPlace.close();
      },
    },
  };
}

/** Who may call what: each room admits the devices of its roles, and whatever stands in none admits nobody. */
async function openRooms(
  door: Door,
  pollingPlace: PollingPlace,
  keeper: Doorkeeper<PairedDevice>,
  { isSecure, stations }: { readonly isSecure: boolean; readonly stations: readonly string[] },
): Promise<LiveEvents> {
  const ownerOf = (request: Parameters<typeof keeper.speakerOf>[0]) => keeper.speakerOf(request).device;
  // whose screens show the day; a trustee's or a reader's machine has no business with the moment of a cast
  const live = await openRoom(door, ['board', 'desk'], (room) =>
    openLiveEvents(room, '/api/live', HEARTBEAT_MS, { ownerOf, maxStreamsOfOne: STREAMS_OF_ONE }),
  );
  const changed = live.announce;
  const { breakOff } = keeper;
  await openRoom(door, 'everybody', (room) => {
    openPairingRoutes(room, pollingPlace, changed, { isSecure, breakOff });
    openFollowRoutes(room, pollingPlace, changed, { isSecure, stations, breakOff });
  });
  await openRoom(door, DEVICE_ROLES, (room) => {
    openSessionRoutes(room, keeper);
    openRecordRoutes(room, pollingPlace, changed);
  });
  await openRoom(door, ['booth'], (room) => {
    openBoothRoutes(room, pollingPlace, changed, keeper);
    openPhotoRoutes(room, pollingPlace);
  });
  await openRoom(door, ['desk'], (room) => openDeskRoutes(room, pollingPlace, changed, keeper));
  await openRoom(door, ['desk', 'board'], (room) => {
    openHelperRoutes(room, pollingPlace);
    openHandedRoutes(room, pollingPlace, keeper);
  });
  await openRoom(door, ['board'], (room) => {
    openBoardRoutes(room, pollingPlace, changed, keeper);
    openAttendanceRoutes(room, pollingPlace, changed, keeper);
    openMobileGroupRoutes(room, pollingPlace, changed, keeper);
    openDeviceRoutes(room, pollingPlace, changed, keeper);
  });
  await openRoom(door, ['reader'], (room) => openReaderRoutes(room, pollingPlace, changed, keeper));
  // a share also comes to the board by stick
  await openRoom(door, ['trustee', 'board'], (room) => openShareRoutes(room, pollingPlace, changed));
  const pagesFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'pages');
  for (const [prefix, name] of PAGES) await servePage(door, prefix, join(pagesFolder, name));
  await openRoom(door, 'everybody', (room) => {
    room.get('/', (_request, reply) => reply.redirect('/papan/'));
  });
  return live;
}
