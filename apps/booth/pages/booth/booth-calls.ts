import { askApi, type CallResult } from '@bilik/ui/call';
import { type BoothView, type PlaceView, readBooth, readPlace } from './wire.ts';

/** What this booth is in the middle of. */
export const askBooth = (): Promise<CallResult<BoothView, never>> =>
  askApi('/api/state', { value: readBooth });

/** Whose booth it is, and what is on the ballot. */
export const askPlace = (): Promise<CallResult<PlaceView, never>> =>
  askApi('/api/place', { value: readPlace });
