import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ageOn, civilDate } from '@bilik/election';
import type { ListedPerson } from '@bilik/intake';
import { defaultChecklist, drawCommitment } from '@bilik/preparation';
import { z } from 'zod';
import { DRAWINGS, PORTRAITS } from '../exercise/portraits.ts';
import type { OfficePerson } from './office-line.ts';
import type { Rehearsal } from './rehearsed-regency.ts';
import { seededDraw, seededHex, seededWhole } from './seeded-draw.ts';

const Anything = z.unknown();
const Drawn = z.looseObject({
  numbers: z.array(z.looseObject({ candidate: z.string(), number: z.int() })),
});
const Shown = z.looseObject({ proof: z.looseObject({ fingerprint: z.string() }) });

const YOUNGEST_YEARS = 30;
const OLDEST_YEARS = 60;
const DICE = 6;

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** People of a village's own list who stand for election in a rehearsal. @param count 2 to 5 */
export function whoStands(
  voters: readonly ListedPerson[],
  count: number,
  seed: number,
  today: string,
): readonly ListedPerson[] {
  const able = voters.filter(({ birthDate }) => {
    const years = ageOn(birthDate, civilDate(today));
    return years >= YOUNGEST_YEARS && years <= OLDEST_YEARS;
  });
  return able
    .map((person) => ({ person, lot: seededDraw(seed, `stands/${person.nik}`) }))
    .sort((left, right) => left.lot - right.lot)
    .slice(0, count)
    .map(({ person }) => person);
}

/**
 * A village's candidates from registration to the signed ballot: papers, photos, determination, the draw of numbers with bound words and dice, agreement
 * of everybody to the proof. @returns candidates in the order of their numbers
 */
export async function nominate(
  { office, election, seed }: Rehearsal,
  by: OfficePerson,
  village: string,
  standing: readonly ListedPerson[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const ofVillage = { election, village };
  const act = <Schema extends z.ZodType>(name: string, input: object, schema: Schema) =>
    office.act(by, name, { ...ofVillage, ...input }, schema);
  const people = standing.map((person, index) => ({ person, id: `bakal-${index + 1}` }));
  for (const { person, id } of people) {
    const asked = { candidate: id, name: person.name, bornOn: person.birthDate };
    await act('candidates.register', asked, Anything);
    for (const { id: requirement } of defaultChecklist.requirements) {
      const finding = { requirement, finding: 'accepted' };
      await act('candidates.note-finding', { candidate: id, finding }, Anything);
    }
    const drawings = DRAWINGS[person.sex];
    const drawing = drawings[seededWhole(seed, `portrait/${person.nik}`, 0, drawings.length - 1)];
    const jpeg = readFileSync(join(PORTRAITS, `${drawing}.jpg`)).toString('base64');
    await act('candidates.set-photo', { candidate: id, jpeg }, Anything);
  }
  const selected = people.map(({ id }) => id);
  await act('candidates.determine', { selected, reason: 'Semua memenuhi syarat (latihan)' }, Anything);
  const reveals = people.map(({ id }) => ({
    candidate: id,
    words: `kata ${seededWhole(seed, `words/${village}/${id}`, 1000, 9999)}`,
    salt: seededHex(seed, `salt/${village}/${id}`),
  }));
  const arrivals = reveals.map((reveal, index) => ({
    candidate: reveal.candidate,
    drawnBy: people[index]?.person.name ?? '',
    commitment: drawCommitment(village, reveal, sha256),
  }));
  await act('candidates.begin-draw', { arrivals, reason: null }, Anything);
  const dice = Array.from({ length: DICE }, (_, index) => seededWhole(seed, `die/${village}/${index}`, 1, 6));
  const { numbers } = await act('candidates.finish-draw', { dice, reveals }, Drawn);
  const { proof } = await act('candidates.show', {}, Shown);
  for (const { person, id } of people) {
    const signed = { candidate: id, fingerprint: proof.fingerprint, signedBy: person.name };
    await act('candidates.sign-off', signed, Anything);
  }
  return numbers
    .toSorted((left, right) => left.number - right.number)
    .map(({ candidate }) => ({
      id: candidate,
      name: people.find(({ id }) => id === candidate)?.person.name ?? '',
    }));
}
