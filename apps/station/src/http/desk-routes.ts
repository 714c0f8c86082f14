import { command, type Door, question } from '@bilik/server';
import { z } from 'zod';
import type { PollingPlace } from '../polling-place.ts';
import { announced } from './announced.ts';
import { IdentitySchema } from './identity-schema.ts';

const voterNumber = z.int().min(1).max(5000);

const CheckIn = z.strictObject({
  voter: voterNumber,
  desk: z.int().min(1).max(20),
  identity: IdentitySchema,
  isHelped: z.boolean().default(false),
});

const DeskTest = z.strictObject({
  desk: z.int().min(1).max(20),
  scannerRead: z.boolean().nullable(),
  readerRead: z.boolean().nullable(),
});

/** Which desk asks: its reader's last card is for it alone. */
const DeskQuery = z.strictObject({ desk: z.coerce.number().int().min(1).max(20) });

/** What check-in desks ask of the station. Searches and their answers are kept nowhere. */
export function openDeskRoutes(
  door: Door,
  { place, desk, board, selfTest, standing }: PollingPlace,
  changed: () => void,
): void {
  const { definition } = place;
  question(door, '/api/desk/state', (request) => {
    const asked = DeskQuery.safeParse(request.query);
    const { phase, poll, onTheirWay, checkIns, registered } = board.state();
    return {
      kind: definition.kind,
      title: definition.title,
      village: definition.area.village.name,
      pollingPlace: definition.pollingPlace,
      desks: definition.desks,
      votingDate: definition.voting.date,
      phase,
      registered,
      checkIns,
      released: poll.released,
      casts: poll.casts,
      abandoned: poll.abandoned,
      onTheirWay,
      marks: standing().marks,
      mayBeHelped: place.rulePack.settings.helper.value === 'signed-statement',
      ...desk.cardAt(asked.success ? asked.data.desk : 0),
    };
  });
  command(door, '/api/desk/search', z.strictObject({ query: z.string().max(256) }), ({ query }) => ({
    ok: true,
    value: desk.search(query),
  }));
  // The number goes in the body: an address would stay in the browser's history.
  command(door, '/api/desk/standing', z.strictObject({ voter: voterNumber }), ({ voter }) =>
    desk.standing(voter),
  );
  command(door, '/api/desk/self-test', DeskTest, ({ desk: number, ...test }) =>
    announced(selfTest.hearDesk(number, test), changed),
  );
  command(door, '/api/desk/check-in', CheckIn, (request) => announced(desk.checkIn(request), changed));
}
