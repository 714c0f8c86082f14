import { encodeRecord } from '../../src/archive/index.ts';
import { writeOwnedShare } from '../../src/index.ts';
import { looseBallot } from '../forging.ts';
import { at } from '../place.ts';
import { group, hexHash, TIMESTAMP, writeRecord } from '../record-maker.ts';
import {
  BELENIOS,
  BILIK,
  ballotWith,
  credentialsWith,
  ELECTION_RULE,
  indexOf,
  numberPlusOne,
  recordStarts,
  reordered,
  replaced,
  spelledBallot,
  stepsWith,
  swapped,
  type Tampering,
  THRESHOLD,
  textsWith,
} from '../tampering.ts';

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
