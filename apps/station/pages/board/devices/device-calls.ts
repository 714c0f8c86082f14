import { askApi, type CallResult, callApi } from '@bilik/ui/call';
import type { ProvedPerson } from '@bilik/ui/pin-entry';
import * as z from 'zod/mini';
import type { DeviceStanding, GivenCode } from '../../../src/devices/devices.ts';
import type { Fits, OnTheWire } from '../../common/fits.ts';
import { type BoardRefusal, refusalSchema } from '../act/board-refusal.ts';

const ROLES = ['desk', 'board', 'booth', 'trustee', 'reader', 'spare'] as const;

const deviceSchema = z.object({
  device: z.string(),
  role: z.enum(ROLES),
  number: z.int(),
  isPaired: z.boolean(),
  isHeard: z.boolean(),
  wasTakenOut: z.boolean(),
});
export type Device = z.output<typeof deviceSchema>;

const listSchema = z.object({ own: z.string(), devices: z.array(deviceSchema) });
export type DeviceList = z.output<typeof listSchema>;

const givenSchema = z.object({ code: z.string(), qr: z.string(), validMs: z.number() });
/** A code for one device, and how long it is good for. */
export type Given = z.output<typeof givenSchema>;

export type StationDevice = Fits<OnTheWire<DeviceStanding>, Device>;
export type StationGiven = Fits<OnTheWire<GivenCode>, Given>;

export const askDevices = (): Promise<CallResult<DeviceList, never>> =>
  askApi('/api/devices', { value: listSchema });

/** @param device for which the code is made; undefined: for any that was not taken out */
export const askForCode = (
  device: string | undefined,
  confirmations: readonly ProvedPerson[],
): Promise<CallResult<Given, BoardRefusal>> =>
  callApi('/api/devices/invite', { device, confirmations }, { value: givenSchema, refusal: refusalSchema });

export const removeDevice = (
  device: string,
  confirmations: readonly ProvedPerson[],
): Promise<CallResult<null, BoardRefusal>> =>
  callApi('/api/devices/remove', { device, confirmations }, { value: z.null(), refusal: refusalSchema });
