import { generateKeyPairSync } from 'node:crypto';
import { publicKeyOf, writeCode } from '@bilik/transfer';
import type { CodeContent, CodeOrigin } from '@bilik/transfer/signed-code';

/** A station's key, and what it signs. */
export interface CodingStation {
  /** Base64 of the 32 bytes. */
  readonly publicKey: string;
  readonly sign: (origin: CodeOrigin, content: CodeContent) => string;
}

export function newStation(): CodingStation {
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return {
    publicKey: publicKeyOf(privateKey),
    sign: (origin, content) => writeCode({ origin, content }, privateKey),
  };
}
