import { SPEAKER_HEADER } from '../session/doorkeeper.ts';
import type { Paired } from './pair-with-station.ts';

/** How a paired device speaks to its station from a process: with its token, or with what its browser would send. */
export function sessionHeaders(device: string, { token, cookie }: Paired): Readonly<Record<string, string>> {
  return {
    [SPEAKER_HEADER]: device,
    ...(token === null ? { cookie } : { authorization: `Bearer ${token}` }),
  };
}
