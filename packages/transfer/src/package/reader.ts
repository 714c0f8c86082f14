import { MANIFEST_LIMIT_BYTES, type PackageManifest, type PackageMember, readManifest } from './manifest.ts';
import { MEMBERS_LIMIT_BYTES } from './member-names.ts';
import type { PackageAnswer, PackageProblem } from './package-problem.ts';
import type { SealingKey } from './sealing.ts';
import { FIRST_LINE, sha256Hex } from './writer.ts';

/** Where a package's bytes come from: a file on a stick, or a test. What a failing medium throws passes through. */
export interface PackageSource {
  readonly bytes: number;
  /** @returns fewer bytes than asked for where the source ends */
  readonly read: (offset: number, length: number) => Uint8Array;
}

/** A package whose manifest is believed; its members are not yet read. */
export interface OpenedPackage {
  readonly manifest: PackageManifest;
  /** The manifest's exact line, as the station keeps it beside the members. */
  readonly line: string;
  /** SHA-256 of the line, lower-case hex: the package's fingerprint. */
  readonly fingerprint: string;
  /**
   * Reads one member and checks it against the manifest; at most one member is in memory.
   * @returns its bytes as they lie in the package
   * @errors 'package-member-changed' · 'package-member-missing' when the manifest does not name it
   */
  readonly read: (name: string) => PackageAnswer<Uint8Array>;
}

/** Longest number of a length line: `MANIFEST_LIMIT_BYTES` has six digits. */
const LENGTH_LINE_BYTES = 8;
const PACKAGE_LIMIT_BYTES =
  FIRST_LINE.length + LENGTH_LINE_BYTES + MANIFEST_LIMIT_BYTES + MEMBERS_LIMIT_BYTES;

/**
 * Opens a package: exact length, manifest, signature. Never looks for anything by a path, and allocates nothing by a number that the file
 * names before that number was checked.
 * @errors every one of `PackageProblem` but those of members' contents, the passphrase and expectations
 */
export function openPackage(source: PackageSource): PackageAnswer<OpenedPackage> {
  if (source.bytes > PACKAGE_LIMIT_BYTES) {
    return refuse({ type: 'package-too-large', limitBytes: PACKAGE_LIMIT_BYTES });
  }
  const head = Buffer.from(source.read(0, FIRST_LINE.length + LENGTH_LINE_BYTES)).toString('latin1');
  if (!head.startsWith(FIRST_LINE)) return refuse(whatElse(head));
  const [, digits] = /^([1-9][0-9]{0,6})\n/.exec(head.slice(FIRST_LINE.length)) ?? [];
  if (digits === undefined) return refuse(noLength(head.slice(FIRST_LINE.length)));
  const lineBytes = Number(digits);
  if (lineBytes > MANIFEST_LIMIT_BYTES) {
    return refuse({ type: 'package-too-large', limitBytes: MANIFEST_LIMIT_BYTES });
  }
  const lineAt = FIRST_LINE.length + digits.length + 1;
  const lineRead = Buffer.from(source.read(lineAt, lineBytes));
  if (lineRead.length < lineBytes) return refuse({ type: 'package-cut-short' });
  const line = lineRead.toString('utf8');
  const read = readManifest(line);
  if (!read.ok) return read;
  const manifest = read.value;
  const membersAt = lineAt + lineBytes;
  const end = manifest.members.reduce((sum, { bytes }) => sum + bytes, membersAt);
  if (source.bytes < end) return refuse({ type: 'package-cut-short' });
  if (source.bytes > end) return refuse({ type: 'package-too-long' });
  return {
    ok: true,
    value: {
      manifest,
      line,
      fingerprint: sha256Hex(lineRead),
      read(name) {
        let offset = membersAt;
        for (const member of manifest.members) {
          if (member.name === name) return readMember(source, offset, member);
          offset += member.bytes;
        }
        return refuse({ type: 'package-member-missing', member: name });
      },
    },
  };
}

function readMember(
  source: PackageSource,
  offset: number,
  { name, bytes, sha256 }: PackageMember,
): PackageAnswer<Uint8Array> {
  const content = source.read(offset, bytes);
  return content.length === bytes && sha256Hex(content) === sha256
    ? { ok: true, value: content }
    : refuse({ type: 'package-member-changed', member: name });
}

/**
 * One member as it will lie in the station's `place/`: read, checked, unsealed, checked again.
 * @errors as `read`, and 'package-passphrase-wrong'
 */
export function readOpened(
  opened: OpenedPackage,
  member: PackageMember,
  key: SealingKey,
): PackageAnswer<Uint8Array> {
  const read = opened.read(member.name);
  if (!read.ok || !member.sealed) return read;
  const content = key.open(member.name, read.value);
  if (content === undefined) return refuse({ type: 'package-passphrase-wrong' });
  return sha256Hex(content) === member.opened
    ? { ok: true, value: content }
    : refuse({ type: 'package-member-changed', member: member.name });
}

/** The whole of a package in memory, as a source. */
export function sourceOf(bytes: Uint8Array): PackageSource {
  return { bytes: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}

function whatElse(head: string): PackageProblem {
  if (head.length < FIRST_LINE.length && FIRST_LINE.startsWith(head)) return { type: 'package-cut-short' };
  const [, found] = /^bilik\/package\/([0-9]{1,4})\n/.exec(head) ?? [];
  return found === undefined
    ? { type: 'package-not-one' }
    : { type: 'package-of-other-format', found: `bilik/package/${found}` };
}

function noLength(rest: string): PackageProblem {
  if (/^([1-9][0-9]{0,6})?$/.test(rest)) return { type: 'package-cut-short' };
  return {
    type: 'package-manifest-malformed',
    problems: [{ path: '', message: 'the second line is no length' }],
  };
}

function refuse(error: PackageProblem): { readonly ok: false; readonly error: PackageProblem } {
  return { ok: false, error };
}
