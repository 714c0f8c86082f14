import { command, type Door, type Doorkeeper, question } from '@bilik/server';
import { z } from 'zod';
import type { PairedDevice } from '../devices/devices.ts';
import type { PollingPlace } from '../polling-place.ts';
import { announced } from './announced.ts';
import { IdentitySchema } from './identity-schema.ts';

const voterNumber = z.int().min(1).max(5000);

const CheckIn = z.strictObject({
  voter: voterNumber,
  identity: IdentitySchema,
  isHelped: z.boolean().default(false),
});

const DeskTest = z.strictObject({
  scannerRead: z.boolean().nullable(),
  readerRead: z.boolean().nullable(),
});

/** What check-in desks ask of the station. Searches and their answers are kept nowhere. */
export function openDeskRoutes(
  door: Door,
  { place, desk, board, selfTest, standing, mobileGroups }: PollingPlace,
  changed: () => void,
  { speakerOf }: Doorkeeper<PairedDevice>,
): void {
  const { definition } = place;
  question(door, '/api/desk/state', (request) => {
    const { phase, poll, onTheirWay, checkIns, registered, media } = board.state();
    return {
      kind: definition.kind,
      title: definition.title,
      village: definition.area.village.name,
      pollingPlace: definition.pollingPlace,
      desk: speakerOf(request).number,
      votingDate: definition.voting.date,
      phase,
      registered,
      checkIns,
      released: poll.released,
      casts: poll.casts,
      abandoned: poll.abandoned,
      onTheirWay,
      atBooth: poll.openCases,
      takesWrites: media.state !== 'paused',
      marks: standing().marks,
      /** How many more voters may be marked for a mobile group; null where none may leave. */
      mobileBallots: mobileGroups.mayBeMarked(),
      mayBeHelped: place.rulePack.settings.helper.value === 'signed-statement',
      ...desk.cardAt(speakerOf(request).number),
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
  command(door, '/api/desk/self-test', DeskTest, (test, request) =>
    announced(selfTest.hearDesk(speakerOf(request).number, test), changed),
  );
  command(door, '/api/desk/check-in', CheckIn, (input, request) =>
    announced(desk.checkIn({ ...input, desk: speakerOf(request).number }), changed),
  );
}
