import { createPrivateKey, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nativeGroup } from '@bilik/ballot/native';
import type { ElectionDefinition } from '@bilik/election';
import { renderTestCards } from '@bilik/papers';
import {
  factsOfParts,
  isPublicKey,
  newPackagePassphrase,
  openPackage,
  sourceOf,
  TEST_MEMBERS,
} from '@bilik/transfer';
import { makeTestElection, problemOfPackage, signPlacePackage } from '@bilik/transfer/issue';
import { espeak } from '../voices/make-voices.ts';
import { explainVoices, packageVoices } from '../voices/package-voices.ts';
import { readText, readValues, readVersion } from './read-values.ts';
import { describePackage } from './show-package.ts';
import { sayRefusalToOffice } from './with-package.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

/** `bilik package build`: signs and seals a folder of prepared parts. Nothing is written unless the package is one that a station takes. */
export async function buildPackage(parameters: readonly string[]): Promise<number | undefined> {
  const asked = readValues(parameters, {
    key: { type: 'string' },
    version: { type: 'string' },
    passphrase: { type: 'string' },
    out: { type: 'string' },
    receiver: { type: 'string' },
    voices: { type: 'string' },
    'without-voices': { type: 'boolean' },
  });
  const { key, passphrase: secret, out, receiver } = asked?.values ?? {};
  const version = readVersion(asked?.values.version);
  if (asked?.path === undefined || key === undefined || secret === undefined) return undefined;
  if (out === undefined || receiver === undefined) return undefined;
  if (version === undefined) return sayWrong('--version', 'bilangan bulat dari 1 / a whole number from 1');
  const privateKeyPem = readOfficeKey(key);
  if (privateKeyPem === undefined) {
    return sayWrong('--key', `${key}: bukan kunci Ed25519 PEM / no Ed25519 key in PEM`);
  }
  if (!isPublicKey(receiver)) {
    return sayWrong('--receiver', 'yang dicetak / as printed by: bilik receive --home DIR --key');
  }
  if (existsSync(out)) return sayWrong('--out', `${out} sudah ada / is already there`);
  const members = readParts(asked.path);
  if (members === undefined) {
    return sayWrong(
      asked.path,
      'folder ini harus berisi berkas saja: definition.json, election.json, … / must be a folder of files alone',
    );
  }
  const parts = factsOfParts(
    { definition: textOf(members, 'definition.json'), election: textOf(members, 'election.json') },
    nativeGroup(),
  );
  if (!parts.ok) return sayRefusalToOffice(parts.error);
  const { definition } = parts.value;
  const voices = await voicesOf(definition, asked.values);
  if (voices === undefined) return 1;
  for (const [name, clip] of voices) members.set(name, clip);
  const testCards = members.has(TEST_MEMBERS.election) ? undefined : addTestElection(members, definition);
  const written = await signPlacePackage({
    members,
    version,
    receiver,
    passphrase: passphraseOf(secret),
    privateKeyPem,
    group: nativeGroup(),
    nowMs: Date.now(),
    random,
  });
  if (!written.ok) return sayRefusalToOffice(written.error);
  const opened = openPackage(sourceOf(written.value));
  if (!opened.ok) return sayRefusalToOffice(opened.error);
  const problem = await problemOfPackage(
    opened.value,
    {},
    { passphrase: undefined, group: nativeGroup(), random },
  );
  if (problem !== undefined) return sayRefusalToOffice(problem);
  try {
    writeFileSync(out, written.value, { mode: 0o600, flag: 'wx' });
    if (testCards !== undefined) writeFileSync(testCardsBeside(out), testCards, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return sayWrong('--out', error.message);
  }
  console.log(describePackage(opened.value, 'id'));
  return 0;
}

function textOf(members: ReadonlyMap<string, Uint8Array>, name: string): string {
  return Buffer.from(members.get(name) ?? []).toString('utf8');
}

/** Says which word of the command line cannot be used. @returns 1: the package was not made */
function sayWrong(what: string, why: string): 1 {
  console.error(`${what}: ${why}. Tidak ada paket yang ditulis. / No package was written.`);
  return 1;
}

/** @returns every file of the folder by its name; undefined when it cannot be read or holds anything but files */
function readParts(folder: string): Map<string, Uint8Array> | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    if (entries.some((entry) => !entry.isFile())) return undefined;
    return new Map(entries.map(({ name }) => [name, readFileSync(join(folder, name))]));
  } catch {
    return undefined;
  }
}

/** Makes the election of the logic and accuracy test for parts that have none. @returns the cards for it, to be printed; they are nowhere else */
function addTestElection(members: Map<string, Uint8Array>, definition: ElectionDefinition): Uint8Array {
  const test = makeTestElection({ definition, group: nativeGroup(), random });
  for (const [name, text] of Object.entries(test.members)) members.set(name, Buffer.from(text, 'utf8'));
  return renderTestCards(definition, test.cards);
}

/** `tps.bilik` → `tps-kartu-uji.pdf`. */
function testCardsBeside(out: string): string {
  return `${out.replace(/\.bilik$/, '')}-kartu-uji.pdf`;
}

/** The booths' spoken guidance, where it is wanted. @returns undefined after saying why there is none to be had */
async function voicesOf(
  definition: ElectionDefinition,
  asked: { readonly voices?: string | undefined; readonly 'without-voices'?: boolean | undefined },
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  if (asked['without-voices'] === true) {
    console.error(
      'Paket ini tanpa suara: bilik tidak akan berbicara. / Without voices: booths will not speak.',
    );
    return new Map();
  }
  const made = await packageVoices(definition, asked.voices, espeak);
  if (made.ok) return made.value;
  console.error(explainVoices(made.error));
  return undefined;
}

function readOfficeKey(path: string): string | undefined {
  const pem = readText(path);
  try {
    return pem !== undefined && createPrivateKey(pem).asymmetricKeyType === 'ed25519' ? pem : undefined;
  } catch {
    return undefined;
  }
}

/** The passphrase of a file, or six new words that are written into it. */
function passphraseOf(path: string): string {
  const there = readText(path);
  if (there !== undefined) return there;
  const made = newPackagePassphrase(random);
  writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}
