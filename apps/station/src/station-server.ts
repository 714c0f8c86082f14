import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DoorLimits, openDoor, openLiveEvents, servePage } from '@bilik/server';
import { openAttendanceRoutes } from './http/attendance-routes.ts';
import { openBoardRoutes } from './http/board-routes.ts';
import { openBoothRoutes } from './http/booth-routes.ts';
import { openDeskRoutes } from './http/desk-routes.ts';
import { openPhotoRoutes } from './http/photo-routes.ts';
import { openReaderRoutes } from './http/reader-routes.ts';
import { openRecordRoutes } from './http/record-routes.ts';
import { openPollingPlace, type PollingPlace, type PollingPlaceOptions } from './polling-place.ts';
import { keepPrivate } from './store/private-files.ts';

export interface StationOptions extends PollingPlaceOptions {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** What differs from the limits of one hall. */
  readonly limits?: Partial<DoorLimits>;
  readonly onBroken: (error: Error, route: string) => void;
}

export interface Station {
  readonly url: string;
  readonly pollingPlace: PollingPlace;
  readonly stop: () => Promise<void>;
}

/** Built pages, by the path under which people reach them. */
const PAGES = [
  ['/meja/', 'desk'],
  ['/papan/', 'board'],
] as const;

const HEARTBEAT_MS = 15_000;
/** A stick that is pulled while nobody votes is seen before the next voter is checked in. */
const MEDIA_LOOK_MS = 2_000;

/** Opens the polling place and its door on the closed LAN. @errors as `openPollingPlace` */
export async function startStation(
  options: StationOptions,
): Promise<
  | { readonly ok: true; readonly value: Station }
  | Extract<ReturnType<typeof openPollingPlace>, { readonly ok: false }>
> {
  keepPrivate(options.home);
  let announce = (): void => undefined;
  const changed = (): void => announce();
  const opened = openPollingPlace({ ...options, onMediaChange: changed, onCardForgotten: changed });
  if (!opened.ok) return opened;
  const pollingPlace = opened.value;
  const door = openDoor({
    bodyLimitBytes: 256 * 1024,
    hostNames: [options.host],
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    onBroken: options.onBroken,
  });
  const live = openLiveEvents(door, '/api/live', HEARTBEAT_MS);
  announce = live.announce;
  const looking = setInterval(pollingPlace.lookAtMedia, MEDIA_LOOK_MS);
  for (const openRoutes of [
    openBoothRoutes,
    openDeskRoutes,
    openReaderRoutes,
    openBoardRoutes,
    openAttendanceRoutes,
    openRecordRoutes,
    openPhotoRoutes,
  ]) {
    openRoutes(door, pollingPlace, live.announce);
  }
  const pagesFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'pages');
  for (const [prefix, name] of PAGES) await servePage(door, prefix, join(pagesFolder, name));
  door.get('/', (_request, reply) => reply.redirect('/papan/'));
  const url = await door.listen({ host: options.host, port: options.port });
  pollingPlace.sending.follow(live.announce);
  pollingPlace.sending.resume();
  return {
    ok: true,
    value: {
      url,
      pollingPlace,
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
