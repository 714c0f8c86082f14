import type { Group } from '../group/group.ts';
import type { RandomSource } from '../random.ts';
import type { Result } from '../result.ts';
import type { Ccm } from './ccm.ts';

/**
 * What went wrong in a key ceremony. `trustee` is the trustee whose message is at fault, counted from 1 in the order of
 * the certificates; 0 when it is the list itself.
 */
export interface CeremonyFault {
  readonly trustee: number;
  readonly problem:
    | 'malformed'
    | 'too-many-trustees'
    | 'signature-invalid'
    | 'not-a-member'
    | 'repeated-certificate'
    | 'not-among-certificates'
    | 'wrong-count'
    | 'cannot-decrypt'
    | 'other-recipient'
    | 'secret-mismatch'
    | 'own-polynomial-changed'
    | 'proof-invalid'
    | 'key-mismatch';
}

interface CeremonyBase {
  readonly group: Group;
  /** All trustees' certificates, in the agreed order. */
  readonly certificates: readonly string[];
}
interface TrusteeStep extends CeremonyBase {
  /** The trustee's own seed from step 1. */
  readonly seed: string;
  readonly random: RandomSource;
  readonly ccm: Ccm;
}

/** Step 1, each trustee: keep `seed` secret (22 Base58 characters), hand in `certificate`. */
export function makeCertificate(
  group: Group,
  random: RandomSource,
): { readonly seed: string; readonly certificate: string } {
  void [group, random];
  throw new Error('not written yet');
}

/** Step 2, anyone. @returns hex id of each certificate, to be read aloud and compared */
export function checkCertificates(input: CeremonyBase): Result<readonly string[], CeremonyFault> {
  void input;
  throw new Error('not written yet');
}

/** Step 3, each trustee. @returns the message with polynomial, secrets and coefficients */
export function makePolynomial(
  input: TrusteeStep & { readonly threshold: number },
): Result<string, CeremonyFault> {
  void input;
  throw new Error('not written yet');
}

/** Step 4, the table. @returns for each trustee its input to step 5 */
export function makeShareInputs(
  input: CeremonyBase & { readonly polynomials: readonly string[] },
): Result<readonly string[], CeremonyFault> {
  void input;
  throw new Error('not written yet');
}

/** Step 5, each trustee: checks what all others sent. @returns its output */
export function makeShareOutput(
  input: TrusteeStep & {
    readonly shareInput: string;
    /** The trustee's own message of step 3, if it was kept: then a changed one is refused. */
    readonly ownPolynomial?: string;
    readonly name?: string;
  },
): Result<string, CeremonyFault> {
  void input;
  throw new Error('not written yet');
}

/** Step 6, the table. */
export function makeThresholdParameters(
  input: CeremonyBase & {
    readonly polynomials: readonly string[];
    readonly shareOutputs: readonly string[];
  },
): Result<
  {
    /** Text of the threshold parameters for `writeTrustees`. */
    readonly parameters: string;
    /** For each trustee its encrypted decryption key, for `openDecryptionKey`. */
    readonly decryptionKeys: readonly string[];
  },
  CeremonyFault
> {
  void input;
  throw new Error('not written yet');
}

/** A trustee's secret x, 0..q−1, from its seed and the encrypted decryption key of step 6. */
export function openDecryptionKey(input: {
  readonly group: Group;
  readonly seed: string;
  readonly decryptionKey: string;
  readonly ccm: Ccm;
}): Result<bigint, CeremonyFault> {
  void input;
  throw new Error('not written yet');
}
