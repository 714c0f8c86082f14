import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Group, RandomSource } from '@bilik/ballot';
import type { ElectionDefinition } from '@bilik/election';
import { newPackagePassphrase, publicKeyOf } from '@bilik/transfer';
import { newSigningKey, signPlacePackage } from '@bilik/transfer/issue';
import { announcementOfBytes } from '../package/announce-package.ts';
import { receiverKey } from '../receive/receiver-key.ts';
import type { ExerciseHome } from './exercise-home.ts';

/** A package on its stick, and what the office's letter says: both lie in the outside world. */
export interface WrittenPackage {
  readonly path: string;
  readonly passphrase: string;
}

export function packagePath(home: ExerciseHome): string {
  return join(home.outside, 'paket.bilik');
}

/** The same members as files, as an office prepares them for `bilik package build`. */
export function packagePartsFolder(home: ExerciseHome): string {
  return join(home.outside, 'package-parts');
}

/** The key with which the exercise's invented office signs packages. */
export function officeKeyPath(home: ExerciseHome): string {
  return join(home.outside, 'office-key.pem');
}

/** The letter with the package's passphrase. */
export function packageLetterPath(home: ExerciseHome): string {
  return join(home.outside, 'package-passphrase.txt');
}

/** The paper at the door of the exercise's polling place. */
export function packageAnnouncementPath(home: ExerciseHome): string {
  return join(home.outside, 'pengumuman.pdf');
}

/** Home of the exercise's receiver of results (`bilik receive --home`), who waits for this polling place. */
export function receiverHome(home: ExerciseHome): string {
  return join(home.outside, 'receiver');
}

/** Makes an office, has it sign a package of the exercise's members, and puts package, key and letter into the outside world. */
export async function writeExercisePackage(input: {
  readonly home: ExerciseHome;
  readonly members: ReadonlyMap<string, Uint8Array>;
  readonly definition: ElectionDefinition;
  readonly electionText: string;
  readonly group: Group;
  readonly nowMs: number;
  readonly random: RandomSource;
  /** Base64 of the key whose receipt counts; undefined: the exercise has a receiver of its own. */
  readonly receiver?: string | undefined;
}): Promise<WrittenPackage> {
  const { home, members, definition, nowMs, random } = input;
  const privateKey = newSigningKey();
  const passphrase = newPackagePassphrase(random);
  const written = await signPlacePackage({
    members,
    version: 1,
    receiver: input.receiver ?? publicKeyOf(receiverKey(receiverHome(home))),
    passphrase,
    privateKeyPem: privateKey,
    group: input.group,
    nowMs,
    random,
  });
  if (!written.ok)
    throw new Error(`The exercise's package was not written: ${JSON.stringify(written.error)}`);
  const path = packagePath(home);
  const folder = packagePartsFolder(home);
  rmSync(folder, { recursive: true, force: true });
  for (const [file, content] of [
    ...[...members].map(([name, member]) => [join(folder, name), member] as const),
    [path, written.value],
    [officeKeyPath(home), privateKey],
    [packageLetterPath(home), `${passphrase}\n`],
    [packageAnnouncementPath(home), announcementOfBytes(written.value)],
    ...(input.receiver === undefined
      ? [
          [
            join(receiverHome(home), 'expected', `${definition.pollingPlace.id}.json`),
            input.electionText,
          ] as const,
        ]
      : []),
  ] as const) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, content, { mode: 0o600 });
  }
  return { path, passphrase };
}
