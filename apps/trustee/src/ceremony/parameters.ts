import { type Group, parseTrustees, sha256Hex, type Trustees, writeTrustees } from '@bilik/ballot';
import { z } from 'zod';
import { type Answer, accept, type RefusalOf, refuse } from '../api/refusal.ts';

/** A trustee's own message of step 5, as far as this device needs it again. */
const ShareOutput = z.object({ private_key: z.string(), public_key: z.object({ public_key: z.string() }) });
/** The commitments that came in with step 5. */
const ShareInput = z.object({ coefexps: z.array(z.object({ message: z.string() })) });

/** @param text this device's own message of step 5 */
export function readOutput(text: string): { readonly decryptionKey: string; readonly publicKey: string } {
  const output = ShareOutput.parse(JSON.parse(text));
  return { decryptionKey: output.private_key, publicKey: output.public_key.public_key };
}

/** Hex SHA-256 of a key with its JSON quotes: what `belenios-tool` shows as its checksum. */
export function keyFingerprint(publicKey: string): string {
  return sha256Hex(`"${publicKey}"`);
}

/** Threshold parameters that are right and are those of this device's ceremony. */
export interface CheckedParameters {
  /** The list of trustees with only these parameters in it. */
  readonly trustees: Trustees;
  readonly ownerIndex: number;
  readonly verificationKeyFingerprint: string;
}

/** What this device agreed to in the earlier steps. */
export interface AgreedCeremony {
  readonly threshold: number;
  /** Of all trustees, in their order. */
  readonly certificates: readonly string[];
  readonly ownCertificate: string;
  /** What came in with step 5, and what this device made of it. */
  readonly shareInput: string;
  readonly shareOutput: string;
}

/**
 * Checks everything in threshold parameters by arithmetic, and that they are made of the very certificates and commitments
 * that this device agreed to: a table that swaps one trustee for its own is found here.
 */
export function checkParameters(
  group: Group,
  parameters: string,
  own: AgreedCeremony,
): Answer<CheckedParameters, RefusalOf<'parameters-wrong'>> {
  const wrong = (problem: RefusalOf<'parameters-wrong'>['problem'], detail?: string) =>
    refuse({ type: 'parameters-wrong', problem, ...(detail === undefined ? {} : { detail }) } as const);
  const trustees = parseTrustees(group, writeTrustees(group, [{ kind: 'threshold', parameters }]));
  if (!trustees.ok) {
    const path = 'path' in trustees.error ? trustees.error.path : '';
    return wrong('unreadable', `${trustees.error.type} ${path}`.trim());
  }
  const [item] = trustees.value.items;
  if (item?.kind !== 'threshold' || trustees.value.items.length !== 1) return wrong('unreadable');
  if (item.threshold !== own.threshold) return wrong('other-threshold');

  const certificates = item.certificates.map(({ signed }) => signed.message);
  const agreed = own.certificates.map(messageOf);
  if (certificates.join('\n') !== agreed.join('\n')) return wrong('other-certificates');
  const committed = item.committed.map(({ signed }) => signed.message);
  const received = ShareInput.parse(JSON.parse(own.shareInput)).coefexps.map(({ message }) => message);
  if (committed.join('\n') !== received.join('\n')) return wrong('other-polynomials');

  const ownerIndex = own.certificates.indexOf(own.ownCertificate) + 1;
  const { publicKey } = readOutput(own.shareOutput);
  const listed = item.verificationKeys[ownerIndex - 1];
  if (listed === undefined || group.formatElement(listed.publicKey) !== publicKey) {
    return wrong('own-key-missing');
  }
  return accept({
    trustees: trustees.value,
    ownerIndex,
    verificationKeyFingerprint: keyFingerprint(publicKey),
  });
}

function messageOf(signedText: string): string {
  return z.object({ message: z.string() }).parse(JSON.parse(signedText)).message;
}
