import { askApi, type CallResult, callApi } from '@bilik/ui/call';
import * as z from 'zod/mini';
import type { ClosingStanding } from '../../../src/checkin/late-voters.ts';
import type { QueueStanding } from '../../../src/checkin/queue-pace.ts';
import type { Fits, OnTheWire } from '../../common/fits.ts';

const bySex = z.object({ L: z.int(), P: z.int() });

const attendanceSchema = z.object({
  rows: z.array(
    z.object({ group: z.enum(['to-25', 'to-40', 'to-60', 'over-60']), listed: bySex, present: bySex }),
  ),
  queue: z.object({
    waiting: z.nullable(z.int()),
    estimate: z.nullable(z.object({ perHour: z.int(), waitMinutes: z.int(), endsAt: z.string() })),
  }),
  closing: z.object({
    closes: z.string(),
    isLate: z.boolean(),
    queue: z.object({ admitted: z.int(), served: z.int() }),
  }),
  mayAdmit: z.boolean(),
});
export type Attendance = z.output<typeof attendanceSchema>;

export type StationQueue = Fits<OnTheWire<QueueStanding>, Attendance['queue']>;
export type StationClosing = Fits<OnTheWire<ClosingStanding>, Attendance['closing']>;

/** Only whether others were quicker matters to the page; every other refusal is answered alike. */
const admitRefusal = z.object({ type: z.string() });
export type AdmitRefused = z.output<typeof admitRefusal>;

export const askAttendance = (): Promise<CallResult<Attendance, never>> =>
  askApi('/api/board/attendance', { value: attendanceSchema });

export const tellQueue = (waiting: number): Promise<CallResult<unknown, never>> =>
  callApi('/api/board/queue-counted', { waiting }, { value: z.unknown() });

/** @param request `admittedBefore` as this page shows it; `count` 1 or more */
export const admitQueue = (request: {
  readonly admittedBefore: number;
  readonly count: number;
  readonly confirmedBy: readonly string[];
}): Promise<CallResult<unknown, AdmitRefused>> =>
  callApi('/api/board/admit-queue', request, { value: z.unknown(), refusal: admitRefusal });
