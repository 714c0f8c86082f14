import { createHmac } from 'node:crypto';
import type { Secrets } from './prepared-files.ts';

/**
 * Under what this place's stations tag their media: the package brings it to the station and to its spare, and no stick holds it.
 * @returns 32 bytes
 */
export function storeKeyOf({ signingKey }: Pick<Secrets, 'signingKey'>): Uint8Array {
  return createHmac('sha256', signingKey).update('bilik/station-store/1').digest();
}
