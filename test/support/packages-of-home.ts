import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  openPackage,
  type PackageFacts,
  readOpened,
  sealingKey,
  sourceOf,
  writePackage,
} from '@bilik/transfer';
import {
  officeKeyPath,
  packageLetterPath,
  packagePath,
} from '../../apps/cli/src/exercise/exercise-package.ts';
import { must } from './answers.ts';
import { type PreparedHome, random } from './prepared-home.ts';
import { newFolder } from './station-disk.ts';

export const passphraseOf = ({ home }: PreparedHome): string => readFileSync(packageLetterPath(home), 'utf8');

/** The package with which a home was prepared, opened: its facts, and its members as they were before they were sealed. */
export async function partsOfPackage(prepared: PreparedHome): Promise<{
  readonly facts: PackageFacts;
  readonly members: ReadonlyMap<string, Uint8Array>;
}> {
  const opened = must(openPackage(sourceOf(readFileSync(packagePath(prepared.home)))));
  const { members, signature: _, ...facts } = opened.manifest;
  const key = await sealingKey(facts, passphraseOf(prepared));
  return {
    facts,
    members: new Map(members.map((member) => [member.name, must(readOpened(opened, member, key))])),
  };
}

/** Another package of the same office and passphrase. @returns its file */
export async function packageLike(
  prepared: PreparedHome,
  change: {
    readonly facts?: Partial<PackageFacts>;
    readonly members?: Readonly<Record<string, Uint8Array | undefined>>;
    readonly privateKeyPem?: string;
  },
): Promise<string> {
  const { facts, members } = await partsOfPackage(prepared);
  const all = new Map(members);
  for (const [name, content] of Object.entries(change.members ?? {})) {
    if (content === undefined) all.delete(name);
    else all.set(name, content);
  }
  const { format: _, issuer: __, sealing: ___, ...own } = facts;
  const written = must(
    await writePackage({
      facts: { ...own, ...change.facts },
      members: all,
      passphrase: passphraseOf(prepared),
      privateKeyPem: change.privateKeyPem ?? readFileSync(officeKeyPath(prepared.home), 'utf8'),
      random,
    }),
  );
  const path = join(newFolder(), 'paket.bilik');
  writeFileSync(path, written);
  return path;
}
