import { signFields } from '../signed-text.ts';
import { CODE_PURPOSE } from './check-code.ts';
import type { SignedCode } from './code-content.ts';
import { CODE_LIMIT_CHARACTERS, joinCodeText, writeFields } from './code-text.ts';

/**
 * One record as the text of one QR code, signed by the station. Ed25519 is deterministic: the same content gives the same bytes.
 * @param privateKeyPem PKCS#8 PEM of the station's Ed25519 key
 * @throws RangeError when a hash or key of the content is none, or the text would be too long for one code: it is never split
 */
export function writeCode(code: SignedCode, privateKeyPem: string): string {
  const fields = writeFields(code);
  const text = joinCodeText(fields, Buffer.from(signFields(privateKeyPem, CODE_PURPOSE, [fields]), 'base64'));
  if (text.length > CODE_LIMIT_CHARACTERS) throw new RangeError(`A code of ${text.length} letters`);
  return text;
}
