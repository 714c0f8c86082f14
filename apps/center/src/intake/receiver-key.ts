import { generateKeyPairSync } from 'node:crypto';
import type { CenterKeys } from '../keys.ts';

/** The key with which this center signs receipts, as PKCS#8 PEM; packages name its public half. */
export function receiverKey(keys: CenterKeys): string {
  return keys.text(
    'receiver.pem',
    () =>
      generateKeyPairSync('ed25519', {
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      }).privateKey,
  );
}
