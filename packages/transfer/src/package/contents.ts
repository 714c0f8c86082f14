import { type Group, parseElection } from '@bilik/ballot';
import { civilTime, type ElectionDefinition, instantOf, parseElectionDefinitionText } from '@bilik/election';
import type { PackageFacts, PackageMember } from './manifest.ts';
import { isPhoto } from './member-names.ts';
import type { PackageAnswer } from './package-problem.ts';

/** What follows from a package's parts, version, day of making and clock apart. */
export type FactsOfParts = Pick<PackageFacts, (typeof FACTS_OF_PARTS)[number]>;

const FACTS_OF_PARTS = [
  'kind',
  'pollingPlace',
  'electionUuid',
  'electionFingerprint',
  'listFingerprint',
] as const;

/** What definition and election say of themselves. @errors 'package-members-disagree', naming the member */
export function factsOfParts(
  texts: { readonly definition: string; readonly election: string },
  group: Group,
): PackageAnswer<{ readonly facts: FactsOfParts; readonly definition: ElectionDefinition }> {
  const definition = parseElectionDefinitionText(texts.definition);
  if (!definition.ok) return disagree('definition.json', definition.error[0]?.sentence.en ?? '');
  const election = parseElection(texts.election, { groups: [group] });
  if (!election.ok) return disagree('election.json', election.error[0]?.problem ?? '');
  return {
    ok: true,
    value: {
      definition: definition.value,
      facts: {
        kind: definition.value.kind,
        pollingPlace: definition.value.pollingPlace.id,
        electionUuid: election.value.uuid,
        electionFingerprint: election.value.fingerprint,
        listFingerprint: definition.value.voterList.fingerprint,
      },
    },
  };
}

/**
 * Whether the manifest says of definition, election and photos what they are: the photos are exactly those that the definition names.
 * @errors 'package-members-disagree'
 */
export function factsAgree(
  manifest: FactsOfParts & { readonly members: readonly PackageMember[] },
  texts: { readonly definition: string; readonly election: string },
  group: Group,
): PackageAnswer<ElectionDefinition> {
  const read = factsOfParts(texts, group);
  if (!read.ok) return read;
  const { facts, definition } = read.value;
  for (const fact of FACTS_OF_PARTS) {
    const said = manifest[fact];
    const found = facts[fact];
    if (said !== found) {
      const member = fact.startsWith('election') ? 'election.json' : 'definition.json';
      return disagree(member, `the manifest says of ${fact} ${said}, the member ${found}`);
    }
  }
  const named = new Map(
    definition.contests.flatMap(({ candidates }) =>
      candidates.flatMap(({ photo }) =>
        photo === undefined ? [] : [[photo.file, photo.fingerprint] as const],
      ),
    ),
  );
  for (const { name, sha256 } of manifest.members.filter((member) => isPhoto(member.name))) {
    if (named.get(name) !== sha256) return disagree(name, 'it is not the picture that the definition names');
    named.delete(name);
  }
  const [absent] = named.keys();
  return absent === undefined
    ? { ok: true, value: definition }
    : disagree(absent, 'the definition names it, the package has none');
}

const MIDNIGHT = civilTime('00:00');
const DAY_MS = 86_400_000;

/**
 * Between which instants the station's clock must be: from midnight of the voting day to noon of the next, since a count may last into the
 * night. An exercise is held on any day: for a year from the day before it was made.
 * @param nowMs when the package is made
 */
export function clockBoundsOf(
  { kind, voting }: Pick<ElectionDefinition, 'kind' | 'voting'>,
  nowMs: number,
): PackageFacts['clock'] {
  const bound = (instant: number) => `${new Date(instant).toISOString().slice(0, 19)}Z`;
  if (kind === 'exercise') {
    return { notBefore: bound(nowMs - DAY_MS), notAfter: bound(nowMs + 366 * DAY_MS) };
  }
  const midnight = instantOf(voting.date, MIDNIGHT, voting.zone);
  return { notBefore: bound(midnight), notAfter: bound(midnight + 1.5 * DAY_MS) };
}

function disagree(member: string, detail: string): PackageAnswer<never> {
  return { ok: false, error: { type: 'package-members-disagree', member, detail: detail.slice(0, 500) } };
}
