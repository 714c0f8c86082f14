import { looseBallot } from '../forging.ts';
import { at } from '../place.ts';
import { byHash, group } from '../record-maker.ts';
import { BELENIOS, BILIK, ballotWith, OTHER, type Tampering, textsWith } from '../tampering.ts';

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
