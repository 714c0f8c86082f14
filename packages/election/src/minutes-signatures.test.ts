import { expect, test } from 'vitest';
import { decideMinutesSignatures } from './minutes-signatures.ts';

const chair = { person: 'ketua', role: 'chair' } as const;
const member = { person: 'anggota-1', role: 'member' } as const;
const otherMember = { person: 'anggota-2', role: 'member' } as const;
const witness = { person: 'saksi-1', role: 'witness' } as const;
const left = { person: 'saksi-2', reason: 'Sudah pulang' };

const decide = (changes: Partial<Parameters<typeof decideMinutesSignatures>[0]>) => {
  const decided = decideMinutesSignatures({
    signers: [chair, member, otherMember, witness],
    notSigned: [left],
    members: 2,
    boardPresent: ['ketua', 'anggota-1', 'anggota-2'],
    witnessesPresent: ['saksi-1', 'saksi-2'],
    ...changes,
  });
  return decided.ok ? 'signed' : decided.error.type;
};

test('chair, enough members, and each witness with a signature or a word', () => {
  expect(decide({})).toBe('signed');
  expect(decide({ witnessesPresent: [], notSigned: [], signers: [chair, member, otherMember] })).toBe(
    'signed',
  );
});

test.each([
  ['without the chair', { signers: [member, otherMember, witness] }, 'signatures-missing'],
  ['with one member', { signers: [chair, member, witness] }, 'signatures-missing'],
  ['witnesses in place of members', { signers: [chair, witness], members: 1 }, 'signatures-missing'],
  ['a witness of whom nothing is said', { notSigned: [] }, 'witness-without-word'],
  [
    'a witness who signed and did not',
    { notSigned: [left, { person: 'saksi-1', reason: 'Menolak' }] },
    'witness-without-word',
  ],
  ['a member who was not there', { boardPresent: ['ketua', 'anggota-1'] }, 'no-line-to-sign'],
  [
    'a word about a member',
    { notSigned: [left, { person: 'anggota-2', reason: 'Lupa' }] },
    'no-line-to-sign',
  ],
] as const)('%s', (_, changes, refused) => {
  expect(decide(changes)).toBe(refused);
});
