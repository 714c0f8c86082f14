import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HEAD_QUESTION, MARK, succeeded } from '../../test/place.ts';
import {
  BELENIOS_2048,
  BILIK_LIMITS,
  type ElectionDefinition,
  type ElectionFault,
  parseElection,
  sha256Base64,
  writeElection,
} from '../index.ts';

const publicKey = BELENIOS_2048.generator.power(20260729n);
const BELENIOS: ElectionDefinition = {
  uuid: 'TPSMawar11Desa',
  name: 'Pilkades Melati',
  description: 'TPS 01',
  group: 'BELENIOS-2048',
  publicKey,
  questions: [HEAD_QUESTION],
};
const BILIK: ElectionDefinition = { ...BELENIOS, bilik: MARK };

function faultsOf(text: string): readonly ElectionFault[] {
  const read = parseElection(text);
  return read.ok ? [] : read.error;
}

/** The election's text with one JSON value replaced. */
function changed(definition: ElectionDefinition, change: (object: Record<string, unknown>) => void): string {
  const object: Record<string, unknown> = JSON.parse(writeElection(definition));
  change(object);
  return JSON.stringify(object);
}

describe('writing and reading', () => {
  test('the Bilik profile: everything comes back, and the text is the object itself', () => {
    const text = writeElection(BILIK);
    const election = succeeded(parseElection(text));
    expect(election).toMatchObject({ ...BILIK, group: BELENIOS_2048, profile: 'bilik', text });
    expect(election.fingerprint).toBe(sha256Base64(text));
    expect(election.encryptionKey.base).toBe(publicKey);
    expect(
      text.endsWith(
        `"uuid":"TPSMawar11Desa","bilik":{"profile":1,"kind":"exercise","polling_place":"${MARK.pollingPlace}","signing_key":"${MARK.signingKey}"}}`,
      ),
    ).toBe(true);
  });

  test('the Belenios profile: blank, bounds and the two authorities in the tool’s order', () => {
    const definition: ElectionDefinition = {
      ...BELENIOS,
      questions: [{ ...HEAD_QUESTION, blank: true, min: 0, max: 3 }],
      administrator: 'Panitia',
      credentialAuthority: 'Pengawas',
    };
    const text = writeElection(definition);
    expect(text).toContain('"blank":true,"min":0,"max":3,"question":');
    expect(text.endsWith('"administrator":"Panitia","credential_authority":"Pengawas"}')).toBe(true);
    const election = succeeded(parseElection(text));
    expect(election).toMatchObject({ ...definition, group: BELENIOS_2048, profile: 'belenios' });
    expect(election.bilik).toBeUndefined();
  });

  test('any texts survive, whatever quotes, accents, controls or signs they hold', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom(BILIK, BELENIOS),
        (name, base) => {
          const questions = [{ ...HEAD_QUESTION, question: name, answers: [name, 'b'] }];
          const definition = { ...base, name, description: name, questions };
          const election = succeeded(parseElection(writeElection(definition)));
          expect(election).toMatchObject({ name, description: name, questions });
        },
      ),
      { numRuns: 60, seed: 9 },
    );
  });

  test('unknown fields are allowed in the Belenios profile only, and are part of the fingerprint', () => {
    const add = (object: Record<string, unknown>) => {
      object['precinct'] = 'TPS 01';
    };
    const extended = succeeded(parseElection(changed(BELENIOS, add)));
    expect(extended.fingerprint).not.toBe(succeeded(parseElection(writeElection(BELENIOS))).fingerprint);
    expect(faultsOf(changed(BILIK, add))).toEqual([{ path: 'precinct', problem: 'unknown-field' }]);
  });
});

describe('refusals name path and problem', () => {
  const question = (fields: Record<string, unknown>) => (object: Record<string, unknown>) => {
    object['questions'] = [{ answers: ['a', 'b'], min: 1, max: 1, question: 'q', ...fields }];
  };
  const set = (name: string, value: unknown) => (object: Record<string, unknown>) => {
    object[name] = value;
  };
  const mark = (name: string, value: unknown) => (object: Record<string, unknown>) => {
    object['bilik'] = { ...(object['bilik'] as Record<string, unknown>), [name]: value };
  };
  const longText = 'x'.repeat(BILIK_LIMITS.textLength + 1);

  test.each<[string, (object: Record<string, unknown>) => void, ElectionFault[]]>([
    ['version 2', set('version', 2), [{ path: 'version', problem: 'wrong-value' }]],
    ['another group', set('group', 'Ed25519'), [{ path: 'group', problem: 'wrong-value' }]],
    ['a group that is no text', set('group', 1), [{ path: 'group', problem: 'wrong-type' }]],
    ['a short uuid', set('uuid', 'TPSMawar11Des'), [{ path: 'uuid', problem: 'too-short' }]],
    ['a uuid with 0', set('uuid', 'TPSMawar11Des0'), [{ path: 'uuid', problem: 'wrong-value' }]],
    ['a uuid with a path', set('uuid', '../../../../etc/x'), [{ path: 'uuid', problem: 'wrong-value' }]],
    [
      'a key with a leading zero',
      set('public_key', `0${publicKey}`),
      [{ path: 'public_key', problem: 'wrong-value' }],
    ],
    ['the key 1', set('public_key', '1'), [{ path: 'public_key', problem: 'wrong-value' }]],
    ['a key outside the group', set('public_key', '2'), [{ path: 'public_key', problem: 'not-a-member' }]],
    ['a name that is no text', set('name', null), [{ path: 'name', problem: 'wrong-type' }]],
    ['a long name', set('name', longText), [{ path: 'name', problem: 'too-long', limit: 2_000 }]],
    ['no question', set('questions', []), [{ path: 'questions', problem: 'too-few' }]],
    ['questions that are no list', set('questions', {}), [{ path: 'questions', problem: 'wrong-type' }]],
    ['a ranking question', set('questions', ['x']), [{ path: 'questions[0]', problem: 'wrong-type' }]],
    [
      '21 questions',
      set('questions', new Array(21).fill({})),
      [{ path: 'questions', problem: 'too-many', limit: 20 }],
    ],
    [
      '13 answers',
      question({ answers: new Array(13).fill('a') }),
      [{ path: 'questions[0].answers', problem: 'too-many', limit: 12 }],
    ],
    ['1 answer', question({ answers: ['a'] }), [{ path: 'questions[0].answers', problem: 'too-few' }]],
    [
      'a long answer',
      question({ answers: ['a', longText] }),
      [{ path: 'questions[0].answers[1]', problem: 'too-long', limit: 2_000 }],
    ],
    ['min 0', question({ min: 0 }), [{ path: 'questions[0].min', problem: 'not-in-profile' }]],
    ['max 2', question({ max: 2 }), [{ path: 'questions[0].max', problem: 'not-in-profile' }]],
    ['another kind', mark('kind', 'test'), [{ path: 'bilik.kind', problem: 'wrong-value' }]],
    ['another profile', mark('profile', 2), [{ path: 'bilik.profile', problem: 'wrong-value' }]],
    ['no polling place', mark('polling_place', ''), [{ path: 'bilik.polling_place', problem: 'too-short' }]],
    [
      'a control in the code',
      mark('polling_place', 'a\nb'),
      [{ path: 'bilik.polling_place', problem: 'wrong-value' }],
    ],
    [
      'a short key',
      mark('signing_key', `${'A'.repeat(42)}==`),
      [{ path: 'bilik.signing_key', problem: 'wrong-value' }],
    ],
    [
      'a key with loose bits',
      mark('signing_key', `${'A'.repeat(42)}B=`),
      [{ path: 'bilik.signing_key', problem: 'wrong-value' }],
    ],
    ['a mark with more', mark('station', 'x'), [{ path: 'bilik.station', problem: 'unknown-field' }]],
    ['a mark that is no object', set('bilik', true), [{ path: 'bilik', problem: 'wrong-type' }]],
  ])('Bilik: %s', (_, change, expected) => {
    expect(faultsOf(changed(BILIK, change))).toEqual(expected);
  });

  test('Bilik: the Belenios blank is not in the profile', () => {
    const text = writeElection({ ...BILIK, questions: [{ ...HEAD_QUESTION, blank: true }] });
    expect(faultsOf(text)).toEqual([{ path: 'questions[0].blank', problem: 'not-in-profile' }]);
  });

  test('Bilik: fields in another order are not canonical', () => {
    const { bilik, ...rest } = JSON.parse(writeElection(BILIK));
    expect(faultsOf(JSON.stringify({ bilik, ...rest }))).toEqual([{ path: '', problem: 'not-canonical' }]);
  });

  test.each<[string, (object: Record<string, unknown>) => void, ElectionFault[]]>([
    ['min above max', question({ min: 2 }), [{ path: 'questions[0].max', problem: 'wrong-value' }]],
    ['a negative min', question({ min: -1 }), [{ path: 'questions[0].min', problem: 'wrong-value' }]],
    [
      'a huge max',
      question({ max: 1e6 }),
      [{ path: 'questions[0].max', problem: 'wrong-value', limit: 250 }],
    ],
    ['half a choice', question({ max: 1.5 }), [{ path: 'questions[0].max', problem: 'wrong-type' }]],
    [
      'a blank that is no flag',
      question({ blank: null }),
      [{ path: 'questions[0].blank', problem: 'wrong-type' }],
    ],
    ['no answers', question({ answers: [] }), [{ path: 'questions[0].answers', problem: 'too-few' }]],
    [
      'a ranking',
      set('questions', [{ type: 'NonHomomorphic' }]),
      [
        { path: 'questions[0].answers', problem: 'missing' },
        { path: 'questions[0].min', problem: 'missing' },
        { path: 'questions[0].max', problem: 'missing' },
        { path: 'questions[0].question', problem: 'missing' },
      ],
    ],
  ])('Belenios: %s', (_, change, expected) => {
    expect(faultsOf(changed(BELENIOS, change))).toEqual(expected);
  });

  test('everything that is missing is named at once', () => {
    expect(faultsOf('{}').map(({ path, problem }) => `${path} ${problem}`)).toEqual(
      ['version', 'description', 'name', 'group', 'public_key', 'questions', 'uuid'].map(
        (name) => `${name} missing`,
      ),
    );
  });

  test('a text that is not canonical, no object, or too long', () => {
    const text = writeElection(BELENIOS);
    expect(faultsOf(`${text}\n`)).toEqual([{ path: '', problem: 'not-canonical' }]);
    expect(faultsOf(text.replace('{', '{"version":1,'))).toEqual([{ path: '', problem: 'not-canonical' }]);
    expect(faultsOf('[]')).toEqual([{ path: '', problem: 'wrong-type' }]);
    expect(faultsOf(`"${'x'.repeat(600_000)}"`)).toEqual([
      { path: '', problem: 'too-long', limit: 512 * 1024 },
    ]);
  });
});
