import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODE_KEY, CONTENTS, ORIGIN, RESULT } from '../../test/codes.ts';
import { newKey, STATION } from '../../test/place.ts';
import { checkFields } from '../signed-text.ts';
import {
  CODE_LIMIT_CHARACTERS,
  CODE_PAPERS,
  CODE_PHASES,
  type CodeContent,
  checkCode,
  readCodeText,
  readKeyCode,
} from './index.ts';
import { LETTERS_OF_64, packBytes, unpackBytes } from './packed-bytes.ts';
import { writeCode } from './write-code.ts';

const RESULT_TEXT = writeCode({ origin: ORIGIN, content: RESULT }, STATION.privateKey);
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/;

const problemOf = (text: string, key = CODE_KEY) => {
  const checked = checkCode(text, key);
  return checked.ok ? 'believed' : checked.error.type;
};

const count = fc.integer({ min: 0, max: 100_000 });
const hex = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const anyContent: fc.Arbitrary<CodeContent> = fc.oneof(
  fc.record({
    type: fc.constant('figures' as const),
    phase: fc.constantFrom(...CODE_PHASES),
    hour: fc.integer({ min: 0, max: 23 }),
    present: fc.record({ L: count, P: count }),
    openProblems: count,
  }),
  fc.record({
    type: fc.constant('result' as const),
    source: fc.constantFrom('trustees' as const, 'slip-count' as const, 'sheet' as const),
    users: count,
    casts: count,
    contests: fc.array(
      fc.record({
        contest: fc.stringMatching(/^[a-z0-9]{1,9}(?:-[a-z0-9]{1,9}){0,2}$/),
        options: fc.array(
          fc.record({ key: fc.constantFrom('c1', 'c2', 'c9', 'empty', 'blank'), votes: count }),
          { minLength: 1, maxLength: 7 },
        ),
        valid: count,
        invalid: count,
      }),
      { minLength: 1, maxLength: 4 },
    ),
    slips: fc.record({ printed: count, spoiled: count, inBox: fc.option(count) }),
    heldSums: fc.integer({ min: 0, max: 60 }),
    recordHash: hex,
    minutesFingerprint: hex,
  }),
  fc.record({
    type: fc.constant('paper' as const),
    paper: fc.constantFrom(...CODE_PAPERS),
    fingerprint: hex,
  }),
);

describe('signed code', () => {
  test('is one text for one content, in the letters of the alphanumeric mode, and reads back as what was written', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyContent, (content) => {
        const code = { origin: ORIGIN, content };
        const text = writeCode(code, STATION.privateKey);
        expect(text).toMatch(ALPHANUMERIC);
        expect(writeCode(code, STATION.privateKey)).toBe(text);
        expect(checkCode(text, CODE_KEY)).toEqual({ ok: true, value: code });
        seen.add(content.type);
      }),
      { numRuns: 60, seed: 1607 },
    );
    expect([...seen].sort()).toEqual(['figures', 'paper', 'result']);
  });

  test('keeps its bytes: a changed letter is a decision', () => {
    const fields = (type: CodeContent['type']) =>
      writeCode({ origin: ORIGIN, content: CONTENTS[type] }, STATION.privateKey).slice(0, -LETTERS_OF_64 - 1);
    const head = (type: string) =>
      `BILIK1/${type}/LATIHAN/16.07.01.2001-001/05J138KU2UQDQQRP20VQSNOP90VHTXC294C3KEYZXHZFMSO4ZK/`;
    expect(fields('figures')).toBe(`${head('ANGKA')}BUKA/J09/L61/P74/M1`);
    expect(fields('result')).toBe(
      `${head('HASIL')}PEMEGANG-KUNCI/H297/S294/KEPALA-DESA:1.121:2.98:3.40:4.18:5.11:KOSONG.6:SAH.288:TIDAK.6` +
        '/C301.7.294/T0/4A178CHKVC233FYZJKCS7JHXK5DEOMG01ESSRJ0C2SKW2KQF8R/0AT4XFEHVVSKFEDTNH7UEF9GVQ9S6S3NDD1E0O2JSM7S58EHHO',
    );
    expect(fields('paper')).toBe(
      `${head('KERTAS')}BERITA-ACARA/6CSQBK0UKUYODYGLMYG1HB2FBM32NIT8OTZEQ5HYZQ8PQRUM7Y`,
    );
  });

  test('the signature is the same one that signs files: Node’s Ed25519 accepts it, over purpose and fields', () => {
    const read = readCodeText(RESULT_TEXT);
    if (!read.ok) throw new Error(read.error.type);
    const signature = Buffer.from(read.value.signature).toString('base64');
    expect(checkFields(STATION.publicKey, 'code', [read.value.fields], signature)).toBe(true);
    expect(checkFields(STATION.publicKey, 'result', [read.value.fields], signature)).toBe(false);
  });

  test('every changed letter is refused, wherever it stands', () => {
    const refused = new Map<string, number>();
    for (let at = 0; at < RESULT_TEXT.length; at += 1) {
      const other = RESULT_TEXT[at] === '1' ? '2' : '1';
      const type = problemOf(RESULT_TEXT.slice(0, at) + other + RESULT_TEXT.slice(at + 1));
      expect(type, `letter ${at}`).not.toBe('believed');
      refused.set(type, (refused.get(type) ?? 0) + 1);
    }
    // votes, hashes, signature: well formed, and not what was signed
    expect(refused.get('code-altered')).toBeGreaterThan(200);
    expect([...refused.keys()].sort()).toEqual([
      'code-altered',
      'code-malformed',
      'code-not-ours',
      'code-of-other-election',
      'code-of-other-place',
      'code-of-other-version',
    ]);
  });

  test('a vote more, signed by nobody, is named as altered', () => {
    expect(problemOf(RESULT_TEXT.replace('1.121', '1.122'))).toBe('code-altered');
    expect(problemOf(writeCode({ origin: ORIGIN, content: RESULT }, newKey().privateKey))).toBe(
      'code-altered',
    );
  });

  test('what belongs elsewhere is refused by its name', () => {
    const signed = (origin: Partial<typeof ORIGIN>) =>
      writeCode({ origin: { ...ORIGIN, ...origin }, content: RESULT }, STATION.privateKey);
    expect(problemOf(signed({ pollingPlace: '16.07.01.2001-002' }))).toBe('code-of-other-place');
    expect(problemOf(signed({ kind: 'real' }))).toBe('code-of-other-kind');
    expect(problemOf(RESULT_TEXT, { ...CODE_KEY, kind: 'real' })).toBe('code-of-other-kind');
    expect(problemOf(signed({ electionFingerprint: `${'Bilik1'.repeat(7)}A` }))).toBe(
      'code-of-other-election',
    );
    expect(problemOf(RESULT_TEXT.replace('BILIK1', 'BILIK2'))).toBe('code-of-other-version');
    for (const foreign of ['', 'https://bilik.example/', RESULT_TEXT.slice(1), ` ${RESULT_TEXT}`]) {
      expect(problemOf(foreign)).toBe('code-not-ours');
    }
    expect(problemOf(`${RESULT_TEXT}${'0'.repeat(CODE_LIMIT_CHARACTERS)}`)).toBe('code-too-long');
  });

  test('a second spelling of the same content is no code', () => {
    for (const [from, to] of [
      ['/H297', '/H0297'],
      ['1.121', '1.0121'],
      ['KEPALA-DESA', 'kepala-desa'],
      ['/T0/', '/T00/'],
      ['PEMEGANG-KUNCI', 'BPD'],
    ] as const) {
      expect(problemOf(RESULT_TEXT.replace(from, to))).toBe('code-malformed');
    }
    for (const cut of [1, LETTERS_OF_64, LETTERS_OF_64 + 1, 300]) {
      expect(problemOf(RESULT_TEXT.slice(0, -cut))).toBe('code-malformed');
    }
    expect(problemOf(`${RESULT_TEXT} `)).toBe('code-malformed');
  });

  test('the longest record an election allows fits one code; what does not is never split', () => {
    const content = {
      ...RESULT,
      users: 6000,
      casts: 6000,
      contests: [1, 2, 3, 4].map((contest) => ({
        contest: `${'pemilihan-'.repeat(3)}${contest}`,
        options: ['c1', 'c2', 'c3', 'c4', 'c5', 'blank'].map((key) => ({ key, votes: 6000 })),
        valid: 6000,
        invalid: 6000,
      })),
    };
    expect(writeCode({ origin: ORIGIN, content }, STATION.privateKey).length).toBeLessThan(
      CODE_LIMIT_CHARACTERS,
    );
    const tooLong = { ...content, contests: content.contests.flatMap((contest) => Array(3).fill(contest)) };
    expect(() => writeCode({ origin: ORIGIN, content: tooLong }, STATION.privateKey)).toThrow(RangeError);
  });

  test('the posted key is read from its own code, and from no other', () => {
    const text = writeCode({ origin: ORIGIN, content: CONTENTS.key }, STATION.privateKey);
    expect(readKeyCode(text)).toEqual({ ok: true, value: CODE_KEY });
    expect(readKeyCode(RESULT_TEXT)).toEqual({
      ok: false,
      error: { type: 'code-without-key', saysSheet: false },
    });
    const ofSheet: CodeContent = { ...RESULT, source: 'sheet' };
    expect(
      readKeyCode(writeCode({ origin: ORIGIN, content: ofSheet }, STATION.privateKey)),
      'a paper place has no zero report to scan first',
    ).toEqual({ ok: false, error: { type: 'code-without-key', saysSheet: true } });
    expect(
      readKeyCode(writeCode({ origin: ORIGIN, content: CONTENTS.key }, newKey().privateKey)),
    ).toMatchObject({ ok: false, error: { type: 'code-altered' } });
  });
});

describe('packed bytes', () => {
  test('are read back whatever they are, and only as they are written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        expect(unpackBytes(packBytes(bytes), 32)).toEqual(bytes);
      }),
      { numRuns: 200, seed: 1607 },
    );
    expect(unpackBytes(packBytes(new Uint8Array(64).fill(255)), 64)).toEqual(new Uint8Array(64).fill(255));
    // one more than 32 bytes can say
    expect(unpackBytes('Z'.repeat(50), 32)).toBeUndefined();
    expect(unpackBytes('0'.repeat(49), 32)).toBeUndefined();
  });
});
