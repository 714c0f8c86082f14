import { describe, expect, test } from 'vitest';
import {
  ELECTION,
  FIGURES,
  newKey,
  ORIGIN,
  resultText,
  STATION,
  UNSIGNED_RESULT,
  VOIDED,
} from '../test/place.ts';
import {
  checkSignedResult,
  parseSignedResult,
  publicKeyOf,
  type ResultOrigin,
  type SignedResult,
  signFields,
  writeSignedResult,
} from './index.ts';

function parsed(text: string): SignedResult {
  const read = parseSignedResult(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function verdict(text: string, origin: ResultOrigin = ORIGIN): string {
  const read = parseSignedResult(text);
  if (!read.ok) return read.error.type;
  const checked = checkSignedResult(read.value, origin);
  return checked.ok ? 'believed' : checked.error.type;
}

/** The file again with one value replaced: still well formed, no longer what was signed. */
function changed(change: (result: Record<string, unknown>) => void): string {
  const content: Record<string, unknown> = JSON.parse(resultText());
  change(content);
  return `${JSON.stringify(content)}\n`;
}

/** Every value inside an object that is no object itself, by its path. */
function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function setAt(target: unknown, path: readonly string[], change: (value: unknown) => unknown): void {
  const [key, ...rest] = path;
  if (key === undefined || typeof target !== 'object' || target === null) throw new Error('no such path');
  const holder = target as Record<string, unknown>;
  if (rest.length === 0) holder[key] = change(holder[key]);
  else setAt(holder[key], rest, change);
}

/** Another value of the same form. */
function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') throw new Error('a leaf of the result is no text and no number');
  const other: Record<string, string> = {
    exercise: 'real',
    trustees: 'slip-count',
    blank: 'candidate-3',
    [FIGURES.place]: '16.07.01.2901-002',
  };
  const known = other[value];
  if (known !== undefined) return known;
  const last = value.at(-1) ?? '';
  return `${value.slice(0, -1)}${last === '1' ? '2' : last === 'A' ? 'B' : last === 'b' ? 'a' : last === 'd' ? 'c' : '1'}`;
}

/** Well formed, one bit apart. */
function nextSignature(signature: unknown): string {
  const bytes = Buffer.from(String(signature), 'base64');
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  return bytes.toString('base64');
}

describe('a signed result', () => {
  test('of this record is believed, and writing it again gives the same bytes', () => {
    const text = resultText();
    expect(verdict(text)).toBe('believed');
    expect(resultText()).toBe(text);
    const { format: _format, signature: _signature, ...unsigned } = parsed(text);
    expect(writeSignedResult(unsigned, STATION.privateKey)).toBe(text);
    expect(publicKeyOf(STATION.privateKey)).toBe(ELECTION.signingKey);
  });

  test('each single value is under the signature or compared: changed, it is refused', () => {
    const paths = leaves(JSON.parse(resultText()));
    const named = new Map<string, string>();
    for (const path of paths) {
      const text = changed((result) => setAt(result, path, another));
      named.set(path.join('.'), verdict(text));
    }
    expect(paths.length).toBeGreaterThan(30);
    expect([...named].filter(([, how]) => how === 'believed')).toEqual([]);
    // the schema or the comparison with the record refuses first where it can; all else falls by the signature
    const bySignature = [...named].filter(([, how]) => how === 'file-signature-wrong').map(([path]) => path);
    expect(bySignature).toEqual(
      expect.arrayContaining([
        'record_hash',
        'record_file.sha256',
        'record_file.bytes',
        'void_hash',
        'software.version',
        'figures.casts',
        'figures.contests.0.options.0.votes',
        'figures.tokens.returned',
      ]),
    );
    expect(named.get('signature')).toBe('file-malformed');
    expect(verdict(changed((result) => setAt(result, ['signature'], nextSignature)))).toBe(
      'file-signature-wrong',
    );
    expect(named.get('kind')).toBe('file-of-other-election');
    expect(named.get('figures.place')).toBe('file-of-other-election');
  });

  test('reasons to hold that were taken out or put in are missed', () => {
    const held = resultText({ held: ['users-are-casts-and-abandoned'] });
    expect(verdict(held)).toBe('believed');
    const freed = held.replace('"held":["users-are-casts-and-abandoned"]', '"held":[]');
    expect(freed).not.toBe(held);
    expect(verdict(freed)).toBe('file-signature-wrong');
    expect(verdict(changed((result) => (result['held'] = ['x'])))).toBe('file-signature-wrong');
  });

  test('signed by another station, or with the key of another purpose, is refused', () => {
    expect(verdict(resultText({}, newKey().privateKey))).toBe('file-signature-wrong');
    expect(verdict(resultText(), { ...ORIGIN, signingKey: newKey().publicKey })).toBe('file-signature-wrong');
    const { signature: _signature, ...content } = JSON.parse(resultText());
    const fields = [
      content.format,
      content.kind,
      content.election_uuid,
      content.election_hash,
      content.record_hash,
      JSON.stringify(content.record_file),
      content.void_hash,
      JSON.stringify(content.software),
      JSON.stringify(content.figures),
      JSON.stringify(content.held),
    ];
    const as = (purpose: string) =>
      `${JSON.stringify({ ...content, signature: signFields(STATION.privateKey, purpose, fields) })}\n`;
    // the fields are those that are signed, so only the purpose differs between the two
    expect(verdict(as('result'))).toBe('believed');
    expect(verdict(as('void'))).toBe('file-signature-wrong');
  });

  test.each<[string, Partial<ResultOrigin>, string]>([
    ['another election', { uuid: 'TPSMawar111Desa1' }, 'file-of-other-election'],
    ['another fingerprint', { fingerprint: 'B'.repeat(43) }, 'file-of-other-election'],
    ['a real one', { kind: 'real' }, 'file-of-other-election'],
    ['another polling place', { pollingPlace: '16.07.01.2901-009' }, 'file-of-other-election'],
    ['another record', { recordHash: '00'.repeat(32) }, 'file-of-other-record'],
  ])('held against %s, it is refused by name', (_, difference, refusal) => {
    expect(verdict(resultText(), { ...ORIGIN, ...difference })).toBe(refusal);
  });
});

describe('the file of a signed result', () => {
  test.each<[string, (text: string) => string, string]>([
    ['a space more', (text) => text.replace('":', '": '), 'file-not-canonical'],
    ['no newline at the end', (text) => text.trimEnd(), 'file-not-canonical'],
    ['two newlines', (text) => `${text}\n`, 'file-not-canonical'],
    ['a byte order mark', (text) => `\uFEFF${text}`, 'file-not-json'],
    [
      'keys in another order',
      (text) => text.replace(/("kind":"exercise"),("election_uuid":"[^"]*")/, '$2,$1'),
      'file-not-canonical',
    ],
    ['a key twice', (text) => text.replace('{', '{"kind":"exercise",'), 'file-not-canonical'],
    ['a number spelled otherwise', (text) => text.replace('"casts":7', '"casts":7.0'), 'file-not-canonical'],
    ['a negative zero', (text) => text.replace('"openCases":0', '"openCases":-0'), 'file-not-canonical'],
    ['an escape for a letter', (text) => text.replace('"bilik"', '"b\\u0069lik"'), 'file-not-canonical'],
    ['an unknown key', (text) => text.replace('{', '{"note":"",'), 'file-malformed'],
    [
      'an unknown key inside',
      (text) => text.replace('"casts":7', '"casts":7,"at":"09:14"'),
      'file-malformed',
    ],
    ['a key missing', (text) => text.replace('"held":[],', ''), 'file-malformed'],
    ['another format', (text) => text.replace('bilik/result/2', 'bilik/result/1'), 'file-malformed'],
    ['a void list', () => JSON.stringify({ format: 'bilik/void/2', credentials: VOIDED }), 'file-malformed'],
    ['text for a number', (text) => text.replace('"casts":7', '"casts":"7"'), 'file-malformed'],
    ['a broken-off end', (text) => text.slice(0, -20), 'file-not-json'],
    ['nothing', () => '', 'file-not-json'],
    ['a list', () => '[]\n', 'file-malformed'],
  ])('with %s is refused', (_, change, refusal) => {
    const text = change(resultText());
    expect(text).not.toBe(resultText());
    expect(verdict(text)).toBe(refusal);
  });

  test('spells its signature one way only: unused bits of the last letter are refused', () => {
    const text = resultText();
    const last = /"signature":"[^"]{85}(.)=="/.exec(text)?.[1] ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const twins = [...alphabet].filter(
      (letter) => letter !== last && alphabet.indexOf(letter) >> 4 === alphabet.indexOf(last) >> 4,
    );
    expect(twins).toHaveLength(15);
    for (const twin of twins) {
      const respelled = text.replace(/("signature":"[^"]{85}).==/, `$1${twin}==`);
      expect(verdict(respelled)).toBe('file-malformed');
    }
  });

  test('over its size is refused before it is read', () => {
    const huge = `{"format":"${'x'.repeat(300_000)}"}`;
    expect(parseSignedResult(huge)).toEqual({
      ok: false,
      error: { type: 'file-too-large', limitBytes: 256 * 1024 },
    });
    // counted in bytes, not in letters
    expect(parseSignedResult('é'.repeat(140_000))).toMatchObject({ error: { type: 'file-too-large' } });
  });

  test('lists at most twenty problems, each with its path', () => {
    const read = parseSignedResult(JSON.stringify({ held: Array(60).fill(7) }));
    if (read.ok || read.error.type !== 'file-malformed') throw new Error('believed a file of sevens');
    expect(read.error.problems).toHaveLength(20);
    expect(read.error.problems.map(({ path }) => path)).toContain('election_uuid');
  });

  test('is not written when its figures are none', () => {
    expect(() => resultText({ record_hash: 'short' })).toThrow();
    expect(() => resultText({ figures: { ...UNSIGNED_RESULT.figures, casts: -1 } })).toThrow();
  });
});

describe('a result with the paper of a mobile group', () => {
  const figures = {
    ...structuredClone(FIGURES),
    mobileGroup: {
      checkIns: 0,
      taken: 2,
      used: 0,
      unused: 2,
      spoiled: 0,
      counted: { inBox: 0, contests: structuredClone(FIGURES.contests) },
    },
  } as SignedResult['figures'];

  test('is of the third version and believed; one without is of the second, as before', () => {
    expect(resultText()).toContain('{"format":"bilik/result/2",');
    const text = resultText({ figures });
    expect(text).toContain('{"format":"bilik/result/3",');
    expect(verdict(text)).toBe('believed');
    expect(parsed(text).figures).toEqual(figures);
  });

  test('is refused under the other version, and when a figure of the paper was changed', () => {
    const text = resultText({ figures });
    expect(verdict(text.replace('bilik/result/3', 'bilik/result/2'))).toBe('file-malformed');
    expect(verdict(resultText().replace('bilik/result/2', 'bilik/result/3'))).toBe('file-malformed');
    expect(verdict(text.replace('"taken":2', '"taken":3'))).toBe('file-signature-wrong');
  });
});
