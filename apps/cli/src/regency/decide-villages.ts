import { z } from 'zod';
import type { Rehearsal } from './rehearsed-regency.ts';
import { seededWhole } from './seeded-draw.ts';

const Anything = z.unknown();
const Village = z.looseObject({
  minutes: z.looseObject({
    outcome: z.discriminatedUnion('type', [
      z.looseObject({ type: z.literal('winner'), candidate: z.int() }),
      z.looseObject({ type: z.literal('people-decide'), among: z.array(z.int()) }),
      z.looseObject({ type: z.literal('second-round') }),
      z.looseObject({ type: z.literal('empty-column-wins') }),
      z.looseObject({ type: z.literal('incomplete'), missing: z.array(z.string()) }),
    ]),
  }),
  changes: z.array(z.int()),
});

/** How a village of a rehearsal ended. */
export type VillageEnd = 'decreed' | 'chosen-and-decreed' | 'open';

/**
 * From complete figures to the decree: minutes printed and determined, a choice of people where the rules end, the draft and the number of the regent's
 * decree.
 * @throws when figures are missing
 */
export async function decideVillage(
  { office, people, election, seed }: Rehearsal,
  area: string,
  contest: string,
  today: string,
): Promise<VillageEnd> {
  const { regency } = people;
  const question = { election, area, contest };
  const { minutes, changes } = await office.act(regency, 'outcome.village', question, Village);
  const { outcome } = minutes;
  if (outcome.type === 'incomplete') throw new Error(`${area} misses ${outcome.missing.join(', ')}`);
  await office.paper(regency, 'outcome.minutes', question);
  const names = ['Orang Buatan Ketua', 'Orang Buatan Anggota', 'Orang Buatan Kedua'];
  await office.act(regency, 'outcome.determine', { ...question, people: names, changes }, Anything);
  if (outcome.type === 'second-round' || outcome.type === 'empty-column-wins') return 'open';
  if (outcome.type === 'people-decide') {
    const chosen = {
      candidate: outcome.among[seededWhole(seed, `chosen/${area}`, 0, outcome.among.length - 1)],
      reason: 'Suara sama; musyawarah menurut aturan, dengan berita acara (latihan)',
      minutesNumber: `BA-LATIHAN/${area}`,
      people: names,
    };
    await office.act(regency, 'outcome.choose', { ...question, ...chosen }, Anything);
  }
  await office.paper(regency, 'outcome.decree-draft', question);
  const decree = { number: `SK-LATIHAN/${area}`, date: today };
  await office.act(regency, 'outcome.decree', { ...question, ...decree }, Anything);
  return outcome.type === 'people-decide' ? 'chosen-and-decreed' : 'decreed';
}
