import type { Group, RandomSource } from '@bilik/ballot';
import { factsAgree } from '../package/contents.ts';
import { notForHere, type PackageExpectations } from '../package/expectations.ts';
import type { PackageProblem } from '../package/package-problem.ts';
import { type OpenedPackage, readOpened } from '../package/reader.ts';
import { sealingKey } from '../package/sealing.ts';
import {
  type ElectionTexts,
  LIVE_MEMBERS,
  readElectionParts,
  TEST_MEMBERS,
  testElectionAgrees,
} from '../package/test-election.ts';

const DEFINITION = 'definition.json';
/** What members say of each other: the election against the definition, the test against the election. */
const READ: readonly string[] = [DEFINITION, ...Object.values(LIVE_MEMBERS), ...Object.values(TEST_MEMBERS)];

/** The first thing that is wrong with a package, or with it for here. @param known.passphrase without it sealed members are checked as they lie */
export async function problemOfPackage(
  opened: OpenedPackage,
  expected: PackageExpectations,
  known: { readonly passphrase: string | undefined; readonly group: Group; readonly random: RandomSource },
): Promise<PackageProblem | undefined> {
  const { manifest, fingerprint } = opened;
  const { passphrase, group, random } = known;
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
