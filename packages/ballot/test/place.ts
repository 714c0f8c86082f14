import {
  BELENIOS_2048,
  type BilikMark,
  type Credential,
  deriveCredential,
  type Election,
  electionPublicKey,
  type Group,
  generateTrustee,
  type PublicCredentials,
  parseElection,
  parsePublicCredentials,
  parseTrustees,
  type Question,
  type RandomSource,
  type Result,
  seededRandom,
  sha256Hex,
  type Trustees,
  writeElection,
  writePublicCredentials,
  writeTrustees,
} from '../src/index.ts';

/** The value, or an error that shows the fault. */
export function succeeded<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value;
  throw new Error(`unexpected fault: ${JSON.stringify(result.error)}`);
}

/** A repeatable source for tests: named, so that no two tests share one. */
export function testRandom(name: string): RandomSource {
  return seededRandom(Uint8Array.from(Buffer.from(sha256Hex(name), 'hex')));
}

export const MARK: BilikMark = {
  profile: 1,
  kind: 'exercise',
  pollingPlace: '16.07.01.2003-TPS-01',
  signingKey: `${'A'.repeat(43)}=`,
};

export const HEAD_QUESTION: Question = {
  question: 'Kepala Desa Melati',
  answers: ['1. Sari', '2. Budi', '3. Wayan', 'Suara kosong'],
  blank: false,
  min: 1,
  max: 1,
};

/** A polling place ready to vote: one single trustee, a few credentials. */
export interface TestPlace {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly trusteeSecret: bigint;
  readonly credentials: PublicCredentials;
  readonly holders: readonly Credential[];
}

export interface PlaceOptions {
  readonly name: string;
  readonly questions?: readonly Question[];
  readonly voters?: number;
  readonly group?: Group;
  /** Without it an election of the Belenios profile. */
  readonly bilik?: BilikMark;
}

export function buildPlace(options: PlaceOptions): TestPlace {
  const { name, questions = [HEAD_QUESTION], voters = 2, group = BELENIOS_2048, bilik } = options;
  const random = testRandom(name);
  const { privateKey, key } = generateTrustee(group, random);
  const trustees = succeeded(parseTrustees(group, writeTrustees(group, [{ kind: 'single', key }])));
  const uuid = 'TPSMawar11Desa';
  const text = writeElection({
    uuid,
    name,
    description: '',
    group: group.name,
    publicKey: electionPublicKey(group, trustees),
    questions,
    ...(bilik === undefined ? {} : { bilik }),
  });
  const election = succeeded(parseElection(text, { groups: [group] }));
  const holders = Array.from({ length: voters }, (_, index) =>
    deriveCredential(group, uuid, `${name} card ${index}`),
  );
  const list = writePublicCredentials(holders.map(({ publicKey }) => publicKey));
  const credentials = succeeded(parsePublicCredentials(group, list));
  return { election, trustees, trusteeSecret: privateKey, credentials, holders };
}

/** The item at a place that the test knows to be there. */
export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index}`);
  return item;
}
