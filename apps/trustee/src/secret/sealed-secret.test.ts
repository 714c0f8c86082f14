import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openSecret, SCRYPT_COST, SealedSecret, sealSecret } from './sealed-secret.ts';

const QUICK = { n: 2, r: 1, p: 1 };
const binding = ['Pilkades Melati', 'Ibu Sari', 'certificate'];
const seal = (secret: string, passphrase: string, cost = QUICK) =>
  sealSecret({ secret, passphrase, binding, random: randomBytes, cost });

test('what was sealed opens with its passphrase, and with no other', async () => {
  const sealed = await seal('benih rahasia', 'empat kata yang panjang');
  expect(SealedSecret.parse(JSON.parse(JSON.stringify(sealed)))).toEqual(sealed);
  expect(await openSecret(sealed, 'empat kata yang panjang', binding)).toBe('benih rahasia');
  for (const wrong of ['', 'Empat kata yang panjang', 'empat kata yang panjang ']) {
    expect(await openSecret(sealed, wrong, binding)).toBeUndefined();
  }
});

test('the recorded cost is the one that is used, and is what a device pays by default', async () => {
  const sealed = await seal('benih', 'empat kata yang panjang', SCRYPT_COST);
  expect(sealed).toMatchObject({ kdf: 'scrypt', n: 32_768, r: 8, p: 3, cipher: 'aes-256-gcm' });
  expect(await openSecret({ ...sealed, p: 2 }, 'empat kata yang panjang', binding)).toBeUndefined();
  expect(await openSecret(sealed, 'empat kata yang panjang', binding)).toBe('benih');
});

test('the same words in another Unicode form are the same passphrase', async () => {
  const sealed = await seal('benih', 'caf\u00e9 di tepi sawah');
  expect(await openSecret(sealed, 'cafe\u0301 di tepi sawah', binding)).toBe('benih');
});

test('a sealed secret moved to another trustee, or changed in any field, does not open', async () => {
  const sealed = await seal('benih', 'empat kata yang panjang');
  const other = await seal('benih lain', 'empat kata yang panjang');
  const opens = (changed: SealedSecret, bound = binding) =>
    openSecret(changed, 'empat kata yang panjang', bound);
  expect(await opens(sealed, ['Pilkades Melati', 'Pak Budi', 'certificate'])).toBeUndefined();
  expect(await opens(sealed, ['Pilkades Melati', 'Ibu Sari', 'certificate', ''])).toBeUndefined();
  for (const field of ['salt', 'nonce', 'ciphertext', 'tag'] as const) {
    expect(await opens({ ...sealed, [field]: other[field] }), field).toBeUndefined();
    expect(await opens({ ...sealed, [field]: '' }), field).toBeUndefined();
  }
});

test('two seals of one secret share nothing', async () => {
  const [first, second] = [await seal('benih', 'empat kata'), await seal('benih', 'empat kata')];
  for (const field of ['salt', 'nonce', 'ciphertext', 'tag'] as const) {
    expect(first[field], field).not.toBe(second[field]);
  }
});
