import { expect, test, vi } from 'vitest';
import { rehearseCommand } from './rehearse-command.ts';
import { simulatePeople } from './simulated-people.ts';

test.each([[[]], [['--nonsense']], [['--out', 'x', '--voters', '9']], [['--out', 'x', '--seed', '-1']]])(
  'a command line that is none, %j: 2, with the usage and no stack trace',
  async (parameters) => {
    const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await rehearseCommand(parameters)).toBe(2);
    const said = err.mock.calls.flat().join('\n');
    err.mockRestore();
    expect(said).toContain('bilik rehearse --out DIR');
    expect(said).not.toContain('    at ');
  },
);

test('the same seed gives the same people, choices and queue; another seed gives others', () => {
  expect(simulatePeople(7, 300, [4])).toEqual(simulatePeople(7, 300, [4]));
  expect(simulatePeople(7, 300, [4])).not.toEqual(simulatePeople(8, 300, [4]));
  const conducts = new Set(simulatePeople(7, 300, [4]).map(({ conduct }) => conduct));
  expect([...conducts].sort()).toEqual([
    'leaves',
    'proves-first',
    'rejects-slip-once',
    'stays-away',
    'votes',
  ]);
});
