import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The receiver's key, PKCS#8 PEM: made when it is first asked for, and the same for ever, because packages name it. */
export function receiverKey(home: string): string {
  const path = join(home, 'receiver-key.pem');
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519', {
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const beside = `${path}.part`;
    // never half a key: it is whole or was not made
    writeFileSync(beside, privateKey, { mode: 0o600, flush: true });
    renameSync(beside, path);
  }
  return readFileSync(path, 'utf8');
}
