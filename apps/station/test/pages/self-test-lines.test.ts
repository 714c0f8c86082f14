import { expect, test } from 'vitest';
import { selfTestLines } from '../../pages/board/today/self-test-lines.ts';

const booth = (number: number) => ({ device: 'booth', number }) as const;
const PRINTS = { check: 'printer', finding: 'printer.slipRead', verdict: 'go', values: {} } as const;
const JAM = {
  check: 'printer',
  finding: 'printer.trouble',
  verdict: 'no-go',
  values: { trouble: 'jam' },
} as const;

test('the worst stands first, and what was found of several devices is said once', () => {
  const lines = selfTestLines('id', [
    { of: booth(1), ...PRINTS },
    { of: booth(2), ...JAM },
    { of: booth(3), ...PRINTS },
    { of: booth(4), ...JAM, values: { trouble: 'paper-out' } },
  ]);
  expect(lines.map(({ verdict, of }) => `${verdict}: ${of}`)).toEqual([
    'no-go: Bilik 2',
    'no-go: Bilik 4',
    'go: Bilik 1, Bilik 3',
  ]);
});
