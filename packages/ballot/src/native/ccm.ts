import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Ccm } from '../trustee/ccm.ts';

const TAG_BYTES = 8;

/** AES-256-CCM of OpenSSL, for the messages of the key ceremony. */
export const nodeCcm: Ccm = {
  encrypt: (key, nonce, plaintext) => {
    const cipher = createCipheriv('aes-256-ccm', key, nonce, { authTagLength: TAG_BYTES });
    const ciphertext = cipher.update(plaintext);
    cipher.final();
    return Buffer.concat([ciphertext, cipher.getAuthTag()]);
  },
  decrypt: (key, nonce, ciphertext) => {
    if (ciphertext.length < TAG_BYTES) return undefined;
    const decipher = createDecipheriv('aes-256-ccm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
    try {
      const plaintext = decipher.update(ciphertext.subarray(0, -TAG_BYTES));
      decipher.final();
      return plaintext;
    } catch {
      return undefined;
    }
  },
};
