import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOARD_ACTS } from './board-acts.ts';
import { type Confirmation, type ConfirmationRule, checkConfirmation } from './confirmation.ts';
import { personRoleSchema } from './definition.ts';
import { tps01 } from './fixtures/index.ts';
import { PHASE_RULES } from './phase-table.ts';
import { roleTableMarkdown } from './role-table.ts';

const EVERYTHING: readonly (ConfirmationRule & { readonly name: string })[] = [
  ...PHASE_RULES.map((rule) => ({ ...rule, name: rule.command })),
  ...BOARD_ACTS.map((rule) => ({ ...rule, name: rule.act })),
];
const roles = personRoleSchema.options;
const may = (rule: ConfirmationRule, people: readonly Confirmation[]) =>
  checkConfirmation(rule, people).length === 0;

test('the published page is the table of the code', () => {
  const published = readFileSync(new URL('../../../docs/roles.md', import.meta.url), 'utf8');
  expect(published).toBe(roleTableMarkdown());
  for (const { name } of EVERYTHING) expect(published).toContain(`\`${name}\``);
});

test('two different people stand behind what never belongs to one alone', () => {
  expect(EVERYTHING.filter(({ people }) => people === 2).map(({ name }) => name)).toEqual([
    'open',
    'resume',
    'close',
    'count',
    'count_slips',
    'seal',
    'sign_zero_report',
    'sign_minutes',
    'extend_hours',
    'mobile_group',
    'settle_open_case',
    'count_by_hand',
    'new_medium',
    'continue_on_one_medium',
    'take_over',
    'export_record',
    'run_logic_test',
    'skip_logic_test',
  ]);
});

test('technicians, however many, do nothing but repair; with a board member beside them, they may put in a medium', () => {
  const REPAIRS = ['pair_device', 'remove_device', 'test_printer', 'change_roll'];
  const technicians: Confirmation[] = [1, 2, 3].map((number) => ({
    person: `teknisi-${number}`,
    role: 'technician',
  }));
  const member: Confirmation = { person: 'anggota-1', role: 'member' };
  const chair: Confirmation = { person: 'ketua', role: 'chair' };
  const alone = EVERYTHING.filter((rule) => may(rule, technicians.slice(0, rule.people)));
  expect(alone.map(({ name }) => name)).toEqual(REPAIRS);
  for (const leader of [chair, member]) {
    const together = EVERYTHING.filter((rule) => may(rule, [leader, technicians[0] ?? leader]));
    expect(together.map(({ name }) => name)).toEqual(['new_medium', ...REPAIRS]);
  }
});

test('whatever people come together: no technician, desk officer or supervisor opens, closes or counts, and no act is done by too few', () => {
  let allowed = 0;
  let refused = 0;
  const anybody = fc.record({
    person: fc.constantFrom('a', 'b', 'c', 'd'),
    role: fc.constantFrom(...roles),
  });
  fc.assert(
    fc.property(fc.constantFrom(...EVERYTHING), fc.array(anybody, { maxLength: 4 }), (rule, people) => {
      if (!may(rule, people)) {
        refused += 1;
        return;
      }
      allowed += 1;
      expect(new Set(people.map(({ person }) => person)).size).toBeGreaterThanOrEqual(rule.people);
      const given = people.map(({ role }) => role);
      expect(given).not.toContain('desk-officer');
      expect(given).not.toContain('supervisor');
      if (PHASE_RULES.some(({ command }) => command === rule.name)) {
        expect(given.every((role) => role === 'chair' || role === 'member')).toBe(true);
      }
    }),
    { numRuns: 20_000, seed: 1607 },
  );
  // else the property proved nothing
  expect([allowed > 500, refused > 500]).toEqual([true, true]);
});

test('everybody of a real place finds a column', () => {
  for (const { role } of tps01.definition.people) expect(roles).toContain(role);
});
