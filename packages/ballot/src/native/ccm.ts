import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Ccm } from '../trustee/ccm.ts';

const ALGORITHM = 'aes-256-ccm';
const TAG_BYTES = 8;

/** OpenSSL's AES-256-CCM, for the messages of a threshold key ceremony (format §8.1). */
export const nodeCcm: Ccm = {
  encrypt(key, nonce, plaintext) {
    const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    return Uint8Array.from(Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]));
  },
  decrypt(key, nonce, ciphertext) {
    const length = ciphertext.length - TAG_BYTES;
    if (length < 0) return undefined;
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(ciphertext.subarray(length));
    try {
      // CCM gives nothing back before the tag is known to fit; a wrong tag throws in `final`.
      const plaintext = decipher.update(ciphertext.subarray(0, length));
      return Uint8Array.from(Buffer.concat([plaintext, decipher.final()]));
    } catch {
      return undefined;
    }
  },
};
