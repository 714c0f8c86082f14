import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  command,
  type Door,
  type DoorCertificate,
  NoInput,
  openDoor,
  openRoom,
  servePage,
} from '@bilik/server';
import { openAccountRoutes } from '../accounts/account-routes.ts';
import { openSignIn, type SignIn } from '../accounts/sign-in.ts';
import { openCalendarRoutes } from '../calendar/calendar-routes.ts';
import { openCandidateRoutes } from '../candidates/candidate-routes.ts';
import type { CenterParts } from '../center-parts.ts';
import { openBoardRoutes } from '../ceremony/board-routes.ts';
import { openCeremonyRoutes } from '../ceremony/ceremony-routes.ts';
import { hasDiskRoom } from '../files/room-for-uploads.ts';
import { openUploadRoutes } from '../files/upload-routes.ts';
import { openDeliveries } from '../intake/deliveries.ts';
import { openDeliveryWire, openIntakeRoutes } from '../intake/intake-routes.ts';
import { openLaneRoutes } from '../lanes/lane-routes.ts';
import { openEvidenceDoor } from '../lanes/public-evidence.ts';
import { openOutcomeRoutes } from '../outcome/outcome-routes.ts';
import { openPackageRoutes } from '../packages/package-routes.ts';
import type { PublishPlaces } from '../publish/publish-places.ts';
import { openPublishRoutes } from '../publish/publish-routes.ts';
import { serveSite } from '../publish/serve-site.ts';
import { openSetUpRoutes } from '../set-up/set-up-routes.ts';
import { openSheetRoutes } from '../sheets/sheet-routes.ts';
import { openTabulationRoutes } from '../tabulation/tabulation-routes.ts';
import { openIdentities } from '../voters/identity/identities.ts';
import { openLookUp } from '../voters/look-up/look-up.ts';
import { openLookUpRoutes } from '../voters/look-up/look-up-routes.ts';
import { openVoterRoutes } from '../voters/voter-routes.ts';
import { type ActsDoor, openActs } from './acts-door.ts';
import { openSignInRoutes } from './sign-in-routes.ts';

/** A piece of an upload as Base64, with what stands around it. */
const BODY_LIMIT_BYTES = 1024 * 1024;

export interface CenterDoorOptions {
  readonly hostNames: readonly string[];
  readonly certificate?: DoorCertificate;
  /** Servers in front that speak HTTPS with browsers, by their addresses. */
  readonly proxies?: readonly string[];
  /** Where uploads lie until they are whole. */
  readonly incomingFolder: string;
  /** Where the public site stands, served to everybody. */
  readonly publishPlaces: PublishPlaces;
  readonly onBroken: (error: Error, route: string) => void;
}

/** Registers the acts of every room. */
export function openRooms(
  acts: ActsDoor,
  parts: CenterParts,
  signIn: SignIn,
  options: Pick<CenterDoorOptions, 'incomingFolder' | 'publishPlaces'>,
): void {
  openAccountRoutes(acts, signIn);
  const { incomingFolder } = options;
  openUploadRoutes(
    acts,
    { files: parts.files, hasDiskRoom: (bytes) => hasDiskRoom(incomingFolder, bytes) },
    incomingFolder,
  );
  openSheetRoutes(acts, parts);
  openLaneRoutes(acts, parts.files);
  openCeremonyRoutes(acts, parts);
  openPackageRoutes(acts, parts, openIdentities(parts.keys));
  openTabulationRoutes(acts);
  openIntakeRoutes(acts, parts);
  openOutcomeRoutes(acts);
  openPublishRoutes(acts, parts, options.publishPlaces);
  openVoterRoutes(acts, parts);
  openSetUpRoutes(acts, parts);
  openCalendarRoutes(acts);
  openCandidateRoutes(acts, parts);
}

/** The center's HTTP door: sign-in, acts, pages. Not yet listening. */
export async function openCenterDoor(
  parts: CenterParts,
  options: CenterDoorOptions,
): Promise<{ readonly door: Door; readonly acts: ActsDoor }> {
  const door = openDoor({
    bodyLimitBytes: BODY_LIMIT_BYTES,
    hostNames: options.hostNames,
    anyPort: true,
    trustedProxies: options.proxies ?? [],
    limits: { maxConnections: 2000 },
    ...(options.certificate === undefined ? {} : { certificate: options.certificate }),
    onBroken: options.onBroken,
  });
  const signIn = openSignIn({
    database: parts.database,
    codeKey: parts.keys.secret('one-time-code'),
    now: parts.now,
  });
  const isSecure = options.certificate !== undefined || (options.proxies ?? []).length > 0;
  await openSignInRoutes(door, signIn, isSecure);
  await openEvidenceDoor(door, parts, (bytes) => hasDiskRoom(options.incomingFolder, bytes));
  await openRoom(door, 'everybody', (room) =>
    command(room, '/api/kind', NoInput, () => ({ ok: true, value: { kind: parts.kind } })),
  );
  await openBoardRoutes(door, parts);
  await openDeliveryWire(door, openDeliveries(parts, options.incomingFolder));
  await openLookUpRoutes(door, openLookUp(parts, openIdentities(parts.keys)), parts.now);
  const acts = await openActs(door, parts, (opened) => openRooms(opened, parts, signIn, options));
  const { site, setAside } = options.publishPlaces;
  await serveSite(door, { folder: site, setAside, kind: parts.kind });
  // what people type is the name of the machine alone: what was published is for everybody
  door.get('/', (_request, reply) => reply.redirect('/publik/'));
  for (const page of PAGES) {
    const folder = fileURLToPath(new URL(`../../dist/pages/${page}`, import.meta.url));
    if (existsSync(folder)) await servePage(door, `/${page}/`, folder);
  }
  return { door, acts };
}

/** What browsers open; each is served under its name. */
const PAGES = ['kantor', 'telepon', 'bukti', 'cek'] as const;
