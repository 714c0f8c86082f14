import { randomBytes } from 'node:crypto';
import { nativeGroup } from '@bilik/ballot/native';
import {
  type ElectionTexts,
  factsAgree,
  LIVE_MEMBERS,
  notForHere,
  type OpenedPackage,
  type PackageExpectations,
  type PackageProblem,
  readElectionParts,
  readOpened,
  sealingKey,
  TEST_MEMBERS,
  testElectionAgrees,
} from '@bilik/transfer';
import { isLanguage, phrase } from '@bilik/words';
import { readFingerprint, readText, readValues, readVersion } from './read-values.ts';
import { describePackage } from './show-package.ts';
import { sayRefusal, withPackage } from './with-package.ts';

const OPTIONS = {
  election: { type: 'string' },
  place: { type: 'string' },
  kind: { type: 'string' },
  'least-version': { type: 'string' },
  issuer: { type: 'string' },
  list: { type: 'string' },
  fingerprint: { type: 'string' },
  passphrase: { type: 'string' },
  lang: { type: 'string' },
} as const;

const DEFINITION = 'definition.json';
/** What members say of each other: the election against the definition, the test against the election. */
const READ: readonly string[] = [DEFINITION, ...Object.values(LIVE_MEMBERS), ...Object.values(TEST_MEMBERS)];

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

/** `bilik package check`: every byte of a package, what its members say, and whether it is the one that is expected. */
export async function checkPackage(parameters: readonly string[]): Promise<number | undefined> {
  const asked = readValues(parameters, OPTIONS);
  const language = asked?.values.lang ?? 'id';
  if (asked?.path === undefined || !isLanguage(language)) return undefined;
  const expected = expectationsOf(asked.values);
  const secret = asked.values.passphrase;
  const passphrase = secret === undefined ? undefined : readText(secret);
  if (expected === undefined || (secret !== undefined && passphrase === undefined)) return undefined;
  return withPackage(asked.path, language, async (opened) => {
    const problem = await problemOf(opened, expected, passphrase);
    if (problem !== undefined) return sayRefusal(problem, language);
    console.log(phrase(language, passphrase === undefined ? 'setup.check.unopened' : 'setup.check.whole'));
    console.log(describePackage(opened, language));
    return 0;
  });
}

/** The first thing that is wrong with a package, or with it for here. @param passphrase without it sealed members are checked as they lie */
export async function problemOf(
  opened: OpenedPackage,
  expected: PackageExpectations,
  passphrase: string | undefined,
): Promise<PackageProblem | undefined> {
  const { manifest, fingerprint } = opened;
  const other = notForHere(manifest, fingerprint, expected);
  if (other !== undefined) return other;
  const { members, signature: _, ...facts } = manifest;
  const key = passphrase === undefined ? undefined : await sealingKey(facts, passphrase);
  const texts = new Map<string, string>();
  for (const member of members) {
    const read = key === undefined ? opened.read(member.name) : readOpened(opened, member, key);
    if (!read.ok) return read.error;
    if (READ.includes(member.name)) {
      texts.set(member.name, Buffer.from(read.value).toString('utf8'));
    }
  }
  const group = nativeGroup();
  const textsOf = (names: ElectionTexts): ElectionTexts => ({
    election: texts.get(names.election) ?? '',
    trustees: texts.get(names.trustees) ?? '',
    credentials: texts.get(names.credentials) ?? '',
  });
  const live = textsOf(LIVE_MEMBERS);
  const agreed = factsAgree(
    manifest,
    { definition: texts.get(DEFINITION) ?? '', election: live.election },
    group,
  );
  if (!agreed.ok) return agreed.error;
  const own = readElectionParts(live, LIVE_MEMBERS, group, random);
  if (!own.ok) return own.error;
  const test = readElectionParts(textsOf(TEST_MEMBERS), TEST_MEMBERS, group, random);
  if (!test.ok) return test.error;
  const apart = testElectionAgrees(agreed.value, own.value, test.value);
  return apart.ok ? undefined : apart.error;
}

/** @returns undefined when an expectation is none that a package could meet */
function expectationsOf(
  values: {
    readonly [Name in keyof typeof OPTIONS]?: string | undefined;
  },
): PackageExpectations | undefined {
  const { election, place, kind, issuer } = values;
  if (kind !== undefined && kind !== 'exercise' && kind !== 'real') return undefined;
  const leastVersion = readVersion(values['least-version']);
  const list = readFingerprint(values.list);
  const fingerprint = readFingerprint(values.fingerprint);
  const isMistyped = (text: string | undefined, read: unknown) => text !== undefined && read === undefined;
  if (isMistyped(values['least-version'], leastVersion)) return undefined;
  if (isMistyped(values.list, list) || isMistyped(values.fingerprint, fingerprint)) return undefined;
  // 43 characters of Base64 are the election object's fingerprint, fewer its identifier
  const isFingerprint = election?.length === 43;
  return {
    ...(election === undefined
      ? {}
      : isFingerprint
        ? { electionFingerprint: election }
        : { electionUuid: election }),
    ...(place === undefined ? {} : { pollingPlace: place }),
    ...(kind === undefined ? {} : { kind }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(leastVersion === undefined ? {} : { leastVersion }),
    ...(list === undefined ? {} : { listFingerprint: list }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
}
