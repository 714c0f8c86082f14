import { askApi, type CallResult } from '@bilik/ui/call';
import * as z from 'zod/mini';
import type { MobileGroups } from '../../../src/checkin/mobile-groups.ts';
import type { Fits, OnTheWire } from '../../common/fits.ts';
import { citationsSchema } from '../attendance/attendance-answers.ts';

const tripSchema = z.object({
  number: z.int(),
  taken: z.int(),
  leftWhen: z.string(),
  leftConfirmedBy: z.array(z.string()),
  returned: z.nullable(
    z.object({
      used: z.int(),
      unused: z.int(),
      spoiled: z.int(),
      when: z.string(),
      note: z.nullable(z.string()),
      confirmedBy: z.array(z.string()),
    }),
  ),
});
export type MobileTrip = z.output<typeof tripSchema>;

const mobileGroupsSchema = z.object({
  rule: z.object({
    limits: z.nullable(z.object({ ownLineFrom: z.int(), fewestBallots: z.int() })),
    citations: citationsSchema,
  }),
  trips: z.array(tripSchema),
  mayBeMarked: z.nullable(z.int()),
});
export type MobileGroupsAnswer = z.output<typeof mobileGroupsSchema>;

export type StationMobileRule = Fits<OnTheWire<MobileGroups['rule']>, MobileGroupsAnswer['rule']>;
export type StationMobileTrips = Fits<
  OnTheWire<ReturnType<MobileGroups['entries']>>,
  MobileGroupsAnswer['trips']
>;

export const askMobileGroups = (): Promise<CallResult<MobileGroupsAnswer, never>> =>
  askApi('/api/board/mobile-groups', { value: mobileGroupsSchema });
