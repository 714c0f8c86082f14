import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  election,
  faultOf,
  forged,
  type LooseAnswer,
  type LooseBallot,
  looseBallot,
  OTHERS,
  other,
  plus,
  tampered,
  VALID,
} from '../../test/forging.ts';
import { at } from '../../test/place.ts';
import { type BallotFault, ballotLengthLimit } from '../index.ts';

const { group } = election;
const { p, q } = group;

test('both ballots are accepted as they are', () => {
  expect(faultOf(VALID)).toBeUndefined();
  expect(faultOf(OTHERS)).toBeUndefined();
});

describe('changed on the way', () => {
  test.each<[string, (ballot: LooseBallot) => void, BallotFault]>([
    [
      'uuid',
      (ballot) => {
        ballot.election_uuid = 'TPSMawar11Des9';
      },
      { type: 'other-election', field: 'election_uuid' },
    ],
    [
      'election hash',
      (ballot) => {
        ballot.election_hash = 'x';
      },
      { type: 'other-election', field: 'election_hash' },
    ],
    [
      'credential, to one that is not listed',
      (ballot) => {
        ballot.credential = String(group.g);
      },
      { type: 'unknown-credential' },
    ],
    [
      'credential, to another voter’s',
      (ballot) => {
        ballot.credential = String(other.publicKey);
      },
      { type: 'hash-mismatch' },
    ],
    [
      'a response',
      (ballot) => {
        const proof = at(at(ballot.answers, 0).overall_proof, 0);
        proof.response = plus(proof.response, 1n, q);
      },
      { type: 'hash-mismatch' },
    ],
    [
      'hash',
      (ballot) => {
        ballot.signature.hash = 'A'.repeat(43);
      },
      { type: 'hash-mismatch' },
    ],
    [
      'signature challenge',
      (ballot) => {
        ballot.signature.proof.challenge = plus(ballot.signature.proof.challenge, 1n, q);
      },
      { type: 'signature-invalid' },
    ],
    [
      'signature response',
      (ballot) => {
        ballot.signature.proof.response = plus(ballot.signature.proof.response, 1n, q);
      },
      { type: 'signature-invalid' },
    ],
    [
      'signature of another ballot',
      (ballot) => {
        ballot.signature.proof = looseBallot(OTHERS).signature.proof;
      },
      { type: 'signature-invalid' },
    ],
    [
      'no answers',
      (ballot) => {
        ballot.answers = [];
      },
      { type: 'wrong-count', path: 'answers', expected: 2 },
    ],
  ])('%s', (_, change, fault) => {
    expect(faultOf(tampered(change))).toEqual(fault);
  });

  test('any one character, anywhere', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.nat({ max: VALID.length - 1 }),
        fc.constantFrom(...'0123456789,:"[]{} aA+'),
        (index, character) => {
          const text = VALID.slice(0, index) + character + VALID.slice(index + 1);
          if (text === VALID) return;
          expect(faultOf(text)).toBeDefined();
          refused += 1;
        },
      ),
      { numRuns: 300, seed: 300 },
    );
    expect(refused).toBeGreaterThan(250);
  });

  test('cut short anywhere, or with anything after it', () => {
    for (let length = 0; length < VALID.length; length += 97) {
      expect(faultOf(VALID.slice(0, length))).toEqual({ type: 'not-canonical' });
    }
    for (const rest of [' ', '\n', '\0', '{}', '}'])
      expect(faultOf(VALID + rest)).toEqual({ type: 'not-canonical' });
  });
});

describe('the same ballot in other bytes (attack I11), signed again where that can be', () => {
  test.each<[string, (text: string) => string]>([
    ['white space outside', (text) => `${text} `],
    ['white space inside an answer', (text) => text.replace('"choices":[', '"choices": [')],
    ['an escaped letter', (text) => text.replace('"alpha"', '"\\u0061lpha"')],
    ['a field twice', (text) => text.replace('{"election_uuid"', '{"election_hash":"x","election_uuid"')],
    ['a field twice in a proof', (text) => text.replace('"challenge":', '"challenge":"1","challenge":')],
    ['a number without quotes', (text) => text.replace(/"response":"([0-9]+)"/, '"response":$1')],
  ])('%s', (_, change) => {
    const text = change(VALID);
    expect(text).not.toBe(VALID);
    expect(['not-canonical', 'malformed']).toContain(faultOf(text)?.type);
  });

  test.each<[string, (answers: LooseAnswer[]) => void, string]>([
    [
      'a leading zero in alpha',
      (answers) => {
        const choice = at(at(answers, 0).choices, 0);
        choice.alpha = `0${choice.alpha}`;
      },
      'answers[0].choices[0]',
    ],
    [
      'a leading zero in a response',
      (answers) => {
        const proof = at(at(answers, 0).overall_proof, 0);
        proof.response = `0${proof.response}`;
      },
      'answers[0].overall_proof[0]',
    ],
    [
      'a response of q more',
      (answers) => {
        const proof = at(at(answers, 1).overall_proof, 0);
        proof.response = String(BigInt(proof.response) + q);
      },
      'answers[1].overall_proof[0]',
    ],
    [
      'a challenge of q more',
      (answers) => {
        const proof = at(at(at(answers, 0).individual_proofs, 1), 0);
        proof.challenge = String(BigInt(proof.challenge) + q);
      },
      'answers[0].individual_proofs[1][0]',
    ],
    [
      'beta of p more',
      (answers) => {
        const choice = at(at(answers, 1).choices, 2);
        choice.beta = String(BigInt(choice.beta) + p);
      },
      'answers[1].choices[2]',
    ],
    [
      'a negative beta',
      (answers) => {
        const choice = at(at(answers, 1).choices, 2);
        choice.beta = `-${choice.beta}`;
      },
      'answers[1].choices[2]',
    ],
    [
      'hex',
      (answers) => {
        const choice = at(at(answers, 0).choices, 0);
        choice.alpha = `0x${BigInt(choice.alpha).toString(16)}`;
      },
      'answers[0].choices[0]',
    ],
    [
      'fields of a choice in another order',
      (answers) => {
        const { choices } = at(answers, 0);
        const { alpha, beta } = at(choices, 0);
        choices[0] = { beta, alpha };
      },
      'answers[0].choices[0]',
    ],
    [
      'fields of an answer in another order',
      (answers) => {
        const { choices, ...rest } = at(answers, 0);
        answers[0] = { ...rest, choices };
      },
      'answers[0]',
    ],
    [
      'an extra field in an answer',
      (answers) => {
        Object.assign(at(answers, 0), { note: 'x' });
      },
      'answers[0]',
    ],
    [
      'an extra field in a choice',
      (answers) => {
        Object.assign(at(at(answers, 0).choices, 0), { note: 'x' });
      },
      'answers[0].choices[0]',
    ],
    [
      'an extra field in a proof',
      (answers) => {
        Object.assign(at(at(answers, 0).overall_proof, 0), { note: 'x' });
      },
      'answers[0].overall_proof[0]',
    ],
    [
      'a blank proof where there is no blank',
      (answers) => {
        Object.assign(at(answers, 0), { blank_proof: [] });
      },
      'answers[0]',
    ],
    [
      'no blank proof where there is a blank',
      (answers) => {
        delete at(answers, 1).blank_proof;
      },
      'answers[1]',
    ],
  ])('%s', (_, change, path) => {
    expect(faultOf(forged(change))).toEqual({ type: 'malformed', path });
  });

  test.each<[string, (ballot: LooseBallot) => object, BallotFault]>([
    [
      'top fields in another order',
      ({ signature, ...rest }) => ({ signature, ...rest }),
      { type: 'malformed', path: '' },
    ],
    ['an extra top field', (ballot) => ({ ...ballot, note: 'x' }), { type: 'malformed', path: '' }],
    ['no signature', ({ signature: _, ...rest }) => rest, { type: 'malformed', path: '' }],
    [
      'a leading zero in the credential',
      (ballot) => ({ ...ballot, credential: `0${ballot.credential}` }),
      { type: 'malformed', path: 'credential' },
    ],
    [
      'a uuid that is no text',
      (ballot) => ({ ...ballot, election_uuid: 1 }),
      { type: 'malformed', path: 'election_uuid' },
    ],
    [
      'an extra field in the signature',
      (ballot) => ({ ...ballot, signature: { ...ballot.signature, x: 1 } }),
      { type: 'malformed', path: 'signature' },
    ],
    ['a list instead of an object', () => [], { type: 'malformed', path: '' }],
  ])('%s', (_, change, fault) => {
    expect(faultOf(JSON.stringify(change(looseBallot(VALID))))).toEqual(fault);
  });
});

describe('counts', () => {
  test.each<[string, (answers: LooseAnswer[]) => void, string, number]>([
    [
      'one choice less',
      (answers) => {
        at(answers, 0).choices.pop();
      },
      'answers[0].choices',
      2,
    ],
    [
      'one choice more',
      (answers) => {
        const { choices } = at(answers, 0);
        choices.push({ alpha: '1', beta: '1' });
      },
      'answers[0].choices',
      2,
    ],
    [
      'one individual proof less',
      (answers) => {
        at(answers, 0).individual_proofs.pop();
      },
      'answers[0].individual_proofs',
      2,
    ],
    [
      'half an individual proof',
      (answers) => {
        at(at(answers, 0).individual_proofs, 1).pop();
      },
      'answers[0].individual_proofs[1]',
      2,
    ],
    [
      'no overall proof',
      (answers) => {
        at(answers, 0).overall_proof = [];
      },
      'answers[0].overall_proof',
      1,
    ],
    [
      'one overall proof too many',
      (answers) => {
        const proofs = at(answers, 1).overall_proof;
        proofs.push(at(proofs, 0));
      },
      'answers[1].overall_proof',
      3,
    ],
    [
      'half a blank proof',
      (answers) => {
        at(answers, 1).blank_proof?.pop();
      },
      'answers[1].blank_proof',
      2,
    ],
  ])('%s', (_, change, path, expected) => {
    expect(faultOf(forged(change))).toEqual({ type: 'wrong-count', path, expected });
  });

  test('longer than any ballot can be: refused unread', () => {
    const limit = ballotLengthLimit(election);
    expect(VALID.length).toBeLessThanOrEqual(limit);
    expect(faultOf(VALID.padEnd(limit + 1))).toEqual({ type: 'too-long', limit });
    expect(faultOf(VALID.padEnd(limit))).toEqual({ type: 'not-canonical' });
  });
});
