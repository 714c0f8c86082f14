import { attendanceByAge, civilTimeSchema, namesMobileVoters } from '@bilik/election';
import { renderAttendanceList, renderHelperStatement } from '@bilik/papers';
import { command, type Door, type Doorkeeper, question } from '@bilik/server';
import { z } from 'zod';
import { line } from '../minutes/minutes-fields.ts';
import { ConfirmationsSchema } from '../people/pin-check.ts';
import type { PollingPlace } from '../polling-place.ts';
import { announced } from './announced.ts';
import { openConfirming } from './confirmed.ts';

const MOST_VOTERS = 5_000;
const AdmitQueue = z.strictObject({
  admittedBefore: z.int().min(0).max(MOST_VOTERS),
  count: z.int().min(1).max(MOST_VOTERS),
  confirmations: ConfirmationsSchema,
});

const ExtendHours = z.strictObject({
  until: civilTimeSchema,
  reason: line,
  confirmations: ConfirmationsSchema,
});

/** Who has come, how the queue goes, and the lists on paper: for the board. */
export function openAttendanceRoutes(
  door: Door,
  pollingPlace: PollingPlace,
  changed: () => void,
  keeper: Doorkeeper<unknown>,
): void {
  const { place, board, desk, late, extensions, pace, pins } = pollingPlace;
  const { definition, voters } = place;
  const confirmed = openConfirming(pins, keeper);

  question(door, '/api/board/attendance', () => ({
    rows: attendanceByAge(voters, desk.present(), definition.voting.date),
    helped: desk.helped(),
    queue: pace.standing(),
    closing: late.standing(),
    extension: { rule: extensions.rule, entries: extensions.entries() },
    mayAdmit: place.rulePack.settings.queueAtClosing.value === 'votes',
  }));
  command(
    door,
    '/api/board/queue-counted',
    z.strictObject({ waiting: z.int().min(0).max(MOST_VOTERS) }),
    ({ waiting }) => {
      pace.noteWaiting(waiting);
      changed();
      return { ok: true, value: null };
    },
  );
  command(door, '/api/board/admit-queue', AdmitQueue, async ({ confirmations, ...act }, request) =>
    announced(
      await confirmed(request, confirmations, (confirmedBy) => late.admit({ ...act, confirmedBy })),
      changed,
    ),
  );

  command(door, '/api/board/extend-hours', ExtendHours, async ({ confirmations, ...act }, request) =>
    announced(
      await confirmed(request, confirmations, (confirmedBy) => extensions.extend({ ...act, confirmedBy })),
      changed,
    ),
  );

  sendPaper(door, 'daftar-hadir-kosong.pdf', () =>
    renderAttendanceList({ definition, voters, present: null }),
  );
  sendPaper(door, 'daftar-hadir.pdf', () => {
    const mobile = desk.mobile();
    const numbers = namesMobileVoters(board.figures(), place.rulePack) ? mobile : null;
    return renderAttendanceList({
      definition,
      voters,
      present: desk.present(),
      ...(mobile.size === 0 ? {} : { mobile: { count: mobile.size, numbers } }),
    });
  });
}

/** The blank statement of a helper: desks print it while the voter waits, the board beforehand. */
export function openHelperRoutes(door: Door, { place }: PollingPlace): void {
  sendPaper(door, 'pernyataan-pendamping.pdf', () => renderHelperStatement(place.definition));
}

function sendPaper(door: Door, name: string, render: () => Uint8Array): void {
  door.get(`/papers/${name}`, (_request, reply) =>
    reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `inline; filename="${name}"`)
      .send(Buffer.from(render())),
  );
}
