export { type RunningTrustee, startTrustee, type TrusteeOptions } from './start-trustee.ts';
export type { DeviceAct } from './trustee-device.ts';
