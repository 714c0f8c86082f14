import { generateKeyPairSync } from 'node:crypto';
import {
  BELENIOS_2048,
  checkCertificates,
  deriveCredential,
  electionPublicKey,
  type Group,
  generateCardCode,
  makeCertificate,
  makePolynomial,
  makeShareInputs,
  makeShareOutput,
  makeThresholdParameters,
  openDecryptionKey,
  parseTrustees,
  type RandomSource,
  writeElection,
  writePublicCredentials,
  writeTrustees,
} from '@bilik/ballot';
import { nodeCcm } from '@bilik/ballot/native';
import { type ElectionDefinition, logicTestScript, recordQuestions } from '@bilik/election';
import { type TestSecrets, testPlaceName } from '../package/test-election.ts';
import { publicKeyOf } from '../signed-text.ts';
import { newElectionUuid } from './draw.ts';

/** The election with which a polling place is tested before its day, as members of its package, and the cards for it. */
export interface TestElection {
  readonly members: Readonly<Record<string, string>>;
  /** Codes for the printed sheet and nowhere else. */
  readonly cards: readonly TestCards[];
}

export interface TestCards {
  readonly booth: number;
  /** One for each ballot of the booth's script, in its order, then the spare ones. */
  readonly codes: readonly string[];
}

/** Cards of each booth beyond its script: for a ballot that was spoiled, or an option that was missed. */
const SPARE_CARDS = 2;

/**
 * Makes another election for the same contests, candidates and booths: its own identifier, cards and keys. Its trustees' keys are all made
 * here, in one place: they open known votes and are erased with the test. The secret half of its signing key is thrown away at once, so
 * that nobody can sign anything for it.
 */
export function makeTestElection(input: {
  readonly definition: ElectionDefinition;
  readonly group: Group;
  readonly random: RandomSource;
}): TestElection {
  const { definition, group, random } = input;
  const uuid = newElectionUuid(random);
  const { members, threshold } = definition.trustees;
  const ceremony = ceremonyInOnePlace({ group, random, count: members.length, threshold });
  const cards = logicTestScript(definition).booths.map(({ booth, ballots }) => ({
    booth,
    codes: Array.from({ length: ballots.length + SPARE_CARDS }, () => generateCardCode(random)),
  }));
  const { privateKey: forgotten } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const trustees = must(parseTrustees(group, ceremony.text));
  const election = writeElection({
    uuid,
    name: `UJI / TEST: ${definition.title.id}`,
    description: `${definition.area.village.name}, TPS ${definition.pollingPlace.number}. UJI HITUNG, BUKAN SUARA / LOGIC AND ACCURACY TEST, NO VOTES.`,
    group: BELENIOS_2048.name,
    publicKey: electionPublicKey(group, trustees),
    questions: recordQuestions(definition).map((question) => ({ ...question, blank: false })),
    bilik: {
      profile: 1,
      kind: definition.kind,
      pollingPlace: testPlaceName(definition.pollingPlace.id),
      signingKey: publicKeyOf(forgotten),
    },
  });
  const secrets: TestSecrets = { trusteeKeys: ceremony.secrets.map(String) };
  return {
    members: {
      'test-election.json': election,
      'test-trustees.json': ceremony.text,
      'test-public-credentials.json': writePublicCredentials(
        cards.flatMap(({ codes }) => codes.map((code) => deriveCredential(group, uuid, code).publicKey)),
      ),
      'test-secrets.json': JSON.stringify(secrets),
    },
    cards,
  };
}

/** All six steps of the threshold ceremony in one process: the keys open a test, and nobody has to be kept from having them all. */
function ceremonyInOnePlace({
  group,
  random,
  count,
  threshold,
}: {
  readonly group: Group;
  readonly random: RandomSource;
  readonly count: number;
  readonly threshold: number;
}): { readonly text: string; readonly secrets: readonly bigint[] } {
  const made = Array.from({ length: count }, () => makeCertificate(group, random));
  const certificates = made.map(({ certificate }) => certificate);
  must(checkCertificates({ group, certificates }));
  const steps = made.map(({ seed }) => ({ group, certificates, seed, random, ccm: nodeCcm }));
  const polynomials = steps.map((step) => must(makePolynomial({ ...step, threshold })));
  const inputs = must(makeShareInputs({ group, certificates, polynomials }));
  const shareOutputs = steps.map((step, index) =>
    must(makeShareOutput({ ...step, shareInput: inputs[index] ?? '' })),
  );
  const { parameters, decryptionKeys } = must(
    makeThresholdParameters({ group, certificates, polynomials, shareOutputs }),
  );
  const secrets = steps.map((step, index) =>
    must(openDecryptionKey({ ...step, decryptionKey: decryptionKeys[index] ?? '' })),
  );
  return { text: writeTrustees(group, [{ kind: 'threshold', parameters }]), secrets };
}

function must<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value {
  if (result.ok) return result.value;
  throw new Error(`The test election was not made: ${JSON.stringify(result.error)}`);
}
