import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { signedBytes } from '../signed-bytes.ts';
import type { CodeAnswer, CodeOrigin, CodeProblem, SignedCode } from './code-content.ts';
import { keyBytes, readCodeText } from './code-text.ts';

/** Purpose of the signature: no other file of ours is signed for it. */
export const CODE_PURPOSE = 'code';

/** Whose codes are believed: from the posted key, or from the election object that the posted fingerprint pins. */
export interface CodeKey extends CodeOrigin {
  /** Base64 of the 32 bytes of the station's Ed25519 public key. */
  readonly signingKey: string;
}

/**
 * Is this text a code of that polling place, for that election, and untouched? No network, no browser's own cryptography: phones of
 * some years and pages from files have no Ed25519.
 * @errors 'code-too-long' · 'code-not-ours' · 'code-of-other-version' · 'code-malformed' · 'code-of-other-place' · 'code-of-other-kind' ·
 * 'code-of-other-election' · 'code-altered'
 */
export function checkCode(text: string, key: CodeKey): CodeAnswer<SignedCode> {
  return checkCodeBy(text, key, isSigned);
}

/** @param verify whether this key signed these fields for this purpose */
export function checkCodeBy(
  text: string,
  key: CodeKey,
  verify: (fields: string, signature: Uint8Array, signingKey: string) => boolean,
): CodeAnswer<SignedCode> {
  const read = readCodeText(text);
  if (!read.ok) return read;
  const { code, fields, signature } = read.value;
  const { origin } = code;
  const refuse = (error: CodeProblem) => ({ ok: false, error }) as const;
  if (origin.pollingPlace !== key.pollingPlace) {
    return refuse({ type: 'code-of-other-place', pollingPlace: origin.pollingPlace });
  }
  if (origin.kind !== key.kind) return refuse({ type: 'code-of-other-kind', kind: origin.kind });
  if (origin.electionFingerprint !== key.electionFingerprint) {
    return refuse({ type: 'code-of-other-election' });
  }
  return verify(fields, signature, key.signingKey)
    ? { ok: true, value: code }
    : refuse({ type: 'code-altered' });
}

/**
 * Reads the posted key. It signs itself, so a misread letter is found; that it is *the* key, only the paper's place on the wall and the
 * signatures on that paper say.
 * @errors as `checkCode`, and 'code-without-key'
 */
export function readKeyCode(text: string): CodeAnswer<CodeKey> {
  const read = readCodeText(text);
  if (!read.ok) return read;
  const { origin, content } = read.value.code;
  if (content.type !== 'key') {
    const saysSheet = content.type === 'result' && content.source === 'sheet';
    return { ok: false, error: { type: 'code-without-key', saysSheet } };
  }
  const key = { ...origin, signingKey: content.signingKey };
  const checked = checkCode(text, key);
  return checked.ok ? { ok: true, value: key } : checked;
}

function isSigned(fields: string, signature: Uint8Array, signingKey: string): boolean {
  const publicKey = keyBytes(signingKey);
  if (publicKey === undefined) return false;
  hashes.sha512 = sha512;
  return verify(signature, signedBytes(CODE_PURPOSE, [fields]), publicKey, { zip215: false });
}
