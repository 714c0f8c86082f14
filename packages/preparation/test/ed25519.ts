import { type KeyObject, sign, verify } from 'node:crypto';
import type { CheckSignature, SetUpSigner } from '../src/index.ts';

const bytesOf = (purpose: string, fields: readonly string[]) =>
  Buffer.from(JSON.stringify([purpose, ...fields]), 'utf8');

/** A real signature for tests of files; the layout of the signed bytes is the center's and is tested there. */
export function ed25519(pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }): {
  readonly signer: SetUpSigner;
  readonly check: CheckSignature;
} {
  const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const issuer = raw.toString('base64');
  return {
    signer: {
      issuer,
      sign: (purpose, fields) => sign(null, bytesOf(purpose, fields), pair.privateKey).toString('base64'),
    },
    check: (claimed, purpose, fields, signature) =>
      claimed === issuer &&
      verify(null, bytesOf(purpose, fields), pair.publicKey, Buffer.from(signature, 'base64')),
  };
}
