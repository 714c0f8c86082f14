/**
 * AES-256-CCM with a tag of 8 bytes and no associated data, as threshold messages need it (format §8.1). Browsers have
 * no CCM; trustees run as local Node processes, so `nodeCcm` of `@bilik/ballot/native` is the one given.
 */
export interface Ccm {
  /** @param key 32 bytes @param nonce 11 to 13 bytes @returns ciphertext ‖ tag */
  encrypt(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array): Uint8Array;
  /** @returns the plaintext, or `undefined` when the tag is wrong */
  decrypt(key: Uint8Array, nonce: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined;
}
