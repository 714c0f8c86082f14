import { placeNumber } from '@bilik/words/format';
import type { Language } from '@bilik/words/language';
import type { ComponentChildren } from 'preact';
import { day } from '../civil-day.ts';
import { AreaName } from '../office-names.tsx';
import { type ShownPerson, words } from './voters-wire.ts';

/** A person's particulars, numbers masked, under a title of the caller's. */
export function PersonCard(props: {
  readonly title: string;
  readonly person: Omit<ShownPerson, 'id' | 'area' | 'place' | 'number' | 'ineligible'> &
    Partial<Pick<ShownPerson, 'area' | 'place' | 'number' | 'ineligible'>>;
  readonly language: Language;
  readonly children?: ComponentChildren;
}) {
  const { title, person, language } = props;
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    [words(language, 'voters.name'), person.name],
    [words(language, 'voters.nik'), person.nik],
    [words(language, 'voters.person.family'), person.familyCard ?? '–'],
    [words(language, 'voters.sex'), person.sex],
    [words(language, 'voters.person.born'), `${person.birthPlace}, ${day(language, person.birthDate)}`],
    [
      words(language, 'voters.person.marital'),
      words(language, `voters.person.marital.${person.maritalStatus}`),
    ],
    [words(language, 'voters.home'), `${person.hamlet}, ${person.rt}/${person.rw}`],
    [words(language, 'voters.person.disability'), person.disability ?? words(language, 'voters.person.none')],
    ...(person.area === undefined
      ? []
      : ([[words(language, 'voters.area'), <AreaName key="area" area={person.area} />]] as const)),
    ...(person.place == null
      ? []
      : ([
          [words(language, 'voters.place'), `${placeNumber(person.place)}, ${person.number ?? '–'}`],
        ] as const)),
    ...(person.ineligible == null
      ? []
      : ([
          [
            words(language, 'voters.person.reason'),
            `${person.ineligible.reason}: ${person.ineligible.evidence ?? ''}`,
          ],
        ] as const)),
  ];
  return (
    <section class="voters__person stack">
      <h2>{title}</h2>
      <dl>
        {facts.map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
      </dl>
      {props.children}
    </section>
  );
}
