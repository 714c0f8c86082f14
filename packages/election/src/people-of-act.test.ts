import { describe, expect, test } from 'vitest';
import { BOARD_ACTS } from './board-acts.ts';
import { checkConfirmation } from './confirmation.ts';
import { personRoleSchema } from './definition.ts';
import { peopleOfAct } from './people-of-act.ts';

/** Two of each role: whatever two roles a table names, two different people have them. */
const PEOPLE = personRoleSchema.options.flatMap((role) =>
  [1, 2].map((number) => ({ id: `${role}-${number}`, role })),
);
type Someone = (typeof PEOPLE)[number];

const GROUPS: readonly (readonly Someone[])[] = [
  ...PEOPLE.map((one) => [one]),
  ...PEOPLE.flatMap((one, index) => PEOPLE.slice(index + 1).map((other) => [one, other])),
];

describe('the people who are offered for an act', () => {
  test.each(BOARD_ACTS)('$act: a choice among them is exactly what the table allows', (rule) => {
    const offered = peopleOfAct(rule.act, PEOPLE);
    const allowedGroups = GROUPS.filter((group) => {
      const isOffered =
        group.length === offered.needed &&
        group.every((person) => offered.mayConfirm.includes(person)) &&
        group.some(offered.mayLead);
      const isAllowed =
        group.length === rule.people &&
        checkConfirmation(
          rule,
          group.map(({ id, role }) => ({ person: id, role })),
        ).length === 0;
      expect(isOffered, group.map(({ id }) => id).join(' + ')).toBe(isAllowed);
      return isAllowed;
    });
    expect(allowedGroups.length).toBeGreaterThan(0);
    // nobody is offered who could be in no allowed group
    expect(new Set(offered.mayConfirm)).toEqual(new Set(allowedGroups.flat()));
  });

  test('a technician may be the second who puts in a new medium', () => {
    const { mayConfirm, mayLead } = peopleOfAct('new_medium', PEOPLE);
    const technicians = mayConfirm.filter(({ role }) => role === 'technician');
    expect(technicians).toHaveLength(2);
    expect(technicians.some(mayLead)).toBe(false);
  });
});
