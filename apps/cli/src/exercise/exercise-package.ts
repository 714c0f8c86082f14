import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Group, RandomSource } from '@bilik/ballot';
import { civilClock, type ElectionDefinition } from '@bilik/election';
import {
  clockBoundsOf,
  factsOfParts,
  newPackagePassphrase,
  publicKeyOf,
  writePackage,
} from '@bilik/transfer';
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
}): Promise<WrittenPackage> {
  const { home, members, definition, nowMs, random } = input;
  const definitionText = Buffer.from(members.get('definition.json') ?? []).toString('utf8');
  const parts = factsOfParts({ definition: definitionText, election: input.electionText }, input.group);
  if (!parts.ok) throw new Error(`The exercise's parts do not hold: ${JSON.stringify(parts.error)}`);
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const passphrase = newPackagePassphrase(random);
  const written = await writePackage({
    facts: {
      ...parts.value.facts,
      version: 1,
      receiver: publicKeyOf(receiverKey(receiverHome(home))),
      madeOn: civilClock(nowMs, definition.voting.zone).date,
      clock: clockBoundsOf(definition, nowMs),
    },
    members,
    passphrase,
    privateKeyPem: privateKey,
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
    [join(receiverHome(home), 'expected', `${definition.pollingPlace.id}.json`), input.electionText],
  ] as const) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, content, { mode: 0o600 });
  }
  return { path, passphrase };
}
