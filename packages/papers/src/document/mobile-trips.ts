import type { ElectionDefinition, MinutesRecord } from '@bilik/election';
import type { Language } from '@bilik/words';
import { whenInWords } from './incident.ts';
import { figure, namesOf, say, withoutFullStop } from './wording.ts';

/** One line a mobile group: with how many ballots it left, what it brought back, and who stands behind it. Nobody visited is named. */
export function mobileTripLines(
  language: Language,
  definition: ElectionDefinition,
  trips: MinutesRecord['mobileTrips'],
): string[] {
  const names = (ids: readonly string[]) => namesOf(definition, ids).join('; ');
  return trips.map(({ number, taken, leftWhen, leftConfirmedBy, returned }) => {
    const left = say(language, 'minutes.mobileTrip.left', {
      number,
      taken: figure(language, taken),
      when: whenInWords(language, leftWhen),
      names: names(leftConfirmedBy),
    });
    if (returned === null) return left;
    const back = say(language, 'minutes.mobileTrip.returned', {
      used: figure(language, returned.used),
      unused: figure(language, returned.unused),
      spoiled: figure(language, returned.spoiled),
      when: whenInWords(language, returned.when),
      names: names(returned.confirmedBy),
    });
    const note =
      returned.note === null
        ? []
        : [say(language, 'minutes.mobileTrip.note', { note: withoutFullStop(returned.note) })];
    return [left, back, ...note].join(' ');
  });
}
