import { command, type Door, type Doorkeeper, question } from '@bilik/server';
import { z } from 'zod';
import { ReturnedBallotsSchema, TakenBallots } from '../checkin/mobile-groups.ts';
import { line } from '../minutes/minutes-fields.ts';
import { ConfirmationsSchema } from '../people/pin-check.ts';
import type { PollingPlace } from '../polling-place.ts';
import { announced } from './announced.ts';
import { openConfirming } from './confirmed.ts';

const number = z.int().min(0).max(20);

const Leave = z.strictObject({
  tripsBefore: number,
  taken: TakenBallots,
  when: line,
  confirmations: ConfirmationsSchema,
});

const ComeBack = z.strictObject({
  trip: number,
  ballots: ReturnedBallotsSchema,
  when: line,
  note: line.nullable(),
  confirmations: ConfirmationsSchema,
});

/** Groups that bring paper ballots to voters at home or in hospital: for the board. */
export function openMobileGroupRoutes(
  door: Door,
  { mobileGroups, pins }: PollingPlace,
  changed: () => void,
  keeper: Doorkeeper<unknown>,
): void {
  const confirmed = openConfirming(pins, keeper);
  question(door, '/api/board/mobile-groups', () => ({
    rule: mobileGroups.rule,
    trips: mobileGroups.entries(),
    mayBeMarked: mobileGroups.mayBeMarked(),
  }));
  command(door, '/api/board/mobile-group-leaves', Leave, async ({ confirmations, ...act }, request) =>
    announced(
      await confirmed(request, confirmations, (confirmedBy) => mobileGroups.leave({ ...act, confirmedBy })),
      changed,
    ),
  );
  command(door, '/api/board/mobile-group-returns', ComeBack, async ({ confirmations, ...act }, request) =>
    announced(
      await confirmed(request, confirmations, (confirmedBy) =>
        mobileGroups.comeBack({ ...act, confirmedBy }),
      ),
      changed,
    ),
  );
}
