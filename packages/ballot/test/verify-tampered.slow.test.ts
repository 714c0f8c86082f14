import { afterAll, describe, expect, test } from 'vitest';
import { ToolFolder } from './belenios-tool.ts';
import { writeRecord } from './record-maker.ts';
import { ACCEPTED_BY_TOOL } from './tampering/accepted-by-tool.ts';
import { AGAINST_OUR_PROFILE } from './tampering/against-our-profile.ts';
import { BAD_BALLOTS } from './tampering/bad-ballots.ts';
import { REFUSED_BY_BOTH } from './tampering/refused-by-both.ts';
import { BELENIOS, BILIK, THRESHOLD } from './tampering.ts';

const folder = new ToolFolder();
afterAll(() => folder.remove());

/** What `belenios-tool election verify` says of a record. */
function toolSays(bytes: Uint8Array): 'accepts' | 'refuses' {
  folder.write('record.bel', bytes);
  try {
    folder.run(['election', 'verify']);
    return 'accepts';
  } catch {
    return 'refuses';
  }
}

describe('what belenios-tool says of the records that ours refuses (format §15.2, §15.3)', () => {
  test.each(Object.entries({ BILIK, BELENIOS, THRESHOLD }))('%s, untouched: accepts', (_, { texts }) => {
    expect(toolSays(writeRecord(texts))).toBe('accepts');
  });

  test.each([...ACCEPTED_BY_TOOL, ...REFUSED_BY_BOTH, ...AGAINST_OUR_PROFILE, ...BAD_BALLOTS])(
    '$name: $tool',
    async ({ make, tool }) => {
      expect(toolSays(await make())).toBe(tool);
    },
  );
});
