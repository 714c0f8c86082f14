import { createHash } from 'node:crypto';
import { publicKeyOf } from '../signed-text.ts';
import { memberProblem, type PackageFacts, type PackageMember, signManifest } from './manifest.ts';
import { isSealedMember } from './member-names.ts';
import type { PackageAnswer } from './package-problem.ts';
import { sealingKey } from './sealing.ts';

export const FIRST_LINE = 'bilik/package/1\n';

export interface PackageToWrite {
  readonly facts: Omit<PackageFacts, 'format' | 'issuer' | 'sealing'>;
  /** By name, as they will lie in the station's `place/`. */
  readonly members: ReadonlyMap<string, Uint8Array>;
  readonly passphrase: string;
  /** The issuing office's Ed25519 key, PKCS#8 PEM. */
  readonly privateKeyPem: string;
  readonly random: (count: number) => Uint8Array;
}

/**
 * Writes a package: first line, length of the manifest, manifest, then the members in order of their names, and nothing after.
 * @returns the bytes of the file
 * @errors 'package-member-unknown' · 'package-member-missing' · 'package-too-large'
 */
export async function writePackage(input: PackageToWrite): Promise<PackageAnswer<Uint8Array>> {
  const facts: PackageFacts = {
    format: 'bilik/package/1',
    ...input.facts,
    issuer: publicKeyOf(input.privateKeyPem),
    sealing: {
      method: 'scrypt-65536-8-1/aes-256-gcm',
      salt: Buffer.from(input.random(16)).toString('hex'),
    },
  };
  const key = await sealingKey(facts, input.passphrase);
  const members: PackageMember[] = [];
  const contents: Uint8Array[] = [];
  for (const name of [...input.members.keys()].sort(byCharacter)) {
    const opened = input.members.get(name) ?? new Uint8Array();
    const isSealed = isSealedMember(name);
    const content = isSealed ? key.seal(name, opened) : opened;
    const known = { name, bytes: content.length, sha256: sha256Hex(content) };
    members.push(
      isSealed ? { ...known, sealed: true, opened: sha256Hex(opened) } : { ...known, sealed: false },
    );
    contents.push(content);
  }
  const problem = memberProblem(members);
  if (problem !== undefined) return { ok: false, error: problem };
  const manifest = Buffer.from(signManifest({ ...facts, members }, input.privateKeyPem), 'utf8');
  return {
    ok: true,
    value: Buffer.concat([Buffer.from(`${FIRST_LINE}${manifest.length}\n`, 'latin1'), manifest, ...contents]),
  };
}

/** SHA-256 in lower-case hex. */
export function sha256Hex(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function byCharacter(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
