import { encodeRecord, readRecords } from '../src/archive/index.ts';
import { type Credential, encryptBallot, writeOwnedShare } from '../src/index.ts';
import type { RuleId } from '../src/verify/index.ts';
import { type LooseBallot, looseBallot, resign } from './forging.ts';
import { at, testRandom } from './place.ts';
import {
  bilikRecord,
  byHash,
  type FreeStep,
  group,
  hexHash,
  type MadeRecord,
  makeRecord,
  openRecord,
  pick,
  stepsOf,
  TIMESTAMP,
  writeRecord,
  writeSteps,
} from './record-maker.ts';
import type { RecordTexts } from './records.ts';

/** One planted fault. */
export interface Tampering {
  /** As format §15.2 and §15.3 name it. */
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** The rule of ours that must fail. */
  readonly rule: RuleId;
  /** What `belenios-tool election verify` says (format §15, tested there). */
  readonly tool: 'accepts' | 'refuses';
}

const random = testRandom('tampering');
/** Four votes, five cards, one trustee, Bilik profile. */
export const BILIK: MadeRecord = bilikRecord('tampering bilik');
/** The Belenios profile: two singles, a question with the Belenios blank, and a card that votes twice. */
export const BELENIOS: MadeRecord = makeRecord({
  name: 'tampering belenios',
  questions: [{ question: 'Siapa?', answers: ['Sari', 'Budi'], blank: true, min: 1, max: 2 }],
  votes: [
    { card: 0, choices: [[0, 1, 0]] },
    { card: 1, choices: [[1, 0, 0]] },
    { card: 0, choices: [[0, 1, 1]] },
  ],
  trustees: { singles: 2 },
});
/** Two of three open; the third share is there too. */
export const THRESHOLD: MadeRecord = makeRecord({
  name: 'tampering threshold',
  votes: [{ card: 0, choices: pick(1) }],
  trustees: { count: 3, threshold: 2, openers: [1, 2, 3] },
});

/** Another election with the same cards and trustees, as a dishonest server would set it up. */
const OTHER = makeRecord({
  name: 'tampering bilik',
  votes: [{ card: 0, choices: pick(2) }],
  cardCount: 5,
});

const stepsWith = (record: MadeRecord, change: (steps: FreeStep[]) => void): Uint8Array => {
  const steps = stepsOf(record.texts);
  change(steps);
  return writeSteps(steps);
};
const textsWith = (record: MadeRecord, change: Partial<RecordTexts>): Uint8Array =>
  writeRecord({ ...record.texts, ...change });
const indexOf = (steps: readonly FreeStep[], type: FreeStep['type']) =>
  steps.findIndex((step) => step.type === type);
/** Takes a step out and puts it in before another one. */
const move = (steps: FreeStep[], from: number, to: number) => steps.splice(to, 0, ...steps.splice(from, 1));

/** Changes the first ballot of a record, signed again by its card where the cheat is its voter; sums made anew. */
function ballotWith(
  record: MadeRecord,
  change: (ballot: LooseBallot) => void,
  { signed = true }: { readonly signed?: boolean } = {},
): Uint8Array {
  const [first = '', ...rest] = record.texts.ballots;
  const ballot = looseBallot(first);
  const holder = holderOf(record, ballot.credential);
  change(ballot);
  const text = signed ? resign(record.election, ballot, holder, random) : JSON.stringify(ballot);
  return textsWith(record, { ballots: [text, ...rest].sort(byHash) });
}

/** Puts another text in place of the first ballot's, its meaning unchanged. */
function spelledBallot(record: MadeRecord, change: (text: string) => string): Uint8Array {
  const [first = '', ...rest] = record.texts.ballots;
  return textsWith(record, { ballots: [change(first), ...rest].sort(byHash) });
}

function holderOf(record: MadeRecord, credential: string): Credential {
  return at(
    record.cards.filter(({ publicKey }) => String(publicKey) === credential),
    0,
  );
}

/** The credentials of a record, changed, with everything that does not depend on them left alone. */
const credentialsWith = (record: MadeRecord, change: (keys: string[]) => string[]): Uint8Array =>
  textsWith(record, { credentials: JSON.stringify(change(JSON.parse(record.texts.credentials))) });

const replaced = (text: string, from: string | RegExp, to: string): string => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error('the planted fault is not there');
  return changed;
};

const numberPlusOne = (text: string, name: string): string =>
  text.replace(
    new RegExp(`"${name}":"([0-9]+)"`),
    (_, digits: string) => `"${name}":"${BigInt(digits) + 1n}"`,
  );

const reordered = <Value extends object>(value: Value): Value =>
  JSON.parse(
    `{${Object.entries(value)
      .reverse()
      .map(([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(item)}`)
      .join(',')}}`,
  );

async function recordStarts(bytes: Uint8Array): Promise<number[]> {
  const starts: number[] = [];
  for await (const record of readRecords([bytes])) if (record.ok) starts.push(record.value.offset);
  return [...starts, bytes.length];
}

/** Swaps two records, which keeps every hash right and only breaks the order. */
async function swapped(bytes: Uint8Array, first: number, second: number): Promise<Uint8Array> {
  const starts = await recordStarts(bytes);
  const records = starts.slice(0, -1).map((start, index) => bytes.subarray(start, starts[index + 1]));
  const [left, right] = [at(records, first), at(records, second)];
  records[first] = right;
  records[second] = left;
  return Buffer.concat(records);
}

const ELECTION_RULE: Pick<Tampering, 'rule' | 'tool'> = { rule: 'election.valid', tool: 'refuses' };

/** Format §15.2: the tool accepts all of these, and so publishes a count that not every ballot is in. */
export const ACCEPTED_BY_TOOL: readonly Tampering[] = [
  {
    name: 'a ballot after EndBallots: all before it are ignored',
    make: () => {
      const { ballots } = BILIK.texts;
      const counted = openRecord({ ...BILIK.texts, ballots: ballots.slice(0, 1) }, BILIK);
      const steps = stepsOf({ ...counted, ballots });
      move(steps, 1, indexOf(steps, 'EndBallots'));
      return writeSteps(steps);
    },
    rule: 'chain.order',
    tool: 'accepts',
  },
  {
    name: 'an event between ballots: those before it are ignored, and the sum is made without them',
    make: () => {
      const { ballots } = BILIK.texts;
      const counted = openRecord({ ...BILIK.texts, ballots: ballots.slice(2) }, BILIK);
      const steps = stepsOf({ ...counted, ballots });
      steps.splice(3, 0, { type: 'EndBallots', data: [] });
      return writeSteps(steps);
    },
    rule: 'chain.order',
    tool: 'accepts',
  },
  {
    name: 'another encrypted tally',
    make: () => {
      const tally = JSON.stringify(JSON.parse(BILIK.texts.tally).map((row: unknown[]) => row.reverse()));
      return textsWith(BILIK, {
        tally,
        sizedTally: BILIK.texts.sizedTally.replace(/[0-9a-f]{64}/, hexHash(tally)),
      });
    },
    rule: 'tally.sum',
    tool: 'accepts',
  },
  {
    name: 'another num_tallied',
    make: () =>
      textsWith(BILIK, {
        sizedTally: replaced(BILIK.texts.sizedTally, '"num_tallied":4', '"num_tallied":5'),
      }),
    rule: 'tally.size',
    tool: 'accepts',
  },
  {
    name: 'another total_weight',
    make: () =>
      textsWith(BILIK, {
        sizedTally: replaced(BILIK.texts.sizedTally, '"total_weight":4', '"total_weight":5'),
      }),
    rule: 'tally.size',
    tool: 'accepts',
  },
  {
    name: 'no EndBallots',
    make: () => stepsWith(BILIK, (steps) => steps.splice(indexOf(steps, 'EndBallots'), 1)),
    rule: 'chain.order',
    tool: 'accepts',
  },
  {
    name: 'no EncryptedTally',
    make: () => stepsWith(BILIK, (steps) => steps.splice(indexOf(steps, 'EncryptedTally'), 1)),
    rule: 'chain.order',
    tool: 'accepts',
  },
  {
    name: 'a second Setup in mid-archive: the ballots before it are ignored',
    make: () => {
      const [setup] = stepsOf(BILIK.texts);
      const ballots = stepsOf(BILIK.texts).filter(({ type }) => type === 'Ballot');
      return writeSteps([...(setup ? [setup] : []), ...ballots, ...stepsOf(OTHER.texts)]);
    },
    rule: 'chain.order',
    tool: 'accepts',
  },
  {
    name: 'two results, the first one wrong',
    make: () =>
      stepsWith(BILIK, (steps) => {
        steps.splice(indexOf(steps, 'Result'), 0, { type: 'Result', data: ['{"result":[[0,0,0,4]]}'] });
      }),
    rule: 'chain.order',
    tool: 'accepts',
  },
  {
    name: 'the same ballot twice',
    make: () => stepsWith(BILIK, (steps) => steps.splice(2, 0, at(steps, 1))),
    rule: 'ballots.unrepeated',
    tool: 'accepts',
  },
  {
    name: 'an older ballot of a voter, replayed after the newer one, which it replaces',
    make: () => {
      const { ballots } = BELENIOS.texts;
      return writeRecord(openRecord({ ...BELENIOS.texts, ballots: [...ballots, at(ballots, 0)] }, BELENIOS));
    },
    rule: 'ballots.unrepeated',
    tool: 'accepts',
  },
  {
    name: 'two partial decryptions of one owner',
    make: () =>
      stepsWith(BILIK, (steps) => {
        const index = indexOf(steps, 'PartialDecryption');
        steps.splice(index, 0, at(steps, index));
      }),
    rule: 'shares.owner',
    tool: 'accepts',
  },
  {
    name: 'the credential 1',
    make: () => credentialsWith(BILIK, (keys) => ['1', ...keys]),
    rule: 'credentials.valid',
    tool: 'accepts',
  },
  {
    name: 'an empty weight, which means none',
    make: () => {
      const unused = String(at(BELENIOS.cards, 2).publicKey);
      return credentialsWith(BELENIOS, (keys) => keys.map((key) => (key === unused ? `${key},` : key)));
    },
    rule: 'credentials.valid',
    tool: 'accepts',
  },
  {
    name: 'answer fields in another order',
    make: () =>
      ballotWith(BILIK, (ballot) => {
        ballot.answers = ballot.answers.map(reordered);
      }),
    rule: 'ballots.form',
    tool: 'accepts',
  },
  {
    name: 'an extra field in an answer',
    make: () =>
      ballotWith(BILIK, (ballot) => {
        ballot.answers = ballot.answers.map((answer) => ({ ...answer, note: 'halo' }));
      }),
    rule: 'ballots.form',
    tool: 'accepts',
  },
  {
    name: 'a leading zero in an answer',
    make: () =>
      ballotWith(BILIK, (ballot) => {
        const [choice] = at(ballot.answers, 0).choices;
        if (choice) choice.alpha = `0${choice.alpha}`;
      }),
    rule: 'ballots.form',
    tool: 'accepts',
  },
  {
    name: 'numbers as texts in the result',
    make: () => textsWith(BILIK, { result: BILIK.texts.result.replace(/([0-9]+)/g, '"$1"') }),
    rule: 'result.counts',
    tool: 'accepts',
  },
  {
    name: 'a space in the result',
    make: () => textsWith(BILIK, { result: replaced(BILIK.texts.result, ':', ': ') }),
    rule: 'result.counts',
    tool: 'accepts',
  },
  {
    name: 'an extra field in the trustees',
    make: () =>
      textsWith(BILIK, { trustees: replaced(BILIK.texts.trustees, ',"name"', ',"note":"x","name"') }),
    rule: 'trustees.valid',
    tool: 'accepts',
  },
];

/** Format §15.3: the tool refuses these too. */
export const REFUSED_BY_BOTH: readonly Tampering[] = [
  {
    name: 'a wrong result',
    make: () => textsWith(BILIK, { result: '{"result":[[1,2,0,1]]}' }),
    rule: 'result.counts',
    tool: 'refuses',
  },
  {
    name: 'a short result',
    make: () => textsWith(BILIK, { result: '{"result":[[2,1,0]]}' }),
    rule: 'result.counts',
    tool: 'refuses',
  },
  {
    name: 'a partial decryption missing',
    make: () => textsWith(BELENIOS, { shares: BELENIOS.texts.shares.slice(1) }),
    rule: 'shares.enough',
    tool: 'refuses',
  },
  {
    name: 'too few for the threshold',
    make: () => textsWith(THRESHOLD, { shares: THRESHOLD.texts.shares.slice(2) }),
    rule: 'shares.enough',
    tool: 'refuses',
  },
  {
    name: 'an invalid extra partial decryption of a threshold trustee',
    make: () => {
      const shares = THRESHOLD.texts.shares.map((share, index) => {
        const text = index === 2 ? numberPlusOne(share.text, 'response') : share.text;
        return { text, owned: writeOwnedShare({ owner: index + 1, text }) };
      });
      return textsWith(THRESHOLD, { shares });
    },
    rule: 'shares.valid',
    tool: 'refuses',
  },
  ...[0, 2].map(
    (owner): Tampering => ({
      name: `owner ${owner} of one`,
      make: () => {
        const { text } = at(BILIK.texts.shares, 0);
        return textsWith(BILIK, { shares: [{ text, owned: writeOwnedShare({ owner, text }) }] });
      },
      rule: 'shares.owner',
      tool: 'refuses',
    }),
  ),
  {
    name: 'partial decryptions under each other’s owner',
    make: () => {
      const shares = BELENIOS.texts.shares.map(({ text }, index) => ({
        text,
        owned: writeOwnedShare({ owner: 2 - index, text }),
      }));
      return textsWith(BELENIOS, { shares });
    },
    rule: 'shares.valid',
    tool: 'refuses',
  },
  {
    name: 'partial decryptions interrupted by another event',
    make: () =>
      stepsWith(BELENIOS, (steps) => {
        steps.splice(indexOf(steps, 'PartialDecryption') + 1, 0, at(steps, indexOf(steps, 'EncryptedTally')));
      }),
    rule: 'chain.order',
    tool: 'refuses',
  },
  {
    name: 'a ballot under a credential that is not listed',
    make: () =>
      credentialsWith(BILIK, (keys) =>
        keys.filter((key) => key !== looseBallot(at(BILIK.texts.ballots, 0)).credential),
      ),
    rule: 'ballots.credential',
    tool: 'refuses',
  },
  {
    name: 'a credential twice',
    make: () => credentialsWith(BILIK, (keys) => [at(keys, 0), ...keys]),
    rule: 'credentials.valid',
    tool: 'refuses',
  },
  {
    name: 'a credential outside the group',
    make: () => credentialsWith(BILIK, (keys) => [...keys.slice(0, -1), String(group.p - 2n)]),
    rule: 'credentials.valid',
    tool: 'refuses',
  },
  {
    name: 'a ballot with a space',
    make: () => spelledBallot(BILIK, (text) => replaced(text, ':', ': ')),
    rule: 'ballots.form',
    tool: 'refuses',
  },
  {
    name: 'a ballot with outer fields in another order',
    make: () => spelledBallot(BILIK, (text) => JSON.stringify(reordered(JSON.parse(text)))),
    rule: 'ballots.form',
    tool: 'refuses',
  },
  {
    name: 'a ballot with an extra outer field',
    make: () => spelledBallot(BILIK, (text) => replaced(text, /\}$/, ',"note":1}')),
    rule: 'ballots.form',
    tool: 'refuses',
  },
  {
    name: 'a ballot with a leading zero in its credential',
    make: () => spelledBallot(BILIK, (text) => replaced(text, '"credential":"', '"credential":"0')),
    rule: 'ballots.form',
    tool: 'refuses',
  },
  {
    name: 'a response of q or more',
    make: () =>
      ballotWith(
        BILIK,
        (ballot) => {
          const { proof } = ballot.signature;
          proof.response = String(BigInt(proof.response) + group.q);
        },
        { signed: false },
      ),
    rule: 'ballots.form',
    tool: 'refuses',
  },
  {
    name: 'no blank_proof',
    make: () =>
      ballotWith(BELENIOS, (ballot) => {
        delete at(ballot.answers, 0).blank_proof;
      }),
    rule: 'ballots.form',
    tool: 'refuses',
  },
  {
    name: 'a bad proof of a trustee’s key',
    make: () => textsWith(BILIK, { trustees: numberPlusOne(BILIK.texts.trustees, 'response') }),
    rule: 'trustees.valid',
    tool: 'refuses',
  },
  {
    name: 'an election key that is not the product',
    make: () => {
      const key = String(BILIK.election.publicKey);
      const other = String(group.multiply(BILIK.election.publicKey, group.g));
      return textsWith(BILIK, { election: replaced(BILIK.texts.election, key, other) });
    },
    rule: 'election.key',
    tool: 'refuses',
  },
  {
    name: 'another threshold',
    make: () =>
      textsWith(THRESHOLD, {
        trustees: replaced(THRESHOLD.texts.trustees, '"threshold":2', '"threshold":3'),
      }),
    rule: 'trustees.valid',
    tool: 'refuses',
  },
  {
    name: 'a changed signature of a certificate',
    make: () => textsWith(THRESHOLD, { trustees: numberPlusOne(THRESHOLD.texts.trustees, 'response') }),
    rule: 'trustees.valid',
    tool: 'refuses',
  },
  {
    name: 'threshold keys in another order',
    make: () => {
      const trustees = JSON.parse(THRESHOLD.texts.trustees);
      trustees[0][1].verification_keys.reverse();
      return textsWith(THRESHOLD, { trustees: JSON.stringify(trustees) });
    },
    rule: 'trustees.valid',
    tool: 'refuses',
  },
  ...[
    ['a malformed uuid', '"uuid":"', '"uuid":"0'],
    ['version 0', '"version":1', '"version":0'],
    ['version 2', '"version":1', '"version":2'],
    ['another group', 'BELENIOS-2048', 'Ed25519'],
  ].map(
    ([name = '', from = '', to = '']): Tampering => ({
      name,
      make: () => textsWith(BILIK, { election: replaced(BILIK.texts.election, from, to) }),
      ...ELECTION_RULE,
    }),
  ),
  {
    name: 'a data record that no event uses',
    make: async () => {
      const bytes = writeRecord(BILIK.texts);
      const starts = await recordStarts(bytes);
      const stray = encodeRecord(`${hexHash('{}')}.data.json`, Buffer.from('{}'), TIMESTAMP);
      return Buffer.concat([bytes.subarray(0, starts[6]), stray, bytes.subarray(starts[6])]);
    },
    rule: 'chain.links',
    tool: 'refuses',
  },
  {
    name: 'records of Setup in another order',
    make: () => swapped(writeRecord(BILIK.texts), 1, 2),
    rule: 'chain.links',
    tool: 'refuses',
  },
  {
    name: 'a payload on EndBallots',
    make: () =>
      stepsWith(BILIK, (steps) => {
        steps[indexOf(steps, 'EndBallots')] = { type: 'EndBallots', data: ['{}'] };
      }),
    rule: 'chain.links',
    tool: 'refuses',
  },
  {
    name: 'one differing timestamp',
    make: async () => {
      const bytes = writeRecord(BILIK.texts);
      const starts = await recordStarts(bytes);
      const { election } = BILIK.texts;
      const late = encodeRecord(`${hexHash(election)}.data.json`, Buffer.from(election), TIMESTAMP + 1);
      return Buffer.concat([bytes.subarray(0, starts[1]), late, bytes.subarray(starts[2])]);
    },
    rule: 'archive.form',
    tool: 'refuses',
  },
  {
    name: 'one byte too many',
    make: () => Buffer.concat([writeRecord(BILIK.texts), Buffer.of(0)]),
    rule: 'archive.form',
    tool: 'refuses',
  },
  {
    name: 'two zero blocks at the end',
    make: () => Buffer.concat([writeRecord(BILIK.texts), Buffer.alloc(1024)]),
    rule: 'archive.form',
    tool: 'refuses',
  },
  {
    name: 'the last byte missing',
    make: () => writeRecord(BILIK.texts).subarray(0, -1),
    rule: 'archive.form',
    tool: 'refuses',
  },
];

/** Rules of the Bilik profile, of which the tool knows nothing. */
export const AGAINST_OUR_PROFILE: readonly Tampering[] = [
  {
    name: 'a second ballot of one card',
    make: () => {
      const holder = at(BILIK.cards, 0);
      const second = encryptBallot({
        election: BILIK.election,
        credential: holder,
        choices: pick(2),
        random,
      }).text;
      const ballots = [...BILIK.texts.ballots, second].sort(byHash);
      return writeRecord(openRecord({ ...BILIK.texts, ballots }, BILIK));
    },
    rule: 'ballots.once',
    tool: 'accepts',
  },
  {
    name: 'ballots in another order than by hash',
    make: () => textsWith(BILIK, { ballots: BILIK.texts.ballots.toReversed() }),
    rule: 'ballots.order',
    tool: 'accepts',
  },
  {
    name: 'weights',
    make: () => credentialsWith(BILIK, (keys) => keys.map((key) => `${key},1`)),
    rule: 'credentials.valid',
    tool: 'accepts',
  },
  {
    name: 'a question with the Belenios blank under our mark',
    make: () =>
      textsWith(BILIK, { election: replaced(BILIK.texts.election, '"min":1', '"blank":true,"min":1') }),
    rule: 'election.valid',
    tool: 'refuses',
  },
  {
    name: 'a question that takes two answers under our mark',
    make: () => textsWith(BILIK, { election: replaced(BILIK.texts.election, '"max":1', '"max":2') }),
    rule: 'election.valid',
    tool: 'refuses',
  },
];

/** What the voter's own machine can plant in a ballot: proofs and elements that do not hold. */
export const BAD_BALLOTS: readonly Tampering[] = [
  {
    name: 'a changed individual proof, signed again',
    make: () =>
      ballotWith(BILIK, (ballot) => {
        const proof = at(at(at(ballot.answers, 0).individual_proofs, 1), 0);
        proof.response = String((BigInt(proof.response) + 1n) % group.q);
      }),
    rule: 'ballots.proofs',
    tool: 'refuses',
  },
  {
    name: 'a changed overall proof, signed again',
    make: () =>
      ballotWith(BILIK, (ballot) => {
        const proof = at(at(ballot.answers, 0).overall_proof, 0);
        proof.challenge = String((BigInt(proof.challenge) + 1n) % group.q);
      }),
    rule: 'ballots.proofs',
    tool: 'refuses',
  },
  {
    name: 'a changed blank proof, signed again',
    make: () =>
      ballotWith(BELENIOS, (ballot) => {
        const proof = at(at(ballot.answers, 0).blank_proof ?? [], 0);
        proof.response = String((BigInt(proof.response) + 1n) % group.q);
      }),
    rule: 'ballots.proofs',
    tool: 'refuses',
  },
  {
    name: 'a changed signature',
    make: () =>
      ballotWith(
        BILIK,
        ({ signature: { proof } }) => {
          proof.challenge = String((BigInt(proof.challenge) + 1n) % group.q);
        },
        { signed: false },
      ),
    rule: 'ballots.signature',
    tool: 'refuses',
  },
  {
    name: 'the hash of another ballot in the signature',
    make: () =>
      ballotWith(
        BILIK,
        ({ signature }) => {
          signature.hash = looseBallot(at(BILIK.texts.ballots, 1)).signature.hash;
        },
        { signed: false },
      ),
    rule: 'ballots.signature',
    tool: 'refuses',
  },
  {
    name: 'a ballot of another election',
    make: () =>
      textsWith(BILIK, {
        ballots: [at(OTHER.texts.ballots, 0), ...BILIK.texts.ballots.slice(1)].sort(byHash),
      }),
    rule: 'ballots.election',
    tool: 'refuses',
  },
  {
    name: 'two answers for one question',
    make: () => ballotWith(BILIK, (ballot) => ballot.answers.push(at(ballot.answers, 0))),
    rule: 'ballots.form',
    tool: 'refuses',
  },
];
