import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Election,
  electionPublicKey,
  type Group,
  type PublicCredentials,
  parseElection,
  parsePublicCredentials,
  parseTrustees,
  type RandomSource,
  type Trustees,
} from '@bilik/ballot';
import {
  type ElectionDefinition,
  parseElectionDefinition,
  parseRulePack,
  type RulePack,
  recordQuestions,
  rulePackFingerprintText,
} from '@bilik/election';
import type { PreparedDevice } from '@bilik/server';
import {
  type ElectionParts,
  type ElectionTexts,
  factsAgree,
  isPhoto,
  type PackageAnswer,
  type PackageManifest,
  type PeopleFile,
  peopleFileSchema,
  publicKeyOf,
  readElectionParts,
  TEST_MEMBERS,
  type TestSecrets,
  TestSecretsSchema,
  testElectionAgrees,
} from '@bilik/transfer';
import type { z } from 'zod';
import { CheckInFileSchema, type CheckInKnown, knownOf } from './check-in-file.ts';
import { type KeptManifest, MANIFEST_FILE, readKeptManifest } from './kept-manifest.ts';
import {
  type DeskVoter,
  DeskVotersSchema,
  DevicesSchema,
  PLACE_FILES,
  type Secrets,
  SecretsSchema,
} from './prepared-files.ts';

/** Everything that was fixed before the day. Nothing of it changes while the station runs. */
export interface PreparedPlace {
  readonly definition: ElectionDefinition;
  readonly rulePack: RulePack;
  readonly election: Election;
  readonly trustees: Trustees;
  readonly credentials: PublicCredentials;
  /** The election of the logic and accuracy test. */
  readonly test: TestElectionOfPlace;
  readonly voters: readonly DeskVoter[];
  readonly checkIn: CheckInKnown;
  readonly devices: readonly PreparedDevice[];
  readonly secrets: Secrets;
  /** What proves a PIN, of everybody who has one. */
  readonly people: PeopleFile;
  /** Candidates' pictures by file name, exactly those that the definition names. */
  readonly photos: ReadonlyMap<string, Uint8Array>;
  /** What the package that was loaded says of itself: version, issuer, the bounds of the clock. */
  readonly manifest: PackageManifest;
  /** SHA-256 of the package's manifest, lower-case hex: what its words are made of. */
  readonly packageFingerprint: string;
  /** PEM of the one authority that this place's devices trust. */
  readonly authority: string;
  /** PEM of what the station shows on HTTPS. */
  readonly stationCertificate: string;
  /** SHA-256 of each file but the secrets, by its name. */
  readonly fileHashes: ReadonlyMap<string, string>;
}

/** Another election with cards and keys of its own: nothing of it is good for this one. */
export interface TestElectionOfPlace extends ElectionParts {
  /** Undefined from the moment in which they are erased. */
  readonly secrets: TestSecrets | undefined;
}

/** A prepared file that does not belong to the others, or is not what it says. `detail` names the field. */
export interface PlaceProblem {
  readonly type:
    | 'place-file-unreadable'
    | 'place-file-malformed'
    /** It is not, byte for byte, what the package brought; or the package brought no such file. */
    | 'place-file-changed'
    | 'place-files-disagree';
  readonly file: string;
  readonly detail: string;
}

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: PlaceProblem };

/** A voter list of 6,000 rows takes about 2 MB; nothing prepared is larger than this. */
const FILE_LIMIT_BYTES = 32 * 1024 * 1024;

class Refused extends Error {
  readonly problem: PlaceProblem;
  constructor(problem: PlaceProblem) {
    super(`${problem.type} ${problem.file}: ${problem.detail}`);
    this.problem = problem;
  }
}

function readBytes(folder: string, file: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, file));
  } catch (error) {
    throw new Refused({
      type: 'place-file-unreadable',
      file,
      detail: error instanceof Error ? error.message : 'unknown',
    });
  }
  if (bytes.length > FILE_LIMIT_BYTES) {
    throw new Refused({ type: 'place-file-malformed', file, detail: `over ${FILE_LIMIT_BYTES} bytes` });
  }
  return bytes;
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused({ type: 'place-file-malformed', file, detail: 'not JSON' });
  }
}

function must<Value>(
  file: string,
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value {
  if (result.ok) return result.value;
  throw new Refused({
    type: 'place-file-malformed',
    file,
    detail: JSON.stringify(result.error).slice(0, 2_000),
  });
}

/** SHA-256 of a text, in hex. */
function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Files that are each sound may still belong to two different polling places. */
function mustAgree(place: PreparedPlace): void {
  const disagree = (file: string, detail: string): never => {
    throw new Refused({ type: 'place-files-disagree', file, detail });
  };
  const { definition, election, credentials, trustees, devices, secrets, rulePack } = place;
  const questions = recordQuestions(definition).map(({ question, answers }) => [question, answers]);
  const recorded = election.questions.map(({ question, answers }) => [question, answers]);
  if (JSON.stringify(questions) !== JSON.stringify(recorded)) {
    disagree(PLACE_FILES.election, 'its questions are not those of the definition');
  }
  if (election.bilik?.pollingPlace !== definition.pollingPlace.id) {
    disagree(PLACE_FILES.election, `it is for polling place ${election.bilik?.pollingPlace ?? 'none'}`);
  }
  if (election.bilik?.kind !== definition.kind) disagree(PLACE_FILES.election, 'exercise and real are mixed');
  if (election.bilik?.signingKey !== publicKeyOf(secrets.signingKey)) {
    disagree(PLACE_FILES.secrets, 'its signing key is not the one in the election object');
  }
  if (credentials.size !== definition.tokenCards) {
    disagree(PLACE_FILES.credentials, `${credentials.size} cards listed, ${definition.tokenCards} announced`);
  }
  const { members, threshold } = definition.trustees;
  const [item] = trustees.items;
  if (trustees.owners.length !== members.length) {
    disagree(PLACE_FILES.trustees, 'not as many trustees as the definition names');
  }
  if (trustees.items.length !== 1 || item?.kind !== 'threshold' || item.threshold !== threshold) {
    disagree(PLACE_FILES.trustees, `not ${threshold} of ${members.length} as the definition says`);
  }
  // trustees of another election could never open this one: that would be known only after the last vote
  if (electionPublicKey(election.group, trustees) !== election.encryptionKey.base) {
    disagree(PLACE_FILES.trustees, 'their key is not the one that ballots are encrypted for');
  }
  for (const [role, count] of [
    ['booth', definition.booths],
    ['desk', definition.desks],
    ['trustee', members.length],
    ['board', 1],
  ] as const) {
    const numbers = new Set(devices.filter((device) => device.role === role).map(({ number }) => number));
    const missing = Array.from({ length: count }, (_, index) => index + 1).find((one) => !numbers.has(one));
    if (missing !== undefined) disagree(PLACE_FILES.devices, `${role}-${missing} is missing`);
    // a booth that nobody announced would have no case and no counter
    if (role === 'booth' && numbers.size !== count)
      disagree(PLACE_FILES.devices, 'more booths than announced');
  }
  if (sha256(rulePackFingerprintText(rulePack)) !== definition.rulePack.fingerprint) {
    disagree(PLACE_FILES.rulePack, 'not the rule pack that the definition names');
  }
  mustBeItsPeople(place, disagree);
  mustBeTheList(place, disagree);
}

/** Everyone of the definition but the witnesses, who only sign papers, has a PIN; nobody else has. */
function mustBeItsPeople(
  { definition, people }: PreparedPlace,
  disagree: (file: string, detail: string) => never,
): void {
  const expected = definition.people.filter(({ role }) => role !== 'witness').map(({ id }) => id);
  const prepared = people.map(({ person }) => person);
  if (prepared.toSorted().join() !== expected.toSorted().join()) {
    disagree(
      PLACE_FILES.people,
      'its people are not those of the definition, once each and without witnesses',
    );
  }
  if (new Set(people.map(({ salt }) => salt)).size !== people.length) {
    disagree(PLACE_FILES.people, 'a salt is there twice');
  }
}

/** The desk's list holds no full NIK, so its fingerprint cannot be recomputed here: numbers and sums are what can be held against it. */
function mustBeTheList(
  { definition, voters, checkIn }: PreparedPlace,
  disagree: (file: string, detail: string) => never,
): void {
  const eligible = voters.filter(({ listKind, ineligible }) => listKind === 'DPT' && ineligible === null);
  for (const sex of ['L', 'P'] as const) {
    const listed = eligible.filter((voter) => voter.sex === sex).length;
    if (listed !== definition.voterList.registered[sex]) {
      disagree(
        PLACE_FILES.voters,
        `${listed} voters of sex ${sex}, ${definition.voterList.registered[sex]} announced`,
      );
    }
  }
  if (new Set(voters.map(({ number }) => number)).size !== voters.length) {
    disagree(PLACE_FILES.voters, 'a list number is there twice');
  }
  if (new Set(voters.map(({ nikKeyedHash }) => nikKeyedHash)).size !== voters.length) {
    disagree(PLACE_FILES.voters, 'a NIK is there twice');
  }
  const numbers = new Set(voters.map(({ number }) => number));
  const stray = checkIn.cardHolders.find((number) => !numbers.has(number));
  if (stray !== undefined) {
    disagree(PLACE_FILES.checkIn, `a card is registered for number ${stray}, who is not on the list`);
  }
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
      throw new Refused({ type: 'place-file-changed', file, detail: 'not what the package brought' });
    }
  }
  const other = readdirSync(folder).find((file) => file !== MANIFEST_FILE && !members.has(file));
  if (other !== undefined) {
    throw new Refused({
      type: 'place-file-changed',
      file: other,
      detail: 'the package brought no such file',
    });
  }
  return photos;
}

function keptIn(folder: string): KeptManifest {
  const kept = readKeptManifest(folder);
  if (!kept.ok) throw new Refused(kept.error);
  if (kept.value !== undefined) return kept.value;
  throw new Refused({ type: 'place-file-unreadable', file: MANIFEST_FILE, detail: 'no package was loaded' });
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
    const votersRead = DeskVotersSchema.safeParse(readJson(PLACE_FILES.voters));
    const voters = must(
      PLACE_FILES.voters,
      votersRead.success
        ? { ok: true, value: votersRead.data }
        : { ok: false, error: votersRead.error.issues },
    );
    const checkInRead = CheckInFileSchema.safeParse(readJson(PLACE_FILES.checkIn));
    const checkIn = must(
      PLACE_FILES.checkIn,
      checkInRead.success
        ? { ok: true, value: checkInRead.data }
        : { ok: false, error: checkInRead.error.issues },
    );
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
    if (error instanceof Refused) return { ok: false, error: error.problem };
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
  throw new Refused(
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
  throw new Refused({ type: 'place-file-malformed', file, detail });
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
    throw new Refused({ type: 'place-file-malformed', file, detail: 'not a certificate' });
  }
}

/** What is wrong with a file that holds keys is never quoted. */
function readUnquoted<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  content: unknown,
): z.output<Schema> {
  const read = schema.safeParse(content);
  if (read.success) return read.data;
  throw new Refused({ type: 'place-file-malformed', file, detail: 'unexpected fields' });
}
