import { askApi, type CallResult, callApi } from '@bilik/ui/call';
import * as z from 'zod/mini';
import type { ClosingStanding } from '../../../src/checkin/late-voters.ts';
import type { QueueStanding } from '../../../src/checkin/queue-pace.ts';
import type { ExtensionRule } from '../../../src/phase/extensions.ts';
import type { Fits, OnTheWire } from '../../common/fits.ts';

const lawTextSchema = z.union([z.string(), z.object({ id: z.string(), en: z.string() })]);
/** What a rule rests on, each text in one line for both languages or one in each. */
export const citationsSchema = z.array(z.object({ title: lawTextSchema, source: lawTextSchema }));

const bySex = z.object({ L: z.int(), P: z.int() });

const attendanceSchema = z.object({
  rows: z.array(
    z.object({ group: z.enum(['to-25', 'to-40', 'to-60', 'over-60']), listed: bySex, present: bySex }),
  ),
  helped: z.int(),
  queue: z.object({
    waiting: z.nullable(z.int()),
    estimate: z.nullable(z.object({ perHour: z.int(), waitMinutes: z.int(), endsAt: z.string() })),
  }),
  closing: z.object({
    closes: z.string(),
    isLate: z.boolean(),
    queue: z.object({ admitted: z.int(), served: z.int() }),
  }),
  extension: z.object({
    rule: z.object({
      limits: z.nullable(z.object({ atMostTimes: z.int(), minutesEach: z.int() })),
      citations: citationsSchema,
    }),
    entries: z.array(
      z.object({ at: z.string(), until: z.string(), reason: z.string(), confirmedBy: z.array(z.string()) }),
    ),
  }),
  mayAdmit: z.boolean(),
});
export type Attendance = z.output<typeof attendanceSchema>;

export type StationQueue = Fits<OnTheWire<QueueStanding>, Attendance['queue']>;
export type StationExtensionRule = Fits<OnTheWire<ExtensionRule>, Attendance['extension']['rule']>;
export type StationClosing = Fits<OnTheWire<ClosingStanding>, Attendance['closing']>;

export const askAttendance = (): Promise<CallResult<Attendance, never>> =>
  askApi('/api/board/attendance', { value: attendanceSchema });

export const tellQueue = (waiting: number): Promise<CallResult<unknown, never>> =>
  callApi('/api/board/queue-counted', { waiting }, { value: z.unknown() });
