export { clientNetwork } from './client-network.ts';
export type { Door, DoorCertificate, DoorOptions, DoorRequest } from './door.ts';
export { command, NoInput, openDoor, question, readInput } from './door.ts';
export { type DoorLimits, HALL_LIMITS } from './limits.ts';
export type { LiveEvents, LiveEventsOptions } from './live-events.ts';
export { openLiveEvents } from './live-events.ts';
export { type OneByOne, type OneByOneOptions, openOneByOne, type TooManyWaiting } from './one-by-one.ts';
export { servePage } from './pages.ts';
export {
  DEVICE_FILE,
  DEVICE_ROLES,
  type DeviceFile,
  DeviceFileSchema,
  type DeviceRole,
  type PreparedDevice,
  PreparedDeviceSchema,
  readDeviceFile,
} from './pairing/device-file.ts';
export { type Paired, type PairingProblem, pairWithStation } from './pairing/pair-with-station.ts';
export { sessionHeaders } from './pairing/session-headers.ts';
export { openSessionToken, type SessionToken } from './pairing/session-token.ts';
export { certifiedNames, stationAddresses } from './pairing/station-addresses.ts';
export { type StationFetch, type StationRequest, stationFetch } from './pairing/station-fetch.ts';
export { openOwnPairing, openStationSession, type StationSession } from './pairing/station-session.ts';
export { processFlags } from './process-flags.ts';
export { type PublishedFolder, type PublishedHeaders, servePublishedFolder } from './published-folder.ts';
export type { Answer, DoorRefusal } from './refusal.ts';
export { type Admission, openRoom } from './session/admission.ts';
export { readCookie, sessionCookie } from './session/cookie.ts';
export {
  type Claim,
  type Doorkeeper,
  keepDoor,
  type RouteRule,
  SPEAKER_HEADER,
} from './session/doorkeeper.ts';
export { systemTimer, type Timer } from './timer.ts';
export { openTurns, type Turn, type Turns, type TurnsOptions } from './turns.ts';
