import { askApi, type CallResult, callApi } from '@bilik/ui/call';
import * as z from 'zod/mini';
import { type BoothView, type PlaceView, readBooth, readPlace } from './wire.ts';

/** What this booth is in the middle of. */
export const askBooth = (): Promise<CallResult<BoothView, never>> =>
  askApi('/api/state', { value: readBooth });

/** Whose booth it is, and what is on the ballot. */
export const askPlace = (): Promise<CallResult<PlaceView, never>> =>
  askApi('/api/place', { value: readPlace });

/** Whether the station that answers an unpaired booth holds an exercise; null while it is not heard. */
export const askPairingKind = (): Promise<CallResult<{ readonly kind: 'exercise' | 'real' | null }, never>> =>
  askApi('/api/pairing-kind', { value: z.object({ kind: z.nullable(z.enum(['exercise', 'real'])) }) });

/** Tells the board that somebody here asks for an officer, or needs none any more. @returns whether the station heard it */
export async function callHelp(isWanted: boolean): Promise<boolean> {
  const told = await callApi('/api/help', { isWanted }, { value: z.object({ isHeard: z.boolean() }) });
  return told.ok && told.value.isHeard;
}
