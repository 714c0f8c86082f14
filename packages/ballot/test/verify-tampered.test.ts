import { describe, expect, test } from 'vitest';
import { nativeHexHash, systemRandom } from '../src/native/tools.ts';
import { explainFault, type Verification, type VerifyOptions, verifyRecord } from '../src/verify/index.ts';
import { group, writeRecord } from './record-maker.ts';
import { ACCEPTED_BY_TOOL } from './tampering/accepted-by-tool.ts';
import { AGAINST_OUR_PROFILE } from './tampering/against-our-profile.ts';
import { BAD_BALLOTS } from './tampering/bad-ballots.ts';
import { REFUSED_BY_BOTH } from './tampering/refused-by-both.ts';
import { BELENIOS, BILIK, THRESHOLD } from './tampering.ts';

function verify(bytes: Uint8Array, options: Partial<VerifyOptions> = {}): Promise<Verification> {
  return verifyRecord(() => [bytes], {
    groups: [group],
    random: systemRandom,
    hexHash: nativeHexHash,
    ...options,
  });
}

const failedRules = ({ report }: Verification) =>
  report.rules.filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule);

describe('records before anything is planted', () => {
  test.each(Object.entries({ BILIK, BELENIOS, THRESHOLD }))('%s is right', async (_, { texts }) => {
    const verification = await verify(writeRecord(texts));
    expect(failedRules(verification)).toEqual([]);
    expect(verification.report.verdict).toBe('right');
    expect(verification.sealed).toBeDefined();
  });
});

describe.each([
  ['format §15.2, which belenios-tool accepts', ACCEPTED_BY_TOOL],
  ['format §15.3, which belenios-tool refuses', REFUSED_BY_BOTH],
  ['rules of the Bilik profile', AGAINST_OUR_PROFILE],
  ['ballots that prove nothing', BAD_BALLOTS],
])('planted: %s', (_, tamperings) => {
  test.each([...tamperings])('$name: refused by $rule', async ({ make, rule }) => {
    const verification = await verify(await make());
    expect(verification.report.verdict).toBe('wrong');
    expect(failedRules(verification)).toContain(rule);
    const finding = verification.report.rules.find((found) => found.rule === rule)?.findings[0];
    if (finding === undefined) throw new Error('a failed rule has a finding');
    for (const language of ['id', 'en'] as const) {
      expect(explainFault(finding, language)).toMatch(/^[^{}]{3,}$/);
    }
    // What is at fault is named: the ballot, the trustee, and the record in any case.
    if (rule.startsWith('ballots.')) expect(finding.ballotHash).toMatch(/^[0-9a-f]{64}$/);
    if (rule.startsWith('shares.') && !['too-few-shares', 'malformed'].includes(finding.fault)) {
      expect(finding.trustee?.owner).toBeGreaterThan(0);
    }
    expect(finding.record?.number).toBeGreaterThan(0);
  });
});
