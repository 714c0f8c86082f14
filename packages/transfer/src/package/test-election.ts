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
import { type ElectionDefinition, logicTestScript } from '@bilik/election';
import { z } from 'zod';
import type { PackageAnswer } from './package-problem.ts';

/** What opens the sums of the logic and accuracy test: thrown away with it. */
export const TestSecretsSchema = z.strictObject({
  /** Secrets of the test's trustees, by their number: decimal digits. */
  trusteeKeys: z
    .array(z.string().regex(/^(?:0|[1-9][0-9]{0,99})$/))
    .min(1)
    .max(50),
});
export type TestSecrets = z.output<typeof TestSecretsSchema>;

/** What a polling place votes in: its own election, or the one with which it is tested. */
export interface ElectionParts {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly credentials: PublicCredentials;
}

/** Texts of the members, word for word. */
export type ElectionTexts = Readonly<Record<keyof ElectionParts, string>>;

export const LIVE_MEMBERS: ElectionTexts = {
  election: 'election.json',
  trustees: 'trustees.json',
  credentials: 'public-credentials.json',
};
export const TEST_MEMBERS: ElectionTexts = {
  election: 'test-election.json',
  trustees: 'test-trustees.json',
  credentials: 'test-public-credentials.json',
};

/** The election object of a test names no polling place that there is: nothing that asks for one takes it. */
export function testPlaceName(pollingPlace: string): string {
  return `${pollingPlace}/UJI`;
}

/** @errors 'package-members-disagree', naming the member that is malformed */
export function readElectionParts(
  texts: ElectionTexts,
  names: ElectionTexts,
  group: Group,
  random: RandomSource,
): PackageAnswer<ElectionParts> {
  const election = parseElection(texts.election, { groups: [group] });
  if (!election.ok) return disagree(names.election, JSON.stringify(election.error));
  const trustees = parseTrustees(group, texts.trustees);
  if (!trustees.ok) return disagree(names.trustees, JSON.stringify(trustees.error));
  const credentials = parsePublicCredentials(group, texts.credentials, { random });
  if (!credentials.ok) return disagree(names.credentials, JSON.stringify(credentials.error));
  return {
    ok: true,
    value: { election: election.value, trustees: trustees.value, credentials: credentials.value },
  };
}

/**
 * Whether a test election asks what the real one asks, of the same booths and with as many trustees, and has nothing of it: not its identifier,
 * a key of its trustees, its signing key or one of its cards.
 * @errors 'package-members-disagree', naming the test's member
 */
export function testElectionAgrees(
  definition: ElectionDefinition,
  live: ElectionParts,
  test: ElectionParts,
): PackageAnswer<undefined> {
  const { election, trustees, credentials } = test;
  const inElection = (detail: string) => disagree(TEST_MEMBERS.election, detail);
  if (election.uuid === live.election.uuid) return inElection('it has the identifier of the election itself');
  if (election.publicKey === live.election.publicKey) {
    return inElection('its ballots would be encrypted for the key of the election itself');
  }
  if (election.bilik?.signingKey === live.election.bilik?.signingKey) {
    return inElection('it has the signing key of the election itself');
  }
  if (election.bilik?.pollingPlace !== testPlaceName(definition.pollingPlace.id)) {
    return inElection('it does not say that it is a test of this polling place');
  }
  if (election.bilik.kind !== definition.kind) return inElection('exercise and real are mixed');
  const asked = ({ questions }: Election) =>
    JSON.stringify(questions.map(({ question, answers }) => [question, answers]));
  if (asked(election) !== asked(live.election)) return inElection('its questions are other ones');
  const liveKeys = new Set(live.trustees.owners.map(({ publicKey }) => publicKey));
  if (trustees.owners.some(({ publicKey }) => liveKeys.has(publicKey))) {
    return disagree(TEST_MEMBERS.trustees, 'a key belongs to a trustee of the election itself');
  }
  const { threshold, members } = definition.trustees;
  const [item] = trustees.items;
  if (
    trustees.items.length !== 1 ||
    item?.kind !== 'threshold' ||
    item.threshold !== threshold ||
    trustees.owners.length !== members.length
  ) {
    return disagree(TEST_MEMBERS.trustees, `not ${threshold} of ${members.length} as the definition says`);
  }
  if (electionPublicKey(election.group, trustees) !== election.publicKey) {
    return disagree(TEST_MEMBERS.trustees, 'their key is not the one of the test election');
  }
  if ([...credentials.byKey.keys()].some((card) => live.credentials.byKey.has(card))) {
    return disagree(TEST_MEMBERS.credentials, 'a card belongs to the election itself');
  }
  const { casts } = logicTestScript(definition);
  if (credentials.size < casts) {
    return disagree(TEST_MEMBERS.credentials, `${credentials.size} cards for ${casts} ballots`);
  }
  return { ok: true, value: undefined };
}

function disagree(member: string, detail: string): PackageAnswer<never> {
  return { ok: false, error: { type: 'package-members-disagree', member, detail: detail.slice(0, 500) } };
}
