import type { PackageManifest } from './manifest.ts';
import type { PackageNotForHere } from './package-problem.ts';

/** What is known beforehand of the package that is wanted; what is left out is not asked. */
export interface PackageExpectations {
  /** Of the package that people compared, lower-case hex. */
  readonly fingerprint?: string;
  /** Base64 of the office's key. */
  readonly issuer?: string;
  readonly kind?: 'exercise' | 'real';
  readonly pollingPlace?: string;
  readonly electionUuid?: string;
  /** Of the election object, 43 characters of Base64. */
  readonly electionFingerprint?: string;
  readonly listFingerprint?: string;
  /** The lowest version that is accepted. */
  readonly leastVersion?: number;
}

/** The first thing in which a package is not the one expected; undefined when it is. Who issued it comes first: of others' packages nothing else is worth saying. */
export function notForHere(
  manifest: PackageManifest,
  fingerprint: string,
  expected: PackageExpectations,
): PackageNotForHere | undefined {
  const differs = (wanted: string | undefined, found: string): boolean =>
    wanted !== undefined && wanted !== found;
  const { issuer, kind, pollingPlace, electionUuid, electionFingerprint, listFingerprint, version } =
    manifest;
  if (differs(expected.fingerprint, fingerprint)) return { type: 'package-not-the-shown-one' };
  if (differs(expected.issuer, issuer)) return { type: 'package-of-other-issuer', found: issuer };
  if (differs(expected.kind, kind)) return { type: 'package-of-other-kind', found: kind };
  if (expected.pollingPlace !== undefined && expected.pollingPlace !== pollingPlace) {
    return { type: 'package-of-other-place', found: pollingPlace, expected: expected.pollingPlace };
  }
  if (
    differs(expected.electionUuid, electionUuid) ||
    differs(expected.electionFingerprint, electionFingerprint)
  ) {
    return { type: 'package-of-other-election', found: electionUuid };
  }
  if (differs(expected.listFingerprint, listFingerprint)) {
    return { type: 'package-of-other-list', found: listFingerprint };
  }
  if (expected.leastVersion !== undefined && version < expected.leastVersion) {
    return { type: 'package-older', found: version, least: expected.leastVersion };
  }
  return undefined;
}
