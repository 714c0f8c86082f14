import { createHash } from 'node:crypto';
import { ArchiveWriter, type EventType, encodeRecord, formatEvent } from '../src/archive/index.ts';
import {
  type BilikMark,
  type Choices,
  type Credential,
  checkBallot,
  chooseAnswers,
  combineShares,
  decryptTally,
  deriveCredential,
  type Election,
  electionPublicKey,
  encryptBallot,
  generateTrustee,
  parseElection,
  parsePublicCredentials,
  parseTrustees,
  type Question,
  type RandomSource,
  sumBallots,
  type Trustees,
  writeElection,
  writeEncryptedTally,
  writeOwnedShare,
  writePublicCredentials,
  writeResult,
  writeSizedTally,
  writeTrustees,
} from '../src/index.ts';
import { nativeGroup } from '../src/native/tools.ts';
import { holdCeremony } from './ceremony.ts';
import { at, HEAD_QUESTION, MARK, succeeded, testRandom } from './place.ts';
import type { RecordTexts } from './records.ts';

export const UUID = 'TPSMawar11Desa';
export const TIMESTAMP = 1785283200;
export const group = nativeGroup();

/** What a record is to hold. */
export interface RecordPlan {
  /** Names the random draws too: no two records share them. */
  readonly name: string;
  readonly questions?: readonly Question[];
  /** Absent: an election of the Belenios profile. */
  readonly bilik?: BilikMark;
  /** One ballot each, in this order; the voter is the card's number, so a number twice is a re-vote. */
  readonly votes: readonly { readonly card: number; readonly choices: Choices }[];
  readonly cardCount?: number;
  /** Weight of each card, in numeric order of their keys. */
  readonly weights?: readonly number[];
  /** 'n singles', or a ceremony of which some open the sum. */
  readonly trustees?:
    | { readonly singles: number }
    | { readonly count: number; readonly threshold: number; readonly openers: readonly number[] };
}

/** A record with what made it, so that a cheat can make parts of it anew. */
export interface MadeRecord {
  readonly texts: RecordTexts;
  readonly election: Election;
  readonly trustees: Trustees;
  readonly cards: readonly Credential[];
  readonly privateKeys: readonly bigint[];
  readonly random: RandomSource;
}

/** A vote for one answer of the question that every test knows. */
export const pick = (answer: number): Choices => chooseAnswers({ questions: [HEAD_QUESTION] }, [answer]);

/** Makes all objects of a complete and right record. */
export function makeRecord(plan: RecordPlan): MadeRecord {
  const { name, questions = [HEAD_QUESTION], bilik, votes, weights, trustees: kind = { singles: 1 } } = plan;
  const { cardCount = votes.length } = plan;
  const random = testRandom(name);
  const { trusteesText, privateKeys, openers } = makeTrustees(name, kind, random);
  const trustees = succeeded(parseTrustees(group, trusteesText));
  const electionText = writeElection({
    uuid: UUID,
    name,
    description: '',
    group: group.name,
    publicKey: electionPublicKey(group, trustees),
    questions,
    ...(bilik === undefined ? {} : { bilik }),
  });
  const election = succeeded(parseElection(electionText, { groups: [group] }));
  const cards = Array.from({ length: cardCount }, (_, index) =>
    deriveCredential(group, UUID, `${name} card ${index}`),
  );
  const listText = writePublicCredentials(cards.map(({ publicKey }) => publicKey));
  const credentialsText =
    weights === undefined
      ? listText
      : JSON.stringify(JSON.parse(listText).map((key: string, index: number) => `${key},${weights[index]}`));
  const ballots = votes.map(
    ({ card, choices }) => encryptBallot({ election, credential: at(cards, card), choices, random }).text,
  );
  const base = { election, trustees, cards, privateKeys, random };
  const setup = { timestamp: TIMESTAMP, election: electionText, trustees: trusteesText };
  const unopened = {
    ...setup,
    credentials: credentialsText,
    ballots: bilik ? ballots.sort(byHash) : ballots,
  };
  return { ...base, texts: openRecord(unopened, base, openers) };
}

function makeTrustees(name: string, kind: NonNullable<RecordPlan['trustees']>, random: RandomSource) {
  if ('singles' in kind) {
    const made = Array.from({ length: kind.singles }, (_, index) =>
      generateTrustee(group, random, `Saksi "${index + 1}", é`),
    );
    return {
      trusteesText: writeTrustees(
        group,
        made.map(({ key }) => ({ kind: 'single', key })),
      ),
      privateKeys: made.map(({ privateKey }) => privateKey),
      openers: made.map((_, index) => index + 1),
    };
  }
  const { outcome, privateKeys } = holdCeremony(name, kind.count, kind.threshold);
  const { parameters } = outcome;
  return {
    trusteesText: writeTrustees(group, [{ kind: 'threshold', parameters }]),
    privateKeys,
    openers: kind.openers,
  };
}

/** Sums, opens and counts whatever the ballots are; the last one of a card counts. */
export function openRecord(
  texts: Pick<RecordTexts, 'timestamp' | 'election' | 'trustees' | 'credentials' | 'ballots'>,
  { election, trustees, privateKeys, random }: Omit<MadeRecord, 'texts' | 'cards'>,
  openers: readonly number[] = trustees.owners.map(({ owner }) => owner),
): RecordTexts {
  const credentials = succeeded(parsePublicCredentials(group, texts.credentials));
  const last = new Map(
    texts.ballots.map((text) => {
      const ballot = succeeded(checkBallot({ election, credentials, text }));
      return [ballot.credential, ballot];
    }),
  );
  const sum = sumBallots(election, last.values());
  const { ciphertexts: tally, totalWeight } = sum;
  const shares = openers.map((owner) => ({
    owner,
    text: decryptTally({ election, tally, privateKey: at(privateKeys, owner - 1), random }),
  }));
  const { counts } = succeeded(combineShares({ election, trustees, tally, totalWeight, shares }));
  const tallyText = writeEncryptedTally(sum);
  return {
    ...texts,
    tally: tallyText,
    sizedTally: writeSizedTally(sum, tallyText),
    shares: shares.map((share) => ({ text: share.text, owned: writeOwnedShare(share) })),
    result: writeResult(counts),
  };
}

export function hexHash(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Order of ballots in the Bilik profile. */
export function byHash(left: string, right: string): number {
  return hexHash(left) < hexHash(right) ? -1 : 1;
}

/** The archive as our writer makes it. */
export function writeRecord(texts: RecordTexts): Uint8Array {
  const writer = new ArchiveWriter({ timestamp: texts.timestamp }, { order: 'as-given' });
  return Buffer.concat([
    writer.setup(texts),
    ...texts.ballots.map((text) => writer.ballot(text)),
    writer.endBallots(),
    writer.encryptedTally(texts.tally, texts.sizedTally),
    ...texts.shares.map((share) => writer.partialDecryption(share.text, share.owned)),
    writer.result(texts.result),
  ]);
}

/** An event with the texts of its data records; the last one is its payload. */
export interface FreeStep {
  readonly type: EventType;
  readonly data: readonly string[];
}

/** The events of a record, to be put into any order by a cheat. */
export function stepsOf(texts: RecordTexts): FreeStep[] {
  const setup = `{"election":"${hexHash(texts.election)}","trustees":"${hexHash(texts.trustees)}","credentials":"${hexHash(texts.credentials)}"}`;
  return [
    { type: 'Setup', data: [texts.election, texts.trustees, texts.credentials, setup] },
    ...texts.ballots.map((text): FreeStep => ({ type: 'Ballot', data: [text] })),
    { type: 'EndBallots', data: [] },
    { type: 'EncryptedTally', data: [texts.tally, texts.sizedTally] },
    ...texts.shares.map(
      (share): FreeStep => ({ type: 'PartialDecryption', data: [share.text, share.owned] }),
    ),
    { type: 'Result', data: [texts.result] },
  ];
}

/** Any events in any order, with right names, hashes, parents and heights: what a dishonest server can write. */
export function writeSteps(steps: readonly FreeStep[], timestamp: number = TIMESTAMP): Uint8Array {
  const first = `{"version":1,"timestamp":"${timestamp}"}`;
  const records = [encodeRecord('BELENIOS', Buffer.from(first), timestamp)];
  let parent: string | undefined;
  for (const [height, { type, data }] of steps.entries()) {
    const payload = data.at(-1);
    const event = formatEvent({
      ...(parent === undefined ? {} : { parent }),
      height,
      type,
      ...(payload === undefined ? {} : { payload: hexHash(payload) }),
    });
    for (const text of data)
      records.push(encodeRecord(`${hexHash(text)}.data.json`, Buffer.from(text), timestamp));
    parent = hexHash(event);
    records.push(encodeRecord(`${parent}.event.json`, Buffer.from(event), timestamp));
  }
  return Buffer.concat(records);
}

/** A polling place of the Bilik profile: five cards, four votes. */
export function bilikRecord(name: string): MadeRecord {
  const votes = [0, 3, 0, 1].map((answer, card) => ({ card, choices: pick(answer) }));
  return makeRecord({ name, bilik: MARK, votes, cardCount: 5 });
}
