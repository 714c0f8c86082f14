import { generateKeyPairSync } from 'node:crypto';
import { pollingPlaceIdSchema } from '@bilik/election';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBase32, writeBase32 } from './base32.ts';
import { INVITATION_LENGTH, looksLikeInvitation, readInvitation, writeInvitation } from './invitation.ts';
import { publicKeyOf } from './signed-text.ts';

const newKey = () =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;
const office = newKey();
const pollingPlace = pollingPlaceIdSchema.parse('16.07.01.2003-001');
const elsewhere = pollingPlaceIdSchema.parse('16.07.01.2003-002');
const electionUuid = 'B8tTjrcTHTFsXTbzCu';
const here = { electionUuid, pollingPlace, issuer: publicKeyOf(office) };
const invitation = { electionUuid, pollingPlace, voter: 117 };
const text = writeInvitation(invitation, office);
const refusal = (scanned: string, at = here) => {
  const read = readInvitation(scanned, at);
  return read.ok ? 'accepted' : read.error.type;
};

test('an invitation names its number, by camera and as scanners type it', () => {
  expect(text).toHaveLength(INVITATION_LENGTH);
  expect(text).toMatch(/^BILIK-U1-[0-9A-F]{16}-1607012003001-0117-[A-Z2-7]{103}$/);
  for (const scanned of [text, text.toLowerCase(), `${text}\r\n`, `]Q1${text}`, `  ${text}\t`]) {
    expect(readInvitation(scanned, here)).toEqual({ ok: true, value: invitation });
    expect(looksLikeInvitation(scanned)).toBe(true);
  }
  for (const other of ['Bili Kusuma', '117', '1607014101900001', 'BIL']) {
    expect(looksLikeInvitation(other)).toBe(false);
  }
});

test('the four refusals have names: no invitation, another signature, another place, another election', () => {
  expect(refusal('4503-1172')).toBe('invitation-malformed');
  expect(refusal(text.slice(0, -1))).toBe('invitation-malformed');
  expect(refusal(`${text}A`)).toBe('invitation-malformed');
  expect(refusal('X'.repeat(10_000))).toBe('invitation-malformed');
  expect(refusal(text.replace('BILIK-U1', 'BILIK-U2'))).toBe('invitation-other-version');
  expect(refusal(writeInvitation(invitation, newKey()))).toBe('invitation-signature-wrong');
  expect(refusal(text.replace('-0117-', '-0118-'))).toBe('invitation-signature-wrong');
  const toOtherPlace = writeInvitation({ ...invitation, pollingPlace: elsewhere }, office);
  expect(readInvitation(toOtherPlace, here)).toEqual({
    ok: false,
    error: { type: 'other-polling-place', place: elsewhere },
  });
  const ofLastTime = writeInvitation({ ...invitation, electionUuid: 'W5sQyTgHHKqRXvBnMz' }, office);
  expect(refusal(ofLastTime)).toBe('invitation-of-other-election');
});

test('no other letter anywhere is this invitation', () => {
  let tried = 0;
  fc.assert(
    fc.property(
      fc.nat(INVITATION_LENGTH - 1),
      fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567890189-'),
      (at, letter) => {
        if (text[at] === letter) return;
        tried += 1;
        expect(refusal(text.slice(0, at) + letter + text.slice(at + 1))).not.toBe('accepted');
      },
    ),
    { numRuns: 400, seed: 1607 },
  );
  expect(tried).toBeGreaterThan(300);
});

test('a number of five digits cannot be invited', () => {
  expect(() => writeInvitation({ ...invitation, voter: 10_000 }, office)).toThrow(RangeError);
});

test('base 32 has one spelling (RFC 4648, section 10, without padding)', () => {
  for (const [plain, letters] of [
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ] as const) {
    expect(writeBase32(Buffer.from(plain))).toBe(letters);
    expect(readBase32(letters, plain.length)?.toString()).toBe(plain);
  }
  expect(readBase32('MZ', 1)).toBeUndefined();
  expect(readBase32('MY1', 1)).toBeUndefined();
  expect(readBase32('MZXQ', 1)).toBeUndefined();
});
