import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Group,
  parseElection,
  parsePublicCredentials,
  parseTrustees,
  type RandomSource,
} from '@bilik/ballot';
import { parseElectionDefinition, parseRulePack } from '@bilik/election';
import {
  type ElectionParts,
  type ElectionTexts,
  factsAgree,
  isPhoto,
  type PackageAnswer,
  peopleFileSchema,
  readElectionParts,
  TEST_MEMBERS,
  type TestSecrets,
  TestSecretsSchema,
  testElectionAgrees,
} from '@bilik/transfer';
import type { z } from 'zod';
import { CheckInFileSchema, knownOf } from './check-in-file.ts';
import { type KeptManifest, MANIFEST_FILE, readKeptManifest } from './kept-manifest.ts';
import { mustAgree } from './place-agreement.ts';
import { PlaceRefused } from './place-refused.ts';
import { DeskVotersSchema, DevicesSchema, PLACE_FILES, SecretsSchema } from './prepared-files.ts';
import type { PlaceProblem, PreparedPlace } from './prepared-place.ts';

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: PlaceProblem };

/** A voter list of 6,000 rows takes about 2 MB; nothing prepared is larger than this. */
const FILE_LIMIT_BYTES = 32 * 1024 * 1024;

function readBytes(folder: string, file: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, file));
  } catch (error) {
    throw new PlaceRefused({
      type: 'place-file-unreadable',
      file,
      detail: error instanceof Error ? error.message : 'unknown',
    });
  }
  if (bytes.length > FILE_LIMIT_BYTES) {
    throw new PlaceRefused({ type: 'place-file-malformed', file, detail: `over ${FILE_LIMIT_BYTES} bytes` });
  }
  return bytes;
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PlaceRefused({ type: 'place-file-malformed', file, detail: 'not JSON' });
  }
}

function must<Value>(
  file: string,
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value {
  if (result.ok) return result.value;
  throw new PlaceRefused({
    type: 'place-file-malformed',
    file,
    detail: JSON.stringify(result.error).slice(0, 2_000),
  });
}

/** SHA-256 of a text, in hex. */
function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Every file of the place is what the package brought, and there is no other. @returns the pictures */
function mustBeAsLoaded(folder: string, { manifest }: KeptManifest): ReadonlyMap<string, Uint8Array> {
  const photos = new Map<string, Uint8Array>();
  const members = new Map(
    manifest.members.map((member) => [member.name, member.sealed ? member.opened : member.sha256]),
  );
  for (const [file, hash] of members) {
    // erased before the polls open; nothing else may go
    if (file === PLACE_FILES.testSecrets && !existsSync(join(folder, file))) continue;
    const bytes = readBytes(folder, file);
    if (isPhoto(file)) photos.set(file, bytes);
    if (sha256(bytes) !== hash) {
      throw new PlaceRefused({ type: 'place-file-changed', file, detail: 'not what the package brought' });
    }
  }
  const other = readdirSync(folder).find((file) => file !== MANIFEST_FILE && !members.has(file));
  if (other !== undefined) {
    throw new PlaceRefused({
      type: 'place-file-changed',
      file: other,
      detail: 'the package brought no such file',
    });
  }
  return photos;
}

function keptIn(folder: string): KeptManifest {
  const kept = readKeptManifest(folder);
  if (!kept.ok) throw new PlaceRefused(kept.error);
  if (kept.value !== undefined) return kept.value;
  throw new PlaceRefused({
    type: 'place-file-unreadable',
    file: MANIFEST_FILE,
    detail: 'no package was loaded',
  });
}

/**
 * Loads what the package left for this station.
 * @param group with the engine of this machine
 * @errors every problem names its file; nothing is loaded half
 */
export function loadPreparedPlace(folder: string, group: Group, random: RandomSource): Answer<PreparedPlace> {
  const fileHashes = new Map<string, string>();
  const textOf = (file: string): string => {
    const bytes = readBytes(folder, file);
    if (file !== PLACE_FILES.secrets) fileHashes.set(file, sha256(bytes));
    return bytes.toString('utf8');
  };
  const readJson = (file: string): unknown => jsonOf(file, textOf(file));
  try {
    const kept = keptIn(folder);
    const photos = mustBeAsLoaded(folder, kept);
    const definition = must(
      PLACE_FILES.definition,
      parseElectionDefinition(readJson(PLACE_FILES.definition)),
    );
    const rulePack = must(PLACE_FILES.rulePack, parseRulePack(readJson(PLACE_FILES.rulePack)));
    const election = must(
      PLACE_FILES.election,
      parseElection(textOf(PLACE_FILES.election), { groups: [group] }),
    );
    const trustees = must(PLACE_FILES.trustees, parseTrustees(group, textOf(PLACE_FILES.trustees)));
    const credentials = must(
      PLACE_FILES.credentials,
      parsePublicCredentials(group, textOf(PLACE_FILES.credentials), { random }),
    );
    const voters = readBy(PLACE_FILES.voters, DeskVotersSchema, readJson(PLACE_FILES.voters));
    const checkIn = readBy(PLACE_FILES.checkIn, CheckInFileSchema, readJson(PLACE_FILES.checkIn));
    const test = testPartsOf(
      {
        election: textOf(PLACE_FILES.testElection),
        trustees: textOf(PLACE_FILES.testTrustees),
        credentials: textOf(PLACE_FILES.testCredentials),
      },
      group,
      random,
    );
    const place = {
      definition,
      rulePack,
      election,
      trustees,
      credentials,
      test: { ...test, secrets: testSecretsIn(folder) },
      voters,
      checkIn: knownOf(checkIn),
      devices: readUnquoted(PLACE_FILES.devices, DevicesSchema, readJson(PLACE_FILES.devices)),
      secrets: readUnquoted(PLACE_FILES.secrets, SecretsSchema, readJson(PLACE_FILES.secrets)),
      people: readUnquoted(PLACE_FILES.people, peopleFileSchema, readJson(PLACE_FILES.people)),
      photos,
      manifest: kept.manifest,
      packageFingerprint: kept.fingerprint,
      authority: certificateOf(PLACE_FILES.authority, textOf(PLACE_FILES.authority)),
      stationCertificate: certificateOf(
        PLACE_FILES.stationCertificate,
        textOf(PLACE_FILES.stationCertificate),
      ),
      fileHashes,
    };
    mustAgree(place);
    agreed(testElectionAgrees(definition, { election, trustees, credentials }, test));
    mustBeWhatTheManifestSays(folder, place);
    return { ok: true, value: place };
  } catch (error) {
    if (error instanceof PlaceRefused) return { ok: false, error: error.problem };
    throw error;
  }
}

/** The manifest says for whom the package is; its members must say the same. */
function mustBeWhatTheManifestSays(folder: string, { manifest, election }: PreparedPlace): void {
  const texts = {
    definition: readBytes(folder, PLACE_FILES.definition).toString('utf8'),
    election: election.text,
  };
  agreed(factsAgree(manifest, texts, election.group));
}

/** What a package's own checks say of files that lie in a place. */
function agreed<Value>(answer: PackageAnswer<Value>): Value {
  if (answer.ok) return answer.value;
  const { error } = answer;
  throw new PlaceRefused(
    error.type === 'package-members-disagree'
      ? { type: 'place-files-disagree', file: error.member, detail: error.detail }
      : { type: 'place-file-malformed', file: MANIFEST_FILE, detail: error.type },
  );
}

function testPartsOf(texts: ElectionTexts, group: Group, random: RandomSource): ElectionParts {
  const read = readElectionParts(texts, TEST_MEMBERS, group, random);
  if (read.ok) return read.value;
  const { error } = read;
  const { member: file, detail } =
    error.type === 'package-members-disagree' ? error : { member: PLACE_FILES.testElection, detail: '' };
  throw new PlaceRefused({ type: 'place-file-malformed', file, detail });
}

/** @returns undefined when they were erased */
function testSecretsIn(folder: string): TestSecrets | undefined {
  const file = PLACE_FILES.testSecrets;
  if (!existsSync(join(folder, file))) return undefined;
  return readUnquoted(file, TestSecretsSchema, jsonOf(file, readBytes(folder, file).toString('utf8')));
}

function certificateOf(file: string, text: string): string {
  try {
    return new X509Certificate(text).toString();
  } catch {
    throw new PlaceRefused({ type: 'place-file-malformed', file, detail: 'not a certificate' });
  }
}

function readBy<Schema extends z.ZodType>(file: string, schema: Schema, content: unknown): z.output<Schema> {
  const read = schema.safeParse(content);
  return must(file, read.success ? { ok: true, value: read.data } : { ok: false, error: read.error.issues });
}

/** What is wrong with a file that holds keys is never quoted. */
function readUnquoted<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  content: unknown,
): z.output<Schema> {
  const read = schema.safeParse(content);
  if (read.success) return read.data;
  throw new PlaceRefused({ type: 'place-file-malformed', file, detail: 'unexpected fields' });
}
