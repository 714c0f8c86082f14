import { expect, test } from 'vitest';
import { civilTime } from './civil-time.ts';
import { defaultRulePack } from './default-rule-pack.ts';
import { decideExtension } from './extension.ts';
import type { RulePackSettings } from './rule-pack.ts';

const ended = (...times: string[]) => times.map((time) => ({ until: civilTime(time) }));
const packWith = (value: RulePackSettings['extension']['value']) => ({
  ...defaultRulePack,
  settings: { ...defaultRulePack.settings, extension: { ...defaultRulePack.settings.extension, value } },
});
const asked = (
  until: string,
  before: ReturnType<typeof ended> = [],
  phase: 'open' | 'paused' | 'closed' | 'zero_proven' = 'open',
  value: RulePackSettings['extension']['value'] = { atMostTimes: 2, minutesEach: 60 },
) => {
  const decided = decideExtension({
    phase,
    closes: civilTime('13:00'),
    before,
    until: civilTime(until),
    rulePack: packWith(value),
  });
  return decided.ok ? 'extended' : decided.error.type;
};

test.each<[string, string]>([
  [asked('13:01'), 'extended'],
  [asked('14:00'), 'extended'],
  [asked('14:01'), 'extension-too-long'],
  [asked('13:00'), 'extension-not-later'],
  [asked('12:00'), 'extension-not-later'],
  // each is counted from the end that holds
  [asked('15:00', ended('14:00')), 'extended'],
  [asked('14:00', ended('14:00')), 'extension-not-later'],
  [asked('15:00', ended('13:30', '14:00')), 'extensions-used-up'],
  [asked('13:30', [], 'paused'), 'extended'],
  [asked('13:30', [], 'closed'), 'polls-not-open'],
  [asked('13:30', [], 'zero_proven'), 'polls-not-open'],
  [asked('13:30', [], 'open', null), 'extension-not-allowed'],
])('%s = %s', (found, expected) => {
  expect(found).toBe(expected);
});
