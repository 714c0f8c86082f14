import type { PeopleOfAct } from '@bilik/election/people-of-act';
import type { OfferedCommand, Person } from '../board-answers.ts';

/** The people to offer for a command of the phase table, as the station names them with the command. */
export function peopleOfCommand(
  { people: needed, mayConfirm, ledBy }: OfferedCommand,
  people: readonly Person[],
): PeopleOfAct<Person> {
  const mayLead = ({ id }: Person): boolean => ledBy.includes(id);
  return {
    needed,
    mayConfirm: people.filter((person) => (needed === 1 ? mayLead(person) : mayConfirm.includes(person.id))),
    mayLead,
  };
}
