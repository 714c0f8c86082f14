export type { SealedDelivery } from './delivery/sealed-delivery.ts';
export { sendOnce } from './delivery/send-once.ts';
export { openPollingPlace } from './open-polling-place.ts';
export { type DeskVoter, PLACE_FILES, type Secrets } from './place/prepared-files.ts';
export type { PollingPlace } from './polling-place.ts';
export { type Station, type StationOptions, startStation } from './station-server.ts';
