import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ELECTION, newKey, STATION, VOIDED, voidText } from '../test/place.ts';
import { checkVoidList, parseVoidList, signFields, type VoidCredential } from './index.ts';

function verdict(text: string, election: typeof ELECTION = ELECTION): string {
  const read = parseVoidList(text);
  if (!read.ok) return read.error.type;
  const checked = checkVoidList(read.value, election);
  return checked.ok ? 'believed' : checked.error.type;
}

/** A list whose signature is right but whose content was put together by hand. */
function signedByHand(credentials: readonly unknown[], purpose = 'void'): string {
  const fields = [ELECTION.uuid, ELECTION.fingerprint, JSON.stringify(credentials)];
  return `${JSON.stringify({
    format: 'bilik/void/2',
    election_uuid: ELECTION.uuid,
    election_hash: ELECTION.fingerprint,
    credentials,
    signature: signFields(STATION.privateKey, purpose, fields),
  })}\n`;
}

describe('a void list', () => {
  test('is believed, and in whatever order the cards came, it is the same file', () => {
    const text = voidText();
    expect(verdict(text)).toBe('believed');
    fc.assert(
      fc.property(fc.shuffledSubarray([...VOIDED], { minLength: VOIDED.length }), (shuffled) => {
        expect(voidText(shuffled)).toBe(text);
      }),
      { numRuns: 20, seed: 1607 },
    );
    const read = parseVoidList(text);
    // numeric order: 100 stands after 90, whatever letters say
    expect(read.ok && read.value.credentials.map(({ credential }) => credential)).toEqual(
      VOIDED.map(({ credential }) => credential),
    );
  });

  test('may be empty: then nobody spoiled or proved', () => {
    expect(verdict(voidText([]))).toBe('believed');
  });

  test.each<[string, (text: string) => string, string]>([
    ['a credential', (text) => text.replace('"100"', '"101"'), 'file-signature-wrong'],
    ['a ballot', (text) => text.replace('22222222', '22222223'), 'file-signature-wrong'],
    ['a reason', (text) => text.replace('"proved","opening":null', '"spoiled"'), 'file-signature-wrong'],
    ['one card less', (text) => text.replace(/\{"credential":"100"[^}]*\},/, ''), 'file-signature-wrong'],
    [
      'one card more',
      (text) => text.replace('[{', `[{"credential":"7","ballot":"${'44'.repeat(32)}","reason":"spoiled"},{`),
      'file-signature-wrong',
    ],
    ['the election', (text) => text.replace(ELECTION.uuid, 'TPSMawar111Desa1'), 'file-of-other-election'],
    ['its fingerprint', (text) => text.replace('A'.repeat(43), 'B'.repeat(43)), 'file-of-other-election'],
    [
      'the signature',
      (text) => text.replace(/"signature":"(.)/, (_, letter) => `"signature":"${letter === 'A' ? 'B' : 'A'}`),
      'file-signature-wrong',
    ],
    ['a space', (text) => text.replace('":', '": '), 'file-not-canonical'],
    ['leading zeros', (text) => text.replace('"100"', '"0100"'), 'file-malformed'],
    ['an unknown reason', (text) => text.replace('"proved"', '"lost"'), 'file-malformed'],
    [
      'a time beside a card',
      (text) => text.replace('"reason":"proved"', '"reason":"proved","at":"09:14"'),
      'file-malformed',
    ],
    ['the end', (text) => text.slice(0, -4), 'file-not-json'],
  ])('with %s changed is refused by name', (_, change, refusal) => {
    const text = change(voidText());
    expect(text).not.toBe(voidText());
    expect(verdict(text)).toBe(refusal);
  });

  test('out of order, or with a card twice, is refused although its signature holds', () => {
    const [first, second, third] = VOIDED;
    expect(verdict(signedByHand([first, second, third]))).toBe('believed');
    expect(verdict(signedByHand([second, first, third]))).toBe('file-malformed');
    expect(verdict(signedByHand([first, first, third]))).toBe('file-malformed');
    const read = parseVoidList(signedByHand([first, third, second]));
    expect(read).toMatchObject({ error: { problems: [{ path: 'credentials.2' }] } });
  });

  test('under another key, for another election, or signed for another purpose is refused', () => {
    expect(verdict(voidText(VOIDED, newKey().privateKey))).toBe('file-signature-wrong');
    expect(verdict(voidText(), { ...ELECTION, signingKey: newKey().publicKey })).toBe('file-signature-wrong');
    expect(verdict(voidText(), { ...ELECTION, uuid: 'TPSMawar111Desa1' })).toBe('file-of-other-election');
    expect(verdict(voidText(), { ...ELECTION, fingerprint: 'B'.repeat(43) })).toBe('file-of-other-election');
    expect(verdict(signedByHand(VOIDED, 'result'))).toBe('file-signature-wrong');
  });

  test('of every card of the largest polling place passes its limits, and more is refused', () => {
    const card = (number: number): VoidCredential => ({
      credential: String(10n ** 616n + BigInt(number)),
      ballot: number.toString(16).padStart(64, '0'),
      reason: 'spoiled',
    });
    const cards = Array.from({ length: 6_000 }, (_, index) => card(index));
    expect(verdict(voidText(cards))).toBe('believed');
    const tooMany = Array.from({ length: 20_001 }, (_, index) => ({
      ...card(index),
      credential: String(index),
    }));
    expect(verdict(voidText(tooMany))).toBe('file-malformed');
    expect(verdict('x'.repeat(16 * 1024 * 1024 + 1))).toBe('file-too-large');
  });
});
