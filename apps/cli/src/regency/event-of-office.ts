import { type CivilDate, civilDate } from '@bilik/election';
import { z } from 'zod';
import type { OfficeLine, OfficePerson } from './office-line.ts';

const SetUp = z.looseObject({
  elections: z.array(
    z.looseObject({
      id: z.string(),
      waves: z.array(z.looseObject({ voting: z.looseObject({ date: z.string() }) })).min(1),
    }),
  ),
});

/** The one event of an office that was just set up. @throws when there is none, or more */
export async function eventOf(
  office: OfficeLine,
  by: OfficePerson,
): Promise<{ readonly election: string; readonly votingDate: CivilDate }> {
  const { elections } = await office.act(by, 'set-up.show', {}, SetUp);
  const [event] = elections;
  const [wave] = event?.waves ?? [];
  if (event === undefined || wave === undefined || elections.length > 1) {
    throw new Error(`An office with ${elections.length} events, where one is expected`);
  }
  return { election: event.id, votingDate: civilDate(wave.voting.date) };
}
