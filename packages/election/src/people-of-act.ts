import { BOARD_ACTS, type BoardActName } from './board-acts.ts';
import type { PersonRole } from './definition.ts';

/** Whom of a polling place an act may be asked of, as the published table has it. */
export interface PeopleOfAct<Of> {
  /** How many different people stand behind it. */
  readonly needed: 1 | 2;
  /** In the order in which they were given; where one is enough, those who may do it alone. */
  readonly mayConfirm: readonly Of[];
  /** At least one of them is such a person. */
  readonly mayLead: (person: Of) => boolean;
}

/** The people to offer for an act of the board: exactly those with whom the station does it. */
export function peopleOfAct<Of extends { readonly role: PersonRole }>(
  name: BoardActName,
  people: readonly Of[],
): PeopleOfAct<Of> {
  const rule = BOARD_ACTS.find(({ act }) => act === name);
  if (rule === undefined) throw new Error(`No row of the table is called ${name}`);
  const mayLead = ({ role }: Of): boolean => rule.ledBy.includes(role);
  return {
    needed: rule.people,
    mayConfirm: people.filter((person) =>
      rule.people === 1 ? mayLead(person) : rule.mayConfirm.includes(person.role),
    ),
    mayLead,
  };
}
